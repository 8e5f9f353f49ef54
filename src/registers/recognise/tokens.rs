//! Text into words and marks, and these into sentences.

use crate::registers::letters::looks_like_letters;
use std::borrow::Cow;
use std::ops::Range;

/// A word, or a mark between words.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(super) struct Token<'t> {
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// In small letters, without dots and without `’s`; a mark as itself.
    pub(super) folded: Cow<'t, str>,
    pub(super) is_word: bool,
    /// Whether its first letter is a capital.
    pub(super) is_capital: bool,
    /// Whether it ends in `’s`.
    pub(super) is_possessive: bool,
    /// Whether it looks like letters after a name.
    pub(super) is_letters: bool,
    /// Whether no space stands before it.
    is_glued: bool,
}

impl<'t> Token<'t> {
    /// A word in small letters.
    const fn word(range: Range<usize>, folded: Cow<'t, str>, is_glued: bool) -> Self {
        Self {
            range,
            folded,
            is_word: true,
            is_capital: false,
            is_possessive: false,
            is_letters: false,
            is_glued,
        }
    }
}

impl AsRef<str> for Token<'_> {
    fn as_ref(&self) -> &str {
        &self.folded
    }
}

/// Words that a full stop may follow in the middle of a sentence.
const TITLES: &[&str] =
    &["dr", "mr", "mrs", "ms", "prof", "rev", "st", "no", "nos", "vs", "eg", "ie"];
const SHORT: &[&str] = &["acc", "accred", "snr", "hons", "dip", "cert", "reg", "tel", "sen"];
/// Words with the space before them have about so many letters.
const USUAL_WORD: usize = 5;
/// A quotation of more words than this is speech, and not the name of something.
const NAME_IN_QUOTES: usize = 4;

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / USUAL_WORD);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let is_glued = tokens.last().is_some_and(|last| last.range.end == at);
        if let Some(end) = small_word_end(text, at) {
            tokens.push(Token::word(at..end, text[at..end].into(), is_glued));
            at = end;
        } else if first.is_alphanumeric() {
            let end = word_end(text, at);
            push_word(text, at..end, is_glued, &mut tokens);
            at = end;
        } else {
            let end = at + first.len_utf8();
            let spaced = text[end..].starts_with(char::is_whitespace) && !is_glued;
            let folded = match first {
                '&' => "and",
                '“' | '”' | '"' | '«' | '»' | '„' => "\"",
                '-' if spaced => "—",
                '–' | '—' => "—",
                '-' | '\u{2010}' | '\u{2011}' => "-",
                _ => &text[at..end],
            };
            let is_word = first == '&';
            tokens.push(Token { is_word, ..Token::word(at..end, folded.into(), is_glued) });
            at = end;
        }
    }
    without_speech(tokens)
}

/// The end of a word of small letters and digits alone, as most are.
fn small_word_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text.as_bytes()[start..];
    let is_small = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let length = rest.iter().position(|byte| !is_small(byte)).unwrap_or(rest.len());
    let goes_on = |byte: &u8| byte.is_ascii_uppercase() || matches!(byte, b'.' | b'\'' | 0x80..);
    (length > 0 && !rest.get(length).is_some_and(goes_on)).then_some(start + length)
}

/// Letters and digits; apostrophes and dots inside as in `isn’t`, `M.Sc.` and `B.A.C.P.`.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut segment = start;
    let mut has_dot = false;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let at = start + at;
        let joins = matches!(c, '\'' | '’') && next.is_some_and(char::is_alphabetic);
        if c.is_alphanumeric() || joins {
            end = at + c.len_utf8();
        } else if c == '.'
            && text[segment..at].chars().count() <= if has_dot { 4 } else { 2 }
            && next.is_some_and(char::is_alphabetic)
            && text[segment..at].chars().all(char::is_alphabetic)
        {
            has_dot = true;
            segment = at + 1;
        } else {
            return if has_dot && c == '.' { at + 1 } else { end };
        }
    }
    end
}

fn push_word<'t>(text: &'t str, range: Range<usize>, is_glued: bool, tokens: &mut Vec<Token<'t>>) {
    let word = &text[range.clone()];
    let (folded, suffix) = fold(word);
    let end = range.end;
    tokens.push(Token {
        is_capital: word.starts_with(char::is_uppercase),
        is_possessive: suffix == Some(Suffix::Possessive),
        is_letters: looks_like_letters(word),
        ..Token::word(range, folded, is_glued)
    });
    if suffix == Some(Suffix::Will) {
        tokens.push(Token::word(end..end, "will".into(), true));
    }
}

/// What was written together with a word.
#[derive(PartialEq, Eq)]
enum Suffix {
    /// `’s`.
    Possessive,
    /// `’ll`, and `’d`.
    Will,
}

/// A word in small letters, without dots and without what was written together with it.
fn fold(word: &str) -> (Cow<'_, str>, Option<Suffix>) {
    let mut folded = if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        word.to_lowercase().replace('’', "'")
    };
    folded.retain(|c| c != '.');
    let Some((stem, suffix)) = folded.rsplit_once('\'') else { return (folded.into(), None) };
    let suffix = match suffix {
        "s" => Some(Suffix::Possessive),
        "ll" | "d" => Some(Suffix::Will),
        "m" | "re" | "ve" => None,
        _ => return (folded.into(), None),
    };
    folded.truncate(stem.len());
    (folded.into(), suffix)
}

/// Without what stands in quotation marks, unless it is short enough for a name.
fn without_speech(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let quotes: Vec<usize> =
        tokens.iter().enumerate().filter(|(_, t)| t.folded == "\"").map(|(at, _)| at).collect();
    if quotes.is_empty() {
        return tokens;
    }
    let speech: Vec<Range<usize>> = quotes
        .chunks_exact(2)
        .map(|pair| pair[0]..pair[1])
        .filter(|range| range.len() > NAME_IN_QUOTES + 1)
        .collect();
    let mut ranges = speech.into_iter().peekable();
    let mut kept = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.into_iter().enumerate() {
        while ranges.next_if(|range| range.end <= at).is_some() {}
        let is_said = ranges.peek().is_some_and(|range| range.contains(&at));
        if !is_said && token.folded != "\"" {
            kept.push(token);
        }
    }
    kept
}

/// Sentences, without the mark at their end; whether it asks stands beside each.
pub(super) fn sentences<'s, 't>(tokens: &'s [Token<'t>]) -> Vec<(&'s [Token<'t>], bool)> {
    let mut all = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        let mark = &*tokens[at].folded;
        if !tokens[at].is_word && (matches!(mark, "?" | "!") || mark == "." && ends(tokens, at)) {
            all.push((&tokens[start..at], mark == "?"));
            start = at + 1;
        }
    }
    all.push((&tokens[start..], false));
    all.retain(|(sentence, _)| sentence.iter().any(|token| token.is_word));
    all
}

/// Whether a full stop ends a sentence.
fn ends(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return true };
    if next.is_glued || !next.is_word && next.folded != "(" {
        return false;
    }
    let is_initial = before.folded.chars().count() == 1 && before.is_capital && next.is_capital;
    let is_short = SHORT.contains(&&*before.folded) && !next.is_capital;
    let is_known = TITLES.contains(&&*before.folded) || is_short;
    !is_initial && !is_known
}
