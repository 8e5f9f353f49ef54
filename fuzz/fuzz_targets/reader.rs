//! Any text: no panic, and all text of the Markdown is in the article.
#![no_main]

#[path = "../../tests/suite/kept.rs"]
#[allow(dead_code, reason = "the suite uses more of it")]
mod kept;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match kept::text_is_kept(text) {
        Ok(_) | Err(kept::Fault::Refused(_)) => {}
        Err(kept::Fault::Lost(why)) => panic!("{why}"),
    }
});
