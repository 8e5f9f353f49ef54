//! R002: sentences that are too long for the NHS.

use super::NHS;
use crate::check::readability::{is_prose, sentences};
use crate::check::{Findings, Passage, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use std::ops::Range;

const MOST: usize = 20;

/// How many of them are shown.
const SHOWN: usize = 10;

#[derive(Debug)]
pub(in crate::check) struct LongSentences;

impl Rule for LongSentences {
    fn code(&self) -> Code {
        Code::LongSentence
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::NhsStyle]
    }

    fn authority(&self) -> Option<&str> {
        Some(NHS)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        if view.article().metadata.language.primary() != "en" {
            return;
        }
        let mut all = 0;
        let mut long: Vec<(usize, Passage<'_>, Range<usize>)> = Vec::new();
        for passage in view.passages().filter(|passage| is_prose(*passage)) {
            for (words, range) in sentences(passage, |_| ()) {
                all += 1;
                if words > MOST {
                    long.push((words, passage, range));
                }
            }
        }
        if long.is_empty() {
            return;
        }
        long.sort_by_key(|(words, ..)| std::cmp::Reverse(*words));
        let message = format!(
            "{} of {all} sentences {} more than {MOST} words",
            long.len(),
            if long.len() == 1 { "has" } else { "have" }
        );
        let mut found = Diagnostic::new(self.code(), message);
        for (words, passage, range) in long.iter().take(SHOWN) {
            found = found.label(passage.place(range.clone()), format!("{words} words"));
        }
        findings.add(found.help("make two sentences of one, beginning with the longest"));
    }
}
