//! Where the lines of running text end, so that they are as even as can be.
//!
//! The typesetter can do that too, and does it wherever these rules end: it weighs the same lines by the same
//! costs (`linebreak.rs` of typst-layout), but builds and measures each of them, which took a fifth of the
//! time of a leaflet. Here the widths of characters are added up. What was decided stands in the text as line ends.

use super::super::advances::{Advances, Cut};
use super::super::face::Families;
use super::super::leaflet::POINTS;
use super::super::world::Engine;
use super::make::Material;
use super::nodes::{Block, Item, Run, Style};
use std::sync::Arc;

/// Where a line ends, in the text of a run.
pub(super) const TURN: char = '\n';

/// What a line is stretched by at most without pain, as a part of its spaces.
const STRETCH: f64 = 0.5;
/// The worst that is told apart.
const WORST: f64 = 10.0;
/// A word alone on the last line.
const RUNT: f64 = 300.0;
/// Hyphens at the end of two lines, one under the other.
const DASHES: f64 = 135.0;
/// How much too wide a line may be by a reckoning of some hundred sums.
const ROUNDING: f64 = 1e-9;

/// What is known of the lines of a leaflet.
pub(super) struct Lines<'a> {
    engine: &'a Engine,
    families: &'a Families,
    italics: bool,
    /// Regular, bold, italic, both; made where they are asked for.
    cuts: [Option<Arc<Advances>>; 4],
    width: f64,
    size: f64,
    lead: f64,
}

impl<'a> Lines<'a> {
    /// None where faces or letters are not known well enough.
    pub(super) fn of(material: &Material<'a>) -> Option<Self> {
        let is_rtl = material.article.metadata.language.is_right_to_left();
        if is_rtl || !material.families.is_ours() {
            return None;
        }
        let column = material.leaflet.column();
        let size = material.arrangement.size(material.leaflet);
        Some(Self {
            engine: material.engine,
            families: material.families,
            italics: material.leaflet.has_italics(),
            cuts: [const { None }; 4],
            width: column.width,
            size,
            lead: column.lead * size / column.size,
        })
    }

    /// Ends the lines of all paragraphs that stand in the column itself, or not deep in it.
    pub(super) fn end(&mut self, blocks: &mut [Block]) {
        self.blocks(blocks, self.width);
    }

    fn blocks(&mut self, blocks: &mut [Block], width: f64) {
        for block in blocks {
            match block {
                Block::Paragraph { runs, lines, justified: false, lead, .. } => {
                    let size = if *lead { self.lead } else { self.size };
                    let Some(ends) = self.ends(runs, size, width) else { continue };
                    turn(runs, &ends);
                    *lines = Some(whole(runs));
                }
                Block::Together { content, .. } => self.blocks(content, width),
                Block::Quotation { content } => {
                    // Its bar, and the space beside it.
                    let bar = 5.5 * POINTS * self.size / 11.5;
                    self.blocks(content, width - bar);
                }
                Block::List { start: None, items, outer: true, .. } => {
                    if let Some(width) = self.beside_bullets(items, width) {
                        for item in items {
                            self.blocks(&mut item.content, width);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// What bullets leave of a line.
    fn beside_bullets(&mut self, items: &[Item], width: f64) -> Option<f64> {
        let bullet = self.cut(&Style::default()).of_char('•')?;
        let is_plain = items.iter().all(|item| item.done.is_none());
        is_plain.then_some(width - (0.2 + bullet + 0.7) * self.size)
    }

    fn cut(&mut self, style: &Style) -> Arc<Advances> {
        let bold = style.strong || style.emphasis && !self.italics;
        let italic = style.emphasis && self.italics;
        let cut = Cut { weight: if bold { 700 } else { 400 }, italic };
        let at = usize::from(bold) + 2 * usize::from(italic);
        let (engine, families) = (self.engine, self.families);
        let made = || engine.advances(families.text(), cut);
        Arc::clone(self.cuts[at].get_or_insert_with(made))
    }

    /// Where lines end, or none where that is left to the typesetter.
    fn ends(&mut self, runs: &[Run], size: f64, width: f64) -> Option<Vec<Place>> {
        let mut words = Words::default();
        let mut leaf = 0;
        self.read(runs, &mut leaf, &mut words)?;
        words.finish();
        Some(words.divided(size, width)?.collect())
    }

    fn read(&mut self, runs: &[Run], leaf: &mut usize, words: &mut Words) -> Option<()> {
        for run in runs {
            match run {
                Run::Text { text, style } => {
                    let plain = !(style.raised || style.lowered || style.key || style.code);
                    if !plain || text.contains("://") || text.contains("www.") {
                        return None;
                    }
                    let advances = self.cut(style);
                    let (mut last, mut joined) = (None, 0);
                    for (at, c) in text.char_indices() {
                        if let Some(last) = last {
                            words.kern(advances.between(last, c));
                        }
                        words.push(c, advances.of_char(c)?, Place { leaf: *leaf, at })?;
                        last = Some(c);
                        if at >= joined
                            && let Some((length, wider)) = advances.ligature(&text[at..])
                        {
                            words.kern(wider);
                            joined = at + length;
                        }
                    }
                    *leaf += 1;
                }
                Run::Link { runs, .. } | Run::Inside { runs, .. } => {
                    self.read(runs, leaf, words)?;
                }
                Run::Mark { .. } => {}
                Run::Break | Run::Note { .. } | Run::Image { .. } => return None,
            }
        }
        Some(())
    }
}

/// A place in the texts of runs, which are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    leaf: usize,
    at: usize,
}

/// What is never parted, and the space behind it; as parts of the size.
#[derive(Default)]
struct Word {
    width: f64,
    /// Spaces inside that bind, which can be stretched as others can.
    bound: f64,
    bound_count: f64,
    space: f64,
    dash: bool,
    /// Where the next one begins.
    next: Option<Place>,
}

#[derive(Default)]
struct Words {
    all: Vec<Word>,
    word: Word,
    last: Option<char>,
    before_last: Option<char>,
}

impl Words {
    /// Widens what was pushed last.
    fn kern(&mut self, by: f64) {
        let word = &mut self.word;
        if self.last == Some(' ') { word.space += by } else { word.width += by }
    }

    /// None where a line might end by other rules than these.
    fn push(&mut self, c: char, width: f64, place: Place) -> Option<()> {
        let is_known = c.is_alphanumeric() || is_mark(c);
        if !is_known {
            return None;
        }
        let (last, before) = (self.last.unwrap_or(' '), self.before_last.unwrap_or(' '));
        let after_dash =
            matches!(last, '-' | '–' | '—') && before.is_alphanumeric() && c.is_alphabetic();
        if last == ' ' && may_end(before) && may_begin(c) || after_dash {
            self.word.next = Some(place);
            self.word.dash = after_dash;
            self.all.push(std::mem::take(&mut self.word));
        }
        let word = &mut self.word;
        match c {
            ' ' => word.space += width,
            '\u{a0}' => {
                word.bound += width;
                word.bound_count += 1.0;
            }
            _ => {
                // The space was none to end a line at.
                let space = std::mem::take(&mut word.space);
                word.width += width + space;
            }
        }
        (self.before_last, self.last) = (self.last, Some(c));
        Some(())
    }

    fn finish(&mut self) {
        self.all.push(std::mem::take(&mut self.word));
    }

    /// Where the lines begin after the first, so that all cost as little as can be; none where a word is too wide.
    fn divided(&self, size: f64, width: f64) -> Option<impl Iterator<Item = Place>> {
        let room = width / size;
        let half = 0.5;
        // For each number of words: what the best lines of them cost, and where the last of these begins.
        let mut best = vec![(0.0, 0)];
        for end in 1..=self.all.len() {
            let is_last = end == self.all.len();
            let mut found: Option<(f64, usize)> = None;
            let (mut high, mut spaces, mut count) = (0.0, 0.0, 0.0);
            for start in (0..end).rev() {
                let word = &self.all[start];
                if start + 1 < end && word.space > 0.0 {
                    spaces += word.space;
                    count += 1.0;
                }
                spaces += word.bound;
                count += word.bound_count;
                high += word.width;
                let gap = room - high - spaces;
                if gap < -ROUNDING {
                    break;
                }
                let gap = gap.max(0.0);
                let stretch = STRETCH * spaces;
                let mut ratio = if gap == 0.0 { 0.0 } else { gap / stretch };
                if ratio > 1.0 {
                    ratio = 1.0 + (gap - stretch) / f64::max(count, 1.0) / half;
                }
                let mut cost = 1.0;
                if !is_last {
                    cost += 100.0 * ratio.min(WORST).powi(3);
                }
                if is_last && start + 1 == end {
                    cost += RUNT;
                }
                let above = start.checked_sub(1).is_some_and(|above| self.all[above].dash);
                if above && self.all[end - 1].dash {
                    cost += DASHES;
                }
                let total = best[start].0 + cost * cost;
                if found.is_none_or(|(least, _)| total < least) {
                    found = Some((total, start));
                }
            }
            best.push(found?);
        }
        let mut turns = Vec::new();
        let mut at = best.len() - 1;
        while let Some(&(_, start)) = best.get(at).filter(|_| at > 0) {
            turns.extend(start.checked_sub(1).and_then(|above| self.all[above].next));
            at = start;
        }
        Some(turns.into_iter().rev())
    }
}

/// What stands in running text beside letters, digits and spaces.
const fn is_mark(c: char) -> bool {
    may_open(c)
        || matches!(
            c,
            ' ' | '\u{a0}'
                | ','
                | '.'
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | '’'
                | '”'
                | '…'
                | '&'
                | '/'
                | '-'
                | '—'
                | '+'
                | '%'
        )
}

const fn may_open(c: char) -> bool {
    matches!(c, '(' | '‘' | '“' | '\'' | '"' | '–' | '£' | '€' | '$')
}

/// Whether a line may end with this, before a space.
fn may_end(c: char) -> bool {
    !(c.is_whitespace() || matches!(c, '(' | '‘' | '“'))
}

fn may_begin(c: char) -> bool {
    c.is_alphanumeric() || may_open(c)
}

/// Puts line ends into the text of runs.
fn turn(runs: &mut [Run], ends: &[Place]) {
    let mut leaf = 0;
    turn_in(runs, ends, &mut leaf);
}

fn turn_in(runs: &mut [Run], ends: &[Place], leaf: &mut usize) {
    for run in runs {
        match run {
            Run::Text { text, .. } => {
                for end in ends.iter().rev().filter(|end| end.leaf == *leaf) {
                    text.insert(end.at, TURN);
                }
                *leaf += 1;
            }
            Run::Link { runs, .. } | Run::Inside { runs, .. } => turn_in(runs, ends, leaf),
            _ => {}
        }
    }
}

/// The lines of a paragraph that is in one style, which templates have least work with; else none.
fn whole(runs: &mut Vec<Run>) -> Vec<String> {
    let lines = match runs.as_slice() {
        [Run::Text { text, style }] if *style == Style::default() => {
            text.split(TURN).map(str::to_owned).collect()
        }
        _ => return Vec::new(),
    };
    runs.clear();
    lines
}
