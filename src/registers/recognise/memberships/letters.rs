//! Letters that a body gives.

use crate::model::{Confidence, Membership};
use crate::registers::recognise::sentence::Sentence;
use crate::registers::recognise::{Found, What};

/// `Imogen Farthing, MBACP (Accred), MSc`.
pub(super) fn find(s: &Sentence<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < s.tokens.len() {
        let Some((end, by)) = s.body_letters(at) else {
            at += 1;
            continue;
        };
        let behind_noun = at > 0
            && (s.is_any(
                at - 1,
                &[
                    "is",
                    "am",
                    "as",
                    "holds",
                    "has",
                    "letters",
                    "uses",
                    "use",
                    "member",
                    "registrant",
                ],
            ) || s.is(at - 1, "(")
                && at > 1
                && s.is_any(
                    at - 2,
                    &[
                        "member",
                        "registrant",
                        "psychotherapist",
                        "counsellor",
                        "therapist",
                        "fellow",
                        "psychologist",
                    ],
                ));
        let author = s.letters_of(at).or_else(|| s.said[at].filter(|_| behind_noun));
        if let (Some(author), [by]) = (author, &by[..]) {
            let mut membership = Membership::new(by.body.body.clone());
            membership.grade = Some(by.grade.grade.clone());
            found.push(Found {
                author,
                what: What::Membership(membership),
                words: at..end,
                confidence: Confidence::High,
            });
        }
        at = end;
    }
}
