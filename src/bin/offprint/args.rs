//! What can be asked for.

use clap::{Parser, Subcommand, ValueEnum};
use offprint::check::Profile;
use offprint::diagnostic::Code;
use offprint::export::{Face, Format, Leaflet};
use offprint::markdown::Limits;
use offprint::model::PartialDate;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Articles in Markdown become web pages, validated JSON, printable leaflets and e-books.
///
/// Exit status: 0 good; 1 something is wrong with the content; 2 usage, or a file that cannot be read
/// or written.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make files of articles.
    Build(Build),
    /// Look for what an author would want to know before somebody reads the article.
    Check(Check),
    /// Write articles anew in canonical Markdown, in place.
    ///
    /// Front matter is written in YAML, TOML too, and under our own keys: `published` for `date`, `modified` for
    /// `lastmod`, `keywords` for `tags` and so on, with the day of a date and not its time. Keys that mean nothing here
    /// stay, and what has changed is told (F012). A tool that asks for its own keys will not find them, so do not format
    /// what another tool has to read.
    Fmt(Fmt),
    /// Make Markdown of a post that was pasted as plain text; every guess is told.
    Import(Import),
    /// Print the JSON Schema of a form.
    Schema(Schema),
    /// Show what is known of the professional bodies: registers, grades, letters, wordings.
    Registers(ListRegisters),
    /// Say what a diagnostic's code means and how to mend it.
    Explain(Explain),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    /// Articles in Markdown or (`.json`) in JSON, or folders of them (every `.md` file in a folder).
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Formats to make, separated by commas: html, json, pdf, epub.
    #[arg(long, value_delimiter = ',', default_values = ["html", "json", "pdf", "epub"], value_name = "FORMATS")]
    pub(crate) to: Vec<Format>,
    /// Folder to write into; made where it is not there.
    #[arg(long, default_value = "dist", value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Leaflets to make as PDF, separated by commas: a4, a5, large-print, tri-fold, a5-booklet. Of the last
    /// two there is a file to read, and one of sheets to print.
    #[arg(long, value_delimiter = ',', default_values = ["a4"], value_name = "LEAFLETS")]
    pub(crate) leaflet: Vec<Leaflet>,
    /// Who hands the articles out: name, logo, contact, register lines.
    #[arg(long, value_name = "PRACTICE.TOML")]
    pub(crate) practice: Option<PathBuf>,
    /// Professional bodies of your own, added to ours or in their place.
    #[arg(long, value_name = "REGISTERS.TOML")]
    pub(crate) registers: Vec<PathBuf>,
    /// Folder that images may be read from; without it the current folder, or the article's own where
    /// that is elsewhere.
    #[arg(long, value_name = "DIR")]
    pub(crate) assets: Option<PathBuf>,
    /// Take warnings for errors.
    #[arg(long)]
    pub(crate) strict: bool,
    /// How much an article in Markdown may have, as in `blocks=400000,images=5000`; `input` (bytes),
    /// `footnotes` and `keys` (of front matter) are limits too.
    #[arg(long, default_value = "", hide_default_value = true, value_name = "LIMITS")]
    pub(crate) limit: Limits,
    /// How many articles to make at once; without it as many as there are processors.
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// How to tell what was found. All but `human` are written to standard output.
    #[arg(long, value_enum, default_value_t, value_name = "STYLE")]
    pub(crate) diagnostics: DiagnosticStyle,
    // The last, because its heading goes for all that follows.
    #[command(flatten)]
    pub(crate) look: Look,
}

/// How leaflets look.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "The look of leaflets")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Look {
    /// Sheets for a print shop: 3 mm of bleed, and marks where to cut and to fold.
    #[arg(long)]
    pub(crate) marks: bool,
    /// Set a text that is too long for a tri-fold closer: less space first, then type down to 12 points.
    #[arg(long)]
    pub(crate) fit: bool,
    /// Typeface of leaflets: sans, serif, or the name of a family among the `--fonts`.
    #[arg(long, default_value = "sans", value_name = "FACE")]
    pub(crate) face: Face,
    /// Folder of more typefaces for leaflets (.ttf, .otf, .ttc), for scripts and signs that ours lack; may be given
    /// several times.
    #[arg(long, value_name = "DIR")]
    pub(crate) fonts: Vec<PathBuf>,
    /// Justify the lines of leaflets, and part words at their ends; never done in large print.
    #[arg(long)]
    pub(crate) justify: bool,
    /// Set leaflets in black and grey, images too.
    #[arg(long)]
    pub(crate) mono: bool,
    /// Attach the article as JSON to leaflets, which makes them PDF/A-3a.
    #[arg(long)]
    pub(crate) attach_json: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiagnosticStyle {
    /// With an excerpt of the text, on standard error.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
    /// A SARIF 2.1.0 log.
    Sarif,
    /// Annotations for GitHub's workflows.
    Github,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// Articles in Markdown or (`.json`) in JSON, or folders of them (every `.md` file in a folder).
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Sets of rules, separated by commas: recommended, patient-information, clear-print, nhs-style, publisher.
    /// The recommended ones are always among them.
    #[arg(long, value_delimiter = ',', default_values = ["recommended"], value_name = "PROFILES")]
    pub(crate) profile: Vec<Profile>,
    /// Who hands the articles out: what it says of itself need not stand in each of them.
    #[arg(long, value_name = "PRACTICE.TOML")]
    pub(crate) practice: Option<PathBuf>,
    /// Professional bodies of your own, added to ours or in their place.
    #[arg(long, value_name = "REGISTERS.TOML")]
    pub(crate) registers: Vec<PathBuf>,
    /// Help lines that are known, in place of ours.
    #[arg(long, value_name = "HELP-LINES.TOML")]
    pub(crate) urgent_help: Option<PathBuf>,
    /// The day of the check, as in 2026-03-12; without it `SOURCE_DATE_EPOCH`, or today.
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<PartialDate>,
    /// Codes that are not told, separated by commas.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub(crate) allow: Vec<Code>,
    /// Mend what can be mended safely, in place, and tell what was done.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Take warnings for errors.
    #[arg(long)]
    pub(crate) strict: bool,
    /// How to tell what was found. All but `human` are written to standard output.
    #[arg(long, value_enum, default_value_t, value_name = "STYLE")]
    pub(crate) diagnostics: DiagnosticStyle,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Fmt {
    /// Articles, or folders of them (every `.md` file in a folder).
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write nothing; list the files that would change, and exit with 1 where there are any.
    #[arg(long)]
    pub(crate) check: bool,
    /// How to tell what was found. All but `human` are written to standard output.
    #[arg(long, value_enum, default_value_t, value_name = "STYLE")]
    pub(crate) diagnostics: DiagnosticStyle,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// The pasted text; `-` reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// File to write; without it the Markdown goes to standard output.
    #[arg(long, short = 'o', value_name = "FILE.MD")]
    pub(crate) out: Option<PathBuf>,
    /// Write over a file that is there already.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// Which form.
    #[arg(value_enum)]
    pub(crate) form: Form,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Form {
    /// An article as JSON.
    Article,
    /// The block at the start of a Markdown file.
    FrontMatter,
    /// practice.toml.
    Practice,
    /// collection.toml.
    Collection,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ListRegisters {
    /// A body, for instance BACP, to show in full; without it all are listed.
    pub(crate) body: Option<String>,
    /// Write JSON, with the keys of the files that bodies are read from.
    #[arg(long)]
    pub(crate) json: bool,
    /// Professional bodies of your own, added to ours or in their place.
    #[arg(long, value_name = "REGISTERS.TOML")]
    pub(crate) registers: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// A code, for instance P004; without it all codes are listed.
    pub(crate) code: Option<String>,
}
