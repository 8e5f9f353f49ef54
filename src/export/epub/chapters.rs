//! The text of a book in documents.

use super::Picture;
use super::binding::Binding;
use crate::export::html::content::{Content, Surroundings, note_id, reference_id};
use crate::export::image::{Image, Images};
use crate::model::visit::{self, Visit};
use crate::model::{
    Address, Anchor, Article, Author, Footnote, Inline, Language, Section, SectionRole,
};
use crate::registers::Wording;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// A document of the book, with what the navigation says of it.
pub(super) struct Document {
    pub(super) file: String,
    pub(super) title: String,
    /// What the document is, in the words of `epub:type`.
    pub(super) kind: &'static str,
    pub(super) language: Language,
    /// What stands between the body's tags.
    pub(super) body: String,
    /// The sections in it that the contents name.
    pub(super) entries: Vec<Entry>,
    /// Whether the contents name it.
    pub(super) is_listed: bool,
}

/// A section as the contents name it.
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) target: String,
    pub(super) entries: Vec<Entry>,
}

/// The chapters, and the pictures they show.
pub(super) struct Typeset {
    pub(super) chapters: Vec<Document>,
    pub(super) pictures: Vec<Picture>,
}

pub(super) fn typeset(binding: &Binding<'_>, images: &[Images], wording: Wording<'_>) -> Typeset {
    let mut typeset = Typeset { chapters: Vec::new(), pictures: Vec::new() };
    for (article, images) in binding.articles.iter().zip(images) {
        let plan = Plan::new(article, binding.is_collection, typeset.chapters.len());
        let mut places = BTreeMap::new();
        for (address, image) in images.iter() {
            let is_cover = binding.cover.is_some_and(|cover| cover.image == *address);
            if !is_cover || plan.shows(address) {
                let number = typeset.pictures.len() + 1;
                let file = format!("images/image-{number}.{}", image.kind.extension());
                places.insert(address, (file.clone(), image));
                typeset.pictures.push(Picture { file, image: image.clone() });
            }
        }
        for part in 0..plan.parts.len() {
            typeset.chapters.push(document(&plan, part, &places, wording));
        }
    }
    typeset
}

/// What a document of an article holds.
enum Part<'a> {
    /// Title and lead, and in a collection everything else.
    Opening {
        whole: bool,
    },
    Section {
        section: &'a Section,
    },
    Authors,
}

/// Which part of an article goes into which file.
struct Plan<'a> {
    article: &'a Article,
    parts: Vec<Part<'a>>,
    files: Vec<String>,
    /// The part and id of each section.
    places: BTreeMap<&'a Anchor, (usize, String)>,
    /// The notes that stand at the end of each part.
    notes: Vec<Vec<&'a Footnote>>,
}

impl<'a> Plan<'a> {
    fn new(article: &'a Article, is_collection: bool, before: usize) -> Self {
        let mut parts = Vec::new();
        if is_collection {
            parts.push(Part::Opening { whole: true });
        } else {
            if !article.lead.is_empty() {
                parts.push(Part::Opening { whole: false });
            }
            parts.extend(article.sections.iter().map(|section| Part::Section { section }));
            let told = article.sections_of(SectionRole::AboutTheAuthor).next().is_some();
            let is_known = |author: &Author| {
                !told && !author.biography.is_empty() || !author.credentials.is_empty()
            };
            if article.authors.iter().any(is_known) {
                parts.push(Part::Authors);
            }
        }
        let files =
            (0..parts.len()).map(|at| format!("chapter-{}.xhtml", before + at + 1)).collect();
        let mut plan = Self { article, parts, files, places: BTreeMap::new(), notes: Vec::new() };
        let mut taken = BTreeSet::new();
        for at in 0..plan.parts.len() {
            match plan.parts[at] {
                Part::Opening { whole: true } => plan.place(&article.sections, at, &mut taken),
                Part::Section { section } => {
                    plan.place(std::slice::from_ref(section), at, &mut taken);
                }
                Part::Opening { whole: false } | Part::Authors => {}
            }
        }
        plan.notes = plan.notes();
        plan
    }

    fn place(&mut self, sections: &'a [Section], part: usize, taken: &mut BTreeSet<String>) {
        for section in sections {
            // An id in XML is ASCII here, and begins with a letter.
            let ascii = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
            let slug: String = section.id.as_str().chars().map(ascii).collect();
            let mut id = format!("s-{slug}");
            let mut count = 1;
            while !taken.insert(id.clone()) {
                count += 1;
                id = format!("s-{slug}-{count}");
            }
            self.places.insert(&section.id, (part, id));
            self.place(&section.sections, part, taken);
        }
    }

    /// Each note stands in the first part that refers to it; one that nothing refers to in the last.
    fn notes(&self) -> Vec<Vec<&'a Footnote>> {
        let mut homeless: Vec<&'a Footnote> = self.article.footnotes.iter().collect();
        let mut homes: Vec<Vec<&'a Footnote>> = Vec::new();
        for part in &self.parts {
            let mut labels = Labels::default();
            self.visit(part, &mut labels);
            let mut home: Vec<&'a Footnote> = Vec::new();
            let mut next = 0;
            while let Some(label) = labels.0.get(next).copied() {
                next += 1;
                if let Some(at) = homeless.iter().position(|note| note.label == *label) {
                    let note = homeless.remove(at);
                    labels.footnote(note);
                    home.push(note);
                }
            }
            homes.push(home);
        }
        if let Some(last) = homes.last_mut() {
            last.append(&mut homeless);
        }
        homes
    }

    fn visit<V: Visit<'a>>(&self, part: &Part<'a>, visitor: &mut V) {
        match part {
            Part::Opening { whole } => {
                self.article.lead.iter().for_each(|block| visitor.block(block));
                if *whole {
                    self.article.sections.iter().for_each(|section| visitor.section(section));
                    self.article.authors.iter().for_each(|author| visitor.author(author));
                }
            }
            Part::Section { section } => visitor.section(section),
            Part::Authors => self.article.authors.iter().for_each(|author| visitor.author(author)),
        }
    }

    /// Whether the text, and not only the cover, shows an image.
    fn shows(&self, address: &Address) -> bool {
        struct Shown<'s>(&'s Address, bool);
        impl<'a> Visit<'a> for Shown<'_> {
            fn block(&mut self, node: &'a crate::model::Block) {
                if let crate::model::Block::Figure { address, .. } = node {
                    self.1 |= address == self.0;
                }
                visit::block(self, node);
            }

            fn inline(&mut self, node: &'a Inline) {
                if let Inline::Image { address, .. } = node {
                    self.1 |= address == self.0;
                }
                visit::inline(self, node);
            }
        }
        let mut shown = Shown(address, false);
        shown.article(self.article);
        shown.1
    }
}

#[derive(Default)]
struct Labels<'a>(Vec<&'a Anchor>);

impl<'a> Visit<'a> for Labels<'a> {
    fn inline(&mut self, node: &'a Inline) {
        if let Inline::FootnoteReference { label, .. } = node {
            self.0.push(label);
        }
        visit::inline(self, node);
    }
}

/// A document in a book.
struct InBook<'p, 'a> {
    plan: &'p Plan<'a>,
    part: usize,
    images: &'p BTreeMap<&'p Address, (String, &'p Image)>,
}

impl InBook<'_, '_> {
    fn target(&self, part: usize, id: &str) -> String {
        if part == self.part { format!("#{id}") } else { format!("{}#{id}", self.plan.files[part]) }
    }
}

impl Surroundings for InBook<'_, '_> {
    fn is_xml(&self) -> bool {
        true
    }

    fn image(&self, address: &Address) -> Option<(Cow<'_, str>, Option<&Image>)> {
        let (file, image) = self.images.get(address)?;
        Some((Cow::Borrowed(file), Some(image)))
    }

    fn link<'a>(&'a self, address: &'a Address) -> Option<Cow<'a, str>> {
        if let Some(fragment) = address.fragment() {
            let anchor: Anchor = fragment.parse().ok()?;
            let (part, id) = self.plan.places.get(&anchor)?;
            return Some(Cow::Owned(self.target(*part, id)));
        }
        // A file beside the article is not in the book; on the web it may be beside the article.
        let url = if address.is_relative() {
            let canonical = self.plan.article.metadata.canonical.as_ref()?;
            Url::parse(canonical.as_str()).ok()?.join(address.as_str()).ok()?
        } else {
            Url::parse(address.as_str()).ok()?
        };
        Some(Cow::Owned(url.into()))
    }

    fn id<'a>(&'a self, anchor: &'a Anchor) -> Cow<'a, str> {
        match self.plan.places.get(anchor) {
            Some((_, id)) => Cow::Borrowed(id),
            None => Cow::Owned(format!("s-{}", self.plan.places.len())),
        }
    }

    fn note(&self, label: &Anchor) -> String {
        let is_home = |notes: &Vec<&Footnote>| notes.iter().any(|note| note.label == *label);
        let part = self.plan.notes.iter().position(is_home).unwrap_or(self.part);
        self.target(part, &note_id(self.plan.article, label))
    }
}

fn document(
    plan: &Plan<'_>,
    part: usize,
    images: &BTreeMap<&Address, (String, &Image)>,
    wording: Wording<'_>,
) -> Document {
    let article = plan.article;
    let around = InBook { plan, part, images };
    let mut content = Content::new(article, &around);
    let file = plan.files[part].clone();
    let (mut title, mut entries) = (article.metadata.title.clone(), Vec::new());
    content.raw("<section epub:type=\"chapter\" role=\"doc-chapter\"");
    content.attribute("aria-label", title_of(plan, part).trim());
    content.raw(">\n");
    match plan.parts[part] {
        Part::Opening { whole } => {
            opening(&mut content, article, wording, whole);
            content.blocks(&article.lead);
            if whole {
                article.sections.iter().for_each(|section| content.section(section, 2));
                let told = article.sections_of(SectionRole::AboutTheAuthor).next().is_some();
                authors(&mut content, article, wording, told, 2);
                entries = contents(plan, &article.sections, &file);
            }
        }
        Part::Section { section } => {
            content.section(section, 1);
            title = label(section);
            entries = contents(plan, &section.sections, &file);
        }
        Part::Authors => {
            let told = article.sections_of(SectionRole::AboutTheAuthor).next().is_some();
            title = title_of(plan, part);
            content.raw("<h1>");
            content.text(&title);
            content.raw("</h1>\n");
            authors(&mut content, article, wording, told, 2);
        }
    }
    notes(&mut content, plan, part);
    content.raw("</section>\n");
    Document {
        file,
        title,
        kind: "bodymatter",
        language: article.metadata.language.clone(),
        body: content.finish(),
        entries,
        is_listed: true,
    }
}

fn title_of(plan: &Plan<'_>, part: usize) -> String {
    match plan.parts[part] {
        Part::Opening { .. } => plan.article.metadata.title.clone(),
        Part::Section { section } => label(section),
        Part::Authors => match plan.article.authors[..] {
            [_] => "About the author".to_owned(),
            _ => "About the authors".to_owned(),
        },
    }
}

fn opening(content: &mut Content<'_>, article: &Article, wording: Wording<'_>, whole: bool) {
    content.raw("<h1>");
    content.text(&article.metadata.title);
    content.raw("</h1>\n");
    let mut line = |class: &str, text: &str| {
        content.raw("<p");
        content.attribute("class", class);
        content.raw(">");
        content.text(text);
        content.raw("</p>\n");
    };
    if let Some(subtitle) = &article.metadata.subtitle {
        line("subtitle", subtitle);
    }
    if whole && !article.authors.is_empty() {
        let names: Vec<String> =
            article.authors.iter().map(|author| wording.byline(author)).collect();
        line("byline", &names.join(" · "));
    }
}

fn authors<'a>(
    content: &mut Content<'a>,
    article: &'a Article,
    wording: Wording<'_>,
    told: bool,
    level: usize,
) {
    for author in &article.authors {
        let lines = wording.lines(author);
        if (told || author.biography.is_empty()) && lines.is_empty() {
            continue;
        }
        content.raw(&format!("<h{level}>"));
        content.text(&wording.byline(author));
        content.raw(&format!("</h{level}>\n"));
        if !told {
            content.blocks(&author.biography);
        }
        content.credentials(&lines);
    }
}

fn notes<'a>(content: &mut Content<'a>, plan: &Plan<'a>, part: usize) {
    for note in &plan.notes[part] {
        let id = note_id(plan.article, &note.label);
        let number: usize = id.trim_start_matches("note-").parse().unwrap_or_default();
        content.raw("<aside epub:type=\"footnote\" role=\"doc-footnote\"");
        content.attribute("id", &id);
        content.raw(&format!(">\n<p class=\"note-number\">{number}</p>\n"));
        content.blocks(&note.content);
        let references = content.references_to(&note.label);
        if references > 0 {
            content.raw("<p class=\"back\">");
            for count in 1..=references {
                let target = reference_id(number, count);
                content.raw(&format!(
                    "<a href=\"#{target}\" role=\"doc-backlink\">Back to the text</a> "
                ));
            }
            content.raw("</p>\n");
        }
        content.raw("</aside>\n");
    }
}

fn label(section: &Section) -> String {
    let text = section.heading_text();
    if text.trim().is_empty() { section.id.to_string() } else { text.trim().to_owned() }
}

fn contents(plan: &Plan<'_>, sections: &[Section], file: &str) -> Vec<Entry> {
    sections
        .iter()
        .filter_map(|section| {
            let (_, id) = plan.places.get(&section.id)?;
            Some(Entry {
                title: label(section),
                target: format!("{file}#{id}"),
                entries: contents(plan, &section.sections, file),
            })
        })
        .collect()
}
