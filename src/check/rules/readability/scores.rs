//! R001: how hard a text is to read, as information.

use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

/// Scores of fewer words say nothing.
const WORDS: usize = 100;

#[derive(Debug)]
pub(in crate::check) struct Scores;

impl Rule for Scores {
    fn code(&self) -> Code {
        Code::Readability
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let Some(read) = view.readability().filter(|read| read.words >= WORDS) else {
            return;
        };
        let doubt = if read.is_low_confidence() { ", low confidence" } else { "" };
        let message = format!(
            "reading ease {:.0} ({}), Flesch–Kincaid grade {:.1}, SMOG {:.1}{doubt}; {} words in {} sentences",
            read.reading_ease(),
            in_words(read.reading_ease().round()),
            read.grade(),
            read.smog(),
            read.words,
            read.sentences
        );
        let mut found = Diagnostic::new(self.code(), message).label(view.start(), "");
        for sentence in &read.longest {
            found = found.label(sentence.origin, format!("{} words", sentence.words));
        }
        findings.add(found.help(
            "nothing has to change; the longest sentences are marked, should one be worth dividing",
        ));
    }
}

/// Flesch's own words for his scores.
fn in_words(ease: f64) -> &'static str {
    match ease {
        90.0.. => "very easy",
        80.0.. => "easy",
        70.0.. => "fairly easy",
        60.0.. => "plain English",
        50.0.. => "fairly difficult",
        30.0.. => "difficult",
        _ => "very difficult",
    }
}
