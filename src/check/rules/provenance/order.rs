//! D005: dates that cannot all be right.

use super::dates::{is_before, span};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Basis, Credential, Metadata, PartialDate};

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
        of_credentials(view, findings);
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

/// What an author has become on a day that is still to come, or after the article was last touched where the day of
/// the check is not known.
fn of_credentials(view: &View<'_>, findings: &mut Findings) {
    let latest = last_touched(&view.article().metadata);
    let (day, why) = match (view.today(), latest) {
        (Some(today), _) => (Some(today), "which is still to come".to_owned()),
        (None, Some(latest)) => (
            Some(latest),
            format!("later than the last date of the article, {}", latest.in_words()),
        ),
        (None, None) => (None, String::new()),
    };
    let all = view.article().authors.iter().flat_map(|author| &author.credentials);
    for held in all.filter(|held| held.basis() == Basis::Stated) {
        let dates = match held {
            Credential::Membership(held) => {
                [("since", held.since), ("verified_on", held.verified_on)]
            }
            Credential::Degree(held) => [("year", held.year), ("", None)],
            Credential::Affiliation(_) => continue,
        };
        for (key, date) in dates {
            let Some(date) = date.filter(|date| day.is_some_and(|day| is_before(day, *date)))
            else {
                continue;
            };
            findings.add(
                Diagnostic::new(Code::DateOrder, format!("`{key}` is {}, {why}", date.in_words()))
                    .label(held.origin(), "of this credential")
                    .help("correct the date, or that of the article's last change"),
            );
        }
        let Credential::Membership(held) = held else { continue };
        let (Some(since), Some(until)) = (held.since, held.valid_until) else { continue };
        if is_before(until, since) {
            let (since, until) = (since.in_words(), until.in_words());
            let message = format!("`valid_until` is {until}, before `since`, {since}");
            findings.add(
                Diagnostic::new(Code::DateOrder, message)
                    .label(held.origin, "of this membership")
                    .help("correct one of the two"),
            );
        }
    }
}

/// The last day that the article gives of its own past.
fn last_touched(metadata: &Metadata) -> Option<PartialDate> {
    let dates = [metadata.published, metadata.modified, metadata.reviewed];
    dates.into_iter().flatten().max_by_key(|date| span(*date).map(|(_, last)| last))
}
