//! Rules about what might harm a reader, or somebody whose story is told.

mod claims;

pub(super) use claims::{Claims, WORDS as CLAIMS};
