//! What stands on a page, one under the other.

use super::inline::push_plain_text;
use super::{Address, Inline, Language, Reading};
use crate::source::Origin;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A paragraph, a list, a table: one thing under another.
///
/// Exhaustive until 1.0, so that an exporter that forgets a new kind does not build.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[expect(clippy::exhaustive_enums, reason = "a new kind of block is to break every exporter")]
pub enum Block {
    /// Running text.
    Paragraph {
        /// The text.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// A heading inside a quotation, list or callout, which opens no section.
    Heading {
        /// How deep it was meant, 1 to 6.
        #[schemars(range(min = 1, max = 6))]
        level: u8,
        /// The words.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Somebody else's words.
    Quotation {
        /// The words.
        content: Vec<Block>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// A box that stands out.
    Callout {
        /// What for.
        callout: CalloutKind,
        /// What is in it.
        content: Vec<Block>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// A story of a patient, with the label that it must have.
    Vignette {
        /// Whose story it is.
        nature: VignetteNature,
        /// The story.
        content: Vec<Block>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Points, numbered or not.
    List {
        /// The first number; none for bullets.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(extend("examples" = [1]))]
        start: Option<u32>,
        /// Whether the points stand close together.
        tight: bool,
        /// The points.
        items: Vec<ListItem>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Terms and what they mean.
    DefinitionList {
        /// The terms.
        items: Vec<DefinitionItem>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Computer text in lines.
    Code {
        /// The language it is written in, as the author named it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(extend("examples" = ["rust", "html"]))]
        language: Option<String>,
        /// What stands behind the language on the line that opens the block, for other tools.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(extend("examples" = ["title=\"Listing 1\""]))]
        attributes: Option<String>,
        /// The lines.
        #[schemars(extend("examples" = ["let rest = true;\n"]))]
        text: String,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Cells in rows and columns.
    Table {
        /// How each column is aligned; as many as there are columns.
        columns: Vec<Alignment>,
        /// The head.
        head: Row,
        /// The rows under it.
        rows: Vec<Row>,
        /// What the table shows.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// A picture with its caption.
    Figure {
        /// Where the picture is, usually a file beside the article.
        address: Address,
        /// What it shows, for those who do not see it. None or empty: decoration.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(extend("examples" = ["A curve that rises, holds and falls"]))]
        alt: Option<String>,
        /// What is printed under it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Something to be read after a summary was chosen.
    Details {
        /// The words that are always shown.
        summary: Vec<Inline>,
        /// The rest.
        content: Vec<Block>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Blocks in another language, or that only belong together.
    Division {
        /// Their language, where it is not the article's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
        /// The blocks.
        content: Vec<Block>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Further reading or references, as typed entries.
    ReadingList {
        /// The first number; none where the entries are not numbered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(extend("examples" = [1]))]
        start: Option<u32>,
        /// The entries.
        entries: Vec<Reading>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// A break in the thought.
    ThematicBreak {
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// What the author wrote in the source and no reader sees; or words to this crate, as in
    /// `offprint: suppress P005` (see [`Article::unsuppressed`](super::Article::unsuppressed)).
    Comment {
        /// The words.
        #[schemars(extend("examples" = ["offprint: suppress P005"]))]
        text: String,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
}

/// What a [`Block::Callout`] is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CalloutKind {
    /// Good to know.
    Note,
    /// Makes something easier.
    Tip,
    /// Needed to go on.
    Important,
    /// Something may go wrong.
    Warning,
    /// Something may do harm.
    Caution,
    /// Where to turn in a crisis.
    UrgentHelp,
}

impl CalloutKind {
    /// The name as JSON has it, which the styles of pages and leaflets use too.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
            Self::UrgentHelp => "urgent-help",
        }
    }

    /// The words over the box, in English.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Note => "Note",
            Self::Tip => "Tip",
            Self::Important => "Important",
            Self::Warning => "Warning",
            Self::Caution => "Caution",
            Self::UrgentHelp => "Urgent help",
        }
    }
}

/// Whose story a vignette tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum VignetteNature {
    /// Invented.
    Fictional,
    /// Made from several people.
    Composite,
    /// Of one person, who agreed.
    WithConsent,
}

impl VignetteNature {
    /// The label that stands beside the story, in English.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Fictional => "A fictional example",
            Self::Composite => "A composite example, drawn from several people",
            Self::WithConsent => "A real example, told with consent",
        }
    }
}

/// A point of a [`Block::List`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ListItem {
    /// Whether a task is done; none where the point is no task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<bool>,
    /// What the point says.
    pub content: Vec<Block>,
    /// Where it was read.
    #[serde(skip)]
    pub origin: Origin,
}

impl ListItem {
    /// A point with these blocks.
    #[must_use]
    pub fn new(content: Vec<Block>) -> Self {
        Self { content, ..Self::default() }
    }
}

/// A term of a [`Block::DefinitionList`] and what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct DefinitionItem {
    /// The term.
    pub term: Vec<Inline>,
    /// Its meanings, each some blocks.
    pub definitions: Vec<Vec<Block>>,
}

impl DefinitionItem {
    /// A term with its meanings.
    #[must_use]
    pub const fn new(term: Vec<Inline>, definitions: Vec<Vec<Block>>) -> Self {
        Self { term, definitions }
    }
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Alignment {
    /// As text is.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// At the far side, as numbers.
    End,
}

/// A row of a [`Block::Table`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Row {
    /// As many cells as the table has columns.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row of these cells.
    #[must_use]
    pub const fn new(cells: Vec<Cell>) -> Self {
        Self { cells }
    }
}

/// A cell of a [`Row`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Cell {
    /// The text.
    pub content: Vec<Inline>,
}

impl Cell {
    /// A cell with this text.
    #[must_use]
    pub const fn new(content: Vec<Inline>) -> Self {
        Self { content }
    }
}

impl Block {
    /// A paragraph of plain text, built in code.
    #[must_use]
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph { content: vec![Inline::text(text)], origin: Origin::default() }
    }

    /// A bulleted list of plain texts, built in code.
    #[must_use]
    pub fn bullets<I: Into<String>>(items: impl IntoIterator<Item = I>) -> Self {
        Self::List {
            start: None,
            tight: true,
            items: items
                .into_iter()
                .map(|item| ListItem::new(vec![Self::paragraph(item)]))
                .collect(),
            origin: Origin::default(),
        }
    }

    /// Where it was read.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        match self {
            Self::Paragraph { origin, .. }
            | Self::Heading { origin, .. }
            | Self::Quotation { origin, .. }
            | Self::Callout { origin, .. }
            | Self::Vignette { origin, .. }
            | Self::List { origin, .. }
            | Self::DefinitionList { origin, .. }
            | Self::Code { origin, .. }
            | Self::Table { origin, .. }
            | Self::Figure { origin, .. }
            | Self::Details { origin, .. }
            | Self::Division { origin, .. }
            | Self::ReadingList { origin, .. }
            | Self::ThematicBreak { origin }
            | Self::Comment { origin, .. } => *origin,
        }
    }
}

/// The words of some blocks without their markup, one line a block.
#[must_use]
pub fn plain_text(blocks: &[Block]) -> String {
    let mut out = String::new();
    push_blocks(blocks, &mut out);
    out
}

pub(crate) fn push_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        push_block(block, out);
    }
}

fn push_line(content: &[Inline], out: &mut String) {
    push_plain_text(content, out);
    out.push('\n');
}

fn push_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
            push_line(content, out);
        }
        Block::Quotation { content, .. }
        | Block::Callout { content, .. }
        | Block::Vignette { content, .. }
        | Block::Division { content, .. } => push_blocks(content, out),
        Block::List { items, .. } => {
            for item in items {
                push_blocks(&item.content, out);
            }
        }
        Block::DefinitionList { items, .. } => {
            for item in items {
                push_line(&item.term, out);
                item.definitions.iter().for_each(|blocks| push_blocks(blocks, out));
            }
        }
        Block::Code { text, .. } => {
            out.push_str(text);
            out.push('\n');
        }
        Block::Table { head, rows, caption, .. } => {
            if !caption.is_empty() {
                push_line(caption, out);
            }
            for cell in std::iter::once(head).chain(rows).flat_map(|row| &row.cells) {
                push_line(&cell.content, out);
            }
        }
        Block::Figure { alt, caption, .. } => {
            if let Some(alt) = alt {
                out.push_str(alt);
                out.push('\n');
            }
            push_line(caption, out);
        }
        Block::Details { summary, content, .. } => {
            push_line(summary, out);
            push_blocks(content, out);
        }
        Block::ReadingList { entries, .. } => {
            entries.iter().for_each(|entry| push_line(&entry.content, out));
        }
        Block::ThematicBreak { .. } | Block::Comment { .. } => {}
    }
}
