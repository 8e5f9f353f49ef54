//! Addresses in the form that RFC 3987 has for them, in which every reader of links agrees.

use std::fmt::Write as _;

/// What an IRI may hold is kept as it is, everything else is encoded as browsers do it. The text is an
/// address already, without the tabs and line ends that do not count.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (authority, path) = parts(text);
    for (at, c) in authority.char_indices() {
        match c {
            '%' if !is_encoded(&authority[at..]) => push_encoded('%', &mut out),
            // Around an IPv6 address.
            '[' | ']' => out.push(c),
            c if is_allowed(c) => out.push(c),
            c => push_encoded(c, &mut out),
        }
    }
    // A relative address whose first segment has a colon would have a scheme.
    let mut is_first_segment = authority.is_empty();
    let has_segments = is_first_segment || authority.to_ascii_lowercase().starts_with("http");
    let (mut is_query, mut is_fragment) = (!has_segments, false);
    for (at, c) in path.char_indices() {
        match c {
            '\\' if !is_query && !is_fragment => {
                is_first_segment = false;
                out.push('/');
            }
            '#' if is_fragment => push_encoded('#', &mut out),
            ':' if is_first_segment => push_encoded(':', &mut out),
            '%' if !is_encoded(&path[at..]) => push_encoded('%', &mut out),
            c if is_allowed(c) => {
                is_fragment |= c == '#';
                is_query |= c == '?';
                is_first_segment &= !matches!(c, '/' | '?' | '#');
                out.push(c);
            }
            c => push_encoded(c, &mut out),
        }
    }
    out
}

/// The scheme with the host, where there are any, and the rest.
fn parts(text: &str) -> (&str, &str) {
    let Some(colon) = text.find(':').filter(|colon| is_scheme(&text[..*colon])) else {
        return ("", text);
    };
    let after = &text[colon + 1..];
    let host = after.strip_prefix("//").unwrap_or_default();
    let host_end = host.find(['/', '\\', '?', '#']).unwrap_or(host.len());
    let end = if host.is_empty() { colon + 1 } else { colon + 3 + host_end };
    text.split_at(end)
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

fn is_encoded(text: &str) -> bool {
    let digits = text.as_bytes().get(1..3);
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// `unreserved`, `reserved` without square brackets, and `ucschar` of RFC 3987; and `%`, which was seen to.
const fn is_allowed(c: char) -> bool {
    match c {
        '!' | '#'..='.' | '/'..=';' | '=' | '?' | '@' | 'A'..='Z' | '_' | 'a'..='z' | '~' => true,
        '\0'..='\u{9f}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{ffff}' => false,
        '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'.. => false,
        c => (c as u32) & 0xfffe != 0xfffe && !is_space(c),
    }
}

/// White space outside of ASCII: RFC 3987 allows it, and nobody can see it.
const fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

fn push_encoded(c: char, out: &mut String) {
    let mut buffer = [0; 4];
    for byte in c.encode_utf8(&mut buffer).bytes() {
        // Writing to a string cannot fail.
        let _ = write!(out, "%{byte:02X}");
    }
}
