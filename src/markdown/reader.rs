//! A text into blocks and phrases: what is open while it is read, and what holds what.

use super::Place;
use super::addresses::Places;
use super::document::{Document, Part};
use super::fences::Fences;
use super::frame::{Frame, HeadingAttributes, Kind};
use super::limits::{self, Limits};
use super::quotes::Quotes;
use super::text::Run;
use super::verbatim;
use crate::characters::all_allowed;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Anchor, Anchors, Block, Inline, Language, MAX_NESTING};
use crate::source::Origin;
use memchr::{memchr, memchr_iter};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeMap;
use std::ops::Range;

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
    pub(super) labels: BTreeMap<String, Anchor>,
    pub(super) taken_labels: Anchors,
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
    pub(super) fn begin_block(&mut self, range: &Range<usize>) -> Result<(), Diagnostic> {
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
