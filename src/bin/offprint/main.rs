//! The command line: files, threads and the clock live here; everything else is the library's.

mod args;
mod build;
mod check;
mod explain;
mod files;
mod fix;
mod fmt;
mod import;
mod inputs;
mod practice;
mod registers;
mod report;
mod schema;

use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Everything that was asked for is there.
    Good,
    /// Something is wrong with the content.
    Content,
    /// Wrong usage, or a file that cannot be read or written.
    System,
}

fn main() -> ExitCode {
    let status = match Args::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Registers(args) => registers::run(&args),
        Command::Explain(args) => explain::run(&args),
    };
    match status {
        Status::Good => ExitCode::SUCCESS,
        Status::Content => ExitCode::from(1),
        Status::System => ExitCode::from(2),
    }
}
