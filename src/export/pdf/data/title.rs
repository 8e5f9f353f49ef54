//! How a title is set: in type of its size, as narrow as it can be without another line.

use super::TitleForm;
use super::facts::SEMIBOLD;
use super::make::Maker;

/// Titles of so many characters, and how large they are set.
const SIZES: [(usize, f64); 3] = [(45, 1.0), (90, 0.8), (usize::MAX, 0.6)];
/// Widths are tried in steps, from half of the page's.
const STEPS: u8 = 20;

impl Maker<'_> {
    /// So that no word is left alone on its last line.
    pub(super) fn title_form(&self, title: &str) -> TitleForm {
        let length = title.chars().count();
        let size = SIZES.iter().find(|(most, _)| length <= *most).map_or(1.0, |(_, size)| *size);
        let column = self.material.leaflet.column();
        let room = column.full_width / (column.title * size);
        let width = self.least_width(title, room).unwrap_or(1.0);
        TitleForm { size, width }
    }

    /// The least part of a room in which a title has no more lines than in all of it; what has one line has all.
    fn least_width(&self, title: &str, room: f64) -> Option<f64> {
        let families = self.material.families.display();
        let advances = self.material.engine.advances(families, SEMIBOLD);
        let space = advances.of_char(' ')?;
        let words: Option<Vec<f64>> = title.split(' ').map(|word| advances.of_text(word)).collect();
        let words = words?;
        let lines = |part: f64| {
            let (mut lines, mut filled) = (1, -space);
            for word in &words {
                filled += space + word;
                if filled > part * room {
                    (lines, filled) = (lines + 1, *word);
                }
            }
            lines
        };
        let whole = lines(1.0);
        let part = |step: u8| f64::from(step) / f64::from(STEPS);
        let least = (STEPS / 2..STEPS).map(part).find(|part| lines(*part) == whole);
        least.filter(|_| whole > 1)
    }
}
