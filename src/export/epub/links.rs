//! Where links, pictures and notes of a chapter are.

use super::binding::Binding;
use super::pictures::Pictures;
use super::plan::Plan;
use crate::export::html::content::Surroundings;
use crate::export::image::Image;
use crate::model::{Address, Anchor};
use std::borrow::Cow;
use std::fmt::Write as _;
use url::Url;

/// One article, as seen from one chapter of the book.
pub(super) struct Place<'p, 'b> {
    pub(super) binding: &'b Binding<'b>,
    pub(super) plan: &'p Plan<'b>,
    pub(super) pictures: &'p Pictures<'b>,
    pub(super) chapter: usize,
    pub(super) article: usize,
}

impl Place<'_, '_> {
    fn target(&self, chapter: usize, id: &str) -> String {
        let file = &self.plan.chapters[chapter].file;
        match (chapter == self.chapter, id) {
            (_, "") => file.clone(),
            (true, id) => format!("#{id}"),
            (false, id) => format!("{file}#{id}"),
        }
    }

    /// A section of this or another article. Names with other than ASCII letters may come encoded.
    fn section(&self, article: usize, fragment: &str) -> Option<String> {
        let known = self.binding.articles.get(article)?;
        let encoded = |text: &str| {
            let mut url = Url::parse("x:y").ok()?;
            url.set_fragment(Some(text));
            url.fragment().map(str::to_owned)
        };
        let as_written: Option<Anchor> = fragment.parse().ok();
        let found = as_written.and_then(|anchor| {
            let (chapter, id) = self.plan.place_of(article, &anchor)?;
            Some(self.target(chapter, id))
        });
        found.or_else(|| {
            let wanted = encoded(fragment)?;
            let mut rest: Vec<_> = known.sections.iter().collect();
            while let Some(section) = rest.pop() {
                if encoded(section.id.as_str())? == wanted {
                    let (chapter, id) = self.plan.place_of(article, &section.id)?;
                    return Some(self.target(chapter, id));
                }
                rest.extend(&section.sections);
            }
            None
        })
    }

    /// A link to the source of an article in this book.
    fn another_article(&self, address: &Address) -> Option<String> {
        let file = |name: &str| {
            let name = name.replace('\\', "/");
            (!name.is_empty()).then(|| Url::parse("file:///").ok()?.join(&name).ok())?
        };
        let articles = &self.binding.articles;
        let mut wanted =
            file(articles.get(self.article)?.source.as_str())?.join(address.as_str()).ok()?;
        let fragment = wanted.fragment().map(str::to_owned);
        wanted.set_fragment(None);
        let article = articles
            .iter()
            .position(|article| file(article.source.as_str()).as_ref() == Some(&wanted))?;
        fragment
            .and_then(|fragment| self.section(article, &fragment))
            .or_else(|| Some(self.target(self.plan.start_of(article)?, "")))
    }
}

impl Surroundings for Place<'_, '_> {
    fn is_xml(&self) -> bool {
        true
    }

    fn image(&self, address: &Address) -> Option<(Cow<'_, str>, Option<&Image>)> {
        let picture = self.pictures.get(self.article, address)?;
        Some((Cow::Borrowed(&picture.file), Some(&picture.image)))
    }

    /// A place in the book; else one on the web, also where the file beside the article has an address
    /// there.
    fn link<'a>(&'a self, address: &'a Address) -> Option<Cow<'a, str>> {
        if !address.is_relative() {
            return away(address.as_str()).map(Cow::Owned);
        }
        let inside = match address.fragment() {
            Some(fragment) => self.section(self.article, fragment),
            None => self.another_article(address),
        };
        inside.map(Cow::Owned).or_else(|| {
            let article = self.binding.articles.get(self.article)?;
            let canonical = article.metadata.canonical.as_ref().filter(|at| at.is_web())?;
            let url = Url::parse(canonical.as_str()).ok()?.join(address.as_str()).ok()?;
            away(url.as_str()).map(Cow::Owned)
        })
    }

    fn id<'a>(&'a self, anchor: &'a Anchor) -> Cow<'a, str> {
        match self.plan.place_of(self.article, anchor) {
            Some((_, id)) => Cow::Borrowed(id),
            None => Cow::Borrowed(anchor.as_str()),
        }
    }
}

/// An address outside the book as browsers read it, with everything encoded that they let by: EPUB
/// refuses an address with mistakes. None where nothing can mend it.
pub(super) fn away(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let text = url.as_str();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '%' if rest.chars().take(2).filter(char::is_ascii_hexdigit).count() < 2 => {
                out.push_str("%25");
            }
            '#' if out.contains('#') => out.push_str("%23"),
            ' ' | '"' | '<' | '>' | '^' | '|' | '`' | '{' | '}' | '\\' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    // The markup encodes brackets everywhere, which a host of version 6 cannot do without.
    let has_brackets = url.host_str().is_some_and(|host| host.starts_with('['));
    (!has_brackets).then_some(out)
}
