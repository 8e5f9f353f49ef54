//! The events of the Markdown parser into blocks and inlines.

use super::Place;
use super::callouts::callout_kind;
use super::frame::{Frame, HeadingAttributes, Kind};
use crate::characters::clean;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Address, Alignment, Anchor, Block, Cell, DefinitionItem, Footnote, Inline, ListItem,
    MAX_NESTING, Row, inlines_text,
};
use crate::source::Origin;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag};
use std::ops::Range;

const MAX_BLOCKS: usize = 200_000;
const MAX_FOOTNOTES: usize = 5_000;
const MAX_IMAGES: usize = 2_000;

/// What stands at the top level of a text.
#[derive(Debug)]
pub(super) enum Piece {
    Block { block: Block },
    Heading { level: u8, attributes: HeadingAttributes, content: Vec<Inline>, origin: Origin },
}

/// A text, before it is put into sections.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) pieces: Vec<Piece>,
    /// In the order of the text.
    pub(super) footnotes: Vec<Footnote>,
}

/// Reads a text.
///
/// # Errors
///
/// A limit is passed.
pub(super) fn read(
    text: &str,
    place: Place,
    found: &mut Vec<Diagnostic>,
) -> Result<Document, Diagnostic> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut reader = Reader {
        place,
        found,
        stack: vec![Frame::new(Kind::Document, 0..text.len())],
        document: Document::default(),
        depth: Depth::default(),
        blocks: 0,
        images: 0,
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range)?;
    }
    reader.close_html();
    reader.flush();
    Ok(reader.document)
}

#[derive(Default)]
struct Depth {
    blocks: usize,
    phrases: usize,
}

pub(super) struct Reader<'f> {
    pub(super) place: Place,
    pub(super) found: &'f mut Vec<Diagnostic>,
    /// Never empty: the document is at the bottom.
    pub(super) stack: Vec<Frame>,
    pub(super) document: Document,
    depth: Depth,
    blocks: usize,
    images: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Diagnostic> {
        match event {
            Event::Start(tag) => self.start(tag, range)?,
            Event::End(_) => self.end(range)?,
            Event::Text(text) => match self.top() {
                Kind::Code { text: code, .. } | Kind::HtmlBlock { text: code } => {
                    code.push_str(&text);
                }
                _ => self.text(&text, range),
            },
            Event::Code(text) => {
                let origin = self.place.at(range);
                let text = clean(&text, origin, self.found);
                self.inline(Inline::Code { text, origin });
            }
            Event::Html(html) => match self.top() {
                Kind::HtmlBlock { text } => text.push_str(&html),
                _ => self.html(&html, &range)?,
            },
            Event::InlineHtml(html) => self.html(&html, &range)?,
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
            Event::FootnoteReference(label) => {
                let origin = self.place.at(range);
                let label = anchor(&label);
                self.inline(Inline::FootnoteReference { label, origin });
            }
            Event::SoftBreak => {
                let origin = self.place.at(range);
                self.inline(Inline::SoftBreak { origin });
            }
            Event::HardBreak => {
                let origin = self.place.at(range);
                self.inline(Inline::LineBreak { origin });
            }
            Event::Rule => {
                self.begin_block()?;
                let origin = self.place.at(range);
                self.block(Block::ThematicBreak { origin });
            }
            Event::TaskListMarker(is_done) => {
                let item = self.stack.iter_mut().rev();
                for frame in item {
                    if let Kind::Item { done } = &mut frame.kind {
                        *done = Some(is_done);
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    pub(super) fn top(&mut self) -> &mut Kind {
        &mut self.frame().kind
    }

    pub(super) fn frame(&mut self) -> &mut Frame {
        if self.stack.is_empty() {
            self.stack.push(Frame::new(Kind::Document, 0..0));
        }
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    pub(super) fn push(&mut self, kind: Kind, range: Range<usize>) -> Result<(), Diagnostic> {
        let depth = match &kind {
            Kind::Quotation { .. }
            | Kind::List { .. }
            | Kind::Footnote { .. }
            | Kind::DefinitionList { .. } => Some(&mut self.depth.blocks),
            kind if kind.is_phrase() => Some(&mut self.depth.phrases),
            _ => None,
        };
        if let Some(depth) = depth {
            *depth += 1;
            if *depth > MAX_NESTING {
                return Err(Diagnostic::new(
                    Code::NestingTooDeep,
                    format!("this stands inside more than {MAX_NESTING} others"),
                )
                .label(self.place.at(range), "too deep")
                .help("lift the inner parts out"));
            }
        }
        self.stack.push(Frame::new(kind, range));
        Ok(())
    }

    pub(super) fn pop(&mut self) -> Option<Frame> {
        let frame = if self.stack.len() > 1 { self.stack.pop() } else { None }?;
        match &frame.kind {
            Kind::Quotation { .. }
            | Kind::List { .. }
            | Kind::Footnote { .. }
            | Kind::DefinitionList { .. } => self.depth.blocks -= 1,
            kind if kind.is_phrase() => self.depth.phrases -= 1,
            _ => {}
        }
        Some(frame)
    }

    /// Before a block: phrases that stand loose make a paragraph.
    fn begin_block(&mut self) -> Result<(), Diagnostic> {
        self.close_html();
        self.flush();
        self.blocks += 1;
        limit("blocks", self.blocks, MAX_BLOCKS)
    }

    pub(super) fn block(&mut self, block: Block) {
        if let Kind::Document = self.top() {
            self.document.pieces.push(Piece::Block { block });
        } else {
            self.frame().blocks.push(block);
        }
    }

    pub(super) fn inline(&mut self, inline: Inline) {
        self.frame().inlines.push(inline);
    }

    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        let origin = self.place.at(range);
        let end = origin.range().end;
        let text = clean(text, origin, self.found);
        if let Some(Inline::Text { text: before, origin }) = self.frame().inlines.last_mut() {
            before.push_str(&text);
            *origin = origin.with_range(origin.range().start..end);
        } else {
            self.inline(Inline::Text { text, origin });
        }
    }

    /// Makes a paragraph of phrases that stand directly in a list item, quotation or HTML block.
    pub(super) fn flush(&mut self) {
        if !self.top().holds_blocks() {
            return;
        }
        let content = trimmed(std::mem::take(&mut self.frame().inlines));
        if let (Some(first), Some(last)) = (content.first(), content.last()) {
            let range = first.origin().range().start..last.origin().range().end;
            let origin = first.origin().with_range(range);
            self.block(paragraph_or_figure(content, origin));
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) -> Result<(), Diagnostic> {
        let is_phrase = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        if !is_phrase {
            self.begin_block()?;
        }
        let kind = match tag {
            Tag::Paragraph => {
                // A point that has paragraphs makes its list a loose one.
                let at = self.stack.len();
                if at >= 2
                    && matches!(self.stack[at - 1].kind, Kind::Item { .. })
                    && let Kind::List { tight, .. } = &mut self.stack[at - 2].kind
                {
                    *tight = false;
                }
                Kind::Paragraph
            }
            Tag::Heading { level, id, classes, attrs } => Kind::Heading {
                level: heading_level(level),
                attributes: HeadingAttributes {
                    id: id.and_then(|id| id.parse().ok()),
                    classes: classes.iter().map(ToString::to_string).collect(),
                    language: attrs.iter().find_map(|(key, value)| {
                        (&**key == "lang").then(|| value.as_ref()?.parse().ok()).flatten()
                    }),
                },
            },
            Tag::BlockQuote(kind) => Kind::Quotation { callout: kind.map(callout_kind) },
            Tag::CodeBlock(kind) => {
                let (language, attributes) = code_info(kind);
                Kind::Code { language, attributes, text: String::new() }
            }
            Tag::HtmlBlock => Kind::HtmlBlock { text: String::new() },
            Tag::List(start) => Kind::List {
                start: start.map(|number| u32::try_from(number).unwrap_or(u32::MAX)),
                tight: true,
                items: Vec::new(),
            },
            Tag::Item => Kind::Item { done: None },
            Tag::FootnoteDefinition(label) => Kind::Footnote { label: anchor(&label) },
            Tag::DefinitionList => Kind::DefinitionList { items: Vec::new() },
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Definition,
            Tag::Table(columns) => Kind::Table {
                columns: columns.into_iter().map(alignment).collect(),
                head: Row::default(),
                rows: Vec::new(),
            },
            Tag::TableHead => Kind::Row { is_head: true, row: Row::default() },
            Tag::TableRow => Kind::Row { is_head: false, row: Row::default() },
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            Tag::Link { link_type, dest_url, title, .. } => {
                let address = if link_type == LinkType::Email && !dest_url.starts_with("mailto:") {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.to_string()
                };
                let origin = self.place.at(range.clone());
                Kind::Link {
                    address: self.address(&address, origin),
                    title: self.title(&title, origin),
                }
            }
            Tag::Image { dest_url, title, .. } => {
                self.images += 1;
                limit("images", self.images, MAX_IMAGES)?;
                let origin = self.place.at(range.clone());
                Kind::Image {
                    address: self.address(&dest_url, origin),
                    title: self.title(&title, origin),
                }
            }
            // Front matter is taken off before; the parser is not asked for it.
            Tag::MetadataBlock(_) => {
                Kind::Code { language: None, attributes: None, text: String::new() }
            }
        };
        self.push(kind, range)
    }

    fn title(&mut self, title: &str, origin: Origin) -> Option<String> {
        (!title.is_empty()).then(|| clean(title, origin, self.found))
    }

    pub(super) fn address(&mut self, text: &str, origin: Origin) -> Option<Address> {
        if text.trim().is_empty() {
            self.found.push(
                Diagnostic::new(Code::EmptyLink, "this has no address")
                    .label(origin, "the words stay as text"),
            );
            return None;
        }
        match text.parse() {
            Ok(address) => Some(address),
            Err(cause) => {
                self.found.push(
                    Diagnostic::new(Code::UnsafeAddress, cause.to_string())
                        .label(origin, "the words stay, the address is dropped"),
                );
                None
            }
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each kind of frame")]
    fn end(&mut self, range: Range<usize>) -> Result<(), Diagnostic> {
        self.close_html();
        self.flush();
        let Some(frame) = self.pop() else { return Ok(()) };
        let origin = self.place.at(range.clone());
        let Frame { kind, blocks, inlines, range: opened } = frame;
        match kind {
            Kind::Paragraph => {
                let content = trimmed(inlines);
                if !content.is_empty() {
                    self.block(paragraph_or_figure(content, origin));
                }
            }
            Kind::Heading { level, attributes } => {
                let content = trimmed(inlines);
                if let Kind::Document = self.top() {
                    let piece = Piece::Heading { level, attributes, content, origin };
                    self.document.pieces.push(piece);
                } else if content.is_empty() {
                    self.found.push(
                        Diagnostic::new(Code::EmptyHeading, "this heading has no words")
                            .label(origin, ""),
                    );
                } else {
                    self.block(Block::Heading { level, content, origin });
                }
            }
            Kind::Quotation { callout: Some(callout) } => {
                self.block(Block::Callout { callout, content: blocks, origin });
            }
            Kind::Quotation { callout: None } => {
                let block = self.quotation(blocks, origin);
                self.block(block);
            }
            Kind::List { start, tight, items } => {
                self.block(Block::List { start, tight, items, origin });
            }
            Kind::Item { done } => {
                if let Kind::List { items, .. } = self.top() {
                    let mut item = ListItem::new(blocks);
                    item.done = done;
                    item.origin = origin;
                    items.push(item);
                }
            }
            Kind::Footnote { label } => {
                let mut note = Footnote::new(label, blocks);
                note.origin = origin;
                self.document.footnotes.push(note);
                limit("footnotes", self.document.footnotes.len(), MAX_FOOTNOTES)?;
            }
            Kind::DefinitionList { items } => self.block(Block::DefinitionList { items, origin }),
            Kind::Term => {
                if let Kind::DefinitionList { items } = self.top() {
                    items.push(DefinitionItem::new(inlines, Vec::new()));
                }
            }
            Kind::Definition => {
                if let Kind::DefinitionList { items } = self.top()
                    && let Some(item) = items.last_mut()
                {
                    item.definitions.push(blocks);
                }
            }
            Kind::Table { columns, head, rows } => {
                self.block(Block::Table { columns, head, rows, caption: Vec::new(), origin });
            }
            Kind::Row { is_head, row } => {
                if let Kind::Table { head, rows, .. } = self.top() {
                    if is_head {
                        *head = row;
                    } else {
                        rows.push(row);
                    }
                }
            }
            Kind::Cell => {
                if let Kind::Row { row, .. } = self.top() {
                    row.cells.push(Cell::new(trimmed(inlines)));
                }
            }
            Kind::Code { language, attributes, text } => {
                let text = clean(text.strip_suffix('\n').unwrap_or(&text), origin, self.found);
                self.block(Block::Code { language, attributes, text, origin });
            }
            Kind::HtmlBlock { text } => {
                self.html(&text, &range)?;
                self.close_html();
                self.flush();
            }
            Kind::Emphasis => self.inline(Inline::Emphasis { content: inlines, origin }),
            Kind::Strong => self.inline(Inline::Strong { content: inlines, origin }),
            Kind::Strikethrough => self.inline(Inline::Strikethrough { content: inlines, origin }),
            Kind::Link { address, title } => self.link(address, title, inlines, origin),
            Kind::Image { address, title } => {
                let alt = Some(inlines_text(&inlines)).filter(|alt| !alt.trim().is_empty());
                match address {
                    Some(address) => self.inline(Inline::Image { address, alt, title, origin }),
                    None => self.text(&alt.unwrap_or_default(), range),
                }
            }
            Kind::Html { element } => self.element(element, inlines, opened),
            Kind::Document => {}
        }
        Ok(())
    }

    pub(super) fn link(
        &mut self,
        address: Option<Address>,
        title: Option<String>,
        mut content: Vec<Inline>,
        origin: Origin,
    ) {
        let Some(address) = address else {
            self.frame().inlines.append(&mut content);
            return;
        };
        let has_words = content.iter().any(|inline| {
            matches!(inline, Inline::Image { .. })
                || !inlines_text(std::slice::from_ref(inline)).trim().is_empty()
        });
        if !has_words {
            self.found.push(
                Diagnostic::new(Code::EmptyLink, "this link has no words; its address is shown")
                    .label(origin, ""),
            );
            content = vec![Inline::Text { text: address.for_print().to_owned(), origin }];
        }
        self.inline(Inline::Link { address, title, content, origin });
    }
}

fn limit(what: &str, count: usize, most: usize) -> Result<(), Diagnostic> {
    if count <= most {
        return Ok(());
    }
    Err(Diagnostic::new(Code::TooMany, format!("the article has more than {most} {what}"))
        .help("split it into several articles"))
}

/// A paragraph that is nothing but an image is a figure, and the image's title is its caption.
fn paragraph_or_figure(mut content: Vec<Inline>, origin: Origin) -> Block {
    if content.len() == 1
        && let Some(only) = content.pop()
    {
        match only {
            Inline::Image { address, alt, title, origin: image } => {
                let caption = title.map(|text| Inline::Text { text, origin: image });
                return Block::Figure {
                    address,
                    alt,
                    caption: caption.into_iter().collect(),
                    origin,
                };
            }
            other => content.push(other),
        }
    }
    Block::Paragraph { content, origin }
}

/// Without breaks and white space at both ends.
fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let is_space = |inline: &Inline| match inline {
        Inline::SoftBreak { .. } | Inline::LineBreak { .. } => true,
        Inline::Text { text, .. } => text.trim_matches([' ', '\t', '\n']).is_empty(),
        _ => false,
    };
    while inlines.last().is_some_and(is_space) {
        inlines.pop();
    }
    let lead = inlines.iter().take_while(|inline| is_space(inline)).count();
    inlines.drain(..lead);
    if let Some(Inline::Text { text, .. }) = inlines.first_mut() {
        *text = text.trim_start_matches([' ', '\t', '\n']).to_owned();
    }
    if let Some(Inline::Text { text, .. }) = inlines.last_mut() {
        text.truncate(text.trim_end_matches([' ', '\t', '\n']).len());
    }
    inlines
}

fn anchor(label: &str) -> Anchor {
    label.parse().unwrap_or_else(|_| Anchor::slug(label))
}

const fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

const fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Centre,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}

/// The language of a code block, and what else stands on the line that opens it.
fn code_info(kind: CodeBlockKind<'_>) -> (Option<String>, Option<String>) {
    let CodeBlockKind::Fenced(info) = kind else { return (None, None) };
    let info = info.trim();
    let end = info.find([' ', '\t', ',']).unwrap_or(info.len());
    let told = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    (told(&info[..end]), told(info[end..].trim_start_matches([' ', '\t'])))
}
