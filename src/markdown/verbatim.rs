//! What is computer text to other tools: `{{ … }}` and `{% … %}` of templates, and attributes in braces. Its quotation
//! marks, hyphens and addresses stay as they were typed.

use memchr::{memchr_iter, memmem};
use std::ops::Range;

/// The first place of something from where it is asked about on; the questions come in the order of the text.
struct Next<'t> {
    text: &'t str,
    what: &'static str,
    /// None behind the last.
    at: Option<usize>,
}

impl<'t> Next<'t> {
    fn of(what: &'static str, text: &'t str) -> Self {
        Self { text, what, at: memmem::find(text.as_bytes(), what.as_bytes()) }
    }

    fn from(&mut self, place: usize) -> Option<usize> {
        if self.at? < place {
            let found = memmem::find(&self.text.as_bytes()[place..], self.what.as_bytes());
            self.at = found.map(|found| found + place);
        }
        self.at
    }
}

/// Where such text stands, in order: from each opening to the first closing in the same paragraph, with no
/// backtick between. What is between any two of them stays, so that it stays in each part of the text too.
pub(super) fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut openings = memchr_iter(b'{', text.as_bytes())
        .filter(|at| matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%' | b':' | b'.' | b'#')));
    let Some(first) = openings.next() else { return all };
    let mut ends = ["}}", "%}", "}"].map(|end| Next::of(end, text));
    let mut stops = ["\n\n", "\n\r\n", "`"].map(|stop| Next::of(stop, text));
    for at in std::iter::once(first).chain(openings) {
        let end = match text.as_bytes()[at + 1] {
            b'{' => &mut ends[0],
            b'%' => &mut ends[1],
            _ => &mut ends[2],
        };
        let Some(found) = end.from(at + 2) else { continue };
        let end = found + end.what.len();
        if stops.iter_mut().any(|stop| stop.from(at).is_some_and(|stop| stop < end)) {
            continue;
        }
        match all.last_mut() {
            Some(last) if at < last.end => last.end = last.end.max(end),
            _ => all.push(at..end),
        }
    }
    all
}

/// Whether a place is in one of these ranges.
pub(super) fn holds(ranges: &[Range<usize>], place: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= place);
    ranges.get(next).is_some_and(|range| range.start <= place)
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn templates_and_attributes_are_found() {
        let found = |text: &str| -> Vec<String> {
            ranges(text).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(
            found("a {{ b }} {%c%} {.d e=\"f\"} {g} } h"),
            ["{{ b }}", "{%c%}", "{.d e=\"f\"}"]
        );
        assert_eq!(found("{{ a\nb {% c }} d %} e"), ["{{ a\nb {% c }} d %}"]);
        assert!(found("{{ a\n\nb }} {% `c` %} {{").is_empty());
        assert!(found(&"{{".repeat(100_000)).is_empty());
        assert_eq!(found(&format!("{}}}}}", "{{".repeat(100_000))).len(), 1);
    }
}
