//! Walking through an article.
//!
//! Implement the methods you care about; each default walks on into what is inside. A method of your
//! own that wants the inside too calls the function of the same name here.
//!
//! ```
//! use offprint::Source;
//! use offprint::model::{Inline, visit::{self, Visit}};
//!
//! #[derive(Default)]
//! struct Links(Vec<String>);
//!
//! impl<'a> Visit<'a> for Links {
//!     fn inline(&mut self, inline: &'a Inline) {
//!         if let Inline::Link { address, .. } = inline {
//!             self.0.push(address.to_string());
//!         }
//!         visit::inline(self, inline);
//!     }
//! }
//!
//! let source = Source::new("a.md", "# A\n\n- [one](https://example.org/1)\n- [two](tel:116123)\n");
//! let article = offprint::parse(&source)?.value;
//! let mut links = Links::default();
//! links.article(&article);
//! assert_eq!(links.0, ["https://example.org/1", "tel:116123"]);
//! # Ok::<(), offprint::Error>(())
//! ```

use super::{Article, Author, Block, Footnote, Inline, Reading, Section};

/// Visits every node of an article, in the order in which it is read.
pub trait Visit<'a> {
    /// The whole article.
    fn article(&mut self, node: &'a Article) {
        article(self, node);
    }

    /// An author.
    fn author(&mut self, node: &'a Author) {
        author(self, node);
    }

    /// A section.
    fn section(&mut self, node: &'a Section) {
        section(self, node);
    }

    /// A block.
    fn block(&mut self, node: &'a Block) {
        block(self, node);
    }

    /// An inline.
    fn inline(&mut self, node: &'a Inline) {
        inline(self, node);
    }

    /// A footnote.
    fn footnote(&mut self, node: &'a Footnote) {
        footnote(self, node);
    }

    /// An entry of further reading.
    fn reading(&mut self, node: &'a Reading) {
        reading(self, node);
    }
}

/// Walks into authors, lead, sections and footnotes.
pub fn article<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, node: &'a Article) {
    node.authors.iter().for_each(|author| visitor.author(author));
    blocks(visitor, &node.lead);
    node.sections.iter().for_each(|section| visitor.section(section));
    node.footnotes.iter().for_each(|footnote| visitor.footnote(footnote));
}

/// Walks into the biography.
pub fn author<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, node: &'a Author) {
    blocks(visitor, &node.biography);
}

/// Walks into heading, content and inner sections.
pub fn section<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, node: &'a Section) {
    inlines(visitor, &node.heading);
    blocks(visitor, &node.content);
    node.sections.iter().for_each(|section| visitor.section(section));
}

/// Walks into what a block holds.
pub fn block<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, node: &'a Block) {
    match node {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
            inlines(visitor, content);
        }
        Block::Quotation { content, .. }
        | Block::Callout { content, .. }
        | Block::Vignette { content, .. }
        | Block::Division { content, .. } => blocks(visitor, content),
        Block::List { items, .. } => items.iter().for_each(|item| blocks(visitor, &item.content)),
        Block::DefinitionList { items, .. } => {
            for item in items {
                inlines(visitor, &item.term);
                item.definitions.iter().for_each(|definition| blocks(visitor, definition));
            }
        }
        Block::Table { head, rows, caption, .. } => {
            inlines(visitor, caption);
            for cell in std::iter::once(head).chain(rows).flat_map(|row| &row.cells) {
                inlines(visitor, &cell.content);
            }
        }
        Block::Figure { caption, .. } => inlines(visitor, caption),
        Block::Details { summary, content, .. } => {
            inlines(visitor, summary);
            blocks(visitor, content);
        }
        Block::ReadingList { entries, .. } => {
            entries.iter().for_each(|entry| visitor.reading(entry));
        }
        Block::Code { .. } | Block::ThematicBreak { .. } | Block::Comment { .. } => {}
    }
}

/// Walks into the phrases inside.
pub fn inline<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, node: &'a Inline) {
    inlines(visitor, node.content());
}

/// Walks into the note.
pub fn footnote<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, node: &'a Footnote) {
    blocks(visitor, &node.content);
}

/// Walks into the line.
pub fn reading<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, node: &'a Reading) {
    inlines(visitor, &node.content);
}

fn blocks<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, nodes: &'a [Block]) {
    nodes.iter().for_each(|block| visitor.block(block));
}

fn inlines<'a, V: Visit<'a> + ?Sized>(visitor: &mut V, nodes: &'a [Inline]) {
    nodes.iter().for_each(|inline| visitor.inline(inline));
}
