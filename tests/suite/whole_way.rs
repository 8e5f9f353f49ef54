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
