//! The professional bodies as dated data, and the words for what an author holds.

mod degrees;
mod entry;
mod file;
mod letters;
mod phrases;
mod recognise;
mod titles;
mod wording;

pub use entry::{
    BodyEntry, BodyKind, Certainty, Claim, GradeEntry, NumberFormat, People, StatusEntry,
};
pub use letters::Entitlement;
pub(crate) use recognise::{is_degree, recognise_biography, recognise_section};
pub(crate) use wording::degree_name;
pub use wording::{RegisterLine, Wording};

use crate::diagnostic::{Diagnostic, Output, has_errors};
use crate::fields::{Fields, parse_toml};
use crate::model::{Basis, Body, Membership, Status};
use crate::source::Source;
use crate::{Error, Result};
use letters::LetterIndex;
use phrases::{folded, words};
use recognise::NameIndex;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use titles::TitleIndex;

const BUILT_IN: &str = include_str!("bodies.toml");

/// What is known of the professional bodies: their names, registers, grades and letters.
///
/// ```
/// use offprint::model::{Body, Grade};
/// use offprint::registers::Registers;
///
/// let registers = Registers::built_in();
/// let bacp = registers.get(&Body::Bacp).unwrap();
/// assert_eq!(bacp.name, "British Association for Counselling and Psychotherapy");
/// let ncs: Body = "NCS".parse().unwrap();
/// assert_eq!(registers.get(&ncs).unwrap().body, Body::Ncps);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registers {
    bodies: BTreeMap<Body, BodyEntry>,
    /// Abbreviations that bodies had before.
    former: BTreeMap<Body, Body>,
    letters: LetterIndex,
    titles: TitleIndex,
    names: NameIndex,
}

impl Registers {
    /// The bodies of the United Kingdom, as this crate knows them.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static REGISTERS: OnceLock<Arc<Registers>> = OnceLock::new();
        let read = || {
            let source = Source::new("bodies.toml", BUILT_IN);
            // A test reads the data and fails on anything that is told of it.
            Arc::new(Self::read(&source).map(|read| read.value).unwrap_or_default())
        };
        Arc::clone(REGISTERS.get_or_init(read))
    }

    /// Reads bodies from a file of the form of ours, which knows no others; see [`Registers::with`].
    ///
    /// # Errors
    ///
    /// The text is not TOML, or a value in it cannot be right; all of them are told.
    pub fn read(source: &Source) -> Result<Output<Self>> {
        Self::default().with(source)
    }

    /// These bodies with those of a file. Where it names a body, or a grade of one, that is known here, it
    /// changes what it says and leaves the rest; `replaces = true` in an entry starts from nothing.
    ///
    /// ```
    /// use offprint::{Source, registers::Registers};
    /// use offprint::model::{Body, Grade};
    ///
    /// let text = "[[body]]\nabbreviation = \"BACP\"\ngrades = [{ grade = \"fellow\", certainty = \"seen\" }]\n";
    /// let registers = Registers::built_in().with(&Source::new("ours.toml", text))?.value;
    /// let bacp = registers.get(&Body::Bacp).unwrap();
    /// assert_eq!(bacp.grade(&Grade::Fellow).unwrap().printed_letters(), Some("FBACP"));
    /// assert_eq!(bacp.letters(&Grade::Registered), Some("MBACP"));
    /// # Ok::<(), offprint::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The text is not TOML, or a value in it cannot be right; all of them are told.
    pub fn with(&self, source: &Source) -> Result<Output<Self>> {
        let mut found: Vec<Diagnostic> = Vec::new();
        let origin = source.origin(0..source.text().len());
        let node = parse_toml(source.text(), origin).map_err(Error::content)?;
        let mut registers = self.clone();
        if let Some(mut fields) = Fields::new("the registers", node, &mut found) {
            file::read(&mut fields, &mut registers);
            fields.finish();
        }
        found.sort_by_key(|diagnostic| diagnostic.origin().range().start);
        if has_errors(&found) {
            return Err(Error::content(found));
        }
        registers.letters = letters::index(registers.bodies.values());
        registers.titles = titles::index(registers.bodies.values());
        registers.names = names(registers.bodies.values());
        Ok(Output::new(registers, found))
    }

    fn put(&mut self, entry: BodyEntry) {
        for former in &entry.former_abbreviations {
            let former =
                former.parse().unwrap_or_else(|never: std::convert::Infallible| match never {});
            self.former.insert(former, entry.body.clone());
        }
        self.bodies.insert(entry.body.clone(), entry);
    }

    /// What is known of a body, also under an abbreviation that it had before.
    #[must_use]
    pub fn get(&self, body: &Body) -> Option<&BodyEntry> {
        self.bodies.get(body).or_else(|| self.bodies.get(self.former.get(body)?))
    }

    /// Whether a membership, as it was stated, is a registration in force: the body registers people, and
    /// these. Where no grade was said, all grades of the body must be on its register, or there is a number.
    pub(crate) fn certifies(&self, held: &Membership) -> bool {
        let in_force = matches!(held.status, None | Some(Status::Current));
        let Some(entry) = self.get(&held.body).filter(|entry| entry.registers_people()) else {
            return false;
        };
        let on_register = |grade: &GradeEntry| {
            grade.on_register && !grade.may_not_claim.contains(&Claim::Registered)
        };
        let is_registered = match &held.grade {
            Some(grade) => entry.grade(grade).is_some_and(on_register),
            None => {
                held.number.is_some()
                    || entry.calls_registrants()
                    || entry.grades.iter().all(on_register)
            }
        };
        in_force && is_registered && held.basis == Basis::Stated
    }

    /// All bodies, by abbreviation.
    pub fn iter(&self) -> impl Iterator<Item = &BodyEntry> {
        self.bodies.values()
    }
}

/// All names and abbreviations, old ones too, as the words that they are made of.
fn names<'b>(bodies: impl Iterator<Item = &'b BodyEntry>) -> NameIndex {
    let mut index = NameIndex::default();
    for entry in bodies {
        let abbreviations = entry.former_abbreviations.iter().map(String::as_str);
        let names = entry.other_names.iter().map(String::as_str);
        for name in
            [entry.name.as_str(), entry.body.as_str()].into_iter().chain(names).chain(abbreviations)
        {
            index.insert(words(name).map(|range| folded(&name[range])), entry.body.clone());
        }
    }
    index
}
