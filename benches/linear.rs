//! Whether the cost of a hard text grows as its length does: `cargo bench --bench linear`, or with the name of a case,
//! or a part of it, behind `--`. With a number behind that, the case is read once at that size, for callgrind to count.
//!
//! Takes each case of the suite through the whole process, from Markdown to an article to HTML, article dropped, at one
//! length and at ten times that, and prints how many times as long that takes, the worst first. The shorter text is long
//! enough that neither what an article costs at least nor the caches make the difference. Beside it the Markdown parser
//! alone, which tells whose the growth is. A text that an article cannot hold is refused, and costs less.

#![expect(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a benchmark prints rounded figures"
)]

#[expect(dead_code, reason = "cases that overflow the stack have no time")]
#[path = "../tests/suite/pathological_cases.rs"]
mod cases;
#[expect(dead_code, reason = "the other benchmarks use more of it")]
mod support;

use offprint::Source;
use offprint::export::{Exporter, Html};
use std::time::{Duration, Instant};

/// The shorter text has about this many bytes, and takes at least this long, unless a case cannot be as long.
const BYTES: usize = 100_000;
const LEAST: Duration = Duration::from_millis(4);
const MOST_BYTES: usize = 1_000_000;
const RUNS: usize = 5;
/// What ten times the text may take.
const ALLOWED: f64 = 12.0;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let asked = words.first().map_or("", String::as_str);
    let chosen = cases::CASES.iter().filter(|(name, _)| name.contains(asked));
    if let Some(size) = words.get(1).and_then(|size| size.parse().ok()) {
        for (_, make) in chosen {
            whole(&Source::new("hard.md", make(size)));
        }
        return;
    }
    let mut rows: Vec<(f64, String)> = chosen.map(|(name, make)| measure(name, *make)).collect();
    rows.sort_by(|left, right| right.0.total_cmp(&left.0));
    for (_, row) in &rows {
        println!("{row}");
    }
    let worse = rows.iter().filter(|(factor, _)| *factor > ALLOWED).count();
    println!("{} cases, {worse} of which take more than {ALLOWED} times as long", rows.len());
}

/// How many times as long ten times the text takes, and a line that says so.
fn measure(name: &str, make: cases::Make) -> (f64, String) {
    let mut size = 1_000;
    let mut short = make(size);
    while short.len() < BYTES || short.len() < MOST_BYTES && time(&short).0 < LEAST {
        let longer = make(size * 2);
        // Some cases are held to the limits of an article.
        if longer.len() < short.len() * 3 / 2 {
            break;
        }
        (size, short) = (size * 2, longer);
    }
    let long = make(size * 10);
    let lengths = long.len() as f64 / short.len() as f64;
    let (mut before, mut after) = (least(&short), least(&long));
    // What else the machine does makes a time longer, never shorter: what looks bad is looked at again.
    for _ in 0..2 {
        if factor(before.0, after.0, lengths) > ALLOWED {
            let (short, long) = (least(&short), least(&long));
            before = (before.0.min(short.0), before.1.min(short.1), before.2);
            after = (after.0.min(long.0), after.1.min(long.1), after.2);
        }
    }
    let ours = factor(before.0, after.0, lengths);
    let row = format!(
        "{ours:>6.1} times (parser alone {:>6.1}), {:>9.3} ms ({:>9.3}) for {:>8} bytes, {}: {name}",
        factor(before.1, after.1, lengths),
        after.0.as_secs_f64() * 1e3,
        after.1.as_secs_f64() * 1e3,
        long.len(),
        after.2,
    );
    (ours, row)
}

/// How many times as long ten times the text takes, of two times for texts whose lengths have this ratio.
fn factor(before: Duration, after: Duration, lengths: f64) -> f64 {
    let growth = (after.as_secs_f64() / before.as_secs_f64()).ln() / lengths.ln();
    if lengths < 2.0 { 0.0 } else { 10_f64.powf(growth) }
}

/// The least time of the whole process, the least of the Markdown parser alone, and what became of the text.
fn least(text: &str) -> (Duration, Duration, &'static str) {
    let start = Instant::now();
    let mut best = time(text);
    // A long run is told well enough by a few.
    for _ in 1..RUNS {
        if start.elapsed() < Duration::from_secs(1) {
            let (whole, alone, _) = time(text);
            best = (best.0.min(whole), best.1.min(alone), best.2);
        }
    }
    best
}

fn time(text: &str) -> (Duration, Duration, &'static str) {
    let source = Source::new("hard.md", text);
    let start = Instant::now();
    let is_read = whole(&source);
    let took = start.elapsed();
    let start = Instant::now();
    std::hint::black_box(pulldown_cmark::Parser::new_ext(text, support::options()).count());
    (took, start.elapsed(), if is_read { "read" } else { "refused" })
}

/// From Markdown to HTML; whether there is an article.
fn whole(source: &Source) -> bool {
    let Ok(parsed) = offprint::parse(source) else { return false };
    Html::new().standalone(false).export(&parsed.value, &mut std::io::sink()).is_ok()
}
