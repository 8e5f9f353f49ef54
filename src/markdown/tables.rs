//! Tables, from Markdown and from HTML, into rows of equal length.

use super::close::paragraph_or_figure;
use super::frame::{Kind, Table, TableCell};
use super::html_tags::Attributes;
use super::phrases;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Alignment, Block, Cell, Inline, Row};
use crate::source::Origin;
use std::ops::Range;

impl TableCell {
    /// A `<td>` or `<th>`.
    pub(super) fn of(name: &str, attributes: &Attributes) -> Self {
        let number = |name| attributes.get(name).and_then(|text| text.parse::<usize>().ok());
        let style = attributes.get("style").unwrap_or_default();
        let align = attributes
            .get("align")
            .or_else(|| style.split(';').find_map(|rule| rule.trim().strip_prefix("text-align:")));
        Self {
            is_head: name == "th",
            alignment: match align.unwrap_or_default().trim() {
                "center" => Alignment::Centre,
                "right" | "end" => Alignment::End,
                _ => Alignment::Start,
            },
            span: number("colspan").unwrap_or(1).clamp(1, 1000),
            content: Vec::new(),
        }
    }
}

impl Reader<'_> {
    /// A row is complete.
    pub(super) fn row(&mut self, is_head: bool, cells: Vec<TableCell>) {
        let Kind::Table { table } = self.top() else { return };
        if cells.is_empty() {
            return;
        }
        let all_heads = cells.iter().all(|cell| cell.is_head);
        let alignments =
            cells.iter().flat_map(|cell| std::iter::repeat_n(cell.alignment, cell.span));
        if table.columns.is_empty() {
            table.columns = alignments.collect();
        }
        table.is_odd |= cells.iter().any(|cell| cell.span > 1);
        let mut wide = Vec::with_capacity(cells.len());
        for TableCell { content, span, .. } in cells {
            wide.push(Cell::new(content));
            wide.extend(std::iter::repeat_n(Cell::default(), span - 1));
        }
        let row = Row::new(wide);
        let may_head = table.head.is_none() && table.rows.is_empty();
        if may_head && (is_head || table.in_head || all_heads) {
            table.head = Some(row);
        } else {
            table.rows.push(row);
        }
    }

    /// What a row of Markdown has behind its last column is not given as a cell; it joins the last one.
    pub(super) fn surplus(&mut self, cells: &mut [TableCell], last: usize, row: &Range<usize>) {
        let line_end = row.end.min(self.source.len());
        let Some(behind) = self.source.get(last..line_end) else { return };
        let words = behind.trim_matches(['|', ' ', '\t', '\n', '\r', '>']);
        let Some(cell) = cells.last_mut() else { return };
        if words.is_empty() {
            return;
        }
        let origin = self.place.at(last..line_end);
        let text = self.clean_line(words, origin);
        cell.content.push(Inline::Text { text: format!(" {text}"), origin });
        cell.content = phrases::normal(std::mem::take(&mut cell.content));
        self.found.push(
            Diagnostic::new(Code::TableShape, "this row has more cells than the table has columns")
                .label(origin, "joined to the last cell, as plain text")
                .help("give the head as many cells, or remove a `|`"),
        );
    }

    /// The table is complete.
    pub(super) fn table(&mut self, table: Table, origin: Origin) {
        let Table { mut columns, head, mut rows, caption, is_odd, .. } = table;
        let all = || head.iter().chain(&rows);
        let width = all().map(|row| row.cells.len()).max().unwrap_or_default();
        if width == 0 {
            if !caption.is_empty() {
                self.block(paragraph_or_figure(caption, origin));
            }
            return;
        }
        if is_odd || all().any(|row| row.cells.len() != width) {
            self.found.push(
                Diagnostic::new(
                    Code::TableShape,
                    "the rows of this table have different lengths, or cells that span others",
                )
                .label(origin, "missing cells are left empty")
                .help("write it as a Markdown table, with one cell in each column"),
            );
        }
        let mut head = head.unwrap_or_default();
        for row in std::iter::once(&mut head).chain(&mut rows) {
            row.cells.resize_with(width, Cell::default);
        }
        columns.resize(width, Alignment::Start);
        self.block(Block::Table { columns, head, rows, caption, origin });
    }

    /// The content of a cell, term, summary or caption: one line.
    pub(super) fn line_of(
        &mut self,
        mut content: Vec<Inline>,
        blocks: Vec<Block>,
        origin: Origin,
    ) -> Vec<Inline> {
        if blocks.is_empty() {
            return self.phrases(phrases::one_line(content));
        }
        let mut all = Vec::new();
        let mut told = Vec::new();
        phrases::of_blocks(blocks, &mut all, &mut told);
        for (message, origin) in told {
            self.found.push(Diagnostic::new(Code::RawHtml, message).label(origin, "").help(
                "a cell, term, summary or caption holds words alone: write the block beside it",
            ));
        }
        if !content.is_empty() {
            all.push(Inline::LineBreak { origin });
        }
        all.append(&mut content);
        phrases::normal(phrases::one_line(all))
    }
}
