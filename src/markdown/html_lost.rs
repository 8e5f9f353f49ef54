//! What is told of raw HTML that no article holds.

use super::html_tags::Attributes;
use super::reader::Reader;
use crate::characters::clean;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Inline;
use crate::source::Origin;
use std::ops::Range;

/// Which attributes an element keeps.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kept {
    /// Where it is one.
    pub(super) language: bool,
    pub(super) id: bool,
}

impl Reader<'_> {
    /// What an element inside `<pre>` led to, which its characters do not say.
    pub(super) fn tell_in_code(&mut self, what: &str, address: Option<&str>, range: &Range<usize>) {
        let Some(address) = address else { return };
        let origin = self.place.at(range.clone());
        let address = clean(address, origin, &mut Vec::new());
        self.found.push(
            Diagnostic::new(Code::RawHtml, format!("{what} `{address}` inside <pre> was dropped"))
                .label(origin, "computer text is characters alone")
                .help("write it outside of the element"),
        );
    }

    /// Computer text is characters alone.
    pub(super) fn tell_code(&mut self, content: &[Inline]) {
        for inline in content {
            let what = match inline {
                Inline::Text { .. }
                | Inline::Code { .. }
                | Inline::SoftBreak { .. }
                | Inline::LineBreak { .. } => continue,
                Inline::Link { address, .. } => format!("the address `{address}`"),
                Inline::Image { address, .. } => format!("the picture `{address}`"),
                Inline::FootnoteReference { label, .. } => format!("the reference `{label}`"),
                _ => "the markup".to_owned(),
            };
            self.found.push(
                Diagnostic::new(Code::RawHtml, format!("{what} inside <code> was dropped"))
                    .label(inline.origin(), "computer text is characters alone")
                    .help("write it outside of the element"),
            );
            self.tell_code(inline.content());
        }
    }

    /// Attributes that say something and have no place in the article. What only looks (`class`, `style`) is none.
    pub(super) fn tell_lost(
        &mut self,
        name: &str,
        attributes: &Attributes,
        kept: Kept,
        origin: Origin,
    ) {
        if name == "center" {
            self.tell_unknown(name, origin);
        }
        let language = attributes.language();
        if let (Some(language), false) = (&language, kept.language) {
            self.found.push(
                Diagnostic::new(Code::RawHtml, format!("the language of <{name}> is not kept"))
                    .label(origin, "")
                    .help(format!("write `<div lang=\"{language}\">` around it")),
            );
        }
        let mut keys = vec!["dir"];
        if language.is_none() {
            keys.push("lang");
        }
        if !kept.id {
            keys.push("id");
        }
        match name {
            "a" if !kept.id => keys.push("name"),
            "ol" if attributes.get("type") != Some("1") => keys.extend(["type", "reversed"]),
            "ol" => keys.push("reversed"),
            "li" => keys.push("value"),
            _ => {}
        }
        keys.retain(|key| match *key {
            "reversed" => attributes.has(key),
            key => attributes.get(key).is_some(),
        });
        for key in keys {
            self.found.push(
                Diagnostic::new(Code::RawHtml, format!("`{key}` of <{name}> is not kept"))
                    .label(origin, "")
                    .help("say it in Markdown (`## Heading {#id}` is a place to link to), or remove it"),
            );
        }
    }

    pub(super) fn tell_surplus(&mut self, range: Range<usize>) {
        self.found.push(
            Diagnostic::new(Code::RawHtml, "this tag has more than 24 attributes")
                .label(self.place.at(range), "the others were dropped"),
        );
    }

    pub(super) fn tell_unknown(&mut self, name: &str, origin: Origin) {
        let name = clean(name, origin, &mut Vec::new());
        self.found.push(
            Diagnostic::new(
                Code::RawHtml,
                format!("the element <{name}> has no place here; its text is kept"),
            )
            .label(origin, "")
            .help("say it in Markdown, or remove the tag"),
        );
    }
}
