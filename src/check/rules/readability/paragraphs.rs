//! R003: paragraphs that are too long for the NHS.

use super::NHS;
use crate::check::readability::is_prose;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

const MOST: usize = 3;

/// How many of them are shown.
const SHOWN: usize = 10;

#[derive(Debug)]
pub(in crate::check) struct LongParagraph;

impl Rule for LongParagraph {
    fn code(&self) -> Code {
        Code::LongParagraph
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::NhsStyle]
    }

    fn authority(&self) -> Option<&str> {
        Some(NHS)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let counted = view
            .passages()
            .filter(|passage| is_prose(*passage))
            .map(|passage| (passage.sentence_ranges().count(), passage));
        let long: Vec<_> = counted.filter(|(count, _)| *count > MOST).collect();
        if long.is_empty() {
            return;
        }
        let message = match long.len() {
            1 => format!("a paragraph has more than {MOST} sentences"),
            many => format!("{many} paragraphs have more than {MOST} sentences"),
        };
        let mut found = Diagnostic::new(self.code(), message);
        for (count, passage) in long.iter().take(SHOWN) {
            let start = passage.sentence_ranges().next().unwrap_or_default();
            found = found.label(passage.place(start), format!("{count} sentences"));
        }
        findings.add(found.help("begin a new paragraph where the thought turns"));
    }
}
