//! Reading `practice.toml`, and the files that it names.

use crate::registers::refused;
use crate::report::Reporter;
use crate::{Status, inputs};
use offprint::check::UrgentHelp;
use offprint::config::read_practice;
use offprint::{Practice, Sources};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads the practice and tells what is wrong with it.
fn practice(path: &Path, strict: bool, reporter: &mut Reporter) -> Result<Practice, Status> {
    let source =
        inputs::source(path).map_err(|(error, undecoded)| refused(&error, &undecoded, reporter))?;
    let sources = Sources::from(source.clone());
    let read = read_practice(&source).map_err(|error| refused(&error, &sources, reporter))?;
    reporter.diagnostics(&read.diagnostics, &sources);
    if strict && !read.diagnostics.is_empty() {
        return Err(Status::Content);
    }
    Ok(read.value)
}

/// A practice, and where its file is.
pub(crate) struct Named {
    pub(crate) practice: Practice,
    path: PathBuf,
}

impl Named {
    /// Reads the practice, where one was named.
    pub(crate) fn read(
        path: Option<&Path>,
        strict: bool,
        reporter: &mut Reporter,
    ) -> Result<Option<Self>, Status> {
        let Some(path) = path else { return Ok(None) };
        let practice = practice(path, strict, reporter)?;
        Ok(Some(Self { practice, path: path.to_owned() }))
    }

    fn beside(&self, file: &str) -> PathBuf {
        self.path.parent().unwrap_or(Path::new("")).join(file)
    }

    /// The files of bodies that it names, and those that the command does: the last word is the command's.
    pub(crate) fn registers(named: Option<&Self>, of_command: &[PathBuf]) -> Vec<PathBuf> {
        let own = named
            .into_iter()
            .flat_map(|named| named.practice.registers.iter().map(|file| named.beside(file)));
        own.chain(of_command.iter().cloned()).collect()
    }

    /// The help lines that the command names, or else the practice.
    pub(crate) fn urgent_help(
        named: Option<&Self>,
        of_command: Option<&Path>,
        reporter: &mut Reporter,
    ) -> Result<Option<Arc<UrgentHelp>>, Status> {
        let own =
            || named.and_then(|named| Some(named.beside(named.practice.urgent_help.as_ref()?)));
        let Some(path) = of_command.map(Path::to_owned).or_else(own) else { return Ok(None) };
        let source = inputs::source(&path)
            .map_err(|(error, undecoded)| refused(&error, &undecoded, reporter))?;
        let read = UrgentHelp::read(&source);
        let read = read.map_err(|error| refused(&error, &Sources::from(source), reporter))?;
        Ok(Some(Arc::new(read)))
    }
}
