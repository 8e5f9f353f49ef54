//! The formats of paper.

use crate::{Error, Result};
use std::fmt;
use std::str::FromStr;

/// The widths of the panels of a tri-fold in the order of reading: cover, flap, the three inside, back.
/// What is folded in is a little narrower (millimetres).
pub(super) const PANELS: [f64; 6] = [100.0, 97.0, 100.0, 100.0, 97.0, 100.0];
/// The width of a page of a booklet: half the length of A4.
pub(super) const BOOKLET_PAGE: f64 = 148.5;

/// Points in a millimetre.
pub(super) const POINTS: f64 = 72.0 / 25.4;

/// The text on a page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) width: f64,
    /// With the margin that headings hang into.
    pub(super) full_width: f64,
    /// The size of type.
    pub(super) size: f64,
    /// Of what is looked up, not read.
    pub(super) small: f64,
    /// Of what leads in.
    pub(super) lead: f64,
    pub(super) title: f64,
}

/// The format of paper that a [`Pdf`](super::Pdf) is set for.
///
/// ```
/// use offprint::export::Leaflet;
///
/// assert_eq!("large-print".parse::<Leaflet>()?, Leaflet::LargePrint);
/// assert_eq!(Leaflet::default(), Leaflet::A4);
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Leaflet {
    /// Pages of 210 × 297 mm, with a margin that holds headings and labels.
    #[default]
    A4,
    /// Pages of 148 × 210 mm.
    A5,
    /// Pages of 210 × 297 mm in 18 point type, without italics.
    LargePrint,
    /// Six panels of 97 or 100 × 210 mm, for one sheet of A4 that is folded twice. What does not fit on
    /// them is an error.
    TriFold,
    /// Pages of 148.5 × 210 mm with a cover, for sheets of A4 that are folded once and stapled.
    A5Booklet,
}

impl Leaflet {
    /// All formats, the usual one first.
    pub const ALL: &'static [Self] =
        &[Self::A4, Self::A5, Self::LargePrint, Self::TriFold, Self::A5Booklet];

    /// The name, as on the command line and in names of files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A5 => "a5",
            Self::LargePrint => "large-print",
            Self::TriFold => "tri-fold",
            Self::A5Booklet => "a5-booklet",
        }
    }

    /// Whether its pages are put on larger sheets, which are folded.
    #[must_use]
    pub const fn is_folded(self) -> bool {
        matches!(self, Self::TriFold | Self::A5Booklet)
    }

    /// What widths pages get after they have been set, where that differs from page to page.
    pub(super) const fn widths(self) -> &'static [f64] {
        match self {
            Self::TriFold => &PANELS,
            _ => &[],
        }
    }

    /// Whether lines may be justified and words parted (RNIB: never in large print).
    pub(super) const fn may_be_justified(self) -> bool {
        !matches!(self, Self::LargePrint)
    }

    /// What lines and titles are broken by; as in `formats.typ`.
    pub(super) fn column(self) -> Column {
        let column = |width, full_width, size, small, lead, title| Column {
            width: POINTS * width,
            full_width: POINTS * full_width,
            size,
            small,
            lead,
            title,
        };
        match self {
            Self::A4 => column(128.0, 171.0, 11.5, 10.0, 13.5, 52.7),
            Self::A5 => column(114.0, 114.0, 11.0, 9.5, 12.5, 42.5),
            Self::LargePrint => column(172.0, 172.0, 18.0, 16.0, 20.0, 64.6),
            Self::TriFold => column(81.0, 81.0, 13.0, 12.0, 14.0, 42.5),
            Self::A5Booklet => column(114.5, 114.5, 12.0, 12.0, 13.5, 51.0),
        }
    }

    /// Between lines, as a part of the size of type; as in `formats.typ`.
    pub(super) const fn leading(self) -> f64 {
        match self {
            Self::A4 | Self::A5 => 0.7,
            Self::LargePrint => 0.8,
            Self::TriFold => 0.62,
            Self::A5Booklet => 0.68,
        }
    }

    /// Whether what is stressed is set in italics (RNIB: never in large print).
    pub(super) const fn has_italics(self) -> bool {
        !matches!(self, Self::LargePrint)
    }

    /// How many lines of running text a page holds, roughly.
    pub(super) const fn page_length(self) -> usize {
        match self {
            Self::A4 => 44,
            Self::A5 => 31,
            Self::LargePrint => 26,
            Self::TriFold => 30,
            Self::A5Booklet => 29,
        }
    }

    /// How many characters a line of running text holds, roughly.
    pub(super) const fn line_length(self) -> usize {
        match self {
            Self::A4 => 66,
            Self::A5 => 62,
            Self::LargePrint => 52,
            Self::TriFold => 40,
            Self::A5Booklet => 58,
        }
    }
}

impl fmt::Display for Leaflet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Leaflet {
    type Err = Error;

    /// Reads a name.
    ///
    /// # Errors
    ///
    /// There is no such format.
    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.iter().copied().find(|leaflet| leaflet.as_str() == text).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|leaflet| leaflet.as_str()).collect();
            Error::value(format!("there is no leaflet `{text}`; expected {}", names.join(", ")))
        })
    }
}
