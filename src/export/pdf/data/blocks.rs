//! Blocks and sections in the form of the templates.

use super::make::{Maker, tongue};
use super::nodes::{Block, Definition, Entry, Item, Run};
use super::runs::has_content;
use super::{Picture, Way};
use crate::diagnostic::{Code, Diagnostic};
use crate::export::image::{Image, ImageKind};
use crate::export::pdf::advances::REGULAR;
use crate::export::pdf::glyphs::{BREAK, spoken, with_breaks};
use crate::export::pdf::leaflet::Leaflet;
use crate::model::{self, Address, Inline, Reading, ShowIn, inlines_text};
use crate::source::Origin;

/// Lists deeper than this leave no room for words on paper.
const DEEPEST_LIST: usize = 8;
/// What blocks inside one another may cost. The typesetter follows 64 levels of its own, of which
/// each kind of block takes as many as was measured; and some take so much of the page that soon no
/// room for words is left. What is too dear stands beside, not inside.
const BUDGET: usize = 50;
const QUOTATION: usize = 7;
const VIGNETTE: usize = 9;
pub(super) const BOX: usize = 8;
const DETAILS: usize = 6;
const GRID: usize = 5;
const LIST: usize = 3;
const DIVISION: usize = 2;
/// Words before a list or quotation are a line or two.
const ANNOUNCEMENT: usize = 3;
/// A box or story that takes less than this part of a page is not broken.
pub(super) const SHORT: usize = 2;
/// A bullet with the space around it, as a part of the size of type.
const BULLET: f64 = 2.0;
/// A caption of more lines may part from its picture.
const TALLEST_CAPTION: usize = 6;
/// A paragraph of fewer lines is kept on one page with its notes.
const SHORT_PARAGRAPH: usize = 12;

impl<'a> Maker<'a> {
    pub(super) fn blocks(&mut self, blocks: &'a [model::Block]) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(block, &mut out);
        }
        out
    }

    /// What stands inside another block, which costs so much.
    fn inside(
        &mut self,
        blocks: &'a [model::Block],
        cost: usize,
        out: &mut Vec<Block>,
        wrap: impl FnOnce(Vec<Block>) -> Block,
    ) {
        if self.depth + cost > BUDGET {
            out.extend(self.blocks(blocks));
            return;
        }
        self.depth += cost;
        let content = self.blocks(blocks);
        self.depth -= cost;
        if !content.is_empty() {
            out.push(wrap(content));
        }
    }

    fn block(&mut self, block: &'a model::Block, out: &mut Vec<Block>) {
        match block {
            model::Block::Paragraph { content, .. } => {
                self.flowing = self.may_flow();
                let runs = self.runs(content);
                self.flowing = false;
                if has_content(&runs) {
                    out.push(self.paragraph(content, runs));
                }
            }
            model::Block::Heading { content, .. } => {
                let runs = self.heading_runs(content);
                if has_content(&runs) {
                    out.push(Block::Caption { runs, id: None });
                }
            }
            model::Block::Quotation { content, .. } => {
                self.inside(content, QUOTATION, out, |content| Block::Quotation { content });
            }
            model::Block::Callout { callout, content, .. } => {
                let (look, title) = (callout.as_str(), Some(callout.title()));
                let ruler = self.ruler;
                self.inside(content, BOX, out, |content| {
                    let short = ruler.blocks(&content) * SHORT < ruler.page_length;
                    Block::Box { look, title, wide: false, short, content }
                });
            }
            model::Block::Vignette { nature, content, .. } => {
                let (label, ruler) = (nature.label(), self.ruler);
                let outer = self.depth == 0;
                self.inside(content, VIGNETTE, out, |content| {
                    let short = ruler.blocks(&content) * SHORT < ruler.page_length;
                    Block::Vignette { label, outer, short, content }
                });
            }
            model::Block::List { start, tight, items, origin } => {
                self.list(*start, *tight, items, *origin, out);
            }
            model::Block::DefinitionList { items, .. } => self.definitions(items, out),
            model::Block::Code { text, origin, .. } => {
                let text = self.glyphs.code(text.trim_end_matches('\n'), *origin);
                let lines = text.lines().map(|line| with_breaks(line, self.longest_word));
                let text = lines.collect::<Vec<_>>().join("\n");
                out.push(Block::Code { text });
            }
            model::Block::Table { columns, head, rows, caption, .. } => {
                self.table(columns, head, rows, caption, out);
            }
            model::Block::Figure { address, alt, caption, origin } => {
                let figure = self.figure(address, alt.as_deref(), caption, *origin);
                out.push(figure);
            }
            model::Block::Details { summary, content, .. } => {
                let summary = self.runs(summary);
                if self.depth + DETAILS > BUDGET {
                    out.push(Block::Caption { runs: summary, id: None });
                    out.extend(self.blocks(content));
                    return;
                }
                self.depth += DETAILS;
                let content = self.blocks(content);
                self.depth -= DETAILS;
                out.push(Block::Details { summary, content });
            }
            model::Block::Division { language, content, .. } => {
                let tongue = language.as_ref().map(tongue);
                match tongue {
                    Some(tongue) => {
                        self.inside(content, DIVISION, out, |content| Block::Division {
                            tongue,
                            content,
                        });
                    }
                    None => out.extend(self.blocks(content)),
                }
            }
            model::Block::ReadingList { start, entries, .. } => {
                let shown = entries.iter().filter(|entry| entry.show_in != ShowIn::Web);
                let entries: Vec<Entry> = shown.map(|entry| self.reading(entry)).collect();
                if !entries.is_empty() {
                    out.push(Block::Readings { start: *start, entries });
                }
            }
            model::Block::ThematicBreak { .. } => out.push(Block::Break),
            model::Block::Comment { .. } => {}
        }
    }

    fn paragraph(&self, content: &[Inline], runs: Vec<Run>) -> Block {
        let lines = self.ruler.runs(&runs);
        // The typesetter takes a last line to the next page for the sake of a note in it.
        let noted = runs.iter().any(|run| matches!(run, Run::Note { .. }));
        Block::Paragraph {
            runs,
            lines: None,
            justified: self.may_flow(),
            lead: false,
            announces: inlines_text(content).trim_end().ends_with(':') && lines <= ANNOUNCEMENT,
            whole: noted && lines < SHORT_PARAGRAPH,
        }
    }

    /// Whether paragraphs are justified here: not at the foot of the page, and not in lines that are shorter than a
    /// panel is wide, which would be full of holes.
    fn may_flow(&self) -> bool {
        let leaflet = self.material.leaflet;
        let is_too_narrow = leaflet == Leaflet::TriFold && self.depth > 0;
        self.material.justified && leaflet.may_be_justified() && !self.in_note && !is_too_narrow
    }

    fn list(
        &mut self,
        start: Option<u32>,
        tight: bool,
        items: &'a [model::ListItem],
        origin: Origin,
        out: &mut Vec<Block>,
    ) {
        let cost = if items.iter().any(|item| item.done.is_some()) { GRID } else { LIST };
        if self.list_depth >= DEEPEST_LIST || self.depth + cost > BUDGET {
            self.tell_depth(origin);
            for item in items {
                out.extend(self.blocks(&item.content));
            }
            return;
        }
        self.list_depth += 1;
        self.depth += cost;
        let mut made = Vec::new();
        self.items(items, &mut made);
        self.list_depth -= 1;
        self.depth -= cost;
        if !made.is_empty() {
            let outer = self.list_depth == 0;
            out.push(Block::List { start, tight, outer, items: made });
        }
    }

    /// The points of a list; at the deepest level also those of the lists inside, in their place.
    fn items(&mut self, items: &'a [model::ListItem], out: &mut Vec<Item>) {
        for item in items {
            let mut content = Vec::new();
            let mut done = item.done;
            let mut any = false;
            for block in &item.content {
                match block {
                    model::Block::List { items, origin, .. } if self.list_depth >= DEEPEST_LIST => {
                        self.tell_depth(*origin);
                        if !content.is_empty() || done.is_some() {
                            let content = std::mem::take(&mut content);
                            out.push(Item { done: done.take(), content });
                        }
                        any = true;
                        self.items(items, out);
                    }
                    block => self.block(block, &mut content),
                }
            }
            if !content.is_empty() || !any {
                out.push(Item { done, content });
            }
        }
    }

    fn tell_depth(&mut self, origin: Origin) {
        if !std::mem::replace(&mut self.told_depth, true) {
            let message = format!("a list stands more than {DEEPEST_LIST} levels deep");
            self.found.push(
                Diagnostic::new(Code::ListTooDeep, message)
                    .label(origin, "set at the level above")
                    .help("lift the inner points out, or give them a section of their own"),
            );
        }
    }

    fn definitions(&mut self, items: &'a [model::DefinitionItem], out: &mut Vec<Block>) {
        let fits = self.depth + GRID <= BUDGET;
        self.depth += if fits { GRID } else { 0 };
        let mut made = Vec::new();
        for item in items {
            let term = self.runs(&item.term);
            let mut content = Vec::new();
            for definition in &item.definitions {
                content.extend(self.blocks(definition));
            }
            if fits {
                made.push(Definition { term, content });
            } else {
                out.push(Block::Caption { runs: term, id: None });
                out.extend(content);
            }
        }
        self.depth -= if fits { GRID } else { 0 };
        if !made.is_empty() {
            out.push(Block::Definitions { items: made });
        }
    }

    fn figure(
        &mut self,
        address: &Address,
        alt: Option<&str>,
        caption: &'a [Inline],
        origin: Origin,
    ) -> Block {
        let caption = self.runs(caption);
        let alt = alt.map(spoken).filter(|alt| !alt.is_empty());
        if let Some(image) = self.material.images.get(address) {
            let short = self.ruler.runs(&caption) <= TALLEST_CAPTION;
            let number = self.figures;
            self.figures += 1;
            let scales = &self.material.arrangement.figures;
            let scale = scales.iter().find(|(known, _)| *known == number).map(|(_, scale)| *scale);
            return Block::Figure {
                short,
                number,
                scale,
                picture: self.picture(image, alt),
                caption,
            };
        }
        let alt = self.words(alt.as_deref().unwrap_or("An image"), origin);
        let way = self.way(address, origin);
        Block::Absent { alt, way, caption }
    }

    pub(super) fn picture(&mut self, image: &Image, alt: Option<String>) -> Picture {
        let (width, height) = (f64::from(image.width.max(1)), f64::from(image.height.max(1)));
        // Dots at 144 to the inch; a drawing stays sharp and may fill the line.
        let width_on_paper = match image.kind {
            ImageKind::Svg => 1000.0,
            _ => width * 25.4 / 144.0,
        };
        let format = image.kind.extension();
        let file = self.file(&image.bytes);
        Picture { file, format, width: width_on_paper, ratio: height / width, alt }
    }

    fn reading(&mut self, reading: &'a Reading) -> Entry {
        let runs = self.runs(&reading.content);
        let printed = inlines_text(&reading.content);
        let way = reading.address.as_ref().filter(|address| !printed.contains(address.for_print()));
        let way = way.filter(|address| !address.is_relative());
        Entry { runs, way: way.map(|address| self.way(address, reading.origin)) }
    }

    /// An address in print.
    pub(super) fn way(&mut self, address: &Address, origin: Origin) -> Way {
        let text = self.words(address.for_print(), origin);
        Way { text, whole: false, to: super::make::target(address) }
    }

    /// An address among words in small type, which goes to the next line rather than be parted.
    pub(super) fn way_among_words(&mut self, address: &Address, origin: Origin) -> Way {
        let column = self.material.leaflet.column();
        let advances = self.material.engine.advances(self.material.families.text(), REGULAR);
        let way = self.way(address, origin);
        let text = way.text.replace(BREAK, "");
        let width = advances.of_text(&text).map(|width| width * column.small);
        let whole = width.is_some_and(|width| width < column.width - BULLET * column.small);
        if whole { Way { text, whole, ..way } } else { way }
    }
}
