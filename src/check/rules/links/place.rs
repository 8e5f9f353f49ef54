//! K004: a link to a place that the article does not have.

use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::BTreeSet;

/// How many names are compared in all, so that the cost does not grow with links times sections.
const COMPARED: usize = 5000;

#[derive(Debug)]
pub(in crate::check) struct MissingPlace;

impl Rule for MissingPlace {
    fn code(&self) -> Code {
        Code::MissingPlace
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let mut inside = view
            .links()
            .iter()
            .filter_map(|link| Some((link, link.address.fragment().filter(|to| !to.is_empty())?)))
            .peekable();
        if inside.peek().is_none() {
            return;
        }
        let ids: BTreeSet<&str> =
            view.headings().iter().map(|heading| heading.section.id.as_str()).collect();
        // Names with other than ASCII letters come encoded.
        let is_there =
            |wanted: &str| ids.contains(wanted) || wanted.contains('%') || wanted == "top";
        for (at, (link, wanted)) in inside.filter(|(_, wanted)| !is_there(wanted)).enumerate() {
            let is_cheap = (at + 1) * ids.len() <= COMPARED;
            let looked_at = ids.iter().copied().take(if is_cheap { ids.len() } else { 0 });
            let near = looked_at.map(|id| (strsim::jaro_winkler(id, wanted), id));
            let near = near.filter(|(score, _)| *score > 0.8).max_by(|a, b| a.0.total_cmp(&b.0));
            let help = match near {
                Some((_, id)) => format!("did you mean `#{id}`?"),
                None => "give the section that it should lead to a name, as in `## Words {#name}`"
                    .to_owned(),
            };
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!("no section of this article is named `{wanted}`"),
                )
                .label(link.origin, "")
                .help(help),
            );
        }
    }
}
