//! T001: a heading with nothing under it.

use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Block, Section, SectionRole};

#[derive(Debug)]
pub(in crate::check) struct EmptySection;

impl Rule for EmptySection {
    fn code(&self) -> Code {
        Code::EmptySection
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for heading in view.headings() {
            let section = heading.section;
            // What stood under "About the author" may be the author's biography now.
            let is_kept = section.role == SectionRole::AboutTheAuthor
                && view.article().authors.iter().any(|author| !author.biography.is_empty());
            if !is_empty(section) || is_kept {
                continue;
            }
            let words = section.heading_text();
            let (message, help) = match section.role {
                SectionRole::FurtherReading | SectionRole::References => (
                    format!("`{words}` lists nothing"),
                    "name what to read as points of a list, or leave the heading out",
                ),
                _ => (
                    format!("nothing stands under `{words}`"),
                    "write the section, or leave its heading out",
                ),
            };
            findings
                .add(Diagnostic::new(self.code(), message).label(section.origin, "").help(help));
        }
    }
}

fn is_empty(section: &Section) -> bool {
    section.sections.is_empty() && section.content.iter().all(says_nothing)
}

fn says_nothing(block: &Block) -> bool {
    match block {
        Block::Comment { .. } | Block::ThematicBreak { .. } => true,
        Block::ReadingList { entries, .. } => entries.is_empty(),
        Block::List { items, .. } => items.iter().all(|item| item.content.iter().all(says_nothing)),
        Block::Quotation { content, .. } | Block::Division { content, .. } => {
            content.iter().all(says_nothing)
        }
        Block::Paragraph { content, .. } => content.is_empty(),
        _ => false,
    }
}
