//! The events of the Markdown parser, one by one.

use super::callouts::callout_kind;
use super::frame::{CodeBlock, Frame, HeadingAttributes, Kind, Table, TableCell};
use super::phrases;
use super::reader::Reader;
use crate::characters::clean;
use crate::diagnostic::Diagnostic;
use crate::model::{Alignment, Block, Inline};
use crate::source::Origin;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Tag};
use std::ops::Range;

impl Reader<'_> {
    pub(super) fn event(
        &mut self,
        event: Event<'_>,
        range: Range<usize>,
    ) -> Result<(), Diagnostic> {
        if !matches!(event, Event::Text(_)) {
            self.end_run();
        }
        match event {
            Event::Start(tag) => self.start(tag, range)?,
            Event::End(_) => self.end(range)?,
            Event::Text(text) => match self.top() {
                Kind::Code { code } => code.text.push_str(&text),
                _ => self.text(&text, range),
            },
            Event::Code(text) => {
                let origin = self.place.at(range);
                let text = clean(&text, origin, self.found);
                self.inline(Inline::Code { text, origin });
            }
            Event::Html(html) => match self.top() {
                Kind::HtmlBlock { text, lines } => {
                    lines.push((text.len(), range.start));
                    text.push_str(&html);
                }
                _ => self.inline_html(&html, &range)?,
            },
            Event::InlineHtml(html) => self.inline_html(&html, &range)?,
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
            Event::FootnoteReference(label) => {
                let origin = self.place.at(range);
                let label = self.label(&label);
                self.inline(Inline::FootnoteReference { label, origin });
            }
            Event::SoftBreak => {
                let origin = self.place.at(range);
                // Between them was a line of nothing but a vertical tab or form feed.
                if let Some(Inline::SoftBreak { .. } | Inline::LineBreak { .. }) =
                    self.frame().inlines.last()
                {
                    self.is_irregular = true;
                }
                self.inline(Inline::SoftBreak { origin });
            }
            Event::HardBreak => {
                let origin = self.place.at(range);
                // Markdown keeps spaces before a backslash; and where one stands alone on its line, the end
                // of the line before says no more.
                let inlines = &mut self.frame().inlines;
                phrases::trim_text_end(inlines);
                inlines.pop_if(|last| matches!(last, Inline::SoftBreak { .. }));
                self.inline(Inline::LineBreak { origin });
            }
            Event::Rule => {
                self.begin_block(&range)?;
                let origin = self.place.at(range);
                self.block(Block::ThematicBreak { origin });
            }
            Event::TaskListMarker(is_done) => {
                for frame in self.stack.iter_mut().rev() {
                    if let Kind::Item { done } = &mut frame.kind {
                        *done = Some(is_done);
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) -> Result<(), Diagnostic> {
        let kind = match tag {
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            Tag::Link { link_type, dest_url, title, .. } => {
                let origin = self.place.at(range.clone());
                let title = self.title(&title, origin);
                let address = if link_type == LinkType::Email && !dest_url.starts_with("mailto:") {
                    self.address(&format!("mailto:{dest_url}"), origin)
                } else {
                    self.address(&dest_url, origin)
                };
                Kind::Link { address, title }
            }
            Tag::Image { dest_url, title, .. } => {
                self.count_image()?;
                let origin = self.place.at(range.clone());
                let address = self.address(&dest_url, origin);
                Kind::Image { address, title: self.title(&title, origin) }
            }
            block => return self.start_block(block, range),
        };
        self.push(kind, range)
    }

    fn start_block(&mut self, tag: Tag<'_>, range: Range<usize>) -> Result<(), Diagnostic> {
        if matches!(tag, Tag::HtmlBlock) {
            self.end_run();
            return self.push(Kind::HtmlBlock { text: String::new(), lines: Vec::new() }, range);
        }
        self.begin_block(&range)?;
        self.is_irregular = false;
        self.open_quotes = 0;
        self.open_doubles = 0;
        let kind = match tag {
            Tag::Heading { level, id, classes, attrs } => {
                let is_bare = id.is_none() && classes.is_empty() && attrs.is_empty();
                let attributes = || heading_attributes(id.as_deref(), &classes, &attrs);
                Kind::Heading {
                    level: heading_level(level),
                    attributes: (!is_bare).then(|| Box::new(attributes())),
                }
            }
            Tag::BlockQuote(kind) => Kind::Quotation { callout: kind.map(callout_kind) },
            Tag::CodeBlock(kind) => {
                let origin = self.place.at(range.clone());
                let (language, attributes) = self.code_info(&kind, origin);
                Kind::Code {
                    code: Box::new(CodeBlock { language, attributes, ..CodeBlock::default() }),
                }
            }
            Tag::List(start) => Kind::List {
                start: start.map(|number| u32::try_from(number).unwrap_or(u32::MAX)),
                tight: true,
                items: Vec::new(),
            },
            Tag::Item => Kind::Item { done: None },
            Tag::FootnoteDefinition(label) => Kind::Footnote { label: self.label(&label) },
            Tag::DefinitionList => Kind::DefinitionList { items: Vec::new() },
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Definition,
            Tag::Table(columns) => {
                let columns = columns.into_iter().map(alignment).collect();
                Kind::Table { table: Box::new(Table { columns, ..Table::default() }) }
            }
            Tag::TableHead => Kind::Row { is_head: true, cells: Vec::new() },
            Tag::TableRow => Kind::Row { is_head: false, cells: Vec::new() },
            Tag::TableCell => Kind::Cell { cell: TableCell { span: 1, ..TableCell::default() } },
            // Of the others none is asked for, or they are phrases.
            _ => {
                self.loosen();
                Kind::Paragraph
            }
        };
        self.push(kind, range)
    }

    /// A point that has paragraphs makes its list a loose one.
    fn loosen(&mut self) {
        if let [.., Frame { kind: Kind::List { tight, .. }, .. }, item] = &mut self.stack[..]
            && matches!(item.kind, Kind::Item { .. })
        {
            *tight = false;
        }
    }

    /// The language of a code block, and what else stands on the line that opens it.
    fn code_info(
        &mut self,
        kind: &CodeBlockKind<'_>,
        origin: Origin,
    ) -> (Option<String>, Option<String>) {
        let CodeBlockKind::Fenced(info) = kind else { return (None, None) };
        // A character reference may stand for a line end, which no such line can have.
        let info = clean(&info.replace(['\n', '\r'], " "), origin, self.found);
        let info = info.trim();
        let end = info.find([' ', '\t', ',']).unwrap_or(info.len());
        let told = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (told(&info[..end]), told(info[end..].trim_start_matches([' ', '\t', ','])))
    }
}

fn heading_attributes(
    id: Option<&str>,
    classes: &[pulldown_cmark::CowStr<'_>],
    attributes: &[(pulldown_cmark::CowStr<'_>, Option<pulldown_cmark::CowStr<'_>>)],
) -> HeadingAttributes {
    let mut read = HeadingAttributes {
        id: id.and_then(|id| id.parse().ok()),
        classes: classes.iter().map(ToString::to_string).collect(),
        ..HeadingAttributes::default()
    };
    if let (Some(id), None) = (id, &read.id) {
        read.others.push(format!("#{id}"));
    }
    for (key, value) in attributes {
        let language = value.as_ref().and_then(|value| value.parse().ok());
        match (&**key, language) {
            ("lang", Some(language)) if read.language.is_none() => read.language = Some(language),
            _ => read.others.push(match value {
                Some(value) => format!("{key}={value}"),
                None => key.to_string(),
            }),
        }
    }
    read
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
