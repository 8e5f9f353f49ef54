//! Front matter as people and other tools write it.

use crate::support::parse;
use offprint::diagnostic::Code;
use offprint::model::{Credential, Metadata};
use offprint::{Diagnostic, Source};
use std::time::{Duration, Instant};

/// Line, column and code of each finding, in the order in which they are told.
fn told(text: &str) -> Vec<(usize, usize, &'static str)> {
    let source = Source::new("test.md", text);
    let found: Vec<Diagnostic> = match offprint::parse(&source) {
        Ok(parsed) => parsed.diagnostics,
        Err(error) => error.diagnostics().to_vec(),
    };
    let place = |found: &Diagnostic| {
        let at = source.position(found.origin().range().start);
        (at.line, at.column, found.code.as_str())
    };
    // Whether a title is missing besides is not what these tests are about.
    found.iter().filter(|found| found.code != Code::MissingTitle).map(place).collect()
}

/// The metadata of an article, nothing of which was told.
fn quiet(text: &str, unknown: &[&str]) -> Metadata {
    let parsed = parse(text);
    // A few words are no article of four minutes, but that is not what these tests are about.
    let told: Vec<&str> = parsed
        .diagnostics
        .iter()
        .filter(|found| found.code != Code::ReadingTime)
        .map(|found| {
            assert_eq!(found.code, Code::UnknownField, "{found:?}");
            found.message.split('`').nth(1).unwrap()
        })
        .collect();
    assert_eq!(told, unknown);
    parsed.value.metadata
}

#[test]
fn a_dozen_wrong_values_in_yaml_are_told_at_once_and_in_place() {
    let text = "---\ntitle: [a]\nsubtitle: é {b: c}\nlanguage: engl ish\npublished: 2026-02-31\n\
        modified: soon\nisbn: 978-0-306-40615-8\ncanonical: javascript:x\njurisdiction: englnd\n\
        draft: perhaps\nreading_time: long\nsuppress: [P999, F001]\nseries: {nam: x}\ncover:\n  alt: x\n\
        author:\n  - name: Ann\n    role: writer\n    colour: red\n  - {url: 'ftp://x', name: Bo}\n---\nText.\n";
    assert_eq!(
        told(&text.replace("é {b: c}", "{é: c}")),
        [
            (2, 8, "F002"),
            (3, 11, "F002"),
            (4, 11, "F005"),
            (5, 12, "F005"),
            (6, 11, "F005"),
            (7, 7, "F005"),
            (8, 12, "F005"),
            (9, 15, "F005"),
            (10, 8, "F002"),
            (11, 15, "F005"),
            (12, 12, "P020"),
            (12, 18, "P020"),
            (13, 9, "F008"),
            (13, 10, "F009"),
            (15, 3, "F008"),
            (18, 11, "F005"),
            (19, 5, "F009"),
            (20, 11, "F005"),
        ]
    );
}

#[test]
fn a_dozen_wrong_values_in_toml_are_told_at_once_and_in_place() {
    let text = "+++\ntitle = ['é', 'a']\nsubtitle = {b = 'c'}\nlanguage = 'engl ish'\n\
        published = '2026-02-31'\nmodified = 'soon'\nisbn = '978-0-306-40615-8'\n\
        canonical = 'javascript:x'\njurisdiction = 'englnd'\ndraft = 'perhaps'\nreading_time = 0\n\
        suppress = ['P999', 'F001']\nseries = {nam = 'x'}\n[cover]\nalt = 'x'\n\
        [[author]]\nname = 'Ann'\nrole = 'writer'\ncolour = 'red'\n+++\nText.\n";
    let codes: Vec<(usize, &str)> =
        told(text).into_iter().map(|(at, _, code)| (at, code)).collect();
    assert_eq!(
        codes,
        [
            (2, "F002"),
            (3, "F002"),
            (4, "F005"),
            (5, "F005"),
            (6, "F005"),
            (7, "F005"),
            (8, "F005"),
            (9, "F005"),
            (10, "F002"),
            (11, "F005"),
            (12, "P020"),
            (12, "P020"),
            (13, "F008"),
            (13, "F009"),
            (14, "F008"),
            (18, "F005"),
            (19, "F009"),
        ]
    );
    assert_eq!(told(text)[3], (5, 13, "F005"));
}

#[test]
fn all_syntax_errors_of_toml_are_told_at_once() {
    let found = told("+++\ntitle = A\ndraft = maybe\n+++\n# T\n\nText.\n");
    assert_eq!(found, [(2, 9, "F001"), (3, 9, "F001")]);
}

#[test]
fn anchors_aliases_and_second_documents_are_refused() {
    let found = told("---\ntitle: &t One\nsubtitle: *t\nslug: '*no*'\ndraft: x\n---\nText.\n");
    assert_eq!(found, [(2, 8, "F006"), (3, 11, "F006"), (5, 8, "F002")]);
    let found = told("---\ntitle: A\n--- # more\nslug: b\n---\nText.\n");
    assert!(found.contains(&(3, 1, "F001")), "{found:?}");
}

#[test]
fn tags_are_harmless() {
    let metadata = quiet(
        "---\ntitle: !!python/object/apply:os.system [\"ls\"]\n---\n# T\n\nText.\n"
            .replace("[\"ls\"]", "ls")
            .as_str(),
        &[],
    );
    assert_eq!(metadata.title, "ls");
    let metadata = quiet("---\ntitle: A\nn: !!str 5\n---\nText.\n", &["n"]);
    assert_eq!(metadata.extra["n"], "5");
}

#[test]
fn control_characters_are_replaced_wherever_they_come_from() {
    let parsed =
        parse("---\ntitle: \"A\\u0007B\"\nsubtitle: C\u{0}D\nkept: E\u{fffe}F\n---\nText.\n");
    let metadata = parsed.value.metadata;
    assert_eq!(metadata.title, "A\u{fffd}B");
    assert_eq!(metadata.subtitle.as_deref(), Some("C\u{fffd}D"));
    assert_eq!(metadata.extra["kept"], "E\u{fffd}F");
    let found = told("---\ntitle: \"A\\u0007B\"\nsubtitle: C\u{0}D\n---\nText.\n");
    assert_eq!(found, [(2, 8, "P009"), (3, 12, "P009")]);
    let parsed = parse("+++\ntitle = \"A\\u0007B\"\n+++\nText.\n");
    assert_eq!(parsed.value.metadata.title, "A\u{fffd}B");
}

#[test]
fn white_space_in_a_value_of_one_line_is_one_space() {
    let metadata = quiet(
        "---\ntitle: >\n  On\n  Rest\nsubtitle: \"a \\t b\\n c\"\nkeywords: |\n  one,\n  two\n---\nText.\n",
        &[],
    );
    assert_eq!(metadata.title, "On Rest");
    assert_eq!(metadata.subtitle.as_deref(), Some("a b c"));
    assert_eq!(metadata.keywords, ["one", "two"]);
}

#[test]
fn line_ends_of_windows_and_a_byte_order_mark_do_not_count() {
    let text = "\u{feff}---\r\ntitle: A\r\nauthor:\r\n  name: Ann\r\n  biography: |\r\n    One.\r\n\r\n    Two.\r\n---\r\nText.\r\n";
    let parsed = parse(text);
    assert_eq!(parsed.diagnostics, []);
    assert_eq!(parsed.value.metadata.title, "A");
    assert_eq!(parsed.value.authors[0].biography.len(), 2);
}

#[test]
fn a_biography_keeps_its_notes_comments_and_headings() {
    let text = "---\ntitle: A\nauthor:\n  name: Ann\n  bio: |\n    # Ann\n\n    Wrote.[^1]\n\n    <!-- later -->\n\n    [^1]: A book.\n---\nText.\n";
    let parsed = parse(text);
    let text = format!("{:?}", parsed.value.authors[0].biography);
    for words in ["Heading", "Wrote.", "later", "A book.", "1"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(parsed.diagnostics[0].code, Code::BiographyNote);
}

#[test]
fn reading_times_are_read_as_tools_write_them() {
    for value in
        ["4", "\"4\"", "4 min", "4 mins", "4 minutes", "4 min read", "4-minute read", "~4 min."]
    {
        for key in ["reading_time", "readingTime", "reading-time", "readTime"] {
            let metadata = quiet(&format!("---\ntitle: A\n{key}: {value}\n---\nText.\n"), &[]);
            assert_eq!(metadata.stated_reading_minutes, Some(4), "{key}: {value}");
        }
    }
}

#[test]
fn suppressions_say_what_was_meant() {
    let parsed = parse("---\ntitle: A\nsuppress: [p005, P14, F001]\n---\nText.\n");
    assert_eq!(parsed.value.metadata.suppress, [Code::SkippedHeadingLevel]);
    let help: Vec<&str> =
        parsed.diagnostics.iter().filter_map(|found| found.help.as_deref()).collect();
    assert_eq!(help[0], "did you mean `P014`?");
    assert!(parsed.diagnostics[1].message.contains("F001"));
}

#[test]
fn deep_nesting_is_refused_and_many_keys_are_read_in_linear_time() {
    for nest in
        ["[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(50_000), "? ".repeat(50_000)]
    {
        let found = told(&format!("---\ntitle: A\nx:\n  {nest}\n---\n# T\n\nText.\n"));
        assert!(found.iter().any(|(_, _, code)| matches!(*code, "P002" | "F001")), "{found:?}");
    }
    let found = told(&format!("+++\nx = {}\n+++\n# T\n\nText.\n", "[".repeat(100_000)));
    assert!(found.iter().any(|(_, _, code)| *code == "F001"), "{}", found.len());
    let time = |count: usize| {
        let keys: Vec<String> = (0..count).map(|at| format!("some_key_{at}: {at}\n")).collect();
        let keys = keys.concat();
        let text = format!("---\ntitle: A\n{keys}---\nText.\n");
        let start = Instant::now();
        assert_eq!(parse(&text).value.metadata.extra.len(), count);
        start.elapsed()
    };
    let (few, many) = (time(1_000), time(10_000));
    assert!(many < few * 40 + Duration::from_millis(200), "{few:?} for 1,000, {many:?} for 10,000");
}

#[test]
fn tabs_in_yaml_are_told_by_line() {
    let found = told("---\ntitle: A\nauthor:\n\tname: Ann\n---\n# T\n\nText.\n");
    assert_eq!((found[0].0, found[0].2), (4, "F001"));
}

#[test]
fn hugo_is_read() {
    let metadata = quiet(
        "+++\ntitle = \"Slow Mornings\"\ndate = 2026-03-12T08:30:00+01:00\nlastmod = 2026-04-01\n\
         draft = false\ntags = [\"sleep\", \"rest\"]\ncategories = [\"Guides\", \"Sleep\"]\n\
         series = [\"Mornings\"]\nweight = 10\n[params]\n  author = \"Ann\"\n  showToc = true\n+++\nText.\n",
        &["weight"],
    );
    assert_eq!(metadata.published.unwrap().to_string(), "2026-03-12");
    assert_eq!(metadata.modified.unwrap().to_string(), "2026-04-01");
    assert_eq!(metadata.keywords, ["sleep", "rest", "Sleep"]);
    assert_eq!(metadata.category.as_deref(), Some("Guides"));
    assert_eq!(metadata.series.unwrap().name, "Mornings");
    assert_eq!(metadata.extra["params"]["showToc"], true);
    let parsed = parse(
        "---\ntitle: Slow Mornings\ncover:\n  image: a.png\n  alt: A cup\n  caption: Tea\n---\nText.\n",
    );
    assert_eq!(parsed.value.metadata.cover.unwrap().alt.as_deref(), Some("A cup"));
    assert_eq!(parsed.diagnostics[0].code, Code::UnknownInnerField);
    assert!(parsed.diagnostics[0].message.contains("caption"));
}

#[test]
fn jekyll_is_read() {
    let metadata = quiet(
        "---\nlayout: post\ntitle:  \"Slow Mornings\"\ndate:   2026-03-12 10:00:00 +0000\n\
         categories: sleep rest\npermalink: /slow/\npublished: false\nlast_modified_at: 2026/4/1\n---\nText.\n",
        &["layout", "permalink"],
    );
    assert_eq!(metadata.published.unwrap().to_string(), "2026-03-12");
    assert_eq!(metadata.modified.unwrap().to_string(), "2026-04-01");
    assert_eq!(metadata.category.as_deref(), Some("sleep rest"));
    assert!(metadata.draft);
    assert_eq!(metadata.extra["permalink"], "/slow/");
}

#[test]
fn zola_is_read() {
    let metadata = quiet(
        "+++\ntitle = \"Slow Mornings\"\ndate = 2026-03-12\nupdated = 2026-04-01\n\
         description = \"How to rise.\"\n[taxonomies]\ntags = [\"sleep\"]\ncategories = [\"Guides\"]\n\
         moods = [\"calm\"]\n[extra]\nhero = \"a.png\"\n+++\nText.\n",
        &["taxonomies"],
    );
    assert_eq!(metadata.keywords, ["sleep"]);
    assert_eq!(metadata.category.as_deref(), Some("Guides"));
    assert_eq!(metadata.summary.as_deref(), Some("How to rise."));
    assert_eq!(metadata.extra["taxonomies"], serde_json::json!({ "moods": ["calm"] }));
    assert_eq!(metadata.extra["extra"]["hero"], "a.png");
}

#[test]
fn quarto_is_read() {
    let parsed = parse(
        "---\ntitle: \"Slow Mornings\"\nauthor:\n  - name: Ann Invented\n    orcid: 0000-0000-0000-0000\n    affiliations:\n      \
         - University of Wexmoor\n      - name: Thornfield Society\n  - name:\n      given: Bo\n      family: Example\n\
         date: 12 March 2026\ndate-modified: 2026-04-01\nabstract: |\n  How to rise.\n  Slowly.\nlang: en\n\
         categories: [sleep]\nformat:\n  html:\n    toc: true\nbibliography: refs.bib\n---\nText.\n",
    );
    let unknown: Vec<&str> =
        parsed.diagnostics.iter().map(|found| found.message.split('`').nth(1).unwrap()).collect();
    assert_eq!(unknown, ["format", "bibliography"]);
    let metadata = parsed.value.metadata;
    assert_eq!(metadata.published.unwrap().to_string(), "2026-03-12");
    assert_eq!(metadata.summary.as_deref(), Some("How to rise. Slowly."));
    assert_eq!(metadata.extra["format"]["html"]["toc"], true);
    let [ann, bo] = &parsed.value.authors[..] else { panic!("{:?}", parsed.value.authors) };
    let held: Vec<&str> = ann
        .credentials
        .iter()
        .map(|held| match held {
            Credential::Affiliation(held) => held.organisation.as_str(),
            _ => panic!("{held:?}"),
        })
        .collect();
    assert_eq!(held, ["University of Wexmoor", "Thornfield Society"]);
    assert_eq!((bo.name.as_str(), bo.sort_name.as_deref()), ("Bo Example", Some("Example, Bo")));
}

#[test]
fn a_date_that_only_a_clock_knows_stops_nothing_and_is_given_back() {
    for word in ["today", "Now", "last-modified", "'`r Sys.Date()`'", "'{{ .Date }}'", r"'\today'"]
    {
        let text = format!("---\ntitle: A\ndate: {word}\ndate-modified: {word}\n---\nText.\n");
        assert_eq!(told(&text), [(3, 7, "F011"), (4, 16, "F011")], "{text}");
        let parsed = parse(&text);
        assert!(!parsed.has_errors());
        let metadata = &parsed.value.metadata;
        assert_eq!((metadata.published, metadata.modified), (None, None));
        let written = offprint::markdown::write(&parsed.value).unwrap();
        assert_eq!(parse(&written).value, parsed.value, "{written}");
        assert!(written.contains("\ndate: ") && written.contains("\ndate-modified: "), "{written}");
    }
}

#[test]
fn what_is_clearly_wrong_is_told_and_says_what_was_expected() {
    for (line, column, words) in [
        ("canonical: \"ht!tp://exa mple\"", 12, "is not a web address"),
        ("lang: english", 7, "did you mean `en`?"),
        ("reading_time: -4", 15, "expected minutes"),
        ("doi: nonsense", 6, "expected one such as `10.5555/heron.1`"),
        ("doi: 10.5555", 6, "is no DOI"),
        ("identifiers: {doi: https://doi.org/11.5555/a}", 20, "is no DOI"),
        ("keywords: [null, 3]", 12, "quotation marks"),
        ("keywords: {a: b}", 11, "a text or a list of texts"),
        ("author: 5", 9, "is no name"),
        ("authors: [null, Ann]", 11, "is no name"),
        ("author: {name: \"'\", role: editor}", 16, "is no name"),
        ("author: {name: A, orcid: hello}", 26, "is no ORCID iD"),
        ("author: {name: A, orcid: 0000-0002-1825-00977}", 26, "is no ORCID iD"),
        ("series: {name: A, number: x}", 27, "expected one such as `3`"),
        ("series: {number: 4}", 9, "a series needs `name`"),
        ("author: {name: A, credentials: [{grade: registered, since: 2020}]}", 33, "needs `body`"),
    ] {
        let source = Source::new("a.md", format!("---\ntitle: A\n{line}\n---\nText.\n"));
        let found = offprint::parse(&source).unwrap().diagnostics;
        let [only] = &found[..] else { panic!("{line}: {found:?}") };
        let at = source.position(only.origin().range().start);
        assert_eq!((at.line, at.column), (3, column), "{line}");
        assert_eq!(only.severity, offprint::Severity::Error, "{line}");
        assert!(only.message.contains(words), "{line}: {}", only.message);
    }
    let metadata = quiet(
        "---\ntitle: A\ndoi: https://doi.org/10.1000.10/a/b\nkeywords: ['null']\n---\nText.\n",
        &[],
    );
    assert_eq!(serde_json::to_value(&metadata.identifiers).unwrap()[0]["value"], "10.1000.10/a/b");
    assert_eq!(metadata.keywords, ["null"]);
    let text = "---\ntitle: A\nauthor: {name: A, orcid: 'https://orcid.org/0000-0002-1694-233X'}\n---\nText.\n";
    assert_eq!(parse(text).value.authors[0].orcid.as_deref(), Some("0000-0002-1694-233X"));
}

#[test]
fn no_key_is_proposed_that_is_another_word() {
    let helps = |text: &str| -> Vec<Option<String>> {
        parse(text).diagnostics.into_iter().map(|found| found.help).collect()
    };
    assert_eq!(
        helps("---\ntitle: A\npath: b\nauthor: {name: A, joe: b}\n---\nText.\n"),
        [None, None]
    );
    let near = helps("---\ntitle: A\nauthr: b\npublishd: 2026\n---\nText.\n");
    assert_eq!(near[0].as_deref(), Some("did you mean `author`?"));
    assert_eq!(near[1].as_deref(), Some("did you mean `published`?"));
}

#[test]
fn astro_docusaurus_and_myst_are_read() {
    let metadata = quiet(
        "---\ntitle: 'Slow Mornings'\ndescription: 'How to rise.'\npubDate: 'Mar 12 2026'\n\
         updatedDate: '2026-04-01'\nheroImage: '/a.png'\ntags: ['sleep']\n---\nText.\n",
        &[],
    );
    assert_eq!(metadata.published.unwrap().to_string(), "2026-03-12");
    assert_eq!(metadata.cover.unwrap().image.as_str(), "/a.png");
    let metadata = quiet(
        "---\nid: slow\ntitle: Slow Mornings\nsidebar_position: 2\nslug: /slow\nkeywords: [sleep]\ntags: [rest, sleep]\n\
         image: a.png\ndescription: How.\nauthors: [ann]\n---\nText.\n",
        &["id", "sidebar_position"],
    );
    assert_eq!(metadata.keywords, ["sleep", "rest"]);
    let metadata = quiet(
        "---\ntitle: Slow Mornings\nauthors:\n  - name: Ann Invented\n    affiliation: Wexmoor\nlicense: CC-BY-4.0\n\
         doi: https://doi.org/10.5555/1\nidentifiers:\n  arxiv: 2601.00001\n---\nText.\n",
        &[],
    );
    assert_eq!(metadata.identifiers.len(), 2);
}

#[test]
fn two_keys_that_say_the_same_are_no_reason_to_stop() {
    let parsed = parse(
        "---\ntitle: A\nsummary: One.\ndescription: Two.\ndate: 2026-01-01\npublished: 2026-01-01\n---\nText.\n",
    );
    assert_eq!(parsed.value.metadata.summary.as_deref(), Some("One."));
    assert_eq!(parsed.value.metadata.extra["description"], "Two.");
    let [found] = &parsed.diagnostics[..] else { panic!("{:?}", parsed.diagnostics) };
    assert_eq!(found.code, Code::UnknownField);
    assert_eq!(told("---\ntitle: A\nsub-title: B\nsubtitle: C\n---\nText.\n"), [(4, 1, "F004")]);
}

#[test]
fn all_that_is_wrong_with_a_practice_is_told_at_once() {
    let source = Source::new(
        "practice.toml",
        "name = \"Curlew Yard\"\nadress = [\"1 Lane\"]\nemail = \"ask at the desk\"\nweb = \"javascript:x\"\n\
         accent = \"greenish\"\njurisdiction = \"mars\"\n",
    );
    let found = match offprint::config::read_practice(&source) {
        Ok(practice) => practice.diagnostics,
        Err(error) => error.diagnostics().to_vec(),
    };
    let told = |line: usize, words: &str| {
        let is_it = |one: &&Diagnostic| {
            one.message.contains(words) && source.position(one.origin().range().start).line == line
        };
        assert!(found.iter().any(|one| is_it(&one)), "line {line}, {words}: {found:#?}");
    };
    told(2, "adress");
    told(3, "`ask at the desk` is no e-mail address; expected one such as `name@example.org`");
    told(4, "`javascript:`");
    told(5, "`greenish` is no colour");
    told(6, "`mars`");
}
