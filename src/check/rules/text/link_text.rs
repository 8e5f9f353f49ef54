//! T010 to T012: links whose words do not say where they lead.

use super::fold::fold;
use crate::check::{Findings, Link, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Address, Inline, SectionRole, inlines_text};
use std::collections::BTreeMap;

const WCAG: &str = "WCAG 2.2, success criterion 2.4.4: link purpose (https://www.w3.org/TR/WCAG22/#link-purpose-in-context)";
const NHS: &str = "NHS digital service manual, links (https://service-manual.nhs.uk/content/links)";

/// Words that could be those of any link.
const VAGUE: &[&str] = &[
    "click",
    "click here",
    "click this",
    "click this link",
    "continue",
    "continue reading",
    "details",
    "find out more",
    "follow this link",
    "go here",
    "here",
    "info",
    "learn more",
    "link",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "page",
    "read here",
    "read more",
    "read more here",
    "read this",
    "see here",
    "see more",
    "tap here",
    "the link",
    "this",
    "this link",
    "this page",
    "this site",
    "this website",
    "visit",
    "visit here",
    "view more",
    "website",
];

#[derive(Debug)]
pub(in crate::check) struct VagueLink;

impl Rule for VagueLink {
    fn code(&self) -> Code {
        Code::VagueLink
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(WCAG)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for link in view.links() {
            let words = words(link);
            if is_vague(&fold(&words)) {
                findings.add(
                    Diagnostic::new(self.code(), format!("`{words}` does not say where this link leads"))
                        .label(link.origin, "")
                        .help("link the words that name the page: people who listen go from link to link, and paper cannot be clicked"),
                );
            }
        }
    }
}

fn is_vague(folded: &str) -> bool {
    VAGUE.contains(&folded) || folded.starts_with("click here ")
}

#[derive(Debug)]
pub(in crate::check) struct BareAddress;

impl Rule for BareAddress {
    fn code(&self) -> Code {
        Code::BareAddress
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(NHS)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for link in view.links().iter().filter(|link| !is_reading(link)) {
            let words = words(link);
            if is_address(&words) && !was_empty(view, link) {
                findings.add(
                    Diagnostic::new(self.code(), format!("the words of this link are an address: `{words}`"))
                        .label(link.origin, "")
                        .help("link the name of the page; leaflets print the address of every link beside it"),
                );
            }
        }
    }
}

/// Whether the reader put the address where there were no words, and has told of that.
fn was_empty(view: &View<'_>, link: &Link<'_>) -> bool {
    let source = view.article().source.source();
    let written = source.and_then(|source| source.text().get(link.origin.range()));
    written
        .and_then(|text| text.strip_prefix('['))
        .is_some_and(|text| text.trim_start().starts_with(']'))
}

/// A whole address, or one with a path; `example.org` is a name that people know a site by.
fn is_address(words: &str) -> bool {
    if words.contains(char::is_whitespace) {
        return false;
    }
    let rest = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"));
    let is_site =
        |text: &str| text.trim_end_matches('/').split('/').count() == 1 && !text.contains('?');
    match rest {
        Some(rest) => !is_site(rest) || rest.len() > 25,
        None => words.starts_with("www.") && !is_site(words),
    }
}

#[derive(Debug)]
pub(in crate::check) struct AmbiguousLink;

impl Rule for AmbiguousLink {
    fn code(&self) -> Code {
        Code::AmbiguousLink
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(WCAG)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let mut known: BTreeMap<String, (&Link<'_>, bool)> = BTreeMap::new();
        for link in view.links().iter().filter(|link| !is_reading(link)) {
            let words = words(link);
            let folded = fold(&words);
            if folded.is_empty() || is_vague(&folded) || is_address(&words) {
                continue;
            }
            let (first, is_told) = known.entry(folded).or_insert((link, false));
            if *is_told || normal(first.address) == normal(link.address) {
                continue;
            }
            *is_told = true;
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!("two links say `{words}`, but lead to different places"),
                )
                .label(link.origin, format!("to `{}`", link.address))
                .label(first.origin, format!("to `{}`", first.address))
                .help("let each say where it leads"),
            );
        }
    }
}

/// The words of a link, and those of pictures in it.
fn words(link: &Link<'_>) -> String {
    inlines_text(link.content).trim().to_owned()
}

fn is_reading(link: &Link<'_>) -> bool {
    link.section.is_some_and(|section| {
        matches!(section.role, SectionRole::FurtherReading | SectionRole::References)
    }) && !link.content.iter().any(|inline| matches!(inline, Inline::Image { .. }))
}

/// An address without what makes no difference.
fn normal(address: &Address) -> &str {
    let text = address.as_str();
    let text =
        text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    text.strip_prefix("www.").unwrap_or(text).trim_end_matches('/')
}
