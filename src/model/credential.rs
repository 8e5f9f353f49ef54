//! What an author is, and may therefore say.

use super::{Address, PartialDate, setters};
use crate::source::Origin;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// Something that an author holds: a membership, a degree, an affiliation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Credential {
    /// Membership of a professional body.
    Membership(Membership),
    /// A degree.
    Degree(Degree),
    /// A tie to a learned society or another organisation.
    Affiliation(Affiliation),
}

impl Credential {
    /// Whether it was stated as data, or recognised in prose.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        match self {
            Self::Membership(Membership { basis, .. })
            | Self::Degree(Degree { basis, .. })
            | Self::Affiliation(Affiliation { basis, .. }) => *basis,
        }
    }

    /// How sure the recognition is; nothing where it was stated.
    #[must_use]
    pub const fn confidence(&self) -> Option<Confidence> {
        match self {
            Self::Membership(Membership { confidence, .. })
            | Self::Degree(Degree { confidence, .. })
            | Self::Affiliation(Affiliation { confidence, .. }) => *confidence,
        }
    }

    /// Where it was read.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        match self {
            Self::Membership(Membership { origin, .. })
            | Self::Degree(Degree { origin, .. })
            | Self::Affiliation(Affiliation { origin, .. }) => *origin,
        }
    }
}

impl From<Membership> for Credential {
    fn from(membership: Membership) -> Self {
        Self::Membership(membership)
    }
}

impl From<Degree> for Credential {
    fn from(degree: Degree) -> Self {
        Self::Degree(degree)
    }
}

impl From<Affiliation> for Credential {
    fn from(affiliation: Affiliation) -> Self {
        Self::Affiliation(affiliation)
    }
}

/// How a [`Credential`] came to be known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Basis {
    /// Given as data: in front matter, or in code.
    #[default]
    Stated,
    /// Found in running text.
    Recognised,
}

/// How sure it is that running text says what was recognised in it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Confidence {
    /// It may have been meant so.
    Low,
    /// It is said, but some of it had to be understood: of whom, or of which body.
    Medium,
    /// It is said in so many words.
    High,
}

/// Membership of a professional body; nothing in it is more than what was said.
///
/// ```
/// use offprint::model::{Body, Grade, Membership};
///
/// let membership = Membership::new(Body::Bacp).grade(Grade::Accredited).number("000000");
/// assert_eq!(membership.body.to_string(), "BACP");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Membership {
    /// Which body.
    pub body: Body,
    /// Which grade, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// Whether it is current, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The number in the public register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["000000"]))]
    pub number: Option<String>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// When somebody last looked it up in the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_on: Option<PartialDate>,
    /// Until when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<PartialDate>,
    /// Where it can be looked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Address>,
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

impl Membership {
    /// Membership of a body, and no more than that.
    #[must_use]
    pub fn new(body: Body) -> Self {
        Self {
            body,
            grade: None,
            status: None,
            number: None,
            since: None,
            verified_on: None,
            valid_until: None,
            source: None,
            basis: Basis::Stated,
            confidence: None,
            origin: Origin::default(),
        }
    }
}

setters! { Membership {
    some grade: Grade,
    some status: Status,
    text number: String,
    some since: PartialDate,
    some verified_on: PartialDate,
    some valid_until: PartialDate,
    some source: Address,
    plain basis: Basis,
    some confidence: Confidence,
}}

/// A degree; award, subject, institution and classification each where they were said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Degree {
    /// The award: `MSc`, `PhD`, `master's degree`.
    #[schemars(extend("examples" = ["MSc", "PhD"]))]
    pub award: String,
    /// In what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Counselling"]))]
    pub subject: Option<String>,
    /// From where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["University of Wexcombe"]))]
    pub institution: Option<String>,
    /// How well: `distinction`, `first class`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["distinction", "first class"]))]
    pub classification: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<PartialDate>,
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

impl Degree {
    /// A degree of this award.
    #[must_use]
    pub fn new(award: impl Into<String>) -> Self {
        Self { award: award.into(), ..Self::default() }
    }
}

setters! { Degree {
    text subject: String,
    text institution: String,
    text classification: String,
    some year: PartialDate,
    plain basis: Basis,
    some confidence: Confidence,
}}

/// A tie to an organisation that is neither membership of a professional body nor a job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Affiliation {
    /// Which organisation.
    #[schemars(extend("examples" = ["Lantern Society"]))]
    pub organisation: String,
    /// As what: `Clinical Fellow`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Clinical Fellow"]))]
    pub role: Option<String>,
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

impl Affiliation {
    /// A tie to this organisation.
    #[must_use]
    pub fn new(organisation: impl Into<String>) -> Self {
        Self { organisation: organisation.into(), ..Self::default() }
    }
}

setters! { Affiliation {
    text role: String,
    plain basis: Basis,
    some confidence: Confidence,
}}

/// Declares an enum whose values are written as one string, with a variant for all others.
macro_rules! open_enum {
    (
        $(#[$doc:meta])* $type:ident, $description:literal, $examples:tt, fold $fold:expr;
        $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $type {
            $($(#[$variant_doc])* $variant,)*
            /// Any other, as it was written.
            Other {
                /// What it is called.
                name: String,
            },
        }

        impl $type {
            /// How it is written in files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other { name } => name,
                }
            }
        }

        impl FromStr for $type {
            type Err = Infallible;

            fn from_str(text: &str) -> Result<Self, Infallible> {
                let folded: Cow<'_, str> = $fold(text.trim());
                Ok(match &*folded {
                    $($text => Self::$variant,)*
                    _ => Self::Other { name: text.trim().to_owned() },
                })
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        super::string_newtype!($type, $description, {
            "type": "string",
            "description": $description,
            // Something that is not white space, of which every language of patterns has its own set.
            "pattern": "[^\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]",
            "examples": $examples,
        });
    };
}

fn upper(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.to_uppercase())
}

fn kebab(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.to_lowercase().replace([' ', '_'], "-"))
}

open_enum! {
    /// A professional body, as its abbreviation; facts about it are in the registers.
    ///
    /// ```
    /// use offprint::model::Body;
    ///
    /// assert_eq!("bacp".parse(), Ok(Body::Bacp));
    /// assert_eq!("IACP".parse(), Ok(Body::Other { name: "IACP".into() }));
    /// ```
    Body, "A professional body, by its abbreviation.", ["BACP", "BPC", "UKCP", "HCPC"], fold upper;
    /// Association of Christians in Counselling and Linked Professions.
    Acc = "ACC",
    /// Association of Child Psychotherapists.
    Acp = "ACP",
    /// Association for Family Therapy and Systemic Practice, which registers nobody.
    Aft = "AFT",
    /// British Association for Behavioural and Cognitive Psychotherapies.
    Babcp = "BABCP",
    /// British Association for Counselling and Psychotherapy.
    Bacp = "BACP",
    /// British Association of Play Therapists.
    Bapt = "BAPT",
    /// British Psychoanalytic Council.
    Bpc = "BPC",
    /// British Psychological Society.
    Bps = "BPS",
    /// Counselling & Psychotherapy in Scotland.
    Cosca = "COSCA",
    /// General Medical Council.
    Gmc = "GMC",
    /// Health and Care Professions Council.
    Hcpc = "HCPC",
    /// Human Givens Institute.
    Hgi = "HGI",
    /// National Counselling and Psychotherapy Society.
    Ncps = "NCPS",
    /// Nursing and Midwifery Council.
    Nmc = "NMC",
    /// Play Therapy UK.
    Ptuk = "PTUK",
    /// Social Work England.
    Swe = "SWE",
    /// UK Association for Humanistic Psychology Practitioners.
    Ukahpp = "UKAHPP",
    /// UK Council for Psychotherapy.
    Ukcp = "UKCP",
}

open_enum! {
    /// A grade of membership. Which of them a body has is in the registers.
    Grade, "A grade of membership.", ["registered", "accredited", "senior-accredited", "registrant"],
    fold kebab;
    /// In training, without a right to practise alone.
    Student = "student",
    /// In training, seeing patients under supervision.
    Trainee = "trainee",
    /// A member who is on no register.
    Individual = "individual",
    /// An associate.
    Associate = "associate",
    /// An affiliate.
    Affiliate = "affiliate",
    /// On the register.
    Registered = "registered",
    /// On the register, where the body calls those who are registrants.
    Registrant = "registrant",
    /// Accredited by the body.
    Accredited = "accredited",
    /// Accredited by the body as senior.
    SeniorAccredited = "senior-accredited",
    /// A full clinical member.
    FullClinical = "full-clinical",
    /// A full member.
    Full = "full",
    /// A chartered member.
    Chartered = "chartered",
    /// A fellow.
    Fellow = "fellow",
    /// Retired.
    Retired = "retired",
}

/// Whether a membership is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Status {
    /// In force.
    Current,
    /// Applied for.
    Pending,
    /// In force, but not for practice on one's own.
    Deferred,
    /// In force, but not practising.
    NotWorking,
    /// No longer in force.
    Lapsed,
}

impl Status {
    /// The word for it in front matter.
    ///
    /// ```
    /// use offprint::model::Status;
    ///
    /// assert_eq!(Status::NotWorking.as_str(), "not-working");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Pending => "pending",
            Self::Deferred => "deferred",
            Self::NotWorking => "not-working",
            Self::Lapsed => "lapsed",
        }
    }
}
