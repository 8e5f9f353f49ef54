//! Edits that mend what was found.

use crate::source::{Origin, Source};
use crate::{Error, Result};

/// Other text in the place of some bytes of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// The bytes that go.
    pub origin: Origin,
    /// What comes in their place.
    pub replacement: String,
}

impl Edit {
    /// Puts a text in the place of these bytes.
    #[must_use]
    pub fn new(origin: Origin, replacement: impl Into<String>) -> Self {
        Self { origin, replacement: replacement.into() }
    }
}

/// The text of a source after some edits, which may come in any order.
///
/// ```
/// use offprint::Source;
/// use offprint::diagnostic::{Edit, apply};
///
/// let source = Source::new("a.md", "a member of it");
/// let edits = [Edit::new(source.origin(2..8), "registrant")];
/// assert_eq!(apply(&source, &edits)?, "a registrant of it");
/// # Ok::<(), offprint::Error>(())
/// ```
///
/// # Errors
///
/// Two edits overlap, or one of them is of another source, ends behind the text, or begins or ends within a
/// character.
pub fn apply(source: &Source, edits: &[Edit]) -> Result<String> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.origin.range().start, edit.origin.range().end));
    let text = source.text();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let range = edit.origin.range();
        let refused = |why: &str| {
            let (name, range) = (source.name(), &range);
            Error::value(format!(
                "the edit of bytes {} to {} of {name} {why}",
                range.start, range.end
            ))
        };
        if edit.origin.source() != Some(source.id()) {
            return Err(refused("is of another source"));
        }
        if range.start < at {
            return Err(refused("overlaps another"));
        }
        let (Some(kept), Some(_)) = (text.get(at..range.start), text.get(range.clone())) else {
            return Err(refused("does not fit the text"));
        };
        out.push_str(kept);
        out.push_str(&edit.replacement);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::{Edit, apply};
    use crate::source::Source;

    #[test]
    fn edits_are_made_in_the_order_of_the_text() {
        let source = Source::new("a.md", "one, zwei, three");
        let edits =
            [Edit::new(source.origin(5..9), "two"), Edit::new(source.origin(0..0), "zero, ")];
        assert_eq!(apply(&source, &edits).unwrap(), "zero, one, two, three");
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let source = Source::new("a.md", "über alles");
        let refused = |edits: &[Edit]| apply(&source, edits).unwrap_err().to_string();
        let edit = |range| Edit::new(source.origin(range), "");
        assert!(refused(&[edit(0..5), edit(4..8)]).contains("overlaps another"));
        assert!(refused(&[edit(1..5)]).contains("does not fit"));
        assert!(refused(&[edit(5..99)]).contains("does not fit"));
        let other = Source::new("b.md", "über alles");
        assert!(refused(&[Edit::new(other.origin(0..2), "")]).contains("another source"));
    }
}
