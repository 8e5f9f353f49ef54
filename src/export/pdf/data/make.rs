//! From the model to the form of the templates.

use super::super::accent::Accent;
use super::super::advances::REGULAR;
use super::super::arrangement::Arrangement;
use super::super::face::Families;
use super::super::glyphs::{Glyphs, has_words, spoken, with_breaks};
use super::super::hyphens::is_british;
use super::super::leaflet;
use super::super::spaces;
use super::super::world::Engine;
use super::columns::characters;
use super::extent::Ruler;
use super::facts::SEMIBOLD;
use super::folded::Node;
use super::lines::Lines;
use super::{Leaflet, Tongue};
use super::{tail, turns};
use crate::diagnostic::{Code, Diagnostic};
use crate::export::image::{Image, Images};
use crate::model::visit::{self, Visit};
use crate::model::{
    Address, Anchor, Article, Footnote, Inline, Language, PartialDate, Practice, Section,
};
use crate::registers::Registers;
use crate::source::Origin;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many characters a line beside the lead holds.
const FACTS_LINE: usize = 20;

/// No line is reckoned to be less wide, as a part of the size of type.
const NARROWEST: f64 = 4.0;

/// Everything that a leaflet is made from.
pub(in super::super) struct Material<'a> {
    pub(in super::super) article: &'a Article,
    pub(in super::super) practice: Option<&'a Practice>,
    pub(in super::super) registers: &'a Registers,
    pub(in super::super) images: &'a Images,
    pub(in super::super) logo: Option<&'a Image>,
    pub(in super::super) leaflet: leaflet::Leaflet,
    pub(in super::super) engine: &'a Engine,
    /// When the leaflet was made, for articles without a date.
    pub(in super::super) made: Option<PartialDate>,
    pub(in super::super) families: &'a Families,
    /// Whether justified lines are asked for.
    pub(in super::super) justified: bool,
    /// Whether there is no colour but black.
    pub(in super::super) mono: bool,
    /// The name of a file that goes with the document.
    pub(in super::super) attachment: Option<&'static str>,
    pub(in super::super) arrangement: &'a Arrangement,
    /// Whether headings and the like are kept with what follows.
    pub(in super::super) ties: bool,
    /// Characters that must be replaced although a face has them.
    pub(in super::super) refused: &'a BTreeSet<char>,
}

/// A leaflet in the form of the templates, the files that it names, and remarks.
pub(in super::super) struct Made<'a> {
    pub(in super::super) leaflet: Leaflet,
    pub(in super::super) files: BTreeMap<String, Arc<[u8]>>,
    pub(in super::super) found: Vec<Diagnostic>,
    pub(in super::super) outline: Outline<'a>,
}

/// What was set, so that it can be found again on paper.
pub(in super::super) struct Outline<'a> {
    /// The blocks of a folded leaflet.
    pub(in super::super) nodes: Vec<Node>,
    /// Lines of text by the numbers of their marks.
    pub(in super::super) marks: Vec<Marked<'a>>,
}

/// What a mark on paper stands before.
pub(in super::super) enum Marked<'a> {
    Words(&'a [Inline]),
    /// A line of a program, or a picture, that was written there.
    Thing(Origin),
}

/// Puts an article into the form of the templates.
pub(in super::super) fn make<'a>(material: &'a Material<'a>) -> Made<'a> {
    let mut maker = Maker::new(material);
    let article = material.article;
    let (accent, darkened) = Accent::of(material.practice.and_then(|one| one.accent.as_deref()));
    if let Some(practice) = material.practice.filter(|_| darkened && !material.mono) {
        let given = practice.accent.as_deref().unwrap_or_default();
        let message = format!("the accent {given} is too light; {} was used", accent.colour);
        maker
            .found
            .push(Diagnostic::new(Code::AccentTooLight, message).label(practice.accent_origin, ""));
    }
    // In the order of reading, because the first reference to a note prints it.
    let masthead = maker.masthead();
    let front = maker.front();
    let mut lead = maker.lead(&article.lead);
    let mut body = maker.body();
    let mut facts = maker.facts();
    let mut end = maker.end();
    if material.leaflet.is_folded() {
        let named = facts.iter_mut().filter(|fact| fact.name.is_some());
        maker.line_up(named.chain(&mut end.imprint), REGULAR);
    } else {
        maker.line_up(facts.iter_mut(), SEMIBOLD);
        maker.line_up(end.imprint.iter_mut(), REGULAR);
    }
    // To measure it costs as much as to set it, so a lead that is plainly higher is not measured.
    let beside = maker.ruler.of(FACTS_LINE);
    let facts_lines: usize = facts.iter().map(|fact| beside.text(&fact.value) + 1).sum();
    let short_lead = maker.ruler.blocks(&lead) < facts_lines * 3 / 2 + 4;
    turns::turn(&mut lead, &material.arrangement.notes);
    turns::turn(&mut body, &material.arrangement.notes);
    if end.short && !material.leaflet.is_folded() {
        let blocks = if body.is_empty() { &mut lead } else { &mut body };
        if material.arrangement.carries {
            maker.ruler.carry_to_end(blocks, end.lines);
        }
        maker.ruler.lead_to_end(blocks, end.lines);
    }
    if let Some(mut lines) = Lines::of(material) {
        lines.end(&mut lead);
        lines.end(&mut body);
    }
    let (folded, nodes, lead, body) = if material.leaflet.is_folded() {
        let (folded, nodes) = maker.folded(material.arrangement, lead, body);
        (Some(folded), nodes, Vec::new(), Vec::new())
    } else {
        (None, Vec::new(), lead, body)
    };
    let leaflet = Leaflet {
        format: material.leaflet.as_str(),
        setting: material.arrangement.setting,
        ties: material.ties,
        tongue: tongue(&article.metadata.language),
        direction: if article.metadata.language.is_right_to_left() { "rtl" } else { "ltr" },
        document: maker.document(),
        accent: if material.mono { Accent::black() } else { accent },
        faces: material.families.clone(),
        mono: material.mono,
        attachment: material.attachment,
        running: maker.running(),
        masthead,
        front,
        facts,
        short_lead,
        lead,
        body,
        folded,
        end,
        notes: std::mem::take(&mut maker.notes),
    };
    let mut found = maker.found;
    found.extend(maker.glyphs.into_diagnostics());
    let outline = Outline { nodes, marks: maker.marks };
    Made { leaflet, files: maker.files, found, outline }
}

/// What the parts of this module share while they work.
pub(super) struct Maker<'a> {
    pub(super) material: &'a Material<'a>,
    pub(super) glyphs: Glyphs<'a>,
    pub(super) found: Vec<Diagnostic>,
    pub(super) files: BTreeMap<String, Arc<[u8]>>,
    /// The ids of sections that have a heading to lead to.
    pub(super) places: BTreeSet<&'a Anchor>,
    /// Those of them that have not been met yet; in case two sections have the same.
    pub(super) ids: BTreeSet<&'a Anchor>,
    pub(super) footnotes: BTreeMap<&'a Anchor, &'a Footnote>,
    /// Notes that have been referred to, with the key of each.
    pub(super) seen_notes: BTreeMap<&'a Anchor, String>,
    pub(super) notes: Vec<super::nodes::Note>,
    /// Lines of text, by the numbers of their marks.
    pub(super) marks: Vec<Marked<'a>>,
    /// How many figures there are so far.
    pub(super) figures: usize,
    /// What abbreviations stand for, once printed.
    pub(super) spelt_out: BTreeSet<&'a str>,
    pub(super) plain_text: String,
    /// How many lists the block at hand stands in.
    pub(super) list_depth: usize,
    /// Whether the line at hand is justified, and so its words may be parted.
    pub(super) flowing: bool,
    pub(super) in_note: bool,
    /// How much less wide than a line it is, as a part of the size of type.
    pub(super) inset: f64,
    /// What the blocks cost that it stands in.
    pub(super) depth: usize,
    pub(super) told_depth: bool,
    pub(super) ruler: Ruler,
    /// How many characters the line at hand holds.
    pub(super) room: usize,
}

impl<'a> Maker<'a> {
    fn new(material: &'a Material<'a>) -> Self {
        let article = material.article;
        let mut ids = Ids::default();
        ids.article(article);
        Self {
            material,
            glyphs: Glyphs::new(material.engine, material.refused),
            found: Vec::new(),
            files: BTreeMap::new(),
            places: ids.0.clone(),
            ids: ids.0,
            footnotes: article.footnotes.iter().map(|note| (&note.label, note)).collect(),
            seen_notes: BTreeMap::new(),
            notes: Vec::new(),
            marks: Vec::new(),
            figures: 0,
            spelt_out: BTreeSet::new(),
            plain_text: article.plain_text().to_lowercase(),
            list_depth: 0,
            flowing: false,
            in_note: false,
            inset: 0.0,
            depth: 0,
            told_depth: false,
            ruler: Ruler {
                line_length: material.leaflet.line_length(),
                page_length: material.leaflet.page_length(),
            },
            room: material.leaflet.line_length(),
        }
    }

    /// Words to be printed.
    pub(super) fn words(&mut self, text: &str, origin: Origin) -> String {
        let text = self.glyphs.text(text, origin);
        let text = spaces::bound(text.trim(), self.material.article.metadata.language.primary());
        with_breaks(&text, self.longest_word())
    }

    /// How wide a line is here, as a part of the size of type.
    pub(super) fn measure(&self) -> f64 {
        let column = self.material.leaflet.column();
        let size = self.material.arrangement.size(self.material.leaflet);
        (column.width / size - self.inset).max(NARROWEST)
    }

    /// How many characters a word may have before it is broken: more would need most of a line, or all there is of it
    /// inside of what leaves little.
    pub(super) fn longest_word(&self) -> usize {
        let usual = self.material.leaflet.line_length() * 2 / 3;
        if self.inset > 0.0 { usual.min(characters(self.measure())) } else { usual }
    }

    /// A sentence to be printed, or more.
    pub(super) fn sentence(&mut self, text: &str, origin: Origin) -> String {
        let mut text = self.words(text, origin);
        tail::bound_text(&mut text, self.room);
        text
    }

    /// Marks a thing that may be what does not fit.
    pub(super) fn mark(&mut self, origin: Origin) -> Option<usize> {
        (self.material.leaflet == leaflet::Leaflet::TriFold).then(|| {
            self.marks.push(Marked::Thing(origin));
            self.marks.len() - 1
        })
    }

    /// Marks the lines of a program, each where it was written, and returns the first mark.
    pub(super) fn mark_lines(&mut self, text: &str, origin: Origin) -> Option<usize> {
        let source = self.material.article.source.source();
        let written = source.and_then(|source| source.text().get(origin.range()));
        let mut rest = written.unwrap_or_default();
        let mut first = None;
        for line in text.lines().map(str::trim) {
            let mut place = origin;
            if let Some(at) = rest.find(line).filter(|_| !line.is_empty()) {
                let start = origin.range().end - rest.len() + at;
                place = origin.with_range(start..start + line.len());
                rest = &rest[at + line.len()..];
            }
            first = first.or(self.mark(place));
        }
        first
    }

    /// Takes a file along and returns its name. Names are few and used again, because the
    /// typesetter keeps every name for good.
    pub(super) fn file(&mut self, bytes: &Arc<[u8]>) -> String {
        let known = self.files.iter().find(|(_, known)| Arc::ptr_eq(known, bytes));
        if let Some((name, _)) = known {
            return name.clone();
        }
        let name = format!("image-{}", self.files.len());
        self.files.insert(name.clone(), Arc::clone(bytes));
        name
    }
}

#[derive(Default)]
struct Ids<'a>(BTreeSet<&'a Anchor>);

impl<'a> Visit<'a> for Ids<'a> {
    fn section(&mut self, node: &'a Section) {
        if has_words(&node.heading_text()) {
            self.0.insert(&node.id);
        }
        visit::section(self, node);
    }
}

/// The language as typst takes it: two or three letters, and a region of two.
pub(super) fn tongue(language: &Language) -> Tongue {
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let lang = Some(language.primary()).filter(|lang| matches!(lang.len(), 2 | 3) && letters(lang));
    let region = language.region().filter(|region| region.len() == 2 && letters(region));
    Tongue {
        lang: lang.map(str::to_owned),
        region: region.map(str::to_owned),
        marked: is_british(language),
    }
}

/// Where a link on paper leads: only what works without the article's folder.
pub(super) fn target(address: &Address) -> Option<String> {
    const LONGEST: usize = 8_000;
    let target = spoken(address.as_str());
    (!address.is_relative() && target.len() < LONGEST).then_some(target)
}
