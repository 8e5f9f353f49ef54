//! Stories of patients in running text, and words that stand for a label.

use crate::check::words::List;
use crate::check::{Passage, PassageKind, View};
use crate::model::Section;
use crate::source::Origin;
use std::ops::Range;

/// Words by which an author brings a patient in, in running text.
pub(in crate::check::rules) const SIGNS: &[&str] = &[
    "i shall call her",
    "i shall call him",
    "i shall call them",
    "i will call her",
    "i will call him",
    "i will call them",
    "i’ll call her",
    "i’ll call him",
    "i’ll call them",
    "let me call her",
    "let me call him",
    "let us call her",
    "let us call him",
    "let us call them",
    "let’s call her",
    "let’s call him",
    "let’s call them",
    "not her real name",
    "not his real name",
    "not their real name",
    "whom i shall call",
    "whom i will call",
    "whom i’ll call",
];

/// Words that say whose story it is, or that it was changed.
pub(in crate::check::rules) const DISCLAIMERS: &[&str] = &[
    "all names have been changed",
    "are composites",
    "case material has been",
    "case material is",
    "details have been changed",
    "drawn from several people",
    "drawn from several patients",
    "identifying details",
    "names and details have been",
    "names have been changed",
    "the case examples are",
    "the cases are",
    "the cases in this",
    "the vignettes are",
    "the vignettes in this",
    "vignettes have been",
];

/// Headings under which a story stands.
const HEADINGS: &[&str] = &[
    "case example",
    "case examples",
    "case history",
    "case illustration",
    "case studies",
    "case study",
    "case vignette",
    "case vignettes",
    "clinical example",
    "clinical illustration",
    "clinical vignette",
    "vignette",
    "vignettes",
];

/// A story of somebody that stands in running text.
pub(super) struct Story<'v> {
    pub(super) section: Option<&'v Section>,
    /// Where it begins, or the words that gave it away.
    pub(super) place: Origin,
    /// All that it says, for what it says of itself.
    pub(super) text: String,
}

/// The stories that are no vignettes, one a section.
pub(super) fn stories<'v>(view: &'v View<'_>) -> Vec<Story<'v>> {
    let mut found: Vec<Story<'v>> = Vec::new();
    let is_same = |one: Option<&Section>, other: Option<&Section>| match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (None, None) => true,
        _ => false,
    };
    let told =
        |found: &[Story<'v>], section| found.iter().any(|story| is_same(story.section, section));
    let text_of = |section: Option<&'v Section>| -> String {
        let inside = view.passages().filter(|passage| {
            is_same(passage.section(), section)
                && !passage.is_quoted()
                && passage.vignette().is_none()
        });
        inside.map(Passage::text).collect::<Vec<_>>().join("\n")
    };
    for passage in view.passages().filter(|passage| passage.kind() == PassageKind::Heading) {
        let Some(section) = passage.section().filter(|_| names_a_story(passage.text())) else {
            continue;
        };
        let text = text_of(Some(section));
        if persons(&text) >= 4 && !told(&found, Some(section)) {
            found.push(Story { section: Some(section), place: passage.origin(), text });
        }
    }
    for (passage, range, _) in view.hits(List::StorySigns) {
        let is_running = passage.vignette().is_none()
            && !passage.is_quoted()
            && passage.author().is_none()
            && passage.kind() != PassageKind::Reading;
        let section = passage.section();
        if !is_running || told(&found, section) {
            continue;
        }
        let text = text_of(section);
        if persons(&text) >= 4 {
            found.push(Story { section, place: place(passage, range), text });
        }
    }
    found
}

fn place(passage: Passage<'_>, range: Range<usize>) -> Origin {
    passage.place(range)
}

/// A heading such as `A Case Example`, and not `What is a case study?`.
fn names_a_story(heading: &str) -> bool {
    // Each of the names has one of these words.
    let small = heading.to_ascii_lowercase();
    if !["case", "clinical", "vignette"].iter().any(|word| small.contains(word)) {
        return false;
    }
    let words: Vec<&str> =
        heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let stands = |name: &&str| {
        let count = name.split(' ').count();
        let same = |words: &[&str]| {
            words.iter().zip(name.split(' ')).all(|(word, part)| word.eq_ignore_ascii_case(part))
        };
        words.windows(count).any(same)
    };
    !heading.trim_end().ends_with('?') && words.len() <= 7 && HEADINGS.iter().any(stands)
}

/// How often a text speaks of one person.
fn persons(text: &str) -> usize {
    const PERSONS: [&str; 6] = ["he", "she", "him", "her", "his", "hers"];
    let words = text.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| word.len() < 5 && PERSONS.iter().any(|one| one.eq_ignore_ascii_case(word)))
        .count()
}
