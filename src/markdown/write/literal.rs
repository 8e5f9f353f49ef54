//! What is no running text: addresses, titles, attributes, computer text.

use super::escape::{Surroundings, is_entity, push_text};

/// Text between tags of a block of HTML.
pub(super) fn push_html_text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}

/// The value of an attribute, with its quotation marks.
pub(super) fn push_attribute(value: &str, in_cell: bool, out: &mut String) {
    out.push('"');
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            '\n' => out.push_str("&#10;"),
            '|' if in_cell => out.push_str("&#124;"),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// An address and a title, as they stand behind the words of a link.
pub(super) fn push_destination(
    address: &str,
    title: Option<&str>,
    in_cell: bool,
    out: &mut String,
) {
    out.push('(');
    let is_bare = !address.starts_with('<') && is_balanced(address);
    if !is_bare {
        out.push('<');
    }
    for (index, c) in address.char_indices() {
        let rest = &address[index + c.len_utf8()..];
        match c {
            '|' if in_cell => out.push_str("&#124;"),
            '&' if is_entity(rest) => out.push_str("\\&"),
            '\\' if rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.push_str("\\\\");
            }
            '`' => out.push_str("\\`"),
            '<' | '>' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    if !is_bare {
        out.push('>');
    }
    if let Some(title) = title {
        out.push_str(" \"");
        for (index, c) in title.char_indices() {
            let rest = &title[index + c.len_utf8()..];
            match c {
                '|' if in_cell => out.push_str("&#124;"),
                '\n' => out.push_str("&#10;"),
                '&' if is_entity(rest) => out.push_str("\\&"),
                '\\' if rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_punctuation()) => {
                    out.push_str("\\\\");
                }
                '"' | '`' => {
                    out.push('\\');
                    out.push(c);
                }
                c => out.push(c),
            }
        }
        out.push('"');
    }
    out.push(')');
}

/// What stands on the line that opens a block of code.
pub(super) fn push_info(info: &str, out: &mut String) {
    for (index, c) in info.char_indices() {
        let rest = &info[index + c.len_utf8()..];
        let is_special = match c {
            '&' => is_entity(rest),
            '\\' => rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_punctuation()),
            _ => false,
        };
        if is_special {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Whether each round bracket has its other, so that the address can stand bare.
fn is_balanced(address: &str) -> bool {
    let mut depth = 0_i32;
    for c in address.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ' ' | '\\' => return false,
            _ => {}
        }
        if !(0..=3).contains(&depth) {
            return false;
        }
    }
    depth == 0
}

/// Computer text in a line.
pub(super) fn push_code(text: &str, in_cell: bool, out: &mut String) {
    let fence = "`".repeat(shortest_fence(text));
    let is_padded = text.starts_with('`')
        || text.ends_with('`')
        || text.starts_with(' ') && text.ends_with(' ') && !text.trim_matches(' ').is_empty();
    let pad = if is_padded { " " } else { "" };
    out.push_str(&fence);
    out.push_str(pad);
    if in_cell {
        out.push_str(&text.replace('|', "\\|"));
    } else {
        out.push_str(text);
    }
    out.push_str(pad);
    out.push_str(&fence);
}

/// Computer text where backticks cannot stand.
pub(super) fn push_code_element(text: &str, in_cell: bool, out: &mut String) {
    let at = Surroundings { in_link: true, in_cell, has_tildes: true, ..Surroundings::default() };
    out.push_str("<code>");
    push_text(text, at, out);
    out.push_str("</code>");
}

/// The length of the shortest run of backticks that does not occur in a text.
fn shortest_fence(text: &str) -> usize {
    let mut runs: Vec<usize> = text.split(|c| c != '`').map(str::len).collect();
    runs.sort_unstable();
    runs.into_iter().fold(1, |free, run| if run == free { free + 1 } else { free })
}
