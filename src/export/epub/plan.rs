//! Which part of the book goes into which file, and where its sections are.

use super::binding::Binding;
use crate::model::{Anchor, Article, Author, Section, SectionRole};
use std::collections::{BTreeMap, BTreeSet};

/// What a file of the text holds.
#[derive(Clone, Copy)]
pub(super) enum Part<'b> {
    /// Title and lead.
    Opening,
    /// A section of the highest level.
    Section(&'b Section),
    /// Title, lead and all sections.
    Whole,
    /// Who wrote the book.
    Authors,
}

/// A file of the text.
pub(super) struct Chapter<'b> {
    pub(super) file: String,
    /// Which article it is of; the chapter on the authors of a collection is of none.
    pub(super) article: Option<usize>,
    pub(super) part: Part<'b>,
    /// Whether it is the last of its article.
    pub(super) is_last: bool,
}

/// The files of the text in reading order, and the place of every section.
pub(super) struct Plan<'b> {
    pub(super) chapters: Vec<Chapter<'b>>,
    /// The places of each article's sections by their names.
    places: Vec<BTreeMap<&'b Anchor, (usize, String)>>,
    /// The authors to be told about, with the article that they wrote.
    pub(super) tellings: Vec<(usize, &'b Author)>,
}

impl<'b> Plan<'b> {
    pub(super) fn new(binding: &'b Binding<'_>) -> Self {
        let mut plan = Self {
            chapters: Vec::new(),
            places: vec![BTreeMap::new(); binding.articles.len()],
            tellings: tellings(binding),
        };
        for (number, article) in binding.articles.iter().enumerate() {
            plan.article(number, article, binding.is_collection);
        }
        if !plan.tellings.is_empty() {
            let article = (!binding.is_collection).then_some(0);
            if article.is_some()
                && let Some(before) = plan.chapters.last_mut()
            {
                before.is_last = false;
            }
            plan.push(article, Part::Authors);
        }
        plan
    }

    fn article(&mut self, number: usize, article: &'b Article, is_whole: bool) {
        let first = self.chapters.len();
        let mut taken = BTreeSet::new();
        if is_whole {
            let chapter = self.push(Some(number), Part::Whole);
            self.place(number, &article.sections, chapter, &mut taken);
        } else {
            // The title page has said the title, so without a lead the first section begins the book.
            if !article.lead.is_empty() || article.sections.is_empty() {
                self.push(Some(number), Part::Opening);
            }
            for section in &article.sections {
                let chapter = self.push(Some(number), Part::Section(section));
                self.place(number, std::slice::from_ref(section), chapter, &mut taken);
            }
        }
        let last = self.chapters.len() - 1;
        for chapter in &mut self.chapters[first..last] {
            chapter.is_last = false;
        }
    }

    fn push(&mut self, article: Option<usize>, part: Part<'b>) -> usize {
        let at = self.chapters.len();
        let file = match (part, article) {
            (Part::Authors, _) => "authors.xhtml".to_owned(),
            _ => format!("chapter-{:02}.xhtml", at + 1),
        };
        self.chapters.push(Chapter { file, article, part, is_last: true });
        at
    }

    /// Gives each section its id. The author's own name serves where it is an id in XML; any other,
    /// and one that notes have, gets a number.
    fn place(
        &mut self,
        article: usize,
        sections: &'b [Section],
        chapter: usize,
        taken: &mut BTreeSet<String>,
    ) {
        for section in sections {
            let name = section.id.as_str();
            let mut id = name.to_owned();
            let places = &mut self.places[article];
            let mut number = places.len();
            while !is_plain_name(&id) || is_of_notes(&id) || !taken.insert(id.clone()) {
                number += 1;
                id = format!("section-{number}");
            }
            places.insert(&section.id, (chapter, id));
            self.place(article, &section.sections, chapter, taken);
        }
    }

    /// The chapter of a section, and its id there.
    pub(super) fn place_of(&self, article: usize, anchor: &Anchor) -> Option<(usize, &str)> {
        let (chapter, id) = self.places.get(article)?.get(anchor)?;
        Some((*chapter, id))
    }

    /// Where an article begins.
    pub(super) fn start_of(&self, article: usize) -> Option<usize> {
        self.chapters.iter().position(|chapter| chapter.article == Some(article))
    }
}

/// Whether a name is an id in XML, of ASCII alone (<https://www.w3.org/TR/xml-names/#NT-NCName>).
fn is_plain_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

fn is_of_notes(id: &str) -> bool {
    id.starts_with("note-") || id.starts_with("noteref-")
}

/// The authors of whom something is known that no article tells, each once.
fn tellings<'b>(binding: &'b Binding<'_>) -> Vec<(usize, &'b Author)> {
    let mut told: Vec<(usize, &Author)> = Vec::new();
    for (number, article) in binding.articles.iter().enumerate() {
        if article.sections_of(SectionRole::AboutTheAuthor).next().is_some() {
            continue;
        }
        for author in &article.authors {
            let is_known = !author.biography.is_empty()
                || !author.credentials.is_empty()
                || !author.posts.is_empty()
                || !author.practices.is_empty()
                || author.url.is_some();
            if is_known && !told.iter().any(|(_, known)| known.name == author.name) {
                told.push((number, author));
            }
        }
    }
    told
}
