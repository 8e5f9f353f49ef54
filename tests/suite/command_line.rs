//! `offprint` as a stranger runs it.

use crate::support::root;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn offprint(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_offprint"))
        .args(arguments)
        .current_dir(root())
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn files(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn build_makes_four_files_of_an_article_and_tells_them() {
    let out = TempDir::new().unwrap();
    let article = "fixtures/articles/living-with-panic.md";
    let practice = "fixtures/practice/practice.toml";
    let dist = out.path().to_str().unwrap();
    let output = offprint(&["build", article, "--practice", practice, "--out", dist]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let made = ["epub", "html", "json", "pdf"].map(|ending| format!("living-with-panic.{ending}"));
    assert_eq!(files(out.path()), made);
    let lines = String::from_utf8(output.stdout).unwrap();
    assert_eq!(lines.lines().count(), 4);
    let pdf = lines.lines().find(|line| line.contains(".pdf")).unwrap();
    assert!(pdf.contains(" kB, ") && pdf.ends_with(" pages"), "{pdf}");
}

#[test]
fn only_what_is_asked_for_is_made() {
    let out = TempDir::new().unwrap();
    let dist = out.path().join("new/folder");
    let article = "fixtures/collection/endings.md";
    let leaflets = "a4,a5,large-print";
    let to = dist.to_str().unwrap();
    let output = offprint(&["build", article, "--to", "pdf", "--leaflet", leaflets, "--out", to]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(files(&dist), ["endings.a5.pdf", "endings.large-print.pdf", "endings.pdf"]);
}

#[test]
fn bad_input_is_told_by_name_and_place_and_leaves_no_file() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let empty_folder = folder.path().join("nothing");
    std::fs::create_dir(&empty_folder).unwrap();
    let cases: Vec<(String, i32, Vec<&str>)> = vec![
        ("no/such/file.md".into(), 2, vec!["no/such/file.md", "No such file"]),
        (empty_folder.to_str().unwrap().into(), 2, vec!["nothing", "folder without an article"]),
        (file("latin.md", b"# A\n\ncaf\xe9\n"), 1, vec!["P015", "latin.md:3:4", "0xE9"]),
        (file("empty.md", b""), 1, vec!["P003", "empty.md"]),
        (
            file("front.md", b"---\ntitle: A\npublished: never\n---\nText.\n"),
            1,
            vec!["F005", "front.md:3:12"],
        ),
        (file("yaml.md", b"---\ntitle: [\n---\nText.\n"), 1, vec!["F001", "yaml.md:"]),
        (
            file("image.md", b"# A\n\nText ![x](gone.png).\n"),
            1,
            vec!["A001", "image.md:3:6", "gone.png"],
        ),
    ];
    for (path, status, expected) in cases {
        let out = TempDir::new().unwrap();
        let output = offprint(&["build", &path, "--out", out.path().to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(status), "{path}: {}", told(&output));
        for words in expected {
            assert!(told(&output).contains(words), "{path}: no {words:?} in {}", told(&output));
        }
        assert_eq!(files(out.path()), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn fmt_says_what_becomes_of_the_keys_of_other_tools_and_keeps_to_it() {
    let help = String::from_utf8(offprint(&["fmt", "--help"]).stdout).unwrap();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.md");
    let hugo = "+++\ntitle = 'A'\ndate = 2026-03-12T09:30:00Z\nlastmod = 2026-04-01\ntags = ['b']\n+++\nText.\n";
    std::fs::write(&path, hugo).unwrap();
    let checked = offprint(&["fmt", "--check", path.to_str().unwrap()]);
    assert_eq!(checked.status.code(), Some(1), "{}", told(&checked));
    let output = offprint(&["fmt", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    for said in [told(&checked), told(&output)] {
        for words in ["`date`, `lastmod`, `tags`", "TOML", "`09:30:00Z` is left out", "F012"] {
            assert!(said.contains(words), "no {words:?} in {said}");
        }
    }
    let again = offprint(&["fmt", path.to_str().unwrap()]);
    assert_eq!(told(&again), "", "what we wrote is told to us");
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(
        written.starts_with("---\n") && written.contains("published: 2026-03-12\n"),
        "{written}"
    );
    for (ours, theirs) in [("published", "date"), ("modified", "lastmod"), ("keywords", "tags")] {
        assert!(written.contains(&format!("\n{ours}:")), "{written}");
        assert!(!written.contains(&format!("\n{theirs}:")), "{written}");
        let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(&format!("`{ours}` for `{theirs}`")), "{help}");
    }
}

#[test]
fn whatever_is_told_names_its_file() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let png = std::fs::read(root().join("fixtures/images/window.png")).unwrap();
    file("cut.png", &png[..200]);
    let article = file("a.md", b"# A\n\nText.\n");
    let latin = file("b.md", b"# A\n\ncaf\xe9\n");
    let picture = file("c.md", b"# A\n\nText ![x](cut.png).\n");
    let practice = file("p.toml", b"name = 'P'\nlogo = 'logo.svg'\naccent = '#ffe066'\n");
    std::fs::copy(root().join("fixtures/practice/logo.svg"), folder.path().join("logo.svg"))
        .unwrap();
    let build = |path: &str, more: &[&str]| {
        let out = folder.path().join("out");
        let given = ["build", path, "--out", out.to_str().unwrap(), "--diagnostics", "github"];
        let output = offprint(&[&given, more].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    let tri_fold = ["--to", "pdf", "--leaflet", "tri-fold"];
    let long = root().join("fixtures/invalid/L008.md");
    let long = long.to_str().unwrap();
    let cases: [(&str, &str, &[&str], &str); 7] = [
        ("E002", &article, &["--to", "epub"], "a.md,line=1,"),
        ("P017", &article, &["--to", "html", "--limit", "blocks=1"], "a.md,line=3,"),
        ("P015", &latin, &["--to", "html"], "b.md,line=3,col=4,"),
        ("A002", &picture, &["--to", "pdf"], "c.md,line=3,col=6,"),
        ("L009", &article, &tri_fold, "a.md,line=1,"),
        ("L008", long, &[&tri_fold[..], &["--fit"]].concat(), "L008.md,line=1,"),
        ("L004", &article, &["--to", "pdf", "--practice", &practice], "p.toml,line=3,col=10,"),
    ];
    for (code, path, more, place) in cases {
        let told = build(path, more);
        let line = told.lines().find(|line| line.contains(&format!("title={code}::")));
        let line = line.unwrap_or_else(|| panic!("no {code} in {told}"));
        assert!(line.contains(place), "{line}");
    }
}

#[test]
fn a_file_where_the_folder_should_be_is_told() {
    let folder = TempDir::new().unwrap();
    let taken = folder.path().join("taken");
    std::fs::write(&taken, "x").unwrap();
    let output =
        offprint(&["build", "fixtures/collection/endings.md", "--out", taken.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("taken"), "{}", told(&output));
}

#[test]
fn one_bad_article_does_not_stop_the_others() {
    let out = TempDir::new().unwrap();
    let dist = out.path().to_str().unwrap();
    let good = "fixtures/collection/endings.md";
    let output =
        offprint(&["build", "fixtures/invalid/F005.md", good, "--to", "html", "--out", dist]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(files(out.path()), ["endings.html"]);
}

#[test]
fn two_articles_of_one_name_are_refused() {
    let folder = TempDir::new().unwrap();
    let other = folder.path().join("endings.md");
    std::fs::write(&other, "# A\n\nText.\n").unwrap();
    let output = offprint(&["build", "fixtures/collection/endings.md", other.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("same files"), "{}", told(&output));
}

#[test]
fn strict_takes_warnings_for_errors() {
    let out = TempDir::new().unwrap();
    let dist = out.path().to_str().unwrap();
    let article = "fixtures/articles/what-is-psychodynamic-therapy.md";
    let output = offprint(&["build", article, "--to", "html", "--strict", "--out", dist]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("P014"));
    assert_eq!(files(out.path()), Vec::<String>::new());
}

#[test]
fn diagnostics_for_programs_are_all_that_is_on_standard_output() {
    let out = TempDir::new().unwrap();
    let dist = out.path().to_str().unwrap();
    let article = "fixtures/articles/what-is-psychodynamic-therapy.md";
    let run = |style| {
        let output =
            offprint(&["build", article, "--to", "html", "--diagnostics", style, "--out", dist]);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let line: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(line["code"], "P014");
    let log: serde_json::Value = serde_json::from_str(&run("sarif")).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "P014");
    assert!(run("github").starts_with("::warning file=fixtures/articles/what-is"));
}

#[test]
fn explain_and_schema_print() {
    let output = offprint(&["explain", "p014"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("P014 (warning): a date without"));
    assert_eq!(offprint(&["explain", "X999"]).status.code(), Some(2));
    for form in ["article", "front-matter", "practice", "collection"] {
        let output = offprint(&["schema", form]);
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{form}");
    }
}

#[test]
fn the_examples_run() {
    let folder = Path::new(env!("CARGO_BIN_EXE_offprint")).parent().unwrap().join("examples");
    for (name, words) in [
        ("all_formats", "living-with-panic.pdf ("),
        ("build_in_code", "Imogen Farthing, MSc, MBACP (Accred)"),
        ("custom_exporter", "About the Author\n================"),
    ] {
        let output = Command::new(folder.join(name)).current_dir(root()).output();
        let output = output.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(output.status.success(), "{name}");
        assert!(String::from_utf8_lossy(&output.stdout).contains(words), "{name}");
    }
}

#[test]
fn fmt_writes_in_place_what_can_come_back_whole_and_says_which() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let loose = file("loose.md", "\u{feff}On Rest\r\n=======\r\n\r\n* It comes *slowly*.\r\n");
    let good = "---\ntitle: On Rest\n---\n\n- It comes _slowly_.\n";
    file("good.md", good);
    let dir = folder.path().to_str().unwrap();

    let output = offprint(&["fmt", "--check", dir]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{loose}\n"));
    assert!(std::fs::read_to_string(&loose).unwrap().contains("====="), "it was written");

    let output = offprint(&["fmt", dir]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{loose}\n"));
    assert_eq!(std::fs::read_to_string(&loose).unwrap(), good);
    assert_eq!(files(folder.path()), ["good.md", "loose.md"]);

    let output = offprint(&["fmt", "--check", dir]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{}", told(&output));
}

#[test]
fn fmt_tells_of_a_title_that_nobody_wrote() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("on-rest.md");
    std::fs::write(&path, "It comes slowly.\n").unwrap();
    let output = offprint(&["fmt", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(told(&output).contains("P004"), "{}", told(&output));
    assert!(std::fs::read_to_string(&path).unwrap().contains("title: On rest\n"));
}

#[test]
fn fmt_leaves_a_file_that_would_lose_something() {
    let folder = TempDir::new().unwrap();
    let cases = [
        ("link.md", "# A\n\n[x](javascript:y)\n", "P008"),
        ("quiet.md", "# A\n\n<!-- offprint: suppress P006 -->\n<blink>x</blink>\n", "P006"),
        ("yaml.md", "---\ntitle: A # for now\n---\n\nText.\n", "`# for now`"),
        ("date.md", "---\ntitle: A\npublished: never\n---\n\nText.\n", "F005"),
        ("empty.md", "", "P003"),
        ("article.json", r#"{"schemaVersion": 1}"#, "a file that ends in .md"),
        ("Cargo.toml", "[package]\n", "a file that ends in .md"),
    ];
    for (name, text, expected) in cases {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let output = offprint(&["fmt", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", told(&output));
        assert!(told(&output).contains(expected), "{name}: {}", told(&output));
        assert!(told(&output).contains("is left as it is"), "{name}: {}", told(&output));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
    let output = offprint(&["fmt", "no/such/file.md"]);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
}

#[test]
fn import_prints_markdown_and_tells_its_guesses() {
    let output = offprint(&["import", "fixtures/import/therapist.txt"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let reviewed = std::fs::read(root().join("fixtures/import/therapist.md")).unwrap();
    assert_eq!(output.stdout, reviewed);
    assert!(told(&output).contains("I005") && told(&output).contains("What brings people"));
    assert!(!told(&output).contains("error"), "{}", told(&output));
}

#[test]
fn import_writes_a_file_but_over_none() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("post.md");
    let out = out.to_str().unwrap();
    let import = |more: &[&str]| {
        offprint(&[&["import", "fixtures/import/french.txt", "-o", out], more].concat())
    };
    assert_eq!(import(&[]).status.code(), Some(0));
    std::fs::write(out, "mine").unwrap();
    let output = import(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("post.md") && told(&output).contains("--force"));
    assert_eq!(std::fs::read_to_string(out).unwrap(), "mine");
    assert_eq!(import(&["--force"]).status.code(), Some(0));
    assert!(std::fs::read_to_string(out).unwrap().starts_with("---\ntitle: Apprendre"));
    assert_eq!(offprint(&["import", "no/such.txt"]).status.code(), Some(2));
}

#[test]
fn an_article_in_json_is_built_like_one_in_markdown() {
    let out = TempDir::new().unwrap();
    let to = out.path().to_str().unwrap();
    let markdown = "fixtures/articles/what-is-psychodynamic-therapy.md";
    let output = offprint(&["build", markdown, "--to", "html,json", "--out", to]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let html = out.path().join("what-is-psychodynamic-therapy.html");
    let page = std::fs::read(&html).unwrap();
    let json = html.with_extension("json");
    let output = offprint(&["build", json.to_str().unwrap(), "--to", "html", "--out", to]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(std::fs::read(&html).unwrap(), page);
    let wrong = offprint(&["build", "fixtures/invalid/J001.json", "--to", "html", "--out", to]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(told(&wrong).contains("J001.json:"), "{}", told(&wrong));
}

#[test]
fn a_limit_is_told_with_the_way_to_raise_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("long.md");
    std::fs::write(&path, format!("# Long\n\n{}", "Word.\n\n".repeat(40))).unwrap();
    let (path, to) = (path.to_str().unwrap(), folder.path().to_str().unwrap());
    let build =
        |limit: &str| offprint(&["build", path, "--to", "html", "--out", to, "--limit", limit]);
    let refused = build("blocks=20");
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("--limit blocks=NUMBER"), "{}", told(&refused));
    assert_eq!(build("blocks=60").status.code(), Some(0));
    assert_eq!(build("pages=60").status.code(), Some(2));
}

#[test]
fn leaflets_are_set_as_asked() {
    let dist = TempDir::new().unwrap();
    let out = dist.path().to_str().unwrap();
    let article = "fixtures/collection/endings.md";
    let fonts = "assets/fonts";
    let build = |more: &[&str]| {
        let usual = ["build", article, "--to", "pdf", "--out", out];
        offprint(&[&usual, more].concat())
    };
    let output = build(&["--fonts", fonts, "--face", "Source Code Pro", "--justify", "--mono"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let output = build(&["--face", "Comic Runes"]);
    assert_eq!(output.status.code(), Some(1));
    let words = told(&output);
    assert!(words.contains("L005") && words.contains("Source Serif 4"), "{words}");
    let output = build(&["--fonts", "fixtures/import"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("holds no typeface"), "{}", told(&output));
}

#[test]
fn check_tells_reading_and_rules_together_and_takes_a_day() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.md");
    let text = "---\ntitle: A\nauthor: Ann Invented\npublished: 2020\nnext_review: 2025-05\n---\n\n\
                <font>Red</font>, and [x](www.example.org/x).\n";
    std::fs::write(&path, text).unwrap();
    let name = path.to_str().unwrap();
    let check = |more: &[&str]| {
        let output = offprint(&[&["check", name, "--diagnostics", "json"], more].concat());
        let lines = String::from_utf8(output.stdout).unwrap();
        let codes: Vec<String> = lines
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
            .map(|line| line["code"].as_str().unwrap_or_default().to_owned())
            .collect();
        (output.status.code(), codes.join(" "))
    };
    assert_eq!(check(&["--today", "2026-06-01"]), (Some(0), "D004 P006 K001".to_owned()));
    assert_eq!(check(&["--today", "2025-05-31"]), (Some(0), "P006 K001".to_owned()));
    assert_eq!(check(&["--today", "2025-05-31", "--strict"]).0, Some(1));
    let allowed = check(&["--today", "2026-06-01", "--allow", "D004,P006,K001", "--strict"]);
    assert_eq!(allowed, (Some(0), String::new()));
    let more = check(&["--today", "2026-06-01", "--profile", "patient-information"]).1;
    assert!(more.contains("D009"), "{more}");
    assert_eq!(offprint(&["check", name, "--profile", "none"]).status.code(), Some(2));
    assert_eq!(offprint(&["check", "nowhere.md"]).status.code(), Some(2));
}

#[test]
fn check_mends_what_is_safe_and_shows_what_it_did() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.md");
    let text = "# A\n\n- By Ann Invented\n- 12 March 2026\n\nSee [x](www.example.org/x), it's *good*.\n\n## About the Author\n\n\
                Ann is a member of the British Psychoanalytic Council (BPC), and a member of a choir.\n";
    std::fs::write(&path, text).unwrap();
    let output = offprint(&["check", path.to_str().unwrap(), "--fix"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let mended = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        mended,
        text.replace("(www", "(https://www").replacen("a member", "a registrant", 1)
    );
    let lines = String::from_utf8_lossy(&output.stdout);
    assert!(
        lines.contains("a.md:6:9: K001: `www.example.org/x` → `https://www.example.org/x`"),
        "{lines}"
    );
    assert!(lines.contains("a.md:10:10: C002: `member` → `registrant`"), "{lines}");
    assert!(!told(&output).contains("C002") && !told(&output).contains("K001"));
    // There is nothing left to mend.
    let again = offprint(&["check", path.to_str().unwrap(), "--fix"]);
    assert_eq!(String::from_utf8(again.stdout).unwrap(), "");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), mended);
}

#[test]
fn folded_leaflets_come_with_their_sheets() {
    let out = TempDir::new().unwrap();
    let dist = out.path().to_str().unwrap();
    let article = "fixtures/articles/sleep-and-worry.md";
    let leaflets = "tri-fold,a5-booklet";
    let output = offprint(&["build", article, "--to", "pdf", "--leaflet", leaflets, "--out", dist]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let made = ["a5-booklet", "a5-booklet.sheets", "tri-fold", "tri-fold.sheets"];
    assert_eq!(files(out.path()), made.map(|name| format!("sleep-and-worry.{name}.pdf")));
    let lines = String::from_utf8(output.stdout).unwrap();
    let pages = |name: &str| lines.lines().find(|line| line.contains(name)).unwrap().to_owned();
    assert!(pages(".tri-fold.pdf").ends_with(" 6 pages"), "{lines}");
    assert!(pages(".tri-fold.sheets.pdf").ends_with(" 2 pages"), "{lines}");
}

#[test]
fn what_does_not_fit_a_tri_fold_is_told_by_line_and_leaves_no_file() {
    let build = |article: &str, more: &[&str]| {
        let out = TempDir::new().unwrap();
        let dist = out.path().to_str().unwrap();
        let given = ["build", article, "--to", "pdf", "--leaflet", "tri-fold", "--out", dist];
        let output = offprint(&[&given, more].concat());
        (output.status.code(), told(&output), files(out.path()).len())
    };
    let (status, told, files) = build("fixtures/invalid/L007.md", &[]);
    assert_eq!((status, files), (Some(1), 0), "{told}");
    for words in ["L007", "L007.md:42:246", "lines (", "panel 5 (inside, right)", "a5-booklet"] {
        assert!(told.contains(words), "no {words:?} in {told}");
    }
    let (status, told, files) = build("fixtures/invalid/L008.md", &["--fit"]);
    assert_eq!((status, files), (Some(0), 2), "{told}");
    assert!(told.contains("L008"), "{told}");
}

#[test]
fn what_does_not_fit_a_cover_or_a_back_is_told_where_it_was_written() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let long = "Whoever wishes to complain may do so. ".repeat(60);
    let write = |subtitle: &str, complaints: &str| {
        let paragraph = "One foot before the other, and so on, up and down the hill.\n\n";
        let article =
            format!("---\ntitle: A Walk\nsubtitle: {subtitle}\n---\n\n{}", paragraph.repeat(20));
        let practice = format!("name = \"Willow Rooms\"\ncomplaints = \"{complaints}\"\n");
        std::fs::write(path("walk.md"), article).unwrap();
        std::fs::write(path("practice.toml"), practice).unwrap();
        let (article, practice, out) = (path("walk.md"), path("practice.toml"), path("dist"));
        let given =
            ["--to", "pdf", "--leaflet", "tri-fold", "--practice", &practice, "--out", &out];
        let output = offprint(&[&["build", article.as_str()], given.as_slice()].concat());
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
        told(&output)
    };
    let cover = write(&long, "Write to us.");
    assert!(cover.contains("L007") && cover.contains("walk.md:3:"), "{cover}");
    let back = write("Up and down", &long);
    assert!(back.contains("L007") && back.contains("practice.toml:2:"), "{back}");
}

#[test]
fn the_registers_are_shown_as_a_table_in_full_and_as_json() {
    let said = |arguments: &[&str]| {
        let output = offprint(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let table = said(&["registers"]);
    for words in ["BACP", "British Association for Counselling", "MBACP (Accred)", "HCPC"] {
        assert!(table.contains(words), "no {words:?} in {table}");
    }
    let bacp = said(&["registers", "bacp"]);
    for words in ["https://www.bacp.co.uk", "accredited", "MBACP (Accred)", "no letters"] {
        assert!(bacp.contains(words), "no {words:?} in {bacp}");
    }
    assert!(!bacp.contains("HCPC"), "{bacp}");

    let ireland = "examples/registers/ireland.toml";
    let table = said(&["registers", "--registers", ireland]);
    assert!(table.contains("Irish Association") && !table.contains("MIACP"), "{table}");
    let overridden = said(&["registers", "BACP", "--registers", ireland]);
    assert!(overridden.contains("members in Ireland") && overridden.contains("MBACP (Accred)"));
    let json = said(&["registers", "IACP", "--json", "--registers", ireland]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["body"][0]["abbreviation"], "IACP");
    assert_eq!(json["body"][0]["grades"][0]["letters"], "MIACP");

    let unknown = offprint(&["registers", "IACP"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(told(&unknown).contains("`IACP` is no body"), "{}", told(&unknown));
}

#[test]
fn a_bad_file_of_bodies_is_told_by_place_wherever_it_is_given() {
    let folder = TempDir::new().unwrap();
    let bad = folder.path().join("bad.toml");
    std::fs::write(&bad, "[[body]]\nabbreviation = \"BACP\"\nkind = \"guild\"\n").unwrap();
    let (bad, dist) = (bad.to_str().unwrap(), folder.path().join("dist"));
    let dist = dist.to_str().unwrap();
    let article = "fixtures/collection/endings.md";
    let build = ["build", article, "--to", "html", "--out", dist, "--registers", bad];
    for arguments in [&["registers", "--registers", bad][..], &build] {
        let output = offprint(arguments);
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
        assert!(told(&output).contains("bad.toml:3:"), "{}", told(&output));
        assert!(told(&output).contains("guild"), "{}", told(&output));
    }
    assert_eq!(files(Path::new(dist)), Vec::<String>::new());
}

#[test]
fn a_practice_names_bodies_and_help_lines_of_its_own() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let line = |number: &str| {
        format!(
            "[[line]]\nname = \"Night Line\"\nnumber = \"{number}\"\njurisdictions = [\"england\"]\n\
             certainty = \"seen\"\nverified_on = \"2026\"\n"
        )
    };
    write(
        "bodies.toml",
        &std::fs::read_to_string(root().join("examples/registers/ireland.toml")).unwrap(),
    );
    write("help.toml", &line("01632 960199"));
    let other = write("other.toml", &line("01632 960100"));
    let practice = write(
        "practice.toml",
        "name = \"Willow Rooms\"\nregisters = \"bodies.toml\"\nurgent_help = \"help.toml\"\n",
    );
    let article = write(
        "a.md",
        "---\ntitle: On suicide\nauthor:\n  name: Ann Invented\n  credentials: [{ body: IACP, grade: student }]\n---\n\n\
         Somebody who thinks of suicide may ring Night Line on 01632 960199.\n\n\
         ## About the author\n\nAnn Invented, MIACP, writes.\n",
    );
    let check = |more: &[&str]| told(&offprint(&[&["check", &article], more].concat()));
    // We know neither the body's letters nor the line.
    let (ours, theirs) = (check(&[]), check(&["--practice", &practice]));
    assert!(!ours.contains("C001") && ours.contains("S001"), "{ours}");
    assert!(theirs.contains("C001") && !theirs.contains("S001"), "{theirs}");
    // The command has the last word.
    let told_both = check(&["--practice", &practice, "--urgent-help", &other]);
    assert!(told_both.contains("S001"), "{told_both}");
    let bad = write("bad.toml", "[[line]]\nname = \"Night Line\"\n");
    for missing in [bad.as_str(), "nowhere.toml"] {
        let output = offprint(&["check", &article, "--urgent-help", missing]);
        assert_ne!(output.status.code(), Some(0), "{}", told(&output));
        assert!(told(&output).contains(missing), "{}", told(&output));
    }
    // Building takes the same bodies.
    std::fs::write(
        folder.path().join("bodies.toml"),
        "[[body]]\nabbreviation = \"BACP\"\nkind = \"guild\"\n",
    )
    .unwrap();
    let dist = folder.path().join("dist");
    let build = ["build", &article, "--to", "html", "--practice", &practice, "--out"];
    let output = offprint(&[&build[..], &[dist.to_str().unwrap()]].concat());
    assert!(told(&output).contains("bodies.toml:3:"), "{}", told(&output));
}
