//! Articles that are built in code.

use super::review::review;
use super::{
    Address, Anchors, Article, Author, Block, Cover, Footnote, Language, Metadata, PartialDate,
    Section,
};
use crate::{Error, Result};

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
    /// [`MAX_NESTING`](super::MAX_NESTING) levels; a reference leads to a footnote that is not there;
    /// or two footnotes have the same label. All of these are told at once.
    pub fn build(mut self) -> Result<Article> {
        let mut taken = Anchors::default();
        self.article.sections.iter_mut().for_each(|section| number(section, &mut taken));
        let found = review(&self.article);
        if found.is_empty() { Ok(self.article) } else { Err(Error::content(found)) }
    }
}

fn number(section: &mut Section, taken: &mut Anchors) {
    section.id = taken.take(section.id.clone());
    section.sections.iter_mut().for_each(|inner| number(inner, taken));
}
