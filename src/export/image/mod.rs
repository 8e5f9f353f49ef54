//! Images, once for all formats: how they come in, what they are, and whether they are safe.

mod assets;
mod svg;

pub use assets::{Assets, DirAssets, MemoryAssets, NoAssets};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::visit::{self, Visit};
use crate::model::{Address, Article, Block, Inline};
use crate::source::Origin;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most bytes that an image may have.
const MAX_BYTES: usize = 20 * 1024 * 1024;
/// The most pixels that an image may have.
const MAX_PIXELS: usize = 50_000_000;

/// What kind of image some bytes are; known from the bytes, never from the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImageKind {
    Png,
    Jpeg,
    Gif,
    WebP,
    Svg,
}

impl ImageKind {
    /// The media type (<https://www.iana.org/assignments/media-types/>).
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
            Self::Svg => "image/svg+xml",
        }
    }

    /// The usual ending of file names.
    #[cfg_attr(
        not(any(feature = "epub", feature = "pdf")),
        expect(dead_code, reason = "for files")
    )]
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::WebP => "webp",
            Self::Svg => "svg",
        }
    }
}

/// An image that may go into any output.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    pub(crate) bytes: Arc<[u8]>,
    pub(crate) kind: ImageKind,
    /// In pixels; of an SVG, in user units.
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// All images of an article by their address. One that is on the web is not there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Images {
    by_address: BTreeMap<Address, Image>,
}

impl Images {
    /// Loads every image that the article shows, its cover too.
    ///
    /// What cannot be used is an error in `found`; an image on the web is a warning.
    pub(crate) fn load(
        article: &Article,
        assets: &dyn Assets,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut images = Self::default();
        let mut seen = std::collections::BTreeSet::new();
        for (address, origin) in Places::of(article).0 {
            if seen.insert(address) {
                match load(assets, article.source.as_str(), address, origin) {
                    Ok(image) => {
                        images.by_address.insert(address.clone(), image);
                    }
                    Err(diagnostic) => found.push(diagnostic),
                }
            }
        }
        images
    }

    pub(crate) fn get(&self, address: &Address) -> Option<&Image> {
        self.by_address.get(address)
    }

    /// Changes each of them.
    #[cfg(feature = "pdf")]
    pub(crate) fn change(&mut self, change: impl FnMut(&mut Image)) {
        self.by_address.values_mut().for_each(change);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Address, &Image)> {
        self.by_address.iter()
    }
}

/// Where an article names an image first.
#[cfg(feature = "pdf")]
pub(crate) fn place(article: &Article, address: &Address) -> Option<Origin> {
    let places = Places::of(article).0;
    places.into_iter().find_map(|(named, origin)| (named == address).then_some(origin))
}

/// Loads one image, which `source_name` names as `address` at `origin`.
pub(crate) fn load(
    assets: &dyn Assets,
    source_name: &str,
    address: &Address,
    origin: Origin,
) -> Result<Image, Diagnostic> {
    let told = |code, message: String| Diagnostic::new(code, message).label(origin, "");
    if !address.is_relative() {
        return Err(told(Code::RemoteImage, format!("the image `{address}` is not fetched"))
            .help("save it beside the article and name the file"));
    }
    let bytes = match assets.load(source_name, address.as_str()) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            return Err(told(Code::MissingImage, format!("there is no image `{address}`"))
                .help("check the spelling, capital letters too, and that the file is there"));
        }
        Err(error) => {
            let own = error.diagnostics().first();
            return Err(match own {
                Some(own) => told(own.code, own.message.clone()),
                None => told(Code::BadImage, format!("the image `{address}`: {error}")),
            });
        }
    };
    inspect(bytes).map_err(|(code, what)| told(code, format!("the image `{address}` {what}")))
}

fn inspect(bytes: Arc<[u8]>) -> Result<Image, (Code, String)> {
    let too_large = |what| (Code::ImageTooLarge, what);
    if bytes.len() > MAX_BYTES {
        return Err(too_large(format!(
            "has {} MiB; at most {} are allowed",
            bytes.len() / (1024 * 1024),
            MAX_BYTES / (1024 * 1024)
        )));
    }
    let kind = match imagesize::image_type(&bytes) {
        Ok(imagesize::ImageType::Png) => ImageKind::Png,
        Ok(imagesize::ImageType::Jpeg) => ImageKind::Jpeg,
        Ok(imagesize::ImageType::Gif) => ImageKind::Gif,
        Ok(imagesize::ImageType::Webp) => ImageKind::WebP,
        _ => {
            let (width, height) = svg::inspect(&bytes)?;
            return Ok(Image { bytes, kind: ImageKind::Svg, width, height });
        }
    };
    let size = imagesize::blob_size(&bytes)
        .map_err(|cause| (Code::BadImage, format!("is damaged: {cause}")))?;
    if size.width.saturating_mul(size.height) > MAX_PIXELS {
        return Err(too_large(format!(
            "has {} × {} pixels; at most 50 million are allowed",
            size.width, size.height
        )));
    }
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    Ok(Image { bytes, kind, width: side(size.width), height: side(size.height) })
}

/// Every image that an article names, with its place.
#[derive(Default)]
struct Places<'a>(Vec<(&'a Address, Origin)>);

impl<'a> Places<'a> {
    fn of(article: &'a Article) -> Self {
        let mut places = Self::default();
        places.article(article);
        if let Some(cover) = &article.metadata.cover {
            places.0.push((&cover.image, cover.origin));
        }
        places
    }
}

impl<'a> Visit<'a> for Places<'a> {
    fn block(&mut self, node: &'a Block) {
        if let Block::Figure { address, origin, .. } = node {
            self.0.push((address, *origin));
        }
        visit::block(self, node);
    }

    fn inline(&mut self, node: &'a Inline) {
        if let Inline::Image { address, origin, .. } = node {
            self.0.push((address, *origin));
        }
        visit::inline(self, node);
    }
}
