//! The table of contents, for new reading systems and for old ones.

use super::binding::Binding;
use super::chapters::{Document, Entry, Kind};
use super::xml::{language, ours, page, xml};
use crate::model::Language;
use std::fmt::Write as _;

/// `nav.xhtml`: contents and landmarks.
pub(super) fn nav(binding: &Binding<'_>, documents: &[Document<'_>]) -> String {
    let ours = ours(binding.language);
    let mut body = format!(
        "<nav epub:type=\"toc\" role=\"doc-toc\" aria-label=\"Contents\"{}>\n\
         <h1{ours}>Contents</h1>\n<ol>\n",
        language(binding.language)
    );
    for document in documents.iter().filter(|document| document.kind.is_text()) {
        let _ = write!(
            body,
            "<li><a href=\"{}\"{}>{}</a>",
            document.file,
            differing(document.language, binding.language),
            xml(&document.title)
        );
        list(&document.entries, &mut body);
        body.push_str("</li>\n");
    }
    let _ = write!(
        body,
        "</ol>\n</nav>\n<nav epub:type=\"landmarks\" role=\"navigation\" aria-label=\"Landmarks\" \
         hidden=\"hidden\"{}>\n<h2{ours}>Landmarks</h2>\n<ol>\n",
        language(binding.language)
    );
    let mut has_begun = false;
    for document in documents {
        let (kind, words) = match document.kind {
            Kind::Cover => ("cover", "Cover"),
            Kind::TitlePage => ("titlepage", "Title page"),
            Kind::Imprint => ("copyright-page", "Imprint"),
            Kind::Contents => ("toc", "Contents"),
            Kind::Chapter | Kind::BackMatter if !has_begun => {
                has_begun = true;
                ("bodymatter", "Start of the text")
            }
            Kind::Chapter | Kind::BackMatter => continue,
        };
        let _ = writeln!(
            body,
            "<li><a epub:type=\"{kind}\" href=\"{}\"{ours}>{words}</a></li>",
            document.file
        );
    }
    body.push_str("</ol>\n</nav>\n");
    page("Contents", binding.language, "frontmatter", &body)
}

fn differing(own: &Language, of_book: &Language) -> String {
    if own == of_book { String::new() } else { language(own) }
}

/// The contents as a page of the book, with who wrote what.
pub(super) fn contents(binding: &Binding<'_>, documents: &[Document<'_>]) -> String {
    let ours = ours(binding.language);
    let mut body = format!(
        "<nav class=\"contents\" role=\"doc-toc\" aria-label=\"Contents\">\n<h1{ours}>Contents</h1>\n<ol>\n"
    );
    let mut articles = binding.articles.iter();
    for document in documents.iter().filter(|document| document.kind.is_text()) {
        let _ = write!(
            body,
            "<li><a href=\"{}\"{}>{}</a>",
            document.file,
            differing(document.language, binding.language),
            xml(&document.title)
        );
        if document.kind == Kind::Chapter
            && let Some(article) = articles.next()
        {
            let names: Vec<&str> =
                article.authors.iter().map(|author| author.name.as_str()).collect();
            if !names.is_empty() {
                let _ = write!(body, "<br/>\n<span class=\"by\">{}</span>", xml(&names.join(", ")));
            }
        }
        body.push_str("</li>\n");
    }
    body.push_str("</ol>\n</nav>\n");
    body
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

/// `toc.ncx`, as EPUB 2 has it (<https://idpf.org/epub/20/spec/OPF_2.0_latest.htm#Section2.4.1>).
pub(super) fn ncx(binding: &Binding<'_>, documents: &[Document<'_>]) -> String {
    let text = |document: &&Document<'_>| document.kind.is_text();
    let depth = documents.iter().filter(text).map(|document| 1 + depth(&document.entries)).max();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" xml:lang=\"{}\">\n\
         <head>\n<meta name=\"dtb:uid\" content=\"{}\"/>\n<meta name=\"dtb:depth\" content=\"{}\"/>\n\
         <meta name=\"dtb:totalPageCount\" content=\"0\"/>\n\
         <meta name=\"dtb:maxPageNumber\" content=\"0\"/>\n</head>\n\
         <docTitle><text>{}</text></docTitle>\n",
        binding.language,
        xml(&binding.identifier()),
        depth.unwrap_or(1),
        xml(binding.title)
    );
    for maker in binding.makers.iter().filter(|maker| !maker.name.trim().is_empty()) {
        let _ = writeln!(out, "<docAuthor><text>{}</text></docAuthor>", xml(maker.name));
    }
    out.push_str("<navMap>\n");
    let mut order = 0;
    for document in documents.iter().filter(text) {
        point(&document.title, &document.file, &document.entries, &mut order, &mut out);
    }
    out.push_str("</navMap>\n</ncx>\n");
    out
}

fn depth(entries: &[Entry]) -> usize {
    entries.iter().map(|entry| 1 + depth(&entry.entries)).max().unwrap_or(0)
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
