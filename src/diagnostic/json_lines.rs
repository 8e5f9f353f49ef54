//! Diagnostics as JSON lines.

use super::{Diagnostic, render};
use crate::source::{Origin, Sources};
use serde_json::{Value, json};

pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&object(diagnostic, sources).to_string());
        out.push('\n');
    }
    out
}

fn object(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let labels: Vec<Value> = diagnostic
        .labels
        .iter()
        .filter_map(|label| {
            let mut place = place(label.origin, sources)?;
            if !label.text.is_empty() {
                place["text"] = json!(label.text);
            }
            Some(place)
        })
        .collect();
    let edits = diagnostic.fix.iter().filter_map(|edit| {
        let mut place = place(edit.origin, sources)?;
        place["replacement"] = json!(edit.replacement);
        Some(place)
    });
    let fix: Vec<Value> = edits.collect();
    json!({
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "labels": labels,
        "help": diagnostic.help,
        "authority": diagnostic.authority,
        "fix": fix,
    })
}

fn place(origin: Origin, sources: &Sources) -> Option<Value> {
    let place = render::place(origin, sources)?;
    Some(json!({
        "file": place.name,
        "line": place.start.line,
        "column": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
        "byteStart": place.bytes.start,
        "byteEnd": place.bytes.end,
    }))
}
