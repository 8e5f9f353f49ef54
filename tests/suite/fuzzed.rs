//! Texts that the fuzzer found, made small: all that they say is in the article, and what is written of that is
//! read as the same.

use crate::kept::{Fault, round_trip, text_is_kept};
use crate::support::parse;

fn assert_kept(text: &str) {
    // As the target `reader` asks, then as `round_trip` does.
    let read = text_is_kept(text);
    let again = offprint::parse(&offprint::Source::new("fuzz.md", text));
    for judged in [read.map(drop), again.map_or(Ok(()), |again| round_trip(&again.value))] {
        match judged {
            Ok(()) | Err(Fault::Refused(_)) => {}
            Err(Fault::Lost(why)) => panic!("{text:?}: {why}"),
        }
    }
}

#[test]
fn blocks_in_one_line_keep_their_labels_and_tell_what_else_they_said() {
    for text in [
        "<table>a\n\n>[!URGENT-HELP]",
        "<table>\n\n>[!VIGNETTE composite]\n> Maya.",
        "<table>\n\n```y\nx",
        "<table>\n\n~~~\0",
        "s\n<table>\n\n```a b\nx",
    ] {
        assert_kept(text);
    }
    let parsed =
        parse("# A\n\n<table><td>\n\n> [!NOTE]\n> ```rust x\n> y\n> ```\n\n</td></table>\n");
    assert_eq!(parsed.value.plain_text().trim(), "[!NOTE] y");
    let told: Vec<&str> = parsed.diagnostics.iter().map(|found| &*found.message).collect();
    assert_eq!(
        told,
        [
            "a block of computer text has no place in a line; its words are kept",
            "`rust` on computer text has no place in a line, so it was dropped",
            "`x` on computer text has no place in a line, so it was dropped",
        ]
    );
}

#[test]
fn captions_keep_their_place() {
    for text in [
        "<table>a<caption>e",
        "<figure><figcaption>a</figcaption>\0",
        "<figure><figcaption>a</figcaption>b",
        "<details>a<summary>b",
        "<table>a<caption></details>[",
        "<table>.<caption></th><",
        "<table><pre>\n\n.\n<caption>a",
        "<figure>a<figcaption><pre>\n\n>\n<!a>o</figcaption>a",
        "<a>\n<pre>\n\n.\n<figure>><figcaption>.</figcaption>a",
        "<figure>><figcaption><summary>h</figcaption>a",
        "<table><<caption><pre></table>a",
        "<table>.<summary><caption></summary>a",
        "<figcaption><table>t<caption>\n\n><td>a",
        "<dd><details>a<summary>\n\n<</summary>o",
        "<details>a<summary>\n\n></summary>e",
        "<figure>><figcaption>B<figure></figcaption>a",
        "<figure>x<figcaption><summary>a</summary>b",
    ] {
        assert_kept(text);
    }
    let parsed = parse("# A\n\n<figure><figcaption>Above</figcaption>below</figure>\n");
    assert_eq!(parsed.value.plain_text(), "Above\nbelow\n");
}

#[test]
fn pictures_and_links_in_preformatted_text_are_told() {
    assert_kept("y\n<pre><img alt=\"a\">");
    let parsed =
        parse("# A\n\n<pre>x<br>y <a href=\"z.html\">z</a><img src=\"p.png\" alt=\"p\"></pre>\n");
    assert_eq!(parsed.value.plain_text(), "x\ny zp\n");
    let told: Vec<&str> = parsed.diagnostics.iter().map(|found| &*found.message).collect();
    assert_eq!(
        told,
        [
            "the address `z.html` inside <pre> was dropped",
            "the picture `p.png` inside <pre> was dropped",
        ]
    );
}

#[test]
fn a_comment_with_an_odd_start_is_no_tag_with_attributes() {
    assert_kept(&format!("<a>\n</-\n{}", "a ".repeat(30)));
    assert_kept("<!--\u{c}");
    assert_kept("<!a\u{c}");
}

#[test]
fn nothing_of_the_reader_s_own_is_deeper_than_may_be() {
    let deep = "<em>".repeat(24);
    assert_kept(&format!("{deep}https://x.example"));
    assert_kept(&format!("## {deep}a {{lang=fr}}"));
}

#[test]
fn the_language_of_preformatted_text_is_one_clean_word() {
    for class in
        ["language-\n=", "language-\u{11}", "x\tlanguage-a", "language-\u{a0}", "language-,b"]
    {
        assert_kept(&format!("<pre><a class=\"{class}\">a"));
    }
}

#[test]
fn a_name_in_a_byline_has_single_spaces() {
    assert_kept("# A\n\nBy Imogen  Farthing\n\nText.\n");
    let parsed =
        offprint::parse(&offprint::Source::new("a.md", "By Imogen  Farthing\n\nText.\n")).unwrap();
    assert_eq!(parsed.value.authors[0].name, "Imogen Farthing");
    assert!(round_trip(&parsed.value).is_ok());
}

#[test]
fn tags_are_followed_as_html_follows_them() {
    assert_kept("<pre><a a\na a a a a : ]/+/a a a a a a a .\n# a\n#\na a [ a\n: \">u");
    assert_kept("<iframe></a a a a a a a\na a a a a a a a a\nh a a a a a a a a");
    assert_kept(&format!("<xmp></a{}</xMP ><b{}>c", " a".repeat(30), " a".repeat(30)));
    assert_kept(&format!("<pre><img{} alt=t>", " a".repeat(30)));
    assert_kept("<tr><script>\n\n<script></script>S");
    assert_kept("a <script><style></script>b</style>");
    assert_kept("a <script src=\"b.js\"/>c\n\n<style/>\nd <b>e</b>\n\nf");
    assert_kept(&format!("<iframe src=\"a\"/><b{}>c</b>", " a".repeat(300)));
    assert_kept(&format!("<iframe src=a/><b{}>c</b>", " a".repeat(300)));
    assert_kept("<figure>><figcaption><figure>a</figcaption>\0");
    for text in ["<summary>\n\n[^a]:-a\n\na", "a<summary>T\n[^a]:.\n# a", "<img alt=\"\u{c}a\">"] {
        assert_kept(text);
    }
    assert_kept("<table>#\n\n```a\n```\n<!--offprint:suppress P006");
}

#[test]
fn a_link_at_the_start_of_a_paragraph_is_no_definition() {
    assert_kept("<a href=\"b\"><code>]:</code></a>");
    assert_kept("<a href=\"b\"><abbr title=\"]: c\">d</abbr></a>");
}

#[test]
fn an_author_that_does_not_count_comes_back_however_it_is_spelt() {
    let read = offprint::parse(&offprint::Source::new(
        "a.md",
        "---\ntitle: T\nauth or: a\nauthors: t\n---\na",
    ))
    .unwrap();
    assert_eq!(read.value.metadata.extra["auth or"], "a");
    assert!(round_trip(&read.value).is_ok());
}
