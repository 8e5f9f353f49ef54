//! What the other tests of leaflets share; and the words of the registers, pictures, accents and links in leaflets.

use super::arrangement::Arrangement;
use super::world::Inspection;
use super::{Leaflet, Pdf};
use crate::diagnostic::Code;
use crate::export::{Exported, Exporter, MemoryAssets};
use crate::model::{
    Article, Author, Block, Body, Grade, Inline, ListItem, Membership, Practice, Section,
};
use crate::registers::Registers;
use crate::source::{Origin, Source};
use std::sync::Arc;

/// The leaflets that hold any length.
pub(super) const PAGED: [Leaflet; 4] =
    [Leaflet::A4, Leaflet::A5, Leaflet::LargePrint, Leaflet::A5Booklet];
pub(super) const ORIGIN: fn() -> Origin = Origin::default;

pub(super) fn export(pdf: &Pdf, article: &Article) -> (Exported, Vec<u8>) {
    let mut bytes = Vec::new();
    match pdf.export(article, &mut bytes) {
        Ok(exported) => (exported, bytes),
        Err(error) => panic!("{error}\n{:#?}", error.diagnostics()),
    }
}

pub(super) fn inspect(pdf: &Pdf, article: &Article) -> Inspection {
    let inspected = || {
        let prepared = pdf.prepare(article, &mut Vec::new())?;
        let plain = Arrangement::plain();
        pdf.work(article, &prepared, &plain, |job, _| pdf.engine.inspect(job))
    };
    match inspected() {
        Ok((inspection, _)) => inspection,
        Err(error) => panic!("{error}"),
    }
}

pub(super) fn drawing() -> MemoryAssets {
    let svg =
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><path d='M0 0h4v3z'/></svg>";
    MemoryAssets::new().with("a.svg", svg.to_vec())
}

pub(super) fn text(words: &str) -> Vec<Inline> {
    vec![Inline::text(words)]
}

#[test]
fn what_authors_hold_is_said_in_the_words_of_the_registers() {
    let text = "[[body]]\nabbreviation = \"BACP\"\nname = \"Xname\"\n\
        grades = [{ grade = \"accredited\", letters = \"Xletters\", \
        wording = \"Xwording of the {name}\", certainty = \"seen\" }]\n";
    let ours = Registers::built_in().with(&Source::new("ours.toml", text)).unwrap().value;
    let held = Membership::new(Body::Bacp).grade(Grade::Accredited).number("000000");
    let article = Article::builder("On Grief")
        .author(Author::new("Imogen Example").credentials([held]))
        .paragraph("It takes the time it takes.")
        .build()
        .unwrap();
    let ours = Arc::new(ours);
    for leaflet in PAGED {
        let pdf = Pdf::new().leaflet(leaflet).registers(Arc::clone(&ours));
        let printed = inspect(&pdf, &article).printed.replace('\u{a0}', " ");
        let told = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Imogen Example, Xletters"), "{told}");
        assert!(told.contains("Xwording of the Xname (BACP), register number 000000"), "{told}");
        for words in ["MBACP", "Accredited", "British Association"] {
            assert!(!told.contains(words), "{leaflet:?} says {words}: {told}");
        }
    }
}

pub(super) fn nested(levels: usize, wrap: fn(Vec<Block>) -> Block) -> Block {
    let deepest = vec![Block::paragraph(format!("level {levels}"))];
    (1..levels).rev().fold(wrap(deepest), |inner, level| {
        wrap(vec![Block::paragraph(format!("level {level}")), inner])
    })
}

pub(super) fn list(content: Vec<Block>) -> Block {
    Block::List { start: None, tight: true, items: vec![ListItem::new(content)], origin: ORIGIN() }
}

#[test]
fn a_damaged_image_is_named() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02\x08\x02\0\0\0".to_vec();
    png.extend([0; 40]);
    let assets = drawing().with("b.png", png);
    let figure = |address: &str| Block::Figure {
        address: address.parse().unwrap(),
        alt: Some("Something".into()),
        caption: Vec::new(),
        origin: ORIGIN(),
    };
    let article =
        Article::builder("Images").block(figure("a.svg")).block(figure("b.png")).build().unwrap();
    let mut out = Vec::new();
    let error = Pdf::new().assets(Arc::new(assets)).export(&article, &mut out).unwrap_err();
    let codes: Vec<_> = error.diagnostics().iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::BadImage]);
    assert!(error.diagnostics()[0].message.contains("`b.png`"));
    assert!(out.is_empty());
}

#[test]
fn an_image_on_the_web_is_told_of() {
    let figure = Block::Figure {
        address: "https://example.org/a.png".parse().unwrap(),
        alt: Some("A heron".into()),
        caption: text("Seen in May"),
        origin: ORIGIN(),
    };
    let article = Article::builder("Images").block(figure).build().unwrap();
    let (exported, _) = export(&Pdf::new(), &article);
    assert_eq!(exported.diagnostics[0].code, Code::RemoteImage);
    let printed = inspect(&Pdf::new(), &article).printed;
    for words in ["A heron", "example.org/a.png", "Seen in May"] {
        assert!(printed.contains(words), "{printed}");
    }
}

#[test]
fn an_accent_too_light_is_darkened_with_a_note() {
    let article = Article::builder("Light").paragraph("Words.").build().unwrap();
    let pdf = Pdf::new().practice(&Practice::new("Sun Rooms").accent("#ffd400"));
    let (exported, _) = export(&pdf, &article);
    assert_eq!(exported.diagnostics[0].code, Code::AccentTooLight);
}

#[test]
fn links_inside_find_their_section_or_are_words() {
    let invisible = Section::new("\u{ad}");
    let endless = Section::new("word ".repeat(9_000));
    let mut same = Section::new("Same");
    same.sections = vec![Section::new("Inner")];
    let link = |section: &Section| {
        let address = format!("#{}", section.id.as_str().chars().take(900).collect::<String>());
        Inline::link(address.parse().unwrap(), "go there ")
    };
    let content = vec![link(&invisible), link(&endless), link(&same), link(&Section::new("No"))];
    let mut article = Article::builder("Links")
        .block(Block::Paragraph { content, origin: ORIGIN() })
        .section(invisible)
        .section(endless)
        .section(same.clone())
        .build()
        .unwrap();
    // As an article from elsewhere might have it.
    article.sections.push(same);
    export(&Pdf::new(), &article);
}
