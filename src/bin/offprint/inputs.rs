//! Which files are read, and where their images may come from.

use offprint::export::{Assets, DirAssets};
use offprint::{Error, Result, Source, Sources};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The articles that some paths name, in order, where no two would be written to the same files.
pub(crate) fn articles(paths: &[PathBuf]) -> std::result::Result<Vec<PathBuf>, Vec<String>> {
    let (articles, mut problems) = named(paths);
    let mut stems: BTreeMap<String, &Path> = BTreeMap::new();
    for article in &articles {
        if let Some(other) = stems.insert(stem(article), article)
            && other != article
        {
            problems.push(format!(
                "{} and {} would be written to the same files; build them into different folders",
                other.display(),
                article.display()
            ));
        }
    }
    if problems.is_empty() { Ok(articles) } else { Err(problems) }
}

/// The articles that some paths name, in order; every path that names none is a problem.
pub(crate) fn named(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<String>) {
    let mut articles = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        if path.is_dir() {
            match markdown_in(path) {
                Ok(found) if found.is_empty() => problems.push(format!(
                    "{} is a folder without an article; expected files that end in .md",
                    path.display()
                )),
                Ok(found) => articles.extend(found),
                Err(error) => problems.push(format!("cannot read {}: {error}", path.display())),
            }
        } else {
            articles.push(path.clone());
        }
    }
    articles.dedup();
    (articles, problems)
}

fn markdown_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() && path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The name of an article's outputs, without ending.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The text of a file; or what is wrong with it, and as much of the text as there is, for those who are told.
pub(crate) fn source(path: &Path) -> std::result::Result<Source, (Error, Sources)> {
    decoded(path, bytes(path).map_err(|error| (error, Sources::new()))?)
}

pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|cause| Error::io(format!("cannot read {}", path.display()), cause))
}

pub(crate) fn decoded(
    path: &Path,
    bytes: Vec<u8>,
) -> std::result::Result<Source, (Error, Sources)> {
    let name = path.to_string_lossy();
    let undecoded = match String::from_utf8_lossy(&bytes) {
        Cow::Owned(text) => Some(Source::new(&*name, text)),
        Cow::Borrowed(_) => None,
    };
    Source::from_utf8(&*name, bytes).map_err(|error| (error, undecoded.into_iter().collect()))
}

/// The typefaces in some folders and the folders inside them, each with its path.
pub(crate) fn fonts(folders: &[PathBuf]) -> std::result::Result<Vec<(String, Vec<u8>)>, String> {
    let mut paths = Vec::new();
    for folder in folders {
        let before = paths.len();
        faces_in(folder, &mut paths)
            .map_err(|cause| format!("cannot read {}: {cause}", folder.display()))?;
        if paths.len() == before {
            return Err(format!(
                "{} holds no typeface; expected files that end in .ttf, .otf or .ttc",
                folder.display()
            ));
        }
    }
    let read = paths.into_iter().map(|path| {
        let name = path.display().to_string();
        let bytes = std::fs::read(&path).map_err(|cause| format!("cannot read {name}: {cause}"))?;
        Ok((name, bytes))
    });
    read.collect()
}

fn faces_in(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    // In the same order everywhere, because the first face that has a character gives it.
    entries.sort();
    for path in entries {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if path.is_dir() {
            faces_in(&path, found)?;
        } else if matches!(ending.as_deref(), Some("ttf" | "otf" | "ttc" | "otc")) {
            found.push(path);
        }
    }
    Ok(())
}

/// The images of one article, and the logo of the practice, each from its own folder.
pub(crate) struct Images {
    article: DirAssets,
    practice: Option<(PathBuf, DirAssets)>,
}

impl Images {
    /// Images from `folder`, or from the current folder where the article is in it, or else from the
    /// article's own.
    pub(crate) fn of(
        article: &Path,
        practice: Option<&Path>,
        folder: Option<&Path>,
    ) -> Result<Arc<dyn Assets>> {
        let root = match folder {
            Some(folder) => folder.to_owned(),
            None => {
                let own = folder_of(article);
                let here = Path::new(".").canonicalize().ok();
                let inside = here.zip(own.canonicalize().ok());
                match inside {
                    Some((here, own)) if own.starts_with(&here) => here,
                    _ => own,
                }
            }
        };
        let practice = match practice {
            Some(path) => Some((path.to_owned(), DirAssets::new(folder_of(path))?)),
            None => None,
        };
        Ok(Arc::new(Self { article: DirAssets::new(root)?, practice }))
    }
}

impl Assets for Images {
    fn load(&self, source_name: &str, href: &str) -> Result<Option<Arc<[u8]>>> {
        let path = Path::new(source_name);
        let assets = match &self.practice {
            Some((practice, assets)) if practice == path => assets,
            _ => &self.article,
        };
        // Absolute, so that it does not matter which folder is the root.
        let folder = folder_of(path).canonicalize().unwrap_or_else(|_| folder_of(path));
        let name = folder.join(path.file_name().unwrap_or_default());
        assets.load(&name.to_string_lossy(), href)
    }
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
