//! Any pasted text: no panic, and the Markdown that is made of it can be read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use offprint::Source;

fuzz_target!(|text: &str| {
    match offprint::markdown::import(&Source::new("fuzz.txt", text)) {
        Ok(imported) => {
            let read = offprint::parse(&Source::new("fuzz.md", imported.value.as_str()));
            assert!(read.is_ok(), "{read:?}\n{}", imported.value);
        }
        Err(error) => assert!(!error.diagnostics().is_empty()),
    }
});
