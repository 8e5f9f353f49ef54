//! How wide the columns of a table are: each word has room where that can be, and what is short stays on one line.

use super::nodes::Run;
use crate::export::pdf::advances::{Advances, Cut, REGULAR};
use crate::export::pdf::face::Families;
use crate::export::pdf::glyphs::{BREAK, with_breaks};
use crate::export::pdf::hyphens::{SOFT_HYPHEN, with_hyphens_in_all};
use crate::export::pdf::spaces::NO_BREAK;
use crate::export::pdf::world::Engine;
use std::sync::Arc;

const BOLD: Cut = Cut { weight: 700, italic: false };
/// For a character that no face has.
const USUAL: f64 = 0.5;
/// A head of several words may have more lines than what stands under it.
const HEAD: f64 = 0.5;
/// What holds more than this is not wider for it.
const LONGEST: f64 = 24.0;
/// Sums of widths are as true as this.
const SLACK: f64 = 1.02;

/// What columns hold; as parts of the size of type.
pub(super) struct Columns {
    regular: Arc<Advances>,
    bold: Arc<Advances>,
    all: Vec<Column>,
}

#[derive(Clone, Copy, Default)]
struct Column {
    /// The widest word.
    least: f64,
    /// All of a cell on one line.
    whole: f64,
}

impl Columns {
    pub(super) fn of(
        engine: &Engine,
        families: &Families,
        head: &[Vec<Run>],
        rows: &[Vec<Vec<Run>>],
    ) -> Self {
        let cut = |cut| engine.advances(families.text(), cut);
        let all = vec![Column::default(); head.len()];
        let mut columns = Self { regular: cut(REGULAR), bold: cut(BOLD), all };
        columns.read(head, &columns.bold.clone(), HEAD);
        for row in rows {
            columns.read(row, &columns.regular.clone(), 1.0);
        }
        columns
    }

    fn read(&mut self, row: &[Vec<Run>], advances: &Advances, share: f64) {
        for (column, cell) in self.all.iter_mut().zip(row) {
            let mut text = String::new();
            texts(cell, &mut text);
            let text = text.as_str();
            let words = text.split([' ', BREAK]).flat_map(|word| word.split_inclusive('-'));
            let least = words.map(|word| width(advances, word)).fold(0.0, f64::max);
            column.least = column.least.max(least);
            column.whole = column.whole.max(least).max(share * width(advances, text).min(LONGEST));
        }
    }

    /// What columns get of so much room, and whether each word has room in its own.
    pub(super) fn divided(&self, room: f64) -> (Vec<f64>, bool) {
        let least = || self.all.iter().map(|column| column.least);
        let spare = room - least().sum::<f64>();
        if spare < 0.0 {
            let cap = cap(least().collect(), room);
            return (least().map(|least| least.min(cap)).collect(), false);
        }
        // The least wanting come first, and get what they want where it is no more than their part.
        let mut wanting: Vec<usize> = (0..self.all.len()).collect();
        let wants = |at: usize| self.all[at].whole - self.all[at].least;
        wanting.sort_by(|a, b| wants(*a).total_cmp(&wants(*b)));
        let mut widths: Vec<f64> = least().collect();
        let mut spare = spare;
        let mut left = wanting.as_slice();
        while let Some((first, others)) = left.split_first()
            && wants(*first) * count(left.len()) <= spare
        {
            widths[*first] += wants(*first);
            spare -= wants(*first);
            left = others;
        }
        let wanted: f64 = left.iter().map(|at| wants(*at)).sum();
        for at in left {
            widths[*at] += spare * wants(*at) / wanted;
        }
        (widths, true)
    }

    /// Lets words be parted that are wider than their column: at a hyphen where syllables have room, else anywhere.
    pub(super) fn part(
        &self,
        row: &mut [Vec<Run>],
        widths: &[f64],
        is_head: bool,
        is_british: bool,
    ) {
        let advances = if is_head { &self.bold } else { &self.regular };
        for (cell, room) in row.iter_mut().zip(widths) {
            part(cell, &|word| {
                if width(advances, word) <= *room {
                    return word.to_owned();
                }
                let parted = if is_british { with_hyphens_in_all(word) } else { word.to_owned() };
                let fits = |part: &str| width(advances, part) + width(advances, "-") <= *room;
                if parted.split(SOFT_HYPHEN).all(fits) {
                    return parted;
                }
                with_breaks(word, word.chars().count().saturating_sub(1).min(characters(*room)))
            });
        }
    }
}

fn part(cell: &mut [Run], word: &impl Fn(&str) -> String) {
    for run in cell {
        match run {
            Run::Text { text, .. } => {
                let words = text.replace(NO_BREAK, " ");
                *text = words.split(' ').map(word).collect::<Vec<_>>().join(" ");
            }
            Run::Link { runs, .. } | Run::Inside { runs, .. } => part(runs, word),
            _ => {}
        }
    }
}

/// The width that columns may have at most, so that all have room.
fn cap(mut widths: Vec<f64>, room: f64) -> f64 {
    widths.sort_by(f64::total_cmp);
    let mut room = room;
    for (at, width) in widths.iter().enumerate() {
        let part = room / count(widths.len() - at);
        if *width > part {
            return part.max(0.0);
        }
        room -= width;
    }
    f64::INFINITY
}

#[expect(clippy::cast_precision_loss, reason = "columns of a table")]
pub(super) const fn count(columns: usize) -> f64 {
    columns as f64
}

fn texts(runs: &[Run], out: &mut String) {
    for run in runs {
        match run {
            Run::Text { text, .. } => out.push_str(text),
            Run::Link { runs, .. } | Run::Inside { runs, .. } => texts(runs, out),
            Run::Break => out.push(' '),
            Run::Mark { .. } => {}
            Run::Note { .. } | Run::Image { .. } => out.push('0'),
        }
    }
}

fn width(advances: &Advances, text: &str) -> f64 {
    let seen = text.chars().filter(|c| !matches!(*c, SOFT_HYPHEN | BREAK));
    SLACK * seen.map(|c| advances.of_char(c).unwrap_or(USUAL)).sum::<f64>()
}

/// How many characters have room in a column, roughly.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some characters")]
pub(super) fn characters(room: f64) -> usize {
    (room / USUAL / SLACK) as usize
}
