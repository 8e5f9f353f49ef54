//! How much an article may have.

use crate::diagnostic::{Code, Diagnostic};
use crate::{Error, Result};
use std::str::FromStr;

/// How much an article may have before the parser refuses it. Nesting is not among them: it is
/// [`MAX_NESTING`](crate::model::MAX_NESTING) for any article, whoever made it.
///
/// ```
/// use offprint::markdown::{Limits, Parser};
///
/// let parser = Parser::new().limits(Limits::new().blocks(2_000_000));
/// let told: Limits = "blocks=2000000".parse()?;
/// assert_eq!(told, Limits::new().blocks(2_000_000));
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The most bytes of the source: 16 MiB where nothing else is said.
    pub input: usize,
    /// The most blocks: paragraphs, list items, table rows and so on; 200,000.
    pub blocks: usize,
    /// The most footnotes: 5,000.
    pub footnotes: usize,
    /// The most images: 2,000.
    pub images: usize,
    /// The most keys in front matter, those of mappings in it too: 20,000.
    pub keys: usize,
}

impl Limits {
    /// The usual limits.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            input: 16 * 1024 * 1024,
            blocks: 200_000,
            footnotes: 5_000,
            images: 2_000,
            keys: 20_000,
        }
    }

    /// Sets the most bytes of the source.
    #[must_use]
    pub const fn input(mut self, input: usize) -> Self {
        self.input = input;
        self
    }

    /// Sets the most blocks.
    #[must_use]
    pub const fn blocks(mut self, blocks: usize) -> Self {
        self.blocks = blocks;
        self
    }

    /// Sets the most footnotes.
    #[must_use]
    pub const fn footnotes(mut self, footnotes: usize) -> Self {
        self.footnotes = footnotes;
        self
    }

    /// Sets the most images.
    #[must_use]
    pub const fn images(mut self, images: usize) -> Self {
        self.images = images;
        self
    }

    /// Sets the most keys in front matter.
    #[must_use]
    pub const fn keys(mut self, keys: usize) -> Self {
        self.keys = keys;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}

impl FromStr for Limits {
    type Err = Error;

    /// Reads `blocks=400000,images=5000`; what is not named stays as usual.
    ///
    /// # Errors
    ///
    /// A name that is no limit, or a value that is no number.
    fn from_str(text: &str) -> Result<Self> {
        let mut limits = Self::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let limit = match name.trim() {
                "input" => &mut limits.input,
                "blocks" => &mut limits.blocks,
                "footnotes" => &mut limits.footnotes,
                "images" => &mut limits.images,
                "keys" => &mut limits.keys,
                other => {
                    return Err(Error::value(format!(
                        "`{other}` is no limit; expected input, blocks, footnotes, images or keys"
                    )));
                }
            };
            *limit = value.trim().parse().map_err(|_| {
                Error::value(format!(
                    "`{part}` is no limit; expected a form such as `{name}=400000`"
                ))
            })?;
        }
        Ok(limits)
    }
}

/// Refuses more of something than there may be.
#[inline]
pub(super) fn check(name: &str, count: usize, most: usize) -> Result<(), Diagnostic> {
    if count <= most { Ok(()) } else { Err(too_many(name, most)) }
}

#[cold]
fn too_many(name: &str, most: usize) -> Diagnostic {
    let message = format!("the article has more than {most} {name}");
    Diagnostic::new(Code::TooMany, message).help(format!(
        "split it into several articles, or raise the limit: `--limit {name}=NUMBER`, \
         `Parser::limits` in code"
    ))
}
