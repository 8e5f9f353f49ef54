//! Rules about how hard a text is to read.

mod age;
mod paragraphs;
mod scores;
mod sentences;

pub(super) use age::ReadingAge;
pub(super) use paragraphs::LongParagraph;
pub(super) use scores::Scores;
pub(super) use sentences::LongSentences;

const NHS: &str =
    "NHS digital service manual, content style guide (https://service-manual.nhs.uk/content)";
