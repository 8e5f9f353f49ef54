//! Web pages.

pub(crate) mod content;
mod escape;
mod json_ld;
mod page;

use super::image::Images;
use super::{Assets, Exported, Exporter, NoAssets};
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::model::{Address, Anchor, Article, Practice};
use crate::registers::Registers;
use crate::{Error, Result};
use content::Surroundings;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::sync::Arc;

/// Writes an article as HTML: a page that stands alone, or an `<article>` for a page of your own.
///
/// A standalone page holds its style and its images, so it is one file that can be sent to somebody;
/// for search engines it says in JSON-LD who wrote it. An `<article>` names its images as the article
/// does.
///
/// ```
/// use offprint::{Article, export::{Exporter, Html}};
///
/// let article = Article::builder("On Grief").paragraph("It takes <its> time.").build()?;
/// let mut html = Vec::new();
/// Html::new().standalone(false).export(&article, &mut html)?;
/// let html = String::from_utf8_lossy(&html);
/// assert!(html.starts_with("<article"));
/// assert!(html.contains("<p>It takes &lt;its&gt; time.</p>"));
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone)]
pub struct Html {
    standalone: bool,
    practice: Option<Arc<Practice>>,
    assets: Arc<dyn Assets>,
    registers: Arc<Registers>,
}

impl Html {
    /// A standalone page, without images and without a practice.
    #[must_use]
    pub fn new() -> Self {
        Self {
            standalone: true,
            practice: None,
            assets: Arc::new(NoAssets),
            registers: Registers::built_in(),
        }
    }

    /// Whether to write a whole page, or an `<article>` alone.
    #[must_use]
    pub const fn standalone(mut self, standalone: bool) -> Self {
        self.standalone = standalone;
        self
    }

    /// The practice that hands the article out; its name and contact stand at the foot.
    #[must_use]
    pub fn practice(mut self, practice: &Practice) -> Self {
        self.practice = Some(Arc::new(practice.clone()));
        self
    }

    /// Where images come from.
    #[must_use]
    pub fn assets(mut self, assets: Arc<dyn Assets>) -> Self {
        self.assets = assets;
        self
    }

    /// The bodies by whose rules credentials are worded.
    #[must_use]
    pub fn registers(mut self, registers: Arc<Registers>) -> Self {
        self.registers = registers;
        self
    }
}

impl Default for Html {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Html").field("standalone", &self.standalone).finish_non_exhaustive()
    }
}

impl Exporter for Html {
    fn export(&self, article: &Article, out: &mut dyn Write) -> Result<Exported> {
        let mut found: Vec<Diagnostic> = Vec::new();
        let images = if self.standalone {
            Images::load(article, &*self.assets, &mut found)
        } else {
            Images::default()
        };
        if has_errors(&found) {
            return Err(Error::content(found));
        }
        // A page shows an image on the web from where it is, so nothing is lost that is worth telling.
        found.retain(|diagnostic| diagnostic.code != Code::RemoteImage);
        let surroundings = Page::new(&images);
        if self.standalone {
            let practice = self.practice.as_deref();
            page::standalone(article, practice, &self.registers, &surroundings, out)?;
        } else {
            page::fragment(article, &self.registers, &surroundings, out)?;
        }
        Ok(Exported::new(article.unsuppressed(found)))
    }
}

/// One file with everything in it.
struct Page<'a> {
    images: &'a Images,
    embedded: BTreeMap<&'a Address, String>,
}

impl<'a> Page<'a> {
    fn new(images: &'a Images) -> Self {
        use base64::Engine as _;
        let embed = |image: &super::image::Image| {
            let data = base64::engine::general_purpose::STANDARD.encode(&image.bytes);
            format!("data:{};base64,{data}", image.kind.media_type())
        };
        Self {
            images,
            embedded: images.iter().map(|(address, image)| (address, embed(image))).collect(),
        }
    }
}

impl Surroundings for Page<'_> {
    fn is_xml(&self) -> bool {
        false
    }

    fn image(&self, address: &Address) -> Option<(Cow<'_, str>, Option<&super::image::Image>)> {
        match self.embedded.get(address) {
            Some(data) => Some((Cow::Borrowed(data), self.images.get(address))),
            None => Some((Cow::Owned(address.as_str().to_owned()), None)),
        }
    }

    fn link<'a>(&'a self, address: &'a Address) -> Option<Cow<'a, str>> {
        Some(Cow::Borrowed(address.as_str()))
    }

    fn id<'a>(&'a self, anchor: &'a Anchor) -> Cow<'a, str> {
        Cow::Borrowed(anchor.as_str())
    }
}
