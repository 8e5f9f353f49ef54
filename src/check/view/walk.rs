//! The one walk through an article.

use super::passage::{Around, Data, PassageKind};
use super::place::Piece;
use super::span::{Span, SpanKind};
use super::{Heading, Image, Link, View};
use crate::model::{Block, Inline, Section};
use crate::source::{Origin, Source};

impl<'a> View<'a> {
    pub(super) const fn source(&self) -> Option<&'a Source> {
        self.article.source.source()
    }

    pub(super) fn walk(&mut self) {
        let article = self.article;
        for author in &article.authors {
            let around = Around { author: Some(author), ..Around::default() };
            self.blocks(&author.biography, around);
        }
        self.blocks(&article.lead, Around::default());
        article.sections.iter().for_each(|section| self.section(section, 2));
        for note in &article.footnotes {
            self.blocks(&note.content, Around { is_note: true, ..Around::default() });
        }
    }

    fn section(&mut self, section: &'a Section, level: usize) {
        let around = Around { section: Some(section), ..Around::default() };
        self.headings.push(Heading { section, level });
        self.passage(PassageKind::Heading, &section.heading, around, section.origin);
        self.blocks(&section.content, around);
        section.sections.iter().for_each(|inner| self.section(inner, level + 1));
    }

    fn blocks(&mut self, blocks: &'a [Block], around: Around<'a>) {
        blocks.iter().for_each(|block| self.block(block, around));
    }

    fn block(&mut self, block: &'a Block, around: Around<'a>) {
        let origin = block.origin();
        let alone = Around { paragraph: PassageKind::Paragraph, ..around };
        let listed = Around { paragraph: PassageKind::Point, ..around };
        match block {
            Block::Paragraph { content, .. } => {
                self.passage(around.paragraph, content, around, origin);
            }
            Block::Heading { content, .. } => {
                self.passage(PassageKind::Heading, content, around, origin);
            }
            Block::Quotation { content, .. } => {
                self.blocks(content, Around { is_quoted: true, ..alone });
            }
            Block::Callout { callout, content, .. } => {
                self.blocks(content, Around { callout: Some(*callout), ..alone });
            }
            Block::Vignette { nature, content, .. } => {
                self.blocks(content, Around { vignette: Some(*nature), ..alone });
            }
            Block::Division { content, language, .. } => {
                let is_foreign = around.is_foreign || language.is_some();
                self.blocks(content, Around { is_foreign, ..around });
            }
            Block::List { items, .. } => {
                items.iter().for_each(|item| self.blocks(&item.content, listed));
            }
            Block::DefinitionList { items, .. } => {
                for item in items {
                    self.passage(PassageKind::Term, &item.term, around, origin);
                    item.definitions.iter().for_each(|blocks| self.blocks(blocks, listed));
                }
            }
            Block::Table { head, rows, caption, .. } => {
                self.passage(PassageKind::Caption, caption, around, origin);
                for cell in std::iter::once(head).chain(rows).flat_map(|row| &row.cells) {
                    self.passage(PassageKind::Cell, &cell.content, around, origin);
                }
            }
            Block::Figure { address, alt, caption, .. } => {
                self.images.push(Image { address, alt: alt.as_deref(), caption, origin });
                self.passage(PassageKind::Caption, caption, around, origin);
            }
            Block::Details { summary, content, .. } => {
                self.passage(PassageKind::Summary, summary, around, origin);
                self.blocks(content, around);
            }
            Block::ReadingList { entries, .. } => {
                for entry in entries {
                    self.readings.push(entry);
                    self.passage(PassageKind::Reading, &entry.content, around, entry.origin);
                }
            }
            Block::Code { .. } | Block::ThematicBreak { .. } | Block::Comment { .. } => {}
        }
    }

    fn passage(
        &mut self,
        kind: PassageKind,
        content: &'a [Inline],
        around: Around<'a>,
        origin: Origin,
    ) {
        let (start, first, span) = (self.text.len(), self.pieces.len(), self.spans.len());
        self.inlines(content, around);
        if self.text.len() == start {
            self.spans.truncate(span);
            return;
        }
        let range = start..self.text.len();
        self.text.push('\n');
        let pieces = first..self.pieces.len();
        let spans = span..self.spans.len();
        self.passages.push(Data { range, pieces, spans, kind, around, origin });
    }

    fn inlines(&mut self, content: &'a [Inline], around: Around<'a>) {
        for inline in content {
            let span = self.span(inline);
            match inline {
                Inline::Text { text, origin } | Inline::Code { text, origin } => {
                    let start = self.text.len();
                    self.text.push_str(text);
                    self.pieces.push(Piece { range: start..self.text.len(), origin: *origin });
                }
                Inline::LineBreak { .. } | Inline::SoftBreak { .. } => self.text.push(' '),
                Inline::Image { address, alt, origin, .. } => {
                    let (alt, origin) = (alt.as_deref(), *origin);
                    self.images.push(Image { address, alt, caption: &[], origin });
                }
                Inline::Link { address, content, origin, .. } => {
                    let (section, origin) = (around.section, *origin);
                    self.links.push(Link { address, content, section, origin });
                    self.inlines(content, around);
                }
                other => self.inlines(other.content(), around),
            }
            if let Some(at) = span {
                self.spans[at].range.end = self.text.len();
            }
        }
    }

    /// Opens the span that a piece of markup is.
    fn span(&mut self, inline: &'a Inline) -> Option<usize> {
        let kind = match inline {
            Inline::Code { .. } | Inline::Keyboard { .. } => SpanKind::Code,
            Inline::Emphasis { .. } => SpanKind::Emphasis,
            Inline::Link { .. } => SpanKind::Link,
            Inline::Abbreviation { .. } => SpanKind::Abbreviation,
            Inline::Span { language: Some(_), .. } => SpanKind::Foreign,
            _ => return None,
        };
        let start = self.text.len();
        self.spans.push(Span { range: start..start, kind });
        Some(self.spans.len() - 1)
    }
}
