//! Words that the model keeps no place of: those of front matter, and of a practice's file. They are looked for where
//! they were written, so that a character without a typeface is told at its place.

use super::make::Maker;
use crate::export::pdf::glyphs::Key;
use crate::fields::{in_front_matter, in_toml};
use crate::source::{Origin, Source, SourceName};
use std::ops::Range;

/// Where something is that was built in code.
fn nowhere() -> (Origin, bool) {
    (Origin::default(), false)
}

/// How words are made: one of those of [`Maker`].
type Make<'m> = fn(&mut Maker<'m>, &str, Origin) -> String;

impl<'m> Maker<'m> {
    /// The words of a value of the article's metadata, which stands under this key; none where nothing is to be seen.
    pub(super) fn of_article(
        &mut self,
        key: &'static str,
        value: &str,
        make: Make<'m>,
    ) -> Option<String> {
        let place = place(&self.material.article.source, value, |source| {
            let heading = || heading(source.text()).filter(|_| key == "title");
            in_front_matter(source.text(), key).or_else(heading)
        });
        self.under(key, value, place, make)
    }

    /// The words of a value of the practice's.
    pub(super) fn of_practice(
        &mut self,
        key: &'static str,
        value: &str,
        make: Make<'m>,
    ) -> Option<String> {
        let source = self.material.practice.map(|practice| &practice.source);
        let place = source.map(|one| place(one, value, |source| in_toml(source.text(), key)));
        self.under(key, value, place.unwrap_or_else(nowhere), make)
    }

    fn under(
        &mut self,
        key: &'static str,
        value: &str,
        (place, exact): (Origin, bool),
        make: Make<'m>,
    ) -> Option<String> {
        self.glyphs.key = Some(Key { name: key, exact });
        let words = make(self, value, place);
        self.glyphs.key = None;
        Some(words).filter(|words| !words.is_empty())
    }
}

/// Where a value was written, behind its key or anywhere, and whether it was in these very words; otherwise it has the
/// place of all that stands behind the key.
fn place(
    name: &SourceName,
    value: &str,
    behind_key: impl FnOnce(&Source) -> Option<Range<usize>>,
) -> (Origin, bool) {
    let is_in_all_faces = value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    let Some(source) = name.source().filter(|_| !is_in_all_faces) else { return nowhere() };
    let text = source.text();
    let key = behind_key(source);
    let find = |from: usize| {
        let at = from + text.get(from..)?.find(value)?;
        Some(at..at + value.len())
    };
    let found = key.as_ref().and_then(|key| find(key.start));
    // Behind its key it stands in other words, if at all.
    let found = found.or_else(|| find(0).filter(|_| key.is_none()));
    let exact = found.is_some();
    (source.origin(found.or(key).unwrap_or(0..0)), exact)
}

/// The first heading, as far as its line goes.
fn heading(text: &str) -> Option<Range<usize>> {
    let start = if text.starts_with("# ") { 2 } else { text.find("\n# ")? + 3 };
    let line = text[start..].lines().next()?;
    Some(start..start + line.len())
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::fields::in_front_matter;
    use crate::source::{Source, SourceName};

    fn found(text: &str, value: &str) -> String {
        let source = Source::new("a.md", text);
        let key = |source: &Source| in_front_matter(source.text(), "subtitle");
        let range = place(&SourceName::from(&source), value, key).0.range();
        text[range].to_owned()
    }

    #[test]
    fn a_value_is_found_as_it_was_written() {
        let text = "---\ntitle: Nöte\nsubtitle: \"Ein \\\"Nö\\\"\"\n---\n";
        assert_eq!(found("# Nöte\n", "Nöte"), "Nöte");
        assert_eq!(found(text, "Ein \"Nö\""), "\"Ein \\\"Nö\\\"\"");
        assert_eq!(found(text, "Ä"), "\"Ein \\\"Nö\\\"\"");
        assert_eq!(found("# Nöte\n", "Ä"), "");
    }
}
