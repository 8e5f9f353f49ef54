//! The typesetter: the only module that knows typst.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATES: &[(&str, &str)] = &[
    (MAIN, include_str!("leaflet.typ")),
    ("style.typ", include_str!("style.typ")),
    ("formats.typ", include_str!("formats.typ")),
    ("blocks.typ", include_str!("blocks.typ")),
    ("front.typ", include_str!("front.typ")),
    ("end.typ", include_str!("end.typ")),
];
const MAIN: &str = "leaflet.typ";
/// The name under which the templates read the article.
const DATA: &str = "article.json";
/// A program that only draws one image, to find out which of several is damaged.
const IMAGE_TRIAL: &str = "image-trial.typ";

macro_rules! faces {
    ($($name:literal)*) => {
        &[$(include_bytes!(concat!("../../../assets/fonts/", $name, ".otf"))),*]
    };
}
const FACES: &[&[u8]] = faces!(
    "SourceSans3-Regular" "SourceSans3-It" "SourceSans3-Semibold" "SourceSans3-Bold"
    "SourceSans3-BoldIt" "SourceSerif4Display-Semibold" "SourceCodePro-Regular"
);

/// What does not change from article to article: the typesetter's library, faces and templates.
pub(super) struct Engine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: HashMap<FileId, Source>,
}

/// A document that was set.
pub(super) struct Typeset {
    pub(super) pdf: Vec<u8>,
    pub(super) pages: usize,
}

/// Why a document could not be set.
pub(super) enum Failure {
    /// No face can draw these characters where they stand.
    Glyphs(BTreeSet<char>),
    /// The typesetter's own words.
    Refused(String),
}

/// What one document is made from: its data, and its images by the name that the data gives them.
pub(super) struct Job {
    pub(super) data: Vec<u8>,
    pub(super) files: BTreeMap<String, Arc<[u8]>>,
}

impl Engine {
    /// The engine that all exporters share.
    pub(super) fn shared() -> Arc<Self> {
        static ENGINE: OnceLock<Arc<Engine>> = OnceLock::new();
        Arc::clone(ENGINE.get_or_init(|| Arc::new(Self::new())))
    }

    fn new() -> Self {
        let fonts: Vec<Font> =
            FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect();
        let template = |&(name, text): &(&str, &str)| {
            let id = file_id(name)?;
            Some((id, Source::new(id, text.to_owned())))
        };
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            templates: TEMPLATES.iter().filter_map(template).collect(),
        }
    }

    /// Whether any face has this character.
    pub(super) fn covers(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }

    /// Sets a document and writes it as PDF/UA-1 and PDF/A-2a.
    pub(super) fn typeset(&self, job: &Job) -> Result<Typeset, Failure> {
        let outcome = self.typeset_uncached(job);
        // Without this the typesetter's cache grows by megabytes with every document.
        typst::comemo::evict(0);
        outcome
    }

    fn typeset_uncached(&self, job: &Job) -> Result<Typeset, Failure> {
        let document = self.set(job)?;
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|refusal| Failure::Refused(refusal.message().to_string()))?;
        let creator = Smart::Custom(Some(format!("offprint {}", env!("CARGO_PKG_VERSION"))));
        let options = PdfOptions { standards, creator, ..PdfOptions::default() };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| refused(&errors))?;
        Ok(Typeset { pdf, pages: document.pages().len() })
    }

    fn set(&self, job: &Job) -> Result<PagedDocument, Failure> {
        let document = compile(&Desk::new(self, job, MAIN)?)?;
        let mut lacking = BTreeSet::new();
        for page in document.pages() {
            find_lacking(&page.frame, &mut lacking);
        }
        if lacking.is_empty() { Ok(document) } else { Err(Failure::Glyphs(lacking)) }
    }

    /// Whether an image of this job can be drawn on its own.
    pub(super) fn draws(&self, job: &Job, name: &str) -> bool {
        let trial = Job { data: Vec::new(), files: job.files.clone() };
        let text = format!("#image(\"{name}\")");
        let drawn = Desk::new(self, &trial, IMAGE_TRIAL).is_ok_and(|mut desk| {
            desk.trial = Some(Source::new(desk.main, text));
            compile(&desk).is_ok()
        });
        typst::comemo::evict(0);
        drawn
    }
}

/// What one compilation sees: the engine and one job.
struct Desk<'a> {
    engine: &'a Engine,
    main: FileId,
    trial: Option<Source>,
    files: HashMap<FileId, Bytes>,
}

impl<'a> Desk<'a> {
    fn new(engine: &'a Engine, job: &Job, main: &str) -> Result<Self, Failure> {
        let id = |name: &str| {
            file_id(name).ok_or_else(|| Failure::Refused(format!("no file can be called {name}")))
        };
        let mut files = HashMap::from([(id(DATA)?, Bytes::new(job.data.clone()))]);
        for (name, bytes) in &job.files {
            files.insert(id(name)?, Bytes::new(Arc::clone(bytes)));
        }
        Ok(Self { engine, main: id(main)?, trial: None, files })
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let trial = self.trial.as_ref().filter(|trial| trial.id() == id);
        let found = trial.or_else(|| self.engine.templates.get(&id));
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        // Packages have ids of their own, none of which is here, so no package is ever read.
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    /// There is no clock here.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Interned for good, so only names of a small fixed set may come here.
fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// Warnings are errors: the typesetter warns where text would be left out.
fn compile(desk: &Desk<'_>) -> Result<PagedDocument, Failure> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(desk);
    let document = output.map_err(|errors| refused(&errors))?;
    if warnings.is_empty() { Ok(document) } else { Err(refused(&warnings)) }
}

fn refused(diagnostics: &[SourceDiagnostic]) -> Failure {
    let words = diagnostics.iter().map(|diagnostic| {
        let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
        format!("{}{}", diagnostic.message, hints.collect::<String>())
    });
    Failure::Refused(words.collect::<Vec<_>>().join("; "))
}

/// Finds what was set with glyph 0, which stands for every character that a face lacks.
fn find_lacking(frame: &Frame, lacking: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => find_lacking(&group.frame, lacking),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    lacking.extend(text.text.get(glyph.range()).unwrap_or_default().chars());
                }
            }
            _ => {}
        }
    }
}

/// What the tests look at.
#[cfg(test)]
#[derive(Default)]
pub(super) struct Inspection {
    /// All text in the order of reading.
    pub(super) printed: String,
    /// How many points the farthest text reaches beyond the narrowest margin, on either side.
    pub(super) overhang: f64,
    /// How many points the lowest text reaches beyond the page.
    pub(super) below: f64,
}

#[cfg(test)]
impl Engine {
    pub(super) fn inspect(&self, job: &Job) -> Result<Inspection, Failure> {
        use typst::layout::Abs;
        let document = self.set(job)?;
        let mut seen = Inspection::default();
        for page in document.pages() {
            let right = page.frame.width() - Abs::mm(17.0);
            inspect(&page.frame, Abs::zero(), Abs::zero(), &mut |at, bottom, text| {
                seen.printed.push_str(&text.text);
                let over = (at + text.width() - right).max(Abs::mm(17.0) - at);
                seen.overhang = seen.overhang.max(over.to_pt());
                seen.below = seen.below.max((bottom - page.frame.height()).to_pt());
            });
            seen.printed.push('\n');
        }
        Ok(seen)
    }
}

#[cfg(test)]
fn inspect(
    frame: &Frame,
    x: typst::layout::Abs,
    y: typst::layout::Abs,
    see: &mut impl FnMut(typst::layout::Abs, typst::layout::Abs, &typst::text::TextItem),
) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => inspect(&group.frame, x + at.x, y + at.y, see),
            FrameItem::Text(text) => see(x + at.x, y + at.y, text),
            _ => {}
        }
    }
}
