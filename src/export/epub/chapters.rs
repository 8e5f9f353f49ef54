//! The text of a book in documents.

use super::binding::Binding;
use super::links::Place;
use super::notes::Notes;
use super::pictures::Pictures;
use super::plan::{Chapter, Part, Plan};
use super::xml::ours;
use crate::characters::one_line;
use crate::export::html::content::Content;
use crate::model::{Article, Author, Language, Section, SectionRole};
use crate::registers::{RegisterLine, Wording};

/// A document of the book, with what the navigation says of it.
pub(super) struct Document<'b> {
    pub(super) file: String,
    pub(super) title: String,
    pub(super) kind: Kind,
    pub(super) language: &'b Language,
    /// What stands between the body's tags.
    pub(super) body: String,
    /// The sections in it that the contents name.
    pub(super) entries: Vec<Entry>,
}

/// What a document is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Cover,
    TitlePage,
    Imprint,
    Contents,
    Chapter,
    /// Further reading, references, the authors.
    BackMatter,
}

impl Kind {
    /// The part of the book, in the words of `epub:type`.
    pub(super) const fn matter(self) -> &'static str {
        match self {
            Self::Cover | Self::TitlePage | Self::Imprint | Self::Contents => "frontmatter",
            Self::Chapter => "bodymatter",
            Self::BackMatter => "backmatter",
        }
    }

    /// Whether the contents name it.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Chapter | Self::BackMatter)
    }
}

/// A section as the contents name it.
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) target: String,
    pub(super) entries: Vec<Entry>,
}

/// Writes every chapter of the plan.
pub(super) fn typeset<'b>(
    binding: &'b Binding<'b>,
    plan: &Plan<'b>,
    pictures: &Pictures<'b>,
    wording: Wording<'_>,
) -> Vec<Document<'b>> {
    let mut notes: Vec<Notes<'b>> =
        binding.articles.iter().map(|article| Notes::new(article)).collect();
    let typesetter = Typesetter { binding, plan, pictures, wording };
    let chapters = plan.chapters.iter().enumerate();
    chapters
        .filter_map(|(at, chapter)| match chapter.article {
            Some(article) => {
                Some(typesetter.chapter(at, chapter, article, notes.get_mut(article)?))
            }
            None => Some(typesetter.authors_of_all(at, chapter)),
        })
        .collect()
}

struct Typesetter<'p, 'b> {
    binding: &'b Binding<'b>,
    plan: &'p Plan<'b>,
    pictures: &'p Pictures<'b>,
    wording: Wording<'p>,
}

impl<'b> Typesetter<'_, 'b> {
    fn place(&self, chapter: usize, article: usize) -> Place<'_, 'b> {
        let Self { binding, plan, pictures, .. } = *self;
        Place { binding, plan, pictures, chapter, article }
    }

    fn chapter(
        &self,
        at: usize,
        chapter: &Chapter<'b>,
        number: usize,
        notes: &mut Notes<'b>,
    ) -> Document<'b> {
        let article: &'b Article = &self.binding.articles[number];
        let around = self.place(at, number);
        let mut content = Content::new(article, &around);
        let (title, (name, role), sections): (_, _, &[Section]) = match chapter.part {
            Part::Opening => (article.metadata.title.clone(), CHAPTER, &[]),
            Part::Whole => (article.metadata.title.clone(), CHAPTER, &article.sections),
            Part::Section(section) => (label(section), kind_of(section.role), &section.sections),
            Part::Authors => (about(&self.plan.tellings).to_owned(), AUTHORS, &[]),
        };
        content.raw("<section");
        if let Part::Section(section) = chapter.part {
            content.attribute("id", self.plan.place_of(number, &section.id).map_or("", |to| to.1));
        }
        content.attribute("epub:type", name);
        if !role.is_empty() {
            content.attribute("role", role);
            content.attribute("aria-label", &title);
        }
        content.raw(">\n");
        match chapter.part {
            Part::Opening => {
                head(&mut content, article, None);
                content.blocks(&article.lead);
            }
            Part::Whole => {
                head(&mut content, article, Some(self.wording));
                content.blocks(&article.lead);
                article.sections.iter().for_each(|section| content.section(section, 2));
            }
            Part::Section(section) => {
                content.heading(&section.heading, 1);
                content.blocks(&section.content);
                section.sections.iter().for_each(|inner| content.section(inner, 2));
            }
            Part::Authors => {
                self.about(&mut content);
                for (_, author) in &self.plan.tellings {
                    self.author(&mut content, author);
                }
            }
        }
        notes.write(&mut content, chapter.is_last);
        content.raw("</section>\n");
        Document {
            title,
            kind: if name == "chapter" { Kind::Chapter } else { Kind::BackMatter },
            language: &article.metadata.language,
            body: content.finish(),
            entries: self.entries(number, sections, &chapter.file),
            file: chapter.file.clone(),
        }
    }

    /// The authors of several articles. What one says of themselves has no notes: their numbers would
    /// be those of several articles.
    fn authors_of_all(&self, at: usize, chapter: &Chapter<'b>) -> Document<'b> {
        let title = about(&self.plan.tellings);
        let without_notes = Article::default();
        let mut body = format!("<section epub:type=\"{}\">\n", AUTHORS.0);
        for (place, (article, author)) in self.plan.tellings.iter().enumerate() {
            let around = self.place(at, *article);
            let mut content = Content::new(&without_notes, &around);
            if place == 0 {
                self.about(&mut content);
            }
            self.author(&mut content, author);
            body.push_str(&content.finish());
        }
        body.push_str("</section>\n");
        Document {
            file: chapter.file.clone(),
            title: title.to_owned(),
            kind: Kind::BackMatter,
            language: self.binding.language,
            body,
            entries: Vec::new(),
        }
    }

    fn about(&self, content: &mut Content<'_>) {
        let ours = ours(self.binding.language);
        content.raw(&format!("<h1{ours}>{}</h1>\n", about(&self.plan.tellings)));
    }

    fn author<'c>(&self, content: &mut Content<'c>, author: &'c Author) {
        // One author needs no heading under "About the author".
        let (start, end) = match self.plan.tellings[..] {
            [_] => ("<p class=\"byline\">", "</p>\n"),
            _ => ("<h2>", "</h2>\n"),
        };
        content.raw(start);
        content.text(&self.wording.byline(author));
        content.raw(end);
        content.blocks(&author.biography);
        let mut lines = self.wording.lines(author);
        lines.extend(author.url.iter().map(|url| RegisterLine {
            text: url.for_print().to_owned(),
            address: Some(url.clone()),
        }));
        content.credentials(&lines);
    }

    fn entries(&self, article: usize, sections: &[Section], file: &str) -> Vec<Entry> {
        let entry = |section: &Section| {
            let (_, id) = self.plan.place_of(article, &section.id)?;
            Some(Entry {
                title: label(section),
                target: format!("{file}#{id}"),
                entries: self.entries(article, &section.sections, file),
            })
        };
        sections.iter().filter_map(entry).collect()
    }
}

/// `epub:type` and `role` of a chapter.
type Structure = (&'static str, &'static str);

const CHAPTER: Structure = ("chapter", "doc-chapter");
const AUTHORS: Structure = ("contributors", "");

const fn kind_of(role: SectionRole) -> Structure {
    match role {
        SectionRole::Body | SectionRole::Summary | SectionRole::UrgentHelp => CHAPTER,
        SectionRole::FurtherReading | SectionRole::References => {
            ("bibliography", "doc-bibliography")
        }
        SectionRole::AboutTheAuthor => AUTHORS,
    }
}

/// The title of an article; in a collection also who wrote it.
fn head(content: &mut Content<'_>, article: &Article, wording: Option<Wording<'_>>) {
    content.raw("<h1>");
    content.text(&article.metadata.title);
    content.raw("</h1>\n");
    let Some(wording) = wording else { return };
    if let Some(subtitle) = &article.metadata.subtitle {
        content.raw("<p class=\"subtitle\" role=\"doc-subtitle\">");
        content.text(subtitle);
        content.raw("</p>\n");
    }
    for author in &article.authors {
        content.raw("<p class=\"byline\">");
        content.text(&wording.byline(author));
        content.raw("</p>\n");
    }
}

fn about(authors: &[(usize, &Author)]) -> &'static str {
    if authors.len() > 1 { "About the authors" } else { "About the author" }
}

/// The words for a section in the contents, which cannot be none.
fn label(section: &Section) -> String {
    let text = one_line(&section.heading_text());
    if text.is_empty() { section.id.to_string() } else { text }
}
