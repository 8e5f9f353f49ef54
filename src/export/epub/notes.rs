//! Footnotes, at the end of each chapter that refers to them.

use crate::export::html::content::{Content, ReferenceId};
use crate::model::{Article, Footnote};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The notes of one article, and which of them stand in the book already.
pub(super) struct Notes<'b> {
    article: &'b Article,
    written: BTreeSet<usize>,
}

impl<'b> Notes<'b> {
    pub(super) const fn new(article: &'b Article) -> Self {
        Self { article, written: BTreeSet::new() }
    }

    /// Writes the notes that the text so far refers to, those that these refer to, and, where the
    /// article ends, those that nothing refers to.
    pub(super) fn write<'c>(&mut self, content: &mut Content<'c>, is_last: bool)
    where
        'b: 'c,
    {
        let mut bodies: Vec<Option<String>> = vec![None; self.article.footnotes.len()];
        // A note may refer to others, before it or after it.
        while let Some((at, note)) = self.next(content, &bodies, false) {
            bodies[at] = Some(body(content, note));
        }
        if is_last {
            while let Some((at, note)) = self.next(content, &bodies, true) {
                bodies[at] = Some(body(content, note));
            }
        }
        if bodies.iter().all(Option::is_none) {
            return;
        }
        content.raw("<section class=\"notes\" epub:type=\"footnotes\">\n");
        for (at, body) in bodies.into_iter().enumerate() {
            if let Some(body) = body {
                let note = &self.article.footnotes[at];
                let count =
                    if self.is_first(at, note) { content.references_to(&note.label) } else { 0 };
                content.raw(&aside(at + 1, count, &body));
            }
        }
        content.raw("</section>\n");
    }

    /// The next note that has to stand here and does not yet.
    fn next(
        &mut self,
        content: &Content<'_>,
        bodies: &[Option<String>],
        unreferred: bool,
    ) -> Option<(usize, &'b Footnote)> {
        let article = self.article;
        let wanted = article.footnotes.iter().enumerate().find(|(at, note)| {
            let referred = content.references_to(&note.label) > 0 && self.is_first(*at, note);
            bodies[*at].is_none() && (referred || unreferred && !self.written.contains(at))
        })?;
        self.written.insert(wanted.0);
        Some(wanted)
    }

    /// Where two notes have one label, references lead to the first.
    fn is_first(&self, at: usize, note: &Footnote) -> bool {
        self.article.footnotes.iter().position(|known| known.label == note.label) == Some(at)
    }
}

fn body<'c>(content: &mut Content<'c>, note: &'c Footnote) -> String {
    let start = content.out.len();
    content.blocks(&note.content);
    content.out.split_off(start)
}

/// The note, with a way back to each place that refers to it.
fn aside(number: usize, references: usize, body: &str) -> String {
    let mut back = String::new();
    for count in 1..=references {
        let target = ReferenceId { number, count };
        let (which, shown) = match (references, count) {
            (1, _) => (String::new(), String::new()),
            (_, count) => (format!(", place {count}"), format!("<sup>{count}</sup>")),
        };
        let _ = write!(
            back,
            "&#160;<a class=\"back\" href=\"#{target}\" role=\"doc-backlink\" \
             aria-label=\"Back to the text{which}\">↩\u{fe0e}{shown}</a>"
        );
    }
    // Number and way back stand in the lines of the note where it has any.
    let number_mark = format!("<span class=\"note-number\">{number}</span> ");
    let body = match body.strip_prefix("<p>") {
        Some(rest) => format!("<p>{number_mark}{rest}"),
        None => format!("<p>{number_mark}</p>\n{body}"),
    };
    let body = match body.strip_suffix("</p>\n") {
        Some(start) => format!("{start}{back}</p>\n"),
        None if back.is_empty() => body,
        None => format!("{body}<p>{back}</p>\n"),
    };
    format!(
        "<aside id=\"note-{number}\" epub:type=\"footnote\" role=\"doc-footnote\">\n{body}</aside>\n"
    )
}
