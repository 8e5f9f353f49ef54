//! What is done to pages after they were set: they are numbered (`folio.rs`), what only says where lines may end is taken
//! out of their text, parted words are made whole (`parted.rs`), and links are described by their own words. It works on the typesetter's own pages, beside
//! `world.rs`.

use super::folio::numbered;
use super::hyphens::SOFT_HYPHEN;
use super::parted;
use super::spaces::NO_BREAK;
use typst::foundations::{Content, Packed};
use typst::introspection::Tag;
use typst::layout::{Frame, FrameItem};
use typst::model::LinkMarker;
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// The longest description that a link gets.
const LONGEST: usize = 500;

/// Finishes the pages of a document.
pub(super) fn finished(document: &PagedDocument) -> PagedDocument {
    let mut pages = document.pages().to_vec();
    let count = pages.len();
    for page in &mut pages {
        numbered(page, count);
        finish(&mut page.frame);
    }
    parted::join(&mut pages);
    let info = typst::model::Document::info(document).clone();
    PagedDocument::new(pages.into_iter().collect(), info)
}

fn needs(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => needs(&group.frame),
        FrameItem::Text(text) => is_marked(text),
        FrameItem::Tag(Tag::Start(content, _)) => words(content).is_some(),
        _ => false,
    })
}

/// Frames are shared, and copied only where something in them changes.
fn finish(frame: &mut Frame) {
    if !needs(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => finish(&mut group.frame),
            FrameItem::Text(text) if is_marked(text) => strip(text),
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(words) = words(content)
                    && let Some(link) = content.to_packed_mut::<LinkMarker>()
                {
                    link.alt = Some(words.as_str().into());
                }
            }
            _ => {}
        }
        true
    });
}

/// A hyphen at the end of a line is an item by itself, and stays for `parted.rs`.
fn is_marked(text: &TextItem) -> bool {
    text.text.contains(NO_BREAK)
        || text.text.contains(SOFT_HYPHEN) && text.text.len() > SOFT_HYPHEN.len_utf8()
}

/// The glyphs are right already: a soft hyphen inside a line has none, and a space that binds looks like any other.
/// Nobody who searches or copies the text should meet either, and each such space would be a span of its own in the
/// file.
fn strip(item: &mut TextItem) {
    let mut text = String::with_capacity(item.text.len());
    let mut gone = Vec::with_capacity(item.text.len() + 1);
    let mut missing: u16 = 0;
    for c in item.text.chars() {
        gone.extend(std::iter::repeat_n(missing, c.len_utf8()));
        match c {
            SOFT_HYPHEN => missing += 2,
            NO_BREAK => {
                text.push(' ');
                missing += 1;
            }
            _ => text.push(c),
        }
    }
    gone.push(missing);
    let moved = |at: u16| at - gone.get(usize::from(at)).copied().unwrap_or(missing);
    for glyph in &mut item.glyphs {
        glyph.range = moved(glyph.range.start)..moved(glyph.range.end);
    }
    item.text = text.as_str().into();
}

/// What the links in a frame are described by, for tests.
#[cfg(test)]
pub(super) fn links(frame: &Frame, found: &mut Vec<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => links(&group.frame, found),
            FrameItem::Tag(Tag::Start(content, _)) => {
                let link: Option<&Packed<LinkMarker>> = content.to_packed();
                found.extend(link.and_then(|link| link.alt.as_deref().map(str::to_owned)));
            }
            _ => {}
        }
    }
}

/// The words of a link, where they say more than a number.
fn words(content: &Content) -> Option<String> {
    let link: &Packed<LinkMarker> = content.to_packed()?;
    let address = link.alt.as_deref().filter(|alt| !alt.is_empty())?;
    let words = link.body.plain_text();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").replace(SOFT_HYPHEN, "");
    let words: String = words.chars().take(LONGEST).collect();
    (words.contains(char::is_alphabetic) && words != address).then_some(words)
}
