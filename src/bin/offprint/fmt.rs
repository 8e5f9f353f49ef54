//! `offprint fmt`.

use crate::Status;
use crate::args::Fmt;
use crate::report::{Reporter, problem};
use crate::{files, inputs};
use offprint::{Error, Source, Sources, markdown};
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
        let formatted = markdown::format(&source)?;
        reporter.diagnostics(&formatted.diagnostics, &sources);
        let text = formatted.value.as_bytes();
        let is_changed = text != bytes;
        if is_changed && !check {
            files::replace(path, text)?;
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

fn read(path: &Path) -> Result<(Source, Vec<u8>), (Error, Sources)> {
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
