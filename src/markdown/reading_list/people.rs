//! The names of people as lists of books write them.
//!
//! A wrong author is worse than none: what is not surely a name makes the whole text none.

use crate::characters::one_line;

/// Words that names of people do not have, but titles, organisations and publishers do.
#[rustfmt::skip]
const NOT_IN_NAMES: &[&str] = &[
    "a", "an", "the", "of", "and", "for", "in", "on", "at", "to", "with", "from", "by", "our", "your", "my", "you", "we",
    "how", "what", "why", "when", "who", "where", "is", "are", "be", "see", "also", "more", "new", "free", "online",
    "read", "listen", "watch", "call", "visit", "first", "second", "guide", "book", "books", "chapter", "article",
    "paper", "leaflet", "website", "page", "video", "film", "podcast", "episode", "radio", "course", "series", "part",
    "volume", "edition", "help", "self-help", "helpline", "support", "advice", "information", "resources", "tools",
    "mental", "health", "anxiety", "depression", "grief", "loss", "trauma", "therapy", "counselling", "counseling",
    "psychotherapy", "psychology", "psychiatry", "mind", "minds", "mindfulness", "care", "school", "hospital", "clinic",
    "nhs", "mhra", "nice", "bbc", "uk", "usa", "ireland", "england", "scotland", "wales", "britain", "london",
    "edinburgh", "dublin", "york", "cambridge", "oxford", "national", "international", "royal", "british", "american",
    "european", "world", "global",
    "times", "guardian", "herald", "news", "post", "telegraph", "mail", "journal", "review", "magazine", "observer",
    "independent", "weekly", "today", "gazette", "chronicle", "quarterly", "bulletin", "proceedings", "annals",
    "archives", "letters", "express", "mirror", "sounds", "talks", "standard", "letter", "blog",
];

/// Words of organisations and of houses that publish.
#[rustfmt::skip]
const ORGANISATIONS: &[&str] = &[
    "institute", "institut", "association", "service", "services", "society", "gesellschaft", "college", "university",
    "universität", "université", "department", "ministry", "foundation", "trust", "council", "organization",
    "organisation", "centre", "center", "committee", "office", "commission", "verband", "agency", "academy",
    "federation", "network", "alliance", "charity", "samaritans",
];

#[rustfmt::skip]
const HOUSES: &[&str] = &[
    "press", "books", "publishing", "publishers", "publications", "verlag", "house", "editions", "éditions", "sons",
    "group", "media", "routledge", "penguin", "kingsley", "schuster", "norton", "sage", "wiley", "karnac", "bloomsbury",
    "springer", "harpercollins", "macmillan", "guilford", "vintage", "canongate", "faber", "hodder", "stoughton",
    "collins", "brown", "elsevier", "pearson", "confer", "phoenix", "vermilion", "windus", "cape", "knopf", "gallimard",
];

/// Whether somebody stands last name first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `John Bowlby`; last name first only with initials.
    Natural,
    /// `Bowlby, John` too.
    Inverted,
}

/// The people in a text that names nobody and nothing else, each as `John Bowlby` or `J. Bowlby`.
pub(super) fn people(text: &str, order: Order) -> Option<Vec<String>> {
    let text = without_role(text.trim());
    if text.is_empty() || text.len() > 400 {
        return None;
    }
    let mut text = text.to_owned();
    for and in [", and ", ", & ", " and ", " & ", " und ", " et ", " with ", "; ", " / "] {
        text = text.replace(and, "\n");
    }
    let mut all = Vec::new();
    for (at, group) in text.split('\n').enumerate() {
        let pieces = group.split(',').map(str::trim);
        let pieces: Vec<&str> =
            pieces.filter(|piece| !is_dots(piece) && !piece.is_empty()).collect();
        group_into(&pieces, if at == 0 { order } else { Order::Natural }, &mut all)?;
    }
    (!all.is_empty()).then_some(all)
}

fn group_into(pieces: &[&str], order: Order, all: &mut Vec<String>) -> Option<()> {
    let mut rest = pieces;
    while let [first, more @ ..] = rest {
        rest = more;
        if is_suffix(first) {
            let last = all.last_mut()?;
            if !matches!(*first, "PhD" | "MD") {
                last.push(' ');
                last.push_str(first);
            }
            continue;
        }
        match more {
            [given, more @ ..] if is_last_name(first) && is_initials(given) => {
                all.push(format!("{} {first}", spaced(given)));
                rest = more;
                continue;
            }
            [given] if order == Order::Inverted && is_last_name(first) && is_given(given) => {
                all.push(format!("{given} {first}"));
                rest = &[];
                continue;
            }
            _ => {}
        }
        if let Some(name) = vancouver(first) {
            all.push(name);
        } else if is_person(first) {
            all.push(one_line(first));
        } else {
            return None;
        }
    }
    Some(())
}

/// Whether the first author stands last name first, with initials or a comma.
pub(super) fn is_inverted(text: &str) -> bool {
    let first = without_role(text.trim());
    let first = first.split([';', '&']).next().unwrap_or_default();
    let mut pieces = first.split(',').map(str::trim);
    let Some(last) = pieces.next() else { return false };
    vancouver(last).is_some() || is_last_name(last) && pieces.next().is_some_and(is_initials)
}

/// Whether a text is the name of an organisation, or letters that stand for one.
pub(super) fn is_organisation(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_short = matches!(words[..], [word] if (3..=6).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase()));
    let has = words.iter().any(|word| ORGANISATIONS.contains(&word.to_lowercase().as_str()));
    is_short || (2..=12).contains(&words.len()) && has && is_title_case(text)
}

/// Whether a text could be a publisher: a few words with capital letters.
pub(super) fn is_publisher(text: &str) -> bool {
    #[rustfmt::skip]
    const REMARKS: &[&str] = &[
        "recommended", "essential", "excellent", "available", "free", "online", "retrieved", "accessed", "accessible",
        "helpful", "great", "good", "also", "see", "out", "paperback", "hardback", "audiobook", "kindle", "ebook",
        "translated", "classic", "a", "an", "my", "our", "this", "very", "still", "i", "abridged", "revised", "podcast",
        "video", "essay", "doi",
    ];
    let words = text.split_whitespace().count();
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    (1..=7).contains(&words)
        && text.len() <= 70
        && text.starts_with(char::is_alphabetic)
        && is_title_case(text)
        && !text.contains(|c: char| {
            c.is_ascii_digit() || matches!(c, ':' | ';' | '(' | ')' | '"' | '“' | '/' | '?' | '!')
        })
        && !REMARKS.contains(&first.trim_end_matches(['.', ',']))
}

/// Whether a text has a word by which publishers are known.
pub(super) fn is_house(text: &str) -> bool {
    text.split_whitespace().any(|word| HOUSES.contains(&word.to_lowercase().as_str()))
}

fn is_title_case(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        word.starts_with(char::is_uppercase)
            || matches!(
                word,
                "of" | "and"
                    | "&"
                    | "the"
                    | "for"
                    | "in"
                    | "de"
                    | "für"
                    | "et"
                    | "la"
                    | "du"
                    | "und"
                    | "on"
            )
    })
}

/// Two to five words of a person: `Jane Roe`, `J. K. Roe`, `Dr Jane van der Roe`.
pub(super) fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [first, .., last] = words[..] else { return false };
    let is_part = |word: &&str| is_initials(word) || is_particle(word) || is_word(word);
    words.len() <= 5
        && words.iter().all(is_part)
        && !is_particle(first)
        && is_word(last)
        && !last.ends_with("'s")
        && !last.ends_with("’s")
        && !(last.chars().count() > 1 && last.chars().all(char::is_uppercase))
        && !words.iter().any(|word| is_foreign(word))
}

fn is_foreign(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    let is_in = |list: &[&str]| list.contains(&word.as_str());
    is_in(NOT_IN_NAMES) && word.len() > 1
        || is_in(ORGANISATIONS)
        || is_in(HOUSES) && word != "brown" && word != "collins"
}

/// A word of a name: a capital letter first, then letters; no word in capitals of three letters and more.
fn is_word(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '‑'));
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    letters
        && word.starts_with(char::is_uppercase)
        && word.chars().count() >= 2
        && (upper < 3 || word.chars().any(char::is_lowercase))
        || matches!(word, "Dr." | "Prof.")
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "la"
            | "le"
            | "di"
            | "da"
            | "del"
            | "du"
            | "bin"
            | "ibn"
            | "al"
            | "dos"
            | "ter"
            | "zu"
            | "y"
    )
}

/// `Bowlby`, `van der Roe`, `Roe-Doe`.
fn is_last_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let names = words.iter().filter(|word| is_word(word)).count();
    let is_part = |word: &&str| is_word(word) || is_particle(word);
    // Of two words without a particle, one could be a first name: initials behind a comma say that it is none.
    (1..=4).contains(&words.len())
        && (1..=2).contains(&names)
        && words.iter().all(is_part)
        && words.last().is_some_and(|word| is_word(word))
        && !words.iter().any(|word| is_foreign(word))
}

/// `J.`, `J. K.`, `J.-P.`, `JK`, `J`.
fn is_initials(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let only = text.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '‑' | ' '));
    only && (1..=4).contains(&letters)
        && (text.contains('.')
            || text.chars().count() <= 2
            || text.split(' ').all(|part| part.chars().count() == 1))
        && text.starts_with(char::is_uppercase)
}

/// `John`, `John K.`
fn is_given(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=3).contains(&words.len())
        && is_word(words[0])
        && words.iter().all(|word| (is_word(word) || is_initials(word)) && !is_foreign(word))
}

/// `Shedler J`, `Roe JK`, as medicine writes.
fn vancouver(text: &str) -> Option<String> {
    let (last, initials) = text.rsplit_once(' ')?;
    let initials = initials.trim_end_matches('.');
    let is_short =
        (1..=3).contains(&initials.len()) && initials.bytes().all(|byte| byte.is_ascii_uppercase());
    (is_short && initials != "UK" && initials != "USA" && is_last_name(last) && !last.contains(' '))
        .then(|| format!("{initials} {last}"))
}

/// `J. K.` for `J.K.`
fn spaced(initials: &str) -> String {
    let mut out = String::with_capacity(initials.len() + 2);
    for c in initials.chars() {
        if c.is_alphabetic() && out.ends_with('.') {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

fn is_suffix(piece: &str) -> bool {
    matches!(piece, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "PhD" | "MD")
}

fn is_dots(piece: &str) -> bool {
    !piece.is_empty() && piece.chars().all(|c| matches!(c, '.' | '…' | ' '))
}

/// A text without `(Eds.)`, `et al.` and what else may follow names.
fn without_role(text: &str) -> &str {
    const ROLES: &[&str] =
        &["ed", "eds", "editor", "editors", "hrsg", "hg", "trans", "translator", "dir"];
    let mut text = text;
    loop {
        let before = text;
        if let Some((names, role)) = text
            .strip_suffix(['.', ','])
            .unwrap_or(text)
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once('('))
            && ROLES.contains(&role.trim_end_matches('.').to_lowercase().as_str())
        {
            text = names.trim_end();
        }
        for ending in [
            "et al.",
            "et al",
            "and others",
            "and colleagues",
            "u. a.",
            ", eds.",
            ", ed.",
            ", eds",
            ", ed",
        ] {
            if let Some(names) = text.strip_suffix(ending) {
                text = names.trim_end_matches([',', '&', ' ']);
            }
        }
        if text.len() == before.len() {
            return text;
        }
    }
}
