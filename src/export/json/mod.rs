//! JSON for other programs, and the schemas that describe it.

pub(crate) mod schema;
#[cfg(feature = "validate")]
mod validate;

#[cfg(feature = "validate")]
use super::{Exported, Exporter};
#[cfg(feature = "validate")]
use crate::Result;
use crate::model::Article;
use serde::{Deserialize, Serialize};
#[cfg(feature = "validate")]
use std::io::Write;

/// The version of the JSON that this crate writes. It changes when a document of the old version would
/// no longer be one of the new.
pub const SCHEMA_VERSION: u32 = 1;

/// Writes an article as JSON that its schema accepts.
///
/// The schema is `schema/article.schema.json`, which is also [`schema()`](crate::json::schema); what it
/// would refuse is not written.
///
/// ```
/// use offprint::{Article, export::{Exporter, Json}};
///
/// let article = Article::builder("On Grief").paragraph("It takes its time.").build()?;
/// let mut json = Vec::new();
/// Json::new().pretty(true).export(&article, &mut json)?;
/// assert!(json.starts_with(b"{\n  \"schemaVersion\": 1,"));
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[cfg(feature = "validate")]
pub struct Json {
    pretty: bool,
}

#[cfg(feature = "validate")]
impl Json {
    /// Compact JSON.
    #[must_use]
    pub const fn new() -> Self {
        Self { pretty: false }
    }

    /// Whether to indent it by two spaces.
    #[must_use]
    pub const fn pretty(mut self, pretty: bool) -> Self {
        self.pretty = pretty;
        self
    }
}

#[cfg(feature = "validate")]
impl Exporter for Json {
    fn export(&self, article: &Article, out: &mut dyn Write) -> Result<Exported> {
        let document = Document { schema_version: SCHEMA_VERSION, article: article.clone() };
        let value = serde_json::to_value(&document)
            .map_err(|cause| crate::Error::value(format!("cannot write JSON: {cause}")))?;
        validate::article(&value)?;
        // The typed document is written, not the value: it keeps the order of the fields.
        let json = if self.pretty {
            serde_json::to_string_pretty(&document)
        } else {
            serde_json::to_string(&document)
        };
        let json =
            json.map_err(|cause| crate::Error::value(format!("cannot write JSON: {cause}")))?;
        out.write_all(json.as_bytes())?;
        out.write_all(b"\n")?;
        Ok(Exported::default())
    }
}

/// An article with the version of the form it is written in.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "Article", deny_unknown_fields)]
struct Document {
    /// The version of this form.
    #[schemars(range(min = 1, max = 1))]
    schema_version: u32,
    #[serde(flatten)]
    article: Article,
}
