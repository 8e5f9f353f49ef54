//! Addresses that stand bare in the text.

use crate::model::Address;
use linkify::{LinkFinder, LinkKind};
use memchr::{memchr2_iter, memmem};
use std::ops::Range;

/// Where a text may have a bare address: at each `://`, `@` and `www.`. One look at the whole text is cheaper than one
/// at each of its runs, of which there are a hundred thousand in a book.
#[derive(Debug)]
pub(super) struct Places {
    all: Vec<usize>,
    /// The first of them that has not been passed.
    next: usize,
}

impl Places {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let is_address = |at: &usize| bytes[*at] == b'@' || bytes[at + 1..].starts_with(b"//");
        let mut places: Vec<usize> = memchr2_iter(b':', b'@', bytes).filter(is_address).collect();
        places.extend(memmem::find_iter(bytes, b"www."));
        places.sort_unstable();
        Self { all: places, next: 0 }
    }

    /// Whether there is one in a range; the ranges that are asked about come in the order of the text.
    pub(super) fn any_in(&mut self, range: &Range<usize>) -> bool {
        while self.all.get(self.next).is_some_and(|place| *place < range.start) {
            self.next += 1;
        }
        self.all.get(self.next).is_some_and(|place| *place < range.end)
    }
}

/// The bare `http://`, `https://`, `www.` and e-mail addresses of a text, and where they lead.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, Address)> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let links = finder.links(text).filter_map(|link| {
        // Of what is not ASCII, spaces and quotation marks end an address.
        let ends = |c: char| c.is_whitespace() || "«»‹›“”„‘’‚".contains(c);
        let found = link.as_str();
        let found = &found[..found.find(ends).unwrap_or(found.len())];
        let begins = |start: &str| {
            found.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
        };
        let address = match link.kind() {
            LinkKind::Email => format!("mailto:{found}"),
            LinkKind::Url if begins("http://") || begins("https://") => found.to_owned(),
            LinkKind::Url if begins("www.") => format!("https://{found}"),
            _ => return None,
        };
        Some((link.start()..link.start() + found.len(), address.parse().ok()?))
    });
    links.collect()
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        let found = |text: &str| -> Vec<String> {
            find(text).into_iter().map(|(range, to)| format!("{} → {to}", &text[range])).collect()
        };
        assert_eq!(
            found("See https://example.org/a_(b), www.example.org. Or a.b@example.org!"),
            [
                "https://example.org/a_(b) → https://example.org/a_(b)",
                "www.example.org → https://www.example.org",
                "a.b@example.org → mailto:a.b@example.org",
            ]
        );
        assert_eq!(
            found("«https://example.org» a@example.org\u{a0}oder"),
            ["https://example.org → https://example.org", "a@example.org → mailto:a@example.org"]
        );
        assert!(found("Dr.Smith said: 10:30 @ noon, javascript:alert, example.org").is_empty());
    }
}
