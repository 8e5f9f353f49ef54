//! Characters that no output can hold.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;

/// Whether XML 1.0 and HTML both allow a character (<https://www.w3.org/TR/xml/#charsets>,
/// <https://infra.spec.whatwg.org/#noncharacter>).
pub(crate) const fn is_allowed(c: char) -> bool {
    !matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{fdd0}'..='\u{fdef}')
        && (c as u32) & 0xfffe != 0xfffe
}

/// Whether a byte may belong to a forbidden character, for one comparison less also where it is a tab or carriage
/// return: only control characters are one, and what the lead bytes C2, EF and F0 to F4 begin.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, many bytes are compared at once"
)]
pub(crate) const fn may_be_forbidden(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\n') | (byte == 0x7f) | (byte == 0xc2) | (byte >= 0xef)
}

/// Whether every character of a text is allowed.
pub(crate) fn all_allowed(text: &str) -> bool {
    let mut at = 0;
    while let Some(next) = position(text.as_bytes(), at, may_be_forbidden) {
        match text[next..].chars().next() {
            Some(c) if is_allowed(c) => at = next + c.len_utf8(),
            _ => return false,
        }
    }
    true
}

/// Where from a place on the first byte stands that is looked for. `is_it` has no branches, so that many bytes are
/// compared at once; nearly always there is none.
pub(crate) fn position(bytes: &[u8], from: usize, is_it: impl Fn(u8) -> bool) -> Option<usize> {
    const CHUNK: usize = 16;
    let mut at = from;
    while let Some(chunk) = bytes.get(at..)?.first_chunk::<{ 2 * CHUNK }>() {
        if any_in(chunk, &is_it) {
            break;
        }
        at += 2 * CHUNK;
    }
    if bytes[at..].first_chunk::<CHUNK>().is_some_and(|chunk| !any_in(chunk, &is_it)) {
        at += CHUNK;
    }
    // The rest too at once, with some bytes again that were looked at before.
    let rest = bytes.len() - at;
    if rest < CHUNK && bytes[from..].last_chunk::<CHUNK>().is_some_and(|last| !any_in(last, &is_it))
    {
        return None;
    }
    bytes[at..].iter().position(|&byte| is_it(byte)).map(|found| at + found)
}

fn any_in<const N: usize>(chunk: &[u8; N], is_it: &impl Fn(u8) -> bool) -> bool {
    chunk.iter().fold(false, |any, &byte| any | is_it(byte))
}

/// The words of a text with one space between them, whatever white space stood there.
pub(crate) fn one_line(text: &str) -> String {
    spaced(text.split_whitespace(), text.len())
}

/// Words with one space between them, in a text of about this length; what is empty is no word.
pub(crate) fn spaced<'t>(words: impl Iterator<Item = &'t str>, length: usize) -> String {
    let mut line = String::with_capacity(length);
    for word in words.filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a letter is of Japanese alone: Hiragana or Katakana, also of half width.
pub(crate) const fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Whether a character is of Chinese, which Japanese and Korean use too.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3005}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The text with each forbidden character replaced by U+FFFD, which is told.
pub(crate) fn clean(text: &str, origin: Origin, found: &mut Vec<Diagnostic>) -> String {
    if all_allowed(text) {
        return text.to_owned();
    }
    let forbidden = || text.chars().filter(|c| !is_allowed(*c));
    let first = forbidden().next().map_or(0, u32::from);
    let message = match forbidden().count() {
        1 => format!("the control character U+{first:04X} was replaced"),
        count => {
            format!("{count} control characters were replaced, the first of them U+{first:04X}")
        }
    };
    found.push(
        Diagnostic::new(Code::ForbiddenCharacter, message)
            .label(origin, "in this text")
            .help("delete the character; it often comes from copying out of a PDF"),
    );
    text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect()
}

#[cfg(test)]
mod tests {
    use super::all_allowed;

    #[test]
    fn a_forbidden_character_is_found_wherever_it_stands() {
        for lead in 0..140 {
            let lead = "é".repeat(lead % 5) + &"x".repeat(lead) + "🙂";
            assert!(all_allowed(&format!("{lead}\u{a0}\n")));
            for forbidden in ['\u{1}', '\u{7f}', '\u{85}', '\u{fffe}', '\u{1ffff}'] {
                assert!(!all_allowed(&format!("{lead}{forbidden}{lead}")), "{forbidden:?}");
            }
        }
    }
}
