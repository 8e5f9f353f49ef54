//! Several articles bound together.

use super::{
    Article, Author, AuthorRole, Cover, Identifier, Language, PartialDate, Series, setters,
};
use crate::source::SourceName;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Articles that make a book together.
///
/// ```
/// use offprint::model::{Article, Collection};
///
/// let article = Article::builder("On Grief").paragraph("It takes the time it takes.").build()?;
/// let collection = Collection::new("Three Talks").articles([article]);
/// assert_eq!(collection.articles.len(), 1);
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Collection {
    /// What the book is called.
    #[schemars(length(min = 1))]
    pub title: String,
    /// What it is called besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// What it says, in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The language it is written in.
    #[serde(default)]
    pub language: Language,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Who holds which rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
    /// When it was first published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<PartialDate>,
    /// Names that are its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// The picture on its front.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Cover>,
    /// The series it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
    /// Who made the book, besides the authors of its articles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<Contributor>,
    /// The articles, in order.
    pub articles: Vec<Article>,
    /// The name of the source that it was read from; the cover is looked for beside it.
    #[serde(skip)]
    pub source: SourceName,
}

impl Collection {
    /// A book of this title without articles.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// The authors of all articles, each once, in the order in which they first appear.
    #[must_use]
    pub fn authors(&self) -> Vec<&Author> {
        let mut authors: Vec<&Author> = Vec::new();
        for author in self.articles.iter().flat_map(|article| &article.authors) {
            if !authors.iter().any(|known| known.name == author.name) {
                authors.push(author);
            }
        }
        authors
    }
}

setters! { Collection {
    text subtitle: String,
    text description: String,
    plain language: Language,
    text publisher: String,
    text rights: String,
    some published: PartialDate,
    some modified: PartialDate,
    list identifiers: Identifier,
    some cover: Cover,
    some series: Series,
    list contributors: Contributor,
    list articles: Article,
}}

/// Somebody who made a [`Collection`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Contributor {
    /// Who.
    #[schemars(length(min = 1))]
    pub name: String,
    /// What they did.
    #[serde(default)]
    pub role: AuthorRole,
}

impl Contributor {
    /// Somebody with this part in the book.
    #[must_use]
    pub fn new(name: impl Into<String>, role: AuthorRole) -> Self {
        Self { name: name.into(), role }
    }
}
