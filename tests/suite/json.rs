//! JSON for other programs.

use crate::support::{parse_file, root};
use crate::{arbitrary, every_kind};
use offprint::export::{Exporter, Json};
use offprint::json::{SchemaKind, read, schema_of};
use offprint::model::{Address, Reading};
use offprint::{Article, Source};
use proptest::prelude::*;

fn write(article: &Article) -> String {
    let mut out = Vec::new();
    Json::new().pretty(true).export(article, &mut out).unwrap_or_else(|e| panic!("{e}"));
    String::from_utf8(out).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_is_written_is_read_as_the_same(article in arbitrary::article()) {
        let again = read(&Source::new("a.json", write(&article)));
        prop_assert_eq!(again.unwrap(), article);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..Default::default() })]

    /// As the schema says, and as the readers of books demand.
    #[test]
    fn every_address_is_an_iri_reference(address in arbitrary::address()) {
        let schema = serde_json::json!({ "format": "iri-reference" });
        let options = jsonschema::draft202012::options().should_validate_formats(true);
        let judge = options.build(&schema).unwrap();
        prop_assert!(judge.is_valid(&address.as_str().into()), "{}", address);
        prop_assert_eq!(address.as_str().parse::<Address>().unwrap(), address);
    }
}

#[test]
fn a_file_of_version_1_means_what_it_always_meant() {
    let path = "fixtures/json/version-1.json";
    if crate::support::blesses() {
        std::fs::write(root().join(path), write(&every_kind::article())).unwrap();
    }
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    assert_eq!(read(&Source::new(path, text.clone())).unwrap(), every_kind::article());
    // Once there is a version 2, old files are still read, but no longer written.
    assert_eq!(text, write(&every_kind::article()), "the JSON of version 1 has changed");
}

#[test]
fn the_file_of_version_1_has_every_key_and_every_word_of_its_schema() {
    let file = std::fs::read_to_string(root().join("fixtures/json/version-1.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(schema_of(SchemaKind::Article)).unwrap();
    let mut wanted = Vec::new();
    words(&schema, &mut wanted);
    assert!(wanted.len() > 150);
    // `current` and the like have no node of their own; the property test has them all.
    let elsewhere =
        ["current", "pending", "deferred", "lapsed", "england", "wales", "scotland", "ireland"];
    for word in wanted.iter().filter(|word| !elsewhere.contains(&word.as_str())) {
        assert!(file.contains(&format!("\"{word}\"")), "version-1.json has no `{word}`");
    }
}

fn words(schema: &serde_json::Value, found: &mut Vec<String>) {
    use serde_json::Value;
    if let Some(properties) = schema["properties"].as_object() {
        found.extend(properties.keys().cloned());
    }
    found.extend(schema["const"].as_str().map(str::to_owned));
    match schema {
        Value::Array(items) => items.iter().for_each(|item| words(item, found)),
        Value::Object(entries) => entries.values().for_each(|value| words(value, found)),
        _ => {}
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
fn what_could_not_be_read_again_is_not_written() {
    let mut deep = offprint::model::Block::paragraph("Deep.");
    for _ in 0..1_000 {
        let origin = offprint::Origin::default();
        deep = offprint::model::Block::Quotation { content: vec![deep], origin };
    }
    let mut article = parse_file("fixtures/articles/living-with-panic.md").value;
    article.lead.push(deep);
    let error = Json::new().export(&article, &mut Vec::new()).unwrap_err();
    assert_eq!(error.diagnostics()[0].code.as_str(), "P002");
}

#[test]
fn origins_are_not_written() {
    let json = serde_json::to_string(&Reading::new(Vec::new())).unwrap();
    assert!(!json.contains("origin"), "{json}");
}
