//! What is known of one body.

use crate::model::{Address, Body, Grade, PartialDate, Status};
use regex_lite::Regex;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What is known of one body. As JSON it has the keys of the files that it is read from.
///
/// ```
/// use offprint::model::{Body, Grade};
/// use offprint::registers::{Claim, Registers};
///
/// let registers = Registers::built_in();
/// let bacp = registers.get(&Body::Bacp).unwrap();
/// assert_eq!(bacp.letters(&Grade::Accredited), Some("MBACP (Accred)"));
/// assert_eq!(bacp.letters(&Grade::Student), None);
/// assert!(!bacp.may_claim(&Grade::Student, Claim::Registered));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BodyEntry {
    /// Its abbreviation.
    #[serde(rename = "abbreviation")]
    pub body: Body,
    /// Its full name.
    pub name: String,
    /// Abbreviations that it had before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former_abbreviations: Vec<String>,
    /// Names that it had before, and other spellings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// What it calls those whom it registers.
    pub people: People,
    /// Where it works.
    pub jurisdiction: String,
    /// Its address on the web.
    pub website: Address,
    /// Where somebody can be looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register: Option<Address>,
    /// What its register is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register_name: Option<String>,
    /// How somebody is looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lookup: Option<String>,
    /// Titles that the law keeps for those whom it registers, in small letters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<String>,
    /// The words where no grade was said, with `{name}` and `{abbreviation}` for the body's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unstated: Option<String>,
    /// What the numbers in its register look like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<NumberFormat>,
    /// Its grades that are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<GradeEntry>,
    /// What it says of those whose membership is not simply in force.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<StatusEntry>,
    /// When these facts were verified.
    pub verified_on: PartialDate,
    /// Where they were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Address>,
    /// How sure they are.
    pub certainty: Certainty,
}

/// A grade that a body has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GradeEntry {
    /// Which.
    pub grade: Grade,
    /// What the body calls it.
    pub name: String,
    /// The letters that it entitles to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letters: Option<String>,
    /// Letters that stood for it before, or that people write for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_letters: Vec<String>,
    /// How the body lets it be said, with `{name}` and `{abbreviation}` for the body's.
    pub wording: String,
    /// Whether those who have it are on the public register.
    pub on_register: bool,
    /// What those who have it may not claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub may_not_claim: Vec<Claim>,
    /// What else there is to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure this is.
    pub certainty: Certainty,
}

/// How a body puts it that a membership is pending, deferred or no longer in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StatusEntry {
    /// Which status.
    pub status: Status,
    /// How it is said, with `{membership}` for the words of the membership itself.
    pub wording: String,
    /// What those who have it may not claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub may_not_claim: Vec<Claim>,
    /// What else there is to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What the numbers in a register look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NumberFormat {
    /// A regular expression for a whole number.
    pub pattern: String,
    /// A number of that form that nobody has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// How sure the pattern is.
    pub certainty: Certainty,
}

/// What kind of body a [`BodyEntry`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BodyKind {
    /// Registers by law.
    StatutoryRegulator,
    /// Keeps a register that the Professional Standards Authority accredits.
    PsaAccreditedRegister,
    /// Registers, under no authority of the United Kingdom.
    Register,
    /// Furthers a subject.
    LearnedSociety,
    /// Registers nobody.
    NotARegister,
}

/// What a body calls those whom it registers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum People {
    /// Members.
    #[default]
    Member,
    /// Registrants.
    Registrant,
}

/// Something that may be said of oneself, and that a grade or status may forbid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Claim {
    /// Letters after the name.
    Letters,
    /// Being registered, or on the register.
    Registered,
    /// Being accredited.
    Accredited,
    /// Seeing patients on one's own.
    IndependentPractice,
    /// The membership itself, where it advertises a practice.
    Status,
}

/// How sure the facts of a [`BodyEntry`] are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Certainty {
    /// Read in a public source.
    Seen,
    /// General knowledge, not verified yet.
    #[default]
    Provisional,
}

impl BodyEntry {
    /// The letters that a grade entitles to.
    #[must_use]
    pub fn letters(&self, grade: &Grade) -> Option<&str> {
        self.grade(grade)?.letters.as_deref()
    }

    /// What is known of a grade; `Newly qualified` is the same as `newly-qualified`.
    #[must_use]
    pub fn grade(&self, grade: &Grade) -> Option<&GradeEntry> {
        let folded = fold_grade(grade);
        self.grades.iter().find(|entry| fold_grade(&entry.grade) == folded)
    }

    /// What is known of a status.
    #[must_use]
    pub fn status(&self, status: Status) -> Option<&StatusEntry> {
        self.statuses.iter().find(|entry| entry.status == status)
    }

    /// Whether those who have a grade may claim this: not what the grade forbids, and nothing that only a
    /// register gives where the body keeps none. A grade that is not known forbids nothing.
    #[must_use]
    pub fn may_claim(&self, grade: &Grade, claim: Claim) -> bool {
        let is_forbidden =
            self.grade(grade).is_some_and(|entry| entry.may_not_claim.contains(&claim));
        !is_forbidden && (self.registers_people() || claim != Claim::Registered)
    }

    /// Whether it keeps a register of practitioners.
    #[must_use]
    pub const fn registers_people(&self) -> bool {
        matches!(
            self.kind,
            BodyKind::StatutoryRegulator | BodyKind::PsaAccreditedRegister | BodyKind::Register
        )
    }

    /// Whether it calls its people registrants, so that "member" is not its word.
    #[must_use]
    pub const fn calls_registrants(&self) -> bool {
        matches!(self.people, People::Registrant)
    }

    /// Whether a number can be one of its register; not known where the form of its numbers is not certain.
    /// Spaces do not count.
    ///
    /// ```
    /// use offprint::model::Body;
    /// use offprint::registers::Registers;
    ///
    /// let registers = Registers::built_in();
    /// let possible = |body, number| registers.get(&body).unwrap().number_is_possible(number);
    /// assert_eq!(possible(Body::Hcpc, "PYL 000000"), Some(true));
    /// assert_eq!(possible(Body::Hcpc, "000000"), Some(false));
    /// assert_eq!(possible(Body::Bacp, "000000"), None);
    /// ```
    #[must_use]
    pub fn number_is_possible(&self, number: &str) -> Option<bool> {
        let format = self.number.as_ref().filter(|format| format.certainty == Certainty::Seen)?;
        let number: String = number.chars().filter(|c| !c.is_whitespace()).collect();
        Some(format.compiled()?.is_match(&number))
    }

    /// The name with its abbreviation: `British Psychoanalytic Council (BPC)`.
    #[must_use]
    pub fn name_in_full(&self) -> String {
        format!("{} ({})", self.name, self.body)
    }

    /// A wording of this body with the body's name in it.
    pub(super) fn word(&self, wording: &str) -> String {
        wording
            .replace("{name}", &self.name_in_full())
            .replace("{abbreviation}", self.body.as_str())
    }
}

impl GradeEntry {
    /// The letters that it entitles to, where that is certain enough to print them.
    #[must_use]
    pub fn printed_letters(&self) -> Option<&str> {
        self.letters.as_deref().filter(|_| self.certainty == Certainty::Seen)
    }
}

impl NumberFormat {
    /// The pattern for a whole number.
    pub(super) fn compiled(&self) -> Option<Regex> {
        Regex::new(&format!("^(?:{})$", self.pattern)).ok()
    }
}

/// A grade, such that spaces, dashes and capitals make no difference.
pub(super) fn fold_grade(grade: &Grade) -> String {
    grade.as_str().to_lowercase().replace([' ', '_'], "-")
}

macro_rules! as_written {
    ($($type:ident { $($variant:ident = $text:literal,)* })*) => {$(
        impl $type {
            /// How it is written in files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $type {
            pub(super) const WORDS: &[&str] = &[$($text),*];
        }
    )*};
}

as_written! {
    BodyKind {
        StatutoryRegulator = "statutory-regulator",
        PsaAccreditedRegister = "psa-accredited-register",
        Register = "register",
        LearnedSociety = "learned-society",
        NotARegister = "not-a-register",
    }
    People {
        Member = "member",
        Registrant = "registrant",
    }
    Claim {
        Letters = "letters",
        Registered = "registered",
        Accredited = "accredited",
        IndependentPractice = "independent-practice",
        Status = "status",
    }
    Certainty {
        Seen = "seen",
        Provisional = "provisional",
    }
}
