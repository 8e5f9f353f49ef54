//! Rules about structure and words.

mod abbreviations;
mod alternative;
mod capitals;
mod duplicate;
mod echoed_heading;
mod empty_section;
mod fold;
mod heading_order;
mod italics;
mod link_text;
mod repeated_heading;
mod spelling;
mod title;

pub(super) use abbreviations::Unexplained;
pub(super) use alternative::{LongAlternative, MissingAlternative, PoorAlternative};
pub(super) use capitals::BlockCapitals;
pub(super) use duplicate::DuplicatePassage;
pub(super) use echoed_heading::EchoedHeading;
pub(super) use empty_section::EmptySection;
pub(super) use heading_order::HeadingOrder;
pub(super) use italics::LongItalics;
pub(super) use link_text::{AmbiguousLink, BareAddress, VagueLink};
pub(super) use repeated_heading::RepeatedHeading;
pub(super) use spelling::{MixedSpelling, spellings};
pub(super) use title::LongTitle;
