//! Boxes of a sheet, and the marks by which it is cut and folded.

use super::plan::Side;
use lopdf::{Dictionary, Object};
use std::fmt::Write as _;

/// What is printed beyond the edge, so that an inexact cut leaves no white line.
pub(super) const BLEED: f64 = 3.0;
/// How far the paper reaches beyond the trimmed sheet, to hold the marks.
const SLUG: f64 = 10.0;
/// Marks begin outside of the bleed, where nothing else is printed.
const MARK_FROM: f64 = 4.0;
const MARK_TO: f64 = 9.0;
/// Points to a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// The frame of one side: how far its paper reaches beyond the trimmed sheet.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    bleed: f64,
    slug: f64,
}

impl Frame {
    /// With room for marks, or the bare sheet.
    pub(super) const fn new(marks: bool) -> Self {
        if marks { Self { bleed: BLEED, slug: SLUG } } else { Self { bleed: 0.0, slug: 0.0 } }
    }

    /// Where a page is printed: up to its folds, and over the edges of the sheet by the bleed.
    /// Left, bottom, width and height in points.
    pub(super) fn visible(self, side: &Side, left: f64, width: f64) -> [f64; 4] {
        let is_first = left < 0.01;
        let is_last = left + width > side.width - 0.01;
        let from = if is_first { -self.bleed } else { left };
        let to = if is_last { side.width + self.bleed } else { left + width };
        [from + self.slug, self.slug - self.bleed, to - from, side.height + 2.0 * self.bleed]
            .map(|mm| mm * POINTS)
    }

    /// Where the lower left corner of a page is, in points.
    pub(super) fn corner(self, left: f64) -> [f64; 2] {
        [left + self.slug, self.slug].map(|mm| mm * POINTS)
    }

    /// Sets the boxes of a page.
    pub(super) fn set_boxes(self, side: &Side, page: &mut Dictionary) {
        let around = |beyond: f64| {
            let from = self.slug - beyond;
            let corners =
                [from, from, self.slug + side.width + beyond, self.slug + side.height + beyond];
            Object::Array(corners.map(|mm| Object::from(rounded(mm * POINTS))).to_vec())
        };
        page.set("MediaBox", around(self.slug));
        page.set("CropBox", around(self.slug));
        page.set("BleedBox", around(self.bleed));
        page.set("TrimBox", around(0.0));
    }

    /// Crop marks at the corners, and broken lines at the folds; nothing where there is no room.
    pub(super) fn marks(self, side: &Side) -> String {
        if self.slug < MARK_TO {
            return String::new();
        }
        let mut out = String::from("q\n0 G\n0.25 w\n");
        let (left, right) = (self.slug, self.slug + side.width);
        let (bottom, top) = (self.slug, self.slug + side.height);
        for (edge, outwards) in [(bottom, -1.0), (top, 1.0)] {
            for x in [left, right] {
                line(&mut out, (x, edge + outwards * MARK_FROM), (x, edge + outwards * MARK_TO));
            }
        }
        for (edge, outwards) in [(left, -1.0), (right, 1.0)] {
            for y in [bottom, top] {
                line(&mut out, (edge + outwards * MARK_FROM, y), (edge + outwards * MARK_TO, y));
            }
        }
        out.push_str("[3 2] 0 d\n");
        for fold in &side.folds {
            let x = left + fold;
            for (edge, outwards) in [(bottom, -1.0), (top, 1.0)] {
                line(&mut out, (x, edge + outwards * MARK_FROM), (x, edge + outwards * MARK_TO));
            }
        }
        out.push_str("Q\n");
        out
    }
}

fn line(out: &mut String, from: (f64, f64), to: (f64, f64)) {
    let [x, y, to_x, to_y] = [from.0, from.1, to.0, to.1].map(|mm| rounded(mm * POINTS));
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{x} {y} m {to_x} {to_y} l S");
}

/// To a thousandth of a point, which is more than any machine cuts.
pub(super) fn rounded(points: f64) -> f64 {
    (points * 1000.0).round() / 1000.0
}
