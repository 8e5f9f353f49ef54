//! What was found goes to its author, once.

use super::What;
use crate::model::{
    Author, Basis, Confidence, Credential, Degree, Grade, Membership, Post, PrivatePractice,
};
use crate::source::Origin;

/// Adds what was found, unless it is known: what is stated outranks prose, and what is said twice counts
/// once.
pub(super) fn add(author: &mut Author, what: What, confidence: Confidence, origin: Origin) {
    let basis = Basis::Recognised;
    let confidence = Some(confidence);
    match what {
        What::Membership(held) => {
            add_membership(author, Membership { basis, confidence, origin, ..held });
        }
        What::Degree(held) => add_degree(author, Degree { basis, confidence, origin, ..held }),
        What::Affiliation(mut held) => {
            (held.basis, held.confidence, held.origin) = (basis, confidence, origin);
            let is_known = author.credentials.iter().any(|known| {
                matches!(known, Credential::Affiliation(known)
                    if same(&known.organisation, &held.organisation))
            });
            if !is_known {
                author.credentials.push(held.into());
            }
        }
        What::Post(held) => add_post(author, Post { basis, confidence, origin, ..held }),
        What::Practice(held) => {
            add_practice(author, PrivatePractice { basis, confidence, origin, ..held });
        }
    }
}

fn add_membership(author: &mut Author, found: Membership) {
    for known in &mut author.credentials {
        let Credential::Membership(known) = known else { continue };
        if known.body != found.body {
            continue;
        }
        if known.basis == Basis::Stated {
            return;
        }
        if !belong_together(known.grade.as_ref(), found.grade.as_ref()) {
            continue;
        }
        if rank(found.grade.as_ref()) > rank(known.grade.as_ref()) {
            known.grade = found.grade;
            known.origin = found.origin;
        }
        known.number = known.number.take().or(found.number);
        known.status = known.status.or(found.status);
        known.confidence = known.confidence.max(found.confidence);
        return;
    }
    author.credentials.push(found.into());
}

/// Whether two grades are one membership said twice; chartered and fellow are two.
fn belong_together(known: Option<&Grade>, found: Option<&Grade>) -> bool {
    known.is_none() || found.is_none() || known == found || rank(known) > 0 && rank(found) > 0
}

/// Grades of which the higher includes the lower.
pub(super) fn rank(grade: Option<&Grade>) -> u8 {
    match grade {
        None => 0,
        Some(Grade::Registered | Grade::Registrant) => 2,
        Some(Grade::Accredited) => 3,
        Some(Grade::SeniorAccredited) => 4,
        Some(_) => 0,
    }
}

fn add_degree(author: &mut Author, found: Degree) {
    let fits = |known: Option<&String>, found: Option<&String>| match (known, found) {
        (Some(known), Some(found)) => same(known, found),
        _ => true,
    };
    for known in &mut author.credentials {
        let Credential::Degree(known) = known else { continue };
        let is_same = letters(&known.award) == letters(&found.award)
            && fits(known.subject.as_ref(), found.subject.as_ref())
            && fits(known.institution.as_ref(), found.institution.as_ref());
        if !is_same {
            continue;
        }
        if known.basis == Basis::Recognised {
            known.subject = known.subject.take().or(found.subject);
            known.institution = known.institution.take().or(found.institution);
            known.classification = known.classification.take().or(found.classification);
            known.year = known.year.or(found.year);
        }
        return;
    }
    author.credentials.push(found.into());
}

fn add_post(author: &mut Author, found: Post) {
    for known in &mut author.posts {
        if same(&known.organisation, &found.organisation) {
            if known.basis == Basis::Recognised && known.title.is_none() {
                known.title = found.title;
                known.place = known.place.take().or(found.place);
            }
            return;
        }
    }
    author.posts.push(found);
}

fn add_practice(author: &mut Author, found: PrivatePractice) {
    for known in &mut author.practices {
        let is_same = known.place.is_none() || found.place.is_none() || known.place == found.place;
        if is_same {
            if known.basis == Basis::Recognised {
                known.place = known.place.take().or(found.place);
                known.name = known.name.take().or(found.name);
                known.online |= found.online;
            }
            return;
        }
    }
    author.practices.push(found);
}

/// Whether two names differ in capitals and a leading article only.
fn same(left: &str, right: &str) -> bool {
    let fold = |text: &str| {
        let text = text.to_lowercase();
        text.strip_prefix("the ").map_or_else(|| text.clone(), str::to_owned)
    };
    fold(left) == fold(right)
}

/// The letters and digits of an award or a number, however it is written.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
