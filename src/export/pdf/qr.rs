//! The QR code that leads from paper to the web.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// Light modules around the code (ISO/IEC 18004, 9.1).
const QUIET_ZONE: usize = 4;

/// The code for an address as a drawing of one path, or none where the address is too long for any.
pub(super) fn drawing(address: &str) -> Option<Vec<u8>> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .or_else(|_| QrCode::with_error_correction_level(address, EcLevel::L))
        .ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        // A run of dark modules is one rectangle, so that no viewer draws seams between them.
        for run in row.chunk_by(|one, two| one == two) {
            if run[0] == Color::Dark {
                let (left, top, length) = (x + QUIET_ZONE, y + QUIET_ZONE, run.len());
                write!(path, "M{left} {top}h{length}v1h-{length}z").ok()?;
            }
            x += run.len();
        }
    }
    let side = width + 2 * QUIET_ZONE;
    Some(
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
             width=\"{side}\" height=\"{side}\"><path d=\"{path}\"/></svg>"
        )
        .into_bytes(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_path_with_a_quiet_zone() {
        let svg = String::from_utf8(drawing("https://example.org/").unwrap()).unwrap();
        assert_eq!(svg.matches("<path").count(), 1);
        // 25 modules (version 2) and four on either side; the first finder pattern is at 4, 4.
        assert!(svg.contains("viewBox=\"0 0 33 33\""), "{svg}");
        assert!(svg.contains("d=\"M4 4h7v1h-7z"), "{svg}");
    }

    #[test]
    fn an_endless_address_has_none() {
        assert_eq!(drawing(&"x".repeat(4000)), None);
    }
}
