//! A source as it is written anew, where nothing of it would be lost.

use super::{Parser, front_matter, write};
use crate::diagnostic::{Code, Output};
use crate::source::Source;
use crate::{Error, Result};

/// Reads a source and writes it as canonical Markdown, to stand in its place. The notes say what another tool that
/// reads the file too would not find there any more: keys under their own names, TOML, the time of a date.
///
/// ```
/// use offprint::{Source, markdown};
///
/// let source = Source::new("rest.md", "---\ntitle: On Rest\nlastmod: 2026-03-12\n---\n* It comes *slowly*.\n");
/// let formatted = markdown::format(&source)?;
/// assert_eq!(formatted.value, "---\ntitle: On Rest\nmodified: 2026-03-12\n---\n\n- It comes _slowly_.\n");
/// assert_eq!(formatted.diagnostics[0].labels[0].text, "written as `modified`");
/// # Ok::<(), offprint::Error>(())
/// ```
///
/// # Errors
///
/// The source cannot be read, or something in it would not come back: [`Error::diagnostics`] lists what reading
/// lost, also where the author does not want to be told. A comment in the front matter is no finding, and is named in
/// the error itself.
pub fn format(source: &Source) -> Result<Output<String>> {
    // An author who does not want to be told of a loss does not want the loss either.
    let parsed = Parser::new().suppressions(false).parse(source)?;
    let (losses, mut told): (Vec<_>, Vec<_>) =
        parsed.diagnostics.into_iter().partition(|found| found.code.is_loss());
    if !losses.is_empty() {
        return Err(Error::content(losses));
    }
    parsed.value.canonical()?;
    let text = write(&parsed.value)?;
    let written = Source::new(source.name(), &*text);
    if let Some(comment) = front_matter::lost_comment(source, &written) {
        return Err(Error::value(format!(
            "{} is left as it is, because the comment `{comment}` in its front matter would be lost; \
             write it under the front matter, as `<!-- … -->`",
            source.name()
        )));
    }
    // Other findings are about the article, which stays the same.
    told.retain(|found| found.code == Code::MissingTitle);
    if !parsed.value.metadata.suppress.contains(&Code::RewrittenFrontMatter) {
        told.extend(front_matter::rewritten(source, &written));
    }
    Ok(Output::new(text, told))
}
