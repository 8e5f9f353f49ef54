//! Texts that are made to be hard: each one becomes an article, or an error that says why not. None panics, and
//! none overflows the stack of an ordinary thread. How long they take is measured by `cargo bench --bench linear`.

use crate::pathological_cases::{CASES, Make, OVERFLOWING};
use offprint::export::{Exporter, Html};
use offprint::markdown::{Limits, Parser};
use offprint::{Error, Source};
use std::thread;

/// Large enough to overflow a stack that grows with the text; small enough for an unoptimised build.
const SIZE: usize = 5_000;

#[test]
fn hard_texts_become_articles_or_errors_that_say_why_not() {
    each(CASES);
}

#[test]
fn tags_with_many_attributes_do_not_overflow_the_stack() {
    each(OVERFLOWING);
}

fn each(cases: &[(&'static str, Make)]) {
    for (name, make) in cases {
        // The stack that Rust gives to threads; the name is what is told when it overflows.
        let (name, make) = (*name, *make);
        let thread = thread::Builder::new().name(name.to_owned()).stack_size(2 * 1024 * 1024);
        let read = thread.spawn(move || read(name, &make(SIZE))).unwrap();
        read.join().unwrap_or_else(|_| panic!("{name}"));
    }
}

fn read(name: &str, text: &str) {
    match offprint::parse(&Source::new("hard.md", text)) {
        Ok(parsed) => {
            let mut page = Vec::new();
            let made = Html::new().standalone(false).export(&parsed.value, &mut page);
            made.unwrap_or_else(|error| panic!("{name}: no HTML: {error}"));
            offprint::markdown::write(&parsed.value)
                .unwrap_or_else(|error| panic!("{name}: no Markdown: {error}"));
        }
        Err(error) => {
            let why = error.diagnostics();
            assert!(!why.is_empty(), "{name}: an error without a reason: {error}");
        }
    }
}

#[test]
fn each_limit_is_an_error_that_names_it_and_how_to_raise_it() {
    let few = Limits::new().input(4_000).blocks(50).footnotes(5).images(5).keys(5);
    for (name, text) in [
        ("input", "word ".repeat(1_000)),
        ("blocks", "a\n\n".repeat(51)),
        ("footnotes", "a[^b]\n\n[^b]: c\n\n".repeat(6)),
        ("images", "![a](b.png)\n\n".repeat(6)),
        ("keys", "---\na: b\nc:\n  - d: e\n    f: g\n  - h: i\nj: k\n---\nl\n".to_owned()),
    ] {
        let source = Source::new("large.md", text);
        let error = Parser::new().limits(few).parse(&source).expect_err(name);
        let told = told(&error);
        assert!(told.contains(&format!("{name}=")), "{name}: no way to raise it is told: {told}");
        offprint::parse(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let deep = Source::new("deep.md", "> ".repeat(30) + "a");
    let told = told(&offprint::parse(&deep).expect_err("too deep"));
    assert!(told.contains("24"), "{told}");
}

fn told(error: &Error) -> String {
    let texts = error.diagnostics().iter();
    let texts = texts.map(|found| [&*found.message, found.help.as_deref().unwrap_or_default()]);
    texts.flatten().collect::<Vec<_>>().join("\n")
}
