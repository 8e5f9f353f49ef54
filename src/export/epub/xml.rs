//! Text and tags of the book's own pages and of its package.

use crate::characters::is_allowed;
use crate::model::Language;
use pulldown_cmark_escape::escape_html;
use std::fmt::Write as _;

/// Text for XML, between tags and in attributes. Most forbidden characters were refused before.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string cannot fail.
    let _ = escape_html(&mut out, text);
    if out.chars().all(is_allowed) {
        return out;
    }
    out.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect()
}

/// A paragraph of a class.
pub(super) fn line(out: &mut String, class: &str, text: &str) {
    let _ = writeln!(out, "<p class=\"{class}\">{}</p>", xml(text));
}

/// `lang`, `xml:lang` and, where it matters, `dir`.
pub(super) fn language(language: &Language) -> String {
    let direction = if language.is_right_to_left() { " dir=\"rtl\"" } else { "" };
    format!(" lang=\"{language}\" xml:lang=\"{language}\"{direction}")
}

/// The attributes of words of ours, which are English, in a book that may not be.
pub(super) fn ours(language: &Language) -> &'static str {
    if language.primary() == "en" { "" } else { " lang=\"en\" xml:lang=\"en\"" }
}

/// A document around its body; `matter` is the part of the book.
pub(super) fn page(title: &str, of: &Language, matter: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"{}>\n\
         <head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/>\n</head>\n\
         <body epub:type=\"{matter}\">\n{body}</body>\n</html>\n",
        language(of),
        xml(title)
    )
}
