//! The pictures of a book, each once, and whether they are described.

use super::Settings;
use super::binding::Binding;
use super::plan::Plan;
use crate::diagnostic::Diagnostic;
use crate::export::image::{self, Image, ImageKind, Images};
use crate::model::visit::{self, Visit};
use crate::model::{Address, Block, Inline, inlines_text};
use std::collections::BTreeMap;

/// A picture with the name of its file.
pub(super) struct Picture {
    pub(super) file: String,
    pub(super) image: Image,
}

/// The pictures in the order in which they are first shown.
#[derive(Default)]
pub(super) struct Pictures<'b> {
    pub(super) files: Vec<Picture>,
    by_address: BTreeMap<(usize, &'b Address), usize>,
    cover: Option<usize>,
    logo: Option<usize>,
    /// How many of them have no words of their own.
    pub(super) undescribed: usize,
}

impl<'b> Pictures<'b> {
    /// Loads what the book shows. What cannot be used is told in `found`.
    pub(super) fn load(
        binding: &'b Binding<'_>,
        plan: &Plan<'b>,
        settings: &Settings,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let assets = &*settings.assets;
        let mut pictures = Self::default();
        let images: Vec<Images> =
            binding.articles.iter().map(|article| Images::load(article, assets, found)).collect();
        if let Some(cover) = binding.cover {
            let loaded = match &images[..] {
                // Its cover was loaded with it, and told of.
                [only] if !binding.is_collection => only.get(&cover.image).cloned(),
                _ => image::load(assets, binding.source, &cover.image, cover.origin)
                    .map_err(|diagnostic| found.push(diagnostic))
                    .ok(),
            };
            if let Some(image) = loaded {
                pictures.cover = Some(pictures.add(&image, "cover"));
                pictures.describe(cover.alt.as_deref(), "");
            }
        }
        if let Some(practice) = &settings.practice
            && let Some(logo) = &practice.logo
        {
            match image::load(assets, practice.source.as_str(), logo, practice.origin) {
                Ok(image) => pictures.logo = Some(pictures.add(&image, "logo")),
                Err(diagnostic) => found.push(diagnostic),
            }
        }
        for (number, article) in binding.articles.iter().enumerate() {
            let mut shown = Shown::default();
            article.lead.iter().for_each(|block| shown.block(block));
            article.sections.iter().for_each(|section| shown.section(section));
            article.footnotes.iter().for_each(|note| shown.footnote(note));
            let told = plan.tellings.iter().filter(|(article, _)| *article == number);
            told.for_each(|(_, author)| shown.author(author));
            for (address, alt, caption) in shown.0 {
                if let Some(image) = images.get(number).and_then(|images| images.get(address)) {
                    let at = pictures.add(image, "");
                    pictures.by_address.insert((number, address), at);
                    pictures.describe(alt, &caption);
                }
            }
        }
        pictures
    }

    /// A picture that two articles show is in the book once.
    fn add(&mut self, image: &Image, name: &str) -> usize {
        let same = |known: &Picture| known.image.bytes == image.bytes;
        if let Some(at) = self.files.iter().position(same) {
            return at;
        }
        let number = self.files.len() + 1;
        let extension = image.kind.extension();
        let file = match name {
            "" => format!("images/image-{number:02}.{extension}"),
            name => format!("images/{name}.{extension}"),
        };
        self.files.push(Picture { file, image: image.clone() });
        self.files.len() - 1
    }

    /// Words that only repeat the caption describe nothing. Whether a picture without words is
    /// decoration or was forgotten, nobody can tell, so it does not count as described.
    fn describe(&mut self, alt: Option<&str>, caption: &str) {
        let alt = alt.unwrap_or_default().trim();
        if alt.is_empty() || alt == caption.trim() {
            self.undescribed += 1;
        }
    }

    pub(super) fn get(&self, article: usize, address: &Address) -> Option<&Picture> {
        self.files.get(*self.by_address.get(&(article, address))?)
    }

    pub(super) fn cover(&self) -> Option<&Picture> {
        self.files.get(self.cover?)
    }

    pub(super) fn logo(&self) -> Option<&Picture> {
        self.files.get(self.logo?)
    }

    /// Whether some picture may move, and so flash: from outside, frames cannot be told.
    pub(super) fn may_move(&self) -> bool {
        let has = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
        self.files.iter().any(|picture| {
            let bytes = &picture.image.bytes[..];
            let head = &bytes[..bytes.len().min(4096)];
            match picture.image.kind {
                ImageKind::Gif => true,
                ImageKind::Png => has(head, b"acTL"),
                ImageKind::WebP => has(head, b"ANIM"),
                ImageKind::Svg => has(bytes, b"@keyframes") || has(bytes, b"animation"),
                ImageKind::Jpeg => false,
            }
        })
    }
}

/// Every picture that the text shows, with its words and its caption.
#[derive(Default)]
struct Shown<'b>(Vec<(&'b Address, Option<&'b str>, String)>);

impl<'b> Visit<'b> for Shown<'b> {
    fn block(&mut self, node: &'b Block) {
        if let Block::Figure { address, alt, caption, .. } = node {
            self.0.push((address, alt.as_deref(), inlines_text(caption)));
        }
        visit::block(self, node);
    }

    fn inline(&mut self, node: &'b Inline) {
        if let Inline::Image { address, alt, .. } = node {
            self.0.push((address, alt.as_deref(), String::new()));
        }
        visit::inline(self, node);
    }
}
