//! Whether the points of a list stand close together: one rule for reading and for writing.

use crate::model::{Block, Inline, ListItem};

/// Whether a list counts as tight.
///
/// Markdown shows it by blank lines alone, and only around paragraphs. So a list without any is tight; one
/// that cannot do without blank lines is loose; and one point with one block has no place for a blank line.
pub(in crate::markdown) fn normal_tight(tight: bool, items: &[ListItem]) -> bool {
    let is_paragraph = |block: &Block| matches!(block, Block::Paragraph { .. });
    if !items.iter().any(|item| item.content.iter().any(is_paragraph)) {
        return true;
    }
    if items.iter().any(|item| has_blank_line(&item.content)) {
        return false;
    }
    // An empty point takes no blank line behind it.
    let has_room = items.iter().any(|item| item.content.len() > 1)
        || items.iter().rev().skip(1).any(|item| !item.content.is_empty());
    tight || !has_room
}

/// Whether some blocks of one point cannot be written without a blank line between or in them.
fn has_blank_line(blocks: &[Block]) -> bool {
    blocks.iter().any(holds_blank_line)
        || blocks.windows(2).any(|pair| match pair {
            [above, below] => !stand_close(above, below),
            _ => false,
        })
}

/// Whether a block is written as several, with blank lines between.
fn holds_blank_line(block: &Block) -> bool {
    match block {
        Block::Details { .. } | Block::Division { .. } | Block::DefinitionList { .. } => true,
        Block::Figure { caption, .. } => !is_plain(caption),
        Block::Table { caption, .. } => !caption.is_empty(),
        _ => false,
    }
}

/// Whether a caption can be the title of a picture, in which runs of white space are one space.
pub(in crate::markdown) fn is_plain(caption: &[Inline]) -> bool {
    match caption {
        [] => true,
        [Inline::Text { text, .. }] => {
            text.split(char::is_whitespace).all(|word| !word.is_empty())
                && text.chars().all(|c| c == ' ' || !c.is_whitespace())
        }
        _ => false,
    }
}

/// Whether a block can follow another on the next line.
pub(in crate::markdown) fn stand_close(above: &Block, below: &Block) -> bool {
    if holds_blank_line(above) || holds_blank_line(below) {
        return false;
    }
    match above {
        Block::Heading { .. }
        | Block::Code { .. }
        | Block::ThematicBreak { .. }
        | Block::Comment { .. } => true,
        // The reader would put a comment before the paragraph that it interrupts.
        Block::Paragraph { .. } => !matches!(below, Block::Comment { .. }) && interrupts(below),
        Block::List { .. } => interrupts(below),
        Block::Quotation { .. } | Block::Callout { .. } | Block::Vignette { .. } => {
            !is_quoted(below) && interrupts(below)
        }
        _ => false,
    }
}

/// Whether a block begins even where a paragraph has not ended.
fn interrupts(block: &Block) -> bool {
    match block {
        Block::Heading { .. }
        | Block::Code { .. }
        | Block::ThematicBreak { .. }
        | Block::Comment { .. } => true,
        Block::List { start, items, .. } => {
            let begins = items.first().and_then(|item| item.content.first());
            matches!(start, None | Some(1)) && matches!(begins, Some(Block::Paragraph { .. }))
        }
        block => is_quoted(block),
    }
}

const fn is_quoted(block: &Block) -> bool {
    matches!(block, Block::Quotation { .. } | Block::Callout { .. } | Block::Vignette { .. })
}
