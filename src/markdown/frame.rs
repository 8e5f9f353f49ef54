//! What has been opened in the text and not yet closed.

use super::html_tags::Element;
use crate::model::{
    Address, Alignment, Anchor, Block, CalloutKind, DefinitionItem, Inline, Language, ListItem, Row,
};
use std::ops::Range;

/// An open block or phrase, with what it holds so far.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) kind: Kind,
    /// Bytes of the text that is read.
    pub(super) range: Range<usize>,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
}

impl Frame {
    pub(super) const fn new(kind: Kind, range: Range<usize>) -> Self {
        Self { kind, range, blocks: Vec::new(), inlines: Vec::new() }
    }
}

#[derive(Debug)]
pub(super) enum Kind {
    Document,
    Paragraph,
    Heading { level: u8, attributes: HeadingAttributes },
    Quotation { callout: Option<CalloutKind> },
    List { start: Option<u32>, tight: bool, items: Vec<ListItem> },
    Item { done: Option<bool> },
    Footnote { label: Anchor },
    DefinitionList { items: Vec<DefinitionItem> },
    Term,
    Definition,
    Table { columns: Vec<Alignment>, head: Row, rows: Vec<Row> },
    Row { is_head: bool, row: Row },
    Cell,
    Code { language: Option<String>, attributes: Option<String>, text: String },
    HtmlBlock { text: String },
    Emphasis,
    Strong,
    Strikethrough,
    Link { address: Option<Address>, title: Option<String> },
    Image { address: Option<Address>, title: Option<String> },
    Html { element: Element },
}

impl Kind {
    /// Whether phrases that stand in it directly make a paragraph of their own.
    pub(super) const fn holds_blocks(&self) -> bool {
        matches!(
            self,
            Self::Document
                | Self::Quotation { .. }
                | Self::Item { .. }
                | Self::Footnote { .. }
                | Self::Definition
        )
    }

    pub(super) const fn is_phrase(&self) -> bool {
        matches!(
            self,
            Self::Emphasis
                | Self::Strong
                | Self::Strikethrough
                | Self::Link { .. }
                | Self::Image { .. }
                | Self::Html { .. }
        )
    }
}

/// `{#id .class lang=fr}` behind a heading.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadingAttributes {
    pub(super) id: Option<Anchor>,
    pub(super) classes: Vec<String>,
    pub(super) language: Option<Language>,
}
