//! What an article has to be, whoever made it.

use super::visit::{self, Visit};
use super::{Anchor, Article, Block, Footnote, Inline, MAX_NESTING, Section};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Origin;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How deep a value that is kept for other tools may nest: deeper than anybody writes it, and far
/// from where walking through it would exhaust the stack.
const MAX_EXTRA_NESTING: usize = 100;

/// Everything that keeps this from being an article: an empty title, no text, nesting that is too
/// deep, references to notes that are not there, names that stand twice. All of these are errors.
pub(crate) fn review(article: &Article) -> Vec<Diagnostic> {
    let labels = article.footnotes.iter().map(|note| &note.label).collect();
    let mut review = Review { labels, ..Review::default() };
    if article.metadata.title.trim().is_empty() {
        review.report(Code::MissingTitle, "the title is empty", Origin::default());
    }
    let is_silent = |block: &Block| matches!(block, Block::Comment { .. });
    if article.lead.iter().all(is_silent) && article.sections.is_empty() {
        review.report(Code::NothingToRead, "the article has no text", Origin::default());
    }
    for (key, value) in &article.metadata.extra {
        if !nests_at_most(value, MAX_EXTRA_NESTING) {
            let message = format!("`{key}` nests more than {MAX_EXTRA_NESTING} levels deep");
            review.report(Code::NestingTooDeep, message, Origin::default());
        }
    }
    review.article(article);
    review.found
}

/// What is told of a name that stands twice.
pub(crate) fn same_name(all: &str, key: &str, name: &Anchor) -> String {
    format!("two {all} have the {key} `{name}`")
}

/// What is told of a reference that leads nowhere.
pub(crate) fn missing_footnote(label: &Anchor) -> String {
    format!("a reference leads to the footnote `{label}`, which is not there")
}

fn nests_at_most(value: &Value, levels: usize) -> bool {
    let inside = |value: &Value| levels > 0 && nests_at_most(value, levels - 1);
    match value {
        Value::Array(items) => items.iter().all(inside),
        Value::Object(entries) => entries.values().all(inside),
        _ => true,
    }
}

/// What stands inside what is counted for sections, blocks and inlines on their own.
#[derive(Default)]
struct Review<'a> {
    labels: BTreeSet<&'a Anchor>,
    section_ids: BTreeMap<&'a Anchor, Origin>,
    footnote_labels: BTreeMap<&'a Anchor, Origin>,
    sections: usize,
    blocks: usize,
    inlines: usize,
    found: Vec<Diagnostic>,
}

impl Review<'_> {
    /// Errors all, also where the code is a warning to those who write Markdown: its reader mends these.
    fn report(&mut self, code: Code, message: impl Into<String>, origin: Origin) {
        let mut told = Diagnostic::new(code, message);
        told.severity = Severity::Error;
        self.found.push(if origin.is_unknown() { told } else { told.label(origin, "") });
    }

    fn enter(
        &mut self,
        origin: Origin,
        depth: fn(&mut Self) -> &mut usize,
        walk: impl FnOnce(&mut Self),
    ) {
        *depth(self) += 1;
        if *depth(self) > MAX_NESTING {
            let message = format!("something stands more than {MAX_NESTING} levels deep");
            self.report(Code::NestingTooDeep, message, origin);
        } else {
            walk(self);
        }
        *depth(self) -= 1;
    }
}

impl<'a> Visit<'a> for Review<'a> {
    fn section(&mut self, node: &'a Section) {
        if let Some(first) = self.section_ids.insert(&node.id, node.origin) {
            let message = same_name("sections", "id", &node.id);
            self.report(Code::DuplicateId, message, node.origin);
            self.label_last(first);
        }
        self.enter(node.origin, |review| &mut review.sections, |r| visit::section(r, node));
    }

    fn footnote(&mut self, node: &'a Footnote) {
        if let Some(first) = self.footnote_labels.insert(&node.label, node.origin) {
            let message = same_name("footnotes", "label", &node.label);
            self.report(Code::DuplicateId, message, node.origin);
            self.label_last(first);
        }
        self.enter(node.origin, |review| &mut review.blocks, |r| visit::footnote(r, node));
    }

    /// What holds phrases only is no level of its own, nor is a figure.
    fn block(&mut self, node: &'a Block) {
        match node {
            Block::Paragraph { .. }
            | Block::Heading { .. }
            | Block::Figure { .. }
            | Block::Code { .. }
            | Block::ThematicBreak { .. }
            | Block::Comment { .. } => visit::block(self, node),
            _ => self.enter(node.origin(), |review| &mut review.blocks, |r| visit::block(r, node)),
        }
    }

    fn inline(&mut self, node: &'a Inline) {
        if let Inline::FootnoteReference { label, .. } = node
            && !self.labels.contains(label)
        {
            self.report(Code::MissingFootnote, missing_footnote(label), node.origin());
        }
        if !node.content().is_empty() {
            self.enter(node.origin(), |review| &mut review.inlines, |r| visit::inline(r, node));
        }
    }
}

impl Review<'_> {
    /// Says where the name stood first.
    fn label_last(&mut self, first: Origin) {
        if !first.is_unknown()
            && let Some(told) = self.found.pop()
        {
            self.found.push(told.label(first, "first given here"));
        }
    }
}
