//! E-books: EPUB 3.3 (<https://www.w3.org/TR/epub-33/>).

mod accessibility;
mod binding;
mod chapters;
mod container;
mod imprint;
mod links;
mod navigation;
mod notes;
mod package;
mod pages;
mod pictures;
mod plan;
mod review;
#[cfg(test)]
mod tests;
mod xml;

use super::{Assets, Exported, Exporter, NoAssets};
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::model::{Article, Collection, PartialDate, Practice};
use crate::registers::{Registers, Wording};
use crate::{Error, Result};
use binding::Binding;
use package::Package;
use pictures::Pictures;
use plan::Plan;
use std::fmt;
use std::io::Write;
use std::sync::Arc;

/// Writes an article as an e-book: cover, title page, imprint, a chapter for each section.
///
/// Its identifier is its ISBN, or else comes from its canonical address, or from its source's name and
/// title, so that a corrected edition is the same book. What it claims about accessibility is computed
/// from what is in it.
///
/// ```
/// use offprint::{Article, export::{Epub, Exporter}};
///
/// let article = Article::builder("On Grief")
///     .published("2026-03".parse()?)
///     .paragraph("It takes the time it takes.")
///     .build()?;
/// let mut book = Vec::new();
/// Epub::new().export(&article, &mut book)?;
/// assert_eq!(&book[30..58], b"mimetypeapplication/epub+zip");
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone)]
pub struct Epub {
    settings: Settings,
}

/// Writes a [`Collection`] as one e-book; made by [`Epub::book`].
#[derive(Clone, Debug)]
pub struct Book<'a> {
    collection: &'a Collection,
    epub: Epub,
}

/// What both kinds of book need.
#[derive(Clone)]
struct Settings {
    assets: Arc<dyn Assets>,
    registers: Arc<Registers>,
    practice: Option<Arc<Practice>>,
    modified: Option<PartialDate>,
}

impl Epub {
    /// A book without images.
    #[must_use]
    pub fn new() -> Self {
        Self {
            settings: Settings {
                assets: Arc::new(NoAssets),
                registers: Registers::built_in(),
                practice: None,
                modified: None,
            },
        }
    }

    /// A book of several articles, each a chapter with its own authors.
    ///
    /// ```
    /// use offprint::export::Epub;
    /// use offprint::model::{Article, Collection};
    ///
    /// let talk = Article::builder("On Grief").paragraph("It takes its time.").build()?;
    /// let talks = Collection::new("Talks").published("2026".parse()?).articles([talk]);
    /// let mut book = Vec::new();
    /// Epub::book(&talks).export(&mut book)?;
    /// # Ok::<(), offprint::Error>(())
    /// ```
    #[must_use]
    pub fn book(collection: &Collection) -> Book<'_> {
        Book { collection, epub: Self::new() }
    }

    /// Where images come from.
    #[must_use]
    pub fn assets(mut self, assets: Arc<dyn Assets>) -> Self {
        self.settings.assets = assets;
        self
    }

    /// The bodies by whose rules credentials are worded.
    #[must_use]
    pub fn registers(mut self, registers: Arc<Registers>) -> Self {
        self.settings.registers = registers;
        self
    }

    /// The practice that hands the book out; it stands on the imprint page.
    #[must_use]
    pub fn practice(mut self, practice: &Practice) -> Self {
        self.settings.practice = Some(Arc::new(practice.clone()));
        self
    }

    /// When the book was last changed, where the article does not say.
    #[must_use]
    pub fn modified(mut self, modified: PartialDate) -> Self {
        self.settings.modified = Some(modified);
        self
    }
}

impl Default for Epub {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Epub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Epub").field("modified", &self.settings.modified).finish_non_exhaustive()
    }
}

impl Exporter for Epub {
    fn export(&self, article: &Article, out: &mut dyn Write) -> Result<Exported> {
        bind(&Binding::of_article(article), &self.settings, out)
    }
}

impl Book<'_> {
    /// Where images come from.
    #[must_use]
    pub fn assets(mut self, assets: Arc<dyn Assets>) -> Self {
        self.epub = self.epub.assets(assets);
        self
    }

    /// The bodies by whose rules credentials are worded.
    #[must_use]
    pub fn registers(mut self, registers: Arc<Registers>) -> Self {
        self.epub = self.epub.registers(registers);
        self
    }

    /// The practice that hands the book out; it stands on the imprint page.
    #[must_use]
    pub fn practice(mut self, practice: &Practice) -> Self {
        self.epub = self.epub.practice(practice);
        self
    }

    /// When the book was last changed, where the collection does not say.
    #[must_use]
    pub fn modified(mut self, modified: PartialDate) -> Self {
        self.epub = self.epub.modified(modified);
        self
    }

    /// Writes the book. Nothing is written before all of it is made.
    ///
    /// # Errors
    ///
    /// The collection has no article, an image cannot be used, a text has a character that no book can
    /// hold, or writing failed.
    pub fn export(&self, out: &mut dyn Write) -> Result<Exported> {
        if self.collection.articles.is_empty() {
            return Err(Diagnostic::new(Code::NothingToRead, "the collection has no article")
                .or_label(self.collection.source.start())
                .into());
        }
        bind(&Binding::of_collection(self.collection), &self.epub.settings, out)
    }
}

/// Makes the book and writes it.
fn bind(binding: &Binding<'_>, settings: &Settings, out: &mut dyn Write) -> Result<Exported> {
    let mut found = Vec::new();
    review::check(binding, settings.practice.as_deref(), &mut found);
    let plan = Plan::new(binding);
    let pictures = Pictures::load(binding, &plan, settings, &mut found);
    let said = binding.modified().or(settings.modified).and_then(Day::of);
    if said.is_none() {
        found.push(
            Diagnostic::new(
                Code::UndatedBook,
                format!("nobody said when this book was changed, so it is dated {}", Day::FIRST),
            )
            .or_label(binding.start)
            .help("write `published:` or `modified:` in the front matter"),
        );
    }
    if has_errors(&found) {
        return Err(Error::content(found));
    }
    let wording = Wording::new(&settings.registers);
    let chapters = chapters::typeset(binding, &plan, &pictures, wording);
    let mut documents = pages::front(binding, &pictures, settings, wording, &chapters);
    documents.extend(chapters);
    let package = Package {
        binding,
        documents: &documents,
        pictures: &pictures,
        publisher: settings.publisher_of(binding),
        modified: said.unwrap_or(Day::FIRST),
    };
    out.write_all(&container::write(&package)?)?;
    let told = binding.articles.iter().fold(found, |found, article| article.unsuppressed(found));
    Ok(Exported::new(told))
}

impl Settings {
    /// Who publishes the book; where nobody is named, the practice that hands it out.
    fn publisher_of<'a>(&'a self, binding: &Binding<'a>) -> Option<&'a str> {
        let practice = self.practice.as_ref().map(|practice| practice.name.as_str());
        binding.publisher.or(practice)
    }
}

/// A day of which year, month and day are known; written as `2026-03-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Day {
    year: i16,
    month: u8,
    number: u8,
}

impl Day {
    /// The first that a zip file can say.
    const FIRST: Self = Self { year: 1980, month: 1, number: 1 };

    /// The first day that a date can be; none without a year.
    fn of(date: PartialDate) -> Option<Self> {
        date.first_day().map(|(year, month, number)| Self { year, month, number })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.number)
    }
}
