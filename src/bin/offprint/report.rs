//! What is said, and where: results on standard output, everything else on standard error.

use crate::Status;
use crate::args::DiagnosticStyle;
use offprint::diagnostic::Style;
use offprint::{Diagnostic, Sources};
use std::io::Write as _;

/// Writes to standard output. A reader that has gone away, such as `head`, is no problem.
pub(crate) fn print(text: &str) -> Status {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            problem(&format!("cannot write to standard output: {error}"));
            Status::System
        }
        _ => Status::Good,
    }
}

/// Writes to standard error, which is all that can be done with it.
pub(crate) fn tell(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Tells something that no article is to blame for.
pub(crate) fn problem(text: &str) {
    tell(&format!("error: {text}\n"));
}

/// Tells diagnostics as they come, or, for a SARIF log, all at the end.
pub(crate) struct Reporter {
    style: DiagnosticStyle,
    kept: Vec<Diagnostic>,
    sources: Sources,
}

impl Reporter {
    pub(crate) fn new(style: DiagnosticStyle) -> Self {
        Self { style, kept: Vec::new(), sources: Sources::new() }
    }

    pub(crate) fn diagnostics(&mut self, diagnostics: &[Diagnostic], sources: &Sources) {
        match self.style {
            DiagnosticStyle::Human => tell(&Style::Terminal.render(diagnostics, sources)),
            DiagnosticStyle::Json => {
                print(&Style::JsonLines.render(diagnostics, sources));
            }
            DiagnosticStyle::Github => {
                print(&Style::GitHub.render(diagnostics, sources));
            }
            DiagnosticStyle::Sarif => {
                self.kept.extend_from_slice(diagnostics);
                if !diagnostics.is_empty() {
                    sources.iter().for_each(|source| self.sources.insert(source.clone()));
                }
            }
        }
    }

    /// A line about what was made; out of the way where standard output is for programs.
    pub(crate) fn made(&self, line: &str) {
        match self.style {
            DiagnosticStyle::Human => {
                print(line);
            }
            _ => tell(line),
        }
    }

    pub(crate) fn finish(self) {
        if self.style == DiagnosticStyle::Sarif {
            print(&Style::Sarif.render(&self.kept, &self.sources));
        }
    }
}
