//! Where links and notes lead: addresses with their titles, labels, and addresses that nothing refers to.

use super::reader::Reader;
use crate::characters::{clean, one_line};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Address, Anchor};
use crate::source::Origin;
use std::collections::BTreeMap;
use std::ops::Range;

impl Reader<'_> {
    pub(super) fn title(&mut self, title: &str, origin: Origin) -> Option<String> {
        let words = one_line(title);
        (!words.is_empty()).then(|| clean(&words, origin, self.found))
    }

    pub(super) fn address(&mut self, text: &str, origin: Origin) -> Option<Address> {
        if text.trim().is_empty() {
            self.found.push(
                Diagnostic::new(Code::EmptyLink, "this has no address")
                    .label(origin, "the words stay as text"),
            );
            return None;
        }
        match text.parse() {
            Ok(address) => Some(address),
            Err(cause) => {
                let cause = clean(&cause.to_string(), origin, &mut Vec::new());
                self.found.push(
                    Diagnostic::new(Code::UnsafeAddress, cause)
                        .label(origin, "the words stay, the address is dropped"),
                );
                None
            }
        }
    }

    /// The label of a footnote: letters, digits, `-`, `_` and `.`, and the same however it is written.
    pub(super) fn label(&mut self, written: &str) -> Anchor {
        let folded = one_line(written).to_lowercase();
        if let Some(known) = self.labels.get(&folded) {
            return known.clone();
        }
        let is_plain =
            written.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        let plain = if is_plain { written.parse().ok() } else { None };
        let label: Anchor = plain.unwrap_or_else(|| Anchor::slug(written));
        let label = self.taken_labels.take(label);
        self.labels.insert(folded, label.clone());
        label
    }

    pub(super) fn tell_unused(&mut self, definitions: BTreeMap<String, Range<usize>>) {
        for (name, span) in definitions {
            let name = clean(&name, Origin::default(), &mut Vec::new());
            self.found.push(
                Diagnostic::new(
                    Code::UnusedDefinition,
                    format!(
                        "nothing refers to the address `[{name}]: …`, so it is not in the article"
                    ),
                )
                .label(self.place.at(span), "dropped")
                .help(format!("write `[{name}]` where it belongs, or remove the line")),
            );
        }
    }
}
