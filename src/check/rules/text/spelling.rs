//! T014: British and American spelling in one text.

use crate::check::words::List;
use crate::check::{Findings, Passage, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// American and British words, side by side.
const PAIRS: &str = include_str!("spelling.tsv");

/// How many places of a word are shown.
const SHOWN: usize = 5;

/// How many places of a word are mended at once; a text of a megabyte may have a hundred thousand.
const MENDED: usize = 200;

#[derive(Debug)]
pub(in crate::check) struct MixedSpelling;

/// Words by where they are at home, each as it is spelt there and elsewhere.
fn words() -> &'static BTreeMap<&'static str, (List, &'static str)> {
    static WORDS: OnceLock<BTreeMap<&str, (List, &str)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = BTreeMap::new();
        for line in PAIRS.lines().filter(|line| !line.starts_with('#')) {
            let Some((american, british)) = line.split_once('\t') else { continue };
            match american.strip_prefix('~') {
                // Oxford writes it so too.
                Some(american) => {
                    words.entry(british).or_insert((List::British, american));
                }
                None => {
                    words.insert(american, (List::American, british));
                    words.insert(british, (List::British, american));
                }
            }
        }
        words
    })
}

/// The words that tell where their writer is at home.
pub(in crate::check::rules) fn spellings() -> impl Iterator<Item = (List, &'static str)> {
    words().iter().map(|(word, (home, _))| (*home, *word))
}

/// The places of each word.
type Uses<'v> = BTreeMap<&'static str, Vec<(Passage<'v>, Range<usize>)>>;

impl Rule for MixedSpelling {
    fn code(&self) -> Code {
        Code::MixedSpelling
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let language = &view.article().metadata.language;
        // Canadians write both.
        if language.primary() != "en" || language.region() == Some("CA") {
            return;
        }
        let (american, british) = (uses(view, List::American), uses(view, List::British));
        let count = |uses: &Uses<'_>| uses.values().map(Vec::len).sum::<usize>();
        let counts = (count(&american), count(&british));
        let said = is_said(view).then(|| language.region()).flatten();
        let is_british = match said {
            Some("US") => false,
            Some(_) => true,
            None if counts.0 == 0 || counts.1 == 0 => return,
            None => counts.1 >= counts.0,
        };
        let (foreign, own) = if is_british { (american, british) } else { (british, american) };
        let why = match said {
            Some(_) => format!("and the article is in {language}"),
            None => {
                let few: Vec<String> = own.keys().take(3).map(|word| format!("`{word}`")).collect();
                format!("beside {}", few.join(", "))
            }
        };
        for (word, places) in &foreign {
            let other = words().get(word).map_or("", |(_, other)| other);
            findings.add(told(word, other, places, is_british, &why));
        }
    }
}

/// Whether the article says itself what language it is in; British English is what is taken where it does not.
fn is_said(view: &View<'_>) -> bool {
    view.article().source.source().is_none() || view.field(&["language"]).range().end > 0
}

/// Whether the author chose these words.
fn is_own(passage: Passage<'_>) -> bool {
    !passage.is_quoted() && !passage.is_foreign() && passage.kind() != PassageKind::Reading
}

/// Where the author chose words of a list.
fn uses<'v>(view: &'v View<'_>, list: List) -> Uses<'v> {
    let mut uses = Uses::new();
    let mut quotes = Quotes::default();
    for (passage, range, word) in view.hits(list).filter(|(passage, ..)| is_own(*passage)) {
        let text = passage.text();
        let Some(token) = passage.word_at(range.start) else { continue };
        let written = &text[range.clone()];
        let begins = token.start == range.start
            && (token.gap.start == 0 || text[token.gap].contains(['.', '!', '?', ':', '“']));
        if is_small(written, begins) && !quotes.are_open(passage, token.start) {
            uses.entry(word).or_default().push((passage, range));
        }
    }
    uses
}

/// Whether a word is in small letters, or has a capital because a sentence begins: others are names.
fn is_small(word: &str, begins_sentence: bool) -> bool {
    let mut capitals = word.bytes().map(|byte| byte.is_ascii_uppercase());
    let has_first = capitals.next() == Some(true);
    (begins_sentence || !has_first) && !capitals.any(|is_capital| is_capital)
}

/// Whether a quotation is open, followed through the text.
#[derive(Default)]
struct Quotes {
    /// Where the passage begins, and how far it was followed.
    passage: usize,
    at: usize,
    is_open: bool,
}

impl Quotes {
    fn are_open(&mut self, passage: Passage<'_>, at: usize) -> bool {
        if self.passage != passage.range().start {
            *self = Self { passage: passage.range().start, ..Self::default() };
        }
        for c in passage.text()[self.at.min(at)..at].chars() {
            match c {
                '“' => self.is_open = true,
                '”' => self.is_open = false,
                '"' => self.is_open = !self.is_open,
                _ => {}
            }
        }
        self.at = at;
        self.is_open
    }
}

fn told(
    word: &str,
    other: &str,
    places: &[(Passage<'_>, Range<usize>)],
    is_british: bool,
    why: &str,
) -> Diagnostic {
    let (of_word, of_rest) =
        if is_british { ("American", "British") } else { ("British", "American") };
    let mut found =
        Diagnostic::new(Code::MixedSpelling, format!("`{word}` is {of_word} spelling, {why}"));
    for (passage, range) in places.iter().take(SHOWN) {
        found = found.label(passage.place(range.clone()), "");
    }
    for (passage, range) in places.iter().take(MENDED) {
        if let Some(written) = passage.written(range.clone()) {
            found = found.edit(written, as_written(&passage.text()[range.clone()], other));
        }
    }
    let more = match places.len().checked_sub(SHOWN) {
        None | Some(0) => String::new(),
        Some(more) => format!(" ({more} more not shown)"),
    };
    found.help(format!("the {of_rest} spelling is `{other}`{more}"))
}

/// A word with a capital where the other has one.
fn as_written(word: &str, other: &str) -> String {
    let mut letters = other.chars();
    match letters.next() {
        Some(first) if word.starts_with(|c: char| c.is_ascii_uppercase()) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => other.to_owned(),
    }
}
