//! Tells every node of an article where in the JSON it stands.

use super::places::Spot;
use crate::model::{Article, Author, Block, Credential, Footnote, Inline, Reading, Row, Section};
use crate::source::{Origin, Source};

/// Walks through the article and its text side by side; both have the same form.
pub(super) fn set(article: &mut Article, source: &Source, spot: Spot<'_>) {
    article.source = source.into();
    if let Some(cover) = &mut article.metadata.cover {
        cover.origin = spot.get("metadata").get("cover").origin();
    }
    each(&mut article.authors, spot.get("authors"), author);
    each(&mut article.lead, spot.get("lead"), block);
    each(&mut article.sections, spot.get("sections"), section);
    each(&mut article.footnotes, spot.get("footnotes"), footnote);
}

fn each<T>(nodes: &mut [T], spot: Spot<'_>, set: fn(&mut T, Spot<'_>)) {
    for (at, node) in nodes.iter_mut().enumerate() {
        set(node, spot.item(at));
    }
}

fn author(node: &mut Author, spot: Spot<'_>) {
    node.origin = spot.origin();
    each(&mut node.credentials, spot.get("credentials"), credential);
    each(&mut node.posts, spot.get("posts"), |post, spot| post.origin = spot.origin());
    each(&mut node.practices, spot.get("practices"), |at, spot| at.origin = spot.origin());
    each(&mut node.biography, spot.get("biography"), block);
}

fn credential(node: &mut Credential, spot: Spot<'_>) {
    match node {
        Credential::Membership(membership) => membership.origin = spot.origin(),
        Credential::Degree(degree) => degree.origin = spot.origin(),
        Credential::Affiliation(affiliation) => affiliation.origin = spot.origin(),
    }
}

/// The place of a section is that of its heading, as it is in Markdown.
fn section(node: &mut Section, spot: Spot<'_>) {
    node.origin = spot.get("heading").origin();
    each(&mut node.heading, spot.get("heading"), inline);
    each(&mut node.content, spot.get("content"), block);
    each(&mut node.sections, spot.get("sections"), section);
}

fn footnote(node: &mut Footnote, spot: Spot<'_>) {
    node.origin = spot.origin();
    each(&mut node.content, spot.get("content"), block);
}

fn reading(node: &mut Reading, spot: Spot<'_>) {
    node.origin = spot.origin();
    each(&mut node.content, spot.get("content"), inline);
}

fn row(node: &mut Row, spot: Spot<'_>) {
    let spot = spot.get("cells");
    for (at, cell) in node.cells.iter_mut().enumerate() {
        each(&mut cell.content, spot.item(at).get("content"), inline);
    }
}

fn block(node: &mut Block, spot: Spot<'_>) {
    *origin_of_block(node) = spot.origin();
    let content_spot = spot.get("content");
    match node {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
            each(content, content_spot, inline);
        }
        Block::Quotation { content, .. }
        | Block::Callout { content, .. }
        | Block::Vignette { content, .. }
        | Block::Division { content, .. } => each(content, content_spot, block),
        Block::List { items, .. } => each(items, spot.get("items"), |item, spot| {
            item.origin = spot.origin();
            each(&mut item.content, spot.get("content"), block);
        }),
        Block::DefinitionList { items, .. } => each(items, spot.get("items"), |item, spot| {
            each(&mut item.term, spot.get("term"), inline);
            each(&mut item.definitions, spot.get("definitions"), |blocks, spot| {
                each(blocks, spot, block);
            });
        }),
        Block::Table { head, rows, caption, .. } => {
            row(head, spot.get("head"));
            each(rows, spot.get("rows"), row);
            each(caption, spot.get("caption"), inline);
        }
        Block::Figure { caption, .. } => each(caption, spot.get("caption"), inline),
        Block::Details { summary, content, .. } => {
            each(summary, spot.get("summary"), inline);
            each(content, content_spot, block);
        }
        Block::ReadingList { entries, .. } => each(entries, spot.get("entries"), reading),
        Block::Code { .. } | Block::ThematicBreak { .. } | Block::Comment { .. } => {}
    }
}

const fn origin_of_block(node: &mut Block) -> &mut Origin {
    match node {
        Block::Paragraph { origin, .. }
        | Block::Heading { origin, .. }
        | Block::Quotation { origin, .. }
        | Block::Callout { origin, .. }
        | Block::Vignette { origin, .. }
        | Block::List { origin, .. }
        | Block::DefinitionList { origin, .. }
        | Block::Code { origin, .. }
        | Block::Table { origin, .. }
        | Block::Figure { origin, .. }
        | Block::Details { origin, .. }
        | Block::Division { origin, .. }
        | Block::ReadingList { origin, .. }
        | Block::ThematicBreak { origin }
        | Block::Comment { origin, .. } => origin,
    }
}

fn inline(node: &mut Inline, spot: Spot<'_>) {
    let content_spot = spot.get("content");
    match node {
        Inline::Emphasis { content, origin }
        | Inline::Strong { content, origin }
        | Inline::Strikethrough { content, origin }
        | Inline::Superscript { content, origin }
        | Inline::Subscript { content, origin }
        | Inline::Mark { content, origin }
        | Inline::Keyboard { content, origin }
        | Inline::Abbreviation { content, origin, .. }
        | Inline::Span { content, origin, .. }
        | Inline::Link { content, origin, .. } => {
            *origin = spot.origin();
            each(content, content_spot, inline);
        }
        Inline::Text { origin, .. }
        | Inline::Code { origin, .. }
        | Inline::Image { origin, .. }
        | Inline::FootnoteReference { origin, .. }
        | Inline::LineBreak { origin }
        | Inline::SoftBreak { origin } => *origin = spot.origin(),
    }
}
