//! Any pasted text: no panic, and the Markdown that is made of it can be read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use offprint::Source;

fuzz_target!(|text: &str| {
    match offprint::markdown::import(&Source::new("fuzz.txt", text)) {
        // What is Markdown already stays as it is, and may go beyond a limit.
        Ok(imported) if imported.value == text => {}
        Ok(imported) => {
            let read = offprint::parse(&Source::new("fuzz.md", imported.value.as_str()));
            // A single line is a title, or belongs to the page; that alone is no article yet.
            let is_bare = |error: &offprint::Error| {
                error.diagnostics().iter().any(|found| found.code.as_str() == "P003")
            };
            assert!(read.as_ref().map_or_else(is_bare, |_| true), "{read:?}\n{}", imported.value);
        }
        Err(error) => assert!(!error.diagnostics().is_empty()),
    }
});
