//! What an article ought to be before somebody is handed it: rules that look at it, and profiles that choose
//! among them.
//!
//! A [`Checker`] runs [`Rule`]s over one [`View`] of an article. Nothing here reads a clock or a file: the day
//! of the check, the registers and the practice are handed in.
//!
//! ```
//! use offprint::Source;
//! use offprint::check::{Checker, Profile};
//!
//! let text = "# On Rest\n\nBy Imogen Farthing\n\nThis tea is 100% effective.\n";
//! let article = offprint::parse(&Source::new("rest.md", text))?.value;
//! let checker = Checker::recommended().profile(Profile::PatientInformation).today("2026-03-12".parse()?);
//! let found = checker.check(&article);
//! assert!(found.iter().any(|finding| finding.message.contains("100% effective")));
//! # Ok::<(), offprint::Error>(())
//! ```
//!
//! # How a rule is written
//!
//! A rule is a type of its own in a file of its own under `rules/`, listed in `rules/mod.rs`. It says
//!
//! - its [code](Rule::code), which has its line and explanation in `diagnostic/code/table.rs`, and a fixture in
//!   `fixtures/invalid/` (`C`: credentials, `D`: dates and provenance, `S`: safety, `K`: links, `T`: text and
//!   structure, `R`: readability);
//! - the [profiles](Rule::profiles) that it belongs to: those of [`Profile::Recommended`] always run;
//! - the [document](Rule::authority) that it comes from, where it is not ours: every finding carries it;
//! - in [`check`](Rule::check), what it finds. The view has the text as [`Passage`]s, sentences, links, images and
//!   headings; [`Passage::place`] leads from a range of the text to the bytes of the source.
//!
//! A safe fix is [`Diagnostic::edit`](crate::Diagnostic::edit) with the place from [`Passage::written`], which is
//! there only where the source says those very words. Words that several rules look for are in `words.rs`, where one
//! pass finds them all: a rule asks [`View`] for the hits of its list.

mod checker;
mod chunk;
mod known;
mod profile;
mod readability;
mod rule;
mod rules;
mod urgent_help;
mod view;
mod words;

pub use checker::Checker;
pub use profile::Profile;
pub use readability::{LongSentence, Readability};
pub use rule::{Findings, Rule};
pub use urgent_help::{HelpLine, UrgentHelp};
pub use view::{Heading, Image, Link, Passage, PassageKind, View};
