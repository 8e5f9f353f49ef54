//! Pictures of dots as they are to be seen.

use image::{DynamicImage, ImageDecoder, ImageReader};
use std::io::Cursor;

/// A picture of any kind the right way up, as its camera noted; none where it cannot be read.
pub(super) fn upright(bytes: &[u8]) -> Option<DynamicImage> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    Some(picture)
}
