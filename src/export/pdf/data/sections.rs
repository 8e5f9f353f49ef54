//! The text: lead, sections, and who wrote it.

use super::Line;
use super::blocks::{BOX, FRAME, SHORT};
use super::extent::Ruler;
use super::make::Maker;
use super::nodes::{Block, Point, Run};
use crate::model::{self, Author, Section, SectionRole};
use crate::registers::{RegisterLine, Wording};

/// PDF/A-2 knows six levels of headings.
const DEEPEST_HEADING: usize = 6;
/// A heading of more lines is none.
const LONGEST_HEADING: usize = 30;

impl<'a> Maker<'a> {
    /// What stands before the sections; its first paragraphs lead in.
    pub(super) fn lead(&mut self, blocks: &'a [model::Block]) -> Vec<Block> {
        let mut made = self.blocks(blocks);
        // An article without sections is all lead, and is not all set larger.
        if !self.material.article.sections.is_empty() {
            for block in &mut made {
                let Block::Paragraph { lead, .. } = block else { break };
                *lead = true;
            }
        }
        together(made)
    }

    /// A section with those inside it, one under the other.
    pub(super) fn section(&mut self, section: &'a Section, level: usize, out: &mut Vec<Block>) {
        let boxed = match section.role {
            SectionRole::UrgentHelp => Some("urgent-help"),
            SectionRole::Summary => Some("summary"),
            _ => None,
        };
        let mut made = Vec::new();
        let wide = self.depth == 0;
        let (cost, inset) = if boxed.is_some() { (BOX, FRAME) } else { (0, 0.0) };
        self.depth += cost;
        self.inset += inset;
        let runs = self.heading_runs(&section.heading);
        // Sections under a heading without words move up, so that no level is skipped.
        let inner = if runs.is_empty() || self.ruler.runs(&runs) > LONGEST_HEADING {
            level
        } else {
            level + 1
        };
        let id = self.ids.take(&section.id).map(ToString::to_string);
        if self.ruler.runs(&runs) > LONGEST_HEADING {
            // Bookmarks have a limit, and nobody wants to meet one of that length.
            made.push(Block::Caption { runs, id });
        } else if !runs.is_empty() {
            let level = level.min(DEEPEST_HEADING);
            made.push(Block::Heading { level, id, runs });
        }
        made.extend(self.blocks(&section.content));
        for section in &section.sections {
            self.section(section, inner, &mut made);
        }
        self.depth -= cost;
        self.inset -= inset;
        match boxed {
            Some(look) if !made.is_empty() => {
                let short = self.ruler.blocks(&made) * SHORT < self.ruler.page_length;
                out.push(Block::Box { look, title: None, wide, short, content: together(made) });
            }
            _ => out.extend(made),
        }
    }

    /// The sections, and who wrote them where no section says so.
    pub(super) fn body(&mut self) -> Vec<Block> {
        let article = self.material.article;
        let wording = Wording::new(self.material.registers);
        let mut body = Vec::new();
        let about =
            article.sections.iter().rposition(|one| one.role == SectionRole::AboutTheAuthor);
        for (at, section) in article.sections.iter().enumerate() {
            if about != Some(at) {
                self.section(section, 1, &mut body);
                continue;
            }
            // The section tells it in prose; the registers are what a leaflet must carry besides.
            let mut made = Vec::new();
            self.section(section, 1, &mut made);
            for author in &article.authors {
                self.registers(author, wording.register_lines(author), &mut made);
            }
            self.push_portrait(made, &mut body);
        }
        if about.is_none() {
            self.about(&mut body);
        }
        self.left_over(&mut body);
        together(body)
    }

    fn about(&mut self, out: &mut Vec<Block>) {
        let article = self.material.article;
        let wording = Wording::new(self.material.registers);
        let known = article
            .authors
            .iter()
            .filter(|author| !author.biography.is_empty() || !wording.lines(author).is_empty());
        let known: Vec<&Author> = known.collect();
        let heading = if known.len() == 1 { "About the author" } else { "About the authors" };
        for (at, author) in known.iter().enumerate() {
            let mut made = Vec::new();
            if at == 0 {
                let runs = vec![Run::plain(heading.to_owned())];
                made.push(Block::Heading { level: 1, id: None, runs });
            }
            if known.len() > 1 || author.biography.is_empty() {
                let runs = vec![Run::plain(self.words(&author.name, author.origin))];
                made.push(Block::Heading { level: 2, id: None, runs });
            }
            made.extend(self.blocks(&author.biography));
            self.registers(author, wording.lines(author), &mut made);
            self.push_portrait(made, out);
        }
    }

    /// Notes that nothing refers to, so that none is lost.
    fn left_over(&mut self, out: &mut Vec<Block>) {
        let mut runs = vec![Run::plain("Further notes".to_owned())];
        for note in &self.material.article.footnotes {
            if !self.seen_notes.contains_key(&note.label) {
                runs.extend(self.note(&note.label));
            }
        }
        if runs.len() > 1 {
            let justified = false;
            out.push(Block::Paragraph {
                runs,
                lines: None,
                justified,
                lead: false,
                announces: false,
                whole: false,
            });
        }
    }

    fn registers(&mut self, author: &Author, lines: Vec<RegisterLine>, out: &mut Vec<Block>) {
        let mut made = Vec::with_capacity(lines.len());
        for line in lines {
            let address = line.address.filter(|address| !address.is_relative());
            let way = address.map(|address| self.way_among_words(&address, author.origin));
            let text = if way.is_some() {
                self.words(&line.text, author.origin)
            } else {
                self.sentence(&line.text, author.origin)
            };
            made.push(Line { text, way });
        }
        if !made.is_empty() {
            out.push(Block::Registers { lines: made });
        }
    }

    /// Who somebody is stands on one page, where it is short enough for that.
    fn push_portrait(&self, made: Vec<Block>, out: &mut Vec<Block>) {
        if self.ruler.blocks(&made) * 10 < self.ruler.page_length * 9 && !made.is_empty() {
            out.push(Block::Together { leads: false, content: made });
        } else {
            out.extend(made);
        }
    }
}

/// Puts paragraphs that stay on one page together with what announces them: left to itself,
/// the typesetter parts a heading from a paragraph that moves on for the sake of a note.
pub(super) fn together(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if !matches!(block, Block::Paragraph { whole: true, .. }) {
            out.push(block);
            continue;
        }
        let before = out.iter().rposition(|block| !announces(block)).map_or(0, |at| at + 1);
        let mut content = out.split_off(before);
        content.push(block);
        out.push(Block::Together { leads: false, content });
    }
    out
}

/// Ends the page before the last two points, or the last of two.
fn end_page<T: Point>(points: &mut [T]) {
    if let [.., before, _, _] | [before, _] = points {
        before.end_page();
    }
}

impl Ruler {
    /// Takes the last block to the page of what stands under the text, or of a list or table that is longer the last two
    /// points or rows.
    pub(super) fn carry_to_end(self, blocks: &mut Vec<Block>, lines: usize) {
        let Some(mut last) = blocks.pop() else { return };
        let high = self.blocks(std::slice::from_ref(&last));
        let goes_whole = match &mut last {
            Block::Paragraph { .. } | Block::Together { .. } | Block::Break | Block::Turn => false,
            Block::List { .. } | Block::Readings { .. } | Block::Table { .. }
                if high * 3 < self.page_length =>
            {
                true
            }
            Block::List { items, .. } => {
                end_page(items);
                false
            }
            Block::Readings { entries, .. } => {
                end_page(entries);
                false
            }
            Block::Table { rows, ends_page, .. } => {
                *ends_page = rows.len().checked_sub(3);
                false
            }
            _ => self.has_room_over_end(high, lines),
        };
        blocks.push(if goes_whole {
            Block::Together { leads: true, content: vec![last] }
        } else {
            last
        });
    }

    /// Lines are counted high here, and most blocks have small type in them.
    const fn has_room_over_end(self, high: usize, lines: usize) -> bool {
        (high + lines) * 3 < self.page_length * 4
    }

    /// Keeps the last block on the page of what stands under the text, which takes so many lines and looks lost on a
    /// page of its own. What is too high for that page is kept there with its own last block only.
    pub(super) fn lead_to_end(self, blocks: &mut Vec<Block>, lines: usize) {
        match blocks.last_mut() {
            Some(Block::Paragraph { announces, .. }) => *announces = true,
            Some(Block::Together { leads, content }) => {
                if self.has_room_over_end(self.blocks(content), lines) {
                    *leads = true;
                    return;
                }
                let mut content = std::mem::take(content);
                let last = content.split_off(content.len().saturating_sub(1));
                blocks.pop();
                blocks.extend(content);
                blocks.push(Block::Together { leads: true, content: last });
            }
            Some(Block::Registers { .. }) => {
                let content = blocks.pop().into_iter().collect();
                blocks.push(Block::Together { leads: true, content });
            }
            _ => {}
        }
    }
}

pub(super) const fn announces(block: &Block) -> bool {
    matches!(
        block,
        Block::Heading { .. } | Block::Caption { .. } | Block::Paragraph { announces: true, .. }
    )
}
