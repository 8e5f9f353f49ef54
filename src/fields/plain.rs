//! The YAML that people write in front matter, read line by line: most of it is keys with a value behind them, and
//! a complete YAML parser takes longer over one page of that than the whole article takes to become HTML.
//!
//! Reads mappings and lists that indentation alone shows, whose values are words, texts in quotation marks without
//! escapes, or blocks behind `|` and `>`. Wherever anything else is met, be it right or wrong, nothing is read, and the
//! complete parser has the text. A test holds the two against one another, values and places.

use super::{Entry, Node, Value};
use crate::characters::all_allowed;
use crate::source::Origin;
use memchr::{memchr, memchr2_iter, memchr3};
use std::ops::Range;

/// How deep this goes; deeper text is for the complete parser.
const MAX_DEPTH: usize = 8;

/// Most lists and mappings are no longer.
const USUAL_LENGTH: usize = 8;

/// Reads a text that is as plain as that; `origin` covers it in its source.
pub(super) fn parse(text: &str, origin: Origin) -> Option<Node<'_>> {
    // U+FEFF begins with the byte EF, which hardly any text has.
    let is_odd = memchr3(b'\t', b'\r', 0xef, text.as_bytes()).is_some();
    if is_odd || !text.ends_with('\n') || !all_allowed(text) {
        return None;
    }
    let mut lines = Lines { text, origin, next: None, read: 0 };
    lines.next = lines.line(0);
    let node = lines.next.filter(|line| line.indent == 0).and_then(|_| lines.mapping(0, 0))?;
    lines.next.is_none().then_some(node)
}

/// A line that is not empty.
#[derive(Clone, Copy)]
struct Line {
    indent: usize,
    /// Where its first word begins.
    start: usize,
    end: usize,
}

struct Lines<'t> {
    text: &'t str,
    origin: Origin,
    /// The line that comes next, or what of it has not been read.
    next: Option<Line>,
    /// Where the last line ended that has been read.
    read: usize,
}

impl<'t> Lines<'t> {
    /// The first line from a place on that is not empty.
    fn line(&self, from: usize) -> Option<Line> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let indent = rest.iter().take_while(|&&byte| byte == b' ').count();
        let end = at + memchr(b'\n', rest).unwrap_or(rest.len());
        Some(Line { indent, start: at + indent, end })
    }

    fn advance(&mut self) {
        if let Some(line) = self.next {
            self.read = line.end;
            self.next = self.line(line.end);
        }
    }

    fn node(&self, value: Value<'t>, range: Range<usize>) -> Node<'t> {
        Node { value, origin: self.place(range) }
    }

    fn place(&self, range: Range<usize>) -> Origin {
        let base = self.origin.range().start;
        self.origin.with_range(base + range.start..base + range.end)
    }

    /// Keys that all stand in this column.
    fn mapping(&mut self, indent: usize, depth: usize) -> Option<Node<'t>> {
        let start = self.next?.start;
        let mut entries = Vec::with_capacity(USUAL_LENGTH);
        while let Some(line) = self.next.filter(|line| line.indent >= indent) {
            let content = &self.text[line.start..line.end];
            let key = key(content).filter(|_| line.indent == indent)?;
            let value = line.start + key.len() + 1;
            let node = if value == line.end {
                self.advance();
                let inner = self.next.filter(|inner| inner.indent > indent && depth < MAX_DEPTH)?;
                if self.text[inner.start..].starts_with('-') {
                    self.list(inner.indent, depth + 1)?
                } else {
                    self.mapping(inner.indent, depth + 1)?
                }
            } else if matches!(content.as_bytes().get(key.len() + 2), Some(b'|' | b'>')) {
                self.block(value + 1, indent)?
            } else {
                self.scalar(value + 1..line.end)?
            };
            let key_origin = self.place(line.start..line.start + key.len());
            entries.push(Entry { key: key.into(), key_origin, node });
        }
        Some(self.node(Value::Mapping { entries }, start..self.read))
    }

    /// Points that all begin in this column.
    fn list(&mut self, indent: usize, depth: usize) -> Option<Node<'t>> {
        let start = self.next?.start;
        let mut items = Vec::with_capacity(USUAL_LENGTH);
        while let Some(line) = self.next.filter(|line| line.indent >= indent) {
            let content = self.text[line.start..line.end].strip_prefix("- ")?;
            if line.indent != indent || depth >= MAX_DEPTH {
                return None;
            }
            items.push(if key(content).is_some() {
                self.next = Some(Line { indent: indent + 2, start: line.start + 2, ..line });
                self.mapping(indent + 2, depth + 1)?
            } else {
                self.scalar(line.start + 2..line.end)?
            });
        }
        Some(self.node(Value::List { items }, start..self.read))
    }

    /// The rest of a line: words, or a text in quotation marks.
    fn scalar(&mut self, range: Range<usize>) -> Option<Node<'t>> {
        let written = &self.text[range.clone()];
        let quoted = ['"', '\''].into_iter().find(|quote| written.starts_with(*quote));
        // The place of a value ends before any white space.
        if written.ends_with(char::is_whitespace) {
            return None;
        }
        let text = match quoted {
            Some(quote) => {
                let inside = written[1..].strip_suffix(quote)?;
                (!inside.contains([quote, '\\'])).then_some(inside)?
            }
            None => written,
        };
        let is_plain = || {
            let is_odd = |at: usize| match written.as_bytes()[at] {
                b':' => matches!(written.as_bytes().get(at + 1), None | Some(b' ')),
                _ => written.as_bytes()[at - 1] == b' ',
            };
            written.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '(' | '.' | '_'))
                && !memchr2_iter(b':', b'#', written.as_bytes()).any(is_odd)
        };
        if quoted.is_none() && !is_plain() {
            return None;
        }
        self.advance();
        let value = Value::Scalar { text: text.into(), quoted: quoted.is_some() };
        Some(self.node(value, range))
    }

    /// A text of several lines that are indented further than its key: `|` keeps them apart, `>` joins them. Its place
    /// is that of the lines.
    fn block(&mut self, start: usize, parent: usize) -> Option<Node<'t>> {
        let header = &self.text[start..self.next?.end];
        let is_folded = matches!(header, ">" | ">-");
        if !is_folded && !matches!(header, "|" | "|-") {
            return None;
        }
        let header_end = start + header.len();
        self.advance();
        let first = self.next.filter(|first| first.indent > parent)?;
        // Empty lines before the first one are part of the text.
        if first.start - first.indent != header_end + 1 {
            return None;
        }
        let mut text = String::with_capacity(2 * (first.end - first.start));
        while let Some(line) = self.next.filter(|line| line.indent > parent) {
            let has_edge = self.text[..line.end].ends_with(char::is_whitespace);
            if line.indent < first.indent || is_folded && line.indent > first.indent || has_edge {
                return None;
            }
            if !text.is_empty() {
                let breaks = line.start - line.indent - self.read;
                match breaks {
                    1 if is_folded => text.push(' '),
                    _ => (usize::from(is_folded)..breaks).for_each(|_| text.push('\n')),
                }
            }
            text.push_str(&self.text[line.start - (line.indent - first.indent)..line.end]);
            self.advance();
        }
        if !header.ends_with('-') {
            text.push('\n');
        }
        Some(self.node(Value::Scalar { text: text.into(), quoted: true }, first.start..self.read))
    }
}

/// The key that a line begins with, if its value stands behind it after one space, or below.
fn key(line: &str) -> Option<&str> {
    let bytes = line.as_bytes();
    if !bytes.first()?.is_ascii_alphabetic() {
        return None;
    }
    let start = bytes.get(..LONGEST_KEY).unwrap_or(bytes);
    let end = start.iter().position(|&byte| !IS_OF_KEY[usize::from(byte)])?;
    let is_key = match bytes[end..] {
        [b':'] | [b':', b' '] => true,
        [b':', b' ', next, ..] => next != b' ',
        _ => false,
    };
    is_key.then(|| &line[..end])
}

/// A longer key is for the complete parser.
const LONGEST_KEY: usize = 100;

/// Of each byte, whether it may stand in a key.
const IS_OF_KEY: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::fields::yaml;
    use crate::source::Source;

    /// Whether the text was plain enough; then the complete parser has to read the same, places too.
    fn is_read_as_by_the_complete_parser(text: &str) -> bool {
        let origin = Source::new("a.md", text).origin(7..7 + text.len());
        let Some(plain) = parse(text, origin) else { return false };
        let mut found = Vec::new();
        let complete = yaml::complete(text, origin, &mut found).unwrap();
        assert!(format!("{plain:?}") == format!("{complete:?}"), "{text}\n{plain:?}\n{complete:?}");
        assert!(found.is_empty(), "{text}");
        true
    }

    #[test]
    fn front_matter_of_the_fixtures_is_plain_and_read_the_same() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
        let (mut plain, mut all) = (0, 0);
        for kind in ["articles", "invalid"] {
            for entry in std::fs::read_dir(format!("{folder}/{kind}")).unwrap() {
                let path = entry.unwrap().path();
                let Ok(text) = std::fs::read_to_string(path) else { continue };
                let Some(front) = text.strip_prefix("---\n") else { continue };
                let Some(end) = front.find("\n---\n") else { continue };
                all += 1;
                plain += usize::from(is_read_as_by_the_complete_parser(&front[..=end]));
            }
        }
        assert!(plain * 2 > all && all > 10, "{plain} of {all}");
    }

    #[test]
    fn whatever_is_read_is_read_the_same() {
        const PARTS: &[&str] = &[
            "a: b",
            "key:",
            "key: ",
            "- item",
            "- a: b",
            "- key:",
            "x-y_1: 2026-02-17",
            "t: |",
            "t: >-",
            "t: >",
            "t: |-",
            "word",
            "two words",
            "# no",
            "a: b # c",
            "a: b#c",
            "a: \"b: c\"",
            "a: 'b'",
            "a: 'b''c'",
            "a: \"\\n\"",
            "a: [b]",
            "a: &b c",
            "a: *b",
            "a: b: c",
            "a: https://b.c/d",
            "a:b",
            "a:  b",
            "- - b",
            "-",
            "-  b",
            "- \"b\"",
            "- b: \"c\"",
            "a: ~",
            "a: -1",
            "a: .5",
            "a: (b)",
            "a: é’ü",
            "é: a",
            "a: b\u{a0}",
            "a: \u{a0}b",
            "a: !!str b",
            "a: b ",
            "? a",
            "a: |2",
            "a: |+",
            "---",
            "...",
            "%a",
            "a: \u{2028}b",
            "a: b\u{2028}",
            "a: b\u{85}c",
            "a: null",
            "- |",
            "a: {b: c}",
            "a: \"b\" c",
            "a: \"b",
            "'a': b",
            "a: b:",
            "1: a",
            "a: 🙂",
            "a: `b`",
            "a: @b",
            "a: %b",
            "- key: ",
            "- ",
        ];
        let mut seed = 7_usize;
        let mut next = |below: usize| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        let mut read = 0;
        for run in 0..60_000 {
            let mut text = String::new();
            // Now and then anything may stand anywhere; mostly what is plain, one step further in or out.
            let kinds = if run % 3 == 0 { PARTS.len() } else { 13 };
            let mut indent = 0;
            for _ in 0..=next(6) {
                let is_open =
                    [":\n", "|\n", ">\n", ">-\n", "|-\n"].iter().any(|end| text.ends_with(end));
                indent = match next(8) {
                    0 => next(5),
                    1 | 2 => indent.saturating_sub(2),
                    _ if is_open => indent + 2,
                    _ => indent,
                };
                text.push_str(&" ".repeat(indent));
                text.push_str(PARTS[next(kinds)]);
                text.push_str(if next(12) == 0 { "\n\n" } else { "\n" });
            }
            read += usize::from(is_read_as_by_the_complete_parser(&text));
        }
        assert!(read > 3_000, "{read}");
    }
}
