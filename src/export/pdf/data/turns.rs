//! Pages that begin where the typesetter would have begun none.

use super::nodes::{Block, Run};
use super::sections::announces;

/// Begins a page with each block that refers to one of these notes first, and with what announces it.
pub(super) fn turn(blocks: &mut Vec<Block>, notes: &[String]) {
    for key in notes {
        let Some(at) = blocks.iter().position(|block| holds(block, key)) else { continue };
        let before = blocks[..at].iter().rposition(|block| !announces(block));
        blocks.insert(before.map_or(0, |before| before + 1), Block::Turn);
    }
}

fn holds(block: &Block, key: &str) -> bool {
    let any = |blocks: &[Block]| blocks.iter().any(|block| holds(block, key));
    match block {
        Block::Paragraph { runs, .. }
        | Block::Heading { runs, .. }
        | Block::Caption { runs, .. }
        | Block::Figure { caption: runs, .. }
        | Block::Absent { caption: runs, .. } => refers(runs, key),
        Block::Together { content, .. }
        | Block::Quotation { content }
        | Block::Box { content, .. }
        | Block::Vignette { content, .. }
        | Block::Division { content, .. } => any(content),
        Block::Details { summary, content } => refers(summary, key) || any(content),
        Block::List { items, .. } => items.iter().any(|item| any(&item.content)),
        Block::Definitions { items } => {
            items.iter().any(|item| refers(&item.term, key) || any(&item.content))
        }
        Block::Table { head, rows, caption, .. } => {
            let mut cells = head.iter().chain(rows.iter().flatten());
            refers(caption, key) || cells.any(|runs| refers(runs, key))
        }
        Block::Readings { entries, .. } => entries.iter().any(|entry| refers(&entry.runs, key)),
        Block::Code { .. }
        | Block::Registers { .. }
        | Block::Imprint
        | Block::Break
        | Block::Turn => false,
    }
}

fn refers(runs: &[Run], key: &str) -> bool {
    runs.iter().any(|run| matches!(run, Run::Note { key: known, first: true } if known == key))
}
