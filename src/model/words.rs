//! Counting words.

use super::{Article, Block, Inline, Section};
use crate::characters::{is_han, is_kana};
use std::ops::Range;

/// Bytes that are looked at together.
const LANES: usize = 16;

type Chunk = [u8; LANES];

/// Counts words as they go by: a word is what stands between white space and holds a letter or digit; or two characters
/// of Chinese or Japanese, which have no space between words.
#[derive(Default)]
pub(super) struct Words {
    count: usize,
    unspaced: usize,
    /// Whether a letter or digit has been seen since the last white space.
    inside: bool,
}

impl Words {
    pub(super) fn of(article: &Article) -> usize {
        let mut words = Self::default();
        words.blocks(&article.lead);
        article.sections.iter().for_each(|section| words.section(section));
        article.footnotes.iter().for_each(|note| words.blocks(&note.content));
        words.count + words.unspaced.div_ceil(UNSPACED)
    }

    fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(here) = bytes[at..].first_chunk() {
            at = self.next(text, at, here);
        }
        while at < bytes.len() {
            // Hyphens change nothing, behind a word or behind a space.
            let mut here = [b'-'; LANES];
            here[..bytes.len() - at].copy_from_slice(&bytes[at..]);
            at = self.next(text, at, &here);
        }
    }

    /// Looks at the bytes from a place, and tells where the next ones begin.
    fn next(&mut self, text: &str, at: usize, here: &Chunk) -> usize {
        let end = text.len().min(at + LANES);
        let before = || at.checked_sub(1).map_or(b' ', |last| text.as_bytes()[last]);
        if here.is_ascii() || has_only_marks(here, before()) {
            self.chunk(here);
            end
        } else {
            // The bytes before may have ended within a character, which has changed nothing yet.
            let start = (0..=at).rev().find(|&start| text.is_char_boundary(start));
            self.characters(text, start.unwrap_or_default()..end)
        }
    }

    /// Many bytes at once. All but white space is all ones: a letter or digit added to it makes a carry, which runs on
    /// to the white space that ends the word, or out of the bytes.
    #[expect(clippy::cast_possible_truncation, reason = "each half is taken by itself")]
    fn chunk(&mut self, here: &Chunk) {
        const ONES: u64 = u64::from_le_bytes([1; LANES / 2]);
        let spaces = spaces(here);
        let (sum, begun_here) = (!spaces).overflowing_add(letters(here));
        let (sum, begun_before) = sum.overflowing_add(self.inside.into());
        let [low, high] = [sum & spaces, (sum & spaces) >> 64].map(|half| half as u64 & ONES);
        // Their sum gathers in the highest byte.
        let ended = (low + high).wrapping_mul(ONES) >> 56;
        let was_inside = std::mem::replace(&mut self.inside, begun_here | begun_before);
        self.count += ended as usize + usize::from(self.inside);
        self.count -= usize::from(was_inside);
    }

    /// Looks at the characters that begin in a range, one by one, and tells where the last of them ends.
    fn characters(&mut self, text: &str, range: Range<usize>) -> usize {
        let bytes = text.as_bytes();
        let Range { start: mut at, end } = range;
        while at < end {
            let byte = bytes[at];
            let (is_word, is_space) = if byte.is_ascii() {
                at += 1;
                let kind = KINDS[usize::from(byte)];
                (kind & WORD > 0, kind & SPACE > 0)
            } else if bytes[at..].starts_with(b"\xe2\x80") && (0x90..0xa8).contains(&bytes[at + 2])
            {
                // U+2010 to U+2027, dashes and quotation marks, for which no table has to be searched.
                at += 3;
                continue;
            } else {
                let Some(c) = text[at..].chars().next() else { break };
                at += c.len_utf8();
                if is_han(c) || is_kana(c) {
                    self.unspaced += 1;
                    self.inside = false;
                    continue;
                }
                (c.is_alphanumeric(), c.is_whitespace())
            };
            self.count += usize::from(is_word && !self.inside);
            self.inside = is_word || self.inside && !is_space;
        }
        at
    }

    fn section(&mut self, section: &Section) {
        self.line(&section.heading);
        self.blocks(&section.content);
        section.sections.iter().for_each(|inner| self.section(inner));
    }

    fn line(&mut self, content: &[Inline]) {
        self.inlines(content);
        self.inside = false;
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } | Inline::Code { text, .. } => self.text(text),
                Inline::Image { alt, .. } => self.text(alt.as_deref().unwrap_or_default()),
                Inline::LineBreak { .. } | Inline::SoftBreak { .. } => self.inside = false,
                other => self.inlines(other.content()),
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
                    self.line(content);
                }
                Block::Quotation { content, .. }
                | Block::Callout { content, .. }
                | Block::Vignette { content, .. }
                | Block::Division { content, .. } => self.blocks(content),
                Block::List { items, .. } => {
                    items.iter().for_each(|item| self.blocks(&item.content));
                }
                Block::Table { head, rows, caption, .. } => {
                    self.line(caption);
                    for cell in std::iter::once(head).chain(rows).flat_map(|row| &row.cells) {
                        self.line(&cell.content);
                    }
                }
                other => {
                    let mut text = String::new();
                    super::block::push_blocks(std::slice::from_ref(other), &mut text);
                    self.text(&text);
                    self.inside = false;
                }
            }
        }
    }
}

/// How many characters a word of Chinese or Japanese has, roughly.
const UNSPACED: usize = 2;

const WORD: u8 = 1;
const SPACE: u8 = 2;

/// What each byte of ASCII is.
const KINDS: [u8; 128] = {
    let mut kinds = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            kinds[byte as usize] = WORD;
        } else if is_space(byte) {
            kinds[byte as usize] = SPACE;
        }
        byte += 1;
    }
    kinds
};

/// White space of ASCII, as `char::is_whitespace` has it.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | 9..=13)
}

// Each of these compares all bytes at once, as the compiler sees by itself where it stands alone.

#[inline(never)]
fn spaces(here: &Chunk) -> u128 {
    ones(here, is_space)
}

#[inline(never)]
fn letters(here: &Chunk) -> u128 {
    ones(here, |byte| byte.is_ascii_alphanumeric())
}

/// Whether U+2010 to U+2027, dashes and quotation marks, are all that is not ASCII: E2 80 90 to E2 80 A7.
#[inline(never)]
#[expect(clippy::needless_bitwise_bool, reason = "without branches")]
fn has_only_marks(here: &Chunk, before: u8) -> bool {
    let mut lead = [before; LANES];
    lead[1..].copy_from_slice(&here[..LANES - 1]);
    let mut others = [0; LANES];
    for ((other, &byte), &lead) in others.iter_mut().zip(here).zip(&lead) {
        let is_second = (lead == 0xe2) & (byte == 0x80);
        let is_third = (lead == 0x80) & (byte.wrapping_sub(0x90) < 0x18);
        let is_mark = (byte < 0x80) | (byte == 0xe2) | is_second | is_third;
        *other = if is_mark { 0 } else { 0xff };
    }
    u128::from_le_bytes(others) == 0
}

/// All ones in the place of each byte that is asked for.
fn ones(here: &Chunk, is_it: impl Fn(u8) -> bool) -> u128 {
    let mut ones = [0; LANES];
    for (ones, &byte) in ones.iter_mut().zip(here) {
        *ones = if is_it(byte) { 0xff } else { 0 };
    }
    u128::from_le_bytes(ones)
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_counted_wherever_they_stand() {
        let parts = [
            "word",
            " ",
            " – ",
            "(",
            "é",
            "’",
            "\u{a0}",
            "...",
            "\n",
            "42",
            "\u{1}",
            "  ",
            "x",
            "…",
            "日本",
            "\u{85}",
            "\u{1680}",
            "\u{2000}",
            "\u{2029}",
            "\u{202f}",
            "\u{205f}",
            "\u{3000}",
            "word’s word",
            "a-b (c) -- d",
            "€ ",
            "“",
            "— ",
            "ab cd ef",
            "🙂",
        ];
        let mut seed = 7_usize;
        for length in 0..400 {
            let mut text = String::new();
            for _ in 0..length {
                seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                text.push_str(parts[(seed >> 33) % parts.len()]);
            }
            let is_word = |word: &&str| word.contains(char::is_alphanumeric);
            let mut words = Words::default();
            words.text(&text);
            let spaced = text.replace(['日', '本'], " ");
            assert_eq!(words.count, spaced.split_whitespace().filter(is_word).count(), "{text}");
            assert_eq!(words.unspaced, text.matches(['日', '本']).count(), "{text}");
        }
    }

    #[test]
    fn what_has_no_spaces_has_words() {
        let text = "# 眠り\n\nよく眠れない夜があります。CBT-I は役に立つことが多いです。\n";
        let article = crate::parse(&crate::Source::new("a.md", text)).unwrap().value;
        assert_eq!(article.word_count(), 12 + 1);
    }
}
