//! Files that say how to build: `practice.toml` and `collection.toml`.

mod collection;
mod practice;

pub(crate) use collection::CollectionFile;

use crate::diagnostic::{Diagnostic, Output};
use crate::fields::{Fields, parse_toml};
use crate::model::Practice;
use crate::source::Source;
use crate::{Error, Result};

/// Reads a `practice.toml`.
///
/// ```
/// use offprint::Source;
///
/// let source = Source::new("practice.toml", "name = \"Willow Rooms\"\nacent = \"#1f5f5b\"\n");
/// let practice = offprint::config::read_practice(&source)?;
/// assert_eq!(practice.value.name, "Willow Rooms");
/// assert_eq!(practice.diagnostics[0].help.as_deref(), Some("did you mean `accent`?"));
/// # Ok::<(), offprint::Error>(())
/// ```
///
/// # Errors
///
/// The text is not TOML, has no `name`, or a value in it cannot be right. All errors are told.
pub fn read_practice(source: &Source) -> Result<Output<Practice>> {
    let mut read = read(source, "practice.toml", practice::read)?;
    read.value.source = source.into();
    Ok(read)
}

fn read<T>(
    source: &Source,
    what: &'static str,
    read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
) -> Result<Output<T>> {
    let origin = source.origin(0..source.text().len());
    let node = parse_toml(source.text(), origin).map_err(Error::content)?;
    let mut found: Vec<Diagnostic> = Vec::new();
    let value = Fields::new(what, node, &mut found).and_then(|mut fields| {
        let value = read(&mut fields);
        fields.finish();
        value
    });
    found.sort_by_key(|diagnostic| diagnostic.origin().range().start);
    match value {
        Some(value) if !crate::diagnostic::has_errors(&found) => Ok(Output::new(value, found)),
        _ => Err(Error::content(found)),
    }
}
