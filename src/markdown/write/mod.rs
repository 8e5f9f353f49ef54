//! An article as Markdown.

mod blocks;
mod canonical;
mod escape;
mod forms;
pub(super) mod front_matter;
mod inlines;
mod literal;
mod points;
mod sections;
mod tables;
#[cfg(test)]
mod tests;
mod tokens;
mod yaml;

use super::{byline, structure};
use crate::characters::one_line;
use crate::model::{Anchor, Anchors, Article, Footnote, Section, inlines_text, review};
use crate::{Error, Result};

/// Writes an article as canonical Markdown with front matter: reading it gives the same article, and
/// writing that gives the same text.
///
/// ```
/// use offprint::{Source, markdown};
///
/// let source = Source::new("rest.md", "On Rest\n=======\n\n* It comes *slowly*,\n* or __not__.\n");
/// let article = offprint::parse(&source)?.value;
/// let text = markdown::write(&article)?;
/// assert_eq!(text, "---\ntitle: On Rest\n---\n\n- It comes _slowly_,\n- or **not**.\n");
/// assert_eq!(offprint::parse(&Source::new("rest.md", text))?.value, article);
/// # Ok::<(), offprint::Error>(())
/// ```
///
/// # Errors
///
/// The value is no article: it has no title or no text, nests deeper than any may, refers to a note that is
/// not there, or gives two sections one name. See [`Article::canonical`] for whether one that was built in
/// code comes back as it is.
pub fn write(article: &Article) -> Result<String> {
    let found = review(article);
    if !found.is_empty() {
        return Err(Error::content(found));
    }
    let mut out = String::new();
    front_matter::write(article, &mut out);
    // The title stands in the front matter, so sections begin at the second level while there are enough.
    let depth = sections::depth(&article.sections);
    let level = if depth > 5 { 1 } else { 2 };
    if byline::would_take(&article.lead) {
        out.push('\n');
        out.push_str(blocks::GUARD);
        out.push('\n');
    }
    if level == 1 && repeats_title(article) {
        out.push('\n');
        push_title(article, &mut out);
    }
    if !article.lead.is_empty() {
        out.push('\n');
        out.push_str(&blocks::blocks_to_markdown(&article.lead));
        out.push('\n');
    }
    let mut taken = Anchors::default();
    sections::push(&article.sections, level, &mut taken, &mut out);
    for footnote in &article.footnotes {
        push_footnote(footnote, &mut out);
    }
    Ok(out)
}

/// Whether the first heading would be taken for the title, which the reader drops.
fn repeats_title(article: &Article) -> bool {
    article.sections.first().is_some_and(|section: &Section| {
        let words = one_line(&inlines_text(&section.heading));
        structure::same_words(&words, &article.metadata.title)
    })
}

fn push_title(article: &Article, out: &mut String) {
    let words = [crate::model::Inline::text(article.metadata.title.as_str())];
    out.push_str("# ");
    out.push_str(&inlines::write(&words, inlines::Holder::Heading));
    out.push('\n');
}

fn push_footnote(footnote: &Footnote, out: &mut String) {
    let Footnote { label, content, .. } = footnote;
    push_definition(label, &blocks::blocks_to_markdown(content), out);
}

fn push_definition(label: &Anchor, text: &str, out: &mut String) {
    out.push_str("\n[^");
    out.push_str(label.as_str());
    out.push_str("]:");
    if !text.is_empty() {
        out.push(' ');
        blocks::push_indented(text, 4, out);
    }
    out.push('\n');
}
