//! Markdown into an article, and back.

mod addresses;
mod byline;
mod callouts;
mod close;
mod document;
mod events;
mod fences;
mod format;
mod frame;
mod front_matter;
mod html;
mod html_attributes;
mod html_close;
mod html_lost;
mod html_open;
mod html_tags;
mod import;
mod limits;
mod lists;
mod phrases;
mod quotes;
mod reader;
mod reading_list;
mod references;
mod structure;
mod tables;
mod text;
mod verbatim;
mod write;

pub use format::format;
pub(crate) use front_matter::FrontMatterSchema;
pub use import::import;
pub use limits::Limits;
pub use write::write;

use front_matter::FrontMatter;
use reader::Settings;

use crate::diagnostic::{Code, Diagnostic, Output};
use crate::model::Article;
use crate::registers::Registers;
use crate::source::{Origin, Source};
use crate::{Error, Result};
use std::ops::Range;
use std::sync::Arc;

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
/// definition lists, heading attributes, callouts, bare addresses, the quotation marks of the
/// document's language, HTML as far as an article can hold it, and front matter in YAML or TOML.
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
    limits: Limits,
    smart_punctuation: bool,
    suppressions: bool,
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
        Self {
            registers: Registers::built_in(),
            limits: Limits::new(),
            smart_punctuation: true,
            suppressions: true,
        }
    }

    /// The bodies that memberships are recognised by.
    #[must_use]
    pub fn registers(mut self, registers: Arc<Registers>) -> Self {
        self.registers = registers;
        self
    }

    /// How much an article may have.
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Whether `"`, `'`, `--`, `---` and `...` become the quotation marks of the document's language,
    /// dashes and an ellipsis, as they do where nothing else is said.
    ///
    /// ```
    /// use offprint::{Source, markdown::Parser};
    ///
    /// let source = Source::new("a.md", "---\ntitle: A\nlang: de\n---\n\"Ja\" -- so ist's.\n");
    /// let text = |parser: Parser| parser.parse(&source).map(|parsed| parsed.value.plain_text());
    /// assert_eq!(text(Parser::new())?, "„Ja“ – so ist’s.\n");
    /// assert_eq!(text(Parser::new().smart_punctuation(false))?, "\"Ja\" -- so ist's.\n");
    /// # Ok::<(), offprint::Error>(())
    /// ```
    #[must_use]
    pub const fn smart_punctuation(mut self, smart_punctuation: bool) -> Self {
        self.smart_punctuation = smart_punctuation;
        self
    }

    /// Whether findings are left out that the author does not want to be told (see
    /// [`Article::unsuppressed`]), as they are where nothing else is said. A program that writes the
    /// article in the place of its source wants to know all.
    ///
    /// ```
    /// use offprint::{Source, markdown::Parser};
    ///
    /// let source = Source::new("a.md", "# A\n\n<!-- offprint: suppress P006 -->\n<blink>Now</blink>\n");
    /// assert!(Parser::new().parse(&source)?.diagnostics.is_empty());
    /// let told = Parser::new().suppressions(false).parse(&source)?.diagnostics;
    /// assert_eq!(told[0].code.as_str(), "P006");
    /// # Ok::<(), offprint::Error>(())
    /// ```
    #[must_use]
    pub const fn suppressions(mut self, suppressions: bool) -> Self {
        self.suppressions = suppressions;
        self
    }

    /// Reads an article, and tells everything that was wrong or mended.
    ///
    /// # Errors
    ///
    /// No article can be made: the source has no text, is too large, or nests too deeply.
    pub fn parse(&self, source: &Source) -> Result<Output<Article>> {
        let text = source.text();
        if text.len() > self.limits.input {
            return Err(Diagnostic::new(
                Code::InputTooLarge,
                format!(
                    "the text has {} bytes; at most {} are allowed",
                    text.len(),
                    self.limits.input
                ),
            )
            .label(source.origin(0..0), "")
            .help(
                "split it into several articles, or raise the limit: `--limit input=NUMBER`, \
                 `Parser::limits` in code",
            )
            .into());
        }
        let mut found = Vec::new();
        let front = front_matter::read(source, self.limits, &mut found);
        let (front, start) = front.map_err(|diagnostic| {
            found.push(diagnostic);
            Error::content(std::mem::take(&mut found))
        })?;
        let place = Place::Source { origin: source.origin(0..text.len()), start };
        let settings = Settings {
            limits: self.limits,
            smart_punctuation: self.smart_punctuation,
            language: &front.metadata.language,
        };
        let document = reader::read(&text[start..], place, settings, &mut found);
        let document = document.map_err(|diagnostic| {
            found.push(diagnostic);
            Error::content(std::mem::take(&mut found))
        })?;
        let suppressions = structure::suppressions(&front.metadata.suppress, &document);
        let article = structure::assemble(source, front, document, &self.registers, &mut found);
        if self.suppressions {
            suppressions.leave_out(&mut found);
        }
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
