//! Pieces of text into an article: title, byline, sections and their roles, footnotes.

use super::document::{Document, Part, is_comment};
use super::frame::HeadingAttributes;
use super::{FrontMatter, byline, reading_list};
use crate::characters::{clean, one_line};
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::model::visit::{self, Visit};
use crate::model::{
    Anchor, Anchors, Article, Footnote, Inline, MAX_NESTING, Section, SectionRole, Suppressions,
    inlines_text,
};
use crate::registers::{Registers, recognise_biography, recognise_section};
use crate::source::{Origin, Source, SourceName};
use std::collections::BTreeMap;

/// Makes the article; none where there is nothing to read.
pub(super) fn assemble(
    source: &Source,
    front: FrontMatter,
    document: Document,
    registers: &Registers,
    found: &mut Vec<Diagnostic>,
) -> Option<Article> {
    let Document { lead, mut parts, footnotes, separated, .. } = document;
    if parts.is_empty() && lead.iter().all(is_comment) {
        if !has_errors(found) {
            found.push(
                Diagnostic::new(Code::NothingToRead, "there is no text in this file")
                    .label(source.origin(0..0), ""),
            );
        }
        return None;
    }
    let mut article = Article { source: SourceName::from(source), lead, ..Article::default() };
    article.metadata = front.metadata;
    article.authors = front.authors;
    title(source, &mut article, &mut parts, front.hides_title, found);
    sections(&mut article, parts, found);
    let mut authors = std::mem::take(&mut article.authors);
    let mut stated_at = front.reading_time.unwrap_or(source.origin(0..0));
    if !separated {
        let letters = |letters: &str| byline::credential(registers, letters);
        let Article { lead, metadata, .. } = &mut article;
        let stated = byline::take(lead, metadata, &mut authors, &letters, found);
        stated_at = front.reading_time.or(stated).unwrap_or(stated_at);
    }
    article.authors = authors;
    if article.lead.iter().all(is_comment) && article.sections.is_empty() {
        // Only a title or a byline: it is all there is to read, and that is little, but it is not nothing.
        found.push(
            Diagnostic::new(Code::NothingToRead, "there is a title, but no text under it")
                .label(source.origin(0..0), ""),
        );
        return None;
    }
    for section in &mut article.sections {
        convert_readings(section);
    }
    credentials(&mut article, registers, source, found);
    if !footnotes.is_empty() {
        article.footnotes = in_order(References::of(&article), footnotes, found);
    }
    reading_time(&article, stated_at, found);
    Some(article)
}

/// The title from front matter, from the first heading, or from the name of the source.
fn title(
    source: &Source,
    article: &mut Article,
    parts: &mut Vec<Part>,
    is_told: bool,
    found: &mut Vec<Diagnostic>,
) {
    let heading = parts.first().filter(|part| part.level == 1);
    let heading = heading.map(|part| one_line(&inlines_text(&part.heading)));
    let metadata = &mut article.metadata;
    match heading.filter(|text| !text.is_empty()) {
        // The title, or the title again, as many tools want it.
        Some(text) if metadata.title.is_empty() || same_words(&text, &metadata.title) => {
            let mut part = parts.remove(0);
            if metadata.title.is_empty() {
                let (title, category) = split_category(&text, metadata.category.as_deref());
                title.clone_into(&mut metadata.title);
                if let Some(category) = category {
                    metadata.category = Some(category.to_owned());
                }
                if let Some(attributes) = &mut part.attributes
                    && let Some(language) = attributes.language.take()
                {
                    metadata.language = language;
                }
            }
            tell_title_markup(&part.heading, found);
            if let Some(attributes) = part.attributes {
                tell_attributes(&attributes, part.origin, found);
            }
            article.lead.append(&mut part.blocks);
        }
        _ if metadata.title.is_empty() => {
            metadata.title = name_as_title(source.name());
            if is_told {
                return;
            }
            found.push(
                Diagnostic::new(
                    Code::MissingTitle,
                    format!("there is no title, so the file's name serves: `{}`", metadata.title),
                )
                .label(source.origin(0..0), "")
                .help("write `# Title` as the first line"),
            );
        }
        _ => {}
    }
}

/// `Title | Category`, unless another category is given already.
fn split_category<'t>(text: &'t str, given: Option<&str>) -> (&'t str, Option<&'t str>) {
    match text.rsplit_once(" | ").map(|(title, category)| (title.trim(), category.trim())) {
        Some((title, category))
            if !title.is_empty()
                && !category.is_empty()
                && given.is_none_or(|given| given == category) =>
        {
            (title, Some(category))
        }
        _ => (text, None),
    }
}

/// Whether two titles differ in their quotation marks and dashes only.
pub(super) fn same_words(left: &str, right: &str) -> bool {
    let fold = |text: &str| -> String {
        let text = text.replace(['‘', '’', '‚', '‹', '›'], "'");
        let text = text.replace(['“', '”', '„', '«', '»'], "\"").replace('…', "...");
        text.replace('—', "---").replace('–', "--").replace('\u{202f}', "")
    };
    left == right || fold(left) == fold(right)
}

fn tell_title_markup(content: &[Inline], found: &mut Vec<Diagnostic>) {
    let help = "write it as `canonical:` in the front matter, or in the text";
    tell_markup("a title", help, content, found);
}

/// Tells what was dropped where only words are kept.
pub(super) fn tell_markup(
    place: &str,
    help: &str,
    content: &[Inline],
    found: &mut Vec<Diagnostic>,
) {
    for (what, origin) in beyond_words(content) {
        found.push(
            Diagnostic::new(
                Code::TitleMarkup,
                format!("{place} is plain words, so {what} was dropped"),
            )
            .label(origin, "")
            .help(help),
        );
    }
}

/// What phrases have that their words do not say: where its links and pictures lead, and its notes.
fn beyond_words(content: &[Inline]) -> Vec<(String, Origin)> {
    let mut all = Vec::new();
    for inline in content {
        match inline {
            Inline::Link { address, content, origin, .. }
                if inlines_text(content) != address.as_str() =>
            {
                all.push((format!("the address `{address}`"), *origin));
            }
            Inline::Image { address, origin, .. } => {
                all.push((format!("the picture `{address}`"), *origin));
            }
            Inline::FootnoteReference { label, origin } => {
                all.push((format!("the reference to the note `{label}`"), *origin));
            }
            _ => {}
        }
        all.extend(beyond_words(inline.content()));
    }
    all
}

/// `articles/first-session.md` as `First session`.
fn name_as_title(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words =
        stem.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    let title: String =
        chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    if title.is_empty() { "Untitled".to_owned() } else { title }
}

/// Puts the blocks into sections that stand inside one another as their headings say.
fn sections(article: &mut Article, parts: Vec<Part>, found: &mut Vec<Diagnostic>) {
    let mut taken = Anchors::default();
    // Sections that are still open, with the level of each: a later one stands inside an earlier one.
    let mut open: Vec<(u8, Section)> = Vec::new();
    for mut part in parts {
        let Part { level, origin, .. } = part;
        let words = inlines_text(&part.heading);
        if words.trim().is_empty() && !part.heading.iter().any(is_image) {
            found.push(
                Diagnostic::new(
                    Code::EmptyHeading,
                    "this heading has no words; its section was joined to the one before",
                )
                .label(origin, "")
                .help("write the words, or remove the heading"),
            );
            let before =
                open.last_mut().map_or(&mut article.lead, |(_, section)| &mut section.content);
            before.append(&mut part.blocks);
            continue;
        }
        while open.last().is_some_and(|(above, _)| *above >= level) {
            close(&mut open, article);
        }
        let above = open.last().map_or(1, |(above, _)| *above);
        if level > above + 1 {
            found.push(
                Diagnostic::new(
                    Code::SkippedHeadingLevel,
                    format!("this heading is of level {level}, but the one above is of {above}"),
                )
                .label(origin, format!("expected level {}", above + 1))
                .help(format!("write `{}` before it", "#".repeat(usize::from(above) + 1))),
            );
        }
        open.push((level, section(part, &words, &mut taken, found)));
    }
    while !open.is_empty() {
        close(&mut open, article);
    }
}

const fn is_image(inline: &Inline) -> bool {
    matches!(inline, Inline::Image { .. })
}

fn close(open: &mut Vec<(u8, Section)>, article: &mut Article) {
    if let Some((_, section)) = open.pop() {
        match open.last_mut() {
            Some((_, parent)) => parent.sections.push(section),
            None => article.sections.push(section),
        }
    }
}

fn section(part: Part, words: &str, taken: &mut Anchors, found: &mut Vec<Diagnostic>) -> Section {
    let Part { attributes, mut heading, blocks, origin, .. } = part;
    let HeadingAttributes { id, classes, mut language, mut others } =
        attributes.map(|attributes| *attributes).unwrap_or_default();
    // The phrase that says the language is a level of its own.
    if language.is_some() && depth(&heading) == MAX_NESTING {
        others.extend(language.take().map(|language| format!("lang={language}")));
    }
    let (roles, classes): (Vec<_>, Vec<_>) = classes
        .into_iter()
        .map(|class| (role_of_class(&class), class))
        .partition(|(role, _)| role.is_some());
    let mut roles = roles.into_iter().filter_map(|(role, _)| role);
    let named = roles.next();
    let classes = classes.into_iter().map(|(_, class)| class).collect();
    let rest = HeadingAttributes { classes, others, ..HeadingAttributes::default() };
    tell_attributes(&rest, origin, found);
    if let Some(language) = language {
        let content = heading;
        heading = vec![Inline::Span { content, language: Some(language), origin }];
    }
    let slug = Anchor::slug(words);
    Section {
        role: named.unwrap_or_else(|| role(&slug)),
        id: taken.take(id.unwrap_or(slug)),
        heading,
        content: blocks,
        sections: Vec::new(),
        origin,
    }
}

/// How deep phrases stand inside one another.
fn depth(content: &[Inline]) -> usize {
    let levels = content.iter().map(Inline::content).filter(|inside| !inside.is_empty());
    levels.map(|inside| 1 + depth(inside)).max().unwrap_or_default()
}

fn role_of_class(class: &str) -> Option<SectionRole> {
    serde_json::from_value(serde_json::Value::String(class.to_owned())).ok()
}

/// The role that the slug of an English heading names.
pub(super) fn role(heading: &Anchor) -> SectionRole {
    match heading.as_str() {
        "further-reading"
        | "recommended-reading"
        | "suggested-reading"
        | "reading-list"
        | "further-resources"
        | "further-reading-and-resources" => SectionRole::FurtherReading,
        "references" | "bibliography" | "sources" | "works-cited" => SectionRole::References,
        "about-the-author" | "about-the-authors" | "the-author" | "the-authors" | "about-me" => {
            SectionRole::AboutTheAuthor
        }
        "urgent-help"
        | "getting-urgent-help"
        | "crisis-support"
        | "in-a-crisis"
        | "in-an-emergency"
        | "if-you-need-help-now"
        | "if-you-need-urgent-help"
        | "help-in-a-crisis" => SectionRole::UrgentHelp,
        "summary" | "in-short" | "in-brief" | "key-points" | "at-a-glance" => SectionRole::Summary,
        _ => SectionRole::Body,
    }
}

fn convert_readings(section: &mut Section) {
    if matches!(section.role, SectionRole::FurtherReading | SectionRole::References) {
        reading_list::convert(&mut section.content);
    }
    section.sections.iter_mut().for_each(convert_readings);
}

/// What the authors say of themselves in English, as credentials.
fn credentials(
    article: &mut Article,
    registers: &Registers,
    source: &Source,
    found: &mut Vec<Diagnostic>,
) {
    if article.metadata.language.primary() != "en" {
        return;
    }
    let mut authors = std::mem::take(&mut article.authors);
    for author in &mut authors {
        let biography = std::mem::take(&mut author.biography);
        recognise_biography(registers, author, &biography, source, found);
        author.biography = biography;
    }
    for section in &article.sections {
        if section.role == SectionRole::AboutTheAuthor {
            recognise_section(registers, &mut authors, section, source, found);
        }
    }
    article.authors = authors;
}

/// Footnotes in the order in which they are first referred to; those that nothing refers to come last.
fn in_order(
    mut references: References,
    footnotes: Vec<Footnote>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Footnote> {
    let mut waiting: BTreeMap<Anchor, Footnote> = BTreeMap::new();
    let mut unused: Vec<Footnote> = Vec::new();
    let mut order: Vec<Anchor> = Vec::new();
    for note in footnotes {
        if waiting.contains_key(&note.label) {
            unused.push(note);
        } else {
            order.push(note.label.clone());
            waiting.insert(note.label.clone(), note);
        }
    }
    let mut ordered: Vec<Footnote> = Vec::with_capacity(order.len());
    let mut next = 0;
    while next < references.0.len() {
        let label = references.0[next].clone();
        next += 1;
        if let Some(note) = waiting.remove(&label) {
            note.content.iter().for_each(|block| references.block(block));
            ordered.push(note);
        }
    }
    let mut taken: Anchors = ordered.iter().map(|note| note.label.clone()).collect();
    let left = order.iter().filter_map(|label| waiting.remove(label));
    let mut left: Vec<Footnote> = left.chain(unused).collect();
    left.sort_by_key(|note| note.origin.range().start);
    for mut note in left {
        found.push(
            Diagnostic::new(
                Code::UnusedFootnote,
                format!("nothing refers to the footnote `{}`; it is kept at the end", note.label),
            )
            .label(note.origin, "")
            .help(format!("write `[^{}]` where it belongs", note.label)),
        );
        note.label = taken.take(note.label);
        ordered.push(note);
    }
    ordered
}

#[derive(Default)]
struct References(Vec<Anchor>);

impl References {
    /// What an article refers to, in the order of the article: that of the source may be another, as where
    /// a caption stands over its table.
    fn of(article: &Article) -> Self {
        let mut references = Self::default();
        references.article(article);
        references
    }
}

impl<'a> Visit<'a> for References {
    fn inline(&mut self, node: &'a Inline) {
        if let Inline::FootnoteReference { label, .. } = node {
            self.0.push(label.clone());
        }
        visit::inline(self, node);
    }
}

/// What the author does not want to be told, while the title and the byline still have their places.
pub(super) fn suppressions(everywhere: &[Code], document: &Document) -> Suppressions {
    let mut suppressions = Suppressions::new(everywhere);
    if !document.suppresses {
        return suppressions;
    }
    document.lead.iter().for_each(|block| suppressions.block(block));
    for part in &document.parts {
        suppressions.place(part.origin);
        part.blocks.iter().for_each(|block| suppressions.block(block));
    }
    document.footnotes.iter().for_each(|note| suppressions.footnote(note));
    suppressions
}

/// Tells the attributes of a heading that mean nothing where it stands.
pub(super) fn tell_attributes(
    attributes: &HeadingAttributes,
    origin: Origin,
    found: &mut Vec<Diagnostic>,
) {
    let id = attributes.id.iter().map(|id| format!("#{id}"));
    let classes = attributes.classes.iter().map(|class| format!(".{class}"));
    let language = attributes.language.iter().map(|language| format!("lang={language}"));
    for told in id.chain(classes).chain(language).chain(attributes.others.iter().cloned()) {
        let told = clean(&told, origin, &mut Vec::new());
        found.push(
            Diagnostic::new(
                Code::HeadingAttribute,
                format!("the attribute `{told}` of this heading means nothing, and was dropped"),
            )
            .label(origin, "")
            .help("a section's heading takes `#id`, the class of a role such as `.further-reading`, and `lang=`"),
        );
    }
}

/// A stated reading time that the text does not bear out, read at 150 to 350 words a minute.
fn reading_time(article: &Article, at: Origin, found: &mut Vec<Diagnostic>) {
    let Some(stated) = article.metadata.stated_reading_minutes else { return };
    let words = article.word_count();
    let stated_minutes = usize::try_from(stated).unwrap_or(usize::MAX);
    if stated_minutes >= words / 350 && stated_minutes <= words.div_ceil(150).max(1) {
        return;
    }
    let computed = article.reading_minutes();
    found.push(
        Diagnostic::new(
            Code::ReadingTime,
            format!("{stated} min are stated, but {words} words take about {computed} min"),
        )
        .label(at, "stated here")
        .help("leave it out: outputs show the computed time"),
    );
}
