//! Lists of further reading into typed entries.

mod entry;
mod imprint;
mod line;
mod people;

use crate::model::{Block, Reading, ReadingKind};
use line::Line;

/// Turns each list whose points are single lines into a list of entries; everything else stays.
pub(super) fn convert(blocks: &mut [Block]) {
    for block in blocks {
        if let Block::List { start, items, origin, .. } = block {
            let is_simple = !items.is_empty()
                && items.iter().all(|item| {
                    item.done.is_none() && matches!(item.content[..], [Block::Paragraph { .. }])
                });
            if is_simple {
                let entries = std::mem::take(items).into_iter().flat_map(|item| item.content);
                let entries = entries.filter_map(reading).collect();
                *block = Block::ReadingList { start: *start, entries, origin: *origin };
            }
        }
    }
}

fn reading(block: Block) -> Option<Reading> {
    let Block::Paragraph { content, origin } = block else { return None };
    let line = Line::of(&content);
    let work = entry::read(&line);
    let is_web = line
        .address
        .as_ref()
        .is_some_and(|address| address.is_web() && !address.as_str().contains("doi.org/"));
    let kind = match work.published_in {
        Some(entry::Within::Journal) => ReadingKind::Article,
        Some(entry::Within::Book) => ReadingKind::Unknown,
        None if work.publisher.is_some() => ReadingKind::Book,
        None if is_web => ReadingKind::Web,
        None => ReadingKind::Unknown,
    };
    let mut reading =
        Reading { content, origin, kind, address: line.address, ..Reading::default() };
    reading.title = work.title;
    reading.authors = work.authors;
    reading.publisher = work.publisher;
    reading.published = work.published;
    Some(reading)
}
