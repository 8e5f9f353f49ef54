//! Whether the cost of a hard text grows as its length does: `cargo bench --bench linear`, or with the name of a case,
//! or a part of it, behind `--`. With a number behind that, the case is read once at that size, for callgrind to count.
//!
//! Takes each case of the suite through the whole process, from Markdown to an article to HTML, article dropped, at one
//! length and at ten times that, and prints how many times as long that takes, the worst first. Beside it the Markdown
//! parser alone, which tells whose the growth is. A text that an article cannot hold is refused, and costs less.
//!
//! What is judged is a text of some 30 kB against one of 300 kB, the least time of many runs, because what is made of
//! longer texts fits into fewer caches: at 1 MB against 10 MB, every third case took more than twelve times as long, and
//! the bare parser did too. The second figure is the growth from there to 3 MB, where what is slow in long texts alone
//! would be seen. On a machine that does other things besides, both tell of those too: then instructions tell more, of
//! which no case took more than 10.7 times as many for the ten times from 30 kB (`footnotes in footnotes`), and most
//! about 10.0. For one case at one size:
//! `valgrind --tool=callgrind target/release/deps/linear-… "TOML, many keys" 40000`.

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

/// The shortest text has about this many bytes, unless a case cannot be as long.
const BYTES: usize = 30_000;
/// How long the runs of one text go on, and how many there are at the most, and at the least.
const PATIENCE: Duration = Duration::from_millis(150);
const MOST_RUNS: usize = 100;
const LEAST_RUNS: usize = 3;
/// What ten times the text may take.
const ALLOWED: f64 = 12.0;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let asked = words.first().map_or("", String::as_str);
    let chosen = cases::CASES.iter().filter(|(name, _)| name.contains(asked));
    if let Some(size) = words.get(1).and_then(|size| size.parse().ok()) {
        for (name, make) in chosen {
            let text = make(size);
            let bytes = text.len();
            let is_read = whole(&Source::new("hard.md", text));
            println!("{bytes} bytes, {}: {name}", if is_read { "read" } else { "refused" });
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
    while short.len() < BYTES {
        let longer = make(size * 2);
        // Some cases are held to the limits of an article.
        if longer.len() < short.len() * 3 / 2 {
            break;
        }
        (size, short) = (size * 2, longer);
    }
    let texts = [short, make(size * 10), make(size * 100)];
    let mut times = texts.each_ref().map(|text| least(text));
    // What else the machine does makes a time longer, never shorter: what looks bad is looked at again.
    for _ in 0..2 {
        if Growth::of(&texts, &times, 0).whole > ALLOWED {
            for (time, text) in times.iter_mut().zip(&texts).take(2) {
                let again = least(text);
                *time = (time.0.min(again.0), time.1.min(again.1), time.2);
            }
        }
    }
    let (judged, further) = (Growth::of(&texts, &times, 0), Growth::of(&texts, &times, 1));
    let row = format!(
        "{:>6.1} times (parser alone {:>6.1}), then {:>6.1} ({:>6.1}); {:>9.3} ms ({:>9.3}) for {:>8} bytes, {}: {name}",
        judged.whole,
        judged.parser,
        further.whole,
        further.parser,
        times[1].0.as_secs_f64() * 1e3,
        times[1].1.as_secs_f64() * 1e3,
        texts[1].len(),
        times[1].2,
    );
    (judged.whole, row)
}

/// How many times as long ten times the text takes.
struct Growth {
    whole: f64,
    parser: f64,
}

impl Growth {
    /// From one of the texts to the next.
    fn of(texts: &[String; 3], times: &[Times; 3], at: usize) -> Self {
        let lengths = texts[at + 1].len() as f64 / texts[at].len() as f64;
        let (before, after) = (times[at], times[at + 1]);
        Self {
            whole: factor(before.0, after.0, lengths),
            parser: factor(before.1, after.1, lengths),
        }
    }
}

/// How many times as long ten times the text takes, of two times for texts whose lengths have this ratio.
fn factor(before: Duration, after: Duration, lengths: f64) -> f64 {
    let growth = (after.as_secs_f64() / before.as_secs_f64()).ln() / lengths.ln();
    if lengths < 2.0 { 0.0 } else { 10_f64.powf(growth) }
}

/// The time of the whole process, that of the Markdown parser alone, and what became of the text.
type Times = (Duration, Duration, &'static str);

/// The least times of many runs.
fn least(text: &str) -> Times {
    let start = Instant::now();
    let mut best = time(text);
    for run in 1..MOST_RUNS {
        if run >= LEAST_RUNS && start.elapsed() > PATIENCE {
            break;
        }
        let (whole, alone, _) = time(text);
        best = (best.0.min(whole), best.1.min(alone), best.2);
    }
    best
}

fn time(text: &str) -> Times {
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
