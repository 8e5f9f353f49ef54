//! The package document, which says what the book is and what is in it.

use super::Picture;
use super::accessibility::Claims;
use super::binding::Binding;
use super::chapters::Document;
use crate::model::{AuthorRole, Language};
use pulldown_cmark_escape::escape_html;
use std::fmt::Write as _;

/// A book that is ready to be put into its container.
pub(super) struct Package<'a> {
    pub(super) binding: &'a Binding<'a>,
    pub(super) documents: &'a [Document],
    pub(super) pictures: &'a [Picture],
    pub(super) cover: Option<&'a Picture>,
    /// As `2026-03-12`.
    pub(super) modified: &'a str,
    pub(super) claims: Claims,
}

/// Text for XML. Forbidden characters were refused before.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string cannot fail.
    let _ = escape_html(&mut out, text);
    out
}

/// A document around its body.
pub(super) fn page(title: &str, language: &Language, body: &str) -> String {
    let direction = if language.is_right_to_left() { " dir=\"rtl\"" } else { "" };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
         lang=\"{language}\" xml:lang=\"{language}\"{direction}>\n<head>\n<title>{}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/>\n</head>\n<body>\n{body}</body>\n</html>\n",
        xml(title)
    )
}

impl Package<'_> {
    /// `package.opf`.
    pub(super) fn document(&self) -> String {
        let language = self.binding.language;
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
             unique-identifier=\"book-id\" xml:lang=\"{language}\">\n\
             <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        );
        self.metadata(&mut out);
        out.push_str("</metadata>\n<manifest>\n");
        self.manifest(&mut out);
        let direction =
            if language.is_right_to_left() { " page-progression-direction=\"rtl\"" } else { "" };
        let _ = writeln!(out, "</manifest>\n<spine toc=\"ncx\"{direction}>");
        for document in self.documents {
            let _ = writeln!(out, "<itemref idref=\"{}\"/>", id_of(&document.file));
        }
        out.push_str("</spine>\n</package>\n");
        out
    }

    fn metadata(&self, out: &mut String) {
        let binding = self.binding;
        let mut element = |name: &str, id: &str, text: &str| {
            let id = if id.is_empty() { String::new() } else { format!(" id=\"{id}\"") };
            let _ = writeln!(out, "<dc:{name}{id}>{}</dc:{name}>", xml(text));
        };
        element("identifier", "book-id", &binding.identifier());
        element("title", "main-title", binding.title);
        if let Some(subtitle) = binding.subtitle {
            element("title", "subtitle", subtitle);
        }
        element("language", "", binding.language.as_str());
        for (creator, number) in binding.creators.iter().zip(1..) {
            let name = if creator.role == AuthorRole::Author { "creator" } else { "contributor" };
            element(name, &format!("creator-{number}"), creator.name);
        }
        for (name, text) in [
            ("publisher", binding.publisher),
            ("description", binding.description),
            ("rights", binding.rights),
        ] {
            if let Some(text) = text {
                element(name, "", text);
            }
        }
        for subject in &binding.subjects {
            element("subject", "", subject);
        }
        if let Some(date) = binding.published {
            element("date", "", &format!("{}T00:00:00Z", super::day(date)));
        }
        self.refinements(out);
        self.claims(out);
    }

    fn refinements(&self, out: &mut String) {
        let binding = self.binding;
        let mut refine = |id: &str, property: &str, scheme: &str, text: &str| {
            let scheme =
                if scheme.is_empty() { String::new() } else { format!(" scheme=\"{scheme}\"") };
            let _ = writeln!(
                out,
                "<meta refines=\"#{id}\" property=\"{property}\"{scheme}>{}</meta>",
                xml(text)
            );
        };
        refine("main-title", "title-type", "", "main");
        if binding.subtitle.is_some() {
            refine("subtitle", "title-type", "", "subtitle");
        }
        for (creator, number) in binding.creators.iter().zip(1..) {
            let id = format!("creator-{number}");
            refine(&id, "role", "marc:relators", creator.role.marc_relator());
            if let Some(sort_name) = creator.sort_name {
                refine(&id, "file-as", "", sort_name);
            }
            refine(&id, "display-seq", "", &number.to_string());
        }
        let _ =
            writeln!(out, "<meta property=\"dcterms:modified\">{}T00:00:00Z</meta>", self.modified);
        if let Some(series) = binding.series {
            let name = xml(&series.name);
            let _ = writeln!(
                out,
                "<meta property=\"belongs-to-collection\" id=\"series\">{name}</meta>\n\
                 <meta refines=\"#series\" property=\"collection-type\">series</meta>\n\
                 <meta name=\"calibre:series\" content=\"{name}\"/>"
            );
            if let Some(number) = series.number {
                let _ = writeln!(
                    out,
                    "<meta refines=\"#series\" property=\"group-position\">{number}</meta>\n\
                     <meta name=\"calibre:series_index\" content=\"{number}\"/>"
                );
            }
        }
        if self.cover.is_some() {
            out.push_str("<meta name=\"cover\" content=\"cover-image\"/>\n");
        }
    }

    fn claims(&self, out: &mut String) {
        let claims = &self.claims;
        let mut claim = |property: &str, text: &str| {
            let _ = writeln!(out, "<meta property=\"schema:{property}\">{}</meta>", xml(text));
        };
        claims.modes.iter().for_each(|mode| claim("accessMode", mode));
        claims.sufficient.iter().for_each(|modes| claim("accessModeSufficient", modes));
        claims.features.iter().for_each(|feature| claim("accessibilityFeature", feature));
        claim("accessibilityHazard", claims.hazard);
        claim("accessibilitySummary", &claims.summary);
    }

    fn manifest(&self, out: &mut String) {
        let mut item = |id: &str, file: &str, kind: &str, properties: &str| {
            let properties = if properties.is_empty() {
                String::new()
            } else {
                format!(" properties=\"{properties}\"")
            };
            let _ = writeln!(
                out,
                "<item id=\"{id}\" href=\"{file}\" media-type=\"{kind}\"{properties}/>"
            );
        };
        item("nav", "nav.xhtml", "application/xhtml+xml", "nav");
        item("ncx", "toc.ncx", "application/x-dtbncx+xml", "");
        item("style", "book.css", "text/css", "");
        if let Some(cover) = self.cover {
            item("cover-image", &cover.file, cover.image.kind.media_type(), "cover-image");
        }
        for document in self.documents {
            item(&id_of(&document.file), &document.file, "application/xhtml+xml", "");
        }
        for picture in self.pictures {
            item(&id_of(&picture.file), &picture.file, picture.image.kind.media_type(), "");
        }
    }
}

/// `images/image-1.png` as `image-1`.
fn id_of(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.split('.').next().unwrap_or(name).to_owned()
}
