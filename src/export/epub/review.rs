//! What no book can be without, and what no book can hold.

use super::binding::Binding;
use crate::characters::is_allowed;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::visit::{self, Visit};
use crate::model::{Article, Author, Block, Inline, Practice};
use crate::source::Origin;

/// Refuses a book without a title, and one with a character that XML has no way to write, in its text or
/// in what is known of it. The parser mends both, so only what was built in code can be so.
pub(super) fn check(
    binding: &Binding<'_>,
    practice: Option<&Practice>,
    found: &mut Vec<Diagnostic>,
) {
    let mut review = Review { found };
    let nowhere = Origin::default();
    let titles = binding.articles.iter().map(|article| article.metadata.title.as_str());
    if std::iter::once(binding.title).chain(titles).any(|title| title.trim().is_empty()) {
        let mut untitled =
            Diagnostic::new(Code::MissingTitle, "a book and its articles need titles");
        untitled.severity = Severity::Error;
        review.found.push(untitled);
    }
    review.text("the title", binding.title, nowhere);
    let optional = [
        ("the subtitle", binding.subtitle),
        ("the description", binding.description),
        ("the publisher", binding.publisher),
        ("the rights", binding.rights),
        ("the version", binding.version),
        ("the name of the series", binding.series.map(|series| series.name.as_str())),
        ("the text of the cover", binding.cover.and_then(|cover| cover.alt.as_deref())),
    ];
    for (what, text) in optional {
        review.text(what, text.unwrap_or_default(), nowhere);
    }
    for subject in
        binding.subjects.iter().copied().chain(binding.audience.iter().map(AsRef::as_ref))
    {
        review.text("a keyword", subject, nowhere);
    }
    for maker in &binding.makers {
        review.text("a name", maker.name, nowhere);
    }
    if let Some(practice) = practice {
        let name = Some(&practice.name);
        let optional = [&practice.strapline, &practice.telephone, &practice.email];
        let more = [&practice.complaints, &practice.footer, &practice.logo_alt];
        let texts = name.into_iter().chain(optional.into_iter().chain(more).flatten());
        for text in texts.chain(&practice.address).chain(&practice.register_lines) {
            review.text("the practice", text, practice.origin);
        }
    }
    binding.articles.iter().for_each(|article| review.article(article));
}

struct Review<'f> {
    found: &'f mut Vec<Diagnostic>,
}

impl Review<'_> {
    fn text(&mut self, what: &str, text: &str, origin: Origin) {
        if let Some(c) = text.chars().find(|&c| !is_allowed(c)) {
            self.found.push(
                Diagnostic::new(
                    Code::XmlCharacter,
                    format!(
                        "{what} has the character U+{:04X}, which no book can hold",
                        u32::from(c)
                    ),
                )
                .label(origin, "in this text")
                .help("remove the character"),
            );
        }
    }
}

impl<'a> Visit<'a> for Review<'_> {
    fn article(&mut self, node: &'a Article) {
        let nowhere = Origin::default();
        self.text("the title of an article", &node.metadata.title, nowhere);
        self.text(
            "the subtitle of an article",
            node.metadata.subtitle.as_deref().unwrap_or_default(),
            nowhere,
        );
        visit::article(self, node);
    }

    fn author(&mut self, node: &'a Author) {
        self.text("a name", &node.name, node.origin);
        self.text("a name", node.sort_name.as_deref().unwrap_or_default(), node.origin);
        visit::author(self, node);
    }

    fn block(&mut self, node: &'a Block) {
        let texts = match node {
            Block::Code { text, .. } => [Some(text), None],
            Block::Figure { alt, .. } => [alt.as_ref(), None],
            _ => [None, None],
        };
        for text in texts.into_iter().flatten() {
            self.text("the article", text, node.origin());
        }
        visit::block(self, node);
    }

    fn inline(&mut self, node: &'a Inline) {
        let texts = match node {
            Inline::Text { text, .. }
            | Inline::Code { text, .. }
            | Inline::Abbreviation { title: text, .. } => [Some(text), None],
            Inline::Image { alt, title, .. } => [alt.as_ref(), title.as_ref()],
            Inline::Link { title, .. } => [title.as_ref(), None],
            _ => [None, None],
        };
        for text in texts.into_iter().flatten() {
            self.text("the article", text, node.origin());
        }
        visit::inline(self, node);
    }
}
