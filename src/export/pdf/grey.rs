//! Images in black and grey, for leaflets that are printed with black ink only.

use super::upright::upright;
use crate::export::image::{Image, ImageKind};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use image::{DynamicImage, ImageFormat};
use quick_xml::events::{BytesCData, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use std::io::Cursor;

/// The attributes and properties of SVG that hold a colour.
const COLOURS: &[&str] =
    &["fill", "stroke", "stop-color", "flood-color", "lighting-color", "color"];

/// Takes the colours out of an image. One that cannot be read is left for the typesetter to refuse.
pub(super) fn take_colours(image: &mut Image) {
    match image.kind {
        ImageKind::Svg => {
            let text = std::str::from_utf8(&image.bytes).ok();
            if let Some(drawing) = text.and_then(drawing) {
                image.bytes = drawing.into();
            }
        }
        _ => {
            if let Some(picture) = picture(&image.bytes) {
                image.bytes = picture.into();
                image.kind = ImageKind::Png;
            }
        }
    }
}

/// Any picture of dots as a grey PNG, the right way up.
fn picture(bytes: &[u8]) -> Option<Vec<u8>> {
    let picture = upright(bytes)?;
    let grey = if picture.color().has_alpha() {
        DynamicImage::ImageLumaA8(picture.to_luma_alpha8())
    } else {
        DynamicImage::ImageLuma8(picture.to_luma8())
    };
    let mut out = Cursor::new(Vec::new());
    grey.write_to(&mut out, ImageFormat::Png).ok()?;
    Some(out.into_inner())
}

fn drawing(text: &str) -> Option<Vec<u8>> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut writer = Writer::new(Vec::new());
    let mut in_style = false;
    loop {
        let event = match reader.read_event().ok()? {
            Event::Start(element) => {
                in_style = element.local_name().as_ref() == "style";
                Event::Start(element_without_colours(&element)?)
            }
            Event::Empty(element) => Event::Empty(element_without_colours(&element)?),
            Event::Text(text) if in_style => Event::Text(BytesText::from_escaped(rules(&text))),
            Event::CData(text) if in_style => Event::CData(BytesCData::new(rules(&text))),
            Event::Eof => break,
            event => {
                in_style &= !matches!(event, Event::End(_));
                event
            }
        };
        writer.write_event(event).ok()?;
    }
    Some(writer.into_inner())
}

fn element_without_colours(element: &BytesStart<'_>) -> Option<BytesStart<'static>> {
    let mut out = BytesStart::new(element.name().as_ref().to_owned());
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        let value = quick_xml::escape::unescape(&attribute.value).ok()?;
        let name = attribute.key.local_name();
        let value = match name.as_ref() {
            "style" => rules(&value),
            "href" => embedded(&value).unwrap_or_else(|| value.into_owned()),
            name if COLOURS.contains(&name) => colour(&value),
            _ => value.into_owned(),
        };
        out.push_attribute((attribute.key.as_ref(), value.as_str()));
    }
    Some(out)
}

/// A picture of dots inside a drawing.
fn embedded(address: &str) -> Option<String> {
    let (head, data) = address.split_once(";base64,")?;
    head.strip_prefix("data:image/")?;
    let data: String = data.split_whitespace().collect();
    let grey = picture(&BASE64.decode(data).ok()?)?;
    Some(format!("data:image/png;base64,{}", BASE64.encode(grey)))
}

/// Declarations of CSS, with or without selectors around them.
fn rules(css: &str) -> String {
    css.split_inclusive([';', '{', '}'])
        .map(|part| {
            let end = part.trim_end_matches([';', '{', '}']).len();
            let (declaration, mark) = part.split_at(end);
            match declaration.split_once(':') {
                Some((name, value)) if COLOURS.contains(&name.trim()) => {
                    format!("{name}:{}{mark}", colour(value))
                }
                _ => part.to_owned(),
            }
        })
        .collect()
}

/// A colour as a grey; anything else, such as `none` or a gradient, as it is.
fn colour(value: &str) -> String {
    let Ok(colour) = value.trim().parse::<svgtypes::Color>() else { return value.to_owned() };
    let grey = grey(colour.red, colour.green, colour.blue);
    let svgtypes::Color { alpha, .. } = colour;
    if alpha == u8::MAX {
        format!("#{grey:02x}{grey:02x}{grey:02x}")
    } else {
        format!("rgba({grey}, {grey}, {grey}, {:.3})", f64::from(alpha) / 255.0)
    }
}

/// As `image` does it for dots: the weights of ITU-R BT.709.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a mean of three bytes is a byte"
)]
fn grey(red: u8, green: u8, blue: u8) -> u8 {
    (0.2126 * f64::from(red) + 0.7152 * f64::from(green) + 0.0722 * f64::from(blue)).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_keeps_its_shapes_and_loses_its_colours() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><style>.a { fill: red; opacity: .5 }</style><path id="p" d="M0 0h4v3z" fill="#00ff00" style="stroke:blue;stroke-width:2"/><path fill="none"/><path fill="url(#p)"/></svg>"##;
        let grey = String::from_utf8(drawing(svg).unwrap()).unwrap();
        for wanted in [
            "fill:#363636",
            "fill=\"#b6b6b6\"",
            "stroke:#121212;stroke-width:2",
            "M0 0h4v3z",
            "fill=\"none\"",
            "url(#p)",
            "opacity: .5",
        ] {
            assert!(grey.contains(wanted), "{wanted} is not in {grey}");
        }
    }

    #[test]
    fn a_picture_becomes_grey_and_keeps_its_transparency() {
        let red = image::RgbaImage::from_pixel(2, 2, image::Rgba([255, 0, 0, 128]));
        let mut png = Cursor::new(Vec::new());
        DynamicImage::ImageRgba8(red).write_to(&mut png, ImageFormat::Png).unwrap();
        let grey = image::load_from_memory(&picture(&png.into_inner()).unwrap()).unwrap();
        let DynamicImage::ImageLumaA8(grey) = grey else { panic!("{:?}", grey.color()) };
        assert_eq!(grey.get_pixel(0, 0).0, [54, 128]);
    }
}
