//! C001: letters that no grade of the author's gives.

use super::about::{claims, memberships};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Author, Membership, Status};
use crate::registers::{Entitlement, Registers};
use crate::source::Origin;
use std::ops::Range;

#[derive(Debug)]
pub(in crate::check) struct LettersWithoutGrade;

impl Rule for LettersWithoutGrade {
    fn code(&self) -> Code {
        Code::LettersWithoutGrade
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let registers = view.registers();
        for author in &view.article().authors {
            for (_, reason) in faults(registers, author, &author.name) {
                findings.add(told(author.origin, &reason));
            }
        }
        for (passage, author, sentence) in claims(view) {
            let text = &passage.text()[sentence.clone()];
            for (range, reason) in faults(registers, author, text) {
                let range = range.start + sentence.start..range.end + sentence.start;
                findings.add(told(passage.place(range), &reason));
            }
        }
    }
}

fn told(place: Origin, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::LettersWithoutGrade, reason)
        .label(place, "")
        .help("leave the letters out, or state in `credentials:` the grade that gives them")
}

/// Letters in a text that the author may not write, and why.
fn faults(registers: &Registers, author: &Author, text: &str) -> Vec<(Range<usize>, String)> {
    let known = registers.letters_in(text);
    let mut found: Vec<(Range<usize>, String)> = known
        .iter()
        .filter_map(|(range, by)| Some((range.clone(), why_not(author, &text[range.clone()], by)?)))
        .collect();
    // `MBPC`: letters in the usual form, of a body that gives none.
    let may_be = |part: &[u8]| {
        matches!(part[0], b'M' | b'F') && part[1..].iter().all(u8::is_ascii_uppercase)
    };
    if !text.as_bytes().windows(4).any(may_be) {
        return found;
    }
    for body in registers.iter().filter(|body| {
        body.grades.iter().all(|g| g.letters.is_none() && g.other_letters.is_empty())
    }) {
        let abbreviation = body.body.as_str();
        if abbreviation.len() < 3 {
            continue;
        }
        for (at, _) in text.match_indices(abbreviation) {
            let before = text[..at].chars().next_back();
            let is_start = matches!(before, Some('M' | 'F'))
                && !text[..at - 1].chars().next_back().is_some_and(char::is_alphanumeric);
            let end = at + abbreviation.len();
            if is_start && !text[end..].chars().next().is_some_and(char::is_alphanumeric) {
                let letters = &text[at - 1..end];
                found.push((
                    at - 1..end,
                    format!("`{letters}`: the {abbreviation} gives no letters"),
                ));
            }
        }
    }
    found
}

/// Why the author may not write these letters; none where a grade gives them, or none was stated.
fn why_not(author: &Author, letters: &str, by: &[Entitlement<'_>]) -> Option<String> {
    let of_bodies = |held: &&Membership| by.iter().any(|by| by.body.body == held.body);
    let held: Vec<&Membership> = memberships(author).filter(of_bodies).collect();
    let gives = |held: &Membership| {
        let is_grade = held.grade.as_ref().is_none_or(|grade| {
            by.iter().any(|by| {
                by.body.body == held.body
                    && by.body.grade(grade).is_some_and(|entry| entry.grade == by.grade.grade)
            })
        });
        is_grade && !matches!(held.status, Some(Status::Lapsed | Status::Pending))
    };
    if held.is_empty() || held.iter().any(|held| gives(held)) {
        return None;
    }
    let first = held.first()?;
    let body = &first.body;
    Some(match (&first.grade, first.status) {
        (_, Some(Status::Lapsed)) => {
            format!("`{letters}`, but the membership of the {body} has lapsed")
        }
        (_, Some(Status::Pending)) => format!("`{letters}`, but the {body} has not decided yet"),
        (Some(grade), _) => {
            format!("`{letters}` are not the letters of the grade `{grade}` of the {body}")
        }
        (None, _) => return None,
    })
}
