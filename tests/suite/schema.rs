//! The files in `schema/` are what the types say.

use crate::support::root;
use offprint::json::{SchemaKind, generate_schema, schema_of};

#[test]
fn the_files_are_what_the_types_say() {
    let bless = std::env::var_os("OFFPRINT_BLESS").is_some();
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

#[test]
fn every_key_of_the_front_matter_schema_is_read_without_a_complaint() {
    let schema: serde_json::Value =
        serde_json::from_str(schema_of(SchemaKind::FrontMatter)).unwrap();
    let keys = schema["properties"].as_object().unwrap();
    assert!(keys.len() > 20);
    for key in keys.keys() {
        let parsed = crate::support::parse(&format!("---\n{key}:\n---\n# A\n\nText.\n"));
        assert_eq!(parsed.diagnostics, [], "{key}");
    }
}
