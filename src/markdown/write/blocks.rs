//! Blocks as Markdown.

use super::inlines::{self, Holder};
use super::literal;
use super::tokens::{image, start_tag};
use super::{points, tables};
use crate::markdown::callouts::{callout_label, vignette_label};
use crate::markdown::lists::{is_plain, stand_close};
use crate::model::{Address, Block, Inline};

/// Something the reader drops, which keeps apart what would be read as one.
pub(super) const GUARD: &str = "<!-- -->";

/// Writes blocks, with a blank line between any two and no line end behind the last.
pub(super) fn blocks_to_markdown(blocks: &[Block]) -> String {
    write(blocks, Inside::Anything)
}

/// What blocks stand in, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    Anything,
    /// A point behind this marker.
    Item {
        marker: char,
        tight: bool,
    },
}

pub(super) fn write(blocks: &[Block], inside: Inside) -> String {
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
            let marker = points::marker(*start, is_first, inside, marker_before);
            points::push_list(*start, *tight, items, marker, out);
            return Some(marker);
        }
        Block::ReadingList { start, entries, .. } => {
            let marker = points::marker(*start, is_first, inside, marker_before);
            points::push_entries(*start, entries, marker, out);
            return Some(marker);
        }
        Block::DefinitionList { items, .. } => points::push_definitions(items, out),
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
        // Hugo and WordPress know the end of an excerpt by these characters alone.
        Block::Comment { text, .. } if text == "more" => out.push_str("<!--more-->"),
        Block::Comment { text, .. } => {
            out.push_str("<!-- ");
            // Only a value built in code can hold the end of a comment.
            out.push_str(&text.replace("-->", "--&gt;"));
            out.push_str(" -->");
        }
    }
    None
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
    literal::push_info(&info, out);
    out.push('\n');
    if !text.is_empty() {
        out.push_str(text);
        out.push('\n');
    }
    out.push_str(&fence);
}

/// Blocks between the tags of an element.
pub(super) fn push_inner(content: &[Block], out: &mut String) {
    out.push_str("\n\n");
    if !content.is_empty() {
        out.push_str(&write(content, Inside::Anything));
        out.push_str("\n\n");
    }
}

fn push_figure(address: &Address, alt: Option<&str>, caption: &[Inline], out: &mut String) {
    match caption {
        [] => out.push_str(&image(address, alt, None, false)),
        [Inline::Text { text, .. }] if is_plain(caption) => {
            out.push_str(&image(address, alt, Some(text), false));
        }
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
            literal::push_html_text(text, out);
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
