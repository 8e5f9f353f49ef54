//! Metadata and authors as front matter: our own names for the keys, and no more than there is to say.

use super::blocks::blocks_to_markdown;
use super::yaml::{self, Yaml};
use crate::fields::fold;
use crate::model::{
    Article, Author, AuthorRole, Basis, Cover, Credential, Identifier, Language, Metadata,
    PartialDate, Post, PrivatePractice, Series,
};
use serde::Serialize;
use std::fmt::Display;

/// Writes the block, with the lines of hyphens around it.
pub(in crate::markdown) fn write(article: &Article, out: &mut String) {
    let mut fields = Keys::default();
    metadata(&article.metadata, &mut fields);
    // Beside `authors`, an `author` does not count, and is kept as it was.
    let is_taken = article.metadata.extra.keys().any(|key| fold(key) == "author");
    match &article.authors[..] {
        [] if !is_taken => {}
        [only] if !is_taken => fields.yaml("author", author(only)),
        all => fields.yaml("authors", Yaml::List(all.iter().map(author).collect())),
    }
    for (key, value) in &article.metadata.extra {
        fields.yaml(key, value.into());
    }
    out.push_str("---\n");
    yaml::mapping(&fields.0, 0, out);
    out.push_str("---\n");
}

/// The keys of a mapping, in the order in which they are written.
#[derive(Default)]
struct Keys(Vec<(String, Yaml)>);

impl Keys {
    fn yaml(&mut self, key: &str, value: Yaml) {
        self.0.push((key.to_owned(), value));
    }

    fn text<T: Display>(&mut self, key: &str, value: Option<&T>) {
        if let Some(value) = value {
            self.yaml(key, Yaml::Text(value.to_string()));
        }
    }

    /// A whole date is one in YAML too; any other would be a number or nothing that YAML knows.
    fn date(&mut self, key: &str, value: Option<PartialDate>) {
        if let Some(date) = value {
            let is_whole = date.year().is_some() && date.day().is_some();
            let text = date.to_string();
            self.yaml(key, if is_whole { Yaml::Plain(text) } else { Yaml::Text(text) });
        }
    }

    fn texts<T: Display>(&mut self, key: &str, values: &[T]) {
        if !values.is_empty() {
            let texts = values.iter().map(|value| Yaml::Text(value.to_string()));
            self.yaml(key, Yaml::List(texts.collect()));
        }
    }

    fn list<T>(&mut self, key: &str, values: &[T], each: impl Fn(&T) -> Yaml) {
        if !values.is_empty() {
            self.yaml(key, Yaml::List(values.iter().map(each).collect()));
        }
    }

    fn number(&mut self, key: &str, value: Option<u32>) {
        if let Some(number) = value {
            self.yaml(key, Yaml::Plain(number.to_string()));
        }
    }

    /// A word of an enum, as JSON has it.
    fn word<T: Serialize>(&mut self, key: &str, value: Option<&T>) {
        if let Some(serde_json::Value::String(word)) =
            value.and_then(|value| serde_json::to_value(value).ok())
        {
            self.yaml(key, Yaml::Text(word));
        }
    }

    fn finish(self) -> Yaml {
        Yaml::Mapping(self.0)
    }
}

fn metadata(metadata: &Metadata, keys: &mut Keys) {
    // Without one, the reader looks for another.
    keys.text("title", Some(&metadata.title).filter(|title| !title.is_empty()));
    keys.text("subtitle", metadata.subtitle.as_ref());
    keys.text("summary", metadata.summary.as_ref());
    if metadata.language != Language::default() {
        keys.text("language", Some(&metadata.language));
    }
    keys.date("published", metadata.published);
    keys.date("modified", metadata.modified);
    keys.date("reviewed", metadata.reviewed);
    keys.date("next_review", metadata.next_review);
    keys.text("version", metadata.version.as_ref());
    keys.number("reading_time", metadata.stated_reading_minutes);
    keys.texts("keywords", &metadata.keywords);
    keys.text("category", metadata.category.as_ref());
    keys.text("canonical", metadata.canonical.as_ref());
    keys.text("licence", metadata.licence.as_ref());
    keys.text("publisher", metadata.publisher.as_ref());
    identifiers(&metadata.identifiers, keys);
    if let Some(Cover { image, alt, .. }) = &metadata.cover {
        match alt {
            None => keys.text("cover", Some(image)),
            Some(_) => {
                let mut inner = Keys::default();
                inner.text("image", Some(image));
                inner.text("alt", alt.as_ref());
                keys.yaml("cover", inner.finish());
            }
        }
    }
    keys.texts("audience", &metadata.audience);
    if let Some(Series { name, number }) = &metadata.series {
        match number {
            None => keys.text("series", Some(name)),
            Some(_) => {
                let mut inner = Keys::default();
                inner.text("name", Some(name));
                inner.number("number", *number);
                keys.yaml("series", inner.finish());
            }
        }
    }
    keys.word("jurisdiction", metadata.jurisdiction.as_ref());
    keys.text("slug", metadata.slug.as_ref());
    if metadata.draft {
        keys.yaml("draft", Yaml::Plain("true".to_owned()));
    }
    keys.texts("suppress", &metadata.suppress);
}

/// An ISBN and a DOI that come first have keys of their own. The others keep their order; where two are
/// of one scheme, they are a list.
fn identifiers(all: &[Identifier], keys: &mut Keys) {
    let mut rest = all;
    if let [Identifier::Isbn { value }, others @ ..] = rest {
        keys.text("isbn", Some(value));
        rest = others;
    }
    if let [Identifier::Doi { value }, others @ ..] = rest {
        keys.text("doi", Some(value));
        rest = others;
    }
    let named: Vec<(String, Yaml)> = rest
        .iter()
        .map(|identifier| match identifier {
            Identifier::Isbn { value } => ("isbn".to_owned(), Yaml::Text(value.to_string())),
            Identifier::Doi { value } => ("doi".to_owned(), Yaml::Text(value.clone())),
            Identifier::Uuid { value } => ("uuid".to_owned(), Yaml::Text(value.clone())),
            Identifier::Other { scheme, value } => (scheme.clone(), Yaml::Text(value.clone())),
        })
        .collect();
    let is_twice = |at: usize| named[..at].iter().any(|(scheme, _)| *scheme == named[at].0);
    if (0..named.len()).any(is_twice) {
        let each = named.into_iter().map(|entry| Yaml::Mapping(vec![entry]));
        keys.yaml("identifiers", Yaml::List(each.collect()));
    } else if !named.is_empty() {
        keys.yaml("identifiers", Yaml::Mapping(named));
    }
}

/// A name, or a mapping where more is known. What was recognised in the text is recognised there again.
fn author(author: &Author) -> Yaml {
    let mut keys = Keys::default();
    keys.text("name", Some(&author.name));
    keys.text("sort_name", author.sort_name.as_ref());
    if author.role != AuthorRole::Author {
        keys.word("role", Some(&author.role));
    }
    let is_stated = |held: &&Credential| held.basis() == Basis::Stated;
    let credentials: Vec<&Credential> = author.credentials.iter().filter(is_stated).collect();
    keys.list("credentials", &credentials, |held| credential(held));
    let posts = author.posts.iter().filter(|post| post.basis == Basis::Stated);
    keys.list("posts", &posts.collect::<Vec<_>>(), |held| post(held));
    let practices = author.practices.iter().filter(|at| at.basis == Basis::Stated);
    keys.list("practices", &practices.collect::<Vec<_>>(), |held| practice(held));
    if !author.biography.is_empty() {
        let mut text = blocks_to_markdown(&author.biography);
        text.truncate(text.trim_end().len());
        text.push('\n');
        keys.yaml("biography", Yaml::Lines(text));
    }
    keys.text("url", author.url.as_ref());
    keys.text("email", author.email.as_ref());
    keys.text("orcid", author.orcid.as_ref());
    match &keys.0[..] {
        [(_, name)] => name.clone(),
        _ => keys.finish(),
    }
}

fn credential(credential: &Credential) -> Yaml {
    let mut keys = Keys::default();
    match credential {
        Credential::Membership(held) => {
            keys.text("body", Some(&held.body));
            keys.text("grade", held.grade.as_ref());
            keys.word("status", held.status.as_ref());
            keys.text("number", held.number.as_ref());
            keys.date("since", held.since);
            keys.date("verified_on", held.verified_on);
            keys.date("valid_until", held.valid_until);
            keys.text("source", held.source.as_ref());
        }
        Credential::Degree(held) => {
            keys.text("degree", Some(&held.award));
            keys.text("subject", held.subject.as_ref());
            keys.text("institution", held.institution.as_ref());
            keys.text("classification", held.classification.as_ref());
            keys.date("year", held.year);
        }
        Credential::Affiliation(held) => {
            keys.text("affiliation", Some(&held.organisation));
            keys.text("role", held.role.as_ref());
        }
    }
    keys.finish()
}

fn post(post: &Post) -> Yaml {
    let mut keys = Keys::default();
    keys.text("organisation", Some(&post.organisation));
    keys.text("title", post.title.as_ref());
    keys.text("place", post.place.as_ref());
    keys.finish()
}

fn practice(practice: &PrivatePractice) -> Yaml {
    let mut keys = Keys::default();
    keys.text("name", practice.name.as_ref());
    keys.text("place", practice.place.as_ref());
    if practice.online {
        keys.yaml("online", Yaml::Plain("true".to_owned()));
    }
    keys.text("url", practice.url.as_ref());
    keys.finish()
}
