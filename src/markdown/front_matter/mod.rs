//! The block of YAML or TOML at the start of a file.

mod author;
mod biography;
mod rewritten;
mod schema;
mod values;

pub(super) use rewritten::{lost_comment, rewritten};
pub(crate) use schema::FrontMatter as FrontMatterSchema;

use super::limits::{self, Limits};
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Node, Value, parse_toml, parse_yaml};
use crate::model::{Address, Author, Cover, Metadata};
use crate::source::{Origin, Source};
use memchr::memchr;

/// Mappings in which other tools keep what their themes want; they are kept without a word.
const CONTAINERS: &[&str] = &["params", "extra"];

/// What front matter says; a title that is empty was not given.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(super) metadata: Metadata,
    pub(super) authors: Vec<Author>,
    /// Whether a title may stand there that could not be read, which was told already.
    pub(super) hides_title: bool,
    /// Where a reading time is stated.
    pub(super) reading_time: Option<Origin>,
}

/// Finds and reads the front matter, and tells where the text begins.
///
/// # Errors
///
/// It has too many keys.
pub(super) fn read(
    source: &Source,
    limits: Limits,
    found: &mut Vec<Diagnostic>,
) -> Result<(FrontMatter, usize), Diagnostic> {
    let text = source.text();
    let mark = byte_order_mark(text);
    let Some(block) = Block::find(text, mark) else { return Ok((FrontMatter::default(), mark)) };
    let unread = FrontMatter { hides_title: true, ..FrontMatter::default() };
    let Some(end) = block.end else {
        found.push(
            Diagnostic::new(Code::UnclosedFrontMatter, "the front matter does not end")
                .label(source.origin(mark..mark + block.fence.len()), "begins here")
                .help(format!("write a second line `{}` behind it", block.fence)),
        );
        return Ok((unread, block.start));
    };
    let origin = source.origin(block.start..end);
    let front = match parse(block.fence, &text[block.start..end], origin, found) {
        Ok(node) => {
            limits::check("keys", node.keys(), limits.keys)
                .map_err(|told| told.label(origin, "in this front matter"))?;
            Fields::new("front matter", node, found).map(fields)
        }
        Err(errors) => {
            found.extend(errors);
            None
        }
    };
    Ok((front.unwrap_or(unread), block.text))
}

/// How long the mark is that some editors put before everything else.
fn byte_order_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

fn parse<'t>(
    fence: &str,
    content: &'t str,
    origin: Origin,
    found: &mut Vec<Diagnostic>,
) -> Result<Node<'t>, Vec<Diagnostic>> {
    match fence {
        "+++" => parse_toml(content, origin).map(|mut node| {
            node.clean(found);
            node
        }),
        _ => parse_yaml(content, origin, found).map_err(|diagnostic| vec![diagnostic]),
    }
}

/// Where front matter stands in a text.
struct Block {
    fence: &'static str,
    start: usize,
    end: Option<usize>,
    /// Where the article's own text begins.
    text: usize,
}

impl Block {
    /// A first line of three hyphens or plus signs begins front matter, unless an empty line follows:
    /// that is a thematic break.
    fn find(text: &str, from: usize) -> Option<Self> {
        let first = text[from..].lines().next()?;
        let fence = ["---", "+++"].into_iter().find(|fence| first.trim_end() == *fence)?;
        let start = line_end(text, from);
        let next = text[start..].lines().next().unwrap_or_default();
        if next.trim().is_empty() {
            return None;
        }
        let mut at = start;
        while at < text.len() {
            let end = line_end(text, at);
            let begins = |mark| text[at..].starts_with(mark);
            let may_end = begins(fence) || fence == "---" && begins("...");
            if may_end && text[at..end].trim_end().len() == fence.len() {
                return Some(Self { fence, start, end: Some(at), text: end });
            }
            at = end;
        }
        Some(Self { fence, start, end: None, text: start })
    }
}

fn line_end(text: &str, from: usize) -> usize {
    memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |at| from + at + 1)
}

fn fields(mut fields: Fields<'_>) -> FrontMatter {
    let f = &mut fields;
    values::lift_taxonomies(f);
    let is_unpublished = values::is_unpublished(f);
    let language = f.value(&["language", "lang"]);
    let title = f.node(&["title"]).map(|node| f.line(&node, "title"));
    let hides_title = matches!(title, Some(None));
    let reading_time = values::reading_time(f);
    let mut metadata = Metadata {
        title: title.flatten().unwrap_or_default(),
        subtitle: f.text(&["subtitle"]),
        summary: f.text(&["summary", "description", "abstract"]),
        published: values::date(f, &["published", "date", "pub_date", "pub_datetime"]),
        modified: values::date(f, MODIFIED),
        reviewed: values::date(f, &["reviewed", "last_reviewed"]),
        next_review: values::date(f, &["next_review"]),
        version: f.text(&["version"]),
        keywords: values::keywords(f),
        canonical: f.value(&["canonical", "canonical_url"]),
        licence: f.text(&["licence", "license"]),
        publisher: f.text(&["publisher"]),
        audience: f.texts(&["audience"]),
        slug: f.text(&["slug"]),
        stated_reading_minutes: reading_time.map(|(minutes, _)| minutes),
        draft: f.flag(&["draft"]).unwrap_or_default() || is_unpublished,
        suppress: values::suppress(f),
        jurisdiction: f.choice(
            &["jurisdiction"],
            &["england", "wales", "scotland", "northern-ireland", "ireland", "other"],
        ),
        ..Metadata::default()
    };
    metadata.language = language.unwrap_or_default();
    metadata.category = categories(f, &mut metadata.keywords);
    metadata.identifiers = values::identifiers(f);
    metadata.cover =
        f.node(&["cover", "cover_image", "hero_image", "image"]).and_then(|node| cover(f, node));
    metadata.series = f.node(&["series"]).and_then(|node| values::series(f, node));
    let authors = f.items(&["authors", "author"]);
    let authors =
        authors.into_iter().filter_map(|node| author::read(f, node, &metadata.language)).collect();
    let rest = fields.finish_but(CONTAINERS);
    metadata.extra =
        rest.into_iter().map(|entry| (entry.key.into_owned(), entry.node.to_json())).collect();
    let reading_time = reading_time.map(|(_, origin)| origin);
    FrontMatter { metadata, authors, hides_title, reading_time }
}

/// What tools call the day of the last change.
const MODIFIED: &[&str] = &[
    "modified",
    "lastmod",
    "updated",
    "date_modified",
    "updated_date",
    "last_modified",
    "last_modified_at",
    "mod_datetime",
];

/// An article has one category; further ones are keywords.
fn categories(fields: &mut Fields<'_>, keywords: &mut Vec<String>) -> Option<String> {
    let mut all = fields.texts(&["category", "categories"]).into_iter();
    let first = all.next();
    keywords.extend(all);
    *keywords = values::each_once(std::mem::take(keywords));
    first
}

/// `cover: a.png`, or a mapping of `image` and `alt`.
pub(crate) fn cover(fields: &mut Fields<'_>, node: Node<'_>) -> Option<Cover> {
    let origin = node.origin;
    let placed = |image: Address, origin: Origin| {
        let mut cover = Cover::new(image);
        cover.origin = origin;
        cover
    };
    if !matches!(node.value, Value::Mapping { .. }) {
        return fields.read(&node, "cover").map(|image| placed(image, origin));
    }
    fields.within("a cover", node, |inner| {
        if !inner.has(&["image", "src", "url"]) {
            inner.required("image");
        }
        let image = inner.value_at(&["image", "src", "url"]);
        let alt = inner.text(&["alt"]);
        let (image, origin) = image?;
        let mut cover = placed(image, origin);
        cover.alt = alt;
        Some(cover)
    })
}
