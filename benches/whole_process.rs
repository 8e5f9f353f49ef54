//! Whole processes side by side: `offprint` beside pandoc (HTML, EPUB) and `WeasyPrint` (PDF), in one run.
//!
//! `cargo bench --features cli --bench whole_process`; the peers come from `tests/conformance/peers`.
//! Prints the median of 7 runs of each, and ratios; it passes no judgement.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops at a fault"
)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 7;
const ARTICLE: &str = "fixtures/articles/what-is-psychodynamic-therapy.md";

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = std::env::temp_dir().join("offprint-bench");
    std::fs::create_dir_all(&out).expect("a folder for the output");
    let peers = Command::new(root.join("tests/conformance/peers"))
        .stderr(Stdio::inherit())
        .output()
        .expect("tests/conformance/peers");
    let peers = String::from_utf8_lossy(&peers.stdout).into_owned();
    let mut paths = peers.lines().map(str::to_owned);
    let (pandoc, weasyprint) = (paths.next().expect("pandoc"), paths.next().expect("weasyprint"));

    let offprint = |to: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        command.args(["build", ARTICLE, "--to", to, "--out"]).arg(&out);
        command
    };
    let pandoc = |to: &str| {
        let mut command = Command::new(&pandoc);
        command.args(["--standalone", "--from", "markdown", "--to", to, ARTICLE, "--output"]);
        command.arg(out.join(format!("pandoc.{to}")));
        command
    };
    let page = out.join("what-is-psychodynamic-therapy.html");
    let weasyprint = || {
        let mut command = Command::new(&weasyprint);
        command.arg(&page).arg(out.join("weasyprint.pdf"));
        command
    };
    median(root, || offprint("html"));
    println!("{:<16}{:>10}  beside", "offprint", "median");
    for (name, own, peer) in [
        (
            "html",
            median(root, || offprint("html")),
            Some(("pandoc", median(root, || pandoc("html")))),
        ),
        (
            "epub",
            median(root, || offprint("epub")),
            Some(("pandoc", median(root, || pandoc("epub")))),
        ),
        (
            "json",
            median(root, || offprint("json")),
            Some(("pandoc's json", median(root, || pandoc("json")))),
        ),
        ("pdf", median(root, || offprint("pdf")), Some(("WeasyPrint", median(root, weasyprint)))),
        ("all four", median(root, || offprint("html,json,pdf,epub")), None),
    ] {
        print!("{name:<16}{:>7.1} ms", own.as_secs_f64() * 1e3);
        if let Some((peer, time)) = peer {
            let ratio = time.as_secs_f64() / own.as_secs_f64();
            print!("  {peer} {:.1} ms: {ratio:.1} times as long", time.as_secs_f64() * 1e3);
        }
        println!();
    }
}

fn median(root: &Path, command: impl Fn() -> Command) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let output = command()
                .current_dir(root)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .expect("the command runs");
            assert!(output.success());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}
