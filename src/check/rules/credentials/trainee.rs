//! C003: a claim that the author's grade does not allow.

use super::about::{claims, named, stated, words};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Membership;
use crate::registers::{BodyEntry, Claim};

#[derive(Debug)]
pub(in crate::check) struct ClaimOfGrade;

/// Words by which something is claimed.
const CLAIMS: &[(Claim, &[&str])] = &[
    (Claim::Registered, &["registered", "registrant", "register"]),
    (Claim::Accredited, &["accredited", "accreditation"]),
];

impl Rule for ClaimOfGrade {
    fn code(&self) -> Code {
        Code::ClaimOfGrade
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for author in &view.article().authors {
            for (membership, body) in stated(author).filter_map(|held| graded(view, held)) {
                let Some(grade) = &membership.grade else { continue };
                let entry = body.grade(grade);
                if membership.number.is_some() && entry.is_some_and(|entry| !entry.on_register) {
                    findings.add(
                        Diagnostic::new(
                            self.code(),
                            format!("the grade `{grade}` of the {} is on no register, so it has no number there", body.body),
                        )
                        .label(membership.origin, "")
                        .help("leave `number:` out, or correct the grade"),
                    );
                }
            }
        }
        for (passage, author, sentence) in claims(view) {
            let said = &passage.text()[sentence.clone()];
            for (membership, body) in stated(author).filter_map(|held| graded(view, held)) {
                let Some(grade) = &membership.grade else { continue };
                let claim = CLAIMS.iter().find(|(claim, claimed)| {
                    !body.may_claim(grade, *claim)
                        && words(said).any(|word| claimed.contains(&&*word))
                });
                let Some((claim, _)) = claim.filter(|_| !named(said, body).is_empty()) else {
                    continue;
                };
                findings.add(
                    Diagnostic::new(
                        self.code(),
                        format!(
                            "the grade `{grade}` of the {} does not allow to call oneself {claim}",
                            body.body
                        ),
                    )
                    .label(passage.place(sentence.clone()), "claimed here")
                    .label(membership.origin, "the grade")
                    .help(entry_help(body, membership)),
                );
            }
        }
    }
}

fn graded<'v>(
    view: &'v View<'_>,
    membership: &'v Membership,
) -> Option<(&'v Membership, &'v BodyEntry)> {
    Some((membership, view.registers().get(&membership.body)?))
}

fn entry_help(body: &BodyEntry, membership: &Membership) -> String {
    let wording = membership.grade.as_ref().and_then(|grade| body.grade(grade)).map(|entry| {
        entry
            .wording
            .replace("{name}", &body.name_in_full())
            .replace("{abbreviation}", body.body.as_str())
    });
    match wording {
        Some(wording) => format!("write `{wording}`"),
        None => "say what the grade is called".to_owned(),
    }
}
