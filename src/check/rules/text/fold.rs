//! Texts that say the same.

/// The letters and digits in small, with one space where others stand between them.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(text, &mut out);
    out
}

/// As [`fold`], into a string that is used again.
pub(super) fn push(text: &str, out: &mut String) {
    let mut is_apart = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if is_apart && !out.is_empty() {
                out.push(' ');
            }
            is_apart = false;
            if c.is_ascii() {
                out.push(c.to_ascii_lowercase());
            } else {
                out.extend(c.to_lowercase());
            }
        } else if !matches!(c, '\'' | '’' | '\u{ad}') {
            is_apart = true;
        }
    }
}
