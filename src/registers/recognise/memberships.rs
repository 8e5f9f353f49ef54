//! Membership of professional bodies: `accredited member of`, `UKCP-registered`, letters after a name.

use super::lexicon::{FINITE, ROLES, THINGS};
use super::sentence::Sentence;
use super::{Found, What};
use crate::model::{Body, Confidence, Grade, Membership, Status};
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
    unknown_bodies(s, found);
    letters(s, found);
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

/// `a registered member of the …`, `registered with the …`, `on the register of the …`.
fn before(s: &Sentence<'_>, mention: &Range<usize>) -> Option<Claim> {
    let mut at = mention.start.checked_sub(1)?;
    // `a member of the BPC’s editorial board`
    let is_of_body = s.tokens[mention.end - 1].is_possessive
        && !(mention.end..mention.end + 3).any(|at| s.is_any(at, &["register", "registers"]));
    if is_of_body && s.is_word(mention.end) {
        return None;
    }
    if let Some(claim) = directly_before(s, mention) {
        return Some(claim);
    }
    while at > 0 && s.is_any(at, &["the", "both", "our", "my", ":"]) {
        at -= 1;
    }
    // `belongs to two professional bodies, the BACP and the ACC`
    let is_list = at > 2 && s.is_any(at, &[",", ":"]) && s.is_any(at - 1, &["bodies", "body"]);
    if is_list && (at.saturating_sub(6)..at).any(|at| s.is_any(at, &["belongs", "belong"])) {
        return Some(Claim { grade: None, status: None, start: at });
    }
    if s.is(at, "to") && at > 0 && s.is_any(at - 1, &["belongs", "belong"]) {
        return Some(Claim { grade: None, status: None, start: at - 1 });
    }
    if !s.is_any(at, &["of", "with", "by", "at", "from"]) {
        return None;
    }
    let mut head = at.checked_sub(1)?;
    // `a registered member (MBACP) of the …`
    if s.is(head, ")") {
        head = (0..head).rev().find(|&at| s.is(at, "("))?.checked_sub(1)?;
    }
    if s.is_any(at, &["of", "with", "at"])
        && let Some((_, grade)) = PEOPLE.iter().find(|(word, _)| s.is(head, word))
    {
        return graded(s, head, grade.clone());
    }
    if s.is(head, "register") && s.is(at, "of") && is_on(s, head) {
        return Some(Claim { grade: Some(Grade::Registered), status: None, start: head });
    }
    if s.is(at, "of") {
        return None;
    }
    // `accredited as a cognitive behavioural therapist by the …`
    let lowest = head.saturating_sub(9);
    for word in (lowest..=head).rev() {
        if s.is_any(word, &[",", ";", "—", ":"]) && word != head
            || s.is_verb(word, FINITE)
            || s.mention_at(word).is_some()
        {
            return None;
        }
        if let Some((_, grade)) = PARTICIPLES.iter().find(|(participle, _)| s.is(word, participle))
        {
            // `a diploma in counselling accredited by …`, `her degree is accredited by …`
            let verb = word > 0 && s.is_any(word - 1, &["is", "was", "are"]);
            let of_thing = (word.saturating_sub(6)..word - usize::from(verb))
                .rev()
                .take_while(|&at| s.is_word(at) && !s.is_verb(at, FINITE))
                .any(|at| s.is_any(at, THINGS) && s.names[at].is_none());
            let is_of_thing = of_thing
                || (word + 1..=head).any(|at| s.is_any(at, THINGS))
                || word > 0 && s.is_any(word - 1, THINGS)
                || word > 1 && s.is(word - 1, ",") && s.is_any(word - 2, THINGS);
            return if is_of_thing { None } else { graded(s, word, grade.clone()) };
        }
    }
    None
}

/// `Member: BACP`, `accredited member, UKCP`, `an accredited BACP counsellor`, `a registered psychologist (HCPC)`,
/// `joined the BACP`.
fn directly_before(s: &Sentence<'_>, mention: &Range<usize>) -> Option<Claim> {
    let last = mention.start.checked_sub(1)?;
    let head =
        last.checked_sub(usize::from(s.is_any(last, &[",", ":"]))).filter(|&at| s.is_word(at));
    if let Some(head) = head {
        let singular = s.word(head).strip_suffix('s').unwrap_or(s.word(head));
        let is_list = s.is(last, ":");
        let person =
            PEOPLE.iter().find(|(word, _)| s.is(head, word) || is_list && singular == *word);
        if let Some((_, grade)) = person {
            return graded(s, head, grade.clone());
        }
        let participle = PARTICIPLES.iter().find(|(word, _)| s.is(head, word));
        let is_person =
            s.is_any(mention.end, ROLES) || s.is_any(mention.end, &["member", "registrant"]);
        if let Some((_, grade)) = participle.filter(|_| is_list || head == last && is_person) {
            return graded(s, head, grade.clone());
        }
    }
    let verb = last.checked_sub(usize::from(s.is(last, "the")))?;
    if s.is(verb, "joined") {
        let is_left =
            (verb..s.tokens.len()).any(|at| s.is_any(at, &["left", "resigned", "until", "till"]));
        return (!is_left).then_some(Claim { grade: None, status: None, start: verb });
    }
    if !s.is(last, "(") || !s.is(mention.end, ")") && !s.is_any(mention.end, &[",", "and"]) {
        return None;
    }
    let before = (last.saturating_sub(6)..last).rev();
    let mut before =
        before.take_while(|&at| s.is_word(at) && !s.is_verb(at, FINITE) && !s.is_any(at, THINGS));
    let (at, grade) = before.find_map(|at| {
        let known = PARTICIPLES.iter().chain(PEOPLE).find(|(word, _)| s.is(at, word));
        known.map(|(_, grade)| (at, grade.clone()))
    })?;
    graded(s, at, grade)
}

/// With the words before its head that make the grade more, or that make it a status.
fn graded(s: &Sentence<'_>, head: usize, grade: Option<Grade>) -> Option<Claim> {
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
                    && !s.is_any(before - 1, FINITE) => {}
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

/// `UKCP-registered psychotherapist`, `BPC registrant`, `on the HCPC register`.
fn after(s: &Sentence<'_>, mention: &Range<usize>) -> Option<Claim> {
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
    // `with the NCPS as an accredited registrant`
    if s.is(mention.end, "as") && s.is_any(mention.end + 1, &["a", "an"]) {
        let head = (mention.end + 2..mention.end + 6)
            .find_map(|at| PEOPLE.iter().find(|(word, _)| s.is(at, word)).map(|one| (at, one)));
        let is_theirs = mention.start > 1 && {
            let with = mention.start - 1 - usize::from(s.is(mention.start - 1, "the"));
            s.is_any(with, &["with", "by", "of"])
        };
        if let Some((head, (_, grade))) = head.filter(|_| is_theirs) {
            return graded(s, head, grade.clone());
        }
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
                && !s.is_verb(at, FINITE)
                || s.is(at, "-")
        })
        .collect();
    let is_thing = noun.iter().any(|&at| s.is_any(at, THINGS));
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

/// `on the … register`.
fn is_on(s: &Sentence<'_>, at: usize) -> bool {
    let before = at.saturating_sub(4)..at;
    before.clone().any(|at| s.is_any(at, &["on", "in"]))
        && !before.clone().any(|at| {
            s.is_any(at, &["look", "looked", "search", "check", "information", "details"])
        })
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

/// A number on the register, which is in brackets or said to be one; a membership number is another.
fn number(s: &Sentence<'_>, after: Range<usize>) -> Option<String> {
    const LEAST_DIGITS: usize = 4;
    let near = after.start..after.end.min(after.start + 12);
    for at in near.clone() {
        if s.is_any(at, &[";", "but"])
            || at > near.start + 1 && s.is_verb(at, FINITE) && !s.is(at, "is")
        {
            return None;
        }
        let word = s.word(at);
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if !s.is_word(at) || digits < LEAST_DIGITS || letters > 4 {
            continue;
        }
        let between: Vec<&str> = (near.start..at).map(|at| s.word(at)).collect();
        let says_number = between.iter().any(|word| {
            matches!(
                *word,
                "number" | "no" | "pin" | "#" | "num" | "reg" | "nr" | "ref" | "reference"
            )
        });
        let is_membership = between.iter().any(|word| matches!(*word, "membership" | "member"))
            && !between.iter().any(|word| {
                matches!(*word, "registration" | "register" | "registered" | "registrant")
            });
        let is_year = digits == LEAST_DIGITS && letters == 0;
        let in_brackets = at > 0 && s.is(at - 1, "(") || at > 1 && s.is(at - 2, "(");
        let is_direct =
            between.is_empty() || between.iter().all(|word| matches!(*word, "," | ":" | "(" | "—"));
        if is_membership || !says_number && (is_year || !in_brackets && !is_direct) {
            return None;
        }
        let is_prefix = |at: usize| {
            s.is_word(at)
                && s.word(at).len() <= 4
                && s.written(at..at + 1).chars().all(char::is_uppercase)
        };
        let has_prefix =
            at > near.start && letters == 0 && is_prefix(at - 1) && s.mention_at(at - 1).is_none();
        return Some(s.written(if has_prefix { at - 1 } else { at }..at + 1).to_owned());
    }
    None
}

/// Bodies that no register of ours has, where their abbreviation is written.
fn unknown_bodies(s: &Sentence<'_>, found: &mut Vec<Found>) {
    for at in 0..s.tokens.len() {
        if !is_abbreviation(s, at) || s.mention_at(at).is_some() {
            continue;
        }
        let in_brackets = at > 1 && s.is(at - 1, "(") && s.is(at + 1, ")");
        let range = if in_brackets {
            // Its name stands before the bracket.
            let start = (0..at - 1).rev().find(|&start| {
                s.name_end(start) == Some(at - 1)
                    && (start == 0 || s.is_any(start - 1, &["of", "the", "with", "by"]))
            });
            let Some(start) = start else { continue };
            let first =
                (0..start).rev().take_while(|&first| s.name_end(first) == Some(at - 1)).last();
            let long =
                first.filter(|&first| first > 0 && s.is_any(first - 1, &["the", "with", "by"]));
            long.unwrap_or(start)..at + 2
        } else if s.is(at + 1, "-")
            && s.is_any(at + 2, &["registered", "accredited", "licensed", "chartered"])
        {
            at..at + 1
        } else {
            continue;
        };
        let claim = before(s, &range).or_else(|| after(s, &range));
        let (Some(claim), Some(author)) = (claim, s.said[range.start]) else { continue };
        let Ok(body) = s.written(at..at + 1).replace('.', "").parse::<Body>();
        let membership = membership(s, body, &claim, range.end..s.tokens.len());
        found.push(Found {
            author,
            what: What::Membership(membership),
            words: claim.start.min(range.start)..range.end,
            confidence: Confidence::Medium,
        });
    }
}

/// At least three capitals and nothing else; a degree is none.
fn is_abbreviation(s: &Sentence<'_>, at: usize) -> bool {
    let written = s.written(at..at + 1);
    written.chars().filter(|c| *c != '.').count() >= 3
        && written.chars().all(|c| c.is_uppercase() || c == '.')
        && s.degree_letters(at).is_none()
        && !matches!(written, "NHS" | "CBT" | "USA" | "PTSD" | "OCD" | "EMDR" | "ADHD" | "LGBT")
}

/// `Imogen Farthing, MBACP (Accred), MSc`.
fn letters(s: &Sentence<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < s.tokens.len() {
        let Some((end, by)) = s.body_letters(at) else {
            at += 1;
            continue;
        };
        let behind_noun = at > 0
            && (s.is_any(
                at - 1,
                &[
                    "is",
                    "am",
                    "as",
                    "holds",
                    "has",
                    "letters",
                    "uses",
                    "use",
                    "member",
                    "registrant",
                ],
            ) || s.is(at - 1, "(")
                && at > 1
                && s.is_any(
                    at - 2,
                    &[
                        "member",
                        "registrant",
                        "psychotherapist",
                        "counsellor",
                        "therapist",
                        "fellow",
                        "psychologist",
                    ],
                ));
        let author = s.letters_of(at).or_else(|| s.said[at].filter(|_| behind_noun));
        if let (Some(author), [by]) = (author, &by[..]) {
            let mut membership = Membership::new(by.body.body.clone());
            membership.grade = Some(by.grade.grade.clone());
            found.push(Found {
                author,
                what: What::Membership(membership),
                words: at..end,
                confidence: Confidence::High,
            });
        }
        at = end;
    }
}

/// Of two words for a grade the higher counts.
const fn rank(grade: &Grade) -> u8 {
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
