//! What happens to glyphs that stand side by side: pairs that are moved, in the table `GPOS` of a face, and those that
//! become one, in `GSUB`. Their form is described in <https://learn.microsoft.com/typography/opentype/spec/gpos>.

/// Kinds of lookups, and those that say where one lies.
const PAIRS: u16 = 2;
const EXTENDED_PAIRS: u16 = 9;
const LIGATURES: u16 = 4;
const EXTENDED_LIGATURES: u16 = 7;
/// The bit of a format of values that announces what is added to the advance, and those of what stands before it.
const ADVANCE: u16 = 0x4;
const BEFORE: u16 = 0x3;
/// A table that lists more is damaged, or meant to fill the memory.
const MOST: usize = 1 << 16;

/// In the units of the face; none where the table says nothing of the two, or is damaged.
pub(super) fn between(table: &[u8], first: u16, second: u16) -> Option<i16> {
    let mut all = None;
    for lookup in Table(table).lookups(*b"kern")? {
        // The first that speaks of the pair is followed.
        let kerning =
            lookup.subtables(PAIRS, EXTENDED_PAIRS).find_map(|one| one.pair(first, second));
        if let Some(kerning) = kerning {
            all = Some(all.unwrap_or_default() + kerning);
        }
    }
    all
}

/// Glyphs that are drawn as one, and that one; none where the table is damaged.
pub(super) fn ligatures(table: &[u8]) -> Option<Vec<(Vec<u16>, u16)>> {
    let mut found = Vec::new();
    for lookup in Table(table).lookups(*b"liga")? {
        for subtable in lookup.subtables(LIGATURES, EXTENDED_LIGATURES) {
            subtable.ligatures(&mut found)?;
        }
    }
    Some(found)
}

#[derive(Clone, Copy)]
struct Table<'a>(&'a [u8]);

impl<'a> Table<'a> {
    fn u16(self, at: usize) -> Option<u16> {
        Some(u16::from_be_bytes(self.0.get(at..at + 2)?.try_into().ok()?))
    }

    fn u32(self, at: usize) -> Option<u32> {
        Some(u32::from_be_bytes(self.0.get(at..at + 4)?.try_into().ok()?))
    }

    /// What an offset leads to.
    fn at(self, at: usize) -> Option<Table<'a>> {
        Some(Table(self.0.get(usize::from(self.u16(at)?)..)?))
    }

    /// What a feature does, whatever the script.
    fn lookups(self, tag: [u8; 4]) -> Option<Vec<Table<'a>>> {
        let (features, lookups) = (self.at(6)?, self.at(8)?);
        let mut found: Vec<u16> = Vec::new();
        for at in 0..usize::from(features.u16(0)?) {
            let record = 2 + 6 * at;
            if *features.0.get(record..record + 4)? == tag {
                let feature = features.at(record + 4)?;
                let count = usize::from(feature.u16(2)?);
                found.extend((0..count).filter_map(|at| feature.u16(4 + 2 * at)));
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|at| lookups.at(2 + 2 * usize::from(at))).collect()
    }

    /// The parts of a lookup of one kind.
    fn subtables(self, kind: u16, extended: u16) -> impl Iterator<Item = Table<'a>> {
        let count = usize::from(self.u16(4).unwrap_or_default());
        (0..count).filter_map(move |at| {
            let subtable = self.at(6 + 2 * at)?;
            let own = self.u16(0)?;
            if own == extended && subtable.u16(2)? == kind {
                let offset = usize::try_from(subtable.u32(4)?).ok()?;
                return Some(Table(subtable.0.get(offset..)?));
            }
            (own == kind).then_some(subtable)
        })
    }

    fn ligatures(self, found: &mut Vec<(Vec<u16>, u16)>) -> Option<()> {
        let firsts = self.at(2)?.covered()?;
        for (at, first) in firsts.into_iter().enumerate() {
            let set = self.at(6 + 2 * at)?;
            for at in 0..usize::from(set.u16(0)?) {
                let ligature = set.at(2 + 2 * at)?;
                let rest = (1..usize::from(ligature.u16(2)?)).map(|at| ligature.u16(2 + 2 * at));
                let glyphs: Option<Vec<u16>> = std::iter::once(Some(first)).chain(rest).collect();
                found.push((glyphs?, ligature.u16(0)?));
                if found.len() > MOST {
                    return None;
                }
            }
        }
        Some(())
    }

    /// All glyphs of a coverage.
    fn covered(self) -> Option<Vec<u16>> {
        let count = usize::from(self.u16(2)?);
        if self.u16(0)? == 1 {
            return (0..count).map(|at| self.u16(4 + 2 * at)).collect();
        }
        let mut all = Vec::new();
        for at in 0..count {
            all.extend(self.u16(4 + 6 * at)?..=self.u16(6 + 6 * at)?);
            if all.len() > MOST {
                return None;
            }
        }
        Some(all)
    }

    /// The adjustment of a pair in one subtable, none where that does not speak of it.
    fn pair(self, first: u16, second: u16) -> Option<i16> {
        let covered = self.at(2)?.coverage(first)?;
        let (format, other) = (self.u16(4)?, self.u16(6)?);
        let size = 2 * (format.count_ones() + other.count_ones()) as usize;
        let (values, records) = if self.u16(0)? == 1 {
            let set = self.at(10 + 2 * covered)?;
            let count = usize::from(set.u16(0)?);
            let record = |at: usize| 2 + (2 + size) * at;
            let at = search(count, |at| set.u16(record(at)), second)?;
            (set, record(at) + 2)
        } else {
            let (row, column) = (self.at(8)?.class(first)?, self.at(10)?.class(second)?);
            let columns = usize::from(self.u16(14)?);
            if column >= columns || row >= usize::from(self.u16(12)?) {
                return None;
            }
            (self, 16 + size * (row * columns + column))
        };
        if format & ADVANCE == 0 {
            return Some(0);
        }
        let at = records + 2 * (format & BEFORE).count_ones() as usize;
        values.u16(at).map(u16::cast_signed)
    }

    /// The place of a glyph in a coverage.
    fn coverage(self, glyph: u16) -> Option<usize> {
        let count = usize::from(self.u16(2)?);
        if self.u16(0)? == 1 {
            return search(count, |at| self.u16(4 + 2 * at), glyph);
        }
        let (at, start) = self.range(count, 4, glyph)?;
        Some(usize::from(self.u16(at + 4)?) + usize::from(glyph - start))
    }

    /// The class of a glyph; 0 where none is said.
    fn class(self, glyph: u16) -> Option<usize> {
        if self.u16(0)? == 1 {
            let at = glyph.checked_sub(self.u16(2)?).filter(|at| Some(*at) < self.u16(4));
            return Some(at.map_or(0, |at| self.u16(6 + 2 * usize::from(at)).unwrap_or(0)).into());
        }
        let range = self.range(usize::from(self.u16(2)?), 4, glyph);
        Some(range.and_then(|(at, _)| self.u16(at + 4)).unwrap_or(0).into())
    }

    /// Where the record of the range stands that a glyph is in, and the glyph that begins it.
    fn range(self, count: usize, from: usize, glyph: u16) -> Option<(usize, u16)> {
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low.midpoint(high);
            let at = from + 6 * middle;
            let (start, end) = (self.u16(at)?, self.u16(at + 2)?);
            if glyph < start {
                high = middle;
            } else if glyph > end {
                low = middle + 1;
            } else {
                return Some((at, start));
            }
        }
        None
    }
}

/// The place of a glyph among so many in order.
fn search(count: usize, at: impl Fn(usize) -> Option<u16>, glyph: u16) -> Option<usize> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        match at(middle)?.cmp(&glyph) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(middle),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: &[u8] = include_bytes!("../../../assets/fonts/SourceSans3-Regular.otf");

    fn table(tag: &[u8]) -> &'static [u8] {
        let tables = usize::from(Table(FACE).u16(4).unwrap());
        let mut records = (0..tables).map(|at| &FACE[12 + 16 * at..28 + 16 * at]);
        let record = Table(records.find(|record| &record[..4] == tag).unwrap());
        let number = |at| usize::try_from(record.u32(at).unwrap()).unwrap();
        &FACE[number(8)..][..number(12)]
    }

    #[test]
    fn a_damaged_face_does_no_harm() {
        let (pairs, joined) = (table(b"GPOS"), table(b"GSUB"));
        assert!(!ligatures(joined).unwrap().is_empty());
        for end in (0..2_000).chain((2_000..pairs.len()).step_by(199)) {
            let end = end.min(pairs.len());
            let _ = between(&pairs[..end], 34, 55);
            let _ = ligatures(&joined[..end.min(joined.len())]);
        }
        // Every offset leads back into the same few bytes.
        for byte in 0..=255 {
            let _ = between(&[byte; 4_000], 34, 55);
            let _ = ligatures(&[byte; 4_000]);
        }
    }
}
