//! Headings, with what only a heading can tell.

use super::blocks::blocks_to_markdown;
use super::inlines::{self, Holder};
use crate::markdown::structure::role;
use crate::model::{Anchor, Anchors, Inline, Language, Section, SectionRole, inlines_text};

/// How deep sections stand inside one another.
pub(super) fn depth(sections: &[Section]) -> usize {
    sections.iter().map(|section| 1 + depth(&section.sections)).max().unwrap_or_default()
}

/// Writes sections, a blank line before each.
pub(super) fn push(sections: &[Section], level: usize, taken: &mut Anchors, out: &mut String) {
    for section in sections {
        out.push('\n');
        out.push_str(&"#".repeat(level.min(6)));
        out.push(' ');
        push_heading(section, taken, out);
        out.push('\n');
        if !section.content.is_empty() {
            out.push('\n');
            out.push_str(&blocks_to_markdown(&section.content));
            out.push('\n');
        }
        push(&section.sections, level + 1, taken, out);
    }
}

/// The words and `{#id .role lang=fr}`, of which only what the words do not say.
fn push_heading(section: &Section, taken: &mut Anchors, out: &mut String) {
    let words = inlines_text(&section.heading);
    let (content, language) = match &section.heading[..] {
        [Inline::Span { content, language: Some(language), .. }] => (&content[..], Some(language)),
        content => (content, None),
    };
    out.push_str(&inlines::write(content, Holder::Heading));
    let attributes = attributes(section, &words, language, taken);
    if !attributes.is_empty() {
        out.push_str(" {");
        out.push_str(&attributes.join(" "));
        out.push('}');
    }
}

fn attributes(
    section: &Section,
    words: &str,
    language: Option<&Language>,
    taken: &mut Anchors,
) -> Vec<String> {
    let mut all = Vec::new();
    // The reader gives out names in the order of the headings, as this does.
    let slug = Anchor::slug(words);
    let named = role(&slug);
    let given = taken.instead_of(&slug).map_or_else(|| slug.clone(), |(free, _)| free);
    if given == section.id {
        taken.take(slug);
    } else {
        all.push(format!("#{}", section.id));
        taken.take(section.id.clone());
    }
    if named != section.role {
        all.push(format!(".{}", class(section.role)));
    }
    if let Some(language) = language {
        all.push(format!("lang={language}"));
    }
    all
}

const fn class(role: SectionRole) -> &'static str {
    match role {
        SectionRole::Body => "body",
        SectionRole::Summary => "summary",
        SectionRole::FurtherReading => "further-reading",
        SectionRole::References => "references",
        SectionRole::AboutTheAuthor => "about-the-author",
        SectionRole::UrgentHelp => "urgent-help",
    }
}
