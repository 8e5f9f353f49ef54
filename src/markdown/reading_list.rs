//! Lists of further reading into typed entries.

use crate::model::{Address, Block, Inline, PartialDate, Reading, ReadingKind, inlines_text};

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
                let entries = entries.filter_map(entry).collect();
                *block = Block::ReadingList { start: *start, entries, origin: *origin };
            }
        }
    }
}

fn entry(block: Block) -> Option<Reading> {
    let Block::Paragraph { content, origin } = block else { return None };
    let mut reading = Reading { origin, ..Reading::default() };
    // The title is what is linked, or else what is emphasised first.
    let titled = content.iter().position(|inline| {
        matches!(inline, Inline::Link { .. } | Inline::Emphasis { .. } | Inline::Strong { .. })
    });
    if let Some(at) = titled {
        let title = inlines_text(std::slice::from_ref(&content[at]));
        reading.title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
        reading.address = address(&content);
        details(&mut reading, &inlines_text(&content[..at]), &inlines_text(&content[at + 1..]));
    }
    reading.kind = match (&reading.address, &reading.publisher) {
        (_, Some(_)) => ReadingKind::Book,
        (Some(address), None) if address.is_web() => ReadingKind::Web,
        _ => ReadingKind::Unknown,
    };
    reading.content = content;
    Some(reading)
}

fn address(content: &[Inline]) -> Option<Address> {
    content.iter().find_map(|inline| match inline {
        Inline::Link { address, .. } => Some(address.clone()),
        other => address(other.content()),
    })
}

/// Reads `Title – Author and Author, Publisher, 2019`, and `Author, Title` before it. What does not
/// have this form is left to the line as it was written.
fn details(reading: &mut Reading, before: &str, after: &str) {
    let authors = |text: &str| -> Vec<String> {
        text.split(" and ")
            .flat_map(|part| part.split(" & "))
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty() && name.len() < 80)
            .collect()
    };
    let before = before.trim().trim_end_matches([',', ':', '–', '-', '.']).trim();
    if !before.is_empty() && before.chars().next().is_some_and(char::is_uppercase) {
        reading.authors = authors(before);
    }
    let after = after.trim();
    let rest = ["– ", "— ", "- ", "by ", ", by "].iter().find_map(|lead| after.strip_prefix(lead));
    let Some(rest) = rest else { return };
    let rest = rest.trim().trim_end_matches('.');
    let rest = rest.strip_prefix("by ").unwrap_or(rest);
    let mut parts: Vec<&str> = rest.split(", ").map(str::trim).collect();
    if let Some(year) = parts.last().and_then(|last| year(last)) {
        reading.published = Some(year);
        parts.pop();
    }
    match parts[..] {
        [names] => reading.authors = authors(names),
        [names, publisher] => {
            reading.authors = authors(names);
            reading.publisher = Some(publisher.to_owned());
        }
        _ => {}
    }
}

fn year(text: &str) -> Option<PartialDate> {
    let text = text.trim_start_matches('(').trim_end_matches(')');
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}
