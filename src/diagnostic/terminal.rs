//! Diagnostics with an excerpt of the source, for terminals.

use super::{Diagnostic, Severity};
use crate::source::Sources;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

/// Always styled: the caller's stream strips colours where the terminal shows none.
pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&report(diagnostic, sources)));
        out.push_str("\n\n");
    }
    out
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    let mut told = std::collections::BTreeSet::new();
    for label in &diagnostic.labels {
        let Some(id) = label.origin.source() else { continue };
        let Some(source) = sources.get(id) else { continue };
        if !told.insert(id) {
            continue;
        }
        let mut snippet = Snippet::source(source.text()).path(source.name()).fold(true);
        let here = diagnostic.labels.iter().filter(|other| other.origin.source() == Some(id));
        for (at, place) in here.enumerate() {
            let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let range = within(place.origin.range(), source.text().len());
            let annotation = kind.span(range);
            snippet = snippet.annotation(if place.text.is_empty() {
                annotation
            } else {
                annotation.label(place.text.as_str())
            });
        }
        group = group.element(snippet);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    if let Some(authority) = &diagnostic.authority {
        group = group.element(Level::NOTE.with_name("rule").message(&**authority));
    }
    std::iter::once(group).chain(fix(diagnostic, sources)).collect()
}

/// The lines as they would be.
fn fix<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Option<Group<'a>> {
    let source = sources.get(diagnostic.fix.first()?.origin.source()?)?;
    let patches = diagnostic.fix.iter().map(|edit| {
        let range = within(edit.origin.range(), source.text().len());
        Patch::new(range, edit.replacement.as_str())
    });
    let snippet = Snippet::source(source.text()).path(source.name()).fold(true).patches(patches);
    Some(Group::with_title(Level::HELP.secondary_title("this mends it")).element(snippet))
}

fn within(range: std::ops::Range<usize>, len: usize) -> std::ops::Range<usize> {
    range.start.min(len)..range.end.min(len)
}
