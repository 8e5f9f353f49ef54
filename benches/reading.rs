//! Our way from Markdown to HTML beside that of `pulldown_cmark` alone, in one run, in turns:
//! `cargo bench --bench reading`, or `cargo bench --bench reading -- 1000000` for one size. With `push`, `parse`,
//! `html` or `whole` behind the size, that step alone runs some times, for a profiler to look at.
//!
//! Prints medians, and ratios to `push_html` with the extensions that our reader asks for; it passes no
//! judgement. Both read the same text; what front matter adds, which `push_html` does not know, has a line of its own.
//! Needs no features.

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
    let step = std::env::args()
        .find(|argument| matches!(&**argument, "parse" | "html" | "whole" | "push"));
    // Front matter comes on top of the size.
    let text = |size| article(size + article(0).len());
    if let (Some(step), Some(&size)) = (step, chosen.first()) {
        return repeat(&step, body(&text(size)));
    }
    for &size in if chosen.is_empty() { &SIZES[..] } else { &chosen } {
        let text = text(size);
        measure(body(&text), &text);
    }
}

fn measure(text: &str, with_front_matter: &str) {
    let source = Source::new("bench.md", text);
    let full = Source::new("bench.md", with_front_matter);
    let html = Html::new().standalone(false);
    let read = |source| offprint::parse(source).expect("an article").value;
    let parse = || read(&source);
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
        "the same, with front matter",
        "plain text, for the count of words",
    ];
    let mut times = vec![Vec::new(); names.len()];
    let start = Instant::now();
    let mut lengths = (0, 0);
    for run in 0..MOST_RUNS {
        if run >= LEAST_RUNS && start.elapsed() > PATIENCE {
            break;
        }
        let plain = time(|| push_html(text, options()));
        lengths.0 = plain.1.len();
        times[0].push(plain.0);
        times[1].push(time(|| push_html(text, options() | Options::ENABLE_SMART_PUNCTUATION)).0);
        times[2].push(time(|| pulldown_cmark::Parser::new_ext(text, options()).count()).0);
        let (parsed, article) = time(parse);
        times[3].push(parsed);
        let (written, page) = time(|| write(&article));
        lengths.1 = page.len();
        times[4].push(written);
        times[7].push(time(|| article.word_count()).0);
        drop(article);
        // The article is dropped in it, as it is in a program that needs only the page.
        times[5].push(time(|| write(&parse())).0);
        times[6].push(time(|| write(&read(&full))).0);
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

/// One step over and over, until three million bytes have gone through it; once before that, for what a program makes
/// once. `valgrind --tool=callgrind --toggle-collect='*::profiled*'` counts the rest.
fn repeat(step: &str, text: &str) {
    let source = Source::new("bench.md", text);
    let article = offprint::parse(&source).expect("an article").value;
    let html = Html::new().standalone(false);
    let mut page = Vec::with_capacity(text.len() * 3 / 2);
    html.export(&article, &mut page).expect("HTML");
    for _ in 0..(3_000_000 / text.len()).max(1) {
        page.clear();
        profiled(step, &source, &article, &html, &mut page);
    }
}

#[inline(never)]
fn profiled(step: &str, source: &Source, article: &Article, html: &Html, page: &mut Vec<u8>) {
    match step {
        "parse" => std::mem::forget(offprint::parse(source)),
        "html" => drop(html.export(article, page)),
        "whole" => {
            let article = offprint::parse(source).expect("an article").value;
            html.export(&article, page).expect("HTML");
        }
        _ => drop(push_html(source.text(), options())),
    }
}

/// What stands behind the front matter.
fn body(text: &str) -> &str {
    text.splitn(3, "---\n").nth(2).expect("front matter")
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
