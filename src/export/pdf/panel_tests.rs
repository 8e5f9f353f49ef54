//! What a reader would notice on the panels of a tri-fold, and in other narrow places.

use super::tests::{inspect, list, nested, text};
use super::typography_tests::lines_of;
use super::{Leaflet, Pdf, PdfSheets};
use crate::diagnostic::Code;
use crate::export::Exporter;
use crate::model::{Article, ArticleBuilder, Block, Cell, ListItem, Practice, Row};
use crate::source::{Origin, Source};
use lopdf::Object;

const SENTENCE: &str = "A sign that is told in so many words that they run over.";

fn parsed(markdown: &str) -> Article {
    crate::parse(&Source::new("signs.md", markdown)).unwrap().value
}

/// A leaflet whose back has something on it.
fn tri_fold() -> Pdf {
    let practice = Practice::new("Willow Rooms")
        .address(["1 Willow Lane", "Norwich"])
        .telephone("01632 960144")
        .email("hello@example.org");
    Pdf::new().leaflet(Leaflet::TriFold).practice(&practice)
}

/// How many lines each panel has between cover and back.
fn lines_inside(article: &Article) -> Vec<usize> {
    let pdf = tri_fold();
    let prepared = pdf.prepare(article, &mut Vec::new()).unwrap();
    let (composed, _) = pdf.fitted(article, &prepared).unwrap();
    let lines = lines_of(&composed);
    (1..=4).map(|panel| lines.iter().filter(|(page, ..)| *page == panel).count()).collect()
}

/// The place of what does not fit.
fn line_of_overflow(article: &Article) -> (usize, String) {
    let pdf = Pdf::new().leaflet(Leaflet::TriFold);
    let error = pdf.export(article, &mut Vec::new()).unwrap_err();
    let found = error.diagnostics().first().unwrap().clone();
    assert_eq!(found.code, Code::TooLong, "{found:?}");
    let origin = found.labels.first().unwrap().origin;
    let source = article.source.source().unwrap();
    (source.position(origin.range().start).line, source.text()[origin.range()].to_owned())
}

#[test]
fn lists_are_divided_between_their_points() {
    for (count, numbered) in [(12, false), (28, true), (36, false), (40, true)] {
        let points = (1..=count).map(|at| {
            let mark = if numbered { format!("{at}.") } else { "-".into() };
            format!("{mark} Sign {at}: {SENTENCE}\n")
        });
        let article = parsed(&format!("# Signs\n\nBefore.\n\n{}", points.collect::<String>()));
        let lines = lines_inside(&article);
        let (least, most) = (lines.iter().min().unwrap(), lines.iter().max().unwrap());
        assert!(*least >= 4 && most - least <= 6, "{count}: {lines:?}");
    }
}

#[test]
fn points_keep_their_numbers_on_the_next_panel() {
    let points = (1..=20).map(|at| format!("{}. Sign {at}: {SENTENCE}\n", at + 4));
    let article = parsed(&format!("# Signs\n\n{}", points.collect::<String>()));
    let pdf = Pdf::new().leaflet(Leaflet::TriFold);
    let prepared = pdf.prepare(&article, &mut Vec::new()).unwrap();
    let (composed, _) = pdf.fitted(&article, &prepared).unwrap();
    let printed: String = lines_of(&composed)
        .iter()
        .map(|(_, _, words)| words.replace(['\u{a0}', ' '], ""))
        .collect();
    for at in 1..=20 {
        assert!(printed.contains(&format!("{}.Sign{at}:", at + 4)), "{at}: {printed}");
    }
}

/// How many elements of a kind are in the tags of a file, which screen readers follow.
fn tagged(pdf: &[u8], kind: &[u8]) -> usize {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let elements = document.objects.values().filter_map(|object| object.as_dict().ok());
    elements
        .filter(|element| {
            element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind)
        })
        .count()
}

#[test]
fn a_list_over_several_panels_is_read_as_one() {
    for mark in ["-", "1.", "- [ ]"] {
        let points = format!("{mark} {SENTENCE}\n").repeat(36);
        let article = parsed(&format!("# Signs\n\nBefore.\n\n{points}\nAfter.\n"));
        assert!(lines_inside(&article).iter().all(|lines| *lines > 8), "{mark}");
        let mut file = Vec::new();
        tri_fold().export(&article, &mut file).unwrap();
        assert_eq!((tagged(&file, b"L"), tagged(&file, b"LI")), (1, 36), "{mark}");
    }
}

#[test]
fn urgent_help_is_on_the_back_though_a_practice_has_much_to_say() {
    let section = |name: &str| format!("## {name}\n\n{}\n\n", format!("{SENTENCE} ").repeat(7));
    let sections = ["One", "Two", "Three", "Four"].map(section).concat();
    let help = "## Urgent help\n\n- Call 999.\n- Or call 111.\n- Or call Samaritans.\n";
    let article = parsed(&format!("# Signs\n\n{sections}{help}"));
    for (said, inside) in [(1, false), (12, true)] {
        let practice = Practice::new("Willow Rooms")
            .telephone("01632 960144")
            .register_lines(vec!["Imogen Farthing, counsellor: a body of a long name"; said])
            .complaints(format!("Please complain to us. {SENTENCE}"));
        let pdf = Pdf::new().leaflet(Leaflet::TriFold).practice(&practice);
        let prepared = pdf.prepare(&article, &mut Vec::new()).unwrap();
        let (composed, _) = pdf.fitted(&article, &prepared).unwrap();
        let lines = lines_of(&composed);
        let pages = |words: &str| {
            let words = words.replace(' ', "");
            let is_it =
                |line: &&(usize, i64, String)| line.2.replace([' ', '\u{a0}'], "").contains(&words);
            lines.iter().filter(is_it).map(|line| line.0).collect::<Vec<_>>()
        };
        assert_eq!((pages("Samaritans"), pages("01632 960144")), (vec![5], vec![5]));
        assert_eq!(pages("Imogen Farthing"), vec![if inside { 4 } else { 5 }; said]);
        assert_eq!(pages("Please complain"), [if inside { 4 } else { 5 }]);
    }
}

#[test]
fn what_cannot_be_divided_between_blocks_is_parted_evenly() {
    let article = parsed(&format!("# Signs\n\n{}", format!("{SENTENCE} ").repeat(30)));
    let lines = lines_inside(&article);
    assert!(lines.iter().all(|lines| (8..=14).contains(lines)), "{lines:?}");
}

#[test]
fn no_panel_has_a_line_alone() {
    let sections = ["One", "Two", "Three", "Four"].map(|name| format!("\n## {name}\n\nText.\n"));
    let article = parsed(&format!("# Signs\n\nText. Text. Text.\n{}", sections.concat()));
    let lines = lines_inside(&article);
    assert!(lines.iter().all(|lines| *lines > 1), "{lines:?}");
}

#[test]
fn deep_lists_stay_on_their_panel() {
    let numbered = |content| {
        let items = vec![ListItem::new(content)];
        Block::List { start: Some(1), tight: true, items, origin: Origin::default() }
    };
    let row = |words: [&str; 3]| Row::new(words.map(|words| Cell::new(text(words))).to_vec());
    let table = Block::Table {
        columns: Vec::new(),
        head: row(["Table", "inside", "deep"]),
        rows: vec![row(["Incomprehensible", "cell", "Empfindlichkeiten"])],
        caption: Vec::new(),
        origin: Origin::default(),
    };
    let inside = vec![Block::paragraph("Empfindlichkeitsstörungen aufschreiben"), table];
    let with_table = (0..8).fold(inside, |inner, _| vec![numbered(inner)]);
    let [with_table] = <[Block; 1]>::try_from(with_table).unwrap();
    let article =
        Article::builder("Deep").block(nested(8, list)).block(with_table).build().unwrap();
    let seen = inspect(&Pdf::new().leaflet(Leaflet::TriFold), &article);
    // It is told for margins of 17 mm, and these have 8.
    assert!(seen.overhang <= 9.0 * 72.0 / 25.4 + 0.1, "{} points", seen.overhang);
}

#[test]
fn what_is_too_deep_is_told_for_each_block() {
    let deep = nested(10, list);
    let quoted = nested(9, |content| Block::Quotation { content, origin: Origin::default() });
    for (blocks, told) in [(vec![deep.clone(), deep], 2), (vec![quoted], 1)] {
        let article = blocks.into_iter().fold(Article::builder("Deep"), ArticleBuilder::block);
        let article = article.build().unwrap();
        let found = Pdf::new().export(&article, &mut Vec::new()).unwrap().diagnostics;
        let codes: Vec<_> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, vec![Code::ListTooDeep; told]);
    }
}

#[test]
fn large_print_has_no_hyphens_in_tables_either() {
    let markdown = "# Words\n\n| One | Two | Three |\n|---|---|---|\n| incomprehensibilities | \
        psychotherapeutically | internationalisation |\n";
    let article = parsed(markdown);
    let printed = inspect(&Pdf::new().leaflet(Leaflet::LargePrint), &article).printed;
    assert!(!printed.contains('-'), "{printed}");
}

#[test]
fn what_does_not_fit_is_told_at_its_line() {
    let code: Vec<_> = (1..=400).map(|at| format!("code {at}\n")).collect();
    let code = format!("# Code\n\nText.\n\n```\n{}```\n", code.concat());
    let (line, words) = line_of_overflow(&parsed(&code));
    // The fence is in line 5.
    assert_eq!(words, format!("code {}", line - 5));
    assert!(line > 60, "{line}");
    let rows: Vec<_> = (1..=120).map(|at| format!("| Row {at} | {SENTENCE} |\n")).collect();
    let table = format!("# Rows\n\nText.\n\n| Head | Head |\n|---|---|\n{}", rows.concat());
    let (line, words) = line_of_overflow(&parsed(&table));
    assert!(line > 20 && !words.contains("Head"), "{line}: {words}");
}

#[test]
fn sheets_are_made_of_lists_too() {
    let points = "- A sign that is told.\n".repeat(40);
    let article = parsed(&format!("# Signs\n\n{points}"));
    let sheets = PdfSheets::new(Pdf::new().leaflet(Leaflet::TriFold));
    assert_eq!(sheets.export(&article, &mut Vec::new()).unwrap().pages, Some(2));
}
