//! An article and its sections.

use super::block::push_blocks;
use super::inline::push_plain_text;
use super::{
    Anchor, ArticleBuilder, Author, Block, Inline, Metadata, Reading, inlines_text, setters,
};
use crate::source::{Origin, SourceName};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words that an adult reads silently in a minute, of English non-fiction
/// (Brysbaert 2019, <https://doi.org/10.1016/j.jml.2019.104047>).
const WORDS_PER_MINUTE: usize = 238;

/// One article, whoever made it: the parser, JSON or [`Article::builder`].
///
/// ```
/// use offprint::Source;
///
/// let source = Source::new("sleep.md", "# On Sleep\n\nRest comes.\n\n## Habits\n\nKeep them.\n");
/// let article = offprint::parse(&source)?.value;
/// assert_eq!(article.metadata.title, "On Sleep");
/// assert_eq!(article.sections[0].id.as_str(), "habits");
/// assert_eq!(article.word_count(), 5);
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Article {
    /// What is known about it besides its text.
    pub metadata: Metadata,
    /// Who made it, in the order in which they are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// What stands before the first section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<Block>,
    /// The sections, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// The footnotes, in the order in which they are first referred to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub footnotes: Vec<Footnote>,
    /// The name of the source that it was read from; images are looked for beside it.
    #[serde(skip)]
    pub source: SourceName,
}

impl Article {
    /// Starts an article of this title.
    pub fn builder(title: impl Into<String>) -> ArticleBuilder {
        ArticleBuilder::new(title)
    }

    /// All text that a reader reads, a line a block, from the lead to the footnotes.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut out = String::new();
        push_blocks(&self.lead, &mut out);
        for section in &self.sections {
            push_section(section, &mut out);
        }
        for footnote in &self.footnotes {
            push_blocks(&footnote.content, &mut out);
        }
        out
    }

    /// How many words [`Article::plain_text`] has: what stands between white space and holds a letter or digit, and of
    /// Chinese and Japanese, which part no words, each two characters.
    #[must_use]
    pub fn word_count(&self) -> usize {
        super::words::Words::of(self)
    }

    /// How long reading takes, in whole minutes, at least one: 238 words a minute, as adults read
    /// English non-fiction silently (Brysbaert 2019, <https://doi.org/10.1016/j.jml.2019.104047>).
    #[must_use]
    pub fn reading_minutes(&self) -> usize {
        self.word_count().div_ceil(WORDS_PER_MINUTE).max(1)
    }

    /// The sections of this role, at any depth, in order.
    pub fn sections_of(&self, role: SectionRole) -> impl Iterator<Item = &Section> {
        let mut found = Vec::new();
        collect(&self.sections, role, &mut found);
        found.into_iter()
    }

    /// The entries of further reading and references, in order.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        let mut found = Vec::new();
        collect_readings(&self.lead, &mut found);
        let mut rest: Vec<&Section> = self.sections.iter().rev().collect();
        while let Some(section) = rest.pop() {
            collect_readings(&section.content, &mut found);
            rest.extend(section.sections.iter().rev());
        }
        found.into_iter()
    }
}

fn collect<'a>(sections: &'a [Section], role: SectionRole, found: &mut Vec<&'a Section>) {
    for section in sections {
        if section.role == role {
            found.push(section);
        }
        collect(&section.sections, role, found);
    }
}

fn collect_readings<'a>(blocks: &'a [Block], found: &mut Vec<&'a Reading>) {
    for block in blocks {
        if let Block::ReadingList { entries, .. } = block {
            found.extend(entries);
        }
    }
}

fn push_section(section: &Section, out: &mut String) {
    push_plain_text(&section.heading, out);
    out.push('\n');
    push_blocks(&section.content, out);
    for inner in &section.sections {
        push_section(inner, out);
    }
}

/// A heading and what stands under it.
///
/// ```
/// use offprint::model::{Block, Section, SectionRole};
///
/// let section = Section::new("Further reading")
///     .role(SectionRole::FurtherReading)
///     .content([Block::paragraph("Your library has good books on this.")]);
/// assert_eq!(section.heading_text(), "Further reading");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Section {
    /// Its name in links; unlike that of any other section.
    pub id: Anchor,
    /// The words of the heading.
    pub heading: Vec<Inline>,
    /// What it is for.
    #[serde(default)]
    pub role: SectionRole,
    /// What stands before the first inner section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Block>,
    /// The sections inside, one level deeper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Where the heading was read.
    #[serde(skip)]
    pub origin: Origin,
}

impl Section {
    /// A section with this heading and nothing in it; its id comes from the heading.
    #[must_use]
    pub fn new(heading: impl Into<String>) -> Self {
        let heading = heading.into();
        Self {
            id: Anchor::slug(&heading),
            heading: vec![Inline::text(heading)],
            role: SectionRole::Body,
            content: Vec::new(),
            sections: Vec::new(),
            origin: Origin::default(),
        }
    }

    /// The words of the heading without markup.
    #[must_use]
    pub fn heading_text(&self) -> String {
        inlines_text(&self.heading)
    }
}

setters! { Section {
    plain id: Anchor,
    plain role: SectionRole,
    list content: Block,
    list sections: Section,
}}

/// What a [`Section`] is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SectionRole {
    /// Part of the argument.
    #[default]
    Body,
    /// The article in short.
    Summary,
    /// What else to read.
    FurtherReading,
    /// What the article rests on.
    References,
    /// Who wrote it.
    AboutTheAuthor,
    /// Where to turn in a crisis.
    UrgentHelp,
}

/// A note that [`Inline::FootnoteReference`] leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Footnote {
    /// The label that references name.
    pub label: Anchor,
    /// What the note says.
    pub content: Vec<Block>,
    /// Where it was read.
    #[serde(skip)]
    pub origin: Origin,
}

impl Footnote {
    /// A note with this label.
    #[must_use]
    pub fn new(label: Anchor, content: Vec<Block>) -> Self {
        Self { label, content, origin: Origin::default() }
    }
}
