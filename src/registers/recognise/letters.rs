//! Letters after a name.

use super::lexicon::{Among, Words};
use super::sentence::Sentence;
use crate::registers::Entitlement;
use crate::registers::letters::looks_like_letters;
use std::borrow::Cow;

/// Degrees that are written as letters.
static DEGREES: Words = Words::new(&[
    "BA",
    "BSc",
    "MA",
    "MSc",
    "MPhil",
    "PhD",
    "DPhil",
    "MRes",
    "MEd",
    "BEd",
    "LLB",
    "LLM",
    "MBA",
    "MSW",
    "BSW",
    "MBBS",
    "MBChB",
    "MBBCh",
    "MD",
    "EdD",
    "DClinPsy",
    "DClinPsych",
    "DClinPsychol",
    "DCounsPsy",
    "DCounsPsych",
    "DPsych",
    "DPsychotherapy",
    "PsyD",
    "PGDip",
    "PGCert",
    "PGCE",
    "FdA",
    "FdSc",
    "DipHE",
    "CertHE",
    "MSt",
    "MLitt",
    "MFA",
    "MTh",
    "BTh",
    "BPhil",
    "BMus",
    "MMus",
    "DipCouns",
    "BN",
    "MN",
    "DProf",
    "DHealthPsy",
    "DEdPsy",
    "DForenPsy",
    "PostgradDip",
    "MClinPsych",
    "MSci",
    "BDS",
    "DClin",
    "MRCPsych",
    "Hons",
    "BMBS",
    "MTheol",
    "DBA",
    "MCouns",
    "BCouns",
    "OBE",
    "MBE",
    "CBE",
    "AdvDip",
    "GradDip",
]);

/// Whether these letters are a degree's, as in `MSc` and `BA (Hons)`.
pub(crate) fn is_degree(letters: &str) -> bool {
    let (award, rest) = letters.split_once(' ').unwrap_or((letters, ""));
    let plain: String = award.chars().filter(|c| *c != '.').collect();
    let is_honours = matches!(rest.trim_matches(['(', ')', '.']), "" | "Hons");
    DEGREES.has(&plain) && plain != "Hons" && is_honours
}

/// Words before a colon behind which letters are the author's own.
static LISTED: Words =
    Words::new(&["qualifications", "credentials", "memberships", "accreditations"]);

impl<'s> Sentence<'s> {
    /// Where a degree begins whose subject ends with this word: `MSc Counselling Psychology`.
    fn degree_with_subject(&self, last: usize) -> Option<usize> {
        let is_subject =
            |at: &usize| self.is_capital(*at) || self.is_any(*at, &["and", "of", "in"]);
        let subject = (last.saturating_sub(5)..=last).rev().take_while(is_subject);
        subject.into_iter().find(|at| self.degree_letters(*at).is_some())
    }

    /// The end of a degree in letters that begins here: `MSc`, `M.Sc.`, `BA (Hons)`, `PG Dip`.
    pub(super) fn degree_letters(&self, at: usize) -> Option<usize> {
        if !self.is_capital(at) {
            return None;
        }
        let written = self.written(at..at + 1);
        let plain: Cow<'_, str> = if written.contains(['.', '’']) {
            written.trim_end_matches("’s").replace('.', "").into()
        } else {
            written.into()
        };
        let mut end = if DEGREES.has(&plain) && plain != "Hons" {
            at + 1
        } else if plain == "PG" && self.is_any(at + 1, &["dip", "cert", "diploma", "certificate"]) {
            at + 2
        } else {
            return None;
        };
        if self.is(end, "(") && self.is_any(end + 1, &["hons", "honours"]) && self.is(end + 2, ")")
        {
            end += 3;
        } else if self.is(end, "(") && self.is_any(end + 1, &["hons"]) && self.is(end + 3, ")") {
            end += 4;
        } else if self.is(end, "hons") {
            end += 1;
        }
        Some(end)
    }

    /// Letters of a body that begin here: how many words they take, and who may write them.
    pub(super) fn body_letters(&self, at: usize) -> Option<(usize, Vec<Entitlement<'s>>)> {
        self.tokens.get(at).filter(|token| token.is_letters)?;
        let words: Vec<usize> =
            (at..self.tokens.len()).filter(|&at| self.is_word(at)).take(5).collect();
        let ranges: Vec<_> = words.iter().map(|&at| self.tokens[at].range.clone()).collect();
        let (count, by) = self.registers.longest(self.text, &ranges)?;
        let mut end = words[count - 1] + 1;
        if count > 1 {
            while self.is_any(end, &[".", ")"]) {
                end += 1;
                if self.is(end - 1, ")") {
                    break;
                }
            }
        }
        Some((end, by))
    }

    /// Whose letters these are: they stand behind the author's name, with other letters between at the
    /// most, or begin a sentence of nothing but letters.
    pub(super) fn letters_of(&self, at: usize) -> Option<usize> {
        let mut before = at;
        while let Some(last) = before.checked_sub(1) {
            if let Some(author) = self.names[last] {
                return Some(author);
            }
            let is_part = self.is_any(
                last,
                &[
                    ",", "(", ")", ".", "hons", "honours", "dip", "cert", "accred", "acc", "snr",
                    "reg", "and", "—", ";", ":", "|", "·", "/",
                ],
            ) || self.degree_letters(last).is_some()
                || self.body_letters(last).is_some()
                || looks_like_letters(self.written(last..last + 1))
                    && self.mention_at(last).is_none();
            if is_part {
                before = last;
            } else if let Some(degree) = self.degree_with_subject(last) {
                before = degree;
            } else if self.is(last + 1, ":") && self.is_any(last, &LISTED) {
                return self.said[at];
            } else {
                return None;
            }
        }
        self.said[at]
    }
}
