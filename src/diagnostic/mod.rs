//! What was found wrong, where, and how to mend it.

mod code;
mod edit;
mod json_lines;
mod render;
mod sarif;
#[cfg(feature = "cli")]
mod terminal;

pub use code::Code;
pub use edit::{Edit, apply};
pub use render::Style;

use crate::source::Origin;
use serde::Serialize;

/// How much a [`Diagnostic`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Severity {
    /// Good to know; nothing has to change.
    Note,
    /// The output is whole, but something was mended or looks wrong.
    Warning,
    /// The content is wrong; no output should be made of it.
    Error,
}

/// One finding: a code, a sentence about what was found and expected, places, and how to mend it.
///
/// ```
/// use offprint::{Severity, Source, Sources, diagnostic::Style};
///
/// let source = Source::new("note.md", "Only a paragraph.\n");
/// let parsed = offprint::parse(&source)?;
/// let finding = &parsed.diagnostics[0];
/// assert_eq!(finding.severity, Severity::Warning);
/// assert_eq!(finding.code.as_str(), "P004");
///
/// let text = Style::Plain.render(&parsed.diagnostics, &Sources::from(source));
/// assert!(text.starts_with("note.md:1:1: warning[P004]: "));
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Which rule this is; [`Code::explanation`] says more.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, and what was expected.
    pub message: String,
    /// The places it speaks of; the first is the primary one.
    pub labels: Vec<Label>,
    /// How to mend it.
    pub help: Option<String>,
    /// The document that the rule comes from, where it is not ours.
    pub authority: Option<Box<str>>,
    /// The edits that mend it, where that is safe; none where a person has to think. [`apply`] makes them.
    pub fix: Vec<Edit>,
}

/// A place that a [`Diagnostic`] points at, with a few words beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// The bytes pointed at.
    pub origin: Origin,
    /// What is to be seen there; may be empty.
    pub text: String,
}

impl Label {
    /// A label with these words at this place.
    #[must_use]
    pub fn new(origin: Origin, text: impl Into<String>) -> Self {
        Self { origin, text: text.into() }
    }
}

impl Diagnostic {
    /// A finding without a place, with the severity that is usual for its code.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            labels: Vec::new(),
            help: None,
            authority: None,
            fix: Vec::new(),
        }
    }

    /// Points at a place; the first one is the primary.
    #[must_use]
    pub fn label(mut self, origin: Origin, text: impl Into<String>) -> Self {
        self.labels.push(Label::new(origin, text));
        self
    }

    /// Points at a place, unless it is unknown or something else is pointed at already.
    pub(crate) fn or_label(self, origin: Origin) -> Self {
        if self.labels.is_empty() && !origin.is_unknown() { self.label(origin, "") } else { self }
    }

    /// Says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Names the document that the rule comes from.
    #[must_use]
    pub fn authority(mut self, authority: impl Into<Box<str>>) -> Self {
        self.authority = Some(authority.into());
        self
    }

    /// Adds an edit to those that mend it: other text in the place of these bytes.
    #[must_use]
    pub fn edit(mut self, origin: Origin, replacement: impl Into<String>) -> Self {
        self.fix.push(Edit::new(origin, replacement));
        self
    }

    /// The primary place, or an unknown one.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.labels.first().map(|label| label.origin).unwrap_or_default()
    }
}

/// A value, and everything that was noticed while it was made.
///
/// Reading recovers from what is wrong and goes on, so the value is there even where diagnostics
/// are errors; whether to use it is the caller's choice ([`Output::has_errors`]).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Output<T> {
    /// What was made.
    pub value: T,
    /// What was noticed, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Output<T> {
    /// A value with what was noticed on the way to it.
    #[must_use]
    pub const fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// Whether any diagnostic is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        has_errors(&self.diagnostics)
    }
}

/// Whether any of these is an error.
pub(crate) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
