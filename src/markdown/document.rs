//! A text as it was read, before it is an article.

use super::frame::HeadingAttributes;
use crate::model::{Block, Footnote, Inline};
use crate::source::Origin;

/// A heading at the top level of a text, with the blocks up to the next.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) level: u8,
    pub(super) attributes: Option<Box<HeadingAttributes>>,
    pub(super) heading: Vec<Inline>,
    pub(super) blocks: Vec<Block>,
    /// Of the heading.
    pub(super) origin: Origin,
}

/// A text, before it is put into sections.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// What stands before the first heading.
    pub(super) lead: Vec<Block>,
    pub(super) parts: Vec<Part>,
    /// In the order of the text.
    pub(super) footnotes: Vec<Footnote>,
    /// Whether a comment speaks of suppression.
    pub(super) suppresses: bool,
    /// Whether an empty comment stands before everything else: what follows is no byline.
    pub(super) separated: bool,
}

impl Document {
    /// The blocks behind the last heading.
    pub(super) fn last_blocks(&mut self) -> &mut Vec<Block> {
        self.parts.last_mut().map_or(&mut self.lead, |part| &mut part.blocks)
    }

    /// Whether nothing but headings and comments has been met yet, these blocks behind the last heading among them.
    pub(super) fn has_no_text(&self, last: &[Block]) -> bool {
        let parts = self.parts.iter().flat_map(|part| &part.blocks);
        self.lead.iter().chain(parts).chain(last).all(is_comment)
    }
}

pub(super) const fn is_comment(block: &Block) -> bool {
    matches!(block, Block::Comment { .. })
}
