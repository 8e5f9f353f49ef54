//! What an article says about its authors: biographies, and "About the Author" where there is one author.

use super::{Passage, View};
use crate::check::words::List;
use crate::model::{Author, SectionRole};
use memchr::memmem;
use std::ops::Range;

/// A passage about an author.
#[derive(Debug)]
pub(super) struct About {
    /// Which passage.
    pub(super) passage: usize,
    /// The sentences in it that say what the author is now.
    pub(super) claims: Vec<Range<usize>>,
}

/// The passages about authors, in order.
pub(super) fn find(view: &View<'_>) -> Vec<About> {
    let passages = view.passages().enumerate().filter(|(_, passage)| author(*passage).is_some());
    let about = passages.map(|(at, passage)| {
        let says_so = |range: &Range<usize>| !is_trap(passage, range);
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

fn is_trap(passage: Passage<'_>, sentence: &Range<usize>) -> bool {
    let text = &passage.text()[sentence.clone()];
    let is_denied = ["n’t", "n't", "N’T", "N'T"].iter().any(|end| {
        let mut found = memmem::find_iter(text.as_bytes(), end).map(|at| &text[at + end.len()..]);
        found.any(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    // `her partner’s` is no word of the list.
    is_denied
        || passage
            .hits(List::Traps)
            .filter(|range| sentence.start <= range.start && range.end <= sentence.end)
            .any(|range| !passage.text()[range.end..].starts_with(['’', '\'']))
}
