//! Leaflets as PDF: `cargo bench --features cli --bench leaflets`; the peers come from `tests/conformance/peers`.
//!
//! Prints how long one takes in a warm process, on one thread and on two; the same text through typst without our
//! template, with its own simple lines and with optimal ones, as ours are; through `WeasyPrint`, warm as well and as a
//! command for each document; through pandoc and typst, warm; the most memory over 2,000 leaflets; and what 150,000 words
//! take. Memory is the resident set as Linux counts it (`VmHWM`), each in a process of its own.
//! It passes no judgement; with `--quick` it does little of each, to see that it runs. For a profiler, `--memory` sets
//! nothing but our leaflets, and `--typst` nothing but those without our template.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints rounded figures, and stops at a fault"
)]

#[expect(dead_code, reason = "the other benchmarks use more of it")]
mod support;

use offprint::Source;
use offprint::export::{DirAssets, Exporter, Pdf};
use offprint::model::{Article, Block};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::{FileId, RootedPath, Source as Code, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const ARTICLE: &str = "fixtures/articles/what-is-psychodynamic-therapy.md";
const LONG: usize = 150_000;
/// How many documents are made before it is another's turn.
const TURN: usize = 5;

/// How often each thing is done.
struct Counts {
    runs: usize,
    documents: usize,
    peers: usize,
    words: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let counts = if has("--quick") {
        Counts { runs: 8, documents: 20, peers: 1, words: 5_000 }
    } else {
        Counts { runs: 60, documents: 2_000, peers: 7, words: LONG }
    };
    if has("--one-core") {
        let count = arguments.last().and_then(|count| count.parse().ok()).expect("a count");
        let articles: Vec<Article> = articles(count).collect();
        let times = turn_of(0..count, |at| {
            Pdf::new().export(&articles[at], &mut Vec::new()).map(drop).expect("a leaflet");
        });
        println!("{}", median(times.collect()).as_nanos());
    } else if has("--memory") {
        many(counts.documents);
    } else if has("--long") {
        long(counts.words);
    } else if has("--typst") {
        articles(counts.documents).for_each(|one| drop(Plain::new(&markup(&one)).export()));
    } else {
        side_by_side(&counts);
        for part in ["--memory", "--long"] {
            let mut again = Command::new(std::env::current_exe().expect("this program"));
            again.arg(part).args(has("--quick").then_some("--quick"));
            assert!(again.status().expect("this program again").success());
        }
    }
}

fn side_by_side(counts: &Counts) {
    let articles: Vec<Article> = articles(counts.runs).collect();
    let export = |article: &Article| {
        let mut bytes = Vec::new();
        Pdf::new().export(article, &mut bytes).expect("a leaflet");
        bytes
    };
    let plain: Vec<Plain> = articles.iter().map(|article| Plain::new(&markup(article))).collect();
    let optimal = |article| format!("#set par(linebreaks: \"optimized\")\n{}", markup(article));
    let optimal: Vec<Plain> = articles.iter().map(|one| Plain::new(&optimal(one))).collect();
    println!("{ARTICLE}: {} words", articles[0].word_count());

    // In turns, because machines are not as fast from one minute to the next, and some of each together, as what the
    // typesetter remembers of one document helps with the next; never the same text twice in a row.
    let mut times = [const { Vec::new() }; 4];
    let turns: Vec<Range<usize>> =
        (0..articles.len()).step_by(TURN).map(|at| at..articles.len().min(at + TURN)).collect();
    for turn in 0..turns.len() {
        let other = |part: usize| turns[(turn + part * turns.len() / 4) % turns.len()].clone();
        times[0].extend(turn_of(other(0), |at| drop(export(&articles[at]))));
        times[1].extend(turn_of(other(1), |at| drop(plain[at].export())));
        times[2].extend(turn_of(other(2), |at| drop(optimal[at].export())));
        times[3].extend(turn_of(other(3), |at| drop(plain[at].typeset())));
    }
    let [own, typst, optimal, typeset] = times.map(median);
    row("offprint, one thread", own, None);
    let more: Vec<Article> = self::articles(4 * counts.runs).collect();
    let (both, times) = two_threads(&more, &export);
    let core = one_core(counts.runs);
    print!(
        "{:<34}{:>9.2} ms, {times:.2} times the throughput of one thread",
        "offprint, two threads",
        milliseconds(both)
    );
    match core {
        Some(core) => println!(
            ", {:.2} of one core ({:.2} ms)",
            core.as_secs_f64() / both.as_secs_f64(),
            milliseconds(core)
        ),
        None => println!("; for that of one core, install taskset (util-linux)"),
    }
    row("typst, no template", typst, Some(own));
    row("  of which laying out", typeset, None);
    row("  of which writing the file", typst.saturating_sub(typeset), None);
    println!("{:<34}{:>9.2}", "offprint by typst", own.as_secs_f64() / typst.as_secs_f64());
    row("typst, no template, optimal lines", optimal, Some(own));
    println!(
        "{:<34}{:>9.2}",
        "offprint by typst, optimal lines",
        own.as_secs_f64() / optimal.as_secs_f64()
    );

    if let Some(peers) = Peers::find() {
        let page = peers.page(&articles[0]);
        let beside = |name, theirs| {
            let own =
                turn_of(0..articles.len().min(4 * counts.peers), |at| drop(export(&articles[at])));
            row(name, theirs, Some(median(own.collect())));
        };
        let warm = peers.warm("weasyprint", &page, counts.peers);
        beside("WeasyPrint, all in one process", warm);
        beside("WeasyPrint, a command for each", peers.weasyprint(&page, counts.peers));
        beside("pandoc, then typst", peers.pandoc(counts.peers));
    }
}

fn row(name: &str, time: Duration, own: Option<Duration>) {
    print!("{name:<34}{:>9.2} ms", milliseconds(time));
    if let Some(own) = own {
        print!(", {:.2} times as long as offprint", time.as_secs_f64() / own.as_secs_f64());
    }
    println!();
}

/// How long a leaflet takes where two threads make them, each others, and how many times the throughput of one that is.
fn two_threads(
    articles: &[Article],
    export: &(impl Fn(&Article) -> Vec<u8> + Sync),
) -> (Duration, f64) {
    let all = |some: &[Article]| some.iter().for_each(|article| drop(export(article)));
    let (times, ratios): (Vec<Duration>, Vec<f64>) = articles
        .chunks(4 * TURN)
        .map(|some| {
            let (alone, together) = some.split_at(some.len() / 2);
            let (left, right) = together.split_at(together.len() / 2);
            let alone = time(|| all(alone));
            let both = time(|| {
                std::thread::scope(|scope| {
                    scope.spawn(|| all(left));
                    scope.spawn(|| all(right));
                });
            });
            (
                both / u32::try_from(together.len()).expect("a few"),
                alone.as_secs_f64() / both.as_secs_f64(),
            )
        })
        .unzip();
    (median(times), median(ratios))
}

/// How long a leaflet takes on one core: what one thread hands to others, as the packing of streams, is done there too.
fn one_core(documents: usize) -> Option<Duration> {
    let mut again = Command::new("taskset");
    again.arg("-c").arg("0").arg(std::env::current_exe().ok()?);
    let output = again.arg("--one-core").arg(documents.to_string()).output().ok()?;
    let nanoseconds = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// How long each takes but the first, after which the machine and the typesetter are warm.
fn turn_of(turn: Range<usize>, work: impl Fn(usize)) -> impl Iterator<Item = Duration> {
    turn.map(move |at| time(|| work(at))).skip(1)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The median of several times.
fn several(times: usize, work: impl Fn()) -> Duration {
    median((0..times).map(|_| time(&work)).collect())
}

fn median<T: Copy + PartialOrd>(mut all: Vec<T>) -> T {
    all.sort_by(|one, other| one.partial_cmp(other).expect("numbers"));
    all[all.len() / 2]
}

/// As many articles as are asked for, with the same words in other orders, so that no line of one is found in another: a
/// typesetter that remembers what it set before has no use for that.
fn articles(count: usize) -> impl Iterator<Item = Article> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(ARTICLE);
    let text = std::fs::read_to_string(path).expect("the fixture");
    let article = offprint::parse(&Source::new(ARTICLE, text)).expect("an article").value;
    let article = serde_json::to_value(article).expect("JSON");
    let mut seed = 7;
    (0..count).map(move |_| {
        let mut article = article.clone();
        shuffle(&mut article, &mut seed);
        serde_json::from_value(article).expect("an article")
    })
}

fn shuffle(value: &mut Value, seed: &mut usize) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "text" => *text = shuffled(text, seed),
                    other => shuffle(other, seed),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| shuffle(value, seed)),
        _ => {}
    }
}

/// With the words between the first and the last in another order (<https://en.wikipedia.org/wiki/Xorshift>).
fn shuffled(text: &str, seed: &mut usize) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    for at in (2..words.len().saturating_sub(1)).rev() {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        words.swap(at, 1 + *seed % at);
    }
    words.join(" ")
}

/// What many leaflets in one process take of memory.
fn many(documents: usize) {
    for article in articles(documents) {
        Pdf::new().export(&article, &mut Vec::new()).expect("a leaflet");
    }
    println!("{:<34}{:>9} MB at most", format!("{documents} leaflets, one after another"), peak());
}

fn long(words: usize) {
    let mut bytes = words * 6;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let article = loop {
        let name = root.join("articles/long.md").to_string_lossy().into_owned();
        let article =
            offprint::parse(&Source::new(name, support::article(bytes))).expect("an article");
        let count = article.value.word_count();
        if count >= words {
            break article.value;
        }
        bytes += (words - count + 500) * 6;
    };
    let assets = DirAssets::new(root).expect("the fixtures");
    let start = Instant::now();
    let mut file = Vec::new();
    let exported =
        Pdf::new().assets(Arc::new(assets)).export(&article, &mut file).expect("a leaflet");
    println!(
        "{:<34}{:>9.2} s, {} pages, {} kB, {} MB at most",
        format!("{} words", article.word_count()),
        start.elapsed().as_secs_f64(),
        exported.pages.unwrap_or_default(),
        file.len() / 1_000,
        peak()
    );
}

/// The most memory that this process held, in megabytes, or nothing where the system does not tell.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<usize>().ok());
    kilobytes.unwrap_or_default() / 1_000
}

/// An article as typst's own markup: headings and paragraphs, every character of them text.
fn markup(article: &Article) -> String {
    let mut out = format!("#set document(title: {:?})\n#title()\n", article.metadata.title);
    out.push_str("#set text(font: \"Source Sans 3\", lang: \"en\", region: \"GB\")\n");
    push(&article.lead, &mut out);
    for section in &article.sections {
        let _ = write!(out, "\n= {}\n\n", escaped(&section.heading_text()));
        push(&section.content, &mut out);
        for inner in &section.sections {
            let _ = write!(out, "\n== {}\n\n", escaped(&inner.heading_text()));
            push(&inner.content, &mut out);
        }
    }
    out
}

fn push(blocks: &[Block], out: &mut String) {
    for block in blocks {
        let part = Article::builder("Part").block(block.clone()).build().expect("an article");
        for line in part.plain_text().lines().filter(|line| !line.is_empty()) {
            let sign = if matches!(block, Block::List { .. }) { "- " } else { "" };
            let _ = write!(out, "{sign}{}\n\n", escaped(line));
        }
    }
}

fn escaped(text: &str) -> String {
    let special = |c: char| c.is_ascii_punctuation() && !matches!(c, ',' | '!' | '?' | ';');
    text.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}

/// Typst with one source and the faces that it needs.
struct Plain {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Code>,
    main: FileId,
}

impl Plain {
    fn new(markup: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
        let faces = ["SourceSans3-Regular", "SourceSans3-Bold"];
        let read = |face: &str| {
            let bytes = std::fs::read(folder.join(format!("{face}.otf"))).expect("a face");
            Font::iter(Bytes::new(bytes)).collect::<Vec<_>>()
        };
        let fonts: Vec<Font> = faces.into_iter().flat_map(read).collect();
        let path = VirtualPath::new("plain.typ").expect("a path");
        let main = RootedPath::new(VirtualRoot::Project, path).intern();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources: HashMap::from([(main, Code::new(main, markup.to_owned()))]),
            main,
        }
    }

    fn typeset(&self) -> PagedDocument {
        let document = typst::compile::<PagedDocument>(self).output.expect("a document");
        typst::comemo::evict(1);
        document
    }

    /// By the same standards as ours.
    fn export(&self) -> Vec<u8> {
        let document = typst::compile::<PagedDocument>(self).output.expect("a document");
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).expect("both");
        let creator = Smart::Custom(Some("plain".to_owned()));
        let mut document = document;
        document.info_mut().date = Smart::Custom(Datetime::from_ymd(2026, 1, 1));
        let options = PdfOptions { standards, creator, ..PdfOptions::default() };
        let pdf = typst_pdf::pdf(&document, &options).expect("a file");
        typst::comemo::evict(1);
        pdf
    }
}

impl World for Plain {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Code> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<typst::foundations::Duration>) -> Option<Datetime> {
        None
    }
}

/// Programs that others wrote.
struct Peers {
    pandoc: String,
    weasyprint: String,
    python: PathBuf,
    out: PathBuf,
}

/// Renders a file several times and prints the seconds of each; to start Python counts for nothing.
const WARM: &str = "
import sys, time
what, path, out, times = sys.argv[1:]
if what == 'weasyprint':
    from weasyprint import HTML
    make = lambda: HTML(filename=path).write_pdf(out, pdf_variant='pdf/ua-1')
else:
    import typst
    make = lambda: typst.compile(path, output=out)
make()
for _ in range(int(times)):
    start = time.perf_counter()
    make()
    print(time.perf_counter() - start)
";

impl Peers {
    fn find() -> Option<Self> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/peers");
        let told = Command::new(script).stderr(Stdio::inherit()).output().ok()?;
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        let mut paths = told.lines();
        let (pandoc, weasyprint) = (paths.next()?, paths.next()?);
        let out = std::env::temp_dir().join("offprint-bench");
        std::fs::create_dir_all(&out).ok()?;
        let python = Path::new(weasyprint).with_file_name("python");
        let (pandoc, weasyprint) = (pandoc.to_owned(), weasyprint.to_owned());
        Some(Self { pandoc, weasyprint, python, out })
    }

    /// The article as our web page.
    fn page(&self, article: &Article) -> PathBuf {
        let page = self.out.join("page.html");
        let mut html = Vec::new();
        offprint::export::Html::new().standalone(true).export(article, &mut html).expect("a page");
        std::fs::write(&page, html).expect("a file");
        page
    }

    /// As its command is started for each document, most of which is to start Python.
    fn weasyprint(&self, page: &Path, times: usize) -> Duration {
        several(times, || {
            let mut command = Command::new(&self.weasyprint);
            command.args(["--pdf-variant", "pdf/ua-1"]).arg(page).arg(self.out.join("peer.pdf"));
            let status = command.stderr(Stdio::null()).status().expect("WeasyPrint");
            assert!(status.success());
        })
    }

    /// Pandoc's process and, warm, the typesetter's work: less than pandoc with typst as a program.
    fn pandoc(&self, times: usize) -> Duration {
        let made = self.out.join("pandoc.typ");
        let pandoc = several(times, || {
            let mut command = Command::new(&self.pandoc);
            command.args(["--standalone", "--from", "markdown", "--to", "typst"]);
            command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(ARTICLE));
            command.arg("--output").arg(&made);
            assert!(command.status().expect("pandoc").success());
        });
        pandoc + self.warm("typst", &made, times)
    }

    fn warm(&self, what: &str, path: &Path, times: usize) -> Duration {
        let mut command = Command::new(&self.python);
        command.args(["-c", WARM, what]).arg(path).arg(self.out.join("peer.pdf"));
        let told = command.arg(times.to_string()).stderr(Stdio::null()).output().expect("Python");
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        let mut seconds: Vec<f64> = told.lines().filter_map(|line| line.parse().ok()).collect();
        seconds.sort_by(f64::total_cmp);
        Duration::from_secs_f64(*seconds.get(seconds.len() / 2).expect("the peer's times"))
    }
}
