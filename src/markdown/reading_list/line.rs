//! The line of an entry as plain text, with the places of what could be a title.

use crate::characters::one_line;
use crate::model::{Address, Inline, inlines_text};
use std::ops::Range;

/// How a passage stands out of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Emphasis,
    Strong,
    Link,
    Quotation,
}

/// A passage that could be a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) mark: Mark,
    pub(super) range: Range<usize>,
}

/// An entry without the addresses that are written out in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) spans: Vec<Span>,
    pub(super) address: Option<Address>,
}

impl Line {
    pub(super) fn of(content: &[Inline]) -> Self {
        let mut line = Self { address: address(content), ..Self::default() };
        for inline in content {
            let text = inlines_text(std::slice::from_ref(inline));
            let mark = match inline {
                Inline::Emphasis { .. } => Some(Mark::Emphasis),
                Inline::Strong { .. } => Some(Mark::Strong),
                Inline::Link { content, .. } => match content[..] {
                    [Inline::Emphasis { .. }] => Some(Mark::Emphasis),
                    _ => Some(Mark::Link),
                },
                _ => None,
            };
            if mark.is_some() && (is_address(text.trim()) || text.trim().is_empty()) {
                continue;
            }
            let start = line.text.len();
            line.text.push_str(&text);
            if let Some(mark) = mark {
                line.spans.push(Span { mark, range: start..line.text.len() });
            }
        }
        line.quotations();
        line
    }

    /// The line as if nothing stood out in it.
    pub(super) fn plain(&self) -> Self {
        let mut line = Self { text: self.text.clone(), ..Self::default() };
        line.quotations();
        line
    }

    /// The words of a span, without quotation marks around them or a full stop behind.
    pub(super) fn title(&self, range: &Range<usize>) -> Option<String> {
        let marks: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '‹', '›', '「', '」', '『', '』'];
        let text = self.text[range.clone()].trim();
        let text = text.trim_end_matches(['.', ',', ';', ':']).trim_start_matches(marks);
        let text = match text.strip_suffix(['\'', '’']) {
            Some(inner) if self.text[range.clone()].trim().starts_with(['\'', '‘']) => inner,
            _ => text.trim_end_matches(marks),
        };
        let text = one_line(text.trim_end_matches(['.', ',']).trim());
        (!text.is_empty()).then_some(text)
    }

    /// The first span from a place on, quotations with it.
    pub(super) fn next(&self, from: usize) -> Option<&Span> {
        self.spans.iter().find(|span| span.range.start >= from)
    }

    /// Finds what stands in quotation marks outside of other spans.
    fn quotations(&mut self) {
        let mut at = 0;
        let mut before = ' ';
        while let Some(c) = self.text[at..].chars().next() {
            let next = at + c.len_utf8();
            let closing: &[char] = match c {
                '"' | '“' => &['"', '”'],
                '„' => &['“', '”', '"'],
                '«' => &['»'],
                '‘' | '\'' => &['’', '\''],
                '”' => &['”'],
                _ => &[],
            };
            let opens =
                !closing.is_empty() && (before.is_whitespace() || matches!(before, '(' | '['));
            let is_inside = |at: usize| {
                self.spans.iter().any(|span| span.range.start <= at && at < span.range.end)
            };
            if opens
                && !is_inside(at)
                && let Some(end) =
                    closed(&self.text, next, closing).filter(|end| !is_inside(end - 1))
            {
                self.spans.retain(|span| span.range.start < at || span.range.start >= end);
                self.spans.push(Span { mark: Mark::Quotation, range: at..end });
                before = '"';
                at = end;
            } else {
                before = c;
                at = next;
            }
        }
        self.spans.sort_by_key(|span| span.range.start);
    }
}

/// Where the quotation ends that is open at a place: an apostrophe within it does not end it.
fn closed(text: &str, from: usize, closing: &[char]) -> Option<usize> {
    let ends = text[from..].char_indices().filter(|(_, c)| closing.contains(c)).map(|(at, c)| {
        let end = from + at + c.len_utf8();
        (end, text[end..].chars().next())
    });
    let mut last = None;
    for (end, behind) in ends {
        match behind {
            None | Some(',' | '.' | ';' | ':' | ')' | ']' | '?' | '!') => return Some(end),
            Some(c) if c.is_whitespace() => {
                if !closing.contains(&'’') {
                    return Some(end);
                }
                last = Some(end);
            }
            Some(_) => {}
        }
    }
    last
}

fn address(content: &[Inline]) -> Option<Address> {
    content.iter().find_map(|inline| match inline {
        Inline::Link { address, .. } => Some(address.clone()),
        other => address(other.content()),
    })
}

/// Whether a text is an address, or words that only point to one.
fn is_address(text: &str) -> bool {
    const POINTERS: &[&str] = &[
        "here",
        "link",
        "website",
        "web site",
        "online",
        "pdf",
        "read it",
        "read it here",
        "read online",
        "available here",
        "available online",
        "doi",
        "full text",
        "buy",
        "download",
    ];
    let has_host = |text: &str| {
        text.split(['/', '?', '#']).next().is_some_and(|host| {
            host.rsplit_once('.').is_some_and(|(name, end)| {
                !name.is_empty()
                    && end.len() > 1
                    && end.bytes().all(|byte| byte.is_ascii_lowercase())
            })
        })
    };
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'+');
    let has_sign = ["://", "@"].iter().any(|sign| text.contains(sign)) || text.starts_with("doi:");
    !text.contains(char::is_whitespace) && (is_number || has_sign || has_host(text))
        || POINTERS.contains(&text.to_lowercase().trim_end_matches('.'))
}
