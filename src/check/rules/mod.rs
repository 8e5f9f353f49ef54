//! The rules, one file each.

mod provenance;
mod safety;

use super::Rule;
use super::words::List;
use provenance::Missing;

/// All rules of this crate.
pub(super) const ALL: &[&dyn Rule] = &[
    &Missing::DATE,
    &Missing::REVIEW,
    &Missing::NEXT_REVIEW,
    &Missing::AUTHOR,
    &Missing::PUBLISHER,
    &Missing::CONTACT,
    &Missing::SOURCES,
    &safety::Claims,
];

/// The words that they look for.
pub(super) const LISTS: &[(List, &[&str])] = &[(List::Claims, safety::CLAIMS)];
