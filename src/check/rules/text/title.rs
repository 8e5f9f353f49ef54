//! T006: a title that is too long for a line.

use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

const MOST: usize = 65;

#[derive(Debug)]
pub(in crate::check) struct LongTitle;

impl Rule for LongTitle {
    fn code(&self) -> Code {
        Code::LongTitle
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::NhsStyle]
    }

    fn authority(&self) -> Option<&str> {
        Some(
            "NHS digital service manual, content style guide (https://service-manual.nhs.uk/content)",
        )
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let count = view.article().metadata.title.chars().count();
        if count > MOST {
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!("the title has {count} characters; {MOST} are the most"),
                )
                .label(view.title(), "")
                .help("keep to what readers would search for; a subtitle may say the rest"),
            );
        }
    }
}
