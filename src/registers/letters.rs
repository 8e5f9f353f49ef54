//! Letters after a name: whose they are, and where they stand in a text.

use super::Registers;
use super::entry::{BodyEntry, GradeEntry};
use super::phrases::{Phrases, folded, words};
use crate::model::Body;
use std::ops::Range;

/// Letters of more words than this are none: `MBACP (Snr Accred)` has three.
const LONGEST: usize = 5;

/// A body and the grade of it that entitles to some letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entitlement<'r> {
    /// Which body.
    pub body: &'r BodyEntry,
    /// Which grade of it.
    pub grade: &'r GradeEntry,
}

/// All letters, each with the body and which of its grades they belong to.
pub(super) type LetterIndex = Phrases<(Body, usize)>;

pub(super) fn index<'b>(bodies: impl Iterator<Item = &'b BodyEntry>) -> LetterIndex {
    let mut index = LetterIndex::default();
    for body in bodies {
        for (grade, entry) in body.grades.iter().enumerate() {
            for letters in entry.letters.iter().chain(&entry.other_letters) {
                index.insert(parts(letters), (body.body.clone(), grade));
            }
        }
    }
    index
}

impl Registers {
    /// Who may write these letters after a name: `MBACP (Accred)`, in any of its spellings.
    ///
    /// ```
    /// use offprint::registers::Registers;
    ///
    /// let registers = Registers::built_in();
    /// let by = registers.entitled_to("MBACP (Snr. Accredited)");
    /// assert_eq!(by[0].grade.grade.as_str(), "senior-accredited");
    /// assert!(registers.entitled_to("MA").is_empty());
    /// ```
    #[must_use]
    pub fn entitled_to(&self, letters: &str) -> Vec<Entitlement<'_>> {
        let parts: Vec<String> = parts(letters).collect();
        match self.letters.longest(&parts) {
            Some((count, by)) if count == parts.len() => {
                by.filter_map(|letters| self.entitlement(letters)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Where letters of a body stand in a text, and who may write them. Letters of three characters or
    /// fewer are not looked for, because they mean other things too.
    ///
    /// ```
    /// use offprint::registers::Registers;
    ///
    /// let registers = Registers::built_in();
    /// let text = "By Imogen Example, MSc, MBACP (Accred).";
    /// let found = registers.letters_in(text);
    /// assert_eq!(&text[found[0].0.clone()], "MBACP (Accred)");
    /// assert_eq!(found[0].1[0].grade.grade.as_str(), "accredited");
    /// ```
    #[must_use]
    pub fn letters_in(&self, text: &str) -> Vec<(Range<usize>, Vec<Entitlement<'_>>)> {
        let words: Vec<Range<usize>> = words(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let first = &text[words[at].clone()];
            let longest = looks_like_letters(first).then(|| self.longest(text, &words[at..]));
            let Some((count, by)) = longest.flatten() else {
                at += 1;
                continue;
            };
            let range = words[at].start..words[at + count - 1].end;
            found.push((with_bracket(text, range), by));
            at += count;
        }
        found
    }

    /// The longest letters that these words begin with: of how many words, and who may write them.
    pub(super) fn longest(
        &self,
        text: &str,
        at: &[Range<usize>],
    ) -> Option<(usize, Vec<Entitlement<'_>>)> {
        let is_joint = |c: char| c.is_whitespace() || matches!(c, '(' | '.' | '[');
        let joined = at
            .windows(2)
            .take(LONGEST - 1)
            .take_while(|pair| text[pair[0].end..pair[1].start].chars().all(is_joint));
        let count = joined.count() + 1;
        let parts: Vec<String> =
            at.iter().take(count).map(|range| part(&text[range.clone()])).collect();
        let (count, by) = self.letters.longest(&parts)?;
        Some((count, by.filter_map(|letters| self.entitlement(letters)).collect()))
    }

    fn entitlement(&self, (body, grade): &(Body, usize)) -> Option<Entitlement<'_>> {
        let body = self.get(body)?;
        Some(Entitlement { body, grade: body.grades.get(*grade)? })
    }
}

/// Letters are long enough to mean one thing, and have capitals.
pub(super) fn looks_like_letters(word: &str) -> bool {
    word.len() > 3 && word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// With the bracket that was opened in it, and the full stop before that.
pub(super) fn with_bracket(text: &str, range: Range<usize>) -> Range<usize> {
    if !text[range.clone()].contains('(') {
        return range;
    }
    let rest = &text[range.end..];
    match rest.strip_prefix('.').unwrap_or(rest).strip_prefix(')') {
        Some(after) => range.start..text.len() - after.len(),
        None => range,
    }
}

fn parts(letters: &str) -> impl Iterator<Item = String> {
    words(letters).map(|range| part(&letters[range]))
}

/// A word of letters, such that the usual ways to shorten it are the same.
fn part(word: &str) -> String {
    let word = folded(word);
    match word.as_str() {
        "acc" | "accredited" => "accred".to_owned(),
        "sn" | "sen" | "senior" | "sr" => "snr".to_owned(),
        _ => word,
    }
}
