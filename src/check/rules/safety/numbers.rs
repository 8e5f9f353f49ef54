//! Numbers of help lines in an article.

use crate::check::urgent_help::HelpLine;
use crate::check::{Passage, View};
use crate::source::Origin;
use std::ops::Range;

/// A help line's number in the text.
pub(super) struct Given<'v> {
    pub(super) line: &'v HelpLine,
    pub(super) passage: Passage<'v>,
    pub(super) range: Range<usize>,
}

impl Given<'_> {
    pub(super) fn place(&self) -> Origin {
        self.passage.place(self.range.clone())
    }
}

/// Words near a short number that make it one to call: `999` alone may count sheep.
const CALLS: &[&str] = &[
    "call",
    "dial",
    "ring",
    "phone",
    "telephone",
    "text",
    "nhs",
    "contact",
    "samaritans",
    "lifeline",
    "shout",
    "emergency",
    "helpline",
    "number",
    "a&e",
    "press",
    "on",
];

/// The numbers of help lines that the article gives.
pub(super) fn given<'v>(view: &'v View<'_>) -> Vec<Given<'v>> {
    let known: Vec<(&HelpLine, Vec<u8>)> =
        view.urgent_help().iter().map(|line| (line, digits(&line.number))).collect();
    let mut found = Vec::new();
    for passage in view.passages() {
        for range in numbers(passage.text()) {
            let written = digits(&passage.text()[range.clone()]);
            let Some((line, _)) = known.iter().find(|(_, number)| *number == written) else {
                continue;
            };
            if written.len() > 4 || is_called(passage, &range) {
                found.push(Given { line, passage, range });
            }
        }
    }
    found
}

fn digits(text: &str) -> Vec<u8> {
    text.bytes().filter(u8::is_ascii_digit).collect()
}

/// Runs of digits with single spaces or hyphens between them.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !bytes[at].is_ascii_digit() {
            at += 1;
        }
        let start = at;
        let mut end = at;
        while at < bytes.len() {
            if bytes[at].is_ascii_digit() {
                at += 1;
                end = at;
            } else if matches!(bytes[at], b' ' | b'-')
                && at == end
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
            {
                at += 1;
            } else {
                break;
            }
        }
        (start < end).then_some(start..end)
    })
}

fn is_called(passage: Passage<'_>, range: &Range<usize>) -> bool {
    let text = passage.text();
    let is_part = |c: Option<char>| {
        c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '£' | '$' | '€' | '%' | '.' | ','))
    };
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars();
    let is_decimal = after.clone().next().is_some_and(|c| matches!(c, '.' | ','))
        && after.clone().nth(1).is_some_and(|c| c.is_ascii_digit());
    if is_part(before)
        || is_decimal
        || after.clone().next().is_some_and(|c| c.is_alphanumeric() || c == '%')
    {
        return false;
    }
    let sentence = passage.sentence_at(range.start);
    let near = &text[sentence.start.min(range.start)..range.start];
    let mut words = near
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | ',' | ':' | '.'))
        .filter(|word| !word.is_empty())
        .take(8);
    words.any(|word| CALLS.contains(&&*word.to_lowercase()))
}
