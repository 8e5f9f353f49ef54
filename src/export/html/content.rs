//! Blocks and inlines into markup, for web pages and for books.

use super::escape::escape;
use crate::characters::{all_allowed, is_allowed};
use crate::export::image::Image;
use crate::model::{
    Address, Alignment, Anchor, Article, Block, CalloutKind, Cell, DefinitionItem, Inline,
    ListItem, Reading, Row, Section, ShowIn, VignetteNature,
};
use crate::registers::RegisterLine;
use pulldown_cmark_escape::escape_href;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Write as _};
use std::io;

/// What a page and a book do differently.
pub(crate) trait Surroundings {
    /// Whether the markup has to be well-formed XML.
    fn is_xml(&self) -> bool;

    /// Where an image is; none where it cannot be shown, and its text and address stand in its place.
    fn image(&self, address: &Address) -> Option<(Cow<'_, str>, Option<&Image>)>;

    /// Where a link leads; none where it would lead nowhere, and only its words are shown.
    fn link<'a>(&'a self, address: &'a Address) -> Option<Cow<'a, str>>;

    /// The id that an anchor has in this file.
    fn id<'a>(&'a self, anchor: &'a Anchor) -> Cow<'a, str>;
}

/// Bytes of markup that are handed over at once.
const MUCH: usize = 32 * 1024;

/// Writes markup; take it out with [`Content::finish`].
pub(crate) struct Content<'a> {
    pub(crate) out: String,
    around: &'a dyn Surroundings,
    /// Each footnote of the article, with how often it has been referred to so far.
    notes: BTreeMap<&'a Anchor, ReferenceId>,
    /// Inside a link, the references that have to wait for its end: links do not stand in links.
    waiting: Option<Vec<&'a Anchor>>,
}

impl<'a> Content<'a> {
    pub(crate) fn new(article: &'a Article, around: &'a dyn Surroundings) -> Self {
        let mut notes = BTreeMap::new();
        for (note, number) in article.footnotes.iter().zip(1..) {
            // Where two notes have one label, it is the first's.
            notes.entry(&note.label).or_insert(ReferenceId { number, count: 0 });
        }
        Self { out: String::new(), around, notes, waiting: None }
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// Hands over what there is, once it is much: a long article is never in memory as a whole.
    pub(super) fn hand_over(&mut self, to: &mut dyn io::Write) -> io::Result<()> {
        if self.out.len() >= MUCH {
            to.write_all(self.out.as_bytes())?;
            self.out.clear();
        }
        Ok(())
    }

    /// How often the text so far refers to a footnote.
    pub(crate) fn references_to(&self, label: &Anchor) -> usize {
        self.notes.get(label).map_or(0, |last| last.count)
    }

    /// Markup that is known to be right.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Markup with numbers in it.
    pub(super) fn format(&mut self, markup: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(markup);
    }

    /// Text between tags.
    pub(crate) fn text(&mut self, text: &str) {
        escape(&mut self.out, text, false);
    }

    /// Text of an attribute.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value, true);
        self.out.push('"');
    }

    fn href(&mut self, name: &str, address: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        let _ = escape_href(&mut self.out, &allowed(address));
        self.out.push('"');
    }

    /// Ends a tag that has no content.
    fn void(&mut self) {
        self.out.push_str(if self.around.is_xml() { "/>" } else { ">" });
    }

    /// `lang`, and `xml:lang` in books.
    pub(crate) fn language(&mut self, language: &str) {
        self.attribute("lang", language);
        if self.around.is_xml() {
            self.attribute("xml:lang", language);
        }
    }

    /// A section with its heading at this level, and the sections inside it.
    pub(crate) fn section(&mut self, section: &'a Section, level: usize) {
        self.raw("<section");
        let id = self.around.id(&section.id);
        self.attribute("id", &id);
        self.raw(">\n");
        self.heading(&section.heading, level);
        self.blocks(&section.content);
        for inner in &section.sections {
            self.section(inner, level + 1);
        }
        self.raw("</section>\n");
    }

    /// A heading; there are six levels, and deeper ones look like the sixth.
    /// One without words would be a gap in the outline, so it is left out.
    pub(crate) fn heading(&mut self, content: &'a [Inline], level: usize) {
        if is_blank(content) {
            return self.inlines(content);
        }
        let (start, end) = match level {
            0 | 1 => ("<h1>", "</h1>\n"),
            2 => ("<h2>", "</h2>\n"),
            3 => ("<h3>", "</h3>\n"),
            4 => ("<h4>", "</h4>\n"),
            5 => ("<h5>", "</h5>\n"),
            _ => ("<h6>", "</h6>\n"),
        };
        self.raw(start);
        self.inlines(content);
        self.raw(end);
    }

    pub(crate) fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    pub(super) fn block(&mut self, block: &'a Block) {
        match block {
            Block::Paragraph { content, .. } => {
                self.raw("<p>");
                self.inlines(content);
                self.raw("</p>\n");
            }
            // It opens no section, so it is no heading to a screen reader's outline.
            Block::Heading { content, .. } => {
                self.raw("<p class=\"heading\"><strong>");
                self.inlines(content);
                self.raw("</strong></p>\n");
            }
            Block::Quotation { content, .. } => {
                self.raw("<blockquote>\n");
                self.blocks(content);
                self.raw("</blockquote>\n");
            }
            Block::Callout { callout, content, .. } => self.callout(*callout, content),
            Block::Vignette { nature, content, .. } => self.vignette(*nature, content),
            Block::List { start, tight, items, .. } => self.list(*start, *tight, items),
            Block::DefinitionList { items, .. } => self.definitions(items),
            Block::Code { text, .. } => {
                self.raw("<pre tabindex=\"0\"><code>");
                self.text(text);
                self.raw("\n</code></pre>\n");
            }
            Block::Table { columns, head, rows, caption, .. } => {
                self.table(columns, head, rows, caption);
            }
            Block::Figure { address, alt, caption, .. } => {
                self.raw("<figure>\n");
                self.image(address, alt.as_deref(), None);
                if !caption.is_empty() {
                    self.raw("\n<figcaption>");
                    self.inlines(caption);
                    self.raw("</figcaption>");
                }
                self.raw("\n</figure>\n");
            }
            Block::Details { summary, content, .. } => {
                self.raw("<details>\n<summary>");
                if is_blank(summary) {
                    // What browsers show where there is no summary; to screen readers it would be none.
                    self.raw("Details");
                }
                self.inlines(summary);
                self.raw("</summary>\n");
                self.blocks(content);
                self.raw("</details>\n");
            }
            Block::Division { language, content, .. } => {
                self.raw("<div");
                if let Some(language) = language {
                    self.language(language.as_str());
                }
                self.raw(">\n");
                self.blocks(content);
                self.raw("</div>\n");
            }
            Block::ReadingList { start, entries, .. } => self.readings(*start, entries),
            Block::ThematicBreak { .. } => {
                self.raw("<hr");
                self.void();
                self.raw("\n");
            }
            Block::Comment { .. } => {}
        }
    }

    fn callout(&mut self, kind: CalloutKind, content: &'a [Block]) {
        let class = kind.as_str();
        let title = kind.title();
        self.format(format_args!(
            "<div class=\"callout {class}\" role=\"note\" aria-label=\"{title}\">\n\
             <p class=\"label\">{title}</p>\n"
        ));
        self.blocks(content);
        self.raw("</div>\n");
    }

    fn vignette(&mut self, nature: VignetteNature, content: &'a [Block]) {
        let label = nature.label();
        self.format(format_args!(
            "<div class=\"vignette\" role=\"group\" aria-label=\"{label}\">\n\
             <p class=\"label\">{label}</p>\n"
        ));
        self.blocks(content);
        self.raw("</div>\n");
    }

    fn list(&mut self, start: Option<u32>, tight: bool, items: &'a [ListItem]) {
        if items.is_empty() {
            return;
        }
        match start {
            None if items.iter().all(|item| item.done.is_some()) => {
                self.raw("<ul class=\"tasks\">\n");
            }
            None => self.raw("<ul>\n"),
            Some(1) => self.raw("<ol>\n"),
            Some(start) => self.format(format_args!("<ol start=\"{start}\">\n")),
        }
        for item in items {
            self.raw("<li>");
            match item.done {
                Some(true) => {
                    self.raw("<span class=\"task\" role=\"img\" aria-label=\"Done\">☑</span> ");
                }
                Some(false) => {
                    self.raw("<span class=\"task\" role=\"img\" aria-label=\"To do\">☐</span> ");
                }
                None => {}
            }
            match &item.content[..] {
                [Block::Paragraph { content, .. }, rest @ ..] if tight => {
                    self.inlines(content);
                    if !rest.is_empty() {
                        self.raw("\n");
                        self.blocks(rest);
                    }
                }
                content => self.blocks(content),
            }
            self.raw("</li>\n");
        }
        self.raw(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn definitions(&mut self, items: &'a [DefinitionItem]) {
        self.raw("<dl>\n");
        for item in items {
            self.raw("<dt>");
            self.inlines(&item.term);
            self.raw("</dt>\n");
            for definition in &item.definitions {
                self.raw("<dd>");
                match &definition[..] {
                    [Block::Paragraph { content, .. }] => self.inlines(content),
                    blocks => self.blocks(blocks),
                }
                self.raw("</dd>\n");
            }
            // A term without a meaning would not be a valid list.
            if item.definitions.is_empty() {
                self.raw("<dd></dd>\n");
            }
        }
        self.raw("</dl>\n");
    }

    fn table(
        &mut self,
        columns: &'a [Alignment],
        head: &'a Row,
        rows: &'a [Row],
        caption: &'a [Inline],
    ) {
        self.raw(
            "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n",
        );
        if !caption.is_empty() {
            self.raw("<caption>");
            self.inlines(caption);
            self.raw("</caption>\n");
        }
        self.raw("<thead>\n");
        self.row(columns, &head.cells, true);
        self.raw("</thead>\n");
        if !rows.is_empty() {
            self.raw("<tbody>\n");
            for row in rows {
                self.row(columns, &row.cells, false);
            }
            self.raw("</tbody>\n");
        }
        self.raw("</table>\n</div>\n");
    }

    fn row(&mut self, columns: &[Alignment], cells: &'a [Cell], is_head: bool) {
        self.raw("<tr>");
        for (cell, alignment) in cells.iter().zip(columns) {
            // A head without words would head nothing.
            let name = if is_head && !cell.content.is_empty() { "th" } else { "td" };
            self.raw(if name == "th" { "<th scope=\"col\"" } else { "<td" });
            match alignment {
                Alignment::Start => {}
                Alignment::Centre => self.raw(" class=\"centre\""),
                Alignment::End => self.raw(" class=\"end\""),
            }
            self.raw(">");
            self.inlines(&cell.content);
            self.raw(if name == "th" { "</th>" } else { "</td>" });
        }
        self.raw("</tr>\n");
    }

    fn readings(&mut self, start: Option<u32>, entries: &'a [Reading]) {
        if entries.iter().all(|entry| entry.show_in == ShowIn::Leaflet) {
            return;
        }
        match start {
            None => self.raw("<ul class=\"readings\">\n"),
            Some(1) => self.raw("<ol class=\"readings\">\n"),
            Some(start) => {
                self.format(format_args!("<ol class=\"readings\" start=\"{start}\">\n"));
            }
        }
        for entry in entries.iter().filter(|entry| entry.show_in != ShowIn::Leaflet) {
            self.raw("<li>");
            self.inlines(&entry.content);
            self.raw("</li>\n");
        }
        self.raw(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    /// What an author holds, a line each, with links to the registers.
    pub(crate) fn credentials(&mut self, lines: &[RegisterLine]) {
        if lines.is_empty() {
            return;
        }
        self.raw("<ul class=\"credentials\">\n");
        for line in lines {
            self.raw("<li>");
            let target = line.address.as_ref().and_then(|address| self.around.link(address));
            if let Some(target) = &target {
                self.raw("<a");
                self.href("href", target);
                self.raw(">");
            }
            self.text(&line.text);
            self.raw(if target.is_some() { "</a></li>\n" } else { "</li>\n" });
        }
        self.raw("</ul>\n");
    }

    pub(crate) fn inlines(&mut self, inlines: &'a [Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn wrapped(&mut self, name: &str, content: &'a [Inline]) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push('>');
        self.inlines(content);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn inline(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Text { text, .. } => self.text(text),
            Inline::Emphasis { content, .. } => self.wrapped("em", content),
            Inline::Strong { content, .. } => self.wrapped("strong", content),
            Inline::Strikethrough { content, .. } => self.wrapped("s", content),
            Inline::Superscript { content, .. } => self.wrapped("sup", content),
            Inline::Subscript { content, .. } => self.wrapped("sub", content),
            Inline::Mark { content, .. } => self.wrapped("mark", content),
            Inline::Keyboard { content, .. } => self.wrapped("kbd", content),
            Inline::Abbreviation { content, title, .. } => {
                self.raw("<abbr");
                self.attribute("title", title);
                self.raw(">");
                self.inlines(content);
                self.raw("</abbr>");
            }
            Inline::Span { content, language, .. } => {
                self.raw("<span");
                if let Some(language) = language {
                    self.language(language.as_str());
                }
                self.raw(">");
                self.inlines(content);
                self.raw("</span>");
            }
            Inline::Code { text, .. } => {
                self.raw("<code>");
                self.text(text);
                self.raw("</code>");
            }
            Inline::Link { address, title, content, .. } => match self.around.link(address) {
                Some(target) if self.waiting.is_none() => {
                    self.waiting = Some(Vec::new());
                    self.raw("<a");
                    self.href("href", &target);
                    if let Some(title) = title {
                        self.attribute("title", title);
                    }
                    self.raw(">");
                    self.inlines(content);
                    self.raw("</a>");
                    for label in self.waiting.take().unwrap_or_default() {
                        self.reference(label);
                    }
                }
                _ => self.inlines(content),
            },
            Inline::Image { address, alt, title, .. } => {
                self.image(address, alt.as_deref(), title.as_deref());
            }
            Inline::FootnoteReference { label, .. } => self.reference(label),
            Inline::LineBreak { .. } => {
                self.raw("<br");
                self.void();
                self.raw("\n");
            }
            Inline::SoftBreak { .. } => self.raw("\n"),
        }
    }

    fn image(&mut self, address: &'a Address, alt: Option<&str>, title: Option<&str>) {
        let Some((target, image)) = self.around.image(address) else {
            // An image that cannot be shown: what it shows, and where it is.
            self.raw("<span class=\"absent-image\">");
            self.text(alt.unwrap_or("Image"));
            self.raw(" (");
            self.text(address.for_print());
            self.raw(")</span>");
            return;
        };
        self.raw("<img");
        if target.starts_with("data:") {
            // Long, and known to need no escaping.
            self.format(format_args!(" src=\"{target}\""));
        } else {
            self.href("src", &target);
        }
        self.attribute("alt", alt.unwrap_or_default());
        if let Some(title) = title {
            self.attribute("title", title);
        }
        if let Some(image) = image {
            let Image { width, height, .. } = image;
            self.format(format_args!(" width=\"{width}\" height=\"{height}\""));
        }
        self.void();
    }

    fn reference(&mut self, label: &'a Anchor) {
        if let Some(waiting) = &mut self.waiting {
            waiting.push(label);
            return;
        }
        let Some(id) = self.notes.get_mut(label) else {
            self.raw("<sup>[");
            self.text(label.as_str());
            self.raw("]</sup>");
            return;
        };
        id.count += 1;
        let id = *id;
        let ReferenceId { number, .. } = id;
        let note = NoteId(number);
        let kind = if self.around.is_xml() { " epub:type=\"noteref\"" } else { "" };
        self.format(format_args!(
            "<a class=\"noteref\" id=\"{id}\" href=\"#{note}\"{kind} role=\"doc-noteref\">\
             <sup>{number}</sup></a>"
        ));
    }
}

/// The id of a footnote, numbered from 1.
#[derive(Clone, Copy)]
pub(super) struct NoteId(pub(super) usize);

impl Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "note-{}", self.0)
    }
}

/// The id of the place that refers to a footnote for the `count`th time.
#[derive(Clone, Copy)]
pub(crate) struct ReferenceId {
    pub(crate) number: usize,
    pub(crate) count: usize,
}

impl Display for ReferenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, count } = self;
        match count {
            0 | 1 => write!(f, "noteref-{number}"),
            _ => write!(f, "noteref-{number}-{count}"),
        }
    }
}

/// Whether there are no words.
fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text { text, .. } | Inline::Code { text, .. } => text.trim().is_empty(),
        Inline::Image { alt, .. } => alt.as_deref().unwrap_or_default().trim().is_empty(),
        other => is_blank(other.content()),
    })
}

/// An article that was built in code may hold characters that no markup can; they become U+FFFD.
fn allowed(text: &str) -> Cow<'_, str> {
    if all_allowed(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect())
    }
}
