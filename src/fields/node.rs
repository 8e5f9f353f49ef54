//! Values with their places.

use crate::characters::{all_allowed, clean};
use crate::diagnostic::Diagnostic;
use crate::source::Origin;
use std::borrow::Cow;

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Node<'t> {
    pub(crate) value: Value<'t>,
    pub(crate) origin: Origin,
}

#[derive(Clone, Debug)]
pub(crate) enum Value<'t> {
    /// A text, number, date or truth value, as it was written; `quoted` says that it can only be a text.
    Scalar {
        text: Cow<'t, str>,
        quoted: bool,
    },
    List {
        items: Vec<Node<'t>>,
    },
    Mapping {
        entries: Vec<Entry<'t>>,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct Entry<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) key_origin: Origin,
    pub(crate) node: Node<'t>,
}

impl Node<'_> {
    pub(super) const fn kind(&self) -> &'static str {
        match self.value {
            Value::Scalar { .. } => "a single value",
            Value::List { .. } => "a list",
            Value::Mapping { .. } => "a mapping",
        }
    }

    /// How many keys there are in it, in all its mappings.
    pub(crate) fn keys(&self) -> usize {
        match &self.value {
            Value::Scalar { .. } => 0,
            Value::List { items } => items.iter().map(Self::keys).sum(),
            Value::Mapping { entries } => entries.iter().map(|entry| 1 + entry.node.keys()).sum(),
        }
    }

    /// `key:` with nothing after it says nothing.
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false }
            if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// No value, or an empty text: what is left in a form that nobody filled in.
    pub(crate) fn says_nothing(&self) -> bool {
        let is_empty = |text: &str| {
            !text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.trim().is_empty()
        };
        self.is_null() || matches!(&self.value, Value::Scalar { text, .. } if is_empty(text))
    }

    /// As JSON, by the core schema of YAML (<https://yaml.org/spec/1.2.2/#103-core-schema>). A number that
    /// JSON would write in another way stays the text that it was: `007`, and version `1.10`.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match &self.value {
            Value::Scalar { .. } if self.is_null() => Json::Null,
            Value::Scalar { text, quoted: true } => Json::String(text.to_string()),
            Value::Scalar { text, .. } => match &**text {
                "true" | "True" | "TRUE" => Json::Bool(true),
                "false" | "False" | "FALSE" => Json::Bool(false),
                _ => serde_json::from_str::<serde_json::Number>(text)
                    .ok()
                    .filter(|number| number.to_string() == *text)
                    .map_or_else(|| Json::String(text.to_string()), Json::Number),
            },
            Value::List { items } => items.iter().map(Self::to_json).collect(),
            Value::Mapping { entries } => Json::Object(
                entries.iter().map(|e| (e.key.to_string(), e.node.to_json())).collect(),
            ),
        }
    }

    /// Replaces the control characters that escapes have brought into texts, and tells them.
    pub(crate) fn clean(&mut self, found: &mut Vec<Diagnostic>) {
        let clean_text = |text: &mut Cow<'_, str>, origin, found: &mut Vec<Diagnostic>| {
            if !all_allowed(text) {
                *text = clean(text, origin, found).into();
            }
        };
        match &mut self.value {
            Value::Scalar { text, .. } => clean_text(text, self.origin, found),
            Value::List { items } => items.iter_mut().for_each(|item| item.clean(found)),
            Value::Mapping { entries } => {
                for entry in entries {
                    clean_text(&mut entry.key, entry.key_origin, found);
                    entry.node.clean(found);
                }
            }
        }
    }
}
