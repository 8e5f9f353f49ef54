//! Membership of professional bodies: `accredited member of`, `UKCP-registered`, letters after a name.

mod after;
mod before;
mod grade;
mod letters;
mod number;
mod unknown;

use super::sentence::Sentence;
use super::{Found, What};
use crate::model::{Body, Grade, Membership, Status};
use after::after;
use before::before;
use number::number;
use std::ops::Range;

/// What is claimed of a body, and by which words.
#[derive(Clone, Debug)]
struct Claim {
    grade: Option<Grade>,
    status: Option<Status>,
    start: usize,
}

/// Words for people whom a body has, each with the grade that it says.
const PEOPLE: &[(&str, Option<Grade>)] = &[
    ("member", None),
    ("registrant", Some(Grade::Registrant)),
    ("fellow", Some(Grade::Fellow)),
    ("associate", Some(Grade::Associate)),
    ("affiliate", Some(Grade::Affiliate)),
    ("trainee", Some(Grade::Trainee)),
    ("student", Some(Grade::Student)),
    ("membership", None),
    ("registration", Some(Grade::Registered)),
    ("accreditation", Some(Grade::Accredited)),
    ("fellowship", Some(Grade::Fellow)),
];

/// What somebody is with a body, by the same word before or after its name.
const PARTICIPLES: &[(&str, Option<Grade>)] = &[
    ("registered", Some(Grade::Registered)),
    ("accredited", Some(Grade::Accredited)),
    ("chartered", Some(Grade::Chartered)),
    ("licensed", None),
    ("licenced", None),
    ("certified", None),
];

pub(super) fn find(s: &Sentence<'_>, found: &mut Vec<Found>) {
    let mut last: Option<(Range<usize>, Claim)> = None;
    for (place, mention) in s.mentions.iter().enumerate() {
        let range = mention.range.clone();
        let chained = last.take().and_then(|(before, claim)| {
            // `with the NCPS (accredited) and the ACC`: what stands in brackets goes for the first.
            let has_own = s.is(before.end, "(") && s.is(before.end + 2, ")");
            let claim = if has_own { Claim { grade: None, ..claim } } else { claim };
            let from = before.end + if has_own { 3 } else { 0 };
            // `with the NMC as a nurse and with the UKCP`
            let as_what = s.is(from, "as") && s.is_any(from + 1, &["a", "an"]);
            let joint = (from..from + 7).find(|&at| as_what && s.is_any(at, &["and", ","]));
            let from = joint.unwrap_or(from);
            is_list(s, from, range.start).then_some((before, claim))
        });
        let own = before(s, &range).or_else(|| after(s, &range));
        let claim = own.or_else(|| chained.map(|(_, claim)| claim));
        let Some(claim) = claim else { continue };
        if let Some(author) = s.said[range.start] {
            let until = s.mentions.get(place + 1).map_or(s.tokens.len(), |next| next.range.start);
            let membership = membership(s, mention.body.clone(), &claim, range.end..until);
            found.push(Found {
                author,
                what: What::Membership(membership),
                words: claim.start.min(range.start)..range.end,
                confidence: s.confidence(),
            });
        }
        last = Some((range, claim));
    }
    unknown::find(s, found);
    letters::find(s, found);
}

fn membership(s: &Sentence<'_>, body: Body, claim: &Claim, after: Range<usize>) -> Membership {
    let mut membership = Membership::new(body);
    membership.grade.clone_from(&claim.grade);
    membership.status = claim.status.or_else(|| status_after(s, after.clone()));
    membership.number = number(s, after);
    let is_word = s.is_any(claim.start, &["registration", "accreditation"])
        || claim.grade == Some(Grade::Registered) && !s.is(claim.start, "registered");
    // A registration that is not in force registers nobody.
    if membership.status.is_some() && is_word && membership.status != Some(Status::Current) {
        membership.grade = membership.grade.filter(|grade| *grade != Grade::Registered);
    }
    membership
}

/// Whether nothing but a list stands between two bodies.
fn is_list(s: &Sentence<'_>, start: usize, end: usize) -> bool {
    start < end
        && end - start < 6
        && (start..end).all(|at| {
            s.is_any(
                at,
                &[",", "and", "as", "well", "of", "the", "with", "by", "both", "also", "plus", "/"],
            )
        })
}

fn status_after(s: &Sentence<'_>, after: Range<usize>) -> Option<Status> {
    let near = after.start..after.end.min(after.start + 8);
    let mut near = near.take_while(|&at| !s.is_any(at, &[";", ",", "and", "but"]));
    near.find_map(|at| match s.word(at) {
        "lapsed" | "expired" | "lapse" => Some(Status::Lapsed),
        "pending" => Some(Status::Pending),
        "deferred" => Some(Status::Deferred),
        "not" if s.is_any(at + 1, &["working", "practising"]) => Some(Status::NotWorking),
        _ => None,
    })
}
