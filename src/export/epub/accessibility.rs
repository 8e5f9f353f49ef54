//! What a book may claim about its accessibility, computed from what is in it
//! (<https://www.w3.org/TR/epub-a11y-11/>).

use super::pictures::Pictures;

/// The claims. That the book conforms to a standard is not among them: somebody would have to look.
pub(super) struct Claims {
    pub(super) modes: &'static [&'static str],
    pub(super) sufficient: &'static [&'static str],
    pub(super) features: Vec<&'static str>,
    pub(super) hazard: &'static str,
    pub(super) summary: String,
}

impl Claims {
    pub(super) fn of(pictures: &Pictures<'_>) -> Self {
        let has_pictures = !pictures.files.is_empty();
        let are_described = pictures.undescribed == 0;
        let mut features = vec![
            // The style uses no fixed sizes and no colours.
            "displayTransformability",
            "readingOrder",
            "structuralNavigation",
            "tableOfContents",
            "ARIA",
        ];
        if has_pictures && are_described {
            features.insert(0, "alternativeText");
        }
        let may_move = pictures.may_move();
        let seen = match (has_pictures, are_described) {
            (false, _) => "It has no pictures.",
            (true, true) => "Every picture has alternative text.",
            (true, false) => "Not every picture has alternative text.",
        };
        let moving = if may_move { " Some pictures may move." } else { "" };
        Self {
            modes: if has_pictures { &["textual", "visual"] } else { &["textual"] },
            sufficient: match (has_pictures, are_described) {
                (false, _) => &["textual"],
                (true, true) => &["textual", "textual,visual"],
                (true, false) => &["textual,visual"],
            },
            features,
            hazard: if may_move { "unknown" } else { "none" },
            summary: format!(
                "The text flows, so that it can be enlarged, recoloured and read aloud; headings and a \
                 table of contents lead through it. {seen}{moving}"
            ),
        }
    }
}
