//! Counting words.

use super::{Article, Block, Inline, Section};

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

    #[expect(clippy::needless_bitwise_bool, reason = "where words end cannot be foretold")]
    fn text(&mut self, text: &str) {
        let mut rest = text;
        let (mut count, mut inside) = (self.count, self.inside);
        while !rest.is_empty() {
            let bytes = rest.as_bytes();
            let mut at = 0;
            // Without branches.
            while at < bytes.len() && bytes[at] < 0x80 {
                let byte = bytes[at];
                let is_word = byte.is_ascii_alphanumeric();
                let is_space = byte == b' ' || (9..=13).contains(&byte);
                count += usize::from(is_word & !inside);
                inside = (inside & !is_space) | is_word;
                at += 1;
            }
            rest = &rest[at..];
            if let Some(c) = rest.chars().next() {
                if c.is_alphanumeric() {
                    count += usize::from(!inside);
                    inside = true;
                } else if c.is_whitespace() {
                    inside = false;
                }
                rest = &rest[c.len_utf8()..];
            }
        }
        (self.count, self.inside) = (count, inside);
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
