//! R004: a text that is too hard for readers of eleven years.

use super::NHS;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

/// The age that the NHS writes for at the most.
const MOST: f64 = 11.0;

/// A grade is a year at an American school, which begins at this age.
const FIRST_YEAR: f64 = 5.0;

/// Scores of fewer words say nothing.
const WORDS: usize = 100;

#[derive(Debug)]
pub(in crate::check) struct ReadingAge;

impl Rule for ReadingAge {
    fn code(&self) -> Code {
        Code::ReadingAge
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::NhsStyle]
    }

    fn authority(&self) -> Option<&str> {
        Some(NHS)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let Some(read) = view.readability().filter(|read| read.words >= WORDS) else {
            return;
        };
        let age = read.grade() + FIRST_YEAR;
        if age >= MOST + 0.5 {
            findings.add(
                Diagnostic::new(
                    self.code(),
                    message(age),
                )
                .label(view.start(), "")
                .help("shorter sentences and words of one or two syllables lower the age; readers who try it tell more than a score"),
            );
        }
    }
}

fn message(age: f64) -> String {
    // The formula knows no end, but people do not learn to read for ever.
    let readers = if age > 18.0 { "more than 18".to_owned() } else { format!("{age:.0}") };
    format!(
        "by its words and sentences this is for readers of {readers} years; 9 to {MOST:.0} is asked for"
    )
}
