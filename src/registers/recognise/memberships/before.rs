//! What is claimed before the name of a body.

use super::after::is_on;
use super::grade::graded;
use super::{Claim, PARTICIPLES, PEOPLE};
use crate::model::Grade;
use crate::registers::recognise::lexicon::{FINITE, ROLES, THINGS};
use crate::registers::recognise::sentence::Sentence;
use std::ops::Range;

/// `a registered member of the …`, `registered with the …`, `on the register of the …`.
pub(super) fn before(s: &Sentence<'_>, mention: &Range<usize>) -> Option<Claim> {
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
            || s.is_verb(word, &FINITE)
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
                .take_while(|&at| s.is_word(at) && !s.is_verb(at, &FINITE))
                .any(|at| s.is_any(at, &THINGS) && s.names[at].is_none());
            let is_of_thing = of_thing
                || (word + 1..=head).any(|at| s.is_any(at, &THINGS))
                || word > 0 && s.is_any(word - 1, &THINGS)
                || word > 1 && s.is(word - 1, ",") && s.is_any(word - 2, &THINGS);
            // `pre-accredited with the …` says that there is no such grade yet.
            let has_prefix = word > 1 && s.is(word - 1, "-");
            let is_no_grade = has_prefix && s.is_any(word - 2, &["pre", "non", "un"]);
            let grade = grade.clone().filter(|_| !is_no_grade);
            return if is_of_thing { None } else { graded(s, word, grade) };
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
            s.is_any(mention.end, &ROLES) || s.is_any(mention.end, &["member", "registrant"]);
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
        before.take_while(|&at| s.is_word(at) && !s.is_verb(at, &FINITE) && !s.is_any(at, &THINGS));
    let (at, grade) = before.find_map(|at| {
        let known = PARTICIPLES.iter().chain(PEOPLE).find(|(word, _)| s.is(at, word));
        known.map(|(_, grade)| (at, grade.clone()))
    })?;
    graded(s, at, grade)
}
