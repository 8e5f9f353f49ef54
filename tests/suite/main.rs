//! What users notice, one module an area; see `README.md` beside this file.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[cfg(feature = "validate")]
mod arbitrary;
#[cfg(feature = "cli")]
mod command_line;
#[cfg(feature = "cli")]
mod diagnostics;
#[cfg(feature = "validate")]
mod every_kind;
mod front_matter;
mod html;
#[cfg(feature = "validate")]
mod json;
#[cfg(feature = "validate")]
mod json_reading;
mod kept;
mod pathological;
mod pathological_cases;
mod reading;
mod schema;
mod spec;
mod support;
#[cfg(all(feature = "epub", feature = "pdf"))]
mod whole_way;
