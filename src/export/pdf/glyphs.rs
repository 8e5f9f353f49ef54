//! Characters that can be printed, and what stands for those that cannot.

use super::world::Engine;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;
use std::collections::{BTreeMap, BTreeSet};

/// Stands for a character that no face has.
pub(super) const SUBSTITUTE: char = '□';
/// Marks a place where the line may end; the templates turn it into one, and never print it.
pub(super) const BREAK: char = '\u{200b}';
/// An address of fewer characters is left whole, in long lines one of more, and so is a part of one.
const ADDRESS: usize = 20;
/// How many missing characters a remark shows.
const SHOWN: usize = 24;
/// How many places one remark points at.
const MAX_PLACES: usize = 10;

/// Makes the article's characters printable and keeps account of those that were not.
pub(super) struct Glyphs<'a> {
    engine: &'a Engine,
    /// What a face has, and yet could not draw where it stood.
    refused: &'a BTreeSet<char>,
    /// Under which key the text at hand was given, in front matter or a practice's file.
    pub(super) key: Option<Key>,
    missing: Account,
}

/// A key in front matter, or in a practice's file.
#[derive(Clone, Copy)]
pub(super) struct Key {
    pub(super) name: &'static str,
    /// Whether the place at hand has the very words of the text at hand.
    pub(super) exact: bool,
}

/// Missing characters, where they stand, and under which key.
type Account = BTreeMap<String, Vec<(Origin, Option<&'static str>)>>;

impl<'a> Glyphs<'a> {
    pub(super) const fn new(engine: &'a Engine, refused: &'a BTreeSet<char>) -> Self {
        Self { engine, refused, key: None, missing: Account::new() }
    }

    /// Running text: every line end and tab is a space.
    pub(super) fn text(&mut self, text: &str, origin: Origin) -> String {
        self.printable(text, origin, false)
    }

    /// Computer text in lines.
    pub(super) fn code(&mut self, text: &str, origin: Origin) -> String {
        self.printable(text, origin, true)
    }

    fn printable(&mut self, text: &str, origin: Origin, lines: bool) -> String {
        let mut out = String::with_capacity(text.len());
        let mut gap = Gap::default();
        let mut joiner = None;
        for (at, c) in text.char_indices() {
            match c {
                ' ' => out.push(c),
                '\n' | '\t' if lines => out.push(c),
                '\n' | '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    out.push(if lines { '\n' } else { ' ' });
                }
                c if is_invisible(c) => {
                    gap.joined = c == '\u{200d}';
                    joiner = Some(c).filter(|c| is_joiner(*c) && !self.refused.contains(c));
                    continue;
                }
                c if c == BREAK || self.can_print(c) => {
                    self.close(&mut gap, text, origin);
                    // Persian, the scripts of India and some emoji are read wrongly without it.
                    let inside = out.ends_with(|c: char| c != SUBSTITUTE && !c.is_whitespace());
                    out.extend(joiner.filter(|_| inside && c != BREAK));
                    out.push(c);
                }
                c => {
                    // One sign for an emoji of many parts.
                    let part = gap.joined || is_part_of_emoji(c);
                    if !(out.ends_with(SUBSTITUTE) && part) {
                        out.push(SUBSTITUTE);
                    }
                    let start = gap.range.map_or(at, |(start, _)| start);
                    gap = Gap { range: Some((start, at + c.len_utf8())), joined: false };
                }
            }
            joiner = None;
        }
        self.close(&mut gap, text, origin);
        out
    }

    /// Words of missing characters are one gap.
    fn close(&mut self, gap: &mut Gap, text: &str, origin: Origin) {
        let Some((start, end)) = std::mem::take(gap).range else { return };
        // A text that was written without entities or escapes tells the place of each character.
        let same = self.key.map_or(origin.range().len() == text.len(), |key| key.exact);
        let exact = !origin.is_unknown() && same;
        let from = origin.range().start;
        let place = if exact { origin.with_range(from + start..from + end) } else { origin };
        let missing = text.get(start..end).unwrap_or_default();
        let places = self.missing.entry(missing.to_owned()).or_default();
        // A title stands at the head of all pages too.
        let is_told = |(told, _): &(Origin, Option<&str>)| {
            !place.is_unknown() && (told.source(), told.range()) == (place.source(), place.range())
        };
        if !((exact || self.key.is_some()) && places.iter().any(is_told)) {
            places.push((place, self.key.map(|key| key.name)));
        }
    }

    fn can_print(&self, c: char) -> bool {
        c.is_ascii_graphic()
            || c == ' '
            || !c.is_control()
                && !is_private_or_no_character(c)
                && !self.refused.contains(&c)
                && self.engine.covers(c)
    }

    /// A remark on each word, or part of one, that was replaced.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.missing.into_iter().map(|(gap, places)| remark(&gap, &places)).collect()
    }
}

/// Characters that are missing, with nothing but white space between them.
#[derive(Default)]
struct Gap {
    range: Option<(usize, usize)>,
    /// Whether a joiner has just been left out.
    joined: bool,
}

fn remark(gap: &str, places: &[(Origin, Option<&'static str>)]) -> Diagnostic {
    let shown = |c: &char| !c.is_control() && !is_private_or_no_character(*c);
    let name = match (gap.chars().next(), gap.chars().nth(1)) {
        (Some(c), None) if shown(&c) => format!("U+{:04X} “{c}”", u32::from(c)),
        (Some(c), None) => format!("U+{:04X}", u32::from(c)),
        _ => {
            let start: String = gap.chars().filter(shown).take(SHOWN).collect();
            let more = if gap.chars().count() > SHOWN { "…" } else { "" };
            format!("“{start}{more}”")
        }
    };
    let times = if places.len() > 1 { format!(", {} times", places.len()) } else { String::new() };
    let mut keys: Vec<String> = Vec::new();
    for (_, key) in places.iter().filter(|(place, _)| place.is_unknown()) {
        let key = key.map(|key| format!("`{key}`"));
        keys.extend(key.filter(|key| !keys.contains(key)));
    }
    let under = if keys.is_empty() { String::new() } else { format!(" in {}", keys.join(", ")) };
    let message = format!("no typeface has {name}; {SUBSTITUTE} was printed{under}{times}");
    let known = places.iter().filter(|(place, _)| !place.is_unknown()).take(MAX_PLACES);
    let found = Diagnostic::new(Code::MissingGlyph, message);
    known.fold(found, |found, (place, key)| {
        found.label(*place, key.map_or_else(String::new, |key| format!("in `{key}`")))
    })
}

/// Characters that show nothing and that no accessible PDF may hold, or that only join others, which is kept only
/// between those: soft hyphens, joiners, marks of direction, selectors of variants.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// What keeps letters apart or joins them, and shows nothing itself.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Characters that PDF/A forbids, whichever face has them.
const fn is_private_or_no_character(c: char) -> bool {
    let code = c as u32;
    matches!(code, 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff | 0xfdd0..=0xfdef | 0xfffd)
        || code & 0xfffe == 0xfffe
}

/// Skin tones, and the second letter of a flag.
const fn is_part_of_emoji(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{1f1e6}'..='\u{1f1ff}')
}

/// Lets the line end inside addresses, and inside words longer than `limit` characters.
pub(super) fn with_breaks(text: &str, limit: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        let length = word.chars().count();
        if length > ADDRESS.max(limit * 3 / 4) && is_address(word) {
            push_address(word, limit, &mut out);
        } else if length > limit {
            push_word(word, length, &mut out);
        } else {
            out.push_str(word);
        }
        out.push_str(&part[word.len()..]);
    }
    out
}

/// After a slash and before other signs, so that no sign at the end of a line is taken for the
/// typesetter's; anywhere in a stretch that has none.
fn push_address(address: &str, limit: usize, out: &mut String) {
    let mut since = 0;
    for c in address.chars() {
        let before = matches!(c, '?' | '&' | '=' | '#' | '.' | '-' | '_' | '%' | '@') && since > 2;
        if before || since >= limit.min(ADDRESS) {
            out.push(BREAK);
            since = 0;
        }
        out.push(c);
        since += 1;
        if c == '/' && since > 2 {
            out.push(BREAK);
            since = 0;
        }
    }
}

/// Anywhere, but for three letters at either end.
fn push_word(word: &str, length: usize, out: &mut String) {
    for (at, c) in word.chars().enumerate() {
        if at >= 3 && at + 3 <= length {
            out.push(BREAK);
        }
        out.push(c);
    }
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('/') || word.starts_with("www.") || word.contains('@')
}

/// Whether anything of it is to be seen.
pub(super) fn has_words(text: &str) -> bool {
    text.contains(|c: char| c != BREAK && !c.is_whitespace() && !is_invisible(c))
}

/// Text for a reader program, which may be long but must not hold characters that XML forbids.
pub(super) fn spoken(text: &str) -> String {
    const LONGEST: usize = 8_000;
    let allowed =
        |c: &char| !c.is_control() && !is_private_or_no_character(*c) || c.is_whitespace();
    let clean: String = text.chars().filter(allowed).take(LONGEST).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}
