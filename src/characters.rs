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

/// Bytes that are looked at together.
const CHUNK: usize = 64;

/// Whether a byte may belong to a forbidden character: only control characters are one, and what the lead
/// bytes C2, EF and F0 to F4 begin.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, many bytes are compared at once"
)]
pub(crate) const fn may_be_forbidden(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\n') & (byte != b'\t') & (byte != b'\r')
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte >= 0xef)
}

/// Whether every character of a text is allowed.
pub(crate) fn all_allowed(text: &str) -> bool {
    let bytes = text.as_bytes();
    (0..bytes.len()).step_by(CHUNK).all(|start| {
        let end = (start + CHUNK).min(bytes.len());
        // No early exit inside a chunk, so that the compiler compares many bytes at a time.
        let is_suspicious =
            bytes[start..end].iter().fold(false, |any, &byte| any | may_be_forbidden(byte));
        let (start, end) = (text.floor_char_boundary(start), text.ceil_char_boundary(end));
        !is_suspicious || text[start..end].chars().all(is_allowed)
    })
}

/// The words of a text with one space between them, whatever white space stood there.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
