//! The entries of a mapping, found by their names.

use super::{Entry, Node, Value};
use crate::source::Origin;
use memchr::memchr_iter;
use std::borrow::Cow;
use std::cmp::Ordering;

/// The entries of a mapping, in their order, of which those are taken that somebody asks for.
pub(super) struct Entries<'f> {
    all: Vec<Entry<'f>>,
    /// What each key begins with, as [`fold`] makes it: nearly all names are told from it by that. [`TAKEN`] where
    /// the entry is taken.
    initials: Vec<u8>,
    left: usize,
}

/// No text has this byte.
const TAKEN: u8 = 0xff;

impl<'f> Entries<'f> {
    pub(super) fn new(all: Vec<Entry<'f>>) -> Self {
        let initials = all.iter().map(|entry| initial(&entry.key)).collect();
        Self { left: all.len(), all, initials }
    }

    pub(super) fn push(&mut self, entry: Entry<'f>) {
        self.initials.push(initial(&entry.key));
        self.all.push(entry);
        self.left += 1;
    }

    /// The first entry of a name that stands at a place or behind it, and its place. Names are of ASCII, in small
    /// letters.
    pub(super) fn find(&self, name: &str, from: usize) -> Option<(usize, &Entry<'f>)> {
        let first = *name.as_bytes().first()?;
        let initials = self.initials.get(from..)?;
        memchr_iter(first, initials)
            .filter_map(|at| Some((from + at, self.all.get(from + at)?)))
            .find(|(_, entry)| is_of(&entry.key, name))
    }

    /// Takes the entry at a place where one was found.
    pub(super) fn take(&mut self, at: usize) -> Option<Entry<'f>> {
        let (entry, initial) = (self.all.get_mut(at)?, self.initials.get_mut(at)?);
        let value = Value::Scalar { text: Cow::Borrowed(""), quoted: false };
        let origin = entry.node.origin;
        let empty = Entry {
            key: Cow::Borrowed(""),
            key_origin: entry.key_origin,
            node: Node { value, origin },
        };
        *initial = TAKEN;
        self.left -= 1;
        Some(std::mem::replace(entry, empty))
    }

    /// Takes all that nobody has asked for.
    pub(super) fn rest(&mut self) -> Vec<Entry<'f>> {
        if std::mem::take(&mut self.left) == 0 {
            return Vec::new();
        }
        let each = std::mem::take(&mut self.all).into_iter().zip(self.initials.drain(..));
        each.filter_map(|(entry, initial)| (initial != TAKEN).then_some(entry)).collect()
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.left == 0
    }
}

/// Keys are the same in any case, and with `-`, `_` or nothing between their words.
pub(crate) fn fold(key: &str) -> String {
    if key.is_ascii() {
        let mut folded = key.to_ascii_lowercase();
        folded.retain(|c| !matches!(c, '-' | '_' | ' '));
        return folded;
    }
    key.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

const fn is_joint(byte: u8) -> bool {
    matches!(byte, b'-' | b'_' | b' ')
}

/// The first byte of a folded key.
fn initial(key: &str) -> u8 {
    match key.bytes().find(|&byte| !is_joint(byte)) {
        Some(first) if first.is_ascii() => first.to_ascii_lowercase(),
        _ => fold(key).bytes().next().unwrap_or_default(),
    }
}

/// Whether a key is folded as a name is.
fn is_of(key: &str, name: &str) -> bool {
    if key == name {
        return true;
    }
    if !key.is_ascii() {
        return fold(key) == fold(name);
    }
    let letters = key.bytes().filter(|&byte| !is_joint(byte));
    let name = name.bytes().filter(|&byte| !is_joint(byte));
    letters.map(|byte| byte.to_ascii_lowercase()).eq(name)
}

/// Takes out the entries whose very key stood before, each with the place where it did.
pub(super) fn take_repeated<'f>(all: &mut Vec<Entry<'f>>) -> Vec<(Entry<'f>, Origin)> {
    let first = repeated(all);
    if first.is_empty() {
        return Vec::new();
    }
    let (mut kept, mut repeated) = (Vec::with_capacity(all.len()), Vec::new());
    for entry in all.drain(..) {
        let same = first.binary_search_by(|(key, _)| by_length(key, &entry.key));
        match same.ok().map(|at| first[at].1) {
            Some(first) if first.range() != entry.key_origin.range() => {
                repeated.push((entry, first));
            }
            _ => kept.push(entry),
        }
    }
    *all = kept;
    repeated
}

/// Keys that stand more than once, with the first place of each, in the order of [`by_length`].
fn repeated<'f>(entries: &[Entry<'f>]) -> Vec<(Cow<'f, str>, Origin)> {
    let mut sorted: Vec<&Entry<'f>> = entries.iter().collect();
    // The first of those that are the same stays the first.
    sorted.sort_by(|left, right| by_length(&left.key, &right.key));
    let same = sorted.chunk_by(|left, right| left.key == right.key);
    same.filter(|same| same.len() > 1)
        .map(|same| (same[0].key.clone(), same[0].key_origin))
        .collect()
}

/// Lengths are soon compared, and most keys differ in them.
fn by_length(left: &str, right: &str) -> Ordering {
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

#[cfg(test)]
mod tests {
    use super::{Entries, Entry};
    use crate::fields::{Node, Value};
    use crate::source::Origin;

    #[test]
    fn a_key_is_found_however_its_words_are_joined() {
        let entry = |key: &'static str| {
            let value = Value::Scalar { text: "".into(), quoted: true };
            let origin = Origin::default();
            Entry { key: key.into(), key_origin: origin, node: Node { value, origin } }
        };
        let find = |key, name| {
            let entries = Entries::new(vec![entry("x"), entry(key)]);
            entries.find(name, 0).map(|(at, _)| at)
        };
        for key in ["pub_date", "pubDate", "PUBDATE", "pub-date", "-pub date_", "p_u_b_d_a_t_e"] {
            assert_eq!(find(key, "pub_date"), Some(1), "{key}");
            assert_eq!(find(key, "pub_dates"), None, "{key}");
        }
        // The Kelvin sign is a `k` in small letters.
        assert_eq!(find("\u{212a}eywords", "keywords"), Some(1));
        assert_eq!(find("-\u{212a}eywordé", "keywords"), None);
        assert_eq!((find("", "a"), find("--", "a"), find("é", "e")), (None, None, None));
    }
}
