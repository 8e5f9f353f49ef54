//! Raw HTML: its tags, and what the elements around phrases mean.

use super::html_attributes::{MOST, bounded};
use crate::characters::one_line;
use crate::model::{Inline, Language, inlines_text};
use crate::source::Origin;
use html5gum::{DefaultEmitter, HtmlString, State, Token, Tokenizer};
use std::ops::Range;

/// A tag, text or comment, and the byte at which it begins.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) kind: TagKind,
}

#[derive(Debug)]
pub(super) enum TagKind {
    Open { name: String, attributes: Attributes },
    Close { name: String },
    Text { text: String },
    Comment { text: String },
}

#[derive(Debug, Default)]
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The value of an attribute, where it has one.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether the attribute is there, even without a value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    pub(super) fn owned(&self, name: &str) -> Option<String> {
        self.get(name).map(one_line)
    }

    pub(super) fn language(&self) -> Option<Language> {
        self.get("lang").and_then(|tag| tag.parse().ok())
    }
}

/// Reads some raw HTML: a single tag, or a block of it; and says where tags had too many attributes.
pub(super) fn read(html: &str) -> (Vec<Tag>, Vec<Range<usize>>) {
    if let Some(kind) = plain_tag(html) {
        return (vec![Tag { at: 0, end: html.len(), kind }], Vec::new());
    }
    let (html, surplus) = bounded(html);
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut tags = Vec::new();
    let mut tokens = Tokenizer::new_with_emitter(&*html, emitter);
    while let Some(Ok(token)) = tokens.next() {
        let mut ended = None;
        let (span, kind) = match token {
            Token::StartTag(tag) => {
                // To a browser all that follows `<script src="a.js"/>` is a script; its author ended it here.
                let is_dropped = matches!(&tag.name[..], b"script" | b"style");
                ended = (tag.self_closing && is_dropped).then(|| text(&tag.name));
                if tag.self_closing {
                    tokens.set_state(State::Data);
                }
                let attributes = tag.attributes.iter();
                let attributes =
                    attributes.map(|(key, value)| (text(key), text(&value.value))).collect();
                let attributes = Attributes(attributes);
                (tag.span, TagKind::Open { name: text(&tag.name), attributes })
            }
            Token::EndTag(tag) => (tag.span, TagKind::Close { name: text(&tag.name) }),
            Token::String(string) => (string.span, TagKind::Text { text: text(&string.value) }),
            Token::Comment(comment) => {
                (comment.span, TagKind::Comment { text: text(&comment.value) })
            }
            Token::Doctype(_) | Token::Error(_) => continue,
        };
        let end = span.end.min(html.len());
        tags.push(Tag { at: span.start.min(end), end, kind });
        tags.extend(ended.map(|name| Tag { at: end, end, kind: TagKind::Close { name } }));
    }
    (tags, surplus)
}

/// `<sub>`, `</sub>` or `<span lang="fr">`: tags as plain as these need no tokeniser, which takes ten times as long
/// to set up.
fn plain_tag(html: &str) -> Option<TagKind> {
    let inside = html.strip_prefix('<')?.strip_suffix('>')?;
    let (is_end, inside) = match inside.strip_prefix('/') {
        Some(name) => (true, name),
        None => (false, inside),
    };
    let (name, attributes) = inside.split_at(inside.find(' ').unwrap_or(inside.len()));
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let name = is_name.then(|| name.to_ascii_lowercase())?;
    match is_end {
        true if attributes.is_empty() => Some(TagKind::Close { name }),
        true => None,
        false => Some(TagKind::Open { name, attributes: plain_attributes(attributes)? }),
    }
}

/// Attributes in small letters and different from each other, with values in double quotation marks.
fn plain_attributes(mut text: &str) -> Option<Attributes> {
    let mut all: Vec<(String, String)> = Vec::new();
    while !text.is_empty() {
        let (key, rest) = text.strip_prefix(' ')?.split_once("=\"")?;
        let (value, rest) = rest.split_once('"')?;
        let is_plain = !key.is_empty()
            && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            && !value.contains(['&', '\0', '\r'])
            && all.len() < MOST
            && all.iter().all(|(before, _)| before != key);
        if !is_plain {
            return None;
        }
        all.push((key.to_owned(), value.to_owned()));
        text = rest;
    }
    Some(Attributes(all))
}

fn text(string: &HtmlString) -> String {
    String::from_utf8_lossy(string).into_owned()
}

/// An element that holds phrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) meaning: Meaning,
}

/// What an element around phrases becomes.
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

impl Element {
    /// The element of this name, where it is one around phrases.
    pub(super) fn of(name: &str, attributes: &Attributes) -> Option<Self> {
        let span = || Meaning::Span { language: attributes.language() };
        let (name, meaning) = match name {
            "em" => ("em", Meaning::Emphasis),
            "i" => ("i", Meaning::Emphasis),
            "cite" => ("cite", Meaning::Emphasis),
            "dfn" => ("dfn", Meaning::Emphasis),
            "var" => ("var", Meaning::Emphasis),
            "strong" => ("strong", Meaning::Strong),
            "b" => ("b", Meaning::Strong),
            "s" => ("s", Meaning::Strikethrough),
            "del" => ("del", Meaning::Strikethrough),
            "strike" => ("strike", Meaning::Strikethrough),
            "sup" => ("sup", Meaning::Superscript),
            "sub" => ("sub", Meaning::Subscript),
            "mark" => ("mark", Meaning::Mark),
            "kbd" => ("kbd", Meaning::Keyboard),
            "code" => ("code", Meaning::Code),
            "samp" => ("samp", Meaning::Code),
            "tt" => ("tt", Meaning::Code),
            "abbr" | "acronym" => {
                let meaning = match attributes.owned("title") {
                    Some(title) => Meaning::Abbreviation { title },
                    None => span(),
                };
                (if name == "abbr" { "abbr" } else { "acronym" }, meaning)
            }
            "span" => ("span", span()),
            "bdi" => ("bdi", span()),
            "bdo" => ("bdo", span()),
            "a" => {
                let meaning = match attributes.get("href") {
                    Some(href) => {
                        Meaning::Link { href: href.to_owned(), title: attributes.owned("title") }
                    }
                    None => span(),
                };
                ("a", meaning)
            }
            "script" => ("script", Meaning::Dropped),
            "style" => ("style", Meaning::Dropped),
            _ => return None,
        };
        Some(Self { name, meaning })
    }

    /// Whether straight quotation marks and bare addresses in it stay as they are.
    pub(super) const fn is_literal(&self) -> bool {
        matches!(
            self.meaning,
            Meaning::Code | Meaning::Keyboard | Meaning::Link { .. } | Meaning::Dropped
        )
    }

    pub(super) const fn is_verbatim(&self) -> bool {
        matches!(self.meaning, Meaning::Code | Meaning::Keyboard)
    }
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
            Self::Code => match inlines_text(&content) {
                text if text.is_empty() => return content,
                text => Inline::Code { text, origin },
            },
            Self::Abbreviation { title } => Inline::Abbreviation { content, title, origin },
            Self::Span { language: Some(language) } => {
                Inline::Span { content, language: Some(language), origin }
            }
            Self::Span { language: None } | Self::Link { .. } => return content,
            Self::Dropped => return Vec::new(),
        }]
    }
}
