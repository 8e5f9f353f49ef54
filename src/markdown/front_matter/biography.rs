//! What an author says of themselves: Markdown inside a value.

use super::super::document::{Document, Part};
use super::super::reader::{self, Settings};
use super::super::{Limits, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Node};
use crate::model::{Block, Language};

/// Reads a biography. It has no sections and no foot: headings in it are blocks, and notes are paragraphs
/// with their labels before them.
pub(super) fn read(fields: &mut Fields<'_>, node: &Node<'_>, language: &Language) -> Vec<Block> {
    let Some(text) = fields.lines(node, "biography") else { return Vec::new() };
    let mut found = Vec::new();
    let mut document = read_text(&text, node, language, &mut found);
    if let Some(note) = document.footnotes.first() {
        let told = Diagnostic::new(
            Code::BiographyNote,
            format!("the footnote `{}` stands in a biography, which has no foot", note.label),
        )
        .label(node.origin, "in this biography")
        .help("write what it says into the biography itself, in brackets");
        found.clear();
        found.push(told);
        document = read_text(&text.replace("[^", "\\[^"), node, language, &mut found);
    }
    found.into_iter().for_each(|diagnostic| fields.report(diagnostic));
    let mut blocks = document.lead;
    for Part { level, heading: content, origin, blocks: mut under, .. } in document.parts {
        blocks.push(Block::Heading { level, content, origin });
        blocks.append(&mut under);
    }
    blocks
}

fn read_text(
    text: &str,
    node: &Node<'_>,
    language: &Language,
    found: &mut Vec<Diagnostic>,
) -> Document {
    let place = Place::Value { origin: node.origin };
    let settings = Settings { limits: Limits::new(), smart_punctuation: true, language };
    reader::read(text, place, settings, found).unwrap_or_else(|diagnostic| {
        found.push(diagnostic);
        Document::default()
    })
}
