//! Sheets for the printer, read back.

use crate::support::{parse_file, root};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object};
use offprint::export::{DirAssets, Exporter, Leaflet, Pdf, PdfSheets};
use offprint::model::Practice;
use std::sync::Arc;

const MM: f32 = 72.0 / 25.4;

fn pdf(leaflet: Leaflet) -> Pdf {
    let assets = Arc::new(DirAssets::new(root()).unwrap());
    let practice = Practice::new("Willow Rooms").telephone("01632 960123").accent("#1f5f5b");
    Pdf::new().leaflet(leaflet).practice(&practice).assets(assets)
}

fn export(exporter: &dyn Exporter, article: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    exporter.export(&parse_file(article).value, &mut bytes).unwrap();
    bytes
}

fn operations(content: &[u8]) -> Vec<Operation> {
    Content::decode(content).unwrap().operations
}

/// The strings that are shown, as glyphs of their faces.
fn shown(content: &[u8]) -> Vec<String> {
    let shows =
        operations(content).into_iter().filter(|one| ["Tj", "TJ"].contains(&&*one.operator));
    shows.map(|one| format!("{:?}", one.operands)).collect()
}

/// The pages on each side: the strings shown on each, and how far from the left edge of the paper it stands.
fn sides(sheets: &[u8]) -> Vec<Vec<(Vec<String>, f32)>> {
    let document = Document::load_mem(sheets).unwrap();
    let side = |page| {
        let resources = document.get_dictionary(page).unwrap().get(b"Resources").unwrap();
        let drawings = resources.as_dict().unwrap().get(b"XObject").unwrap().as_dict().unwrap();
        let mut left = 0.0;
        let mut drawn = Vec::new();
        for one in operations(&document.get_page_content(page)) {
            match one.operator.as_str() {
                "cm" => left = one.operands[4].as_float().unwrap() / MM,
                "Do" => {
                    let name = one.operands[0].as_name().unwrap();
                    let drawing = drawings.get_deref(name, &document).unwrap().as_stream().unwrap();
                    drawn.push((shown(&drawing.get_plain_content().unwrap()), left));
                }
                _ => {}
            }
        }
        drawn
    };
    document.page_iter().map(side).collect()
}

/// The strings that are shown on each page of a file to read.
fn pages(bytes: &[u8]) -> Vec<Vec<String>> {
    let document = Document::load_mem(bytes).unwrap();
    document.page_iter().map(|page| shown(&document.get_page_content(page))).collect()
}

fn close(one: f32, two: f32) -> bool {
    (one - two).abs() < 0.1
}

const SHORT: &str = "fixtures/articles/sleep-and-worry.md";
const LONG: &str = "fixtures/articles/living-with-panic.md";

#[test]
fn each_panel_is_where_the_fold_puts_it() {
    let pdf = pdf(Leaflet::TriFold);
    let read = pages(&export(&pdf, SHORT));
    assert_eq!(read.len(), 6);
    assert!(read.iter().all(|page| page.len() > 4), "a panel is blank");
    let sheets = sides(&export(&PdfSheets::new(pdf), SHORT));
    let expected = [[(2, 0.0), (6, 97.0), (1, 197.0)], [(3, 0.0), (4, 100.0), (5, 200.0)]];
    assert_eq!(sheets.len(), 2);
    for (side, expected) in sheets.iter().zip(expected) {
        assert_eq!(side.len(), 3);
        for ((shown, left), (page, wanted)) in side.iter().zip(expected) {
            assert_eq!(*shown, read[page - 1], "panel {page}");
            assert!(close(*left, wanted), "panel {page} is at {left}, not {wanted}");
        }
    }
}

#[test]
fn pages_of_a_booklet_follow_each_other_when_it_is_stapled() {
    let pdf = pdf(Leaflet::A5Booklet);
    let read = pages(&export(&pdf, LONG));
    let sheets = sides(&export(&PdfSheets::new(pdf), LONG));
    let sides = read.len().next_multiple_of(4) / 2;
    assert_eq!(sheets.len(), sides);
    // The outermost side has the back at the left and the cover at the right.
    let [(back, left), (cover, right)] = &sheets[0][..] else { panic!("two pages") };
    assert_eq!((back, cover), (&read[read.len() - 1], &read[0]));
    assert!(close(*left, 0.0) && close(*right, 148.5));
    // No page is lost, and none is printed twice.
    let mut printed: Vec<_> = sheets.into_iter().flatten().map(|(shown, _)| shown).collect();
    let mut read = read;
    printed.sort();
    read.sort();
    assert!(printed == read);
}

fn boxed(page: &Dictionary, name: &str) -> [f32; 4] {
    let numbers = page.get(name.as_bytes()).unwrap().as_array().unwrap();
    [0, 1, 2, 3].map(|at| numbers[at].as_float().unwrap() / MM)
}

#[test]
fn boxes_say_where_to_cut_and_how_far_colour_reaches() {
    for (marks, beyond, bleed) in [(false, 0.0, 0.0), (true, 10.0, 3.0)] {
        for leaflet in [Leaflet::TriFold, Leaflet::A5Booklet] {
            let sheets = export(&PdfSheets::new(pdf(leaflet)).marks(marks), SHORT);
            let document = Document::load_mem(&sheets).unwrap();
            for page in document.page_iter() {
                let page = document.get_dictionary(page).unwrap();
                let around = |more: f32| [-more, -more, 297.0 + more, 210.0 + more];
                for (name, more) in [("MediaBox", beyond), ("BleedBox", bleed), ("TrimBox", 0.0)] {
                    let expected = around(more).map(|mm| mm + beyond);
                    let found = boxed(page, name);
                    let same = found.iter().zip(expected).all(|(one, two)| close(*one, two));
                    assert!(same, "{leaflet}, {name}: {found:?}, not {expected:?}");
                }
            }
        }
    }
}

#[test]
fn black_only_has_no_other_colour() {
    for (leaflet, article) in [(Leaflet::TriFold, SHORT), (Leaflet::A5Booklet, LONG)] {
        let sheets = export(&PdfSheets::new(pdf(leaflet).mono(true)).marks(true), article);
        let document = Document::load_mem(&sheets).unwrap();
        let mut drawn = 0;
        for object in document.objects.values() {
            let told = format!("{object:?}");
            for space in ["ICCBased", "DeviceRGB", "DeviceCMYK", "CalRGB"] {
                assert!(!told.contains(space), "{told}");
            }
            let Object::Stream(stream) = object else { continue };
            let subtype = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
            if subtype == b"Form" {
                drawn += 1;
                let content = stream.get_plain_content().unwrap();
                let colours = ["rg", "RG", "k", "K", "cs", "CS"];
                let coloured = operations(&content).into_iter().find(|one| {
                    colours.contains(&&*one.operator)
                        && one.operands.first().and_then(|name| name.as_name().ok())
                            != Some(b"Pattern")
                });
                assert!(coloured.is_none(), "{coloured:?}");
            }
        }
        assert!(drawn >= 6, "nothing was drawn");
    }
}

#[test]
fn sheets_are_the_same_twice_and_as_imposed_from_their_pages() {
    for (leaflet, article) in [(Leaflet::TriFold, SHORT), (Leaflet::A5Booklet, LONG)] {
        let sheets = PdfSheets::new(pdf(leaflet)).marks(true);
        let first = export(&sheets, article);
        assert!(first == export(&sheets, article));
        let mut imposed = Vec::new();
        sheets.impose(&export(&pdf(leaflet), article), &mut imposed).unwrap();
        assert!(first == imposed);
        let document = Document::load_mem(&first).unwrap();
        let catalogue = document.catalog().unwrap();
        assert!(!catalogue.has(b"StructTreeRoot") && !catalogue.has(b"MarkInfo"));
    }
}

#[test]
fn what_are_no_pages_cannot_be_imposed() {
    let error = PdfSheets::new(pdf(Leaflet::TriFold)).impose(b"%PDF-1.7", &mut Vec::new());
    assert!(error.unwrap_err().to_string().contains("cannot be put on sheets"));
}

/// Its title has twelve words.
const LONG_TITLE: &str = "fixtures/articles/what-is-psychodynamic-therapy.md";

#[test]
fn a_long_title_stays_on_its_cover() {
    let read = pages(&export(&pdf(Leaflet::A5Booklet), LONG_TITLE));
    let back = read.len() - 1;
    for (at, page) in read.iter().enumerate() {
        // A cover that spilled over leaves a page of nothing but colour, or of a byline.
        assert!(at == 0 || at == back || page.len() > 10, "page {}: {page:?}", at + 1);
    }
}
