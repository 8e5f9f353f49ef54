//! Booklets: a cover, numbered pages, a back, and as few blank pages as can be.

use super::arrangement::{Arrangement, Setting};
use super::galley::{Sight, page_of};
use super::sheets::blanks_behind_cover;
use super::world::Composed;
use super::{Pdf, Prepared};
use crate::Result;
use crate::diagnostic::Diagnostic;
use crate::model::Article;

/// Type as large as ever, with a little less space.
const CLOSER: Setting = Setting::new(12.0, 0.62, 0.85);
/// For texts that leave pages blank, the widest first: 14 points are what clear print has at its best.
const WIDER: [Setting; 3] =
    [Setting::new(14.0, 0.7, 1.2), Setting::new(13.5, 0.7, 1.1), Setting::new(13.0, 0.68, 1.0)];

impl Pdf {
    /// Sets an article as a booklet. Where three pages would be blank, it is set a little closer, or the text begins on
    /// the cover, or it is set in larger type, so that the sheets are filled.
    /// Pages have the numbers that they have in the stapled booklet.
    pub(super) fn bound(
        &self,
        article: &Article,
        prepared: &Prepared,
    ) -> Result<(Composed, Vec<Diagnostic>)> {
        let mut plain = Arrangement::plain();
        let mut bound = self.as_it_comes(article, prepared, &plain)?;
        if !back_is_one_page(&bound.0.sights()) {
            plain.back = Some(usize::MAX);
            bound = self.as_it_comes(article, prepared, &plain)?;
        }
        let mut pages = bound.0.pages();
        if blanks(pages) == 3 {
            for (cover, setting) in [(true, Some(CLOSER)), (false, None), (false, Some(CLOSER))] {
                let first_page = if cover { plain.first_page } else { 1 };
                let other = Arrangement { setting, cover, first_page, ..plain.clone() };
                let other = self.as_it_comes(article, prepared, &other)?;
                let blank = blanks(other.0.pages());
                if blank == 0 || blank < 3 && !cover {
                    return Ok(other);
                }
            }
            for setting in WIDER {
                let other = Arrangement { setting: Some(setting), ..plain.clone() };
                let other = self.as_it_comes(article, prepared, &other)?;
                let filled = other.0.pages();
                if filled <= pages.next_multiple_of(4) && blanks(filled) < 3 {
                    (bound, pages, plain.setting) = (other, filled, Some(setting));
                    break;
                }
            }
        }
        let behind = blanks_behind_cover(pages);
        if behind > 0 {
            let numbered = Arrangement { first_page: plain.first_page + behind, ..plain };
            bound = self.as_it_comes(article, prepared, &numbered)?;
        }
        Ok(bound)
    }
}

/// Whether all that belongs on the back has room there.
fn back_is_one_page(sights: &[Sight]) -> bool {
    page_of(sights, "back") == page_of(sights, "end")
}

/// How many pages of a booklet stay blank.
const fn blanks(pages: usize) -> usize {
    pages.next_multiple_of(4) - pages
}
