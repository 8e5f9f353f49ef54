//! Reading `practice.toml`.

use crate::report::{Reporter, problem};
use crate::{Status, inputs};
use offprint::config::read_practice;
use offprint::{Practice, Sources};
use std::path::Path;

/// Reads the practice and tells what is wrong with it.
pub(crate) fn practice(
    path: &Path,
    strict: bool,
    reporter: &mut Reporter,
) -> Result<Practice, Status> {
    let source = inputs::source(path).map_err(|error| {
        reporter.diagnostics(error.diagnostics(), &Sources::new());
        if error.diagnostics().is_empty() {
            problem(&error.to_string());
            return Status::System;
        }
        Status::Content
    })?;
    let sources = Sources::from(source.clone());
    match read_practice(&source) {
        Ok(read) => {
            reporter.diagnostics(&read.diagnostics, &sources);
            if strict && !read.diagnostics.is_empty() {
                Err(Status::Content)
            } else {
                Ok(read.value)
            }
        }
        Err(error) => {
            reporter.diagnostics(error.diagnostics(), &sources);
            Err(Status::Content)
        }
    }
}
