//! The table of contents, for new reading systems and for old ones.

use super::binding::Binding;
use super::chapters::{Document, Entry};
use super::package::{page, xml};
use std::fmt::Write as _;

/// `nav.xhtml`: contents and landmarks.
pub(super) fn nav(binding: &Binding<'_>, documents: &[Document]) -> String {
    let mut body = String::from(
        "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\" aria-label=\"Contents\">\n<h1>Contents</h1>\n<ol>\n",
    );
    for document in listed(documents) {
        let _ = write!(body, "<li><a href=\"{}\">{}</a>", document.file, xml(&document.title));
        list(&document.entries, &mut body);
        body.push_str("</li>\n");
    }
    body.push_str("</ol>\n</nav>\n<nav epub:type=\"landmarks\" aria-label=\"Landmarks\" hidden=\"hidden\">\n<h2>Landmarks</h2>\n<ol>\n");
    let start = listed(documents)
        .next()
        .map(|document| ("bodymatter", &document.file, "Start of the text"));
    let front = documents.iter().filter_map(|document| match document.kind {
        "cover" => Some(("cover", &document.file, "Cover")),
        "titlepage" => Some(("titlepage", &document.file, "Title page")),
        "copyright-page" => Some(("copyright-page", &document.file, "Imprint")),
        _ => None,
    });
    // The contents page of a collection; this document itself is not among the pages.
    let contents = documents.iter().find(|document| document.file == "contents.xhtml");
    let contents = contents.map(|document| ("toc", &document.file, "Contents"));
    for (kind, file, words) in front.chain(contents).chain(start) {
        let _ = writeln!(body, "<li><a epub:type=\"{kind}\" href=\"{file}\">{words}</a></li>");
    }
    body.push_str("</ol>\n</nav>\n");
    page("Contents", binding.language, &body)
}

fn listed(documents: &[Document]) -> impl Iterator<Item = &Document> {
    documents.iter().filter(|document| document.is_listed)
}

fn list(entries: &[Entry], body: &mut String) {
    if entries.is_empty() {
        return;
    }
    body.push_str("\n<ol>\n");
    for entry in entries {
        let _ = write!(body, "<li><a href=\"{}\">{}</a>", entry.target, xml(&entry.title));
        list(&entry.entries, body);
        body.push_str("</li>\n");
    }
    body.push_str("</ol>\n");
}

/// `toc.ncx`, as EPUB 2 has it.
pub(super) fn ncx(binding: &Binding<'_>, documents: &[Document]) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" xml:lang=\"{}\">\n\
         <head>\n<meta name=\"dtb:uid\" content=\"{}\"/>\n</head>\n\
         <docTitle><text>{}</text></docTitle>\n<navMap>\n",
        binding.language,
        xml(&binding.identifier()),
        xml(binding.title)
    );
    let mut order = 0;
    for document in listed(documents) {
        point(&document.title, &document.file, &document.entries, &mut order, &mut out);
    }
    out.push_str("</navMap>\n</ncx>\n");
    out
}

fn point(title: &str, target: &str, entries: &[Entry], order: &mut usize, out: &mut String) {
    *order += 1;
    let _ = writeln!(
        out,
        "<navPoint id=\"point-{order}\" playOrder=\"{order}\"><navLabel><text>{}</text></navLabel>\
         <content src=\"{target}\"/>",
        xml(title)
    );
    for entry in entries {
        point(&entry.title, &entry.target, &entry.entries, order, out);
    }
    out.push_str("</navPoint>\n");
}
