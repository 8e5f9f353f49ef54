//! Private work: `a private practice in Hackney, and online`.

use super::sentence::Sentence;
use super::{Found, What};
use crate::model::PrivatePractice;
use std::ops::Range;

pub(super) fn find(s: &Sentence<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < s.tokens.len() {
        let Some(words) = practice(s, at) else {
            at += 1;
            continue;
        };
        if let Some(author) = s.said[words.start].filter(|_| is_hers(s, &words)) {
            let (practice, end) = details(s, &words);
            found.push(Found {
                author,
                what: What::Practice(practice),
                words: words.start..end,
                confidence: s.confidence(),
            });
            at = end.max(words.end);
        } else {
            at = words.end;
        }
    }
}

/// `private practice`, `private psychotherapy practice`, `privately`, `private clients`, `runs a practice`.
fn practice(s: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    if s.is(at, "privately") {
        return Some(at..at + 1);
    }
    let noun = ["practice", "practise", "practices"];
    if s.is_any(at, &["private", "independent"]) {
        let end = (at + 1..at + 5).find(|&at| s.is_any(at, &noun));
        let between_is_plain = |end: usize| {
            (at + 1..end).all(|at| s.is_word(at) && !s.is_any(at, &["and", "of", "to", "in"]))
        };
        if let Some(end) = end.filter(|&end| between_is_plain(end)) {
            return Some(at..end + 1);
        }
        let works = [
            "clients",
            "patients",
            "work",
            "clinic",
            "sessions",
            "therapy",
            "psychotherapy",
            "counselling",
            "appointments",
            "consultations",
        ];
        if s.is(at, "private") && s.is_any(at + 1, &works) {
            return Some(at..at + 2);
        }
        return None;
    }
    let is_named = s.is(at + 1, ",") && s.name_end(at + 2).is_some_and(|end| s.is(end, ","));
    if s.is_any(at, &noun) && (is_named || s.is_any(at + 1, &["in", "at", "called", "is"])) {
        let start = s.noun_start(at);
        let has =
            start > 0 && s.is_any(start - 1, &["runs", "run", "has", "have", "maintains", "owns"]);
        let is_own = s.is_any(start, &["her", "his", "my", "their"])
            && (start + 1 == at || start + 2 == at && s.is(start + 1, "own"));
        return (has || is_own && !s.is_any(at + 1, &["is"])).then_some(at..at + 1);
    }
    None
}

/// Whether it is hers, and not what a book or a course is about.
fn is_hers(s: &Sentence<'_>, words: &Range<usize>) -> bool {
    let start = s.noun_start(words.start);
    let Some(before) = start.checked_sub(1) else { return true };
    let about = s.is_any(
        before,
        &["about", "on", "of", "from", "into", "towards", "to", "than", "without", "by"],
    ) && !s.is(words.start, "privately")
        && !(s.is(before, "of")
            && before > 0
            && s.is_any(before - 1, &["founder", "owner", "director"]));
    // `like most people with a private practice`
    let of_others = s.is(before, "with")
        && before > 0
        && s.is_any(
            before - 1,
            &["people", "those", "anyone", "anybody", "somebody", "someone", "therapists"],
        );
    let is_title = s.is(words.end, "of")
        || s.is_any(words.end, &["guide", "handbook", "course", "network", "toolkit"]);
    !about && !of_others && !is_title
}

fn details(s: &Sentence<'_>, words: &Range<usize>) -> (PrivatePractice, usize) {
    let mut practice = PrivatePractice::new();
    let mut end = words.end;
    let start = s.noun_start(words.start);
    // `the Willow Rooms, a private practice in York`
    if start > 1 && s.is(start - 1, ",") {
        let name = (0..start - 1).find(|&at| {
            s.name_end(at) == Some(start - 1)
                && at > 0
                && (s.is_any(at - 1, &["the", "runs", "run", "founded", "owns", "at"]))
        });
        practice.name = name.map(|at| s.written(at..start - 1).to_owned());
    }
    practice.online = (start..words.start).any(|at| s.is(at, "online")) // `online and in her private practice`
        || (start.saturating_sub(5)..start)
            .any(|at| s.is(at, "online") && s.is_any(at + 1, &["and", "or"]))
        || start > 0 && s.is(start - 1, "online")
        || start > 1 && s.is(start - 1, ",") && s.is(start - 2, "online");
    let mut at = words.end;
    let limit = (words.end + 16).min(s.tokens.len());
    while at < limit {
        if s.is_any(at, &[";", "but", "where", "who", "she", "he", "they", "i"])
            || s.names[at].is_some()
            || s.mention_at(at).is_some()
            || s.is(at, "and") && s.is_any(at + 1, &["a", "an"])
        {
            break;
        }
        if s.is_any(at, &["in", "near", "at", "from", "around"])
            || s.is_any(at, &["and", "both"]) && s.is(at + 1, "in")
        {
            at += usize::from(s.is(at + 1, "in"));
            let first = at + 1 + usize::from(s.is(at + 1, "the"));
            let is_name = s.is(at, "at")
                && s.name_end(first).is_some_and(|end| s.is_organisation(first..end));
            if let Some(name_end) = s.name_end(first).filter(|_| is_name && practice.name.is_none())
            {
                practice.name = Some(s.written(first..name_end).to_owned());
                (at, end) = (name_end, name_end);
                continue;
            }
            if let Some(place) = s.place(first).filter(|_| practice.place.is_none()) {
                practice.place = Some(s.written(place.clone()).to_owned());
                (at, end) = (place.end, place.end);
                continue;
            }
        }
        if s.is_any(at, &["called", "named", ","]) && practice.name.is_none() {
            let first = at + 1 + usize::from(s.is(at + 1, "the"));
            // `her private practice, the Alder Room, is in …`
            let is_aside = |end: usize| at == words.end && first == at + 2 && s.is(end, ",");
            let name = s
                .name_end(first)
                .filter(|&end| !s.is(at, ",") || s.is_organisation(first..end) || is_aside(end));
            if let Some(name_end) = name {
                practice.name = Some(s.written(first..name_end).to_owned());
                (at, end) = (name_end, name_end);
                continue;
            }
        }
        let by_video = s.is_any(at, &["by", "via", "over", "through", "on"])
            && s.is_any(at + 1, &["video", "zoom", "skype", "videolink", "webcam"]);
        if s.is_any(at, &["online", "remotely"]) || by_video {
            let is_denied = s.is(at.saturating_sub(1), "not");
            practice.online |= !is_denied;
            end = at + 1 + usize::from(by_video);
        }
        let is_online = (at + 1..at + 3).any(|at| s.is(at, "online"));
        if s.is(at, "is") && (is_online || s.is_any(at + 1, &["in", "based", "at"])) {
            at += 1;
            continue;
        }
        let goes_on = s.is_any(
            at,
            &["has", "is", "works", "holds", "teaches", "writes", "lives", "sees", "runs"],
        );
        if goes_on && at > words.end {
            break;
        }
        at += 1;
    }
    // `sees people online and in private practice`
    (practice, end)
}
