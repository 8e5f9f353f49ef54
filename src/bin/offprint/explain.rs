//! `offprint explain`.

use crate::Status;
use crate::args::Explain;
use crate::report::{print, problem};
use offprint::Severity;
use offprint::diagnostic::Code;

pub(crate) fn run(args: &Explain) -> Status {
    let Some(text) = &args.code else {
        let lines = Code::ALL.iter().map(|code| format!("{code}  {}\n", code.title()));
        return print(&lines.collect::<String>());
    };
    match text.parse::<Code>() {
        Ok(code) => {
            let severity = match code.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                _ => "note",
            };
            let explanation = wrapped(code.explanation(), 80);
            print(&format!("{code} ({severity}): {}\n\n{explanation}\n", code.title()))
        }
        Err(error) => {
            problem(&error.to_string());
            Status::System
        }
    }
}

fn wrapped(text: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}
