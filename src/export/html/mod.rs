//! Web pages.

pub(crate) mod content;
