//! What stands in a line of text.

use super::{Address, Anchor, Language};
use crate::source::Origin;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A run of text, or a phrase that means something.
///
/// Exhaustive until 1.0, so that an exporter that forgets a new kind does not build.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[expect(clippy::exhaustive_enums, reason = "a new kind of inline is to break every exporter")]
pub enum Inline {
    /// Plain text.
    Text {
        /// The characters.
        #[schemars(extend("examples" = ["Panic passes."]))]
        text: String,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Stressed words, usually italic.
    Emphasis {
        /// The words.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Important words, usually bold.
    Strong {
        /// The words.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Words that no longer hold.
    Strikethrough {
        /// The words.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Raised text.
    Superscript {
        /// The words.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Lowered text.
    Subscript {
        /// The words.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Highlighted words.
    Mark {
        /// The words.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Keys to be pressed.
    Keyboard {
        /// The keys.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// An abbreviation with what it stands for.
    Abbreviation {
        /// The letters.
        content: Vec<Inline>,
        /// What they stand for.
        #[schemars(extend("examples" = ["general practitioner"]))]
        title: String,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Words in another language, or that only belong together.
    Span {
        /// The words.
        content: Vec<Inline>,
        /// Their language, where it is not the article's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Computer text.
    Code {
        /// The characters.
        #[schemars(extend("examples" = ["F5"]))]
        text: String,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// Words that lead somewhere.
    Link {
        /// Where they lead.
        address: Address,
        /// What is shown beside the pointer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(extend("examples" = ["Opens the register"]))]
        title: Option<String>,
        /// The words.
        content: Vec<Inline>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// A picture in the line.
    Image {
        /// Where the picture is, usually a file beside the article.
        address: Address,
        /// What it shows, for those who do not see it. None or empty: decoration.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(extend("examples" = ["A half-open door"]))]
        alt: Option<String>,
        /// What is shown beside the pointer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(extend("examples" = ["Ajar"]))]
        title: Option<String>,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// The place that refers to a footnote of the article.
    FootnoteReference {
        /// Which one.
        label: Anchor,
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// A line end that the author wants.
    LineBreak {
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
    /// A line end in the source, which is a space to the reader.
    SoftBreak {
        /// Where it was read.
        #[serde(skip)]
        origin: Origin,
    },
}

impl Inline {
    /// Plain text, built in code.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), origin: Origin::default() }
    }

    /// Words that lead to an address, built in code.
    #[must_use]
    pub fn link(address: Address, words: impl Into<String>) -> Self {
        Self::Link {
            address,
            title: None,
            content: vec![Self::text(words)],
            origin: Origin::default(),
        }
    }

    /// Where it was read.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        match self {
            Self::Text { origin, .. }
            | Self::Emphasis { origin, .. }
            | Self::Strong { origin, .. }
            | Self::Strikethrough { origin, .. }
            | Self::Superscript { origin, .. }
            | Self::Subscript { origin, .. }
            | Self::Mark { origin, .. }
            | Self::Keyboard { origin, .. }
            | Self::Abbreviation { origin, .. }
            | Self::Span { origin, .. }
            | Self::Code { origin, .. }
            | Self::Link { origin, .. }
            | Self::Image { origin, .. }
            | Self::FootnoteReference { origin, .. }
            | Self::LineBreak { origin }
            | Self::SoftBreak { origin } => *origin,
        }
    }

    /// The phrases inside, where this kind has any.
    #[must_use]
    pub fn content(&self) -> &[Self] {
        match self {
            Self::Emphasis { content, .. }
            | Self::Strong { content, .. }
            | Self::Strikethrough { content, .. }
            | Self::Superscript { content, .. }
            | Self::Subscript { content, .. }
            | Self::Mark { content, .. }
            | Self::Keyboard { content, .. }
            | Self::Abbreviation { content, .. }
            | Self::Span { content, .. }
            | Self::Link { content, .. } => content,
            Self::Text { .. }
            | Self::Code { .. }
            | Self::Image { .. }
            | Self::FootnoteReference { .. }
            | Self::LineBreak { .. }
            | Self::SoftBreak { .. } => &[],
        }
    }
}

/// The words without their markup; line ends are spaces, pictures their alternative text.
///
/// ```
/// use offprint::model::{Inline, inlines_text};
///
/// let link = Inline::link("https://example.org".parse()?, "a link");
/// assert_eq!(inlines_text(&[Inline::text("Here is "), link]), "Here is a link");
/// # Ok::<(), offprint::Error>(())
/// ```
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_plain_text(inlines, &mut out);
    out
}

pub(crate) fn push_plain_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } | Inline::Code { text, .. } => out.push_str(text),
            Inline::Image { alt, .. } => out.push_str(alt.as_deref().unwrap_or_default()),
            Inline::LineBreak { .. } | Inline::SoftBreak { .. } => out.push(' '),
            other => push_plain_text(other.content(), out),
        }
    }
}
