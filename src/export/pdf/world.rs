//! The typesetter: with `finish.rs`, `folio.rs` and `galley.rs`, the only module that knows typst.

use super::advances::{Advances, Cut};
use super::finish::finished;
use super::galley::{Sight, sights, widened};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Abs, Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontVariant, FontVariations, Tag};
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
    ("folded.typ", include_str!("folded.typ")),
];
const MAIN: &str = "leaflet.typ";
/// The name under which the templates read the article.
const DATA: &str = "article.json";
/// The name under which they read what is to be attached.
pub(super) const ATTACHMENT: &str = "attachment.json";
/// A program that only draws one image, to find out which of several is damaged.
const IMAGE_TRIAL: &str = "image-trial.typ";

macro_rules! faces {
    ($($name:literal)*) => {
        &[$(include_bytes!(concat!("../../../assets/fonts/", $name, ".otf"))),*]
    };
}
const FACES: &[&[u8]] = faces!(
    "SourceSans3-Regular" "SourceSans3-It" "SourceSans3-Semibold" "SourceSans3-Bold"
    "SourceSans3-BoldIt" "SourceSerif4-Regular" "SourceSerif4-It" "SourceSerif4-Bold"
    "SourceSerif4-BoldIt" "SourceSerif4Display-Semibold" "SourceCodePro-Regular"
    "SourceCodePro-It" "SourceCodePro-Bold" "SourceCodePro-BoldIt"
);

/// What does not change from article to article: the typesetter's library, faces and templates.
pub(super) struct Engine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: HashMap<FileId, Source>,
    /// What is known of the widths of characters.
    advances: Mutex<Cuts>,
}

/// The cuts of families that were asked for.
type Cuts = BTreeMap<(Vec<String>, Cut), Arc<Advances>>;

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

impl Failure {
    /// What went wrong, in a sentence.
    pub(super) fn words(self) -> String {
        match self {
            Self::Glyphs(lacking) => format!("no typeface draws {lacking:?}"),
            Self::Refused(words) => words,
        }
    }
}

/// What one document is made from: its data, and its images by the name that the data gives them.
pub(super) struct Job {
    pub(super) data: Vec<u8>,
    pub(super) files: BTreeMap<String, Arc<[u8]>>,
    /// A file that goes with the document, as it is.
    pub(super) attachment: Option<Arc<[u8]>>,
    /// What widths the pages get at last, in millimetres; where there is none, they stay as they are.
    pub(super) widths: &'static [f64],
}

/// A document that was set and is not written yet.
pub(super) struct Composed {
    document: PagedDocument,
    /// Whether something goes with it.
    has_attachment: bool,
}

impl Composed {
    /// All marks and texts on it.
    pub(super) fn sights(&self) -> Vec<Sight> {
        sights(&self.document)
    }

    /// How many pages it has.
    pub(super) fn pages(&self) -> usize {
        self.document.pages().len()
    }
}

/// The faces in one file, or why there are none.
pub(super) fn faces(bytes: Vec<u8>) -> Result<Vec<Font>, &'static str> {
    let faces: Vec<Font> = Font::iter(Bytes::new(bytes)).collect();
    // fsType of the table `OS/2`: bits 0 to 3, of which 2 alone is "restricted licence".
    let forbids = |font: &Font| {
        let instance = font.clone().instantiate(
            FontVariant::default(),
            Abs::pt(12.0),
            &FontVariations::default(),
        );
        let table = instance.ttf().raw_face().table(Tag::from_bytes(b"OS/2").into());
        table.and_then(|table| table.get(9)).is_some_and(|flags| flags & 0x0f == 2)
    };
    if faces.is_empty() {
        Err("is no typeface that can be used; expected TrueType, OpenType or a collection of them")
    } else if faces.iter().any(forbids) {
        Err("must not be embedded, says its maker; choose a typeface whose licence allows that")
    } else {
        Ok(faces)
    }
}

impl Engine {
    /// The engine that all exporters share.
    pub(super) fn shared() -> Arc<Self> {
        static ENGINE: OnceLock<Arc<Engine>> = OnceLock::new();
        Arc::clone(ENGINE.get_or_init(|| Arc::new(Self::with(Vec::new()))))
    }

    /// An engine with our faces, and more.
    pub(super) fn with(more: Vec<Font>) -> Self {
        let ours = FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face)));
        let fonts: Vec<Font> = ours.chain(more).collect();
        let template = |&(name, text): &(&str, &str)| {
            let id = file_id(name)?;
            Some((id, Source::new(id, text.to_owned())))
        };
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            templates: TEMPLATES.iter().filter_map(template).collect(),
            advances: Mutex::default(),
        }
    }

    /// The names of all families.
    pub(super) fn families(&self) -> Vec<String> {
        self.book.families().map(|(name, _)| name.to_owned()).collect()
    }

    /// Whether any face has this character.
    pub(super) fn covers(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }

    /// How wide characters are in the first of these families.
    pub(super) fn advances(&self, families: &[String], cut: Cut) -> Arc<Advances> {
        let key = (families.to_vec(), cut);
        let mut known = self.advances.lock().unwrap_or_else(PoisonError::into_inner);
        let made = || Arc::new(Advances::of(&self.book, &self.fonts, families, cut));
        Arc::clone(known.entry(key).or_insert_with(made))
    }

    /// Does the work for one document, and forgets what the latest ones had no use for: the templates are evaluated once.
    /// Without this the typesetter's cache grows by megabytes with every document. What is forgotten while other threads
    /// set theirs, they have to find out again, so it is done more seldom where there are many.
    pub(super) fn remember<T>(work: impl FnOnce() -> T) -> T {
        static FINISHED: AtomicUsize = AtomicUsize::new(0);
        let _at_work = AtWork::begin();
        let result = work();
        if FINISHED.fetch_add(1, Relaxed) + 1 >= 4 * AT_WORK.load(Relaxed) {
            FINISHED.store(0, Relaxed);
            forget();
        }
        result
    }

    /// Sets a document.
    pub(super) fn compose(&self, job: &Job) -> Result<Composed, Failure> {
        let document = self.set(job)?;
        let document =
            if job.widths.is_empty() { document } else { widened(&document, job.widths) };
        Ok(Composed { document, has_attachment: job.attachment.is_some() })
    }

    /// Writes a document as PDF/UA-1 and PDF/A-2a, or 3a where something is attached.
    pub(super) fn write(composed: &Composed) -> Result<Typeset, Failure> {
        let document = &composed.document;
        let archival = if composed.has_attachment { PdfStandard::A_3a } else { PdfStandard::A_2a };
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, archival])
            .map_err(|refusal| Failure::Refused(refusal.message().to_string()))?;
        let creator = Smart::Custom(Some(format!("offprint {}", env!("CARGO_PKG_VERSION"))));
        let options = PdfOptions { standards, creator, ..PdfOptions::default() };
        let pdf = typst_pdf::pdf(document, &options).map_err(|errors| refused(&errors))?;
        Ok(Typeset { pdf, pages: document.pages().len() })
    }

    fn set(&self, job: &Job) -> Result<PagedDocument, Failure> {
        let document = compile(&Desk::new(self, job, MAIN)?)?;
        let mut lacking = BTreeSet::new();
        for page in document.pages() {
            find_lacking(&page.frame, &mut lacking);
        }
        if lacking.is_empty() { Ok(finished(&document)) } else { Err(Failure::Glyphs(lacking)) }
    }

    /// Whether an image of this job can be drawn on its own.
    pub(super) fn draws(&self, job: &Job, name: &str) -> bool {
        let files = job.files.clone();
        let trial = Job { data: Vec::new(), files, attachment: None, widths: &[] };
        let text = format!("#image(\"{name}\")");
        let drawn = Desk::new(self, &trial, IMAGE_TRIAL).is_ok_and(|mut desk| {
            desk.trial = Some(Source::new(desk.main, text));
            compile(&desk).is_ok()
        });
        forget();
        drawn
    }
}

fn forget() {
    typst::comemo::evict(1);
}

/// How many documents are being set.
static AT_WORK: AtomicUsize = AtomicUsize::new(0);

/// One of them, for as long as this is there.
struct AtWork;

impl AtWork {
    fn begin() -> Self {
        AT_WORK.fetch_add(1, Relaxed);
        Self
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        AT_WORK.fetch_sub(1, Relaxed);
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
        if let Some(bytes) = &job.attachment {
            files.insert(id(ATTACHMENT)?, Bytes::new(Arc::clone(bytes)));
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
    /// The smallest type.
    pub(super) smallest: Option<f64>,
    /// The full names of the faces.
    pub(super) faces: BTreeSet<String>,
    /// The paints of all type, as typst writes them.
    pub(super) paints: BTreeSet<String>,
    /// What links are described by.
    pub(super) links: Vec<String>,
}

#[cfg(test)]
impl Engine {
    pub(super) fn inspect(&self, job: &Job) -> Result<Inspection, Failure> {
        let document = self.set(job)?;
        let mut seen = Inspection::default();
        for page in document.pages() {
            let right = page.frame.width() - Abs::mm(17.0);
            inspect(&page.frame, Abs::zero(), Abs::zero(), &mut |at, bottom, text| {
                seen.printed.push_str(&text.text);
                let size = text.size.to_pt();
                seen.smallest = Some(seen.smallest.map_or(size, |smallest| smallest.min(size)));
                seen.paints.insert(format!("{:?}", text.fill));
                seen.faces.extend(text.font.font().post_script_name());
                let over = (at + text.width() - right).max(Abs::mm(17.0) - at);
                seen.overhang = seen.overhang.max(over.to_pt());
                seen.below = seen.below.max((bottom - page.frame.height()).to_pt());
            });
            seen.printed.push('\n');
            super::finish::links(&page.frame, &mut seen.links);
        }
        Ok(seen)
    }
}

#[cfg(test)]
fn inspect(frame: &Frame, x: Abs, y: Abs, see: &mut impl FnMut(Abs, Abs, &typst::text::TextItem)) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => inspect(&group.frame, x + at.x, y + at.y, see),
            FrameItem::Text(text) => see(x + at.x, y + at.y, text),
            _ => {}
        }
    }
}
