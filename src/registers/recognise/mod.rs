//! Prose into credentials, and never more than was said.
//!
//! A section about the author is read as [`passage`]s (paragraphs, points, cells), these as [`tokens`] and
//! sentences. Of every word of a [`sentence`] the [`clauses`] tell whether it is said to be so now, and of
//! which author; what is asked, advised, denied, over, hoped for or somebody else's is of nobody. Then
//! [`memberships`], [`degrees`], [`posts`] and [`practices`] look for their own forms. Each step goes
//! through the words once.

mod clauses;
mod contradiction;
mod degrees;
mod letters;
mod lexicon;
mod memberships;
mod merge;
mod names;
mod passage;
mod posts;
mod practices;
mod sentence;
mod tokens;

pub(crate) use letters::is_degree;
pub(super) use sentence::NameIndex;

use super::Registers;
use crate::diagnostic::Diagnostic;
use crate::model::{
    Affiliation, Author, Block, Confidence, Degree, Membership, Post, PrivatePractice, Section,
};
use crate::source::Source;
use clauses::Speaker;
use names::Names;
use passage::Passage;
use sentence::Sentence;
use std::ops::Range;

/// A sentence of more words than this is none that anybody reads, and nothing is looked for in it: what stands in it
/// is held against what else does.
const LONGEST_SENTENCE: usize = 500;

/// What is found after that many is of nobody: nobody holds so much, and each is held against those before.
const MOST: usize = 200;

/// What was found in a sentence, and of whom.
struct Found {
    author: usize,
    what: What,
    /// Its words in the sentence.
    words: Range<usize>,
    confidence: Confidence,
}

enum What {
    Membership(Membership),
    Degree(Degree),
    Affiliation(Affiliation),
    Post(Post),
    Practice(PrivatePractice),
}

/// Finds in a section about the authors what each of them holds and does, and tells what contradicts what was
/// stated. What is ambiguous is nobody's.
pub(crate) fn recognise_section(
    registers: &Registers,
    authors: &mut [Author],
    section: &Section,
    source: &Source,
    told: &mut Vec<Diagnostic>,
) {
    let mut passages = Vec::new();
    collect(section, source, &mut passages);
    recognise(registers, authors, &passages, told);
}

/// Finds in what an author says of themselves what they hold and do.
pub(crate) fn recognise_biography(
    registers: &Registers,
    author: &mut Author,
    biography: &[Block],
    source: &Source,
    told: &mut Vec<Diagnostic>,
) {
    let mut passages = Vec::new();
    passage::passages(biography, source, &mut passages);
    recognise(registers, std::slice::from_mut(author), &passages, told);
}

fn collect(section: &Section, source: &Source, out: &mut Vec<Passage>) {
    passage::passages(&section.content, source, out);
    for inner in &section.sections {
        passage::line(&inner.heading, source, out);
        collect(inner, source, out);
    }
}

fn recognise(
    registers: &Registers,
    authors: &mut [Author],
    passages: &[Passage],
    told: &mut Vec<Diagnostic>,
) {
    let names = Names::new(authors);
    let only = (authors.len() == 1).then_some(0);
    let mut speaker = Speaker { subject: only, pronoun: only };
    let mut count = 0;
    for passage in passages {
        if only.is_some() {
            speaker.pronoun = only;
        }
        speaker.subject = only.or(speaker.subject);
        let tokens = tokens::tokens(&passage.text);
        let is_shouted = !passage.text.chars().any(char::is_lowercase);
        for (tokens, asks) in tokens::sentences(&tokens) {
            if tokens.len() > LONGEST_SENTENCE {
                speaker = Speaker { subject: only, pronoun: only };
                continue;
            }
            let mut sentence = Sentence::new(&passage.text, tokens, registers, &names, is_shouted);
            clauses::judge(&mut sentence, &mut speaker, asks);
            if only.is_some() {
                speaker.subject = only;
            }
            let mut found = Vec::new();
            memberships::find(&sentence, &mut found);
            degrees::find(&sentence, &mut found);
            posts::find(&sentence, &mut found);
            practices::find(&sentence, &mut found);
            found.sort_by_key(|found| found.words.start);
            for found in found {
                let first = tokens[found.words.start].range.start;
                let last = tokens[found.words.end - 1].range.end;
                let origin = passage.origin(first..last);
                count += 1;
                if let Some(author) = authors.get_mut(found.author).filter(|_| count <= MOST) {
                    if let What::Membership(held) = &found.what {
                        let held = Membership { origin, ..held.clone() };
                        told.extend(contradiction::contradiction(registers, author, &held));
                    }
                    merge::add(author, found.what, found.confidence, origin);
                }
            }
        }
    }
}

impl Sentence<'_> {
    /// How sure something is that was said in so many words.
    fn confidence(&self) -> Confidence {
        if self.has_subject { Confidence::High } else { Confidence::Medium }
    }
}
