//! JSON that was damaged at random: never a crash, always a place.

use crate::support::root;
use offprint::export::{Exporter, Json};
use offprint::{Source, json};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

fn whole() -> String {
    std::fs::read_to_string(root().join("fixtures/json/version-1.json")).unwrap()
}

/// Either everything is told with its place, or the article is good enough to be written.
fn read(text: String) {
    let source = Source::new("damaged.json", text);
    match json::read(&source) {
        Ok(article) => {
            Json::new().export(&article, &mut Vec::new()).unwrap();
        }
        Err(error) => {
            assert!(!error.diagnostics().is_empty(), "{error}");
            for found in error.diagnostics() {
                let range = found.origin().range();
                assert!(!found.origin().is_unknown(), "{found:?}");
                assert!(source.text().get(range).is_some(), "{found:?}");
            }
        }
    }
}

/// Pointers to all values in a document.
fn pointers(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                pointers(item, &format!("{here}/{at}"), found);
            }
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                pointers(value, &format!("{here}/{key}"), found);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn bytes_that_were_changed(at: Index, length in 0..20_usize, words in "[\\]\\[{}\",:0-9a-z\\\\/ é\n-]{0,9}") {
        let mut text = whole();
        let start = text.floor_char_boundary(at.index(text.len()));
        let end = text.floor_char_boundary((start + length).min(text.len()));
        text.replace_range(start..end, &words);
        read(text);
    }

    #[test]
    fn values_that_were_exchanged(
        changes in prop::collection::vec((any::<Index>(), any::<Index>()), 1..4),
        other in select(vec!["null", "-1", "1e3", "2.5", "\"\"", "\" \"", "[]", "{}", "true", "{\"kind\":7}"]),
    ) {
        let mut document: Value = serde_json::from_str(&whole()).unwrap();
        for (to, from) in changes {
            let mut all = Vec::new();
            pointers(&document, "", &mut all);
            // A value from elsewhere in the document, or one that fits nowhere.
            let value = match from.index(2) {
                0 => serde_json::from_str(other).unwrap(),
                _ => document.pointer(&all[from.index(all.len())]).unwrap().clone(),
            };
            *document.pointer_mut(&all[to.index(all.len())]).unwrap() = value;
        }
        read(document.to_string());
    }
}
