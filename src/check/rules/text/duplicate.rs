//! T002: long sentences that stand in the article twice.

use super::fold;
use crate::check::{Findings, Passage, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

/// Sentences of fewer words recur because people speak like that.
const WORDS: usize = 12;

/// How many short sentences may stand between two that recur in one passage that does.
const BETWEEN: usize = 3;

#[derive(Debug)]
pub(in crate::check) struct DuplicatePassage;

/// Sentences that stand in the text twice, the passage and range of both.
struct Pair<'v> {
    first: Place<'v>,
    again: Place<'v>,
    sentences: usize,
}

#[derive(Clone)]
struct Place<'v> {
    passage: Passage<'v>,
    range: Range<usize>,
    last: Option<(Passage<'v>, Range<usize>)>,
    /// Which sentence of the article it ends with.
    number: usize,
}

impl Rule for DuplicatePassage {
    fn code(&self) -> Code {
        Code::DuplicatePassage
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let mut known: HashMap<String, Place<'_>> = HashMap::new();
        let mut pairs: Vec<Pair<'_>> = Vec::new();
        let (mut number, mut folded) = (0, String::new());
        for passage in view.passages().filter(|passage| is_text(*passage)) {
            for range in passage.sentence_ranges() {
                number += 1;
                folded.clear();
                fold::push(&passage.text()[range.clone()], &mut folded);
                if folded.bytes().filter(|byte| *byte == b' ').count() + 1 < WORDS {
                    continue;
                }
                let place = Place { passage, range, last: None, number };
                match known.entry(std::mem::take(&mut folded)) {
                    Entry::Vacant(new) => {
                        new.insert(place);
                    }
                    Entry::Occupied(first) => note(&mut pairs, first.get(), place),
                }
            }
        }
        pairs.iter().for_each(|pair| findings.add(told(pair)));
    }
}

fn is_text(passage: Passage<'_>) -> bool {
    // A magazine prints a sentence of its text large, as a quotation, and two authors may be told of in one breath.
    !passage.is_quoted()
        && passage.author().is_none()
        && matches!(passage.kind(), PassageKind::Paragraph | PassageKind::Point | PassageKind::Cell)
}

/// Adds a pair, or lengthens the one before by it.
fn note<'v>(pairs: &mut Vec<Pair<'v>>, first: &Place<'v>, again: Place<'v>) {
    let follows =
        |before: usize, after: usize| (1..=BETWEEN + 1).contains(&after.saturating_sub(before));
    if let Some(pair) = pairs.last_mut() {
        let steps = (
            first.number.checked_sub(pair.first.number),
            again.number.checked_sub(pair.again.number),
        );
        let is_next = steps.0 == steps.1
            && follows(pair.first.number, first.number)
            && follows(pair.again.number, again.number);
        if is_next {
            for (place, next) in [(&mut pair.first, first), (&mut pair.again, &again)] {
                place.last = Some((next.passage, next.range.clone()));
                place.number = next.number;
            }
            pair.sentences += 1;
            return;
        }
    }
    pairs.push(Pair { first: first.clone(), again, sentences: 1 });
}

fn told(pair: &Pair<'_>) -> Diagnostic {
    let message = match pair.sentences {
        1 => "this sentence stands in the article already".to_owned(),
        many => format!("these {many} sentences stand in the article already"),
    };
    Diagnostic::new(Code::DuplicatePassage, message)
        .label(pair.again.origin(), "again here")
        .label(pair.first.origin(), "first here")
        .help("keep one of the two")
}

impl Place<'_> {
    fn origin(&self) -> crate::source::Origin {
        let start = self.passage.place(self.range.clone());
        let Some((passage, range)) = &self.last else { return start };
        let end = passage.place(range.clone());
        if start.source() != end.source() || end.range().end < start.range().start {
            return start;
        }
        start.with_range(start.range().start..end.range().end)
    }
}
