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
pub struct Language(Box<str>);

impl Language {
    /// British English, which an article has when nothing says otherwise.
    #[must_use]
    pub fn british_english() -> Self {
        Self("en-GB".into())
    }

    /// The whole tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script, region or variant: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The region, where the tag has one: `GB` of `en-GB`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        let is_region = |subtag: &&str| match subtag.len() {
            2 => subtag.bytes().all(|byte| byte.is_ascii_alphabetic()),
            3 => subtag.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        self.subtags().find(is_region)
    }

    /// Whether the language is usually written from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        let is_script = |subtag: &&str| {
            subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        match self.subtags().find(is_script) {
            Some(script) => matches!(script, "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" | "Adlm"),
            None => matches!(
                self.primary(),
                "ar" | "he" | "fa" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv" | "syr" | "ckb"
            ),
        }
    }

    /// What stands behind the primary language, up to extensions and private use, which have one letter.
    fn subtags(&self) -> impl Iterator<Item = &str> {
        self.0.split('-').skip(1).take_while(|subtag| subtag.len() > 1)
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::british_english()
    }
}

/// Whether a tag is in canonical case already, as nearly all are: `en`, `en-GB`.
fn is_plain(text: &str) -> bool {
    match text.as_bytes() {
        [a, b] => [a, b].into_iter().all(u8::is_ascii_lowercase),
        [a, b, b'-', c, d] => {
            [a, b].into_iter().all(u8::is_ascii_lowercase)
                && [c, d].into_iter().all(u8::is_ascii_uppercase)
        }
        _ => false,
    }
}

/// The tag of a language by its English name.
fn by_name(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    NAMES.iter().find_map(|(known, tag)| (*known == name).then_some(*tag))
}

const NAMES: &[(&str, &str)] = &[
    ("arabic", "ar"),
    ("bengali", "bn"),
    ("chinese", "zh"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("farsi", "fa"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("gaelic", "gd"),
    ("german", "de"),
    ("greek", "el"),
    ("gujarati", "gu"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hungarian", "hu"),
    ("irish", "ga"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("lithuanian", "lt"),
    ("norwegian", "no"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("punjabi", "pa"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("somali", "so"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("tamil", "ta"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("vietnamese", "vi"),
    ("welsh", "cy"),
];

impl FromStr for Language {
    type Err = Error;

    /// Reads a tag and puts it into canonical case; `_` is taken for `-`.
    ///
    /// # Errors
    ///
    /// The text is not a well-formed BCP 47 tag, or its first part has more than three letters, as that of no
    /// registered language has.
    fn from_str(text: &str) -> Result<Self> {
        if is_plain(text) {
            return Ok(Self(text.into()));
        }
        let tag = text.trim().replace('_', "-");
        let read = LanguageTag::parse_and_normalize(&tag).map(LanguageTag::into_inner).ok();
        // Longer primary subtags are well-formed, but no language is registered with one.
        let is_short = |tag: &String| tag.find('-').unwrap_or(tag.len()) <= 3;
        read.filter(is_short).map(|tag| Self(tag.into())).ok_or_else(|| {
            let meant = by_name(&tag).map(|tag| format!("; did you mean `{tag}`?"));
            Error::value(format!(
                "`{text}` is not a language tag; expected one such as `en-GB`{}",
                meant.unwrap_or_default()
            ))
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

#[cfg(test)]
mod tests {
    use super::{Language, LanguageTag, is_plain};

    #[test]
    fn the_name_of_a_language_is_no_tag_and_the_tag_is_told() {
        for (name, tag) in [("english", "`en`?"), ("Portuguese", "`pt`?"), ("welsh", "`cy`?")] {
            let told = name.parse::<Language>().unwrap_err().to_string();
            assert!(told.ends_with(&format!("did you mean {tag}")), "{told}");
        }
        assert!(!"klingons".parse::<Language>().unwrap_err().to_string().contains("mean"));
        for tag in ["cym", "x-own", "i-klingon", "zh-Hant-TW", "en-GB-oxendict"] {
            assert!(tag.parse::<Language>().is_ok(), "{tag}");
        }
    }

    #[test]
    fn a_plain_tag_is_one_that_stays_as_it_is() {
        for tag in ["en", "en-GB", "cy", "zz-ZZ"] {
            assert!(is_plain(tag));
            let normal = LanguageTag::parse_and_normalize(tag).unwrap();
            assert_eq!(normal.as_str(), tag.parse::<Language>().unwrap().as_str());
        }
        assert_eq!(Language::british_english(), "en-GB".parse().unwrap());
        for odd in ["", "e", "EN", "en-gb", "en_GB", "e-GB", "en-G1", "en-GBR", "é", "1a"] {
            assert!(!is_plain(odd), "{odd}");
        }
    }
}
