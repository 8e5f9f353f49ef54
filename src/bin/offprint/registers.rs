//! `offprint registers`, and reading files of bodies.

use crate::Status;
use crate::args::{DiagnosticStyle, ListRegisters};
use crate::inputs;
use crate::report::{Reporter, print, problem};
use offprint::model::Body;
use offprint::registers::{BodyEntry, Certainty, Claim, Registers};
use offprint::{Error, Sources};
use std::convert::Infallible;
use std::fmt::Write as _;
use std::path::PathBuf;

pub(crate) fn run(args: &ListRegisters) -> Status {
    let mut reporter = Reporter::new(DiagnosticStyle::Human);
    let registers = match registers(&args.registers, &mut reporter) {
        Ok(registers) => registers,
        Err(status) => return status,
    };
    reporter.finish();
    let entries: Vec<&BodyEntry> = match &args.body {
        None => registers.iter().collect(),
        Some(text) => {
            let body: Body = text.parse().unwrap_or_else(|never: Infallible| match never {});
            let Some(entry) = registers.get(&body) else {
                problem(&format!("`{text}` is no body in these registers"));
                return Status::System;
            };
            vec![entry]
        }
    };
    if args.json {
        return match serde_json::to_string_pretty(&serde_json::json!({ "body": entries })) {
            Ok(text) => print(&format!("{text}\n")),
            Err(cause) => {
                problem(&cause.to_string());
                Status::System
            }
        };
    }
    match (&args.body, &entries[..]) {
        (Some(_), [entry]) => print(&in_full(entry)),
        _ => print(&table(&entries)),
    }
}

/// Our bodies, and those of some files added or put in their place; what is odd in the files is told.
pub(crate) fn registers(paths: &[PathBuf], reporter: &mut Reporter) -> Result<Registers, Status> {
    let mut all = Registers::clone(&Registers::built_in());
    for path in paths {
        let source = inputs::source(path)
            .map_err(|(error, undecoded)| refused(&error, &undecoded, reporter))?;
        let sources = Sources::from(source.clone());
        let read = all.with(&source).map_err(|error| refused(&error, &sources, reporter))?;
        reporter.diagnostics(&read.diagnostics, &sources);
        all = read.value;
    }
    Ok(all)
}

/// Tells why something could not be read.
pub(crate) fn refused(error: &Error, sources: &Sources, reporter: &mut Reporter) -> Status {
    reporter.diagnostics(error.diagnostics(), sources);
    if error.diagnostics().is_empty() {
        problem(&error.to_string());
    }
    if error.is_io() { Status::System } else { Status::Content }
}

/// A line for each body.
fn table(entries: &[&BodyEntry]) -> String {
    let rows: Vec<[String; 4]> = entries
        .iter()
        .map(|entry| {
            let letters: Vec<&str> =
                entry.grades.iter().filter_map(|grade| grade.printed_letters()).collect();
            let letters = if letters.is_empty() { "–".to_owned() } else { letters.join(", ") };
            [entry.body.to_string(), entry.kind.to_string(), entry.people.to_string(), letters]
        })
        .collect();
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let (first, second, third) = (width(0), width(1), width(2));
    let mut text = String::new();
    for ([body, kind, people, letters], entry) in rows.iter().zip(entries) {
        let _ = writeln!(text, "{body:first$}  {kind:second$}  {people:third$}  {letters}");
        let sure = match entry.certainty {
            Certainty::Seen => "",
            _ => ", provisional",
        };
        let _ = writeln!(text, "{:first$}  {} ({}{sure})", "", entry.name, entry.verified_on);
    }
    text.push_str("\n`offprint registers BACP` shows one in full; `--json` is for programs.\n");
    text
}

/// All that is known of one body.
fn in_full(entry: &BodyEntry) -> String {
    let mut text = format!("{}\n{}, {}\n\n", entry.name_in_full(), entry.kind, entry.jurisdiction);
    let mut fact = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "{name:14}{value}");
        }
    };
    let register = entry.register.as_ref().map_or("none", |address| address.as_str());
    fact("website", entry.website.as_str());
    fact("register", register);
    fact("", entry.register_name.as_deref().unwrap_or_default());
    fact("look up", entry.lookup.as_deref().unwrap_or_default());
    fact("also called", &entry.other_names.join("; "));
    fact("formerly", &entry.former_abbreviations.join(", "));
    fact("its people", &format!("{}s", entry.people));
    if let Some(number) = &entry.number {
        fact("number", &format!("{} ({})", number.pattern, number.certainty));
    }
    fact("titles", &entry.titles.join(", "));
    fact("verified", &format!("{} ({})", entry.verified_on, entry.certainty));
    fact("source", entry.source.as_ref().map_or("", |address| address.as_str()));
    if !entry.grades.is_empty() {
        text.push_str("\ngrades\n");
    }
    for grade in &entry.grades {
        let letters = grade.letters.as_deref().unwrap_or("no letters");
        let sure = if grade.certainty == entry.certainty { "" } else { ", provisional" };
        let place = if grade.on_register { "" } else { ", not on the register" };
        let _ = writeln!(text, "  {} ({}): {letters}{place}{sure}", grade.name, grade.grade);
        let _ = writeln!(
            text,
            "      {}",
            grade
                .wording
                .replace("{name}", entry.body.as_str())
                .replace("{abbreviation}", entry.body.as_str())
        );
        not_claimed(&mut text, &grade.may_not_claim, grade.note.as_deref());
    }
    if !entry.statuses.is_empty() {
        text.push_str("\nstatuses\n");
    }
    for status in &entry.statuses {
        let _ = writeln!(text, "  {}", status.wording.replace("{membership}", "…"));
        not_claimed(&mut text, &status.may_not_claim, status.note.as_deref());
    }
    text
}

fn not_claimed(text: &mut String, claims: &[Claim], note: Option<&str>) {
    if !claims.is_empty() {
        let claims: Vec<&str> = claims.iter().map(|claim| claim.as_str()).collect();
        let _ = writeln!(text, "      may not claim: {}", claims.join(", "));
    }
    if let Some(note) = note {
        let _ = writeln!(text, "      {note}");
    }
}
