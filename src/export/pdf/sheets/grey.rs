//! Black only: every colour of a document becomes a shade of device grey.

use super::operators::in_grey;
use super::pictures;
use lopdf::{Dictionary, Document, Object, Result, Stream};
use std::collections::BTreeMap;

/// What red, green and blue add to the lightness of a colour (ITU-R BT.709).
const LIGHTNESS: [f32; 3] = [0.2126, 0.7152, 0.0722];
/// The same for the functions of gradients, which are programs.
const PROGRAM: &str = " 0.0722 mul exch 0.7152 mul add exch 0.2126 mul add }";
/// How deep dictionaries may stand in one another.
const DEEPEST: usize = 16;

/// How the numbers of a colour are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Grey,
    Rgb,
    Cmyk,
    Pattern,
}

/// The colour spaces that a content stream names.
#[derive(Default)]
pub(super) struct Spaces(BTreeMap<Vec<u8>, Space>);

impl Spaces {
    #[cfg(test)]
    pub(super) fn of_names<'a>(names: impl IntoIterator<Item = (&'a [u8], Space)>) -> Self {
        Self(names.into_iter().map(|(name, space)| (name.to_vec(), space)).collect())
    }

    fn of(document: &Document, content: &Dictionary) -> Self {
        let resources = content.get_deref(b"Resources", document).and_then(Object::as_dict);
        let named = resources.and_then(|resources| {
            resources.get_deref(b"ColorSpace", document).and_then(Object::as_dict)
        });
        let spaces = named.into_iter().flat_map(Dictionary::iter);
        Self(spaces.map(|(name, space)| (name.clone(), space_of(document, space))).collect())
    }

    pub(super) fn named(&self, name: &[u8]) -> Space {
        self.0.get(name).copied().unwrap_or_else(|| device(name))
    }
}

fn device(name: &[u8]) -> Space {
    match name {
        b"DeviceRGB" | b"CalRGB" => Space::Rgb,
        b"DeviceCMYK" => Space::Cmyk,
        b"Pattern" => Space::Pattern,
        _ => Space::Grey,
    }
}

pub(super) fn space_of(document: &Document, space: &Object) -> Space {
    let space = document.dereference(space).map_or(space, |(_, found)| found);
    if let Ok(name) = space.as_name() {
        return device(name);
    }
    let Ok([kind, rest @ ..]) = space.as_array().map(Vec::as_slice) else { return Space::Grey };
    match kind.as_name() {
        Ok(b"ICCBased") => {
            let profile = rest.first().and_then(|profile| document.dereference(profile).ok());
            let parts = profile.and_then(|(_, profile)| {
                profile.as_stream().ok()?.dict.get(b"N").and_then(Object::as_i64).ok()
            });
            match parts {
                Some(3) => Space::Rgb,
                Some(4) => Space::Cmyk,
                _ => Space::Grey,
            }
        }
        Ok(name) => device(name),
        Err(_) => Space::Grey,
    }
}

/// One number, three or four, as lightness from 0 to 1.
pub(super) fn shade(parts: &[f32]) -> f32 {
    let shade = match parts {
        [red, green, blue] => red * LIGHTNESS[0] + green * LIGHTNESS[1] + blue * LIGHTNESS[2],
        [cyan, magenta, yellow, black] => {
            let ink = cyan * LIGHTNESS[0] + magenta * LIGHTNESS[1] + yellow * LIGHTNESS[2];
            (1.0 - ink - black).max(0.0)
        }
        [grey, ..] => *grey,
        [] => 0.0,
    };
    // Rounding must not make white a little less than white.
    (shade.clamp(0.0, 1.0) * 10_000.0).round() / 10_000.0
}

/// The same for the bytes of a picture.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a mean of bytes is a byte"
)]
pub(super) fn shade_of_bytes(parts: &[u8]) -> u8 {
    let parts: Vec<f32> = parts.iter().map(|part| f32::from(*part) / 255.0).collect();
    (shade(&parts) * 255.0).round() as u8
}

/// Rewrites all pages, drawings, patterns, gradients and pictures.
pub(super) fn whole(document: &mut Document) -> Result<()> {
    let ids: Vec<_> = document.objects.keys().copied().collect();
    // Made from the document as it was, because one may need another's colour space.
    let mut changed = Vec::new();
    for id in &ids {
        let mut object = document.get_object(*id)?.clone();
        if let Object::Stream(stream) = &mut object {
            stream_in_grey(document, stream)?;
        }
        dictionaries_in_grey(document, &mut object, 0)?;
        changed.push((*id, object));
    }
    document.objects.extend(changed);
    // What colours functions give is known from their shadings only.
    let functions = functions_of_shadings(document);
    for id in functions {
        function_in_grey(document, id, 0)?;
    }
    Ok(())
}

fn stream_in_grey(document: &Document, stream: &mut Stream) -> Result<()> {
    let is = |key: &[u8], value: &[u8]| {
        stream.dict.get(key).and_then(Object::as_name).is_ok_and(|name| name == value)
    };
    let is_tiling =
        stream.dict.get(b"PatternType").and_then(Object::as_i64).is_ok_and(|kind| kind == 1);
    if is(b"Subtype", b"Image") {
        pictures::in_grey(document, stream)
    } else if is(b"Subtype", b"Form") || is_tiling {
        let spaces = Spaces::of(document, &stream.dict);
        let content = in_grey(&stream.get_plain_content()?, &spaces)?;
        stream.set_plain_content(content);
        Ok(())
    } else {
        Ok(())
    }
}

/// Colour spaces of groups and shadings, and the names of spaces, in all dictionaries of an object.
fn dictionaries_in_grey(document: &Document, object: &mut Object, depth: usize) -> Result<()> {
    let dictionary = match object {
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &mut stream.dict,
        Object::Array(array) if depth < DEEPEST => {
            return array
                .iter_mut()
                .try_for_each(|one| dictionaries_in_grey(document, one, depth + 1));
        }
        _ => return Ok(()),
    };
    let is_group =
        dictionary.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == b"Transparency");
    if is_group && dictionary.has(b"CS") {
        dictionary.set("CS", "DeviceGray");
    }
    if dictionary.has(b"ShadingType") && dictionary.has(b"ColorSpace") {
        if dictionary.get(b"Background").is_ok() {
            let parts = dictionary.get(b"Background").and_then(Object::as_array)?;
            let grey = Object::Real(shade(&numbers(parts)));
            dictionary.set("Background", vec![grey]);
        }
        let is_grey = dictionary
            .get(b"ColorSpace")
            .is_ok_and(|space| space_of(document, space) == Space::Grey);
        // Its function is seen to later.
        dictionary.set("ColorSpace", "DeviceGray");
        if !is_grey {
            dictionary.set("WasColour", true);
        }
    }
    // Content names no space any more but that of patterns.
    if dictionary.has(b"ColorSpace")
        && dictionary.get(b"ColorSpace").is_ok_and(|one| one.as_dict().is_ok())
    {
        dictionary.remove(b"ColorSpace");
    }
    if depth < DEEPEST {
        for (_, value) in dictionary.iter_mut() {
            dictionaries_in_grey(document, value, depth + 1)?;
        }
    }
    Ok(())
}

fn numbers(array: &[Object]) -> Vec<f32> {
    array.iter().filter_map(|number| number.as_float().ok()).collect()
}

/// The functions of shadings that were in colour, whose marks are taken off.
fn functions_of_shadings(document: &mut Document) -> Vec<lopdf::ObjectId> {
    fn find(object: &mut Object, found: &mut Vec<lopdf::ObjectId>, depth: usize) {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &mut stream.dict,
            _ => return,
        };
        if dictionary.remove(b"WasColour").is_some() {
            found.extend(dictionary.get(b"Function").and_then(Object::as_reference));
        }
        if depth < DEEPEST {
            dictionary.iter_mut().for_each(|(_, value)| find(value, found, depth + 1));
        }
    }
    let mut found = Vec::new();
    document.objects.values_mut().for_each(|object| find(object, &mut found, 0));
    found.sort_unstable();
    found.dedup();
    found
}

fn function_in_grey(document: &mut Document, id: lopdf::ObjectId, depth: usize) -> Result<()> {
    let mut inner = Vec::new();
    match document.get_object_mut(id)? {
        Object::Stream(stream) => {
            let kind = stream.dict.get(b"FunctionType").and_then(Object::as_i64);
            if kind.is_ok_and(|kind| kind == 4)
                && stream.dict.get(b"Range").and_then(Object::as_array)?.len() == 6
            {
                let program = stream.get_plain_content()?;
                let end = program.iter().rposition(|byte| *byte == b'}').unwrap_or(program.len());
                let mut program = program[..end].to_vec();
                program.extend_from_slice(PROGRAM.as_bytes());
                stream.set_plain_content(program);
                stream.dict.set("Range", vec![Object::Integer(0), Object::Integer(1)]);
            }
        }
        Object::Dictionary(function) => {
            for end in ["C0", "C1"] {
                if let Ok(colour) = function.get(end.as_bytes()).and_then(Object::as_array) {
                    let grey = shade(&numbers(colour));
                    function.set(end, vec![Object::Real(grey)]);
                }
            }
            if function.has(b"Range") {
                function.set("Range", vec![Object::Integer(0), Object::Integer(1)]);
            }
            if let Ok(parts) = function.get(b"Functions").and_then(Object::as_array) {
                inner.extend(parts.iter().filter_map(|part| part.as_reference().ok()));
            }
        }
        _ => {}
    }
    inner.sort_unstable();
    inner.dedup();
    if depth < DEEPEST {
        inner.into_iter().try_for_each(|id| function_in_grey(document, id, depth + 1))?;
    }
    Ok(())
}
