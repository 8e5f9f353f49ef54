//! Runs of text: typographic quotation marks, and bare addresses that become links.

use super::addresses;
use super::frame::Kind;
use super::reader::Reader;
use super::verbatim;
use crate::characters::clean;
use crate::model::Inline;
use crate::source::Origin;
use std::ops::Range;

/// Where the scripts of China, Japan and Korea begin, with their marks.
const WIDE: char = '\u{2e80}';

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
        let is_double = match raw {
            "\"" => true,
            "'" => false,
            _ => return None,
        };
        let is_amid = self.is_amid_wide(range, is_double);
        let open = if is_double { self.open_doubles } else { self.open_quotes };
        let opens = match (text, is_amid) {
            (_, true) => open == 0,
            ("“" | "‘", false) => !self.only_closes(range),
            _ => false,
        };
        let (open, close) = if is_double {
            self.quotes.outer
        } else if !opens && !is_amid && self.is_apostrophe(range) {
            ("’", "’")
        } else {
            self.quotes.inner
        };
        let count = if is_double { &mut self.open_doubles } else { &mut self.open_quotes };
        *count = if opens { *count + 1 } else { count.saturating_sub(1) };
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
            c < WIDE && c.is_alphanumeric() && after.is_some_and(|c| !c.is_alphanumeric())
        };
        before.is_some_and(|c| c.is_ascii_digit() || is_end && !c.is_whitespace() || ends_word(c))
    }

    /// Whether a mark has text on both sides, and that in a script without spaces: Chinese and Japanese, where
    /// nothing but what stood before says whether it opens. An apostrophe may follow a Chinese name in another language.
    fn is_amid_wide(&self, range: &Range<usize>, is_double: bool) -> bool {
        let before = self.source[..range.start].chars().next_back();
        let after = self.source[range.end..].chars().next();
        let (Some(before), Some(after)) = (before, after) else { return false };
        if before.is_whitespace() || after.is_whitespace() || before.is_ascii_digit() {
            return false;
        }
        let (before, after) = (before >= WIDE, after >= WIDE);
        before && after
            || (before || after)
                && (is_double || matches!(self.settings.language.primary(), "ja" | "zh" | "yue"))
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
