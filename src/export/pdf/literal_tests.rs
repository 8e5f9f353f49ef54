//! Text that looks like code to the typesetter is printed as it is.

use super::tests::{ORIGIN, PAGED, drawing, export, inspect, text};
use super::{Leaflet, Pdf};
use crate::model::{
    Anchor, Article, Author, Block, Cell, DefinitionItem, Footnote, Inline, Metadata, Practice,
    Row, Section, SectionRole,
};
use std::sync::Arc;

/// All that means something to typst.
const SPECIALS: &str = "#let x = 1 #panic() $ a_b $ @ref <label> *b* _i_ `r` ```t``` // c /* d */ \\ \\u{41} = h - l + e / t : ~ -- --- ... #[c] #{d} \"q\" 'q'";

fn special_practice() -> Practice {
    Practice::new(SPECIALS)
        .strapline(SPECIALS)
        .address([SPECIALS])
        .telephone(SPECIALS)
        .email(SPECIALS)
        .register_lines([SPECIALS])
        .complaints(SPECIALS)
        .footer(SPECIALS)
}

fn special_article() -> Article {
    let label: Anchor = "#panic()".parse().unwrap();
    let metadata = Metadata::new(SPECIALS)
        .subtitle(SPECIALS)
        .summary(SPECIALS)
        .keywords([SPECIALS])
        .category(SPECIALS)
        .version(SPECIALS)
        .licence(SPECIALS)
        .publisher(SPECIALS)
        .audience([SPECIALS])
        .canonical("https://example.org/#panic()\"".parse().unwrap());
    let author = Author::new(SPECIALS).biography([Block::paragraph(SPECIALS)]);
    let blocks = [
        Block::paragraph(SPECIALS),
        Block::bullets([SPECIALS]),
        Block::Code {
            language: Some(SPECIALS.into()),
            attributes: None,
            text: SPECIALS.into(),
            origin: ORIGIN(),
        },
        Block::Table {
            columns: Vec::new(),
            head: Row::new(vec![Cell::new(text(SPECIALS))]),
            rows: vec![Row::new(vec![Cell::new(text(SPECIALS))])],
            caption: text(SPECIALS),
            origin: ORIGIN(),
        },
        Block::Figure {
            address: "a.svg".parse().unwrap(),
            alt: Some(SPECIALS.into()),
            caption: text(SPECIALS),
            origin: ORIGIN(),
        },
        Block::DefinitionList {
            items: vec![DefinitionItem::new(
                text(SPECIALS),
                vec![vec![Block::paragraph(SPECIALS)]],
            )],
            origin: ORIGIN(),
        },
        Block::Details {
            summary: text(SPECIALS),
            content: vec![Block::paragraph(SPECIALS)],
            origin: ORIGIN(),
        },
        Block::Paragraph {
            content: vec![
                Inline::Code { text: SPECIALS.into(), origin: ORIGIN() },
                Inline::Abbreviation {
                    content: text(SPECIALS),
                    title: SPECIALS.into(),
                    origin: ORIGIN(),
                },
                Inline::link("https://example.org/".parse().unwrap(), SPECIALS),
                Inline::FootnoteReference { label: label.clone(), origin: ORIGIN() },
            ],
            origin: ORIGIN(),
        },
    ];
    let section = Section::new(SPECIALS).content(blocks);
    let about = Section::new(SPECIALS).role(SectionRole::UrgentHelp);
    Article::builder("…")
        .metadata(metadata)
        .author(author)
        .paragraph(SPECIALS)
        .section(section)
        .section(about)
        .footnote(Footnote::new(label, vec![Block::paragraph(SPECIALS)]))
        .build()
        .unwrap()
}

#[test]
fn nothing_in_an_article_is_code() {
    for leaflet in PAGED {
        let pdf =
            Pdf::new().leaflet(leaflet).practice(&special_practice()).assets(Arc::new(drawing()));
        let (exported, _) = export(&pdf, &special_article());
        assert_eq!(exported.diagnostics, []);
    }
}

#[test]
fn every_text_is_printed_as_it_is() {
    let article = special_article();
    let wanted = SPECIALS.replace(' ', "");
    for leaflet in Leaflet::ALL {
        let pdf = Pdf::new().practice(&special_practice()).assets(Arc::new(drawing()));
        let pdf = pdf.leaflet(*leaflet);
        let printed = inspect(&pdf, &article).printed.replace([' ', '\u{a0}'], "");
        // Title, subtitle, category, author, name of the practice, lead, headings, and so on.
        let times = printed.matches(&wanted).count();
        assert!(times >= 33, "{leaflet}: only {times} times in:\n{printed}");
    }
}

#[test]
fn the_same_article_gives_the_same_bytes() {
    let pdf = Pdf::new().practice(&special_practice()).assets(Arc::new(drawing()));
    let article = special_article();
    let (_, first) = export(&pdf, &article);
    let others = std::thread::scope(|scope| {
        let twice = [(), ()].map(|()| scope.spawn(|| export(&pdf.clone(), &article).1));
        twice.map(|thread| thread.join().unwrap())
    });
    assert!(others.iter().all(|other| *other == first));
}
