//! Photographs in the four inks of a press, which PDF/A takes only with the profile of that press.

use super::upright::upright;
use crate::export::image::{Image, ImageKind};
use image::codecs::jpeg::JpegEncoder;

/// From 1 to 100: no difference is to be seen in print.
const QUALITY: u8 = 92;

/// Makes red, green and blue of cyan, magenta, yellow and black. One that cannot be read is left for the typesetter to
/// refuse.
pub(super) fn to_rgb(image: &mut Image) {
    if image.kind == ImageKind::Jpeg
        && components(&image.bytes) == Some(4)
        && let Some(picture) = picture(&image.bytes)
    {
        image.bytes = picture.into();
    }
}

fn picture(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
    upright(bytes)?.to_rgb8().write_with_encoder(encoder).ok()?;
    Some(out)
}

/// How many colours the frame header of a JPEG names (ITU-T T.81, B.2.2).
fn components(bytes: &[u8]) -> Option<u8> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        // Markers may be filled up with FF.
        let [0xff, marker, body @ ..] = rest else { return None };
        match marker {
            0xff => rest = &rest[1..],
            // Tables among the markers of frames.
            0xc4 | 0xc8 | 0xcc => rest = body.get(length(body)?..)?,
            0xc0..=0xcf => return body.get(7).copied(),
            0xd9 | 0xda => return None,
            _ => rest = body.get(length(body)?..)?,
        }
    }
}

fn length(segment: &[u8]) -> Option<usize> {
    segment.first_chunk().map(|length| usize::from(u16::from_be_bytes(*length)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::image::{ImageKind, MemoryAssets, load};
    use crate::export::{Exporter, Pdf};
    use crate::source::{Origin, Source};

    const RED: &[u8] = include_bytes!("../../../fixtures/images/press.jpg");

    fn assets() -> MemoryAssets {
        MemoryAssets::new().with("red.jpg", RED.to_vec())
    }

    #[test]
    fn red_of_two_inks_is_red() {
        let address = "red.jpg".parse().unwrap();
        let mut image = load(&assets(), "a.md", &address, Origin::default()).unwrap();
        assert_eq!(components(&image.bytes), Some(4));
        to_rgb(&mut image);
        assert_eq!((image.kind, components(&image.bytes)), (ImageKind::Jpeg, Some(3)));
        let picture = image::load_from_memory(&image.bytes).unwrap().to_rgb8();
        let [red, green, blue] = picture.get_pixel(8, 8).0;
        assert!(red > 200 && green < 60 && blue < 60, "{red} {green} {blue}");
    }

    #[test]
    fn a_photograph_for_the_press_is_printed() {
        let source = Source::new("a.md", "# A\n\nText.\n\n![Red](red.jpg)\n");
        let article = crate::parse(&source).unwrap().value;
        let pdf = Pdf::new().assets(std::sync::Arc::new(assets()));
        pdf.export(&article, &mut Vec::new()).unwrap();
    }

    #[test]
    fn what_is_no_photograph_is_left() {
        for bytes in [&b""[..], b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x00", b"\xff\xd8\xff\xc0\x00"] {
            assert_eq!(components(bytes), None);
        }
    }
}
