//! T014: British and American spelling in one text.

use crate::check::{Findings, Passage, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::{BTreeMap, HashMap};
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    America,
    Britain,
}

/// Words by where they are at home, and as they are spelt elsewhere.
fn words() -> &'static HashMap<&'static str, (Home, &'static str)> {
    static WORDS: OnceLock<HashMap<&str, (Home, &str)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = HashMap::new();
        for line in PAIRS.lines().filter(|line| !line.starts_with('#')) {
            let Some((american, british)) = line.split_once('\t') else { continue };
            match american.strip_prefix('~') {
                // Oxford writes it so too.
                Some(american) => {
                    words.entry(british).or_insert((Home::Britain, american));
                }
                None => {
                    words.insert(american, (Home::America, british));
                    words.insert(british, (Home::Britain, american));
                }
            }
        }
        words
    })
}

type Uses<'v> = BTreeMap<String, (&'static str, Vec<(Passage<'v>, Range<usize>)>)>;

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
        let (mut american, mut british) = (Uses::new(), Uses::new());
        let mut folded = String::new();
        for passage in view.passages().filter(|passage| is_own(*passage)) {
            own_words(passage, |range| {
                folded.clear();
                folded.push_str(&passage.text()[range.clone()]);
                folded.make_ascii_lowercase();
                let Some((home, other)) = words().get(&*folded) else { return };
                let uses = if *home == Home::America { &mut american } else { &mut british };
                let places = uses.entry(folded.clone()).or_insert((other, Vec::new()));
                places.1.push((passage, range));
            });
        }
        let count = |uses: &Uses<'_>| uses.values().map(|(_, places)| places.len()).sum::<usize>();
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
        for (word, (other, places)) in &foreign {
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

/// Words in small letters, or with a capital where a sentence begins: others are names.
fn own_words(passage: Passage<'_>, mut each: impl FnMut(Range<usize>)) {
    let text = passage.text();
    let mut is_quoted = false;
    let mut end = 0;
    for token in passage.words() {
        let between = &text[end..token.start];
        is_quoted = quotes(is_quoted, between);
        let begins = end == 0 || between.contains(['.', '!', '?', ':', '“']);
        end = token.end;
        let mut start = token.start;
        let word = &text[token.clone()];
        // Most words are too short to be spelt in two ways.
        if word.len() < 4 {
            continue;
        }
        for part in word.split(|c: char| !c.is_ascii_alphabetic()) {
            let range = start..start + part.len();
            start = range.end
                + word[range.end - token.start..].chars().next().map_or(0, char::len_utf8);
            let is_small = !part.bytes().any(|byte| byte.is_ascii_uppercase());
            let is_first = begins
                && range.start == token.start
                && !part.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
            if part.len() > 3 && !is_quoted && (is_small || is_first) {
                each(range);
            }
        }
        is_quoted = quotes(is_quoted, word);
    }
}

/// Whether a quotation is open behind a stretch of text.
fn quotes(mut is_open: bool, text: &str) -> bool {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'"') {
        return is_open;
    }
    for c in text.chars() {
        match c {
            '“' => is_open = true,
            '”' => is_open = false,
            '"' => is_open = !is_open,
            _ => {}
        }
    }
    is_open
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
