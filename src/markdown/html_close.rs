//! Elements of raw HTML that end, by their tags or by what comes behind them, and those that are missing.

use super::frame::{Frame, Kind, TableCell};
use super::html_open::{BREAKING, TRANSPARENT};
use super::reader::Reader;
use crate::diagnostic::Diagnostic;
use std::ops::Range;

impl Reader<'_> {
    /// Closes the innermost open element of this name, and those inside it.
    pub(super) fn close_element(&mut self, name: &str, end: usize) {
        let name = if TRANSPARENT.contains(&name) { "div" } else { name };
        let open = self.stack.iter().rev().take_while(|frame| frame.tag.is_some());
        let depth = open.enumerate().find(|(_, frame)| frame.tag == Some(name)).map(|(at, _)| at);
        let Some(depth) = depth else {
            if name == "p" || name == "div" || BREAKING.contains(&name) {
                self.boundary(self.place.at(end..end));
            }
            return;
        };
        for _ in 0..depth {
            self.close_top(end);
        }
        if let Kind::Transparent { open } = self.top()
            && *open > 1
        {
            *open -= 1;
            self.flush();
            return;
        }
        self.close_top(end);
    }

    /// Closes elements down to one of these names, where one is open.
    pub(super) fn close_down_to(&mut self, names: &[&str]) -> bool {
        let is_one = |frame: &Frame| frame.tag.is_some_and(|tag| names.contains(&tag));
        let open = self.stack.iter().rev().take_while(|frame| frame.tag.is_some());
        let Some((depth, _)) = open.enumerate().find(|(_, frame)| is_one(frame)) else {
            return false;
        };
        for _ in 0..depth {
            let end = self.frame().range.end;
            self.close_top(end);
        }
        true
    }

    pub(super) fn kind_below(&mut self) -> Option<&mut Kind> {
        self.stack.iter_mut().rev().nth(1).map(|frame| &mut frame.kind)
    }

    /// Between the tags of a list or table, what stands loose gets a point or cell of its own.
    pub(super) fn ensure_holder(&mut self, range: &Range<usize>) -> Result<(), Diagnostic> {
        if self.frame().tag.is_none() {
            return Ok(());
        }
        match self.top() {
            Kind::List { .. } => self.push_tag("li", Kind::Item { done: None }, range.clone()),
            Kind::DefinitionList { .. } => self.push_tag("dd", Kind::Definition, range.clone()),
            Kind::Table { .. } => {
                self.push_tag(
                    "tr",
                    Kind::Row { is_head: false, cells: Vec::new() },
                    range.clone(),
                )?;
                self.ensure_holder(range)
            }
            Kind::Row { .. } => {
                let cell = TableCell { span: 1, ..TableCell::default() };
                self.push_tag("td", Kind::Cell { cell }, range.clone())
            }
            _ => Ok(()),
        }
    }

    /// Closes elements around phrases that the author left open when a block begins.
    pub(super) fn close_phrases(&mut self) {
        while self.frame().ends_at_block() {
            let end = self.frame().range.end;
            self.close_top(end);
        }
    }
}
