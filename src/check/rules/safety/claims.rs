//! S005: words that promise too much.

use crate::check::words::List;
use crate::check::{Findings, Passage, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

/// Claims that a remedy works. A word such as `cure` alone is none: people hope for one, and Freud's patient
/// spoke of the talking cure.
pub(in crate::check) const WORDS: &[&str] = &[
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

/// Words in a sentence that turn a claim round, or make it somebody else's.
const TURNED: &[&str] = &[
    "no",
    "not",
    "never",
    "cannot",
    "nobody",
    "neither",
    "nor",
    "without",
    "nothing",
    "none",
    "hardly",
    "rarely",
    "seldom",
    "beware",
    "wary",
    "suspicious",
    "sceptical",
    "distrust",
    "avoid",
    "myth",
    "if",
    "whether",
    "than",
    "instead",
    "unless",
    "doubt",
    "unlikely",
];

const CAP_CODE: &str = "CAP Code, section 12: medicines, health and beauty \
                        (https://www.asa.org.uk/type/non_broadcast/code_section/12.html)";

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
            if !is_own || overlaps || is_turned(passage, range.start) {
                continue;
            }
            let words = &passage.text()[range.clone()];
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

/// Whether the sentence denies the claim at this place, doubts it, or only asks.
fn is_turned(passage: Passage<'_>, at: usize) -> bool {
    let sentence = &passage.text()[passage.sentence_at(at)];
    let mut words = sentence.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\''));
    sentence.ends_with('?')
        || words.any(|word| {
            let folded = word.to_lowercase();
            TURNED.contains(&&*folded) || folded.ends_with("n’t") || folded.ends_with("n't")
        })
}
