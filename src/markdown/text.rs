//! Runs of text: typographic quotation marks, and bare addresses that become links.

use super::addresses;
use super::blocks::Reader;
use super::frame::Kind;
use super::verbatim;
use crate::characters::clean;
use crate::model::Inline;
use crate::source::Origin;
use std::ops::Range;

/// Text that stands in the source exactly as it is read, up to now without a gap.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Empty where there is none.
    range: Range<usize>,
    /// Whether some of it stands where bare addresses become links.
    is_linked: bool,
}

impl Reader<'_> {
    /// Text in a line, as Markdown gives it.
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        let raw = self.source.get(range.clone()).unwrap_or_default();
        if std::ptr::eq(raw.as_ptr(), text.as_ptr()) || raw == text {
            if self.run.range.end != range.start || self.run.range.is_empty() {
                self.end_run();
                self.run = Run { range: range.clone(), is_linked: false };
            }
            self.run.range.end = range.end;
            self.run.is_linked |= self.literals == 0;
            if self.is_clean {
                return self.push_text(text, self.place.at(range));
            }
        } else {
            self.end_run();
            // A character reference is a character everywhere.
            let is_verbatim = self.verbatim > 0 || verbatim::holds(&self.templates, range.start);
            if is_verbatim && !raw.starts_with('&') {
                return self.push_clean(raw, range);
            }
            if let Some(mark) = self.quotation_mark(raw, text, &range) {
                return self.push_text(mark, self.place.at(range));
            }
            // A character reference may stand for a space or a line end.
            self.is_irregular = true;
        }
        self.push_clean(text, range);
    }

    fn push_clean(&mut self, text: &str, range: Range<usize>) {
        let origin = self.place.at(range);
        let text = self.clean_line(text, origin);
        self.push_text(&text, origin);
    }

    /// Text as a line can hold it.
    pub(super) fn clean_line(&mut self, text: &str, origin: Origin) -> String {
        let text = clean(text, origin, self.found);
        if text.contains(['\t', '\n', '\r']) { text.replace(['\t', '\n', '\r'], " ") } else { text }
    }

    /// Adds text to the phrases of the innermost frame.
    pub(super) fn push_text(&mut self, text: &str, origin: Origin) {
        if let Some(Inline::Text { text: before, origin: start }) = self.frame().inlines.last_mut()
        {
            before.push_str(text);
            *start = start.with_range(start.range().start..origin.range().end);
        } else if !text.is_empty() {
            self.inline(Inline::Text { text: text.to_owned(), origin });
        }
    }

    /// The mark of the document's language for one that the Markdown parser made curly.
    fn quotation_mark(
        &mut self,
        raw: &str,
        text: &str,
        range: &Range<usize>,
    ) -> Option<&'static str> {
        let opens = matches!(text, "“" | "‘") && !self.only_closes(range);
        let (open, close) = match raw {
            "\"" => self.quotes.outer,
            "'" if !opens && self.is_apostrophe(range) => ("’", "’"),
            "'" => self.quotes.inner,
            _ => return None,
        };
        if raw == "'" {
            self.open_quotes =
                if opens { self.open_quotes + 1 } else { self.open_quotes.saturating_sub(1) };
        }
        Some(if opens { open } else { close })
    }

    /// Whether a mark stands at the end of a word, whatever the parser made of it: behind a digit it says feet, inches
    /// or minutes, or closes.
    fn only_closes(&self, range: &Range<usize>) -> bool {
        let before = self.source[..range.start].chars().next_back();
        let after = self.source[range.end..].chars().next();
        let is_end = after.is_none_or(char::is_whitespace);
        // Chinese and Japanese have no spaces before what opens.
        let ends_word = |c: char| {
            c < '\u{2e80}' && c.is_alphanumeric() && after.is_some_and(|c| !c.is_alphanumeric())
        };
        before.is_some_and(|c| c.is_ascii_digit() || is_end && !c.is_whitespace() || ends_word(c))
    }

    /// Between two letters, or where nothing was opened that it could close.
    fn is_apostrophe(&self, range: &Range<usize>) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = is_letter(self.source[..range.start].chars().next_back());
        let after = is_letter(self.source[range.end..].chars().next());
        before && after || self.open_quotes == 0
    }

    /// At the end of a run, the bare addresses in it become links.
    pub(super) fn end_run(&mut self) {
        if self.run.range.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        if !run.is_linked || self.literals > 0 || !self.addresses.any_in(&run.range) {
            return;
        }
        // A link would be one level more than there may be.
        if self.has_deepest_phrase() {
            return;
        }
        let source = self.source;
        let written = &source[run.range.clone()];
        let mut found = addresses::find(written);
        found.retain(|(link, _)| !verbatim::holds(&self.templates, link.start + run.range.start));
        let inlines = &mut self.frame().inlines;
        let Some(Inline::Text { text, .. }) = inlines.last_mut() else { return };
        if found.is_empty() || !text.ends_with(written) {
            return;
        }
        text.truncate(text.len() - written.len());
        if text.is_empty() {
            inlines.pop();
        }
        let mut at = run.range.start;
        for (link, address) in found {
            let link = link.start + run.range.start..link.end + run.range.start;
            self.push_text(&self.source[at..link.start], self.place.at(at..link.start));
            at = link.end;
            let origin = self.place.at(link.clone());
            let content = vec![Inline::Text { text: self.source[link].to_owned(), origin }];
            self.inline(Inline::Link { address, title: None, content, origin });
        }
        self.push_text(&self.source[at..run.range.end], self.place.at(at..run.range.end));
    }

    /// Counts what is open, around which text is taken literally.
    pub(super) fn count_literal(&mut self, kind: &Kind, by: isize) {
        let add = |count: &mut usize| *count = count.saturating_add_signed(by);
        if kind.is_literal() {
            add(&mut self.literals);
        }
        if let Kind::Html { element } = kind
            && element.is_verbatim()
        {
            add(&mut self.verbatim);
        }
    }
}
