//! Names, letters and titles as the words that they are made of, so that a text is looked through once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// Phrases by their first word, each with what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrases<T> {
    by_first: BTreeMap<String, Vec<(Vec<String>, T)>>,
    /// Of the first words.
    shapes: Shapes,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: BTreeMap::new(), shapes: Shapes::new() }
    }
}

impl<T> Phrases<T> {
    /// The longest come first, so that the first that fits is the one that was meant.
    pub(super) fn insert(&mut self, words: impl IntoIterator<Item = String>, value: T) {
        let mut words = words.into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        self.shapes = self.shapes.with(&first);
        let all = self.by_first.entry(first).or_default();
        let at = all.iter().position(|(other, _)| other.len() < rest.len()).unwrap_or(all.len());
        all.insert(at, (rest, value));
    }

    /// The longest phrase that these words begin with: of how many words, and what it stands for.
    pub(super) fn longest<'p>(
        &'p self,
        words: &[impl AsRef<str>],
    ) -> Option<(usize, impl Iterator<Item = &'p T>)> {
        let (first, after) = words.split_first()?;
        if !self.shapes.may_have(first.as_ref()) {
            return None;
        }
        let all = self.by_first.get(first.as_ref())?;
        let fits = |rest: &[String]| {
            rest.len() <= after.len()
                && rest.iter().zip(after).all(|(word, other)| word == other.as_ref())
        };
        let (rest, _) = all.iter().find(|(rest, _)| fits(rest))?;
        let same = all.iter().filter(move |(other, _)| other == rest).map(|(_, value)| value);
        Some((rest.len() + 1, same))
    }
}

/// How long some words are, and by what they begin: nearly every other word is told from them by that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shapes {
    /// Of each length, a bit for the last five bits of each first byte. Long words have one length.
    initials: [u32; 16],
}

impl Shapes {
    pub(super) const fn new() -> Self {
        Self { initials: [0; 16] }
    }

    pub(super) const fn with(mut self, word: &str) -> Self {
        let (length, initial) = Self::shape(word);
        self.initials[length] |= initial;
        self
    }

    /// Whether one of the words may be this one.
    pub(super) const fn may_have(&self, word: &str) -> bool {
        let (length, initial) = Self::shape(word);
        self.initials[length] & initial != 0
    }

    const fn shape(word: &str) -> (usize, u32) {
        match word.as_bytes() {
            [] => (0, 1),
            bytes @ [first, ..] if bytes.len() < 16 => (bytes.len(), 1 << (*first & 31)),
            [first, ..] => (15, 1 << (*first & 31)),
        }
    }
}

/// Where the words of a text stand: letters and digits, and `&`, without what is between them.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_alphanumeric() || c == '&')?;
        let length = match text[start..].strip_prefix('&') {
            Some(_) => Some(1),
            None => text[start..].find(|c: char| !c.is_alphanumeric()),
        };
        at = length.map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

/// As [`folded`], without a new text where it is one already.
pub(super) fn small(word: &str) -> Cow<'_, str> {
    let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if is_small { Cow::Borrowed(word) } else { Cow::Owned(folded(word)) }
}

/// A word in small letters; `&` is `and`.
pub(super) fn folded(word: &str) -> String {
    if word == "&" { "and".to_owned() } else { word.to_lowercase() }
}
