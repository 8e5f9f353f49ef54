//! Where text came from: sources, byte ranges in them, and lines and columns for people.

use crate::Result;
use crate::diagnostic::{Code, Diagnostic};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text with the name under which diagnostics speak of it, usually a path.
///
/// Cloning is cheap: the text is shared.
///
/// ```
/// use offprint::Source;
///
/// let source = Source::new("grief.md", "# On Grief\n");
/// assert_eq!(source.name(), "grief.md");
/// assert_eq!(source.text(), "# On Grief\n");
/// ```
#[derive(Clone, Debug)]
pub struct Source {
    id: SourceId,
    name: Arc<str>,
    text: Arc<str>,
}

impl Source {
    /// A source with this name and text.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        let name = name.into();
        Self { id: SourceId::of(&name), name, text: text.into() }
    }

    /// Reads a source from the bytes of a file; a byte order mark at its start does not count.
    ///
    /// # Errors
    ///
    /// The bytes are not UTF-8; the diagnostic points at the first place that is not.
    ///
    /// ```
    /// use offprint::Source;
    ///
    /// let error = Source::from_utf8("a.md", b"caf\xe9".to_vec()).unwrap_err();
    /// assert_eq!(error.diagnostics()[0].code.as_str(), "P015");
    /// ```
    pub fn from_utf8(name: impl Into<Arc<str>>, bytes: Vec<u8>) -> Result<Self> {
        let name = name.into();
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text =
                    text.strip_prefix('\u{feff}').map_or_else(|| text.as_str().into(), Arc::from);
                Ok(Self { id: SourceId::of(&name), name, text })
            }
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let bytes = error.into_bytes();
                let read = Self::new(name, String::from_utf8_lossy(&bytes[..good]).as_ref());
                let at = read.position(good);
                Err(Diagnostic::new(
                    Code::NotUtf8,
                    format!(
                        "the byte 0x{:02X} in line {}, column {}, is not UTF-8",
                        bytes[good], at.line, at.column
                    ),
                )
                .label(read.origin(good..good), "")
                .help("save the file as \"Plain text, Unicode (UTF-8)\"")
                .into())
            }
        }
    }

    /// Identifies this source among others; equal names make equal ids.
    #[must_use]
    pub const fn id(&self) -> SourceId {
        self.id
    }

    /// The name that was given to [`Source::new`].
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// An origin that covers these bytes of this source.
    ///
    /// A range beyond 4 GiB is cut there; the parser refuses texts of that size long before.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Origin {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Origin { source: self.id, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The line and column of a byte offset. An offset past the end, or inside a character, counts
    /// as the nearest place before it.
    ///
    /// ```
    /// use offprint::Source;
    ///
    /// let source = Source::new("a.md", "one\nzwei é!");
    /// let position = source.position(11);
    /// assert_eq!((position.line, position.column), (2, 7));
    /// ```
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// Identifies a [`Source`]: a hash of its name, so it needs no registry and is the same in every run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u64);

impl SourceId {
    /// FNV-1a, 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>).
    const fn of(name: &str) -> Self {
        let bytes = name.as_bytes();
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        }
        Self(hash)
    }
}

/// The sources that a set of diagnostics speaks of: one for an article, many for a book.
///
/// ```
/// use offprint::{Source, Sources};
///
/// let sources = Sources::from_iter([Source::new("a.md", "…"), Source::new("b.md", "…")]);
/// assert_eq!(sources.iter().count(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Sources {
    by_id: BTreeMap<SourceId, Source>,
}

impl Sources {
    /// No source yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { by_id: BTreeMap::new() }
    }

    /// Adds a source; one of the same name is replaced.
    pub fn insert(&mut self, source: Source) {
        self.by_id.insert(source.id(), source);
    }

    /// The source that an origin points into.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.by_id.get(&id)
    }

    /// All sources, in an order that is the same in every run.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.by_id.values()
    }
}

impl FromIterator<Source> for Sources {
    fn from_iter<I: IntoIterator<Item = Source>>(sources: I) -> Self {
        Self { by_id: sources.into_iter().map(|source| (source.id(), source)).collect() }
    }
}

impl From<Source> for Sources {
    fn from(source: Source) -> Self {
        Self::from_iter([source])
    }
}

/// Which bytes of which source a value was read from.
///
/// Two origins are always equal and hash to nothing: an article is the same article wherever it
/// came from. Neither JSON nor its schema shows them. A value built in code has
/// [`Origin::default`], which points nowhere.
#[derive(Clone, Copy, Default)]
pub struct Origin {
    source: SourceId,
    start: u32,
    end: u32,
}

impl Origin {
    /// Whether this points nowhere: the value was built in code.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        self.source.0 == 0
    }

    /// The source, or none where [`Origin::is_unknown`].
    #[must_use]
    pub const fn source(&self) -> Option<SourceId> {
        if self.is_unknown() { None } else { Some(self.source) }
    }

    /// The bytes in the source's text.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same source, other bytes.
    #[must_use]
    pub(crate) fn with_range(self, range: Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { source: self.source, start: clamp(range.start), end: clamp(range.end) }
    }
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

impl std::hash::Hash for Origin {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_unknown() {
            f.write_str("Origin(unknown)")
        } else {
            write!(f, "Origin({}..{})", self.start, self.end)
        }
    }
}

/// The name of the [`Source`] that an article was read from; empty for one built in code.
///
/// It holds on to the text too, so that a check can point at the very word, wherever the article goes. Like
/// [`Origin`] it takes no part in equality, hashing, JSON or schema.
#[derive(Clone, Debug, Default)]
pub struct SourceName(Option<Source>);

impl SourceName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_ref().map_or("", Source::name)
    }

    /// The source itself; none for a value built in code.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.0.as_ref()
    }

    /// The start of the source, for what is to be said of the whole of it; unknown for a value built in code.
    #[cfg(any(feature = "epub", feature = "pdf"))]
    pub(crate) fn start(&self) -> Origin {
        self.0.as_ref().map(|source| source.origin(0..0)).unwrap_or_default()
    }
}

impl From<&Source> for SourceName {
    fn from(source: &Source) -> Self {
        Self(Some(source.clone()))
    }
}

impl PartialEq for SourceName {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for SourceName {}

impl std::hash::Hash for SourceName {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

/// A place in a text as people count: line and column start at 1, and a column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}
