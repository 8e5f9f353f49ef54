//! What is otherwise in front matter that was written anew, for its author and for those who read the file with
//! another tool too.

use super::{Block, byte_order_mark, fields, parse};
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Node, Value};
use crate::source::{Origin, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Compares the front matter of a source with that of what was written of it. The article that they give is the
/// same; only names, notation and what no article holds can differ.
pub(in crate::markdown) fn rewritten(source: &Source, written: &Source) -> Vec<Diagnostic> {
    let (Some((fence, before)), Some((_, after))) = (mapping(source), mapping(written)) else {
        return Vec::new();
    };
    let mut told = Vec::new();
    if fence == "+++" {
        let mark = byte_order_mark(source.text());
        told.push(
            note("the front matter is TOML, and is written as YAML".to_owned())
                .label(source.origin(mark..mark + fence.len()), "written as `---`")
                .help("do not format what a tool reads that knows TOML alone"),
        );
    }
    let mut said = Said::default();
    said.add(&after, true);
    told.extend(times(&before, &said));
    told.extend(keys(source, before, &said));
    told
}

/// A comment that is not in what was written; no parser tells of one.
pub(in crate::markdown) fn lost_comment<'s>(
    source: &'s Source,
    written: &Source,
) -> Option<&'s str> {
    let after = content(written).unwrap_or_default();
    let mut comments = content(source)?.lines().filter_map(|line| match line.trim_start() {
        whole if whole.starts_with('#') => Some(whole.trim_end()),
        // In a value, a hash is text, and then it is in what is written, maybe in other quotation marks.
        other => {
            let comment = &other[other.find(" #")? + 1..];
            Some(comment.trim_end_matches(['"', '\'', ',', ']', '}', ' ', '\t']))
        }
    });
    comments.find(|comment| !after.contains(comment))
}

/// What stands between the lines around front matter.
fn content(source: &Source) -> Option<&str> {
    let text = source.text();
    let Block { start, end, .. } = Block::find(text, byte_order_mark(text))?;
    text.get(start..end?)
}

fn note(message: String) -> Diagnostic {
    Diagnostic::new(Code::RewrittenFrontMatter, message)
}

/// The front matter, where it can be read, and the fence around it.
fn mapping(source: &Source) -> Option<(&'static str, Node<'_>)> {
    let text = source.text();
    let Block { fence, start, end, .. } = Block::find(text, byte_order_mark(text))?;
    let end = end?;
    let node = parse(fence, &text[start..end], source.origin(start..end), &mut Vec::new());
    Some((fence, node.ok()?))
}

/// What front matter has in it, as it is written.
#[derive(Default)]
struct Said<'n> {
    outer_keys: BTreeSet<&'n str>,
    keys: BTreeSet<&'n str>,
    texts: BTreeSet<&'n str>,
}

impl<'n> Said<'n> {
    fn add(&mut self, node: &'n Node<'_>, is_outer: bool) {
        match &node.value {
            Value::Scalar { text, .. } => {
                self.texts.insert(text);
            }
            Value::List { items } => items.iter().for_each(|item| self.add(item, false)),
            Value::Mapping { entries } => {
                for entry in entries {
                    self.keys.insert(&entry.key);
                    if is_outer {
                        self.outer_keys.insert(&entry.key);
                    }
                    self.add(&entry.node, false);
                }
            }
        }
    }
}

/// Keys that another tool looks for in vain.
fn keys(source: &Source, node: Node<'_>, after: &Said<'_>) -> Option<Diagnostic> {
    let Value::Mapping { entries } = &node.value else { return None };
    let start = |origin: Origin| origin.range().start;
    let outer: BTreeSet<usize> = entries.iter().map(|entry| start(entry.key_origin)).collect();
    let gone = entries.iter().filter(|entry| !after.outer_keys.contains(&*entry.key));
    // In the order of the text.
    let mut labels: BTreeMap<usize, (Origin, String)> = gone
        .map(|entry| {
            let is_one = entry.key == "authors" && after.outer_keys.contains("author");
            let label = if is_one {
                "written as `author`"
            } else {
                "goes without saying, or is said by other keys"
            };
            (start(entry.key_origin), (entry.key_origin, label.to_owned()))
        })
        .collect();
    let mut found = Vec::new();
    fields(Fields::new("front matter", node, &mut found)?.telling_names());
    for told in found.into_iter().filter(|told| told.code == Code::RewrittenFrontMatter) {
        let (origin, ours) = (told.origin(), told.message);
        let at = start(origin);
        let is_outer = outer.contains(&at);
        if is_outer && !labels.contains_key(&at) {
            continue;
        }
        let names = if is_outer { &after.outer_keys } else { &after.keys };
        let ours = if ours == "authors" && !names.contains("authors") { "author" } else { &*ours };
        if names.contains(ours) {
            labels.insert(at, (origin, format!("written as `{ours}`")));
        } else if !is_outer {
            labels.insert(at, (origin, "written otherwise".to_owned()));
        }
    }
    if labels.is_empty() {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for (origin, _) in labels.values() {
        let name = format!("`{}`", &source.text()[origin.range()]);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut told = note(format!("keys that are not in what is written: {}", names.join(", ")));
    for (origin, label) in labels.into_values() {
        told = told.label(origin, label);
    }
    Some(told.help("do not format what another tool has to read under these keys"))
}

/// Times behind days, which no article holds.
fn times(node: &Node<'_>, after: &Said<'_>) -> Option<Diagnostic> {
    let mut dropped = Vec::new();
    dropped_times(node, after, &mut dropped);
    if dropped.is_empty() {
        return None;
    }
    let mut told = note("the day of a date is written, and not its time".to_owned());
    for (origin, time) in dropped {
        told = told.label(origin, format!("`{time}` is left out"));
    }
    Some(told.help("keep the time under a key that means nothing here, or do not format the file"))
}

fn dropped_times<'n>(node: &'n Node<'_>, after: &Said<'_>, dropped: &mut Vec<(Origin, &'n str)>) {
    match &node.value {
        Value::Scalar { text, .. } => {
            if !after.texts.contains(&**text) {
                dropped.extend(time(text).map(|time| (node.origin, time)));
            }
        }
        Value::List { items } => items.iter().for_each(|item| dropped_times(item, after, dropped)),
        Value::Mapping { entries } => {
            entries.iter().for_each(|entry| dropped_times(&entry.node, after, dropped));
        }
    }
}

/// What stands behind a day: `10:00 +0200`, also behind a `T`.
fn time(text: &str) -> Option<&str> {
    let (day, time) = text.trim().split_once(['T', ' '])?;
    let is_day = day.len() >= 8
        && day.starts_with(|c: char| c.is_ascii_digit())
        && day.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.'));
    let time = time.trim_start();
    (is_day && time.starts_with(|c: char| c.is_ascii_digit()) && time.contains(':')).then_some(time)
}
