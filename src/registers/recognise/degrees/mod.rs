//! Degrees, diplomas and certificates: `MSc in Counselling, University of Wexcombe`.

mod award;
mod details;
mod holder;
mod parts;

use super::sentence::Sentence;
use super::{Found, What};
use crate::model::Degree;
use award::{Award, award};
use details::{details, graduated_from};
use holder::holder;
use parts::{subject, year};

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
            // `In 2015 she completed an MSc`
            let in_year = year(s, 1).filter(|_| s.is(0, "in") && award.start < 8);
            degree.year = degree.year.or(in_year);
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
