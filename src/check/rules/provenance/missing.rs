//! D001, D002, D003, D006 to D009: what is not said about an article.

use super::CONTENT_STANDARD;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::SectionRole;

/// Something that an article does not say.
#[derive(Debug)]
pub(in crate::check) struct Missing {
    code: Code,
    profiles: &'static [Profile],
    authority: Option<&'static str>,
    message: &'static str,
    help: &'static str,
    lacks: fn(&View<'_>) -> bool,
}

impl Missing {
    /// All that may be missing.
    pub(in crate::check) const DATE: Self = Self {
        code: Code::Undated,
        profiles: &[Profile::Recommended],
        authority: None,
        message: "no date is known on which this was written",
        help: "write `published: 2026-03-12` into the front matter",
        lacks: |view| {
            let metadata = &view.article().metadata;
            [metadata.published, metadata.modified, metadata.reviewed].iter().all(Option::is_none)
        },
    };
    pub(in crate::check) const REVIEW: Self = Self {
        code: Code::NoReviewDate,
        profiles: &[Profile::PatientInformation],
        authority: Some(CONTENT_STANDARD),
        message: "nothing says when somebody last checked that this still holds",
        help: "write `reviewed: 2026-03-12` into the front matter",
        lacks: |view| view.article().metadata.reviewed.is_none(),
    };
    pub(in crate::check) const NEXT_REVIEW: Self = Self {
        code: Code::NoNextReview,
        profiles: &[Profile::PatientInformation],
        authority: Some(CONTENT_STANDARD),
        message: "nothing says when this is to be checked again",
        help: "write `next_review: 2029-03` into the front matter; three years at the most are usual",
        lacks: |view| view.article().metadata.next_review.is_none(),
    };
    pub(in crate::check) const AUTHOR: Self = Self {
        code: Code::NoAuthor,
        profiles: &[Profile::Recommended],
        authority: None,
        message: "no author is known",
        help: "write `author: Name` into the front matter, or `By Name` under the title",
        lacks: |view| view.article().authors.is_empty(),
    };
    pub(in crate::check) const PUBLISHER: Self = Self {
        code: Code::NoPublisher,
        profiles: &[Profile::PatientInformation, Profile::Publisher],
        authority: Some(CONTENT_STANDARD),
        message: "nothing says who publishes this",
        help: "write `publisher:` into the front matter, or name the practice that hands this out",
        lacks: |view| view.article().metadata.publisher.is_none() && view.practice().is_none(),
    };
    pub(in crate::check) const CONTACT: Self = Self {
        code: Code::NoContact,
        profiles: &[Profile::PatientInformation],
        authority: Some(CONTENT_STANDARD),
        message: "nothing says where a reader may write or telephone with questions about this",
        help: "give an author's `email:` or `url:`, a link to an address, or a practice with one",
        lacks: |view| !has_contact(view),
    };
    pub(in crate::check) const SOURCES: Self = Self {
        code: Code::NoSources,
        profiles: &[Profile::PatientInformation],
        authority: Some(CONTENT_STANDARD),
        message: "nothing says on what this rests",
        help: "add a section `## References` or `## Further reading` with a list of entries; those with \
               `show_in: web` stay out of the leaflet but on file",
        lacks: |view| {
            let is_source = |role| matches!(role, SectionRole::References);
            view.readings().is_empty()
                && !view.headings().iter().any(|heading| is_source(heading.section.role))
        },
    };
}

/// Whether somebody can be reached; help lines are for other questions.
fn has_contact(view: &View<'_>) -> bool {
    let by_practice = view.practice().is_some_and(|practice| {
        practice.email.is_some() || practice.telephone.is_some() || practice.web.is_some()
    });
    let by_author = || {
        view.article().authors.iter().any(|author| author.email.is_some() || author.url.is_some())
    };
    let by_link = || view.links().iter().any(|link| link.address.as_str().starts_with("mailto:"));
    by_practice || by_author() || by_link()
}

impl Rule for Missing {
    fn code(&self) -> Code {
        self.code
    }

    fn profiles(&self) -> &[Profile] {
        self.profiles
    }

    fn authority(&self) -> Option<&str> {
        self.authority
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        if (self.lacks)(view) {
            findings.add(
                Diagnostic::new(self.code, self.message).label(view.start(), "").help(self.help),
            );
        }
    }
}
