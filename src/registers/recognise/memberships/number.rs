//! Numbers on registers.

use crate::registers::recognise::lexicon::FINITE;
use crate::registers::recognise::sentence::Sentence;
use std::ops::Range;

/// A number on the register, which is in brackets or said to be one; a membership number is another.
pub(super) fn number(s: &Sentence<'_>, after: Range<usize>) -> Option<String> {
    const LEAST_DIGITS: usize = 4;
    let near = after.start..after.end.min(after.start + 12);
    for at in near.clone() {
        if s.is_any(at, &[";", "but"])
            || at > near.start + 1 && s.is_verb(at, &FINITE) && !s.is(at, "is")
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
