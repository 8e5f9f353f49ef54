//! Reading the fixtures.

use offprint::{Article, Output, Source};
use std::path::{Path, PathBuf};

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whether what is reviewed is to be written anew; `OFFPRINT_BLESS=` with nothing behind it asks for nothing.
pub(crate) fn blesses() -> bool {
    std::env::var_os("OFFPRINT_BLESS").is_some_and(|value| !value.is_empty())
}

pub(crate) fn source(path: &str) -> Source {
    let bytes = std::fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source::from_utf8(path, bytes).unwrap()
}

pub(crate) fn parse_file(path: &str) -> Output<Article> {
    offprint::parse(&source(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn parse(text: &str) -> Output<Article> {
    offprint::parse(&Source::new("test.md", text)).unwrap()
}

/// All fixture articles, the odd ones too, in order.
pub(crate) fn articles() -> Vec<String> {
    let mut all: Vec<String> =
        ["fixtures/articles", "fixtures/articles/odd", "fixtures/collection"]
            .iter()
            .flat_map(|folder| markdown_in(folder))
            .collect();
    all.sort();
    assert!(all.len() >= 9, "the fixtures are missing: {all:?}");
    all
}

pub(crate) fn markdown_in(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension() == Some("md".as_ref()))
        .map(|path| {
            path.strip_prefix(root()).unwrap_or(Path::new("")).to_string_lossy().into_owned()
        })
        .collect()
}
