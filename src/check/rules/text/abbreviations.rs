//! T013: an abbreviation that is not spelt out where it is first used.

use super::fold::fold;
use crate::check::chunk;
use crate::check::view::SpanKind;
use crate::check::{Findings, Passage, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::SectionRole;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

/// What everybody knows, and what is in capitals for other reasons.
const KNOWN: &str = include_str!("abbreviations.txt");

/// Longer ones are words in capitals.
const LONGEST: usize = 6;

/// How far around an abbreviation its words are looked for, in bytes.
const AROUND: usize = 160;

#[derive(Debug)]
pub(in crate::check) struct Unexplained;

/// What is known of an abbreviation by now.
enum State<'v> {
    SpeltOut,
    /// It was used here, and nothing said what it is.
    Used(Passage<'v>, Range<usize>),
    /// It was used there, and is spelt out only here.
    Late((Passage<'v>, Range<usize>), (Passage<'v>, Range<usize>)),
}

impl Rule for Unexplained {
    fn code(&self) -> Code {
        Code::UnexplainedAbbreviation
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(
            "NHS digital service manual, formatting and punctuation: abbreviations and acronyms \
         (https://service-manual.nhs.uk/content/formatting-and-punctuation)",
        )
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        if view.article().metadata.language.primary() != "en" {
            return;
        }
        let mut seen: BTreeMap<&str, State<'_>> = BTreeMap::new();
        // Letters after a name are looked up, and not spelt out; short ones mean other things too.
        let is_letters =
            |name: &str| name.len() > 3 && !view.registers().entitled_to(name).is_empty();
        for passage in view.passages().filter(|passage| is_running(*passage)) {
            for (range, name) in abbreviations(passage) {
                if is_letters(name) {
                    continue;
                }
                let is_spelt = is_spelt_out(passage, &range, name);
                let place = (passage, range);
                match seen.remove(name) {
                    None if is_spelt => seen.insert(name, State::SpeltOut),
                    None => seen.insert(name, State::Used(place.0, place.1)),
                    Some(State::Used(first, at)) if is_spelt => {
                        seen.insert(name, State::Late((first, at), place))
                    }
                    Some(state) => seen.insert(name, state),
                };
            }
        }
        if seen.values().all(|state| matches!(state, State::SpeltOut)) {
            return;
        }
        let said = said_small(view, &seen);
        for (name, state) in &seen {
            if !said.contains(*name) {
                told(name, state, findings);
            }
        }
    }
}

fn told(name: &str, state: &State<'_>, findings: &mut Findings) {
    let (passage, range, late) = match state {
        State::SpeltOut => return,
        State::Used(passage, range) => (passage, range, None),
        State::Late((passage, range), late) => (passage, range, Some(late)),
    };
    let message = match late {
        None => format!("nothing says what `{name}` stands for"),
        Some(_) => format!("`{name}` is used before it is spelt out"),
    };
    let mut found = Diagnostic::new(Code::UnexplainedAbbreviation, message)
        .label(passage.place(range.clone()), "first used here")
        .help(format!(
            "write the words at the first use and `({name})` behind them, or `<abbr title=\"…\">{name}</abbr>`"
        ));
    if let Some((passage, range)) = late {
        found = found.label(passage.place(range.clone()), "spelt out here");
    }
    findings.add(found);
}

/// Whether abbreviations ought to be spelt out here: in text that is the author's, and not about the author, where the
/// letters behind a name stand.
fn is_running(passage: Passage<'_>) -> bool {
    let is_about_author = passage.author().is_some()
        || passage.section().is_some_and(|section| {
            matches!(
                section.role,
                SectionRole::AboutTheAuthor | SectionRole::References | SectionRole::FurtherReading
            )
        });
    !is_about_author
        && !passage.is_quoted()
        && !passage.is_foreign()
        && !matches!(passage.kind(), PassageKind::Heading | PassageKind::Reading)
}

/// The abbreviations of a passage that have to be spelt out, without the `s` of more than one.
fn abbreviations(passage: Passage<'_>) -> Vec<(Range<usize>, &str)> {
    let text = passage.text();
    if !has_two_capitals(text.as_bytes()) {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, &str)> = Vec::new();
    let (mut loud_end, mut is_loud) = (0, false);
    for token in passage.words() {
        let word = &text[token.clone()];
        let was_loud = is_loud && text[loud_end..token.start].trim().is_empty();
        is_loud = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        loud_end = token.end;
        if is_loud && was_loud {
            // Words in capitals beside each other are stressed, or the name of a form.
            if found.last().is_some_and(|(range, _)| range.end + 1 >= token.start) {
                found.pop();
            }
            continue;
        }
        let bare = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
        // `CBT-based` is told as `CBT`, `UTF-8` and `COVID-19` are names.
        let first = bare.split(['-', '–', '/']).next().unwrap_or_default();
        if bare.len() > first.len() && bare[first.len()..].contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let name = first.strip_suffix('s').unwrap_or(first);
        let is_name = (2..=LONGEST).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_uppercase())
            && !is_roman(name)
            && !known().contains(name)
            && !is_letters(text, &token);
        if is_name {
            found.push((token.start..token.start + name.len(), name));
        }
    }
    found
}

/// Two capitals beside each other are rare: most passages have none.
fn has_two_capitals(bytes: &[u8]) -> bool {
    // The last byte of each chunk is looked at again as the first of the next.
    (0..bytes.len()).step_by(chunk::BYTES - 1).any(|at| {
        let capitals = chunk::capitals(chunk::at(bytes, at));
        capitals & capitals << 8 != 0
    })
}

/// Letters behind a name: `Ines Hollowbrook, MBACP`.
fn is_letters(text: &str, token: &Range<usize>) -> bool {
    let Some(before) = text[..token.start].strip_suffix(", ") else { return false };
    let capital =
        |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    let mut words = before.rsplit(' ');
    let (last, other) = (words.next(), words.next());
    let is_list = last.is_some_and(|word| word.bytes().filter(u8::is_ascii_uppercase).count() > 1);
    let after = text[token.end..].trim_start_matches([')', '.']);
    (capital(last)
        && capital(other)
        && !is_list
        && (after.is_empty() || after.starts_with([',', ' '])))
        || is_list && before.len() < 60 && capital(before.split(' ').next())
}

/// Numbers as the Romans wrote them.
fn is_roman(name: &str) -> bool {
    name.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'))
        || matches!(name, "MM" | "MCM" | "MMX" | "CC" | "CX")
}

fn known() -> &'static BTreeSet<&'static str> {
    static NAMES: OnceLock<BTreeSet<&str>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let lines = KNOWN.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).collect()
    })
}

/// Whether the words for which it stands are here.
fn is_spelt_out(passage: Passage<'_>, range: &Range<usize>, name: &str) -> bool {
    let is_marked = passage.spans().any(|(kind, span)| {
        kind == SpanKind::Abbreviation && span.start <= range.start && range.end <= span.end
    });
    if is_marked || passage.kind() == PassageKind::Term {
        return true;
    }
    let text = passage.text();
    let before = &text[floor(text, range.start.saturating_sub(AROUND))..range.start];
    let after = text[range.end..].trim_start_matches(['s', '’', '\'', '*', '”', '"']);
    let after = &after[..floor(after, AROUND.min(after.len()))];
    // Words (ABC), words [ABC], words, or ABC.
    let opened = before.trim_end_matches(['“', '"', '‘', ' ']);
    if let Some(words) = opened.strip_suffix(['(', '[']) {
        return stands_for(name, words);
    }
    let named = ["also called ", ", or ", " or ", "known as "];
    if named.iter().any(|end| before.strip_suffix(end).is_some_and(|words| stands_for(name, words)))
    {
        return true;
    }
    // ABC (words), ABC stands for words, ABC: words, ABC – words, ABC, or words.
    let after = after.trim_start();
    let explained = [
        "(",
        "[",
        ", or ",
        ", which stands for ",
        "stands for ",
        "is short for ",
        ", short for ",
        "means ",
        ": ",
        "– ",
        "— ",
        "= ",
    ];
    explained.iter().any(|start| after.strip_prefix(start).is_some_and(|words| begins(name, words)))
}

/// Whether words that end here have the letters of an abbreviation as initials, roughly: small words and hyphens
/// are counted or not, and one letter may be from inside a word (`EMDR`, `PTSD`).
fn stands_for(name: &str, words: &str) -> bool {
    let mut letters = name.bytes().rev().map(|byte| byte.to_ascii_lowercase()).peekable();
    let (mut missed, mut seen) = (0, 0);
    let parts = words
        .rsplit(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
        .filter(|part| !part.is_empty());
    for part in parts.take(name.len() * 2 + 2) {
        let Some(wanted) = letters.peek().copied() else { return true };
        let initial = part.bytes().next().unwrap_or_default().to_ascii_lowercase();
        seen += 1;
        if initial == wanted {
            letters.next();
        } else if seen == 1 || missed >= name.len() {
            // Another letter of the same word, as in `EDitor`.
            let inside = part.bytes().any(|byte| byte.to_ascii_lowercase() == wanted);
            if !inside {
                return false;
            }
            letters.next();
        } else {
            missed += 1;
        }
        if letters.peek().is_none() {
            return true;
        }
    }
    let first = name.bytes().next().unwrap_or_default().to_ascii_lowercase();
    let mut near = words
        .rsplit(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .take(name.len() + 3);
    letters.count() < name.len()
        && near
            .any(|part| part.bytes().next().is_some_and(|byte| byte.to_ascii_lowercase() == first))
}

/// Whether words begin with what an abbreviation may stand for.
fn begins(name: &str, words: &str) -> bool {
    let end = words.find([')', ']', '.', ';']).unwrap_or(words.len());
    let words = words[..end].trim_start_matches(|c: char| !c.is_alphanumeric());
    let words = words.strip_prefix("the ").or_else(|| words.strip_prefix("a ")).unwrap_or(words);
    let same = |a: Option<char>, b: Option<char>| {
        a.is_some_and(|a| b.is_some_and(|b| a.eq_ignore_ascii_case(&b)))
    };
    same(words.chars().next(), name.chars().next()) && words.split_whitespace().nth(1).is_some()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Names that the text also says in small letters: those are words that were stressed.
fn said_small<'s>(view: &View<'_>, names: &BTreeMap<&'s str, State<'_>>) -> BTreeSet<&'s str> {
    let small: BTreeMap<String, &str> = names.keys().map(|name| (fold(name), *name)).collect();
    let begins = |word: &str| word.bytes().next();
    let first: Vec<Option<u8>> = small.keys().map(|name| begins(name)).collect();
    let mut said = BTreeSet::new();
    for passage in view.passages() {
        for range in passage.words().filter(|range| range.len() <= LONGEST) {
            let word = &passage.text()[range];
            if first.contains(&begins(word)) {
                said.extend(small.get(word));
            }
        }
    }
    said
}
