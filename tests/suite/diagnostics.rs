//! Every code has something that provokes it, and what is told is what was reviewed.

use crate::support::root;
use offprint::diagnostic::{Code, Style};
use offprint::export::{DirAssets, Exporter};
use offprint::{Diagnostic, Source, Sources};
use std::path::Path;
use std::sync::Arc;

/// Codes that no fixture provokes, and why.
const EXEMPT: &[(Code, &str)] =
    &[(Code::TypesettingFailed, "a fault of ours, should it ever happen")];

#[test]
fn every_code_has_a_fixture() {
    let mut wrong = Vec::new();
    for &code in Code::ALL {
        assert!(code.explanation().len() > 60, "{code} is not explained");
        assert!(!code.title().is_empty() && !code.title().ends_with('.'), "{code} has no line");
        let is_of_leaflets = code.as_str().starts_with('L');
        if cfg!(not(feature = "pdf")) && is_of_leaflets {
            continue;
        }
        let found = if let Some(fixture) = fixture(code) {
            provoke(&fixture).unwrap_or_else(|problem| {
                wrong.push(format!("{fixture}: {problem}"));
                Vec::new()
            })
        } else if EXEMPT.iter().any(|(exempt, _)| *exempt == code) {
            continue;
        } else {
            in_code(code).unwrap_or_default()
        };
        if !found.iter().any(|found| found.code == code) {
            wrong.push(format!("nothing provokes {code}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn fixture(code: Code) -> Option<String> {
    let named = |ending: &str| format!("fixtures/invalid/{code}.{ending}");
    ["md", "json"].into_iter().map(named).find(|name| root().join(name).exists())
}

/// What a fixture makes the readers and the exporters say, which has to be what was reviewed.
fn provoke(name: &str) -> Result<Vec<Diagnostic>, String> {
    let bytes = std::fs::read(root().join(name)).unwrap();
    let mut sources = Sources::new();
    let found = match Source::from_utf8(name, bytes.clone()) {
        Err(error) => {
            sources.insert(Source::new(name, String::from_utf8_lossy(&bytes).into_owned()));
            error.diagnostics().to_vec()
        }
        Ok(source) => {
            sources.insert(source.clone());
            let is_json = Path::new(name).extension() == Some("json".as_ref());
            let read = if is_json {
                offprint::json::read(&source).map(|article| (article, Vec::new()))
            } else {
                offprint::parse(&source).map(|parsed| (parsed.value, parsed.diagnostics))
            };
            match read {
                Err(error) => error.diagnostics().to_vec(),
                Ok((article, mut found)) if is_of_checks(name) => {
                    let mut of_checks = crate::checks::everything().check(&article);
                    of_checks.retain(|finding| name.contains(finding.code.as_str()));
                    found.extend(of_checks);
                    found
                }
                Ok((article, mut found)) => {
                    for exporter in exporters(name) {
                        match exporter.export(&article, &mut Vec::new()) {
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
    let (stem, _) = name.rsplit_once('.').unwrap_or_default();
    let path = root().join(format!("{stem}.txt"));
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    let expected =
        if cfg!(feature = "pdf") { reviewed.clone() } else { without_leaflets(&reviewed) };
    let is_whole = expected == reviewed;
    if crate::support::blesses() && is_whole {
        std::fs::write(path, told).unwrap();
    } else if told != expected {
        let hint = "write it anew with OFFPRINT_BLESS=1 cargo test --features cli";
        return Err(format!("{hint}\n--- told\n{told}--- reviewed\n{expected}"));
    }
    Ok(found)
}

/// Whether a fixture is of a code that only checks tell: no other finding of theirs is looked at.
fn is_of_checks(name: &str) -> bool {
    let letter = name.rsplit('/').next().and_then(|name| name.chars().next());
    letter.is_some_and(|letter| "CDSKTR".contains(letter))
}

/// What is told where there is no typesetter.
fn without_leaflets(told: &str) -> String {
    let mut is_of_leaflet = false;
    let kept = told.split_inclusive('\n').filter(|line| {
        is_of_leaflet = line.contains("[L") || is_of_leaflet && line.starts_with("  help: ");
        !is_of_leaflet
    });
    kept.collect()
}

fn exporters(name: &str) -> Vec<Box<dyn Exporter>> {
    let assets = Arc::new(DirAssets::new(root()).unwrap());
    #[cfg_attr(not(feature = "pdf"), expect(unused_mut, reason = "leaflets are for one feature"))]
    let mut exporters: Vec<Box<dyn Exporter>> = vec![
        Box::new(offprint::export::Html::new().assets(assets.clone())),
        #[cfg(feature = "pdf")]
        Box::new(offprint::export::Pdf::new().assets(assets.clone())),
        Box::new(offprint::export::Epub::new().assets(assets)),
    ];
    #[cfg(feature = "pdf")]
    if ["L007", "L008", "L009"].iter().any(|code| name.contains(code)) {
        use offprint::export::{Leaflet, Pdf};
        let tri_fold = Pdf::new().leaflet(Leaflet::TriFold).fit(name.contains("L008"));
        exporters.push(Box::new(tri_fold));
    }
    #[cfg(not(feature = "pdf"))]
    let _ = name;
    exporters
}

/// What importing these posts tells, all codes together.
fn imported() -> Vec<Diagnostic> {
    let posts = [
        "On Rest | Guides\n- Ann Invented\n- 12 March\n\nWhy rest\nIt comes slowly, and it is never early. A few signs:\n\
         • one\n• two\n“Sit down.”\n— Bo Example\nTags: rest, sleep\nShare this post\n",
        "Über Ruhe\nVon Ann Invented\n03/04/2026\nWir wissen es nicht, und das ist nicht schlimm, und wir sagen es auf \
         unsere Art, mit Ge\u{ad}duld und für sich allein.\n",
        "# On Rest\n\nIt is Markdown.\n",
    ];
    let import = |text: &str| offprint::markdown::import(&Source::new("a.txt", text)).unwrap();
    posts.iter().flat_map(|post| import(post).diagnostics).collect()
}

/// Codes that a program provokes rather than a small file.
fn in_code(code: Code) -> Option<Vec<Diagnostic>> {
    if code.as_str().starts_with('I') {
        return Some(imported());
    }
    let refused = |text: String| {
        let error = offprint::parse(&Source::new("big.md", text)).unwrap_err();
        Some(error.diagnostics().to_vec())
    };
    match code {
        Code::HouseRule => Some(crate::checks::of_the_house()),
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
        Code::RewrittenFrontMatter => {
            let hugo = "+++\ntitle = 'A'\ndate = 2026-03-12T09:30:00Z\n+++\nText.\n";
            let formatted = offprint::markdown::format(&Source::new("a.md", hugo)).unwrap();
            Some(formatted.diagnostics)
        }
        Code::NotCanonical => {
            let article = offprint::Article::builder("A").paragraph(" Text.").build().unwrap();
            Some(article.canonical().unwrap_err().diagnostics().to_vec())
        }
        #[cfg(feature = "pdf")]
        Code::AccentTooLight => {
            let article = crate::support::parse("# A\n\nText.\n").value;
            let practice = offprint::Practice::new("P").accent("#ffee88");
            let pdf = offprint::export::Pdf::new().practice(&practice);
            Some(pdf.export(&article, &mut Vec::new()).unwrap().diagnostics)
        }
        #[cfg(feature = "pdf")]
        Code::UnknownFace => {
            let article = crate::support::parse("# A\n\nText.\n").value;
            let pdf = offprint::export::Pdf::new().face("No Such Face".parse().unwrap());
            Some(pdf.export(&article, &mut Vec::new()).unwrap_err().diagnostics().to_vec())
        }
        #[cfg(feature = "pdf")]
        Code::BadFont => {
            let error = offprint::export::Fonts::new([("a.ttf", b"text".to_vec())]).unwrap_err();
            Some(error.diagnostics().to_vec())
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

#[cfg(feature = "cli")]
#[test]
fn the_terminal_shows_the_line() {
    let source = Source::new("a.md", "# A\n\n[x](javascript:y)\n");
    let found = offprint::parse(&source).unwrap().diagnostics;
    let text = Style::Terminal.render(&found, &Sources::from(source));
    assert!(text.contains("[x](javascript:y)") && text.contains("P008"), "{text}");
}
