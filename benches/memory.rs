//! What the way from Markdown to HTML takes of memory, beside `pulldown_cmark` alone: `cargo bench --bench memory`.
//!
//! Prints allocations (growing counts again), bytes of all of them, and the most that was held at one time.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops at a fault"
)]

mod support;

use allocation_counter::measure;
use offprint::Source;
use offprint::export::{Exporter, Html};
use support::{article, options, push_html};

fn main() {
    let text = article(1_000_000);
    let source = Source::new("bench.md", &*text);
    let html = Html::new().standalone(false);
    // What is made once for a program is no part of an article.
    drop(offprint::parse(&source));
    println!("{} bytes\n{:<24}{:>12}{:>14}{:>14}", text.len(), "", "allocations", "bytes", "peak");
    row("push_html", || drop(push_html(&text, options())));
    row("parse", || drop(offprint::parse(&source).expect("an article")));
    let article = offprint::parse(&source).expect("an article").value;
    row("the article itself", || drop(article.clone()));
    row("HTML from an article", || {
        html.export(&article, &mut Vec::new()).expect("HTML");
    });
    row("Markdown to HTML", || {
        let article = offprint::parse(&source).expect("an article").value;
        html.export(&article, &mut Vec::new()).expect("HTML");
    });
}

fn row(name: &str, work: impl FnOnce()) {
    let info = measure(work);
    println!("{name:<24}{:>12}{:>14}{:>14}", info.count_total, info.bytes_total, info.bytes_max);
}
