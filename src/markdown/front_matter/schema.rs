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
    #[schemars(extend("examples" = ["Living with Panic"]))]
    title: Option<String>,
    /// What it is called besides.
    #[schemars(extend("examples" = ["A leaflet for the first weeks"]))]
    subtitle: Option<String>,
    /// What it says, in a sentence or two. `description` is the same.
    #[schemars(extend("examples" = ["What panic is, why it passes, and what helps until it does."]))]
    summary: Option<String>,
    /// The language it is written in; `en-GB` where nothing is said. `lang` is the same.
    #[schemars(extend("default" = "en-GB"))]
    language: Option<Language>,
    /// When it was first published. `date` is the same.
    published: Option<Date>,
    /// When it was last changed. `lastmod` is the same.
    modified: Option<Date>,
    /// When somebody last checked that it still holds.
    reviewed: Option<Date>,
    /// When it is to be checked again.
    next_review: Option<Date>,
    /// Which version it is.
    #[schemars(extend("examples" = ["1.2", "2026 spring"]))]
    version: Option<TextOrNumber>,
    /// What it is about, in words to search by. `tags` is the same.
    #[schemars(extend("examples" = [["panic", "breathing"]]))]
    keywords: Option<Texts>,
    /// What kind of article it is. `categories` is the same; those after the first are keywords.
    #[schemars(extend("examples" = ["Anxiety"]))]
    category: Option<Texts>,
    /// Its address on the web, where it has one of its own.
    canonical: Option<Address>,
    /// Under which terms it may be used, for instance `CC-BY-4.0`. `license` is the same.
    #[schemars(extend("examples" = ["CC-BY-4.0"]))]
    licence: Option<String>,
    /// Who publishes it.
    #[schemars(extend("examples" = ["Heron Lane Press"]))]
    publisher: Option<String>,
    /// An International Standard Book Number.
    isbn: Option<Isbn>,
    /// A Digital Object Identifier.
    #[schemars(extend("examples" = ["10.5555/heron.1"]))]
    doi: Option<String>,
    /// Names that are its own: `isbn`, `doi`, `uuid` or any other scheme, with the identifier.
    #[schemars(extend("examples" = [{"doi": "10.5555/heron.1"}]))]
    identifiers: Option<Identifiers>,
    /// The picture on its front. `image` is the same.
    #[schemars(extend("examples" = ["cover.png", {"image": "cover.png", "alt": "A lane between hedges at dusk"}]))]
    cover: Option<Cover>,
    /// Whom it is written for.
    #[schemars(extend("examples" = [["patients", "families"]]))]
    audience: Option<Texts>,
    /// The series it belongs to.
    #[schemars(extend("examples" = ["Lantern Talks", {"name": "Lantern Talks", "number": 3}]))]
    series: Option<Series>,
    /// Whose law and whose emergency numbers apply.
    jurisdiction: Option<Jurisdiction>,
    /// The name it has in addresses.
    #[schemars(extend("examples" = ["living-with-panic"]))]
    slug: Option<String>,
    /// How long reading takes, as the author says: minutes, or words such as `4 min`. Outputs show the
    /// computed time; this one is compared with it.
    #[schemars(extend("examples" = [4, "4 min"]))]
    reading_time: Option<TextOrNumber>,
    /// Whether it is not to be published yet.
    #[schemars(extend("default" = false))]
    draft: Option<bool>,
    /// Codes of warnings and notes that are not to be told about this file; `offprint explain` lists
    /// them. Errors are told all the same.
    #[schemars(extend("examples" = [["P005", "P014"]]))]
    suppress: Option<Texts>,
    /// Who made it. `author` is the same.
    #[schemars(extend("examples" = ["Imogen Farthing", [{"name": "Imogen Farthing", "credentials": [{"body": "BACP", "grade": "accredited"}]}]]))]
    authors: Option<Authors>,
}

/// A date, a year as a number, or a moment of which the date counts.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Date {
    Partial(PartialDate),
    Year(u16),
    Moment(
        #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]"))]
        #[schemars(extend("examples" = ["2026-03-12T09:30:00Z"]))]
        String,
    ),
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
        #[schemars(extend("examples" = ["A lane between hedges at dusk"]))]
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
        #[schemars(extend("examples" = ["Lantern Talks"]))]
        name: String,
        /// Which number this is.
        #[schemars(extend("examples" = [3]))]
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
    #[schemars(extend("examples" = ["Imogen Farthing"]))]
    name: String,
    /// The name as a catalogue files it: `Example, Imogen`.
    #[schemars(extend("examples" = ["Farthing, Imogen"]))]
    sort_name: Option<String>,
    /// What they did.
    #[schemars(extend("default" = "author"))]
    role: Option<AuthorRole>,
    /// Their page on the web.
    url: Option<Address>,
    /// Their e-mail address.
    #[schemars(extend("examples" = ["imogen@example.org"]), extend("format" = "email"))]
    email: Option<String>,
    /// Their ORCID iD.
    #[schemars(extend("examples" = ["0000-0000-0000-0000"]))]
    orcid: Option<String>,
    /// Who they are, in Markdown. `bio` is the same.
    #[schemars(extend("examples" = ["Imogen has worked with *families* for ten years."]))]
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
    #[schemars(extend("examples" = ["000000"]))]
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
    #[schemars(extend("examples" = ["MSc", "PhD"]))]
    degree: String,
    /// In what.
    #[schemars(extend("examples" = ["Counselling"]))]
    subject: Option<String>,
    /// From where.
    #[schemars(extend("examples" = ["University of Wexcombe"]))]
    institution: Option<String>,
    /// How well.
    #[schemars(extend("examples" = ["distinction"]))]
    classification: Option<String>,
    /// When.
    year: Option<DateOrYear>,
}

/// A tie to a learned society or another organisation.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Affiliation {
    /// Which organisation.
    #[schemars(extend("examples" = ["Lantern Society"]))]
    affiliation: String,
    /// As what.
    #[schemars(extend("examples" = ["Clinical Fellow"]))]
    role: Option<String>,
}

/// A job.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Post {
    /// Who gives it.
    #[schemars(extend("examples" = ["Wexcombe Clinic"]))]
    organisation: String,
    /// What it is called.
    #[schemars(extend("examples" = ["Counsellor"]))]
    title: Option<String>,
    /// Where it is.
    #[schemars(extend("examples" = ["Wexcombe"]))]
    place: Option<String>,
}

/// Private work.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PrivatePractice {
    /// What it is called.
    #[schemars(extend("examples" = ["Willow Rooms"]))]
    name: Option<String>,
    /// Where it is.
    #[schemars(extend("examples" = ["Wexcombe"]))]
    place: Option<String>,
    /// Whether sessions are held online.
    #[schemars(extend("default" = false))]
    online: Option<bool>,
    /// Its page on the web.
    url: Option<Address>,
}
