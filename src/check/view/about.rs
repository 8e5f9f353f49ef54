//! What an article says about its authors: biographies, and "About the Author" where there is one author.

use super::{Passage, View};
use crate::model::{Author, SectionRole};
use std::ops::Range;

/// A passage about an author.
#[derive(Debug)]
pub(super) struct About {
    /// Which passage.
    pub(super) passage: usize,
    /// The sentences in it that say what the author is now.
    pub(super) claims: Vec<Range<usize>>,
}

/// Words of a sentence that speaks of somebody else, or of what is no longer, or is not yet.
const TRAPS: &[&str] = &[
    "applied",
    "applying",
    "aunt",
    "brother",
    "colleague",
    "colleagues",
    "daughter",
    "father",
    "former",
    "formerly",
    "friend",
    "hopes",
    "husband",
    "if",
    "lapsed",
    "mother",
    "neither",
    "never",
    "no",
    "nor",
    "not",
    "once",
    "partner",
    "previously",
    "retired",
    "sister",
    "son",
    "supervised",
    "supervisor",
    "supervisors",
    "teacher",
    "trained",
    "training",
    "unlike",
    "until",
    "used",
    "was",
    "were",
    "whose",
    "wife",
    "without",
];

/// The passages about authors, in order.
pub(super) fn find(view: &View<'_>) -> Vec<About> {
    let passages = view.passages().enumerate().filter(|(_, passage)| author(*passage).is_some());
    let about = passages.map(|(at, passage)| {
        let says_so = |range: &Range<usize>| !is_trap(&passage.text()[range.clone()]);
        About { passage: at, claims: passage.sentence_ranges().filter(says_so).collect() }
    });
    about.collect()
}

/// Whom a passage is about.
pub(super) fn author(passage: Passage<'_>) -> Option<&Author> {
    let is_about =
        || passage.section().is_some_and(|section| section.role == SectionRole::AboutTheAuthor);
    let author = passage.author().or_else(|| match passage.article().authors.as_slice() {
        [only] if is_about() => Some(only),
        _ => None,
    });
    author.filter(|_| !passage.is_quoted())
}

fn is_trap(sentence: &str) -> bool {
    let words = sentence.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\''));
    let mut words = words.filter(|word| !word.is_empty());
    words.any(|word| {
        let is_denied = ["n’t", "n't", "N’T", "N'T"].iter().any(|end| word.ends_with(end));
        is_denied || TRAPS.iter().any(|trap| trap.eq_ignore_ascii_case(word))
    })
}
