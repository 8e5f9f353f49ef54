//! Leaflets of as many pages as it takes: what a designer would mend who looks at them.

use super::arrangement::{Arrangement, Setting};
use super::galley::{Ending, figure_after_a_gap, note_before_its_reference, page_of_figure};
use super::leaflet::Leaflet;
use super::world::Composed;
use super::{Pdf, Prepared};
use crate::Result;
use crate::diagnostic::Diagnostic;
use crate::model::Article;

/// How many pages are begun for the sake of notes, and how many gaps are filled with figures.
const TURNS: usize = 12;
/// The space between lines, and between blocks, as parts of what is usual: for text that would be better a little
/// shorter, which saves a page, or a little longer. The least change comes first.
const SPACES: [(f64, f64); 5] = [(0.97, 0.85), (0.94, 0.7), (1.03, 1.15), (1.06, 1.3), (1.1, 1.5)];

/// A leaflet, and remarks.
type Set = (Composed, Vec<Diagnostic>);

impl Pdf {
    /// Sets an article on as many pages as it takes. Where a block has several notes and goes to the next page, the
    /// typesetter may leave the first of them behind; then that block begins the page, and no note is set before. A figure
    /// that left a gap because it had no room in it is set again a little smaller, if it has room then.
    pub(super) fn as_it_comes(
        &self,
        article: &Article,
        prepared: &Prepared,
        arrangement: &Arrangement,
    ) -> Result<Set> {
        let set = |arrangement: &Arrangement| {
            self.work(article, prepared, arrangement, |job, _| self.engine.compose(job))
        };
        let mut set_so_far = set(arrangement)?;
        let mut arrangement = arrangement.clone();
        // Each time the next note is found, because what follows it moves too.
        for _ in 0..article.footnotes.len().min(TURNS) {
            let Some(key) = note_before_its_reference(&set_so_far.0.sights()) else { break };
            if arrangement.notes.contains(&key) {
                break;
            }
            arrangement.notes.push(key);
            set_so_far = set(&arrangement)?;
        }
        let mut passed = Vec::new();
        let size = arrangement.size(self.leaflet);
        for _ in 0..prepared.images.iter().count().min(TURNS) {
            let sights = set_so_far.0.sights();
            let Some((number, scale)) = figure_after_a_gap(&sights, size, &passed) else { break };
            passed.push((number, scale));
            arrangement.figures.push((number, scale));
            let other = set(&arrangement)?;
            if page_of_figure(&other.0.sights(), number) < page_of_figure(&sights, number) {
                set_so_far = other;
            } else {
                arrangement.figures.pop();
            }
        }
        self.ended(set_so_far, &arrangement, set)
    }

    /// Mends the end: what stands under the text must not have a page for itself, and what goes to that page with it
    /// must not leave most of the one before empty.
    fn ended(
        &self,
        set_so_far: Set,
        arrangement: &Arrangement,
        set: impl Fn(&Arrangement) -> Result<Set>,
    ) -> Result<Set> {
        let mut best = set_so_far;
        let mut ending = Ending::of(&best.0.sights());
        let carried = Arrangement { carries: true, ..arrangement.clone() };
        let carried = (ending == Ending::Alone).then_some(carried);
        let spaced = SPACES.into_iter().map(|(leading, gap)| {
            let setting = Some(spaced(self.leaflet, leading, gap));
            Arrangement { setting, ..arrangement.clone() }
        });
        for other in carried.into_iter().chain(spaced) {
            if ending == Ending::Good {
                break;
            }
            let other = set(&other)?;
            let sights = other.0.sights();
            let other_ending = Ending::of(&sights);
            let is_fit =
                other.0.pages() <= best.0.pages() && note_before_its_reference(&sights).is_none();
            if other_ending < ending && is_fit {
                (best, ending) = (other, other_ending);
            }
        }
        Ok(best)
    }
}

/// The lines of large print are never closer than they are.
fn spaced(leaflet: Leaflet, leading: f64, gap: f64) -> Setting {
    let least = if leaflet == Leaflet::LargePrint { 1.0 } else { 0.0 };
    Setting::new(leaflet.column().size, leaflet.leading() * leading.max(least), gap)
}
