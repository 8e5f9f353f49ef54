//! What has been closed becomes a block or phrase.

use super::frame::{CodeBlock, Frame, Kind, TableCell};
use super::reader::{Reader, moved};
use super::{limits, lists, phrases};
use crate::characters::{clean, one_line};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Address, Block, DefinitionItem, Footnote, Inline, ListItem, inlines_text};
use crate::source::Origin;
use std::ops::Range;

impl Reader<'_> {
    /// The end of what Markdown opened; elements that the author left open inside end with it.
    pub(super) fn end(&mut self, range: Range<usize>) -> Result<(), Diagnostic> {
        while self.frame().tag.is_some() {
            self.close_top(range.end);
        }
        self.flush();
        if let Kind::Row { cells, .. } = self.top() {
            let mut cells = std::mem::take(cells);
            let last = self.last_cell;
            self.surplus(&mut cells, last, &range);
            if let Kind::Row { cells: here, .. } = self.top() {
                *here = cells;
            }
        }
        let Some(mut frame) = self.pop() else { return Ok(()) };
        match &frame.kind {
            Kind::HtmlBlock { text, lines } => return self.html_block(text, lines),
            Kind::Cell { .. } => self.last_cell = range.end,
            _ => {}
        }
        frame.range = range;
        self.finish(frame);
        limits::check("footnotes", self.document.footnotes.len(), self.settings.limits.footnotes)
    }

    /// The end of what an HTML element opened.
    pub(super) fn close_top(&mut self, end: usize) {
        self.flush();
        if let Some(mut frame) = self.pop() {
            frame.range.end = end.max(frame.range.end);
            self.finish(frame);
        }
    }

    /// Makes a paragraph of phrases that stand directly where blocks do.
    #[inline]
    pub(super) fn flush(&mut self) {
        if !self.frame().inlines.is_empty() && self.frame().holds_blocks() {
            self.flush_phrases();
        }
    }

    fn flush_phrases(&mut self) {
        self.end_run();
        let content = moved(&mut self.frame().inlines);
        let content = self.phrases(content);
        if let (Some(first), Some(last)) = (content.first(), content.last()) {
            let range = first.origin().range().start..last.origin().range().end;
            let origin = first.origin().with_range(range);
            self.block(paragraph_or_figure(content, origin));
        }
    }

    /// The phrases of a block in their normal form.
    pub(super) fn phrases(&self, inlines: Vec<Inline>) -> Vec<Inline> {
        if self.is_irregular { phrases::normal(inlines) } else { phrases::trimmed(inlines) }
    }

    fn finish(&mut self, frame: Frame) {
        let origin = self.place.at(frame.range.clone());
        match frame.kind {
            Kind::Paragraph => {
                let content = self.phrases(frame.inlines);
                if !content.is_empty() {
                    self.block(paragraph_or_figure(content, origin));
                }
            }
            Kind::Heading { level, attributes } => {
                let content = self.phrases(phrases::one_line(frame.inlines));
                if self.is_at_top() {
                    return self.part(level, attributes, content, origin);
                }
                if let Some(attributes) = attributes {
                    super::structure::tell_attributes(&attributes, origin, self.found);
                }
                if phrases::is_blank(&content) {
                    self.found.push(
                        Diagnostic::new(Code::EmptyHeading, "this heading has no words")
                            .label(origin, ""),
                    );
                } else {
                    self.block(Block::Heading { level, content, origin });
                }
            }
            Kind::Quotation { callout: Some(callout) } => {
                self.block(Block::Callout { callout, content: frame.blocks, origin });
            }
            Kind::Quotation { callout: None } => {
                let is_markdown = frame.tag.is_none();
                let block = self.quotation(frame.blocks, origin, is_markdown);
                self.block(block);
            }
            Kind::List { start, tight, items } => {
                if !items.is_empty() {
                    let tight = lists::normal_tight(tight, &items);
                    self.block(Block::List { start, tight, items, origin });
                }
            }
            Kind::Item { done } => self.item(done, frame.blocks, origin),
            Kind::Footnote { label } => {
                let mut note = Footnote::new(label, frame.blocks);
                note.origin = origin;
                self.document.footnotes.push(note);
            }
            Kind::DefinitionList { items } => {
                if !items.is_empty() {
                    self.block(Block::DefinitionList { items, origin });
                }
            }
            Kind::Term => {
                let term = self.line_of(frame.inlines, frame.blocks, origin);
                if let Kind::DefinitionList { items } = self.top() {
                    items.push(DefinitionItem::new(term, Vec::new()));
                }
            }
            Kind::Definition => {
                if let Kind::DefinitionList { items } = self.top() {
                    match items.last_mut() {
                        Some(item) => item.definitions.push(frame.blocks),
                        None => items.push(DefinitionItem::new(Vec::new(), vec![frame.blocks])),
                    }
                }
            }
            Kind::Table { table } => self.table(*table, origin),
            Kind::Row { is_head, cells } => self.row(is_head, cells),
            Kind::Cell { cell } => {
                let content = self.line_of(frame.inlines, frame.blocks, origin);
                if let Kind::Row { cells, .. } = self.top() {
                    cells.push(TableCell { content, ..cell });
                }
            }
            Kind::Code { code } => {
                let CodeBlock { language, attributes, text } = *code;
                let is_html = frame.tag.is_some();
                let text = clean(&lines_of_code(&text, is_html), origin, self.found);
                if !is_html || !text.is_empty() {
                    self.block(Block::Code { language, attributes, text, origin });
                }
            }
            Kind::Details { summary } => {
                self.block(Block::Details { summary, content: frame.blocks, origin });
            }
            Kind::Summary | Kind::Caption => {
                let line = self.line_of(frame.inlines, frame.blocks, origin);
                self.put_line(line, origin);
            }
            Kind::Division { language } => {
                if !frame.blocks.is_empty() {
                    let language = Some(language);
                    self.block(Block::Division { language, content: frame.blocks, origin });
                }
            }
            Kind::Figure { caption, is_above } => {
                self.figure(frame.blocks, caption, is_above, origin);
            }
            phrase => self.finish_phrase(phrase, frame.inlines, frame.range),
        }
    }

    fn finish_phrase(&mut self, kind: Kind, content: Vec<Inline>, range: Range<usize>) {
        let origin = self.place.at(range.clone());
        let is_empty = content.is_empty();
        match kind {
            Kind::Emphasis if !is_empty => self.inline(Inline::Emphasis { content, origin }),
            Kind::Strong if !is_empty => self.inline(Inline::Strong { content, origin }),
            Kind::Strikethrough if !is_empty => {
                self.inline(Inline::Strikethrough { content, origin });
            }
            Kind::Link { address, title } => self.link(address, title, content, origin),
            Kind::Image { address, title } => {
                let help = "write it into the text beside the picture";
                super::structure::tell_markup("an alternative text", help, &content, self.found);
                let alt = inlines_text(&content);
                let alt = one_line(&alt);
                let alt = Some(alt).filter(|alt| !alt.is_empty());
                match address {
                    Some(address) => self.inline(Inline::Image { address, alt, title, origin }),
                    None => self.push_text(&alt.unwrap_or_default(), origin),
                }
            }
            Kind::Html { element } => self.element(element, content, range),
            _ => {}
        }
    }

    /// A point; a box to tick belongs to words or a picture, and without them is text.
    fn item(&mut self, done: Option<bool>, mut content: Vec<Block>, origin: Origin) {
        let is_task =
            matches!(content.first(), Some(Block::Paragraph { .. } | Block::Figure { .. }));
        if let (Some(is_done), false) = (done, is_task) {
            let text = if is_done { "[x]" } else { "[ ]" }.to_owned();
            let content_of = vec![Inline::Text { text, origin }];
            content.insert(0, Block::Paragraph { content: content_of, origin });
        }
        if let Kind::List { items, .. } = self.top() {
            let mut item = ListItem::new(content);
            item.done = done.filter(|_| is_task);
            item.origin = origin;
            items.push(item);
        }
    }

    /// A summary or caption goes to what it belongs to; where there is no such thing, it is a paragraph.
    fn put_line(&mut self, mut line: Vec<Inline>, origin: Origin) {
        if line.is_empty() {
            return;
        }
        let is_first = self.frame().blocks.is_empty();
        let place = match self.top() {
            Kind::Details { summary } => summary,
            Kind::Figure { caption, is_above } => {
                *is_above |= is_first;
                caption
            }
            Kind::Table { table } => &mut table.caption,
            _ => return self.block(paragraph_or_figure(line, origin)),
        };
        if !place.is_empty() {
            place.push(Inline::LineBreak { origin });
        }
        place.append(&mut line);
    }

    /// One picture or table with a caption; otherwise the caption is a paragraph above or below what is there.
    fn figure(
        &mut self,
        mut blocks: Vec<Block>,
        mut words: Vec<Inline>,
        is_above: bool,
        origin: Origin,
    ) {
        if let [Block::Figure { caption, .. } | Block::Table { caption, .. }] = &mut blocks[..] {
            if !words.is_empty() && !caption.is_empty() {
                caption.push(Inline::LineBreak { origin });
            }
            caption.append(&mut words);
        }
        if is_above && !words.is_empty() {
            self.block(paragraph_or_figure(std::mem::take(&mut words), origin));
        }
        blocks.into_iter().for_each(|block| self.block(block));
        if !words.is_empty() {
            self.block(paragraph_or_figure(words, origin));
        }
    }

    pub(super) fn link(
        &mut self,
        address: Option<Address>,
        title: Option<String>,
        mut content: Vec<Inline>,
        origin: Origin,
    ) {
        let Some(address) = address else {
            self.is_irregular = true;
            self.frame().inlines.append(&mut content);
            return;
        };
        if self.stack.iter().any(|frame| is_link(&frame.kind)) {
            self.found.push(
                Diagnostic::new(
                    Code::NestedLink,
                    format!("this link to `{address}` stands inside another; its words are kept"),
                )
                .label(origin, "")
                .help("end the outer link before it"),
            );
            self.is_irregular = true;
            self.frame().inlines.append(&mut content);
            return;
        }
        let has_words = content.iter().any(|inline| {
            matches!(inline, Inline::Image { .. })
                || !inlines_text(std::slice::from_ref(inline)).trim().is_empty()
        });
        if !has_words {
            self.found.push(
                Diagnostic::new(Code::EmptyLink, "this link has no words; its address is shown")
                    .label(origin, ""),
            );
            let text = Inline::Text { text: address.for_print().to_owned(), origin };
            content.retain(|inline| matches!(inline, Inline::FootnoteReference { .. }));
            content.insert(0, text);
        }
        self.inline(Inline::Link { address, title, content, origin });
    }
}

fn is_link(kind: &Kind) -> bool {
    use super::html_tags::Meaning;
    match kind {
        Kind::Link { address, .. } => address.is_some(),
        Kind::Html { element } => matches!(element.meaning, Meaning::Link { .. }),
        _ => false,
    }
}

/// Without the line end that `<pre>` may begin with and the last one, and with one kind of line end.
fn lines_of_code(text: &str, is_html: bool) -> String {
    let text = if is_html { text.strip_prefix('\n').unwrap_or(text) } else { text };
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A paragraph that is nothing but an image is a figure, and the image's title is its caption.
pub(super) fn paragraph_or_figure(mut content: Vec<Inline>, origin: Origin) -> Block {
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
