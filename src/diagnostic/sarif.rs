//! Diagnostics as a SARIF 2.1.0 log, as code-scanning services read it.

use super::render::{Place, in_full, place};
use super::{Code, Diagnostic, Label, Severity};
use crate::source::Sources;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let codes: BTreeSet<Code> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code)).collect();
    let results: Vec<Value> =
        diagnostics.iter().map(|diagnostic| result(diagnostic, sources)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "offprint",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    json!({
        "id": code,
        "shortDescription": { "text": code.title() },
        "fullDescription": { "text": code.explanation() },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let text = in_full(diagnostic);
    let primary = diagnostic.labels.first().and_then(|label| location(label, sources));
    let mut result = json!({
        "ruleId": diagnostic.code,
        "level": level(diagnostic.severity),
        "message": { "text": text },
        "locations": primary.into_iter().collect::<Vec<_>>(),
    });
    let others = diagnostic.labels.iter().skip(1);
    let related: Vec<Value> = others.filter_map(|label| location(label, sources)).collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if let Some(fix) = fix(diagnostic, sources) {
        result["fixes"] = json!([fix]);
    }
    result
}

/// The edits that mend it, all in one source.
fn fix(diagnostic: &Diagnostic, sources: &Sources) -> Option<Value> {
    let name = place(diagnostic.fix.first()?.origin, sources)?.name;
    let replacements = diagnostic.fix.iter().filter_map(|edit| {
        let place = place(edit.origin, sources)?;
        Some(json!({
            "deletedRegion": region(&place),
            "insertedContent": { "text": edit.replacement },
        }))
    });
    let text = diagnostic.help.as_deref().unwrap_or("the edit that mends it");
    Some(json!({
        "description": { "text": text },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(name) },
            "replacements": replacements.collect::<Vec<_>>(),
        }],
    }))
}

fn region(place: &Place<'_>) -> Value {
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    })
}

fn location(label: &Label, sources: &Sources) -> Option<Value> {
    let place = place(label.origin, sources)?;
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(place.name) },
        "region": region(&place),
    }});
    if !label.text.is_empty() {
        location["message"] = json!({ "text": label.text });
    }
    Some(location)
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A file name as a URI reference: what RFC 3986 does not allow in a path is percent-encoded.
fn uri(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            b'\\' => out.push('/'),
            _ => out.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    out
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase()
}
