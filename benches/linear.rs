//! Whether the cost of a hard text grows as its length does: `cargo bench --bench linear`.
//!
//! Reads each case of the suite at one length and at ten times that, and prints the ratio of the least times, the
//! worst first. More than 12 is more than linear; a case that takes no time at all to refuse is told apart.

#![expect(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a benchmark prints rounded figures"
)]

#[path = "../tests/suite/pathological_cases.rs"]
mod cases;

use offprint::Source;
use std::time::{Duration, Instant};

const SIZE: usize = 5_000;
const RUNS: usize = 3;

fn main() {
    let mut rows: Vec<(f64, String)> =
        cases::CASES.iter().map(|(name, make)| measure(name, *make)).collect();
    rows.sort_by(|left, right| right.0.total_cmp(&left.0));
    for (_, row) in &rows {
        println!("{row}");
    }
    let worse = rows.iter().filter(|(ratio, _)| *ratio > 1.2).count();
    println!("{} cases, {worse} more than linear", rows.len());
}

/// How many times as long each byte takes in the longer text, and a line that says so.
fn measure(name: &str, make: cases::Make) -> (f64, String) {
    let (short, long) = (make(SIZE), make(SIZE * 10));
    let ((before, _), (after, result)) = (least(&short), least(&long));
    let growth = long.len() as f64 / short.len() as f64;
    let ratio = after.as_secs_f64() / before.as_secs_f64();
    let row = format!(
        "{:>7.2} times as long for {growth:>4.1} times the text, {:>9.3} ms for {:>7} bytes, {result}: {name}",
        ratio,
        after.as_secs_f64() * 1e3,
        long.len(),
    );
    // Under a millisecond the clock and the machine make more of a difference than the text.
    let per_byte = if after < Duration::from_millis(1) { 0.0 } else { ratio / growth };
    (per_byte, row)
}

fn least(text: &str) -> (Duration, &'static str) {
    let source = Source::new("hard.md", text);
    let runs = (0..RUNS).map(|_| {
        let start = Instant::now();
        let made = std::hint::black_box(offprint::parse(&source));
        (start.elapsed(), if made.is_ok() { "read" } else { "refused" })
    });
    runs.min().unwrap_or_default()
}
