//! S006: praise by those who were treated.

use super::CAP_CODE;
use crate::check::rules::turned::is_turned;
use crate::check::words::List;
use crate::check::{Findings, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

/// Words that announce praise.
pub(in crate::check::rules) const WORDS: &[&str] = &[
    "client feedback",
    "client review",
    "client reviews",
    "client testimonials",
    "clients have said",
    "feedback from clients",
    "patient reviews",
    "patient testimonials",
    "reviews from clients",
    "testimonial",
    "testimonials",
    "what clients say",
    "what my clients say",
    "what our clients say",
    "what patients say",
    "what people say about us",
];

/// Words behind a quotation that name somebody who was treated.
const PRAISERS: &[&str] =
    &["client", "former client", "patient", "former patient", "a client", "a patient"];

#[derive(Debug)]
pub(in crate::check) struct Testimonial;

impl Rule for Testimonial {
    fn code(&self) -> Code {
        Code::Testimonial
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(CAP_CODE)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let announced = view.hits(List::Testimonials).filter(|(passage, range, _)| {
            passage.kind() == PassageKind::Heading && !is_turned(*passage, range.start)
        });
        let announced = announced.map(|(passage, range, _)| passage.place(range));
        let signed = view.passages().filter(|passage| passage.is_quoted());
        let signed = signed.filter_map(|passage| {
            let (at, rest) = ["— ", "– ", "-- "].iter().find_map(|dash| {
                let at = passage.text().rfind(dash)?;
                Some((at, &passage.text()[at + dash.len()..]))
            })?;
            let signer = rest.to_lowercase();
            let mut parts = signer.split(',').map(|part| part.trim_matches([' ', '.']));
            parts
                .any(|part| PRAISERS.contains(&part))
                .then(|| passage.place(at..passage.text().len()))
        });
        for place in announced.chain(signed) {
            findings.add(
                Diagnostic::new(
                    self.code(),
                    "praise by somebody who was treated needs their consent, and is no evidence that it works",
                )
                .label(place, "for review")
                .help("keep it only with written consent, and where the rules of your body allow it"),
            );
        }
    }
}
