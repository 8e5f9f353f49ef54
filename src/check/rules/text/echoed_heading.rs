//! T005: a paragraph that only repeats the heading above it.

use super::fold::fold;
use crate::check::{Findings, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

#[derive(Debug)]
pub(in crate::check) struct EchoedHeading;

impl Rule for EchoedHeading {
    fn code(&self) -> Code {
        Code::EchoedHeading
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let after = view.passages().skip(1);
        for (heading, below) in view.passages().zip(after) {
            let is_pair = heading.kind() == PassageKind::Heading
                && below.kind() == PassageKind::Paragraph
                && !below.is_quoted();
            // The rest of a sentence may begin with the same words: only what is all of a paragraph, or a long
            // sentence of it, says nothing new.
            if !is_pair || !starts_alike(heading.text(), below.text()) {
                continue;
            }
            let folded = fold(heading.text());
            let first = below.sentence_ranges().next().unwrap_or_default();
            let sentence = fold(&below.text()[first.clone()]);
            let is_all = first.len() == below.text().trim().len();
            if sentence == folded && (is_all || folded.split(' ').count() > 3) {
                findings.add(
                    Diagnostic::new(self.code(), "this repeats the heading above it")
                        .label(below.place(first), "again here")
                        .label(heading.origin(), "first here")
                        .help("begin with what the heading does not say"),
                );
            }
        }
    }
}

/// Whether the first letters of both are the same, which is seldom so.
fn starts_alike(a: &str, b: &str) -> bool {
    let start = |text: &str| -> Option<String> {
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).take(3).collect();
        (!letters.is_empty()).then(|| letters.to_lowercase())
    };
    start(a).is_some_and(|letters| start(b) == Some(letters))
}
