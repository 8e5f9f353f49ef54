//! Pieces of text into an article: title, byline, sections and their roles, footnotes.

use super::blocks::{Document, Piece};
use super::frame::HeadingAttributes;
use super::{FrontMatter, byline, reading_list};
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::model::visit::{self, Visit};
use crate::model::{Anchor, Article, Block, Footnote, Inline, Section, SectionRole, inlines_text};
use crate::registers::{Registers, recognise};
use crate::source::{Origin, Source, SourceName};
use std::collections::BTreeSet;

/// Makes the article; none where there is nothing to read.
pub(super) fn assemble(
    source: &Source,
    front: FrontMatter,
    document: Document,
    registers: &Registers,
    found: &mut Vec<Diagnostic>,
) -> Option<Article> {
    let Document { mut pieces, footnotes } = document;
    if pieces.is_empty() {
        if !has_errors(found) {
            found.push(
                Diagnostic::new(Code::NothingToRead, "there is no text in this file")
                    .label(source.origin(0..0), ""),
            );
        }
        return None;
    }
    let mut article = Article { source: SourceName::from(source), ..Article::default() };
    article.metadata = front.metadata;
    article.authors = front.authors;
    title(source, &mut article, &mut pieces, found);
    sections(&mut article, pieces, found);
    if article.lead.is_empty() && article.sections.is_empty() {
        // Only a title: it is all there is to read, and that is little, but it is not nothing.
        found.push(
            Diagnostic::new(Code::NothingToRead, "there is a title, but no text under it")
                .label(source.origin(0..0), ""),
        );
        return None;
    }
    let mut authors = std::mem::take(&mut article.authors);
    byline::take(&mut article.lead, &mut article.metadata, &mut authors, found);
    article.authors = authors;
    for section in &mut article.sections {
        convert_readings(section);
    }
    credentials(&mut article, registers);
    article.footnotes = in_order(&article, footnotes, found);
    Some(article)
}

/// The title from front matter, from the first heading, or from the name of the source.
fn title(
    source: &Source,
    article: &mut Article,
    pieces: &mut Vec<Piece>,
    found: &mut Vec<Diagnostic>,
) {
    let first = pieces.iter().position(|piece| matches!(piece, Piece::Heading { .. }));
    let heading = first.and_then(|at| match &pieces[at] {
        Piece::Heading { level: 1, content, attributes, .. } if !content.is_empty() => {
            let text = inlines_text(content).trim().to_owned();
            Some((at, text, attributes.language.clone(), addresses(content)))
        }
        _ => None,
    });
    let metadata = &mut article.metadata;
    match heading {
        Some((at, text, language, dropped)) if metadata.title.is_empty() && !text.is_empty() => {
            let (title, category) = match text.rsplit_once(" | ") {
                Some((title, category)) if !title.trim().is_empty() => (title, Some(category)),
                _ => (&*text, None),
            };
            title.trim().clone_into(&mut metadata.title);
            if metadata.category.is_none() {
                metadata.category = category
                    .map(|category| category.trim().to_owned())
                    .filter(|category| !category.is_empty());
            }
            if let Some(language) = language {
                metadata.language = language;
            }
            for (address, origin) in dropped {
                found.push(
                    Diagnostic::new(
                        Code::TitleMarkup,
                        format!("a title is plain words, so the address `{address}` was dropped"),
                    )
                    .label(origin, "")
                    .help("write it as `canonical:` in the front matter, or in the text"),
                );
            }
            pieces.remove(at);
        }
        // The title again, as many tools want it.
        Some((at, text, _, dropped)) if text == metadata.title && dropped.is_empty() => {
            pieces.remove(at);
        }
        _ if metadata.title.is_empty() => {
            metadata.title = name_as_title(source.name());
            found.push(
                Diagnostic::new(
                    Code::MissingTitle,
                    format!("there is no title, so the file's name serves: `{}`", metadata.title),
                )
                .label(source.origin(0..0), "")
                .help("write `# Title` as the first line"),
            );
        }
        _ => {}
    }
}

/// Where the links and pictures of a heading lead.
fn addresses(content: &[Inline]) -> Vec<(String, Origin)> {
    let mut all = Vec::new();
    for inline in content {
        if let Inline::Link { address, origin, .. } | Inline::Image { address, origin, .. } = inline
        {
            all.push((address.to_string(), *origin));
        }
        all.extend(addresses(inline.content()));
    }
    all
}

/// `articles/first-session.md` as `First session`.
fn name_as_title(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words =
        stem.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    let title: String =
        chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    if title.is_empty() { "Untitled".to_owned() } else { title }
}

/// Puts the blocks into sections that stand inside one another as their headings say.
fn sections(article: &mut Article, pieces: Vec<Piece>, found: &mut Vec<Diagnostic>) {
    let mut taken = BTreeSet::new();
    // Sections that are still open, with the level of each: a later one stands inside an earlier one.
    let mut open: Vec<(u8, Section)> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Block { block } => match open.last_mut() {
                Some((_, section)) => section.content.push(block),
                None => article.lead.push(block),
            },
            Piece::Heading { level, attributes, content, origin } => {
                let words = inlines_text(&content);
                if words.trim().is_empty() && !content.iter().any(is_image) {
                    found.push(
                        Diagnostic::new(
                            Code::EmptyHeading,
                            "this heading has no words; its section was joined to the one before",
                        )
                        .label(origin, "")
                        .help("write the words, or remove the heading"),
                    );
                    continue;
                }
                while open.last().is_some_and(|(above, _)| *above >= level) {
                    close(&mut open, article);
                }
                let above = open.last().map_or(1, |(above, _)| *above);
                if level > above + 1 {
                    found.push(
                        Diagnostic::new(
                            Code::SkippedHeadingLevel,
                            format!(
                                "this heading is of level {level}, but the one above is of {above}"
                            ),
                        )
                        .label(origin, format!("expected level {}", above + 1))
                        .help(format!("write `{}` before it", "#".repeat(usize::from(above) + 1))),
                    );
                }
                open.push((level, section(content, &words, attributes, origin, &mut taken)));
            }
        }
    }
    while !open.is_empty() {
        close(&mut open, article);
    }
}

const fn is_image(inline: &Inline) -> bool {
    matches!(inline, Inline::Image { .. })
}

fn close(open: &mut Vec<(u8, Section)>, article: &mut Article) {
    if let Some((_, section)) = open.pop() {
        match open.last_mut() {
            Some((_, parent)) => parent.sections.push(section),
            None => article.sections.push(section),
        }
    }
}

fn section(
    mut content: Vec<Inline>,
    words: &str,
    attributes: HeadingAttributes,
    origin: Origin,
    taken: &mut BTreeSet<Anchor>,
) -> Section {
    let HeadingAttributes { id, classes, language } = attributes;
    if let Some(language) = language {
        content = vec![Inline::Span { content, language: Some(language), origin }];
    }
    let mut section = Section::new(words.trim());
    section.id = id.unwrap_or_else(|| Anchor::slug(words)).unique(taken);
    section.role =
        classes.iter().find_map(|class| role_of_class(class)).unwrap_or_else(|| role(words));
    section.heading = content;
    section.origin = origin;
    section
}

fn role_of_class(class: &str) -> Option<SectionRole> {
    serde_json::from_value(serde_json::Value::String(class.to_owned())).ok()
}

/// The role that an English heading names.
pub(super) fn role(heading: &str) -> SectionRole {
    let words: String =
        heading.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.as_str() {
        "further reading"
        | "recommended reading"
        | "suggested reading"
        | "reading list"
        | "further resources"
        | "further reading and resources" => SectionRole::FurtherReading,
        "references" | "bibliography" | "sources" | "works cited" => SectionRole::References,
        "about the author" | "about the authors" | "the author" | "the authors" => {
            SectionRole::AboutTheAuthor
        }
        "urgent help"
        | "getting urgent help"
        | "crisis support"
        | "in a crisis"
        | "in an emergency"
        | "if you need help now"
        | "if you need urgent help"
        | "help in a crisis" => SectionRole::UrgentHelp,
        "summary" | "in short" | "in brief" | "key points" | "at a glance" => SectionRole::Summary,
        _ => SectionRole::Body,
    }
}

fn convert_readings(section: &mut Section) {
    if matches!(section.role, SectionRole::FurtherReading | SectionRole::References) {
        reading_list::convert(&mut section.content);
    }
    section.sections.iter_mut().for_each(convert_readings);
}

/// Memberships that "About the Author" claims belong to the author where there is only one.
fn credentials(article: &mut Article, registers: &Registers) {
    if let [author] = &mut article.authors[..] {
        for section in &article.sections {
            if section.role == SectionRole::AboutTheAuthor {
                let found = recognise(registers, author, &section.content, section.origin);
                author.credentials.extend(found);
            }
        }
    }
}

/// Footnotes in the order in which they are first referred to; those that nothing refers to come last.
fn in_order(
    article: &Article,
    mut footnotes: Vec<Footnote>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Footnote> {
    let mut references = References::default();
    references.article(article);
    let mut ordered: Vec<Footnote> = Vec::with_capacity(footnotes.len());
    let mut next = 0;
    while next < references.0.len() {
        let label = references.0[next].clone();
        next += 1;
        if ordered.iter().any(|note| note.label == label) {
            continue;
        }
        if let Some(at) = footnotes.iter().position(|note| note.label == label) {
            let note = footnotes.remove(at);
            note.content.iter().for_each(|block| references.block(block));
            ordered.push(note);
        }
    }
    let mut taken: BTreeSet<Anchor> = ordered.iter().map(|note| note.label.clone()).collect();
    for mut note in footnotes {
        found.push(
            Diagnostic::new(
                Code::UnusedFootnote,
                format!("nothing refers to the footnote `{}`; it is kept at the end", note.label),
            )
            .label(note.origin, "")
            .help(format!("write `[^{}]` where it belongs", note.label)),
        );
        note.label = note.label.unique(&mut taken);
        ordered.push(note);
    }
    ordered
}

#[derive(Default)]
struct References(Vec<Anchor>);

impl<'a> Visit<'a> for References {
    fn block(&mut self, node: &'a Block) {
        visit::block(self, node);
    }

    fn inline(&mut self, node: &'a Inline) {
        if let Inline::FootnoteReference { label, .. } = node {
            self.0.push(label.clone());
        }
        visit::inline(self, node);
    }
}
