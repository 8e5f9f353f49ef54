//! How leaflets are set: faces, lines, colours, what programs read from them.

use super::arrangement::Arrangement;
use super::galley::{Sight, What};
use super::tests::{inspect, text};
use super::world::{Composed, Inspection, Job};
use super::{Exporter, Face, Fonts, Leaflet, Pdf};
use crate::diagnostic::Code;
use crate::export::DirAssets;
use crate::model::{Article, Block, Inline, Practice};
use crate::source::{Origin, Source};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

const PROSE: &str = "Psychotherapeutic understanding, unhurried and considerate, is nevertheless \
    extraordinarily straightforward: uncomfortable circumstances, misunderstandings and disappointments \
    are recognised, acknowledged and investigated collaboratively, notwithstanding embarrassment.";

fn prose() -> Article {
    let mut builder = Article::builder("Words").language("en-GB".parse().unwrap());
    for start in 0..3 {
        builder = builder.paragraph(&PROSE[PROSE.char_indices().nth(start * 3).unwrap().0..]);
    }
    builder.build().unwrap()
}

fn pages(pdf: &Pdf) -> Inspection {
    inspect(pdf, &prose())
}

/// What stands on each line: its page, its height on that, and its words.
pub(super) fn lines_of(composed: &Composed) -> Vec<(usize, i64, String)> {
    let mut lines: Vec<(usize, i64, String)> = Vec::new();
    for Sight { page, y, what } in composed.sights() {
        let What::Text(text) = what else { continue };
        #[expect(clippy::cast_possible_truncation, reason = "a height on paper")]
        let y = (y * 10.0).round() as i64;
        match lines.last_mut() {
            Some((last, height, words)) if (*last, *height) == (page, y) => words.push_str(&text),
            _ => lines.push((page, y, text)),
        }
    }
    lines
}

/// Undoes what was decided of lines, and counts the paragraphs.
fn undo(node: &mut Value) -> usize {
    match node {
        Value::Object(fields) => {
            let mut undone = 0;
            if fields.get("kind").is_some_and(|kind| kind == "paragraph")
                && let Some(Value::Array(lines)) = fields.remove("lines")
            {
                undone = 1;
                if !lines.is_empty() {
                    let text: String = lines.iter().filter_map(Value::as_str).collect();
                    fields.insert("runs".into(), json!([{"kind": "text", "text": text}]));
                }
            }
            undone + fields.values_mut().map(undo).sum::<usize>()
        }
        Value::Array(nodes) => nodes.iter_mut().map(undo).sum(),
        Value::String(text) => {
            text.retain(|c| c != '\n');
            0
        }
        _ => 0,
    }
}

/// The lines as they are set, and as the typesetter itself would break them.
fn both_ways(pdf: &Pdf, article: &Article) -> [Vec<(usize, i64, String)>; 2] {
    let prepared = pdf.prepare(article, &mut Vec::new()).unwrap();
    let (lines, _) = pdf
        .work(article, &prepared, &Arrangement::plain(), |job, _| {
            let ours = lines_of(&pdf.engine.compose(job)?);
            let mut data: Value = serde_json::from_slice(&job.data).unwrap();
            assert!(undo(&mut data) > 5, "hardly a line was decided");
            let data = serde_json::to_vec(&data).unwrap();
            let job = Job { data, files: job.files.clone(), attachment: None, widths: job.widths };
            Ok([ours, lines_of(&pdf.engine.compose(&job)?)])
        })
        .unwrap();
    lines
}

#[test]
fn lines_end_where_the_typesetter_finds_them_best() {
    for name in ["what-is-psychodynamic-therapy", "sleep-and-worry", "living-with-panic"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let path = root.join(format!("articles/{name}.md"));
        let source = Source::new(path.to_string_lossy(), std::fs::read_to_string(&path).unwrap());
        let article = crate::parse(&source).unwrap().value;
        let pdf = Pdf::new().assets(Arc::new(DirAssets::new(root).unwrap()));
        let serif = pdf.clone().face(Face::Serif);
        let sans = Leaflet::ALL.iter().map(|leaflet| pdf.clone().leaflet(*leaflet));
        for pdf in sans.chain([serif]) {
            let [ours, typst] = both_ways(&pdf, &article);
            let (leaflet, face) = (pdf.leaflet, &pdf.face);
            for (ours, typst) in ours.iter().zip(&typst) {
                assert_eq!(ours, typst, "{name}, {leaflet}, {face}");
            }
            assert_eq!(ours.len(), typst.len(), "{name}, {leaflet}, {face}");
        }
    }
}

#[test]
fn what_stands_under_the_text_is_on_no_page_of_its_own() {
    let practice = Practice::new("Willow Rooms")
        .address(["1 Willow Lane", "Norwich"])
        .telephone("01632 960144")
        .email("hello@example.org");
    // Somewhere among these lengths the text ends where no room is left for the practice.
    for length in 60..90 {
        let line = "A line of text that is as long as the column is wide, or nearly so long.";
        let builder =
            (0..length).fold(Article::builder("Lines"), |builder, _| builder.paragraph(line));
        let pdf = Pdf::new().practice(&practice);
        let printed = inspect(&pdf, &builder.build().unwrap()).printed;
        let last = printed.trim_end().lines().last().unwrap_or_default();
        assert!(last.contains("hello@example.org") && last.contains(line), "{length}: {last}");
    }
}

#[test]
fn words_are_parted_only_on_request_and_never_in_large_print() {
    assert!(!pages(&Pdf::new()).printed.contains('-'));
    assert!(pages(&Pdf::new().justified(true)).printed.contains('-'));
    let large = Pdf::new().leaflet(Leaflet::LargePrint).justified(true);
    assert!(!pages(&large).printed.contains('-'));
}

#[test]
fn parted_words_are_whole_in_the_text() {
    for leaflet in [Leaflet::A4, Leaflet::A5, Leaflet::TriFold] {
        for face in [Face::Sans, Face::Serif] {
            let pdf = Pdf::new().leaflet(leaflet).face(face);
            let whole = pages(&pdf).printed;
            let parted = pages(&pdf.clone().justified(true)).printed;
            assert!(!parted.contains('\u{ad}'), "{parted}");
            // The first hyphen is one, so that what it stands for is known, and so is one before the first full stop.
            assert!((1..=2).contains(&parted.matches('-').count()), "{parted}");
            let parted = parted.replace('-', "");
            let words = |text| str::split_whitespace(text).collect::<Vec<_>>().join(" ");
            assert_eq!(words(&parted), words(&whole));
        }
    }
}

#[test]
fn a_hyphen_at_the_end_of_a_line_is_read_as_the_rest_of_its_word() {
    let mut file = Vec::new();
    let pdf = Pdf::new().leaflet(Leaflet::A5).justified(true);
    pdf.export(&prose(), &mut file).unwrap();
    let document = lopdf::Document::load_mem(&file).unwrap();
    let page = document.page_iter().next().unwrap();
    let content = lopdf::content::Content::decode(&document.get_page_content(page)).unwrap();
    let said = content.operations.iter().filter_map(|one| {
        let properties = one.operands.get(1)?.as_dict().ok()?;
        lopdf::decode_text_string(properties.get(b"ActualText").ok()?).ok()
    });
    let said: Vec<String> = said.collect();
    for (rest, space) in said.chunks(2).map(|pair| (&pair[0], &pair[1])) {
        let is_rest = PROSE.contains(rest.as_str()) && !PROSE.contains(&format!(" {rest}"));
        assert!(is_rest && space == " ", "{said:?}");
    }
    assert!(said.len() > 4, "{said:?}");
}

#[test]
fn a_phrase_is_parted_by_its_own_language() {
    let content = |language: &str| {
        let words = "Freundschaftsbeziehungen ".repeat(30);
        let content = text(words.trim());
        let language = language.parse().ok();
        let span = Inline::Span { content, language, origin: Origin::default() };
        vec![span]
    };
    let paragraph =
        |language| Block::Paragraph { content: content(language), origin: Origin::default() };
    let article = |language| Article::builder("A").block(paragraph(language)).build().unwrap();
    let ends = |language| {
        let printed = inspect(&Pdf::new().justified(true), &article(language)).printed;
        printed.matches('-').count()
    };
    assert!(ends("de") > 0);
}

#[test]
fn large_print_is_large_upright_and_ragged() {
    let emphasis = Inline::Emphasis { content: text("slowly"), origin: Origin::default() };
    let paragraph = Block::Paragraph { content: vec![emphasis], origin: Origin::default() };
    let article = Article::builder("Rest").block(paragraph).build().unwrap();
    let seen = inspect(&Pdf::new().leaflet(Leaflet::LargePrint), &article);
    assert!(seen.smallest.is_some_and(|size| size >= 16.0), "{:?}", seen.smallest);
    assert!(seen.faces.iter().all(|face| !face.contains("It")), "{:?}", seen.faces);
    let seen = inspect(&Pdf::new(), &article);
    assert!(seen.faces.contains("SourceSans3-It"), "{:?}", seen.faces);
}

#[test]
fn the_serif_is_set_in_the_serif() {
    let seen = pages(&Pdf::new().face(Face::Serif));
    assert!(seen.faces.contains("SourceSerif4-Regular"), "{:?}", seen.faces);
    assert!(!seen.faces.contains("SourceSans3-Regular"), "{:?}", seen.faces);
}

#[test]
fn fonts_that_are_brought_can_be_chosen_and_fill_gaps() {
    // One of ours, as if somebody brought it.
    let bytes = include_bytes!("../../../assets/fonts/SourceCodePro-Regular.otf").to_vec();
    let fonts = Fonts::new([("code.otf", bytes)]).unwrap();
    assert!(fonts.families().contains(&"Source Code Pro".to_owned()));
    let face = "source code pro".parse().unwrap();
    let seen = pages(&Pdf::new().fonts(&fonts).face(face));
    assert!(seen.faces.contains("SourceCodePro-Regular"), "{:?}", seen.faces);
    assert!(!seen.faces.contains("SourceSans3-Regular"), "{:?}", seen.faces);
}

#[test]
fn every_file_that_is_no_font_is_told() {
    let files = [("a.ttf", b"text".to_vec()), ("b.otf", Vec::new())];
    let error = Fonts::new(files).unwrap_err();
    let told: Vec<_> = error.diagnostics().iter().map(|found| found.message.as_str()).collect();
    assert!(
        told.len() == 2 && told[0].contains("`a.ttf`") && told[1].contains("`b.otf`"),
        "{told:?}"
    );
    assert!(error.diagnostics().iter().all(|found| found.code == Code::BadFont));
}

#[test]
fn links_are_described_by_their_words() {
    let link = Inline::link("https://example.org/a".parse().unwrap(), "The small garden");
    let paragraph = Block::Paragraph { content: vec![link], origin: Origin::default() };
    let article = Article::builder("Links").block(paragraph).build().unwrap();
    assert_eq!(inspect(&Pdf::new(), &article).links, ["The small garden"]);
}

#[test]
fn black_only_has_no_colours_and_no_note_about_them() {
    let practice = Practice::new("Rooms").accent("#ffd400");
    let pdf = Pdf::new().practice(&practice).mono(true);
    let seen = inspect(&pdf, &prose());
    assert!(seen.paints.iter().all(|paint| paint.starts_with("Luma")), "{:?}", seen.paints);
    let exported = pdf.export(&prose(), &mut Vec::new()).unwrap();
    assert_eq!(exported.diagnostics, []);
    let seen = inspect(&pdf.mono(false), &prose());
    assert!(seen.paints.iter().any(|paint| paint.starts_with("Rgb")), "{:?}", seen.paints);
}

#[cfg(feature = "validate")]
#[test]
fn the_article_is_attached_as_data_on_request() {
    let export = |pdf: Pdf| {
        let mut bytes = Vec::new();
        pdf.export(&prose(), &mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let with = export(Pdf::new().attach_json(true));
    assert!(with.contains("/AFRelationship /Source") || with.contains("/AFRelationship/Source"));
    assert!(with.contains("<pdfaid:part>3</pdfaid:part>"));
    let without = export(Pdf::new());
    assert!(without.contains("<pdfaid:part>2</pdfaid:part>") && !without.contains("/EmbeddedFile"));
}
