//! Rules about what might harm a reader, or somebody whose story is told.

mod claims;
mod elsewhere;
mod far_label;
mod numbers;
mod stories;
mod testimonials;
mod unlabelled;
mod urgent_help;

pub(super) use claims::{Claims, WORDS as CLAIMS};
pub(super) use elsewhere::HelpOfElsewhere;
pub(super) use far_label::FarLabel;
pub(super) use stories::{DISCLAIMERS, SIGNS};
pub(super) use testimonials::{Testimonial, WORDS as TESTIMONIALS};
pub(super) use unlabelled::UnlabelledVignette;
pub(super) use urgent_help::{METAPHORS, NoUrgentHelp, TOPICS};

const CAP_CODE: &str = "CAP Code, section 12: medicines, health and beauty \
                        (https://www.asa.org.uk/type/non_broadcast/code_section/12.html)";
