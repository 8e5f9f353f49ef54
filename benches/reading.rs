//! Our way from Markdown to HTML beside that of `pulldown_cmark` alone, in one run, in turns:
//! `cargo bench --bench reading`, or `cargo bench --bench reading -- 1000000` for one size. With `parse`, `html`
//! or `drop` behind the size, that step alone runs 300 times, for a profiler to look at.
//!
//! Prints medians, and ratios to `push_html` with the extensions that our reader asks for; it passes no
//! judgement. Needs no features.

#![expect(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints rounded figures, and stops at a fault"
)]

mod support;

use offprint::export::{Exporter, Html};
use offprint::{Article, Source};
use pulldown_cmark::Options;
use std::time::{Duration, Instant};
use support::{article, options, push_html};

const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];
const LEAST_RUNS: usize = 7;
const MOST_RUNS: usize = 301;
/// How long the runs of one size go on.
const PATIENCE: Duration = Duration::from_secs(6);

fn main() {
    let chosen: Vec<usize> =
        std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let step = std::env::args().find(|argument| matches!(&**argument, "parse" | "html" | "drop"));
    if let (Some(step), Some(&size)) = (step, chosen.first()) {
        return repeat(&step, &article(size));
    }
    for &size in if chosen.is_empty() { &SIZES[..] } else { &chosen } {
        measure(&article(size));
    }
}

fn measure(text: &str) {
    let source = Source::new("bench.md", text);
    let body = text.splitn(3, "---\n").nth(2).expect("front matter");
    let html = Html::new().standalone(false);
    let parse = || offprint::parse(&source).expect("an article").value;
    let write = |article: &Article| {
        let mut out = Vec::with_capacity(text.len() * 3 / 2);
        html.export(article, &mut out).expect("HTML");
        out
    };
    let names = [
        "push_html",
        "push_html, smart punctuation",
        "events alone",
        "parse",
        "HTML from an article",
        "Markdown to HTML",
        "plain text, for the count of words",
    ];
    let mut times = vec![Vec::new(); names.len()];
    let start = Instant::now();
    let mut lengths = (0, 0);
    for run in 0..MOST_RUNS {
        if run >= LEAST_RUNS && start.elapsed() > PATIENCE {
            break;
        }
        let plain = time(|| push_html(body, options()));
        lengths.0 = plain.1.len();
        times[0].push(plain.0);
        times[1].push(time(|| push_html(body, options() | Options::ENABLE_SMART_PUNCTUATION)).0);
        times[2].push(time(|| pulldown_cmark::Parser::new_ext(body, options()).count()).0);
        let (parsed, article) = time(parse);
        times[3].push(parsed);
        let (written, page) = time(|| write(&article));
        lengths.1 = page.len();
        times[4].push(written);
        times[6].push(time(|| article.word_count()).0);
        drop(article);
        // The article is dropped in it, as it is in a program that needs only the page.
        times[5].push(time(|| write(&parse())).0);
    }
    println!(
        "{} bytes; HTML: {} bytes by push_html, {} by us; {} runs",
        text.len(),
        lengths.0,
        lengths.1,
        times[0].len()
    );
    let bar = median(times[0].clone());
    for (name, times) in names.into_iter().zip(times) {
        let middle = median(times);
        let rate = text.len() as f64 / middle.as_secs_f64() / 1e6;
        let ratio = middle.as_secs_f64() / bar.as_secs_f64();
        let millis = middle.as_secs_f64() * 1e3;
        println!("  {name:<36}{millis:>10.3} ms{rate:>8.1} MB/s{ratio:>7.2}");
    }
}

fn repeat(step: &str, text: &str) {
    let source = Source::new("bench.md", text);
    let parsed = offprint::parse(&source).expect("an article").value;
    for _ in 0..300 {
        match step {
            "parse" => drop(std::hint::black_box(offprint::parse(&source))),
            "html" => {
                let html = Html::new().standalone(false);
                html.export(&parsed, &mut std::io::sink()).expect("HTML");
            }
            _ => drop(std::hint::black_box(parsed.clone())),
        }
    }
}

/// How long something takes; dropping what it makes does not count.
fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let made = std::hint::black_box(work());
    (start.elapsed(), made)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
