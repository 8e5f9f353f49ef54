//! Markdown into an article, and back.

mod blocks;
mod byline;
mod callouts;
mod frame;
mod front_matter;
mod html;
mod html_tags;
mod lists;
mod reading_list;
mod structure;
mod write;

pub(crate) use front_matter::FrontMatterSchema;
pub use write::write;

use front_matter::FrontMatter;

use crate::diagnostic::{Code, Diagnostic, Output};
use crate::model::Article;
use crate::registers::Registers;
use crate::source::{Origin, Source};
use crate::{Error, Result};
use std::ops::Range;
use std::sync::Arc;

/// The most bytes that a source may have.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Reads an article from Markdown with the registers of the United Kingdom; see [`Parser`].
///
/// ```
/// use offprint::Source;
///
/// let source = Source::new("rest.md", "# On Rest | Sleep\n\nIt comes *slowly*.\n");
/// let parsed = offprint::parse(&source)?;
/// assert_eq!(parsed.value.metadata.title, "On Rest");
/// assert_eq!(parsed.value.metadata.category.as_deref(), Some("Sleep"));
/// # Ok::<(), offprint::Error>(())
/// ```
///
/// # Errors
///
/// No article can be made: the source has no text, is too large, or nests too deeply. Everything else
/// that is wrong is in [`Output::diagnostics`].
pub fn parse(source: &Source) -> Result<Output<Article>> {
    Parser::new().parse(source)
}

/// Reads articles from Markdown: `CommonMark` with tables, strikethrough, task lists, footnotes,
/// definition lists, heading attributes, callouts, and YAML front matter.
///
/// ```
/// use offprint::{Source, markdown::Parser, registers::Registers};
///
/// let parser = Parser::new().registers(Registers::built_in());
/// let source = Source::new("rest.md", "---\ntitle: On Rest\n---\nIt comes slowly.\n");
/// assert_eq!(parser.parse(&source)?.value.metadata.title, "On Rest");
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Parser {
    registers: Arc<Registers>,
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}

impl Parser {
    /// A parser that knows the professional bodies of the United Kingdom.
    #[must_use]
    pub fn new() -> Self {
        Self { registers: Registers::built_in() }
    }

    /// The bodies that memberships are recognised by.
    #[must_use]
    pub fn registers(mut self, registers: Arc<Registers>) -> Self {
        self.registers = registers;
        self
    }

    /// Reads an article, and tells everything that was wrong or mended.
    ///
    /// # Errors
    ///
    /// No article can be made: the source has no text, is too large, or nests too deeply.
    pub fn parse(&self, source: &Source) -> Result<Output<Article>> {
        let text = source.text();
        if text.len() > MAX_BYTES {
            return Err(Diagnostic::new(
                Code::InputTooLarge,
                format!(
                    "the text has {} MiB; at most {} are allowed",
                    text.len() / (1024 * 1024),
                    MAX_BYTES / (1024 * 1024)
                ),
            )
            .label(source.origin(0..0), "")
            .help("split it into several articles")
            .into());
        }
        let mut found = Vec::new();
        let (front, start) = front_matter::read(source, &mut found);
        let place = Place::Source { origin: source.origin(0..text.len()), start };
        let document = blocks::read(&text[start..], place, &mut found);
        let document = document.map_err(|diagnostic| {
            found.push(diagnostic);
            Error::content(std::mem::take(&mut found))
        })?;
        let article = structure::assemble(source, front, document, &self.registers, &mut found);
        found.sort_by_key(|diagnostic| diagnostic.origin().range().start);
        match article {
            Some(article) => Ok(Output::new(article, found)),
            None => Err(Error::content(found)),
        }
    }
}

/// How a place in the text that is read becomes an origin.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// The text begins at this byte of its source.
    Source { origin: Origin, start: usize },
    /// The text was put together from a value at this origin, such as a biography in front matter.
    Value { origin: Origin },
}

impl Place {
    fn at(self, range: Range<usize>) -> Origin {
        match self {
            Self::Source { origin, start } => {
                origin.with_range(range.start + start..range.end + start)
            }
            Self::Value { origin } => origin,
        }
    }
}
