//! What a rule is, ours or a caller's.

use super::{Profile, View};
use crate::diagnostic::{Code, Diagnostic};
use std::fmt;

/// Looks at an article for one thing.
///
/// ```
/// use offprint::check::{Checker, Findings, Rule, View};
/// use offprint::diagnostic::Code;
/// use offprint::{Article, Diagnostic};
///
/// /// We speak of people, not of cases.
/// #[derive(Debug)]
/// struct NoCases;
///
/// impl Rule for NoCases {
///     fn code(&self) -> Code {
///         Code::HouseRule
///     }
///
///     fn check(&self, view: &View<'_>, findings: &mut Findings) {
///         for passage in view.passages() {
///             if let Some(at) = passage.text().find("severe case") {
///                 let place = passage.place(at..at + "severe case".len());
///                 findings.add(Diagnostic::new(self.code(), "a person is no case").label(place, ""));
///             }
///         }
///     }
/// }
///
/// let article = Article::builder("On Rest").paragraph("A severe case of hurry.").build()?;
/// let found = Checker::new().rule(NoCases).check(&article);
/// assert_eq!(found[0].code, Code::HouseRule);
/// # Ok::<(), offprint::Error>(())
/// ```
pub trait Rule: fmt::Debug + Send + Sync {
    /// The code of what it finds; [`Code::HouseRule`] for rules of your own.
    fn code(&self) -> Code;

    /// The profiles that it belongs to. A rule that was given to [`Checker::rule`](super::Checker::rule) runs in
    /// any.
    fn profiles(&self) -> &[Profile] {
        &[]
    }

    /// The document that it comes from, with its address; none where the rule is ours.
    fn authority(&self) -> Option<&str> {
        None
    }

    /// Adds what it finds.
    fn check(&self, view: &View<'_>, findings: &mut Findings);
}

/// What rules have found.
#[derive(Debug, Default)]
pub struct Findings {
    found: Vec<Diagnostic>,
}

impl Findings {
    /// Adds a finding.
    pub fn add(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }

    /// Runs a rule, and lets what it finds name the document that the rule comes from.
    pub(super) fn of(&mut self, rule: &dyn Rule, view: &View<'_>) {
        let before = self.found.len();
        rule.check(view, self);
        for finding in &mut self.found[before..] {
            if finding.authority.is_none() {
                finding.authority = rule.authority().map(Into::into);
            }
        }
    }

    pub(super) fn into_inner(self) -> Vec<Diagnostic> {
        self.found
    }
}
