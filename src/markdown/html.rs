//! Raw HTML into blocks and phrases.

use super::blocks::Reader;
use super::frame::{Frame, HeadingAttributes, Kind, TableCell};
use super::html_tags::{self, Attributes, Element, Meaning, TagKind};
use crate::characters::clean;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Address, Block, Inline, Suppressions};
use crate::source::Origin;
use std::ops::Range;

/// Elements that only hold blocks together.
const TRANSPARENT: &[&str] = &[
    "div", "section", "article", "header", "footer", "main", "center", "aside", "nav", "hgroup",
    "address", "body", "html", "head", "search",
];

/// Elements that begin something new where they stand in a line, but mean nothing there.
const BREAKING: &[&str] = &[
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
    /// A single tag in a line of Markdown.
    pub(super) fn inline_html(
        &mut self,
        html: &str,
        range: &Range<usize>,
    ) -> Result<(), Diagnostic> {
        self.is_irregular = true;
        let (tags, surplus) = html_tags::read(html);
        surplus.iter().for_each(|_| self.tell_surplus(range.clone()));
        for tag in tags {
            match tag.kind {
                TagKind::Open { name, attributes } => {
                    self.open_in_line(&name, &attributes, range)?;
                }
                TagKind::Close { name } => self.close_element(&name, range.end),
                TagKind::Text { text } => self.html_text(&text, range),
                TagKind::Comment { text } => self.comment(&text, range),
            }
        }
        Ok(())
    }

    /// A block of raw HTML; `lines` says where each of its lines begins in the text.
    pub(super) fn html_block(
        &mut self,
        html: &str,
        lines: &[(usize, usize)],
    ) -> Result<(), Diagnostic> {
        let place = |at: usize| {
            let line = lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            lines.get(line).map_or(at, |(start, source)| source + at - start)
        };
        let (tags, surplus) = html_tags::read(html);
        for range in surplus {
            self.tell_surplus(place(range.start)..place(range.end));
        }
        for tag in tags {
            self.is_irregular = true;
            let range = place(tag.at)..place(tag.end.saturating_sub(1).max(tag.at)) + 1;
            let range = range.start..range.end.clamp(range.start, self.source.len());
            if let Kind::Code { code } = self.top() {
                match &tag.kind {
                    TagKind::Text { text } => {
                        code.text.push_str(text);
                        continue;
                    }
                    TagKind::Open { name, .. } if name == "br" => {
                        code.text.push('\n');
                        continue;
                    }
                    TagKind::Open { name, attributes } if name == "img" => {
                        code.text.push_str(&attributes.owned("alt").unwrap_or_default());
                        self.tell_in_code("the picture", attributes.get("src"), &range);
                        continue;
                    }
                    TagKind::Open { name, attributes } if name == "a" => {
                        self.tell_in_code("the address", attributes.get("href"), &range);
                        continue;
                    }
                    TagKind::Open { name, attributes } if name != "pre" => {
                        let class = attributes.get("class").unwrap_or_default();
                        let mut words = class.split_whitespace();
                        let named = words.find_map(|word| word.strip_prefix("language-"));
                        let named = named.and_then(|name| name.split(',').next());
                        if let Some(named) = named.filter(|name| !name.is_empty()) {
                            let named = clean(named, self.place.at(range), self.found);
                            if let Kind::Code { code } = self.top() {
                                code.language = Some(named);
                            }
                        }
                        continue;
                    }
                    TagKind::Close { name } if name != "pre" => continue,
                    _ => {}
                }
            }
            match tag.kind {
                TagKind::Open { name, attributes } => self.open(&name, &attributes, &range)?,
                TagKind::Close { name } => self.close_element(&name, range.end),
                TagKind::Text { text } => self.html_text(&text, &range),
                TagKind::Comment { text } => self.comment(&text, &range),
            }
        }
        Ok(())
    }

    fn open_in_line(
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
    fn open(
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
    fn boundary(&mut self, origin: Origin) {
        if self.frame().holds_blocks() {
            self.flush();
        } else if !matches!(self.frame().inlines.last(), None | Some(Inline::LineBreak { .. })) {
            self.inline(Inline::LineBreak { origin });
        }
    }

    /// What an element inside `<pre>` led to, which its characters do not say.
    fn tell_in_code(&mut self, what: &str, address: Option<&str>, range: &Range<usize>) {
        let Some(address) = address else { return };
        let origin = self.place.at(range.clone());
        let address = clean(address, origin, &mut Vec::new());
        self.found.push(
            Diagnostic::new(Code::RawHtml, format!("{what} `{address}` inside <pre> was dropped"))
                .label(origin, "computer text is characters alone")
                .help("write it outside of the element"),
        );
    }

    /// Computer text is characters alone.
    fn tell_code(&mut self, content: &[Inline]) {
        for inline in content {
            let what = match inline {
                Inline::Text { .. }
                | Inline::Code { .. }
                | Inline::SoftBreak { .. }
                | Inline::LineBreak { .. } => continue,
                Inline::Link { address, .. } => format!("the address `{address}`"),
                Inline::Image { address, .. } => format!("the picture `{address}`"),
                Inline::FootnoteReference { label, .. } => format!("the reference `{label}`"),
                _ => "the markup".to_owned(),
            };
            self.found.push(
                Diagnostic::new(Code::RawHtml, format!("{what} inside <code> was dropped"))
                    .label(inline.origin(), "computer text is characters alone")
                    .help("write it outside of the element"),
            );
            self.tell_code(inline.content());
        }
    }

    /// Attributes that say something and have no place in the article. What only looks (`class`, `style`) is none.
    fn tell_lost(&mut self, name: &str, attributes: &Attributes, kept: Kept, origin: Origin) {
        if name == "center" {
            self.tell_unknown(name, origin);
        }
        let language = attributes.language();
        if let (Some(language), false) = (&language, kept.language) {
            self.found.push(
                Diagnostic::new(Code::RawHtml, format!("the language of <{name}> is not kept"))
                    .label(origin, "")
                    .help(format!("write `<div lang=\"{language}\">` around it")),
            );
        }
        let mut keys = vec!["dir"];
        if language.is_none() {
            keys.push("lang");
        }
        if !kept.id {
            keys.push("id");
        }
        match name {
            "a" if !kept.id => keys.push("name"),
            "ol" if attributes.get("type") != Some("1") => keys.extend(["type", "reversed"]),
            "ol" => keys.push("reversed"),
            "li" => keys.push("value"),
            _ => {}
        }
        keys.retain(|key| match *key {
            "reversed" => attributes.has(key),
            key => attributes.get(key).is_some(),
        });
        for key in keys {
            self.found.push(
                Diagnostic::new(Code::RawHtml, format!("`{key}` of <{name}> is not kept"))
                    .label(origin, "")
                    .help("say it in Markdown (`## Heading {#id}` is a place to link to), or remove it"),
            );
        }
    }

    fn tell_surplus(&mut self, range: Range<usize>) {
        self.found.push(
            Diagnostic::new(Code::RawHtml, "this tag has more than 24 attributes")
                .label(self.place.at(range), "the others were dropped"),
        );
    }

    fn tell_unknown(&mut self, name: &str, origin: Origin) {
        let name = clean(name, origin, &mut Vec::new());
        self.found.push(
            Diagnostic::new(
                Code::RawHtml,
                format!("the element <{name}> has no place here; its text is kept"),
            )
            .label(origin, "")
            .help("say it in Markdown, or remove the tag"),
        );
    }

    /// A comment stands before the block that it was met in; an empty one only keeps its neighbours apart.
    fn comment(&mut self, text: &str, range: &Range<usize>) {
        let origin = self.place.at(range.clone());
        let text = text.trim();
        let is_between = self.stack.iter().all(Frame::holds_blocks);
        if is_between {
            self.flush();
        }
        if text.is_empty() {
            self.document.separated |= self.document.has_no_text(&self.stack[0].blocks);
            return;
        }
        self.tell_suppressions(text, origin);
        let block = Block::Comment { text: clean(text, origin, self.found), origin };
        // Of blocks in a line nothing stays but their words.
        let line = self.stack.iter().position(Frame::is_line).unwrap_or(self.stack.len());
        let holder = self.stack[..line].iter().rposition(Frame::holds_comments);
        self.stack[holder.unwrap_or_default()].blocks.push(block);
    }

    fn tell_suppressions(&mut self, text: &str, origin: Origin) {
        for word in Suppressions::words(text).into_iter().flatten() {
            self.document.suppresses = true;
            if let Some(told) = Suppressions::refuse(word) {
                self.found.push(told.label(origin, ""));
            }
        }
    }

    /// Text between tags: line ends and runs of spaces are one space.
    fn html_text(&mut self, text: &str, range: &Range<usize>) {
        let mut words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let origin = self.place.at(range.clone());
        if !words.is_empty() {
            // A holder is missing only where the limit of nesting is near; then the text stays beside.
            let _ = self.ensure_holder(range);
            if text.starts_with(|c: char| c.is_ascii_whitespace()) {
                words.insert(0, ' ');
            }
            if text.ends_with(|c: char| c.is_ascii_whitespace()) {
                words.push(' ');
            }
            let words = clean(&words, origin, self.found);
            self.push_text(&words, origin);
        } else if !text.is_empty() && !self.frame().inlines.is_empty() {
            self.push_text(" ", origin);
        }
    }

    /// Closes the innermost open element of this name, and those inside it.
    fn close_element(&mut self, name: &str, end: usize) {
        let name = if TRANSPARENT.contains(&name) { "div" } else { name };
        let open = self.stack.iter().rev().take_while(|frame| frame.tag.is_some());
        let depth = open.enumerate().find(|(_, frame)| frame.tag == Some(name)).map(|(at, _)| at);
        let Some(depth) = depth else {
            if name == "p" || name == "div" || BREAKING.contains(&name) {
                self.boundary(self.place.at(end..end));
            }
            return;
        };
        for _ in 0..depth {
            self.close_top(end);
        }
        if let Kind::Transparent { open } = self.top()
            && *open > 1
        {
            *open -= 1;
            self.flush();
            return;
        }
        self.close_top(end);
    }

    /// Closes elements down to one of these names, where one is open.
    fn close_down_to(&mut self, names: &[&str]) -> bool {
        let is_one = |frame: &Frame| frame.tag.is_some_and(|tag| names.contains(&tag));
        let open = self.stack.iter().rev().take_while(|frame| frame.tag.is_some());
        let Some((depth, _)) = open.enumerate().find(|(_, frame)| is_one(frame)) else {
            return false;
        };
        for _ in 0..depth {
            let end = self.frame().range.end;
            self.close_top(end);
        }
        true
    }

    fn kind_below(&mut self) -> Option<&mut Kind> {
        self.stack.iter_mut().rev().nth(1).map(|frame| &mut frame.kind)
    }

    /// Between the tags of a list or table, what stands loose gets a point or cell of its own.
    pub(super) fn ensure_holder(&mut self, range: &Range<usize>) -> Result<(), Diagnostic> {
        if self.frame().tag.is_none() {
            return Ok(());
        }
        match self.top() {
            Kind::List { .. } => self.push_tag("li", Kind::Item { done: None }, range.clone()),
            Kind::DefinitionList { .. } => self.push_tag("dd", Kind::Definition, range.clone()),
            Kind::Table { .. } => {
                self.push_tag(
                    "tr",
                    Kind::Row { is_head: false, cells: Vec::new() },
                    range.clone(),
                )?;
                self.ensure_holder(range)
            }
            Kind::Row { .. } => {
                let cell = TableCell { span: 1, ..TableCell::default() };
                self.push_tag("td", Kind::Cell { cell }, range.clone())
            }
            _ => Ok(()),
        }
    }

    /// Closes elements around phrases that the author left open when a block begins.
    pub(super) fn close_phrases(&mut self) {
        while self.frame().ends_at_block() {
            let end = self.frame().range.end;
            self.close_top(end);
        }
    }

    pub(super) fn element(&mut self, element: Element, content: Vec<Inline>, range: Range<usize>) {
        let origin = self.place.at(range);
        if let Meaning::Link { href, title } = element.meaning {
            let address: Option<Address> = self.address(&href, origin);
            self.link(address, title, content, origin);
        } else if !content.is_empty() {
            if element.meaning == Meaning::Code {
                self.tell_code(&content);
            }
            let mut phrase = element.meaning.phrase(content, origin);
            self.frame().inlines.append(&mut phrase);
        }
    }
}

/// Which attributes an element keeps.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    /// Where it is one.
    language: bool,
    id: bool,
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
