//! T002: long sentences that stand in the article twice.

use super::fold;
use crate::check::{Findings, Passage, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

/// Sentences of fewer words recur because people speak like that.
const WORDS: usize = 12;

/// So many words have at least this many letters and spaces.
const SHORTEST: usize = 2 * WORDS - 1;

/// How many letters are looked at first, at either end.
const LETTERS: usize = 12;

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
        for place in may_recur(view) {
            let folded = fold::fold(&place.passage.text()[place.range.clone()]);
            if folded.bytes().filter(|byte| *byte == b' ').count() + 1 < WORDS {
                continue;
            }
            match known.entry(folded) {
                Entry::Vacant(new) => {
                    new.insert(place);
                }
                Entry::Occupied(first) => note(&mut pairs, first.get(), place),
            }
        }
        pairs.iter().for_each(|pair| findings.add(told(pair)));
    }
}

/// The sentences that begin and end as another does, in the order of the text.
fn may_recur<'v>(view: &'v View<'_>) -> Vec<Place<'v>> {
    let mut places: Vec<Place<'_>> = Vec::new();
    let mut ends: Vec<(u64, usize)> = Vec::new();
    let mut number = 0;
    for passage in view.passages().filter(|passage| is_text(*passage)) {
        for range in passage.sentence_ranges() {
            number += 1;
            if range.len() >= SHORTEST {
                ends.push((both_ends(&passage.text()[range.clone()]), places.len()));
                places.push(Place { passage, range, last: None, number });
            }
        }
    }
    ends.sort_unstable();
    let same = ends.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1);
    let mut recurring: Vec<usize> = same.flatten().map(|(_, at)| *at).collect();
    recurring.sort_unstable();
    recurring.into_iter().map(|at| places[at].clone()).collect()
}

/// A number that sentences share which begin and end with the same letters, whatever marks are between these.
fn both_ends(sentence: &str) -> u64 {
    let mix = |hash: u64, c: char| {
        let small =
            if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { c.to_lowercase().next() };
        (hash ^ u64::from(small.unwrap_or(c))).wrapping_mul(0x0100_0000_01b3)
    };
    let letters = |c: &char| c.is_alphanumeric();
    let first = sentence.chars().filter(letters).take(LETTERS).fold(0xcbf2_9ce4_8422_2325, mix);
    sentence.chars().rev().filter(letters).take(LETTERS).fold(first, mix)
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
