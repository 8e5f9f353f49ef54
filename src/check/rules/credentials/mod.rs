//! Rules about what authors are, and may therefore say.

mod about;
mod expired;
mod legally;
mod letters;
mod member;
mod no_register;
mod number;
mod practice;
mod prose_only;
mod title;
mod trainee;
mod unverified;

pub(super) use about::TRAPS;
pub(super) use expired::Expired;
pub(super) use legally::{LegallyRegistered, WORDS as LEGALLY};
pub(super) use letters::LettersWithoutGrade;
pub(super) use member::MemberForRegistrant;
pub(super) use no_register::NoRegister;
pub(super) use number::RegisterNumber;
pub(super) use practice::DeferredAdvertises;
pub(super) use prose_only::ProseOnly;
pub(super) use title::ProtectedTitle;
pub(super) use trainee::ClaimOfGrade;
pub(super) use unverified::Unverified;
