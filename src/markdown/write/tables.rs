//! Tables with pipes.

use super::inlines::{self, Holder};
use crate::model::{Alignment, Row};

/// The longest cell of a table whose columns are lined up.
const MAX_LINED_UP: usize = 30;

pub(super) fn write(columns: &[Alignment], head: &Row, rows: &[Row]) -> String {
    let texts = |row: &Row| -> Vec<String> {
        let cell = |index: usize| row.cells.get(index).map(|cell| &cell.content[..]);
        (0..columns.len())
            .map(|index| inlines::write(cell(index).unwrap_or_default(), Holder::Cell))
            .collect()
    };
    let mut lines: Vec<Vec<String>> = std::iter::once(head).chain(rows).map(texts).collect();
    let width = |index: usize| lines.iter().map(|line| line[index].chars().count()).max();
    let widths: Vec<usize> =
        (0..columns.len()).map(|index| width(index).unwrap_or_default().max(3)).collect();
    let is_lined_up = widths.iter().all(|width| *width <= MAX_LINED_UP);
    let widths = if is_lined_up { widths } else { vec![3; columns.len()] };
    lines.insert(
        1,
        columns.iter().zip(&widths).map(|(column, width)| rule(*column, *width)).collect(),
    );
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push('|');
        for ((cell, column), width) in line.iter().zip(columns).zip(&widths) {
            let width = if is_lined_up { *width } else { 0 };
            out.push(' ');
            push_padded(cell, *column, width, &mut out);
            out.push_str(" |");
        }
    }
    out
}

/// The dashes under the head that tell how a column is aligned.
fn rule(column: Alignment, width: usize) -> String {
    match column {
        Alignment::Start => "-".repeat(width),
        Alignment::Centre => format!(":{}:", "-".repeat(width - 2)),
        Alignment::End => format!("{}:", "-".repeat(width - 1)),
    }
}

fn push_padded(cell: &str, column: Alignment, width: usize, out: &mut String) {
    let space = width.saturating_sub(cell.chars().count());
    let before = match column {
        Alignment::Start => 0,
        Alignment::Centre => space / 2,
        Alignment::End => space,
    };
    out.push_str(&" ".repeat(before));
    out.push_str(cell);
    out.push_str(&" ".repeat(space - before));
}
