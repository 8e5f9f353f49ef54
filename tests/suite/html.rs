//! Web pages.

use crate::support::{articles, parse, parse_file, root};
use offprint::export::{DirAssets, Exporter, Html, MemoryAssets};
use offprint::model::{Block, blocks_text};
use offprint::{Article, Practice};
use std::sync::Arc;

fn page(article: &Article) -> String {
    let assets = Arc::new(DirAssets::new(root()).unwrap());
    let mut out = Vec::new();
    Html::new().assets(assets).export(article, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_page_says_who_wrote_it_and_when() {
    let html = page(&parse_file("fixtures/articles/living-with-panic.md").value);
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    assert!(html.contains("Samira Quillmere"));
    assert!(html.contains("MBACP (Accred)"));
    assert!(html.contains("register number PYL000000"));
    assert!(html.contains("<h1>Living with Panic</h1>"));
    assert!(html.contains("data:image/png;base64,"));
    assert!(html.contains("\"@type\":\"Article\""));
}

#[test]
fn no_markup_of_an_article_gets_through() {
    let text = "# <script>x</script>A \"&\" </title>\n\n- By Ann Invented\n- 1 min read\n\n\
        <img src=x onerror=alert(1)> <b onclick=alert(1)>b</b> [a](javascript:alert(1)) \
        [b](https://example.org/\"onmouseover=alert(1)) `</script><script>alert(1)</script>`\n";
    let parsed = parse(text);
    let mut out = Vec::new();
    let assets =
        MemoryAssets::new().with("x", include_bytes!("../../fixtures/images/window.png").to_vec());
    let practice = Practice::new("<b>P</b>").accent("red;}</style><script>");
    Html::new()
        .assets(Arc::new(assets))
        .practice(&practice)
        .export(&parsed.value, &mut out)
        .unwrap();
    let html = String::from_utf8(out).unwrap();
    assert_eq!(html.matches("<script").count(), 1, "only our own JSON-LD");
    assert_eq!(html.matches("</style>").count(), 1);
    for attribute in [" onerror=", " onclick=", " onmouseover=", "href=\"javascript"] {
        assert!(!html.contains(attribute), "{attribute}");
    }
    assert!(html.contains("&lt;b&gt;P&lt;/b&gt;"));
}

/// The letters and digits between the tags.
fn letters_of_page(html: &str) -> String {
    let body = html.split_once("<body>").unwrap().1;
    let text = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    let text =
        text.collect::<String>().replace("&lt;", "").replace("&gt;", "").replace("&amp;", "");
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_fixture_keeps_its_words() {
    for path in articles() {
        let article = parse_file(&path).value;
        let shown = letters_of_page(&page(&article));
        let mut blocks =
            article.lead.iter().chain(article.sections.iter().flat_map(|section| &section.content));
        assert!(blocks.clone().next().is_some());
        let paragraphs = blocks.by_ref().filter(|block| matches!(block, Block::Paragraph { .. }));
        for paragraph in paragraphs.filter(|block| !format!("{block:?}").contains("Image")) {
            let words = blocks_text(std::slice::from_ref(paragraph));
            // The number of a note stands between the words.
            let has_note = format!("{paragraph:?}").contains("FootnoteReference");
            let words: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
            assert!(has_note || shown.contains(&words), "{path}: lost {words}");
        }
    }
}

#[test]
fn a_missing_image_is_an_error_at_its_place() {
    let article = parse("# A\n\nText.\n\n![a](gone.png)\n").value;
    let mut out = Vec::new();
    let error = Html::new().export(&article, &mut out).unwrap_err();
    assert_eq!(error.diagnostics()[0].code.as_str(), "A001");
    assert!(!error.diagnostics()[0].origin().is_unknown());
    assert!(out.is_empty());
}
