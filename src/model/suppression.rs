//! Findings that an author does not want to be told.

use super::visit::{self, Visit};
use super::{Article, Block, Section};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Origin;

/// Which findings are not told, and where.
#[derive(Debug, Default)]
pub(crate) struct Suppressions {
    everywhere: Vec<Code>,
    /// A code, and the block that it is about.
    places: Vec<(Code, Origin)>,
    /// Of comments whose block has not been met yet.
    waiting: Vec<Code>,
}

impl Suppressions {
    pub(crate) fn new(everywhere: &[Code]) -> Self {
        Self { everywhere: everywhere.to_vec(), ..Self::default() }
    }

    /// Where a comment speaks of suppression, the words behind `suppress`, one a code.
    pub(crate) fn words(comment: &str) -> Option<impl Iterator<Item = &str>> {
        let rest = comment.trim().strip_prefix("offprint:")?.trim_start();
        let codes = rest.strip_prefix("suppress")?;
        codes
            .is_empty()
            .then_some(())
            .or_else(|| codes.starts_with([' ', ':', '\n']).then_some(()))?;
        Some(codes.split([' ', ',', ':', '\n', '\t']).filter(|word| !word.is_empty()))
    }

    /// Why a word cannot be suppressed, where it cannot.
    pub(crate) fn refuse(word: &str) -> Option<Diagnostic> {
        let help = "write codes of warnings, as in `P005`; `offprint explain` lists them";
        let message = match word.parse::<Code>() {
            Ok(code) if code.severity() != Severity::Error => return None,
            Ok(code) => format!("`{code}` is an error, and errors are always told"),
            Err(_) => format!("`{word}` is no code, so nothing is suppressed by it"),
        };
        Some(Diagnostic::new(Code::Suppression, message).help(help))
    }

    /// Something that a comment before it may be about.
    pub(crate) fn place(&mut self, origin: Origin) {
        self.places.extend(self.waiting.drain(..).map(|code| (code, origin)));
    }

    pub(crate) fn covers(&self, diagnostic: &Diagnostic) -> bool {
        let at = diagnostic.origin();
        let is_here = |place: &Origin| {
            let (place_range, range) = (place.range(), at.range());
            place.source() == at.source()
                && !at.is_unknown()
                && place_range.start <= range.start
                && range.start <= place_range.end
        };
        diagnostic.severity != Severity::Error
            && (self.everywhere.contains(&diagnostic.code)
                || self
                    .places
                    .iter()
                    .any(|(code, place)| *code == diagnostic.code && is_here(place)))
    }
}

impl<'a> Visit<'a> for Suppressions {
    fn section(&mut self, node: &'a Section) {
        self.place(node.origin);
        visit::section(self, node);
    }

    fn block(&mut self, node: &'a Block) {
        if let Block::Comment { text, .. } = node {
            let codes = Self::words(text).into_iter().flatten();
            self.waiting.extend(codes.filter_map(|word| word.parse::<Code>().ok()));
        } else {
            self.place(node.origin());
            visit::block(self, node);
        }
    }
}

impl Article {
    /// Leaves out the findings that the author does not want to be told: those whose code stands under
    /// `suppress:` in the front matter, and those inside the block behind a comment such as
    /// `<!-- offprint: suppress P008 -->`. Errors stay.
    ///
    /// The parser and the exporters of this crate do so themselves; one of your own may.
    ///
    /// ```
    /// use offprint::Source;
    ///
    /// let text = "# A\n\n<!-- offprint: suppress P008 -->\n[x](javascript:y)\n\n[z](javascript:y)\n";
    /// let found = offprint::parse(&Source::new("a.md", text))?.diagnostics;
    /// assert_eq!(found.len(), 1);
    /// # Ok::<(), offprint::Error>(())
    /// ```
    #[must_use]
    pub fn unsuppressed(&self, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if !diagnostics.is_empty() {
            let mut suppressions = Suppressions::new(&self.metadata.suppress);
            suppressions.article(self);
            diagnostics.retain(|diagnostic| !suppressions.covers(diagnostic));
        }
        diagnostics
    }
}
