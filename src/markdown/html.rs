//! Raw HTML into blocks and phrases.

use super::frame::{Frame, Kind};
use super::html_tags::{self, Element, Meaning, TagKind};
use super::reader::Reader;
use crate::characters::clean;
use crate::diagnostic::Diagnostic;
use crate::model::{Address, Block, Inline, Suppressions};
use crate::source::Origin;
use std::ops::Range;

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
