//! Mappings that people write (front matter, `practice.toml`, `collection.toml`, the registers), from
//! YAML or TOML: every value knows its place, and every wrong one is told in one run.

mod toml;
mod yaml;

pub(crate) use self::toml::parse as parse_toml;
pub(crate) use self::yaml::parse as parse_yaml;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;
use std::fmt::Display;
use std::str::FromStr;

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) origin: Origin,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A text, number, date or truth value, as it was written; `quoted` says that it can only be a text.
    Scalar {
        text: String,
        quoted: bool,
    },
    List {
        items: Vec<Node>,
    },
    Mapping {
        entries: Vec<Entry>,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_origin: Origin,
    pub(crate) node: Node,
}

impl Node {
    const fn kind(&self) -> &'static str {
        match self.value {
            Value::Scalar { .. } => "a single value",
            Value::List { .. } => "a list",
            Value::Mapping { .. } => "a mapping",
        }
    }

    /// `key:` with nothing after it says nothing.
    fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// As JSON, by the core schema of YAML (<https://yaml.org/spec/1.2.2/#103-core-schema>).
    pub(crate) fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match &self.value {
            Value::Scalar { .. } if self.is_null() => Json::Null,
            Value::Scalar { text, quoted: true } => Json::String(text.clone()),
            Value::Scalar { text, .. } => match text.as_str() {
                "true" | "True" | "TRUE" => Json::Bool(true),
                "false" | "False" | "FALSE" => Json::Bool(false),
                _ => text
                    .parse::<i64>()
                    .map(Json::from)
                    .ok()
                    .or_else(|| text.parse::<f64>().ok().filter(|n| n.is_finite()).map(Json::from))
                    .unwrap_or_else(|| Json::String(text.clone())),
            },
            Value::List { items } => items.iter().map(Self::to_json).collect(),
            Value::Mapping { entries } => {
                Json::Object(entries.iter().map(|e| (e.key.clone(), e.node.to_json())).collect())
            }
        }
    }
}

/// Reads a mapping key by key; what is wrong goes into `found`, what is left over is told at the end.
pub(crate) struct Fields<'f> {
    /// What is being read, for messages: `front matter`, `an author`.
    what: &'static str,
    origin: Origin,
    entries: Vec<Entry>,
    known: Vec<&'static str>,
    found: &'f mut Vec<Diagnostic>,
}

impl<'f> Fields<'f> {
    /// Starts on a mapping; a key that stands twice is told at once, and the first one counts.
    pub(crate) fn new(
        what: &'static str,
        node: Node,
        found: &'f mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let origin = node.origin;
        let kind = node.kind();
        let Value::Mapping { entries: all } = node.value else {
            found.push(
                Diagnostic::new(
                    Code::FieldShape,
                    format!("{what} has to be a mapping of keys to values, but this is {kind}"),
                )
                .label(origin, "expected `key: value`"),
            );
            return None;
        };
        let mut entries: Vec<Entry> = Vec::with_capacity(all.len());
        for entry in all {
            if let Some(first) = entries.iter().find(|known| known.key == entry.key) {
                found.push(
                    Diagnostic::new(
                        Code::DuplicateField,
                        format!("`{}` is given twice; the first one counts", entry.key),
                    )
                    .label(entry.key_origin, "again here")
                    .label(first.key_origin, "first given here")
                    .help("remove one of the two"),
                );
            } else {
                entries.push(entry);
            }
        }
        Some(Self { what, origin, entries, known: Vec::new(), found })
    }

    pub(crate) const fn origin(&self) -> Origin {
        self.origin
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Whether any of these keys is there.
    pub(crate) fn has(&self, names: &[&str]) -> bool {
        self.entries.iter().any(|entry| names.iter().any(|name| same_key(&entry.key, name)))
    }

    /// The value of the first of these keys that is there and says something. The first name is ours,
    /// the others are what other tools call the same.
    pub(crate) fn node(&mut self, names: &[&'static str]) -> Option<Node> {
        self.known.extend_from_slice(names);
        let mut chosen: Option<Entry> = None;
        for name in names {
            while let Some(at) = self.entries.iter().position(|entry| same_key(&entry.key, name)) {
                let entry = self.entries.remove(at);
                if entry.node.is_null() {
                    continue;
                }
                if let Some(first) = &chosen {
                    self.found.push(
                        Diagnostic::new(
                            Code::DuplicateField,
                            format!(
                                "`{}` and `{}` say the same thing; `{}` counts",
                                first.key, entry.key, first.key
                            ),
                        )
                        .label(entry.key_origin, "does not count")
                        .label(first.key_origin, "counts")
                        .help(format!("keep `{}` only", first.key)),
                    );
                } else {
                    chosen = Some(entry);
                }
            }
        }
        chosen.map(|entry| entry.node)
    }

    /// A text; numbers and dates count as the text that was written.
    pub(crate) fn text(&mut self, names: &[&'static str]) -> Option<String> {
        let node = self.node(names)?;
        let text = self.scalar(&node, names[0], "a text")?;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
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
        let word = text.trim().to_lowercase().replace([' ', '_'], "-");
        let read = serde_json::from_value(serde_json::Value::String(word.clone())).ok();
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
            .iter()
            .filter_map(|item| self.scalar(item, names[0], "a list of texts"))
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect()
    }

    /// The items of a list; a single value counts as a list of one.
    pub(crate) fn items(&mut self, names: &[&'static str]) -> Vec<Node> {
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
        node: Node,
        read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let mut fields = Fields::new(what, node, self.found)?;
        let value = read(&mut fields);
        fields.finish();
        value
    }

    /// Reads a value of some type that reads itself from text.
    pub(crate) fn read<T: FromStr<Err: Display>>(&mut self, node: &Node, name: &str) -> Option<T> {
        let text = self.scalar(node, name, "a single value")?;
        match text.trim().parse() {
            Ok(value) => Some(value),
            Err(cause) => {
                self.found.push(
                    Diagnostic::new(Code::FieldValue, format!("`{name}`: {cause}"))
                        .label(node.origin, ""),
                );
                None
            }
        }
    }

    fn scalar(&mut self, node: &Node, name: &str, expected: &str) -> Option<String> {
        match &node.value {
            Value::Scalar { text, .. } => Some(text.clone()),
            Value::List { .. } | Value::Mapping { .. } => {
                self.shape(node, name, expected, node.kind());
                None
            }
        }
    }

    fn shape(&mut self, node: &Node, name: &str, expected: &str, got: &str) {
        self.found.push(
            Diagnostic::new(
                Code::FieldShape,
                format!("`{name}` has to be {expected}, but this is {got}"),
            )
            .label(node.origin, format!("expected {expected}")),
        );
    }

    /// Tells the keys that nobody asked for, and gives them back.
    pub(crate) fn finish(self) -> Vec<Entry> {
        for entry in &self.entries {
            let mut told = Diagnostic::new(
                Code::UnknownField,
                format!("`{}` is no key of {}", entry.key, self.what),
            )
            .label(entry.key_origin, "unknown key");
            if let Some(near) = nearest(&entry.key, self.known.iter().copied()) {
                told = told.help(format!("did you mean `{near}`?"));
            }
            self.found.push(told);
        }
        self.entries
    }
}

/// Keys are the same in any case, and with `-`, `_` or nothing between their words.
fn same_key(left: &str, right: &str) -> bool {
    let fold = |key: &str| -> String {
        key.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
    };
    left == right || fold(left) == fold(right)
}

/// The word that was probably meant.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    known
        .map(|candidate| (strsim::osa_distance(&word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}
