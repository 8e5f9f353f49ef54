//! What is bound: an article or a collection, seen as a book.

use crate::characters::is_allowed;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Article, AuthorRole, Collection, Contributor, Cover, Identifier, Isbn, Language, PartialDate,
    Series,
};
use uuid::Uuid;

/// Somebody who made the book.
pub(super) struct Creator<'a> {
    pub(super) name: &'a str,
    pub(super) sort_name: Option<&'a str>,
    pub(super) role: AuthorRole,
}

/// An article or a collection as a book.
pub(super) struct Binding<'a> {
    pub(super) title: &'a str,
    pub(super) subtitle: Option<&'a str>,
    pub(super) language: &'a Language,
    pub(super) description: Option<&'a str>,
    pub(super) publisher: Option<&'a str>,
    pub(super) rights: Option<&'a str>,
    pub(super) version: Option<&'a str>,
    pub(super) published: Option<PartialDate>,
    pub(super) modified: Option<PartialDate>,
    pub(super) isbn: Option<&'a Isbn>,
    pub(super) cover: Option<&'a Cover>,
    pub(super) series: Option<&'a Series>,
    pub(super) creators: Vec<Creator<'a>>,
    pub(super) subjects: Vec<&'a str>,
    pub(super) articles: Vec<&'a Article>,
    /// Whether the articles are chapters of a larger book.
    pub(super) is_collection: bool,
    pub(super) source_name: &'a str,
    canonical: Option<&'a str>,
}

/// A date without a year says nothing to a library.
fn dated(date: Option<PartialDate>) -> Option<PartialDate> {
    date.filter(|date| date.year().is_some())
}

impl<'a> Binding<'a> {
    pub(super) fn of_article(article: &'a Article) -> Self {
        let metadata = &article.metadata;
        let keywords = metadata.keywords.iter().map(String::as_str);
        Self {
            title: &metadata.title,
            subtitle: metadata.subtitle.as_deref(),
            language: &metadata.language,
            description: metadata.summary.as_deref(),
            publisher: metadata.publisher.as_deref(),
            rights: metadata.licence.as_deref(),
            version: metadata.version.as_deref(),
            published: dated(metadata.published),
            modified: dated(metadata.modified),
            isbn: metadata.isbn(),
            cover: metadata.cover.as_ref(),
            series: metadata.series.as_ref(),
            creators: creators(&[article]),
            subjects: metadata.category.as_deref().into_iter().chain(keywords).collect(),
            articles: vec![article],
            is_collection: false,
            source_name: article.source.as_str(),
            canonical: metadata.canonical.as_ref().map(crate::model::Address::as_str),
        }
    }

    pub(super) fn of_collection(collection: &'a Collection) -> Self {
        let articles: Vec<&Article> = collection.articles.iter().collect();
        let mut all = creators(&articles);
        for contributor in &collection.contributors {
            if !all.iter().any(|known| known.name == contributor.name) {
                let Contributor { name, role, .. } = contributor;
                all.push(Creator { name, sort_name: None, role: *role });
            }
        }
        let mut subjects: Vec<&str> = Vec::new();
        for keyword in articles.iter().flat_map(|article| &article.metadata.keywords) {
            if !subjects.contains(&keyword.as_str()) {
                subjects.push(keyword);
            }
        }
        Self {
            title: &collection.title,
            subtitle: collection.subtitle.as_deref(),
            language: &collection.language,
            description: collection.description.as_deref(),
            publisher: collection.publisher.as_deref(),
            rights: collection.rights.as_deref(),
            version: None,
            published: dated(collection.published),
            modified: dated(collection.modified),
            isbn: collection.identifiers.iter().find_map(|identifier| match identifier {
                Identifier::Isbn { value } => Some(value),
                _ => None,
            }),
            cover: collection.cover.as_ref(),
            series: collection.series.as_ref(),
            creators: all,
            subjects,
            articles,
            is_collection: true,
            source_name: "",
            canonical: None,
        }
    }

    /// The ISBN, or a UUID from the canonical address, or else from the source's name and the title
    /// (RFC 9562, version 5).
    pub(super) fn identifier(&self) -> String {
        if let Some(isbn) = self.isbn {
            return format!("urn:isbn:{isbn}");
        }
        let named = || format!("{}\n{}", self.source_name, self.title);
        let uuid = self.canonical.map_or_else(
            || Uuid::new_v5(&Uuid::NAMESPACE_OID, named().as_bytes()),
            |canonical| Uuid::new_v5(&Uuid::NAMESPACE_URL, canonical.as_bytes()),
        );
        format!("urn:uuid:{uuid}")
    }

    /// XML has no way to write some characters, so an article built in code may not have them.
    pub(super) fn check_characters(&self, found: &mut Vec<Diagnostic>) {
        let texts = self.articles.iter().flat_map(|article| {
            let names = article.authors.iter().map(|author| author.name.clone());
            std::iter::once(article.plain_text()).chain(names)
        });
        let own = [Some(self.title), self.subtitle, self.description, self.publisher, self.rights];
        for text in texts.chain(own.into_iter().flatten().map(str::to_owned)) {
            if let Some(c) = text.chars().find(|c| !is_allowed(*c)) {
                found.push(Diagnostic::new(
                    Code::XmlCharacter,
                    format!(
                        "the text has the character U+{:04X}, which no book can hold",
                        u32::from(c)
                    ),
                ));
            }
        }
    }
}

/// The authors of some articles, each once.
fn creators<'a>(articles: &[&'a Article]) -> Vec<Creator<'a>> {
    let mut creators: Vec<Creator<'a>> = Vec::new();
    for author in articles.iter().flat_map(|article| &article.authors) {
        if !creators.iter().any(|known| known.name == author.name) {
            creators.push(Creator {
                name: &author.name,
                sort_name: author.sort_name.as_deref(),
                role: author.role,
            });
        }
    }
    creators
}
