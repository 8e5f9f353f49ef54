//! JSON from other programs: what is wrong is told where it is.

use crate::support::{articles, parse_file};
use offprint::export::{Exporter, Json};
use offprint::model::{Block, Inline};
use offprint::{Article, Diagnostic, Origin, Source, Sources, diagnostic::Style, json};

fn told(text: &str) -> Vec<String> {
    let source = Source::new("a.json", text);
    let error = json::read(&source).unwrap_err();
    assert!(!error.diagnostics().is_empty(), "{error}");
    let text = Style::Plain.render(error.diagnostics(), &Sources::from(source));
    text.lines().map(str::to_owned).collect()
}

/// An article whose lead is this.
fn with_lead(lead: &str) -> String {
    format!("{{\"schemaVersion\":1,\"metadata\":{{\"title\":\"A\"}},\n\"lead\":[{lead}]}}")
}

#[test]
fn every_fixture_comes_back_from_its_json() {
    for path in articles() {
        let article = parse_file(&path).value;
        for pretty in [false, true] {
            let mut out = Vec::new();
            Json::new().pretty(pretty).export(&article, &mut out).unwrap();
            let source = Source::from_utf8("a.json", out).unwrap();
            assert_eq!(json::read(&source).unwrap(), article, "{path}");
        }
    }
}

#[test]
fn every_fault_is_told_at_its_place_in_one_run() {
    let text = r#"{
  "schemaVersion": 1,
  "metadata": { "title": "", "titel": "x", "published": "2026-02-31", "canonical": "javascript:x",
    "subtitle": null, "identifiers": [{ "kind": "isbn", "value": "978-0-306-40615-8" }] },
  "authors": [{ "name": "I. Example", "role": "writer", "credentials": [{ "kind": "membership" }] }],
  "lead": [
    { "kind": "paragraph", "content": [{ "kind": "emph", "content": [] }, 7] },
    { "kind": "heading", "level": 9, "content": [] },
    { "content": [] }
  ],
  "sections": [{ "id": "two words", "heading": "A" }]
}"#;
    let expected = [
        "a.json:3:26: error[J001]: `/metadata/title` is empty",
        "a.json:3:30: error[J001]: `/metadata` has a key `titel` that is not known",
        "  help: did you mean `title`?",
        "a.json:3:57: error[J001]: `/metadata/published`: there is no date `2026-02-31`",
        "a.json:3:84: error[J001]: `/metadata/canonical`: `javascript:` is not a scheme that readers may \
         be sent to; expected `https`, `http`, `mailto`, `tel`, or a relative address",
        "a.json:4:17: error[J001]: `/metadata/subtitle` has to be a string, but this is null",
        "  help: leave the key out",
        "a.json:4:66: error[J001]: `/metadata/identifiers/0/value`: `978-0-306-40615-8` is not an ISBN; \
         expected 13 digits (or 10) whose check digit fits",
        "a.json:5:47: error[J001]: `/authors/0/role` cannot be \"writer\"; expected one of: author, \
         editor, translator, illustrator, contributor",
        "a.json:5:73: error[J001]: `/authors/0/credentials/0` needs `body`",
        "a.json:7:50: error[J001]: `/lead/0/content/0/kind` cannot be \"emph\"; expected one of: text, \
         emphasis, strong, strikethrough, superscript, subscript, mark, keyboard, abbreviation, span, \
         code, link, image, footnote-reference, line-break, soft-break",
        "a.json:7:75: error[J001]: `/lead/0/content/1` has to be an object, but this is 7",
        "a.json:8:35: error[J001]: `/lead/1/level` is 9; expected at most 6",
        "a.json:9:5: error[J001]: `/lead/2` needs `kind`",
        "a.json:11:24: error[J001]: `/sections/0/id`: `two words` cannot name a place; expected letters, \
         digits and hyphens without spaces",
        "a.json:11:48: error[J001]: `/sections/0/heading` has to be an array, but this is \"A\"",
    ];
    assert_eq!(told(text), expected);
}

#[test]
fn what_is_no_json_is_told_at_its_place() {
    for (text, expected) in [
        ("", "a.json:1:1: error[J003]: this is not JSON: EOF while parsing a value"),
        ("{\"a\": 1,}", "a.json:1:9: error[J003]: this is not JSON: trailing comma"),
        ("{\n  // no\n}", "a.json:2:3: error[J003]: this is not JSON: key must be a string"),
        ("{} x", "a.json:1:4: error[J003]: this is not JSON: trailing characters"),
        ("[\"é\n\"]", "a.json:2:1: error[J003]: this is not JSON: control character"),
        ("{\"a\": \"b", "a.json:1:8: error[J003]: this is not JSON: EOF while parsing a string"),
        ("{\"a\":\n", "a.json:2:1: error[J003]: this is not JSON: EOF while parsing a value"),
        ("[1e999]", "a.json:1:6: error[J003]: this is not JSON: number out of range"),
    ] {
        let lines = told(text);
        assert!(lines[0].starts_with(expected), "{text:?}: {lines:?}");
    }
}

#[test]
fn both_values_of_a_key_that_stands_twice_are_looked_at() {
    let lines = told(
        "{\"schemaVersion\": 1,\n\"metadata\": {\"title\": 7,\n\"title\": 8, \"published\": \"never\"},\n\
         \"lead\": [{\"kind\": \"paragraf\"}],\n\
         \"lead\": [{\"kind\": \"paragraph\", \"content\": []}]}",
    );
    let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    assert_eq!(count("a.json:2:23: error[J001]: `/metadata/title`"), 1, "{lines:#?}");
    assert_eq!(count("a.json:3:10: error[J001]: `/metadata/title`"), 1, "{lines:#?}");
    assert_eq!(count("a.json:3:26: error[J001]: `/metadata/published`"), 1, "{lines:#?}");
    assert_eq!(count("a.json:4:19: error[J001]: `/lead/0/kind`"), 1, "{lines:#?}");
    assert_eq!(lines.iter().filter(|line| line.contains("J002")).count(), 2, "{lines:#?}");
}

#[test]
fn a_key_that_stands_twice_is_told_with_both_places() {
    let text =
        "{\"schemaVersion\":1,\n\"metadata\":{\"title\":\"A\",\n\"title\":\"B\"},\n\"lead\":[]}";
    let source = Source::new("a.json", text);
    let error = json::read(&source).unwrap_err();
    let [found]: &[Diagnostic] = error.diagnostics() else { panic!("{error:?}") };
    assert_eq!(found.code.as_str(), "J002");
    assert_eq!(found.message, "`/metadata/title` stands twice in this object");
    let lines: Vec<usize> =
        found.labels.iter().map(|l| source.position(l.origin.range().start).line).collect();
    assert_eq!(lines, [3, 2]);
}

#[test]
fn names_are_told_beside_what_does_not_fit_the_schema() {
    let text = r#"{"schemaVersion": 1, "metadata": {"titel": "A"}, "lead": [{"kind": "paragraph",
        "content": [{"kind": "footnote-reference", "label": "gone"}, {"kind": "footnote-reference", "label": "x"}]}],
        "sections": [{"id": "a", "heading": [], "sections": [{"id": "a", "heading": []}]}],
        "footnotes": [{"label": "x", "content": []},
        {"label": "x", "content": []}]}"#;
    let lines: Vec<String> = told(text).into_iter().filter(|line| !line.starts_with(' ')).collect();
    let told = |code: &str| lines.iter().find(|line| line.contains(code)).map_or("", |line| line);
    assert!(lines.iter().any(|line| line.contains("error[J001]")), "{lines:?}");
    assert!(
        told("J005").starts_with("a.json:2:21: error[J005]: `/lead/0/content/0/label`: "),
        "{lines:?}"
    );
    let twice: Vec<&String> = lines.iter().filter(|line| line.contains("J006")).collect();
    assert!(
        twice[0].starts_with("a.json:3:69: error[J006]: `/sections/0/sections/0/id`: "),
        "{lines:?}"
    );
    assert!(twice[1].starts_with("a.json:5:19: error[J006]: `/footnotes/1/label`: "), "{lines:?}");
    assert_eq!((twice.len(), lines.iter().filter(|line| line.contains("J005")).count()), (2, 1));
}

#[test]
fn a_newer_version_asks_for_an_upgrade_and_says_nothing_else() {
    let text = "{\"schemaVersion\": 2,\n\"metadata\": 1, \"whatever\": 2}";
    let expected = [
        "a.json:1:19: error[J004]: `schemaVersion` is 2; this offprint reads versions up to 1",
        "  help: upgrade offprint",
    ];
    assert_eq!(told(text), expected);
    let none = told("{\"metadata\": {\"title\": \"A\"}}");
    assert_eq!(none, ["a.json:1:1: error[J001]: the document needs `schemaVersion`"]);
    let zero = told("{\"schemaVersion\": 0, \"metadata\": {\"title\": \"A\"}}");
    assert_eq!(zero, ["a.json:1:19: error[J001]: `/schemaVersion` is 0; expected at least 1"]);
}

#[test]
fn what_no_builder_would_make_is_no_article_either() {
    let reference = r#"{"kind":"footnote-reference","label":"gone"}"#;
    let lead = format!(r#"{{"kind":"paragraph","content":[{reference}]}}"#);
    let lines = told(&with_lead(&lead));
    assert!(
        lines[0].starts_with("a.json:2:40: error[J005]: `/lead/0/content/0/label`: "),
        "{lines:?}"
    );

    let section = r#"{"id":"a","heading":[]}"#;
    let text = with_lead("").replace(
        "\"lead\":[]",
        &format!(
            "\"sections\":[{section},\n{section}],\n\"footnotes\":[{n},{n}]",
            n = r#"{"label":"x","content":[]}"#
        ),
    );
    let lines = told(&text);
    assert!(
        lines[0].starts_with(
            "a.json:3:21: error[J006]: `/sections/1/id`: two sections have the id `a`"
        ),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with(
            "a.json:4:41: error[J006]: `/footnotes/1/label`: two footnotes have the label `x`"
        ),
        "{lines:?}"
    );

    let lines = told("{\"schemaVersion\":1,\"metadata\":{\"title\":\" \"}}");
    assert!(lines[0].starts_with("a.json:1:1: error[P003]: "), "{lines:?}");
    assert!(lines[1].starts_with("a.json:1:40: error[P004]: "), "{lines:?}");
}

#[test]
fn depth_and_size_have_limits_and_never_crash() {
    for open in ["[", "{\"a\":", "[{\"content\":"] {
        let lines = told(&open.repeat(1_000_000));
        assert!(lines[0].contains("error[P002]: "), "{lines:?}");
    }
    let quotation = |levels: usize| {
        let open = r#"{"kind":"quotation","content":["#.repeat(levels);
        let text = r#"{"kind":"paragraph","content":[]}"#;
        with_lead(&format!("{open}{text}{}", "]}".repeat(levels)))
    };
    assert!(json::read(&Source::new("a.json", quotation(24))).is_ok());
    let lines = told(&quotation(25));
    assert!(
        lines[0].starts_with("a.json:2:")
            && lines[0].contains("error[P002]: something stands more than 24 levels")
    );
    // As deep as the text may nest: it is compared with the schema and read before it is refused.
    let lines = told(&quotation(126));
    assert!(lines[0].contains("error[P002]: something stands more than 24 levels"), "{lines:?}");
    let emphasis = r#"{"kind":"emphasis","content":["#.repeat(124);
    let text = format!(r#"{{"kind":"paragraph","content":[{emphasis}{}]}}"#, "]}".repeat(124));
    let lines = told(&with_lead(&text));
    assert!(lines[0].contains("error[P002]: something stands more than 24 levels"), "{lines:?}");
    let lines = told(&format!("[{}]", "0,".repeat(5_000_001)));
    assert!(lines[0].contains("error[P017]: "), "{lines:?}");
    let lines = told(&"x".repeat(65 * 1024 * 1024));
    assert!(lines[0].starts_with("a.json:1:1: error[P001]: the text has 65 MiB"), "{lines:?}");
    let many = told(&with_lead(&vec!["1"; 10_000].join(",")));
    assert_eq!(many.len(), 1_000);
}

#[test]
fn the_deepest_article_of_the_model_comes_back() {
    fn blocks(levels: usize) -> Vec<Block> {
        let mut inner = Block::Paragraph { content: inlines(24), origin: Origin::default() };
        for _ in 1..levels {
            let item = offprint::model::DefinitionItem::new(Vec::new(), vec![vec![inner]]);
            inner = Block::DefinitionList { items: vec![item], origin: Origin::default() };
        }
        vec![inner]
    }
    fn inlines(levels: usize) -> Vec<Inline> {
        let mut inner = Inline::text("deep");
        for _ in 1..levels {
            inner = Inline::Emphasis { content: vec![inner], origin: Origin::default() };
        }
        vec![inner]
    }
    let mut section = offprint::model::Section::new("24").content(blocks(24));
    for level in (1..24).rev() {
        section = offprint::model::Section::new(level.to_string()).sections([section]);
    }
    let article = Article::builder("Deep").section(section).build().unwrap();
    let mut out = Vec::new();
    Json::new().export(&article, &mut out).unwrap();
    let source = Source::from_utf8("deep.json", out).unwrap();
    assert_eq!(json::read(&source).unwrap(), article);
}

#[test]
fn a_whole_number_with_a_fraction_of_nothing_is_whole() {
    let text = with_lead(r#"{"kind":"heading","level":2.0,"content":[]}"#)
        .replace("\"schemaVersion\":1", "\"schemaVersion\":1.0")
        .replace("\"A\"", "\"A\",\"extra\":{\"ratio\":2.0,\"n\":2}");
    let article = json::read(&Source::new("a.json", text)).unwrap();
    assert!(matches!(article.lead[0], Block::Heading { level: 2, .. }));
    assert!(article.metadata.extra["ratio"].is_f64() && article.metadata.extra["n"].is_u64());
}
