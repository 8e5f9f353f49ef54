//! What is awarded, and with which classification.

use super::parts::classification;
use crate::registers::recognise::lexicon::Words;
use crate::registers::recognise::sentence::Sentence;
use std::ops::Range;

/// What may be said of a degree before it.
static QUALIFIERS: Words = Words::new(&[
    "postgraduate",
    "graduate",
    "advanced",
    "professional",
    "higher",
    "foundation",
    "undergraduate",
    "doctoral",
    "joint",
    "honours",
    "research",
    "post",
    "national",
]);
static AWARDS: Words =
    Words::new(&["diploma", "certificate", "doctorate", "degree", "masters", "bachelors"]);

pub(super) struct Award {
    /// Where its words begin, with what is said of it before.
    pub(super) start: usize,
    pub(super) range: Range<usize>,
    /// What stands for it where its own words are none: `a first in Psychology`.
    pub(super) word: Option<&'static str>,
    pub(super) classification: Option<String>,
    pub(super) is_letters: bool,
}

pub(super) fn award(s: &Sentence<'_>, at: usize) -> Option<Award> {
    let plain = |range: Range<usize>| Award {
        start: range.start,
        range,
        word: None,
        classification: None,
        is_letters: false,
    };
    if let Some(end) = s.degree_letters(at) {
        return Some(Award { is_letters: true, ..plain(at..end) });
    }
    if s.is(at, "first")
        && at > 0
        && s.is_any(at - 1, &["a", "an"])
        && s.is_any(at + 1, &["in", "from"])
    {
        let classification = Some("first".to_owned());
        return Some(Award { word: Some("degree"), classification, ..plain(at..at + 1) });
    }
    if let Some(words) =
        classification(s, at).filter(|words| s.is(words.end, "in") && words.len() > 1)
    {
        let classification = Some(s.written(words.clone()).to_owned());
        let word = Some("degree");
        return Some(Award { word, classification, ..plain(words) });
    }
    let mut start = at;
    while s.is_any(start, &QUALIFIERS)
        || s.is(start, "clinical") && s.is(start + 1, "doctorate")
        || s.is(start, "-") && start > at
        || s.is(start, "level")
            && s.word(start + 1).chars().all(char::is_alphanumeric)
            && s.is_any(start + 2, &["diploma", "certificate"])
        || start > 0 && s.is(start - 1, "level") && s.is_any(start + 1, &["diploma", "certificate"])
    {
        start += 1;
    }
    if s.is_any(start, &AWARDS)
        || s.is_any(start, &["master", "bachelor"]) && s.tokens[start].is_possessive
    {
        let mut end = start + 1;
        if !s.is(start, "degree") && s.is(end, "degree") {
            end += 1;
        } else if s.is(end, "of") && s.is(end + 1, "higher") && s.is(end + 2, "education") {
            end += 3;
        }
        let classification = classification_before(s, at);
        let first = at - classification.as_ref().map_or(0, |(count, _)| *count);
        let classification = classification.map(|(_, words)| words);
        // `first-class honours degree`
        let range =
            if classification.is_some() && s.is(at, "honours") { start..end } else { at..end };
        return Some(Award { start: first, classification, ..plain(range) });
    }
    if s.is_any(at, &["master", "bachelor", "doctor"]) && s.is(at + 1, "of") && s.is_capital(at + 2)
    {
        let mut end = at + 3;
        while s.is_capital(end) || s.is(end, "and") && s.is_capital(end + 1) {
            end += 1;
        }
        return Some(plain(at..end + usize::from(s.is(end, "degree"))));
    }
    None
}

/// `first-class` before a degree: how many words, and which.
fn classification_before(s: &Sentence<'_>, at: usize) -> Option<(usize, String)> {
    let honours = usize::from(s.is(at, "honours"));
    for (count, words) in [(3, ["first", "-", "class"]), (3, ["second", "-", "class"])] {
        let start = at.checked_sub(count)?;
        if (0..3).all(|offset| s.is(start + offset, words[offset])) {
            let half = usize::from(start > 0 && s.is_any(start - 1, &["upper", "lower"]));
            let end = at + honours;
            return Some((count + half, s.written(start - half..end).to_owned()));
        }
    }
    let start = at.checked_sub(2)?;
    (s.is_any(start, &["first", "upper", "lower", "second"])
        && s.is_any(start + 1, &["class", "second"]))
    .then(|| (2, s.written(start..at + honours).to_owned()))
}
