//! Whatever an article may nest is printed, and its levels are kept.

use super::Pdf;
use super::tests::{ORIGIN, PAGED, drawing, export, inspect, list, nested, text};
use crate::diagnostic::Code;
use crate::model::{
    Anchor, Article, Block, CalloutKind, Cell, DefinitionItem, Footnote, Inline, ListItem, Row,
    Section, SectionRole, VignetteNature,
};
use std::sync::Arc;

#[test]
fn a_list_too_deep_for_the_page_loses_nothing() {
    let article = Article::builder("Deep").block(nested(12, list)).build().unwrap();
    let (exported, _) = export(&Pdf::new(), &article);
    let codes: Vec<_> = exported.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::ListTooDeep]);
    let printed = inspect(&Pdf::new(), &article).printed;
    for level in 1..=12 {
        assert!(printed.contains(&format!("level {level}")), "{level} is lost in:\n{printed}");
    }
}

/// Every look that words can have, at once, in a link.
fn styled() -> Inline {
    let wraps: [fn(Vec<Inline>) -> Inline; 7] = [
        |content| Inline::Keyboard { content, origin: ORIGIN() },
        |content| Inline::Superscript { content, origin: ORIGIN() },
        |content| Inline::Emphasis { content, origin: ORIGIN() },
        |content| Inline::Strong { content, origin: ORIGIN() },
        |content| Inline::Mark { content, origin: ORIGIN() },
        |content| Inline::Strikethrough { content, origin: ORIGIN() },
        |content| Inline::Link {
            address: "https://example.org/".parse().unwrap(),
            title: None,
            content,
            origin: ORIGIN(),
        },
    ];
    let code = Inline::Code { text: "deepest".into(), origin: ORIGIN() };
    wraps.iter().fold(code, |inner, wrap| wrap(vec![Inline::text("deep "), inner]))
}

#[test]
fn whatever_an_article_may_nest_is_printed() {
    let wraps: [fn(Vec<Block>) -> Block; 9] = [
        |content| Block::Quotation { content, origin: ORIGIN() },
        |content| Block::Callout { callout: CalloutKind::Tip, content, origin: ORIGIN() },
        |content| {
            let nature = VignetteNature::Fictional;
            Block::Vignette { nature, content, origin: ORIGIN() }
        },
        |content| {
            let language = "fr".parse().ok();
            Block::Division { language, content, origin: ORIGIN() }
        },
        |content| Block::Details { summary: text("More"), content, origin: ORIGIN() },
        |content| {
            let items = vec![DefinitionItem::new(text("Term"), vec![content])];
            Block::DefinitionList { items, origin: ORIGIN() }
        },
        list,
        |content| {
            let items = vec![ListItem::new(content)];
            Block::List { start: Some(1), tight: true, items, origin: ORIGIN() }
        },
        |content| {
            let mut item = ListItem::new(content);
            item.done = Some(true);
            Block::List { start: None, tight: false, items: vec![item], origin: ORIGIN() }
        },
    ];
    for (at, &wrap) in wraps.iter().enumerate() {
        let label: Anchor = "n".parse().unwrap();
        let note = Inline::FootnoteReference { label: label.clone(), origin: ORIGIN() };
        let deepest = Block::Paragraph { content: vec![styled(), note], origin: ORIGIN() };
        let cell = Row::new(vec![Cell::new(vec![styled()])]);
        let table = Block::Table {
            columns: Vec::new(),
            head: cell.clone(),
            rows: vec![cell],
            caption: Vec::new(),
            origin: ORIGIN(),
        };
        let same = (0..23).fold(vec![deepest, table.clone()], |inner, _| vec![wrap(inner)]);
        // Each kind in turn, and the same in a note.
        let mixed = |levels| {
            (0..levels).fold(vec![table.clone()], |inner, level| {
                vec![wraps[(at + level) % wraps.len()](inner)]
            })
        };
        // A note is a level too.
        let note = Footnote::new(label, mixed(22));
        let mixed = mixed(23);
        let urgent = Section::new("Help").role(SectionRole::UrgentHelp).content(mixed.clone());
        let section = Section::new("All")
            .role(SectionRole::Summary)
            .content([same, mixed].concat())
            .sections([urgent]);
        let article = Article::builder("Deep").section(section).footnote(note).build().unwrap();
        for leaflet in PAGED {
            let pdf = Pdf::new().leaflet(leaflet);
            let seen = inspect(&pdf, &article);
            // Once in the paragraph, eight times in four tables, whose heads may stand on two pages.
            assert!(seen.printed.matches("deepest").count() >= 9, "{}", seen.printed);
            assert!(seen.overhang <= 0.5, "{leaflet}: {} points over the edge", seen.overhang);
            export(&pdf, &article);
        }
    }
}

#[test]
fn sections_without_words_skip_no_level() {
    let deep = (0..20).fold(Section::new("Deepest"), |inner, at| {
        Section::new(if at % 3 == 0 { String::new() } else { format!("Level {at}") })
            .sections([inner])
    });
    let picture = Inline::Image {
        address: "a.svg".parse().unwrap(),
        alt: Some("A triangle".into()),
        title: None,
        origin: ORIGIN(),
    };
    let mut drawn = Section::new("");
    drawn.heading = vec![picture];
    let article = Article::builder("Levels").section(deep).section(drawn).build().unwrap();
    export(&Pdf::new().assets(Arc::new(drawing())), &article);
}

#[test]
fn notes_may_lead_to_notes_and_back() {
    let label = |name: &str| name.parse::<Anchor>().unwrap();
    let refer = |name: &str| Inline::FootnoteReference { label: label(name), origin: ORIGIN() };
    let note = |name: &str, other: &str| {
        let content = vec![Inline::text(format!("Words of {name}.")), refer(other)];
        Footnote::new(label(name), vec![Block::Paragraph { content, origin: ORIGIN() }])
    };
    let twice = Block::Paragraph { content: vec![refer("a"), refer("a")], origin: ORIGIN() };
    let article = Article::builder("Notes")
        .block(twice)
        .footnote(note("a", "b"))
        .footnote(note("b", "a"))
        .footnote(note("alone", "alone"))
        .build()
        .unwrap();
    let printed = inspect(&Pdf::new(), &article).printed;
    for name in ["a", "b", "alone"] {
        assert_eq!(printed.matches(&format!("Words of {name}.")).count(), 1, "{printed}");
    }
    export(&Pdf::new(), &article);
}
