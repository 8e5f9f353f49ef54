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
    /// The HTML element that opened it; none where Markdown did.
    pub(super) tag: Option<&'static str>,
    /// Bytes of the text that is read.
    pub(super) range: Range<usize>,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
}

#[derive(Debug)]
pub(super) enum Kind {
    Document,
    /// `<div>` and the like, of which this many are open: what stands in them stands in what is around.
    Transparent {
        open: usize,
    },
    Paragraph,
    Heading {
        level: u8,
        attributes: Option<Box<HeadingAttributes>>,
    },
    Quotation {
        callout: Option<CalloutKind>,
    },
    List {
        start: Option<u32>,
        tight: bool,
        items: Vec<ListItem>,
    },
    Item {
        done: Option<bool>,
    },
    Footnote {
        label: Anchor,
    },
    DefinitionList {
        items: Vec<DefinitionItem>,
    },
    Term,
    Definition,
    Table {
        table: Box<Table>,
    },
    Row {
        is_head: bool,
        cells: Vec<TableCell>,
    },
    Cell {
        cell: TableCell,
    },
    Code {
        code: Box<CodeBlock>,
    },
    /// Lines of raw HTML, and where each of them begins in the text that is read.
    HtmlBlock {
        text: String,
        lines: Vec<(usize, usize)>,
    },
    Details {
        summary: Vec<Inline>,
    },
    Summary,
    Division {
        language: Language,
    },
    Figure {
        caption: Vec<Inline>,
        /// Whether the caption came before everything else.
        is_above: bool,
    },
    Caption,
    Emphasis,
    Strong,
    Strikethrough,
    Link {
        address: Option<Address>,
        title: Option<String>,
    },
    Image {
        address: Option<Address>,
        title: Option<String>,
    },
    Html {
        element: Element,
    },
}

#[derive(Debug, Default)]
pub(super) struct CodeBlock {
    pub(super) language: Option<String>,
    pub(super) attributes: Option<String>,
    pub(super) text: String,
}

/// A table, before it has its shape.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) columns: Vec<Alignment>,
    pub(super) head: Option<Row>,
    pub(super) rows: Vec<Row>,
    pub(super) caption: Vec<Inline>,
    /// Inside `<thead>`.
    pub(super) in_head: bool,
    /// Whether a cell spans others, or a row has too many.
    pub(super) is_odd: bool,
}

#[derive(Debug, Default)]
pub(super) struct TableCell {
    pub(super) is_head: bool,
    pub(super) alignment: Alignment,
    /// How many columns it spans, from 1.
    pub(super) span: usize,
    pub(super) content: Vec<Inline>,
}

impl Frame {
    pub(super) const fn new(kind: Kind, range: Range<usize>) -> Self {
        Self { kind, tag: None, range, blocks: Vec::new(), inlines: Vec::new() }
    }

    /// Whether phrases that stand in it directly make a paragraph of their own.
    pub(super) const fn holds_blocks(&self) -> bool {
        match self.kind {
            Kind::Document
            | Kind::Transparent { .. }
            | Kind::Quotation { .. }
            | Kind::Item { .. }
            | Kind::Footnote { .. }
            | Kind::Definition
            | Kind::Details { .. }
            | Kind::Summary
            | Kind::Division { .. }
            | Kind::Figure { .. }
            | Kind::Caption => true,
            Kind::Term | Kind::Cell { .. } => self.tag.is_some(),
            _ => false,
        }
    }

    /// Whether what stands in it becomes one line.
    pub(super) const fn is_line(&self) -> bool {
        matches!(self.kind, Kind::Term | Kind::Cell { .. } | Kind::Summary | Kind::Caption)
    }

    /// Whether a comment that is met inside may stay there.
    pub(super) const fn holds_comments(&self) -> bool {
        matches!(
            self.kind,
            Kind::Document
                | Kind::Quotation { .. }
                | Kind::Item { .. }
                | Kind::Footnote { .. }
                | Kind::Definition
                | Kind::Details { .. }
                | Kind::Division { .. }
        )
    }

    /// Whether a block that begins ends it: an element around phrases, which the author left open.
    pub(super) const fn ends_at_block(&self) -> bool {
        match self.kind {
            Kind::Html { .. } => true,
            Kind::Paragraph | Kind::Heading { .. } | Kind::Code { .. } => self.tag.is_some(),
            _ => false,
        }
    }
}

impl Kind {
    /// Whether it counts as a level of blocks inside blocks.
    pub(super) const fn nests(&self) -> bool {
        matches!(
            self,
            Self::Quotation { .. }
                | Self::List { .. }
                | Self::Footnote { .. }
                | Self::DefinitionList { .. }
                | Self::Details { .. }
                | Self::Division { .. }
                | Self::Figure { .. }
                | Self::Table { .. }
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

    /// Whether bare addresses in it stay as text.
    pub(super) fn is_literal(&self) -> bool {
        match self {
            Self::Link { .. } | Self::Image { .. } => true,
            Self::Html { element } => element.is_literal(),
            _ => false,
        }
    }
}

/// `{#id .class lang=fr}` behind a heading.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadingAttributes {
    pub(super) id: Option<Anchor>,
    pub(super) classes: Vec<String>,
    pub(super) language: Option<Language>,
    /// Attributes that mean nothing here.
    pub(super) others: Vec<String>,
}
