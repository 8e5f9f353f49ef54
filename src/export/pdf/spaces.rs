//! Spaces at which a line must not end.

/// A space that binds.
pub(super) const NO_BREAK: char = '\u{a0}';
/// What is bound together is no longer than this, so that it fits into any line.
pub(super) const LONGEST: usize = 24;

/// Words that stand before a name.
const TITLES: &[&str] = &[
    "Dr",
    "Mr",
    "Mrs",
    "Ms",
    "Mx",
    "Miss",
    "Prof",
    "Professor",
    "Sir",
    "Dame",
    "Lord",
    "Lady",
    "Rev",
    "Revd",
    "St",
    "Frau",
    "Herr",
    "Mme",
    "M",
];
/// Words that stand before a number.
const NUMBERED: &[&str] = &[
    "p", "pp", "no", "nos", "vol", "vols", "ch", "chap", "fig", "figs", "sec", "ed", "art", "page",
    "pages", "chapter", "figure", "table", "part", "section", "step", "version", "option",
    "number", "volume", "issue", "grade", "room", "appendix", "nr", "kap", "abb", "n°", "nº", "№",
    "§", "§§", "£", "€", "$", "nhs",
];
/// What is counted or measured.
const UNITS: &[&str] = &[
    "mg", "g", "kg", "ml", "l", "mm", "cm", "m", "km", "pt", "kB", "MB", "GB", "Hz", "kHz", "%",
    "‰", "°C", "°F", "°", "am", "pm", "a.m", "p.m", "h", "min", "s", "per", "million", "billion",
    "Uhr", "€", "£", "$", "AD", "BC",
];
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "Januar",
    "Februar",
    "März",
    "Mai",
    "Juni",
    "Juli",
    "Oktober",
    "Dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Binds what belongs together: a title to its name, initials to a surname, a number to what it
/// counts or what it is the number of, a day to its month, names to the `&` between them, a dash and three dots to what
/// stands before them, and in French the high signs to their words.
pub(super) fn bound(text: &str, primary_language: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    // Characters since a line could last end.
    let mut length = 0;
    let mut before = "";
    for part in text.split_inclusive(' ') {
        let word = part.trim_end_matches(' ');
        let characters = word.chars().count();
        let fits = length + 1 + characters <= LONGEST;
        if out.ends_with(' ') && !before.is_empty() && fits && binds(before, word, primary_language)
        {
            out.pop();
            out.push(NO_BREAK);
            length += 1 + characters;
        } else {
            length = characters;
        }
        out.push_str(part);
        before = word;
    }
    out
}

fn binds(before: &str, after: &str, primary_language: &str) -> bool {
    let opened = |c: char| matches!(c, '(' | '[' | '“' | '‘' | '"' | '\'' | '„' | '«');
    let closed = |c: char| matches!(c, ')' | ']' | ',' | ';' | ':' | '.' | '”' | '’' | '!' | '?');
    let left = before.trim_start_matches(opened);
    let right = after.trim_end_matches(closed);
    let without_dot = left.strip_suffix('.').unwrap_or(left);
    let starts = |test: fn(char) -> bool| after.starts_with(test);
    let is_number = |text: &str| {
        let text = text.trim_start_matches(['£', '€', '$']);
        text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '–'))
    };
    matches!(right, "–" | "—" | "…" | "&")
        || matches!(left, "&" | "e.g." | "i.e.")
        || starts_with_capital(left) && is_roman(right)
        || after == "..."
        || TITLES.contains(&without_dot) && starts(char::is_uppercase)
        || is_initial(left) && starts(char::is_uppercase)
        || NUMBERED.contains(&without_dot.to_lowercase().as_str()) && starts(|c| c.is_ascii_digit())
        || is_number(left) && (UNITS.contains(&right) || MONTHS.contains(&right))
        || is_number(left.strip_suffix('.').unwrap_or(left)) && MONTHS.contains(&right)
        || is_dialled(left) && is_dialled(right)
        || is_postcode(left, right)
        || primary_language == "fr"
            && (matches!(after.chars().next(), Some(';' | ':' | '!' | '?' | '»' | '%'))
                || before.ends_with('«'))
        || primary_language == "de"
            && matches!((left, after), ("z.", "B.") | ("d.", "h.") | ("u.", "a."))
}

fn starts_with_capital(word: &str) -> bool {
    word.len() > 1 && word.starts_with(char::is_uppercase)
}

/// `II`, or `XIV`; one letter may be a word.
fn is_roman(word: &str) -> bool {
    matches!(word.len(), 2..=4) && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// `J.`, or `J.-P.`
fn is_initial(word: &str) -> bool {
    let mut parts = word.split_inclusive('.');
    word.ends_with('.')
        && parts.all(|part| {
            let letter = part.trim_start_matches('-').trim_end_matches('.');
            letter.chars().count() == 1 && letter.starts_with(char::is_uppercase)
        })
}

/// A group of digits of a telephone number, or of a number in groups.
fn is_dialled(group: &str) -> bool {
    let digits = group.trim_start_matches(['+', '(']).trim_end_matches(')');
    matches!(digits.len(), 2..=6) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `NR0 3AB`
fn is_postcode(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    matches!(left.len(), 2..=4)
        && left[0].is_ascii_uppercase()
        && left.iter().any(u8::is_ascii_digit)
        && left.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && right.len() == 3
        && right[0].is_ascii_digit()
        && right[1..].iter().all(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(text: &str) -> String {
        bound(text, "en").replace(NO_BREAK, "~")
    }

    #[test]
    fn what_belongs_together_stays_together() {
        for (text, wanted) in [
            ("by Dr Farthing", "by Dr~Farthing"),
            ("by Dr. J. M. Farthing today", "by Dr.~J.~M.~Farthing today"),
            ("see p. 12 and No. 3", "see p.~12 and No.~3"),
            ("call NHS 111, or SHOUT", "call NHS~111, or SHOUT"),
            ("(Figure 2) shows", "(Figure~2) shows"),
            ("take 20 mg, or 5 per cent", "take 20~mg, or 5~per cent"),
            ("on 12 March 2026", "on 12~March 2026"),
            ("from 10–12 May", "from 10–12~May"),
            ("cost £3 million", "cost £3~million"),
            ("World War II ended", "World War~II ended"),
            ("(e.g. this)", "(e.g.~this)"),
            ("rest – then go", "rest~– then go"),
            ("by Lantern & Larch, 2019", "by Lantern~&~Larch, 2019"),
            ("well …", "well~…"),
            ("call 01632 960 123.", "call 01632~960~123."),
            ("Wexcombe NR0 3AB", "Wexcombe NR0~3AB"),
        ] {
            assert_eq!(english(text), wanted);
        }
    }

    #[test]
    fn other_words_may_part() {
        for text in ["in 12 weeks", "I am. The end", "who, say 7 of us", "a  b ", " – x", "1 2"] {
            assert_eq!(english(text), text);
        }
    }

    #[test]
    fn what_is_bound_fits_a_line() {
        let bound = english("01632 960123 960124 960125 960126 960127 960128");
        assert!(bound.split(' ').all(|part| part.chars().count() <= LONGEST), "{bound}");
    }

    #[test]
    fn french_and_german_have_their_own() {
        assert_eq!(bound("« Oui » ? Non !", "fr"), "«\u{a0}Oui\u{a0}»\u{a0}? Non\u{a0}!");
        assert_eq!(bound("z. B. am 3. Mai", "de"), "z.\u{a0}B. am 3.\u{a0}Mai");
    }
}
