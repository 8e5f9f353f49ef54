//! Which grade, and which status, the words before a noun make of it.

use super::{Claim, PARTICIPLES};
use crate::model::{Grade, Status};
use crate::registers::recognise::lexicon::FINITE;
use crate::registers::recognise::sentence::Sentence;

/// With the words before its head that make the grade more, or that make it a status.
pub(super) fn graded(s: &Sentence<'_>, head: usize, grade: Option<Grade>) -> Option<Claim> {
    if !s.is_own(head) {
        return None;
    }
    let mut claim = Claim { grade, status: None, start: head };
    let mut at = head;
    while let Some(before) = at.checked_sub(1) {
        let word = s.word(before);
        let higher = |claim: &Claim, grade: Grade| match &claim.grade {
            Some(held) if rank(held) >= rank(&grade) => claim.grade.clone(),
            _ => Some(grade),
        };
        let is_pre =
            before > 1 && s.is(before - 1, "-") && s.is_any(before - 2, &["pre", "non", "un"]);
        match word {
            "accredited" | "registered" if is_pre => at -= 2,
            "accredited" | "registered" if before > 0 && denied(s, before) => {}
            "registered" => claim.grade = higher(&claim, Grade::Registered),
            "accredited" => claim.grade = higher(&claim, Grade::Accredited),
            "senior" | "snr" if claim.grade == Some(Grade::Accredited) => {
                claim.grade = Some(Grade::SeniorAccredited);
            }
            "clinical" if before > 0 && s.is(before - 1, "full") => {
                claim.grade = higher(&claim, Grade::FullClinical);
                at -= 1;
            }
            "full" => claim.grade = higher(&claim, Grade::Full),
            "chartered" => claim.grade = higher(&claim, Grade::Chartered),
            "student" => claim.grade = higher(&claim, Grade::Student),
            "trainee" => claim.grade = higher(&claim, Grade::Trainee),
            "individual" => claim.grade = higher(&claim, Grade::Individual),
            "associate" => {
                claim.grade = match claim.grade {
                    Some(Grade::Fellow) => "associate-fellow".parse().ok(),
                    _ => higher(&claim, Grade::Associate),
                }
            }
            "affiliate" => claim.grade = higher(&claim, Grade::Affiliate),
            "retired" => claim.grade = Some(Grade::Retired),
            "graduate" | "practitioner" | "overseas" | "honorary" | "honoured" => {
                claim.grade = claim.grade.or_else(|| word.parse().ok());
            }
            "counsellor" if head == at => claim.grade = claim.grade.or_else(|| word.parse().ok()),
            "qualified" if before > 0 && s.is(before - 1, "newly") => {
                claim.grade = "newly-qualified".parse().ok();
                at -= 1;
            }
            "clinical" if is_pre => {
                claim.grade = "non-clinical".parse().ok();
                at -= 2;
            }
            "not" | "but" | "though" | "although" | "yet" | "an" | "a"
                if (before..head)
                    .any(|at| s.is_any(at, &["accredited", "registered"]) && denied(s, at))
                    && before > 0
                    && !s.is_any(before - 1, &FINITE) => {}
            "working" if before > 0 && (s.is(before - 1, "not") || s.is(before - 1, "-")) => {
                claim.status = Some(Status::NotWorking);
                at -= 1 + usize::from(s.is(before - 1, "-"));
            }
            "deferred" => claim.status = Some(Status::Deferred),
            "lapsed" => claim.status = Some(Status::Lapsed),
            "pending" => claim.status = Some(Status::Pending),
            "organisational" | "organizational" | "corporate" | "institutional" => return None,
            "and" | "," if at < head || claim.start < head => {
                let goes_on = before > 0
                    && PARTICIPLES.iter().any(|(participle, _)| s.is(before - 1, participle));
                if !goes_on {
                    break;
                }
            }
            "and" => {
                let goes_on = before > 0
                    && PARTICIPLES.iter().any(|(participle, _)| s.is(before - 1, participle));
                if !goes_on {
                    break;
                }
            }
            "current" | "active" | "proud" | "elected" | "professional" | "clinical" | "long"
            | "standing" | "fully" | "-" | "founding" | "life" | "voting" | "practising"
            | "valid" => {}
            _ => break,
        }
        at -= 1;
        claim.start = at;
    }
    Some(claim)
}

/// `but not an accredited member`
fn denied(s: &Sentence<'_>, at: usize) -> bool {
    let before = at.saturating_sub(2)..at;
    let not = before.rev().find(|&at| s.is(at, "not"));
    not.is_some_and(|not| not > 0 && s.is_any(not - 1, &["but", "though", "although", "if"]))
}

/// Of two words for a grade the higher counts.
pub(super) const fn rank(grade: &Grade) -> u8 {
    match grade {
        Grade::Registrant => 1,
        Grade::Registered | Grade::Full => 2,
        Grade::FullClinical => 3,
        Grade::Chartered => 4,
        Grade::Accredited => 5,
        Grade::SeniorAccredited => 6,
        Grade::Fellow => 7,
        _ => 1,
    }
}
