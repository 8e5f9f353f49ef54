//! Elements of raw HTML that begin.

use super::frame::{HeadingAttributes, Kind, TableCell};
use super::html_lost::Kept;
use super::html_tags::{Attributes, Element, Meaning};
use super::reader::Reader;
use crate::characters::clean;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Block, Inline};
use crate::source::Origin;
use std::ops::Range;

/// Elements that only hold blocks together.
pub(super) const TRANSPARENT: &[&str] = &[
    "div", "section", "article", "header", "footer", "main", "center", "aside", "nav", "hgroup",
    "address", "body", "html", "head", "search",
];

/// Elements that begin something new where they stand in a line, but mean nothing there.
pub(super) const BREAKING: &[&str] = &[
    "li",
    "tr",
    "td",
    "th",
    "dt",
    "dd",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "pre",
    "details",
    "summary",
    "figure",
    "figcaption",
    "caption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// Elements that stand directly in a list or table.
const INNER: &[&str] =
    &["li", "dt", "dd", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col", "colgroup"];

impl Reader<'_> {
    pub(super) fn open_in_line(
        &mut self,
        name: &str,
        attributes: &Attributes,
        range: &Range<usize>,
    ) -> Result<(), Diagnostic> {
        if self.open_phrase(name, attributes, range)? {
            return Ok(());
        }
        let origin = self.place.at(range.clone());
        let is_known = name == "p" || TRANSPARENT.contains(&name);
        if is_known || BREAKING.contains(&name) {
            self.boundary(origin);
        }
        if is_known {
            self.tell_lost(name, attributes, Kept::default(), origin);
        } else {
            self.tell_unknown(name, origin);
        }
        Ok(())
    }

    /// An element around phrases, or one of those that have no content.
    fn open_phrase(
        &mut self,
        name: &str,
        attributes: &Attributes,
        range: &Range<usize>,
    ) -> Result<bool, Diagnostic> {
        // What is dropped has no elements.
        if matches!(self.top(), Kind::Html { element } if element.meaning == Meaning::Dropped) {
            return Ok(true);
        }
        let origin = self.place.at(range.clone());
        match name {
            "br" => self.inline(Inline::LineBreak { origin }),
            "wbr" => self.tell_unknown(name, origin),
            "col" | "colgroup" => {}
            "img" => self.image_tag(attributes, range)?,
            _ => {
                let Some(element) = Element::of(name, attributes) else { return Ok(false) };
                let is_target = attributes.get("id").or(attributes.get("name")).is_some();
                match &element.meaning {
                    Meaning::Dropped => self.found.push(
                        Diagnostic::new(
                            Code::ScriptDropped,
                            format!("what is inside <{name}> was dropped"),
                        )
                        .label(origin, ""),
                    ),
                    Meaning::Span { language: None } if is_target && name == "a" => {
                        self.tell_unknown(name, origin);
                    }
                    _ => {}
                }
                if matches!(name, "bdi" | "bdo") {
                    self.tell_unknown(name, origin);
                }
                let is_place = name == "a" && element.meaning == Meaning::Span { language: None };
                // Computer text is characters alone, and a span says its language itself.
                let language = match element.meaning {
                    Meaning::Code | Meaning::Dropped | Meaning::Span { .. } => None,
                    _ => attributes.language(),
                };
                if element.meaning != Meaning::Dropped {
                    let language = element.meaning != Meaning::Code;
                    let kept = Kept { language, id: is_place };
                    self.tell_lost(name, attributes, kept, origin);
                }
                self.push_tag(element.name, Kind::Html { element }, range.clone())?;
                if language.is_some() {
                    // It has no tag of its own that could end it.
                    let element = Element { name: "", meaning: Meaning::Span { language } };
                    self.push_tag("", Kind::Html { element }, range.clone())?;
                }
            }
        }
        Ok(true)
    }

    fn image_tag(
        &mut self,
        attributes: &Attributes,
        range: &Range<usize>,
    ) -> Result<(), Diagnostic> {
        let origin = self.place.at(range.clone());
        self.count_image()?;
        self.tell_lost("img", attributes, Kept::default(), origin);
        let alt = attributes.owned("alt").map(|alt| clean(&alt, origin, self.found));
        let title = attributes.owned("title").map(|title| clean(&title, origin, self.found));
        match attributes.get("src").and_then(|src| self.address(src, origin)) {
            Some(address) => self.inline(Inline::Image { address, alt, title, origin }),
            None => {
                if attributes.get("src").is_none() {
                    self.tell_unknown("img", origin);
                }
                self.push_text(&alt.unwrap_or_default(), origin);
            }
        }
        Ok(())
    }

    /// An element in a block of HTML.
    pub(super) fn open(
        &mut self,
        name: &str,
        attributes: &Attributes,
        range: &Range<usize>,
    ) -> Result<(), Diagnostic> {
        if !matches!(name, "br" | "img" | "wbr") && Element::of(name, attributes).is_none() {
            self.close_phrases();
        }
        if !INNER.contains(&name) {
            self.ensure_holder(range)?;
        }
        if self.open_phrase(name, attributes, range)? {
            return Ok(());
        }
        let origin = self.place.at(range.clone());
        let kind = match name {
            "p" => ("p", Kind::Paragraph),
            "h1" => ("h1", heading(1, attributes)),
            "h2" => ("h2", heading(2, attributes)),
            "h3" => ("h3", heading(3, attributes)),
            "h4" => ("h4", heading(4, attributes)),
            "h5" => ("h5", heading(5, attributes)),
            "h6" => ("h6", heading(6, attributes)),
            "blockquote" => ("blockquote", Kind::Quotation { callout: None }),
            "pre" => ("pre", Kind::Code { code: Box::default() }),
            "ul" => ("ul", Kind::List { start: None, tight: true, items: Vec::new() }),
            "ol" => {
                let start = attributes.get("start").and_then(|start| start.parse().ok());
                let start = start.filter(|start: &u32| *start <= 999_999_999);
                let start = Some(start.unwrap_or(1));
                ("ol", Kind::List { start, tight: true, items: Vec::new() })
            }
            "li" if self.close_down_to(&["ul", "ol"]) => ("li", Kind::Item { done: None }),
            "dl" => ("dl", Kind::DefinitionList { items: Vec::new() }),
            "dt" if self.close_down_to(&["dl"]) => ("dt", Kind::Term),
            "dd" if self.close_down_to(&["dl"]) => ("dd", Kind::Definition),
            "table" => ("table", Kind::Table { table: Box::default() }),
            "thead" | "tbody" | "tfoot" if self.close_down_to(&["table"]) => {
                if let Kind::Table { table } = self.top() {
                    table.in_head = name == "thead";
                }
                return Ok(());
            }
            "tr" if self.close_down_to(&["table"]) => {
                ("tr", Kind::Row { is_head: false, cells: Vec::new() })
            }
            "td" | "th" if self.close_down_to(&["tr", "table"]) => {
                if let Kind::Table { .. } = self.top() {
                    self.push_tag(
                        "tr",
                        Kind::Row { is_head: false, cells: Vec::new() },
                        range.clone(),
                    )?;
                }
                let is_high = attributes.get("rowspan").is_some_and(|rows| rows.trim() != "1");
                if let (true, Some(Kind::Table { table })) = (is_high, self.kind_below()) {
                    table.is_odd = true;
                }
                let cell = TableCell::of(name, attributes);
                (if name == "td" { "td" } else { "th" }, Kind::Cell { cell })
            }
            "caption" if self.close_down_to(&["table"]) => ("caption", Kind::Caption),
            "details" => ("details", Kind::Details { summary: Vec::new() }),
            "summary" => ("summary", Kind::Summary),
            "figure" => ("figure", Kind::Figure { caption: Vec::new(), is_above: false }),
            "figcaption" if self.close_down_to(&["figure"]) => ("figcaption", Kind::Caption),
            "hr" => {
                self.flush();
                self.block(Block::ThematicBreak { origin });
                return Ok(());
            }
            name if TRANSPARENT.contains(&name) => {
                self.flush();
                self.tell_lost(name, attributes, Kept { language: true, id: false }, origin);
                match (attributes.language(), self.top()) {
                    (Some(language), _) => ("div", Kind::Division { language }),
                    (None, Kind::Transparent { open }) => {
                        *open += 1;
                        return Ok(());
                    }
                    (None, _) => ("div", Kind::Transparent { open: 1 }),
                }
            }
            _ => {
                if BREAKING.contains(&name) {
                    self.boundary(origin);
                }
                self.tell_unknown(name, origin);
                return Ok(());
            }
        };
        if !TRANSPARENT.contains(&name) {
            let kept = match &kind.1 {
                Kind::Heading { attributes: Some(kept), .. } => {
                    Kept { language: true, id: kept.id.is_some() }
                }
                _ => Kept::default(),
            };
            self.tell_lost(name, attributes, kept, origin);
        }
        self.flush();
        self.count_block()?;
        self.push_tag(kind.0, kind.1, range.clone())
    }

    /// A block begins or ends where phrases stand: they go on in a new line.
    pub(super) fn boundary(&mut self, origin: Origin) {
        if self.frame().holds_blocks() {
            self.flush();
        } else if !matches!(self.frame().inlines.last(), None | Some(Inline::LineBreak { .. })) {
            self.inline(Inline::LineBreak { origin });
        }
    }
}

fn heading(level: u8, attributes: &Attributes) -> Kind {
    let attributes = HeadingAttributes {
        // Braces and the like could not be written as `{#id}`.
        id: attributes
            .get("id")
            .filter(|id| !id.contains(['{', '}', '<', '>', '\\']))
            .and_then(|id| id.parse().ok()),
        language: attributes.language(),
        ..HeadingAttributes::default()
    };
    Kind::Heading { level, attributes: Some(Box::new(attributes)) }
}
