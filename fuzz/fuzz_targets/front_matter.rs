//! Any front matter, YAML or (behind a plus sign) TOML: no panic, and an article or an error that says why not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use offprint::Source;
use offprint::export::{Exporter, Html};

fuzz_target!(|text: &str| {
    let (fence, fields) = match text.strip_prefix('+') {
        Some(toml) => ("+++", toml),
        None => ("---", text),
    };
    let source = Source::new("fuzz.md", format!("{fence}\n{fields}\n{fence}\n\nText.\n"));
    match offprint::parse(&source) {
        Ok(parsed) => {
            // Every place that a finding names is in the text.
            for finding in &parsed.diagnostics {
                assert!(finding.origin().range().end <= source.text().len(), "{finding:?}");
            }
            let html = Html::new().standalone(false).export(&parsed.value, &mut std::io::sink());
            assert!(html.is_ok(), "{html:?}");
        }
        Err(error) => assert!(!error.diagnostics().is_empty()),
    }
});
