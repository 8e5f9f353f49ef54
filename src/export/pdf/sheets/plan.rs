//! Which page stands where on which sheet.

use crate::export::pdf::leaflet::{BOOKLET_PAGE, Leaflet, PANELS};

/// One side of a sheet of paper; all measures in millimetres from its lower left corner, after trimming.
#[derive(Debug, PartialEq)]
pub(super) struct Side {
    pub(super) width: f64,
    pub(super) height: f64,
    /// From left to right.
    pub(super) places: Vec<Place>,
    /// Where it is folded, from the left.
    pub(super) folds: Vec<f64>,
}

/// Where a page stands on a side.
#[derive(Debug, PartialEq)]
pub(super) struct Place {
    /// Counted from 0, in the order of reading; none is left blank.
    pub(super) page: Option<usize>,
    pub(super) left: f64,
    pub(super) width: f64,
}

/// The sides, each front followed by its back. A back is printed with the sheet turned over its short
/// edge, so that the left half of the front is behind the right half of the back. What is read from right to left
/// opens at its left edge, so there all is the other way round.
pub(super) fn sides(leaflet: Leaflet, pages: usize, right_to_left: bool) -> Vec<Side> {
    let sides = match leaflet {
        Leaflet::TriFold => tri_fold(),
        Leaflet::A5Booklet => booklet(pages),
        Leaflet::A5 => single(pages, 148.0, 210.0),
        Leaflet::A4 | Leaflet::LargePrint => single(pages, 210.0, 297.0),
    };
    if right_to_left { sides.iter().map(mirrored).collect() } else { sides }
}

fn mirrored(from_the_left: &Side) -> Side {
    let pages = from_the_left.places.iter().rev().map(|place| (place.page, place.width));
    side(from_the_left.height, &pages.collect::<Vec<_>>())
}

fn side(height: f64, pages: &[(Option<usize>, f64)]) -> Side {
    let mut left = 0.0;
    let mut places = Vec::with_capacity(pages.len());
    for &(page, width) in pages {
        places.push(Place { page, left, width });
        left += width;
    }
    let folds = places.iter().skip(1).map(|place| place.left).collect();
    Side { width: left, height, places, folds }
}

fn single(pages: usize, width: f64, height: f64) -> Vec<Side> {
    (0..pages).map(|page| side(height, &[(Some(page), width)])).collect()
}

/// A roll fold: the flap is folded in over the middle of the inside, and the cover over it.
fn tri_fold() -> Vec<Side> {
    let panel = |page: usize| (Some(page), PANELS[page]);
    let [cover, flap, left, middle, right, back] = [0, 1, 2, 3, 4, 5].map(panel);
    vec![side(210.0, &[flap, back, cover]), side(210.0, &[left, middle, right])]
}

/// Sheets of two pages a side, one inside the other and stapled in the fold.
fn booklet(pages: usize) -> Vec<Side> {
    let order = padded(pages);
    let (first, last) = (|at: usize| order[at], |at: usize| order[order.len() - 1 - at]);
    let half = |page| (page, BOOKLET_PAGE);
    let sheet = |sheet: usize| {
        let at = 2 * sheet;
        [
            side(210.0, &[half(last(at)), half(first(at))]),
            side(210.0, &[half(first(at + 1)), half(last(at + 1))]),
        ]
    };
    (0..order.len() / 4).flat_map(sheet).collect()
}

/// The pages with blank ones until they fill whole sheets. The first and the last stay the covers, so
/// that blank pages are inside them, where one expects them.
fn padded(pages: usize) -> Vec<Option<usize>> {
    let blank = pages.next_multiple_of(4) - pages;
    let mut order: Vec<Option<usize>> = (0..pages).map(Some).collect();
    if pages < 2 {
        order.resize(pages + blank, None);
        return order;
    }
    let behind_cover = blanks_behind_cover(pages);
    let before_back = blank - behind_cover;
    order.splice(pages - 1..pages - 1, std::iter::repeat_n(None, before_back));
    order.splice(1..1, std::iter::repeat_n(None, behind_cover));
    order
}

/// How many pages are left blank behind the cover of a booklet of so many pages.
pub(in super::super) const fn blanks_behind_cover(pages: usize) -> usize {
    if pages > 1 && pages.next_multiple_of(4) - pages > 1 { 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(side: &Side) -> Vec<Option<usize>> {
        side.places.iter().map(|place| place.page.map(|page| page + 1)).collect()
    }

    #[test]
    fn a_tri_fold_is_rolled_in() {
        let [outside, inside] = &sides(Leaflet::TriFold, 6, false)[..] else { panic!("two sides") };
        assert_eq!(pages(outside), [Some(2), Some(6), Some(1)]);
        assert_eq!(pages(inside), [Some(3), Some(4), Some(5)]);
        assert_eq!((outside.width, outside.folds.as_slice()), (297.0, &[97.0, 197.0][..]));
        assert_eq!((inside.width, inside.folds.as_slice()), (297.0, &[100.0, 200.0][..]));
        // Each fold of the outside is behind one of the inside.
        for (out, fold) in outside.folds.iter().zip(inside.folds.iter().rev()) {
            assert!((out - (297.0 - fold)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_booklet_of_eight_is_saddle_stitched() {
        let sides = sides(Leaflet::A5Booklet, 8, false);
        let order: Vec<_> = sides.iter().map(pages).collect();
        let expected = [[8, 1], [2, 7], [6, 3], [4, 5]].map(|side| side.map(Some).to_vec());
        assert_eq!(order, expected);
        assert!(sides.iter().all(|side| side.folds == [148.5]));
    }

    #[test]
    fn what_is_read_from_the_right_opens_at_its_left_edge() {
        let of = |leaflet, count| sides(leaflet, count, true).iter().map(pages).collect::<Vec<_>>();
        let shown = |side: &[usize]| side.iter().copied().map(Some).collect::<Vec<_>>();
        let booklet = of(Leaflet::A5Booklet, 8);
        assert_eq!(booklet, [[1, 8], [7, 2], [3, 6], [5, 4]].map(|side| shown(&side)));
        assert_eq!(of(Leaflet::TriFold, 6), [[1, 6, 2], [5, 4, 3]].map(|side| shown(&side)));
        let folds = sides(Leaflet::TriFold, 6, true).swap_remove(0).folds;
        assert_eq!(folds, [100.0, 200.0]);
    }

    #[test]
    fn blank_pages_are_inside_the_covers() {
        let shown = |pages| padded(pages).iter().map(|page| page.map_or(0, |at| at + 1)).collect();
        let cases: [(usize, Vec<usize>); 6] = [
            (1, vec![1, 0, 0, 0]),
            (2, vec![1, 0, 0, 2]),
            (4, vec![1, 2, 3, 4]),
            (5, vec![1, 0, 2, 3, 4, 0, 0, 5]),
            (6, vec![1, 0, 2, 3, 4, 5, 0, 6]),
            (7, vec![1, 2, 3, 4, 5, 6, 0, 7]),
        ];
        for (pages, order) in cases {
            let found: Vec<usize> = shown(pages);
            assert_eq!(found, order, "{pages}");
        }
    }
}
