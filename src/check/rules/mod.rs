//! The rules, one file each.

mod credentials;
mod links;
mod provenance;
mod readability;
mod safety;
mod text;
mod turned;

use super::Rule;
use super::words::List;
use provenance::Missing;

/// All rules of this crate.
pub(super) const ALL: &[&dyn Rule] = &[
    &credentials::LettersWithoutGrade,
    &credentials::MemberForRegistrant,
    &credentials::ClaimOfGrade,
    &credentials::DeferredAdvertises,
    &credentials::RegisterNumber,
    &credentials::Expired,
    &credentials::Unverified,
    &credentials::NoRegister,
    &credentials::ProseOnly,
    &credentials::LegallyRegistered,
    &credentials::ProtectedTitle,
    &Missing::DATE,
    &Missing::REVIEW,
    &Missing::NEXT_REVIEW,
    &provenance::ReviewOverdue,
    &provenance::DateOrder,
    &Missing::AUTHOR,
    &Missing::PUBLISHER,
    &Missing::CONTACT,
    &Missing::SOURCES,
    &safety::NoUrgentHelp,
    &safety::HelpOfElsewhere,
    &safety::UnlabelledVignette,
    &safety::FarLabel,
    &safety::Claims,
    &safety::Testimonial,
    &links::Malformed,
    &links::WithoutBase,
    &links::DuplicateReading,
    &links::MissingPlace,
    &text::EmptySection,
    &text::DuplicatePassage,
    &text::HeadingOrder,
    &text::RepeatedHeading,
    &text::EchoedHeading,
    &text::LongTitle,
    &text::MissingAlternative,
    &text::PoorAlternative,
    &text::LongAlternative,
    &text::VagueLink,
    &text::BareAddress,
    &text::AmbiguousLink,
    &text::Unexplained,
    &text::MixedSpelling,
    &text::BlockCapitals,
    &text::LongItalics,
    &readability::Scores,
    &readability::LongSentences,
    &readability::LongParagraph,
    &readability::ReadingAge,
];

/// The words that they look for, each with its list.
pub(super) fn lists() -> impl Iterator<Item = (List, &'static str)> {
    let lists: [(List, &[&str]); 8] = [
        (List::Claims, safety::CLAIMS),
        (List::Disclaimers, safety::DISCLAIMERS),
        (List::Legally, credentials::LEGALLY),
        (List::Metaphors, safety::METAPHORS),
        (List::StorySigns, safety::SIGNS),
        (List::Testimonials, safety::TESTIMONIALS),
        (List::Topics, safety::TOPICS),
        (List::Traps, credentials::TRAPS),
    ];
    let phrases =
        lists.into_iter().flat_map(|(list, words)| words.iter().map(move |word| (list, *word)));
    phrases.chain(text::spellings())
}
