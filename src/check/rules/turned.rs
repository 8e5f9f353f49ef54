//! Sentences that deny, doubt or only ask.

use crate::check::Passage;

/// Words in a sentence that turn a claim round, or make it somebody else's.
const TURNED: &[&str] = &[
    "no",
    "not",
    "never",
    "cannot",
    "nobody",
    "neither",
    "nor",
    "without",
    "nothing",
    "none",
    "hardly",
    "rarely",
    "seldom",
    "beware",
    "wary",
    "suspicious",
    "sceptical",
    "distrust",
    "avoid",
    "myth",
    "if",
    "whether",
    "than",
    "instead",
    "unless",
    "doubt",
    "unlikely",
];

/// Whether the sentence denies the claim at this place, doubts it, or only asks.
pub(super) fn is_turned(passage: Passage<'_>, at: usize) -> bool {
    let sentence = &passage.text()[passage.sentence_at(at)];
    let mut words = sentence.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\''));
    sentence.ends_with('?')
        || words.any(|word| {
            let folded = word.to_lowercase();
            TURNED.contains(&&*folded) || folded.ends_with("n’t") || folded.ends_with("n't")
        })
}
