//! The block of YAML or TOML at the start of a file.

mod author;
mod schema;

pub(crate) use schema::FrontMatter as FrontMatterSchema;

use crate::characters::clean;
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Node, Value, parse_toml, parse_yaml};
use crate::model::{Address, Author, Cover, Identifier, Isbn, Metadata, Series};
use crate::source::{Origin, Source};

/// What front matter says; a title that is empty was not given.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(super) metadata: Metadata,
    pub(super) authors: Vec<Author>,
}

/// Finds and reads the front matter, and tells where the text begins.
pub(super) fn read(source: &Source, found: &mut Vec<Diagnostic>) -> (FrontMatter, usize) {
    let text = source.text();
    let Some(block) = Block::find(text) else { return (FrontMatter::default(), 0) };
    let Some(end) = block.end else {
        found.push(
            Diagnostic::new(Code::UnclosedFrontMatter, "the front matter does not end")
                .label(source.origin(0..block.fence.len()), "begins here")
                .help(format!("write a second line `{}` behind it", block.fence)),
        );
        return (FrontMatter::default(), block.start);
    };
    let origin = source.origin(block.start..end);
    let content = clean(&text[block.start..end], origin, found);
    // The reader's offsets need the bytes as they are; `clean` only told what is wrong with them.
    let content = if content.len() == end - block.start {
        content
    } else {
        text[block.start..end].to_owned()
    };
    let node = match block.fence {
        "+++" => parse_toml(&content, origin),
        _ => parse_yaml(&content, origin).map_err(|diagnostic| vec![diagnostic]),
    };
    let front = match node {
        Ok(node) => Fields::new("front matter", node, found).map(fields),
        Err(errors) => {
            found.extend(errors);
            None
        }
    };
    (front.unwrap_or_default(), block.text)
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
    fn find(text: &str) -> Option<Self> {
        let first = text.lines().next()?;
        let fence = ["---", "+++"].into_iter().find(|fence| first.trim_end() == *fence)?;
        let start = line_end(text, 0);
        let next = text[start..].lines().next().unwrap_or_default();
        if next.trim().is_empty() {
            return None;
        }
        let mut at = start;
        while at < text.len() {
            let line = text[at..].lines().next().unwrap_or_default();
            if line.trim_end() == fence || fence == "---" && line.trim_end() == "..." {
                return Some(Self { fence, start, end: Some(at), text: line_end(text, at) });
            }
            at = line_end(text, at);
        }
        Some(Self { fence, start, end: None, text: start })
    }
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}

fn fields(mut fields: Fields<'_>) -> FrontMatter {
    let f = &mut fields;
    let language = f.value(&["language", "lang"]);
    let mut metadata = Metadata {
        title: f.text(&["title"]).unwrap_or_default(),
        subtitle: f.text(&["subtitle"]),
        summary: f.text(&["summary", "description", "abstract"]),
        published: f.value(&["published", "date", "pub_date"]),
        modified: f.value(&["modified", "lastmod", "updated", "date_modified", "updated_date"]),
        reviewed: f.value(&["reviewed", "last_reviewed"]),
        next_review: f.value(&["next_review"]),
        version: f.text(&["version"]),
        keywords: f.texts(&["keywords", "tags"]),
        canonical: f.value(&["canonical", "canonical_url"]),
        licence: f.text(&["licence", "license"]),
        publisher: f.text(&["publisher"]),
        audience: f.texts(&["audience"]),
        slug: f.text(&["slug"]),
        draft: f.flag(&["draft"]).unwrap_or_default(),
        jurisdiction: f.choice(
            &["jurisdiction"],
            &["england", "wales", "scotland", "northern-ireland", "ireland", "other"],
        ),
        ..Metadata::default()
    };
    metadata.language = language.unwrap_or_default();
    metadata.category = categories(f, &mut metadata.keywords);
    metadata.identifiers = identifiers(f);
    metadata.cover = f.node(&["cover", "image"]).and_then(|node| cover(f, node));
    metadata.series = f.node(&["series"]).and_then(|node| series(f, node));
    let authors = f.items(&["authors", "author"]);
    let authors = authors.into_iter().filter_map(|node| author::read(f, node)).collect();
    metadata.extra =
        fields.finish().into_iter().map(|entry| (entry.key, entry.node.to_json())).collect();
    FrontMatter { metadata, authors }
}

/// An article has one category; further ones are keywords.
fn categories(fields: &mut Fields<'_>, keywords: &mut Vec<String>) -> Option<String> {
    let mut all = fields.texts(&["category", "categories"]).into_iter();
    let first = all.next();
    keywords.extend(all);
    first
}

fn identifiers(fields: &mut Fields<'_>) -> Vec<Identifier> {
    let mut all = Vec::new();
    let isbn = |value: Isbn| Identifier::Isbn { value };
    all.extend(fields.value(&["isbn"]).map(isbn));
    all.extend(fields.text(&["doi"]).as_deref().map(doi));
    if let Some(node) = fields.node(&["identifiers"]) {
        let read = fields.within("identifiers", node, |inner| {
            let mut read = Vec::new();
            read.extend(inner.value(&["isbn"]).map(isbn));
            read.extend(inner.text(&["doi"]).as_deref().map(doi));
            read.extend(inner.text(&["uuid"]).map(|value| Identifier::Uuid { value }));
            Some(read)
        });
        all.extend(read.unwrap_or_default());
    }
    all
}

fn doi(text: &str) -> Identifier {
    let value = text
        .strip_prefix("https://doi.org/")
        .or_else(|| text.strip_prefix("doi:"))
        .unwrap_or(text)
        .to_owned();
    Identifier::Doi { value }
}

/// `cover: a.png`, or a mapping of `image` and `alt`.
pub(crate) fn cover(fields: &mut Fields<'_>, node: Node) -> Option<Cover> {
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
        let (image, origin) = inner.value_at(&["image", "src", "url"])?;
        let mut cover = placed(image, origin);
        cover.alt = inner.text(&["alt"]);
        inner.node(&["caption"]);
        Some(cover)
    })
}

/// `series: Talks`, or a mapping of `name` and `number`.
pub(crate) fn series(fields: &mut Fields<'_>, node: Node) -> Option<Series> {
    if !matches!(node.value, Value::Mapping { .. }) {
        return fields.read::<String>(&node, "series").map(Series::new);
    }
    fields.within("a series", node, |inner| {
        let mut series = Series::new(inner.required("name")?);
        series.number = inner.value(&["number"]);
        Some(series)
    })
}
