//! Who holds a degree, if anybody does.

use super::award::Award;
use crate::model::Confidence;
use crate::registers::recognise::lexicon::{FINITE, Words};
use crate::registers::recognise::sentence::Sentence;

static HOLDING: Words = Words::new(&[
    "has",
    "have",
    "holds",
    "hold",
    "holding",
    "awarded",
    "took",
    "gained",
    "completed",
    "earned",
    "obtained",
    "received",
    "graduated",
    "qualifications",
    "qualification",
    "include",
    "includes",
    "possesses",
    "got",
    "achieved",
    "given",
    "granted",
    "having",
    "degrees",
    "with",
    "finished",
    "won",
    "graduate",
    "did",
]);
/// Before a degree these make it something that is not held: `teaches on the MSc`.
static NOT_HELD: Words = Words::new(&[
    "for", "on", "to", "towards", "toward", "about", "of", "into", "during", "through", "than",
    "like", "from", "no", "at",
]);
/// Behind a degree these make it something else.
static SOMETHING_ELSE: Words = Words::new(&[
    "candidate",
    "candidates",
    "student",
    "students",
    "level",
    "course",
    "courses",
    "programme",
    "programmes",
    "module",
    "thesis",
    "dissertation",
    "supervisor",
    "tutor",
    "applicant",
    "researcher",
    "research",
    "class",
    "training",
    "place",
    "supervision",
    "supervisors",
]);

/// Who holds it: it stands behind the name, with a word of holding, behind another that is held, or it
/// begins a sentence.
pub(super) fn holder(
    s: &Sentence<'_>,
    award: &Award,
    end: usize,
    chained: bool,
) -> Option<(usize, Confidence)> {
    if s.is_any(award.range.end, &SOMETHING_ELSE)
        || s.is(award.range.end, "of") && !award.is_letters
        || s.is(award.range.end, "-")
    {
        return None;
    }
    if award.is_letters
        && let Some(author) = s.letters_of(award.start)
        && award.start > 0
        && !s.is_any(award.start - 1, &["and"])
    {
        return Some((author, Confidence::High));
    }
    let author = s.said[award.start]?;
    let noun = s.noun_start(award.start);
    // `a distinction for her MSc`, `the degree of Doctor of …`
    let is_held = noun > 1
        && (s.is_any(noun - 2, &["distinction", "merit"])
            || s.is(noun - 1, "of") && s.is(noun - 2, "degree"));
    if noun > 0 && !is_held && s.is_any(noun - 1, &NOT_HELD)
        || s.is_any(noun.saturating_sub(1), &["no", "this", "that"])
    {
        return None;
    }
    let is_hers = s.is_any(noun, &["her", "his", "my", "their"]);
    // `Imogen’s first degree was in …`
    let is_of_name = noun == 1 && s.names[0].is_some() && s.tokens[0].is_possessive;
    // `BA, MA, PhD.`
    let is_list = award.is_letters
        && award.start == 0
        && s.is(end, ",")
        && (s.degree_letters(end + 1).is_some() || s.body_letters(end + 1).is_some());
    let begins = is_list
        || (noun == 0 || is_of_name)
            && (award.start..end).len() > 1
            && (is_hers || is_of_name || !s.is_verb(award.range.end, &FINITE));
    let holds = (noun.saturating_sub(12)..award.start)
        .rev()
        .take_while(|&at| {
            !s.is_any(at, &[";", "teaches", "lectures", "teaching", "supervises", "runs", "leads"])
        })
        .any(|at| s.is_any(at, &HOLDING));
    // `studied at the University of Wexcombe (BSc, 2003)`
    let is_bracketed = award.is_letters
        && s.is(award.start.saturating_sub(1), "(")
        && (award.start.saturating_sub(14)..award.start).any(|at| s.is(at, "studied"));
    let is_clear = s.is_any(award.range.end, &["in", "from", "with", "(", ",", "and", "at"])
        || end >= s.tokens.len()
        || holds;
    (chained || begins || is_bracketed || holds && is_clear).then_some((author, s.confidence()))
}
