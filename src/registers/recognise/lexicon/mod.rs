//! The words that the grammar knows.

mod people;
mod things;
mod turns;
mod verbs;

pub(super) use people::{LEADING, OTHER_SUBJECTS, RELATED, ROLES, TIES};
pub(super) use things::{ORGANISATIONS, QUARTERS, THINGS};
pub(super) use turns::{FUTURE, NEGATIONS, NOT_TOLD, PAST};
pub(super) use verbs::{FINITE, GOVERNORS};

use crate::registers::phrases::Shapes;

/// Words of one kind. Every word of a text is looked for among most of them, and hardly ever found.
pub(super) struct Words {
    words: &'static [&'static str],
    shapes: Shapes,
}

impl Words {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let mut shapes = Shapes::new();
        let mut at = 0;
        while at < words.len() {
            shapes = shapes.with(words[at]);
            at += 1;
        }
        Self { words, shapes }
    }
}

/// Where a word may be looked for: [`Words`], or a few that stand in one place of the grammar.
pub(super) trait Among {
    fn has(&self, word: &str) -> bool;
}

impl Among for Words {
    fn has(&self, word: &str) -> bool {
        self.shapes.may_have(word) && self.words.contains(&word)
    }
}

impl<const N: usize> Among for [&str; N] {
    #[inline]
    fn has(&self, word: &str) -> bool {
        self.contains(&word)
    }
}
