//! The order in which letters stand after a name.

/// Where letters of learned societies stand; those of professional bodies come after them.
pub(super) const AFTER_DEGREES: u8 = 10;

const HONOURS: &[&str] =
    &["VC", "GC", "GBE", "KBE", "DBE", "CBE", "OBE", "MBE", "BEM", "CH", "CB", "CMG", "CVO", "MVO"];

/// Where an award stands: honours first, then degrees from the lowest up. None where it is no letters, but
/// words such as `master's degree`.
pub(super) fn rank(award: &str) -> Option<u8> {
    if HONOURS.contains(&award) {
        return Some(0);
    }
    let is_word = |word: &str| {
        word.starts_with(char::is_lowercase)
            || word.chars().filter(|c| c.is_alphabetic()).count() > 8
            || ["Master", "Bachelor", "Doctor", "Diploma", "Degree"]
                .iter()
                .any(|begin| word.starts_with(begin))
    };
    let capitals = award.chars().filter(|c| c.is_uppercase()).count();
    if capitals < 2 || award.split_whitespace().any(is_word) {
        return None;
    }
    let letters: String = award.chars().filter(|c| c.is_alphanumeric()).collect();
    Some(level(&letters.to_lowercase()))
}

/// The level of an award by its letters, without spaces and dots.
fn level(letters: &str) -> u8 {
    let is = |begins: &[&str]| begins.iter().any(|begin| letters.starts_with(begin));
    let has = |part| letters.contains(part);
    if is(&["pgdip", "pgcert", "pgce", "pgradcert", "pgraddip"]) {
        4
    } else if is(&["cert", "dip"]) || letters.ends_with("dip") || letters.ends_with("cert") {
        1
    } else if is(&["fda", "fdsc"]) {
        2
    } else if has("phd") || is(&["d", "psyd", "edd"]) || letters == "md" {
        8
    } else if is(&["mbbs", "mbchb", "mbbch", "b", "llb"]) {
        3
    } else if is(&["mphil"]) {
        6
    } else if is(&["m", "llm"]) {
        5
    } else {
        7
    }
}
