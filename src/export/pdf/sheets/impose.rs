//! Pages as drawings on sheets.

use super::marks::{BLEED, Frame, rounded};
use super::plan::{Side, sides};
use super::{grey, operators};
use crate::diagnostic::{Code, Diagnostic};
use crate::export::pdf::leaflet::Leaflet;
use crate::model::Language;
use crate::{Error, Result};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, decode_text_string, text_string};
use std::fmt::Write as _;

/// How pages are put on sheets.
pub(super) struct Imposition {
    pub(super) leaflet: Leaflet,
    pub(super) marks: bool,
    pub(super) mono: bool,
}

impl Imposition {
    /// The sheets of these pages, and how many sides they have.
    pub(super) fn of(&self, pages: &[u8]) -> Result<(Vec<u8>, usize)> {
        self.impose(pages).map_err(|cause| {
            let message = format!("the pages cannot be put on sheets: {cause}");
            Error::from(Diagnostic::new(Code::TypesettingFailed, message))
        })
    }

    fn impose(&self, pages: &[u8]) -> lopdf::Result<(Vec<u8>, usize)> {
        let mut document = Document::load_mem(pages)?;
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let group = pages.first().and_then(|page| {
            document.get_dictionary(*page).ok()?.get_deref(b"Group", &document).ok().cloned()
        });
        let mut drawings = Vec::with_capacity(pages.len());
        for page in &pages {
            let drawing = drawing(&document, *page)?;
            drawings.push(document.add_object(drawing));
        }
        let sides = sides(self.leaflet, pages.len(), is_right_to_left(&document));
        let tree = document.new_object_id();
        let mut kids = Vec::with_capacity(sides.len());
        for side in &sides {
            let page = self.page(&mut document, side, &drawings, tree, group.as_ref())?;
            kids.push(Object::Reference(document.add_object(page)));
        }
        let mut root = Dictionary::new();
        root.set("Type", "Pages");
        root.set("Count", i64::try_from(kids.len()).unwrap_or(i64::MAX));
        root.set("Kids", kids);
        document.set_object(tree, root);
        let catalogue = self.catalogue(&document, tree);
        let catalogue = document.add_object(catalogue);
        finish(&mut document, catalogue);
        if self.mono {
            grey::whole(&mut document)?;
            document.prune_objects();
        }
        document.compress();
        document.renumber_objects();
        let mut out = Vec::new();
        document.save_modern(&mut out)?;
        Ok((out, sides.len()))
    }

    /// A side of a sheet.
    fn page(
        &self,
        document: &mut Document,
        side: &Side,
        drawings: &[ObjectId],
        tree: ObjectId,
        group: Option<&Object>,
    ) -> lopdf::Result<Dictionary> {
        let frame = Frame::new(self.marks);
        let mut content = String::new();
        let mut named = Dictionary::new();
        for place in &side.places {
            let Some(at) = place.page else { continue };
            let drawing = drawings.get(at).ok_or(lopdf::Error::PageNumberNotFound(
                u32::try_from(at + 1).unwrap_or(u32::MAX),
            ))?;
            named.set(format!("P{}", at + 1), Object::Reference(*drawing));
            let [left, bottom, width, height] =
                frame.visible(side, place.left, place.width).map(rounded);
            let [x, y] = frame.corner(place.left).map(rounded);
            let _ = write!(
                content,
                "q\n{left} {bottom} {width} {height} re W n\n1 0 0 1 {x} {y} cm\n/P{} Do\nQ\n",
                at + 1
            );
        }
        content.push_str(&frame.marks(side));
        let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
        let mut resources = Dictionary::new();
        resources.set("XObject", named);
        let mut page = Dictionary::new();
        page.set("Type", "Page");
        page.set("Parent", tree);
        frame.set_boxes(side, &mut page);
        page.set("Resources", resources);
        page.set("Contents", content);
        if let Some(group) = group {
            page.set("Group", group.clone());
        }
        Ok(page)
    }

    fn catalogue(&self, document: &Document, tree: ObjectId) -> Dictionary {
        // What printing programs offer first.
        let mut preferences = Dictionary::new();
        preferences.set("PrintScaling", "None");
        if self.leaflet.is_folded() {
            preferences.set("Duplex", "DuplexFlipShortEdge");
        }
        let mut catalogue = Dictionary::new();
        catalogue.set("Type", "Catalog");
        catalogue.set("Pages", tree);
        catalogue.set("ViewerPreferences", preferences);
        if let Ok(language) = document.catalog().and_then(|catalogue| catalogue.get(b"Lang")) {
            catalogue.set("Lang", language.clone());
        }
        catalogue
    }
}

/// Whether lines begin on the right, by the language that the pages say they are in.
fn is_right_to_left(document: &Document) -> bool {
    let language = document.catalog().and_then(|catalogue| catalogue.get(b"Lang"));
    let language = language.and_then(decode_text_string).ok();
    language.and_then(|tag| tag.parse::<Language>().ok()).is_some_and(|one| one.is_right_to_left())
}

/// Names the new root, and drops all that only the old one led to.
fn finish(document: &mut Document, catalogue: ObjectId) {
    let mut about = Dictionary::new();
    let told = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict);
    let told = told.cloned().unwrap_or_default();
    for (key, value) in &told {
        if key == b"Title" {
            let title = decode_text_string(value).unwrap_or_default();
            about.set("Title", text_string(&format!("{title} (sheets for the printer)")));
        } else {
            about.set(key.clone(), value.clone());
        }
    }
    let id = document.trailer.get(b"ID").cloned();
    let mut trailer = Dictionary::new();
    trailer.set("Root", catalogue);
    trailer.set("Info", document.add_object(about));
    if let Ok(id) = id {
        trailer.set("ID", id);
    }
    document.trailer = trailer;
    "1.7".clone_into(&mut document.version);
    document.prune_objects();
}

/// A page as a drawing, with what it has beyond its edges.
fn drawing(document: &Document, page: ObjectId) -> lopdf::Result<Stream> {
    let dictionary = document.get_dictionary(page)?;
    let content = operators::untagged(&document.get_page_content(page))?;
    let media = dictionary.get_deref(b"MediaBox", document)?.as_array()?;
    let beyond = rounded(BLEED * 72.0 / 25.4);
    let bounds = media.iter().enumerate().map(|(at, number)| {
        let number = f64::from(number.as_float().unwrap_or_default());
        Object::from(rounded(if at < 2 { number - beyond } else { number + beyond }))
    });
    let mut drawing = Dictionary::new();
    drawing.set("Type", "XObject");
    drawing.set("Subtype", "Form");
    drawing.set("BBox", bounds.collect::<Vec<Object>>());
    drawing.set("Resources", dictionary.get_deref(b"Resources", document)?.clone());
    Ok(Stream::new(drawing, content))
}
