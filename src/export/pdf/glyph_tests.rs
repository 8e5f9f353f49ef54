//! Characters that no typeface has, and those that are seen in others alone.

use super::tests::{ORIGIN, PAGED, export, inspect, text};
use super::{Face, Pdf};
use crate::diagnostic::Code;
use crate::model::{Article, Block, Inline, Practice, Section};
use crate::source::Source;

#[test]
fn a_missing_glyph_is_reported_where_it_stands() {
    let words = "A smile 🙂 and a word, 心理, twice 🙂.";
    let source = Source::new("a.md", words);
    let origin = source.origin(0..words.len());
    let content = vec![Inline::Text { text: words.into(), origin }];
    let article =
        Article::builder("Smiles").block(Block::Paragraph { content, origin }).build().unwrap();
    let (exported, _) = export(&Pdf::new(), &article);
    let found: Vec<_> = exported.diagnostics.iter().collect();
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|one| one.code == Code::MissingGlyph));
    assert_eq!(&words[found[0].origin().range()], "心理");
    let places: Vec<_> = found[1].labels.iter().map(|label| &words[label.origin.range()]).collect();
    assert_eq!(places, ["🙂", "🙂"]);
}

/// The hieroglyphs that are not printed, each with the place at which it is told, and the words there.
fn missing(pdf: &Pdf, article: &Article, sources: &[&Source]) -> Vec<String> {
    let (exported, _) = export(pdf, article);
    let told = exported.diagnostics.iter().filter(|one| one.code == Code::MissingGlyph);
    let told = told.map(|one| {
        let at = one.labels.iter().map(|label| {
            let is_it = |source: &&&Source| label.origin.source() == Some(source.id());
            let source = sources.iter().find(is_it).unwrap();
            let position = source.position(label.origin.range().start);
            let words = &source.text()[label.origin.range()];
            format!("{}:{}:{} {words}", source.name(), position.line, position.column)
        });
        at.collect::<Vec<_>>().join(", ")
    });
    told.collect()
}

#[test]
fn a_missing_glyph_of_the_front_is_reported_where_it_was_written() {
    let text = "---\nsubtitle: Nights \u{13000} and days\nseries: \u{13001}\n\
        version: \"1 \\U00013002\"\npublisher: \u{13003} Press\n---\n\n# Sleep \u{13004} now\n\nText.\n";
    let source = Source::new("a.md", text);
    let article = crate::parse(&source).unwrap().value;
    for leaflet in PAGED {
        let found = missing(&Pdf::new().leaflet(leaflet), &article, &[&source]);
        let wanted = [
            "a.md:2:18 \u{13000}",
            "a.md:3:9 \u{13001}",
            "a.md:4:10 \"1 \\U00013002\"",
            "a.md:5:12 \u{13003}",
            "a.md:8:9 \u{13004}",
        ];
        assert_eq!(found, wanted, "{leaflet}");
    }
    let text = "---\ntitle: Nights \u{13000}\n---\n\nNo nights \u{13000}.\n";
    let source = Source::new("b.md", text);
    let article = crate::parse(&source).unwrap().value;
    let found = missing(&Pdf::new(), &article, &[&source]);
    assert_eq!(found, ["b.md:2:15 \u{13000}, b.md:5:11 \u{13000}"]);
}

#[test]
fn a_missing_glyph_of_the_practice_is_reported_in_its_file() {
    let text = "name = \"Rooms \u{13000}\"\nstrapline = \"\u{13001}\"\naddress = [\n  \"1 Lane\",\n  \
        \"Nor\u{13002}wich\",\n]\ntelephone = \"1 \u{13003}\"\n\
        register_lines = [\"\u{13004}\", \"\u{13005}\"]\ncomplaints = \"Write \\U00013006\"\n\
        footer = \"\"\"\n\u{13007}\"\"\"\n";
    let source = Source::new("practice.toml", text);
    let practice = crate::config::read_practice(&source).unwrap().value;
    let article = Article::builder("On Grief").paragraph("It takes time.").build().unwrap();
    for leaflet in PAGED {
        let pdf = Pdf::new().leaflet(leaflet).practice(&practice);
        let found = missing(&pdf, &article, &[&source]);
        let wanted = [
            "practice.toml:1:15 \u{13000}",
            "practice.toml:2:14 \u{13001}",
            "practice.toml:5:7 \u{13002}",
            "practice.toml:7:16 \u{13003}",
            "practice.toml:8:20 \u{13004}",
            "practice.toml:8:25 \u{13005}",
            "practice.toml:9:14 \"Write \\U00013006\"",
            "practice.toml:11:1 \u{13007}",
        ];
        assert_eq!(found, wanted, "{leaflet}");
    }
    // Where there is no file, the key is named.
    let practice = Practice::new("Rooms").strapline("\u{13000} and \u{13000}");
    let (exported, _) = export(&Pdf::new().practice(&practice), &article);
    let message = &exported.diagnostics[0].message;
    assert!(message.ends_with("□ was printed in `strapline`, 2 times"), "{message}");
}

#[test]
fn what_joins_letters_or_keeps_them_apart_stays_in_their_text() {
    let words = "Auf\u{200c}lage, Sch\u{200d}iff, \u{200c}allein\u{200d} und\u{200d}";
    let article = Article::builder("A").paragraph(words).build().unwrap();
    for face in [Face::Sans, Face::Serif] {
        let pdf = Pdf::new().face(face);
        let printed = inspect(&pdf, &article).printed;
        assert!(printed.contains("Auf\u{200c}lage, Sch\u{200d}iff, allein und"), "{printed:?}");
        let (exported, _) = export(&pdf, &article);
        assert!(exported.diagnostics.is_empty(), "{:#?}", exported.diagnostics);
    }
}

#[test]
fn characters_that_no_pdf_may_hold_do_not_stop_it() {
    let all: String = (0..0x2100)
        .chain(0xd7f0..0xe010)
        .chain(0xfb00..0xff00)
        .chain(0xfff0..0x1_0010)
        .chain(0x1_f300..0x1_f320)
        .chain([0xe_0001, 0xf_0000, 0x10_ffff])
        .filter_map(char::from_u32)
        .flat_map(|c| [c, ' '])
        .collect();
    let marks = "e\u{301} x\u{35c}\u{20dd} \u{301}a \u{64b}";
    let article = Article::builder(format!("Title {all}"))
        .paragraph(&all)
        .block(Block::Code {
            language: None,
            attributes: None,
            text: all.clone(),
            origin: ORIGIN(),
        })
        .block(Block::Paragraph {
            content: vec![
                Inline::Emphasis { content: text(&all), origin: ORIGIN() },
                Inline::Strong { content: text(marks), origin: ORIGIN() },
                Inline::Code { text: marks.into(), origin: ORIGIN() },
            ],
            origin: ORIGIN(),
        })
        .section(Section::new(all.clone()))
        .build()
        .unwrap();
    export(&Pdf::new(), &article);
}
