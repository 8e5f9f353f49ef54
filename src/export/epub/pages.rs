//! Cover, title page, imprint, and the contents page of a collection.

use super::Settings;
use super::binding::{Binding, Maker};
use super::chapters::{Document, Kind};
use super::imprint;
use super::navigation::contents;
use super::pictures::Pictures;
use super::xml::{line, ours, xml};
use crate::model::AuthorRole;
use crate::registers::Wording;
use std::fmt::Write as _;

/// What stands before the text, which is `chapters`.
pub(super) fn front<'b>(
    binding: &'b Binding<'b>,
    pictures: &Pictures<'_>,
    settings: &Settings,
    wording: Wording<'_>,
    chapters: &[Document<'b>],
) -> Vec<Document<'b>> {
    let page = |file: &str, title: &str, kind: Kind, body: String| Document {
        file: file.to_owned(),
        title: title.to_owned(),
        kind,
        language: binding.language,
        body,
        entries: Vec::new(),
    };
    let mut pages = vec![
        page("cover.xhtml", binding.title, Kind::Cover, cover(binding, pictures)),
        page("title.xhtml", binding.title, Kind::TitlePage, title_page(binding, settings, wording)),
        page(
            "imprint.xhtml",
            "Imprint",
            Kind::Imprint,
            imprint::body(binding, pictures, settings, wording),
        ),
    ];
    if binding.is_collection {
        let body = contents(binding, chapters);
        pages.push(page("contents.xhtml", "Contents", Kind::Contents, body));
    }
    pages
}

/// The picture; under one that is not of the shape of a book, and where there is none, title and names.
fn cover(binding: &Binding<'_>, pictures: &Pictures<'_>) -> String {
    let picture = pictures.cover();
    let is_whole = picture.is_some_and(|picture| picture.image.height > picture.image.width);
    let class = match picture {
        Some(_) if is_whole => "cover",
        Some(_) => "cover pictured",
        None => "cover typographic",
    };
    let mut body = format!("<section class=\"{class}\" epub:type=\"cover\">\n");
    if let Some(picture) = picture {
        let alt = binding.cover.and_then(|cover| cover.alt.as_deref()).unwrap_or(binding.title);
        let _ = writeln!(
            body,
            "<img role=\"doc-cover\" src=\"{}\" alt=\"{}\" width=\"{}\" height=\"{}\"/>",
            picture.file,
            xml(alt),
            picture.image.width,
            picture.image.height
        );
    }
    if !is_whole {
        body.push_str("<div>\n");
        line(&mut body, "cover-title", binding.title);
        if let Some(subtitle) = binding.subtitle {
            line(&mut body, "subtitle", subtitle);
        }
        body.push_str("</div>\n<div>\n");
        for maker in binding.makers.iter().filter(|maker| maker.role == AuthorRole::Author) {
            line(&mut body, "cover-name", maker.name);
        }
        body.push_str("</div>\n");
    }
    body.push_str("</section>\n");
    body
}

fn title_page(binding: &Binding<'_>, settings: &Settings, wording: Wording<'_>) -> String {
    let mut body = String::from("<section class=\"title-page\" epub:type=\"titlepage\">\n");
    if let Some(series) = binding.series {
        let number = series.number.map(|number| format!(" · {number}")).unwrap_or_default();
        line(&mut body, "series", &format!("{}{number}", series.name));
    }
    let _ = writeln!(body, "<h1>{}</h1>", xml(binding.title));
    if let Some(subtitle) = binding.subtitle {
        let _ = writeln!(body, "<p class=\"subtitle\" role=\"doc-subtitle\">{}</p>", xml(subtitle));
    }
    for maker in &binding.makers {
        let name = match maker.author {
            Some(author) => wording.byline(author),
            None => maker.name.to_owned(),
        };
        let _ = writeln!(body, "<p class=\"byline\">{}{}</p>", part(maker, binding), xml(&name));
    }
    if let Some(publisher) = settings.publisher_of(binding) {
        line(&mut body, "publisher", publisher);
    }
    // A reader would take a day without its year for this year's.
    if let Some(date) = binding.published.filter(|date| date.year().is_some()) {
        let ours = ours(binding.language);
        let _ = writeln!(body, "<p class=\"date\"{ours}>{}</p>", date.in_words());
    }
    body.push_str("</section>\n");
    body
}

/// What somebody other than an author did.
fn part(maker: &Maker<'_>, binding: &Binding<'_>) -> String {
    let words = match maker.role {
        AuthorRole::Author => return String::new(),
        AuthorRole::Editor => "Edited by",
        AuthorRole::Translator => "Translated by",
        AuthorRole::Illustrator => "Illustrated by",
        AuthorRole::Contributor => "With",
    };
    format!("<span class=\"part\"{}>{words}</span> ", ours(binding.language))
}
