//! Pictures in shades of grey.

use super::grey::{Space, shade_of_bytes, space_of};
use lopdf::{Document, Object, Result, Stream};

/// Makes the samples of a picture shades of grey; what is grey already stays as it is.
pub(super) fn in_grey(document: &Document, picture: &mut Stream) -> Result<()> {
    let Ok(space) = picture.dict.get(b"ColorSpace") else { return Ok(()) };
    let parts = match space_of(document, space) {
        Space::Rgb => 3,
        Space::Cmyk => 4,
        Space::Grey | Space::Pattern => 1,
    };
    picture.dict.set("ColorSpace", "DeviceGray");
    if parts == 1 {
        return Ok(());
    }
    let is_photograph =
        picture.filters().is_ok_and(|filters| filters.contains(&b"DCTDecode".as_slice()));
    let (samples, parts, depth) = if is_photograph {
        let photograph = image::load_from_memory(&picture.content)
            .map_err(|cause| std::io::Error::other(cause.to_string()))?;
        (photograph.into_rgb8().into_raw(), 3, 8)
    } else {
        let depth = picture.dict.get(b"BitsPerComponent").and_then(Object::as_i64)?;
        (picture.get_plain_content()?, parts, depth)
    };
    // Of two bytes the first is as much as any printer shows.
    let eight_bits: Vec<u8> =
        if depth == 16 { samples.chunks_exact(2).map(|pair| pair[0]).collect() } else { samples };
    let grey: Vec<u8> = if parts == 1 {
        eight_bits
    } else {
        eight_bits.chunks_exact(parts).map(shade_of_bytes).collect()
    };
    picture.dict.set("BitsPerComponent", 8);
    picture.dict.remove(b"Decode");
    picture.set_plain_content(grey);
    Ok(())
}
