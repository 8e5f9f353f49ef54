//! T004: a heading that says again what another says.

use super::fold::fold;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Section;
use crate::source::Origin;
use std::collections::BTreeMap;

#[derive(Debug)]
pub(in crate::check) struct RepeatedHeading;

impl Rule for RepeatedHeading {
    fn code(&self) -> Code {
        Code::RepeatedHeading
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(
            "WCAG 2.2, success criterion 2.4.6: headings and labels (https://www.w3.org/TR/WCAG22/#headings-and-labels)",
        )
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let article = view.article();
        let title = (fold(&article.metadata.title), view.title());
        siblings(&article.sections, Some(&title), findings);
        for heading in view.headings() {
            let above = (fold(&heading.section.heading_text()), heading.section.origin);
            siblings(&heading.section.sections, Some(&above), findings);
        }
    }
}

/// Looks at headings that stand beside each other, under one.
fn siblings(sections: &[Section], above: Option<&(String, Origin)>, findings: &mut Findings) {
    let mut known: BTreeMap<String, Origin> = BTreeMap::new();
    for section in sections {
        let words = section.heading_text();
        let folded = fold(&words);
        if folded.is_empty() {
            continue;
        }
        let said = above.filter(|(text, _)| *text == folded);
        let (message, first) = match (said, known.get(&folded)) {
            (Some((_, origin)), _) => (format!("`{words}` is what stands above already"), *origin),
            (None, Some(first)) => (format!("two sections here are called `{words}`"), *first),
            (None, None) => {
                known.insert(folded, section.origin);
                continue;
            }
        };
        findings.add(
            Diagnostic::new(Code::RepeatedHeading, message)
                .label(section.origin, "again here")
                .label(first, "first here")
                .help("say what this section alone is about"),
        );
    }
}
