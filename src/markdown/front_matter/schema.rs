//! The form of front matter, for editors: `schema/front-matter.schema.json` is made from it.

#![expect(clippy::struct_field_names, reason = "the keys are what people write")]
#![expect(dead_code, reason = "described to editors; the reader beside it reads the same keys")]

use crate::model::{
    Address, AuthorRole, Body, Grade, Isbn, Jurisdiction, Language, PartialDate, Status,
};
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// What stands between the `---` lines at the start of an article. Every key may be left out; other
/// keys are kept for other tools.
#[derive(JsonSchema)]
pub(crate) struct FrontMatter {
    /// What the article is called; without it the first `# Heading` counts.
    title: Option<String>,
    /// What it is called besides.
    subtitle: Option<String>,
    /// What it says, in a sentence or two. `description` is the same.
    summary: Option<String>,
    /// The language it is written in; `en-GB` where nothing is said. `lang` is the same.
    language: Option<Language>,
    /// When it was first published. `date` is the same.
    published: Option<PartialDate>,
    /// When it was last changed. `lastmod` is the same.
    modified: Option<PartialDate>,
    /// When somebody last checked that it still holds.
    reviewed: Option<PartialDate>,
    /// When it is to be checked again.
    next_review: Option<PartialDate>,
    /// Which version it is.
    version: Option<TextOrNumber>,
    /// What it is about, in words to search by. `tags` is the same.
    keywords: Option<Texts>,
    /// What kind of article it is. `categories` is the same; those after the first are keywords.
    category: Option<Texts>,
    /// Its address on the web, where it has one of its own.
    canonical: Option<Address>,
    /// Under which terms it may be used, for instance `CC-BY-4.0`. `license` is the same.
    licence: Option<String>,
    /// Who publishes it.
    publisher: Option<String>,
    /// An International Standard Book Number.
    isbn: Option<Isbn>,
    /// A Digital Object Identifier.
    doi: Option<String>,
    /// Names that are its own: `isbn`, `doi`, `uuid` or any other scheme, with the identifier.
    identifiers: Option<Identifiers>,
    /// The picture on its front. `image` is the same.
    cover: Option<Cover>,
    /// Whom it is written for.
    audience: Option<Texts>,
    /// The series it belongs to.
    series: Option<Series>,
    /// Whose law and whose emergency numbers apply.
    jurisdiction: Option<Jurisdiction>,
    /// The name it has in addresses.
    slug: Option<String>,
    /// How long reading takes, in minutes.
    reading_time: Option<TextOrNumber>,
    /// Whether it is not to be published yet.
    draft: Option<bool>,
    /// Codes of findings that are not to be told, for instance `P005`. Errors are told all the same.
    suppress: Option<Texts>,
    /// Who made it. `author` is the same.
    authors: Option<Authors>,
}

/// One text, or a list of them.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Texts {
    One(String),
    Many(Vec<String>),
}

/// A text, or a number that is taken as text.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum TextOrNumber {
    Text(String),
    Number(f64),
}

/// Names that are the article's own, each by its scheme; a list where there are several of one scheme.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Identifiers {
    Schemes(BTreeMap<String, TextOrNumber>),
    List(Vec<BTreeMap<String, TextOrNumber>>),
}

/// A picture's address, or the picture with what it shows.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Cover {
    Image(Address),
    WithAlt {
        /// Where the picture is.
        image: Address,
        /// What it shows, for those who do not see it.
        alt: Option<String>,
    },
}

/// A series' name, or the name with the place in it.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Series {
    Name(String),
    WithNumber {
        /// What the series is called.
        name: String,
        /// Which number this is.
        number: Option<u32>,
    },
}

/// One author, or several.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Authors {
    One(Box<Author>),
    Many(Vec<Author>),
}

/// An author's name, or the author with what is known of them.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Author {
    Name(String),
    Known(Box<KnownAuthor>),
}

/// An author with what is known of them.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct KnownAuthor {
    /// The name alone, without letters after it.
    name: String,
    /// The name as a catalogue files it: `Example, Imogen`.
    sort_name: Option<String>,
    /// What they did.
    role: Option<AuthorRole>,
    /// Their page on the web.
    url: Option<Address>,
    /// Their e-mail address.
    email: Option<String>,
    /// Their ORCID iD.
    orcid: Option<String>,
    /// Who they are, in Markdown. `bio` is the same.
    biography: Option<String>,
    /// Memberships, degrees and affiliations.
    credentials: Option<Vec<Credential>>,
    /// Organisations that they belong to, by name.
    affiliations: Option<Texts>,
    /// Jobs.
    posts: Option<Vec<Post>>,
    /// Private work.
    practices: Option<Vec<PrivatePractice>>,
}

/// A membership, a degree or an affiliation.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Credential {
    Membership(Membership),
    Degree(Degree),
    Affiliation(Affiliation),
}

/// Membership of a professional body.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Membership {
    /// The body's abbreviation.
    body: Body,
    /// The grade, exactly as the body gave it.
    grade: Option<Grade>,
    /// Whether it is in force.
    status: Option<Status>,
    /// The number in the public register.
    number: Option<TextOrNumber>,
    /// Since when.
    since: Option<DateOrYear>,
    /// When somebody last looked it up.
    verified_on: Option<DateOrYear>,
    /// Until when it holds.
    valid_until: Option<DateOrYear>,
    /// Where it can be looked up.
    source: Option<Address>,
}

/// A date; a year may be a number.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum DateOrYear {
    Date(PartialDate),
    Year(u16),
}

/// A degree.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Degree {
    /// The award: `MSc`.
    degree: String,
    /// In what.
    subject: Option<String>,
    /// From where.
    institution: Option<String>,
    /// How well.
    classification: Option<String>,
    /// When.
    year: Option<DateOrYear>,
}

/// A tie to a learned society or another organisation.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Affiliation {
    /// Which organisation.
    affiliation: String,
    /// As what.
    role: Option<String>,
}

/// A job.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Post {
    /// Who gives it.
    organisation: String,
    /// What it is called.
    title: Option<String>,
    /// Where it is.
    place: Option<String>,
}

/// Private work.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PrivatePractice {
    /// What it is called.
    name: Option<String>,
    /// Where it is.
    place: Option<String>,
    /// Whether sessions are held online.
    online: Option<bool>,
    /// Its page on the web.
    url: Option<Address>,
}
