//! One article, written in Markdown, becomes one typed value, and that becomes every form in which it
//! is read: a web page, JSON that its own schema validates, a printable PDF leaflet, an EPUB.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod characters;
pub mod config;
pub mod diagnostic;
mod error;
pub mod export;
mod fields;
pub mod markdown;
pub mod model;
pub mod registers;
mod source;

/// JSON: the schemas, and the version that is written.
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
