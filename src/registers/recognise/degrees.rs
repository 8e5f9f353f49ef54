//! Degrees, diplomas and certificates: `MSc in Counselling, University of Wexcombe`.

use super::lexicon::FINITE;
use super::sentence::Sentence;
use super::{Found, What};
use crate::model::{Confidence, Degree, PartialDate};
use std::ops::Range;

const HOLDING: &[&str] = &[
    "has",
    "have",
    "holds",
    "hold",
    "holding",
    "awarded",
    "took",
    "gained",
    "completed",
    "earned",
    "obtained",
    "received",
    "graduated",
    "qualifications",
    "qualification",
    "include",
    "includes",
    "possesses",
    "got",
    "achieved",
    "given",
    "granted",
    "having",
    "degrees",
    "with",
    "finished",
    "won",
    "graduate",
    "did",
];
/// Before a degree these make it something that is not held: `teaches on the MSc`.
const NOT_HELD: &[&str] = &[
    "for", "on", "to", "towards", "toward", "about", "of", "into", "during", "through", "than",
    "like", "from", "no", "at",
];
/// Behind a degree these make it something else.
const SOMETHING_ELSE: &[&str] = &[
    "candidate",
    "candidates",
    "student",
    "students",
    "level",
    "course",
    "courses",
    "programme",
    "programmes",
    "module",
    "thesis",
    "dissertation",
    "supervisor",
    "tutor",
    "applicant",
    "researcher",
    "research",
    "class",
    "training",
    "place",
    "supervision",
    "supervisors",
];
const INSTITUTIONS: &[&str] = &[
    "university",
    "college",
    "institute",
    "school",
    "academy",
    "polytechnic",
    "centre",
    "conservatoire",
    "universities",
];

pub(super) fn find(s: &Sentence<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    let mut last_end = None;
    while at < s.tokens.len() {
        let Some(award) = award(s, at) else {
            at = several(s, at, found).unwrap_or(at + 1);
            continue;
        };
        let mut degree = Degree::new(s.written(award.range.clone()));
        if let Some(word) = award.word {
            word.clone_into(&mut degree.award);
        }
        degree.classification.clone_from(&award.classification);
        let end = details(s, award.range.end, award.is_letters, &mut degree);
        let chained = last_end.is_some_and(|last: usize| {
            last < at
                && at - last < 5
                && (last..at).all(|at| {
                    s.is_any(at, &[",", "and", "a", "an", ";", "postgraduate", "also", "both"])
                })
        });
        if let Some((author, confidence)) = holder(s, &award, end, chained) {
            let noun = s.noun_start(award.start);
            if noun > 1
                && s.is_any(noun - 2, &["distinction", "merit"])
                && s.is_any(noun - 1, &["for", "in"])
            {
                degree.classification =
                    degree.classification.or_else(|| Some(s.word(noun - 2).to_owned()));
            }
            graduated_from(s, at, &mut degree);
            found.push(Found {
                author,
                what: What::Degree(degree),
                words: award.start..end,
                confidence,
            });
            last_end = Some(end);
        }
        at = end.max(at + 1);
    }
}

/// `degrees in History and Law`, `diplomas in counselling and in hypnotherapy`: one of each.
fn several(s: &Sentence<'_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let one = match s.word(at) {
        "degrees" => "degree",
        "diplomas" => "diploma",
        "certificates" => "certificate",
        _ => return None,
    };
    if !s.is(at + 1, "in") {
        return None;
    }
    let plain =
        Award { start: at, range: at..at + 1, word: None, classification: None, is_letters: false };
    let subjects = subject(s, at + 2)?;
    let (author, confidence) = holder(s, &plain, subjects.end, false)?;
    let mut start = subjects.start;
    let mut end = subjects.end;
    loop {
        let last = (start..end).find(|&at| s.is(at, "and")).unwrap_or(end);
        let mut degree = Degree::new(one);
        degree.subject = Some(s.written(start..last).to_owned());
        found.push(Found { author, what: What::Degree(degree), words: at..last, confidence });
        if last < end {
            start = last + 1;
        } else if s.is(end, "and") && s.is(end + 1, "in") {
            let next = subject(s, end + 2)?;
            (start, end) = (next.start, next.end);
        } else {
            return Some(end);
        }
    }
}

struct Award {
    /// Where its words begin, with what is said of it before.
    start: usize,
    range: Range<usize>,
    /// What stands for it where its own words are none: `a first in Psychology`.
    word: Option<&'static str>,
    classification: Option<String>,
    is_letters: bool,
}

fn award(s: &Sentence<'_>, at: usize) -> Option<Award> {
    let plain = |range: Range<usize>| Award {
        start: range.start,
        range,
        word: None,
        classification: None,
        is_letters: false,
    };
    if let Some(end) = s.degree_letters(at) {
        return Some(Award { is_letters: true, ..plain(at..end) });
    }
    if s.is(at, "first")
        && at > 0
        && s.is_any(at - 1, &["a", "an"])
        && s.is_any(at + 1, &["in", "from"])
    {
        let classification = Some("first".to_owned());
        return Some(Award { word: Some("degree"), classification, ..plain(at..at + 1) });
    }
    if let Some(words) =
        classification(s, at).filter(|words| s.is(words.end, "in") && words.len() > 1)
    {
        let classification = Some(s.written(words.clone()).to_owned());
        let word = Some("degree");
        return Some(Award { word, classification, ..plain(words) });
    }
    let mut start = at;
    while s.is_any(
        start,
        &[
            "postgraduate",
            "graduate",
            "advanced",
            "professional",
            "higher",
            "foundation",
            "undergraduate",
            "doctoral",
            "joint",
            "honours",
            "research",
            "post",
            "national",
        ],
    ) || s.is(start, "clinical") && s.is(start + 1, "doctorate")
        || s.is(start, "-") && start > at
        || s.is(start, "level")
            && s.word(start + 1).chars().all(char::is_alphanumeric)
            && s.is_any(start + 2, &["diploma", "certificate"])
        || start > 0 && s.is(start - 1, "level") && s.is_any(start + 1, &["diploma", "certificate"])
    {
        start += 1;
    }
    if s.is_any(start, &["diploma", "certificate", "doctorate", "degree", "masters", "bachelors"])
        || s.is_any(start, &["master", "bachelor"]) && s.tokens[start].is_possessive
    {
        let mut end = start + 1;
        if !s.is(start, "degree") && s.is(end, "degree") {
            end += 1;
        } else if s.is(end, "of") && s.is(end + 1, "higher") && s.is(end + 2, "education") {
            end += 3;
        }
        let classification = classification_before(s, at);
        let first = at - classification.as_ref().map_or(0, |(count, _)| *count);
        let classification = classification.map(|(_, words)| words);
        // `first-class honours degree`
        let range =
            if classification.is_some() && s.is(at, "honours") { start..end } else { at..end };
        return Some(Award { start: first, classification, ..plain(range) });
    }
    if s.is_any(at, &["master", "bachelor", "doctor"]) && s.is(at + 1, "of") && s.is_capital(at + 2)
    {
        let mut end = at + 3;
        while s.is_capital(end) || s.is(end, "and") && s.is_capital(end + 1) {
            end += 1;
        }
        return Some(plain(at..end + usize::from(s.is(end, "degree"))));
    }
    None
}

/// `first-class` before a degree: how many words, and which.
fn classification_before(s: &Sentence<'_>, at: usize) -> Option<(usize, String)> {
    let honours = usize::from(s.is(at, "honours"));
    for (count, words) in [(3, ["first", "-", "class"]), (3, ["second", "-", "class"])] {
        let start = at.checked_sub(count)?;
        if (0..3).all(|offset| s.is(start + offset, words[offset])) {
            let end = at + honours;
            return Some((count, s.written(start..end).to_owned()));
        }
    }
    let start = at.checked_sub(2)?;
    (s.is_any(start, &["first", "upper", "lower", "second"])
        && s.is_any(start + 1, &["class", "second"]))
    .then(|| (2, s.written(start..at + honours).to_owned()))
}

/// Reads what stands behind the award: subject, institution, classification, year. Gives the end.
fn details(s: &Sentence<'_>, from: usize, is_letters: bool, degree: &mut Degree) -> usize {
    let mut at = from;
    loop {
        let before = at;
        if s.is(at, "degree") && at == from {
            at += 1;
            continue;
        }
        if s.is_any(at, &["is", "was"]) && s.is(at + 1, "in")
            || s.is(at, ",") && s.is(at + 1, "is") && s.is(at + 2, "in")
        {
            let start = at + 2 + usize::from(s.is(at, ","));
            if let Some(subject) = subject(s, start).filter(|_| degree.subject.is_none()) {
                degree.subject = Some(s.written(subject.clone()).to_owned());
                at = subject.end;
                continue;
            }
        }
        // `BSc (Hons) Psychology`
        let is_bare = is_letters && at == from && degree.subject.is_none() && s.is_capital(at);
        if is_bare && s.degree_letters(at).is_none() && s.body_letters(at).is_none() {
            if let Some(subject) =
                subject(s, at).filter(|_| s.names[at].is_none() && s.mention_at(at).is_none())
            {
                degree.subject = Some(s.written(subject.clone()).to_owned());
                at = subject.end;
            }
        } else if s.is(at, "in") {
            if let Some(year) = year(s, at + 1) {
                (degree.year, at) = (Some(year), at + 2);
            } else if degree.subject.is_none()
                && let Some(subject) = subject(s, at + 1)
            {
                degree.subject = Some(s.written(subject.clone()).to_owned());
                at = subject.end;
            }
        } else if s.is(at, "(") {
            if let Some(year) = year(s, at + 1).filter(|_| s.is(at + 2, ")")) {
                (degree.year, at) = (Some(year), at + 3);
            } else if let Some(words) =
                classification(s, at + 1).filter(|words| s.is(words.end, ")"))
            {
                degree.classification = Some(s.written(words.clone()).to_owned());
                at = words.end + 1;
            } else if let Some(name) = institution(s, at + 1) {
                let year = year(s, name.end + 1).filter(|_| s.is(name.end, ","));
                let close = name.end + if year.is_some() { 2 } else { 0 };
                if s.is(close, ")") {
                    degree.institution = Some(s.written(name).to_owned());
                    degree.year = degree.year.or(year);
                    at = close + 1;
                }
            }
        } else if let Some(words) = with_classification(s, at) {
            degree.classification = Some(s.written(words.clone()).to_owned());
            at = words.end;
        } else if s.is(at, ",")
            && s.is_any(at + 1, &["awarded", "gained", "completed"])
            && s.is(at + 2, "in")
            && let Some(year) = year(s, at + 3)
        {
            (degree.year, at) = (Some(year), at + 4);
        } else if let Some(verb) = from_behind(s, at, from) {
            let start = verb + 1 + usize::from(s.is(verb + 1, "the"));
            if let Some(name) = institution(s, start).filter(|_| degree.institution.is_none()) {
                degree.institution = Some(s.written(name.clone()).to_owned());
                at = name.end;
            }
        } else if s.is_any(at, &["from", "at", ",", "through", "by"])
            && degree.institution.is_none()
        {
            let start = at + 1 + usize::from(s.is(at + 1, "the"));
            if let Some(name) =
                institution(s, start).filter(|name| !s.is(at, ",") || names_institution(s, name))
            {
                degree.institution = Some(s.written(name.clone()).to_owned());
                at = name.end;
            } else if let Some(year) = year(s, at + 1).filter(|_| s.is(at, ",")) {
                (degree.year, at) = (Some(year), at + 2);
            }
        } else if s.is(at, ",")
            && let Some(year) = year(s, at + 1)
        {
            (degree.year, at) = (Some(year), at + 2);
        }
        if at == before {
            return at;
        }
    }
}

/// Where the `from` stands of `Her PhD is from …` and `Her PhD, from …`.
fn from_behind(s: &Sentence<'_>, at: usize, award: usize) -> Option<usize> {
    let verb = at + usize::from(s.is(at, ","));
    let preposition = verb + usize::from(s.is_any(verb, &["is", "was"]));
    // `Her degree, in Theology, was from …`
    let is_behind = preposition > at && (at == award || s.is(at, ","));
    (is_behind && s.is(preposition, "from")).then_some(preposition)
}

/// `with distinction`, `, distinction`, `, with merit`.
fn with_classification(s: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(s.is(at, ",") && s.is(at + 1, "with"));
    if s.is_any(at, &["with", ","]) { classification(s, start + 1) } else { None }
}

fn names_institution(s: &Sentence<'_>, name: &Range<usize>) -> bool {
    name.clone().any(|at| s.is_any(at, INSTITUTIONS))
}

fn institution(s: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    s.name_end(start).map(|end| start..end)
}

fn year(s: &Sentence<'_>, at: usize) -> Option<PartialDate> {
    let word = s.word(at);
    let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    if is_year { word.parse().ok() } else { None }
}

/// `distinction`, `first-class honours`.
fn classification(s: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(s.is_any(at, &["a", "an"]));
    if s.is_any(start, &["distinction", "merit", "honours", "commendation", "credit"]) {
        return Some(start..start + 1);
    }
    if s.is_any(start, &["first", "upper", "lower", "second"]) {
        let mut end = start + 1;
        while s.is_any(end, &["-", "class", "second", "honours"]) {
            end += 1;
        }
        return (end > start + 1).then_some(start..end);
    }
    None
}

fn subject(s: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    const ENDS: &[&str] = &[
        "from",
        "at",
        "with",
        "by",
        "through",
        "which",
        "who",
        "where",
        "while",
        "before",
        "after",
        "since",
        "but",
        "to",
        "she",
        "he",
        "they",
        "i",
        "as",
        "then",
        "though",
        "awarded",
        "the",
        "on",
        "under",
        "accredited",
        "validated",
    ];
    let mut end = start;
    while s.is_word(end) || s.is(end, "-") || s.is(end, "/") {
        let is_end = s.is_any(end, ENDS)
            || s.is_verb(end, FINITE)
            || s.is(end, "in")
            || s.names[end].is_some()
            || s.is(end, "and")
                && (s.is_any(
                    end + 1,
                    &[
                        "a",
                        "an",
                        "the",
                        "her",
                        "his",
                        "my",
                        "their",
                        "she",
                        "he",
                        "i",
                        "they",
                        "later",
                        "then",
                        "in",
                        "postgraduate",
                        "trained",
                        "worked",
                        "is",
                        "went",
                        "moved",
                        "began",
                        "qualified",
                    ],
                ) || s.is_verb(end + 1, FINITE)
                    || award(s, end + 1).is_some()
                    || (end + 1..end + 5).any(|at| s.is_any(at, &["years", "decades"]))
                    || s.body_letters(end + 1).is_some());
        if is_end {
            break;
        }
        end += 1;
    }
    (end > start && !s.is_any(start, &["her", "his", "a", "an", "my", "progress", "hand", "which"]))
        .then_some(start..end)
}

/// Who holds it: it stands behind the name, with a word of holding, behind another that is held, or it
/// begins a sentence.
fn holder(
    s: &Sentence<'_>,
    award: &Award,
    end: usize,
    chained: bool,
) -> Option<(usize, Confidence)> {
    if s.is_any(award.range.end, SOMETHING_ELSE)
        || s.is(award.range.end, "of") && !award.is_letters
        || s.is(award.range.end, "-")
    {
        return None;
    }
    if award.is_letters
        && let Some(author) = s.letters_of(award.start)
        && award.start > 0
        && !s.is_any(award.start - 1, &["and"])
    {
        return Some((author, Confidence::High));
    }
    let author = s.said[award.start]?;
    let noun = s.noun_start(award.start);
    // `a distinction for her MSc`, `the degree of Doctor of …`
    let is_held = noun > 1
        && (s.is_any(noun - 2, &["distinction", "merit"])
            || s.is(noun - 1, "of") && s.is(noun - 2, "degree"));
    if noun > 0 && !is_held && s.is_any(noun - 1, NOT_HELD)
        || s.is_any(noun.saturating_sub(1), &["no", "this", "that"])
    {
        return None;
    }
    let is_hers = s.is_any(noun, &["her", "his", "my", "their"]);
    // `Imogen’s first degree was in …`
    let is_of_name = noun == 1 && s.names[0].is_some() && s.tokens[0].is_possessive;
    let begins = (noun == 0 || is_of_name)
        && (award.start..end).len() > 1
        && (is_hers || is_of_name || !s.is_verb(award.range.end, FINITE));
    let holds = (noun.saturating_sub(12)..award.start)
        .rev()
        .take_while(|&at| {
            !s.is_any(at, &[";", "teaches", "lectures", "teaching", "supervises", "runs", "leads"])
        })
        .any(|at| s.is_any(at, HOLDING));
    // `studied at the University of Wexcombe (BSc, 2003)`
    let is_bracketed = award.is_letters
        && s.is(award.start.saturating_sub(1), "(")
        && (award.start.saturating_sub(14)..award.start).any(|at| s.is(at, "studied"));
    let is_clear = s.is_any(award.range.end, &["in", "from", "with", "(", ",", "and", "at"])
        || end >= s.tokens.len()
        || holds;
    (chained || begins || is_bracketed || holds && is_clear).then_some((author, s.confidence()))
}

/// `graduated from the University of Wexcombe with a BA`, `a graduate of the University of Wexcombe (BA, 1998)`.
fn graduated_from(s: &Sentence<'_>, award: usize, degree: &mut Degree) {
    if degree.institution.is_some() {
        return;
    }
    for at in (award.saturating_sub(12)..award).rev() {
        let graduated = s.is(at, "graduated") && s.is(at + 1, "from");
        let in_brackets = s.is(award - 1, "(")
            && s.is_any(at, &["at", "of", "from"])
            && names_institution(s, &(at..award));
        let start = at + if graduated { 2 } else { 1 };
        let start = start + usize::from(s.is(start, "the"));
        let name = institution(s, start).filter(|name| graduated || name.end == award - 1);
        if let Some(name) = name.filter(|_| graduated || in_brackets) {
            degree.institution = Some(s.written(name).to_owned());
            if graduated || s.is(start - 1, "the") {
                return;
            }
        }
    }
}
