//! Words that rules look for, all found in one pass.

use super::rules;
use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;
use std::sync::OnceLock;

/// A list of words and phrases that a rule looks for.
///
/// Written in small letters; capitals are found too. A list's words are found whole, wherever they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
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
}

/// A word of a list in the text.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub(super) list: List,
    /// Which word of the list.
    pub(super) word: &'static str,
    /// Where it stands in the text of the view.
    pub(super) range: Range<usize>,
}

struct Finder {
    automaton: Option<AhoCorasick>,
    /// For each pattern its list and word.
    patterns: Vec<(List, &'static str)>,
}

fn finder() -> &'static Finder {
    static FINDER: OnceLock<Finder> = OnceLock::new();
    FINDER.get_or_init(|| {
        let lists = rules::LISTS.iter();
        let patterns: Vec<(List, &'static str)> =
            lists.flat_map(|(list, words)| words.iter().map(|word| (*list, *word))).collect();
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(patterns.iter().map(|(_, word)| word));
        // A test holds that the lists can be built.
        Finder { automaton: automaton.ok(), patterns }
    })
}

/// All words of all lists, in the order of the text.
pub(super) fn find(text: &str) -> Vec<Hit> {
    let finder = finder();
    let Some(automaton) = &finder.automaton else { return Vec::new() };
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = automaton.find_overlapping_iter(text).filter(|found| {
        let starts = !is_word(text[found.start()..].chars().next())
            || !is_word(text[..found.start()].chars().next_back());
        let ends = !is_word(text[..found.end()].chars().next_back())
            || !is_word(text[found.end()..].chars().next());
        starts && ends
    });
    let hits = whole.map(|found| {
        let (list, word) = finder.patterns[found.pattern().as_usize()];
        Hit { list, word, range: found.range() }
    });
    let mut hits: Vec<Hit> = hits.collect();
    hits.sort_by_key(|hit| (hit.range.start, hit.range.end));
    hits
}
