//! The lines of a pasted text, without what nobody typed.

use std::ops::Range;

/// One line that has something in it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The words, with single spaces between them.
    pub(super) text: String,
    /// How far it was indented; a tab counts four.
    pub(super) indent: usize,
    /// Whether it begins with a tab.
    pub(super) tabbed: bool,
    /// Whether an empty line, or nothing, stands before it.
    pub(super) apart: bool,
    /// Where it stands in the source.
    pub(super) range: Range<usize>,
}

/// The lines of a text, and how many invisible characters were left out of them.
pub(super) fn of(text: &str) -> (Vec<Line>, usize) {
    let mut lines = Vec::new();
    let mut invisible = 0;
    let mut apart = true;
    let mut start = 0;
    for raw in text.split_inclusive(is_line_end) {
        let at = start;
        start += raw.len();
        invisible += raw.chars().filter(|c| is_invisible(*c)).count();
        let visible: String = raw.chars().filter(|c| !is_invisible(*c)).collect();
        let line = spaces(&visible);
        if line.is_empty() {
            apart = apart || !raw.ends_with('\r');
            continue;
        }
        let blank = |c: &char| c.is_whitespace();
        let indent = visible.chars().take_while(blank).map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let range = at + (raw.len() - raw.trim_start().len())..at + raw.trim_end().len();
        let tabbed = visible.starts_with('\t');
        lines.push(Line { text: line, indent, tabbed, apart, range });
        apart = false;
    }
    (lines, invisible)
}

/// Line ends of every system and of word processors.
const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Soft hyphens, zero-width spaces and byte order marks. Joiners stay: some scripts need them.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The text with single spaces. A no-break space stays where French wants one.
fn spaces(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        if !c.is_whitespace() {
            out.push(c);
            continue;
        }
        let is_french = matches!(c, '\u{a0}' | '\u{202f}')
            && (chars
                .get(at + 1)
                .is_some_and(|c| matches!(c, ':' | ';' | '!' | '?' | '»' | '%' | '€'))
                || at > 0 && chars[at - 1] == '«');
        if is_french {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}
