//! One article, written in Markdown, becomes one typed value, and that becomes every form in which it
//! is read: a web page, JSON that its own schema validates, a printable PDF leaflet, an EPUB.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod characters;
pub mod check;
pub mod config;
pub mod diagnostic;
mod error;
pub mod export;
mod fields;
pub mod markdown;
pub mod model;
pub mod registers;
mod source;

/// Articles as JSON, and the schemas that describe it.
///
/// [`read`](json::read()) reads what [`Json`](export::Json) writes, or any other program that keeps to the
/// schema; [`schema`](json::schema) is that schema.
///
/// # What is promised
///
/// Every document says its version, `"schemaVersion": 1`. Whatever one release reads, all later ones read,
/// and understand as the same article: documents of older versions are brought up to date as they are read.
///
/// Within a version a release may add keys that can be left out, and leaving one out goes on meaning what
/// it meant. Everything else makes a new version: a new kind of block, phrase, credential or identifier; a new
/// word where the schema lists words; a key that is renamed, removed, needed or of another type; a value that
/// means something else.
///
/// A program that **reads** this JSON
///
/// - refuses a version that is higher than those it knows;
/// - ignores keys that it does not know, and takes a key that is missing for the schema's `default`, or for
///   "not known";
/// - takes any text for `body`, `grade` and the codes under `suppress`, which are no closed lists;
/// - depends on neither the order of keys nor white space.
///
/// A program that **writes** it
///
/// - keeps to the schema, and leaves out what it does not know, since `null` is no value here;
/// - writes no keys of its own but under `metadata.extra`, which is kept and given back as it is;
/// - gives every section another `id` and every footnote another `label`, gives the note for each reference, and
///   nests at most [`MAX_NESTING`](model::MAX_NESTING) levels of sections, of blocks and of phrases, which no
///   schema can say.
///
/// Our own [`read`](json::read()) is stricter than a reader has to be: it refuses keys that it does not know,
/// because a mistyped key would otherwise be lost in silence. To read keys that a later release has added,
/// upgrade.
///
/// ```
/// use offprint::export::{Exporter, Json};
/// use offprint::{Article, Source, json};
///
/// let article = Article::builder("On Grief").paragraph("It takes its time.").build()?;
/// let mut text = Vec::new();
/// Json::new().export(&article, &mut text)?;
/// assert_eq!(json::read(&Source::from_utf8("grief.json", text)?)?, article);
/// # Ok::<(), offprint::Error>(())
/// ```
pub mod json {
    pub use crate::export::json::SCHEMA_VERSION;
    #[cfg(feature = "validate")]
    pub use crate::export::json::read::read;
    #[doc(hidden)]
    pub use crate::export::json::schema::generate_schema;
    pub use crate::export::json::schema::{SchemaKind, schema, schema_of};
}

pub use diagnostic::{Diagnostic, Output, Severity};
pub use error::{Error, Result};
pub use markdown::parse;
pub use model::{Article, Collection, Practice};
pub use source::{Origin, Position, Source, SourceId, SourceName, Sources};

/// The README's example, as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
