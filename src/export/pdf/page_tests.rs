//! What stands at the head and foot of pages, and how text keeps inside them.

use super::galley::{Sight, What};
use super::tests::{ORIGIN, PAGED, drawing, export, inspect, text};
use super::{Leaflet, Pdf};
use crate::model::{
    Article, Author, Block, CalloutKind, Cell, Inline, Metadata, Practice, Row, Section,
    SectionRole, VignetteNature,
};
use std::sync::Arc;

#[test]
fn pages_are_numbered_and_named_but_for_the_first() {
    for leaflet in [Leaflet::A4, Leaflet::A5, Leaflet::LargePrint] {
        let metadata = Metadata::new("A Walk").publisher("Curlew Press");
        let mut article = Article::builder("…").metadata(metadata);
        for _ in 0..2_000 / leaflet.line_length() {
            article =
                article.paragraph("One foot before the other, and so on, up and down the hill.");
        }
        let printed = inspect(&Pdf::new().leaflet(leaflet), &article.build().unwrap()).printed;
        let pages: Vec<&str> = printed.lines().collect();
        assert!(pages.len() > 1, "{leaflet}");
        for (at, page) in pages.iter().enumerate() {
            let number = format!("{} of {}", at + 1, pages.len());
            assert_eq!(page.matches(&number).count(), 1, "{leaflet}: {page}");
            assert_eq!(page.starts_with("A WalkCurlew Press"), at > 0, "{leaflet}: {page}");
            assert!(!page.contains("0 of 0"), "{leaflet}: {page}");
        }
    }
}

#[test]
fn urgent_help_too_long_for_the_back_of_a_booklet_stays_where_its_author_put_it() {
    let article = |lines: usize| {
        let mut urgent = Section::new("If you cannot wait");
        urgent.role = SectionRole::UrgentHelp;
        urgent.content = vec![Block::paragraph("Call 999 or go to A&E, at any hour."); lines];
        let mut other = Section::new("A walk");
        other.content = vec![Block::paragraph("One foot before the other.")];
        Article::builder("Walks").section(urgent).section(other).build().unwrap()
    };
    let order = |lines: usize| {
        let pdf = Pdf::new().leaflet(Leaflet::A5Booklet);
        let prepared = pdf.prepare(&article(lines), &mut Vec::new()).unwrap();
        let (composed, _) = pdf.bound(&article(lines), &prepared).unwrap();
        let at = |words: &str| {
            let sights = composed.sights();
            let text =
                |sight: &Sight| matches!(&sight.what, What::Text(text) if text.contains(words));
            sights.iter().position(text).unwrap()
        };
        at("If you cannot wait") < at("A walk")
    };
    assert!(order(60), "moved behind the text, and yet not to the back");
    assert!(!order(2), "not on the back");
}

#[test]
fn the_head_of_a_page_is_filled_and_stays_on_its_line() {
    let title = "What Is Psychodynamic Therapy, and Does It Have to Take Years, or Can It Be Brief";
    let metadata = Metadata::new(title).publisher("Curlew Yard");
    let filled = (0..60).fold(Article::builder("…").metadata(metadata), |article, _| {
        article.paragraph("One foot before the other, and so on, up and down the hill.")
    });
    let article = filled.build().unwrap();
    for (leaflet, head) in [
        (Leaflet::A4, "What Is Psychodynamic Therapy, and Does It Have to Take…"),
        (Leaflet::LargePrint, "What Is Psychodynamic Therapy, and Does It Have to…"),
    ] {
        let inspected = inspect(&Pdf::new().leaflet(leaflet), &article);
        let second = inspected.printed.lines().nth(1).unwrap_or_default();
        assert!(second.starts_with(&format!("{head}Curlew Yard")), "{leaflet}: {second}");
    }
}

#[test]
fn long_words_and_addresses_stay_on_the_page() {
    let long = "x".repeat(400);
    let address = format!("https://example.org/{}", "a-path/".repeat(60));
    let article = Article::builder(format!("Title {long}"))
        .paragraph(format!("{long} and {address}"))
        .block(Block::Table {
            columns: Vec::new(),
            head: Row::new(vec![Cell::new(text("Psychotherapeutically")); 9]),
            rows: vec![Row::new(vec![Cell::new(text(&long)); 9])],
            caption: Vec::new(),
            origin: ORIGIN(),
        })
        .build()
        .unwrap();
    for leaflet in PAGED {
        let pdf = Pdf::new().leaflet(leaflet);
        let over = inspect(&pdf, &article).overhang;
        assert!(over <= 0.5, "{leaflet}: {over} points over the edge");
    }
}

#[test]
fn nothing_is_cut_off_at_the_foot_of_a_page() {
    let many = |words: &str| Block::bullets(vec![words; 80]);
    let lines: Vec<Inline> = (0..200)
        .flat_map(|_| [Inline::text("a"), Inline::LineBreak { origin: ORIGIN() }])
        .collect();
    let row = Row::new(vec![Cell::new(lines.clone())]);
    let blocks = [
        Block::Callout {
            callout: CalloutKind::UrgentHelp,
            content: vec![many("Call")],
            origin: ORIGIN(),
        },
        Block::Vignette {
            nature: VignetteNature::Composite,
            content: vec![Block::Paragraph { content: lines.clone(), origin: ORIGIN() }],
            origin: ORIGIN(),
        },
        Block::Table {
            columns: Vec::new(),
            head: row.clone(),
            rows: vec![row],
            caption: lines.clone(),
            origin: ORIGIN(),
        },
        Block::Figure {
            address: "a.svg".parse().unwrap(),
            alt: Some("A triangle".into()),
            caption: lines,
            origin: ORIGIN(),
        },
    ];
    let practice = Practice::new("Rooms")
        .address(vec!["A line"; 60])
        .register_lines(vec!["A register"; 60])
        .complaints("Complain ".repeat(400));
    let author = Author::new("A").biography([many("Wrote")]);
    let section = Section::new("All").content(blocks);
    let article = Article::builder("Long things").author(author).section(section).build().unwrap();
    for leaflet in PAGED {
        let pdf = Pdf::new().leaflet(leaflet).practice(&practice).assets(Arc::new(drawing()));
        let below = inspect(&pdf, &article).below;
        assert!(below <= 0.0, "{leaflet}: {below} points below the page");
        export(&pdf, &article);
    }
}
