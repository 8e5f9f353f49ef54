//! What is known about an article besides its text.

use super::{Address, Language, PartialDate, setters, string_newtype};
use crate::diagnostic::Code;
use crate::{Error, Result};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// What is known about an article besides its text.
///
/// ```
/// use offprint::model::Metadata;
///
/// let metadata = Metadata::new("On Grief").subtitle("A leaflet").published("2026-03".parse()?);
/// assert_eq!(metadata.title, "On Grief");
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Metadata {
    /// What it is called.
    #[schemars(length(min = 1))]
    #[schemars(extend("examples" = ["Living with Panic"]))]
    pub title: String,
    /// What it is called besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["A leaflet for the first weeks"]))]
    pub subtitle: Option<String>,
    /// What it says, in a sentence or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["What panic is, why it passes, and what helps until it does."]))]
    pub summary: Option<String>,
    /// The language it is written in.
    #[serde(default)]
    pub language: Language,
    /// When it was first published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<PartialDate>,
    /// When somebody last checked that it still holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<PartialDate>,
    /// When it is to be checked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review: Option<PartialDate>,
    /// Which version it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["1.2", "2026 spring"]))]
    pub version: Option<String>,
    /// What it is about, in words to search by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["panic", "breathing"]]))]
    pub keywords: Vec<String>,
    /// What kind of article it is, as the publisher sorts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Anxiety"]))]
    pub category: Option<String>,
    /// Its address on the web, where it has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub canonical: Option<Address>,
    /// Under which terms it may be used, for instance `CC-BY-4.0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["CC-BY-4.0"]))]
    pub licence: Option<String>,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Heron Lane Press"]))]
    pub publisher: Option<String>,
    /// Names that are its own: ISBN, DOI and others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// The picture on its front.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Cover>,
    /// Whom it is written for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["patients", "families"]]))]
    pub audience: Vec<String>,
    /// The series it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
    /// Whose law and whose emergency numbers apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jurisdiction: Option<Jurisdiction>,
    /// The name it has in addresses, where that is not made from the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["living-with-panic"]))]
    pub slug: Option<String>,
    /// How long the author says that reading takes, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = [4]))]
    pub stated_reading_minutes: Option<u32>,
    /// Whether it is not to be published yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[schemars(extend("default" = false))]
    pub draft: bool,
    /// Codes of findings that are not told about this article; errors are told all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppress: Vec<Code>,
    /// Front matter that means nothing here and is kept for other tools.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("examples" = [{"layout": "wide"}]))]
    pub extra: BTreeMap<String, serde_json::Value>,
}

impl Metadata {
    /// A title, and nothing else.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// The ISBN among the identifiers.
    #[must_use]
    pub fn isbn(&self) -> Option<&Isbn> {
        self.identifiers.iter().find_map(|identifier| match identifier {
            Identifier::Isbn { value } => Some(value),
            _ => None,
        })
    }
}

setters! { Metadata {
    text subtitle: String,
    text summary: String,
    plain language: Language,
    some published: PartialDate,
    some modified: PartialDate,
    some reviewed: PartialDate,
    some next_review: PartialDate,
    text version: String,
    list keywords: String,
    text category: String,
    some canonical: Address,
    text licence: String,
    text publisher: String,
    list identifiers: Identifier,
    some cover: Cover,
    list audience: String,
    some series: Series,
    some jurisdiction: Jurisdiction,
    text slug: String,
    plain draft: bool,
    list suppress: Code,
}}

/// A name of its own that an article or book has.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Identifier {
    /// An International Standard Book Number.
    Isbn {
        /// The number.
        value: Isbn,
    },
    /// A Digital Object Identifier, without `https://doi.org/`.
    Doi {
        /// The identifier.
        #[schemars(extend("examples" = ["10.5555/heron.1"]))]
        value: String,
    },
    /// A UUID.
    Uuid {
        /// The identifier, in its usual form with hyphens.
        #[schemars(extend("examples" = ["8c5b9c1e-6f55-4d7e-9c53-0d3b6a1f2e4d"]))]
        value: String,
    },
    /// Any other, with the name of its scheme.
    Other {
        /// The scheme, for instance `handle`.
        #[schemars(extend("examples" = ["handle"]))]
        scheme: String,
        /// The identifier.
        #[schemars(extend("examples" = ["5555/1"]))]
        value: String,
    },
}

/// An ISBN-13 whose check digit is right; an ISBN-10 is brought into this form
/// (<https://www.isbn-international.org/content/isbn-users-manual/29>).
///
/// ```
/// use offprint::model::Isbn;
///
/// let isbn: Isbn = "978-0-306-40615-7".parse()?;
/// assert_eq!(isbn.as_str(), "9780306406157");
/// assert!("978-0-306-40615-8".parse::<Isbn>().is_err());
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Isbn(Box<str>);

impl Isbn {
    /// The thirteen digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Isbn {
    type Err = Error;

    /// Reads an ISBN with or without hyphens.
    ///
    /// # Errors
    ///
    /// The text has another form, or the check digit does not fit.
    fn from_str(text: &str) -> Result<Self> {
        let trimmed = text.trim();
        let digits = trimmed.parse::<isbn::Isbn>().map_err(|_| {
            Error::value(format!(
                "`{trimmed}` is not an ISBN; expected 13 digits (or 10) whose check digit fits"
            ))
        })?;
        let digits = match digits {
            isbn::Isbn::_10(short) => isbn::Isbn13::from(short),
            isbn::Isbn::_13(long) => long,
        };
        Ok(Self(digits.to_string().into()))
    }
}

impl fmt::Display for Isbn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

string_newtype!(Isbn, "Isbn", {
    "type": "string",
    "description": "An ISBN-13 or ISBN-10, with or without hyphens.",
    "pattern": "^[0-9][0-9 -]{8,16}[0-9Xx]$",
    "examples": ["978-0-306-40615-7"],
});

/// The picture on the front of an article or book.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Cover {
    /// Where the picture is, usually a file beside the article.
    pub image: Address,
    /// What it shows, for those who do not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["A lane between hedges at dusk"]))]
    pub alt: Option<String>,
    /// Where it was named.
    #[serde(skip)]
    pub origin: crate::source::Origin,
}

impl Cover {
    /// A cover with this picture.
    #[must_use]
    pub fn new(image: Address) -> Self {
        Self { image, alt: None, origin: crate::source::Origin::default() }
    }
}

setters! { Cover { text alt: String } }

/// A series, and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Series {
    /// What the series is called.
    #[schemars(extend("examples" = ["Lantern Talks"]))]
    pub name: String,
    /// Which number this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = [3]))]
    pub number: Option<u32>,
}

impl Series {
    /// A series of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), number: None }
    }
}

setters! { Series { some number: u32 } }

/// Whose law and whose emergency numbers apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Jurisdiction {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
    /// The Republic of Ireland.
    Ireland,
    /// Elsewhere.
    Other,
}
