//! Any JSON: no panic, and what is read can be written as HTML.
#![no_main]

use libfuzzer_sys::fuzz_target;
use offprint::Source;
use offprint::export::{Exporter, Html};

fuzz_target!(|text: &str| {
    match offprint::json::read(&Source::new("fuzz.json", text)) {
        Ok(article) => {
            let html = Html::new().standalone(false).export(&article, &mut std::io::sink());
            assert!(html.is_ok(), "{html:?}");
        }
        Err(error) => assert!(!error.diagnostics().is_empty()),
    }
});
