//! The attributes of tags, before a tokeniser sees them.

use std::borrow::Cow;
use std::ops::Range;

/// More than any element of ours has. html5gum calls itself for each attribute of a tag: at 200 of them a
/// thread with 2 MiB of stack is at its end.
pub(super) const MOST: usize = 24;

/// What says something, so that it stays wherever in its tag it stands.
const KEPT: [&str; 5] = ["alt", "title", "href", "src", "lang"];

/// The HTML with spaces in the place of what stands behind the first 24 attributes of a tag, and where
/// that was; every byte stays where it is.
pub(super) fn bounded(html: &str) -> (Cow<'_, str>, Vec<Range<usize>>) {
    let mut surplus = Vec::new();
    // Each attribute has white space or a slash before it, so a short text cannot have too many.
    if html.len() > 2 * MOST {
        let mut at = 0;
        while let Some(found) = html[at..].find('<') {
            at += found;
            let rest = &html[at..];
            let past =
                |end: &str| rest.find(end).map_or(html.len(), |found| at + found + end.len());
            at = if rest.starts_with("<!--") {
                past("-->")
            } else if is_odd_comment(rest) {
                past(">")
            } else {
                match tag(html.as_bytes(), at, &mut surplus) {
                    (end, true) => end,
                    (end, false) => raw_text_end(html, at, end),
                }
            };
        }
    }
    if surplus.is_empty() {
        return (Cow::Borrowed(html), surplus);
    }
    let mut kept = String::with_capacity(html.len());
    let mut at = 0;
    for range in &surplus {
        kept.push_str(&html[at..range.start]);
        kept.extend(std::iter::repeat_n(' ', range.len()));
        at = range.end;
    }
    kept.push_str(&html[at..]);
    (Cow::Owned(kept), surplus)
}

/// Where a tokeniser looks for tags again behind the start tag between these bytes: behind the text of an element that
/// has no tags inside. The names are those of `html5gum::naive_next_state`.
fn raw_text_end(html: &str, start: usize, end: usize) -> usize {
    const RAW: &[&str] = &[
        "iframe",
        "noembed",
        "noframe",
        "noscript",
        "plaintext",
        "script",
        "style",
        "textarea",
        "title",
        "xmp",
    ];
    let is_end = |c: char| matches!(c, '/' | '>') || c.is_ascii_whitespace();
    let name = html[start + 1..end].split(is_end).next().unwrap_or_default();
    let Some(name) = RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name)) else { return end };
    let mut at = end;
    while let Some(found) = html[at..].find("</") {
        at += found;
        let behind = html.get(at + 2..at + 2 + name.len());
        if behind.is_some_and(|behind| behind.eq_ignore_ascii_case(name))
            && html[at + 2 + name.len()..].starts_with(is_end)
        {
            return at;
        }
        at += 2;
    }
    html.len()
}

/// Whether this is a comment by its odd start, whatever comes before the `>` that ends it.
fn is_odd_comment(rest: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    rest.starts_with("<!")
        || rest.starts_with("<?")
        || rest.strip_prefix("</").is_some_and(|name| !is_letter(name.chars().next()))
}

/// What a byte of a tag follows (<https://html.spec.whatwg.org/#before-attribute-name-state> and those behind it).
#[derive(Clone, Copy)]
enum State {
    Element,
    /// White space, a slash or a quoted value, where another attribute may begin.
    Between,
    Name,
    BehindName,
    BeforeValue,
    /// Without quotation marks.
    Value,
}

/// Follows the tag that begins here to its end, which is returned, and whether its element ends there too (`<br/>`).
fn tag(html: &[u8], start: usize, surplus: &mut Vec<Range<usize>>) -> (usize, bool) {
    let mut at = start + 1;
    if !html.get(at).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/') {
        return (at, false);
    }
    let mut count = 0;
    let mut current = None;
    let mut kept = [false; KEPT.len()];
    let mut state = State::Element;
    while let Some(&byte) = html.get(at) {
        let is_space = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c');
        state = match (state, byte) {
            (_, b'>') => break,
            (State::BeforeValue, b'"' | b'\'') => {
                let end = html[at + 1..].iter().position(|&other| other == byte);
                at += end.map_or(html.len() - at - 1, |end| end + 1);
                State::Between
            }
            (State::Element | State::Value, _) if is_space => State::Between,
            (State::Element | State::Name | State::BehindName, b'/') => State::Between,
            (State::Name, _) if is_space => State::BehindName,
            (State::Name | State::BehindName, b'=') => State::BeforeValue,
            (State::Between, b'/') => State::Between,
            (State::BeforeValue, _) if !is_space => State::Value,
            (State::Between | State::BehindName, _) if !is_space => {
                count += 1;
                if count > MOST {
                    drop_attribute(html, current.replace(at), at, &mut kept, surplus);
                }
                State::Name
            }
            (state, _) => state,
        };
        at += 1;
    }
    let end = at.min(html.len());
    drop_attribute(html, current, end, &mut kept, surplus);
    (at, matches!(state, State::Between) && html[..end].ends_with(b"/"))
}

/// Drops the attribute that begins at a place, up to the next or the end of its tag; but each of those that mean
/// something stays once.
fn drop_attribute(
    html: &[u8],
    start: Option<usize>,
    end: usize,
    kept: &mut [bool; KEPT.len()],
    surplus: &mut Vec<Range<usize>>,
) {
    let Some(start) = start else { return };
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'/');
    let name = html[start..end].split(is_end).next().unwrap_or_default();
    let known = KEPT.iter().position(|kept| kept.as_bytes().eq_ignore_ascii_case(name));
    if known.is_some_and(|at| !std::mem::replace(&mut kept[at], true)) {
        return;
    }
    match surplus.last_mut() {
        Some(last) if last.end == start => last.end = end,
        _ => surplus.push(start..end),
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, bounded};

    #[test]
    fn only_the_attributes_behind_the_twenty_fourth_go() {
        let many = format!("<a{}>é</a> <b c='d>'>", " b=\"c d>\"".repeat(30));
        let (kept, gone) = bounded(&many);
        assert_eq!(kept.len(), many.len());
        assert_eq!(kept.matches("c d>").count(), 24);
        assert!(kept.ends_with(">é</a> <b c='d>'>"));
        assert_eq!(gone.len(), 1);
        let odd = format!("<img{} alt=x ALT=y b src='z'/>", " b".repeat(MOST));
        let left = format!("<img{} alt=x         src='z'/>", " b".repeat(MOST));
        assert_eq!(bounded(&odd).0, left);
        // Quotation marks count behind the equals sign of a value only.
        let marks = format!("<a{} \" a=b\"c =\" d = 'e f>'>u", " b".repeat(MOST));
        let left = format!("<a{}{}>u", " b".repeat(MOST), " ".repeat(22));
        assert_eq!(bounded(&marks).0, left);
        for (start, end) in [("<!--", "-->"), ("<!x", ">"), ("<?x", ">"), ("</-", ">")] {
            let comment = format!("{start} <a{} {end}", " b".repeat(100));
            assert_eq!(bounded(&comment).0, comment);
        }
    }
}
