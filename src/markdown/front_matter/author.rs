//! Authors in front matter.

use super::super::blocks::Piece;
use super::super::{Limits, Place, blocks};
use crate::fields::{Fields, Node, Value};
use crate::model::{
    Affiliation, Author, Block, Credential, Degree, Language, Membership, Post, PrivatePractice,
};
use crate::source::Origin;

/// `author: A. Name`, or a mapping.
pub(super) fn read(fields: &mut Fields<'_>, node: Node) -> Option<Author> {
    let origin = node.origin;
    let mut author = if matches!(node.value, Value::Mapping { .. }) {
        fields.within("an author", node, mapping)?
    } else {
        Author::new(fields.read::<String>(&node, "author")?.trim())
    };
    author.origin = origin;
    (!author.name.is_empty()).then_some(author)
}

#[expect(clippy::unnecessary_wraps, reason = "the shape that `Fields::within` reads by")]
fn mapping(fields: &mut Fields<'_>) -> Option<Author> {
    let name = fields.required("name");
    let mut author = Author::new(name.unwrap_or_default());
    author.sort_name = fields.text(&["sort_name", "file_as"]);
    author.role = fields
        .choice(&["role"], &["author", "editor", "translator", "illustrator", "contributor"])
        .unwrap_or_default();
    author.url = fields.value(&["url", "website"]);
    author.email = fields.text(&["email"]);
    author.orcid = fields.text(&["orcid"]);
    if let Some(node) = fields.node(&["biography", "bio"]) {
        author.biography = biography(fields, &node);
    }
    for node in fields.items(&["credentials"]) {
        author.credentials.extend(fields.within("a credential", node, credential));
    }
    for node in fields.items(&["posts"]) {
        author.posts.extend(fields.within("a post", node, post));
    }
    for node in fields.items(&["practices"]) {
        author.practices.extend(fields.within("a practice", node, practice));
    }
    Some(author)
}

/// Markdown inside a value; headings in it are paragraphs, because a biography has no sections.
fn biography(fields: &mut Fields<'_>, node: &Node) -> Vec<Block> {
    let Some(text) = fields.read::<String>(node, "biography") else { return Vec::new() };
    let mut found = Vec::new();
    let place = Place::Value { origin: node.origin };
    let settings = blocks::Settings {
        limits: Limits::new(),
        smart_punctuation: true,
        footnotes: false,
        language: &Language::default(),
    };
    let document = blocks::read(&text, place, settings, &mut found).unwrap_or_else(|diagnostic| {
        found.push(diagnostic);
        blocks::Document::default()
    });
    found.into_iter().for_each(|diagnostic| fields.report(diagnostic));
    document
        .pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Block { block } => block,
            Piece::Heading { content, origin, .. } => Block::Paragraph { content, origin },
        })
        .collect()
}

/// Which credential it is can be seen from its first key: `body`, `degree` or `affiliation`.
fn credential(fields: &mut Fields<'_>) -> Option<Credential> {
    let origin = fields.origin();
    if fields.has(&["degree"]) {
        return degree(fields, origin).map(Credential::Degree);
    }
    if fields.has(&["affiliation"]) {
        let mut affiliation = Affiliation::new(fields.required("affiliation")?);
        affiliation.role = fields.text(&["role"]);
        affiliation.origin = origin;
        return Some(affiliation.into());
    }
    let body = fields.required("body")?;
    let mut membership = Membership::new(
        body.parse().unwrap_or_else(|never: std::convert::Infallible| match never {}),
    );
    membership.grade = fields.value(&["grade"]);
    membership.status =
        fields.choice(&["status"], &["current", "pending", "deferred", "not-working", "lapsed"]);
    membership.number = fields.text(&["number"]);
    membership.since = fields.value(&["since"]);
    membership.verified_on = fields.value(&["verified_on"]);
    membership.valid_until = fields.value(&["valid_until"]);
    membership.source = fields.value(&["source"]);
    membership.origin = origin;
    Some(membership.into())
}

fn degree(fields: &mut Fields<'_>, origin: Origin) -> Option<Degree> {
    let mut degree = Degree::new(fields.required("degree")?);
    degree.subject = fields.text(&["subject"]);
    degree.institution = fields.text(&["institution"]);
    degree.classification = fields.text(&["classification"]);
    degree.year = fields.value(&["year"]);
    degree.origin = origin;
    Some(degree)
}

fn post(fields: &mut Fields<'_>) -> Option<Post> {
    let mut post = Post::new(fields.required("organisation")?);
    post.title = fields.text(&["title"]);
    post.place = fields.text(&["place"]);
    Some(post)
}

#[expect(clippy::unnecessary_wraps, reason = "the shape that `Fields::within` reads by")]
fn practice(fields: &mut Fields<'_>) -> Option<PrivatePractice> {
    let mut practice = PrivatePractice::new();
    practice.name = fields.text(&["name"]);
    practice.place = fields.text(&["place"]);
    practice.online = fields.flag(&["online"]).unwrap_or_default();
    practice.url = fields.value(&["url"]);
    Some(practice)
}
