//! What is changed in a schema that was generated from types, so that it serves validators and editors.

use serde_json::{Map, Value, json};

/// What a schema is for decides whether a key without a value may stand in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nulls {
    /// `key:` says nothing, as in YAML.
    Kept,
    /// What is not known is left out.
    Dropped,
}

/// Kinds said with `if`, whole numbers bounded rather than named by a Rust type, descriptions in plain
/// words, and keys in order, whatever features other crates switch on in `serde_json`.
pub(super) fn tidy(schema: Value, nulls: Nulls) -> Value {
    match schema {
        Value::Object(map) => {
            let mut map = map;
            discriminate(&mut map);
            bound(&mut map);
            if nulls == Nulls::Dropped {
                drop_null(&mut map);
            }
            if let Some(Value::String(text)) = map.get_mut("description") {
                *text = plain(text);
            }
            let mut entries: Vec<(String, Value)> =
                map.into_iter().map(|(key, value)| (key, tidy(value, nulls))).collect();
            entries.sort_by(|left, right| left.0.cmp(&right.0));
            Value::Object(entries.into_iter().collect())
        }
        Value::Array(items) => items.into_iter().map(|item| tidy(item, nulls)).collect(),
        other => other,
    }
}

/// Turns `oneOf` of kinds into `if` the kind is this `then` it has this form.
///
/// A validator that meets `oneOf` tries every form, and every form inside that: the cost grows with the
/// power of the depth. This way it looks at `kind` and tries one, and what it tells is about that one.
fn discriminate(map: &mut Map<String, Value>) {
    let kind = |form: &Value| form["properties"]["kind"]["const"].as_str().map(str::to_owned);
    let Some(forms) = map.get("oneOf").and_then(Value::as_array) else { return };
    let Some(kinds) = forms.iter().map(kind).collect::<Option<Vec<String>>>() else { return };
    let Some(Value::Array(forms)) = map.remove("oneOf") else { return };
    let rules: Vec<Value> = kinds
        .iter()
        .zip(&forms)
        .map(|(kind, form)| {
            // Without `required` and `type`, the rule would be about what has no kind at all.
            let this = json!({
                "type": "object", "required": ["kind"], "properties": { "kind": { "const": kind } },
            });
            json!({ "if": this, "then": form })
        })
        .collect();
    map.insert("type".to_owned(), json!("object"));
    map.insert("required".to_owned(), json!(["kind"]));
    map.insert(
        "properties".to_owned(),
        json!({ "kind": { "description": "Which of its forms this has.", "enum": kinds } }),
    );
    map.insert("allOf".to_owned(), Value::Array(rules));
}

/// Formats such as `uint32` are no formats of JSON Schema, and strict validators refuse them.
fn bound(map: &mut Map<String, Value>) {
    let maximum = match map.get("format").and_then(Value::as_str) {
        Some("uint8") => Some(u32::from(u8::MAX)),
        Some("uint16") => Some(u32::from(u16::MAX)),
        Some("uint32") => Some(u32::MAX),
        Some("float" | "double" | "uint") => None,
        _ => return,
    };
    map.remove("format");
    if let Some(maximum) = maximum {
        map.entry("maximum").or_insert_with(|| maximum.into());
    }
}

fn drop_null(map: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            map.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(forms)) = map.get_mut("anyOf") else { return };
    forms.retain(|form| form["type"] != "null");
    if let [Value::Object(only)] = forms.as_slice() {
        let only = only.clone();
        map.remove("anyOf");
        for (key, value) in only {
            map.entry(key).or_insert(value);
        }
    }
}

/// A doc comment without its examples of Rust and its links to Rust items.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, part) in text.split("```").enumerate() {
        if at % 2 == 0 {
            out.push_str(part.trim_end());
        }
    }
    let mut plain = String::with_capacity(out.len());
    let mut rest = out.as_str();
    while let Some((before, link)) = rest.split_once("[`") {
        plain.push_str(before);
        let Some((name, after)) = link.split_once("`]") else { break };
        plain.push_str(&name.rsplit("::").next().unwrap_or(name).to_lowercase());
        // The address of a link that has one.
        let address_end = after.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        rest = address_end.map_or(after, |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}
