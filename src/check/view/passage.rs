//! A stretch of text that is read as one: a paragraph, a heading, a cell.

use super::{SpanKind, View};
use crate::check::chunk;
use crate::check::words::List;
use crate::model::{Article, Author, CalloutKind, Section, VignetteNature};
use crate::source::Origin;
use std::ops::Range;

/// A stretch of text that is read as one.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'v> {
    view: &'v View<'v>,
    at: usize,
}

/// What kind of stretch a [`Passage`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PassageKind {
    /// A paragraph.
    #[default]
    Paragraph,
    /// A paragraph in a point of a list.
    Point,
    /// A heading.
    Heading,
    /// A cell of a table.
    Cell,
    /// What is printed with a picture or table.
    Caption,
    /// A term that is explained.
    Term,
    /// The words over something to be opened.
    Summary,
    /// An entry of further reading or references.
    Reading,
}

/// What is known of a passage.
#[derive(Clone, Debug)]
pub(super) struct Data<'a> {
    pub(super) range: Range<usize>,
    /// The pieces of the text that it is made of.
    pub(super) pieces: Range<usize>,
    pub(super) spans: Range<usize>,
    pub(super) kind: PassageKind,
    pub(super) around: Around<'a>,
    pub(super) origin: Origin,
}

/// What a passage stands in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around<'a> {
    /// What a paragraph is here: in a list, a point.
    pub(super) paragraph: PassageKind,
    pub(super) section: Option<&'a Section>,
    pub(super) author: Option<&'a Author>,
    pub(super) vignette: Option<VignetteNature>,
    pub(super) callout: Option<CalloutKind>,
    pub(super) is_quoted: bool,
    pub(super) is_note: bool,
    pub(super) is_foreign: bool,
}

/// A word of a passage.
pub(in crate::check) struct Word {
    pub(in crate::check) start: usize,
    /// What stands between the word before and this one; all that is before the first one.
    pub(in crate::check) gap: Range<usize>,
}

impl<'v> Passage<'v> {
    pub(super) const fn new(view: &'v View<'v>, at: usize) -> Self {
        Self { view, at }
    }

    /// The article that it is part of.
    pub(super) const fn article(self) -> &'v Article {
        self.view.article
    }

    fn data(self) -> &'v Data<'v> {
        &self.view.passages[self.at]
    }

    /// Where its text stands in that of the view.
    pub(in crate::check) fn range(self) -> Range<usize> {
        self.data().range.clone()
    }

    /// The words without markup; line ends are spaces, pictures nothing.
    #[must_use]
    pub fn text(self) -> &'v str {
        &self.view.text[self.range()]
    }

    /// What kind of stretch it is.
    #[must_use]
    pub fn kind(self) -> PassageKind {
        self.data().kind
    }

    /// The innermost section that it stands in; a heading stands in the section that it opens.
    #[must_use]
    pub fn section(self) -> Option<&'v Section> {
        self.data().around.section
    }

    /// The author whose biography it is part of.
    #[must_use]
    pub fn author(self) -> Option<&'v Author> {
        self.data().around.author
    }

    /// The nature of the vignette that it is part of.
    #[must_use]
    pub fn vignette(self) -> Option<VignetteNature> {
        self.data().around.vignette
    }

    /// The kind of the callout that it is part of.
    #[must_use]
    pub fn callout(self) -> Option<CalloutKind> {
        self.data().around.callout
    }

    /// Whether it is part of a quotation: somebody else's words.
    #[must_use]
    pub fn is_quoted(self) -> bool {
        self.data().around.is_quoted
    }

    /// Whether it is part of a footnote.
    #[must_use]
    pub fn is_note(self) -> bool {
        self.data().around.is_note
    }

    /// Whether it is in another language than the article.
    #[must_use]
    pub fn is_foreign(self) -> bool {
        self.data().around.is_foreign
    }

    /// What of it is marked up as something, as ranges of [`Passage::text`], in the order in which that begins.
    pub(in crate::check) fn spans(self) -> impl Iterator<Item = (SpanKind, Range<usize>)> {
        let start = self.range().start;
        let spans = &self.view.spans[self.data().spans.clone()];
        spans.iter().map(move |span| (span.kind, span.range.start - start..span.range.end - start))
    }

    /// Its words: what stands between white space and holds a letter or digit, as ranges of [`Passage::text`],
    /// without the marks around them. Code, foreign words and addresses are none.
    pub(in crate::check) fn words(self) -> impl Iterator<Item = Range<usize>> {
        let own = self.range();
        let all = self.view.word_ranges();
        let first = all.partition_point(|range| range.start < own.start);
        let mine = all[first..].iter().take_while(move |range| range.start < own.end);
        mine.map(move |range| range.start - own.start..range.end - own.start)
    }

    /// The words of a list, as ranges of [`Passage::text`].
    pub(super) fn hits(self, list: List) -> impl Iterator<Item = Range<usize>> {
        let own = self.range();
        let all = self.view.hits_of(list);
        let first = all.partition_point(|hit| hit.range.start < own.start);
        let mine = all[first..].iter().take_while(move |hit| hit.range.start < own.end);
        mine.map(move |hit| hit.range.start - own.start..hit.range.end - own.start)
    }

    /// The word around a place in [`Passage::text`].
    pub(in crate::check) fn word_at(self, at: usize) -> Option<Word> {
        let own = self.range();
        let all = self.view.word_ranges();
        let index = all.partition_point(|range| range.end <= at + own.start);
        let word = all.get(index).filter(|word| word.start <= at + own.start)?;
        let before = index.checked_sub(1).map_or(0, |index| all[index].end);
        let start = word.start - own.start;
        Some(Word { start, gap: before.max(own.start) - own.start..start })
    }

    /// Finds the words, and adds them as ranges of the text of the view.
    pub(super) fn push_words(self, out: &mut Vec<Range<usize>>) {
        let (text, start) = (self.text(), self.range().start);
        let mut not = self
            .spans()
            .filter(|(kind, _)| matches!(kind, SpanKind::Code | SpanKind::Foreign))
            .map(|(_, range)| range)
            .peekable();
        for (word, may_be_address) in words(text) {
            while not.next_if(|range| range.end <= word.start).is_some() {}
            let is_within = not.peek().is_some_and(|range| range.start < word.end);
            let is_address = may_be_address && is_address(&text[word.clone()]);
            if !is_within && !is_address {
                out.push(word.start + start..word.end + start);
            }
        }
    }

    /// Where the whole block was read.
    #[must_use]
    pub fn origin(self) -> Origin {
        self.data().origin
    }

    /// Its sentences, in order.
    pub fn sentences(self) -> impl Iterator<Item = &'v str> {
        self.sentence_ranges().map(move |range| &self.text()[range])
    }

    /// Its sentences, as ranges of [`Passage::text`].
    pub fn sentence_ranges(self) -> impl Iterator<Item = Range<usize>> {
        let all = self.view.sentence_ranges();
        let own = self.range();
        let first = all.partition_point(|range| range.start < own.start);
        let mine = all[first..].iter().take_while(move |range| range.start < own.end);
        let start = self.range().start;
        mine.map(move |range| range.start - start..range.end - start)
    }

    /// The sentence around a place in [`Passage::text`].
    #[must_use]
    pub fn sentence_at(self, at: usize) -> Range<usize> {
        self.sentence_ranges().find(|range| at < range.end).unwrap_or(0..self.text().len())
    }

    /// Where a range of [`Passage::text`] was read: the very bytes where that can be known, or else those of
    /// the smallest thing around them.
    #[must_use]
    pub fn place(self, range: Range<usize>) -> Origin {
        let start = self.range().start;
        let data = self.data();
        let pieces = &self.view.pieces[data.pieces.clone()];
        let range = range.start + start..range.end + start;
        super::place::place(self.view.source(), &self.view.text, pieces, range)
            .unwrap_or(data.origin)
    }

    /// Where a range of [`Passage::text`] was read, only if the source says those very words there: the place of
    /// a safe edit.
    #[must_use]
    pub fn written(self, range: Range<usize>) -> Option<Origin> {
        let place = self.place(range.clone());
        let source = self.view.source().filter(|source| place.source() == Some(source.id()))?;
        (source.text().get(place.range())? == self.text().get(range)?).then_some(place)
    }
}

/// What stands between white space, without the marks around it, and whether that may be an address.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            if at >= bytes.len() {
                return None;
            }
            let (start, chunk) = (at, chunk::at(bytes, at));
            let spaces = chunk::spaces(chunk);
            let before = chunk::run(spaces);
            if before > 0 {
                at += before;
                continue;
            }
            let letters = chunk::run(chunk::letters_and_digits(chunk));
            let length = chunk::before(spaces);
            if letters == length && length < chunk::BYTES {
                // Nearly all words are that short, and have a space behind them.
                at += length + 1;
                return Some((start..start + length, false));
            }
            let end = skip(bytes, start, |chunk| chunk::before(chunk::spaces(chunk)));
            at = end.min(bytes.len());
            let plain = skip(bytes, start, |chunk| chunk::run(chunk::letters_and_digits(chunk)));
            if plain >= at {
                return Some((start..at, false));
            }
            // Spaces of other kinds are rare, and divide words too.
            let mut token = &text[start..at];
            if !token.is_ascii() {
                let lead = token.len() - token.trim_start().len();
                let length = token[lead..].find(char::is_whitespace).unwrap_or(token.len() - lead);
                at = start + lead + length;
                token = &text[start..at];
            }
            let Some(first) = token.find(char::is_alphanumeric) else { continue };
            let last = token.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            return Some((start + first..start + last, true));
        }
    })
}

/// How far it goes on as it began, by how much of a chunk does.
fn skip(bytes: &[u8], mut at: usize, same: impl Fn(u64) -> usize) -> usize {
    loop {
        let length = same(chunk::at(bytes, at));
        at += length;
        if length < chunk::BYTES || at >= bytes.len() {
            return at;
        }
    }
}

/// Web and e-mail addresses, and paths of files.
fn is_address(word: &str) -> bool {
    let bytes = word.as_bytes();
    // Most words in the middle of which a mark stands have none of these.
    if !bytes.iter().any(|byte| matches!(byte, b'@' | b'/' | b'.')) {
        return false;
    }
    bytes.contains(&b'@')
        || word.contains("://")
        || word.starts_with("www.")
        || word.split('/').count() > 2
        || bytes.contains(&b'/') && bytes.contains(&b'.')
}
