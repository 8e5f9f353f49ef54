//! Quotations that are callouts or vignettes.

use super::close::paragraph_or_figure;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Block, CalloutKind, Inline, VignetteNature, inlines_text};
use crate::source::Origin;
use pulldown_cmark::BlockQuoteKind;

impl Reader<'_> {
    /// A quotation that begins with `[!…]` is a callout, which the Markdown parser leaves as text.
    pub(super) fn quotation(
        &mut self,
        mut content: Vec<Block>,
        origin: Origin,
        is_markdown: bool,
    ) -> Block {
        let marker = match content.first() {
            Some(Block::Paragraph { content: first, .. })
                if is_markdown && self.is_marked(first) =>
            {
                marker(first)
            }
            _ => None,
        };
        let Some((marker, count)) = marker else { return Block::Quotation { content, origin } };
        let words = marker.to_ascii_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let nature = match words[..] {
            ["urgent-help"] => None,
            ["vignette", "fictional"] => Some(VignetteNature::Fictional),
            ["vignette", "composite"] => Some(VignetteNature::Composite),
            ["vignette", "with-consent"] => Some(VignetteNature::WithConsent),
            _ => return self.unknown_callout(&marker, content, origin),
        };
        if let Block::Paragraph { content: mut first, origin } = content.remove(0) {
            first.drain(..count);
            let first = self.phrases(first);
            if !first.is_empty() {
                content.insert(0, paragraph_or_figure(first, origin));
            }
        }
        match nature {
            Some(nature) => Block::Vignette { nature, content, origin },
            None => Block::Callout { callout: CalloutKind::UrgentHelp, content, origin },
        }
    }

    fn unknown_callout(&mut self, marker: &str, content: Vec<Block>, origin: Origin) -> Block {
        self.found.push(
            Diagnostic::new(
                Code::UnknownCallout,
                format!("`[!{marker}]` is no callout, so this is a plain quotation"),
            )
            .label(origin, "")
            .help(
                "expected NOTE, TIP, IMPORTANT, WARNING, CAUTION, URGENT-HELP or \
                 VIGNETTE fictional|composite|with-consent",
            ),
        );
        Block::Quotation { content, origin }
    }
}

impl Reader<'_> {
    /// Whether the source has `[!` here: an escaped bracket is a bracket.
    fn is_marked(&self, content: &[Inline]) -> bool {
        let Some(Inline::Text { origin, text }) = content.first() else { return false };
        match self.place {
            super::Place::Source { start, .. } => {
                let at = origin.range().start.saturating_sub(start);
                let is_escaped = self.source.get(..at).is_some_and(|before| before.ends_with('\\'));
                !is_escaped && self.source.get(at..).is_some_and(|here| here.starts_with("[!"))
            }
            super::Place::Value { .. } => text.starts_with("[!"),
        }
    }
}

/// `[!WORD more]` alone on the first line, and how many inlines it takes up.
fn marker(content: &[Inline]) -> Option<(String, usize)> {
    let line = content.iter().take_while(|inline| matches!(inline, Inline::Text { .. })).count();
    let text = inlines_text(&content[..line]);
    let inside = text.trim().strip_prefix("[!")?.strip_suffix(']')?;
    let ends = match content.get(line) {
        None => line,
        Some(Inline::SoftBreak { .. } | Inline::LineBreak { .. }) => line + 1,
        Some(_) => return None,
    };
    let is_marker = inside.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | ' ' | '_'));
    (is_marker && !inside.is_empty()).then(|| (inside.to_owned(), ends))
}

pub(super) const fn callout_kind(kind: BlockQuoteKind) -> CalloutKind {
    match kind {
        BlockQuoteKind::Note => CalloutKind::Note,
        BlockQuoteKind::Tip => CalloutKind::Tip,
        BlockQuoteKind::Important => CalloutKind::Important,
        BlockQuoteKind::Warning => CalloutKind::Warning,
        BlockQuoteKind::Caution => CalloutKind::Caution,
    }
}

/// The word that a callout is labelled with.
pub(in crate::markdown) const fn callout_label(callout: CalloutKind) -> &'static str {
    match callout {
        CalloutKind::Note => "NOTE",
        CalloutKind::Tip => "TIP",
        CalloutKind::Important => "IMPORTANT",
        CalloutKind::Warning => "WARNING",
        CalloutKind::Caution => "CAUTION",
        CalloutKind::UrgentHelp => "URGENT-HELP",
    }
}

/// The words that a vignette is labelled with.
pub(in crate::markdown) const fn vignette_label(nature: VignetteNature) -> &'static str {
    match nature {
        VignetteNature::Fictional => "VIGNETTE fictional",
        VignetteNature::Composite => "VIGNETTE composite",
        VignetteNature::WithConsent => "VIGNETTE with-consent",
    }
}
