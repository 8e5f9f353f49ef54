//! How a folded leaflet is laid out: what its type is like, and what stands on which panel.

use super::leaflet::Leaflet;
use serde::Serialize;

/// Type and space of a leaflet.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Setting {
    /// The size of the text in points.
    pub(super) size: f64,
    /// Between lines, as a part of the size.
    pub(super) leading: f64,
    /// Between blocks, as a part of what is usual.
    pub(super) gap: f64,
}

impl Setting {
    pub(super) const fn new(size: f64, leading: f64, gap: f64) -> Self {
        Self { size, leading, gap }
    }

    /// As it is designed.
    pub(super) const NORMAL: Self = Self::new(13.0, 0.62, 1.0);
    /// For short texts, the widest first: 14 points are what clear print has at its best.
    pub(super) const WIDER: [Self; 2] = [Self::new(14.0, 0.66, 1.2), Self::new(13.5, 0.64, 1.1)];
    /// For texts that are a little too long: first the space, then the type, which is never smaller
    /// than the 12 points that clear print must have (RNIB, UKAAF).
    pub(super) const CLOSER: [Self; 3] =
        [Self::new(13.0, 0.56, 0.75), Self::new(12.5, 0.56, 0.75), Self::new(12.0, 0.56, 0.7)];

    /// How much of the paper it takes, compared with the usual.
    pub(super) fn extent(self) -> f64 {
        let line = |setting: Self| setting.size * (0.66 + setting.leading) * setting.size;
        line(self) / line(Self::NORMAL)
    }
}

/// What stands where.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is so or not, and any with any other")]
pub(super) struct Arrangement {
    pub(super) setting: Option<Setting>,
    /// Whether everything is set on endless pages, to be measured.
    pub(super) galley: bool,
    /// The blocks, counted from 0, before which a new panel begins.
    pub(super) turns: Vec<usize>,
    /// How high the text on a panel inside may be, in points, where that is less than its height.
    pub(super) room: Option<f64>,
    /// The keys of notes whose blocks begin a page.
    pub(super) notes: Vec<String>,
    /// The numbers of figures that are set smaller, and how large they are.
    pub(super) figures: Vec<(usize, f64)>,
    /// Whether the last words go to the page of what stands under the text, which would be alone there.
    pub(super) carries: bool,
    /// Whether registers, complaints and dates stand at the end of the text, so that the back has room for urgent help.
    pub(super) imprint_inside: bool,
    /// The first block on the back; those of urgent help where it is not said.
    pub(super) back: Option<usize>,
    /// Whether a page of its own has the title on it.
    pub(super) cover: bool,
    /// The number of the page behind the cover.
    pub(super) first_page: usize,
}

impl Arrangement {
    /// As it comes, but for what belongs on the back.
    pub(super) const fn plain() -> Self {
        Self {
            setting: None,
            galley: false,
            turns: Vec::new(),
            room: None,
            notes: Vec::new(),
            figures: Vec::new(),
            carries: false,
            imprint_inside: false,
            back: None,
            cover: true,
            first_page: 2,
        }
    }

    /// The size of the text in points.
    pub(super) fn size(&self, leaflet: Leaflet) -> f64 {
        self.setting.map_or(leaflet.column().size, |setting| setting.size)
    }
}
