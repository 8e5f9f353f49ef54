//! Names of places in an article.

use super::string_newtype;
use crate::{Error, Result};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::str::FromStr;

/// Names a place in an article: the id of a section, or the label of a footnote.
///
/// ```
/// use offprint::model::Anchor;
///
/// assert_eq!(Anchor::slug("What *is* “Transference”?").as_str(), "what-is-transference");
/// assert_eq!(Anchor::slug("Über Träume").as_str(), "über-träume");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor(Box<str>);

impl Anchor {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A readable name from the words of a heading: letters and digits of any script in small letters,
    /// apostrophes left out, everything else one hyphen. `section` where nothing is left.
    #[must_use]
    pub fn slug(text: &str) -> Self {
        let mut slug = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                'a'..='z' | '0'..='9' => slug.push(c),
                'A'..='Z' => slug.push(c.to_ascii_lowercase()),
                '\'' | '’' | '‘' | '\u{ad}' => {}
                c if !c.is_ascii() && c.is_alphanumeric() => slug.extend(c.to_lowercase()),
                _ if slug.is_empty() || slug.ends_with('-') => {}
                _ => slug.push('-'),
            }
        }
        slug.truncate(slug.trim_end_matches('-').len());
        Self(if slug.is_empty() { "section".into() } else { slug.into() })
    }
}

/// The names that are taken in an article, and the last number that was added to each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Anchors(BTreeMap<Anchor, u32>);

impl Anchors {
    /// Takes this name, or with `-1`, `-2`, … where it is taken, as GitHub does.
    pub(crate) fn take(&mut self, anchor: Anchor) -> Anchor {
        let (taken, last) = match self.0.entry(anchor) {
            Entry::Vacant(place) => {
                let free = place.key().clone();
                place.insert(0);
                return free;
            }
            Entry::Occupied(place) => (place.key().clone(), *place.get()),
        };
        let (free, count) = self.numbered(&taken, last);
        self.0.insert(taken, count);
        self.0.insert(free.clone(), 0);
        free
    }

    /// What [`Anchors::take`] would give where a name is taken, and the number in it.
    pub(crate) fn instead_of(&self, anchor: &Anchor) -> Option<(Anchor, u32)> {
        Some(self.numbered(anchor, *self.0.get(anchor)?))
    }

    /// The first name with a number above this one that is free.
    fn numbered(&self, anchor: &Anchor, last: u32) -> (Anchor, u32) {
        let mut count = last;
        loop {
            count += 1;
            let candidate = Anchor(format!("{anchor}-{count}").into());
            if !self.0.contains_key(&candidate) {
                return (candidate, count);
            }
        }
    }
}

impl FromIterator<Anchor> for Anchors {
    fn from_iter<I: IntoIterator<Item = Anchor>>(anchors: I) -> Self {
        Self(anchors.into_iter().map(|anchor| (anchor, 0)).collect())
    }
}

impl FromStr for Anchor {
    type Err = Error;

    /// Takes a name as it is.
    ///
    /// # Errors
    ///
    /// The name is empty, or has white space or a control character.
    fn from_str(text: &str) -> Result<Self> {
        if text.is_empty() || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(Error::value(format!(
                "`{text}` cannot name a place; expected letters, digits and hyphens without spaces"
            )));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// Not `\s`, which is another set of characters in every language of patterns.
string_newtype!(Anchor, "Anchor", {
    "type": "string",
    "description": "Names a place in the article.",
    "pattern": "^[^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+$",
    "examples": ["further-reading"],
});
