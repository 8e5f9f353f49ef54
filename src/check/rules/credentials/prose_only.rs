//! C009: a membership that only the prose claims.

use super::about::{memberships, named, passages, stated};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Author, Basis, Membership};
use crate::source::Origin;

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
                    .label(place(view, author, held), "")
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

/// Where the body is named, or else the sentence.
fn place(view: &View<'_>, author: &Author, held: &Membership) -> Origin {
    let body = view.registers().get(&held.body);
    let named = body.and_then(|body| {
        passages(view).filter(|(_, of)| std::ptr::eq(*of, author)).find_map(|(passage, _)| {
            Some(passage.place(named(passage.text(), body).into_iter().next()?))
        })
    });
    named.unwrap_or(held.origin)
}
