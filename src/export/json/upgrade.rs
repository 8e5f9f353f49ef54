//! JSON of an older version into JSON of this one.

use super::SCHEMA_VERSION;
use serde_json::Value;

/// Brings a document of one version into the form of the next.
type Step = fn(&mut Value);

/// The step at place `n` (from 0) leads from version `n + 1` to version `n + 2`.
const STEPS: &[Step] = &[];

const _: () = assert!(STEPS.len() + 1 == SCHEMA_VERSION as usize, "a version has no step to it");

/// Brings a document up to this version; one of this version, or of no version, stays as it is.
pub(super) fn upgrade(document: &mut Value) {
    steps(document, STEPS);
}

/// The version that a document says it has.
pub(super) fn version(document: &Value) -> Option<u64> {
    document.get("schemaVersion")?.as_u64()
}

fn steps(document: &mut Value, steps: &[Step]) {
    let Some(stated) = version(document).filter(|version| *version > 0) else { return };
    let done = usize::try_from(stated - 1).unwrap_or(usize::MAX);
    let Some(left) = steps.get(done..) else { return };
    for step in left {
        step(document);
    }
    if !left.is_empty() {
        document["schemaVersion"] = (steps.len() + 1).into();
    }
}

#[cfg(test)]
mod tests {
    use super::steps;
    use serde_json::{Value, json};

    fn rename(document: &mut Value) {
        let entries = document.as_object_mut().unwrap();
        let title = entries.remove("name").unwrap();
        entries.insert("title".to_owned(), title);
    }

    fn add(document: &mut Value) {
        document["language"] = json!("en-GB");
    }

    #[test]
    fn every_step_from_the_stated_version_on_is_taken() {
        let of_version = |version: u32, name: &str| json!({ "schemaVersion": version, name: "A" });
        let newest = json!({ "schemaVersion": 3, "title": "A", "language": "en-GB" });

        let mut oldest = of_version(1, "name");
        steps(&mut oldest, &[rename, add]);
        assert_eq!(oldest, newest);

        let mut older = of_version(2, "title");
        steps(&mut older, &[rename, add]);
        assert_eq!(older, newest);

        let mut same = newest.clone();
        steps(&mut same, &[rename, add]);
        assert_eq!(same, newest);
    }

    #[test]
    fn what_states_no_version_is_left_to_the_schema() {
        for document in [json!({}), json!([]), json!({ "schemaVersion": 0 })] {
            let mut same = document.clone();
            steps(&mut same, &[rename, add]);
            assert_eq!(same, document);
        }
    }
}
