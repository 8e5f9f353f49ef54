//! T015: words in block capitals, which have no outline to be known by.

use crate::check::{Findings, Passage, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use std::ops::Range;

/// Fewer words may be abbreviations side by side.
const WORDS: usize = 4;

#[derive(Debug)]
pub(in crate::check) struct BlockCapitals;

impl Rule for BlockCapitals {
    fn code(&self) -> Code {
        Code::BlockCapitals
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::ClearPrint]
    }

    fn authority(&self) -> Option<&str> {
        Some("UKAAF, Creating clear print and large print documents (https://www.ukaaf.org)")
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let title = &view.article().metadata.title;
        if is_capitals(title) && title.split_whitespace().count() >= WORDS - 1 {
            findings.add(told(view.title()));
        }
        for passage in view.passages() {
            runs(passage, |range| findings.add(told(passage.place(range))));
        }
    }
}

fn told(place: crate::source::Origin) -> Diagnostic {
    Diagnostic::new(Code::BlockCapitals, "these words are in block capitals")
        .label(place, "")
        .help("write them in small letters; bold makes them stand out")
}

/// Runs of words in capitals.
fn runs(passage: Passage<'_>, mut tell: impl FnMut(Range<usize>)) {
    let text = passage.text();
    let (mut run, mut count): (Range<usize>, usize) = (0..0, 0);
    for word in passage.words() {
        // A comma between them makes a list of abbreviations.
        let is_joined =
            count > 0 && !text[run.end..word.start].contains([',', ';', '(', ')', '/', '·', '|']);
        let is_loud = is_capitals(&text[word.clone()]);
        if is_loud && is_joined {
            run.end = word.end;
            count += 1;
            continue;
        }
        if count >= WORDS && is_long(&text[run.clone()]) {
            tell(run.clone());
        }
        (run, count) = if is_loud { (word, 1) } else { (0..0, 0) };
    }
    if count >= WORDS && is_long(&text[run.clone()]) {
        tell(run);
    }
}

/// Whether there are letters, all of them capitals.
fn is_capitals(word: &str) -> bool {
    let mut has_letters = false;
    for c in word.chars() {
        if c.is_lowercase() {
            return false;
        }
        has_letters |= c.is_uppercase();
    }
    has_letters
}

/// Whether these words are more than abbreviations side by side.
fn is_long(run: &str) -> bool {
    let mut words = run.split_whitespace();
    words.clone().count() > WORDS
        || words.any(|word| word.chars().filter(|c| c.is_uppercase()).count() > 4)
}
