//! Names in a document that does not fit the schema, so that what is wrong with them is told in the same run.

use super::places::{Places, push_step};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Anchor, missing_footnote, same_name};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Tells names that stand twice, and references to notes that are not there. What is no name is told elsewhere.
pub(super) fn review(document: &Value, places: &Places<'_>) -> Vec<Diagnostic> {
    let Some(root) = document.as_object() else { return Vec::new() };
    let mut names = Names { places, known: BTreeMap::new(), found: Vec::new() };
    let notes = root.get("footnotes");
    let mut is_whole = notes.is_none_or(Value::is_array);
    for (at, note) in notes.and_then(Value::as_array).into_iter().flatten().enumerate() {
        match name(note, "label") {
            Some(label) => names.take(NOTE, label, format!("/footnotes/{at}/label")),
            None => is_whole = false,
        }
    }
    for key in ["lead", "sections", "footnotes"] {
        if let Some(value) = root.get(key) {
            names.walk(value, &format!("/{key}"), key == "sections", is_whole);
        }
    }
    names.found
}

fn name(value: &Value, key: &str) -> Option<Anchor> {
    value.get(key)?.as_str()?.parse().ok()
}

/// What is named, and what its name is called.
type What = (&'static str, &'static str);
const NOTE: What = ("footnotes", "label");
const SECTION: What = ("sections", "id");

struct Names<'p> {
    places: &'p Places<'p>,
    /// Each with its pointer.
    known: BTreeMap<(What, Anchor), String>,
    found: Vec<Diagnostic>,
}

impl Names<'_> {
    /// Recursion ends, because a document of more levels was refused.
    fn walk(&mut self, value: &Value, pointer: &str, are_sections: bool, is_whole: bool) {
        match value {
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    let pointer = format!("{pointer}/{at}");
                    if are_sections && let Some(id) = name(item, "id") {
                        self.take(SECTION, id, format!("{pointer}/id"));
                    }
                    self.walk(item, &pointer, false, is_whole);
                }
            }
            Value::Object(entries) => {
                if is_whole {
                    self.reference(entries, pointer);
                }
                for (key, value) in entries {
                    let mut inner = pointer.to_owned();
                    push_step(key, &mut inner);
                    self.walk(value, &inner, key == "sections", is_whole);
                }
            }
            _ => {}
        }
    }

    fn reference(&mut self, entries: &Map<String, Value>, pointer: &str) {
        if entries.get("kind").and_then(Value::as_str) != Some("footnote-reference") {
            return;
        }
        let label = entries.get("label").and_then(Value::as_str);
        let Some(label) = label.and_then(|label| label.parse::<Anchor>().ok()) else { return };
        if !self.known.contains_key(&(NOTE, label.clone())) {
            let message = format!("`{pointer}/label`: {}", missing_footnote(&label));
            let mark = self.places.at(pointer).origin();
            self.found.push(Diagnostic::new(Code::MissingFootnote, message).label(mark, ""));
        }
    }

    /// Takes a name, or tells that it stands twice.
    fn take(&mut self, what: What, name: Anchor, pointer: String) {
        let Some(first) = self.known.get(&(what, name.clone())) else {
            self.known.insert((what, name), pointer);
            return;
        };
        let message = format!("`{pointer}`: {}", same_name(what.0, what.1, &name));
        self.found.push(
            Diagnostic::new(Code::DuplicateId, message)
                .label(self.places.at(&pointer).mark(), "")
                .label(self.places.at(first).mark(), "first given here"),
        );
    }
}
