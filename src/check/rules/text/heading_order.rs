//! T003: headings whose levels do not follow one another. What Markdown skips is mended and told by the reader; this
//! finds what stands in quotations and lists, in JSON, and in articles that programs build.

use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Block;
use crate::source::Origin;

/// The lowest level that web pages have.
const LOWEST: usize = 6;

#[derive(Debug)]
pub(in crate::check) struct HeadingOrder;

impl Rule for HeadingOrder {
    fn code(&self) -> Code {
        Code::HeadingOrder
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(
            "WCAG 2.2, technique G141: organizing a page using headings (https://www.w3.org/WAI/WCAG22/Techniques/general/G141)",
        )
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let article = view.article();
        order(&article.lead, 1, findings);
        for heading in view.headings() {
            if heading.level == LOWEST + 1 {
                let message =
                    format!("this heading is of level {}, and pages have {LOWEST}", heading.level);
                findings.add(told(message, heading.section.origin));
            }
            order(&heading.section.content, heading.level, findings);
        }
        article.footnotes.iter().for_each(|note| order(&note.content, 1, findings));
    }
}

/// Looks at the headings that open no section, under one of this level.
fn order(blocks: &[Block], mut above: usize, findings: &mut Findings) {
    for block in blocks {
        match block {
            Block::Heading { level, origin, .. } => {
                let level = usize::from(*level);
                if level == 1 {
                    let message = "this heading is of level 1, which is the title's".to_owned();
                    findings.add(told(message, *origin));
                } else if level > above + 1 {
                    let message = format!(
                        "this heading is of level {level}, but the one above is of {above}"
                    );
                    findings.add(told(message, *origin));
                }
                above = level;
            }
            Block::Quotation { content, .. }
            | Block::Callout { content, .. }
            | Block::Vignette { content, .. }
            | Block::Division { content, .. }
            | Block::Details { content, .. } => order(content, above, findings),
            Block::List { items, .. } => {
                items.iter().for_each(|item| order(&item.content, above, findings));
            }
            Block::DefinitionList { items, .. } => {
                let definitions = items.iter().flat_map(|item| &item.definitions);
                definitions.for_each(|blocks| order(blocks, above, findings));
            }
            _ => {}
        }
    }
}

fn told(message: String, origin: Origin) -> Diagnostic {
    Diagnostic::new(Code::HeadingOrder, message)
        .label(origin, "")
        .help("give it the level under the heading above, or make it a paragraph in bold")
}
