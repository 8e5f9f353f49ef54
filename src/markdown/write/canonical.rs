//! Whether an article could have come from Markdown.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Article;
use crate::source::Source;
use crate::{Error, Result};
use serde_json::Value;
use std::fmt::Write as _;

/// The most characters of a value that a message shows.
const MAX_SHOWN: usize = 80;

impl Article {
    /// Whether this value could have come from Markdown: whether reading what
    /// [`markdown::write`](crate::markdown::write) makes of it gives the same value.
    ///
    /// Everything that the parser returns is so. A value that was built in code, or read from JSON, may
    /// hold what no text says, such as an empty paragraph or two runs of text side by side; other
    /// programs that read the text then see another article.
    ///
    /// ```
    /// use offprint::Article;
    /// use offprint::model::Block;
    ///
    /// let article = Article::builder("Rest").paragraph("It comes slowly.").build()?;
    /// article.canonical()?;
    ///
    /// let mut odd = article.clone();
    /// odd.lead.push(Block::paragraph(" with a space before it"));
    /// let error = odd.canonical().unwrap_err();
    /// assert!(error.to_string().contains("/lead/1/content/0/text"));
    /// # Ok::<(), offprint::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// It could not; the one diagnostic says where the two differ first.
    pub fn canonical(&self) -> Result<()> {
        let source = Source::new(self.source.as_str(), super::write(self)?);
        let difference = match crate::parse(&source) {
            Ok(read) if read.value == *self => return Ok(()),
            Ok(read) => difference(self, &read.value),
            Err(error) => {
                format!("what is written of it cannot be read: {error}")
            }
        };
        Err(Error::from(Diagnostic::new(Code::NotCanonical, difference).help(
            "build it as the parser would: see what `offprint::parse` makes of the same text",
        )))
    }
}

fn difference(here: &Article, back: &Article) -> String {
    let values = (serde_json::to_value(here), serde_json::to_value(back));
    let (Ok(here), Ok(back)) = values else {
        return "the article cannot be written as JSON, so the place cannot be told".to_owned();
    };
    let mut path = String::new();
    match first_difference(Some(&here), Some(&back), &mut path) {
        Some((here, back)) => {
            let path = if path.is_empty() { "/" } else { &path };
            format!("at `{path}` there is {}, but Markdown would give {}", shown(here), shown(back))
        }
        None => "the article differs from what Markdown would give".to_owned(),
    }
}

type Pair<'a> = (Option<&'a Value>, Option<&'a Value>);

/// The first place where two values differ, as a JSON pointer, and what is there in each.
fn first_difference<'a>(
    here: Option<&'a Value>,
    back: Option<&'a Value>,
    path: &mut String,
) -> Option<Pair<'a>> {
    if here == back {
        return None;
    }
    let length = path.len();
    match (here, back) {
        (Some(Value::Object(a)), Some(Value::Object(b))) if a.get("kind") == b.get("kind") => {
            let only_back = b.keys().filter(|key| !a.contains_key(*key));
            for key in a.keys().chain(only_back) {
                // Writing to a string cannot fail.
                let _ = write!(path, "/{}", key.replace('~', "~0").replace('/', "~1"));
                if let Some(pair) = first_difference(a.get(key), b.get(key), path) {
                    return Some(pair);
                }
                path.truncate(length);
            }
            None
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            for index in 0..a.len().max(b.len()) {
                let _ = write!(path, "/{index}");
                if let Some(pair) = first_difference(a.get(index), b.get(index), path) {
                    return Some(pair);
                }
                path.truncate(length);
            }
            None
        }
        pair => Some(pair),
    }
}

/// A value as a message shows it.
fn shown(value: Option<&Value>) -> String {
    let Some(value) = value else { return "nothing".to_owned() };
    let text = value.to_string();
    match text.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}
