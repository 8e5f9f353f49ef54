//! Diagnostics as text, for people and for programs.

use super::{Diagnostic, json_lines, sarif};
use crate::source::{Origin, Position, Sources};
use std::fmt::Write as _;
use std::ops::Range;

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

/// A place as people and programs are told it. The end is never before the start, nor past the text.
pub(super) struct Place<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) bytes: Range<usize>,
    pub(super) start: Position,
    pub(super) end: Position,
}

/// Where an origin is; none where that is not known, or in none of these sources.
pub(super) fn place(origin: Origin, sources: &Sources) -> Option<Place<'_>> {
    let source = sources.get(origin.source()?)?;
    let length = source.text().len();
    let start = origin.range().start.min(length);
    let end = origin.range().end.clamp(start, length);
    Some(Place {
        name: source.name(),
        text: source.text().get(start..end).unwrap_or_default(),
        bytes: start..end,
        start: source.position(start),
        end: source.position(end),
    })
}

fn plain(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        if let Some(Place { name, start, .. }) = place(diagnostic.origin(), sources) {
            let _ = write!(out, "{}:{}:{}: ", one_line(name), start.line, start.column);
        }
        let message = one_line(&diagnostic.message);
        let _ = writeln!(out, "{}[{}]: {message}", severity(diagnostic), diagnostic.code);
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(out, "  help: {}", one_line(help));
        }
        for edit in &diagnostic.fix {
            if let Some(place) = place(edit.origin, sources) {
                let new = one_line(&edit.replacement);
                let _ = match one_line(place.text) {
                    old if old.is_empty() => writeln!(out, "  fix: add `{new}`"),
                    old if new.is_empty() => writeln!(out, "  fix: remove `{old}`"),
                    old => writeln!(out, "  fix: `{old}` → `{new}`"),
                };
            }
        }
        if let Some(authority) = &diagnostic.authority {
            let _ = writeln!(out, "  rule: {}", one_line(authority));
        }
    }
    out
}

/// Words of the source may stand in a message, and no line end or escape sequence of theirs may reach
/// a terminal, or a program that reads line by line.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ").replace(char::is_control, "\u{fffd}")
}

/// The message with the help and the authority, a line each.
pub(super) fn in_full(diagnostic: &Diagnostic) -> String {
    let Diagnostic { message, help, authority, .. } = diagnostic;
    let lines = [Some(&**message), help.as_deref(), authority.as_deref()];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
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
        if let Some(Place { name, start, end, .. }) = place(diagnostic.origin(), sources) {
            let _ = write!(out, "file={},line={},", property(name), start.line);
            // GitHub drops columns that are not of one line.
            if start.line == end.line {
                let _ = write!(out, "col={},endColumn={},", start.column, end.column);
            } else {
                let _ = write!(out, "endLine={},", end.line);
            }
        }
        let message = in_full(diagnostic);
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
