//! Tables in the form of the templates.

use super::make::Maker;
use super::nodes::{Block, Run};
use crate::model::{Alignment, Inline, Row, inlines_text};

/// A head of more lines is not repeated.
const TALLEST_HEAD: usize = 6;

impl<'a> Maker<'a> {
    pub(super) fn table(
        &mut self,
        columns: &[Alignment],
        head: &'a Row,
        rows: &'a [Row],
        caption: &'a [Inline],
        out: &mut Vec<Block>,
    ) {
        let lengths = |row: &Row| row.cells.len();
        let count = rows.iter().map(lengths).chain([lengths(head), columns.len()]).max();
        let count = count.unwrap_or(0);
        if count == 0 {
            return;
        }
        let widths = widths(count, std::iter::once(head).chain(rows));
        let line = self.material.leaflet.line_length();
        let all: usize = widths.iter().sum();
        let usual = self.longest_word;
        let mut make = |row: &'a Row| {
            let cells = (0..count).map(|at| {
                let cell = row.cells.get(at);
                // Words longer than their column would run into the next one.
                self.longest_word = (line * widths[at] / all).saturating_sub(2).clamp(4, usual);
                cell.map_or_else(Vec::new, |cell| self.runs(&cell.content))
            });
            cells.collect::<Vec<_>>()
        };
        let head = make(head);
        let rows = rows.iter().map(make).collect();
        self.longest_word = usual;
        let caption = self.runs(caption);
        let align = |at: usize| match columns.get(at) {
            Some(Alignment::Centre) => "center",
            Some(Alignment::End) => "end",
            Some(Alignment::Start) | None => "start",
        };
        let aligns = (0..count).map(align).collect();
        let cell = self.ruler.of(line / count);
        let low_head = head.iter().all(|runs| cell.runs(runs) <= TALLEST_HEAD);
        // The head set again is an artifact, and PDF/UA has no links in those.
        let leads =
            |run: &Run| matches!(run, Run::Link { .. } | Run::Inside { .. } | Run::Note { .. });
        let repeat_head = !head.iter().flatten().any(leads);
        out.push(Block::Table { widths, aligns, head, rows, caption, low_head, repeat_head });
    }
}

/// Shares of the width by what the cells hold: each column at least its longest word, long ones
/// more, but none all of it.
fn widths<'r>(count: usize, rows: impl Iterator<Item = &'r Row>) -> Vec<usize> {
    const LEAST: usize = 4;
    const MOST: usize = 36;
    let mut widths = vec![LEAST; count];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(&row.cells) {
            let text = inlines_text(&cell.content);
            let whole = text.chars().count().min(MOST);
            let word = text.split_whitespace().map(|word| word.chars().count()).max();
            *width = (*width).max(whole).max(word.unwrap_or(0).min(MOST));
        }
    }
    widths
}
