//! S005: words that promise too much.

use super::CAP_CODE;
use crate::check::rules::turned::is_turned;
use crate::check::words::List;
use crate::check::{Findings, Passage, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use std::ops::Range;

/// Claims that a remedy works. A word such as `cure` alone is none: people hope for one, and Freud's patient
/// spoke of the talking cure.
pub(in crate::check::rules) const WORDS: &[&str] = &[
    "100% effective",
    "100 % effective",
    "100% success",
    "100% safe",
    "a cure for",
    "be cured",
    "can cure",
    "clinically proven",
    "complete cure",
    "cure you",
    "cure your",
    "cures",
    "fully cured",
    "guarantee",
    "guaranteed",
    "guarantees",
    "heal your trauma",
    "heals anxiety",
    "heals depression",
    "heals trauma",
    "heals your",
    "instant relief",
    "instant results",
    "lasting cure",
    "miracle cure",
    "never fails",
    "no side effects",
    "permanent cure",
    "proven cure",
    "proven to work",
    "risk-free",
    "scientifically proven",
    "will cure",
    "works for everybody",
    "works for everyone",
];

#[derive(Debug)]
pub(in crate::check) struct Claims;

impl Rule for Claims {
    fn code(&self) -> Code {
        Code::ClaimForReview
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(CAP_CODE)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let mut end = None;
        for (passage, range, _) in view.hits(List::Claims) {
            let is_own = passage.kind() != PassageKind::Reading && !passage.is_quoted();
            let overlaps = end == Some(passage.place(range.clone()).range().end);
            let words = &passage.text()[range.clone()];
            let is_doubted = is_turned(passage, range.start) || is_in_general(passage, &range);
            if !is_own || overlaps || is_doubted {
                continue;
            }
            let place = passage.place(range);
            end = Some(place.range().end);
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!("`{words}` may promise more than can be shown; please read it again"),
                )
                .label(place, "for review")
                .help("say what usually happens, and for whom, or name the evidence"),
            );
        }
    }
}

/// `A guarantee is something that comes with a toaster`: a word for it that nobody here gives.
fn is_in_general(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let text = passage.text();
    let sentence = &text[passage.sentence_at(range.start)];
    let before = text[..range.start].trim_end().rsplit(' ').next().unwrap_or_default();
    let is_noun =
        matches!(before, "a" | "A") && text[range.clone()].eq_ignore_ascii_case("guarantee");
    let mut words = sentence.split(|c: char| !c.is_alphabetic());
    is_noun && !words.any(|word| matches!(&*word.to_lowercase(), "i" | "we" | "my" | "our"))
}
