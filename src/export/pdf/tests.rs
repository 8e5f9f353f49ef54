//! What a leaflet must bear: text that looks like code, characters without glyphs, depth, length.

use super::arrangement::Arrangement;
use super::galley::{Sight, What};
use super::world::Inspection;
use super::{Face, Leaflet, Pdf};
use crate::diagnostic::Code;
use crate::export::{Exported, Exporter, MemoryAssets};
use crate::model::{
    Anchor, Article, Author, Block, Body, CalloutKind, Cell, DefinitionItem, Footnote, Grade,
    Inline, ListItem, Membership, Metadata, Practice, Row, Section, SectionRole, VignetteNature,
};
use crate::registers::Registers;
use crate::source::{Origin, Source};
use std::sync::Arc;

/// All that means something to typst.
const SPECIALS: &str = "#let x = 1 #panic() $ a_b $ @ref <label> *b* _i_ `r` ```t``` // c /* d */ \\ \\u{41} = h - l + e / t : ~ -- --- ... #[c] #{d} \"q\" 'q'";
/// The leaflets that hold any length.
const PAGED: [Leaflet; 4] = [Leaflet::A4, Leaflet::A5, Leaflet::LargePrint, Leaflet::A5Booklet];
const ORIGIN: fn() -> Origin = Origin::default;

fn export(pdf: &Pdf, article: &Article) -> (Exported, Vec<u8>) {
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

pub(super) fn text(words: &str) -> Vec<Inline> {
    vec![Inline::text(words)]
}

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

fn drawing() -> MemoryAssets {
    let svg =
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><path d='M0 0h4v3z'/></svg>";
    MemoryAssets::new().with("a.svg", svg.to_vec())
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
