//! How hard a text is to read, by the formulas that are usual for English.

mod syllables;

use super::checker::Context;
use super::{Passage, PassageKind, View};
use crate::model::Article;
use crate::source::Origin;
use syllables::Counter;

/// How many of the longest sentences are kept.
const LONGEST: usize = 3;

/// Fewer sentences than this give SMOG little to go by (`McLaughlin` 1969).
const SMOG_SENTENCES: usize = 30;

/// How hard an article is to read: counts, and the scores that are usual for English.
///
/// Headings, tables, captions, alternative texts, lists of readings, code, addresses and biographies are not counted,
/// and neither are phrases in other languages. A score knows neither the reader nor the subject: it is a hint.
///
/// ```
/// use offprint::{Article, check::Readability};
///
/// let text = "The cat sat on the mat. It was a good mat, and the cat was glad of it.";
/// let article = Article::builder("The Cat").paragraph(text).build()?;
/// let read = Readability::of(&article).ok_or("not English")?;
/// assert_eq!((read.words, read.sentences, read.syllables), (18, 2, 18));
/// assert!(read.reading_ease() > 100.0 && read.grade() < 3.0);
/// assert!(read.is_low_confidence());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Readability {
    /// Words; a number is one, of one syllable.
    pub words: usize,
    /// Sentences; a point of a list is at least one.
    pub sentences: usize,
    /// Syllables, counted by rules that err in about three of a hundred words.
    pub syllables: usize,
    /// Words of three syllables and more.
    pub polysyllables: usize,
    /// The longest sentences, the longest first.
    pub longest: Vec<LongSentence>,
}

/// A sentence and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LongSentence {
    /// Its words.
    pub words: usize,
    /// Where it was read.
    pub origin: Origin,
}

impl Readability {
    /// Counts an article; none where it is not in English, or has no sentences.
    #[must_use]
    pub fn of(article: &Article) -> Option<Self> {
        Self::of_view(&View::of(article, &Context::default()))
    }

    pub(super) fn of_view(view: &View<'_>) -> Option<Self> {
        if view.article().metadata.language.primary() != "en" {
            return None;
        }
        let mut read = Self::default();
        let mut counter = Counter::new();
        let mut longest: Vec<(usize, Passage<'_>, std::ops::Range<usize>)> = Vec::new();
        for passage in view.passages().filter(|passage| is_prose(*passage)) {
            for (words, range) in sentences(passage, |word| {
                read.word(counter.count(word));
            }) {
                read.sentences += 1;
                let at = longest.partition_point(|(other, ..)| *other >= words);
                if at < LONGEST {
                    longest.insert(at, (words, passage, range));
                    longest.truncate(LONGEST);
                }
            }
        }
        read.longest = longest
            .into_iter()
            .map(|(words, passage, range)| LongSentence { words, origin: passage.place(range) })
            .collect();
        (read.sentences > 0).then_some(read)
    }

    const fn word(&mut self, count: usize) {
        self.words += 1;
        self.syllables += count;
        if count > 2 {
            self.polysyllables += 1;
        }
    }

    /// The Flesch reading ease: 60 to 70 is plain English, under 30 is hard even for graduates.
    #[must_use]
    pub fn reading_ease(&self) -> f64 {
        206.835
            - 1.015 * ratio(self.words, self.sentences)
            - 84.6 * ratio(self.syllables, self.words)
    }

    /// The Flesch–Kincaid grade: years at school that it takes, in America; five more are the age.
    #[must_use]
    pub fn grade(&self) -> f64 {
        0.39 * ratio(self.words, self.sentences) + 11.8 * ratio(self.syllables, self.words) - 15.59
    }

    /// The SMOG grade, for health texts the usual one.
    #[must_use]
    pub fn smog(&self) -> f64 {
        1.043 * (30.0 * ratio(self.polysyllables, self.sentences)).sqrt() + 3.1291
    }

    /// Whether there are too few sentences, under 30, for [`Readability::smog`] to be trusted.
    #[must_use]
    pub const fn is_low_confidence(&self) -> bool {
        self.sentences < SMOG_SENTENCES
    }
}

#[expect(clippy::cast_precision_loss, reason = "no article has 2^52 words")]
fn ratio(a: usize, b: usize) -> f64 {
    a as f64 / b.max(1) as f64
}

/// What is read as sentences, one after the other.
pub(super) fn is_prose(passage: Passage<'_>) -> bool {
    matches!(passage.kind(), PassageKind::Paragraph | PassageKind::Point | PassageKind::Summary)
        && passage.author().is_none()
        && !passage.is_foreign()
}

/// The sentences of a passage that have words, with how many; each word is handed over.
pub(super) fn sentences<'v>(
    passage: Passage<'v>,
    mut word: impl FnMut(&'v str),
) -> Vec<(usize, std::ops::Range<usize>)> {
    let mut words = passage.words().peekable();
    let mut found = Vec::new();
    for range in passage.sentence_ranges() {
        let mut count = 0;
        while let Some(next) = words.next_if(|next| next.start < range.end) {
            word(&passage.text()[next]);
            count += 1;
        }
        if count > 0 {
            found.push((count, range));
        }
    }
    found
}
