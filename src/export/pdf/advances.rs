//! How wide text is, by the tables of the faces themselves. Beside `world.rs`, it knows typst's fonts.

use super::opentype;
use super::spaces::NO_BREAK;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI16, Ordering};
use ttf_parser::GlyphId;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontStretch, FontStyle, FontVariant};
use typst::text::{FontVariations, FontWeight};

/// Characters that are met again and again, and so looked up once.
const COMMON: usize = 0x180;
/// Pairs of them that are: of ASCII, and the space that binds.
const PAIRED: usize = 0x80;
/// Stands for a pair that was not looked up yet.
const UNKNOWN: i16 = i16::MIN;

/// A face as it is drawn: heavy or light, upright or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cut {
    pub(super) weight: u16,
    pub(super) italic: bool,
}

pub(super) const REGULAR: Cut = Cut { weight: 400, italic: false };

/// The widths of characters in one cut of the first families that have them, as parts of the size.
pub(super) struct Advances {
    faces: Vec<FontInstance>,
    common: Vec<Option<f64>>,
    /// In the first face.
    pairs: Vec<AtomicI16>,
    /// Letters that it draws as one, and by how much that is wider than they are; the longest first.
    ligatures: Vec<(String, f64)>,
    /// Whether any of them begins with a character of ASCII.
    joins: Vec<bool>,
}

impl Advances {
    pub(super) fn of(book: &FontBook, fonts: &[Font], families: &[String], cut: Cut) -> Self {
        let style = if cut.italic { FontStyle::Italic } else { FontStyle::Normal };
        let weight = FontWeight::from_number(cut.weight);
        let variant = FontVariant::new(style, weight, FontStretch::NORMAL);
        let faces = families.iter().filter_map(|family| {
            let font = fonts.get(book.select(&family.to_lowercase(), variant)?)?.clone();
            Some(font.instantiate(variant, Abs::pt(12.0), &FontVariations::default()))
        });
        let faces: Vec<FontInstance> = faces.collect();
        let common = (0..).map_while(char::from_u32).take(COMMON).map(|c| advance(&faces, c));
        let common = common.collect();
        let pairs = (0..PAIRED * PAIRED).map(|_| AtomicI16::new(UNKNOWN)).collect();
        let joins = vec![false; PAIRED];
        let mut advances = Self { faces, common, pairs, ligatures: Vec::new(), joins };
        advances.ligatures = advances.find_ligatures().unwrap_or_default();
        for (letters, _) in &advances.ligatures {
            let first = letters.bytes().next().map(usize::from);
            if let Some(joins) = first.and_then(|first| advances.joins.get_mut(first)) {
                *joins = true;
            }
        }
        advances
    }

    fn find_ligatures(&self) -> Option<Vec<(String, f64)>> {
        let face = self.faces.first()?;
        let letters = ('a'..='z').chain('A'..='Z');
        let letters = letters.filter_map(|c| Some((face.ttf().glyph_index(c)?, c)));
        let letters: BTreeMap<GlyphId, char> = letters.collect();
        let joined = letters.keys().flat_map(|first| opentype::ligatures(face.ttf(), *first));
        let found = joined.filter_map(|(glyphs, one)| {
            let text: Option<String> =
                glyphs.iter().map(|glyph| letters.get(glyph).copied()).collect();
            let text = text?;
            let pairs = text.chars().zip(text.chars().skip(1));
            let kerning: f64 = pairs.map(|(first, second)| self.between(first, second)).sum();
            let apart = self.of_text(&text)? + kerning;
            Some((text, face.x_advance(one.0)?.get() - apart))
        });
        let mut found: Vec<(String, f64)> = found.collect();
        found.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        Some(found)
    }

    /// The letters with which a text begins, if they are drawn as one, and by how much that is wider than they are.
    pub(super) fn ligature(&self, text: &str) -> Option<(usize, f64)> {
        let first = text.bytes().next().map(usize::from)?;
        if self.joins.get(first) != Some(&true) {
            return None;
        }
        let found = self.ligatures.iter().find(|(letters, _)| text.starts_with(letters.as_str()));
        found.map(|(letters, wider)| (letters.len(), *wider))
    }

    /// None where no face has it.
    pub(super) fn of_char(&self, c: char) -> Option<f64> {
        match self.common.get(c as usize) {
            Some(known) => *known,
            None => advance(&self.faces, c),
        }
    }

    /// None where a character has no face. Pairs are not drawn closer here, as they are on paper.
    pub(super) fn of_text(&self, text: &str) -> Option<f64> {
        text.chars().map(|c| self.of_char(c)).sum()
    }

    /// By how much a character stands farther from the next one than it is wide.
    pub(super) fn between(&self, first: char, second: char) -> f64 {
        let Some(face) = self.faces.first() else { return 0.0 };
        let place = place(first).zip(place(second));
        let known = place.and_then(|(first, second)| self.pairs.get(first * PAIRED + second));
        let kerning = match known.map(|pair| pair.load(Ordering::Relaxed)) {
            Some(known) if known != UNKNOWN => known,
            _ => look_up(face, first, second),
        };
        if let Some(pair) = known {
            pair.store(kerning, Ordering::Relaxed);
        }
        f64::from(kerning) / face.metrics().units_per_em
    }
}

/// Where what is known of a character is kept. A space that binds has the place of a character that is never met.
const fn place(c: char) -> Option<usize> {
    match c {
        NO_BREAK => Some(0),
        '\u{1}'..='\u{7f}' => Some(c as usize),
        _ => None,
    }
}

fn advance(faces: &[FontInstance], c: char) -> Option<f64> {
    faces.iter().find_map(|face| {
        let glyph = face.ttf().glyph_index(c)?;
        Some(face.x_advance(glyph.0)?.get())
    })
}

fn look_up(face: &FontInstance, first: char, second: char) -> i16 {
    let face = face.ttf();
    let pair = face.glyph_index(first).zip(face.glyph_index(second));
    pair.map_or(0, |(first, second)| opentype::between(face, first, second))
}
