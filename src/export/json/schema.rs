//! JSON Schemas (draft 2020-12), generated from the types.

use super::Document;
use super::tidy::{Nulls, tidy};
use crate::model::Practice;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

/// A form that is described by a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SchemaKind {
    /// An article as JSON.
    Article,
    /// The block at the start of a Markdown file.
    FrontMatter,
    /// `practice.toml`.
    Practice,
    /// `collection.toml`.
    Collection,
}

impl SchemaKind {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Article, Self::FrontMatter, Self::Practice, Self::Collection];

    /// The name, as in `schema/<name>.schema.json`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::FrontMatter => "front-matter",
            Self::Practice => "practice",
            Self::Collection => "collection",
        }
    }
}

/// The schema of an article as JSON: the text of `schema/article.schema.json`.
///
/// ```
/// assert!(offprint::json::schema().contains("https://json-schema.org/draft/2020-12/schema"));
/// ```
#[must_use]
pub const fn schema() -> &'static str {
    schema_of(SchemaKind::Article)
}

/// The schema of one of the forms: the text of the file in `schema/`.
#[must_use]
pub const fn schema_of(kind: SchemaKind) -> &'static str {
    match kind {
        SchemaKind::Article => include_str!("../../../schema/article.schema.json"),
        SchemaKind::FrontMatter => include_str!("../../../schema/front-matter.schema.json"),
        SchemaKind::Practice => include_str!("../../../schema/practice.schema.json"),
        SchemaKind::Collection => include_str!("../../../schema/collection.schema.json"),
    }
}

/// The schema as the types say it is now; a test compares it with the file.
#[doc(hidden)]
#[must_use]
pub fn generate_schema(kind: SchemaKind) -> String {
    fn of<T: JsonSchema>(name: &str) -> serde_json::Value {
        let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
        let mut value = schema.to_value();
        value["$id"] = format!("https://docs.rs/offprint/schema/{name}.schema.json").into();
        value
    }
    let name = kind.as_str();
    let value = match kind {
        SchemaKind::Article => of::<Document<'_>>(name),
        SchemaKind::FrontMatter => of::<crate::markdown::FrontMatterSchema>(name),
        SchemaKind::Practice => of::<Practice>(name),
        SchemaKind::Collection => of::<crate::config::CollectionFile>(name),
    };
    let nulls = if kind == SchemaKind::FrontMatter { Nulls::Kept } else { Nulls::Dropped };
    format!("{:#}\n", tidy(value, nulls))
}
