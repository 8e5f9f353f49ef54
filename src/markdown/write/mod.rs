//! An article into Markdown.

#[cfg_attr(not(test), expect(dead_code, reason = "`markdown::write` comes with the body"))]
pub(super) mod front_matter;
mod yaml;

/// Stands in for `blocks.rs`, which part E writes.
mod blocks {
    use crate::model::{Block, blocks_text};

    pub(super) fn blocks_to_markdown(blocks: &[Block]) -> String {
        let texts = blocks.iter().map(|block| blocks_text(std::slice::from_ref(block)));
        texts.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests;
