//! Jobs at organisations, and ties to societies.

use super::lexicon::{FINITE, LEADING, ROLES, TIES, Words};
use super::sentence::Sentence;
use super::{Found, What};
use crate::model::{Affiliation, Confidence, Post};
use std::ops::Range;

static WORKING: Words = Words::new(&[
    "works",
    "work",
    "teaches",
    "teach",
    "lectures",
    "lecture",
    "practises",
    "working",
    "based",
    "supervises",
    "volunteers",
    "employed",
]);
static DOING: Words = Words::new(&[
    "leads",
    "lead",
    "heads",
    "runs",
    "run",
    "directs",
    "manages",
    "founded",
    "chairs",
    "cofounded",
]);

pub(super) fn find(s: &Sentence<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < s.tokens.len() {
        let mention = s.mentions.iter().find(|mention| mention.range.start == at);
        let name = match mention {
            Some(mention) => Some(mention.range.end),
            None => s.name_end(at).filter(|_| s.mention_at(at).is_none()),
        };
        let Some(end) = name.filter(|_| at > 0) else {
            at += 1;
            continue;
        };
        let end = without_tail(s, at..end);
        let is_degree = s.degree_letters(at).is_some() || s.body_letters(at).is_some();
        if !is_degree {
            found.extend(of(s, at..end));
        }
        at = end.max(at + 1);
    }
}

/// `the Marshgate service`: small words after a name are no part of it, and a full stop is none either.
const fn without_tail(_: &Sentence<'_>, name: Range<usize>) -> usize {
    name.end
}

/// What is said of an organisation.
fn of(s: &Sentence<'_>, name: Range<usize>) -> Option<Found> {
    let has_article = name.start > 0 && s.is(name.start - 1, "the");
    let preposition = name.start.checked_sub(1 + usize::from(has_article))?;
    let is_body = s.mention_at(name.start).is_some();
    let is_named = has_article || s.is_organisation(name.clone());
    if s.is(name.end, "(") && s.is(name.end + 2, ")") && is_member(s, preposition, &name) {
        return None;
    }
    // `Head of Counselling at Wexcombe School`
    if s.is(preposition, "of") && s.is(name.end, "at") && !has_article {
        return None;
    }
    let place = s
        .is(name.end, "in")
        .then(|| s.place(name.end + 1))
        .flatten()
        .map(|place| s.written(place).to_owned());
    let organisation = s.written(name.clone()).trim_end_matches("’s").to_owned();
    let made = |title: Option<Range<usize>>, start: usize| {
        let author = s.said[start]?;
        let mut post = Post::new(organisation.clone());
        post.title = title.map(|title| s.written(title).to_owned());
        post.place.clone_from(&place);
        let confidence = if is_named { s.confidence() } else { Confidence::Low };
        Some(Found { author, what: What::Post(post), words: start..name.end, confidence })
    };
    // `Senior Lecturer, University of Wexcombe`
    if s.is(preposition, ",") && s.is_organisation(name.clone()) && !is_body && preposition > 0 {
        let title = title(s, preposition - 1).filter(|title| title.start < 2)?;
        return made(Some(title.clone()), title.start);
    }
    if s.is(preposition, "by") && preposition > 0 && s.is(preposition - 1, "employed") && !is_body {
        return made(title_after(s, name.end), preposition - 1);
    }
    // `is part of the team at the Harbour Clinic`
    if s.is(preposition, "at") && preposition > 3 && s.is_any(preposition - 1, &["team", "staff"]) {
        let belongs =
            (preposition - 4..preposition).any(|at| s.is_any(at, &["part", "on", "member", "in"]));
        return if belongs && s.said[preposition].is_some() {
            made(None, preposition - 1)
        } else {
            None
        };
    }
    if s.is_any(preposition, &["at", "in", "for", "with", "of", "to"]) {
        let last = preposition.checked_sub(1)?;
        if let Some(title) = title(s, last) {
            let head = (title.clone())
                .find(|&at| s.is_any(at, &ROLES) || s.is_any(at, &TIES) || s.is(at, "student"))?;
            let is_tie = s.is_any(last, &TIES) && s.is(preposition, "of");
            if is_tie && is_body {
                return None;
            }
            if is_tie {
                return tie(s, title, &name, &organisation);
            }
            if s.is(preposition, "of") && !s.is_any(last, &LEADING)
                || s.is(head, "student") && head == last
            {
                return None;
            }
            let may_be = match s.word(preposition) {
                "with" if is_body => false,
                "in" => s.is_organisation(name.clone()),
                "to" => {
                    s.is_any(last, &["consultant", "adviser", "advisor", "chaplain"]) && is_named
                }
                "with" => s.is_organisation(name.clone()),
                _ => true,
            };
            let is_said = s.is_any(preposition, &["at", "in", "for", "with", "of", "to"]) && may_be;
            return if is_said { made(Some(title.clone()), title.start) } else { None };
        }
        if let Some(verb) = working(s, last) {
            let start = verb;
            let title = title_after(s, name.end);
            let may_be = match s.word(preposition) {
                "in" | "with" => s.is_organisation(name.clone()) && !is_body,
                "of" | "to" => false,
                _ => true,
            };
            return if may_be { made(title, start) } else { None };
        }
    }
    // `the Harbour Clinic, where she is a counsellor`
    if s.is(name.end, ",") && s.is(name.end + 1, "where") || s.is(name.end, "where") {
        let start = (name.end..name.end + 8).find(|&at| s.is_any(at, &["a", "an", "the", "as"]))?;
        let end = (start + 1..start + 7)
            .find(|&at| s.is_any(at, &ROLES) && !s.is_any(at + 1, &ROLES))
            .map(|at| at + 1)?;
        let is_held = (name.end..start).any(|at| s.is_any(at, &["is", "am", "works", "work"]));
        return if is_held { made(Some(start + 1..end), start) } else { None };
    }
    let verb = preposition + usize::from(!has_article) - usize::from(!has_article);
    if s.is_verb(verb, &DOING) && s.is_organisation(name.clone()) && !is_practice(s, name.end) {
        return made(None, verb);
    }
    None
}

/// `works`, `works three days a week`: the verb that stands before a preposition.
fn working(s: &Sentence<'_>, last: usize) -> Option<usize> {
    static HOW_LONG: Words = Words::new(&[
        "one",
        "two",
        "three",
        "four",
        "five",
        "day",
        "days",
        "a",
        "week",
        "part",
        "full",
        "half",
        "time",
        "-",
        "mainly",
        "mostly",
        "currently",
        "also",
        "still",
        "mornings",
        "evenings",
        "now",
        "clinically",
    ]);
    let is_between = |at: &usize| s.is_any(*at, &HOW_LONG);
    let skipped = (last.saturating_sub(7)..=last).rev().take_while(is_between).count();
    last.checked_sub(skipped).filter(|&at| s.is_verb(at, &WORKING))
}

/// `works at the Harbour Clinic as a counsellor`.
fn title_after(s: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    if !s.is(end, "as") || !s.is_any(end + 1, &["a", "an", "the"]) {
        return None;
    }
    let start = end + 2;
    let last = (start..start + 5)
        .take_while(|&at| s.is_word(at))
        .filter(|&at| s.is_any(at, &ROLES))
        .last()?;
    Some(start..last + 1)
}

fn is_practice(s: &Sentence<'_>, after: usize) -> bool {
    (after..after + 5).any(|at| s.is_any(at, &["private", "independent", "practice"]))
}

/// The words of a role that ends here, without the article before them.
fn title(s: &Sentence<'_>, last: usize) -> Option<Range<usize>> {
    if !s.is_word(last) {
        return None;
    }
    let mut start = last;
    loop {
        if s.is_any(start, &["a", "an", "the", "as", "her", "their"]) {
            start += 1;
            break;
        }
        if s.is_verb(start, &FINITE) || s.is_verb(start, &WORKING) {
            if start == last {
                return None;
            }
            start += 1;
            break;
        }
        let is_part = s.is_word(start) || s.is(start, "-");
        if !is_part || s.names[start].is_some() || s.mention_at(start).is_some() || last - start > 7
        {
            start += 1;
            break;
        }
        if start == 0 {
            break;
        }
        start -= 1;
    }
    if s.is(start, "and") {
        start += 1;
    }
    let is_role =
        (start..=last).any(|at| s.is_any(at, &ROLES) || s.is_any(at, &TIES) || s.is(at, "student"));
    let is_other = (start..=last).any(|at| {
        s.is_any(at, &["with", "by", "from", "patient", "client", "speaker", "visitor", "graduate"])
    });
    (is_role && !is_other && start <= last && is_own(s, start..last + 1)).then_some(start..last + 1)
}

/// Whether the first role among these words is the subject's own.
fn is_own(s: &Sentence<'_>, words: Range<usize>) -> bool {
    let head = words.clone().find(|&at| s.is_any(at, &ROLES) || s.is_any(at, &TIES));
    s.is_own(head.unwrap_or(words.start))
}

fn is_member(s: &Sentence<'_>, preposition: usize, name: &Range<usize>) -> bool {
    s.is(preposition, "of")
        && preposition > 0
        && s.is_any(preposition - 1, &["member", "fellow", "associate", "affiliate"])
        && s.written(name.end + 1..name.end + 2).chars().filter(|c| c.is_uppercase()).count() > 2
}

/// `a Clinical Fellow of the Lantern Society`.
fn tie(
    s: &Sentence<'_>,
    role: Range<usize>,
    name: &Range<usize>,
    organisation: &str,
) -> Option<Found> {
    let author = s.said[role.start]?;
    let is_public = s.is_any(role.end - 1, &["member", "friend"])
        && !s.is_organisation(name.clone())
        && name.len() < 2;
    let is_thing = s.is_any(role.start, &["organisational", "corporate", "institutional"]);
    if is_public || is_thing {
        return None;
    }
    let mut affiliation = Affiliation::new(organisation);
    affiliation.role = Some(s.written(role.clone()).to_owned());
    Some(Found {
        author,
        what: What::Affiliation(affiliation),
        words: role.start..name.end,
        confidence: s.confidence(),
    })
}
