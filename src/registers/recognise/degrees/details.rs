//! What is said of a degree: subject, institution, classification, year.

use super::parts::{classification, institution, names_institution, subject, year};
use crate::model::Degree;
use crate::registers::recognise::sentence::Sentence;
use std::ops::Range;

/// Reads what stands behind the award: subject, institution, classification, year. Gives the end.
pub(super) fn details(
    s: &Sentence<'_>,
    from: usize,
    is_letters: bool,
    degree: &mut Degree,
) -> usize {
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

/// `graduated from the University of Wexcombe with a BA`, `a graduate of the University of Wexcombe (BA, 1998)`.
pub(super) fn graduated_from(s: &Sentence<'_>, award: usize, degree: &mut Degree) {
    if degree.institution.is_some() {
        return;
    }
    for at in (award.saturating_sub(12)..award).rev() {
        // `trained at Thornfield College, where she was awarded a diploma`
        if s.is(at, "where") && at + 6 > award {
            let end = at - usize::from(at > 0 && s.is(at - 1, ","));
            let start = (end.saturating_sub(8)..end).find(|&start| {
                s.name_end(start) == Some(end) && start > 0 && s.is_any(start - 1, &["at", "the"])
            });
            degree.institution = start.map(|start| s.written(start..end).to_owned());
            return;
        }
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
