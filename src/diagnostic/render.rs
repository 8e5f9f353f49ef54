//! Diagnostics as text, for people and for programs.

use super::{Diagnostic, json_lines, sarif};
use crate::source::{Position, Sources};
use std::fmt::Write as _;

/// How diagnostics are written down.
///
/// Feature `cli` adds a style with source excerpts, for terminals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// One line each, `name:line:column: severity[code]: message`, and a line with the help.
    #[default]
    Plain,
    /// An excerpt of the source with the place marked, as rustc does it.
    #[cfg(feature = "cli")]
    Terminal,
    /// One JSON object a line.
    JsonLines,
    /// A SARIF 2.1.0 log (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>).
    Sarif,
    /// Annotations of GitHub's workflow commands.
    GitHub,
}

impl Style {
    /// Writes diagnostics down; `sources` are the texts that they speak of.
    ///
    /// ```
    /// use offprint::{Source, Sources, diagnostic::Style};
    ///
    /// let source = Source::new("a.md", "# A\n\n[x](javascript:alert)\n");
    /// let parsed = offprint::parse(&source)?;
    /// let text = Style::GitHub.render(&parsed.diagnostics, &Sources::from(source));
    /// assert!(text.starts_with("::warning file=a.md,line=3,col=1"));
    /// # Ok::<(), offprint::Error>(())
    /// ```
    #[must_use]
    pub fn render(self, diagnostics: &[Diagnostic], sources: &Sources) -> String {
        match self {
            Self::Plain => plain(diagnostics, sources),
            #[cfg(feature = "cli")]
            Self::Terminal => super::terminal::render(diagnostics, sources),
            Self::JsonLines => json_lines::render(diagnostics, sources),
            Self::Sarif => sarif::render(diagnostics, sources),
            Self::GitHub => github(diagnostics, sources),
        }
    }
}

/// The primary place of a diagnostic: name of the source, start and end.
pub(super) fn place<'a>(
    diagnostic: &Diagnostic,
    sources: &'a Sources,
) -> Option<(&'a str, Position, Position)> {
    let origin = diagnostic.origin();
    let source = sources.get(origin.source()?)?;
    let range = origin.range();
    Some((source.name(), source.position(range.start), source.position(range.end)))
}

fn plain(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        if let Some((name, start, _)) = place(diagnostic, sources) {
            let _ = write!(out, "{name}:{}:{}: ", start.line, start.column);
        }
        let _ =
            writeln!(out, "{}[{}]: {}", severity(diagnostic), diagnostic.code, diagnostic.message);
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(out, "  help: {help}");
        }
    }
    out
}

/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
fn github(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let mut out = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            super::Severity::Error => "error",
            super::Severity::Warning => "warning",
            super::Severity::Note => "notice",
        };
        let _ = write!(out, "::{command} ");
        if let Some((name, start, end)) = place(diagnostic, sources) {
            let _ = write!(out, "file={},line={},col={}", property(name), start.line, start.column);
            let _ = write!(out, ",endLine={},endColumn={},", end.line, end.column);
        }
        let mut message = diagnostic.message.clone();
        if let Some(help) = &diagnostic.help {
            message = format!("{message}\n{help}");
        }
        let _ = writeln!(out, "title={}::{}", diagnostic.code, data(&message));
    }
    out
}

pub(super) const fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity {
        super::Severity::Error => "error",
        super::Severity::Warning => "warning",
        super::Severity::Note => "note",
    }
}
