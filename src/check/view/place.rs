//! From a range of the text to the bytes of the source.

use crate::source::{Origin, Source};
use std::ops::Range;

/// A run of the text, and the bytes that it was read from.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    pub(super) origin: Origin,
}

/// The bytes from which a range was read; none where no piece of text has a place.
pub(super) fn place(
    source: Option<&Source>,
    text: &str,
    pieces: &[Piece],
    range: Range<usize>,
) -> Option<Origin> {
    let first = pieces.iter().find(|piece| range.start < piece.range.end)?;
    let last = pieces.iter().rev().find(|piece| piece.range.start < range.end)?;
    if first.origin.is_unknown() || first.origin.source() != last.origin.source() {
        return Some(first.origin);
    }
    let start = offset(source, text, first, range.start);
    let end = offset(source, text, last, range.end);
    let (start, end) = match (start, end) {
        (Some(start), Some(end)) if start <= end => (start, end),
        // The words, where the source says them once.
        _ => match only(source, first.origin.range(), text.get(range)?) {
            Some(found) => (found.start, found.end),
            None => {
                let ends = (first.origin.range(), last.origin.range());
                (ends.0.start.min(ends.1.start), ends.0.end.max(ends.1.end))
            }
        },
    };
    Some(first.origin.with_range(start..end))
}

/// Where the only place is at which these bytes of the source say these words.
pub(super) fn only(
    source: Option<&Source>,
    within: Range<usize>,
    words: &str,
) -> Option<Range<usize>> {
    let raw = source?.text().get(within.clone())?;
    let mut found = raw.match_indices(words);
    let (at, _) = found.next()?;
    let start = within.start + at;
    found.next().is_none().then_some(start..start + words.len())
}

/// The byte of the source from which the text at this place was read.
fn offset(source: Option<&Source>, text: &str, piece: &Piece, at: usize) -> Option<usize> {
    let own = text.get(piece.range.clone())?;
    let wanted = at.clamp(piece.range.start, piece.range.end) - piece.range.start;
    let raw_range = piece.origin.range();
    let source = source.filter(|source| piece.origin.source() == Some(source.id()));
    let Some(source) = source else {
        return (own.len() == raw_range.len()).then_some(raw_range.start + wanted);
    };
    let raw = source.text().get(raw_range.clone())?;
    if raw == own {
        return Some(raw_range.start + wanted);
    }
    Some(raw_range.start + aligned(own, raw, wanted)?)
}

/// Follows a text through the source that it was read from: escapes and character references are one
/// character, straight marks curly ones, hyphens dashes.
fn aligned(text: &str, raw: &str, wanted: usize) -> Option<usize> {
    let (mut t, mut r) = (0, 0);
    while t < wanted {
        let same = alike(&text[t..wanted], &raw[r..]);
        if same > 0 {
            t += same;
            r += same;
            continue;
        }
        let c = text[t..].chars().next()?;
        let rest = &raw[r..];
        let next = rest.chars().next()?;
        let reference = ["&amp;", "&#38;", "&#x26;"].iter().find(|word| rest.starts_with(*word));
        let taken = match (c, next) {
            ('&', _) if reference.is_some() => reference.map_or(1, |word| word.len()),
            _ if c == next => next.len_utf8(),
            (_, '\\') => {
                r += 1;
                continue;
            }
            (_, '&') => rest.find(';').filter(|end| *end < 40)? + 1,
            ('“' | '”' | '„' | '«' | '»' | '「' | '」', '"') => 1,
            ('‘' | '’' | '‚' | '‹' | '›' | '“' | '”' | '『' | '』' | '«' | '»' | '„', '\'') => {
                1
            }
            // French marks bring a space of their own.
            ('\u{202f}', _) => 0,
            ('…', '.') if rest.starts_with("...") => 3,
            ('—', '-') if rest.starts_with("---") => 3,
            ('–', '-') if rest.starts_with("--") => 2,
            (' ', '\t' | '\n' | '\r') => 1,
            (_, ' ' | '\t' | '\n' | '\r' | '>') => {
                r += next.len_utf8();
                continue;
            }
            _ => return None,
        };
        t += c.len_utf8();
        r += taken;
    }
    // What is wanted begins behind what stands only in the source.
    let escaped = text[t..].chars().next();
    while raw[r..].starts_with('\\') && escaped != Some('\\') {
        r += 1;
    }
    Some(r)
}

/// How many bytes are the same in both, up to an `&`, which may be written as a reference.
fn alike(text: &str, raw: &str) -> usize {
    let pairs = text.bytes().zip(raw.bytes());
    let mut same = pairs.take_while(|(one, other)| one == other && *one != b'&').count();
    while !text.is_char_boundary(same) {
        same -= 1;
    }
    same
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn a_text_is_followed_through_its_source() {
        let found = |text: &str, raw: &str, word: &str| {
            let at = aligned(text, raw, text.find(word).unwrap()).unwrap();
            raw[at..].starts_with(word)
        };
        assert!(found("It’s “so” – here", "It's \"so\" -- here", "here"));
        assert!(found("a * b… c", "a \\* b... c", "c"));
        assert!(found("Salt & pepper", "Salt &amp; pepper", "pepper"));
        assert!(found(
            "« un » deux".replace(' ', "\u{202f}").as_str(),
            "\"un\"\u{202f}deux",
            "deux"
        ));
        assert_eq!(aligned("one two", "eins zwei", 4), None);
    }
}
