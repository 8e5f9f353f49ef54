//! C004: a practice is advertised that the author's standing does not allow.

use super::about::{passages, stated};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Author, Membership, Status};
use crate::registers::{BodyEntry, Claim};
use crate::source::Origin;

/// Words by which a practice is advertised.
const ADVERTS: &[&str] = &[
    "accepting new",
    "book a session",
    "book an appointment",
    "in private practice",
    "new clients",
    "new patients",
    "private practice",
    "sees clients",
    "sees patients",
    "taking on clients",
    "to make an appointment",
];

#[derive(Debug)]
pub(in crate::check) struct DeferredAdvertises;

impl Rule for DeferredAdvertises {
    fn code(&self) -> Code {
        Code::DeferredAdvertises
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for author in &view.article().authors {
            let entry = |held: &Membership| view.registers().get(&held.body);
            // Who may practise by another register may say so.
            let may_practise = stated(author).any(|held| {
                entry(held).is_some_and(|body| body.registers_people() && !is_kept_from(body, held))
            });
            let kept = stated(author)
                .find(|held| entry(held).is_some_and(|body| is_kept_from(body, held)));
            let (Some(kept), false) = (kept, may_practise) else { continue };
            let Some(advert) = advert(view, author) else { continue };
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!("a practice is advertised, but this standing with the {} allows none of one's own", kept.body),
                )
                .label(kept.origin, "the standing")
                .label(advert, "the practice")
                .help("leave the practice out, or correct the grade or status"),
            );
        }
    }
}

fn is_kept_from(body: &BodyEntry, held: &Membership) -> bool {
    let by_status = held.status.and_then(|status| body.status(status));
    let by_status =
        by_status.is_some_and(|entry| entry.may_not_claim.contains(&Claim::IndependentPractice));
    let by_grade =
        held.grade.as_ref().is_some_and(|grade| !body.may_claim(grade, Claim::IndependentPractice));
    by_status || by_grade || held.status == Some(Status::Deferred)
}

/// Where an author advertises.
fn advert(view: &View<'_>, author: &Author) -> Option<Origin> {
    let in_words =
        passages(view).filter(|(_, of)| std::ptr::eq(*of, author)).find_map(|(passage, _)| {
            let text = passage.text().to_ascii_lowercase();
            ADVERTS.iter().find_map(|words| {
                let at = text.find(words)?;
                Some(passage.place(at..at + words.len()))
            })
        });
    in_words.or_else(|| (!author.practices.is_empty()).then_some(author.origin))
}
