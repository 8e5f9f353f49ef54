//! The block of front matter.

use crate::model::Article;

/// Writes the title only, until the writer of the rest is merged.
pub(super) fn write(article: &Article, out: &mut String) {
    out.push_str("---\ntitle: ");
    out.push_str(&serde_json::Value::from(article.metadata.title.as_str()).to_string());
    out.push_str("\n---\n");
}
