//! The article as a typed value, whoever made it.

mod address;
mod anchor;
mod article;
mod author;
mod block;
mod builder;
mod collection;
mod credential;
mod date;
mod inline;
mod iri;
mod language;
mod metadata;
mod practice;
mod reading;
mod review;
mod suppression;
pub mod visit;
mod words;

pub use address::Address;
pub(crate) use address::is_mailbox;
pub use anchor::Anchor;
pub(crate) use anchor::Anchors;
pub use article::{Article, Footnote, Section, SectionRole};
pub use author::{Author, AuthorRole, Post, PrivatePractice};
pub use block::CalloutKind;
pub use block::{
    Alignment, Block, Cell, DefinitionItem, ListItem, Row, VignetteNature,
    plain_text as blocks_text,
};
pub use builder::ArticleBuilder;
pub use collection::{Collection, Contributor};
pub use credential::{
    Affiliation, Basis, Body, Confidence, Credential, Degree, Grade, Membership, Status,
};
pub use date::PartialDate;
pub use inline::{Inline, plain_text as inlines_text};
pub use language::Language;
pub use metadata::{Cover, Identifier, Isbn, Jurisdiction, Metadata, Series};
pub use practice::Practice;
pub use reading::{Reading, ReadingKind, ShowIn};
pub(crate) use review::review;
#[cfg(feature = "validate")]
pub(crate) use review::{missing_footnote, same_name};
pub(crate) use suppression::Suppressions;

/// How deep blocks, and phrases, may stand inside one another in any article.
pub const MAX_NESTING: usize = 24;

/// Chainable setters for the public fields of an open struct.
///
/// `text` sets an `Option<String>`, `some` an `Option<T>`, `plain` a `T`, `list` a `Vec<T>`.
macro_rules! setters {
    ($type:ident { $($form:ident $name:ident : $inner:ty),* $(,)? }) => {
        impl $type {
            $(setters!(@$form $type $name $inner);)*
        }
    };
    (@text $type:ident $name:ident $inner:ty) => {
        #[doc = concat!("Sets [`", stringify!($type), "::", stringify!($name), "`](struct@", stringify!($type), "#structfield.", stringify!($name), ").")]
        #[must_use]
        pub fn $name(mut self, $name: impl Into<$inner>) -> Self {
            self.$name = Some($name.into());
            self
        }
    };
    (@some $type:ident $name:ident $inner:ty) => {
        #[doc = concat!("Sets [`", stringify!($type), "::", stringify!($name), "`](struct@", stringify!($type), "#structfield.", stringify!($name), ").")]
        #[must_use]
        pub fn $name(mut self, $name: $inner) -> Self {
            self.$name = Some($name);
            self
        }
    };
    (@plain $type:ident $name:ident $inner:ty) => {
        #[doc = concat!("Sets [`", stringify!($type), "::", stringify!($name), "`](struct@", stringify!($type), "#structfield.", stringify!($name), ").")]
        #[must_use]
        pub fn $name(mut self, $name: impl Into<$inner>) -> Self {
            self.$name = $name.into();
            self
        }
    };
    (@list $type:ident $name:ident $inner:ty) => {
        #[doc = concat!("Sets [`", stringify!($type), "::", stringify!($name), "`](struct@", stringify!($type), "#structfield.", stringify!($name), ").")]
        #[must_use]
        pub fn $name<I: Into<$inner>>(mut self, $name: impl IntoIterator<Item = I>) -> Self {
            self.$name = $name.into_iter().map(Into::into).collect();
            self
        }
    };
}
pub(crate) use setters;

/// serde and JSON Schema for a newtype that is written as one string.
macro_rules! string_newtype {
    ($type:ident, $title:literal, $schema:tt) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}
pub(crate) use string_newtype;
