//! Raw HTML: elements that mean something in an article, and what becomes of the others.

use crate::model::{Inline, Language};
use crate::source::Origin;
use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};
use std::collections::BTreeMap;

/// An element that holds phrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) meaning: Meaning,
}

/// What an element becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Emphasis,
    Strong,
    Strikethrough,
    Superscript,
    Subscript,
    Mark,
    Keyboard,
    Code,
    Abbreviation {
        title: String,
    },
    Span {
        language: Option<Language>,
    },
    Link {
        href: String,
        title: Option<String>,
    },
    /// Its text goes into no output.
    Dropped,
}

/// A tag, text or comment of raw HTML, as far as an article cares.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Open {
        element: Element,
    },
    Close {
        name: String,
    },
    LineBreak,
    Rule,
    Image {
        src: String,
        alt: Option<String>,
        title: Option<String>,
    },
    /// A block such as `<p>` begins or ends.
    Boundary,
    Text {
        text: String,
    },
    Comment {
        text: String,
    },
    /// An element that means nothing here.
    Unknown {
        name: String,
    },
}

/// Elements that only separate blocks.
const BOUNDARIES: &[&str] =
    &["p", "div", "section", "article", "header", "footer", "main", "center"];

/// Reads some raw HTML: a single tag, or a block of it.
pub(super) fn read(html: &str) -> Vec<Tag> {
    let mut emitter: DefaultEmitter<()> = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut tags = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => tags.push(open(text(&tag.name), &tag.attributes)),
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                tags.push(if BOUNDARIES.contains(&name.as_str()) {
                    Tag::Boundary
                } else {
                    Tag::Close { name }
                });
            }
            Token::String(string) => tags.push(Tag::Text { text: text(&string) }),
            Token::Comment(comment) => tags.push(Tag::Comment { text: text(&comment) }),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    tags
}

fn text(string: &HtmlString) -> String {
    String::from_utf8_lossy(string).into_owned()
}

type Attributes = BTreeMap<HtmlString, html5gum::Spanned<HtmlString, ()>>;

fn open(name: String, attributes: &Attributes) -> Tag {
    let attribute = |key: &str| {
        let (_, value) = attributes.iter().find(|(name, _)| name.as_slice() == key.as_bytes())?;
        Some(text(value)).filter(|value| !value.is_empty())
    };
    let language = || attribute("lang").and_then(|tag| tag.parse().ok());
    let meaning = match name.as_str() {
        "br" => return Tag::LineBreak,
        "hr" => return Tag::Rule,
        "img" => {
            return match attribute("src") {
                Some(src) => Tag::Image { src, alt: attribute("alt"), title: attribute("title") },
                None => Tag::Unknown { name },
            };
        }
        "em" | "i" | "cite" | "dfn" | "var" => Meaning::Emphasis,
        "strong" | "b" => Meaning::Strong,
        "s" | "del" | "strike" => Meaning::Strikethrough,
        "sup" => Meaning::Superscript,
        "sub" => Meaning::Subscript,
        "mark" => Meaning::Mark,
        "kbd" => Meaning::Keyboard,
        "code" | "samp" | "tt" => Meaning::Code,
        "abbr" | "acronym" => match attribute("title") {
            Some(title) => Meaning::Abbreviation { title },
            None => Meaning::Span { language: language() },
        },
        "span" => Meaning::Span { language: language() },
        "a" => match attribute("href") {
            Some(href) => Meaning::Link { href, title: attribute("title") },
            None => Meaning::Span { language: language() },
        },
        "script" | "style" => Meaning::Dropped,
        other if BOUNDARIES.contains(&other) => return Tag::Boundary,
        _ => return Tag::Unknown { name },
    };
    Tag::Open { element: Element { name, meaning } }
}

impl Meaning {
    /// The phrase that an element around `content` becomes; links are made by the caller.
    pub(super) fn phrase(self, content: Vec<Inline>, origin: Origin) -> Vec<Inline> {
        vec![match self {
            Self::Emphasis => Inline::Emphasis { content, origin },
            Self::Strong => Inline::Strong { content, origin },
            Self::Strikethrough => Inline::Strikethrough { content, origin },
            Self::Superscript => Inline::Superscript { content, origin },
            Self::Subscript => Inline::Subscript { content, origin },
            Self::Mark => Inline::Mark { content, origin },
            Self::Keyboard => Inline::Keyboard { content, origin },
            Self::Code => Inline::Code { text: crate::model::inlines_text(&content), origin },
            Self::Abbreviation { title } => Inline::Abbreviation { content, title, origin },
            Self::Span { language: Some(language) } => {
                Inline::Span { content, language: Some(language), origin }
            }
            Self::Span { language: None } | Self::Link { .. } => return content,
            Self::Dropped => return Vec::new(),
        }]
    }
}
