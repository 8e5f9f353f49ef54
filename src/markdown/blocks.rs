//! The events of the Markdown parser into blocks and phrases.

use super::Place;
use super::addresses::Places;
use super::callouts::callout_kind;
use super::fences::Fences;
use super::frame::{CodeBlock, Frame, HeadingAttributes, Kind, Table, TableCell};
use super::limits::{self, Limits};
use super::phrases;
use super::quotes::Quotes;
use super::text::Run;
use super::verbatim;
use crate::characters::{all_allowed, clean, one_line};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Address, Alignment, Anchor, Anchors, Block, Footnote, Inline, Language, MAX_NESTING,
};
use crate::source::Origin;
use memchr::{memchr, memchr_iter};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag};
use std::collections::BTreeMap;
use std::ops::Range;

/// A heading at the top level of a text, with the blocks up to the next.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) level: u8,
    pub(super) attributes: Option<Box<HeadingAttributes>>,
    pub(super) heading: Vec<Inline>,
    pub(super) blocks: Vec<Block>,
    /// Of the heading.
    pub(super) origin: Origin,
}

/// A text, before it is put into sections.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// What stands before the first heading.
    pub(super) lead: Vec<Block>,
    pub(super) parts: Vec<Part>,
    /// In the order of the text.
    pub(super) footnotes: Vec<Footnote>,
    /// Whether a comment speaks of suppression.
    pub(super) suppresses: bool,
    /// Whether an empty comment stands before everything else: what follows is no byline.
    pub(super) separated: bool,
}

impl Document {
    /// The blocks behind the last heading.
    fn last_blocks(&mut self) -> &mut Vec<Block> {
        self.parts.last_mut().map_or(&mut self.lead, |part| &mut part.blocks)
    }

    /// Whether nothing but headings and comments has been met yet, these blocks behind the last heading among them.
    pub(super) fn has_no_text(&self, last: &[Block]) -> bool {
        let parts = self.parts.iter().flat_map(|part| &part.blocks);
        self.lead.iter().chain(parts).chain(last).all(is_comment)
    }
}

pub(super) const fn is_comment(block: &Block) -> bool {
    matches!(block, Block::Comment { .. })
}

/// How a text is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings<'s> {
    pub(super) limits: Limits,
    /// Whether straight quotation marks and hyphens become those of the language.
    pub(super) smart_punctuation: bool,
    pub(super) language: &'s Language,
}

/// Reads a text.
///
/// # Errors
///
/// A limit is passed.
pub(super) fn read(
    text: &str,
    place: Place,
    settings: Settings<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<Document, Diagnostic> {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    options.set(Options::ENABLE_SMART_PUNCTUATION, settings.smart_punctuation);
    let mut reader = Reader::new(text, place, settings, found);
    let fences = Fences::of(text);
    let mut open_fences = 0;
    let masked = fences.as_ref().map_or(text, |fences| &fences.masked);
    let events = Parser::new_ext(masked, options).into_offset_iter();
    let mut definitions: BTreeMap<String, Range<usize>> = events
        .reference_definitions()
        .iter()
        .map(|(name, definition)| (name.to_lowercase(), definition.span.clone()))
        .collect();
    for (mut event, range) in events {
        if let Some(fences) = &fences {
            if matches!(event, Event::Text(_)) && !matches!(reader.top(), Kind::Code { .. }) {
                reader.found.extend(fences.tell(text, range.start, &mut open_fences, place));
            }
            event = fences.restored(event, &range);
        }
        if !definitions.is_empty()
            && let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event
        {
            definitions.remove(&id.to_lowercase());
        }
        let start = range.start;
        reader.event(event, range).map_err(|told| told.or_label(place.at(start..start)))?;
    }
    reader.tell_unused(definitions);
    reader.close_phrases();
    while reader.stack.len() > 1 {
        reader.close_top(text.len());
    }
    reader.flush();
    reader.end_part();
    Ok(reader.document)
}

#[derive(Default)]
struct Counts {
    nested_blocks: usize,
    nested_phrases: usize,
    blocks: usize,
    images: usize,
}

pub(super) struct Reader<'r> {
    pub(super) source: &'r str,
    pub(super) place: Place,
    pub(super) settings: Settings<'r>,
    pub(super) quotes: Quotes,
    pub(super) found: &'r mut Vec<Diagnostic>,
    /// Never empty: the document is at the bottom.
    pub(super) stack: Vec<Frame>,
    pub(super) document: Document,
    counts: Counts,
    pub(super) run: Run,
    pub(super) addresses: Places,
    /// Whether every character of the text may be in an article, so that none has to be looked at again.
    pub(super) is_clean: bool,
    /// Whether something in this block may have put spaces where Markdown puts none.
    pub(super) is_irregular: bool,
    /// How many open phrases take bare addresses literally, and how many everything.
    pub(super) literals: usize,
    pub(super) verbatim: usize,
    /// What other tools read as computer text.
    pub(super) templates: Vec<Range<usize>>,
    /// Single quotation marks that wait for their closing one.
    pub(super) open_quotes: usize,
    /// The same of double ones.
    pub(super) open_doubles: usize,
    /// Vectors that were emptied, with the room that they have.
    spare_inlines: Vec<Vec<Inline>>,
    spare_blocks: Vec<Vec<Block>>,
    /// Where the latest cell of a table ended.
    pub(super) last_cell: usize,
    /// The label of each footnote, by what was written.
    labels: BTreeMap<String, Anchor>,
    taken_labels: Anchors,
}

impl<'r> Reader<'r> {
    fn new(
        source: &'r str,
        place: Place,
        settings: Settings<'r>,
        found: &'r mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            source,
            place,
            settings,
            quotes: Quotes::of(settings.language),
            found,
            stack: vec![Frame::new(Kind::Document, 0..source.len())],
            document: Document::default(),
            counts: Counts::default(),
            run: Run::default(),
            addresses: Places::of(source),
            is_clean: all_allowed(source) && !has_odd_space(source),
            is_irregular: false,
            literals: 0,
            verbatim: 0,
            templates: verbatim::ranges(source),
            open_quotes: 0,
            open_doubles: 0,
            spare_inlines: Vec::new(),
            spare_blocks: Vec::new(),
            last_cell: 0,
            labels: BTreeMap::new(),
            taken_labels: Anchors::default(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Diagnostic> {
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

    fn push(&mut self, kind: Kind, range: Range<usize>) -> Result<(), Diagnostic> {
        let depth = if kind.nests() {
            Some(&mut self.counts.nested_blocks)
        } else if kind.is_phrase() {
            Some(&mut self.counts.nested_phrases)
        } else {
            None
        };
        if let Some(depth) = depth {
            *depth += 1;
            if *depth > MAX_NESTING {
                return Err(Diagnostic::new(
                    Code::NestingTooDeep,
                    format!("this stands inside more than {MAX_NESTING} others"),
                )
                .label(self.place.at(range), "too deep")
                .help("lift the inner parts out; this limit is the same for every article"));
            }
        }
        self.count_literal(&kind, 1);
        let mut frame = Frame::new(kind, range);
        frame.inlines = self.spare_inlines.pop().unwrap_or_default();
        frame.blocks = self.spare_blocks.pop().unwrap_or_default();
        self.stack.push(frame);
        Ok(())
    }

    /// Whether phrases are as deep inside one another as they may be.
    pub(super) const fn has_deepest_phrase(&self) -> bool {
        self.counts.nested_phrases == MAX_NESTING
    }

    /// Opens what an HTML element stands for.
    pub(super) fn push_tag(
        &mut self,
        tag: &'static str,
        kind: Kind,
        range: Range<usize>,
    ) -> Result<(), Diagnostic> {
        self.push(kind, range)?;
        self.frame().tag = Some(tag);
        Ok(())
    }

    pub(super) fn pop(&mut self) -> Option<Frame> {
        let mut frame = if self.stack.len() > 1 { self.stack.pop() } else { None }?;
        // What goes into the article has the room that it needs and no more; the rest is used again.
        if frame.inlines.capacity() > 0 {
            let inlines = moved(&mut frame.inlines);
            self.spare_inlines.push(std::mem::replace(&mut frame.inlines, inlines));
        }
        if frame.blocks.capacity() > 0 {
            let blocks = moved(&mut frame.blocks);
            self.spare_blocks.push(std::mem::replace(&mut frame.blocks, blocks));
        }
        if frame.kind.nests() {
            self.counts.nested_blocks -= 1;
        } else if frame.kind.is_phrase() {
            self.counts.nested_phrases -= 1;
        }
        self.count_literal(&frame.kind, -1);
        Some(frame)
    }

    /// Before a block: phrases that stand loose make a paragraph.
    fn begin_block(&mut self, range: &Range<usize>) -> Result<(), Diagnostic> {
        self.close_phrases();
        self.ensure_holder(range)?;
        self.flush();
        self.count_block()
    }

    pub(super) fn count_block(&mut self) -> Result<(), Diagnostic> {
        self.counts.blocks += 1;
        limits::check("blocks", self.counts.blocks, self.settings.limits.blocks)
    }

    pub(super) fn count_image(&mut self) -> Result<(), Diagnostic> {
        self.counts.images += 1;
        limits::check("images", self.counts.images, self.settings.limits.images)
    }

    /// Whether a heading here opens a section.
    pub(super) fn is_at_top(&self) -> bool {
        self.stack
            .iter()
            .all(|frame| matches!(frame.kind, Kind::Document | Kind::Transparent { .. }))
    }

    pub(super) fn block(&mut self, block: Block) {
        let is_holder = |frame: &Frame| !matches!(frame.kind, Kind::Transparent { .. });
        let holder = self.stack.iter().rposition(is_holder).unwrap_or_default();
        match block {
            // It opens a section, though it may have come out of an element that held it at first.
            Block::Heading { level, content, origin } if holder == 0 => {
                self.part(level, None, content, origin);
            }
            block => self.stack[holder].blocks.push(block),
        }
    }

    /// A heading at the top level.
    pub(super) fn part(
        &mut self,
        level: u8,
        attributes: Option<Box<HeadingAttributes>>,
        heading: Vec<Inline>,
        origin: Origin,
    ) {
        self.end_part();
        self.document.parts.push(Part { level, attributes, heading, blocks: Vec::new(), origin });
    }

    fn end_part(&mut self) {
        *self.document.last_blocks() = moved(&mut self.stack[0].blocks);
    }

    pub(super) fn inline(&mut self, inline: Inline) {
        self.frame().inlines.push(inline);
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

    fn title(&mut self, title: &str, origin: Origin) -> Option<String> {
        let words = one_line(title);
        (!words.is_empty()).then(|| clean(&words, origin, self.found))
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
                let cause = clean(&cause.to_string(), origin, &mut Vec::new());
                self.found.push(
                    Diagnostic::new(Code::UnsafeAddress, cause)
                        .label(origin, "the words stay, the address is dropped"),
                );
                None
            }
        }
    }

    /// The label of a footnote: letters, digits, `-`, `_` and `.`, and the same however it is written.
    fn label(&mut self, written: &str) -> Anchor {
        let folded = one_line(written).to_lowercase();
        if let Some(known) = self.labels.get(&folded) {
            return known.clone();
        }
        let is_plain =
            written.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        let plain = if is_plain { written.parse().ok() } else { None };
        let label: Anchor = plain.unwrap_or_else(|| Anchor::slug(written));
        let label = self.taken_labels.take(label);
        self.labels.insert(folded, label.clone());
        label
    }

    fn tell_unused(&mut self, definitions: BTreeMap<String, Range<usize>>) {
        for (name, span) in definitions {
            let name = clean(&name, Origin::default(), &mut Vec::new());
            self.found.push(
                Diagnostic::new(
                    Code::UnusedDefinition,
                    format!(
                        "nothing refers to the address `[{name}]: …`, so it is not in the article"
                    ),
                )
                .label(self.place.at(span), "dropped")
                .help(format!("write `[{name}]` where it belongs, or remove the line")),
            );
        }
    }
}

/// What a vector holds, in another that has no room for more.
pub(super) fn moved<T>(from: &mut Vec<T>) -> Vec<T> {
    let mut to = Vec::with_capacity(from.len());
    to.append(from);
    to
}

/// Whether there is a tab, or a carriage return that ends no line: in the text they are spaces.
fn has_odd_space(source: &str) -> bool {
    let bytes = source.as_bytes();
    let is_lone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    memchr(b'\t', bytes).is_some() || memchr_iter(b'\r', bytes).any(is_lone)
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
