//! K003: the same entry twice in further reading.

use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Address, PartialDate, Reading};
use crate::source::Origin;
use std::collections::BTreeMap;
use url::Url;

#[derive(Debug)]
pub(in crate::check) struct DuplicateReading;

impl Rule for DuplicateReading {
    fn code(&self) -> Code {
        Code::DuplicateReading
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let mut known: BTreeMap<String, Origin> = BTreeMap::new();
        for entry in view.readings() {
            let keys = [entry.address.as_ref().and_then(normal), work(entry)];
            let keys: Vec<String> = keys.into_iter().flatten().collect();
            let first = keys.iter().find_map(|key| known.get(key)).copied();
            if let Some(first) = first {
                findings.add(
                    Diagnostic::new(self.code(), "this entry stands in the list already")
                        .label(entry.origin, "again here")
                        .label(first, "first here")
                        .help("keep one of the two"),
                );
            }
            for key in keys {
                known.entry(key).or_insert(entry.origin);
            }
        }
    }
}

/// An address without what does not change where it leads: scheme, `www.`, a final slash, marks of campaigns.
fn normal(address: &Address) -> Option<String> {
    let url = Url::parse(address.as_str()).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").trim_end_matches('.');
    let path = url.path().trim_end_matches('/');
    let query: Vec<&str> = url
        .query()
        .map(|query| query.split('&').filter(|pair| !pair.starts_with("utm_")).collect())
        .unwrap_or_default();
    // A page of its own can be all that stands behind `#`.
    let fragment = url.fragment().unwrap_or_default();
    Some(format!("{host}{path}?{}#{fragment}", query.join("&")))
}

/// Title, authors and year; none where only one of these is known, because titles such as "Introduction" recur.
fn work(entry: &Reading) -> Option<String> {
    let fold = |text: &str| -> String {
        let kept = text.chars().filter(|c| c.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    let title = fold(entry.title.as_deref()?);
    if title.is_empty() || entry.authors.is_empty() {
        return None;
    }
    let authors: Vec<String> = entry.authors.iter().map(|author| fold(author)).collect();
    let year = entry.published.and_then(PartialDate::year).map(|year| year.to_string());
    Some(format!("{title}|{}|{}", authors.join("&"), year.unwrap_or_default()))
}
