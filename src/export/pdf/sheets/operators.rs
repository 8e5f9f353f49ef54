//! The operators of content streams: what is left out or changed on sheets.

use super::grey::{self, Space, Spaces};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, Result};

/// The content without tags, which would lead into a tree that the sheets do not have. What a run of
/// glyphs says as text stays.
pub(super) fn untagged(content: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::new();
    let mut open = Vec::new();
    for mut operation in Content::decode(content)?.operations {
        match operation.operator.as_str() {
            "BMC" => open.push(false),
            "BDC" => {
                let stays = is_spelt_out(&mut operation);
                open.push(stays);
                if stays {
                    kept.push(operation);
                }
            }
            "EMC" => {
                if open.pop() == Some(true) {
                    kept.push(operation);
                }
            }
            _ => kept.push(operation),
        }
    }
    Content { operations: kept }.encode()
}

/// Whether a marked sequence says what its glyphs mean; takes all else off it.
fn is_spelt_out(operation: &mut Operation) -> bool {
    let Some(Object::Dictionary(properties)) = operation.operands.get_mut(1) else { return false };
    let Ok(text) = properties.get(b"ActualText").cloned() else { return false };
    let mut only = Dictionary::new();
    only.set("ActualText", text);
    operation.operands = vec![Object::from("Span"), Object::Dictionary(only)];
    true
}

/// The colours of fills and of strokes.
#[derive(Clone, Copy)]
struct Colours {
    fill: Space,
    stroke: Space,
}

/// The content with every colour as a shade of grey.
pub(super) fn in_grey(content: &[u8], spaces: &Spaces) -> Result<Vec<u8>> {
    let mut colours = Colours { fill: Space::Grey, stroke: Space::Grey };
    let mut saved = Vec::new();
    let mut kept = Vec::new();
    for operation in Content::decode(content)?.operations {
        match operation.operator.as_str() {
            "q" => saved.push(colours),
            "Q" => colours = saved.pop().unwrap_or(colours),
            _ => {}
        }
        kept.push(grey_operation(operation, &mut colours, spaces));
    }
    Content { operations: kept }.encode()
}

fn grey_operation(operation: Operation, colours: &mut Colours, spaces: &Spaces) -> Operation {
    let is_fill = operation.operator.chars().all(|c| c.is_ascii_lowercase());
    let set = if is_fill { "g" } else { "G" };
    let space = if is_fill { &mut colours.fill } else { &mut colours.stroke };
    let parts: Vec<f32> =
        operation.operands.iter().filter_map(|part| part.as_float().ok()).collect();
    let shade = match operation.operator.as_str() {
        "cs" | "CS" => {
            let name = operation.operands.first().and_then(|name| name.as_name().ok());
            *space = spaces.named(name.unwrap_or_default());
            match space {
                Space::Pattern => return operation,
                // A new space begins with black.
                Space::Grey | Space::Rgb | Space::Cmyk => 0.0,
            }
        }
        "sc" | "SC" | "scn" | "SCN" => match space {
            Space::Pattern => return operation,
            _ => grey::shade(&parts),
        },
        "rg" | "RG" | "k" | "K" | "g" | "G" => {
            *space = Space::Grey;
            grey::shade(&parts)
        }
        _ => return operation,
    };
    Operation::new(set, vec![Object::Real(shade)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(content: Result<Vec<u8>>) -> String {
        String::from_utf8(content.unwrap()).unwrap()
    }

    #[test]
    fn tags_go_and_the_text_of_glyphs_stays() {
        let content = b"/P <</MCID 0>> BDC BT (a) Tj /Span <</MCID 1/ActualText (fi)>> BDC (b) Tj EMC ET EMC \
            /Artifact BMC 0 0 m EMC";
        let kept = text(untagged(content));
        assert!(!kept.contains("MCID") && !kept.contains("Artifact"), "{kept}");
        assert_eq!((kept.matches("BDC").count(), kept.matches("EMC").count()), (1, 1), "{kept}");
        assert!(kept.contains("/ActualText") && kept.contains("(b) Tj"), "{kept}");
    }

    #[test]
    fn colours_become_shades_and_patterns_stay() {
        let spaces = Spaces::of_names([(&b"c0"[..], Space::Rgb), (&b"c1"[..], Space::Grey)]);
        let content = b"/c0 cs 1 0 0 scn q /c1 CS 0.25 SCN Q 0 0 1 RG /Pattern cs /p0 scn f";
        let kept = text(in_grey(content, &spaces));
        assert!(!kept.contains("c0") && !kept.contains("c1"), "{kept}");
        assert!(kept.contains("0.2126 g") && kept.contains("0.25 G"), "{kept}");
        assert!(kept.contains("0.0722 G") && kept.contains("/Pattern cs\n/p0 scn"), "{kept}");
    }
}
