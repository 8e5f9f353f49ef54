//! Findings as programs read them, in odd cases too.

use offprint::diagnostic::{Code, Style};
use offprint::{Diagnostic, Source, Sources};
use serde_json::Value;

fn odd_source() -> Source {
    Source::new("a:b,c%\n.md", "# Ä\n\nÜber alles.\n")
}

fn finding(range: std::ops::Range<usize>) -> Diagnostic {
    Diagnostic::new(Code::UnsafeAddress, "50%\r\nof :: it,\u{1b}[31m")
        .label(odd_source().origin(range), "here")
}

fn render(style: Style, found: &Diagnostic) -> String {
    style.render(std::slice::from_ref(found), &Sources::from(odd_source()))
}

fn json(style: Style, found: &Diagnostic) -> Value {
    serde_json::from_str(&render(style, found)).unwrap()
}

#[test]
fn a_finding_is_one_line_whatever_is_in_it() {
    let found = finding(6..11).help("a\nb");
    let plain = render(Style::Plain, &found);
    assert_eq!(plain.lines().count(), 2);
    assert!(!plain.contains('\u{1b}'), "{plain:?}");
    assert_eq!(
        render(Style::GitHub, &found),
        "::warning file=a%3Ab%2Cc%25%0A.md,line=3,col=1,endColumn=5,title=P008::\
         50%25%0D%0Aof :: it,\u{1b}[31m%0Aa%0Ab\n"
    );
    assert_eq!(render(Style::JsonLines, &found).lines().count(), 1);
    let place = &json(Style::Sarif, &found)["runs"][0]["results"][0]["locations"][0];
    let uri = &place["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "a%3Ab%2Cc%25%0A.md");
}

#[test]
fn a_finding_without_a_place_is_told_without_one() {
    let found = Diagnostic::new(Code::AccentTooLight, "too light");
    assert_eq!(render(Style::Plain, &found), "warning[L004]: too light\n");
    assert_eq!(render(Style::GitHub, &found), "::warning title=L004::too light\n");
    assert_eq!(json(Style::JsonLines, &found)["labels"], serde_json::json!([]));
    assert_eq!(
        json(Style::Sarif, &found)["runs"][0]["results"][0]["locations"],
        serde_json::json!([])
    );
    // Of a source that the caller does not have, the place is not known either.
    let foreign = found.label(Source::new("other.md", "text").origin(0..2), "");
    assert_eq!(render(Style::Plain, &foreign), "warning[L004]: too light\n");
}

#[test]
#[expect(clippy::reversed_empty_ranges, reason = "that is what is tried")]
fn no_place_ends_before_it_starts_or_behind_the_text() {
    for (range, start, end) in [
        (6..6, (3, 1), (3, 1)),
        (9..6, (3, 3), (3, 3)),
        (6..999, (3, 1), (4, 1)),
        (99..100, (4, 1), (4, 1)),
    ] {
        let found = finding(range);
        let label = &json(Style::JsonLines, &found)["labels"][0];
        let (line, column) = (label["line"].as_u64(), label["column"].as_u64());
        assert_eq!((line, column), (Some(start.0), Some(start.1)));
        assert_eq!(
            (label["endLine"].as_u64(), label["endColumn"].as_u64()),
            (Some(end.0), Some(end.1))
        );
        assert!(
            label["byteEnd"].as_u64() <= Some(19)
                && label["byteStart"].as_u64() <= label["byteEnd"].as_u64()
        );
        let sarif = json(Style::Sarif, &found);
        let region = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
        assert_eq!(
            (region["endLine"].as_u64(), region["endColumn"].as_u64()),
            (Some(end.0), Some(end.1))
        );
    }
}

#[test]
fn a_place_of_several_lines_has_no_columns_on_github() {
    let told = render(Style::GitHub, &finding(0..8));
    assert!(told.contains(".md,line=1,endLine=3,title=P008::"), "{told}");
}

#[test]
fn further_places_are_told_too() {
    let found = finding(0..1).label(odd_source().origin(2..4), "first given here");
    let related = &json(Style::Sarif, &found)["runs"][0]["results"][0]["relatedLocations"][0];
    assert_eq!(related["message"]["text"], "first given here");
    assert_eq!(related["physicalLocation"]["region"]["startColumn"], 3);
}
