//! C002: "member" of a body that has registrants.

use super::about::{before, named, passages};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

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
            for body in &bodies {
                for range in named(text, body) {
                    let before = before(text, range.start);
                    let Some(phrase) = before.strip_suffix("of").map(str::trim_end) else {
                        continue;
                    };
                    let word = ["members", "member", "Members", "Member"];
                    let Some(word) = word.into_iter().find(|word| phrase.ends_with(word)) else {
                        continue;
                    };
                    let start = phrase.len() - word.len();
                    let whole =
                        !phrase[..start].chars().next_back().is_some_and(char::is_alphanumeric);
                    // "Trainee member" and the like are words of the body's own.
                    let of_grade =
                        phrase[..start].trim_end().rsplit(' ').next().unwrap_or_default();
                    let is_own = matches!(
                        &*of_grade.to_lowercase(),
                        "trainee"
                            | "student"
                            | "associate"
                            | "affiliate"
                            | "board"
                            | "staff"
                            | "committee"
                            | "council"
                            | "founding"
                            | "founder"
                    );
                    if !whole || is_own {
                        continue;
                    }
                    let better = word
                        .replace("ember", "egistrant")
                        .replace(['m', 'M'], if word.starts_with('m') { "r" } else { "R" });
                    let place = start..start + word.len();
                    let mut found = Diagnostic::new(
                        self.code(),
                        format!("the {} has registrants, not members", body.body),
                    )
                    .label(passage.place(place.clone()), "")
                    .help(format!("write `{better}`"));
                    if let Some(written) = passage.written(place) {
                        found = found.edit(written, better);
                    }
                    findings.add(found);
                }
            }
        }
    }
}
