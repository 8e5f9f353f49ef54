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
    let is_suspicious =
        |chunk: &[u8]| chunk.iter().fold(false, |any, &byte| any | may_be_forbidden(byte));
    // No early exit inside a chunk, so that the compiler compares many bytes at a time.
    !text.as_bytes().chunks(64).any(is_suspicious) || text.chars().all(is_allowed)
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
