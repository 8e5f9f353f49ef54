//! Any text, front matter too: what is read, written and read again is the same article.
#![no_main]

#[path = "../../tests/suite/kept.rs"]
#[allow(dead_code, reason = "the suite uses more of it")]
mod kept;

use libfuzzer_sys::fuzz_target;
use offprint::Source;

fuzz_target!(|text: &str| {
    if let Ok(parsed) = offprint::parse(&Source::new("fuzz.md", text))
        && let Err(kept::Fault::Lost(why)) = kept::round_trip(&parsed.value)
    {
        panic!("{why}");
    }
});
