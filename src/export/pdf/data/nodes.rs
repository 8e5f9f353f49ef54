//! Blocks and runs in the form of the templates.

use super::{Line, Picture, Tongue, Way, is_false};
use serde::Serialize;

/// One thing under another. Containers hold `content`, all text is in runs.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(super) enum Block {
    Paragraph {
        #[serde(skip_serializing_if = "Vec::is_empty")]
        runs: Vec<Run>,
        /// There where its lines end is decided: at each `\n` in its runs, or, where all is in one style, these are
        /// the lines, and there are no runs.
        #[serde(skip_serializing_if = "Option::is_none")]
        lines: Option<Vec<String>>,
        /// Whether its lines end at the same place.
        #[serde(skip_serializing_if = "is_false")]
        justified: bool,
        /// Whether it leads into the article.
        #[serde(skip_serializing_if = "is_false")]
        lead: bool,
        /// Whether it leads to what follows and stays on its page.
        #[serde(skip_serializing_if = "is_false")]
        announces: bool,
        /// Whether it stays on one page, with what announces it.
        #[serde(skip)]
        whole: bool,
    },
    /// Opens a section.
    Heading {
        /// From 1, without gaps.
        level: usize,
        /// Where links lead to it.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        runs: Vec<Run>,
    },
    /// What stands on one page: a paragraph that does, and what announces it.
    Together {
        /// Whether what follows stands there too.
        #[serde(skip_serializing_if = "is_false")]
        leads: bool,
        content: Vec<Block>,
    },
    /// A heading that opens no section.
    Caption {
        runs: Vec<Run>,
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<String>,
    },
    Quotation {
        content: Vec<Block>,
    },
    /// A tinted box.
    Box {
        /// `note`, `tip`, `important`, `warning`, `caution`, `urgent-help` or `summary`.
        look: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<&'static str>,
        /// Whether it may be as wide as the page, because it is a section of its own.
        #[serde(skip_serializing_if = "is_false")]
        wide: bool,
        /// Short enough to stand on one page.
        short: bool,
        content: Vec<Block>,
    },
    Vignette {
        label: &'static str,
        /// Whether its label may stand in the margin, because it stands in nothing else.
        outer: bool,
        short: bool,
        content: Vec<Block>,
    },
    List {
        /// The first number; none for bullets.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
        tight: bool,
        /// Whether it stands in no other list.
        outer: bool,
        /// Whether it stands so deep on a narrow page that it begins under the marks of the list around it.
        #[serde(skip_serializing_if = "is_false")]
        deep: bool,
        items: Vec<Item>,
    },
    Definitions {
        items: Vec<Definition>,
    },
    Code {
        text: String,
        /// The number of the mark before its first line; the others follow.
        #[serde(skip_serializing_if = "Option::is_none")]
        mark: Option<usize>,
    },
    Table {
        /// The share of the width that each column gets.
        widths: Vec<usize>,
        aligns: Vec<&'static str>,
        /// Whether it is set in small type, because it holds much.
        #[serde(skip_serializing_if = "is_false")]
        dense: bool,
        /// Whether it may be as wide as the page then, because it stands in nothing else.
        outer: bool,
        head: Vec<Vec<Run>>,
        rows: Vec<Vec<Vec<Run>>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Run>,
        /// Whether the head is low enough to stand on every page.
        low_head: bool,
        /// Whether no row is broken over pages.
        whole_rows: bool,
        /// Whether the head is set again on each page.
        repeat_head: bool,
        /// The row that ends the page, though the table goes on.
        #[serde(skip_serializing_if = "Option::is_none")]
        ends_page: Option<usize>,
    },
    Figure {
        /// The number of the mark before it.
        #[serde(skip_serializing_if = "Option::is_none")]
        mark: Option<usize>,
        /// Whether picture and caption fit on one page.
        short: bool,
        /// Figures are counted, so that they are found on paper.
        number: usize,
        /// How large it is, as a part of what it would be by itself.
        #[serde(skip_serializing_if = "Option::is_none")]
        scale: Option<f64>,
        picture: Picture,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Run>,
    },
    /// Stands for an image that is not here.
    Absent {
        alt: String,
        way: Way,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Run>,
    },
    Details {
        summary: Vec<Run>,
        content: Vec<Block>,
    },
    Division {
        tongue: Tongue,
        content: Vec<Block>,
    },
    Readings {
        /// The first number; none where the entries are not numbered.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
        entries: Vec<Entry>,
    },
    /// What authors hold, a line each.
    Registers {
        lines: Vec<Line>,
    },
    /// Registers, complaints and dates, where they stand at the end of the text.
    Imprint,
    Break,
    /// Begins a page.
    Turn,
}

/// What a [`Run::Note`] refers to.
#[derive(Debug, Serialize)]
pub(super) struct Note {
    pub(super) key: String,
    pub(super) content: Vec<Block>,
}

#[derive(Debug, Serialize)]
pub(super) struct Item {
    /// Its number on a folded leaflet, where the list before it is another's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) node: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) done: Option<bool>,
    /// Whether the page ends with it, though the list goes on.
    #[serde(rename = "ends-page", skip_serializing_if = "is_false")]
    pub(super) ends_page: bool,
    pub(super) content: Vec<Block>,
}

#[derive(Debug, Serialize)]
pub(super) struct Definition {
    pub(super) term: Vec<Run>,
    pub(super) content: Vec<Block>,
}

#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// As in [`Item`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) node: Option<usize>,
    /// As in [`Item`].
    #[serde(rename = "ends-page", skip_serializing_if = "is_false")]
    pub(super) ends_page: bool,
    pub(super) runs: Vec<Run>,
    /// Printed under the entry where it is not in its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) way: Option<Way>,
}

/// A point of a list.
pub(super) trait Point {
    fn number(&mut self, at: usize);
    fn end_page(&mut self);
}

impl Point for Item {
    fn number(&mut self, at: usize) {
        self.node = Some(at);
    }

    fn end_page(&mut self) {
        self.ends_page = true;
    }
}

impl Point for Entry {
    fn number(&mut self, at: usize) {
        self.node = Some(at);
    }

    fn end_page(&mut self) {
        self.ends_page = true;
    }
}

/// Text in one style, or a thing in a line.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Run {
    Text {
        text: String,
        #[serde(flatten)]
        style: Style,
    },
    /// A line end.
    Break,
    /// Begins a line of text that is looked for on paper.
    Mark {
        at: usize,
    },
    Link {
        to: String,
        runs: Vec<Run>,
    },
    /// A place in this leaflet.
    Inside {
        to: String,
        runs: Vec<Run>,
    },
    /// A note; `first` where it is referred to for the first time.
    Note {
        key: String,
        first: bool,
    },
    Image {
        file: String,
        format: &'static str,
        ratio: f64,
        #[serde(skip_serializing_if = "Option::is_none")]
        alt: Option<String>,
    },
}

/// How a run looks. Phrases inside phrases become flat runs, so the templates need no recursion.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is there or is not, and any with any other"
)]
pub(super) struct Style {
    #[serde(skip_serializing_if = "is_false")]
    pub(super) strong: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) emphasis: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) strike: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) raised: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) lowered: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) mark: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) key: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) code: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tongue: Option<Tongue>,
}
