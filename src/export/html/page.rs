//! The page around the text: head, title block, notes, authors, foot.

use super::content::{Content, NoteId, ReferenceId, Surroundings};
use super::json_ld;
use crate::model::{Article, Author, PartialDate, Practice, SectionRole};
use crate::registers::{Registers, Wording};
use std::io::{self, Write};

const STYLE: &str = include_str!("theme.css");

/// The `<article>` alone.
pub(super) fn fragment(
    article: &Article,
    registers: &Registers,
    around: &dyn Surroundings,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut content = Content::new(article, around);
    body(&mut content, article, registers, out)?;
    out.write_all(content.finish().as_bytes())
}

/// A page that stands alone.
pub(super) fn standalone(
    article: &Article,
    practice: Option<&Practice>,
    registers: &Registers,
    around: &dyn Surroundings,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut content = Content::new(article, around);
    let language = &article.metadata.language;
    content.raw("<!DOCTYPE html>\n<html");
    content.attribute("lang", language.as_str());
    if language.is_right_to_left() {
        content.attribute("dir", "rtl");
    }
    content.raw(">\n<head>\n<meta charset=\"utf-8\">\n");
    content.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    head(&mut content, article, registers);
    content.raw("<style>\n");
    if let Some(accent) = practice.and_then(|practice| accent(practice)) {
        content.raw(&format!(":root {{ --practice: {accent}; }}\n"));
    }
    content.raw(STYLE);
    content.raw("</style>\n<script type=\"application/ld+json\">");
    content.raw(&json_ld::script(article, registers));
    content.raw("</script>\n</head>\n<body>\n<main>\n");
    body(&mut content, article, registers, out)?;
    content.raw("</main>\n");
    if let Some(practice) = practice {
        foot(&mut content, practice);
    }
    content.raw("</body>\n</html>\n");
    out.write_all(content.finish().as_bytes())
}

/// Only `#rrggbb` gets into the style, whoever made the practice.
fn accent(practice: &Practice) -> Option<&str> {
    let accent = practice.accent.as_deref()?;
    let digits = accent.strip_prefix('#')?;
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(accent)
}

fn head(content: &mut Content<'_>, article: &Article, registers: &Registers) {
    let metadata = &article.metadata;
    let wording = Wording::new(registers);
    content.raw("<title>");
    content.text(&metadata.title);
    content.raw("</title>\n");
    let mut meta = |key: &str, name: &str, value: &str| {
        content.raw("<meta");
        content.attribute(key, name);
        content.attribute("content", value);
        content.raw(">\n");
    };
    let published = metadata.published.filter(|date| date.year().is_some());
    let modified = metadata.modified.filter(|date| date.year().is_some());
    if let Some(summary) = &metadata.summary {
        meta("name", "description", summary);
        meta("property", "og:description", summary);
    }
    for author in &article.authors {
        meta("name", "author", &wording.byline(author));
        meta("name", "dcterms.creator", &author.name);
    }
    if !metadata.keywords.is_empty() {
        meta("name", "keywords", &metadata.keywords.join(", "));
    }
    meta("name", "dcterms.title", &metadata.title);
    meta("name", "dcterms.language", metadata.language.as_str());
    if let Some(publisher) = &metadata.publisher {
        meta("name", "dcterms.publisher", publisher);
        meta("property", "og:site_name", publisher);
    }
    if let Some(licence) = &metadata.licence {
        meta("name", "dcterms.rights", licence);
    }
    meta("property", "og:type", "article");
    meta("property", "og:title", &metadata.title);
    meta("name", "twitter:card", "summary");
    if let Some(date) = published {
        meta("name", "dcterms.issued", &date.to_string());
        meta("property", "article:published_time", &date.to_string());
    }
    if let Some(date) = modified {
        meta("name", "dcterms.modified", &date.to_string());
        meta("property", "article:modified_time", &date.to_string());
    }
    if let Some(category) = &metadata.category {
        meta("property", "article:section", category);
    }
    if let Some(canonical) = metadata.canonical.as_ref().filter(|canonical| canonical.is_web()) {
        meta("property", "og:url", canonical.as_str());
        content.raw("<link rel=\"canonical\"");
        content.attribute("href", canonical.as_str());
        content.raw(">\n");
    }
}

fn body<'a>(
    content: &mut Content<'a>,
    article: &'a Article,
    registers: &Registers,
    out: &mut dyn Write,
) -> io::Result<()> {
    content.raw("<article");
    content.language(article.metadata.language.as_str());
    content.raw(">\n");
    title_block(content, article, registers);
    if !article.lead.is_empty() {
        content.raw("<div class=\"lead\">\n");
        for block in &article.lead {
            content.block(block);
            content.hand_over(out)?;
        }
        content.raw("</div>\n");
    }
    for section in &article.sections {
        content.section(section, 2);
        content.hand_over(out)?;
    }
    authors(content, article, registers);
    notes(content, article);
    imprint(content, article);
    content.raw("</article>\n");
    Ok(())
}

fn title_block(content: &mut Content<'_>, article: &Article, registers: &Registers) {
    let metadata = &article.metadata;
    let wording = Wording::new(registers);
    content.raw("<header>\n");
    if let Some(category) = &metadata.category {
        line(content, "category", category);
    }
    content.raw("<h1>");
    content.text(&metadata.title);
    content.raw("</h1>\n");
    if let Some(subtitle) = &metadata.subtitle {
        line(content, "subtitle", subtitle);
    }
    if !article.authors.is_empty() {
        let names: Vec<String> =
            article.authors.iter().map(|author| wording.byline(author)).collect();
        line(content, "byline", &format!("By {}", names.join(" · ")));
    }
    content.raw("<p class=\"meta\">");
    let mut parts = 0;
    let mut part = |content: &mut Content<'_>| {
        if parts > 0 {
            content.raw(" <span aria-hidden=\"true\">·</span> ");
        }
        parts += 1;
    };
    for (label, date) in [
        ("", metadata.published),
        ("Updated ", metadata.modified),
        ("Reviewed ", metadata.reviewed),
    ] {
        if let Some(date) = date {
            part(content);
            content.raw("<span>");
            content.text(label);
            time(content, date);
            content.raw("</span>");
        }
    }
    part(content);
    content.format(format_args!("<span>{} min read</span>", article.reading_minutes()));
    content.raw("</p>\n</header>\n");
}

fn time(content: &mut Content<'_>, date: PartialDate) {
    content.raw("<time");
    content.attribute("datetime", date.to_string().trim_start_matches("--"));
    content.raw(">");
    content.text(&date.in_words());
    content.raw("</time>");
}

fn line(content: &mut Content<'_>, class: &str, text: &str) {
    content.raw("<p");
    content.attribute("class", class);
    content.raw(">");
    content.text(text);
    content.raw("</p>\n");
}

/// Who the authors are: their biographies where the text has no section about them, and what they hold.
fn authors<'a>(content: &mut Content<'a>, article: &'a Article, registers: &Registers) {
    let wording = Wording::new(registers);
    let told = article.sections_of(SectionRole::AboutTheAuthor).next().is_some();
    let is_known = |author: &&Author| {
        let tells = !told && !author.biography.is_empty();
        tells || !wording.lines(author).is_empty()
    };
    let known: Vec<&'a Author> = article.authors.iter().filter(is_known).collect();
    if known.is_empty() {
        return;
    }
    content.raw("<aside class=\"authors\" aria-label=\"About the author\">\n");
    for author in known {
        content.raw("<section class=\"author\">\n<h2>");
        content.text(&wording.byline(author));
        content.raw("</h2>\n");
        if !told {
            content.blocks(&author.biography);
        }
        content.credentials(&wording.lines(author));
        content.raw("</section>\n");
    }
    content.raw("</aside>\n");
}

fn notes<'a>(content: &mut Content<'a>, article: &'a Article) {
    if article.footnotes.is_empty() {
        return;
    }
    content.raw("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n");
    content.raw("<h2>Notes</h2>\n<ol>\n");
    for (note, number) in article.footnotes.iter().zip(1..) {
        content.format(format_args!("<li id=\"{}\">\n", NoteId(number)));
        content.blocks(&note.content);
        let references = content.references_to(&note.label);
        if references > 0 {
            content.raw("<p class=\"back\">");
            for count in 1..=references {
                let target = ReferenceId { number, count };
                content.format(format_args!(
                    "<a href=\"#{target}\" role=\"doc-backlink\" \
                     aria-label=\"Back to reference {number}\">↩</a> "
                ));
            }
            content.raw("</p>\n");
        }
        content.raw("</li>\n");
    }
    content.raw("</ol>\n</section>\n");
}

/// Version, next review, publisher and licence.
fn imprint(content: &mut Content<'_>, article: &Article) {
    let metadata = &article.metadata;
    let parts: Vec<String> = [
        metadata.publisher.clone(),
        metadata.version.as_ref().map(|version| format!("Version {version}")),
        metadata.next_review.map(|date| format!("Next review {}", date.in_words())),
        metadata.licence.as_ref().map(|licence| format!("Licence {licence}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !parts.is_empty() {
        content.raw("<footer>\n");
        line(content, "imprint", &parts.join(" · "));
        content.raw("</footer>\n");
    }
}

fn foot(content: &mut Content<'_>, practice: &Practice) {
    content.raw("<footer class=\"practice\">\n");
    line(content, "practice-name", &practice.name);
    if let Some(strapline) = &practice.strapline {
        line(content, "strapline", strapline);
    }
    content.raw("<address>");
    let mut is_first = true;
    let mut next = |content: &mut Content<'_>| {
        if !std::mem::take(&mut is_first) {
            content.raw(" <span aria-hidden=\"true\">·</span> ");
        }
    };
    if !practice.address.is_empty() {
        next(content);
        content.text(&practice.address.join(", "));
    }
    let links = [
        practice.telephone.as_ref().map(|number| {
            let digits: String = number.chars().filter(|c| !c.is_whitespace()).collect();
            (format!("tel:{digits}"), number.clone())
        }),
        practice.email.as_ref().map(|email| (format!("mailto:{email}"), email.clone())),
        practice.web.as_ref().map(|web| (web.to_string(), web.for_print().to_owned())),
    ];
    for (target, words) in links.into_iter().flatten() {
        next(content);
        content.raw("<a");
        content.attribute("href", &target);
        content.raw(">");
        content.text(&words);
        content.raw("</a>");
    }
    content.raw("</address>\n");
    for register_line in &practice.register_lines {
        line(content, "register", register_line);
    }
    for text in practice.complaints.iter().chain(&practice.footer) {
        line(content, "small", text);
    }
    content.raw("</footer>\n");
}
