//! `offprint build`.

use crate::Status;
use crate::args::Build;
use crate::files;
use crate::inputs::{self, Images};
use crate::practice::Named;
use crate::registers::registers;
use crate::report::{Reporter, problem};
use offprint::export::{
    Assets, Epub, Exporter, Fonts, Format, Html, Json, Leaflet, Pdf, PdfSheets,
};
use offprint::markdown::Parser;
use offprint::model::PartialDate;
use offprint::registers::Registers;
use offprint::{Diagnostic, Practice, Result, Severity, Sources};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};

pub(crate) fn run(args: &Build) -> Status {
    let mut reporter = Reporter::new(args.diagnostics);
    let status = run_with(args, &mut reporter);
    reporter.finish();
    status
}

fn run_with(args: &Build, reporter: &mut Reporter) -> Status {
    let paths = match inputs::articles(&args.paths) {
        Ok(paths) => paths,
        Err(problems) => {
            problems.iter().for_each(|text| problem(text));
            return Status::System;
        }
    };
    let named = match Named::read(args.practice.as_deref(), args.strict, reporter) {
        Ok(named) => named,
        Err(status) => return status,
    };
    if let Err(cause) = std::fs::create_dir_all(&args.out) {
        problem(&format!("cannot make the folder {}: {cause}", args.out.display()));
        return Status::System;
    }
    let fonts = match fonts(&args.look.fonts, reporter) {
        Ok(fonts) => fonts,
        Err(status) => return status,
    };
    let registers = match registers(&Named::registers(named.as_ref(), &args.registers), reporter) {
        Ok(registers) => Arc::new(registers),
        Err(status) => return status,
    };
    let practice = named.map(|named| named.practice);
    let mut status = Status::Good;
    let builder = Builder { args, practice, fonts, registers, modified: modified() };
    let jobs = args.jobs.or_else(|| std::thread::available_parallelism().ok());
    let jobs = jobs.map_or(1, usize::from).min(paths.len()).max(1);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::sync_channel::<(usize, Made)>(jobs);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let sender = sender.clone();
            let (next, paths, builder) = (&next, &paths, &builder);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = paths.get(at) else { break };
                    if sender.send((at, builder.article(path))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        // Told in the order of the paths, whichever is ready first.
        let mut waiting: BTreeMap<usize, Made> = BTreeMap::new();
        let mut turn = 0;
        for (at, made) in receiver {
            waiting.insert(at, made);
            while let Some(made) = waiting.remove(&turn) {
                turn += 1;
                status = status.max(made.status);
                reporter.diagnostics(&made.diagnostics, &made.sources);
                made.lines.iter().for_each(|line| reporter.made(line));
                made.problems.iter().for_each(|text| problem(text));
            }
        }
    });
    status
}

/// Reads all typefaces of some folders and tells which files are none.
fn fonts(
    folders: &[PathBuf],
    reporter: &mut Reporter,
) -> std::result::Result<Option<Fonts>, Status> {
    if folders.is_empty() {
        return Ok(None);
    }
    let read = inputs::fonts(folders).map_err(|message| {
        problem(&message);
        Status::System
    })?;
    Fonts::new(read).map(Some).map_err(|error| {
        reporter.diagnostics(error.diagnostics(), &Sources::new());
        Status::Content
    })
}

/// The date of books whose article has none: `SOURCE_DATE_EPOCH`
/// (<https://reproducible-builds.org/specs/source-date-epoch/>), where somebody set it.
fn modified() -> Option<PartialDate> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    PartialDate::from_unix_seconds(seconds)
}

/// What became of one article.
struct Made {
    status: Status,
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    /// A line for each file.
    lines: Vec<String>,
    /// Files that could not be read or written.
    problems: Vec<String>,
}

/// A file that is ready to be written.
struct File {
    path: PathBuf,
    bytes: Vec<u8>,
    pages: Option<usize>,
}

/// A file that is asked for.
struct Asked {
    name: String,
    exporter: Box<dyn Exporter>,
    /// The file that is made of this one for printing.
    sheets: Option<(String, PdfSheets)>,
}

impl Asked {
    fn new(name: String, exporter: impl Exporter + 'static) -> Self {
        Self { name, exporter: Box::new(exporter), sheets: None }
    }
}

struct Builder<'a> {
    args: &'a Build,
    practice: Option<Practice>,
    fonts: Option<Fonts>,
    registers: Arc<Registers>,
    modified: Option<PartialDate>,
}

impl Builder<'_> {
    /// Makes all files of an article; where one cannot be made, none is written.
    fn article(&self, path: &Path) -> Made {
        let mut made = Made {
            status: Status::Good,
            // What stands on a leaflet may come from there.
            sources: self.practice.iter().filter_map(|one| one.source.source().cloned()).collect(),
            diagnostics: Vec::new(),
            lines: Vec::new(),
            problems: Vec::new(),
        };
        let result = self.files(path, &mut made).and_then(|files| {
            let failed = made.diagnostics.iter().any(|found| {
                found.severity == Severity::Error
                    || self.args.strict && found.severity == Severity::Warning
            });
            if failed {
                made.status = Status::Content;
                return Ok(());
            }
            for file in files {
                files::write(&file.path, &file.bytes)?;
                made.lines.push(line(&file));
            }
            Ok(())
        });
        if let Err(error) = result {
            if error.diagnostics().is_empty() {
                made.status = Status::System;
                made.problems.push(error.to_string());
            } else {
                made.status = Status::Content;
                add(&mut made.diagnostics, error.diagnostics());
            }
        }
        made
    }

    fn files(&self, path: &Path, made: &mut Made) -> Result<Vec<File>> {
        let source = inputs::source(path).map_err(|(error, undecoded)| {
            undecoded.iter().for_each(|source| made.sources.insert(source.clone()));
            error
        })?;
        made.sources.insert(source.clone());
        let article = if path.extension().is_some_and(|ending| ending == "json") {
            offprint::json::read(&source)?
        } else {
            let parsed = Parser::new()
                .limits(self.args.limit)
                .registers(Arc::clone(&self.registers))
                .parse(&source)?;
            add(&mut made.diagnostics, &parsed.diagnostics);
            if parsed.has_errors() {
                return Ok(Vec::new());
            }
            parsed.value
        };
        let practice = self.args.practice.as_deref();
        let assets = Images::of(path, practice, self.args.assets.as_deref())?;
        let stem = inputs::stem(path);
        let mut files = Vec::new();
        for asked in self.exporters(&stem, &assets) {
            let mut bytes = Vec::new();
            match asked.exporter.export(&article, &mut bytes) {
                Ok(exported) => {
                    add(&mut made.diagnostics, &exported.diagnostics);
                    let sheets = match &asked.sheets {
                        Some((name, sheets)) => Some(self.sheets(name, sheets, &bytes)?),
                        None => None,
                    };
                    let path = self.args.out.join(asked.name);
                    files.push(File { path, bytes, pages: exported.pages });
                    files.extend(sheets);
                }
                // The other formats may have something to say too.
                Err(error) if !error.diagnostics().is_empty() => {
                    add(&mut made.diagnostics, error.diagnostics());
                }
                Err(error) => return Err(error),
            }
        }
        Ok(files)
    }

    /// Puts pages on sheets that have just been made.
    fn sheets(&self, name: &str, sheets: &PdfSheets, pages: &[u8]) -> Result<File> {
        let mut bytes = Vec::new();
        let exported = sheets.impose(pages, &mut bytes)?;
        Ok(File { path: self.args.out.join(name), bytes, pages: exported.pages })
    }

    /// What is asked for.
    fn exporters(&self, stem: &str, assets: &Arc<dyn Assets>) -> Vec<Asked> {
        let mut exporters: Vec<Asked> = Vec::new();
        let asked = |format: &&Format| self.args.to.contains(format);
        for format in Format::ALL.iter().filter(asked) {
            match format {
                Format::Html => {
                    let mut html = Html::new()
                        .registers(Arc::clone(&self.registers))
                        .assets(Arc::clone(assets));
                    if let Some(practice) = &self.practice {
                        html = html.practice(practice);
                    }
                    exporters.push(Asked::new(format!("{stem}.html"), html));
                }
                Format::Json => {
                    exporters.push(Asked::new(format!("{stem}.json"), Json::new().pretty(true)));
                }
                Format::Pdf => {
                    for leaflet in &self.args.leaflet {
                        let mut pdf = Pdf::new()
                            .registers(Arc::clone(&self.registers))
                            .leaflet(*leaflet)
                            .assets(Arc::clone(assets))
                            .fit(self.args.look.fit)
                            .face(self.args.look.face.clone())
                            .justified(self.args.look.justify)
                            .mono(self.args.look.mono)
                            .attach_json(self.args.look.attach_json);
                        if let Some(fonts) = &self.fonts {
                            pdf = pdf.fonts(fonts);
                        }
                        if let Some(practice) = &self.practice {
                            pdf = pdf.practice(practice);
                        }
                        if let Some(modified) = self.modified {
                            pdf = pdf.made(modified);
                        }
                        let name = match leaflet {
                            Leaflet::A4 => format!("{stem}.pdf"),
                            other => format!("{stem}.{}.pdf", other.as_str()),
                        };
                        let sheets = leaflet.is_folded().then(|| {
                            let sheets = PdfSheets::new(pdf.clone()).marks(self.args.look.marks);
                            (format!("{stem}.{}.sheets.pdf", leaflet.as_str()), sheets)
                        });
                        exporters.push(Asked { sheets, ..Asked::new(name, pdf) });
                    }
                }
                Format::Epub => {
                    let mut epub = Epub::new()
                        .registers(Arc::clone(&self.registers))
                        .assets(Arc::clone(assets));
                    if let Some(practice) = &self.practice {
                        epub = epub.practice(practice);
                    }
                    if let Some(modified) = self.modified {
                        epub = epub.modified(modified);
                    }
                    exporters.push(Asked::new(format!("{stem}.epub"), epub));
                }
                _ => {}
            }
        }
        exporters
    }
}

/// Several formats may find the same thing; it is told once.
fn add(all: &mut Vec<Diagnostic>, found: &[Diagnostic]) {
    for diagnostic in found {
        let is_known = all.iter().any(|known| {
            known == diagnostic && known.origin().range() == diagnostic.origin().range()
        });
        if !is_known {
            all.push(diagnostic.clone());
        }
    }
}

fn line(file: &File) -> String {
    let mut line = format!("{}  {}", file.path.display(), size(file.bytes.len()));
    if let Some(pages) = file.pages {
        let _ = write!(line, ", {pages} page{}", if pages == 1 { "" } else { "s" });
    }
    line.push('\n');
    line
}

/// In kB of a thousand bytes, as file managers say it.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
