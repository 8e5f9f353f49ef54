//! Counting words.

use super::{Article, Block, Inline, Section};
use std::ops::Range;

/// Bytes that are looked at together.
const CHUNK: usize = 16;

/// Counts words as they go by: a word is what stands between white space and holds a letter or digit.
#[derive(Default)]
pub(super) struct Words {
    count: usize,
    /// Whether a letter or digit has been seen since the last white space.
    inside: bool,
}

impl Words {
    pub(super) fn of(article: &Article) -> usize {
        let mut words = Self::default();
        words.blocks(&article.lead);
        article.sections.iter().for_each(|section| words.section(section));
        article.footnotes.iter().for_each(|note| words.blocks(&note.content));
        words.count
    }

    fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // Nearly all text is words with a space between: then a word begins behind a space and nowhere else,
            // and many bytes are compared at once.
            let here = chunk(&bytes[at..]);
            let before = match at.checked_sub(1) {
                _ if !self.inside => b' ',
                Some(last) => bytes[last],
                None => b'x',
            };
            let end = bytes.len().min(at + CHUNK);
            if let Some(begun) = begun(before, &here) {
                self.count += begun;
                self.inside = !is_space(bytes[end - 1]);
                at = end;
            } else {
                // The bytes before may have ended within a character, which has changed nothing yet.
                let start = (0..=at).rev().find(|&start| text.is_char_boundary(start));
                at = self.characters(text, start.unwrap_or_default()..end);
            }
        }
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

/// The next bytes, with spaces behind the last of all.
fn chunk(bytes: &[u8]) -> [u8; CHUNK] {
    bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut padded = [b' '; CHUNK];
        padded[..bytes.len()].copy_from_slice(bytes);
        padded
    })
}

/// How many words begin behind a space, counted without branches, so for all bytes at once; none where anything else
/// follows a space, or where there may be a space that is not ASCII.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, many bytes are compared at once"
)]
fn begun(before: u8, here: &[u8; CHUNK]) -> Option<usize> {
    let is_word = |b: u8| ((b | 0x20).wrapping_sub(b'a') < 26) | (b.wrapping_sub(b'0') < 10);
    let is_space = |b: u8| (b == b' ') | (b.wrapping_sub(9) < 5);
    // U+0085, U+00A0, U+1680 and U+3000 begin with C2, E1 and E3; the others with E2 80, but not as U+2010 to U+2027
    // do, which are dashes and quotation marks, and with E2 81.
    let may_be_wide = |before: u8, here: u8| {
        (here == 0xc2)
            | (here == 0xe1)
            | (here == 0xe3)
            | ((before == 0xe2) & (here == 0x81))
            | ((before == 0x80) & (here >= 0x80) & (here.wrapping_sub(0x90) >= 0x18))
    };
    let mut all_before = [before; CHUNK];
    all_before[1..].copy_from_slice(&here[..CHUNK - 1]);
    let (mut begun, mut odd) = (0_u8, false);
    for (before, &here) in all_before.into_iter().zip(here) {
        let follows = is_space(before);
        begun += u8::from(is_word(here) & follows);
        odd |= follows & !is_word(here) & !is_space(here) | may_be_wide(before, here);
    }
    (!odd).then_some(begun.into())
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
            assert_eq!(words.count, text.split_whitespace().filter(is_word).count(), "{text}");
        }
    }
}
