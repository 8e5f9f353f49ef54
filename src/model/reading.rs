//! Further reading and references.

use super::{Address, Inline, PartialDate, setters};
use crate::source::Origin;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An entry of further reading or of references: the line as it was written, and what is known of it.
///
/// ```
/// use offprint::model::{Inline, Reading, ReadingKind};
///
/// let reading = Reading::new(vec![Inline::text("On Listening, by A. Author")])
///     .title("On Listening")
///     .authors(["A. Author"])
///     .kind(ReadingKind::Book);
/// assert_eq!(reading.title.as_deref(), Some("On Listening"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Reading {
    /// The line as the author wrote it.
    pub content: Vec<Inline>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Lanes"]))]
    pub title: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["A. Hedge"]]))]
    pub authors: Vec<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Heron Lane Press"]))]
    pub publisher: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// What kind of thing it is.
    #[serde(default)]
    pub kind: ReadingKind,
    /// Where the entry is shown.
    #[serde(default)]
    pub show_in: ShowIn,
    /// Where it was read.
    #[serde(skip)]
    pub origin: Origin,
}

impl Reading {
    /// An entry with this line.
    #[must_use]
    pub fn new(content: Vec<Inline>) -> Self {
        Self { content, ..Self::default() }
    }
}

setters! { Reading {
    text title: String,
    some address: Address,
    list authors: String,
    text publisher: String,
    some published: PartialDate,
    plain kind: ReadingKind,
    plain show_in: ShowIn,
}}

/// What kind of thing a [`Reading`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ReadingKind {
    /// Not known.
    #[default]
    Unknown,
    /// A book.
    Book,
    /// An article in a journal or paper.
    Article,
    /// A page on the web.
    Web,
    /// A leaflet of an organisation.
    Leaflet,
}

/// Where a [`Reading`] is shown: sources may stay out of the leaflet but on file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ShowIn {
    /// Everywhere.
    #[default]
    Both,
    /// On the web page and in books only.
    Web,
    /// On paper only.
    Leaflet,
}
