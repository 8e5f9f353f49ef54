//! What is bound: an article or a collection, seen as a book.

use crate::model::{
    Address, Anchor, Anchors, Article, Author, AuthorRole, Collection, Cover, Identifier, Isbn,
    Language, PartialDate, Section, Series,
};
use crate::source::Origin;
use std::borrow::Cow;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Somebody who made the book.
pub(super) struct Maker<'a> {
    pub(super) name: &'a str,
    pub(super) role: AuthorRole,
    /// What else is known, of one who made an article and not only the book.
    pub(super) author: Option<&'a Author>,
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
    /// As `modified` in the front matter.
    pub(super) changed: Option<PartialDate>,
    pub(super) reviewed: Option<PartialDate>,
    pub(super) next_review: Option<PartialDate>,
    pub(super) identifiers: &'a [Identifier],
    pub(super) canonical: Option<&'a Address>,
    pub(super) cover: Option<&'a Cover>,
    pub(super) series: Option<&'a Series>,
    pub(super) makers: Vec<Maker<'a>>,
    pub(super) subjects: Vec<&'a str>,
    pub(super) audience: &'a [String],
    /// Each with ids of its own for all its sections.
    pub(super) articles: Vec<Cow<'a, Article>>,
    /// Whether the articles are chapters of a larger book.
    pub(super) is_collection: bool,
    /// The source that the cover is named in.
    pub(super) source: &'a str,
    /// Where that begins.
    pub(super) start: Origin,
}

impl<'a> Binding<'a> {
    pub(super) fn of_article(article: &'a Article) -> Self {
        let metadata = &article.metadata;
        let keywords = metadata.keywords.iter().map(String::as_str);
        Self {
            title: &metadata.title,
            subtitle: said(metadata.subtitle.as_ref()),
            language: &metadata.language,
            description: said(metadata.summary.as_ref()),
            publisher: said(metadata.publisher.as_ref()),
            rights: said(metadata.licence.as_ref()),
            version: said(metadata.version.as_ref()),
            published: metadata.published,
            changed: metadata.modified,
            reviewed: metadata.reviewed,
            next_review: metadata.next_review,
            identifiers: &metadata.identifiers,
            canonical: metadata.canonical.as_ref(),
            cover: metadata.cover.as_ref(),
            series: metadata.series.as_ref().filter(|series| !series.name.trim().is_empty()),
            makers: makers(std::slice::from_ref(article)),
            subjects: distinct(metadata.category.as_deref().into_iter().chain(keywords)),
            audience: &metadata.audience,
            articles: vec![with_unique_ids(article)],
            is_collection: false,
            source: article.source.as_str(),
            start: article.source.start(),
        }
    }

    pub(super) fn of_collection(collection: &'a Collection) -> Self {
        let mut makers = makers(&collection.articles);
        for contributor in &collection.contributors {
            let known = |maker: &Maker<'_>| {
                maker.name == contributor.name && maker.role == contributor.role
            };
            if !contributor.name.trim().is_empty() && !makers.iter().any(known) {
                makers.push(Maker {
                    name: &contributor.name,
                    role: contributor.role,
                    author: None,
                });
            }
        }
        let keywords = |article: &'a Article| article.metadata.keywords.iter().map(String::as_str);
        Self {
            title: &collection.title,
            subtitle: said(collection.subtitle.as_ref()),
            language: &collection.language,
            description: said(collection.description.as_ref()),
            publisher: said(collection.publisher.as_ref()),
            rights: said(collection.rights.as_ref()),
            version: None,
            published: collection.published,
            changed: collection.modified,
            reviewed: None,
            next_review: None,
            identifiers: &collection.identifiers,
            canonical: None,
            cover: collection.cover.as_ref(),
            series: collection.series.as_ref().filter(|series| !series.name.trim().is_empty()),
            makers,
            subjects: distinct(collection.articles.iter().flat_map(keywords)),
            audience: &[],
            articles: collection.articles.iter().map(with_unique_ids).collect(),
            is_collection: true,
            source: collection.source.as_str(),
            start: collection.source.start(),
        }
    }

    /// When the book was last changed: as it says itself, else the latest day that it or an article
    /// in it names. A date without a year says nothing here.
    pub(super) fn modified(&self) -> Option<PartialDate> {
        let dated = |date: Option<PartialDate>| date.filter(|date| date.year().is_some());
        let latest_inside = || {
            let inside = self.articles.iter().map(|article| &article.metadata);
            inside
                .filter_map(|metadata| dated(metadata.modified).or(dated(metadata.published)))
                .chain(dated(self.published))
                .max_by_key(|date| date.first_day())
        };
        dated(self.changed).or_else(latest_inside)
    }

    pub(super) fn isbn(&self) -> Option<&'a Isbn> {
        self.identifiers.iter().find_map(|identifier| match identifier {
            Identifier::Isbn { value } => Some(value),
            _ => None,
        })
    }

    /// The name of the book among all books, which stays over corrections: its ISBN, else its own UUID,
    /// else a UUID (RFC 9562, version 5) from its canonical address, else from its source's name and
    /// its title.
    pub(super) fn identifier(&self) -> String {
        if let Some(isbn) = self.isbn() {
            return format!("urn:isbn:{isbn}");
        }
        let own = self.identifiers.iter().find_map(|identifier| match identifier {
            Identifier::Uuid { value } => Uuid::parse_str(value).ok(),
            _ => None,
        });
        let made = || match self.canonical {
            Some(canonical) => Uuid::new_v5(&Uuid::NAMESPACE_URL, canonical.as_str().as_bytes()),
            None => {
                let space = Uuid::new_v5(&Uuid::NAMESPACE_DNS, b"offprint");
                Uuid::new_v5(&space, format!("{}\n{}", self.source, self.title).as_bytes())
            }
        };
        own.unwrap_or_else(made).urn().to_string()
    }
}

/// The authors of some articles, each once in each part that they had.
fn makers(articles: &[Article]) -> Vec<Maker<'_>> {
    let mut makers: Vec<Maker<'_>> = Vec::new();
    for author in articles.iter().flat_map(|article| &article.authors) {
        let same = |known: &Maker<'_>| known.name == author.name && known.role == author.role;
        if !author.name.trim().is_empty() && !makers.iter().any(same) {
            makers.push(Maker { name: &author.name, role: author.role, author: Some(author) });
        }
    }
    makers
}

/// Words that are none are as good as not there, and EPUB refuses them.
fn said(words: Option<&String>) -> Option<&str> {
    words.map(String::as_str).filter(|words| !words.trim().is_empty())
}

fn distinct<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    words.filter(|word| !word.trim().is_empty() && seen.insert(*word)).collect()
}

/// An article built in code may name two sections alike; the second then gets a number.
fn with_unique_ids(article: &Article) -> Cow<'_, Article> {
    fn all_differ<'a>(sections: &'a [Section], seen: &mut BTreeSet<&'a Anchor>) -> bool {
        sections
            .iter()
            .all(|section| seen.insert(&section.id) && all_differ(&section.sections, seen))
    }
    fn number(section: &mut Section, taken: &mut Anchors) {
        section.id = taken.take(section.id.clone());
        section.sections.iter_mut().for_each(|inner| number(inner, taken));
    }
    if all_differ(&article.sections, &mut BTreeSet::new()) {
        return Cow::Borrowed(article);
    }
    let mut article = article.clone();
    let mut taken = Anchors::default();
    article.sections.iter_mut().for_each(|section| number(section, &mut taken));
    Cow::Owned(article)
}
