//! `offprint fmt`.

use crate::Status;
use crate::args::Fmt;
use crate::report::{Reporter, problem};
use crate::{files, inputs};
use offprint::diagnostic::{Code, Diagnostic};
use offprint::markdown::{self, Parser};
use offprint::{Error, Result, Source, Sources};
use std::path::Path;

/// The endings of files that hold Markdown.
const ENDINGS: [&str; 10] =
    ["md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtext", "qmd", "rmd", "txt"];

pub(crate) fn run(args: &Fmt) -> Status {
    let (paths, problems) = inputs::named(&args.paths);
    if !problems.is_empty() {
        problems.iter().for_each(|text| problem(text));
        return Status::System;
    }
    let mut reporter = Reporter::new(args.diagnostics);
    let statuses = paths.iter().map(|path| file(path, args.check, &mut reporter));
    let status = statuses.max().unwrap_or(Status::Good);
    reporter.finish();
    status
}

/// Writes one file anew, or says why it stays as it is.
fn file(path: &Path, check: bool, reporter: &mut Reporter) -> Status {
    let mut sources = Sources::new();
    let read = read(path).map_err(|(error, undecoded)| {
        sources = undecoded;
        error
    });
    let result = read.and_then(|(source, bytes)| {
        sources.insert(source.clone());
        let (text, told) = formatted(&source)?;
        reporter.diagnostics(&told, &sources);
        let is_changed = text.as_bytes() != bytes;
        if is_changed && !check {
            files::replace(path, text.as_bytes())?;
        }
        Ok(is_changed)
    });
    match result {
        Ok(is_changed) => {
            if is_changed {
                reporter.made(&format!("{}\n", path.display()));
            }
            if is_changed && check { Status::Content } else { Status::Good }
        }
        Err(error) if error.diagnostics().is_empty() => {
            problem(&error.to_string());
            if error.is_io() { Status::System } else { Status::Content }
        }
        Err(error) => {
            reporter.diagnostics(error.diagnostics(), &sources);
            let codes: Vec<&str> =
                error.diagnostics().iter().map(|found| found.code.as_str()).collect();
            problem(&format!(
                "{} is left as it is, because it would not come back whole: {}",
                path.display(),
                codes.join(", ")
            ));
            Status::Content
        }
    }
}

fn read(path: &Path) -> std::result::Result<(Source, Vec<u8>), (Error, Sources)> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| !ENDINGS.contains(&&*ending)) {
        let message = format!(
            "{} is left as it is, because its name is not that of Markdown; expected a file that ends in .md, \
             .markdown, .qmd or .txt",
            path.display()
        );
        return Err((Error::value(message), Sources::new()));
    }
    let bytes = inputs::bytes(path).map_err(|error| (error, Sources::new()))?;
    Ok((inputs::decoded(path, bytes.clone())?, bytes))
}

/// The article of a source in canonical Markdown, and what is in that which its author did not write; an error where
/// something of the source would be lost.
fn formatted(source: &Source) -> Result<(String, Vec<Diagnostic>)> {
    // An author who does not want to be told of a loss does not want the loss either.
    let parsed = Parser::new().suppressions(false).parse(source)?;
    let (losses, mut told): (Vec<_>, Vec<_>) =
        parsed.diagnostics.into_iter().partition(|found| found.code.is_loss());
    told.retain(|found| found.code == Code::MissingTitle);
    if !losses.is_empty() {
        return Err(Error::content(losses));
    }
    parsed.value.canonical()?;
    let text = markdown::write(&parsed.value)?;
    match lost_comment(source.text(), &text) {
        Some(comment) => Err(Error::value(format!(
            "{} is left as it is, because the comment `{comment}` in its front matter would be lost; \
             write it under the front matter, as `<!-- … -->`",
            source.name()
        ))),
        None => Ok((text, told)),
    }
}

/// A comment in the front matter, of which no parser tells.
fn lost_comment<'t>(before: &'t str, after: &str) -> Option<&'t str> {
    let fence = before.lines().next().map(str::trim_end)?;
    if !matches!(fence, "---" | "+++") {
        return None;
    }
    let lines = before.lines().skip(1).take_while(|line| line.trim_end() != fence);
    let mut comments = lines.filter_map(|line| match line.trim_start() {
        whole if whole.starts_with('#') => Some(whole),
        // In a value, a hash is text, and then it is in what is written.
        other => other.find(" #").map(|at| &other[at + 1..]),
    });
    comments.find(|comment| !after.contains(comment.trim_end()))
}
