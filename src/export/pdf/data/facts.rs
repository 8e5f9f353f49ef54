//! Facts in a line: where it ends, so that a sign between two of them stands neither at its end nor at the start of the
//! next one.

use super::Fact;
use super::make::Maker;
use crate::export::pdf::advances::{Advances, Cut, REGULAR};
use crate::export::pdf::glyphs::BREAK;
use crate::export::pdf::spaces::NO_BREAK;

/// The faces of what is stressed in small type.
pub(super) const SEMIBOLD: Cut = Cut { weight: 600, italic: false };
/// For a character that no face has.
const WIDEST: f64 = 1.0;
/// Sums of widths are as true as this.
const SLACK: f64 = 1.01;
/// What stands between two facts; as in `style.typ`.
const BETWEEN: &str = " · ";

impl Maker<'_> {
    /// Begins a line with each fact that has no room behind those before it.
    pub(super) fn line_up<'f>(&self, facts: impl Iterator<Item = &'f mut Fact>, cut: Cut) {
        let column = self.material.leaflet.column();
        let room = column.full_width / column.small / SLACK;
        let of_cut = |cut| self.material.engine.advances(self.material.families.text(), cut);
        let (regular, values) = (of_cut(REGULAR), of_cut(cut));
        let width = |text: &str, advances: &Advances| {
            let seen = text.chars().filter(|c| *c != BREAK);
            let seen = seen.map(|c| if c == NO_BREAK { ' ' } else { c });
            seen.map(|c| advances.of_char(c).unwrap_or(WIDEST)).sum::<f64>()
        };
        let between = width(BETWEEN, &regular);
        let mut filled: Option<f64> = None;
        for fact in facts {
            let name =
                fact.name.as_ref().map_or(0.0, |name| width(name, &regular) + width(" ", &regular));
            let wide = name + width(&fact.value, &values);
            let together = filled.map(|filled| filled + between + wide);
            fact.turns = together.is_some_and(|together| together > room);
            // Where the last of its lines ends is not known.
            let lone = if wide > room { room } else { wide };
            filled = Some(together.filter(|_| !fact.turns).unwrap_or(lone));
        }
    }
}
