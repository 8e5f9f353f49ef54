//! The form of `collection.toml`, for editors: `schema/collection.schema.json` is made from it.

#![expect(dead_code, reason = "described to editors; `offprint book` is to read it")]

use crate::model::{Address, AuthorRole, Isbn, Language, PartialDate};
use schemars::JsonSchema;

/// A book made of articles.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Collection")]
pub(crate) struct CollectionFile {
    /// What the book is called.
    #[schemars(length(min = 1))]
    #[schemars(extend("examples" = ["Three Talks"]))]
    title: String,
    /// What it is called besides.
    #[schemars(extend("examples" = ["Essays on Listening"]))]
    subtitle: Option<String>,
    /// What it says, in a few sentences.
    #[schemars(extend("examples" = ["Three evenings about how people listen."]))]
    description: Option<String>,
    /// The language it is written in; `en-GB` where nothing is said.
    #[schemars(extend("default" = "en-GB"))]
    language: Option<Language>,
    /// Who publishes it.
    #[schemars(extend("examples" = ["Heron Lane Press"]))]
    publisher: Option<String>,
    /// Who holds which rights.
    #[schemars(extend("examples" = ["© 2026 Imogen Farthing"]))]
    rights: Option<String>,
    /// Its International Standard Book Number.
    isbn: Option<Isbn>,
    /// When it was first published.
    published: Option<PartialDate>,
    /// When it was last changed.
    modified: Option<PartialDate>,
    /// The picture on its front, a file beside this one.
    cover: Option<Address>,
    /// What the cover shows, for those who do not see it.
    #[schemars(extend("examples" = ["Two chairs by a window"]))]
    cover_alt: Option<String>,
    /// The series it belongs to.
    series: Option<SeriesEntry>,
    /// Who made the book, besides the authors of its articles.
    contributors: Option<Vec<ContributorEntry>>,
    /// The articles' files, in order, relative to this one.
    #[schemars(length(min = 1))]
    #[schemars(extend("examples" = [["first-session.md", "endings.md"]]))]
    articles: Vec<String>,
}

/// A series, and the place in it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct SeriesEntry {
    /// What the series is called.
    #[schemars(extend("examples" = ["Lantern Talks"]))]
    name: String,
    /// Which number this is.
    #[schemars(extend("examples" = [3]))]
    number: Option<u32>,
}

/// Somebody who made the book.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ContributorEntry {
    /// Who.
    #[schemars(extend("examples" = ["Tobias Merriweather"]))]
    name: String,
    /// What they did.
    #[schemars(extend("default" = "author"))]
    role: Option<AuthorRole>,
}
