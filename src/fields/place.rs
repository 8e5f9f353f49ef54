//! Where a key stands in front matter, or in a file of keys.

use std::ops::Range;

/// The value of a key at the top level of front matter, or in JSON, as far as its line goes.
pub(crate) fn in_front_matter(text: &str, key: &str) -> Option<Range<usize>> {
    let fence = text.lines().next().map(str::trim_end)?;
    let is_front = matches!(fence, "---" | "+++");
    if !is_front && !fence.starts_with(['{', '[']) {
        return None;
    }
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if is_front && number > 0 && line.trim_end() == fence {
            return None;
        }
        if let Some(value) = value(if is_front { line } else { line.trim_start() }, key) {
            let at = start + line.rfind(value)?;
            return Some(at..at + value.len());
        }
        start += line.len();
    }
    None
}

/// The same in a file of keys.
#[cfg(feature = "pdf")]
pub(crate) fn in_toml(text: &str, key: &str) -> Option<Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let begin = start;
        start += line.len();
        let value = value(line, key)?;
        let at = begin + line.rfind(value)?;
        Some(at..at + value.len())
    })
}

fn value<'l>(line: &'l str, key: &str) -> Option<&'l str> {
    let rest = line.strip_prefix('"').unwrap_or(line).strip_prefix(key)?;
    let rest = rest.strip_prefix('"').unwrap_or(rest).trim_start().strip_prefix([':', '='])?;
    let value = rest.trim().trim_end_matches(',');
    (!value.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::in_front_matter;

    #[test]
    fn a_key_is_found_in_front_matter_and_nowhere_else() {
        let found =
            |text: &str| in_front_matter(text, "reviewed").map(|range| text[range].to_owned());
        assert_eq!(found("---\ntitle: A\nreviewed: 2026\n---\n"), Some("2026".into()));
        assert_eq!(found("+++\nreviewed = 2026-01-02\n+++\n"), Some("2026-01-02".into()));
        assert_eq!(found("---\ntitle: A\n---\nreviewed: 2026\n"), None);
        assert_eq!(found("reviewed: 2026\n"), None);
        assert_eq!(found("{\n  \"reviewed\": \"2026\",\n"), Some("\"2026\"".into()));
    }
}
