//! What prose says against what was stated.

use super::super::Registers;
use super::merge::{letters, rank};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Author, Basis, Credential, Grade, Membership};

/// Tells where prose contradicts every membership of the same body that was stated. To say less is no contradiction.
pub(super) fn contradiction(
    registers: &Registers,
    author: &Author,
    found: &Membership,
) -> Option<Diagnostic> {
    let mut first = None;
    for held in &author.credentials {
        let Credential::Membership(held) = held else { continue };
        if held.body != found.body || held.basis != Basis::Stated {
            continue;
        }
        let difference = difference(registers, held, found)?;
        first.get_or_insert((held, difference));
    }
    let (stated, (here, there)) = first?;
    let message =
        format!("the text contradicts what is stated of {} and the {}", author.name, found.body);
    Some(
        Diagnostic::new(Code::CredentialContradiction, message)
            .label(found.origin, format!("the text says {there}"))
            .label(stated.origin, format!("stated here is {here}"))
            .help("correct whichever is wrong; outputs show what is stated"),
    )
}

/// What is stated and what is found, where both are said and cannot both be so.
fn difference(
    registers: &Registers,
    stated: &Membership,
    found: &Membership,
) -> Option<(String, String)> {
    let grades = stated.grade.as_ref().zip(found.grade.as_ref());
    let grades = grades.filter(|(stated, said)| {
        let entry = registers.get(&found.body).and_then(|entry| entry.grade(stated));
        !agree(stated, said, entry.is_some_and(|grade| grade.on_register))
    });
    let numbers = stated.number.as_ref().zip(found.number.as_ref());
    let numbers = numbers.filter(|(stated, said)| letters(stated) != letters(said));
    let statuses = stated.status.zip(found.status).filter(|(stated, said)| stated != said);
    let quoted = |what: &str, one: &str, other: &str| {
        (format!("the {what} `{one}`"), format!("the {what} `{other}`"))
    };
    grades
        .map(|(one, other)| quoted("grade", one.as_str(), other.as_str()))
        .or_else(|| numbers.map(|(one, other)| quoted("number", one, other)))
        .or_else(|| statuses.map(|(one, other)| quoted("status", one.as_str(), other.as_str())))
}

/// Whether somebody of a grade may be said to be of another one.
fn agree(stated: &Grade, said: &Grade, is_registered: bool) -> bool {
    // Somebody may be a fellow, or chartered, and have a grade besides.
    let besides = |grade: &Grade| matches!(grade, Grade::Fellow | Grade::Chartered);
    let is_full = |grade: &Grade| matches!(grade, Grade::Full | Grade::FullClinical);
    let says_registered = matches!(said, Grade::Registered | Grade::Registrant);
    stated == said
        || besides(stated)
        || besides(said)
        || is_full(stated) && is_full(said)
        || says_registered && (is_registered || rank(Some(stated)) > 0)
}
