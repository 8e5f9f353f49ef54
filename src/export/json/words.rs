//! What the validator found, in words that help to mend it.

use super::validate::{Finding, TEXTS};
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;
use std::collections::BTreeSet;

/// The longest value that a message shows.
const MAX_SHOWN: usize = 40;

/// Puts one error into words; it may be several findings.
pub(super) fn tell(error: &ValidationError<'_>, schema: &Value, found: &mut BTreeSet<Finding>) {
    let pointer = error.instance_path().to_string();
    let place = if pointer.is_empty() { "the document".to_owned() } else { format!("`{pointer}`") };
    let instance = error.instance();
    let mut add = |key: Option<String>, message: String, help: Option<String>| {
        found.insert(Finding { pointer: pointer.clone(), key, message, help });
    };
    if let Some(refusal) = refusal(error) {
        return add(None, format!("{place}: {refusal}"), None);
    }
    match error.kind() {
        Kind::Required { property } => {
            let message = format!("{place} needs {property}");
            add(None, message.replace('"', "`"), None);
        }
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            let known = known_keys(error, schema);
            for key in unexpected {
                let message = format!("{place} has a key `{}` that is not known", short(key));
                add(Some(key.clone()), message, did_you_mean(key, &known, "the keys are: "));
            }
        }
        Kind::Enum { options } => {
            let words: Vec<&str> =
                options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let (message, help) = choice(&place, instance, &words);
            add(None, message, help);
        }
        Kind::OneOfNotValid { .. } | Kind::OneOfMultipleValid { .. } => {
            let forms = schema.pointer(error.schema_path().as_str()).and_then(Value::as_array);
            let words: Vec<&str> =
                forms.into_iter().flatten().filter_map(|form| form["const"].as_str()).collect();
            let (message, help) = choice(&place, instance, &words);
            add(None, message, help);
        }
        Kind::Type { kind } => {
            let message =
                format!("{place} has to be {}, but this is {}", expected(kind), shown(instance));
            let help = instance.is_null().then(|| "leave the key out".to_owned());
            add(None, message, help);
        }
        Kind::MinLength { limit: 1 } => add(None, format!("{place} is empty"), None),
        Kind::MinLength { limit } => {
            add(None, format!("{place} has to have at least {limit} characters"), None);
        }
        Kind::Minimum { limit } => {
            add(None, format!("{place} is {}; expected at least {limit}", shown(instance)), None);
        }
        Kind::Maximum { limit } => {
            add(None, format!("{place} is {}; expected at most {limit}", shown(instance)), None);
        }
        Kind::MinItems { limit } => {
            add(None, format!("{place} has to have at least {limit} items"), None);
        }
        _ => add(None, format!("{place}: {}", error.masked_with(shown(instance))), None),
    }
}

/// What a type of ours says of a text that it does not read.
fn refusal(error: &ValidationError<'_>) -> Option<String> {
    let path = error.schema_path().as_str().strip_prefix("/$defs/")?;
    let name = path.split('/').next()?;
    let text = TEXTS.iter().find(|text| text.name == name)?;
    (text.refusal)(error.instance().as_str()?)
}

fn choice(place: &str, instance: &Value, words: &[&str]) -> (String, Option<String>) {
    let message =
        format!("{place} cannot be {}; expected one of: {}", shown(instance), words.join(", "));
    let help = instance
        .as_str()
        .and_then(|word| crate::fields::nearest(word, words.iter().copied()))
        .map(|near| format!("did you mean `{near}`?"));
    (message, help)
}

/// The keys beside the rule that there be no others.
fn known_keys<'s>(error: &ValidationError<'_>, schema: &'s Value) -> Vec<&'s str> {
    let path = error.schema_path().as_str();
    let form = path.rsplit_once('/').and_then(|(form, _)| schema.pointer(form));
    let keys = form.and_then(|form| form["properties"].as_object());
    keys.into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

fn did_you_mean(key: &str, known: &[&str], otherwise: &str) -> Option<String> {
    match crate::fields::nearest(key, known.iter().copied()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if known.is_empty() => None,
        None => Some(format!("{otherwise}{}", known.join(", "))),
    }
}

fn expected(kind: &TypeKind) -> String {
    let article = |name: &str| match name {
        "null" => "null".to_owned(),
        "array" | "integer" | "object" => format!("an {name}"),
        _ => format!("a {name}"),
    };
    match kind {
        TypeKind::Single(one) => article(one.as_str()),
        TypeKind::Multiple(several) => {
            let names: Vec<String> = several.iter().map(|one| article(one.as_str())).collect();
            names.join(" or ")
        }
    }
}

/// A value as a message shows it: in full where it is short.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) => format!("\"{}\"", short(text)),
        other => other.to_string(),
    }
}

fn short(text: &str) -> String {
    let mut shown: String = text.chars().take(MAX_SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown.replace(|c: char| c.is_control(), "\u{fffd}")
}
