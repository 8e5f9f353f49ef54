//! Lists and definitions as Markdown.

use super::blocks::{GUARD, Inside, push_indented, push_inner, write};
use super::inlines::{self, Holder};
use crate::markdown::lists::is_plain;
use crate::model::{Block, DefinitionItem, ListItem, Reading};

/// The marker of a list: unlike that of a list right before, and unlike the one it stands beside, because
/// `- - -` is a break.
pub(super) fn marker(
    start: Option<u32>,
    is_first: bool,
    inside: Inside,
    marker_before: Option<char>,
) -> char {
    let outer = match inside {
        Inside::Item { marker, .. } if is_first => Some(marker),
        _ => marker_before,
    };
    match start {
        None if outer == Some('-') => '*',
        None => '-',
        Some(_) if marker_before == Some('.') => ')',
        Some(_) => '.',
    }
}

pub(super) fn push_list(
    start: Option<u32>,
    tight: bool,
    items: &[ListItem],
    marker: char,
    out: &mut String,
) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(if tight { "\n" } else { "\n\n" });
        }
        let mut text = write(&item.content, Inside::Item { marker, tight });
        if let Some(is_done) = item.done {
            let mark = if is_done { "[x]" } else { "[ ]" };
            // What stands behind the box is always read as text.
            let is_text = match item.content.first() {
                Some(Block::Paragraph { .. }) => true,
                Some(Block::Figure { caption, .. }) => is_plain(caption),
                _ => false,
            };
            let between = match (text.is_empty(), is_text) {
                (true, _) => "",
                (false, true) => " ",
                (false, false) => "\n",
            };
            text = format!("{mark}{between}{text}");
        }
        push_point(start, index, marker, &text, out);
    }
}

pub(super) fn push_entries(
    start: Option<u32>,
    entries: &[Reading],
    marker: char,
    out: &mut String,
) {
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let text = inlines::write(&entry.content, Holder::Paragraph);
        push_point(start, index, marker, &text, out);
    }
}

/// One point, its further lines under its first.
fn push_point(start: Option<u32>, index: usize, marker: char, text: &str, out: &mut String) {
    let label = match start {
        None => marker.to_string(),
        Some(start) => {
            // Markdown reads nine digits; only the first number counts.
            let number = u64::from(start) + u64::try_from(index).unwrap_or_default();
            format!("{}{marker}", number.min(999_999_999))
        }
    };
    out.push_str(&label);
    if !text.is_empty() {
        out.push(' ');
        push_indented(text, label.len() + 1, out);
    }
}

pub(super) fn push_definitions(items: &[DefinitionItem], out: &mut String) {
    let is_full = |item: &DefinitionItem| !item.term.is_empty() && !item.definitions.is_empty();
    if !items.iter().all(is_full) {
        return push_definition_tags(items, out);
    }
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str("\n\n");
        }
        out.push_str(&inlines::write(&item.term, Holder::Line));
        for definition in &item.definitions {
            out.push_str("\n: ");
            if definition.is_empty() {
                out.push_str(GUARD);
            } else {
                push_indented(&write(definition, Inside::Anything), 2, out);
            }
        }
    }
}

/// A term without a meaning, or the other way round, can only be said with tags.
fn push_definition_tags(items: &[DefinitionItem], out: &mut String) {
    out.push_str("<dl>\n");
    for item in items {
        out.push_str("<dt>");
        if !item.term.is_empty() {
            out.push_str("\n\n");
            out.push_str(&inlines::write(&item.term, Holder::Line));
            out.push_str("\n\n");
        }
        out.push_str("</dt>\n");
        for definition in &item.definitions {
            out.push_str("<dd>");
            if !definition.is_empty() {
                push_inner(definition, out);
            }
            out.push_str("</dd>\n");
        }
    }
    out.push_str("</dl>");
}
