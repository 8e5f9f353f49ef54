//! One article with every kind of node and every field in it. `fixtures/json/version-1.json` is its JSON.

use offprint::model::{
    Affiliation, Alignment, Author, AuthorRole, Basis, Block, Body, CalloutKind, Cell, Confidence,
    Cover, DefinitionItem, Degree, Footnote, Grade, Identifier, Inline, Jurisdiction, Language,
    ListItem, Membership, Metadata, Post, PrivatePractice, Reading, ReadingKind, Row, Section,
    SectionRole, Series, ShowIn, Status, VignetteNature,
};
use offprint::{Article, Origin};
use std::str::FromStr;

fn read<T: FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

pub(crate) fn article() -> Article {
    let mut builder = Article::builder("").metadata(metadata());
    for author in authors() {
        builder = builder.author(author);
    }
    for block in blocks() {
        builder = builder.block(block);
    }
    let roles = [
        SectionRole::Body,
        SectionRole::Summary,
        SectionRole::FurtherReading,
        SectionRole::References,
        SectionRole::AboutTheAuthor,
        SectionRole::UrgentHelp,
    ];
    for (at, role) in roles.into_iter().enumerate() {
        let section = Section::new(format!("Section {}", at + 1)).role(role);
        let inner = Section::new(format!("Under {}", at + 1));
        builder = builder.section(
            section.content([Block::paragraph("What stands under it.")]).sections([inner]),
        );
    }
    let note = Footnote::new(read("1"), vec![Block::paragraph("The kettle was blue.")]);
    builder.footnote(note).build().unwrap()
}

fn metadata() -> Metadata {
    let mut metadata = Metadata::new("The Long Way Home")
        .subtitle("Notes on Returning")
        .summary("How people come back from where they never meant to go.")
        .language(read::<Language>("en-GB"))
        .published(read("2026-03-12"))
        .modified(read("2026-04"))
        .reviewed(read("2026"))
        .next_review(read("--03-12"))
        .version("1.2")
        .keywords(["home", "rest"])
        .category("Change")
        .canonical(read("https://example.org/long-way-home"))
        .licence("CC-BY-4.0")
        .publisher("Heron Lane Press")
        .identifiers([
            Identifier::Isbn { value: read("978-0-00-000000-2") },
            Identifier::Doi { value: "10.5555/heron.1".into() },
            Identifier::Uuid { value: "8c5b9c1e-6f55-4d7e-9c53-0d3b6a1f2e4d".into() },
            Identifier::Other { scheme: "handle".into(), value: "5555/1".into() },
        ])
        .cover(Cover::new(read("cover.png")).alt("A lane between hedges"))
        .audience(["patients", "families"])
        .series(Series::new("Lantern Talks").number(3))
        .jurisdiction(Jurisdiction::NorthernIreland)
        .slug("long-way-home")
        .draft(true)
        .suppress([read::<offprint::diagnostic::Code>("P005")]);
    metadata.stated_reading_minutes = Some(4);
    metadata.extra.insert("layout".into(), serde_json::json!({ "wide": true, "ratio": 1.5 }));
    metadata
}

fn authors() -> Vec<Author> {
    let membership = Membership::new(Body::Bacp)
        .grade(Grade::SeniorAccredited)
        .status(Status::NotWorking)
        .number("000000")
        .since(read("2011"))
        .verified_on(read("2026-03-01"))
        .valid_until(read("2027-02"))
        .source(read("https://example.org/register"))
        .basis(Basis::Stated);
    let degree = Degree::new("MSc")
        .subject("Counselling")
        .institution("University of Wexcombe")
        .classification("distinction")
        .year(read("2009"))
        .basis(Basis::Recognised)
        .confidence(Confidence::Medium);
    let affiliation = Affiliation::new("Lantern Society").role("Fellow").basis(Basis::Stated);
    let writer = Author::new("Imogen Farthing")
        .sort_name("Farthing, Imogen")
        .credentials([membership.into(), degree.into(), affiliation.into()]
            as [offprint::model::Credential; 3])
        .posts([Post::new("Wexcombe Clinic")
            .title("Counsellor")
            .place("Wexcombe")
            .basis(Basis::Recognised)
            .confidence(Confidence::Low)])
        .practices([PrivatePractice::new()
            .name("Willow Rooms")
            .place("Wexcombe")
            .online(true)
            .url(read("https://example.org/willow"))
            .basis(Basis::Recognised)
            .confidence(Confidence::High)])
        .biography([Block::paragraph("She walks, and listens.")])
        .url(read("https://example.org/imogen"))
        .email("imogen@example.org")
        .orcid("0000-0000-0000-0000");
    let others = [
        AuthorRole::Editor,
        AuthorRole::Translator,
        AuthorRole::Illustrator,
        AuthorRole::Contributor,
    ];
    let other = |role| Author::new("Tobias Merriweather").role(role);
    std::iter::once(writer).chain(others.map(other)).collect()
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::text(words)]
}

fn inlines() -> Vec<Inline> {
    let (content, origin) = (text("words"), Origin::default());
    let french: Language = read("fr");
    vec![
        Inline::text("Plain “text”, <b> & \u{1f3e0}. "),
        Inline::Emphasis { content: content.clone(), origin },
        Inline::Strong { content: content.clone(), origin },
        Inline::Strikethrough { content: content.clone(), origin },
        Inline::Superscript { content: content.clone(), origin },
        Inline::Subscript { content: content.clone(), origin },
        Inline::Mark { content: content.clone(), origin },
        Inline::Keyboard { content: content.clone(), origin },
        Inline::Abbreviation { content: text("GP"), title: "general practitioner".into(), origin },
        Inline::Span { content: text("chez soi"), language: Some(french), origin },
        Inline::Code { text: "let home;".into(), origin },
        Inline::Link {
            address: read("https://example.org/a%20page"),
            title: Some("A page".into()),
            content,
            origin,
        },
        Inline::Image {
            address: read("door.png"),
            alt: Some("A door".into()),
            title: Some("Ajar".into()),
            origin,
        },
        Inline::FootnoteReference { label: read("1"), origin },
        Inline::SoftBreak { origin },
        Inline::LineBreak { origin },
    ]
}

fn blocks() -> Vec<Block> {
    let origin = Origin::default();
    let content = vec![Block::paragraph("Something inside.")];
    let mut all = vec![
        Block::Paragraph { content: inlines(), origin },
        Block::Heading { level: 3, content: text("A heading"), origin },
        Block::Quotation { content: content.clone(), origin },
        Block::Code {
            language: Some("rust".into()),
            attributes: Some("ignore".into()),
            text: "fn home() {}\n".into(),
            origin,
        },
        Block::Figure {
            address: read("lane.svg"),
            alt: Some("A lane".into()),
            caption: text("The lane at dusk"),
            origin,
        },
        Block::Details { summary: text("More"), content: content.clone(), origin },
        Block::Division { language: Some(read("cy")), content: content.clone(), origin },
        Block::ThematicBreak { origin },
        Block::Comment { text: "offprint: suppress P005".into(), origin },
    ];
    let callouts = [
        CalloutKind::Note,
        CalloutKind::Tip,
        CalloutKind::Important,
        CalloutKind::Warning,
        CalloutKind::Caution,
        CalloutKind::UrgentHelp,
    ];
    all.extend(callouts.map(|callout| Block::Callout {
        callout,
        content: content.clone(),
        origin,
    }));
    let natures =
        [VignetteNature::Fictional, VignetteNature::Composite, VignetteNature::WithConsent];
    all.extend(natures.map(|nature| Block::Vignette { nature, content: content.clone(), origin }));
    let mut task = ListItem::new(content.clone());
    task.done = Some(true);
    let items = vec![task, ListItem::new(content.clone())];
    all.push(Block::List { start: Some(4), tight: false, items, origin });
    let item = DefinitionItem::new(text("Lane"), vec![content.clone(), content]);
    all.push(Block::DefinitionList { items: vec![item], origin });
    let row = |words: &str| Row::new(vec![Cell::new(text(words)); 3]);
    all.push(Block::Table {
        columns: vec![Alignment::Start, Alignment::Centre, Alignment::End],
        head: row("Head"),
        rows: vec![row("One"), row("Two")],
        caption: text("Distances"),
        origin,
    });
    let kinds = [
        (ReadingKind::Unknown, ShowIn::Both),
        (ReadingKind::Book, ShowIn::Web),
        (ReadingKind::Article, ShowIn::Leaflet),
        (ReadingKind::Web, ShowIn::Both),
        (ReadingKind::Leaflet, ShowIn::Both),
    ];
    let entries = kinds.map(|(kind, show_in)| {
        Reading::new(text("Lanes, by A. Hedge"))
            .title("Lanes")
            .address(read("https://example.org/lanes"))
            .authors(["A. Hedge"])
            .publisher("Heron Lane Press")
            .published(read("2019"))
            .kind(kind)
            .show_in(show_in)
    });
    all.push(Block::ReadingList { start: Some(1), entries: entries.into(), origin });
    all
}
