//! Prose into credentials, and never more than was said.

use super::Registers;
use crate::model::{Author, Basis, Block, Credential, Grade, Membership, blocks_text};
use crate::source::Origin;

/// Words in a sentence that make it speak of something else than what the author holds now.
const TRAPS: &[&str] = &[
    " not ",
    "n't ",
    "n’t ",
    " no longer ",
    " former",
    " previously ",
    " used to ",
    " was ",
    " were ",
    " has been ",
    " trained ",
    " supervisor",
    " supervised ",
    " colleague",
    " wife ",
    " husband ",
    " partner ",
    " applying ",
    " applied ",
    " hopes ",
    " hoping ",
    " working towards ",
    " will ",
    " would ",
    " retired",
    " lapsed",
    " unlike ",
    " neither ",
    " nor ",
    " public ",
    " if ",
    " student ",
    " trainee ",
    " once ",
    " until ",
];

/// Finds memberships in an "About the Author" of one author, sentence by sentence.
///
/// A sentence counts only where it says "member of the …", "registrant of the …" or "accredited by
/// the …" with a body's full name or abbreviation behind it, and has no word that could turn it round.
pub(crate) fn recognise(
    registers: &Registers,
    author: &Author,
    about: &[Block],
    origin: Origin,
) -> Vec<Credential> {
    let text = blocks_text(about).replace(['\n', '\u{a0}'], " ");
    let mut found: Vec<Credential> = Vec::new();
    for sentence in text.split_inclusive(['.', ';', '!', '?']) {
        let padded = format!(" {} ", sentence.to_lowercase());
        if TRAPS.iter().any(|trap| padded.contains(trap)) {
            continue;
        }
        for entry in registers.iter() {
            let name = padded.find(&entry.name.to_lowercase());
            let abbreviation = word_position(&padded, &entry.body.as_str().to_lowercase());
            let Some(at) = name.or(abbreviation) else { continue };
            let Some(grade) = claim(&padded[..at]) else { continue };
            let known = author.credentials.iter().chain(&found).any(
                |held| matches!(held, Credential::Membership(held) if held.body == entry.body),
            );
            if !known {
                let mut membership = Membership::new(entry.body.clone()).basis(Basis::Recognised);
                membership.grade = grade;
                membership.origin = origin;
                found.push(membership.into());
            }
        }
    }
    found
}

/// Whether the words before a body's name claim a membership, and of which grade: the last claim counts,
/// and "a member of X and of Y" claims both.
#[expect(clippy::option_option, reason = "no claim, or a claim that may name no grade")]
fn claim(before: &str) -> Option<Option<Grade>> {
    const CLAIMS: &[(&str, Option<Grade>)] = &[
        ("senior accredited member of ", Some(Grade::SeniorAccredited)),
        ("accredited member of ", Some(Grade::Accredited)),
        ("registered member of ", Some(Grade::Registered)),
        ("registrant of ", Some(Grade::Registrant)),
        ("member of ", None),
    ];
    let (at, words, grade) = CLAIMS
        .iter()
        .filter_map(|(words, grade)| Some((before.rfind(words)?, words, grade)))
        .max_by_key(|(at, words, _)| (at + words.len(), words.len()))?;
    let between = &before[at + words.len()..];
    let follows = |text: &str| matches!(text.trim(), "" | "the" | "both the");
    if follows(between) {
        return Some(grade.clone());
    }
    // "… member of the BACP and of the BPC": the second has no grade of its own.
    let last = between.rsplit(" and ").next().unwrap_or(between);
    let joined = between.contains(" and ") && between.len() < 120;
    (joined && matches!(last.trim(), "" | "of" | "of the" | "the")).then_some(None)
}

fn word_position(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
