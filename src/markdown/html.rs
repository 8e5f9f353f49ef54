//! Raw HTML into blocks and phrases.

use super::Place;
use super::blocks::{Piece, Reader};
use super::frame::{Frame, Kind};
use super::html_tags::{self, Element, Meaning, Tag};
use crate::characters::clean;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Block, Inline};
use crate::source::Origin;
use std::ops::Range;

impl Reader<'_> {
    /// Raw HTML: a single tag in a line, or a block of it.
    pub(super) fn html(&mut self, html: &str, range: &Range<usize>) -> Result<(), Diagnostic> {
        let origin = self.place.at(range.clone());
        for tag in html_tags::read(html) {
            match tag {
                Tag::Open { element } => {
                    if element.meaning == Meaning::Dropped {
                        self.found.push(
                            Diagnostic::new(
                                Code::ScriptDropped,
                                format!("what is inside <{}> was dropped", element.name),
                            )
                            .label(origin, ""),
                        );
                    }
                    self.push(Kind::Html { element }, range.clone())?;
                }
                Tag::Close { name } => self.close_element(&name),
                Tag::LineBreak => self.inline(Inline::LineBreak { origin }),
                Tag::Rule if self.top().holds_blocks() => {
                    self.flush();
                    self.block(Block::ThematicBreak { origin });
                }
                Tag::Rule => self.inline(Inline::LineBreak { origin }),
                Tag::Image { src, alt, title } => match self.address(&src, origin) {
                    Some(address) => self.inline(Inline::Image { address, alt, title, origin }),
                    None => self.text(&alt.unwrap_or_default(), range.clone()),
                },
                Tag::Boundary => {
                    self.close_html();
                    if self.top().holds_blocks() {
                        self.flush();
                    } else if !self.frame().inlines.is_empty() {
                        self.inline(Inline::LineBreak { origin });
                    }
                }
                Tag::Text { text } => self.html_text(&text, range),
                Tag::Comment { text } => {
                    self.comment(&text, origin);
                }
                Tag::Unknown { name } => self.found.push(
                    Diagnostic::new(
                        Code::RawHtml,
                        format!(
                            "the element <{name}> has no place in an article; its text is kept"
                        ),
                    )
                    .label(origin, "")
                    .help("say it in Markdown, or remove the tag"),
                ),
            }
        }
        Ok(())
    }

    /// A comment stands before the block that it was met in; an empty one only keeps its neighbours apart.
    fn comment(&mut self, text: &str, origin: Origin) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let block = Block::Comment { text: clean(text, origin, self.found), origin };
        let holder = self.stack.iter_mut().rev().find(|frame| frame.kind.holds_blocks());
        match holder {
            Some(Frame { kind: Kind::Document, .. }) | None => {
                self.document.pieces.push(Piece::Block { block });
            }
            Some(frame) => frame.blocks.push(block),
        }
    }

    /// Text between tags: line ends and runs of spaces are one space.
    fn html_text(&mut self, text: &str, range: &Range<usize>) {
        let mut words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            if text.starts_with(|c: char| c.is_ascii_whitespace()) {
                words.insert(0, ' ');
            }
            if text.ends_with(|c: char| c.is_ascii_whitespace()) {
                words.push(' ');
            }
            self.text(&words, range.clone());
        } else if !text.is_empty() && !self.frame().inlines.is_empty() {
            self.text(" ", range.clone());
        }
    }

    /// Closes the innermost open element of this name, and those inside it.
    fn close_element(&mut self, name: &str) {
        let open =
            self.stack.iter().rev().take_while(|frame| matches!(frame.kind, Kind::Html { .. }));
        let depth = open.enumerate().find(
            |(_, frame)| matches!(&frame.kind, Kind::Html { element } if element.name == name),
        );
        if let Some((depth, _)) = depth {
            for _ in 0..=depth {
                self.close_one_html();
            }
        }
    }

    /// Closes elements that the author left open when the Markdown around them ends.
    pub(super) fn close_html(&mut self) {
        while matches!(self.top(), Kind::Html { .. }) {
            self.close_one_html();
        }
    }

    fn close_one_html(&mut self) {
        if let Some(Frame { kind: Kind::Html { element }, inlines, range, .. }) = self.pop() {
            self.element(element, inlines, range);
        }
    }

    pub(super) fn element(&mut self, element: Element, content: Vec<Inline>, range: Range<usize>) {
        let start = range.start;
        let origin = self.place.at(range);
        let end = content.last().map_or(origin.range().end, |last| last.origin().range().end);
        let origin = match self.place {
            Place::Source { .. } => {
                origin.with_range(self.place.at(start..start).range().start..end)
            }
            Place::Value { .. } => origin,
        };
        if let Meaning::Link { href, title } = element.meaning {
            let address = self.address(&href, origin);
            self.link(address, title, content, origin);
        } else if !content.is_empty() {
            let mut phrase = element.meaning.phrase(content, origin);
            self.frame().inlines.append(&mut phrase);
        }
    }
}
