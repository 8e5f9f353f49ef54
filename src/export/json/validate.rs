//! JSON against its schema.

use super::schema::schema;
use crate::diagnostic::{Code, Diagnostic};
use crate::{Error, Result};
use jsonschema::Validator;
use serde_json::Value;
use std::sync::OnceLock;

/// Checks an article as JSON; all that is wrong is told.
pub(super) fn article(value: &Value) -> Result<()> {
    let validator = validator()?;
    if validator.is_valid(value) {
        return Ok(());
    }
    let told = validator.iter_errors(value).map(|error| {
        let pointer = error.instance_path().to_string();
        let place =
            if pointer.is_empty() { "the document".to_owned() } else { format!("`{pointer}`") };
        Diagnostic::new(Code::JsonSchema, format!("{place}: {error}"))
    });
    Err(Error::content(told.collect::<Vec<_>>()))
}

/// Made once: compiling the schema costs more than using it.
fn validator() -> Result<&'static Validator> {
    static VALIDATOR: OnceLock<std::result::Result<Validator, String>> = OnceLock::new();
    let made = VALIDATOR.get_or_init(|| {
        let schema: Value = serde_json::from_str(schema()).map_err(|cause| cause.to_string())?;
        jsonschema::draft202012::new(&schema).map_err(|cause| cause.to_string())
    });
    made.as_ref().map_err(|cause| Error::value(format!("the schema cannot be used: {cause}")))
}
