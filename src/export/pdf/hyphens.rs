//! Where British words may be parted. The typesetter's own patterns for English are American.

use crate::model::Language;
use hyphenation::{Hyphenator as _, Language as Patterns, Load as _, Standard};
use std::sync::OnceLock;

/// Marks a place where a word may be parted; what does not end a line is taken out again after
/// typesetting, so that nobody copies or hears it.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';
/// Shorter words are never parted.
const SHORTEST: usize = 6;
/// The fewest letters before and after the hyphen.
const LEAST: usize = 3;

/// Whether words of this language are parted by the patterns that are here.
pub(super) fn is_british(language: &Language) -> bool {
    language.primary() == "en" && !matches!(language.region(), Some("US" | "us"))
}

/// Marks all places where a word may be parted. Names, numbers and addresses stay whole.
pub(super) fn with_hyphens(text: &str) -> String {
    marked(text, |word| word.bytes().all(|b| b.is_ascii_lowercase()))
}

/// The same, where there is no room for names either.
pub(super) fn with_hyphens_in_all(text: &str) -> String {
    marked(text, |word| word.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn marked(text: &str, may_be_parted: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for part in text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-'))
    {
        let inner = part.trim_matches(|c: char| !c.is_alphabetic());
        let is_word = inner.len() >= SHORTEST && may_be_parted(inner);
        let Some(start) = part.find(inner).filter(|_| is_word) else {
            out.push_str(part);
            continue;
        };
        let (before, after) = (&part[..start], &part[start + inner.len()..]);
        out.push_str(before);
        let mut from = 0;
        for at in places(&inner.to_ascii_lowercase()) {
            out.push_str(&inner[from..at]);
            out.push(SOFT_HYPHEN);
            from = at;
        }
        out.push_str(&inner[from..]);
        out.push_str(after);
    }
    out
}

fn places(word: &str) -> Vec<usize> {
    let mut places = patterns().map_or_else(Vec::new, |patterns| patterns.opportunities(word));
    places.retain(|at| *at >= LEAST && at + LEAST <= word.len());
    places
}

fn patterns() -> Option<&'static Standard> {
    static PATTERNS: OnceLock<Option<Standard>> = OnceLock::new();
    let load = || {
        let mut bytes: &[u8] = include_bytes!("../../../assets/hyphenation/en-gb.standard.bincode");
        Standard::from_reader(Patterns::EnglishGB, &mut bytes).ok()
    };
    PATTERNS.get_or_init(load).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> String {
        with_hyphens(text).replace(SOFT_HYPHEN, "|")
    }

    #[test]
    fn words_are_parted_as_in_britain() {
        // American patterns have psy-chother-apy.
        assert_eq!(parted("psychotherapy, unconscious"), "psy|cho|ther|apy, uncon|scious");
    }

    #[test]
    fn names_addresses_and_short_words_stay_whole() {
        let text = "Wexcombe https://example.org/psychotherapy never someone's B1234567";
        assert_eq!(parted(text), text);
    }

    #[test]
    fn no_letter_is_lost() {
        let text = "“(considering)” — well-considered psycho\u{200b}therapy…  ";
        assert_eq!(with_hyphens(text).replace(SOFT_HYPHEN, ""), text);
    }

    #[test]
    fn british_is_all_english_but_american() {
        let of = |tag: &str| is_british(&tag.parse().unwrap());
        assert_eq!(
            ["en", "en-GB", "en-IE", "en-US", "de"].map(of),
            [true, true, true, false, false]
        );
    }
}
