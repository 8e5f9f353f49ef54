//! The files in `schema/` are what the types say.

use crate::support::root;
use offprint::json::{SchemaKind, generate_schema, schema_of};
use serde_json::Value;

#[test]
fn the_files_are_what_the_types_say() {
    let bless = crate::support::blesses();
    for &kind in SchemaKind::ALL {
        let generated = generate_schema(kind);
        if bless {
            let path = root().join(format!("schema/{}.schema.json", kind.as_str()));
            std::fs::write(path, &generated).unwrap();
        } else {
            let name = kind.as_str();
            assert!(
                schema_of(kind) == generated,
                "schema/{name}.schema.json is out of date; write it with OFFPRINT_BLESS=1 cargo test"
            );
        }
    }
}

/// Every object in a schema that describes a value, with its place.
fn forms<'v>(schema: &'v Value, place: &str, found: &mut Vec<(String, &'v Value)>) {
    match schema {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                forms(item, &format!("{place}/{at}"), found);
            }
        }
        Value::Object(entries) => {
            found.push((place.to_owned(), schema));
            for (key, value) in entries.iter().filter(|(key, _)| *key != "examples") {
                forms(value, &format!("{place}/{key}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn an_editor_has_a_description_and_an_example_to_show_for_everything() {
    for &kind in SchemaKind::ALL {
        let schema: Value = serde_json::from_str(schema_of(kind)).unwrap();
        let mut all = Vec::new();
        forms(&schema, "", &mut all);
        for (place, form) in &all {
            let description = form["description"].as_str();
            for link in ["```", "[`", "`]", "::"] {
                assert!(!description.unwrap_or_default().contains(link), "{kind:?}{place}: {link}");
            }
            if place.ends_with("/if") {
                continue;
            }
            // Strict validators refuse a schema that names a format they do not know.
            let format = form["format"].as_str();
            assert!(matches!(format, None | Some("email")), "{kind:?}{place}: {format:?}");
            for (key, value) in form["properties"].as_object().into_iter().flatten() {
                // The kind is described where its form is.
                let is_kind = key == "kind" && value["const"].is_string();
                let place = format!("{kind:?}{place}/properties/{key}");
                assert!(is_kind || value["description"].is_string(), "{place} has no description");
                let is_text = value["type"] == "string" && !is_kind;
                let has_hint = value["examples"].is_array() || value["default"].is_string();
                assert!(!is_text || has_hint, "{place} has no example");
            }
        }
        let definitions = schema["$defs"].as_object().into_iter().flatten();
        for (name, form) in definitions {
            assert!(form["description"].is_string(), "{kind:?}: {name} has no description");
        }
    }
}

#[cfg(feature = "validate")]
mod judged {
    use super::forms;
    use crate::support::root;
    use offprint::json::{SchemaKind, schema_of};
    use serde_json::Value;

    fn judge(schema: &Value) -> jsonschema::Validator {
        let options = jsonschema::draft202012::options().should_validate_formats(true);
        options.build(schema).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn every_example_and_default_is_a_good_one() {
        for &kind in SchemaKind::ALL {
            let schema: Value = serde_json::from_str(schema_of(kind)).unwrap();
            let mut all = Vec::new();
            forms(&schema, "", &mut all);
            let mut tried = 0;
            for (place, form) in
                all.into_iter().filter(|(place, _)| !place.ends_with("/properties"))
            {
                let examples = form["examples"].as_array().into_iter().flatten();
                for example in examples.chain(form.get("default")) {
                    let mut alone = form.clone();
                    alone["$defs"] = schema["$defs"].clone();
                    let judge = judge(&alone);
                    assert!(judge.is_valid(example), "{kind:?}{place}: {example}");
                    tried += 1;
                }
            }
            assert!(tried > 10, "{kind:?}");
        }
    }

    #[test]
    fn the_configuration_of_the_fixtures_fits_its_schema() {
        for (kind, path) in [
            (SchemaKind::Practice, "fixtures/practice/practice.toml"),
            (SchemaKind::Collection, "fixtures/collection/collection.toml"),
        ] {
            let text = std::fs::read_to_string(root().join(path)).unwrap();
            let value: Value = toml::from_str(&text).unwrap();
            let schema: Value = serde_json::from_str(schema_of(kind)).unwrap();
            let judge = judge(&schema);
            let told: Vec<String> =
                judge.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
            assert!(told.is_empty(), "{path}: {told:?}");
        }
    }
}

#[test]
fn every_key_of_the_front_matter_schema_is_read_without_a_complaint() {
    let schema: Value = serde_json::from_str(schema_of(SchemaKind::FrontMatter)).unwrap();
    let keys = schema["properties"].as_object().unwrap();
    assert!(keys.len() > 20);
    for key in keys.keys() {
        let parsed = crate::support::parse(&format!("---\n{key}:\n---\n# A\n\nText.\n"));
        assert_eq!(parsed.diagnostics, [], "{key}");
    }
}
