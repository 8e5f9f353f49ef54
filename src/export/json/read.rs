//! JSON into an article.

use super::duplicates::FirstCounts;
use super::places::Places;
use super::upgrade::{upgrade, version};
use super::{SCHEMA_VERSION, limits, names, origins, validate};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Article, review};
use crate::source::Source;
use crate::{Error, Result};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// Reads an article from JSON, as [`Json`](crate::export::Json) writes it or another program does.
///
/// The text is compared with the [schema](crate::json::schema) first. The article knows where in the text
/// everything stands, so what a check or an exporter finds later is told by line and column too.
///
/// ```
/// use offprint::{Source, json};
///
/// let text = r#"{
///   "schemaVersion": 1,
///   "metadata": { "title": "On Grief" },
///   "lead": [{ "kind": "paragraf", "content": [] }]
/// }"#;
/// let source = Source::new("grief.json", text);
/// let error = json::read(&source).unwrap_err();
/// let found = &error.diagnostics()[0];
/// assert!(found.message.starts_with("`/lead/0/kind` cannot be \"paragraf\"; expected one of: paragraph"));
/// assert_eq!(found.help.as_deref(), Some("did you mean `paragraph`?"));
/// assert_eq!(source.position(found.origin().range().start).line, 4);
///
/// let source = Source::new("grief.json", text.replace("paragraf", "paragraph"));
/// assert_eq!(json::read(&source)?.metadata.title, "On Grief");
/// # Ok::<(), offprint::Error>(())
/// ```
///
/// # Errors
///
/// The text is not JSON, is too large or nests too deeply, is of a newer version, or does not fit the
/// schema; a key stands twice; or the article is none, as [`ArticleBuilder::build`] has it. Everything
/// that is wrong is told at once, up to a thousand findings, in the order of the text.
///
/// [`ArticleBuilder::build`]: crate::model::ArticleBuilder::build
pub fn read(source: &Source) -> Result<Article> {
    limits::check(source)?;
    let mut document: Value = parse(source)?;
    let places = Places::of(source);
    if let Some(stated) = version(&document)
        && stated > u64::from(SCHEMA_VERSION)
    {
        let mark = places.root().get("schemaVersion").mark();
        return Err(newer(stated).label(mark, "a newer version").into());
    }
    upgrade(&mut document);
    let mut found = places.duplicates();
    let is_ambiguous = !found.is_empty();
    found.extend(differences(&document, &places)?);
    if !found.is_empty() {
        // There will be no article to be looked at.
        found.extend(names::review(&document, &places));
    }
    if is_ambiguous {
        found.extend(of_first_values(source, &places.first_counts(), &found)?);
        return Err(in_order(found));
    }
    stop_at(found)?;

    let mut article = typed(document).map_err(|cause| {
        let message = format!("the document cannot be read: {cause}");
        Diagnostic::new(Code::JsonSchema, message).label(source.origin(0..0), "")
    })?;
    origins::set(&mut article, source, places.root());
    let found = review(&article).into_iter().map(|told| placed(told, &places));
    stop_at(found.collect())?;
    Ok(article)
}

/// What is said of the whole article points at the value that makes it so, and of a name, at its key.
fn placed(mut told: Diagnostic, places: &Places<'_>) -> Diagnostic {
    if matches!(told.code, Code::MissingFootnote | Code::DuplicateId)
        && let Some(pointer) = places.pointer(told.origin())
    {
        // The place of a section is its heading.
        let (of, key) = match pointer.strip_suffix("/heading") {
            Some(section) => (section, "id"),
            None => (&*pointer, "label"),
        };
        told.message = format!("`{of}/{key}`: {}", told.message);
    }
    if !told.labels.is_empty() {
        return told;
    }
    let pointer = match told.code {
        Code::MissingTitle => "/metadata/title",
        Code::NestingTooDeep => "/metadata/extra",
        _ => "",
    };
    told.label(places.at(pointer).mark(), "")
}

/// Reads the text; the depth is limited already, so the parser's own limit, which the deepest articles
/// exceed, is off.
fn parse<'s, T: Deserialize<'s>>(source: &'s Source) -> std::result::Result<T, Diagnostic> {
    let mut reader = serde_json::Deserializer::from_str(source.text());
    reader.disable_recursion_limit();
    let read = T::deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| syntax(source, &error))
}

/// Where a document does not fit the schema.
fn differences(document: &Value, places: &Places<'_>) -> Result<Vec<Diagnostic>> {
    let found = validate::article(document)?;
    Ok(found.into_iter().map(|finding| finding.at(places)).collect())
}

/// What is wrong where the first value of a key that stands twice counts, and was not found where the last one does.
fn of_first_values(
    source: &Source,
    places: &Places<'_>,
    known: &[Diagnostic],
) -> Result<Vec<Diagnostic>> {
    let FirstCounts(mut document) = parse(source)?;
    upgrade(&mut document);
    let mut found = differences(&document, places)?;
    found.extend(names::review(&document, places));
    // Places do not count where findings are compared.
    let place = |told: &Diagnostic| (told.origin().range().start, told.message.clone());
    let known: BTreeSet<_> = known.iter().map(place).collect();
    found.retain(|other| !known.contains(&place(other)));
    Ok(found)
}

/// Of a newer version nothing else is told: what its keys mean cannot be known here.
fn newer(stated: u64) -> Diagnostic {
    Diagnostic::new(
        Code::NewerSchema,
        format!("`schemaVersion` is {stated}; this offprint reads versions up to {SCHEMA_VERSION}"),
    )
    .help("upgrade offprint")
}

fn syntax(source: &Source, error: &serde_json::Error) -> Diagnostic {
    let text = source.text();
    let line_start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len);
    let at = line_start.sum::<usize>() + error.column().saturating_sub(1);
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let here = text[at..].chars().next();
    let cause = error.to_string();
    let cause = cause.split(" at line ").next().unwrap_or_default();
    let told = Diagnostic::new(Code::JsonSyntax, format!("this is not JSON: {cause}"))
        .label(source.origin(at..at + here.map_or(0, char::len_utf8)), "");
    match here {
        _ if text.trim().is_empty() => told.help("the file is empty"),
        Some('/' | '#') => told.help("JSON has no comments; remove it"),
        Some('\'') => told.help("write texts and keys in double quotes"),
        Some(']' | '}') => told.help("remove the comma before it, if there is one"),
        _ => told,
    }
}

/// Deserialises what the schema has accepted.
fn typed(mut document: Value) -> serde_json::Result<Article> {
    if let Some(entries) = document.as_object_mut() {
        entries.remove("schemaVersion");
        let extra = entries.get_mut("metadata").and_then(|metadata| metadata.get_mut("extra"));
        let extra = extra.map(Value::take);
        integers(&mut document);
        if let Some(extra) = extra {
            document["metadata"]["extra"] = extra;
        }
    }
    Article::deserialize(document)
}

/// To JSON Schema `1.0` is an integer, to serde it is not.
fn integers(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(integers),
        Value::Object(entries) => entries.values_mut().for_each(integers),
        Value::Number(number) if number.is_f64() => {
            // The schema has bounded it, so the text without its fraction is a number.
            let whole = number.as_f64().and_then(|float| format!("{float:.0}").parse::<u64>().ok());
            if let Some(whole) = whole {
                *value = whole.into();
            }
        }
        _ => {}
    }
}

fn stop_at(found: Vec<Diagnostic>) -> Result<()> {
    if found.is_empty() { Ok(()) } else { Err(in_order(found)) }
}

fn in_order(mut found: Vec<Diagnostic>) -> Error {
    found.sort_by_key(|diagnostic| diagnostic.origin().range().start);
    Error::content(found)
}
