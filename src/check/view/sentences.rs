//! Where sentences end.

use std::ops::Range;

/// Short forms after which a sentence goes on.
const SHORT: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "rev", "e.g", "i.e", "eg", "ie", "cf", "vs",
    "approx", "fig", "vol", "eds", "p", "pp", "jan", "feb", "mar", "apr", "aug", "sept", "oct",
    "nov", "dec", "hons",
];

/// Those that may end a sentence too.
const MAY_END: &[&str] = &["etc", "al", "no", "ed", "acc", "accred", "snr"];

/// The longest of them has so many letters.
const LONGEST: usize = 6;

/// Adds the sentences of a passage, whose text begins at `offset`.
pub(super) fn split(text: &str, offset: usize, out: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    let has_ellipsis = memchr::memmem::find(bytes, "…".as_bytes()).is_some();
    while let Some(mark) = next_mark(text, at, has_ellipsis) {
        // Several marks, and what closes behind them, belong to the sentence.
        let rest = &text[mark..];
        let tail = rest.trim_start_matches(['.', '!', '?', '…']);
        let tail = tail.trim_start_matches(['"', '\'', '”', '’', '»', ')', ']']);
        let end = text.len() - tail.len();
        at = end;
        let goes_on = !tail.is_empty() && !tail.starts_with(char::is_whitespace)
            || tail.trim_start().starts_with(char::is_lowercase)
            || bytes[mark] == b'.' && end == mark + 1 && is_short(&text[start..mark], tail);
        if !goes_on {
            push(text, start..end, offset, out);
            start = end;
        }
    }
    push(text, start..text.len(), offset, out);
}

/// Where the next mark stands that may end a sentence.
fn next_mark(text: &str, from: usize, has_ellipsis: bool) -> Option<usize> {
    let rest = &text[from..];
    let found = if has_ellipsis {
        rest.find(['.', '!', '?', '…'])
    } else {
        memchr::memchr3(b'.', b'!', b'?', rest.as_bytes())
    };
    found.map(|at| from + at)
}

/// Whether a full stop belongs to the word before it. `etc.` and the like may end a sentence too; then a capital
/// letter follows.
fn is_short(before: &str, after: &str) -> bool {
    let start = before.rfind([' ', '(', '\u{a0}', '“', '"']);
    let word = match start.and_then(|at| before[at..].chars().next().map(|c| at + c.len_utf8())) {
        Some(start) => &before[start..],
        None => before,
    };
    let mut letters = word.chars();
    let is_initial =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is = |short: &&str| short.eq_ignore_ascii_case(word);
    let may_end = word.len() <= LONGEST && MAY_END.iter().any(is);
    if may_end {
        return !after.trim_start().starts_with(char::is_uppercase);
    }
    is_initial
        || is_number && before.trim() == word
        || word.len() <= LONGEST && SHORT.iter().any(is)
}

fn push(text: &str, range: Range<usize>, offset: usize, out: &mut Vec<Range<usize>>) {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    if start < end {
        out.push(start + offset..end + offset);
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_sentence_ends_where_a_reader_takes_breath() {
        for (text, expected) in [
            ("One. Two! Three?", &["One.", "Two!", "Three?"][..]),
            ("He said, “Stop.” Then he left.", &["He said, “Stop.”", "Then he left."]),
            ("Dr. Reed came, e.g. on Mondays. So?", &["Dr. Reed came, e.g. on Mondays.", "So?"]),
            ("See example.org/a.b for 3.5 reasons", &["See example.org/a.b for 3.5 reasons"]),
            ("Well… perhaps. J. Reed knows", &["Well… perhaps.", "J. Reed knows"]),
            ("She is MBACP (Accred). He is not.", &["She is MBACP (Accred).", "He is not."]),
            ("It was I. You knew.", &["It was I.", "You knew."]),
        ] {
            let mut ranges = Vec::new();
            split(text, 0, &mut ranges);
            let found: Vec<&str> = ranges.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected);
        }
    }
}
