//! Blocks and sections in the form of the templates.

use super::columns::characters;
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
const LISTS: &str = "a list stands more than 8 levels deep";
/// What blocks inside one another may cost. The typesetter follows 64 levels of its own, of which
/// each kind of block takes as many as was measured; and some take so much of the page that soon no
/// room for words is left. What is too dear stands beside, not inside.
const BUDGET: usize = 50;
const IN_SO_MANY: &str = "quotations, boxes or lists stand inside one another too deep";
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
/// What a list leaves less of a line, as a part of the size of type; as in `leaflet.typ` and `blocks.typ`.
const POINT: f64 = 1.3;
const NUMBER: f64 = 1.75;
const DIGIT: f64 = 0.53;
const CHECKBOX: f64 = 1.9;
/// In so many lists the next one is deep.
const DEEP: usize = 2;
/// How far such a list begins under the marks of the one around it.
const UNDER: f64 = 0.8;
/// The bar of a quotation and the space beside it; the same of a box at both its sides, and of a text of programs.
const BAR: f64 = 1.36;
pub(super) const FRAME: f64 = 2.6;
const CODE: f64 = 2.0;
/// A caption of more lines may part from its picture.
const TALLEST_CAPTION: usize = 6;
/// A paragraph of fewer lines is kept on one page with its notes.
const SHORT_PARAGRAPH: usize = 12;

impl<'a> Maker<'a> {
    pub(super) fn blocks(&mut self, blocks: &'a [model::Block]) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            if self.depth == 0 {
                self.told_depth = false;
            }
            self.block(block, &mut out);
        }
        out
    }

    /// What stands inside another block, which costs so much, and leaves so much less of a line.
    fn inside(
        &mut self,
        blocks: &'a [model::Block],
        (cost, inset): (usize, f64),
        origin: Origin,
        out: &mut Vec<Block>,
        wrap: impl FnOnce(Vec<Block>) -> Block,
    ) {
        if self.depth + cost > BUDGET {
            self.tell_depth(IN_SO_MANY, origin);
            out.extend(self.blocks(blocks));
            return;
        }
        self.depth += cost;
        self.inset += inset;
        let content = self.blocks(blocks);
        self.inset -= inset;
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
            model::Block::Quotation { content, origin, .. } => {
                self.inside(content, (QUOTATION, BAR), *origin, out, |content| Block::Quotation {
                    content,
                });
            }
            model::Block::Callout { callout, content, origin, .. } => {
                let (look, title) = (callout.as_str(), Some(callout.title()));
                let ruler = self.ruler;
                self.inside(content, (BOX, FRAME), *origin, out, |content| {
                    let short = ruler.blocks(&content) * SHORT < ruler.page_length;
                    Block::Box { look, title, wide: false, short, content }
                });
            }
            model::Block::Vignette { nature, content, origin, .. } => {
                let (label, ruler) = (nature.label(), self.ruler);
                let outer = self.depth == 0;
                self.inside(content, (VIGNETTE, 0.0), *origin, out, |content| {
                    let short = ruler.blocks(&content) * SHORT < ruler.page_length;
                    Block::Vignette { label, outer, short, content }
                });
            }
            model::Block::List { start, tight, items, origin } => {
                self.list(*start, *tight, items, *origin, out);
            }
            model::Block::DefinitionList { items, .. } => self.definitions(items, out),
            model::Block::Code { text, origin, .. } => {
                let text = text.trim_end_matches('\n');
                let mark = self.mark_lines(text, *origin);
                let text = self.glyphs.code(text, *origin);
                let longest = characters(self.measure() - CODE) * 9 / 10;
                let longest = longest.min(self.longest_word());
                let lines = text.lines().map(|line| with_breaks(line, longest));
                let text = lines.collect::<Vec<_>>().join("\n");
                out.push(Block::Code { text, mark });
            }
            model::Block::Table { columns, head, rows, caption, .. } => {
                self.table(columns, head, rows, caption, out);
            }
            model::Block::Figure { address, alt, caption, origin } => {
                let figure = self.figure(address, alt.as_deref(), caption, *origin);
                out.push(figure);
            }
            model::Block::Details { summary, content, origin, .. } => {
                let summary = self.runs(summary);
                if self.depth + DETAILS > BUDGET {
                    self.tell_depth(IN_SO_MANY, *origin);
                    out.push(Block::Caption { runs: summary, id: None });
                    out.extend(self.blocks(content));
                    return;
                }
                self.depth += DETAILS;
                self.inset += BAR;
                let content = self.blocks(content);
                self.inset -= BAR;
                self.depth -= DETAILS;
                out.push(Block::Details { summary, content });
            }
            model::Block::Division { language, content, origin, .. } => {
                let tongue = language.as_ref().map(tongue);
                match tongue {
                    Some(tongue) => {
                        self.inside(content, (DIVISION, 0.0), *origin, out, |content| {
                            Block::Division { tongue, content }
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
        let has_boxes = items.iter().any(|item| item.done.is_some());
        let cost = if has_boxes { GRID } else { LIST };
        if self.list_depth >= DEEPEST_LIST || self.depth + cost > BUDGET {
            let is_list = self.list_depth >= DEEPEST_LIST;
            self.tell_depth(if is_list { LISTS } else { IN_SO_MANY }, origin);
            for item in items {
                out.extend(self.blocks(&item.content));
            }
            return;
        }
        // On a panel eight levels of numbers would leave no room for words.
        let deep = self.list_depth >= DEEP && self.material.leaflet == Leaflet::TriFold;
        let inset = match start {
            _ if has_boxes => CHECKBOX,
            Some(start) => {
                let last = u64::from(start) + u64::try_from(items.len()).unwrap_or(u64::MAX);
                NUMBER + DIGIT * f64::from(last.saturating_sub(1).max(1).ilog10())
            }
            None => POINT,
        };
        let inset = if deep { inset - UNDER } else { inset };
        self.list_depth += 1;
        self.depth += cost;
        self.inset += inset;
        let mut made = Vec::new();
        self.items(items, &mut made);
        self.list_depth -= 1;
        self.depth -= cost;
        self.inset -= inset;
        if !made.is_empty() {
            let outer = self.list_depth == 0;
            out.push(Block::List { start, tight, outer, deep, items: made });
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
                        self.tell_depth(LISTS, *origin);
                        if !content.is_empty() || done.is_some() {
                            let content = std::mem::take(&mut content);
                            out.push(Item {
                                node: None,
                                done: done.take(),
                                ends_page: false,
                                content,
                            });
                        }
                        any = true;
                        self.items(items, out);
                    }
                    block => self.block(block, &mut content),
                }
            }
            if !content.is_empty() || !any {
                out.push(Item { node: None, done, ends_page: false, content });
            }
        }
    }

    /// Tells it once for all that stands inside one block.
    fn tell_depth(&mut self, message: &'static str, origin: Origin) {
        if !std::mem::replace(&mut self.told_depth, true) {
            self.found.push(
                Diagnostic::new(Code::ListTooDeep, message)
                    .label(origin, "set at the level above")
                    .help("lift what is inside out, or give it a section of its own"),
            );
        }
    }

    fn definitions(&mut self, items: &'a [model::DefinitionItem], out: &mut Vec<Block>) {
        let fits = self.depth + GRID <= BUDGET;
        self.depth += if fits { GRID } else { 0 };
        self.inset += BAR;
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
        self.inset -= BAR;
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
            let mark = self.mark(origin);
            return Block::Figure {
                mark,
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
        let way = way.map(|address| self.way(address, reading.origin));
        Entry { node: None, ends_page: false, runs, way }
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
