//! Who wrote an article.

use super::{Address, Basis, Block, Confidence, Credential, setters};
use crate::source::Origin;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Somebody who made an article, and what is known of them.
///
/// ```
/// use offprint::model::{Author, Degree};
///
/// let author = Author::new("Imogen Example").credentials([Degree::new("MSc")]);
/// assert_eq!(author.credentials.len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Author {
    /// The name alone, without letters after it.
    #[schemars(length(min = 1))]
    #[schemars(extend("examples" = ["Imogen Farthing"]))]
    pub name: String,
    /// The name as a catalogue files it: `Example, Imogen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Farthing, Imogen"]))]
    pub sort_name: Option<String>,
    /// What they did.
    #[serde(default)]
    pub role: AuthorRole,
    /// Memberships, degrees and affiliations, in the order in which the author gives them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credentials: Vec<Credential>,
    /// Jobs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<Post>,
    /// Private work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub practices: Vec<PrivatePractice>,
    /// Who they are, in their own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub biography: Vec<Block>,
    /// Their page on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    /// Their e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["imogen@example.org"]))]
    pub email: Option<String>,
    /// Their ORCID iD (<https://orcid.org/>).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["0000-0000-0000-0000"]))]
    pub orcid: Option<String>,
    /// Where they were named.
    #[serde(skip)]
    pub origin: Origin,
}

impl Author {
    /// An author of this name, of whom nothing else is known.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

setters! { Author {
    text sort_name: String,
    plain role: AuthorRole,
    list credentials: Credential,
    list posts: Post,
    list practices: PrivatePractice,
    list biography: Block,
    some url: Address,
    text email: String,
    text orcid: String,
}}

/// What an [`Author`] did; the MARC relators that books name
/// (<https://www.loc.gov/marc/relators/relaterm.html>).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AuthorRole {
    /// Wrote it.
    #[default]
    Author,
    /// Prepared it.
    Editor,
    /// Put it into another language.
    Translator,
    /// Drew the pictures.
    Illustrator,
    /// Had another part in it.
    Contributor,
}

impl AuthorRole {
    /// The MARC relator code: `aut`, `edt`, `trl`, `ill`, `ctb`.
    #[must_use]
    pub const fn marc_relator(self) -> &'static str {
        match self {
            Self::Author => "aut",
            Self::Editor => "edt",
            Self::Translator => "trl",
            Self::Illustrator => "ill",
            Self::Contributor => "ctb",
        }
    }
}

/// A job that an [`Author`] has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Post {
    /// What the job is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Counsellor"]))]
    pub title: Option<String>,
    /// Who gives it.
    #[schemars(extend("examples" = ["Wexcombe Clinic"]))]
    pub organisation: String,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Wexcombe"]))]
    pub place: Option<String>,
    /// Stated or recognised.
    #[serde(default)]
    pub basis: Basis,
    /// How sure the recognition is; nothing where it was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Where it was read.
    #[serde(skip)]
    pub origin: Origin,
}

impl Post {
    /// A job at this organisation.
    #[must_use]
    pub fn new(organisation: impl Into<String>) -> Self {
        Self { organisation: organisation.into(), ..Self::default() }
    }
}

setters! { Post {
    text title: String,
    text place: String,
    plain basis: Basis,
    some confidence: Confidence,
}}

/// Private work of an [`Author`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct PrivatePractice {
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Willow Rooms"]))]
    pub name: Option<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Wexcombe"]))]
    pub place: Option<String>,
    /// Whether sessions are held online.
    #[serde(default)]
    pub online: bool,
    /// Its page on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    /// Stated or recognised.
    #[serde(default)]
    pub basis: Basis,
    /// How sure the recognition is; nothing where it was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Where it was read.
    #[serde(skip)]
    pub origin: Origin,
}

impl PrivatePractice {
    /// Private work of which nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

setters! { PrivatePractice {
    text name: String,
    text place: String,
    plain online: bool,
    some url: Address,
    plain basis: Basis,
    some confidence: Confidence,
}}
