//! Out of the model: one exporter for each format.

#[cfg(feature = "epub")]
pub(crate) mod epub;
pub(crate) mod html;
pub(crate) mod image;
pub(crate) mod json;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;

#[cfg(feature = "epub")]
pub use epub::{Book, Epub};
pub use html::Html;
pub use image::{Assets, DirAssets, MemoryAssets, NoAssets};
#[cfg(feature = "validate")]
pub use json::Json;
#[cfg(feature = "pdf")]
pub use pdf::{Face, Fonts, Leaflet, Pdf, PdfSheets};

use crate::Result;
use crate::diagnostic::Diagnostic;
use crate::model::Article;
use std::fmt;
use std::io::Write;
use std::str::FromStr;

/// Writes an article in one format.
///
/// An exporter owns what it needs and can be shared between threads; the trait is object-safe, so a
/// program can hold several and bring its own.
///
/// ```
/// use offprint::export::{Exported, Exporter};
/// use offprint::{Article, Result};
/// use std::io::Write;
///
/// struct PlainText;
///
/// impl Exporter for PlainText {
///     fn export(&self, article: &Article, out: &mut dyn Write) -> Result<Exported> {
///         out.write_all(article.plain_text().as_bytes())?;
///         Ok(Exported::default())
///     }
/// }
///
/// let exporters: Vec<Box<dyn Exporter>> = vec![Box::new(PlainText)];
/// let article = Article::builder("On Grief").paragraph("It takes its time.").build()?;
/// let mut text = Vec::new();
/// exporters[0].export(&article, &mut text)?;
/// assert_eq!(text, b"It takes its time.\n");
/// # Ok::<(), offprint::Error>(())
/// ```
pub trait Exporter: Send + Sync {
    /// Writes the article. Nothing is written before everything is made, so an error leaves `out`
    /// as it was, unless writing itself failed.
    ///
    /// # Errors
    ///
    /// The article cannot be put into this format, and [`crate::Error::diagnostics`] says why; or
    /// writing failed.
    fn export(&self, article: &Article, out: &mut dyn Write) -> Result<Exported>;
}

/// What an [`Exporter`] has to say about what it wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exported {
    /// What it noticed or had to change; none of these is an error.
    pub diagnostics: Vec<Diagnostic>,
    /// How many pages there are, in formats that have pages.
    pub pages: Option<usize>,
}

impl Exported {
    /// An output with these remarks.
    #[must_use]
    pub const fn new(diagnostics: Vec<Diagnostic>) -> Self {
        Self { diagnostics, pages: None }
    }

    /// Sets [`Exported::pages`](struct@Exported#structfield.pages).
    #[must_use]
    pub const fn pages(mut self, pages: usize) -> Self {
        self.pages = Some(pages);
        self
    }
}

/// A form in which an article is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A web page.
    Html,
    /// For other programs.
    Json,
    /// On paper.
    Pdf,
    /// An e-book.
    Epub,
}

impl Format {
    /// All formats, in the order in which they are made.
    pub const ALL: &'static [Self] = &[Self::Html, Self::Json, Self::Pdf, Self::Epub];

    /// The name, which is also the ending of its files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
            Self::Pdf => "pdf",
            Self::Epub => "epub",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Format {
    type Err = crate::Error;

    /// Reads a name.
    ///
    /// # Errors
    ///
    /// There is no such format.
    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == text).ok_or_else(|| {
            crate::Error::value(format!(
                "there is no format `{text}`; expected html, json, pdf or epub"
            ))
        })
    }
}
