//! Every code has something that provokes it, and what is told is what was reviewed.

use crate::support::root;
use offprint::diagnostic::{Code, Style};
use offprint::export::{DirAssets, Exporter};
use offprint::{Diagnostic, Source, Sources};
use std::sync::Arc;

/// Codes that no fixture provokes, and why.
const EXEMPT: &[(Code, &str)] =
    &[(Code::TypesettingFailed, "a fault of ours, should it ever happen")];

#[test]
fn every_code_has_a_fixture() {
    for &code in Code::ALL {
        let fixture = root().join(format!("fixtures/invalid/{code}.md"));
        if EXEMPT.iter().any(|(exempt, _)| *exempt == code) {
            continue;
        }
        let found = if fixture.exists() {
            provoke(code)
        } else {
            in_code(code).unwrap_or_else(|| panic!("{code} has no fixture"))
        };
        assert!(found.iter().any(|found| found.code == code), "{code} is not told: {found:?}");
        assert!(code.explanation().len() > 60, "{code} is not explained");
    }
}

/// What the fixture of a code makes the reader and the exporters say.
fn provoke(code: Code) -> Vec<Diagnostic> {
    let name = format!("fixtures/invalid/{code}.md");
    let bytes = std::fs::read(root().join(&name)).unwrap();
    let mut sources = Sources::new();
    let found = match Source::from_utf8(name.clone(), bytes) {
        Err(error) => error.diagnostics().to_vec(),
        Ok(source) => {
            sources.insert(source.clone());
            match offprint::parse(&source) {
                Err(error) => error.diagnostics().to_vec(),
                Ok(parsed) => {
                    let mut found = parsed.diagnostics;
                    for exporter in exporters() {
                        match exporter.export(&parsed.value, &mut Vec::new()) {
                            Ok(exported) => found.extend(exported.diagnostics),
                            Err(error) => found.extend_from_slice(error.diagnostics()),
                        }
                    }
                    found.dedup();
                    found
                }
            }
        }
    };
    // A path on this machine must not be in what was reviewed.
    let told = Style::Plain.render(&found, &sources).replace(&*root().to_string_lossy(), "ROOT");
    let reviewed = root().join(format!("fixtures/invalid/{code}.txt"));
    if std::env::var_os("OFFPRINT_BLESS").is_some() {
        std::fs::write(reviewed, told).unwrap();
    } else {
        let reviewed = std::fs::read_to_string(reviewed).unwrap_or_default();
        assert_eq!(told, reviewed, "{code}: write it anew with OFFPRINT_BLESS=1 cargo test");
    }
    found
}

fn exporters() -> Vec<Box<dyn Exporter>> {
    let assets = Arc::new(DirAssets::new(root()).unwrap());
    vec![
        Box::new(offprint::export::Html::new().assets(assets.clone())),
        Box::new(offprint::export::Pdf::new().assets(assets.clone())),
        Box::new(offprint::export::Epub::new().assets(assets)),
    ]
}

/// Codes that a program provokes rather than a small file.
fn in_code(code: Code) -> Option<Vec<Diagnostic>> {
    let refused = |text: String| {
        let error = offprint::parse(&Source::new("big.md", text)).unwrap_err();
        Some(error.diagnostics().to_vec())
    };
    match code {
        Code::InputTooLarge => refused("word ".repeat(4_000_000)),
        Code::TooMany => refused("word\n\n".repeat(200_001)),
        Code::ImageTooLarge => {
            // The head of a PNG of 10,000 × 10,000 pixels.
            let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
            png.extend_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 8, 2, 0, 0, 0]);
            let assets = offprint::export::MemoryAssets::new().with("big.png", png);
            let article = crate::support::parse("# A\n\n![a](big.png)\n").value;
            let html = offprint::export::Html::new().assets(Arc::new(assets));
            let error = html.export(&article, &mut Vec::new()).unwrap_err();
            Some(error.diagnostics().to_vec())
        }
        Code::JsonSchema => {
            let mut article = crate::support::parse("# A\n\nText.\n").value;
            article.metadata.title = String::new();
            let json = offprint::export::Json::new();
            let error = json.export(&article, &mut Vec::new()).unwrap_err();
            Some(error.diagnostics().to_vec())
        }
        Code::NotCanonical => {
            let article = offprint::Article::builder("A").paragraph(" Text.").build().unwrap();
            Some(article.canonical().unwrap_err().diagnostics().to_vec())
        }
        Code::AccentTooLight => {
            let article = crate::support::parse("# A\n\nText.\n").value;
            let practice = offprint::Practice::new("P").accent("#ffee88");
            let pdf = offprint::export::Pdf::new().practice(&practice);
            Some(pdf.export(&article, &mut Vec::new()).unwrap().diagnostics)
        }
        Code::XmlCharacter => {
            let article =
                offprint::Article::builder("A \u{1} B").paragraph("Text.").build().unwrap();
            let error =
                offprint::export::Epub::new().export(&article, &mut Vec::new()).unwrap_err();
            Some(error.diagnostics().to_vec())
        }
        Code::UndatedBook => {
            let article = crate::support::parse("# A\n\nText.\n").value;
            let epub = offprint::export::Epub::new();
            Some(epub.export(&article, &mut Vec::new()).unwrap().diagnostics)
        }
        _ => None,
    }
}

#[test]
fn a_finding_is_told_in_every_style_at_the_same_place() {
    let source = Source::new("a b.md", "# Ä\n\nÜber [x](javascript:y).\n");
    let found = offprint::parse(&source).unwrap().diagnostics;
    let sources = Sources::from(source);
    assert!(Style::Plain.render(&found, &sources).starts_with("a b.md:3:6: warning[P008]: "));
    assert!(
        Style::GitHub.render(&found, &sources).starts_with("::warning file=a b.md,line=3,col=6,")
    );
    let line: serde_json::Value =
        serde_json::from_str(&Style::JsonLines.render(&found, &sources)).unwrap();
    assert_eq!((&line["labels"][0]["line"], &line["labels"][0]["column"]), (&3.into(), &6.into()));
    let sarif: serde_json::Value =
        serde_json::from_str(&Style::Sarif.render(&found, &sources)).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.md");
    assert_eq!(place["region"]["startColumn"], 6);
}

#[test]
fn the_terminal_shows_the_line() {
    let source = Source::new("a.md", "# A\n\n[x](javascript:y)\n");
    let found = offprint::parse(&source).unwrap().diagnostics;
    let text = Style::Terminal.render(&found, &Sources::from(source));
    assert!(text.contains("[x](javascript:y)") && text.contains("P008"), "{text}");
}
