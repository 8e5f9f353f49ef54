//! PDF: an article as a leaflet on paper.

mod accent;
mod advances;
mod arrangement;
mod balance;
mod booklet;
mod cmyk;
mod data;
mod face;
mod finish;
mod fitting;
mod folio;
mod galley;
#[cfg(test)]
mod glyph_tests;
mod glyphs;
mod grey;
mod hyphens;
mod leaflet;
#[cfg(test)]
mod literal_tests;
#[cfg(test)]
mod look_tests;
#[cfg(test)]
mod nesting_tests;
mod opentype;
#[cfg(test)]
mod page_tests;
mod paged;
#[cfg(test)]
mod panel_tests;
mod parted;
mod qr;
mod sheets;
mod spaces;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod typography_tests;
mod upright;
mod world;

pub use face::{Face, Fonts};
pub use leaflet::Leaflet;
pub use sheets::PdfSheets;

use super::image::{self, Assets, Images, NoAssets};
use super::{Exported, Exporter};
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::model::{Article, PartialDate, Practice};
use crate::registers::Registers;
use crate::{Error, Result};
use arrangement::Arrangement;
use data::{Material, Outline, make};
use face::Families;
use std::collections::BTreeSet;
use std::fmt;
use std::io::Write;
use std::sync::Arc;
use world::{ATTACHMENT, Engine, Failure, Job, Typeset};

/// How often the typesetter is asked.
const ROUNDS: usize = 4;

/// Writes an article as a leaflet: PDF/UA-1, which screen readers read, and PDF/A-2a, which lasts.
///
/// ```
/// use offprint::export::{Exporter, Leaflet, Pdf};
/// use offprint::{Article, Practice};
///
/// let article = Article::builder("On Grief").paragraph("It takes the time it takes.").build()?;
/// let pdf = Pdf::new().leaflet(Leaflet::A5).practice(&Practice::new("Willow Rooms"));
/// let mut file = Vec::new();
/// let exported = pdf.export(&article, &mut file)?;
/// assert!(file.starts_with(b"%PDF-1.7"));
/// assert_eq!(exported.pages, Some(1));
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone)]
#[must_use = "call `export` to write a file"]
#[cfg_attr(
    feature = "validate",
    expect(clippy::struct_excessive_bools, reason = "each is a wish of its own")
)]
pub struct Pdf {
    leaflet: Leaflet,
    practice: Option<Arc<Practice>>,
    assets: Arc<dyn Assets>,
    registers: Arc<Registers>,
    made: Option<PartialDate>,
    face: Face,
    justified: bool,
    fit: bool,
    mono: bool,
    #[cfg(feature = "validate")]
    attach_json: bool,
    engine: Arc<Engine>,
}

impl Pdf {
    /// A leaflet of A4 pages, without a practice and without images.
    pub fn new() -> Self {
        Self {
            leaflet: Leaflet::default(),
            practice: None,
            assets: Arc::new(NoAssets),
            registers: Registers::built_in(),
            made: None,
            face: Face::default(),
            justified: false,
            fit: false,
            mono: false,
            #[cfg(feature = "validate")]
            attach_json: false,
            engine: Engine::shared(),
        }
    }

    /// On which paper.
    pub fn leaflet(mut self, leaflet: Leaflet) -> Self {
        self.leaflet = leaflet;
        self
    }

    /// Who hands it out.
    pub fn practice(mut self, practice: &Practice) -> Self {
        self.practice = Some(Arc::new(practice.clone()));
        self
    }

    /// Where images and the practice's logo come from.
    pub fn assets(mut self, assets: Arc<dyn Assets>) -> Self {
        self.assets = assets;
        self
    }

    /// When it is made. The file names this date where the article has none, and 1980-01-01 where
    /// neither is known.
    pub const fn made(mut self, made: PartialDate) -> Self {
        self.made = Some(made);
        self
    }

    /// The typeface of the text.
    pub fn face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }

    /// Typefaces beside our own: for characters that ours lack, and to be chosen by name.
    pub fn fonts(mut self, fonts: &Fonts) -> Self {
        self.engine = Arc::clone(&fonts.engine);
        self
    }

    /// Whether lines end at the same place on the right, and words may be parted as their language
    /// does it. Ragged lines are easier to read, so large print always has those.
    pub const fn justified(mut self, justified: bool) -> Self {
        self.justified = justified;
        self
    }

    /// Whether a tri-fold may be set closer where its text is too long: first with less space, then in
    /// smaller type, down to 12 points and never below.
    pub const fn fit(mut self, fit: bool) -> Self {
        self.fit = fit;
        self
    }

    /// Whether everything is black and grey, images too.
    pub const fn mono(mut self, mono: bool) -> Self {
        self.mono = mono;
        self
    }

    /// Whether the article is attached as JSON, for programs; such a file is PDF/A-3a and not 2a.
    #[cfg(feature = "validate")]
    #[cfg_attr(docsrs, doc(cfg(feature = "validate")))]
    pub const fn attach_json(mut self, attach_json: bool) -> Self {
        self.attach_json = attach_json;
        self
    }

    /// The professional bodies whose words and letters are used.
    pub fn registers(mut self, registers: Arc<Registers>) -> Self {
        self.registers = registers;
        self
    }
}

impl Default for Pdf {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Pdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = (&self.leaflet, &self.practice);
        f.debug_struct("Pdf")
            .field("leaflet", shown.0)
            .field("practice", shown.1)
            .finish_non_exhaustive()
    }
}

impl Exporter for Pdf {
    fn export(&self, article: &Article, out: &mut dyn Write) -> Result<Exported> {
        let (typeset, found) = Engine::remember(|| self.composed(article))?;
        out.write_all(&typeset.pdf)?;
        Ok(Exported::new(article.unsuppressed(found)).pages(typeset.pages))
    }
}

/// What every attempt to set an article needs.
struct Prepared {
    images: Images,
    logo: Option<image::Image>,
    families: Families,
    attachment: Option<Arc<[u8]>>,
}

impl Pdf {
    fn composed(&self, article: &Article) -> Result<(Typeset, Vec<Diagnostic>)> {
        let mut found = Vec::new();
        let prepared = self.prepare(article, &mut found)?;
        let (composed, more) = match self.leaflet {
            Leaflet::TriFold => self.fitted(article, &prepared)?,
            Leaflet::A5Booklet => self.bound(article, &prepared)?,
            _ => self.as_it_comes(article, &prepared, &Arrangement::plain())?,
        };
        found.extend(more);
        match Engine::write(&composed) {
            Ok(typeset) => Ok((typeset, found)),
            Err(failure) if self.leaflet == Leaflet::TriFold => Err(failed(failure.words())),
            // What could not be written has to be set otherwise.
            Err(_) => {
                let (typeset, _) =
                    self.work(article, &prepared, &Arrangement::plain(), |job, _| {
                        Engine::write(&self.engine.compose(job)?)
                    })?;
                Ok((typeset, found))
            }
        }
    }

    fn prepare(&self, article: &Article, found: &mut Vec<Diagnostic>) -> Result<Prepared> {
        let mut images = Images::load(article, &*self.assets, found);
        let mut logo = self.practice.as_deref().and_then(|practice| {
            let address = practice.logo.as_ref()?;
            let logo =
                image::load(&*self.assets, practice.source.as_str(), address, practice.origin);
            logo.map_err(|diagnostic| found.push(diagnostic)).ok()
        });
        if has_errors(found) {
            return Err(Error::content(std::mem::take(found)));
        }
        images.change(cmyk::to_rgb);
        logo.iter_mut().for_each(cmyk::to_rgb);
        if self.mono {
            images.change(grey::take_colours);
            logo.iter_mut().for_each(grey::take_colours);
        }
        let families = Families::of(&self.face, &self.engine)?;
        let attachment = self.attachment(article)?;
        Ok(Prepared { images, logo, families, attachment })
    }

    /// Hands the article to the typesetter, again where it finds characters that must be replaced,
    /// and once more without ties where it gives up.
    fn work<T>(
        &self,
        article: &Article,
        prepared: &Prepared,
        arrangement: &Arrangement,
        typeset: impl Fn(&Job, &Outline<'_>) -> Result<T, Failure>,
    ) -> Result<(T, Vec<Diagnostic>)> {
        let Prepared { images, logo, families, attachment } = prepared;
        let mut refused = BTreeSet::new();
        let mut ties = true;
        for _ in 0..ROUNDS {
            let material = Material {
                article,
                practice: self.practice.as_deref(),
                registers: &self.registers,
                images,
                logo: logo.as_ref(),
                leaflet: self.leaflet,
                engine: &self.engine,
                made: self.made,
                families,
                justified: self.justified,
                mono: self.mono,
                attachment: attachment.as_ref().map(|_| ATTACHMENT),
                arrangement,
                ties,
                refused: &refused,
            };
            let made = make(&material);
            let data = serde_json::to_vec(&made.leaflet)
                .map_err(|cause| failed(format!("the data cannot be written: {cause}")))?;
            let attachment = attachment.clone();
            let widths = self.leaflet.widths();
            let job = Job { data, files: made.files, attachment, widths };
            match typeset(&job, &made.outline) {
                Ok(typeset) => return Ok((typeset, made.found)),
                Err(Failure::Glyphs(lacking)) => refused.extend(lacking),
                Err(Failure::Refused(_)) if ties => ties = false,
                Err(Failure::Refused(words)) => {
                    return Err(self.explain(&job, article, images, words));
                }
            }
        }
        Err(failed(format!("no typeface draws {refused:?}")))
    }

    #[cfg(feature = "validate")]
    fn attachment(&self, article: &Article) -> Result<Option<Arc<[u8]>>> {
        if !self.attach_json {
            return Ok(None);
        }
        let mut json = Vec::new();
        super::Json::new().pretty(true).export(article, &mut json)?;
        Ok(Some(json.into()))
    }

    #[cfg(not(feature = "validate"))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as with the feature")]
    const fn attachment(&self, _: &Article) -> Result<Option<Arc<[u8]>>> {
        Ok(None)
    }

    /// A damaged image is the author's to mend; anything else is ours.
    fn explain(&self, job: &Job, article: &Article, images: &Images, words: String) -> Error {
        let damaged = job.files.iter().filter(|(name, _)| !self.engine.draws(job, name));
        let damaged = damaged.map(|(_, bytes)| {
            let named = images.iter().find(|(_, image)| Arc::ptr_eq(&image.bytes, bytes));
            let (name, origin) = match (named, &self.practice) {
                (Some((address, _)), _) => {
                    (format!("the image `{address}`"), image::place(article, address))
                }
                (None, practice) => {
                    let origin = practice.as_deref().map(|practice| practice.origin);
                    ("the logo".to_owned(), origin)
                }
            };
            Diagnostic::new(Code::BadImage, format!("{name} cannot be drawn"))
                .or_label(origin.unwrap_or_else(|| article.source.start()))
                .help("open it in a program for pictures and save it again")
        });
        let damaged: Vec<Diagnostic> = damaged.collect();
        if damaged.is_empty() { failed(words) } else { Error::content(damaged) }
    }
}

fn failed(words: String) -> Error {
    Diagnostic::new(Code::TypesettingFailed, words).into()
}
