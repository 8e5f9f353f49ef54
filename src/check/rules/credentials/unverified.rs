//! C007: a membership that nobody has looked up for long.

use super::about::stated;
use crate::check::rules::provenance::dates::is_a_year_before;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

#[derive(Debug)]
pub(in crate::check) struct Unverified;

impl Rule for Unverified {
    fn code(&self) -> Code {
        Code::UnverifiedRegistration
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let Some(today) = view.today() else { return };
        for held in view.article().authors.iter().flat_map(stated) {
            let Some(verified) = held.verified_on.filter(|on| is_a_year_before(*on, today)) else {
                continue;
            };
            let register = view.registers().get(&held.body).and_then(|body| body.register.as_ref());
            let register = register.map(|address| format!(" at {address}")).unwrap_or_default();
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!(
                        "this membership of the {} was last looked up in {}",
                        held.body,
                        verified.in_words()
                    ),
                )
                .label(held.origin, "more than a year ago")
                .help(format!("look it up in the register{register}, and set `verified_on:` anew")),
            );
        }
    }
}
