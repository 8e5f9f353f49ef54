//! Where sentences end.

use std::ops::Range;

/// Short forms after which a sentence goes on.
const SHORT: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "rev", "e.g", "i.e", "eg", "ie", "cf", "vs",
    "etc", "no", "approx", "fig", "vol", "ed", "eds", "al", "p", "pp", "jan", "feb", "mar", "apr",
    "aug", "sept", "oct", "nov", "dec", "acc", "accred", "snr", "hons",
];

/// Adds the sentences of a passage, whose text begins at `offset`.
pub(super) fn split(text: &str, offset: usize, out: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = text[at..].find(['.', '!', '?', '…']) {
        let mark = at + found;
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

/// Whether a full stop belongs to the word before it. `etc.` and the like may end a sentence too; then a capital
/// letter follows.
fn is_short(before: &str, after: &str) -> bool {
    let word = before.rsplit([' ', '(', '\u{a0}', '“', '"']).next().unwrap_or_default();
    let mut letters = word.chars();
    let is_initial =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let folded = word.to_ascii_lowercase();
    let follows = after.trim_start().chars().next();
    match &*folded {
        "etc" | "al" | "no" | "ed" | "acc" | "accred" | "snr" => {
            !follows.is_some_and(char::is_uppercase)
        }
        _ => is_initial || is_number && before.trim() == word || SHORT.contains(&&*folded),
    }
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
