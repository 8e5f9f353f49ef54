//! Markdown that is written reads back as the same article.

use crate::support::{articles, parse, source};
use crate::{arbitrary, generated};
use offprint::model::{Block, Inline};
use offprint::{Article, Source, markdown};
use proptest::prelude::*;

fn write(article: &Article) -> String {
    markdown::write(article).unwrap_or_else(|error| panic!("{error}"))
}

/// Writes and reads until nothing changes, and wants it to be at once.
fn comes_back(article: &Article) -> String {
    let text = write(article);
    let again = offprint::parse(&Source::new("again.md", text.as_str()));
    let again = again.unwrap_or_else(|error| panic!("{error} in\n{text}")).value;
    if let Err(error) = article.canonical() {
        panic!("{error}\n{text}");
    }
    assert_eq!(again, *article, "{text}");
    assert_eq!(write(&again), text);
    text
}

/// What stands under the front matter.
fn body(text: &str) -> String {
    let article = parse(&format!("---\ntitle: T\n---\n\n{text}")).value;
    let written = comes_back(&article);
    written.strip_prefix("---\ntitle: T\n---\n\n").unwrap_or(&written).to_owned()
}

/// Text that is in canonical form already.
fn stays(text: &str) {
    assert_eq!(body(text), text);
}

#[test]
fn every_article_of_the_fixtures_comes_back() {
    for path in articles() {
        let article = offprint::parse(&source(&path)).unwrap_or_else(|e| panic!("{path}: {e}"));
        comes_back(&article.value);
    }
}

#[test]
fn what_is_written_is_the_markdown_that_people_write() {
    stays(
        "Words _with stress_, **with weight**, ~~gone~~, `code` and a [link](https://x.example \"t\").\n\
         A line end,\\\na break, <https://x.example/a?b=1&c=2>, <a@b.example>, x<sup>2</sup>.\n\
         \n\
         - one\n- two\n  - inner\n  - point\n- three\n\
         \n\
         1. one\n\n   more of it\n\n2. two\n\
         \n\
         - [x] done\n- [ ] open\n\
         \n\
         > Somebody's words.\n>\n> More of them.\n\
         \n\
         > [!NOTE]\n> Good to know.\n\
         \n\
         > [!VIGNETTE fictional]\n> A story.\n\
         \n\
         ```rust no_run\nlet a = \"`\";\n\n```\n\
         \n\
         ![A window](w.png \"Seen from inside\")\n\
         \n\
         | Name | Years |\n| ---- | ----: |\n| Ann  |     7 |\n| Bo   |    12 |\n\
         \n\
         Term\n: What it means.\n\n  More.\n: Or this.\n\
         \n\
         ***\n\
         \n\
         <!-- A note to myself. -->\n\
         \n\
         <details>\n<summary>More</summary>\n\nHidden.\n\n</details>\n\
         \n\
         <div lang=\"cy\">\n\nBore da.\n\n</div>\n\
         \n\
         See.[^a]\n\
         \n\
         ## Words\n\nText.\n\n### Words {#other .summary lang=fr}\n\n\
         [^a]: The note.\n\n    - With a list.\n"
            .replace("Somebody's", "Somebody’s")
            .as_str(),
    );
}

#[test]
fn an_author_that_does_not_count_comes_back_beside_those_who_do() {
    for authors in ["authors: [Ann Invented]", "authors: [Ann Invented, Bo Plain]", "authors: []"] {
        let text = format!("---\ntitle: T\n{authors}\nauthor: Cy Other\n---\n\nText.\n");
        assert_eq!(comes_back(&parse(&text).value), text);
    }
}

#[test]
fn other_ways_to_say_it_become_the_one_way() {
    assert_eq!(body("*a* __b__ <b>c</b>\n***\n"), "_a_ **b** **c**\n\n***\n");
    assert_eq!(body("S\n-\n\n+ a\n\n+ b\n"), "## S\n\n- a\n\n- b\n");
    assert_eq!(body("~~~\na\n~~~\n\n    b\n"), "```\na\n```\n\n```\nb\n```\n");
    assert_eq!(body("[a][1]\n\n[1]: <b c> 'd'\n"), "[a](b%20c \"d\")\n");
    assert_eq!(body("a  \nb<br>c\n"), "a\\\nb\\\nc\n");
    assert_eq!(body("\"a\" -- b...\n"), "“a” – b…\n");
    assert_eq!(
        body("https://x.example and www.x.example\n"),
        "<https://x.example> and [www.x.example](https://www.x.example)\n"
    );
    // By CommonMark, no part of a mailbox between angle brackets has more than 63 letters.
    let host = "x".repeat(64);
    let mail = format!("a@{host}.example");
    assert_eq!(body(&format!("{mail}\n")), format!("[{mail}](mailto:{mail})\n"));
    assert_eq!(body("|a|b|\n|-|-|\n|c\n"), "| a   | b   |\n| --- | --- |\n| c   |     |\n");
    assert_eq!(body("|a|\n|-|\n|b|c\td\n"), "| a     |\n| ----- |\n| b c d |\n");
    assert_eq!(body("- a\n\n* b\n\n+ c\n"), "- a\n\n* b\n\n- c\n");
}

#[test]
fn what_looks_like_markup_and_is_text_gets_the_fewest_backslashes() {
    for (text, written) in [
        ("2 * 3 _ 4 snake_case", "2 * 3 _ 4 snake_case"),
        ("1\\. a", "1\\. a"),
        ("1. a\n\n1\\) b", "1. a\n\n1\\) b"),
        ("2026 was", "2026 was"),
        ("a \\# b \\> c", "a # b > c"),
        ("\\# a", "\\# a"),
        ("#a", "#a"),
        ("\\- a", "\\- a"),
        ("a\n\\- b\n\\-\\--", "a\n\\- b\n\\--\\-"),
        ("\\[x] \\[^1]: y", "\\[x] \\[^1]: y"),
        ("a < b &c &amp;amp; &copy", "a < b &c \\&amp; &copy"),
        ("\\<b> \\`c\\`", "\\<b> \\`c\\`"),
        ("C:\\dir \\\\\\*", "C:\\dir \\\\\\*"),
        ("it\\'s \\\"so\\\" \\-- a\\...", "it\\'s \\\"so\\\" -\\- a..\\."),
        (
            "https\\://x.example www\\.x.example a\\@b.example",
            "https\\://x.example www\\.x.example a\\@b.example",
        ),
        ("a \\| b", "a | b"),
        ("~ 5", "~ 5"),
        ("\\~\\~a\\~\\~", "\\~\\~a\\~\\~"),
        ("a\n\\: b", "a\n\\: b"),
        ("a\n\\:: b", "a\n\\:: b"),
        ("a\n::: {.b}\nc\n:::", "a\n::: {.b}\nc\n:::"),
        ("- a\n  \\::: b\n  - ::: c", "- a\n  ::: b\n  - ::: c"),
        ("> a\n> ::: b\n\na\n: ::: b\n  ::: c", "> a\n> ::: b\n\na\n: ::: b\n  ::: c"),
        ("a!\\[b]", "a\\!\\[b]"),
        ("wow! [b](c)", "wow! [b](c)"),
        ("wow\\![b](c)", "wow\\![b](c)"),
        ("> \\[!NOTE]", "> \\[!NOTE]"),
        ("## a \\#", "## a \\#"),
        ("## C#", "## C#"),
        ("## a {b\\}", "## a {b\\}"),
    ] {
        assert_eq!(body(&format!("{text}\n")), format!("{written}\n"), "from {text:?}");
    }
}

#[test]
fn where_delimiters_would_be_read_otherwise_tags_are_written() {
    for text in [
        "<em>un</em>believable",
        "_<em>a</em>_",
        "_**a**_ **_a_**",
        "(_a_), “_b_”",
        "a<em> b </em>c",
        "<strong>(a)</strong>b",
        "**a**<strong>b</strong>",
        "<a href=\"u\">a[^1]</a>\n\n[^1]: n",
        "`a`<code>b</code>",
        "`` ` `` ` `` `",
        "a<br><br>\\\nb",
        "| `a\\|b` | a \\| b | [c](d%7Ce) |\n| ------ | ------ | ---------- |",
        "[^1]\\(b)\n\n[^1]: n",
        "[^1]&#91;b]\n\n[^1]: n",
        "- * -\n- ___",
        "- [ ]\n  <figure>\n\n  ![a](b)\n\n  <figcaption>\n\n  _c_\n\n  </figcaption>\n  </figure>",
        "<figure>\n\n| a   |\n| --- |\n\n<figcaption>\n\n_c_\n\n</figcaption>\n</figure>",
        "<details>\n<summary>\n\n_a_\n\n</summary>\n\nb\n\n</details>",
        "<dl>\n<dt>\n\na\n\n</dt>\n</dl>",
        "a\n: <!-- -->",
        "t\n: d\n\n<!-- c -->\n\nt\n: d",
        "~~~a`b\nc\n~~~",
        "````\n```\n````",
    ] {
        stays(&format!("{text}\n"));
    }
}

#[test]
fn templates_and_attributes_stay_for_the_tools_that_read_them() {
    for text in [
        "a {{< figure src=\"/x.png\"\nalt='It is ... x -- y' >}} b\n",
        "{% include a.html b=\"c\" -- https://d.example www.e.example f@g.example %}\n",
        "> - {{ x | y: \"z\" }} _b_ {{ \"c\" }}\n",
        "::: {.callout-note title=\"A -- b\"}\nc\n:::\n",
        "![A](/a.png){: width=\"30\" .b}\n",
        "## a {{ \"b\" }} c\n",
        "<!--more-->\n\na\n",
        // A backslash before the last brace of a heading, and a code between, leave no template.
        "## a {{ \\\"b\\\" }\\}\n",
        "{{ `a` \\\"b\\\" }}\n",
        "{{ a\n\n\\\"b\\\" }}\n",
        "{% a {{ \"b\" %} \"c\" }} “d”\n",
    ] {
        assert_eq!(body(&format!("Lead.\n\n{text}")), format!("Lead.\n\n{text}"));
    }
}

#[test]
fn what_the_reader_would_take_away_is_guarded() {
    // A list that would be a byline, and a first heading that would be the title.
    stays("<!-- -->\n\n- By Ann Onym\n- 3 min read\n");
    stays("# T\n\n# T\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6\n");
}

#[test]
fn an_article_that_no_markdown_says_is_told_with_the_place() {
    let mut article = Article::builder("T").paragraph("a").build().unwrap();
    article.canonical().unwrap();
    let Block::Paragraph { content, .. } = &mut article.lead[0] else { panic!("no paragraph") };
    content.push(Inline::text("b"));
    let error = article.canonical().unwrap_err();
    let [told] = error.diagnostics() else { panic!("{error}") };
    assert_eq!(told.code.as_str(), "P024");
    assert_eq!(
        told.message,
        "at `/lead/0/content/0/text` there is `\"a\"`, but Markdown would give `\"ab\"`"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_article_in_the_normal_form_comes_back(article in generated::article()) {
        comes_back(&article);
    }

    #[test]
    fn whatever_is_read_of_odd_text_comes_back(text in "([ \\n*_`~<>&#|\\[\\]()!:.\\\\\"'{}-]|a|1|\n\n|- |> |\\{\\{|\\}\\}|:::){1,40}") {
        if let Ok(read) = offprint::parse(&Source::new("odd.md", text)) {
            comes_back(&read.value);
        }
    }

    #[test]
    fn whatever_was_built_is_stable_once_it_was_written(article in arbitrary::article()) {
        let text = write(&article);
        if let Ok(read) = offprint::parse(&Source::new("built.md", text)) {
            comes_back(&read.value);
        }
    }
}

#[test]
fn a_line_of_nothing_visible_ends_no_paragraph() {
    assert_eq!(body("a\n\u{b}\nb\n"), "a\nb\n");
    assert_eq!(body("a\n\u{c}\nb\n"), "a\nb\n");
    body("## a\rb\n");
    body("<table><tr><td><pre>a\rb\r\rc</pre></td></tr></table>\n");
}

#[test]
fn what_is_as_deep_as_it_may_be_comes_back() {
    let quoted = |levels: usize| format!("---\ntitle: T\n---\n{}deep\n", "> ".repeat(levels));
    comes_back(&parse(&quoted(24)).value);
    assert!(offprint::parse(&Source::new("a.md", quoted(25))).is_err());
    let emphasised = format!("{}deep{}\n", "<em>".repeat(24), "</em>".repeat(24));
    comes_back(&parse(&emphasised).value);
    let table = format!("{}| a |\n{}|---|\n", "> ".repeat(23), "> ".repeat(23));
    comes_back(&parse(&table).value);
}
