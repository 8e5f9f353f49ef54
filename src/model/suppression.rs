//! Findings that an author does not want to be told.

use super::visit::{self, Visit};
use super::{Article, Block, Section};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{Origin, SourceId};
use std::ops::Range;

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

    /// Leaves out what is not to be told.
    pub(crate) fn leave_out(self, diagnostics: &mut Vec<Diagnostic>) {
        let reaches = reaches(&self.places);
        let is_here = |diagnostic: &Diagnostic| {
            let at = diagnostic.origin();
            let Some(source) = at.source() else { return false };
            let wanted = (diagnostic.code, source, at.range().start);
            let next =
                reaches.partition_point(|reach| (reach.code, reach.source, reach.start) <= wanted);
            next.checked_sub(1).and_then(|last| reaches.get(last)).is_some_and(|reach| {
                (reach.code, reach.source) == (diagnostic.code, source)
                    && at.range().start <= reach.end
            })
        };
        diagnostics.retain(|diagnostic| {
            diagnostic.severity == Severity::Error
                || !self.everywhere.contains(&diagnostic.code) && !is_here(diagnostic)
        });
    }
}

/// A place where a code is not told.
struct Reach {
    code: Code,
    source: SourceId,
    start: usize,
    /// The furthest end of those that begin here or before.
    end: usize,
}

/// The places in order, so that of many each finding asks few.
fn reaches(places: &[(Code, Origin)]) -> Vec<Reach> {
    let known = places.iter().filter_map(|(code, place)| {
        let Range { start, end } = place.range();
        Some(Reach { code: *code, source: place.source()?, start, end })
    });
    let mut reaches: Vec<Reach> = known.collect();
    reaches.sort_by_key(|reach| (reach.code, reach.source, reach.start));
    let mut last = None;
    for reach in &mut reaches {
        if let Some((code, source, end)) = last
            && (code, source) == (reach.code, reach.source)
        {
            reach.end = reach.end.max(end);
        }
        last = Some((reach.code, reach.source, reach.end));
    }
    reaches
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
            suppressions.leave_out(&mut diagnostics);
        }
        diagnostics
    }
}

#[cfg(test)]
mod tests {
    use super::Suppressions;
    use crate::Source;
    use crate::diagnostic::{Code, Diagnostic};

    #[test]
    fn a_finding_is_left_out_inside_its_places_alone() {
        let (source, other) = (Source::new("a.md", " ".repeat(99)), Source::new("b.md", ""));
        let mut suppressions = Suppressions::new(&[Code::EmptyLink]);
        // A block, one in it, one behind both, and one before them that is met last.
        for range in [20..60, 30..40, 70..80, 0..5] {
            suppressions.waiting.push(Code::RawHtml);
            suppressions.place(source.origin(range));
        }
        let told = |code, source: &Source, at| {
            Diagnostic::new(code, "").label(source.origin(at..at + 1), "")
        };
        let mut found: Vec<Diagnostic> =
            (0..90).step_by(5).map(|at| told(Code::RawHtml, &source, at)).collect();
        found.push(told(Code::RawHtml, &other, 3));
        found.push(told(Code::EmptyLink, &other, 3));
        found.push(told(Code::TooMany, &source, 3));
        suppressions.leave_out(&mut found);
        let left: Vec<usize> = found.iter().map(|told| told.origin().range().start).collect();
        assert_eq!(left, [10, 15, 65, 85, 3, 3]);
    }
}
