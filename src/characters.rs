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

/// The text with each forbidden character replaced by U+FFFD, which is told.
pub(crate) fn clean(text: &str, origin: Origin, found: &mut Vec<Diagnostic>) -> String {
    // Only control characters and the lead bytes C2, EF and F0 to F4 can begin a forbidden one.
    let suspicious =
        |byte: &u8| matches!(byte, 0..=8 | 0xb | 0xc | 0xe..=0x1f | 0x7f | 0xc2 | 0xef | 0xf0..);
    if !text.as_bytes().iter().any(suspicious) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_allowed(c) {
            out.push(c);
        } else {
            out.push('\u{fffd}');
            found.push(
                Diagnostic::new(
                    Code::ForbiddenCharacter,
                    format!("the control character U+{:04X} was replaced", u32::from(c)),
                )
                .label(origin, "in this text")
                .help("delete the character; it often comes from copying out of a PDF"),
            );
        }
    }
    out
}
