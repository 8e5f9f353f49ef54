//! Bodies that no register of ours has.

use super::after::after;
use super::before::before;
use super::membership;
use crate::model::{Body, Confidence};
use crate::registers::recognise::sentence::Sentence;
use crate::registers::recognise::{Found, What};

/// Bodies that no register of ours has, where their abbreviation is written.
pub(super) fn find(s: &Sentence<'_>, found: &mut Vec<Found>) {
    for at in 0..s.tokens.len() {
        if !is_abbreviation(s, at) || s.mention_at(at).is_some() {
            continue;
        }
        let in_brackets = at > 1 && s.is(at - 1, "(") && s.is(at + 1, ")");
        let range = if in_brackets {
            // Its name stands before the bracket.
            let start = (0..at - 1).rev().find(|&start| {
                s.name_end(start) == Some(at - 1)
                    && (start == 0 || s.is_any(start - 1, &["of", "the", "with", "by"]))
            });
            let Some(start) = start else { continue };
            let first =
                (0..start).rev().take_while(|&first| s.name_end(first) == Some(at - 1)).last();
            let long =
                first.filter(|&first| first > 0 && s.is_any(first - 1, &["the", "with", "by"]));
            long.unwrap_or(start)..at + 2
        } else if s.is(at + 1, "-")
            && s.is_any(at + 2, &["registered", "accredited", "licensed", "chartered"])
        {
            at..at + 1
        } else {
            continue;
        };
        let claim = before(s, &range).or_else(|| after(s, &range));
        let (Some(claim), Some(author)) = (claim, s.said[range.start]) else { continue };
        let Ok(body) = s.written(at..at + 1).replace('.', "").parse::<Body>();
        let membership = membership(s, body, &claim, range.end..s.tokens.len());
        found.push(Found {
            author,
            what: What::Membership(membership),
            words: claim.start.min(range.start)..range.end,
            confidence: Confidence::Medium,
        });
    }
}

/// At least three capitals and nothing else; a degree is none.
fn is_abbreviation(s: &Sentence<'_>, at: usize) -> bool {
    let written = s.written(at..at + 1);
    written.chars().all(|c| c.is_uppercase() || c == '.')
        && written.chars().filter(|c| *c != '.').count() >= 3
        && s.degree_letters(at).is_none()
        && !matches!(written, "NHS" | "CBT" | "USA" | "PTSD" | "OCD" | "EMDR" | "ADHD" | "LGBT")
}
