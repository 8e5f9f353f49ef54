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

/// Whether every character of a text is allowed.
pub(crate) fn all_allowed(text: &str) -> bool {
    // Only control characters and the lead bytes C2, EF and F0 to F4 can begin a forbidden one.
    let suspicious =
        |byte: &u8| matches!(byte, 0..=8 | 0xb | 0xc | 0xe..=0x1f | 0x7f | 0xc2 | 0xef | 0xf0..);
    !text.as_bytes().iter().any(suspicious) || text.chars().all(is_allowed)
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
