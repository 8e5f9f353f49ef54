//! Names in a document that does not fit the schema, so that what is wrong with them is told in the same run.

use super::places::{Places, push_step};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Anchor;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Tells names that stand twice, and references to notes that are not there. What is no name is told elsewhere.
pub(super) fn review(document: &Value, places: &Places<'_>) -> Vec<Diagnostic> {
    let Some(root) = document.as_object() else { return Vec::new() };
    let mut names =
        Names { places, notes: BTreeMap::new(), sections: BTreeMap::new(), found: Vec::new() };
    let notes = root.get("footnotes");
    let mut is_whole = notes.is_none_or(Value::is_array);
    for (at, note) in notes.and_then(Value::as_array).into_iter().flatten().enumerate() {
        match name(note, "label") {
            Some(label) => {
                let pointer = format!("/footnotes/{at}/label");
                twice(&mut names.notes, "footnotes", label, pointer, places, &mut names.found);
            }
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

struct Names<'p> {
    places: &'p Places<'p>,
    /// Each with its pointer.
    notes: BTreeMap<Anchor, String>,
    sections: BTreeMap<Anchor, String>,
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
                        let id_pointer = format!("{pointer}/id");
                        twice(
                            &mut self.sections,
                            "sections",
                            id,
                            id_pointer,
                            self.places,
                            &mut self.found,
                        );
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
        if !self.notes.contains_key(&label) {
            let message = format!(
                "`{pointer}/label`: a reference leads to the footnote `{label}`, which is not there"
            );
            let mark = self.places.at(pointer).origin();
            self.found.push(Diagnostic::new(Code::MissingFootnote, message).label(mark, ""));
        }
    }
}

fn twice(
    known: &mut BTreeMap<Anchor, String>,
    what: &str,
    name: Anchor,
    pointer: String,
    places: &Places<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let Some(first) = known.get(&name) else {
        known.insert(name, pointer);
        return;
    };
    let word = if what == "sections" { "id" } else { "label" };
    found.push(
        Diagnostic::new(
            Code::DuplicateId,
            format!("`{pointer}`: two {what} have the {word} `{name}`"),
        )
        .label(places.at(&pointer).mark(), "")
        .label(places.at(first).mark(), "first given here"),
    );
}
