//! Lines that begin with `:::`, with which other tools (Quarto, Pandoc, Docusaurus, `MyST`) open and close blocks.
//!
//! The Markdown parser would take the paragraph above such a line for a term that the line defines.

use super::Place;
use crate::diagnostic::{Code, Diagnostic};
use memchr::{memchr, memmem};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};
use std::ops::Range;

const FENCE: &str = ":::";

/// A text in which the first colon of each such line is another character, one that means nothing to the parser.
/// Every byte stays where it is.
#[derive(Debug)]
pub(super) struct Fences {
    pub(super) masked: String,
    /// A control character that the text does not have.
    mask: char,
    /// Of the colons, in order.
    places: Vec<usize>,
}

impl Fences {
    /// The fences of a text; none where it has none.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut places = Vec::new();
        let mut at = 0;
        for place in memmem::find_iter(text.as_bytes(), FENCE) {
            // Nothing is looked at twice, however many colons there are.
            let before = &text[at..place];
            let before = before.trim_end_matches([' ', '\t', '>']);
            if before.ends_with(['\n', '\r']) || before.is_empty() && at == 0 {
                places.push(place);
            }
            at = place + FENCE.len();
        }
        if places.is_empty() {
            return None;
        }
        let mask = ('\u{1}'..='\u{8}').find(|c| memchr(*c as u8, text.as_bytes()).is_none())?;
        let mut masked = String::with_capacity(text.len());
        let mut at = 0;
        for &place in &places {
            masked.push_str(&text[at..place]);
            masked.push(mask);
            at = place + 1;
        }
        masked.push_str(&text[at..]);
        Some(Self { masked, mask, places })
    }

    /// What is to be told where a fence begins at this place of the text. Of one that closes another, nothing.
    pub(super) fn tell(
        &self,
        text: &str,
        place: usize,
        open: &mut usize,
        origins: Place,
    ) -> Option<Diagnostic> {
        self.places.binary_search(&place).ok()?;
        let line = text[place..].lines().next()?.trim_end();
        let closes = line.trim_matches(':').is_empty();
        if closes && *open > 0 {
            *open -= 1;
            return None;
        }
        *open += usize::from(!closes);
        Some(
            Diagnostic::new(
                Code::UnknownCallout,
                "`:::` opens a block in other tools; here it is text",
            )
            .label(origins.at(place..place + line.len()), "")
            .help("for a callout, write `> [!NOTE]` in its place, and `> ` before its lines"),
        )
    }

    /// An event with the colons that the text has.
    pub(super) fn restored<'a>(&self, event: Event<'a>, range: &Range<usize>) -> Event<'a> {
        let next = self.places.partition_point(|place| *place < range.start);
        if self.places.get(next).is_none_or(|place| *place >= range.end) {
            return event;
        }
        match event {
            Event::Text(text) => Event::Text(self.colons(text)),
            Event::Code(text) => Event::Code(self.colons(text)),
            Event::Html(text) => Event::Html(self.colons(text)),
            Event::InlineHtml(text) => Event::InlineHtml(self.colons(text)),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let (dest_url, title) = (self.colons(dest_url), self.colons(title));
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let (dest_url, title) = (self.colons(dest_url), self.colons(title));
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(self.colons(info))))
            }
            other => other,
        }
    }

    fn colons<'a>(&self, text: CowStr<'a>) -> CowStr<'a> {
        if memchr(self.mask as u8, text.as_bytes()).is_none() {
            return text;
        }
        text.replace(self.mask, ":").into()
    }
}

#[cfg(test)]
mod tests {
    use super::Fences;

    #[test]
    fn only_lines_that_begin_with_three_colons_are_fences() {
        let places = |text: &str| Fences::of(text).map(|fences| fences.places).unwrap_or_default();
        assert_eq!(places("::: a\nb\n:::"), [0, 8]);
        assert_eq!(places("a\r\n> \t:::::: a ::: b\r  ::::\n"), [6, 23]);
        assert!(places("a ::: b\n: c\n:: d\n").is_empty());
        let many = ":::".repeat(100_000);
        assert_eq!(places(&many), [0]);
    }

    #[test]
    fn every_byte_stays_where_it_is() {
        let fences = Fences::of("é\u{1}\n::: ä\n");
        assert_eq!(fences.map(|fences| fences.masked), Some("é\u{1}\n\u{2}:: ä\n".to_owned()));
    }
}
