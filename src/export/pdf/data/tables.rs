//! Tables in the form of the templates.

use super::columns::{Columns, characters, count};
use super::make::Maker;
use super::nodes::{Block, Run};
use super::tail;
use crate::export::pdf::hyphens::is_british;
use crate::export::pdf::leaflet::POINTS;
use crate::model::{Alignment, Inline, Row};

/// A head of more lines is not repeated.
const TALLEST_HEAD: usize = 6;
/// Rows of more lines may be broken over pages.
const TALLEST_ROW: usize = 8;
/// The space at either side of a column, in steps; as in `blocks.typ`.
const GAP: f64 = 2.0;
/// The same where much stands beside much.
const CLOSE_GAP: f64 = 1.5;
/// Shares are whole numbers, so many for the size of type.
const FINENESS: f64 = 100.0;

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
        // The ends of lines in cells are not known yet.
        let room = std::mem::take(&mut self.room);
        let mut make = |row: &'a Row| {
            let cells = (0..count).map(|at| row.cells.get(at));
            let made =
                cells.map(|cell| cell.map_or_else(Vec::new, |cell| self.runs(&cell.content)));
            made.collect::<Vec<_>>()
        };
        let mut head = make(head);
        let mut rows: Vec<_> = rows.iter().map(make).collect();
        self.room = room;
        let (widths, dense) = self.columns(&mut head, &mut rows);
        let caption = self.runs(caption);
        let align = |at: usize| match columns.get(at) {
            Some(Alignment::Centre) => "center",
            Some(Alignment::End) => "end",
            Some(Alignment::Start) | None => "start",
        };
        let aligns = (0..count).map(align).collect();
        let cell = self.ruler.of(self.ruler.line_length / count);
        let low_head = head.iter().all(|runs| cell.runs(runs) <= TALLEST_HEAD);
        let all: usize = widths.iter().sum();
        let of_column = |(runs, width): (&Vec<Run>, &usize)| {
            self.ruler.of(self.ruler.line_length * width / all).runs(runs)
        };
        let is_low = |row: &Vec<Vec<Run>>| {
            row.iter().zip(&widths).map(of_column).all(|lines| lines <= TALLEST_ROW)
        };
        let whole_rows = rows.iter().all(is_low);
        // The head set again is an artifact, and PDF/UA has no links in those.
        let leads =
            |run: &Run| matches!(run, Run::Link { .. } | Run::Inside { .. } | Run::Note { .. });
        let repeat_head = !head.iter().flatten().any(leads);
        let outer = self.depth == 0;
        out.push(Block::Table {
            widths,
            aligns,
            dense,
            outer,
            head,
            rows,
            caption,
            low_head,
            whole_rows,
            repeat_head,
            ends_page: None,
        });
    }

    /// Shares of the width by what the cells hold, and whether that is set close: in small type, and as wide as the
    /// page.
    fn columns(&self, head: &mut [Vec<Run>], rows: &mut [Vec<Vec<Run>>]) -> (Vec<usize>, bool) {
        let material = self.material;
        let column = material.leaflet.column();
        let columns = Columns::of(material.engine, material.families, head, rows);
        let is_outer = self.depth == 0;
        let mut size = material.arrangement.size(material.leaflet);
        let inset = (column.width - self.measure() * size).max(0.0);
        let step = POINTS * size / 11.5;
        let room = |width: f64, size: f64, gap: f64| {
            (width - inset) / size - gap * count(head.len().saturating_sub(1))
        };
        let (mut gap, mut dense) = (2.0 * GAP * step / size, false);
        let (mut widths, mut fits) = columns.divided(room(column.width, size, gap));
        if !fits {
            let width = if is_outer { column.full_width } else { column.width };
            (size, dense) = (column.small, true);
            gap = 2.0 * CLOSE_GAP * step / size;
            (widths, fits) = columns.divided(room(width, size, gap));
        }
        if fits {
            for row in rows.iter_mut() {
                for (cell, width) in row.iter_mut().zip(&widths) {
                    tail::bound(cell, characters(*width));
                }
            }
        } else {
            let may_be_parted = material.leaflet.may_be_justified();
            let is_british = may_be_parted && is_british(&material.article.metadata.language);
            columns.part(head, &widths, true, is_british);
            for row in rows.iter_mut() {
                columns.part(row, &widths, false, is_british);
            }
        }
        let last = widths.len() - 1;
        let shares = widths.iter().enumerate().map(|(at, width)| {
            let sides = if last == 0 {
                0.0
            } else if at == 0 || at == last {
                0.5
            } else {
                1.0
            };
            share(width + sides * gap)
        });
        (shares.collect(), dense)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width on paper")]
fn share(width: f64) -> usize {
    (FINENESS * width).round().max(1.0) as usize
}
