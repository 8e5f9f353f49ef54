//! Where to turn in a crisis, as dated data.

use crate::diagnostic::Diagnostic;
use crate::fields::{Fields, Node, parse_toml};
use crate::model::{Jurisdiction, PartialDate};
use crate::registers::Certainty;
use crate::source::Source;
use crate::{Error, Result};
use std::sync::{Arc, OnceLock};

const BUILT_IN: &str = include_str!("urgent_help.toml");

/// The help lines that are known, and where each works.
///
/// ```
/// use offprint::check::UrgentHelp;
/// use offprint::model::Jurisdiction;
///
/// let known = UrgentHelp::built_in();
/// let samaritans = known.iter().find(|line| line.name == "Samaritans").unwrap();
/// assert!(samaritans.works_in(Jurisdiction::Wales));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrgentHelp {
    lines: Vec<HelpLine>,
}

/// A number to turn to in a crisis.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HelpLine {
    /// Who answers.
    pub name: String,
    /// What is dialled or texted.
    pub number: String,
    /// Where it works.
    pub jurisdictions: Vec<Jurisdiction>,
    /// When this was verified.
    pub verified_on: PartialDate,
    /// How sure it is.
    pub certainty: Certainty,
}

impl HelpLine {
    /// Whether it works there.
    #[must_use]
    pub fn works_in(&self, jurisdiction: Jurisdiction) -> bool {
        self.jurisdictions.contains(&jurisdiction)
    }
}

impl UrgentHelp {
    /// The lines of the United Kingdom and Ireland, and those of elsewhere that are often copied from the web.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static KNOWN: OnceLock<Arc<UrgentHelp>> = OnceLock::new();
        let read = || {
            let source = Source::new("urgent_help.toml", BUILT_IN);
            // A test reads the data and fails on any error in it.
            Arc::new(Self::read(&source).unwrap_or_default())
        };
        Arc::clone(KNOWN.get_or_init(read))
    }

    /// Reads lines from a file of the form of `src/check/urgent_help.toml`.
    ///
    /// ```
    /// use offprint::Source;
    /// use offprint::check::UrgentHelp;
    ///
    /// let text = "[[line]]\nname = 'Night Line'\nnumber = '01632 960199'\njurisdictions = ['wales']\n\
    ///             certainty = 'seen'\nverified_on = '2026'\n";
    /// assert_eq!(UrgentHelp::read(&Source::new("help.toml", text))?.iter().count(), 1);
    /// # Ok::<(), offprint::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The text is not TOML, or a value in it cannot be right; all of them are told.
    pub fn read(source: &Source) -> Result<Self> {
        let mut found: Vec<Diagnostic> = Vec::new();
        let origin = source.origin(0..source.text().len());
        let node = parse_toml(source.text(), origin).map_err(Error::content)?;
        let mut lines = Vec::new();
        if let Some(mut fields) = Fields::new("urgent help", node, &mut found) {
            for node in fields.items(&["line"]) {
                lines.extend(fields.within("a help line", node, line));
            }
            fields.finish();
        }
        if found.is_empty() { Ok(Self { lines }) } else { Err(Error::content(found)) }
    }

    /// All lines, in the order of their file.
    pub fn iter(&self) -> impl Iterator<Item = &HelpLine> {
        self.lines.iter()
    }
}

fn line(fields: &mut Fields<'_>) -> Option<HelpLine> {
    let name = fields.required("name");
    let number = fields.required("number");
    let jurisdictions = fields.items(&["jurisdictions"]);
    let jurisdictions = jurisdictions.into_iter().filter_map(|node| jurisdiction(fields, &node));
    Some(HelpLine {
        jurisdictions: jurisdictions.collect(),
        verified_on: fields.value(&["verified_on"])?,
        certainty: fields.choice(&["certainty"], &["seen", "provisional"])?,
        name: name?,
        number: number?,
    })
}

fn jurisdiction(fields: &mut Fields<'_>, node: &Node<'_>) -> Option<Jurisdiction> {
    let written = fields.line(node, "jurisdictions")?;
    let known = serde_json::from_value(serde_json::Value::String(written.clone()));
    if known.is_err() {
        fields.wrong(node, "jurisdictions", format!("there is no jurisdiction `{written}`"));
    }
    known.ok()
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, UrgentHelp};
    use crate::model::Jurisdiction;
    use crate::source::Source;

    #[test]
    fn the_lines_are_read_and_the_united_kingdom_and_ireland_have_help() {
        let read = UrgentHelp::read(&Source::new("urgent_help.toml", BUILT_IN)).unwrap();
        for place in [
            Jurisdiction::England,
            Jurisdiction::Wales,
            Jurisdiction::Scotland,
            Jurisdiction::NorthernIreland,
            Jurisdiction::Ireland,
        ] {
            assert!(read.iter().filter(|line| line.works_in(place)).count() >= 3, "{place:?}");
        }
    }
}
