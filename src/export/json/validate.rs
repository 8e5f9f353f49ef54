//! JSON against its schema.

use super::places::Places;
use super::schema::schema;
use super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Address, Anchor, Isbn, Language, PartialDate};
use crate::{Error, Result};
use jsonschema::{Draft, PatternOptions, ValidationOptions, Validator};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::OnceLock;

/// More findings than anybody reads; a file that is wrong throughout must not fill the memory with them.
const MAX_FINDINGS: usize = 1_000;

/// A difference between a document and the schema.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Finding {
    /// Where it differs (RFC 6901).
    pub(super) pointer: String,
    /// The key of the object there that is meant, where it is not the whole.
    pub(super) key: Option<String>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Finding {
    /// Told to a program that has no text yet.
    pub(super) fn without_place(self) -> Diagnostic {
        let told = Diagnostic::new(Code::JsonSchema, self.message);
        match self.help {
            Some(help) => told.help(help),
            None => told,
        }
    }

    pub(super) fn at(self, places: &Places<'_>) -> Diagnostic {
        let spot = places.at(&self.pointer);
        let origin = self.key.as_deref().map_or_else(|| spot.mark(), |key| spot.mark_key(key));
        self.without_place().label(origin, "")
    }
}

/// A string of the schema that a type of ours reads, and is stricter about than a pattern can be.
pub(super) struct Text {
    /// Its name in the schema.
    pub(super) name: &'static str,
    format: &'static str,
    /// Why a text is none.
    pub(super) refusal: fn(&str) -> Option<String>,
}

pub(super) const TEXTS: &[Text] = &[
    Text { name: "Address", format: "offprint-address", refusal: refusal::<Address> },
    Text { name: "Anchor", format: "offprint-anchor", refusal: refusal::<Anchor> },
    Text { name: "Body", format: "offprint-body", refusal: blank },
    Text { name: "Code", format: "offprint-code", refusal: refusal::<Code> },
    Text { name: "Grade", format: "offprint-grade", refusal: blank },
    Text { name: "Isbn", format: "offprint-isbn", refusal: refusal::<Isbn> },
    Text { name: "Language", format: "offprint-language", refusal: refusal::<Language> },
    Text { name: "PartialDate", format: "offprint-date", refusal: refusal::<PartialDate> },
];

fn refusal<T: FromStr<Err: Display>>(text: &str) -> Option<String> {
    text.parse::<T>().err().map(|cause| cause.to_string())
}

/// Bodies and grades may have any name, but need one.
fn blank(text: &str) -> Option<String> {
    text.trim().is_empty().then(|| "a name is needed here".to_owned())
}

/// Compares an article as JSON with the schema; all that is wrong is found, and nothing twice.
pub(super) fn article(document: &Value) -> Result<Vec<Finding>> {
    let compiled = compiled()?;
    if compiled.validator.is_valid(document) {
        return Ok(Vec::new());
    }
    let mut found = BTreeSet::new();
    for error in compiled.validator.iter_errors(document) {
        words::tell(&error, &compiled.schema, &mut found);
        if found.len() >= MAX_FINDINGS {
            break;
        }
    }
    Ok(found.into_iter().collect())
}

struct Compiled {
    schema: Value,
    validator: Validator,
}

/// Made once: compiling the schema costs more than using it.
fn compiled() -> Result<&'static Compiled> {
    static COMPILED: OnceLock<std::result::Result<Compiled, String>> = OnceLock::new();
    let made = COMPILED.get_or_init(|| compile().map_err(|cause| cause.to_string()));
    made.as_ref().map_err(|cause| Error::value(format!("the schema cannot be used: {cause}")))
}

fn compile() -> std::result::Result<Compiled, Box<dyn std::error::Error>> {
    let mut schema: Value = serde_json::from_str(schema())?;
    let mut options: ValidationOptions<'_> = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        // Linear in the length of the text, whatever that is.
        .with_pattern_options(PatternOptions::regex());
    for text in TEXTS {
        let refusal = text.refusal;
        options = options.with_format(text.format, move |text: &str| refusal(text).is_none());
        // Ours alone: other validators need not know these formats, so the file does not name them.
        schema["$defs"][text.name]["format"] = text.format.into();
    }
    let validator = options.build(&schema)?;
    Ok(Compiled { schema, validator })
}
