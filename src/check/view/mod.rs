//! An article as rules look at it: walked through once, with its text in one piece.

mod about;
mod passage;
mod place;
mod sentences;
mod span;
mod walk;

pub use passage::{Passage, PassageKind};
pub(super) use span::SpanKind;

use super::UrgentHelp;
use super::checker::Context;
use super::readability::Readability;
use super::words::{self, Hit, Hits, List};
use crate::fields::in_front_matter;
use crate::model::{
    Address, Article, Author, Inline, Jurisdiction, PartialDate, Practice, Reading, Section,
};
use crate::registers::Registers;
use crate::source::Origin;
use about::About;
use passage::Data;
use place::Piece;
use span::Span;
use std::cell::OnceCell;
use std::ops::Range;

/// An article as rules look at it: its text in one piece, its links, images and headings, and what is known
/// besides.
///
/// ```
/// use offprint::Article;
/// use offprint::check::{Checker, Findings, Rule, View};
/// use offprint::diagnostic::Code;
///
/// #[derive(Debug)]
/// struct Count;
///
/// impl Rule for Count {
///     fn code(&self) -> Code {
///         Code::HouseRule
///     }
///
///     fn check(&self, view: &View<'_>, _: &mut Findings) {
///         let sentences: Vec<&str> = view.passages().flat_map(|passage| passage.sentences()).collect();
///         assert_eq!(sentences, ["It comes, e.g. slowly.", "It goes."]);
///     }
/// }
///
/// let article = Article::builder("A").paragraph("It comes, e.g. slowly. It goes.").build()?;
/// assert!(Checker::new().rule(Count).check(&article).is_empty());
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Debug)]
pub struct View<'a> {
    article: &'a Article,
    context: &'a Context,
    /// The passages, a line each.
    text: String,
    /// Where the text comes from, in its order.
    pieces: Vec<Piece>,
    /// What of it is marked up as something, in the order in which that begins.
    spans: Vec<Span>,
    passages: Vec<Data<'a>>,
    headings: Vec<Heading<'a>>,
    links: Vec<Link<'a>>,
    images: Vec<Image<'a>>,
    readings: Vec<&'a Reading>,
    hits: OnceCell<Hits>,
    sentences: OnceCell<Vec<Range<usize>>>,
    words: OnceCell<Vec<Range<usize>>>,
    about: OnceCell<Vec<About>>,
    readability: OnceCell<Option<Readability>>,
}

/// A heading that opens a section.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Heading<'a> {
    /// Its section.
    pub section: &'a Section,
    /// Its level: 2 for the sections of the article, whose title is of level 1.
    pub level: usize,
}

/// A link in the text.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Link<'a> {
    /// Where it leads.
    pub address: &'a Address,
    /// Its words.
    pub content: &'a [Inline],
    /// The section that it stands in, if any.
    pub section: Option<&'a Section>,
    /// Where it was read.
    pub origin: Origin,
}

/// A picture in the text.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Image<'a> {
    /// Where the picture is.
    pub address: &'a Address,
    /// What it shows, for those who do not see it.
    pub alt: Option<&'a str>,
    /// What is printed under it; none for a picture in a line.
    pub caption: &'a [Inline],
    /// Where it was read.
    pub origin: Origin,
}

impl<'a> View<'a> {
    pub(super) fn of(article: &'a Article, context: &'a Context) -> Self {
        let mut view = Self {
            article,
            context,
            // The source says a little more than its text.
            text: String::with_capacity(article.source.source().map_or(0, |s| s.text().len())),
            pieces: Vec::new(),
            spans: Vec::new(),
            passages: Vec::new(),
            headings: Vec::new(),
            links: Vec::new(),
            images: Vec::new(),
            readings: Vec::new(),
            hits: OnceCell::new(),
            sentences: OnceCell::new(),
            words: OnceCell::new(),
            about: OnceCell::new(),
            readability: OnceCell::new(),
        };
        view.walk();
        view
    }

    /// The article itself.
    #[must_use]
    pub const fn article(&self) -> &'a Article {
        self.article
    }

    /// The passages of the text, in the order in which they are read; biographies come first.
    pub fn passages(&self) -> impl DoubleEndedIterator<Item = Passage<'_>> {
        (0..self.passages.len()).map(|at| Passage::new(self, at))
    }

    /// The headings that open sections, in order.
    #[must_use]
    pub fn headings(&self) -> &[Heading<'a>] {
        &self.headings
    }

    /// The links, in order.
    #[must_use]
    pub fn links(&self) -> &[Link<'a>] {
        &self.links
    }

    /// The pictures, in order.
    #[must_use]
    pub fn images(&self) -> &[Image<'a>] {
        &self.images
    }

    /// The entries of further reading and references, in order.
    #[must_use]
    pub fn readings(&self) -> &[&'a Reading] {
        &self.readings
    }

    /// The day of the check, where it was handed in.
    #[must_use]
    pub const fn today(&self) -> Option<PartialDate> {
        self.context.today
    }

    /// The professional bodies.
    #[must_use]
    pub fn registers(&self) -> &Registers {
        &self.context.registers
    }

    /// The help lines that are known.
    #[must_use]
    pub fn urgent_help(&self) -> &UrgentHelp {
        &self.context.urgent_help
    }

    /// Who hands the article out, where that is known.
    #[must_use]
    pub fn practice(&self) -> Option<&Practice> {
        self.context.practice.as_deref()
    }

    /// Whose emergency numbers apply: as the article says, or else the practice, or else the caller.
    #[must_use]
    pub fn jurisdiction(&self) -> Option<Jurisdiction> {
        let of_practice = || self.practice().and_then(|practice| practice.jurisdiction);
        self.article.metadata.jurisdiction.or_else(of_practice).or(self.context.jurisdiction)
    }

    /// The start of the source, for what is about the article as a whole; unknown where it was built in code.
    #[must_use]
    pub fn start(&self) -> Origin {
        self.article.source.source().map(|source| source.origin(0..0)).unwrap_or_default()
    }

    /// Where the first of some keys that is there stands in the front matter, or in the metadata of JSON; the
    /// start of the source where none is.
    #[must_use]
    pub fn field(&self, keys: &[&str]) -> Origin {
        let found = self.source().and_then(|source| {
            let range = keys.iter().find_map(|key| in_front_matter(source.text(), key))?;
            Some(source.origin(range))
        });
        found.unwrap_or_else(|| self.start())
    }

    /// Where the source says these very words within a place, if it does so once: the place of a safe edit.
    #[must_use]
    pub fn written(&self, within: Origin, words: &str) -> Option<Origin> {
        let source = self.source().filter(|source| within.source() == Some(source.id()));
        let found = place::only(source, within.range(), words)?;
        Some(within.with_range(found))
    }

    /// Where the title stands: in the front matter, or as the first heading.
    pub(super) fn title(&self) -> Origin {
        let field = self.field(&["title"]);
        let source = self.article.source.source();
        if field.range().end > 0 || source.is_none() {
            return field;
        }
        let text = source.map(crate::source::Source::text).unwrap_or_default();
        let start =
            if text.starts_with("# ") { Some(0) } else { text.find("\n# ").map(|at| at + 1) };
        let found = start.zip(source).map(|(start, source)| {
            let length = text[start..].find(['\n', '\r']).unwrap_or(text.len() - start);
            source.origin(start..start + length)
        });
        found.unwrap_or(field)
    }

    /// The words of a list in the text: the passage, and where the word stands in it.
    pub(super) fn hits(
        &self,
        list: List,
    ) -> impl Iterator<Item = (Passage<'_>, Range<usize>, &'static str)> {
        self.hits_of(list).iter().map(|hit| {
            let after = self.passages.partition_point(|data| data.range.start <= hit.range.start);
            let passage = Passage::new(self, after.saturating_sub(1));
            let start = passage.range().start;
            (passage, hit.range.start - start..hit.range.end - start, hit.word)
        })
    }

    /// The words of a list, as ranges of the whole text.
    fn hits_of(&self, list: List) -> &[Hit] {
        self.hits.get_or_init(|| words::find(&self.text)).of(list)
    }

    /// The passages about authors, each with its author and the sentences that say what the author is now.
    pub(super) fn about(&self) -> impl Iterator<Item = (Passage<'_>, &Author, &[Range<usize>])> {
        let all = self.about.get_or_init(|| about::find(self));
        all.iter().filter_map(|about| {
            let passage = Passage::new(self, about.passage);
            Some((passage, about::author(passage)?, &*about.claims))
        })
    }

    /// How hard the text is to read, counted once.
    pub(super) fn readability(&self) -> Option<&Readability> {
        self.readability.get_or_init(|| Readability::of_view(self)).as_ref()
    }

    /// All words as ranges of the text, in order.
    fn word_ranges(&self) -> &[Range<usize>] {
        self.words.get_or_init(|| {
            let mut all = Vec::with_capacity(self.text.len() / 5);
            self.passages().for_each(|passage| passage.push_words(&mut all));
            all
        })
    }

    /// All sentences as ranges of the text, in order.
    fn sentence_ranges(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| {
            let mut all = Vec::new();
            for data in &self.passages {
                sentences::split(&self.text[data.range.clone()], data.range.start, &mut all);
            }
            all
        })
    }
}
