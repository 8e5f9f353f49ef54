//! S004: a story whose label stands far from it.

use super::stories::{Story, stories};
use super::unlabelled::nature;
use crate::check::words::List;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;

#[derive(Debug)]
pub(in crate::check) struct FarLabel;

impl Rule for FarLabel {
    fn code(&self) -> Code {
        Code::FarLabel
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for story in stories(view) {
            let Some((label, text)) = label_elsewhere(view, &story) else { continue };
            findings.add(
                Diagnostic::new(self.code(), "the label of this story stands far from it")
                    .label(story.place, "the story")
                    .label(label, "its label")
                    .help(format!(
                        "begin the story with the line `> [!VIGNETTE {}]`, and put `> ` before each line of it",
                        nature(&text).unwrap_or("fictional|composite|with-consent")
                    )),
            );
        }
    }
}

/// Words in another section, or in a note, that stand for the label of a story which says nothing itself.
pub(super) fn label_elsewhere(view: &View<'_>, story: &Story<'_>) -> Option<(Origin, String)> {
    let own = story.section.map(|section| section.origin.range());
    let mut labels = view.hits(List::Disclaimers);
    let far = labels.find(|(passage, _, _)| {
        let there = passage.section().map(|section| section.origin.range());
        passage.vignette().is_none() && (there != own || passage.is_note())
    });
    let says_itself = view.hits(List::Disclaimers).any(|(passage, _, _)| {
        passage.section().map(|section| section.origin.range()) == own && !passage.is_note()
    });
    let (passage, range, _) = far.filter(|_| !says_itself)?;
    Some((passage.place(range), passage.text().to_owned()))
}
