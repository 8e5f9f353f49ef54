//! What a text must not exceed before anything is made of it.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;

/// The most bytes. An article's JSON is two to three times as long as its Markdown.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The most values, each of which takes some hundred bytes of memory.
const MAX_VALUES: usize = 5_000_000;

/// How deep arrays and objects may stand inside one another. The deepest article that the model allows
/// takes 218 levels: definition lists inside definition lists, and a table in the innermost.
const MAX_LEVELS: usize = 256;

/// Refuses what is too large, or nests too deeply, without a stack of its own.
pub(super) fn check(source: &Source) -> Result<(), Diagnostic> {
    let text = source.text();
    if text.len() > MAX_BYTES {
        let mib = |bytes: usize| bytes / (1024 * 1024);
        let message =
            format!("the text has {} MiB; at most {} are allowed", mib(text.len()), mib(MAX_BYTES));
        return Err(Diagnostic::new(Code::InputTooLarge, message)
            .label(source.origin(0..0), "")
            .help("split it into several articles"));
    }
    let (mut level, mut values) = (0_usize, 0_usize);
    let (mut in_string, mut escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'[' | b'{' => {
                level += 1;
                values += 1;
            }
            b']' | b'}' => level = level.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if level > MAX_LEVELS {
            let message = format!("this stands inside more than {MAX_LEVELS} arrays and objects");
            return Err(Diagnostic::new(Code::NestingTooDeep, message)
                .label(source.origin(at..at + 1), "too deep"));
        }
        if values > MAX_VALUES {
            let message = format!("there are more than {MAX_VALUES} values");
            return Err(Diagnostic::new(Code::TooMany, message)
                .label(source.origin(at..at + 1), "one too many")
                .help("split it into several articles"));
        }
    }
    Ok(())
}
