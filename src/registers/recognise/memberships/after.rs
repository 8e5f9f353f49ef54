//! What is claimed behind the name of a body.

use super::grade::{graded, rank};
use super::number::number;
use super::{Claim, PARTICIPLES, PEOPLE};
use crate::model::{Grade, Status};
use crate::registers::recognise::lexicon::{FINITE, THINGS};
use crate::registers::recognise::sentence::Sentence;
use std::ops::Range;

/// `UKCP-registered psychotherapist`, `BPC registrant`, `on the HCPC register`.
pub(super) fn after(s: &Sentence<'_>, mention: &Range<usize>) -> Option<Claim> {
    let mut at = mention.end;
    if s.is(at, "-") {
        at += 1;
    }
    let is_senior = s.is_any(at, &["senior", "snr"]);
    if is_senior {
        at += 1;
    }
    if s.is_any(
        at,
        &["full", "registered", "accredited", "student", "associate", "clinical", "individual"],
    ) && PEOPLE.iter().any(|(word, _)| s.is(at + 1, word))
    {
        let claim =
            graded(s, at + 1, PEOPLE.iter().find(|(word, _)| s.is(at + 1, word))?.1.clone())?;
        return s.is_own(mention.start).then_some(Claim { start: mention.start, ..claim });
    }
    if let Some(claim) = as_what(s, mention) {
        return Some(claim);
    }
    let mut start = mention.start;
    // `BACP (Accredited)`
    if s.is(at, "(") && at == mention.end {
        let word = at + 1 + usize::from(s.is_any(at + 1, &["senior", "snr"]));
        let grade = match s.word(word) {
            "accredited" | "accred" | "acc" if word > at + 1 => Some(Grade::SeniorAccredited),
            "accredited" | "accred" | "acc" => Some(Grade::Accredited),
            "registered" | "reg" => Some(Grade::Registered),
            _ => None,
        };
        if grade.is_some() && (s.is(word + 1, ")") || s.is(word + 2, ")")) {
            return Some(Claim { grade, status: None, start });
        }
    }
    // `(NMC PIN 00A0000A)`, `HCPC PYL000000`
    if let Some(number) = number(s, mention.end..s.tokens.len().min(mention.end + 4)) {
        let in_brackets = start > 0 && s.is(start - 1, "(");
        let entry = s.mention_at(start).and_then(|at| s.registers.get(&s.mentions[at].body));
        let is_possible = entry.and_then(|entry| entry.number_is_possible(&number)) == Some(true);
        let is_registered = (start.saturating_sub(6)..start).any(|at| s.is(at, "registered"));
        if in_brackets || is_possible {
            let grade = is_registered.then_some(Grade::Registered);
            return Some(Claim { grade, status: None, start });
        }
    }
    if s.is(at, "register") || s.is(at, "registers") {
        return is_on(s, mention.start).then_some(Claim {
            grade: Some(Grade::Registered),
            status: None,
            start,
        });
    }
    let person = PEOPLE.iter().find(|(word, _)| s.is(at, word)).map(|(_, grade)| grade.clone());
    let participle = PARTICIPLES.iter().find(|(word, _)| s.is(at, word));
    let mut grade = match (person, participle) {
        (Some(grade), _) => grade,
        (None, Some((_, grade))) => {
            // `BACP registered and accredited`
            let second = (s.is(at + 1, "and"))
                .then(|| PARTICIPLES.iter().find(|(word, _)| s.is(at + 2, word)));
            match second.flatten() {
                Some((_, second)) if second.as_ref().map(rank) > grade.as_ref().map(rank) => {
                    second.clone()
                }
                _ => grade.clone(),
            }
        }
        (None, None) => return None,
    };
    if is_senior && grade == Some(Grade::Accredited) {
        grade = Some(Grade::SeniorAccredited);
    }
    let noun: Vec<usize> = (at + 1..at + 6)
        .take_while(|&at| {
            s.is_word(at)
                && !s.is_any(at, &["and", "in", "of", "who", "at", "for", "with", "since"])
                && !s.is_verb(at, &FINITE)
                || s.is(at, "-")
        })
        .collect();
    let is_thing = noun.iter().any(|&at| s.is_any(at, &THINGS));
    if is_thing
        || s.is_any(at, &["membership"])
            && s.is_any(at + 1, &["body", "organisation", "scheme", "fee"])
    {
        return None;
    }
    let mut status = None;
    while start > 0 && s.is_any(start - 1, &["deferred", "lapsed", "pending", "retired", "former"])
    {
        start -= 1;
        match s.word(start) {
            "deferred" => status = Some(Status::Deferred),
            "lapsed" => status = Some(Status::Lapsed),
            "pending" => status = Some(Status::Pending),
            "retired" => grade = Some(Grade::Retired),
            _ => return None,
        }
    }
    s.is_own(start).then_some(Claim { grade, status, start })
}

/// `with the NCPS as an accredited registrant`
fn as_what(s: &Sentence<'_>, mention: &Range<usize>) -> Option<Claim> {
    if !s.is(mention.end, "as") || !s.is_any(mention.end + 1, &["a", "an"]) {
        return None;
    }
    let before = mention.start.checked_sub(1)?;
    let with = before.checked_sub(usize::from(s.is(before, "the")))?;
    if !s.is_any(with, &["with", "by", "of"]) {
        return None;
    }
    let (head, grade) = (mention.end + 2..mention.end + 6).find_map(|at| {
        let person = PEOPLE.iter().find(|(word, _)| s.is(at, word));
        person.map(|(_, grade)| (at, grade.clone()))
    })?;
    graded(s, head, grade)
}

/// `on the … register`.
pub(super) fn is_on(s: &Sentence<'_>, at: usize) -> bool {
    let before = at.saturating_sub(4)..at;
    before.clone().any(|at| s.is_any(at, &["on", "in"]))
        && !before.clone().any(|at| {
            s.is_any(at, &["look", "looked", "search", "check", "information", "details"])
        })
}
