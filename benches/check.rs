//! What checking costs beside reading: `cargo bench --bench check`. Needs no features.
//!
//! Prints medians for an article of about 1,000 words, the ratio of every profile to parsing it, and what each
//! rule adds to walking through it. Passes no judgement.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints rounded figures, and stops at a fault"
)]

mod support;

use offprint::Source;
use offprint::check::{Checker, Profile};
use offprint::diagnostic::Code;
use std::time::{Duration, Instant};
use support::{options, push_html};

const RUNS: usize = 501;

fn main() {
    let psychodynamic = include_str!("../fixtures/articles/what-is-psychodynamic-therapy.md");
    let panic = include_str!("../fixtures/articles/living-with-panic.md");
    for (name, text) in
        [("a post of 1,100 words", psychodynamic), ("a leaflet with everything", panic)]
    {
        measure(name, text);
    }
    measure("1 MB of both", &support::article(1_000_000));
}

fn measure(name: &str, text: &str) {
    let source = Source::new("bench.md", text);
    let article = offprint::parse(&source).expect("an article").value;
    let runs = if text.len() > 100_000 { 11 } else { RUNS };
    let today = "2026-06-01".parse().expect("a date");
    let bare = median(runs, || push_html(text, options()));
    let parse = median(runs, || offprint::parse(&source));
    println!("{name}: {} words, {} bytes", article.word_count(), text.len());
    println!("  {:<38}{:>9.1} µs", "push_html", micros(bare));
    println!("  {:<38}{:>9.1} µs", "parse", micros(parse));
    let mut checkers = vec![("no rule".to_owned(), Checker::new())];
    for profile in Profile::ALL {
        checkers.push((profile.to_string(), Checker::new().profile(*profile).today(today)));
    }
    let all =
        Profile::ALL.iter().fold(Checker::new(), |checker, profile| checker.profile(*profile));
    let all = all.today(today);
    checkers.push(("all profiles".to_owned(), all.clone()));
    for (name, checker) in checkers {
        let time = median(runs, || checker.check(&article));
        let ratio = time.as_secs_f64() / parse.as_secs_f64();
        println!("  {name:<38}{:>9.1} µs{ratio:>8.2} × parse", micros(time));
    }
    let silent = Code::ALL.iter().fold(all, |checker, code| checker.silence(*code));
    let base = median(runs, || silent.check(&article));
    for &code in Code::ALL {
        let others = Code::ALL.iter().filter(|other| **other != code);
        let everything =
            Profile::ALL.iter().fold(Checker::new(), |checker, profile| checker.profile(*profile));
        let only = others.fold(everything.today(today), |checker, other| checker.silence(*other));
        if code.as_str().starts_with(['C', 'D', 'S', 'K', 'T', 'R']) {
            let time = median(runs, || only.check(&article)).saturating_sub(base);
            println!("    {code} {:<33}{:>9.1} µs", code.title(), micros(time));
        }
    }
}

/// The middle of the times that something takes; dropping what it makes does not count.
fn median<T>(runs: usize, work: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = Vec::with_capacity(runs);
    for _ in 0..runs {
        let start = Instant::now();
        let made = std::hint::black_box(work());
        times.push(start.elapsed());
        drop(made);
    }
    times.sort();
    times[runs / 2]
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
