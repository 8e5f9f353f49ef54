//! Rules about where links lead.

mod base;
mod duplicate;
mod malformed;
mod place;

pub(super) use base::WithoutBase;
pub(super) use duplicate::DuplicateReading;
pub(super) use malformed::Malformed;
pub(super) use place::MissingPlace;
