//! T016: more than a phrase in italics, which are hard to read for people who see little.

use crate::check::view::SpanKind;
use crate::check::{Findings, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

/// A phrase, or the title of a book.
const WORDS: usize = 8;

#[derive(Debug)]
pub(in crate::check) struct LongItalics;

impl Rule for LongItalics {
    fn code(&self) -> Code {
        Code::LongItalics
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::ClearPrint]
    }

    fn authority(&self) -> Option<&str> {
        Some("UKAAF, Creating clear print and large print documents (https://www.ukaaf.org)")
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for passage in view.passages().filter(|passage| passage.kind() != PassageKind::Reading) {
            let stressed = passage.spans().filter(|(kind, _)| *kind == SpanKind::Emphasis);
            for (_, range) in stressed {
                let count = passage.text()[range.clone()].split_whitespace().count();
                if count > WORDS {
                    findings.add(
                        Diagnostic::new(self.code(), format!("{count} words are in italics"))
                            .label(passage.place(range), "")
                            .help("stress a few words only, and in bold: `**so**`"),
                    );
                }
            }
        }
    }
}
