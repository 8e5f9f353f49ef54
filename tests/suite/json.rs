//! JSON for other programs.

use crate::support::{articles, parse_file};
use offprint::Article;
use offprint::export::{Exporter, Json};
use offprint::model::Reading;

#[test]
fn every_fixture_is_written_and_read_again() {
    for path in articles() {
        let article = parse_file(&path).value;
        let mut out = Vec::new();
        Json::new().export(&article, &mut out).unwrap();
        let mut value: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let version = value.as_object_mut().unwrap().remove("schemaVersion");
        assert_eq!(version, Some(1.into()));
        let again: Article = serde_json::from_value(value).unwrap();
        assert_eq!(again, article, "{path}");
    }
}

#[test]
fn what_the_schema_refuses_is_not_written() {
    let mut article = parse_file("fixtures/articles/living-with-panic.md").value;
    article.metadata.title = String::new();
    article.authors[0].name = String::new();
    let mut out = Vec::new();
    let error = Json::new().export(&article, &mut out).unwrap_err();
    let told: Vec<&str> = error.diagnostics().iter().map(|found| found.message.as_str()).collect();
    assert!(out.is_empty());
    assert!(told.iter().any(|message| message.contains("/metadata/title")), "{told:?}");
    assert!(told.iter().any(|message| message.contains("/authors/0/name")), "{told:?}");
}

#[test]
fn origins_are_not_written() {
    let json = serde_json::to_string(&Reading::new(Vec::new())).unwrap();
    assert!(!json.contains("origin"), "{json}");
}
