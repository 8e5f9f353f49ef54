//! The practice's colour, dark enough to read.

use serde::Serialize;

/// What stands where no practice names a colour.
const DEFAULT: Colour = Colour([0x1f, 0x4e, 0x79]);
/// Text on its background (WCAG 2.2, 1.4.3).
const CONTRAST: f64 = 4.5;
/// How much of the accent is in the background of boxes.
const TINT: f64 = 0.07;

/// The colours that the templates use, each as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Accent {
    /// For text, rules and bars: readable on paper and on `tint`.
    pub(super) colour: String,
    /// For the background of boxes.
    pub(super) tint: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Colour([u8; 3]);

impl Accent {
    /// Black ink on paper.
    pub(super) fn black() -> Self {
        Self { colour: Colour([0; 3]).hex(), tint: Colour([0xf2; 3]).hex() }
    }

    /// The colours that go with an accent, and whether it was too light and had to be darkened.
    pub(super) fn of(accent: Option<&str>) -> (Self, bool) {
        let given = accent.and_then(Colour::read).unwrap_or(DEFAULT);
        let on_paper = given.darkened_for(Colour::PAPER);
        let tint = on_paper.mixed(Colour::PAPER, TINT);
        // The tint takes a little contrast away, which is nobody's fault and needs no note.
        let colour = on_paper.darkened_for(tint);
        (Self { colour: colour.hex(), tint: tint.hex() }, on_paper != given)
    }
}

impl Colour {
    const PAPER: Self = Self([0xff; 3]);

    fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Relative luminance (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(two) / one.min(two)
    }

    /// `share` of this colour and the rest of another.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a mean of two bytes is a byte"
    )]
    fn mixed(self, other: Self, share: f64) -> Self {
        let mut parts = self.0;
        for (part, with) in parts.iter_mut().zip(other.0) {
            *part = (f64::from(*part) * share + f64::from(with) * (1.0 - share)).round() as u8;
        }
        Self(parts)
    }

    /// This colour with as much black as it takes.
    fn darkened_for(self, background: Self) -> Self {
        (0..=100)
            .map(|percent| self.mixed(Self([0; 3]), 1.0 - f64::from(percent) / 100.0))
            .find(|colour| colour.contrast(background) >= CONTRAST)
            .unwrap_or(Self([0; 3]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dark_accent_is_left_alone() {
        let (accent, darkened) = Accent::of(Some("#1f5f5b"));
        assert_eq!((accent.colour.as_str(), darkened), ("#1f5f5b", false));
    }

    #[test]
    fn a_light_accent_is_darkened_until_it_can_be_read() {
        let (accent, darkened) = Accent::of(Some("#ffd400"));
        assert!(darkened);
        let colour = Colour::read(&accent.colour).unwrap();
        assert!(colour.contrast(Colour::PAPER) >= CONTRAST);
        assert!(colour.contrast(Colour::read(&accent.tint).unwrap()) >= CONTRAST);
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let black = Colour([0; 3]);
        assert!((black.contrast(Colour::PAPER) - 21.0).abs() < 1e-9);
    }
}
