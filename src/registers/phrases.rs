//! Names, letters and titles as the words that they are made of, so that a text is looked through once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// Phrases by their first word, each with what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrases<T> {
    by_first: BTreeMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: BTreeMap::new() }
    }
}

impl<T> Phrases<T> {
    /// The longest come first, so that the first that fits is the one that was meant.
    pub(super) fn insert(&mut self, words: impl IntoIterator<Item = String>, value: T) {
        let mut words = words.into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
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
