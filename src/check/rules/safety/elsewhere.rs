//! S002: a help line that does not work where the reader is.

use super::numbers;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Jurisdiction;

/// Places that a passage may name, to say for whom a number is.
const PLACES: &[&str] = &[
    "abroad",
    "america",
    "american",
    "australia",
    "britain",
    "canada",
    "elsewhere",
    "england",
    "europe",
    "ireland",
    "new zealand",
    "other countries",
    "outside",
    "scotland",
    "states",
    "the us",
    "the uk",
    "u.s.",
    "uk",
    "usa",
    "wales",
];

#[derive(Debug)]
pub(in crate::check) struct HelpOfElsewhere;

impl Rule for HelpOfElsewhere {
    fn code(&self) -> Code {
        Code::HelpOfElsewhere
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let here = match view.jurisdiction() {
            None | Some(Jurisdiction::Other) => return,
            Some(here) => here,
        };
        let given = numbers::given(view);
        for number in given.iter().filter(|given| !given.line.works_in(here)) {
            // A place holds for what comes behind it, and in its own sentence.
            let upto = number.passage.sentence_at(number.range.start).end;
            let text = number.passage.text()[..upto].to_lowercase();
            let heading =
                number.passage.section().map(|section| section.heading_text().to_lowercase());
            let names_a_place = |text: &str| {
                let padded = format!(
                    " {} ",
                    text.replace(
                        |c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '(' | ')'),
                        " "
                    )
                );
                PLACES.iter().any(|place| {
                    padded.contains(&format!(" {place} ")) || padded.contains(&format!(" {place}."))
                })
            };
            if names_a_place(&text) || heading.is_some_and(|heading| names_a_place(&heading)) {
                continue;
            }
            let own: Vec<String> = view
                .urgent_help()
                .iter()
                .filter(|line| line.works_in(here))
                .take(3)
                .map(|line| {
                    let name = line.name.trim_end_matches(&line.number).trim_end();
                    format!("{name} on {}", line.number)
                })
                .collect();
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!(
                        "`{}` ({}) does not work in {}, for which this is written",
                        number.line.number,
                        number.line.name,
                        name(here)
                    ),
                )
                .label(number.place(), "")
                .help(format!(
                    "give a number that does, as {}; or say for which country it is",
                    own.join(", ")
                )),
            );
        }
    }
}

const fn name(jurisdiction: Jurisdiction) -> &'static str {
    match jurisdiction {
        Jurisdiction::England => "England",
        Jurisdiction::Wales => "Wales",
        Jurisdiction::Scotland => "Scotland",
        Jurisdiction::NorthernIreland => "Northern Ireland",
        Jurisdiction::Ireland => "Ireland",
        Jurisdiction::Other => "that country",
    }
}
