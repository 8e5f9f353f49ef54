//! Escaping in one pass: markup characters, and characters that no markup can hold.

use crate::characters::{is_allowed, may_be_forbidden, position};

/// Writes text between tags, or with `quotes` of an attribute.
pub(super) fn escape(out: &mut String, text: &str, quotes: bool) {
    let bytes = text.as_bytes();
    let mut from = 0;
    let mut at = 0;
    while let Some(next) = position(bytes, at, is_special) {
        at = next;
        let (replacement, length) = match bytes[at] {
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'&' => ("&amp;", 1),
            b'"' if quotes => ("&quot;", 1),
            b'"' => {
                at += 1;
                continue;
            }
            _ => match text[at..].chars().next() {
                Some(c) if is_allowed(c) => {
                    at += c.len_utf8();
                    continue;
                }
                // An article that was built in code may hold it.
                Some(c) => ("\u{fffd}", c.len_utf8()),
                None => break,
            },
        };
        out.push_str(&text[from..at]);
        out.push_str(replacement);
        at += length;
        from = at;
    }
    out.push_str(&text[from..]);
}

/// Whether a byte has to be looked at: `"` and `&` differ in one bit, and so do `<` and `>`.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, many bytes are compared at once"
)]
const fn is_special(byte: u8) -> bool {
    (byte & !4 == b'"') | (byte & !2 == b'<') | may_be_forbidden(byte)
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_is_escaped_wherever_it_stands() {
        for lead in 0..70 {
            let lead = "é".repeat(lead % 3) + &"x".repeat(lead);
            let mut out = String::new();
            escape(&mut out, &format!("{lead}<a b=\"c\">&\u{1}\u{a0}\u{ffff}é"), true);
            let expected = format!("{lead}&lt;a b=&quot;c&quot;&gt;&amp;\u{fffd}\u{a0}\u{fffd}é");
            assert_eq!(out, expected);
        }
    }
}
