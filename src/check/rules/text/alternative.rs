//! T007 to T009: what a picture says to those who do not see it.

use super::fold::fold;
use crate::check::{Findings, Image, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::inlines_text as inline_text;

const NHS: &str = "NHS digital service manual, images (https://service-manual.nhs.uk/design-system/components/images)";
const WCAG: &str = "WCAG 2.2, success criterion 1.1.1: non-text content (https://www.w3.org/TR/WCAG22/#non-text-content)";

/// The most characters that an alternative text may have.
const MOST: usize = 124;

/// What every picture is.
const IDLE: &[&str] = &[
    "a photo of",
    "a photograph of",
    "a picture of",
    "an image of",
    "graphic of",
    "image of",
    "image showing",
    "photo of",
    "photograph of",
    "picture of",
    "picture showing",
    "screenshot image of",
];

/// What says nothing of a picture at all.
const EMPTY: &[&str] = &[
    "alt",
    "alt text",
    "figure",
    "graphic",
    "image",
    "img",
    "logo image",
    "photo",
    "photograph",
    "picture",
    "placeholder",
    "untitled",
];

#[derive(Debug)]
pub(in crate::check) struct MissingAlternative;

impl Rule for MissingAlternative {
    fn code(&self) -> Code {
        Code::MissingAlternative
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(WCAG)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let without = view.images().iter().filter(|image| says(image).is_none());
        for image in without {
            let has_caption = !inline_text(image.caption).trim().is_empty();
            let message = match (has_caption, image.alt) {
                (true, _) => "this picture has a caption, but no alternative text",
                // Whoever wrote `alt=""` said that it is decoration.
                (false, Some(_)) => continue,
                (false, None) if says_decoration(view, image) => continue,
                (false, None) => "this picture has no alternative text",
            };
            findings.add(
                Diagnostic::new(self.code(), message).label(image.origin, "").help(
                    "say in a sentence what it shows, between `![` and `]`; above a mere decoration, write `<!-- offprint: suppress T007 -->`",
                ),
            );
        }
    }
}

#[derive(Debug)]
pub(in crate::check) struct PoorAlternative;

impl Rule for PoorAlternative {
    fn code(&self) -> Code {
        Code::PoorAlternative
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some(WCAG)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for image in view.images() {
            let Some(alt) = says(image) else { continue };
            let folded = fold(alt);
            let caption = fold(&inline_text(image.caption));
            let idle = IDLE
                .iter()
                .find(|idle| folded.strip_prefix(*idle).is_some_and(|rest| rest.starts_with(' ')));
            let (why, help) = if !caption.is_empty() && folded == caption {
                (
                    "is its caption again",
                    "say what the picture shows; the caption is read out anyway",
                )
            } else if is_file_name(alt) {
                ("is the name of a file", "say in a sentence what the picture shows")
            } else if EMPTY.contains(&&*folded) {
                ("does not say what it shows", "say in a sentence what the picture shows")
            } else if idle.is_some() {
                (
                    "begins by saying that it is a picture",
                    "begin with what the picture shows: programs that read aloud say `image` themselves",
                )
            } else {
                continue;
            };
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!("the alternative text of this picture {why}: `{alt}`"),
                )
                .label(image.origin, "")
                .help(help),
            );
        }
    }
}

#[derive(Debug)]
pub(in crate::check) struct LongAlternative;

impl Rule for LongAlternative {
    fn code(&self) -> Code {
        Code::LongAlternative
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::NhsStyle]
    }

    fn authority(&self) -> Option<&str> {
        Some(NHS)
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for image in view.images() {
            let count = says(image).map_or(0, |alt| alt.chars().count());
            if count > MOST {
                findings.add(
                    Diagnostic::new(
                        self.code(),
                        format!(
                            "this alternative text has {count} characters; {MOST} are the most"
                        ),
                    )
                    .label(image.origin, "")
                    .help(
                        "say what matters of the picture here, and the rest in the text around it",
                    ),
                );
            }
        }
    }
}

/// Whether the source has an `alt` without words, which the model does not keep.
fn says_decoration(view: &View<'_>, image: &Image<'_>) -> bool {
    let source = view.article().source.source();
    let written = source.and_then(|source| source.text().get(image.origin.range()));
    written.is_some_and(|text| text.starts_with("<img") && text.contains("alt"))
}

fn says<'a>(image: &Image<'a>) -> Option<&'a str> {
    image.alt.map(str::trim).filter(|alt| !alt.is_empty())
}

/// `IMG_1234.jpg`, `DSC00042`, `breathing-curve.svg`, `Screenshot 2026-03-12 at 10.11.12`.
fn is_file_name(alt: &str) -> bool {
    let lower = alt.trim().to_ascii_lowercase();
    let is_picture = |ending: &str| {
        matches!(
            ending,
            "avif"
                | "bmp"
                | "gif"
                | "heic"
                | "jpeg"
                | "jpg"
                | "png"
                | "svg"
                | "tif"
                | "tiff"
                | "webp"
        )
    };
    let has_ending = lower.rsplit_once('.').is_some_and(|(_, ending)| is_picture(ending));
    let is_of_camera =
        ["img", "dsc", "dscn", "dscf", "pxl", "image", "photo", "screenshot", "screen shot"]
            .iter()
            .any(|start| {
                let rest = lower.strip_prefix(start);
                rest.is_some_and(|rest| {
                    let rest = rest.trim_start_matches(['_', '-', ' ', '(']);
                    rest.starts_with(|c: char| c.is_ascii_digit())
                        && rest.chars().filter(char::is_ascii_alphabetic).count() < 4
                })
            });
    has_ending || is_of_camera
}

#[cfg(test)]
mod tests {
    use super::is_file_name;

    #[test]
    fn names_of_files_are_known_from_words() {
        for name in [
            "IMG_1234.jpg",
            "DSC00042",
            "breathing-curve.svg",
            "Screenshot 2026-03-12 at 10.11.12",
            "image (3)",
            "photo-2.webp",
        ] {
            assert!(is_file_name(name), "{name}");
        }
        for words in [
            "A curve that rises.",
            "Image of a door",
            "Two chairs",
            "Photo 3 of the series: a harbour",
            "Figure 2: breath over time",
        ] {
            assert!(!is_file_name(words), "{words}");
        }
    }
}
