//! Makes an article without Markdown: `cargo run --example build_in_code`.

#![expect(clippy::print_stdout, reason = "an example tells what it does")]

use offprint::export::{Exporter, Html};
use offprint::model::{
    Address, Affiliation, Article, Author, Block, Body, Credential, Degree, Grade, Inline,
    Membership, Reading, ReadingKind, Section, SectionRole,
};
use offprint::{Origin, Result};

fn main() -> Result<()> {
    let author = Author::new("Imogen Farthing").credentials([
        Credential::from(Degree::new("MSc").subject("Integrative Psychotherapy")),
        Membership::new(Body::Bacp).grade(Grade::Accredited).number("000000").into(),
        Affiliation::new("Marlowe Street Reading Circle").role("Convenor").into(),
    ]);
    let book =
        Reading::new(vec![Inline::text("The Long Hour, by B. Invented (Heron Press, 2021)")])
            .title("The Long Hour")
            .authors(["B. Invented"])
            .kind(ReadingKind::Book);
    let article = Article::builder("When Rest Does Not Come")
        .subtitle("Four things to try before the fifth")
        .published("2026-03".parse()?)
        .canonical("https://example.org/rest".parse::<Address>()?)
        .author(author)
        .paragraph("Lying awake is not a failure of effort. Effort is often what keeps us there.")
        .section(Section::new("What helps").content([Block::bullets([
            "Light in the morning",
            "A dull book",
            "Company",
        ])]))
        .section(Section::new("Further reading").role(SectionRole::FurtherReading).content([
            Block::ReadingList { start: None, entries: vec![book], origin: Origin::default() },
        ]))
        .build()?;

    let mut html = Vec::new();
    Html::new().export(&article, &mut html)?;
    println!("{}", String::from_utf8_lossy(&html));
    Ok(())
}
