//! Blocks as Markdown.

use super::escape;
use super::inlines::{self, Holder};
use super::tables;
use super::tokens::{image, start_tag};
use crate::markdown::lists::{is_plain, stand_close};
use crate::model::{
    Address, Block, CalloutKind, DefinitionItem, Inline, ListItem, Reading, VignetteNature,
};

/// Something the reader drops, which keeps apart what would be read as one.
pub(super) const GUARD: &str = "<!-- -->";

/// Writes blocks, with a blank line between any two and no line end behind the last.
pub(super) fn blocks_to_markdown(blocks: &[Block]) -> String {
    write(blocks, Inside::Anything)
}

/// What blocks stand in, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Anything,
    /// A point behind this marker.
    Item {
        marker: char,
        tight: bool,
    },
}

fn write(blocks: &[Block], inside: Inside) -> String {
    let mut out = String::new();
    // The marker of the list before, where the next block could be read as more of it.
    let mut marker_before = None;
    for (index, block) in blocks.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| blocks.get(index));
        if let Some(before) = before {
            let is_close =
                matches!(inside, Inside::Item { tight: true, .. }) && stand_close(before, block);
            out.push_str(if is_close { "\n" } else { "\n\n" });
            if run_together(before, block) {
                out.push_str(GUARD);
                out.push_str("\n\n");
            }
        }
        marker_before = push(block, index == 0, inside, marker_before, &mut out);
    }
    out
}

/// Whether two blocks would be read as one, whatever stands between.
const fn run_together(above: &Block, below: &Block) -> bool {
    matches!((above, below), (Block::DefinitionList { .. }, Block::DefinitionList { .. }))
}

/// Writes a block; where it is a list, tells its marker.
fn push(
    block: &Block,
    is_first: bool,
    inside: Inside,
    marker_before: Option<char>,
    out: &mut String,
) -> Option<char> {
    match block {
        Block::Paragraph { content, .. } => {
            out.push_str(&inlines::write(content, Holder::Paragraph));
        }
        Block::Heading { level, content, .. } => {
            out.push_str(&"#".repeat(usize::from(*level).clamp(1, 6)));
            out.push(' ');
            out.push_str(&inlines::write(content, Holder::Heading));
        }
        Block::Quotation { content, .. } => {
            push_quoted(&write(content, Inside::Anything), out);
        }
        Block::Callout { callout, content, .. } => {
            push_labelled(callout_label(*callout), content, out);
        }
        Block::Vignette { nature, content, .. } => {
            push_labelled(vignette_label(*nature), content, out);
        }
        Block::List { start, tight, items, .. } => {
            let marker = marker(*start, is_first, inside, marker_before);
            push_list(*start, *tight, items, marker, out);
            return Some(marker);
        }
        Block::ReadingList { start, entries, .. } => {
            let marker = marker(*start, is_first, inside, marker_before);
            push_entries(*start, entries, marker, out);
            return Some(marker);
        }
        Block::DefinitionList { items, .. } => push_definitions(items, out),
        Block::Code { language, attributes, text, .. } => {
            push_code(language.as_deref(), attributes.as_deref(), text, out);
        }
        Block::Table { columns, head, rows, caption, .. } => {
            let table = tables::write(columns, head, rows);
            if caption.is_empty() {
                out.push_str(&table);
            } else {
                push_captioned(&table, caption, out);
            }
        }
        Block::Figure { address, alt, caption, .. } => {
            push_figure(address, alt.as_deref(), caption, out);
        }
        Block::Details { summary, content, .. } => push_details(summary, content, out),
        Block::Division { language, content, .. } => {
            let language = language.as_ref().map(ToString::to_string);
            out.push_str(&start_tag("div", &[("lang", language.as_deref())], false));
            push_inner(content, out);
            out.push_str("</div>");
        }
        // A line of the bullet before it would make this a longer break.
        Block::ThematicBreak { .. } => {
            let is_beside_bullet = is_first && matches!(inside, Inside::Item { .. });
            out.push_str(if is_beside_bullet { "___" } else { "***" });
        }
        Block::Comment { text, .. } => {
            out.push_str("<!-- ");
            // Only a value built in code can hold the end of a comment.
            out.push_str(&text.replace("-->", "--&gt;"));
            out.push_str(" -->");
        }
    }
    None
}

/// The marker of a list: unlike that of a list right before, and unlike the one it stands beside, because
/// `- - -` is a break.
fn marker(start: Option<u32>, is_first: bool, inside: Inside, marker_before: Option<char>) -> char {
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

fn push_list(start: Option<u32>, tight: bool, items: &[ListItem], marker: char, out: &mut String) {
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

fn push_entries(start: Option<u32>, entries: &[Reading], marker: char, out: &mut String) {
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

/// Appends lines, all but the first behind this many spaces.
pub(super) fn push_indented(text: &str, width: usize, out: &mut String) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(&" ".repeat(width));
            }
        }
        out.push_str(line);
    }
}

fn push_quoted(text: &str, out: &mut String) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push('>');
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
    }
}

/// A quotation with a label on its first line.
fn push_labelled(label: &str, content: &[Block], out: &mut String) {
    let mut text = format!("[!{label}]");
    if !content.is_empty() {
        let is_text = matches!(content.first(), Some(Block::Paragraph { .. }));
        text.push_str(if is_text { "\n" } else { "\n\n" });
        text.push_str(&write(content, Inside::Anything));
    }
    push_quoted(&text, out);
}

const fn callout_label(callout: CalloutKind) -> &'static str {
    match callout {
        CalloutKind::Note => "NOTE",
        CalloutKind::Tip => "TIP",
        CalloutKind::Important => "IMPORTANT",
        CalloutKind::Warning => "WARNING",
        CalloutKind::Caution => "CAUTION",
        CalloutKind::UrgentHelp => "URGENT-HELP",
    }
}

const fn vignette_label(nature: VignetteNature) -> &'static str {
    match nature {
        VignetteNature::Fictional => "VIGNETTE fictional",
        VignetteNature::Composite => "VIGNETTE composite",
        VignetteNature::WithConsent => "VIGNETTE with-consent",
    }
}

fn push_definitions(items: &[DefinitionItem], out: &mut String) {
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

fn push_code(language: Option<&str>, attributes: Option<&str>, text: &str, out: &mut String) {
    let mut info = language.unwrap_or_default().to_owned();
    if let Some(attributes) = attributes {
        // A comma ends a language that is not there.
        info.push(if language.is_some() { ' ' } else { ',' });
        info.push_str(attributes);
    }
    let fence_char = if info.contains('`') { '~' } else { '`' };
    let longest = text.split(|c| c != fence_char).map(str::len).max().unwrap_or_default();
    let fence = fence_char.to_string().repeat(longest.max(2) + 1);
    out.push_str(&fence);
    if info.starts_with(fence_char) {
        out.push(' ');
    }
    escape::push_info(&info, out);
    out.push('\n');
    if !text.is_empty() {
        out.push_str(text);
        out.push('\n');
    }
    out.push_str(&fence);
}

/// Blocks between the tags of an element.
fn push_inner(content: &[Block], out: &mut String) {
    out.push_str("\n\n");
    if !content.is_empty() {
        out.push_str(&write(content, Inside::Anything));
        out.push_str("\n\n");
    }
}

fn push_figure(address: &Address, alt: Option<&str>, caption: &[Inline], out: &mut String) {
    match caption {
        [] => out.push_str(&image(address, alt, None, false)),
        [Inline::Text { text, .. }] => out.push_str(&image(address, alt, Some(text), false)),
        _ => push_captioned(&image(address, alt, None, false), caption, out),
    }
}

fn push_captioned(content: &str, caption: &[Inline], out: &mut String) {
    out.push_str("<figure>\n\n");
    out.push_str(content);
    out.push_str("\n\n<figcaption>\n\n");
    out.push_str(&inlines::write(caption, Holder::Line));
    out.push_str("\n\n</figcaption>\n</figure>");
}

fn push_details(summary: &[Inline], content: &[Block], out: &mut String) {
    out.push_str("<details>");
    match summary {
        [] => {}
        // Between tags, a run of spaces would be one.
        [Inline::Text { text, .. }] if !text.contains("  ") => {
            out.push_str("\n<summary>");
            escape::push_html_text(text, out);
            out.push_str("</summary>");
        }
        _ => {
            out.push_str("\n<summary>\n\n");
            out.push_str(&inlines::write(summary, Holder::Line));
            out.push_str("\n\n</summary>");
        }
    }
    push_inner(content, out);
    out.push_str("</details>");
}
