//! S003: a story of a patient without the label that it must have.

use super::far_label::label_elsewhere;
use super::stories::stories;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

#[derive(Debug)]
pub(in crate::check) struct UnlabelledVignette;

impl Rule for UnlabelledVignette {
    fn code(&self) -> Code {
        Code::UnlabelledVignette
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for story in stories(view) {
            if label_elsewhere(view, &story).is_some() {
                continue;
            }
            let nature = nature(&story.text);
            findings.add(
                Diagnostic::new(
                    self.code(),
                    "a story of somebody stands here without a label that says whose it is",
                )
                .label(story.place, "")
                .help(format!(
                    "begin it with the line `> [!VIGNETTE {}]`, and put `> ` before each line of it; the label is \
                     then printed beside it everywhere",
                    nature.unwrap_or("fictional|composite|with-consent")
                )),
            );
        }
    }
}

/// The label that the text itself suggests.
pub(super) fn nature(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["several people", "several patients", "several clients", "composite"]) {
        Some("composite")
    } else if says(&["consent", "permission", "agreed to"]) {
        Some("with-consent")
    } else if says(&["fictional", "invented", "imaginary", "made up"]) {
        Some("fictional")
    } else {
        None
    }
}
