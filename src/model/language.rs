//! Language tags.

use super::string_newtype;
use crate::{Error, Result};
use oxilangtag::LanguageTag;
use std::fmt;
use std::str::FromStr;

/// A language as a BCP 47 tag in canonical case, for instance `en-GB`
/// (<https://www.rfc-editor.org/info/bcp47>).
///
/// ```
/// use offprint::model::Language;
///
/// let language: Language = "EN-gb".parse()?;
/// assert_eq!(language.as_str(), "en-GB");
/// assert_eq!(language.primary(), "en");
/// assert!("english please".parse::<Language>().is_err());
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(LanguageTag<String>);

impl Language {
    /// British English, which an article has when nothing says otherwise.
    #[must_use]
    pub fn british_english() -> Self {
        Self::from_str("en-GB").unwrap_or_else(|_| unreachable!("a constant that is well-formed"))
    }

    /// The whole tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The language without script, region or variant: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.primary_language()
    }

    /// The region, where the tag has one: `GB` of `en-GB`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.0.region()
    }

    /// Whether the language is usually written from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        match self.0.script() {
            Some(script) => matches!(script, "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" | "Adlm"),
            None => matches!(
                self.primary(),
                "ar" | "he" | "fa" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv" | "syr" | "ckb"
            ),
        }
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::british_english()
    }
}

impl FromStr for Language {
    type Err = Error;

    /// Reads a tag and puts it into canonical case; `_` is taken for `-`.
    ///
    /// # Errors
    ///
    /// The text is not a well-formed BCP 47 tag.
    fn from_str(text: &str) -> Result<Self> {
        let tag = text.trim().replace('_', "-");
        LanguageTag::parse_and_normalize(&tag).map(Self).map_err(|_| {
            Error::value(format!("`{text}` is not a language tag; expected one such as `en-GB`"))
        })
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

string_newtype!(Language, "Language", {
    "type": "string",
    "description": "A language as a BCP 47 tag.",
    "pattern": "^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*$",
    "examples": ["en-GB", "cy", "fr"],
});
