//! `offprint check`.

use crate::args::Check;
use crate::practice::Named;
use crate::registers::{refused, registers};
use crate::report::{Reporter, problem};
use crate::{Status, fix, inputs};
use offprint::check::{Checker, UrgentHelp};
use offprint::diagnostic::Code;
use offprint::markdown::Parser;
use offprint::model::PartialDate;
use offprint::registers::Registers;
use offprint::{Article, Diagnostic, Output, Result, Severity, Source, Sources};
use std::path::Path;
use std::sync::Arc;

pub(crate) fn run(args: &Check) -> Status {
    let mut reporter = Reporter::new(args.diagnostics);
    let status = run_with(args, &mut reporter);
    reporter.finish();
    status
}

fn run_with(args: &Check, reporter: &mut Reporter) -> Status {
    let (paths, problems) = inputs::named(&args.paths);
    if !problems.is_empty() {
        problems.iter().for_each(|text| problem(text));
        return Status::System;
    }
    let (practice, registers, urgent_help) = match known(args, reporter) {
        Ok(known) => known,
        Err(status) => return status,
    };
    let mut checker = args
        .profile
        .iter()
        .fold(Checker::recommended(), |checker, profile| checker.profile(*profile))
        .registers(Arc::clone(&registers));
    if let Some(named) = &practice {
        checker = checker.practice(&named.practice);
    }
    if let Some(urgent_help) = urgent_help {
        checker = checker.urgent_help(urgent_help);
    }
    if let Some(today) = args.today.or_else(today) {
        checker = checker.today(today);
    }
    let checking = Checking { args, checker, registers };
    let statuses = paths.iter().map(|path| checking.file(path, reporter));
    statuses.max().unwrap_or(Status::Good)
}

/// What files say besides the articles.
type Known = (Option<Named>, Arc<Registers>, Option<Arc<UrgentHelp>>);

fn known(args: &Check, reporter: &mut Reporter) -> std::result::Result<Known, Status> {
    let practice = Named::read(args.practice.as_deref(), args.strict, reporter)?;
    let files = Named::registers(practice.as_ref(), &args.registers);
    let registers = registers(&files, reporter)?;
    let help = Named::urgent_help(practice.as_ref(), args.urgent_help.as_deref(), reporter)?;
    Ok((practice, Arc::new(registers), help))
}

/// The day of the check: `SOURCE_DATE_EPOCH`, where somebody set it, or what the clock says.
fn today() -> Option<PartialDate> {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    let seconds = set.or_else(|| {
        let since = std::time::UNIX_EPOCH.elapsed().ok()?;
        i64::try_from(since.as_secs()).ok()
    });
    PartialDate::from_unix_seconds(seconds?)
}

struct Checking<'a> {
    args: &'a Check,
    checker: Checker,
    registers: Arc<Registers>,
}

impl Checking<'_> {
    fn file(&self, path: &Path, reporter: &mut Reporter) -> Status {
        let source = match inputs::source(path) {
            Ok(source) => source,
            Err((error, undecoded)) => return refused(&error, &undecoded, reporter),
        };
        match self.checked(path, source.clone(), reporter) {
            Ok((found, source)) => {
                reporter.diagnostics(&found, &Sources::from(source));
                let is_bad = |found: &Diagnostic| {
                    found.severity == Severity::Error
                        || self.args.strict && found.severity == Severity::Warning
                };
                if found.iter().any(is_bad) { Status::Content } else { Status::Good }
            }
            Err(error) => refused(&error, &Sources::from(source), reporter),
        }
    }

    /// Everything that is found, after mending what was to be mended.
    fn checked(
        &self,
        path: &Path,
        source: Source,
        reporter: &mut Reporter,
    ) -> Result<(Vec<Diagnostic>, Source)> {
        let read = self.read(path, &source)?;
        let found = self.found(&read);
        if !self.args.fix || found.iter().all(|finding| finding.fix.is_empty()) {
            return Ok((found, source));
        }
        let read_again = |source: &Source| self.read(path, source).map(|read| read.value);
        let mended = fix::mend(path, &source, &read.value, &found, read_again)?;
        mended.lines.iter().for_each(|line| reporter.made(line));
        let found = self.found(&self.read(path, &mended.source)?);
        Ok((found, mended.source))
    }

    fn read(&self, path: &Path, source: &Source) -> Result<Output<Article>> {
        if path.extension().is_some_and(|ending| ending == "json") {
            return Ok(Output::new(offprint::json::read(source)?, Vec::new()));
        }
        Parser::new().registers(Arc::clone(&self.registers)).parse(source)
    }

    /// What reading and the rules have found, in the order of the text.
    fn found(&self, read: &Output<Article>) -> Vec<Diagnostic> {
        let mut found = read.diagnostics.clone();
        found.extend(self.checker.check(&read.value));
        found.retain(|finding| {
            finding.severity == Severity::Error || !self.is_allowed(finding.code)
        });
        found.sort_by_key(|finding| finding.origin().range().start);
        found
    }

    fn is_allowed(&self, code: Code) -> bool {
        self.args.allow.contains(&code)
    }
}
