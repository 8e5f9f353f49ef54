//! By which words the authors are called.

use crate::model::Author;
use crate::registers::phrases::{Shapes, folded, words};
use std::collections::BTreeMap;

/// The words of the authors' names.
pub(super) struct Names {
    /// Of each word, the author whose it is. A surname that two authors share says nothing.
    authors: BTreeMap<String, Option<usize>>,
    shapes: Shapes,
}

impl Names {
    pub(super) fn new(authors: &[Author]) -> Self {
        let mut names = Self { authors: BTreeMap::new(), shapes: Shapes::new() };
        for (author, named) in authors.iter().enumerate() {
            for word in words(&named.name).map(|range| folded(&named.name[range])) {
                if names_somebody(&word) {
                    names.shapes = names.shapes.with(&word);
                    let known = names.authors.entry(word).or_insert(Some(author));
                    *known = known.filter(|known| *known == author);
                }
            }
        }
        names
    }

    /// The author whose name a word is part of.
    pub(super) fn author(&self, word: &str) -> Option<usize> {
        if !self.shapes.may_have(word) {
            return None;
        }
        self.authors.get(word).copied().flatten()
    }
}

fn names_somebody(word: &str) -> bool {
    word.chars().count() > 1
        && !matches!(
            word,
            "dr" | "prof" | "mr" | "mrs" | "ms" | "de" | "van" | "von" | "and" | "the" | "of"
        )
}
