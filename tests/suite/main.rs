//! What users notice, one module an area; see `README.md` beside this file.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[cfg(feature = "validate")]
mod arbitrary;
#[cfg(feature = "validate")]
mod checks;
#[cfg(feature = "cli")]
mod command_line;
mod credentials;
#[cfg(all(feature = "validate", feature = "epub"))]
mod diagnostics;
#[cfg(feature = "validate")]
mod every_kind;
mod front_matter;
mod further_reading;
mod fuzzed;
#[cfg(feature = "validate")]
mod generated;
mod html;
mod import;
#[cfg(feature = "validate")]
mod json;
#[cfg(feature = "validate")]
mod json_damage;
#[cfg(feature = "validate")]
mod json_places;
#[cfg(feature = "validate")]
mod json_reading;
mod kept;
#[cfg(feature = "validate")]
mod language;
mod pathological;
mod pathological_cases;
mod reading;
mod registers;
mod render;
mod rewritten;
mod schema;
#[cfg(feature = "pdf")]
mod sheets;
mod spec;
mod support;
#[cfg(all(feature = "epub", feature = "pdf"))]
mod whole_way;
#[cfg(feature = "epub")]
mod wording;
#[cfg(feature = "validate")]
mod writing;
