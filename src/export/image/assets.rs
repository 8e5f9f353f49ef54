//! Where the bytes of images come from.

use crate::diagnostic::{Code, Diagnostic};
use crate::{Error, Result};
use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// Hands images to the exporters: from a folder, from memory, from wherever a program keeps them.
pub trait Assets: Send + Sync {
    /// The bytes of the file that the source of this name calls `href`, or none where there is no
    /// such file. `href` is relative and may be percent-encoded.
    ///
    /// # Errors
    ///
    /// The file must not be read, or reading it failed.
    fn load(&self, source_name: &str, href: &str) -> Result<Option<Arc<[u8]>>>;
}

/// No images at all; every image that an article names is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a value that says nothing")]
pub struct NoAssets;

impl Assets for NoAssets {
    fn load(&self, _: &str, _: &str) -> Result<Option<Arc<[u8]>>> {
        Ok(None)
    }
}

/// Images in memory, by the address that articles use.
///
/// ```
/// use offprint::export::{Assets, MemoryAssets};
///
/// let assets = MemoryAssets::new().with("images/a.png", b"\x89PNG".to_vec());
/// assert!(assets.load("any.md", "images/a.png")?.is_some());
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct MemoryAssets {
    by_href: BTreeMap<String, Arc<[u8]>>,
}

impl MemoryAssets {
    /// No images yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { by_href: BTreeMap::new() }
    }

    /// These, and one more.
    #[must_use]
    pub fn with(mut self, href: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        self.by_href.insert(href.into(), bytes.into());
        self
    }
}

impl Assets for MemoryAssets {
    fn load(&self, _: &str, href: &str) -> Result<Option<Arc<[u8]>>> {
        Ok(self.by_href.get(href).cloned())
    }
}

/// Images from a folder, and from nowhere outside it.
///
/// The name of a source is a path, absolute or under the folder; an address is taken relative to the
/// source's own folder, and one that begins with `/` relative to the root. Symbolic links that lead
/// outside are refused.
#[derive(Clone, Debug)]
pub struct DirAssets {
    root: PathBuf,
}

impl DirAssets {
    /// Images from this folder and the folders in it.
    ///
    /// # Errors
    ///
    /// There is no such folder, or it may not be read.
    pub fn new(root: impl AsRef<Path>) -> Result<Self> {
        let root = root.as_ref();
        let found = root.canonicalize();
        let root = found.map_err(|cause| {
            Error::io(format!("cannot open the folder {}", root.display()), cause)
        })?;
        Ok(Self { root })
    }
}

impl Assets for DirAssets {
    fn load(&self, source_name: &str, href: &str) -> Result<Option<Arc<[u8]>>> {
        let path = percent_decoded(href.split(['?', '#']).next().unwrap_or_default());
        let joined = if let Some(from_root) = path.strip_prefix('/') {
            self.root.join(from_root.trim_start_matches('/'))
        } else {
            let folder = Path::new(source_name).parent().unwrap_or(Path::new(""));
            self.root.join(folder).join(&path)
        };
        let outside = || {
            Error::from(Diagnostic::new(
                Code::PathOutside,
                format!("the image `{href}` is outside the folder {}", self.root.display()),
            ))
        };
        // By the letter first, so that a path outside is refused whether or not it exists.
        if !normalised(&joined).starts_with(&self.root) && joined.canonicalize().is_err() {
            return Err(outside());
        }
        match joined.canonicalize() {
            Ok(real) if !real.starts_with(&self.root) => Err(outside()),
            Ok(real) if real.is_dir() => Ok(None),
            Ok(real) => {
                let read = std::fs::read(&real);
                let bytes = read
                    .map_err(|cause| Error::io(format!("cannot read {}", real.display()), cause))?;
                Ok(Some(bytes.into()))
            }
            Err(cause)
                if matches!(
                    cause.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                Ok(None)
            }
            Err(cause) => Err(Error::io(format!("cannot read {}", joined.display()), cause)),
        }
    }
}

/// Without `.` and `..`.
fn normalised(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let code = hex.filter(|_| first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
