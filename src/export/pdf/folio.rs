//! What the head and foot of a page say depends on all pages: their numbers, and no head over the first.
//!
//! Asked for in a template, both would have everything set twice. So the templates set a figure nought for each
//! number and the head on every page, and this module mends the pages that were set; it works on the typesetter's
//! own pages, beside `world.rs`.

use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Dir, Em, Frame, FrameItem, GroupItem, Point};
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst::text::{Glyph, TextItem};
use typst_layout::Page;

/// Stands for the number of a page, in `leaflet.typ`.
const NUMBER: &str = "0";
/// Stands for the number of a page and of all, there.
const NUMBER_OF_ALL: &str = "0 of 0";

/// Puts its number on a page, and takes the head off the first.
pub(super) fn numbered(page: &mut Page, pages: usize) {
    let mut margins = Margins { number: page.number, pages, inside: None };
    margins.mend(&mut page.frame);
}

struct Margins {
    number: u64,
    pages: usize,
    /// The head or foot at hand, and where it is said to end.
    inside: Option<(ArtifactKind, Location)>,
}

impl Margins {
    /// Frames are shared, so only those are touched that a head or foot is in.
    fn mend(&mut self, frame: &mut Frame) {
        frame.retain(|item| match item {
            FrameItem::Group(group) => {
                if self.inside.is_some() || begins_margin(&group.frame) {
                    self.mend(&mut group.frame);
                }
                true
            }
            FrameItem::Tag(tag) => {
                self.pass(tag);
                true
            }
            FrameItem::Text(text) if self.is_in(ArtifactKind::Footer) => {
                if let Some(folio) = self.folio(text) {
                    *item = folio;
                }
                true
            }
            _ => !(self.is_in(ArtifactKind::Header) && self.number == 1),
        });
    }

    fn is_in(&self, kind: ArtifactKind) -> bool {
        self.inside.is_some_and(|(inside, _)| inside == kind)
    }

    fn pass(&mut self, tag: &Tag) {
        match tag {
            Tag::Start(..) if self.inside.is_none() => self.inside = margin(tag),
            Tag::End(location, ..) if self.inside.is_some_and(|(_, end)| end == *location) => {
                self.inside = None;
            }
            _ => {}
        }
    }

    /// The number in place of what stands for it, where the line ends in the direction of reading.
    fn folio(&self, text: &TextItem) -> Option<FrameItem> {
        let words = match text.text.trim_matches(is_direction) {
            NUMBER => self.number.to_string(),
            NUMBER_OF_ALL => format!("{} of {}", self.number, self.pages),
            _ => return None,
        };
        let folio = reset(text, &words)?;
        let x =
            if text.lang.dir() == Dir::RTL { Abs::zero() } else { text.width() - folio.width() };
        let mut frame = Frame::soft(Point::zero().to_size());
        frame.push(Point::with_x(x), FrameItem::Text(folio));
        Some(FrameItem::Group(GroupItem::new(frame)))
    }
}

/// What keeps Latin words in their order where lines begin on the right, and stands in the text around them.
const fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Other words in the same type. Digits and spaces are drawn one by one in every face that has them.
fn reset(text: &TextItem, words: &str) -> Option<TextItem> {
    let span = text.glyphs.first()?.span;
    let mut glyphs = Vec::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let id = text.font.ttf().glyph_index(c)?.0;
        let start = u16::try_from(at).ok()?;
        glyphs.push(Glyph {
            id,
            x_advance: text.font.x_advance(id)?,
            x_offset: Em::zero(),
            y_advance: Em::zero(),
            y_offset: Em::zero(),
            range: start..start + 1,
            span,
        });
    }
    Some(TextItem { text: words.into(), glyphs, ..text.clone() })
}

fn begins_margin(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| matches!(item, FrameItem::Tag(tag) if margin(tag).is_some()))
}

/// Which head or foot begins here.
fn margin(tag: &Tag) -> Option<(ArtifactKind, Location)> {
    let Tag::Start(content, _) = tag else { return None };
    let kind = (*content.to_packed::<ArtifactElem>()?.kind.as_option())?;
    matches!(kind, ArtifactKind::Header | ArtifactKind::Footer).then(|| (kind, tag.location()))
}
