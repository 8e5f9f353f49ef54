//! Which typefaces a leaflet is set in, and those that callers bring.

use super::world::Engine;
use crate::diagnostic::{Code, Diagnostic};
use crate::{Error, Result};
use serde::Serialize;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// The typeface of a leaflet's text.
///
/// ```
/// use offprint::export::Face;
///
/// assert_eq!("serif".parse::<Face>()?, Face::Serif);
/// assert_eq!("Noto Sans Hebrew".parse::<Face>()?.to_string(), "Noto Sans Hebrew");
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Face {
    /// Source Sans 3, a humanist sans made for legibility.
    #[default]
    Sans,
    /// Source Serif 4, a face for books.
    Serif,
    /// One of those that were brought as [`Fonts`].
    Family {
        /// The name of the family, as the files give it.
        name: String,
    },
}

impl fmt::Display for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sans => "sans",
            Self::Serif => "serif",
            Self::Family { name } => name,
        })
    }
}

impl FromStr for Face {
    type Err = Error;

    /// Reads `sans`, `serif`, or the name of a family.
    ///
    /// # Errors
    ///
    /// There is no name.
    fn from_str(text: &str) -> Result<Self> {
        match text.trim() {
            "" => Err(Error::value("expected a face: sans, serif, or the name of a family")),
            "sans" => Ok(Self::Sans),
            "serif" => Ok(Self::Serif),
            name => Ok(Self::Family { name: name.to_owned() }),
        }
    }
}

/// The families that the templates ask for, in the order in which they are looked into.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Families {
    text: Vec<String>,
    /// Of titles and the headings of the first level.
    display: Vec<String>,
    code: Vec<String>,
}

const SANS: &str = "Source Sans 3";
const SERIF: &str = "Source Serif 4";
const DISPLAY: &str = "Source Serif 4 Display";
const CODE: &str = "Source Code Pro";

impl Families {
    /// Those of the text.
    pub(super) fn text(&self) -> &[String] {
        &self.text
    }

    /// Those of titles.
    pub(super) fn display(&self) -> &[String] {
        &self.display
    }

    /// Whether the text is set in a face of ours.
    pub(super) fn is_ours(&self) -> bool {
        self.text.first().is_some_and(|name| [SANS, SERIF].contains(&name.as_str()))
    }

    /// The families of a face.
    ///
    /// # Errors
    ///
    /// No family of that name is there.
    pub(super) fn of(face: &Face, engine: &Engine) -> Result<Self, Diagnostic> {
        let names = |names: &[&str]| names.iter().copied().map(str::to_owned).collect();
        let code = names(&[CODE, SANS]);
        Ok(match face {
            Face::Sans => {
                Self { text: names(&[SANS, CODE]), display: names(&[DISPLAY, SANS]), code }
            }
            Face::Serif => Self {
                text: names(&[SERIF, SANS, CODE]),
                display: names(&[DISPLAY, SERIF, SANS]),
                code,
            },
            Face::Family { name } => {
                let families = engine.families();
                let known = families.iter().find(|family| family.eq_ignore_ascii_case(name));
                let Some(known) = known else {
                    let message = format!("there is no typeface `{name}`");
                    let there = families.join(", ");
                    return Err(Diagnostic::new(Code::UnknownFace, message).help(format!(
                        "expected `sans`, `serif`, or one that is here: {there}; add others with `--fonts`"
                    )));
                };
                let all: Vec<String> = names(&[known, SANS, CODE]);
                Self { text: all.clone(), display: all, code }
            }
        })
    }
}

/// Typefaces beside our own: for characters that ours lack, or to be chosen by name as [`Face::Family`].
///
/// To make one is work, so a program makes it once and gives it to every exporter.
///
/// ```
/// use offprint::export::Fonts;
///
/// let told = Fonts::new([("letter.ttf", b"Dear Sir".to_vec())]).unwrap_err();
/// assert!(told.diagnostics()[0].message.contains("`letter.ttf`"));
/// ```
#[derive(Clone)]
pub struct Fonts {
    pub(super) engine: Arc<Engine>,
}

impl Fonts {
    /// Typefaces from files, each with the name by which it is told: TrueType, OpenType, or collections.
    ///
    /// # Errors
    ///
    /// A file holds no typeface, or one whose maker forbids to embed it; all such are told.
    pub fn new<N: AsRef<str>>(files: impl IntoIterator<Item = (N, Vec<u8>)>) -> Result<Self> {
        let mut found = Vec::new();
        let mut good = Vec::new();
        for (name, bytes) in files {
            match super::world::faces(bytes) {
                Ok(faces) => good.extend(faces),
                Err(why) => {
                    let message = format!("`{}` {why}", name.as_ref());
                    found.push(Diagnostic::new(Code::BadFont, message));
                }
            }
        }
        if found.is_empty() {
            Ok(Self { engine: Arc::new(Engine::with(good)) })
        } else {
            Err(Error::content(found))
        }
    }

    /// The names of all families that are there, ours too.
    #[must_use]
    pub fn families(&self) -> Vec<String> {
        self.engine.families()
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Fonts").field(&self.families()).finish()
    }
}
