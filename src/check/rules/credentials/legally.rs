//! C010: registration that is said to be by law.

use super::about::words;
use crate::check::rules::turned::is_turned;
use crate::check::words::List;
use crate::check::{Findings, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

/// Words for registration by law.
pub(in crate::check::rules) const WORDS: &[&str] = &[
    "legally accredited",
    "legally registered",
    "state registered",
    "state-registered",
    "statutorily registered",
];

/// Parts of words for those who are meant.
const PEOPLE: &[&str] = &["therap", "counsel", "psycho", "practitioner", "member"];

/// What may well be registered by law.
const OTHERS: &[&str] = &["business", "charity", "company", "trade mark", "trademark"];

#[derive(Debug)]
pub(in crate::check) struct LegallyRegistered;

impl Rule for LegallyRegistered {
    fn code(&self) -> Code {
        Code::LegallyRegistered
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for (passage, range, _) in view.hits(List::Legally) {
            let is_aside = passage.kind() == PassageKind::Reading || passage.is_quoted();
            // Of a trade mark or a company it may be true.
            let sentence = passage.text()[passage.sentence_at(range.start)].to_lowercase();
            let is_of_people = PEOPLE.iter().any(|part| sentence.contains(part))
                || words(&sentence)
                    .any(|word| matches!(&*word, "she" | "he" | "i" | "they" | "we"));
            let is_of_people = is_of_people && !OTHERS.iter().any(|part| sentence.contains(part));
            if is_aside || !is_of_people || is_turned(passage, range.start) {
                continue;
            }
            let claim = &passage.text()[range.clone()];
            let adverb = claim.find([' ', '-']).map_or(0, |at| at + 1);
            let mut found = Diagnostic::new(
                self.code(),
                format!("`{claim}` says more than there is: the law does not register counsellors or psychotherapists"),
            )
            .label(passage.place(range.clone()), "")
            .help(format!("write `{}`, and with whom", &claim[adverb..]));
            if let Some(written) = passage.written(range.start..range.start + adverb) {
                found = found.edit(written, "");
            }
            findings.add(found);
        }
    }
}
