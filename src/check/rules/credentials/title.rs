//! C011: a title that the law keeps for those who are on a register.

use super::about::{claims, words};
use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;

#[derive(Debug)]
pub(in crate::check) struct ProtectedTitle;

impl Rule for ProtectedTitle {
    fn code(&self) -> Code {
        Code::ProtectedTitle
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(
            "HCPC, protected titles (https://www.hcpc-uk.org/about-us/who-we-regulate/the-professions/)",
        )
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let registers = view.registers();
        for author in &view.article().authors {
            for post in &author.posts {
                let Some(title) =
                    post.title.as_deref().filter(|title| !registers.may_be_called(author, title))
                else {
                    continue;
                };
                let place = view.written(author.origin, title).unwrap_or(author.origin);
                findings.add(told(title, &author.name, place));
            }
        }
        for (passage, author, sentence) in claims(view) {
            let said = &passage.text()[sentence.clone()];
            for (range, _) in registers.protected_titles_in(said) {
                let title = &said[range.clone()];
                if registers.may_be_called(author, title) || !is_claimed(&said[..range.start]) {
                    continue;
                }
                let place = range.start + sentence.start..range.end + sentence.start;
                findings.add(told(title, &author.name, passage.place(place)));
            }
        }
    }
}

fn told(title: &str, name: &str, place: Origin) -> Diagnostic {
    Diagnostic::new(
        Code::ProtectedTitle,
        format!("`{title}` may be used only by those who are registered for it, and of {name} no such registration is stated"),
    )
    .label(place, "")
    .help("state it, as in `credentials: [{ body: HCPC, number: PYL000000 }]`, or use another title")
}

/// `… is a consultant`, `… works as a`, or nothing: the words before a title by which somebody claims it.
fn is_claimed(before: &str) -> bool {
    let before: Vec<String> = words(before).collect();
    let Some(verb) = before
        .iter()
        .rposition(|word| matches!(&**word, "is" | "am" | "as" | "and" | "i’m" | "he’s" | "she’s"))
    else {
        return before.len() <= 1;
    };
    let between = &before[verb + 1..];
    between.len() <= 4
        && !between
            .iter()
            .any(|word| matches!(&**word, "by" | "with" | "for" | "to" | "of" | "alongside"))
        && !before[..verb].iter().any(|word| matches!(&**word, "with" | "alongside" | "between"))
}
