//! The quotation marks of languages (Unicode CLDR, `delimiters`,
//! <https://cldr.unicode.org/translation/characters-emoji-symbols/quotation-marks>).

use crate::model::Language;

/// Opening and closing marks, of quotations and of quotations inside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotes {
    pub(super) outer: (&'static str, &'static str),
    pub(super) inner: (&'static str, &'static str),
}

const fn quotes(
    outer: (&'static str, &'static str),
    inner: (&'static str, &'static str),
) -> Quotes {
    Quotes { outer, inner }
}

impl Quotes {
    /// The marks of a language; those of English where it is not listed.
    pub(super) fn of(language: &Language) -> Self {
        let tag = language.as_str();
        match tag {
            "de-CH" | "de-LI" => return quotes(("«", "»"), ("‹", "›")),
            "fr-CH" => return quotes(("«", "»"), ("‹", "›")),
            "pt-PT" => return quotes(("«", "»"), ("“", "”")),
            _ => {}
        }
        match tag.split('-').next().unwrap_or_default() {
            "bg" | "cs" | "de" | "et" | "is" | "ka" | "lt" | "mk" | "sk" | "sl" | "sr" => {
                quotes(("„", "“"), ("‚", "‘"))
            }
            // With a narrow no-break space inside.
            "fr" => quotes(("«\u{202f}", "\u{202f}»"), ("“", "”")),
            "ca" | "el" | "es" | "eu" | "gl" | "hy" | "it" => quotes(("«", "»"), ("“", "”")),
            "be" | "ru" | "uk" => quotes(("«", "»"), ("„", "“")),
            "nb" | "nn" | "no" => quotes(("«", "»"), ("‘", "’")),
            "hr" | "pl" => quotes(("„", "”"), ("‚", "’")),
            "ro" => quotes(("„", "”"), ("«", "»")),
            "hu" => quotes(("„", "”"), ("»", "«")),
            "fi" | "sv" => quotes(("”", "”"), ("’", "’")),
            "zh" if is_traditional(tag) => quotes(("「", "」"), ("『", "』")),
            "ja" | "yue" => quotes(("「", "」"), ("『", "』")),
            _ => quotes(("“", "”"), ("‘", "’")),
        }
    }
}

/// Chinese in traditional characters, said or known by the region.
fn is_traditional(tag: &str) -> bool {
    let mut said = tag.split('-').skip(1);
    said.find_map(|part| match part {
        "Hant" | "TW" | "HK" | "MO" => Some(true),
        "Hans" => Some(false),
        _ => None,
    })
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Quotes;

    #[test]
    fn a_language_has_its_own_marks() {
        let outer = |tag: &str| Quotes::of(&tag.parse().unwrap_or_default()).outer;
        assert_eq!(outer("en-GB"), ("“", "”"));
        assert_eq!(outer("de-AT"), ("„", "“"));
        assert_eq!(outer("de-CH"), ("«", "»"));
        assert_eq!(outer("fr"), ("«\u{202f}", "\u{202f}»"));
        for tag in ["zh-Hant", "zh-TW", "zh-Hant-HK", "yue"] {
            assert_eq!(outer(tag), ("「", "」"), "{tag}");
        }
        for tag in ["zh", "zh-Hans-HK", "zh-CN"] {
            assert_eq!(outer(tag), ("“", "”"), "{tag}");
        }
        assert_eq!(outer("tlh"), ("“", "”"));
    }
}
