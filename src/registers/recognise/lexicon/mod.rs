//! The words that the grammar knows.

mod people;
mod things;
mod turns;
mod verbs;

pub(super) use people::{LEADING, OTHER_SUBJECTS, RELATED, ROLES, TIES};
pub(super) use things::{ORGANISATIONS, QUARTERS, THINGS};
pub(super) use turns::{FUTURE, NEGATIONS, NOT_TOLD, PAST};
pub(super) use verbs::{FINITE, GOVERNORS};
