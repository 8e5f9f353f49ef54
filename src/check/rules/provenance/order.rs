//! D005: dates that cannot all be right.

use super::dates::is_before;
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

#[derive(Debug)]
pub(in crate::check) struct DateOrder;

impl Rule for DateOrder {
    fn code(&self) -> Code {
        Code::DateOrder
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let metadata = &view.article().metadata;
        let published = ("published", &["published", "date", "pubDate"][..], metadata.published);
        let modified = ("modified", &["modified", "lastmod", "updated"][..], metadata.modified);
        let reviewed = ("reviewed", &["reviewed", "last_reviewed"][..], metadata.reviewed);
        let next = ("to be reviewed", &["next_review", "nextReview"][..], metadata.next_review);
        for (first, second) in [(published, modified), (published, reviewed), (reviewed, next)] {
            let (Some(earlier), Some(later)) = (first.2, second.2) else { continue };
            if is_before(later, earlier) {
                let (later, earlier) = (later.in_words(), earlier.in_words());
                findings.add(
                    Diagnostic::new(
                        self.code(),
                        format!("{} {later}, before it was {}, {earlier}", second.0, first.0),
                    )
                    .label(view.field(second.1), "before")
                    .label(view.field(first.1), "after")
                    .help("correct one of the two"),
                );
            }
        }
        let Some(today) = view.today() else { return };
        for (what, keys, date) in [modified, reviewed] {
            let Some(date) = date.filter(|date| is_before(today, *date)) else { continue };
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!("{what} {}, which is still to come", date.in_words()),
                )
                .label(view.field(keys), "")
                .help("correct the date"),
            );
        }
    }
}
