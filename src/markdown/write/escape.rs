//! Text that reads back as it is: each character that would mean something gets a backslash.

use crate::markdown::verbatim;
use std::ops::Range;

/// Where a run of text stands, as far as its characters care.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is true or not, whatever the others are")]
pub(super) struct Surroundings {
    /// The text is the first of its line, where blocks begin.
    pub(super) at_line_start: bool,
    /// Inside the brackets of a link or of an image, where no address becomes a link of its own.
    pub(super) in_link: bool,
    /// In a cell of a table, which `|` would end.
    pub(super) in_cell: bool,
    /// The next character is a `[` that opens a link or a reference.
    pub(super) before_bracket: bool,
    /// The text is the first inside its link.
    pub(super) opens_link: bool,
    /// A reference to a footnote, alone before this on its line: a colon would define the footnote.
    pub(super) after_reference: bool,
    /// A reference to a footnote right before this: even an escaped bracket would be read with it.
    pub(super) behind_reference: bool,
    /// Another tilde stands in the block, so that the two could strike something through.
    pub(super) has_tildes: bool,
    /// The text is the last of a heading, where `#` and `{…}` are no text.
    pub(super) ends_heading: bool,
}

/// Appends a run of text.
pub(super) fn push_text(text: &str, at: Surroundings, out: &mut String) {
    push_around(text, &[], 0, at, out);
}

/// Appends a run of text which begins at this place of that whose templates these ranges are.
pub(super) fn push_around(
    text: &str,
    templates: &[Range<usize>],
    start: usize,
    at: Surroundings,
    out: &mut String,
) {
    let line_start = if at.at_line_start { block_start(text) } else { None };
    let heading_end = if at.ends_heading { heading_end(text) } else { None };
    let mut dots = 0;
    let mut hyphen = false;
    let mut before = None;
    for (index, c) in text.char_indices() {
        let rest = &text[index + c.len_utf8()..];
        let after = rest.chars().next();
        if at.behind_reference && index == 0 && c == '[' {
            out.push_str("&#91;");
            before = Some(c);
            continue;
        }
        let is_template = verbatim::holds(templates, start + index);
        let in_link = at.in_link || is_template;
        let is_special = match c {
            '"' | '\'' | '-' | '.' if is_template => false,
            '\\' => after.is_none_or(|c| c.is_ascii_punctuation()),
            '`' | '[' | '"' | '\'' => true,
            '*' => !(is_space(before) && is_space(after)),
            '_' => !(is_space(before) && is_space(after) || is_word(before) && is_word(after)),
            '~' => at.has_tildes,
            ']' => at.in_link,
            '|' => at.in_cell,
            '<' => after.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => is_entity(rest),
            '!' => after == Some('[') || at.before_bracket && after.is_none(),
            '(' => at.behind_reference && index == 0,
            '^' => at.opens_link && index == 0,
            '.' => dots == 2 || !in_link && is_host(text, index),
            '-' => hyphen,
            ':' => at.after_reference && index == 0 || !in_link && is_scheme(text, index),
            '@' => !in_link && !is_gap(before) && !is_gap(after),
            _ => false,
        } || line_start == Some(index)
            || heading_end == Some(index)
            || at.opens_link && index == 0 && c == '!';
        if is_special {
            out.push('\\');
        }
        out.push(c);
        dots = if c == '.' && !is_special { dots + 1 } else { 0 };
        hyphen = c == '-' && !is_special;
        before = Some(c);
    }
}

const fn is_space(c: Option<char>) -> bool {
    matches!(c, Some(' '))
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// Whether an address by e-mail could not go on over this.
fn is_gap(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_ascii_whitespace())
}

/// Whether `&` and this would be one character.
pub(super) fn is_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    end > 0 && name[end..].starts_with(';')
}

/// Whether the colon at this place belongs to a bare web address.
fn is_scheme(text: &str, colon: usize) -> bool {
    let before = &text.as_bytes()[..colon];
    let ends = |word: &[u8]| {
        before.len() >= word.len() && before[before.len() - word.len()..].eq_ignore_ascii_case(word)
    };
    (ends(b"http") || ends(b"https")) && text[colon..].starts_with("://")
}

/// Whether the full stop at this place is that of `www.`.
fn is_host(text: &str, stop: usize) -> bool {
    let before = &text.as_bytes()[..stop];
    before.len() >= 3 && before[before.len() - 3..].eq_ignore_ascii_case(b"www")
}

/// The character to escape so that no block begins with this text.
fn block_start(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let ends_or_space = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let is_rule = |set: &[char]| text.chars().all(|c| set.contains(&c));
    let is_special = match first {
        '#' => {
            let rest = text.trim_start_matches('#');
            text.len() - rest.len() <= 6 && ends_or_space(rest)
        }
        '>' => true,
        // Three of them are a fence of other tools, which the reader leaves as text.
        ':' => !text.starts_with(":::"),
        '+' | '*' => ends_or_space(&text[1..]),
        '-' => ends_or_space(&text[1..]) || is_rule(&['-', ' ', '|', ':']),
        '=' => is_rule(&['=', ' ']),
        '|' => is_rule(&['-', ' ', '|', ':']),
        '_' => is_rule(&['_', ' ']),
        '0'..='9' => {
            let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let at = text.len() - rest.len();
            let is_marker = at <= 9 && rest.starts_with(['.', ')']) && ends_or_space(&rest[1..]);
            return is_marker.then_some(at);
        }
        _ => false,
    };
    is_special.then_some(0)
}

/// The character to escape so that the end of this text stays in its heading.
fn heading_end(text: &str) -> Option<usize> {
    if text.ends_with('}') {
        return Some(text.len() - 1);
    }
    let before = text.trim_end_matches('#');
    (before.len() < text.len() && (before.is_empty() || before.ends_with(' ')))
        .then_some(before.len())
}
