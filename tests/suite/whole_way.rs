//! One article, four formats.

use crate::support::{articles, parse_file, root};
use offprint::export::{DirAssets, Epub, Exporter, Html, Json, Pdf};
use std::sync::Arc;

fn exporters() -> Vec<Box<dyn Exporter>> {
    let assets = Arc::new(DirAssets::new(root()).unwrap());
    vec![
        Box::new(Html::new().assets(assets.clone())),
        Box::new(Json::new()),
        Box::new(Pdf::new().assets(assets.clone())),
        Box::new(Epub::new().assets(assets)),
    ]
}

#[test]
fn every_fixture_is_made_in_every_format_and_twice_the_same() {
    for path in articles() {
        let article = parse_file(&path).value;
        for exporter in exporters() {
            let mut first = Vec::new();
            let exported = exporter.export(&article, &mut first);
            let exported =
                exported.unwrap_or_else(|error| panic!("{path}: {:?}", error.diagnostics()));
            let mut second = Vec::new();
            exporter.export(&article, &mut second).unwrap();
            assert!(first == second, "{path}: not the same bytes");
            assert!(!first.is_empty());
            assert!(exported.pages.is_none_or(|pages| pages >= 1));
        }
    }
}

#[test]
fn a_long_table_with_links_in_its_head_is_typeset() {
    let rows = "| a | b |\n".repeat(120);
    let text = format!("# T\n\n| [One](https://example.org/) | Two |\n|---|---|\n{rows}");
    let article = crate::support::parse(&text).value;
    let exported = Pdf::new().export(&article, &mut Vec::new()).unwrap();
    assert!(exported.pages > Some(1));
}

#[test]
fn a_book_of_the_collection_names_all_its_authors() {
    let articles = ["first-session", "dreams-at-work", "endings"]
        .map(|stem| parse_file(&format!("fixtures/collection/{stem}.md")).value);
    let collection = offprint::Collection::new("A Door Left Ajar").articles(articles);
    assert_eq!(collection.authors().len(), 2);
    let assets = Arc::new(DirAssets::new(root()).unwrap());
    let mut book = Vec::new();
    let exported = Epub::book(&collection).assets(assets).export(&mut book).unwrap();
    // The latest date of an article is the book's.
    assert_eq!(exported.diagnostics, []);
    assert_eq!(&book[30..58], b"mimetypeapplication/epub+zip");
    if let Some(folder) = std::env::var_os("OFFPRINT_BOOK") {
        std::fs::write(std::path::Path::new(&folder).join("book.epub"), book).unwrap();
    }
}
