//! Words that rules look for, all found in one pass.

use super::chunk;
use super::known::{self, Known};
use super::rules;
use std::ops::Range;
use std::sync::OnceLock;

/// A list of words and phrases that a rule looks for.
///
/// Written in small letters; capitals are found too. A list's words are found whole, wherever they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// Words as Americans spell them.
    American,
    /// Words as the British spell them.
    British,
    /// Claims that a remedy works.
    Claims,
    /// Words that stand for the label of a story.
    Disclaimers,
    /// Registration by law.
    Legally,
    /// Words of topics that mean something else.
    Metaphors,
    /// Words that bring a patient in.
    StorySigns,
    /// Words that announce praise.
    Testimonials,
    /// Topics that call for urgent help.
    Topics,
    /// Words of sentences that speak of somebody else, or of what is no longer, or is not yet.
    Traps,
}

/// How many lists there are.
const LISTS: usize = List::Traps as usize + 1;

/// A word of a list in the text.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// Which word of the list.
    pub(super) word: &'static str,
    /// Where it stands in the text of the view.
    pub(super) range: Range<usize>,
}

/// The words of all lists in a text, each list's in the order of the text.
#[derive(Debug)]
pub(super) struct Hits([Vec<Hit>; LISTS]);

impl Hits {
    pub(super) fn of(&self, list: List) -> &[Hit] {
        &self.0[list as usize]
    }
}

/// What is looked for where one of its words stands.
struct Pattern {
    list: List,
    words: &'static str,
    /// Where in it the word stands by which it is found.
    offset: usize,
}

fn patterns() -> &'static Known<Pattern> {
    static PATTERNS: OnceLock<Known<Pattern>> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let patterns = rules::lists().map(|(list, words)| {
            let longest = longest_word(words);
            (&words[longest.clone()], Pattern { list, words, offset: longest.start })
        });
        Known::new(patterns)
    })
}

/// The longest word of ASCII letters; of several the first.
fn longest_word(words: &str) -> Range<usize> {
    let mut longest = 0..0;
    let mut start = 0;
    for part in words.split(|c: char| !c.is_ascii_lowercase()) {
        if part.len() > longest.len() {
            longest = start..start + part.len();
        }
        let end = start + part.len();
        start = end + words[end..].chars().next().map_or(0, char::len_utf8);
    }
    longest
}

/// All words of all lists.
pub(super) fn find(text: &str) -> Hits {
    let known = patterns();
    let mut hits = Hits(std::array::from_fn(|_| Vec::new()));
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let chunk = chunk::at(bytes, at);
        let letters = chunk::letters(chunk);
        let mut length = chunk::run(letters);
        if length == 0 {
            at += chunk::before(letters);
            continue;
        }
        let mut hash = known::mix(0, chunk::first(chunk::small(chunk), length));
        while length.is_multiple_of(chunk::BYTES) {
            let chunk = chunk::at(bytes, at + length);
            let more = chunk::run(chunk::letters(chunk));
            if more == 0 {
                break;
            }
            hash = known::mix(hash, chunk::first(chunk::small(chunk), more));
            length += more;
        }
        for pattern in known.under(hash) {
            hits.0[pattern.list as usize].extend(pattern.found(text, at));
        }
        // What stands behind it is no letter.
        at += length + 1;
    }
    // Those of several words are found by one in their middle.
    hits.0.iter_mut().for_each(|hits| hits.sort_by_key(|hit| (hit.range.start, hit.range.end)));
    hits
}

impl Pattern {
    /// Whether it stands in a text, whole, where the word by which it is found stands.
    fn found(&self, text: &str, at: usize) -> Option<Hit> {
        let start = at.checked_sub(self.offset)?;
        let range = start..start + self.words.len();
        let is_same = text.get(range.clone())?.eq_ignore_ascii_case(self.words);
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let goes_on = is_word(text[..range.start].chars().next_back())
            && is_word(self.words.chars().next())
            || is_word(text[range.end..].chars().next()) && is_word(self.words.chars().next_back());
        (is_same && !goes_on).then_some(Hit { word: self.words, range })
    }
}

#[cfg(test)]
mod tests {
    use super::{List, find, longest_word};
    use crate::check::rules;

    #[test]
    fn every_word_of_every_list_is_found_whole_and_in_capitals() {
        for (list, words) in rules::lists() {
            assert_eq!(words, words.to_lowercase(), "lists are in small letters");
            assert!(!longest_word(words).is_empty(), "{words}");
            let text = format!("é ({}) {words}, x{words} {words}x", words.to_ascii_uppercase());
            let hits = find(&text);
            let found: Vec<_> = hits.of(list).iter().filter(|hit| hit.word == words).collect();
            let starts = |c: char| c.is_alphanumeric();
            // A word that begins or ends in a mark is whole wherever it stands.
            let joined =
                usize::from(!words.starts_with(starts)) + usize::from(!words.ends_with(starts));
            assert_eq!(found.len(), 2 + joined, "{words}");
            assert_eq!(&text[found[1].range.clone()], words);
        }
    }

    #[test]
    fn the_order_is_that_of_the_text() {
        let text = "An eating disorder, suicide, disordered eating, psychosis";
        let found: Vec<_> = find(text).of(List::Topics).iter().map(|hit| hit.word).collect();
        assert_eq!(found, ["eating disorder", "suicide", "psychosis"]);
    }
}
