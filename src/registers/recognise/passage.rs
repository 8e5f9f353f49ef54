//! Blocks as running text that still knows where it was read.

use crate::model::{Block, Inline};
use crate::source::{Origin, Source};
use std::ops::Range;

/// A paragraph, a point of a list, a cell: text that is read on its own.
#[derive(Default)]
pub(super) struct Passage {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

struct Piece {
    start: usize,
    origin: Origin,
    /// Whether the source has the very same characters, so that a part of them has a place of its own.
    is_exact: bool,
}

impl Passage {
    /// Where a part of the text was read.
    pub(super) fn origin(&self, range: Range<usize>) -> Origin {
        let piece = |at: usize| {
            let next = self.pieces.partition_point(|piece| piece.start <= at);
            next.checked_sub(1).and_then(|at| self.pieces.get(at))
        };
        let (Some(first), Some(last)) = (piece(range.start), piece(range.end.saturating_sub(1)))
        else {
            return Origin::default();
        };
        let (mut start, mut end) = (first.origin.range().start, last.origin.range().end);
        if first.is_exact {
            start += range.start - first.start;
        }
        if last.is_exact {
            end = last.origin.range().start + (range.end - last.start);
        }
        first.origin.with_range(start..end.max(start))
    }

    fn push(&mut self, text: &str, origin: Origin, source: &Source) {
        let is_exact = source.text().get(origin.range()) == Some(text);
        self.pieces.push(Piece { start: self.text.len(), origin, is_exact });
        self.text.push_str(text);
    }

    /// What is quoted, struck out, or in another language is nothing that the author says here.
    fn inlines(&mut self, inlines: &[Inline], source: &Source) {
        for inline in inlines {
            match inline {
                Inline::Text { text, origin } | Inline::Code { text, origin } => {
                    self.push(text, *origin, source);
                }
                Inline::SoftBreak { origin } => self.push(" ", *origin, source),
                // A new line in an address or a list of letters ends what stood before.
                Inline::LineBreak { origin } => self.push(" ; ", *origin, source),
                Inline::Emphasis { content, .. }
                | Inline::Strong { content, .. }
                | Inline::Mark { content, .. }
                | Inline::Abbreviation { content, .. }
                | Inline::Link { content, .. }
                | Inline::Span { content, language: None, .. } => self.inlines(content, source),
                Inline::Span { origin, .. } => self.push(" ; ", *origin, source),
                Inline::Strikethrough { .. }
                | Inline::Superscript { .. }
                | Inline::Subscript { .. }
                | Inline::Keyboard { .. }
                | Inline::Image { .. }
                | Inline::FootnoteReference { .. } => {}
            }
        }
    }
}

/// The passages of some blocks, in order. Quotations, vignettes and code are somebody else's words.
pub(super) fn passages(blocks: &[Block], source: &Source, out: &mut Vec<Passage>) {
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
                line(content, source, out);
            }
            Block::Callout { content, .. }
            | Block::Details { content, .. }
            | Block::Division { content, language: None, .. } => passages(content, source, out),
            Block::List { items, .. } => {
                items.iter().for_each(|item| passages(&item.content, source, out));
            }
            Block::DefinitionList { items, .. } => {
                for item in items {
                    line(&item.term, source, out);
                    item.definitions.iter().for_each(|blocks| passages(blocks, source, out));
                }
            }
            Block::Table { rows, .. } => {
                rows.iter().flat_map(|row| &row.cells).for_each(|c| line(&c.content, source, out));
            }
            Block::Quotation { .. }
            | Block::Vignette { .. }
            | Block::Division { .. }
            | Block::Code { .. }
            | Block::Figure { .. }
            | Block::ReadingList { .. }
            | Block::ThematicBreak { .. }
            | Block::Comment { .. } => {}
        }
    }
}

pub(super) fn line(content: &[Inline], source: &Source, out: &mut Vec<Passage>) {
    let mut passage = Passage::default();
    passage.inlines(content, source);
    if !passage.text.trim().is_empty() {
        out.push(passage);
    }
}
