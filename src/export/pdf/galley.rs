//! What was set, as it lies on the pages: found again by the marks that the templates put between.

use typst::foundations::Value;
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::model::Document as _;
use typst_layout::PagedDocument;

/// Before the key of a note, where it is set and where it is referred to; as in `blocks.typ`.
const NOTE: &str = "note ";
const REFERENCE: &str = "to ";
/// Before the number of a figure.
const FIGURE: &str = "figure ";
/// Before what stands under the text; as in `end.typ`.
const END_MATTER: &str = "end matter";
/// Between the text and the foot of a page, in points.
const MARGIN: f64 = 26.0;
/// Over and under a picture with a line of words, as a part of the size of type.
const AROUND: f64 = 4.3;
/// A figure is not set smaller than this part of itself.
const LEAST: f64 = 0.7;

/// Something on a page, in the order of reading.
#[derive(Debug)]
pub(super) struct Sight {
    /// Counted from 0.
    pub(super) page: usize,
    /// Points from the top of the page.
    pub(super) y: f64,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    /// A place that a template named.
    Place(String),
    /// A line of text with this number begins.
    Mark(usize),
    /// A stretch of text.
    Text(String),
    Picture,
}

/// All marks and texts of a document.
pub(super) fn sights(document: &PagedDocument) -> Vec<Sight> {
    let mut found = Vec::new();
    for (page, set) in document.pages().iter().enumerate() {
        walk(&set.frame, Point::zero(), page, &mut found);
    }
    found
}

/// The page on which a place is that a template named.
pub(super) fn page_of(sights: &[Sight], place: &str) -> Option<usize> {
    let is_there = |sight: &&Sight| matches!(&sight.what, What::Place(name) if name == place);
    sights.iter().find(is_there).map(|sight| sight.page)
}

/// The page that a figure is on.
pub(super) fn page_of_figure(sights: &[Sight], number: usize) -> Option<usize> {
    page_of(sights, &format!("{FIGURE}{number}"))
}

/// How the last page came out, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    Good,
    /// What is kept with it left most of the page before empty.
    AfterAGap,
    /// What stands under the text has a page for itself.
    Alone,
}

impl Ending {
    pub(super) fn of(sights: &[Sight]) -> Self {
        let is_end =
            |sight: &&Sight| matches!(&sight.what, What::Place(name) if name == END_MATTER);
        let Some(end) = sights.iter().find(is_end).filter(|end| end.page > 0) else {
            return Self::Good;
        };
        let on = |page: usize| {
            let to_be_seen = |sight: &&Sight| matches!(sight.what, What::Text(_) | What::Picture);
            let on_page = sights.iter().filter(move |sight| sight.page == page);
            on_page.filter(to_be_seen).map(|sight| sight.y)
        };
        let highest = |page: usize| on(page).fold(f64::INFINITY, f64::min);
        let head = highest(end.page);
        if !on(end.page).any(|y| y > head && y < end.y) {
            return Self::Alone;
        }
        let before = end.page - 1;
        let (head, foot) = (highest(before), on(before).fold(0.0, f64::max));
        let last = on(before).filter(|y| *y < foot).fold(0.0, f64::max);
        if last - head < (foot - head) / 2.0 { Self::AfterAGap } else { Self::Good }
    }
}

/// A figure that begins a page, and how large it may be, as a part of what it is, to have room on the page before.
pub(super) fn figure_after_a_gap(
    sights: &[Sight],
    size: f64,
    passed: &[(usize, f64)],
) -> Option<(usize, f64)> {
    sights.iter().enumerate().find_map(|(at, sight)| {
        let What::Place(name) = &sight.what else { return None };
        let number: usize = name.strip_prefix(FIGURE)?.parse().ok()?;
        let before = sight.page.checked_sub(1)?;
        if passed.iter().any(|(known, _)| *known == number) {
            return None;
        }
        let texts = |page: usize| {
            let on_page = sights.iter().filter(move |sight| sight.page == page);
            on_page.filter(|sight| matches!(sight.what, What::Text(_))).map(|sight| sight.y)
        };
        // The foot is the lowest, and the head the highest.
        let foot = texts(before).fold(0.0, f64::max) - MARGIN;
        let head = texts(sight.page).fold(f64::INFINITY, f64::min);
        let is_first = texts(sight.page).all(|y| y <= head || y > sight.y);
        let notes = sights.iter().filter(|other| {
            other.page == before
                && matches!(&other.what, What::Place(name) if name.starts_with(NOTE))
        });
        let end = notes.map(|note| note.y - MARGIN / 2.0).fold(foot, f64::min);
        let last = texts(before).filter(|y| *y < end).fold(0.0, f64::max);
        let next = sights[at..].iter().find(|other| {
            other.page == sight.page && matches!(other.what, What::Text(_)) && other.y > sight.y
        })?;
        let scale = (end - last - AROUND * size) / (next.y - sight.y);
        (is_first && (LEAST..1.0).contains(&scale)).then_some((number, scale))
    })
}

/// The key of the first note that stands on a page before the one that refers to it.
pub(super) fn note_before_its_reference(sights: &[Sight]) -> Option<String> {
    let places = sights.iter().filter_map(|sight| match &sight.what {
        What::Place(name) => Some((name.strip_prefix(NOTE)?, sight.page)),
        _ => None,
    });
    let mut early = places.filter(|(key, page)| {
        page_of(sights, &format!("{REFERENCE}{key}")).is_some_and(|reference| reference > *page)
    });
    early.next().map(|(key, _)| key.to_owned())
}

fn walk(frame: &Frame, corner: Point, page: usize, found: &mut Vec<Sight>) {
    for (at, item) in frame.items() {
        let at = corner + *at;
        let mut see = |what| found.push(Sight { page, y: at.y.to_pt(), what });
        match item {
            FrameItem::Group(group) => walk(&group.frame, at, page, found),
            FrameItem::Text(text) => see(What::Text(text.text.to_string())),
            FrameItem::Image(..) => see(What::Picture),
            FrameItem::Tag(Tag::Start(element, _)) => {
                match element.to_packed::<MetadataElem>().map(|element| &element.value) {
                    Some(Value::Str(name)) => see(What::Place(name.as_str().to_owned())),
                    Some(Value::Int(number)) => {
                        see(What::Mark(usize::try_from(*number).unwrap_or(usize::MAX)));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// Gives each page its width, in millimetres, with the difference at both of its sides.
pub(super) fn widened(document: &PagedDocument, widths: &[f64]) -> PagedDocument {
    let pages = document.pages().iter().enumerate().map(|(at, page)| {
        let mut page = page.clone();
        if let Some(width) = widths.get(at).map(|mm| Abs::mm(*mm)) {
            let beside = (width - page.frame.width()) / 2.0;
            page.frame.translate(Point::with_x(beside));
            page.frame.size_mut().x = width;
        }
        page
    });
    let mut wide = PagedDocument::new(pages.collect(), document.info().clone());
    *wide.info_mut() = document.info().clone();
    wide
}
