//! Institutions, years, classifications and subjects.

use super::award::award;
use crate::model::PartialDate;
use crate::registers::recognise::lexicon::{FINITE, Words};
use crate::registers::recognise::sentence::Sentence;
use std::ops::Range;

static INSTITUTIONS: Words = Words::new(&[
    "university",
    "college",
    "institute",
    "school",
    "academy",
    "polytechnic",
    "centre",
    "conservatoire",
    "universities",
]);

static CLASSES: Words = Words::new(&["distinction", "merit", "honours", "commendation", "credit"]);

pub(super) fn names_institution(s: &Sentence<'_>, name: &Range<usize>) -> bool {
    name.clone().any(|at| s.is_any(at, &INSTITUTIONS))
}

pub(super) fn institution(s: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    s.name_end(start).map(|end| start..end)
}

pub(super) fn year(s: &Sentence<'_>, at: usize) -> Option<PartialDate> {
    let word = s.word(at);
    let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    if is_year { word.parse().ok() } else { None }
}

/// `distinction`, `first-class honours`.
pub(super) fn classification(s: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(s.is_any(at, &["a", "an"]));
    if s.is_any(start, &CLASSES) {
        return Some(start..start + 1);
    }
    if s.is_any(start, &["first", "upper", "lower", "second"]) {
        let mut end = start + 1;
        while s.is_any(end, &["-", "class", "second", "honours"]) {
            end += 1;
        }
        return (end > start + 1).then_some(start..end);
    }
    None
}

pub(super) fn subject(s: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    static ENDS: Words = Words::new(&[
        "from",
        "at",
        "with",
        "by",
        "through",
        "which",
        "who",
        "where",
        "while",
        "before",
        "after",
        "since",
        "but",
        "to",
        "she",
        "he",
        "they",
        "i",
        "as",
        "then",
        "though",
        "awarded",
        "the",
        "on",
        "under",
        "accredited",
        "validated",
    ]);
    let mut end = start;
    while s.is_word(end) || s.is(end, "-") || s.is(end, "/") {
        let is_end = s.is_any(end, &ENDS)
            || s.is_verb(end, &FINITE)
            || s.is(end, "in")
            || s.names[end].is_some()
            || s.is(end, "and")
                && (s.is_any(
                    end + 1,
                    &[
                        "a",
                        "an",
                        "the",
                        "her",
                        "his",
                        "my",
                        "their",
                        "she",
                        "he",
                        "i",
                        "they",
                        "later",
                        "then",
                        "in",
                        "postgraduate",
                        "trained",
                        "worked",
                        "is",
                        "went",
                        "moved",
                        "began",
                        "qualified",
                    ],
                ) || s.is_verb(end + 1, &FINITE)
                    || award(s, end + 1).is_some()
                    || (end + 1..end + 5).any(|at| s.is_any(at, &["years", "decades"]))
                    || s.body_letters(end + 1).is_some());
        if is_end {
            break;
        }
        end += 1;
    }
    (end > start && !s.is_any(start, &["her", "his", "a", "an", "my", "progress", "hand", "which"]))
        .then_some(start..end)
}
