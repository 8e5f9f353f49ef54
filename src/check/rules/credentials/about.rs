//! What an article says about its authors: biographies, and "About the Author" where there is one author.

use crate::check::{Passage, View};
use crate::model::{Author, Basis, Credential, Membership};
use crate::registers::BodyEntry;
use std::ops::Range;

/// Words of a sentence that speaks of somebody else, or of what is no longer, or is not yet.
pub(in crate::check::rules) const TRAPS: &[&str] = &[
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

/// The passages about authors, each with its author.
pub(super) fn passages<'v>(view: &'v View<'_>) -> impl Iterator<Item = (Passage<'v>, &'v Author)> {
    view.about().map(|(passage, author, _)| (passage, author))
}

/// The sentences that say what an author is now: the passage, the author, and where in the passage it stands.
pub(super) fn claims<'v>(
    view: &'v View<'_>,
) -> impl Iterator<Item = (Passage<'v>, &'v Author, &'v Range<usize>)> {
    view.about().flat_map(|(passage, author, claims)| {
        claims.iter().map(move |sentence| (passage, author, sentence))
    })
}

/// The words of a text in small letters.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\''));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The memberships of an author.
pub(super) fn memberships(author: &Author) -> impl Iterator<Item = &Membership> {
    author.credentials.iter().filter_map(|held| match held {
        Credential::Membership(membership) => Some(membership),
        _ => None,
    })
}

/// The memberships that front matter states.
pub(super) fn stated(author: &Author) -> impl Iterator<Item = &Membership> {
    memberships(author).filter(|membership| membership.basis == Basis::Stated)
}

/// Where a text names a body, by its name or its abbreviation, whole.
pub(super) fn named(text: &str, body: &BodyEntry) -> Vec<Range<usize>> {
    let names = body.other_names.iter().chain([&body.name]).map(String::as_str);
    let mut found: Vec<Range<usize>> = names
        .chain([body.body.as_str()])
        .flat_map(|name| {
            // Names begin with a capital, of which there are few.
            let first = name.bytes().next().unwrap_or_default();
            let starts = memchr::memchr_iter(first, text.as_bytes());
            let found =
                starts.filter(move |at| text.as_bytes()[*at..].starts_with(name.as_bytes()));
            found.map(|at| at..at + name.len())
        })
        .filter(|range| {
            let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !is_word(text[..range.start].chars().next_back())
                && !is_word(text[range.end..].chars().next())
        })
        .collect();
    // Of two names in one place the longer is meant.
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let is_new = range.start >= end;
        end = end.max(range.end);
        is_new
    });
    found
}

/// The text before a name, without what may stand between: `member of the`.
pub(super) fn before(text: &str, at: usize) -> &str {
    let before = text[..at].trim_end();
    let before =
        before.strip_suffix("the").or_else(|| before.strip_suffix("The")).unwrap_or(before);
    before.trim_end()
}
