//! How many lines blocks take, roughly, so that only what fits on a page is kept on one page.

use super::Line;
use super::nodes::{Block, Entry, Item, Run};
use crate::export::pdf::hyphens::SOFT_HYPHEN;

/// Lines that a picture and the space around it take at most.
const PICTURE: usize = 20;

/// Lines of so many characters.
#[derive(Clone, Copy)]
pub(super) struct Ruler {
    pub(super) line_length: usize,
    pub(super) page_length: usize,
}

impl Ruler {
    /// The same for shorter lines.
    pub(super) fn of(self, line_length: usize) -> Self {
        Self { line_length: line_length.max(4), ..self }
    }

    pub(super) fn blocks(self, blocks: &[Block]) -> usize {
        blocks.iter().map(|block| self.block(block)).sum()
    }

    fn block(self, block: &Block) -> usize {
        match block {
            Block::Paragraph { runs, .. } => self.runs(runs) + 1,
            Block::Heading { runs, .. } | Block::Caption { runs, .. } => 2 * self.runs(runs) + 1,
            Block::Together { content, .. }
            | Block::Quotation { content }
            | Block::Box { content, .. }
            | Block::Vignette { content, .. }
            | Block::Division { content, .. } => self.blocks(content) + 3,
            Block::List { items, .. } => {
                let inner = self.of(self.line_length.saturating_sub(4));
                let item = |item: &Item| inner.blocks(&item.content).max(1);
                items.iter().map(item).sum()
            }
            Block::Definitions { items } => {
                items.iter().map(|item| self.runs(&item.term) + self.blocks(&item.content)).sum()
            }
            Block::Code { text, .. } => text.lines().map(|line| self.text(line)).sum::<usize>() + 3,
            Block::Table { head, rows, widths, caption, .. } => {
                let cell = self.of(self.line_length / widths.len().max(1));
                let rows = std::iter::once(head).chain(rows);
                let row = |row: &Vec<Vec<Run>>| {
                    row.iter().map(|runs| cell.runs(runs)).max().unwrap_or(1) + 1
                };
                rows.map(row).sum::<usize>() + self.runs(caption) + 2
            }
            Block::Figure { caption, .. } => PICTURE + self.runs(caption),
            Block::Absent { alt, caption, .. } => self.text(alt) + self.runs(caption) + 6,
            Block::Details { summary, content } => self.runs(summary) + self.blocks(content) + 3,
            Block::Readings { entries, .. } => {
                entries.iter().map(|Entry { runs, .. }| self.runs(runs) + 2).sum()
            }
            Block::Registers { lines } => {
                // They are set small, and close.
                lines.iter().map(|Line { text, .. }| self.text(text)).sum()
            }
            Block::Break => 3,
            Block::Imprint => 16,
            Block::Turn => 0,
        }
    }

    /// At least one.
    pub(super) fn runs(self, runs: &[Run]) -> usize {
        let (mut lines, mut characters) = (1, 0);
        self.count(runs, &mut lines, &mut characters);
        lines + characters / self.line_length
    }

    fn count(self, runs: &[Run], lines: &mut usize, characters: &mut usize) {
        for run in runs {
            match run {
                Run::Text { text, .. } => {
                    *characters += text.chars().filter(|c| *c != SOFT_HYPHEN).count();
                }
                Run::Break => {
                    *lines += 1 + *characters / self.line_length;
                    *characters = 0;
                }
                Run::Link { runs, .. } | Run::Inside { runs, .. } => {
                    self.count(runs, lines, characters);
                }
                // Its words stand at the foot of the same page.
                Run::Note { .. } => *lines += 3,
                Run::Image { .. } => *lines += 1,
                Run::Mark { .. } => {}
            }
        }
    }

    pub(super) fn text(self, text: &str) -> usize {
        1 + text.chars().count() / self.line_length
    }
}
