//! Articles that are built in code.

use super::{
    Address, Anchor, Article, Author, Block, Cover, Footnote, Inline, Language, MAX_NESTING,
    Metadata, PartialDate, Section,
    visit::{self, Visit},
};
use crate::diagnostic::{Code, Diagnostic};
use crate::{Error, Result};
use std::collections::BTreeSet;

/// Builds an [`Article`] without Markdown; [`ArticleBuilder::build`] checks that it is one.
///
/// ```
/// use offprint::model::{Article, Author, Section};
///
/// let article = Article::builder("On Grief")
///     .author(Author::new("Imogen Example"))
///     .paragraph("It takes the time it takes.")
///     .section(Section::new("What helps"))
///     .build()?;
/// assert_eq!(article.sections.len(), 1);
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "call `build` to make the article"]
pub struct ArticleBuilder {
    article: Article,
}

impl ArticleBuilder {
    pub(super) fn new(title: impl Into<String>) -> Self {
        Self { article: Article { metadata: Metadata::new(title), ..Article::default() } }
    }

    /// Replaces everything that is known besides the text, the title too.
    pub fn metadata(mut self, metadata: Metadata) -> Self {
        self.article.metadata = metadata;
        self
    }

    /// What it is called besides.
    pub fn subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.article.metadata.subtitle = Some(subtitle.into());
        self
    }

    /// What it says, in a sentence or two.
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        self.article.metadata.summary = Some(summary.into());
        self
    }

    /// The language it is written in.
    pub fn language(mut self, language: Language) -> Self {
        self.article.metadata.language = language;
        self
    }

    /// When it was first published.
    pub fn published(mut self, published: PartialDate) -> Self {
        self.article.metadata.published = Some(published);
        self
    }

    /// Its address on the web.
    pub fn canonical(mut self, canonical: Address) -> Self {
        self.article.metadata.canonical = Some(canonical);
        self
    }

    /// The picture on its front.
    pub fn cover(mut self, cover: Cover) -> Self {
        self.article.metadata.cover = Some(cover);
        self
    }

    /// Adds an author.
    pub fn author(mut self, author: Author) -> Self {
        self.article.authors.push(author);
        self
    }

    /// Adds a paragraph of plain text before the sections.
    pub fn paragraph(self, text: impl Into<String>) -> Self {
        self.block(Block::paragraph(text))
    }

    /// Adds a block before the sections.
    pub fn block(mut self, block: Block) -> Self {
        self.article.lead.push(block);
        self
    }

    /// Adds a section. Where another has its id, a number is added to it.
    pub fn section(mut self, section: Section) -> Self {
        self.article.sections.push(section);
        self
    }

    /// Adds a footnote.
    pub fn footnote(mut self, footnote: Footnote) -> Self {
        self.article.footnotes.push(footnote);
        self
    }

    /// The article, with unique ids.
    ///
    /// # Errors
    ///
    /// The title is empty; there is no text; something stands deeper than
    /// [`MAX_NESTING`] levels; or a reference leads to a footnote that is not there. All of these
    /// are told at once.
    pub fn build(mut self) -> Result<Article> {
        let mut taken = BTreeSet::new();
        self.article.sections.iter_mut().for_each(|section| number(section, &mut taken));
        let labels = self.article.footnotes.iter().map(|note| &note.label).collect();
        let mut review = Review { labels, ..Review::default() };
        if self.article.metadata.title.trim().is_empty() {
            review.found.push(Diagnostic::new(Code::MissingTitle, "the title is empty"));
        }
        if self.article.lead.is_empty() && self.article.sections.is_empty() {
            review.found.push(Diagnostic::new(Code::NothingToRead, "the article has no text"));
        }
        review.article(&self.article);
        if review.found.is_empty() { Ok(self.article) } else { Err(Error::content(review.found)) }
    }
}

fn number(section: &mut Section, taken: &mut BTreeSet<Anchor>) {
    section.id = section.id.clone().unique(taken);
    section.sections.iter_mut().for_each(|inner| number(inner, taken));
}

/// What stands inside what is counted for sections, blocks and inlines on their own.
#[derive(Default)]
struct Review<'a> {
    labels: BTreeSet<&'a Anchor>,
    sections: usize,
    blocks: usize,
    inlines: usize,
    found: Vec<Diagnostic>,
}

impl Review<'_> {
    fn enter(&mut self, depth: fn(&mut Self) -> &mut usize, walk: impl FnOnce(&mut Self)) {
        *depth(self) += 1;
        if *depth(self) == MAX_NESTING + 1 {
            self.found.push(Diagnostic::new(
                Code::NestingTooDeep,
                format!("something stands more than {MAX_NESTING} levels deep"),
            ));
        } else {
            walk(self);
        }
        *depth(self) -= 1;
    }
}

impl<'a> Visit<'a> for Review<'a> {
    fn section(&mut self, node: &'a Section) {
        self.enter(|review| &mut review.sections, |review| visit::section(review, node));
    }

    fn block(&mut self, node: &'a Block) {
        self.enter(|review| &mut review.blocks, |review| visit::block(review, node));
    }

    fn inline(&mut self, node: &'a Inline) {
        if let Inline::FootnoteReference { label, .. } = node
            && !self.labels.contains(label)
        {
            self.found.push(Diagnostic::new(
                Code::UnusedFootnote,
                format!("a reference leads to the footnote `{label}`, which is not there"),
            ));
        }
        self.enter(|review| &mut review.inlines, |review| visit::inline(review, node));
    }
}
