//! What stands behind a title: who published the work, and when.

use super::people::{is_house, is_publisher};
use crate::model::PartialDate;

/// Who published a work, and when, as far as it is sure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Imprint {
    pub(super) publisher: Option<String>,
    pub(super) published: Option<PartialDate>,
    /// What the brackets did not take.
    pub(super) rest: String,
}

/// `(London: Routledge, 1988)`, `. London: Routledge, 1988.`, `, Routledge, 1988`, with editions and remarks between.
pub(super) fn imprint(text: &str) -> Imprint {
    let mut found = Imprint::default();
    let mut rest = text.trim_start_matches(is_stop).to_owned();
    while let Some((before, inner, behind)) = brackets(&rest) {
        // Brackets without a date are remarks.
        if inner.1 {
            let (publisher, published) = pieces(inner.0);
            if published.is_some() && found.published.is_none() {
                found.published = published;
                found.publisher = publisher;
            }
        }
        rest = format!("{before}{behind}");
    }
    rest.trim_start_matches(is_stop).clone_into(&mut found.rest);
    found
}

/// Reads the sentences of what brackets did not take.
pub(super) fn sentences(mut found: Imprint) -> Imprint {
    let rest = std::mem::take(&mut found.rest);
    let mut at = 0;
    for _ in 0..3 {
        let Some(sentence) = rest.get(at..).filter(|rest| !rest.trim().is_empty()) else { break };
        let end = sentence_end(sentence);
        let (publisher, published) =
            pieces(&sentence[..end.map_or(sentence.len(), |(end, _)| end)]);
        found.published = found.published.or(published);
        if found.publisher.is_none() {
            found.publisher = publisher;
        }
        let Some((_, next)) = end.filter(|_| found.publisher.is_none()) else { break };
        at += next;
    }
    found
}

const fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | ' ' | '\u{a0}')
}

/// What stands before the first brackets, in them (and whether they are round), and behind.
fn brackets(text: &str) -> Option<(&str, (&str, bool), &str)> {
    let start = text.find(['(', '['])?;
    let is_round = text[start..].starts_with('(');
    let end = start + text[start..].find(if is_round { ')' } else { ']' })?;
    Some((text[..start].trim_end(), (text[start + 1..end].trim(), is_round), &text[end + 1..]))
}

/// Publisher and year of `London: Routledge, 1988`, where the parts leave no doubt.
fn pieces(text: &str) -> (Option<String>, Option<PartialDate>) {
    let text = text.trim().trim_end_matches('.').replace("; ", ", ");
    let mut published = None;
    let mut named: Vec<&str> = Vec::new();
    for piece in text.split(", ").map(str::trim) {
        let lower = piece.to_lowercase();
        if ["pp", "p. ", "p.", "http", "doi", "isbn", "available", "accessed", "retrieved"]
            .iter()
            .any(|word| lower.starts_with(word))
        {
            break;
        }
        if let Some(date) = date(piece) {
            published = published.or(Some(date));
        } else if !is_edition(&lower) && !piece.is_empty() {
            named.push(piece);
        }
    }
    let placed =
        named.iter().find_map(|piece| piece.split_once(": ").map(|(_, behind)| behind.trim()));
    let publisher = match (placed, &named[..]) {
        (Some(placed), _) => Some(placed),
        (None, [only]) => Some(*only),
        (None, several) => {
            let mut houses = several.iter().filter(|piece| is_house(piece));
            houses.next().copied().filter(|_| houses.next().is_none())
        }
    };
    (publisher.filter(|name| is_publisher(name)).map(str::to_owned), published)
}

fn is_edition(lower: &str) -> bool {
    let words: Vec<&str> = lower.split([' ', '.']).collect();
    words.iter().any(|word| {
        matches!(
            *word,
            "ed" | "edn" | "edition" | "vol" | "vols" | "volume" | "auflage" | "aufl" | "édition"
        )
    })
}

/// A year, a month of a year or a day of one.
pub(super) fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    year(text)
        .or_else(|| PartialDate::from_words(text).filter(|date| date.year().is_some_and(is_likely)))
}

/// `1988`, or `1988a` where an author wrote much in that year.
pub(super) fn year(text: &str) -> Option<PartialDate> {
    let digits = text.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(text);
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = is_year.then(|| digits.parse().ok()).flatten()?;
    is_likely(year).then(|| PartialDate::new(Some(year), None, None).ok()).flatten()
}

fn is_likely(year: i16) -> bool {
    (1450..=2100).contains(&year)
}

/// What stands in brackets where a date belongs: the date, or none of `n.d.`, `in press` and `1917/1957`.
#[expect(clippy::option_option, reason = "the inner one is the date, which need not be known")]
pub(super) fn bracketed_date(text: &str) -> Option<Option<PartialDate>> {
    if let Some(date) = date(text) {
        return Some(Some(date));
    }
    let is_pair = text.split_once(['/', '–', '-']).is_some_and(|(first, second)| {
        year(first.trim()).is_some() && year(second.trim()).is_some()
    });
    let is_unknown = matches!(
        &*text.to_lowercase(),
        "n.d." | "n.d" | "nd" | "no date" | "in press" | "forthcoming" | "o. j." | "s.d."
    );
    (is_pair || is_unknown).then_some(None)
}

/// The only year in a text, where pages and numbers are none.
pub(super) fn only_year(text: &str) -> Option<PartialDate> {
    let bytes = text.as_bytes();
    let mut found = None;
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if length == 4 {
            let is_joined = |c: Option<char>| {
                c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '–' | '-' | '/' | ':'))
            };
            let (before, behind) = (text[..at].chars().next_back(), text[at + 4..].chars().next());
            let is_page = is_joined(before)
                || behind.is_some_and(|c| c.is_alphanumeric() || matches!(c, '–' | '-' | '/'));
            if !is_page
                && let Some(year) = year(&text[at..at + 4])
                && found.replace(year).is_some()
            {
                return None;
            }
        }
        at += length.max(1);
    }
    found
}

/// Whether a text has the numbers of a journal: `65(2)`, `14, 237–258`, `2010;65`, `vol. 3`.
pub(super) fn has_volume(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bytes = lower.as_bytes();
    let issue = lower.match_indices('(').any(|(at, _)| {
        at > 0
            && bytes[at - 1].is_ascii_digit()
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    });
    let semicolon = lower.match_indices(';').any(|(at, _)| {
        at > 3
            && bytes[at - 1].is_ascii_digit()
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    });
    let is_number = |piece: &str| {
        matches!(piece.len(), 1..=3) && piece.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_range = |piece: &str| {
        let piece =
            piece.trim_start_matches("pp. ").trim_start_matches("pp.").trim_end_matches('.');
        piece.split_once(['–', '-']).is_some_and(|(from, to)| {
            !from.is_empty()
                && [from, to].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        })
    };
    let pieces: Vec<&str> = lower.split([',', ':']).map(str::trim).collect();
    let pages = pieces
        .windows(2)
        .any(|pair| is_number(pair[0].trim_start_matches(is_stop)) && is_range(pair[1]));
    issue || semicolon || pages
}

/// Where the first sentence of a text ends, and where the next begins: no initial, number or abbreviation ends one.
pub(super) fn sentence_end(text: &str) -> Option<(usize, usize)> {
    const SHORT: &[&str] = &[
        "vol", "no", "dr", "prof", "mr", "mrs", "ms", "st", "vs", "ed", "eds", "rev", "pp", "cf",
        "bd", "al", "e.g", "i.e",
    ];
    text.match_indices(['.', '?', '!']).find_map(|(at, stop)| {
        let behind = &text[at + 1..];
        let space = behind.len() - behind.trim_start().len();
        let word = text[..at].rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default();
        let is_short = stop == "."
            && (word.chars().count() < 2 || SHORT.contains(&word.to_lowercase().as_str()));
        // A question mark belongs to the title.
        let end = if stop == "." { at } else { at + 1 };
        (!is_short && (space > 0 || behind.is_empty())).then_some((end, at + 1 + space))
    })
}
