//! `offprint import`.

use crate::args::Import;
use crate::report::{print, problem, tell};
use crate::{Status, files, inputs};
use offprint::diagnostic::Style;
use offprint::{Diagnostic, Error, Result, Source, Sources};
use std::io::Read as _;
use std::path::Path;

pub(crate) fn run(args: &Import) -> Status {
    if let Some(out) = &args.out
        && !args.force
        && out.exists()
    {
        problem(&format!(
            "{} is there already; name another file, or say --force to write over it",
            out.display()
        ));
        return Status::System;
    }
    let source = match read(&args.file) {
        Ok(source) => source,
        Err((error, undecoded)) => return refused(&error, &undecoded),
    };
    let imported = match offprint::markdown::import(&source) {
        Ok(imported) => imported,
        Err(error) => return refused(&error, &Sources::from(source)),
    };
    told(&imported.diagnostics, &Sources::from(source));
    match &args.out {
        None => print(&imported.value),
        Some(out) => match files::write(out, imported.value.as_bytes()) {
            Ok(()) => print(&format!("{}\n", out.display())),
            Err(error) => refused(&error, &Sources::new()),
        },
    }
}

/// `-` is what is piped or pasted in.
fn read(path: &Path) -> Result<Source, (Error, Sources)> {
    if path != Path::new("-") {
        return inputs::source(path);
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    let read = read.map_err(|cause| Error::io("cannot read standard input", cause));
    read.and_then(|_| Source::from_utf8("standard input", bytes))
        .map_err(|error| (error, Sources::new()))
}

fn told(diagnostics: &[Diagnostic], sources: &Sources) {
    tell(&Style::Terminal.render(diagnostics, sources));
}

fn refused(error: &Error, sources: &Sources) -> Status {
    if error.is_io() {
        problem(&error.to_string());
        return Status::System;
    }
    told(error.diagnostics(), sources);
    Status::Content
}
