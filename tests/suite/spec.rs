//! Every example of the `CommonMark` specification, and of `pulldown_cmark`'s own suite for GitHub's extensions:
//! what the Markdown parser reads as text must be in the article, in order.
//!
//! The examples are not ours and not in this repository, so these tests are ignored by `cargo test`;
//! `tests/conformance/spec` fetches them and runs the tests.

#![expect(clippy::print_stdout, reason = "whoever runs these wants to read the figures")]

use crate::kept::{Fault, judge};
use std::fmt::Write as _;

/// How many examples had all of their text in the article when this was last looked at.
const SPECIFICATION: usize = 652;
const EXTENSIONS: usize = 386;

#[test]
#[ignore = "needs the examples: tests/conformance/spec"]
fn text_of_the_specification_is_kept() {
    let text = read("OFFPRINT_SPEC");
    let fence = "`".repeat(32);
    let examples: Vec<(String, String)> = text
        .split(&format!("\n{fence} example\n"))
        .skip(1)
        .zip(1..)
        .map(|(rest, number): (&str, usize)| {
            let markdown = rest.split("\n.\n").next().unwrap();
            let markdown = markdown.strip_prefix(".\n").map_or(markdown, |_| "");
            (format!("{number}"), format!("{}\n", markdown.replace('→', "\t")))
        })
        .collect();
    report("CommonMark", &examples, SPECIFICATION);
}

#[test]
#[ignore = "needs the examples: tests/conformance/spec"]
fn text_of_the_extensions_is_kept() {
    let mut examples = Vec::new();
    let folder = std::env::var("OFFPRINT_EXTENSIONS").expect("OFFPRINT_EXTENSIONS");
    for name in [
        "blockquotes_tags",
        "definition_lists",
        "footnotes",
        "gfm_strikethrough",
        "gfm_table",
        "gfm_tasklist",
        "heading_attrs",
        "regression",
        "strikethrough",
        "table",
    ] {
        let path = format!("{folder}/{name}.rs");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        for (part, number) in text.split("let original = r##\"").skip(1).zip(1..) {
            let markdown = part.split("\"##;").next().unwrap();
            examples.push((format!("{name} {number}"), markdown.to_owned()));
        }
    }
    report("extensions", &examples, EXTENSIONS);
}

fn read(variable: &str) -> String {
    let path = std::env::var(variable).unwrap_or_else(|_| {
        panic!("${variable} names no file; `tests/conformance/spec` fetches it and runs this test")
    });
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn report(name: &str, examples: &[(String, String)], least: usize) {
    let mut kept = 0;
    let mut refused = 0;
    let mut told = String::new();
    for (number, markdown) in examples {
        match judge(markdown) {
            Ok(()) => kept += 1,
            Err(Fault::Refused(why)) => {
                refused += 1;
                let _ = writeln!(told, "{number}: refused: {why}");
            }
            Err(Fault::Lost(why)) => {
                let _ = writeln!(told, "{number}: {why}\n    {markdown:?}");
            }
        }
    }
    println!("{told}{name}: {} examples, {kept} kept, {refused} refused", examples.len());
    assert!(!examples.is_empty(), "no examples found: has the file another form?");
    assert!(kept >= least, "{name}: {kept} of {} kept; it was {least}\n{told}", examples.len());
}
