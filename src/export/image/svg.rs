//! Whether an SVG drawing only draws.

use crate::diagnostic::Code;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements that run, load or embed something.
const FORBIDDEN: &[&str] = &[
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "handler",
    "listener",
    "animate",
    "animatemotion",
    "animatetransform",
    "set",
];

/// Checks a drawing and finds its size in user units.
pub(super) fn inspect(bytes: &[u8]) -> Result<(u32, u32), (Code, String)> {
    let not_an_image = || {
        (
            Code::BadImage,
            "is of no kind that can be used; expected PNG, JPEG, GIF, WebP or SVG".into(),
        )
    };
    let text = std::str::from_utf8(bytes).map_err(|_| not_an_image())?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut size = None;
    let mut depth = 0_usize;
    let mut in_style = false;
    loop {
        let event = reader.read_event().map_err(|cause| {
            let (code, what) = not_an_image();
            if size.is_some() {
                (code, format!("is not well-formed XML: {cause}"))
            } else {
                (code, what)
            }
        })?;
        match event {
            Event::Start(element) => {
                check(&element)?;
                size = size.or(root_size(&element, depth)?);
                in_style = local_name(&element) == "style";
                depth += 1;
            }
            Event::Empty(element) => {
                check(&element)?;
                size = size.or(root_size(&element, depth)?);
            }
            Event::End(_) => {
                in_style = false;
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if in_style => check_style(&text)?,
            Event::CData(text) if in_style => check_style(&text)?,
            Event::PI(_) => return Err(unsafe_part("has a processing instruction")),
            Event::DocType(doctype) if doctype.contains('[') => {
                return Err(unsafe_part("declares entities"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if depth > 0 {
        return Err((Code::BadImage, "ends in the middle of the drawing".into()));
    }
    size.ok_or_else(not_an_image)
}

fn unsafe_part(what: &str) -> (Code, String) {
    (Code::UnsafeSvg, format!("{what}, which is not allowed in a drawing"))
}

fn local_name(element: &BytesStart<'_>) -> String {
    element.local_name().as_ref().to_lowercase()
}

fn check(element: &BytesStart<'_>) -> Result<(), (Code, String)> {
    let name = local_name(element);
    if FORBIDDEN.contains(&name.as_str()) {
        return Err(unsafe_part(&format!("has a <{name}> element")));
    }
    for attribute in element.attributes() {
        let attribute = attribute
            .map_err(|cause| (Code::BadImage, format!("is not well-formed XML: {cause}")))?;
        let key = attribute.key.local_name().as_ref().to_lowercase();
        let value = quick_xml::escape::unescape(&attribute.value)
            .map_err(|cause| (Code::BadImage, format!("is not well-formed XML: {cause}")))?;
        if key.starts_with("on") {
            return Err(unsafe_part(&format!("has the event handler `{key}`")));
        }
        if matches!(key.as_str(), "href" | "src") {
            let value = value.trim();
            if !(value.starts_with('#') || name == "image" && is_raster_data(value)) {
                return Err(unsafe_part(&format!("refers to `{value}`")));
            }
        }
        check_style(&value)?;
    }
    Ok(())
}

/// `url(#…)` stays in the drawing; any other `url(…)`, and `@import`, leaves it.
fn check_style(style: &str) -> Result<(), (Code, String)> {
    let style = style.to_lowercase();
    let outside = style.match_indices("url(").any(|(at, _)| {
        let target = style[at + 4..].trim_start_matches([' ', '\'', '"', '\n', '\t']);
        !target.starts_with('#')
    });
    if outside || style.contains("@import") || style.contains("image-set(") {
        return Err(unsafe_part("loads something from outside"));
    }
    Ok(())
}

fn root_size(element: &BytesStart<'_>, depth: usize) -> Result<Option<(u32, u32)>, (Code, String)> {
    if depth > 0 || local_name(element) != "svg" {
        return Ok(None);
    }
    let attribute = |name: &str| {
        let found = element.try_get_attribute(name).ok().flatten()?;
        Some(found.value.into_owned())
    };
    let length = |name: &str| {
        attribute(name)?.trim().trim_end_matches("px").parse::<f64>().ok().filter(|n| *n > 0.0)
    };
    let view_box = attribute("viewBox").and_then(|text| {
        let numbers: Vec<f64> = text
            .split([' ', ','])
            .filter(|n| !n.is_empty())
            .filter_map(|n| n.parse().ok())
            .collect();
        match numbers[..] {
            [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
            _ => None,
        }
    });
    let (width, height) = length("width").zip(length("height")).or(view_box).ok_or_else(|| {
        (Code::BadImage, "says neither its width and height nor its viewBox".to_owned())
    })?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive, and clamped to what fits"
    )]
    let side = |units: f64| units.ceil().clamp(1.0, 1e6) as u32;
    Ok(Some((side(width), side(height))))
}

/// A picture of dots inside the drawing; a drawing inside a drawing could hide what is refused here.
fn is_raster_data(address: &str) -> bool {
    ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"]
        .iter()
        .any(|start| address.starts_with(start))
}
