//! The professional bodies as dated data, and the words for what an author holds.

mod recognise;
mod wording;

pub(crate) use recognise::recognise;
pub use wording::{RegisterLine, Wording};

use crate::diagnostic::Diagnostic;
use crate::fields::{Fields, parse_toml};
use crate::model::{Address, Body, Grade, PartialDate};
use crate::source::Source;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

const BUILT_IN: &str = include_str!("bodies.toml");

/// What is known of the professional bodies: their names, registers, grades and letters.
///
/// ```
/// use offprint::model::{Body, Grade};
/// use offprint::registers::Registers;
///
/// let registers = Registers::built_in();
/// let bacp = registers.get(&Body::Bacp).unwrap();
/// assert_eq!(bacp.letters(&Grade::Accredited), Some("MBACP (Accred)"));
/// assert_eq!(bacp.letters(&Grade::Student), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registers {
    bodies: BTreeMap<Body, BodyEntry>,
}

/// What is known of one body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BodyEntry {
    /// Its abbreviation.
    pub body: Body,
    /// Its full name.
    pub name: String,
    /// Its address on the web.
    pub website: Address,
    /// Where a member can be looked up.
    pub register: Option<Address>,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// Where it works.
    pub jurisdiction: String,
    /// Its grades that are known.
    pub grades: Vec<GradeEntry>,
    /// The words where no grade was said, with `{name}` for the name.
    pub unstated: Option<String>,
    /// A regular expression that the numbers in its register match, where that is certain.
    pub number: Option<String>,
    /// When these facts were verified.
    pub verified_on: PartialDate,
    /// How sure they are.
    pub certainty: Certainty,
}

/// A grade that a body has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GradeEntry {
    /// Which.
    pub grade: Grade,
    /// The letters that it entitles to.
    pub letters: Option<String>,
    /// How the body lets it be said, with `{name}` for the name.
    pub wording: String,
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
    /// Furthers a subject.
    LearnedSociety,
    /// Registers nobody.
    NotARegister,
}

/// How sure the facts of a [`BodyEntry`] are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Certainty {
    /// Read in a public source.
    Seen,
    /// General knowledge, not verified yet.
    Provisional,
}

impl BodyEntry {
    /// The letters that a grade entitles to.
    #[must_use]
    pub fn letters(&self, grade: &Grade) -> Option<&str> {
        self.grades.iter().find(|entry| entry.grade == *grade)?.letters.as_deref()
    }

    /// The name with its abbreviation: `British Psychoanalytic Council (BPC)`.
    #[must_use]
    pub fn name_in_full(&self) -> String {
        format!("{} ({})", self.name, self.body)
    }
}

impl Registers {
    /// The bodies of the United Kingdom, as this crate knows them.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static REGISTERS: OnceLock<Arc<Registers>> = OnceLock::new();
        let read = || {
            let source = Source::new("bodies.toml", BUILT_IN);
            // A test reads the data and fails on any error in it.
            Arc::new(Self::read(&source).unwrap_or_default())
        };
        Arc::clone(REGISTERS.get_or_init(read))
    }

    /// Reads bodies from a file of the form of `src/registers/bodies.toml`.
    ///
    /// # Errors
    ///
    /// The text is not TOML, or a value in it cannot be right; all of them are told.
    pub fn read(source: &Source) -> Result<Self> {
        let mut found: Vec<Diagnostic> = Vec::new();
        let origin = source.origin(0..source.text().len());
        let node = parse_toml(source.text(), origin).map_err(Error::content)?;
        let mut bodies = BTreeMap::new();
        if let Some(mut fields) = Fields::new("the registers", node, &mut found) {
            for node in fields.items(&["body"]) {
                if let Some(entry) = fields.within("a body", node, body) {
                    bodies.insert(entry.body.clone(), entry);
                }
            }
            fields.finish();
        }
        if found.is_empty() { Ok(Self { bodies }) } else { Err(Error::content(found)) }
    }

    /// These bodies, with those of another file added or put in their place.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.bodies.extend(other.bodies);
        self
    }

    /// What is known of a body.
    #[must_use]
    pub fn get(&self, body: &Body) -> Option<&BodyEntry> {
        self.bodies.get(body)
    }

    /// All bodies, by abbreviation.
    pub fn iter(&self) -> impl Iterator<Item = &BodyEntry> {
        self.bodies.values()
    }
}

fn body(fields: &mut Fields<'_>) -> Option<BodyEntry> {
    let grades = fields.items(&["grades"]);
    let grades = grades.into_iter().filter_map(|node| fields.within("a grade", node, grade));
    let grades = grades.collect();
    let abbreviation = fields.required("abbreviation");
    Some(BodyEntry {
        grades,
        name: fields.required("name")?,
        website: fields.value(&["website"])?,
        register: fields.value(&["register"]),
        kind: fields.choice(
            &["kind"],
            &[
                "statutory-regulator",
                "psa-accredited-register",
                "learned-society",
                "not-a-register",
            ],
        )?,
        jurisdiction: fields.required("jurisdiction")?,
        unstated: fields.text(&["unstated"]),
        number: fields.text(&["number"]),
        verified_on: fields.value(&["verified_on"])?,
        certainty: fields.choice(&["certainty"], &["seen", "provisional"])?,
        body: abbreviation?
            .parse()
            .unwrap_or_else(|never: std::convert::Infallible| match never {}),
    })
}

fn grade(fields: &mut Fields<'_>) -> Option<GradeEntry> {
    Some(GradeEntry {
        grade: fields.value(&["grade"])?,
        letters: fields.text(&["letters"]),
        wording: fields.required("wording")?,
    })
}
