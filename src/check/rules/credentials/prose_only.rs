//! C009: a membership that only the prose claims.

use super::about::{memberships, stated};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Basis;

#[derive(Debug)]
pub(in crate::check) struct ProseOnly;

impl Rule for ProseOnly {
    fn code(&self) -> Code {
        Code::ClaimInProseOnly
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for author in &view.article().authors {
            let recognised = memberships(author).filter(|held| held.basis == Basis::Recognised);
            for held in recognised {
                if stated(author).any(|stated| stated.body == held.body) {
                    continue;
                }
                let grade = held.grade.as_ref().map(|grade| format!(", grade: {grade}"));
                findings.add(
                    Diagnostic::new(
                        self.code(),
                        format!("only the prose says that {} is with the {}", author.name, held.body),
                    )
                    .label(held.origin, "")
                    .help(format!(
                        "state it as data, so that letters and register line come from it: `credentials: [{{ body: {}{} }}]`",
                        held.body,
                        grade.unwrap_or_default()
                    )),
                );
            }
        }
    }
}
