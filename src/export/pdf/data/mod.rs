//! The article as the templates see it: all wording done, images resolved, notes in order.
//!
//! This is the form of `article.json`, which the templates read. Fields that are empty are left out,
//! keys are written with hyphens, and in every text U+200B marks where a line may end, U+00AD where
//! a word may be parted, and a line end where a line does end (`lines.rs`).

mod blocks;
mod columns;
mod end;
mod extent;
mod facts;
mod folded;
mod front;
mod lines;
mod make;
mod nodes;
mod places;
mod runs;
mod sections;
mod tables;
mod tail;
mod title;
mod turns;

pub(super) use folded::Node;
pub(super) use make::{Marked, Material, Outline, make};

use super::accent::Accent;
use super::arrangement::Setting;
use super::face::Families;
use folded::Folded;
use nodes::{Block, Note};
use serde::Serialize;

/// A whole leaflet.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Leaflet {
    /// Which of `formats.typ`.
    format: &'static str,
    /// Type and space, where they are other than that format's.
    #[serde(skip_serializing_if = "Option::is_none")]
    setting: Option<Setting>,
    /// Whether headings and the like stay with what follows.
    ties: bool,
    tongue: Tongue,
    /// Where lines run to from where they begin, `ltr` or `rtl`.
    direction: &'static str,
    document: Document,
    accent: Accent,
    faces: Families,
    /// Whether there is no colour but black.
    mono: bool,
    /// A file that goes with the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    attachment: Option<&'static str>,
    running: Running,
    /// Who hands it out, over the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    masthead: Option<Masthead>,
    front: Front,
    /// Beside the first words: dates, version, reading time.
    facts: Vec<Fact>,
    /// Whether the lead may be lower than the facts beside it.
    short_lead: bool,
    lead: Vec<Block>,
    body: Vec<Block>,
    /// Lead and body of a leaflet that is folded.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    folded: Option<Folded>,
    /// Each after those that are first referred to inside it.
    notes: Vec<Note>,
    end: End,
}

/// A language as typst takes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
struct Tongue {
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    /// Whether the words have their own marks where they may be parted, so that typst adds none.
    #[serde(skip_serializing_if = "is_false")]
    marked: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// What the file says of itself.
#[derive(Debug, Serialize)]
struct Document {
    title: String,
    authors: Vec<String>,
    keywords: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    date: Date,
}

#[derive(Debug, Serialize)]
struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// At the head and foot of the pages.
#[derive(Debug, Serialize)]
struct Running {
    /// The title, shortened.
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    practice: Option<String>,
    /// Version and date.
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<String>,
}

#[derive(Debug, Serialize)]
struct Masthead {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    strapline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<Picture>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Front {
    /// Category and series, over the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    kicker: Option<String>,
    title: String,
    title_form: TitleForm,
    #[serde(skip_serializing_if = "Option::is_none")]
    subtitle: Option<String>,
    /// Authors with their letters, a line each.
    byline: Vec<String>,
}

/// How a title is set over a text.
#[derive(Debug, Serialize)]
struct TitleForm {
    /// The size of its type, as a part of the largest.
    size: f64,
    /// The part of the page's width that it is balanced in.
    width: f64,
}

/// Something short with a name.
#[derive(Debug, Serialize)]
struct Fact {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    value: String,
    /// Whether a line begins with it, where facts stand in lines.
    #[serde(skip_serializing_if = "is_false")]
    turns: bool,
}

/// What stands under the text.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct End {
    #[serde(skip_serializing_if = "Option::is_none")]
    practice: Option<Contact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    online: Option<Online>,
    /// Dates, publisher, licence, numbers.
    imprint: Vec<Fact>,
    /// Whether all of it fits on one page.
    short: bool,
    #[serde(skip)]
    lines: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Contact {
    name: String,
    address: Vec<String>,
    /// Telephone, e-mail, web.
    ways: Vec<Way>,
    register_lines: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    complaints: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    footer: Option<String>,
}

/// Words that lead somewhere.
#[derive(Debug, Serialize)]
struct Way {
    text: String,
    /// Whether it has room on a line, and so is not parted.
    #[serde(skip_serializing_if = "is_false")]
    whole: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

/// Words, and where they can be looked up.
#[derive(Debug, Serialize)]
struct Line {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<Way>,
}

/// Where the article is on the web.
#[derive(Debug, Serialize)]
struct Online {
    #[serde(flatten)]
    way: Way,
    /// The file of the QR code.
    #[serde(skip_serializing_if = "Option::is_none")]
    qr: Option<String>,
    alt: String,
}

/// An image that is there, with what it shows.
#[derive(Debug, Clone, Serialize)]
struct Picture {
    file: String,
    format: &'static str,
    /// Millimetres at which it is neither blown up nor wasted.
    width: f64,
    /// Height by width.
    ratio: f64,
    /// None is decoration.
    #[serde(skip_serializing_if = "Option::is_none")]
    alt: Option<String>,
}
