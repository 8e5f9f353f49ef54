//! `offprint check --fix`: what can be mended safely is mended in place, and proved.

use crate::files;
use offprint::diagnostic::{Edit, apply};
use offprint::{Article, Diagnostic, Error, Result, Source};
use serde_json::Value;
use std::path::Path;

/// A file that was mended.
pub(crate) struct Mended {
    /// What it says now.
    pub(crate) source: Source,
    /// A line for each edit: where it was made, before and after.
    pub(crate) lines: Vec<String>,
}

/// Makes the edits that findings bring, and writes the file where reading it again shows that nothing but
/// their words has changed.
pub(crate) fn mend(
    path: &Path,
    source: &Source,
    article: &Article,
    found: &[Diagnostic],
    read: impl Fn(&Source) -> Result<Article>,
) -> Result<Mended> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut lines = Vec::new();
    for finding in found {
        // Of two findings about the same words the first is mended; the other is still told.
        let with: Vec<Edit> = edits.iter().chain(&finding.fix).cloned().collect();
        if finding.fix.is_empty() || apply(source, &with).is_err() {
            continue;
        }
        edits = with;
        lines.extend(finding.fix.iter().map(|edit| line(source, finding, edit)));
    }
    let text = apply(source, &edits)?;
    let mended = Source::new(source.name(), text);
    let refused =
        |why: &str| Error::value(format!("{} is left as it is: mended, {why}", path.display()));
    let again =
        read(&mended).map_err(|error| refused(&format!("it would not be read: {error}")))?;
    if let Some(other) = unmeant(&value(article)?, &value(&again)?, source, &edits) {
        return Err(refused(&format!("it would also say something else: {other}")));
    }
    files::replace(path, mended.text().as_bytes())?;
    Ok(Mended { source: mended, lines })
}

/// Where an edit was made, of which code, and the words before and after.
fn line(source: &Source, finding: &Diagnostic, edit: &Edit) -> String {
    let range = edit.origin.range();
    let at = source.position(range.start);
    let before = source.text().get(range).unwrap_or_default();
    let (name, code, after) = (source.name(), finding.code, &edit.replacement);
    format!("{name}:{}:{}: {code}: `{before}` → `{after}`\n", at.line, at.column)
}

/// The article as plain data, without what is recognised in its prose anew at every reading.
fn value(article: &Article) -> Result<Value> {
    let value = serde_json::to_value(article);
    let mut value = value.map_err(|cause| Error::value(cause.to_string()))?;
    if let Some(authors) = value.get_mut("authors").and_then(Value::as_array_mut) {
        for author in authors {
            if let Some(held) = author.get_mut("credentials").and_then(Value::as_array_mut) {
                held.retain(|held| held["basis"] != "recognised");
                if held.is_empty()
                    && let Some(author) = author.as_object_mut()
                {
                    author.remove("credentials");
                }
            }
        }
    }
    Ok(value)
}

/// The first difference that no edit accounts for.
fn unmeant(before: &Value, after: &Value, source: &Source, edits: &[Edit]) -> Option<String> {
    match (before, after) {
        (Value::String(before), Value::String(after)) => {
            let is_meant = is_accounted(before, after, source, edits);
            (!is_meant).then(|| format!("`{before}` as `{after}`"))
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            before.iter().zip(after).find_map(|(b, a)| unmeant(b, a, source, edits))
        }
        (Value::Object(before), Value::Object(after)) if before.keys().eq(after.keys()) => {
            let mut pairs = before.values().zip(after.values());
            pairs.find_map(|(b, a)| unmeant(b, a, source, edits))
        }
        (before, after) => (before != after).then(|| "it has another shape".to_owned()),
    }
}

/// Whether edits make one text of another.
fn is_accounted(before: &str, after: &str, source: &Source, edits: &[Edit]) -> bool {
    let pairs = before.char_indices().zip(after.char_indices());
    let same = pairs.take_while(|((_, b), (_, a))| b == a).last();
    let same = same.map_or(0, |((at, c), _)| at + c.len_utf8());
    if same == before.len() && same == after.len() {
        return true;
    }
    edits.iter().any(|edit| {
        let old = source.text().get(edit.origin.range()).unwrap_or_default();
        // The old and the new words may begin alike.
        let earliest = same.saturating_sub(old.len());
        (earliest..=same).any(|start| {
            let rest = |text: &'_ str, words: &str| -> Option<String> {
                text.get(start..)?.strip_prefix(words).map(str::to_owned)
            };
            match (rest(before, old), rest(after, &edit.replacement)) {
                (Some(before), Some(after)) if !old.is_empty() || !edit.replacement.is_empty() => {
                    is_accounted(&before, &after, source, edits)
                }
                _ => false,
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_accounted;
    use offprint::Source;
    use offprint::diagnostic::Edit;

    #[test]
    fn only_what_edits_say_may_differ() {
        let source = Source::new("a.md", "member and member");
        let edit = [Edit::new(source.origin(11..17), "registrant")];
        let is_meant = |before, after| is_accounted(before, after, &source, &edit);
        assert!(is_meant("member and member", "member and registrant"));
        assert!(is_meant("a member", "a registrant"));
        assert!(!is_meant("a member", "a registrant!"));
        assert!(!is_meant("a member", "the registrant"));
    }
}
