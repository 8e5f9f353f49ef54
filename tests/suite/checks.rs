//! What checks tell, and what they must not tell.

use crate::support::{articles, parse, parse_file};
use offprint::check::{Checker, Findings, Profile, Rule, View};
use offprint::diagnostic::{Code, Style, apply};
use offprint::{Diagnostic, Source, Sources};

/// What every profile finds in a text on the first of June 2026.
pub(crate) fn found(text: &str) -> Vec<Diagnostic> {
    everything().check(&parse(text).value)
}

/// All profiles, on the first of June 2026.
pub(crate) fn everything() -> Checker {
    let all = Profile::ALL.iter();
    all.fold(Checker::recommended(), |checker, profile| checker.profile(*profile))
        .today("2026-06-01".parse().unwrap())
}

/// The words that are marked by findings of a code.
#[track_caller]
pub(crate) fn marked(code: Code, text: &str) -> Vec<String> {
    let found = found(text);
    let of_code = found.iter().filter(|finding| finding.code == code);
    of_code.map(|finding| text[finding.origin().range()].to_owned()).collect()
}

/// Tells of every text in which a code is found, or is not, against what was expected.
#[track_caller]
pub(crate) fn expect(code: Code, told: &[&str], not_told: &[&str]) {
    let body = |text: &str| format!("# Title\n\n{text}\n");
    let is_told = |text: &&&str| !marked(code, &body(text)).is_empty();
    let missed: Vec<&&str> = told.iter().filter(|text| !is_told(text)).collect();
    let wrong: Vec<&&str> = not_told.iter().filter(is_told).collect();
    assert!(missed.is_empty() && wrong.is_empty(), "{code}: missed {missed:#?}, wrong {wrong:#?}");
}

#[test]
fn a_profile_brings_its_rules_and_the_recommended_ones() {
    let article = parse("# A\n\nText.\n").value;
    let codes = |checker: Checker| -> Vec<Code> {
        checker.check(&article).iter().map(|finding| finding.code).collect()
    };
    assert_eq!(codes(Checker::new()), []);
    let recommended = codes(Checker::recommended());
    assert!(recommended.contains(&Code::Undated) && !recommended.contains(&Code::NoSources));
    let more = codes(Checker::new().profile(Profile::PatientInformation));
    assert!(more.contains(&Code::Undated) && more.contains(&Code::NoSources));
    let silent = codes(Checker::recommended().silence(Code::Undated));
    assert!(!silent.contains(&Code::Undated));
}

#[test]
fn an_author_can_suppress_what_is_found_in_a_file_or_a_block() {
    let text =
        "# A\n\n<!-- offprint: suppress S005 -->\n\nIt is guaranteed.\n\nIt is guaranteed.\n";
    assert_eq!(marked(Code::ClaimForReview, text).len(), 1);
    let text = "---\ntitle: A\nsuppress: [S005, D001]\n---\nIt is guaranteed.\n";
    assert_eq!(marked(Code::ClaimForReview, text).len(), 0);
    assert_eq!(marked(Code::Undated, text).len(), 0);
}

#[derive(Debug)]
struct Shout;

impl Rule for Shout {
    fn code(&self) -> Code {
        Code::HouseRule
    }

    fn authority(&self) -> Option<&str> {
        Some("our style sheet")
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for passage in view.passages() {
            for (at, mark) in passage.text().match_indices('!') {
                let place = passage.place(at..at + mark.len());
                let mut found = Diagnostic::new(self.code(), "no shouting").label(place, "");
                if let Some(written) = passage.written(at..at + mark.len()) {
                    found = found.edit(written, ".");
                }
                findings.add(found);
            }
        }
    }
}

/// What a rule of a house finds.
pub(crate) fn of_the_house() -> Vec<Diagnostic> {
    Checker::new().rule(Shout).check(&parse("# A\n\nStop!\n").value)
}

#[test]
fn a_rule_of_ones_own_runs_beside_ours_and_mends_what_it_finds() {
    let text = "# A\n\nIt's *here*! And \"there\\!\" &amp; -- now!\n";
    let source = Source::new("a.md", text);
    let article = offprint::parse(&source).unwrap().value;
    let found = Checker::new().rule(Shout).check(&article);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|finding| &text[finding.origin().range()] == "!"));
    let told = Style::Plain.render(&found[..1], &Sources::from(source.clone()));
    assert_eq!(
        told,
        "a.md:3:12: warning[Z001]: no shouting\n  fix: `!` → `.`\n  rule: our style sheet\n"
    );
    let edits: Vec<_> = found.iter().flat_map(|finding| finding.fix.clone()).collect();
    let mended = apply(&source, &edits).unwrap();
    assert_eq!(mended, "# A\n\nIt's *here*. And \"there\\.\" &amp; -- now.\n");
}

#[test]
fn a_fix_is_shown_to_people_and_given_to_programs() {
    let source = Source::new("a.md", "# A\n\nStop!\n");
    let article = offprint::parse(&source).unwrap().value;
    let found = Checker::new().rule(Shout).check(&article);
    let sources = Sources::from(source);
    let line: serde_json::Value =
        serde_json::from_str(&Style::JsonLines.render(&found, &sources)).unwrap();
    assert_eq!(line["fix"][0]["byteStart"], 9);
    assert_eq!(line["fix"][0]["replacement"], ".");
    assert_eq!(line["authority"], "our style sheet");
    let sarif: serde_json::Value =
        serde_json::from_str(&Style::Sarif.render(&found, &sources)).unwrap();
    let change = &sarif["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "a.md");
    let replacement = &change["replacements"][0];
    assert_eq!(replacement["deletedRegion"]["startColumn"], 5);
    assert_eq!(replacement["insertedContent"]["text"], ".");
    #[cfg(feature = "cli")]
    assert!(Style::Terminal.render(&found, &sources).contains("this mends it"));
}

#[test]
fn every_finding_has_a_place_in_what_was_read() {
    for path in articles() {
        let article = parse_file(&path).value;
        for finding in everything().check(&article) {
            assert!(!finding.origin().is_unknown(), "{path}: {finding:?}");
            assert!(finding.help.is_some(), "{path}: no help in {finding:?}");
        }
    }
}

#[test]
fn an_article_that_was_built_in_code_can_be_checked() {
    let article = offprint::Article::builder("A").paragraph("It is guaranteed.").build().unwrap();
    let found = everything().check(&article);
    assert!(found.iter().any(|finding| finding.code == Code::ClaimForReview));
}

#[test]
fn claims_are_for_review_where_they_are_made() {
    expect(
        Code::ClaimForReview,
        &[
            "My method is 100% effective.",
            "We guarantee results within six weeks.",
            "Hypnosis cures phobias.",
            "This approach can cure insomnia.",
            "It heals trauma at the root.",
            "EMDR is clinically proven.",
        ],
        &[
            "There is no cure for grief.",
            "Nobody can guarantee that.",
            "Progress is not guaranteed.",
            "Beware of anyone who says that a method is 100% effective.",
            "Freud’s patient called it the talking cure.",
            "He secures the window and obscures the view.",
            "Time is said to be a healer.",
            "Is it guaranteed to work?",
            "> It was guaranteed, they said.",
            "Therapy isn't a cure for everything.",
        ],
    );
}
