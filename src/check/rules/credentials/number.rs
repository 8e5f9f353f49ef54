//! C005: a number that its register cannot have.

use super::about::memberships;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

#[derive(Debug)]
pub(in crate::check) struct RegisterNumber;

impl Rule for RegisterNumber {
    fn code(&self) -> Code {
        Code::RegisterNumber
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for held in view.article().authors.iter().flat_map(memberships) {
            let (Some(number), Some(body)) = (&held.number, view.registers().get(&held.body))
            else {
                continue;
            };
            if body.number_is_possible(number) != Some(false) {
                continue;
            }
            let example = body.number.as_ref().and_then(|format| format.example.as_deref());
            let form = example.map(|example| format!("; one looks like `{example}`"));
            let place = view.written(held.origin, number).unwrap_or(held.origin);
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!(
                        "`{number}` cannot be a number of the {}{}",
                        body.body,
                        form.unwrap_or_default()
                    ),
                )
                .label(place, "")
                .help("copy the number from the public register"),
            );
        }
    }
}
