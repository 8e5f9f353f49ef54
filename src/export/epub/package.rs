//! The package document, which says what the book is and what is in it.

use super::Day;
use super::accessibility::Claims;
use super::binding::Binding;
use super::chapters::Document;
use super::pictures::Pictures;
use super::xml::xml;
use crate::model::{AuthorRole, Identifier};
use std::fmt::Write as _;

/// A book that is ready to be put into its container.
pub(super) struct Package<'b> {
    pub(super) binding: &'b Binding<'b>,
    pub(super) documents: &'b [Document<'b>],
    pub(super) pictures: &'b Pictures<'b>,
    /// Who publishes it, or else hands it out.
    pub(super) publisher: Option<&'b str>,
    pub(super) modified: Day,
}

/// Writes one element after the other.
struct Metadata(String);

impl Metadata {
    /// An element of Dublin Core; one without words is left out, because EPUB refuses it.
    fn core(&mut self, name: &str, id: &str, text: Option<&str>) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return };
        let id = if id.is_empty() { String::new() } else { format!(" id=\"{id}\"") };
        let _ = writeln!(self.0, "<dc:{name}{id}>{}</dc:{name}>", xml(text));
    }

    fn property(&mut self, property: &str, text: &str) {
        let _ = writeln!(self.0, "<meta property=\"{property}\">{}</meta>", xml(text));
    }

    /// More about the element of this id; `property` may be followed by its scheme.
    fn refine(&mut self, id: &str, property: &str, text: &str) {
        let (property, scheme) = match property.split_once(' ') {
            Some((property, scheme)) => (property, format!(" scheme=\"{scheme}\"")),
            None => (property, String::new()),
        };
        let _ = writeln!(
            self.0,
            "<meta refines=\"#{id}\" property=\"{property}\"{scheme}>{}</meta>",
            xml(text)
        );
    }

    /// As EPUB 2 has it, for programs that read nothing else.
    fn old(&mut self, name: &str, text: &str) {
        let _ = writeln!(self.0, "<meta name=\"{name}\" content=\"{}\"/>", xml(text));
    }
}

impl Package<'_> {
    /// `package.opf`.
    pub(super) fn document(&self) -> String {
        let language = self.binding.language;
        let is_right_to_left = language.is_right_to_left();
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
             unique-identifier=\"book-id\" xml:lang=\"{language}\"{}>\n\
             <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n",
            if is_right_to_left { " dir=\"rtl\"" } else { "" }
        );
        let mut metadata = Metadata(String::new());
        self.names(&mut metadata);
        self.makers(&mut metadata);
        self.about(&mut metadata);
        self.claims(&mut metadata);
        out.push_str(&metadata.0);
        out.push_str("</metadata>\n<manifest>\n");
        self.manifest(&mut out);
        let direction = if is_right_to_left { " page-progression-direction=\"rtl\"" } else { "" };
        let _ = writeln!(out, "</manifest>\n<spine toc=\"ncx\"{direction}>");
        for document in self.documents {
            let _ = writeln!(out, "<itemref idref=\"{}\"/>", id_of(&document.file));
        }
        out.push_str("</spine>\n</package>\n");
        out
    }

    fn names(&self, metadata: &mut Metadata) {
        let binding = self.binding;
        let unique = binding.identifier();
        metadata.core("identifier", "book-id", Some(&unique));
        if binding.isbn().is_some() {
            metadata.refine("book-id", "identifier-type onix:codelist5", "15");
        }
        let others = binding.identifiers.iter().filter_map(|identifier| match identifier {
            Identifier::Isbn { value } => Some(format!("urn:isbn:{value}")),
            Identifier::Doi { value } => Some(format!("urn:doi:{value}")),
            Identifier::Uuid { value } => {
                uuid::Uuid::parse_str(value).ok().map(|uuid| uuid.urn().to_string())
            }
            Identifier::Other { scheme, value } => Some(format!("{scheme}:{value}")),
        });
        for other in others.filter(|other| *other != unique) {
            metadata.core("identifier", "", Some(&other));
        }
        metadata.core("title", "main-title", Some(binding.title));
        metadata.refine("main-title", "title-type", "main");
        metadata.refine("main-title", "display-seq", "1");
        if let Some(subtitle) = binding.subtitle {
            metadata.core("title", "sub-title", Some(subtitle));
            metadata.refine("sub-title", "title-type", "subtitle");
            metadata.refine("sub-title", "display-seq", "2");
        }
    }

    fn makers(&self, metadata: &mut Metadata) {
        let makers = &self.binding.makers;
        // A book of which nobody is the author is its editor's.
        let has_author = makers.iter().any(|maker| maker.role == AuthorRole::Author);
        for (maker, number) in makers.iter().zip(1..) {
            let is_creator = maker.role == AuthorRole::Author || !has_author;
            let id = format!("maker-{number}");
            metadata.core(
                if is_creator { "creator" } else { "contributor" },
                &id,
                Some(maker.name),
            );
            metadata.refine(&id, "role marc:relators", maker.role.marc_relator());
            if let Some(sort_name) = maker.author.and_then(|author| author.sort_name.as_deref()) {
                metadata.refine(&id, "file-as", sort_name);
            }
            metadata.refine(&id, "display-seq", &number.to_string());
        }
    }

    fn about(&self, metadata: &mut Metadata) {
        let binding = self.binding;
        metadata.core("language", "", Some(binding.language.as_str()));
        metadata.core("publisher", "", self.publisher);
        metadata.core("description", "", binding.description);
        for subject in &binding.subjects {
            metadata.core("subject", "", Some(subject));
        }
        metadata.core("rights", "", binding.rights);
        if let Some(day) = binding.published.and_then(Day::of) {
            // With the time of day, because Calibre reads a day alone as the day before.
            metadata.core("date", "", Some(&format!("{day}T00:00:00Z")));
        }
        metadata.property("dcterms:modified", &format!("{}T00:00:00Z", self.modified));
        for audience in binding.audience.iter().filter(|audience| !audience.trim().is_empty()) {
            metadata.property("dcterms:audience", audience);
        }
        if let Some(version) = binding.version {
            metadata.property("schema:version", version);
        }
        if let Some(series) = binding.series {
            let _ = writeln!(
                metadata.0,
                "<meta property=\"belongs-to-collection\" id=\"series\">{}</meta>",
                xml(&series.name)
            );
            metadata.refine("series", "collection-type", "series");
            metadata.old("calibre:series", &series.name);
            if let Some(number) = series.number.map(|number| number.to_string()) {
                metadata.refine("series", "group-position", &number);
                metadata.old("calibre:series_index", &number);
            }
        }
        if self.pictures.cover().is_some() {
            metadata.old("cover", "cover");
        }
    }

    fn claims(&self, metadata: &mut Metadata) {
        let claims = Claims::of(self.pictures);
        claims.modes.iter().for_each(|mode| metadata.property("schema:accessMode", mode));
        for modes in claims.sufficient {
            metadata.property("schema:accessModeSufficient", modes);
        }
        for feature in claims.features {
            metadata.property("schema:accessibilityFeature", feature);
        }
        metadata.property("schema:accessibilityHazard", claims.hazard);
        metadata.property("schema:accessibilitySummary", &claims.summary);
    }

    fn manifest(&self, out: &mut String) {
        let mut item = |id: &str, file: &str, kind: &str, properties: &str| {
            let properties = match properties {
                "" => String::new(),
                some => format!(" properties=\"{some}\""),
            };
            let _ = writeln!(
                out,
                "<item id=\"{id}\" href=\"{file}\" media-type=\"{kind}\"{properties}/>"
            );
        };
        item("nav", "nav.xhtml", "application/xhtml+xml", "nav");
        item("ncx", "toc.ncx", "application/x-dtbncx+xml", "");
        item("style", "book.css", "text/css", "");
        for document in self.documents {
            item(&id_of(&document.file), &document.file, "application/xhtml+xml", "");
        }
        let cover = self.pictures.cover().map(|cover| &cover.file);
        for picture in &self.pictures.files {
            let is_cover = cover == Some(&picture.file);
            let id = if is_cover { "cover".to_owned() } else { id_of(&picture.file) };
            let properties = if is_cover { "cover-image" } else { "" };
            item(&id, &picture.file, picture.image.kind.media_type(), properties);
        }
    }
}

/// `images/image-01.png` as `image-01`, `title.xhtml` as `title-page`.
fn id_of(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    match name.split_once('.') {
        Some((stem, "xhtml")) => format!("{stem}-page"),
        Some((stem, _)) => stem.to_owned(),
        None => name.to_owned(),
    }
}
