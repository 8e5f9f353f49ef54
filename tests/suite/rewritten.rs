//! What `markdown::format` tells of front matter that other tools read too.

use offprint::diagnostic::Code;
use offprint::{Source, markdown};

/// The text under each label and the label, of front matter in YAML.
fn told(front: &str) -> Vec<(String, String)> {
    let source = Source::new("a.md", format!("---\ntitle: A\n{front}---\n\nText.\n"));
    let formatted = markdown::format(&source).unwrap();
    let labels = formatted.diagnostics.iter().flat_map(|found| {
        assert_eq!(found.code, Code::RewrittenFrontMatter, "{found:?}");
        &found.labels
    });
    let place = |at: std::ops::Range<usize>| source.text()[at].to_owned();
    labels.map(|label| (place(label.origin.range()), label.text.clone())).collect()
}

#[test]
fn a_key_that_has_another_name_in_what_is_written_is_told() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("Date: 2026-03-12\n", &[("Date", "written as `published`")]),
        (
            "lang: de\ntags: [a]\ndescription: B\n",
            &[
                ("lang", "written as `language`"),
                ("tags", "written as `keywords`"),
                ("description", "written as `summary`"),
            ],
        ),
        ("authors: [Ann Invented]\n", &[("authors", "written as `author`")]),
        ("author: [Ann Invented, Bo Example]\n", &[("author", "written as `authors`")]),
        ("Author: Ann Invented\n", &[("Author", "written as `author`")]),
        (
            "author:\n  name: Ann Invented\n  website: https://example.org/\n",
            &[("website", "written as `url`")],
        ),
        (
            "author:\n  name: {given: Ann, family: Invented}\n",
            &[("given", "written as `name`"), ("family", "written as `name`")],
        ),
        ("categories: [a, b]\n", &[("categories", "written as `category`")]),
        (
            "taxonomies: {tags: [a]}\n",
            &[("taxonomies", "written as `keywords`"), ("tags", "written as `keywords`")],
        ),
        ("published: false\n", &[("published", "written as `draft`")]),
        ("published: 2026-03\ndate: 2026-03\n", &[("date", "written as `published`")]),
        ("draft: false\n", &[("draft", "goes without saying, or is said by other keys")]),
    ];
    for (front, expected) in cases {
        let found = told(front);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(key, label)| (&**key, &**label)).collect();
        assert_eq!(found, *expected, "{front}");
    }
}

#[test]
fn a_time_is_told_with_what_is_left_out() {
    let zoned = told("published: 2024-05-01T10:00:00+02:00\nmodified: 2024-05-02 9:30 pm\n");
    let label = |text: &str, time: &str| (text.to_owned(), format!("`{time}` is left out"));
    assert_eq!(
        zoned,
        [
            label("2024-05-01T10:00:00+02:00", "10:00:00+02:00"),
            label("2024-05-02 9:30 pm", "9:30 pm")
        ]
    );
    // What comes back as it was is not told.
    assert_eq!(told("published: 2024-05-01\nsubtitle: 2024-05-01 10:00\n"), []);
    let kept = "published: 2024-05-01\nexpires: 2024-05-01T10:00:00Z\n";
    assert_eq!(told(kept), []);
}

#[test]
fn who_knows_it_need_not_be_told() {
    assert_eq!(told("lastmod: 2026-03-12\nsuppress: [F012]\n"), []);
}

#[test]
fn what_we_write_ourselves_is_not_told() {
    let hugo = "+++\ntitle = 'A'\ndate = 2026-03-12T09:30:00Z\ntags = ['b']\nlayout = 'wide'\n+++\nText.\n";
    let written = markdown::format(&Source::new("a.md", hugo)).unwrap();
    assert_eq!(written.diagnostics.len(), 3, "{:?}", written.diagnostics);
    let again = markdown::format(&Source::new("a.md", &*written.value)).unwrap();
    assert_eq!((again.value, again.diagnostics), (written.value, Vec::new()));
}

#[test]
fn a_comment_is_looked_for_in_the_front_matter_and_nowhere_else() {
    let lost = |text: &str| {
        let error = markdown::format(&Source::new("a.md", text)).err();
        error.map(|error| error.to_string()).unwrap_or_default()
    };
    for text in [
        "---\ntitle: A # On Rest\n---\n\n## On Rest\n\nText.\n",
        "\u{feff}---\ntitle: A\n# On Rest\n---\n\nText.\n",
        "+++\ntitle = 'A' # On Rest\n+++\n\nText.\n",
    ] {
        assert!(lost(text).contains("`# On Rest`"), "{text}: {}", lost(text));
    }
    for text in [
        "---\ntitle: A\n...\n\n# A\n\nText.\n\n---\n\nMore.\n",
        "+++\ntitle = 'Opus # 3'\nkeywords = ['c', 'a # b']\n+++\n\nText.\n",
        "---\ntitle: A\nauthor:\n  name: Ann Invented\n  biography: |\n    # She\n\n    writes.\n---\n\nText.\n",
    ] {
        assert_eq!(lost(text), "", "{text}");
    }
}
