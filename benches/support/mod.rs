//! What the benchmarks share: a text of any length, and the bar to measure by.

use pulldown_cmark::Options;
use std::fmt::Write as _;

/// A text that is much like our articles, of about this many bytes: the fixtures over and over, with the
/// headings and footnotes of each copy named apart, and the front matter of the first once.
pub(crate) fn article(bytes: usize) -> String {
    let panic = include_str!("../../fixtures/articles/living-with-panic.md");
    let psychodynamic = include_str!("../../fixtures/articles/what-is-psychodynamic-therapy.md");
    let (front, panic) = split(panic);
    let bodies = [panic, split(psychodynamic).1];
    let mut out = front.to_owned();
    for copy in 1.. {
        for line in bodies[copy % 2].lines() {
            // Whole lines, so that the text ends well wherever it ends.
            if out.len() >= bytes {
                return out;
            }
            let is_heading = line.starts_with('#');
            let level = if line.starts_with("# ") { "#" } else { "" };
            let line = line.replace("[^", &format!("[^c{copy}-"));
            let number = if is_heading { format!(", part {copy}") } else { String::new() };
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{level}{line}{number}");
        }
        out.push('\n');
    }
    out
}

/// Front matter with its fences, and what follows it.
fn split(text: &str) -> (&str, &str) {
    let end = text.find("\n---\n").map_or(0, |at| at + "\n---\n".len());
    text.split_at(if text.starts_with("---\n") { end } else { 0 })
}

/// The extensions of Markdown that our reader asks for.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// What `pulldown_cmark` makes of a text by itself: the bar that ours is measured by.
pub(crate) fn push_html(text: &str, options: Options) -> String {
    let mut html = String::with_capacity(text.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(text, options));
    html
}
