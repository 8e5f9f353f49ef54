//! Mappings that people write (front matter, `practice.toml`, `collection.toml`, the registers), from
//! YAML or TOML: every value knows its place, and every wrong one is told in one run.

mod entries;
mod node;
mod place;
mod plain;
mod toml;
mod yaml;

pub(crate) use self::entries::fold;
pub(crate) use self::node::{Entry, Node, Value};
pub(crate) use self::place::in_front_matter;
#[cfg(feature = "pdf")]
pub(crate) use self::place::in_toml;
pub(crate) use self::toml::parse as parse_toml;
pub(crate) use self::yaml::parse as parse_yaml;

use self::entries::{Entries, take_repeated};
use crate::characters::{position, spaced};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::is_mailbox;
use crate::source::Origin;
use serde::de::value::StrDeserializer;
use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

/// Reads a mapping key by key; what is wrong goes into `found`, what is left over is told at the end.
pub(crate) struct Fields<'f> {
    /// What is being read, for messages: `front matter`, `an author`.
    what: &'static str,
    origin: Origin,
    entries: Entries<'f>,
    /// Entries that say what another one says already, with the name of that one.
    outdone: Vec<(Entry<'f>, String)>,
    /// Entries that were told and stay as they are.
    kept: Vec<Entry<'f>>,
    known: Vec<&'static str>,
    /// The code of keys that nobody asked for.
    unknown: Code,
    /// Whether keys are told that have another name where we write them.
    tells_names: bool,
    found: &'f mut Vec<Diagnostic>,
}

/// Most mappings are asked for no more names.
const USUAL_NAMES: usize = 16;

impl<'f> Fields<'f> {
    /// Starts on a mapping; a key that stands twice is told at once, and the first one counts.
    pub(crate) fn new(
        what: &'static str,
        node: Node<'f>,
        found: &'f mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let origin = node.origin;
        let kind = node.kind();
        let Value::Mapping { mut entries } = node.value else {
            found.push(
                Diagnostic::new(
                    Code::FieldShape,
                    format!("{what} has to be a mapping of keys to values, but this is {kind}"),
                )
                .label(origin, "expected `key: value`"),
            );
            return None;
        };
        for (entry, first) in take_repeated(&mut entries) {
            found.push(
                Diagnostic::new(
                    Code::DuplicateField,
                    format!("`{}` is given twice; the first one counts", entry.key),
                )
                .label(entry.key_origin, "again here")
                .label(first, "first given here")
                .help("remove one of the two"),
            );
        }
        let entries = Entries::new(entries);
        let (outdone, kept) = (Vec::new(), Vec::new());
        let known = Vec::with_capacity(USUAL_NAMES);
        let unknown = Code::UnknownField;
        let tells_names = false;
        Some(Self { what, origin, entries, outdone, kept, known, unknown, tells_names, found })
    }

    /// Tells the keys, also those inside this mapping, that have another name where we write them.
    pub(crate) const fn telling_names(mut self) -> Self {
        self.tells_names = true;
        self
    }

    /// Tells that what a key says is written under another, where that is asked for.
    pub(crate) fn renamed(&mut self, key_origin: Origin, ours: &str) {
        if self.tells_names {
            let told = Diagnostic::new(Code::RewrittenFrontMatter, ours);
            self.found.push(told.label(key_origin, format!("written as `{ours}`")));
        }
    }

    pub(crate) const fn origin(&self) -> Origin {
        self.origin
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Whether any of these keys is there.
    pub(crate) fn has(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.entries.find(name, 0).is_some())
    }

    /// Where the key of this name stands.
    pub(crate) fn key_origin(&self, name: &str) -> Option<Origin> {
        self.entries.find(name, 0).map(|(_, entry)| entry.key_origin)
    }

    /// The entry of this key, if its value is of the kind that is asked for.
    pub(crate) fn take_if(
        &mut self,
        name: &'static str,
        is_right: impl Fn(&Node<'_>) -> bool,
    ) -> Option<Entry<'f>> {
        self.known.push(name);
        let (at, entry) = self.entries.find(name, 0)?;
        if is_right(&entry.node) { self.entries.take(at) } else { None }
    }

    /// Adds an entry, as though it stood in this mapping.
    pub(crate) fn add(&mut self, entry: Entry<'f>) {
        self.entries.push(entry);
    }

    /// All entries that nobody has asked for yet.
    pub(crate) fn rest(&mut self) -> Vec<Entry<'f>> {
        self.entries.rest()
    }

    /// The value of the first of these keys that is there and says something. The first name is ours,
    /// the others are what other tools call the same; where they say something else, they are left over.
    pub(crate) fn node(&mut self, names: &[&'static str]) -> Option<Node<'f>> {
        self.entry(names).map(|entry| entry.node)
    }

    /// As [`Fields::node`], with the key.
    pub(crate) fn entry(&mut self, names: &[&'static str]) -> Option<Entry<'f>> {
        self.known.extend_from_slice(names);
        let mut chosen: Option<Entry<'f>> = None;
        for name in names {
            let mut from = 0;
            while let Some((at, _)) = self.entries.find(name, from) {
                from = at + 1;
                let Some(entry) = self.entries.take(at) else { break };
                if entry.node.says_nothing() {
                    continue;
                }
                let Some(first) = &chosen else {
                    chosen = Some(entry);
                    continue;
                };
                let (key, first_key) = (&entry.key, &first.key);
                if fold(first_key) == fold(key) {
                    self.found.push(
                        Diagnostic::new(
                            Code::DuplicateField,
                            format!(
                                "`{first_key}` and `{key}` say the same thing; `{first_key}` counts"
                            ),
                        )
                        .label(entry.key_origin, "does not count")
                        .label(first.key_origin, "counts")
                        .help(format!("keep `{first_key}` only")),
                    );
                } else if first.node.to_json() != entry.node.to_json() {
                    let first_key = first_key.to_string();
                    self.outdone.push((entry, first_key));
                } else {
                    self.renamed(entry.key_origin, names[0]);
                }
            }
        }
        if let Some(Entry { key, key_origin, .. }) = &chosen
            && key != names[0]
        {
            self.renamed(*key_origin, names[0]);
        }
        chosen
    }

    /// Gives an entry back, to stay as it is; what is to be said of it was told.
    pub(crate) fn keep(&mut self, entry: Entry<'f>) {
        self.kept.push(entry);
    }

    /// A text; numbers and dates count as the text that was written.
    pub(crate) fn text(&mut self, names: &[&'static str]) -> Option<String> {
        let node = self.node(names)?;
        let text = self.whole(node, names[0], "a text")?;
        Some(one_line(text)).filter(|text| !text.is_empty())
    }

    /// An e-mail address.
    pub(crate) fn email(&mut self, names: &[&'static str]) -> Option<String> {
        let node = self.node(names)?;
        let text = one_line(self.scalar(&node, names[0], "an e-mail address")?.to_owned());
        if text.is_empty() {
            return None;
        }
        if is_mailbox(&text) {
            return Some(text);
        }
        let cause =
            format!("`{text}` is no e-mail address; expected one such as `name@example.org`");
        self.wrong(&node, names[0], cause);
        None
    }

    /// A text that must be there.
    pub(crate) fn required(&mut self, name: &'static str) -> Option<String> {
        let text = self.text(&[name]);
        if text.is_none() && !self.found.iter().any(|d| self.origin.range() == d.origin().range()) {
            self.found.push(
                Diagnostic::new(Code::MissingField, format!("{} needs `{name}`", self.what))
                    .label(self.origin, format!("`{name}` is missing here")),
            );
        }
        text
    }

    /// A value of some type that reads itself from text.
    pub(crate) fn value<T: FromStr<Err: Display>>(&mut self, names: &[&'static str]) -> Option<T> {
        let node = self.node(names)?;
        self.read(&node, names[0])
    }

    /// A value and its place.
    pub(crate) fn value_at<T: FromStr<Err: Display>>(
        &mut self,
        names: &[&'static str],
    ) -> Option<(T, Origin)> {
        let node = self.node(names)?;
        Some((self.read(&node, names[0])?, node.origin))
    }

    /// One of some words.
    pub(crate) fn choice<T: serde::de::DeserializeOwned>(
        &mut self,
        names: &[&'static str],
        words: &[&str],
    ) -> Option<T> {
        let node = self.node(names)?;
        let text = self.scalar(&node, names[0], "a word")?;
        let is_plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let word = if is_plain {
            Cow::Borrowed(text)
        } else {
            text.trim().to_lowercase().replace([' ', '_'], "-").into()
        };
        let read = T::deserialize(StrDeserializer::<serde::de::value::Error>::new(&word)).ok();
        if read.is_none() {
            let mut told = Diagnostic::new(
                Code::FieldValue,
                format!("`{}` cannot be `{text}`; expected one of: {}", names[0], words.join(", ")),
            )
            .label(node.origin, "not one of them");
            if let Some(near) = nearest(&word, words.iter().copied()) {
                told = told.help(format!("did you mean `{near}`?"));
            }
            self.found.push(told);
        }
        read
    }

    /// A truth value.
    pub(crate) fn flag(&mut self, names: &[&'static str]) -> Option<bool> {
        let node = self.node(names)?;
        let text = self.scalar(&node, names[0], "`true` or `false`")?;
        match text.to_lowercase().as_str() {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => {
                self.shape(&node, names[0], "`true` or `false`", &format!("`{text}`"));
                None
            }
        }
    }

    /// Texts in a list; a single text counts as a list of one.
    pub(crate) fn texts(&mut self, names: &[&'static str]) -> Vec<String> {
        let items = self.items(names);
        items
            .into_iter()
            .filter_map(|item| self.whole(item, names[0], "a list of texts"))
            .map(one_line)
            .filter(|text| !text.is_empty())
            .collect()
    }

    /// The items of a list; a single value counts as a list of one.
    pub(crate) fn items(&mut self, names: &[&'static str]) -> Vec<Node<'f>> {
        match self.node(names) {
            None => Vec::new(),
            Some(Node { value: Value::List { items }, .. }) => items,
            Some(single) => vec![single],
        }
    }

    /// Reads the fields of a mapping inside this one.
    pub(crate) fn within<T>(
        &mut self,
        what: &'static str,
        node: Node<'_>,
        read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let tells_names = self.tells_names;
        let mut fields = Fields::new(what, node, self.found)?;
        fields.unknown = Code::UnknownInnerField;
        fields.tells_names = tells_names;
        let value = read(&mut fields);
        fields.finish();
        value
    }

    /// A single value as the text that was written.
    pub(crate) fn line(&mut self, node: &Node<'_>, name: &str) -> Option<String> {
        self.scalar(node, name, "a single value").map(|text| one_line(text.to_owned()))
    }

    /// As [`Fields::line`], where a list may stand too, which the caller has seen to.
    pub(crate) fn text_of_list(&mut self, node: &Node<'_>, name: &str) -> Option<String> {
        self.scalar(node, name, "a text or a list of texts").map(|text| one_line(text.to_owned()))
    }

    /// A single value as the text that was written, with its lines.
    pub(crate) fn lines(&mut self, node: &Node<'_>, name: &str) -> Option<String> {
        self.scalar(node, name, "a text").map(str::to_owned)
    }

    /// Tells that a value has the right type but cannot be right.
    pub(crate) fn wrong(&mut self, node: &Node<'_>, name: &str, cause: impl Display) {
        self.found.push(
            Diagnostic::new(Code::FieldValue, format!("`{name}`: {cause}")).label(node.origin, ""),
        );
    }

    /// Reads a value of some type that reads itself from text.
    pub(crate) fn read<T: FromStr<Err: Display>>(
        &mut self,
        node: &Node<'_>,
        name: &str,
    ) -> Option<T> {
        let text = self.scalar(node, name, "a single value")?;
        match text.trim().parse() {
            Ok(value) => Some(value),
            Err(cause) => {
                self.wrong(node, name, cause);
                None
            }
        }
    }

    fn scalar<'n>(&mut self, node: &'n Node<'_>, name: &str, expected: &str) -> Option<&'n str> {
        match &node.value {
            Value::Scalar { text, .. } => Some(text),
            Value::List { .. } | Value::Mapping { .. } => {
                self.shape(node, name, expected, node.kind());
                None
            }
        }
    }

    /// As [`Fields::scalar`], where nothing else is asked of the node.
    fn whole(&mut self, node: Node<'_>, name: &str, expected: &str) -> Option<String> {
        if let Value::Scalar { text, .. } = node.value {
            return Some(text.into_owned());
        }
        self.shape(&node, name, expected, node.kind());
        None
    }

    fn shape(&mut self, node: &Node<'_>, name: &str, expected: &str, got: &str) {
        self.found.push(
            Diagnostic::new(
                Code::FieldShape,
                format!("`{name}` has to be {expected}, but this is {got}"),
            )
            .label(node.origin, format!("expected {expected}")),
        );
    }

    /// Tells the keys that nobody asked for, and gives them back.
    pub(crate) fn finish(self) -> Vec<Entry<'f>> {
        self.finish_but(&[])
    }

    /// As [`Fields::finish`], without a word about the keys in which other tools keep things of their own.
    pub(crate) fn finish_but(self, quiet: &[&str]) -> Vec<Entry<'f>> {
        let Self { what, mut entries, outdone, kept, known, unknown, found, .. } = self;
        if entries.is_empty() && outdone.is_empty() {
            return kept;
        }
        let fate = if unknown == Code::UnknownInnerField { "; it was dropped" } else { "" };
        let mut entries = entries.rest();
        for entry in &entries {
            if quiet.contains(&&*entry.key) {
                continue;
            }
            let mut told =
                Diagnostic::new(unknown, format!("`{}` is no key of {what}{fate}", entry.key))
                    .label(entry.key_origin, "unknown key");
            if let Some(near) = nearest(&entry.key, known.iter().copied()) {
                told = told.help(format!("did you mean `{near}`?"));
            }
            found.push(told);
        }
        for (entry, counts) in &outdone {
            found.push(
                Diagnostic::new(
                    unknown,
                    format!("`{}` is the same as `{counts}`, which counts{fate}", entry.key),
                )
                .label(entry.key_origin, "does not count")
                .help(format!("keep `{counts}` only")),
            );
        }
        entries.extend(outdone.into_iter().map(|(entry, _)| entry));
        entries.extend(kept);
        entries
    }
}

/// A value of one line: white space in it, line ends too, is one space. Unlike in
/// [`characters::one_line`](crate::characters::one_line) a no-break space stays, and most values stay where they are.
fn one_line(text: String) -> String {
    let is_space = |c: char| matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    // Of those only spaces have neither one of these bytes nor one that begins with them.
    let may_be_space = |byte: u8| matches!(byte, ..0x20 | 0xc2 | 0xe2);
    let is_right = || {
        let bytes = text.as_bytes();
        let is_edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        let is_trimmed =
            is_edge(bytes.first()) && is_edge(bytes.last()) || text.trim().len() == text.len();
        let has_two = bytes.windows(2).any(|pair| pair[0] == b' ' && pair[1] == b' ');
        let has_odd = position(text.as_bytes(), 0, may_be_space).is_some();
        is_trimmed && !has_two && !(has_odd && text.contains(|c| c != ' ' && is_space(c)))
    };
    if is_right() {
        return text;
    }
    spaced(text.trim().split(is_space), text.len())
}

/// The word that was probably meant.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    let letters = letters(&word);
    let most = |candidate: &str| 1 + candidate.len() / 5;
    known
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= most(candidate))
        .filter(|candidate| {
            // A change takes one letter away, and brings one, at the most.
            let others = (letters ^ self::letters(candidate)).count_ones();
            usize::try_from(others).is_ok_and(|others| others <= 2 * most(candidate))
        })
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= most(candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Which letters a text has, in small letters: a bit for each, or for several.
fn letters(text: &str) -> u64 {
    let small = text.chars().flat_map(char::to_lowercase);
    small.fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}
