//! What happens to glyphs that stand side by side: pairs that are moved, in the table `GPOS` of a face, and those that
//! become one, in `GSUB` (<https://learn.microsoft.com/typography/opentype/spec/gpos>).

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::gsub::SubstitutionSubtable;
use ttf_parser::opentype_layout::{LayoutTable, Lookup};
use ttf_parser::{Face, GlyphId, Tag};

/// What is added to the advance of the first of two glyphs, in the units of the face.
pub(super) fn between(face: &Face<'_>, first: GlyphId, second: GlyphId) -> i16 {
    let Some(table) = face.tables().gpos else { return 0 };
    let moved = |lookup: Lookup<'_>| {
        // The first that speaks of the pair is followed.
        lookup.subtables.into_iter().find_map(|subtable| match subtable {
            PositioningSubtable::Pair(pairs) => pair(pairs, first, second),
            _ => None,
        })
    };
    lookups(table, *b"kern").into_iter().filter_map(moved).sum()
}

/// None where the pairs do not speak of it.
fn pair(pairs: PairAdjustment<'_>, first: GlyphId, second: GlyphId) -> Option<i16> {
    let covered = pairs.coverage().get(first)?;
    let (values, _) = match pairs {
        PairAdjustment::Format1 { sets, .. } => sets.get(covered)?.get(second)?,
        PairAdjustment::Format2 { classes, matrix, .. } => {
            matrix.get((classes.0.get(first), classes.1.get(second)))?
        }
    };
    Some(values.x_advance)
}

/// The rows of glyphs which begin with this one and are drawn as one, and that one.
pub(super) fn ligatures(face: &Face<'_>, first: GlyphId) -> Vec<(Vec<GlyphId>, GlyphId)> {
    let mut found = Vec::new();
    let Some(table) = face.tables().gsub else { return found };
    for lookup in lookups(table, *b"liga") {
        for subtable in lookup.subtables.into_iter::<SubstitutionSubtable<'_>>() {
            let SubstitutionSubtable::Ligature(all) = subtable else { continue };
            let begun = all.coverage.get(first).and_then(|at| all.ligature_sets.get(at));
            for ligature in begun.into_iter().flatten() {
                let row = std::iter::once(first).chain(ligature.components).collect();
                found.push((row, ligature.glyph));
            }
        }
    }
    found
}

/// What a feature does, whatever the script.
fn lookups(table: LayoutTable<'_>, feature: [u8; 4]) -> Vec<Lookup<'_>> {
    let tag = Tag::from_bytes(&feature);
    let features = table.features.into_iter().filter(|feature| feature.tag == tag);
    let mut found: Vec<u16> = features.flat_map(|feature| feature.lookup_indices).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().filter_map(|at| table.lookups.get(at)).collect()
}
