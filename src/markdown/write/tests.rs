//! Front matter that is written is read as it was.

use super::front_matter;
use crate::Source;
use crate::model::{Article, Author, Identifier, Metadata};

/// Writes front matter and reads it again.
fn again(article: &Article) -> (String, Metadata, Vec<Author>) {
    let mut text = String::new();
    front_matter::write(article, &mut text);
    text.push_str("\nText.\n");
    let read = crate::parse(&Source::new("again.md", text.as_str())).unwrap();
    let errors: Vec<_> =
        read.diagnostics.iter().filter(|found| found.code.as_str() != "F003").collect();
    assert!(errors.is_empty(), "{errors:?} in\n{text}");
    (text, read.value.metadata, read.value.authors)
}

fn assert_same(article: &Article) -> String {
    let (text, metadata, authors) = again(article);
    assert_eq!(metadata, article.metadata, "in\n{text}");
    assert_eq!(authors, article.authors, "in\n{text}");
    text
}

fn parse(text: &str) -> Article {
    crate::parse(&Source::new("a.md", text)).unwrap().value
}

#[test]
fn a_title_alone_is_all_there_is() {
    let text = assert_same(&parse("# On Rest\n\nText.\n"));
    assert_eq!(text, "---\ntitle: On Rest\n---\n\nText.\n");
}

#[test]
fn everything_that_front_matter_can_say_is_written_and_read() {
    let article = parse(EVERYTHING);
    let text = assert_same(&article);
    assert_eq!(text, EVERYTHING);
}

const EVERYTHING: &str = r#"---
title: "Rest: A Guide"
subtitle: For those who cannot
summary: "He said \"no\", and #meant it."
language: de-CH
published: 2026-03-12
modified: "2026-03"
reviewed: "2026"
next_review: "--03-12"
version: "1.10"
reading_time: 1
keywords: [sleep, "yes", "12", "a, b"]
category: Guides
canonical: https://example.org/rest
licence: CC-BY-4.0
publisher: Willow & Sons
isbn: "9780306406157"
doi: "10.5555/12345678"
identifiers:
  uuid: "123e4567-e89b-12d3-a456-426614174000"
  handle: "20.1000/100"
cover:
  image: cover.png
  alt: "Two chairs: one empty"
audience: [clients]
series:
  name: Talks
  number: 3
jurisdiction: northern-ireland
slug: rest
draft: true
suppress: [P005, P014]
authors:
  - Ann Invented
  - name: Bo Example
    sort_name: Example, Bo
    role: editor
    credentials:
      - body: BACP
        grade: accredited
        status: current
        number: "000000"
        since: "2015"
        verified_on: 2026-01-02
        valid_until: "2027-01"
        source: https://example.org/register
      - degree: MSc
        subject: Psychology
        institution: University of Wexmoor
        classification: distinction
        year: "2011"
      - affiliation: Thornfield Society
        role: Clinical Fellow
    posts:
      - organisation: Marshgate Service
        title: Psychotherapist
        place: Marshgate
    practices:
      - name: Willow Rooms
        place: Hackney
        online: true
        url: https://example.org/rooms
      - {}
    biography: |
      Bo listens.
    url: https://example.org/bo
    email: bo@example.org
    orcid: "0000-0000-0000-0000"
"007": bond
a list:
  - [1, two]
  - - [nested]
    - of several: lines
  - [2.5, "null", null, true, "on", "", " x "]
  - deep:
      deeper: "line\none"
    empty: []
    "none": {}
---

Text.
"#;

#[test]
fn identifiers_keep_their_order_and_number() {
    let mut article = parse("# A\n\nText.\n");
    let other = |scheme: &str, value: &str| Identifier::Other {
        scheme: scheme.to_owned(),
        value: value.to_owned(),
    };
    let doi = |value: &str| Identifier::Doi { value: value.to_owned() };
    article.metadata.identifiers =
        vec![other("handle", "1"), doi("10.5555/1"), other("handle", "2"), doi("10.5555/2")];
    assert_same(&article);
    article.metadata.identifiers = vec![doi("10.5555/1"), doi("10.5555/2")];
    assert_same(&article);
}

#[test]
fn any_text_is_written_so_that_it_is_read_as_it_was() {
    let pieces = [
        "",
        " ",
        "a",
        "Yes",
        "no",
        "NULL",
        "~",
        "1",
        "1e5",
        "0x1F",
        ".5",
        "-",
        "- a",
        "? b",
        "a: b",
        "a:",
        "a #b",
        "#",
        "&a",
        "*a",
        "!!str",
        "|",
        ">",
        "'",
        "\"",
        "\\",
        "\n",
        "\t",
        "a\nb",
        "\r",
        "{",
        "}",
        "[",
        "]",
        ",",
        "%",
        "@",
        "`",
        "---",
        "...",
        "é",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{a0}",
        "2026-03-12",
        "12:30:00",
        "true",
        "https://example.org/#x",
        "=",
        "<<",
        "😀",
        "e\u{301}",
    ];
    let mut article = parse("# A\n\nText.\n");
    for first in pieces {
        for second in pieces {
            let text = format!("{first}{second}");
            // These are replaced when they are read: no article has them.
            if text.contains(['\u{85}']) {
                continue;
            }
            let value =
                serde_json::json!([text, { text.clone(): text }, [[text]], { "a": { "b": text } }]);
            article.metadata.extra.insert("kept".to_owned(), value);
            article.metadata.extra.insert("one".to_owned(), text.clone().into());
            assert_same(&article);
        }
    }
}

#[test]
fn numbers_of_any_size_are_kept() {
    let mut article = parse("# A\n\nText.\n");
    let numbers = serde_json::json!([0, -1, u64::MAX, i64::MIN, 1.5, 1e300, -0.0, 1e-7, 12345.678]);
    article.metadata.extra.insert("numbers".to_owned(), numbers);
    article.metadata.extra.insert("k".repeat(2_000), 1.into());
    assert_same(&article);
}
