//! Markdown and front matter into the article.

use crate::support::{articles, parse, parse_file, source};
use offprint::diagnostic::Code;
use offprint::model::{
    Author, Basis, Block, Body, CalloutKind, Credential, Grade, Inline, PartialDate, SectionRole,
    VignetteNature, inlines_text,
};
use offprint::{Severity, Source};

#[test]
fn a_pasted_post_becomes_an_article() {
    let article = parse_file("fixtures/articles/what-is-psychodynamic-therapy.md").value;
    assert!(article.metadata.title.starts_with("What Is Psychodynamic Therapy?"));
    assert!(!article.metadata.title.contains('|'));
    assert_eq!(article.metadata.category.as_deref(), Some("Therapy Explained"));
    assert_eq!(article.metadata.published, "--03-12".parse::<PartialDate>().ok());
    assert_eq!(article.metadata.stated_reading_minutes, Some(4));
    let [author] = &article.authors[..] else { panic!("one author: {:?}", article.authors) };
    assert_eq!(author.name, "Ines Hollowbrook");
    assert!(article.sections_of(SectionRole::FurtherReading).next().is_some());
    assert!(article.sections_of(SectionRole::AboutTheAuthor).next().is_some());
}

#[test]
fn prose_gives_memberships_and_never_more_than_was_said() {
    let article = parse_file("fixtures/articles/what-is-psychodynamic-therapy.md").value;
    let held = memberships(&article.authors[0]);
    assert_eq!(held, [(Body::Bacp, Some(Grade::Registered)), (Body::Bpc, None)]);
    assert!(article.authors[0].credentials.iter().all(|held| held.basis() == Basis::Recognised));
}

#[test]
fn what_is_denied_or_said_of_others_is_no_membership() {
    for sentence in [
        "Ann is not a member of the British Psychoanalytic Council (BPC).",
        "Her supervisor is a registered member of the BACP.",
        "She was formerly an accredited member of the BACP.",
        "She writes about the UKCP and the BACP.",
        "She hopes to become a member of the BPC.",
    ] {
        let text = format!(
            "# A\n\n- Ann Invented\n- 4 min read\n\nText.\n\n## About the Author\n\n{sentence}\n"
        );
        let article = parse(&text).value;
        assert_eq!(memberships(&article.authors[0]), [], "{sentence}");
    }
}

fn memberships(author: &Author) -> Vec<(Body, Option<Grade>)> {
    author
        .credentials
        .iter()
        .filter_map(|held| match held {
            Credential::Membership(held) => Some((held.body.clone(), held.grade.clone())),
            _ => None,
        })
        .collect()
}

#[test]
fn the_article_with_everything_has_everything() {
    let parsed = parse_file("fixtures/articles/living-with-panic.md");
    assert_eq!(parsed.diagnostics, []);
    let article = parsed.value;
    assert_eq!(article.authors.len(), 2);
    assert!(article.authors.iter().all(|author| !author.biography.is_empty()));
    assert!(article.footnotes.len() >= 2);
    assert!(article.readings().count() >= 2);
    let text = format!("{article:?}");
    for kind in
        ["Figure", "Table", "Callout", "Vignette", "Quotation", "FootnoteReference", "Abbreviation"]
    {
        assert!(text.contains(kind), "no {kind}");
    }
}

/// Letters and digits of a text, so that markup and spacing do not count.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn no_text_of_the_parser_is_lost() {
    use pulldown_cmark::{Event, Options, Parser};
    for path in articles() {
        let source = source(&path);
        let article = offprint::parse(&source).unwrap().value;
        let whole = letters(&format!(
            "{} {} {}",
            article.metadata.title,
            article.metadata.category.clone().unwrap_or_default(),
            article.plain_text()
        ));
        let text = source.text();
        let start = text.strip_prefix("---").map_or(0, |rest| rest.find("\n---").unwrap() + 7);
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let mut seen = 0;
        let mut is_code_of_script = false;
        for event in Parser::new_ext(&text[start..], options) {
            match event {
                Event::InlineHtml(tag) => {
                    is_code_of_script = tag.starts_with("<script") || tag.starts_with("<style");
                }
                Event::Text(text) if !is_code_of_script => {
                    let text = letters(&text);
                    // The byline's date and reading time are data, not text; so are callout markers.
                    let is_data = text.starts_with("12March")
                        || text == "4minread"
                        || text.starts_with("VIGNETTE")
                        || ["NOTE", "WARNING", "URGENTHELP"].contains(&&*text)
                        || article.authors.iter().any(|author| letters(&author.name) == text);
                    assert!(is_data || whole.contains(&text), "{path}: lost {text:?}");
                    seen += 1;
                }
                _ => {}
            }
        }
        assert!(seen > 3, "{path}");
    }
}

#[test]
fn callouts_and_vignettes_are_read() {
    let article =
        parse("# A\n\n> [!URGENT-HELP]\n> Ring 999.\n\n> [!VIGNETTE composite]\n> Maya waits.\n")
            .value;
    let [Block::Callout { callout, content, .. }, Block::Vignette { nature, .. }] =
        &article.lead[..]
    else {
        panic!("{:?}", article.lead)
    };
    assert_eq!((*callout, *nature), (CalloutKind::UrgentHelp, VignetteNature::Composite));
    assert_eq!(offprint::model::blocks_text(content), "Ring 999.\n");
}

#[test]
fn what_an_alternative_text_cannot_hold_is_told() {
    let parsed = parse("# A\n\n![see [page](https://x.example \"t\") ![b](c.png)](d.png)\n");
    let Block::Figure { alt, .. } = &parsed.value.lead[0] else { panic!() };
    assert_eq!(alt.as_deref(), Some("see page b"));
    let told: Vec<&str> = parsed.diagnostics.iter().map(|found| &*found.message).collect();
    assert_eq!(
        told,
        [
            "an alternative text is plain words, so the address `https://x.example` was dropped",
            "an alternative text is plain words, so the picture `c.png` was dropped",
        ]
    );
}

#[test]
fn a_callout_with_a_word_too_many_keeps_it_as_text() {
    for marker in ["[!VIGNETTE composite Maya]", "[!URGENT-HELP now]", "[!VIGNETTE]"] {
        let parsed = parse(&format!("# A\n\n> {marker}\n> Ring 999.\n"));
        assert_eq!(parsed.value.plain_text(), format!("{marker} Ring 999.\n"));
        assert_eq!(parsed.diagnostics.len(), 1, "{:?}", parsed.diagnostics);
    }
}

#[test]
fn raw_html_becomes_content_or_is_told() {
    let parsed =
        parse("# A\n\nH<sub>2</sub>O<br>and <blink>more</blink> <script>alert(1)</script>.\n");
    let Block::Paragraph { content, .. } = &parsed.value.lead[0] else { panic!() };
    assert_eq!(inlines_text(content), "H2O and more .");
    assert!(content.iter().any(|inline| matches!(inline, Inline::Subscript { .. })));
    assert!(content.iter().any(|inline| matches!(inline, Inline::LineBreak { .. })));
    let codes: Vec<&str> = parsed.diagnostics.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["P006", "P007"]);
}

#[test]
fn front_matter_of_other_tools_is_read() {
    let article = parse(
        "---\ntitle: \"Rest: A Guide\"\nauthor: Ann Invented\ndate: 2024-05-01T10:00:00Z\ntags: [sleep, rest]\n\
         categories: Guides\nlastmod: 2025-01-02\ndescription: How to.\nlang: en\nweight: 3\n---\nText.\n",
    );
    assert_eq!(article.diagnostics.len(), 1, "only `weight` is unknown: {:?}", article.diagnostics);
    let metadata = article.value.metadata;
    assert_eq!(metadata.title, "Rest: A Guide");
    assert_eq!(metadata.published.unwrap().to_string(), "2024-05-01");
    assert_eq!(metadata.keywords, ["sleep", "rest"]);
    assert_eq!(metadata.extra["weight"], 3);
    assert_eq!(article.value.authors[0].name, "Ann Invented");
}

#[test]
fn all_wrong_values_of_front_matter_are_told_in_one_run() {
    let source = Source::new(
        "bad.md",
        "---\ntitle: A\nlanguage: engl ish\npublished: 2026-02-31\nisbn: 978-0-306-40615-8\ncanonical: javascript:x\n---\nText.\n",
    );
    let parsed = offprint::parse(&source).unwrap();
    let lines: Vec<usize> = parsed
        .diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .map(|found| source.position(found.origin().range().start).line)
        .collect();
    assert_eq!(lines, [3, 4, 5, 6]);
}

#[test]
fn sections_nest_and_ids_are_unique() {
    let article = parse("# T\n\n## A\n\n### B\n\n## A\n\n### B\n").value;
    let ids: Vec<String> = article
        .sections
        .iter()
        .flat_map(|section| std::iter::once(section).chain(&section.sections))
        .map(|section| section.id.to_string())
        .collect();
    assert_eq!(ids, ["a", "b", "a-1", "b-1"]);
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    for text in
        ["> ".repeat(5_000), "- ".repeat(2_000), "*a **b ".repeat(3_000), "[".repeat(20_000)]
    {
        let text = format!("# T\n\n{text}x\n");
        if let Err(error) = offprint::parse(&Source::new("deep.md", text)) {
            assert_eq!(error.diagnostics().last().unwrap().code.as_str(), "P002");
        }
    }
}

#[test]
fn a_source_without_text_is_refused() {
    for text in ["", "\n\n", "---\ntitle: A\n---\n", "<!-- only this -->\n", "# Title\n"] {
        let error = offprint::parse(&Source::new("empty.md", text)).unwrap_err();
        assert_eq!(error.diagnostics()[0].code.as_str(), "P003", "{text:?}");
    }
}

#[test]
fn fences_of_other_tools_are_text_and_told() {
    let text = "---\ntitle: T\n---\nBefore.\n::: {.callout-note}\nInside.\n:::\n\n> a\n> :::: b\n\n\
         ```\n::: code\n```\n\n<div>\n::: html `c\n::: d`\n</div>\n\n[e](x\n::: f)\n\n\
         Term\n: ::: meaning\n";
    let parsed = parse(text);
    assert_eq!(
        parsed.value.plain_text(),
        "Before. ::: {.callout-note} Inside. :::\na :::: b\n::: code\n::: html `c ::: d`\n\
         [e](x ::: f)\nTerm\n::: meaning\n"
    );
    let told: Vec<_> = parsed
        .diagnostics
        .iter()
        .map(|found| (found.code.as_str(), &text[found.origin().range()]))
        .collect();
    // The one that closes another is not told.
    assert_eq!(told, [("P011", "::: {.callout-note}"), ("P011", ":::: b"), ("P011", "::: f)")]);
    let told = parse("---\ntitle: T\n---\n:::\n\na\n").diagnostics;
    assert_eq!(told.len(), 1);
}

/// The blocks of a text without their places, as JSON without its noise.
fn lead(text: &str) -> serde_json::Value {
    serde_json::to_value(&parse(&format!("---\ntitle: T\n---\n{text}")).value.lead).unwrap()
}

#[test]
fn html_becomes_what_it_stands_for() {
    let table = lead(
        "<table><caption>C</caption><thead><tr><th>A<th align=right>B</thead><tr><td>1<td>2</table>",
    );
    assert_eq!(table[0]["kind"], "table");
    assert_eq!(table[0]["columns"], serde_json::json!(["start", "end"]));
    assert_eq!(table[0]["caption"][0]["text"], "C");
    assert_eq!(table[0]["rows"][0]["cells"][1]["content"][0]["text"], "2");

    let details = lead("<details>\n<summary>S</summary>\n\n*a*\n\n- b\n\n</details>\n\nc\n");
    assert_eq!(details[0]["kind"], "details");
    assert_eq!(details[0]["summary"][0]["text"], "S");
    assert_eq!(details[0]["content"][1]["kind"], "list");
    assert_eq!(details[1]["kind"], "paragraph");

    let figure = lead("<figure><img src=a.png alt=A><figcaption>B <i>c</i></figcaption></figure>");
    assert_eq!((&figure[0]["kind"], &figure[0]["alt"]), (&"figure".into(), &"A".into()));
    assert_eq!(figure[0]["caption"][1]["kind"], "emphasis");

    let list = lead("<ol start=3><li>a<li>b<ul><li>c</ul></ol>");
    assert_eq!(list[0]["start"], 3);
    assert_eq!(
        list[0]["items"][1]["content"][1]["items"][0]["content"][0]["content"][0]["text"],
        "c"
    );

    let division = lead("<div lang=fr>\n\na\n\n</div>\n\nb\n");
    assert_eq!(division[0]["language"], "fr");
    assert_eq!(division[1]["kind"], "paragraph");

    let code = lead("<pre><code class=\"language-rust\">a &lt; b\n  c</code></pre>");
    assert_eq!((&code[0]["language"], &code[0]["text"]), (&"rust".into(), &"a < b\n  c".into()));
}

#[test]
fn languages_of_phrases_are_kept() {
    let blocks = lead(
        "<em lang=\"de\">Angst</em> <a lang=fr href=\"https://e.example\">*lien*</a> <i>x</i> y\n",
    );
    let content = &blocks[0]["content"];
    assert_eq!((&content[0]["kind"], &content[2]["kind"]), (&"emphasis".into(), &"link".into()));
    assert_eq!(content[0]["content"][0]["language"], "de");
    assert_eq!(content[0]["content"][0]["content"][0]["text"], "Angst");
    assert_eq!(content[2]["content"][0]["language"], "fr");
    assert_eq!((&content[4]["kind"], &content[5]["text"]), (&"emphasis".into(), &" y".into()));
}

#[test]
fn what_html_says_and_an_article_cannot_is_told() {
    for (html, told) in [
        ("<code lang=fr>x</code>", &["the language of <code> is not kept"][..]),
        (
            "a <span lang=\"not a tag\" dir=rtl>b</span>",
            &["`dir` of <span> is not kept", "`lang` of <span> is not kept"],
        ),
        ("<p id=n align=center>a</p>", &["`id` of <p> is not kept"]),
        ("<div dir=rtl>a</div>", &["`dir` of <div> is not kept"]),
        (
            "<ol type=a reversed><li value=7>a</ol>",
            &[
                "`type` of <ol> is not kept",
                "`reversed` of <ol> is not kept",
                "`value` of <li> is not kept",
            ],
        ),
        ("<h2 lang=klingonisch>a</h2>", &["`lang` of <h2> is not kept"]),
        ("su<wbr>per", &["the element <wbr> has no place here; its text is kept"]),
        ("a <bdi>b</bdi>", &["the element <bdi> has no place here; its text is kept"]),
        ("<center>a</center>", &["the element <center> has no place here; its text is kept"]),
        ("<a id=b lang=fr>c</a>", &["`id` of <a> is not kept"]),
        ("<a id=b>c</a>", &["the element <a> has no place here; its text is kept"]),
        ("<h2 id=b lang=fr class=c>a</h2>\n\n<div lang=fr class=d>e</div>", &[]),
        ("a <span style=\"color: red\">b</span> <em title=c>d</em>", &[]),
        ("<ol type=1 start=3><li>a</ol>", &[]),
    ] {
        let parsed = parse(&format!("---\ntitle: T\n---\nA.\n\n{html}\n\nB.\n"));
        let found: Vec<&str> = parsed.diagnostics.iter().map(|found| &*found.message).collect();
        assert_eq!(found, told, "{html}");
        assert!(parsed.diagnostics.iter().all(|found| found.code.is_loss()), "{html}");
    }
}

#[test]
fn headings_in_a_plain_div_open_sections() {
    let parsed = parse("<div align=center>\n\n# Title\n\nText.\n\n</div>\n\n## One\n\nMore.\n");
    assert_eq!(parsed.value.metadata.title, "Title");
    assert_eq!(parsed.value.sections[0].heading_text(), "One");
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
}

#[test]
fn bare_addresses_are_links_and_others_stay() {
    let text = "See https://example.org/a_b, www.example.org or a@example.org; \
                not example.org, https\\://example.org or `https://example.org`.\n";
    let article = parse(&format!("# T\n\n{text}")).value;
    let json = serde_json::to_string(&article.lead).unwrap();
    let links: Vec<&str> =
        json.split("\"address\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(
        links,
        ["https://example.org/a_b", "https://www.example.org", "mailto:a@example.org"]
    );
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    let text = |language: &str, text: &str| {
        parse(&format!("---\ntitle: T\nlang: {language}\n---\n{text}\n")).value.plain_text()
    };
    assert_eq!(text("en-GB", "\"It's 'so'\" -- yes..."), "“It’s ‘so’” – yes…\n");
    assert_eq!(text("de", "\"Ja, 'so' ist's\""), "„Ja, ‚so‘ ist’s“\n");
    assert_eq!(text("fr", "\"Oui\""), "«\u{202f}Oui\u{202f}»\n");
    assert_eq!(
        text("en", "\\\"as it is\\\" &quot;too&quot; `\"x\"`"),
        "\"as it is\" \"too\" \"x\"\n"
    );
}

#[test]
fn a_mark_at_the_end_of_a_word_opens_no_quotation() {
    let text = |language: &str, text: &str| {
        parse(&format!("---\ntitle: T\nlang: {language}\n---\n{text}\n")).value.plain_text()
    };
    assert_eq!(text("en", "He is 5'10\" tall."), "He is 5’10” tall.\n");
    let third = "\"Quote 'inner \"third\"' end.\"";
    assert_eq!(text("en", third), "“Quote ‘inner “third”’ end.”\n");
    assert_eq!(text("ja", "彼は\"(はい)\" と"), "彼は「(はい)」 と\n");
    assert_eq!(text("ru", "\"цитата \"внутри\"\""), "«цитата «внутри»»\n");
}

#[test]
fn quotations_of_chinese_and_japanese_need_no_spaces() {
    let text = |language: &str, text: &str| {
        parse(&format!("---\ntitle: T\nlang: {language}\n---\n{text}\n")).value.plain_text()
    };
    let cases = [
        ("ja", "彼は\"はい\"と言った。", "彼は「はい」と言った。"),
        ("ja", "\"はい\"と言った。", "「はい」と言った。"),
        ("ja", "彼は\"はい\"", "彼は「はい」"),
        ("ja", "彼は\"OK\"と、\"No\"と言った。", "彼は「OK」と、「No」と言った。"),
        ("ja", "彼は'はい'と'OK'と言った。", "彼は『はい』と『OK』と言った。"),
        ("ja", "*彼*は\"**はい**\"と", "彼は「はい」と"),
        ("zh", "他说：\"你好。\"然后走了。", "他说：“你好。”然后走了。"),
        ("zh", "所谓\"自由\"与\"平等\"。", "所谓“自由”与“平等”。"),
        ("zh-TW", "他說\"好\"了", "他說「好」了"),
        ("zh", "10\"的屏幕", "10”的屏幕"),
        ("en", "The word \"はい\"と, and 李's book.", "The word “はい”と, and 李’s book."),
    ];
    for (language, written, read) in cases {
        assert_eq!(text(language, written), format!("{read}\n"), "{language}: {written}");
    }
    // What one paragraph leaves open does not close in the next.
    assert_eq!(text("ja", "彼は\"はい\n\n彼は\"はい\"と"), "彼は「はい\n彼は「はい」と\n");
}

#[test]
fn nothing_of_a_byline_is_lost() {
    let text = "# T\n\n- By Imogen Example and Tomas Beispiel\n- Published 3 May 2025\n- Updated 4 June 2026\n\nText.\n";
    let parsed = parse(text);
    let names: Vec<&str> = parsed.value.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(names, ["Imogen Example", "Tomas Beispiel"]);
    assert_eq!(parsed.value.metadata.published.unwrap().to_string(), "2025-05-03");
    assert_eq!(parsed.value.metadata.modified.unwrap().to_string(), "2026-06-04");
    let contradicted = parse(&text.replace("# T", "---\ntitle: T\ndate: 2020-01-01\n---"));
    assert!(contradicted.value.plain_text().contains("Published 3 May 2025"));
    assert_eq!(contradicted.diagnostics[0].code.as_str(), "P012");
}

#[test]
fn a_byline_may_take_lines_and_paragraphs() {
    for byline in [
        "By Imogen Example, 3 May 2025",
        "By Imogen Example\n3 May 2025",
        "By Imogen Example\n\n3 May 2025",
        "*By Imogen Example*\n\nPublished 3 May 2025 · 2 min read",
        "3 May 2025\n\nBy Imogen Example\n\n2 min read",
    ] {
        let parsed = parse(&format!("# T\n\n{byline}\n\nThe text.\n\n4 June 2026\n")).value;
        assert_eq!(parsed.authors.first().map(|author| &*author.name), Some("Imogen Example"));
        assert_eq!(parsed.metadata.published.unwrap().to_string(), "2025-05-03", "{byline}");
        assert_eq!(parsed.plain_text().trim(), "The text.\n4 June 2026", "{byline}");
    }
    // Three are enough, and what is not understood ends them.
    let kept = parse("# T\n\nBy Imogen Example\n\nFor Tobias, who asked.\n\n3 May 2025\n").value;
    assert_eq!(kept.metadata.published, None);
    assert_eq!(kept.plain_text().trim(), "For Tobias, who asked.\n3 May 2025");
}

#[test]
fn letters_in_a_byline_are_what_the_author_states() {
    let text = "# T\n\nBy Imogen Example, BSc (Hons), MNCPS (Acc.) and Tomas Beispiel, PhD, 3 May 2025\n\nText.\n";
    let article = parse(text).value;
    let held = |at: usize| -> Vec<String> {
        let wording = offprint::registers::Registers::built_in();
        offprint::registers::Wording::new(&wording).post_nominals(&article.authors[at])
    };
    assert_eq!(held(0), ["BSc (Hons)", "MNCPS (Acc.)"]);
    assert_eq!(held(1), ["PhD"]);
    assert_eq!(article.metadata.published.unwrap().to_string(), "2025-05-03");
    let written = offprint::markdown::write(&article).unwrap();
    assert_eq!(parse(&written).value, article, "{written}");
    // Front matter has the last word, and what is no letters we know stays text.
    let stated = "---\nauthors: [{ name: Imogen Example, credentials: [{ body: BACP, grade: student }] }]\n---\n";
    let article = parse(&format!("{stated}{}", text.replace("MNCPS (Acc.)", "MBACP"))).value;
    assert_eq!(article.authors[0].credentials.len(), 1);
    let kept = parse(&text.replace("PhD", "weaver")).value;
    assert!(kept.authors.is_empty() && kept.plain_text().contains("weaver"));
}

#[test]
fn what_a_block_in_a_cell_was_is_told_and_its_words_are_kept() {
    let cases = [
        ("<ul><li>one<li>two</ul>", "a list has"),
        ("<h3>one</h3>two", "a heading has"),
        ("<blockquote>one</blockquote>two", "a quotation has"),
        ("<dl><dt>one<dd>two</dl>", "a list of definitions has"),
        ("<table><tr><td>one<td>two</table>", "a table has"),
        ("<details><summary>one</summary>two</details>", "a part that can be folded away has"),
        ("<pre>one\n  two</pre>", "a block of computer text has"),
        ("one<hr>two", "a break has"),
    ];
    for (cell, what) in cases {
        for (before, after) in
            [("<td>", "</td>"), ("<th>", "</th>"), ("<caption>", "</caption><td>x")]
        {
            let text = format!("# A\n\n<table><tr>{before}{cell}{after}</table>\n");
            let parsed = parse(&text);
            let told: Vec<&str> = parsed.diagnostics.iter().map(|found| &*found.message).collect();
            assert!(matches!(told[..], [only] if only.starts_with(what)), "{text}: {told:?}");
            assert!(parsed.diagnostics[0].code.is_loss(), "{text}");
            let words = parsed.value.plain_text();
            assert!(words.contains("one") && words.contains("two"), "{text}: {words}");
        }
    }
    let quiet =
        parse("# A\n\n<table><tr><td><p>one</p><p>two</p><td><img src=a.png alt=b></table>\n");
    assert!(quiet.diagnostics.is_empty(), "{:?}", quiet.diagnostics);
}

#[test]
fn a_comment_in_a_cell_stands_before_the_table() {
    let article = parse(
        "# A\n\n<table><tr><td><blockquote><!-- Ask Bo. -->So</blockquote></td></tr></table>\n",
    )
    .value;
    let [Block::Comment { text, .. }, Block::Table { .. }] = &article.lead[..] else {
        panic!("{:?}", article.lead)
    };
    assert_eq!(text, "Ask Bo.");
}

#[test]
fn a_comment_keeps_its_place_and_may_suppress() {
    let text =
        "# T\n\nOne.\n\n<!-- offprint: suppress P008 -->\n[a](javascript:b)\n\n[c](javascript:d)\n";
    let parsed = parse(text);
    assert_eq!(parsed.diagnostics.len(), 1);
    assert_eq!(parsed.diagnostics[0].origin().range().start, text.find("[c]").unwrap());
    assert!(matches!(parsed.value.lead[1], Block::Comment { .. }));
    let whole = parse(&text.replace("# T", "---\ntitle: T\nsuppress: [P008]\n---"));
    assert!(whole.diagnostics.is_empty(), "{:?}", whole.diagnostics);
}

#[test]
fn a_byline_is_read_in_the_languages_of_the_neighbours() {
    let table = [
        ("", "Von Maren Ostwick", "12. März 2024", "5 Minuten Lesezeit"),
        ("fr", "Par Maren Ostwick", "12 mars 2024", "5 min de lecture"),
        ("", "Par Maren Ostwick", "Publié le mardi 12 mars 2024", "Lecture : 5 minutes"),
        ("es", "Por Maren Ostwick", "12 de marzo de 2024", "5 minutos de lectura"),
        ("it", "Di Maren Ostwick", "martedì 12 marzo 2024", "5 minuti di lettura"),
        ("nl", "Door Maren Ostwick", "12 maart 2024", "5 minuten leestijd"),
        ("pt", "Por Maren Ostwick", "12 de março de 2024", "5 min de leitura"),
    ];
    for (language, by, date, time) in table {
        let front = if language.is_empty() {
            String::new()
        } else {
            format!("---\nlang: {language}\n---\n\n")
        };
        let text = format!("{front}# Titel\n\n- {by}\n- {date}\n- {time}\n- Foto: x\n\nx\n");
        let parsed = parse(&text);
        let article = parsed.value;
        assert_eq!(
            article.authors.iter().map(|by| &*by.name).collect::<Vec<_>>(),
            ["Maren Ostwick"]
        );
        assert_eq!(article.metadata.published.unwrap().to_string(), "2024-03-12", "{text}");
        assert_eq!(article.metadata.stated_reading_minutes, Some(5), "{text}");
        let told = parsed.diagnostics.iter().filter(|told| told.code == Code::BylineItem);
        assert_eq!(told.count(), 1, "{text}");
        let again = offprint::markdown::write(&article).unwrap();
        assert_eq!(parse(&again).value, article, "{again}");
    }
}

#[test]
fn a_name_that_begins_like_a_preposition_is_whole_in_english() {
    let article = parse("# Title\n\n- Von Marsh Ostwick\n- 12 March 2024\n\nx\n").value;
    assert_eq!(article.authors[0].name, "Von Marsh Ostwick");
    // Alone, it could be anything.
    let article = parse("# Title\n\n- Par Ann Ostwick\n\nx\n").value;
    assert!(article.authors.is_empty());
}
