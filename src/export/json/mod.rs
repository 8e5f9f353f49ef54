//! JSON for other programs, and the schemas that describe it.

#[cfg(feature = "validate")]
mod duplicates;
#[cfg(feature = "validate")]
mod limits;
#[cfg(feature = "validate")]
mod names;
#[cfg(feature = "validate")]
mod origins;
#[cfg(feature = "validate")]
mod places;
#[cfg(feature = "validate")]
pub(crate) mod read;
pub(crate) mod schema;
mod tidy;
#[cfg(feature = "validate")]
mod upgrade;
#[cfg(feature = "validate")]
mod validate;
#[cfg(feature = "validate")]
mod words;

#[cfg(feature = "validate")]
use super::{Exported, Exporter};
use crate::model::Article;
#[cfg(feature = "validate")]
use crate::{Error, Result, diagnostic::Code};
use serde::Serialize;
use std::borrow::Cow;
#[cfg(feature = "validate")]
use std::io::Write;

/// The version of the JSON that this crate writes, and the highest that it reads. The documentation of
/// [`json`](crate::json) says what changes it.
pub const SCHEMA_VERSION: u32 = 1;

/// Writes an article as JSON that its schema accepts.
///
/// The schema is `schema/article.schema.json`, which is also [`schema()`](crate::json::schema); what it
/// would refuse is not written, and what is written is read again by [`read`](crate::json::read()).
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
        // First of all, because it bounds the depth of what is walked below.
        let mut found = crate::model::review(article);
        if found.iter().any(|found| found.code == Code::NestingTooDeep) {
            return Err(Error::content(found));
        }
        let document = Document { schema_version: SCHEMA_VERSION, article: Cow::Borrowed(article) };
        let failed = |cause| Error::value(format!("cannot write JSON: {cause}"));
        let value = serde_json::to_value(&document).map_err(failed)?;
        found.extend(validate::article(&value)?.into_iter().map(validate::Finding::without_place));
        if !found.is_empty() {
            return Err(Error::content(found));
        }
        // The typed document is written, not the value: it keeps the order of the fields.
        let mut json = Vec::new();
        if self.pretty {
            serde_json::to_writer_pretty(&mut json, &document).map_err(failed)?;
        } else {
            serde_json::to_writer(&mut json, &document).map_err(failed)?;
        }
        json.push(b'\n');
        out.write_all(&json)?;
        Ok(Exported::default())
    }
}

/// An article with the version of the form it is written in.
#[derive(Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "Article", deny_unknown_fields)]
struct Document<'a> {
    /// The version of this form.
    #[schemars(range(min = 1, max = 1), extend("examples" = [1]))]
    schema_version: u32,
    #[serde(flatten)]
    article: Cow<'a, Article>,
}
