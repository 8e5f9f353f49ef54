//! C006: a membership that has run out.

use super::about::stated;
use crate::check::rules::provenance::dates::is_before;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Status;

#[derive(Debug)]
pub(in crate::check) struct Expired;

impl Rule for Expired {
    fn code(&self) -> Code {
        Code::ExpiredRegistration
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let Some(today) = view.today() else { return };
        for held in view.article().authors.iter().flat_map(stated) {
            let Some(until) = held.valid_until.filter(|until| is_before(*until, today)) else {
                continue;
            };
            if held.status == Some(Status::Lapsed) {
                continue;
            }
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!(
                        "this membership of the {} was valid until {}",
                        held.body,
                        until.in_words()
                    ),
                )
                .label(held.origin, "run out")
                .help(
                    "look it up in the register; then set `valid_until:` anew, or `status: lapsed`",
                ),
            );
        }
    }
}
