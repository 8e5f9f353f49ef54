//! Titles that the law keeps for those who are on a register.

use super::Registers;
use super::entry::BodyEntry;
use super::phrases::{Phrases, folded, small, words};
use crate::model::{Author, Body, Credential, Status};
use std::ops::Range;

pub(super) type TitleIndex = Phrases<Body>;

pub(super) fn index<'b>(bodies: impl Iterator<Item = &'b BodyEntry>) -> TitleIndex {
    let mut index = TitleIndex::default();
    for body in bodies {
        for title in &body.titles {
            index.insert(words(title).map(|range| folded(&title[range])), body.body.clone());
        }
    }
    index
}

impl Registers {
    /// Where protected titles stand in a text, and the body whose registrants alone may use each. One that
    /// somebody is in training for (`trainee clinical psychologist`) does not count.
    ///
    /// ```
    /// use offprint::model::Body;
    /// use offprint::registers::Registers;
    ///
    /// let registers = Registers::built_in();
    /// let text = "Counsellor and Clinical Psychologist";
    /// let found = registers.protected_titles_in(text);
    /// assert_eq!(&text[found[0].0.clone()], "Clinical Psychologist");
    /// assert_eq!(found[0].1.body, Body::Hcpc);
    /// ```
    #[must_use]
    pub fn protected_titles_in(&self, text: &str) -> Vec<(Range<usize>, &BodyEntry)> {
        let ranges: Vec<Range<usize>> = words(text).collect();
        let folded: Vec<_> = ranges.iter().map(|range| small(&text[range.clone()])).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            let Some((count, mut bodies)) = self.titles.longest(&folded[at..]) else {
                at += 1;
                continue;
            };
            let in_training =
                at > 0 && matches!(&*folded[at - 1], "trainee" | "student" | "assistant");
            if let Some(body) = bodies.next().and_then(|body| self.get(body))
                && !in_training
            {
                found.push((ranges[at].start..ranges[at + count - 1].end, body));
            }
            at += count;
        }
        found
    }

    /// Whether somebody may call themselves this: it has no protected title, or only titles of bodies of
    /// which they are members.
    #[must_use]
    pub fn may_be_called(&self, author: &Author, title: &str) -> bool {
        self.protected_titles_in(title).iter().all(|(_, body)| {
            author.credentials.iter().any(|held| match held {
                Credential::Membership(held) => {
                    held.body == body.body
                        && !matches!(held.status, Some(Status::Lapsed | Status::Pending))
                }
                Credential::Degree(_) | Credential::Affiliation(_) => false,
            })
        })
    }
}
