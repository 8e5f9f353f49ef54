//! What a book may claim about its accessibility, computed from what is in it
//! (<https://www.w3.org/TR/epub-a11y-11/>).

use super::binding::Binding;
use crate::export::image::{ImageKind, Images};
use crate::model::visit::{self, Visit};
use crate::model::{Block, Cover, Inline, inlines_text};

/// The claims, ready to be written.
pub(super) struct Claims {
    pub(super) modes: Vec<&'static str>,
    pub(super) sufficient: Vec<&'static str>,
    pub(super) features: Vec<&'static str>,
    pub(super) hazard: &'static str,
    pub(super) summary: String,
}

#[derive(Default)]
struct Pictures {
    count: usize,
    without_text: usize,
}

impl Pictures {
    /// A text that only repeats the caption describes nothing.
    fn add(&mut self, alt: Option<&str>, caption: &str) {
        self.count += 1;
        let alt = alt.unwrap_or_default().trim();
        if alt.is_empty() || alt == caption.trim() {
            self.without_text += 1;
        }
    }
}

impl<'a> Visit<'a> for Pictures {
    fn block(&mut self, node: &'a Block) {
        if let Block::Figure { alt, caption, .. } = node {
            self.add(alt.as_deref(), &inlines_text(caption));
        }
        visit::block(self, node);
    }

    fn inline(&mut self, node: &'a Inline) {
        if let Inline::Image { alt, .. } = node {
            self.add(alt.as_deref(), "");
        }
        visit::inline(self, node);
    }
}

impl Claims {
    /// `cover` is there where the book has a picture on its front.
    pub(super) fn of(binding: &Binding<'_>, images: &[Images], cover: Option<&Cover>) -> Self {
        let mut pictures = Pictures::default();
        binding.articles.iter().for_each(|article| pictures.article(article));
        if let Some(cover) = cover {
            // Without words of its own the cover's text is the title, which is what it shows.
            pictures.add(cover.alt.as_deref().or(Some(binding.title)), "");
        }
        let has_pictures = pictures.count > 0;
        let described = pictures.without_text == 0;
        let mut features = vec![
            "displayTransformability",
            "readingOrder",
            "structuralNavigation",
            "tableOfContents",
        ];
        if has_pictures && described {
            features.insert(0, "alternativeText");
        }
        // A GIF may flash; whether it does cannot be seen from outside.
        let may_flash =
            images.iter().flat_map(Images::iter).any(|(_, image)| image.kind == ImageKind::Gif);
        let mut sufficient = Vec::new();
        if described {
            sufficient.push("textual");
        }
        if has_pictures {
            sufficient.push("textual,visual");
        }
        let told = match (has_pictures, described) {
            (false, _) => "It has no pictures.",
            (true, true) => "All pictures have alternative text.",
            (true, false) => "Some pictures have no alternative text.",
        };
        Self {
            modes: if has_pictures { vec!["textual", "visual"] } else { vec!["textual"] },
            sufficient,
            features,
            hazard: if may_flash { "unknown" } else { "none" },
            summary: format!(
                "The text can be resized and read aloud, and has headings and a table of contents. {told}"
            ),
        }
    }
}
