//! For a practice that checks what it publishes, by our rules and by one of its own: `cargo run --example check`.

use offprint::check::{Checker, Findings, Profile, Rule, View};
use offprint::diagnostic::{Code, Style, apply};
use offprint::{Diagnostic, Source, Sources};

/// This house says "people", not "patients", and mends it by itself.
#[derive(Debug)]
struct People;

impl Rule for People {
    fn code(&self) -> Code {
        Code::HouseRule
    }

    fn authority(&self) -> Option<&str> {
        Some("Willow Rooms, how we write")
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for passage in view.passages().filter(|passage| !passage.is_quoted()) {
            for (at, word) in passage.text().match_indices("patients") {
                let range = at..at + word.len();
                let place = passage.place(range.clone());
                let mut found = Diagnostic::new(self.code(), "we say `people`")
                    .label(place, "")
                    .help("write `people`");
                if let Some(written) = passage.written(range) {
                    found = found.edit(written, "people");
                }
                findings.add(found);
            }
        }
    }
}

fn main() -> offprint::Result<()> {
    let text =
        "# On Rest\n\nBy Imogen Farthing\n\nMany patients ask for it. It is guaranteed to come.\n";
    let source = Source::new("rest.md", text);
    let parsed = offprint::parse(&source)?;
    let checker = Checker::recommended()
        .profile(Profile::PatientInformation)
        .rule(People)
        .silence(Code::NoSources)
        .today("2026-03-12".parse()?);
    let found = checker.check(&parsed.value);
    print(&Style::Plain.render(&found, &Sources::from(source.clone())));
    let edits: Vec<_> = found.into_iter().flat_map(|finding| finding.fix).collect();
    print(&format!("\nmended:\n{}", apply(&source, &edits)?));
    Ok(())
}

fn print(text: &str) {
    use std::io::Write as _;
    // A reader that has gone away is no problem of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
}
