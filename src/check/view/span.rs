//! What of the text is marked up as something.

use std::ops::Range;

/// A run of the text that is marked up as something.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) range: Range<usize>,
    pub(super) kind: SpanKind,
}

/// As what a run of the text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum SpanKind {
    /// Code, or keys to be pressed.
    Code,
    /// Stress, printed in italics.
    Emphasis,
    /// The words of a link.
    Link,
    /// An abbreviation that is spelt out in its markup.
    Abbreviation,
    /// Words of another language.
    Foreign,
}
