//! The registry of codes: each has one line and one explanation.

use super::Severity;
use std::fmt;
use std::str::FromStr;

/// Declares [`Code`] from a table: variant, text, severity, one line, explanation.
macro_rules! codes {
    ($($name:ident $text:literal $severity:ident $title:literal $explanation:literal)*) => {
        /// Names a rule. The letter says where it belongs: `P` reading Markdown, `F` fields of front
        /// matter and configuration files, `I` importing pasted text, `A` images and other assets,
        /// `J` JSON and articles that programs build, `L` leaflets, `E` e-books; and what checks look for:
        /// `C` credentials, `D` dates and provenance, `S` safety, `K` links, `T` text and structure,
        /// `R` readability, `Z` rules of a house.
        ///
        /// ```
        /// use offprint::diagnostic::Code;
        ///
        /// let code: Code = "P004".parse()?;
        /// assert_eq!(code, Code::MissingTitle);
        /// assert!(code.explanation().contains("first heading"));
        /// # Ok::<(), offprint::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!($text, ": ", $title)] $name,)*
        }

        impl Code {
            /// All codes, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as it is written, for instance `P004`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// The rule in one line.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }

            /// What it means, why it matters and how to mend it.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$name => $explanation),* }
            }

            /// Whether something of the source is not in the article, so that a file that was written anew
            /// would lack it. Text is never lost, but markup, addresses and keys may be.
            #[must_use]
            pub const fn is_loss(self) -> bool {
                matches!(
                    self,
                    Self::RawHtml
                        | Self::ScriptDropped
                        | Self::UnsafeAddress
                        | Self::ForbiddenCharacter
                        | Self::EmptyHeading
                        | Self::EmptyLink
                        | Self::TitleMarkup
                        | Self::HeadingAttribute
                        | Self::NestedLink
                        | Self::TableShape
                        | Self::UnusedDefinition
                        | Self::UnknownInnerField
                ) || matches!(self.severity(), Severity::Error)
            }

            /// How much it usually matters.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }
        }
    };
}

mod table;

pub use table::Code;

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = crate::Error;

    /// Reads a code, in capital or small letters.
    ///
    /// # Errors
    ///
    /// There is no such code.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.trim().to_ascii_uppercase();
        Self::ALL.iter().copied().find(|code| code.as_str() == wanted).ok_or_else(|| {
            let (first, last) = (Self::ALL[0], Self::ALL[Self::ALL.len() - 1]);
            crate::Error::value(format!(
                "there is no code `{text}`; codes are a letter and three digits, from {first} to {last}"
            ))
        })
    }
}

impl<'de> serde::Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Code {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Code".into()
    }

    /// A pattern and not the list of codes, so that a new code is no new form of JSON.
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "The code of a finding; `offprint explain` lists them.",
            "pattern": "^[A-Z][0-9]{3}$",
            "examples": ["P005", "E002"],
        })
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
