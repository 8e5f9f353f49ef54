//! Authors in front matter.

use super::biography;
use crate::fields::{Fields, Node, Value};
use crate::model::{
    Affiliation, Author, Credential, Degree, Language, Membership, Post, PrivatePractice,
};
use crate::source::Origin;

/// `author: A. Name`, or a mapping.
pub(super) fn read(fields: &mut Fields<'_>, node: Node<'_>, language: &Language) -> Option<Author> {
    let origin = node.origin;
    let mut author = if matches!(node.value, Value::Mapping { .. }) {
        fields.within("an author", node, |inner| mapping(inner, language))?
    } else {
        Author::new(named(fields, &node)?)
    };
    author.origin = origin;
    (!author.name.is_empty()).then_some(author)
}

/// A name has letters in it: a number is none, nor is `null`.
fn named(fields: &mut Fields<'_>, node: &Node<'_>) -> Option<String> {
    let name = fields.line(node, "author")?;
    let is_blank = name.is_empty() && node.says_nothing();
    if is_blank || name.contains(char::is_alphabetic) && !node.says_nothing() {
        return Some(name);
    }
    fields.wrong(
        node,
        "author",
        format!("`{name}` is no name; expected one such as `Ann Invented`"),
    );
    None
}

#[expect(clippy::unnecessary_wraps, reason = "the shape that `Fields::within` reads by")]
fn mapping(fields: &mut Fields<'_>, language: &Language) -> Option<Author> {
    let (name, filed) = name(fields);
    let mut author = Author::new(name.unwrap_or_default());
    author.sort_name = fields.text(&["sort_name", "file_as"]).or(filed);
    author.role = fields
        .choice(&["role"], &["author", "editor", "translator", "illustrator", "contributor"])
        .unwrap_or_default();
    author.url = fields.value(&["url", "website"]);
    author.email = fields.email(&["email"]);
    author.orcid = orcid(fields);
    if let Some(node) = fields.node(&["biography", "bio"]) {
        author.biography = biography::read(fields, &node, language);
    }
    for node in fields.items(&["credentials"]) {
        author.credentials.extend(fields.within("a credential", node, credential));
    }
    for node in fields.items(&["affiliations", "affiliation"]) {
        author.credentials.extend(affiliation(fields, node).map(Credential::from));
    }
    for node in fields.items(&["posts"]) {
        author.posts.extend(fields.within("a post", node, post));
    }
    for node in fields.items(&["practices"]) {
        author.practices.extend(fields.within("a practice", node, practice));
    }
    Some(author)
}

/// An ORCID iD, also as an address: four groups of four digits, of which the last may be an `X`.
fn orcid(fields: &mut Fields<'_>) -> Option<String> {
    let node = fields.node(&["orcid"])?;
    let text = fields.line(&node, "orcid").filter(|text| !text.is_empty())?;
    let bare = ["https://orcid.org/", "http://orcid.org/"]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .unwrap_or(&text);
    let is_right = bare.len() == 19
        && bare.bytes().enumerate().all(|(at, byte)| match at {
            4 | 9 | 14 => byte == b'-',
            18 => byte.is_ascii_digit() || byte == b'X',
            _ => byte.is_ascii_digit(),
        });
    if is_right {
        return Some(bare.to_owned());
    }
    let cause = format!("`{text}` is no ORCID iD; expected one such as `0000-0002-1825-0097`");
    fields.wrong(&node, "orcid", cause);
    None
}

/// A name, and how a catalogue files it where its parts are given, as Quarto has it.
fn name(fields: &mut Fields<'_>) -> (Option<String>, Option<String>) {
    let is_mapping = |node: &Node<'_>| matches!(node.value, Value::Mapping { .. });
    let Some(entry) = fields.take_if("name", is_mapping) else {
        let stated = fields.node(&["name"]).filter(|node| !node.says_nothing());
        let name = match stated {
            Some(node) => named(fields, &node),
            None => fields.required("name"),
        };
        return (name, None);
    };
    let parts = fields.within("a name", entry.node, |inner| {
        for part in ["literal", "given", "particle", "family"] {
            if let Some(origin) = inner.key_origin(part) {
                inner.renamed(origin, "name");
            }
        }
        let whole = inner.text(&["literal"]);
        let given = inner.text(&["given"]);
        let family: Vec<String> =
            [inner.text(&["particle"]), inner.text(&["family"])].into_iter().flatten().collect();
        Some((whole, given, family.join(" ")))
    });
    let Some((whole, given, family)) = parts else { return (None, None) };
    let filed = given.as_ref().filter(|_| !family.is_empty()).map(|g| format!("{family}, {g}"));
    let joined = [given.unwrap_or_default(), family].join(" ").trim().to_owned();
    (whole.or(Some(joined)).filter(|name| !name.is_empty()), filed)
}

/// A text, or a mapping with the name of the organisation.
fn affiliation(fields: &mut Fields<'_>, node: Node<'_>) -> Option<Affiliation> {
    let origin = node.origin;
    let name = if matches!(node.value, Value::Mapping { .. }) {
        fields.within("an affiliation", node, |inner| inner.text(&["name", "institution"]))
    } else {
        fields.line(&node, "affiliations")
    };
    let mut affiliation = Affiliation::new(name.filter(|name| !name.is_empty())?);
    affiliation.origin = origin;
    Some(affiliation)
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
    let body = fields.required("body");
    let is_named = body.is_some();
    let mut membership = Membership::new(
        body.unwrap_or_default()
            .parse()
            .unwrap_or_else(|never: std::convert::Infallible| match never {}),
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
    is_named.then(|| membership.into())
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
    let origin = fields.origin();
    let organisation = fields.required("organisation");
    let is_named = organisation.is_some();
    let mut post = Post::new(organisation.unwrap_or_default());
    post.origin = origin;
    post.title = fields.text(&["title"]);
    post.place = fields.text(&["place"]);
    is_named.then_some(post)
}

#[expect(clippy::unnecessary_wraps, reason = "the shape that `Fields::within` reads by")]
fn practice(fields: &mut Fields<'_>) -> Option<PrivatePractice> {
    let mut practice = PrivatePractice::new();
    practice.origin = fields.origin();
    practice.name = fields.text(&["name"]);
    practice.place = fields.text(&["place"]);
    practice.online = fields.flag(&["online"]).unwrap_or_default();
    practice.url = fields.value(&["url"]);
    Some(practice)
}
