//! D004: the day of the next review has gone by.

use super::dates::is_before;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

#[derive(Debug)]
pub(in crate::check) struct ReviewOverdue;

impl Rule for ReviewOverdue {
    fn code(&self) -> Code {
        Code::ReviewOverdue
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(super::CONTENT_STANDARD)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let metadata = &view.article().metadata;
        let (Some(next), Some(today)) = (metadata.next_review, view.today()) else { return };
        // Somebody has reviewed it since, and only forgot to set the next day.
        let is_done = metadata.reviewed.is_some_and(|reviewed| !is_before(reviewed, next));
        if is_before(next, today) && !is_done {
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!("this was to be checked again by {}", next.in_words()),
                )
                .label(view.field(&["next_review", "nextReview"]), "gone by")
                .help("check that it still holds; then set `reviewed:` and a new `next_review:`"),
            );
        }
    }
}
