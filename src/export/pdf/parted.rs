//! Words that are parted at the end of a line, made whole again for those who copy, search or hear them. It works on the
//! typesetter's own pages, beside `world.rs`.
//!
//! A glyph whose text is not what it usually stands for gets that text as its `ActualText` in the file. So the hyphen
//! is said to be the rest of the word, and that rest, with the space behind it, to be a space. Where that cannot be
//! said, the hyphen is a plain one.

use super::hyphens::SOFT_HYPHEN;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::text::{FontInstance, TextItem};
use typst_layout::Page;

/// The next line is not farther down than this, as a part of the size of type.
const NEXT_LINE: f64 = 2.4;

/// Makes parted words whole.
pub(super) fn join(pages: &mut [Page]) {
    if !pages.iter().any(|page| has_parted(&page.frame)) {
        return;
    }
    let mut plan = Plan::default();
    for (number, page) in pages.iter().enumerate() {
        plan.read(&page.frame, Point::zero(), number);
    }
    plan.give_up();
    let mut at = 0;
    for page in pages {
        apply(&mut page.frame, &plan.changes, &mut at);
    }
}

/// What becomes of a stretch of text.
enum Change {
    /// It is a hyphen, and has this text.
    Hyphen(String),
    /// So many of its first bytes are a space.
    Rest(usize),
}

/// A hyphen whose word goes on in what comes next.
struct Pending {
    at: usize,
    page: usize,
    y: Abs,
    size: Abs,
}

/// Changes by the number of the stretch of text, in the order in which they are written into the file.
#[derive(Default)]
struct Plan {
    changes: BTreeMap<usize, Change>,
    count: usize,
    pending: Option<Pending>,
    fonts: Vec<FontInstance>,
    /// Glyphs of which the file knows already what they usually stand for. Others would be taken for what they stand
    /// for here.
    known: BTreeSet<(usize, u16)>,
}

impl Plan {
    fn read(&mut self, frame: &Frame, corner: Point, page: usize) {
        for (at, item) in frame.items() {
            let at = corner + *at;
            match item {
                FrameItem::Group(group) => self.read(&group.frame, at, page),
                FrameItem::Text(text) => self.text(text, at.y, page),
                _ => {}
            }
        }
    }

    fn text(&mut self, item: &TextItem, y: Abs, page: usize) {
        let known = self.fonts.iter().position(|font| *font == item.font);
        let font = known.unwrap_or_else(|| {
            self.fonts.push(item.font.clone());
            self.fonts.len() - 1
        });
        let is_known = |glyph: u16| self.known.contains(&(font, glyph));
        if let Some(pending) = self.pending.take() {
            let below = y - pending.y;
            let follows = page == pending.page
                && item.size == pending.size
                && below > Abs::zero()
                && below < NEXT_LINE * item.size
                && item.text.starts_with(char::is_lowercase);
            let rest = rest(&item.text)
                .filter(|(_, bytes)| follows && glyphs(item, 0..*bytes).all(is_known));
            let text = rest.map_or("-", |(rest, _)| rest).to_owned();
            self.changes.insert(pending.at, Change::Hyphen(text));
            self.changes.extend(rest.map(|(_, bytes)| (self.count, Change::Rest(bytes))));
        }
        if is_parted(item) {
            self.pending = Some(Pending { at: self.count, page, y, size: item.size });
            if !glyphs(item, 0..item.text.len()).all(is_known) {
                self.give_up();
            }
        }
        self.known.extend(item.glyphs.iter().map(|glyph| (font, glyph.id)));
        self.count += 1;
    }

    /// Leaves a word parted.
    fn give_up(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.changes.insert(pending.at, Change::Hyphen("-".to_owned()));
        }
    }
}

/// The rest of a word with which a text begins, and how many bytes it has with the space behind it, or at the end of a
/// sentence. Otherwise the word may go on in another style.
fn rest(text: &str) -> Option<(&str, usize)> {
    match text.find(' ') {
        Some(space) => Some((&text[..space], space + 1)),
        None => text.ends_with(['.', '!', '?', ':', '…', '”', '’']).then_some((text, text.len())),
    }
}

/// The glyphs of some bytes of a text.
fn glyphs(item: &TextItem, bytes: Range<usize>) -> impl Iterator<Item = u16> {
    let inside = item.glyphs.iter().filter(move |glyph| usize::from(glyph.range.start) < bytes.end);
    inside.map(|glyph| glyph.id)
}

fn is_parted(item: &TextItem) -> bool {
    let mut characters = item.text.chars();
    characters.next() == Some(SOFT_HYPHEN) && characters.next().is_none()
}

fn has_parted(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_parted(&group.frame),
        FrameItem::Text(text) => is_parted(text),
        _ => false,
    })
}

fn apply(frame: &mut Frame, changes: &BTreeMap<usize, Change>, at: &mut usize) {
    let first = *at;
    let end = first + texts(frame);
    if changes.range(first..end).next().is_none() {
        *at = end;
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => apply(&mut group.frame, changes, at),
            FrameItem::Text(text) => {
                if let Some(change) = changes.get(at) {
                    change.apply(text);
                }
                *at += 1;
            }
            _ => {}
        }
        true
    });
}

/// How many stretches of text there are.
fn texts(frame: &Frame) -> usize {
    let count = |item: &FrameItem| match item {
        FrameItem::Group(group) => texts(&group.frame),
        FrameItem::Text(_) => 1,
        _ => 0,
    };
    frame.items().map(|(_, item)| count(item)).sum()
}

impl Change {
    fn apply(&self, item: &mut TextItem) {
        match self {
            Self::Hyphen(text) => {
                let end = u16::try_from(text.len()).unwrap_or(u16::MAX);
                for glyph in &mut item.glyphs {
                    glyph.range = 0..end;
                }
                item.text = text.as_str().into();
            }
            Self::Rest(bytes) => {
                let Ok(bytes) = u16::try_from(*bytes) else { return };
                for glyph in &mut item.glyphs {
                    let moved = |at: u16| (at + 1).saturating_sub(bytes);
                    glyph.range = if glyph.range.start < bytes {
                        0..1
                    } else {
                        moved(glyph.range.start)..moved(glyph.range.end)
                    };
                }
                let text = format!(" {}", item.text.get(usize::from(bytes)..).unwrap_or_default());
                item.text = text.as_str().into();
            }
        }
    }
}
