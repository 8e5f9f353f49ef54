//! C002: "member" of a body that has registrants.

use super::about::{passages, words};
use crate::check::{Findings, Passage, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::registers::BodyEntry;
use memchr::memmem;
use std::ops::Range;

/// Before `member` these make it a word of the body's own, or somebody who sits on something.
const OWN: &[&str] = &[
    "trainee",
    "student",
    "associate",
    "affiliate",
    "board",
    "staff",
    "committee",
    "council",
    "founding",
    "founder",
];

/// Words by which somebody is said to be none.
const DENIALS: &[&str] =
    &["no", "not", "never", "neither", "nor", "cannot", "nobody", "without", "unlike"];

#[derive(Debug)]
pub(in crate::check) struct MemberForRegistrant;

impl Rule for MemberForRegistrant {
    fn code(&self) -> Code {
        Code::MemberForRegistrant
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let bodies: Vec<_> =
            view.registers().iter().filter(|body| body.calls_registrants()).collect();
        for (passage, _) in passages(view) {
            let text = passage.text();
            for (word, rest) in members(text) {
                let Some(body) = bodies.iter().find(|body| begins_with(rest, body)) else {
                    continue;
                };
                let sentence = passage.sentence_at(word.start);
                if !is_denied(&text[sentence.start.min(word.start)..word.start]) {
                    findings.add(told(passage, word, body));
                }
            }
        }
    }
}

fn told(passage: Passage<'_>, word: Range<usize>, body: &BodyEntry) -> Diagnostic {
    let written = &passage.text()[word.clone()];
    let better = written
        .replace("ember", "egistrant")
        .replace(['m', 'M'], if written.starts_with('m') { "r" } else { "R" });
    let found = Diagnostic::new(
        Code::MemberForRegistrant,
        format!("the {} has registrants, not members", body.body),
    )
    .label(passage.place(word.clone()), "")
    .help(format!("write `{better}`"));
    match passage.written(word) {
        Some(written) => found.edit(written, better),
        None => found,
    }
}

/// Where `member of` stands, and what follows, but for those that have another word before them.
fn members(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    memmem::find_iter(text.as_bytes(), "ember").filter_map(|at| {
        let start =
            at.checked_sub(1).filter(|start| matches!(text.as_bytes()[*start], b'm' | b'M'))?;
        let end = at + "ember".len();
        let end = end + usize::from(text[end..].starts_with('s'));
        let rest = text[end..].trim_start().strip_prefix("of")?.trim_start();
        let rest = rest.strip_prefix("the ").or_else(|| rest.strip_prefix("The ")).unwrap_or(rest);
        let before = &text[..start];
        let is_whole = !before.chars().next_back().is_some_and(char::is_alphanumeric);
        // "Trainee member" and the like are words of the body's own.
        let of_grade = before.trim_end().rsplit(' ').next().unwrap_or_default();
        let is_own = OWN.contains(&&*of_grade.to_lowercase());
        (is_whole && !is_own).then_some((start..end, rest.trim_start()))
    })
}

/// Whether a text begins with a name of a body.
fn begins_with(text: &str, body: &BodyEntry) -> bool {
    let names = body.other_names.iter().chain([&body.name]).map(String::as_str);
    names.chain([body.body.as_str()]).any(|name| {
        let rest = text.strip_prefix(name);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// Whether a clause that goes so far says what is not so.
fn is_denied(before: &str) -> bool {
    let clause = before.rsplit([',', ';', ':', '—', '–', '(']).next().unwrap_or_default();
    let said: Vec<String> = words(clause).collect();
    // `not only a member of … but`
    let is_denial = |at: usize| {
        let word = said[at].as_str();
        let is_not = DENIALS.contains(&word) || word.ends_with("n’t") || word.ends_with("n't");
        is_not && !said.get(at + 1).is_some_and(|next| matches!(&**next, "only" | "just"))
    };
    // Behind `and` or `but` another clause may begin.
    let from =
        said.iter().rposition(|word| matches!(&**word, "and" | "but")).map_or(0, |at| at + 1);
    let begins_anew = from > 0
        && said[from..].iter().any(|word| matches!(&**word, "is" | "am" | "are" | "i’m" | "i'm"));
    (if begins_anew { from } else { 0 }..said.len()).any(is_denial)
}
