//! E-books: EPUB 3.3 (<https://www.w3.org/TR/epub-33/>).

mod accessibility;
mod binding;
mod chapters;
mod container;
mod navigation;
mod package;
mod pages;

use super::image::{self, Image, Images};
use super::{Assets, Exported, Exporter, NoAssets};
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::model::{Article, Collection, PartialDate, Practice};
use crate::registers::{Registers, Wording};
use crate::{Error, Result};
use binding::Binding;
use std::fmt;
use std::io::Write;
use std::sync::Arc;

/// The date of a book of which nobody said when it was changed; the first that a zip file can hold.
const UNDATED: &str = "1980-01-01";

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
            return Err(
                Diagnostic::new(Code::NothingToRead, "the collection has no article").into()
            );
        }
        bind(&Binding::of_collection(self.collection), &self.epub.settings, out)
    }
}

/// An image in the book, with the name of its file.
struct Picture {
    file: String,
    image: Image,
}

/// Makes the book and writes it.
fn bind(binding: &Binding<'_>, settings: &Settings, out: &mut dyn Write) -> Result<Exported> {
    let mut found = Vec::new();
    binding.check_characters(&mut found);
    let images: Vec<Images> = binding
        .articles
        .iter()
        .map(|article| Images::load(article, &*settings.assets, &mut found))
        .collect();
    let cover = binding.cover.and_then(|cover| {
        let loaded =
            image::load(&*settings.assets, binding.source_name, &cover.image, cover.origin);
        match loaded {
            Ok(image) => {
                Some(Picture { file: format!("images/cover.{}", image.kind.extension()), image })
            }
            Err(diagnostic) => {
                if !found.contains(&diagnostic) {
                    found.push(diagnostic);
                }
                None
            }
        }
    });
    let modified = binding.modified.or(settings.modified).or(binding.published);
    if modified.is_none() {
        found.push(
            Diagnostic::new(
                Code::UndatedBook,
                format!("nobody said when this book was changed, so it is dated {UNDATED}"),
            )
            .help("write `published:` or `modified:` in the front matter"),
        );
    }
    if has_errors(&found) {
        return Err(Error::content(found));
    }
    let modified = modified.map_or_else(|| UNDATED.to_owned(), day);
    let wording = Wording::new(&settings.registers);
    let book = chapters::typeset(binding, &images, wording);
    let mut documents = pages::front(binding, cover.as_ref(), settings, wording, &book.chapters);
    documents.extend(book.chapters);
    let package = package::Package {
        binding,
        documents: &documents,
        pictures: &book.pictures,
        cover: cover.as_ref(),
        modified: &modified,
        claims: accessibility::Claims::of(
            binding,
            &images,
            binding.cover.filter(|_| cover.is_some()),
        ),
    };
    let bytes = container::write(&package)?;
    out.write_all(&bytes)?;
    Ok(Exported::new(found))
}

/// The first day that a date can be, as `2026-03-01`.
fn day(date: PartialDate) -> String {
    match date.first_day() {
        Some((year, month, day)) => format!("{year:04}-{month:02}-{day:02}"),
        None => UNDATED.to_owned(),
    }
}
