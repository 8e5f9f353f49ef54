//! C008: registration by a body that registers nobody.

use super::about::{before, claims, named, stated};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Grade;
use crate::registers::BodyEntry;
use crate::source::Origin;
use std::ops::Range;

#[derive(Debug)]
pub(in crate::check) struct NoRegister;

impl Rule for NoRegister {
    fn code(&self) -> Code {
        Code::NoRegister
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for held in view.article().authors.iter().flat_map(stated) {
            let Some(body) = view.registers().get(&held.body) else { continue };
            let claims = matches!(held.grade, Some(Grade::Registered | Grade::Registrant));
            if claims && !body.registers_people() {
                findings.add(told(body, held.origin));
            }
        }
        let bodies: Vec<&BodyEntry> =
            view.registers().iter().filter(|body| !body.registers_people()).collect();
        for (passage, _, sentence) in claims(view) {
            let said = &passage.text()[sentence.clone()];
            // What is looked for around a name.
            if !said.contains("regist") {
                continue;
            }
            for body in &bodies {
                for claim in named(said, body).iter().filter_map(|name| claim(said, name)) {
                    let place = claim.start + sentence.start..claim.end + sentence.start;
                    findings.add(told(body, passage.place(place)));
                }
            }
        }
    }
}

fn told(body: &BodyEntry, place: Origin) -> Diagnostic {
    Diagnostic::new(
        Code::NoRegister,
        format!(
            "the {} keeps no register of practitioners, so nobody is registered with it",
            body.name_in_full()
        ),
    )
    .label(place, "")
    .help("say `member of`, where that is so, and name the register that the author is on")
}

/// `registered with the AFT`, `AFT-registered`, `on the AFT register`, around the name.
fn claim(said: &str, name: &Range<usize>) -> Option<Range<usize>> {
    let before = before(said, name.start);
    for words in [
        "registered with",
        "registered by",
        "registered member of",
        "registrant of",
        "on the register of",
    ] {
        if before.ends_with(words) {
            return Some(before.len() - words.len()..name.end);
        }
    }
    let after = &said[name.end..];
    ["-registered", " registered", " registrant"]
        .iter()
        .find(|words| after.starts_with(**words))
        .map(|words| name.start..name.end + words.len())
}
