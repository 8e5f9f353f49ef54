//! The one error type of the crate.

use crate::diagnostic::Diagnostic;
use std::io;

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something could not be made.
///
/// Where the content is to blame, [`Error::diagnostics`] lists everything that was found, not only
/// the first. Where reading or writing failed, [`std::error::Error::source`] is the system's error.
///
/// ```
/// use offprint::Source;
///
/// let error = offprint::parse(&Source::new("empty.md", "")).unwrap_err();
/// assert_eq!(error.diagnostics()[0].code.as_str(), "P003");
/// ```
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<Kind>);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("{}", summary(.0))]
    Content(Vec<Diagnostic>),
    #[error("{doing}: {cause}")]
    Io {
        doing: String,
        #[source]
        cause: io::Error,
    },
    #[error("{0}")]
    Value(String),
}

impl Error {
    /// The content cannot be used, for these reasons.
    #[must_use]
    pub fn content(diagnostics: impl Into<Vec<Diagnostic>>) -> Self {
        Self(Box::new(Kind::Content(diagnostics.into())))
    }

    /// Reading or writing failed; `doing` says what was tried, with the name of the file.
    #[must_use]
    pub fn io(doing: impl Into<String>, cause: io::Error) -> Self {
        Self(Box::new(Kind::Io { doing: doing.into(), cause }))
    }

    /// A single value is not what it has to be, for instance a language tag.
    #[must_use]
    pub fn value(message: impl Into<String>) -> Self {
        Self(Box::new(Kind::Value(message.into())))
    }

    /// What is wrong with the content; empty where it is not the content.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match &*self.0 {
            Kind::Content(diagnostics) => diagnostics,
            Kind::Io { .. } | Kind::Value(_) => &[],
        }
    }

    /// Whether reading or writing failed, rather than the content.
    #[must_use]
    pub fn is_io(&self) -> bool {
        matches!(*self.0, Kind::Io { .. })
    }
}

impl From<Diagnostic> for Error {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::content([diagnostic])
    }
}

impl From<io::Error> for Error {
    fn from(cause: io::Error) -> Self {
        Self::io("cannot write the output", cause)
    }
}

fn summary(diagnostics: &[Diagnostic]) -> String {
    match diagnostics {
        [] => "the content cannot be used".to_owned(),
        [only] => format!("[{}] {}", only.code.as_str(), only.message),
        [first, rest @ ..] => {
            format!("[{}] {} (and {} more)", first.code.as_str(), first.message, rest.len())
        }
    }
}
