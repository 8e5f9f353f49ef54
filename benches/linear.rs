//! Whether the cost of a hard text grows as its length does: `cargo bench --bench linear`.
//!
//! Reads each case of the suite at one length and at ten times that (four times, where the first takes long), and prints
//! how the cost grows, the worst first: a growth of 1 is linear, of 2 quadratic; 1.08 is twelve times as long for ten
//! times the text. Beside it the growth of the Markdown parser alone, which tells whose it is.

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
use std::time::{Duration, Instant};

const SIZE: usize = 2_000;
const RUNS: usize = 5;

fn main() {
    let mut rows: Vec<(f64, String)> =
        cases::CASES.iter().map(|(name, make)| measure(name, *make)).collect();
    rows.sort_by(|left, right| right.0.total_cmp(&left.0));
    for (_, row) in &rows {
        println!("{row}");
    }
    let worse = rows.iter().filter(|(growth, _)| *growth > 1.08).count();
    println!("{} cases, {worse} more than linear", rows.len());
}

/// How the cost grows, and a line that says so.
fn measure(name: &str, make: cases::Make) -> (f64, String) {
    let short = make(SIZE);
    let before = least(&short);
    let times = if before.0 > Duration::from_millis(100) { 4 } else { 10 };
    let long = make(SIZE * times);
    let after = least(&long);
    let lengths = (long.len() as f64 / short.len() as f64).ln();
    let growth = |before: Duration, after: Duration| {
        // Under a millisecond the clock and the machine make more of a difference than the text.
        let is_told = after > Duration::from_millis(1);
        if is_told { (after.as_secs_f64() / before.as_secs_f64()).ln() / lengths } else { 0.0 }
    };
    let (whole, alone) = (growth(before.0, after.0), growth(before.1, after.1));
    let row = format!(
        "growth {whole:>5.2} (parser alone {alone:>5.2}), {:>10.3} ms ({:>9.3}) for {:>7} bytes, {}: {name}",
        after.0.as_secs_f64() * 1e3,
        after.1.as_secs_f64() * 1e3,
        long.len(),
        after.2,
    );
    (whole, row)
}

/// The least time of our reader, the least of the Markdown parser alone, and what became of the text.
fn least(text: &str) -> (Duration, Duration, &'static str) {
    let source = Source::new("hard.md", text);
    let mut best = (Duration::MAX, Duration::MAX, "");
    for _ in 0..RUNS {
        let start = Instant::now();
        let made = std::hint::black_box(offprint::parse(&source));
        let took = start.elapsed();
        let start = Instant::now();
        std::hint::black_box(pulldown_cmark::Parser::new_ext(text, support::options()).count());
        best = (
            best.0.min(took),
            best.1.min(start.elapsed()),
            if made.is_ok() { "read" } else { "refused" },
        );
        // A long run is told well enough by itself.
        if took > Duration::from_millis(500) {
            break;
        }
    }
    best
}
