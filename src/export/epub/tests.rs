//! What a reader, or a reading system, would notice.

use super::{Epub, Exporter};
use crate::diagnostic::{Code, Severity};
use crate::export::MemoryAssets;
use crate::model::{
    Address, Anchor, Article, Author, Block, Collection, Cover, Footnote, Identifier, Inline,
    Practice, Section,
};
use crate::{Origin, Source, parse};
use std::io::{Cursor, Read as _};
use std::sync::Arc;
use zip::{CompressionMethod, ZipArchive};

/// An image of one dot.
const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU";

fn read(text: &str) -> Article {
    parse(&Source::new("a.md", text)).unwrap().value
}

fn with_dot() -> Epub {
    let assets = MemoryAssets::new().with("dot.png", DOT).with("other.png", [DOT, b"!"].concat());
    Epub::new().assets(Arc::new(assets))
}

fn made(article: &Article) -> Vec<u8> {
    let mut bytes = Vec::new();
    with_dot().export(article, &mut bytes).unwrap();
    bytes
}

fn bound(collection: &Collection) -> Vec<u8> {
    let mut bytes = Vec::new();
    Epub::book(collection).export(&mut bytes).unwrap();
    bytes
}

fn file(book: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    let mut found = zip.by_name(&format!("EPUB/{name}")).unwrap_or_else(|_| panic!("no {name}"));
    found.read_to_string(&mut text).unwrap();
    text
}

fn names(book: &[u8]) -> Vec<String> {
    ZipArchive::new(Cursor::new(book))
        .unwrap()
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect()
}

/// What the package says between the tags of an element, or after a property.
fn said(book: &[u8], after: &str) -> Option<String> {
    let package = file(book, "package.opf");
    let rest = package.split_once(after)?.1;
    Some(rest.split_once('>')?.1.split_once('<')?.0.to_owned())
}

#[test]
fn mimetype_is_first_and_stored_and_every_file_has_the_book_s_date() {
    let book = made(&read("---\npublished: 2026-03\n---\n# A\n\nText.\n"));
    // No extra field, and no data descriptor.
    assert_eq!(&book[..8], b"PK\x03\x04\x0a\0\0\0");
    assert_eq!(&book[28..58], b"\0\0mimetypeapplication/epub+zip");
    let mut zip = ZipArchive::new(Cursor::new(&book)).unwrap();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        let date = file.last_modified().unwrap();
        assert_eq!((date.year(), date.month(), date.day()), (2026, 3, 1), "file {at}");
        assert_eq!(file.compression() == CompressionMethod::Stored, at == 0);
        assert_eq!(file.extra_data().unwrap_or_default(), b"");
    }
}

#[test]
fn the_same_article_makes_the_same_bytes() {
    let article = read("# A\n\nText.[^n]\n\n![A dot](dot.png)\n\n## B\n\nMore.\n\n[^n]: Note.\n");
    assert_eq!(made(&article), made(&article.clone()));
}

#[test]
fn the_identifier_is_the_isbn_else_made_from_address_else_from_name_and_title() {
    let id = |front: &str| {
        said(&made(&read(&format!("---\n{front}\n---\nText.\n"))), "id=\"book-id\"").unwrap()
    };
    let isbn =
        id("title: A\ncanonical: https://example.org/a\nidentifiers:\n  isbn: 978-0-306-40615-7");
    assert_eq!(isbn, "urn:isbn:9780306406157");
    let address = id("title: A\ncanonical: https://example.org/a");
    // As Python's uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/a") has it.
    assert_eq!(address, "urn:uuid:77980eae-c343-5b01-9823-eb6ac1da021f");
    assert_eq!(address, id("title: Corrected\ncanonical: https://example.org/a"));
    assert_ne!(id("title: A"), id("title: B"));
    let mut own = read("# A\n\nText.\n");
    let value = "77980EAE-c343-5b01-9823-eb6ac1da021f".to_owned();
    own.metadata.identifiers = vec![Identifier::Uuid { value }];
    assert_eq!(said(&made(&own), "id=\"book-id\"").unwrap(), address);
}

#[test]
fn a_picture_without_words_of_its_own_makes_no_claim() {
    let claims = |text: &str| {
        let package = file(&made(&read(text)), "package.opf");
        (package.contains(">alternativeText<"), package.contains("Sufficient\">textual<"))
    };
    assert_eq!(claims("# A\n\n![A dot](dot.png \"Caption\")\n"), (true, true));
    assert_eq!(claims("# A\n\n![A dot](dot.png)\n\n![](other.png)\n"), (false, false));
    assert_eq!(claims("# A\n\n![A dot](dot.png \"A dot\")\n"), (false, false));
    // Nothing to describe is no claim either.
    assert_eq!(claims("# A\n\nText.\n"), (false, true));
    assert!(!file(&made(&read("# A\n\nText.\n")), "package.opf").contains("conformsTo"));
}

#[test]
fn a_note_stands_in_each_chapter_that_refers_to_it() {
    let book = made(&read(
        "# A\n\nLead.\n\n## One\n\nHere[^n] and here[^n].\n\n## Two\n\nAnd here[^n].\n\n## Three\n\n\
         None.\n\n[^n]: The note.\n\n[^lost]: Nobody asks.\n",
    ));
    let one = file(&book, "chapter-02.xhtml");
    let two = file(&book, "chapter-03.xhtml");
    assert!(one.contains("id=\"note-1\"") && two.contains("id=\"note-1\""));
    assert_eq!(one.matches("role=\"doc-backlink\"").count(), 2);
    assert!(one.contains("href=\"#noteref-1-2\""), "{one}");
    assert_eq!(two.matches("role=\"doc-backlink\"").count(), 1);
    assert!(!file(&book, "chapter-01.xhtml").contains("<aside"));
    // One that nothing refers to ends the book.
    let three = file(&book, "chapter-04.xhtml");
    assert!(three.contains("Nobody asks.") && !three.contains("The note."));
    assert!(!one.contains("Nobody asks.") && !two.contains("Nobody asks."));
}

#[test]
fn a_note_may_refer_to_notes_and_stand_in_a_link() {
    let label = |name: &str| name.parse::<Anchor>().unwrap();
    let reference =
        |name: &str| Inline::FootnoteReference { label: label(name), origin: Origin::default() };
    let paragraph = |content: Vec<Inline>| Block::Paragraph { content, origin: Origin::default() };
    let link = Inline::Link {
        address: "https://example.org/".parse().unwrap(),
        title: None,
        content: vec![Inline::text("words"), reference("b")],
        origin: Origin::default(),
    };
    let article = Article::builder("A")
        .block(paragraph(vec![link]))
        .footnote(Footnote::new(label("a"), vec![Block::paragraph("First.")]))
        .footnote(Footnote::new(label("b"), vec![paragraph(vec![reference("a")])]))
        .build()
        .unwrap();
    let text = file(&made(&article), "chapter-01.xhtml");
    assert!(text.contains("words</a><a class=\"noteref\" id=\"noteref-2\""), "{text}");
    assert!(text.contains("First.&#160;<a class=\"back\" href=\"#noteref-1\""), "{text}");
}

#[test]
fn links_lead_into_the_book_or_onto_the_web_or_nowhere() {
    let text = "[own](#ö-2) [lost](#lost) [file](b.md) [odd](https://example.org/100%^)\n\n## Ö 2\n\nText.\n";
    let book = made(&read(&format!("# A\n\n{text}")));
    let lead = file(&book, "chapter-01.xhtml");
    assert!(lead.contains("<a href=\"chapter-02.xhtml#section-1\">own</a> lost file <a"), "{lead}");
    // EPUBCheck refuses what browsers let by.
    assert!(lead.contains("https://example.org/100%25%5E"), "{lead}");
    assert!(file(&book, "chapter-02.xhtml").contains("<section id=\"section-1\""));
    let lead = format!("---\ntitle: A\ncanonical: https://example.org/x/a\n---\n{text}");
    let lead = file(&made(&read(&lead)), "chapter-01.xhtml");
    assert!(lead.contains("<a href=\"https://example.org/x/b.md\">file</a>"), "{lead}");
}

#[test]
fn articles_of_a_collection_link_to_each_other_and_keep_their_own_ids() {
    let article = |name: &str, text: &str| parse(&Source::new(name, text)).unwrap().value;
    let collection = Collection::new("Both").articles([
        article(
            "x/a.md",
            "# A\n\n[there](b%20c.md#same) [top](<b c.md>)\n\n## Same\n\n[here](#same)\n",
        ),
        article("x/b c.md", "# B\n\n## Same\n\nText.\n"),
    ]);
    let book = bound(&collection);
    let text = file(&book, "chapter-01.xhtml");
    assert!(text.contains("<a href=\"chapter-02.xhtml#same\">there</a>"), "{text}");
    assert!(text.contains("<a href=\"chapter-02.xhtml\">top</a>"), "{text}");
    assert!(text.contains("<a href=\"#same\">here</a>"), "{text}");
    let spine = file(&book, "package.opf");
    assert!(spine.contains("<itemref idref=\"contents-page\"/>"));
}

#[test]
fn sections_that_were_named_alike_get_ids_of_their_own() {
    let mut article = Article::builder("A").paragraph("Text.").build().unwrap();
    article.sections = vec![Section::new("Same"), Section::new("Same")];
    article.sections[0].sections.push(Section::new("Same"));
    let book = made(&article);
    assert!(file(&book, "chapter-02.xhtml").contains("id=\"same-1\""));
    assert!(file(&book, "chapter-03.xhtml").contains("id=\"same-2\""));
}

#[test]
fn contents_for_old_and_new_readers_name_the_same_book() {
    let book = made(&read("# A & B\n\nText.\n\n## *C*\n\nText.\n\n### D\n\nText.\n"));
    let (nav, ncx) = (file(&book, "nav.xhtml"), file(&book, "toc.ncx"));
    assert!(nav.contains("<a href=\"chapter-02.xhtml#d\">D</a>"), "{nav}");
    assert!(nav.contains(">A &amp; B</a>"));
    let id = said(&book, "id=\"book-id\"").unwrap();
    assert!(ncx.contains(&format!("name=\"dtb:uid\" content=\"{id}\"")));
    assert!(!file(&book, "package.opf").contains("idref=\"nav\""));
}

#[test]
fn the_cover_image_is_named_only_where_there_is_one() {
    let mut article = read("# A\n\nText.\n");
    assert!(!file(&made(&article), "package.opf").contains("cover-image"));
    assert!(file(&made(&article), "cover.xhtml").contains("cover-title"));
    let image: Address = "dot.png".parse().unwrap();
    article.metadata.cover = Some(Cover::new(image).alt("A dot."));
    let book = made(&article);
    assert!(file(&book, "package.opf").contains(
        "<item id=\"cover\" href=\"images/cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>"
    ));
    assert!(file(&book, "cover.xhtml").contains("alt=\"A dot.\""));
    assert_eq!(names(&book).iter().filter(|name| name.starts_with("EPUB/images")).count(), 1);
}

#[test]
fn authors_are_told_of_where_the_article_does_not() {
    let author = Author::new("Imogen Example").biography([Block::paragraph("She writes.")]);
    let mut article = read("# A\n\nText.\n");
    article.authors = vec![author];
    let told = file(&made(&article), "authors.xhtml");
    assert!(told.contains("About the author") && told.contains("<p>She writes.</p>"));
    let mut about = Section::new("About the Author");
    about.role = crate::model::SectionRole::AboutTheAuthor;
    article.sections = vec![about];
    assert!(!names(&made(&article)).iter().any(|name| name.ends_with("authors.xhtml")));
}

#[test]
fn dates_come_from_the_article_then_from_the_caller_then_from_nowhere() {
    let modified = |front: &str| {
        let mut bytes = Vec::new();
        let epub = Epub::new().modified("2020-02-02".parse().unwrap());
        let article = read(&format!("---\ntitle: A\n{front}\n---\nText.\n"));
        epub.export(&article, &mut bytes).unwrap();
        said(&bytes, "dcterms:modified\"").unwrap()
    };
    assert_eq!(modified("published: 2026\nmodified: 2026-04"), "2026-04-01T00:00:00Z");
    assert_eq!(modified("published: 2026"), "2026-01-01T00:00:00Z");
    assert_eq!(modified("published: --03-12"), "2020-02-02T00:00:00Z");
    let mut bytes = Vec::new();
    let done = Epub::new().export(&read("# A\n\nText.\n"), &mut bytes).unwrap();
    assert_eq!(done.diagnostics[0].code, Code::UndatedBook);
    assert_eq!(said(&bytes, "dcterms:modified\"").unwrap(), "1980-01-01T00:00:00Z");
}

#[test]
fn what_no_book_can_hold_is_an_error_that_leaves_no_bytes() {
    let article = Article::builder("A").paragraph("a \u{1} b").build().unwrap();
    let mut bytes = Vec::new();
    let error = Epub::new().export(&article, &mut bytes).unwrap_err();
    assert_eq!(error.diagnostics()[0].code, Code::XmlCharacter);
    let missing = read("# A\n\n![x](missing.png)\n");
    assert!(Epub::new().export(&missing, &mut bytes).is_err());
    let untitled = Article::default();
    let error = Epub::new().export(&untitled, &mut bytes).unwrap_err();
    let untitled = &error.diagnostics()[0];
    assert_eq!((untitled.code, untitled.severity), (Code::MissingTitle, Severity::Error));
    assert!(Epub::book(&Collection::new("None")).export(&mut bytes).is_err());
    assert_eq!(bytes, b"");
}

#[test]
fn a_practice_stands_on_the_imprint_and_is_the_publisher_where_nobody_else_is() {
    let practice = Practice::new("Willow & Rooms").telephone("020 7946 0000");
    let mut bytes = Vec::new();
    Epub::new().practice(&practice).export(&read("# A\n\nText.\n"), &mut bytes).unwrap();
    let imprint = file(&bytes, "imprint.xhtml");
    assert!(imprint.contains("<strong>Willow &amp; Rooms</strong>"));
    assert!(imprint.contains("<a href=\"tel:02079460000\">020 7946 0000</a>"));
    assert_eq!(said(&bytes, "<dc:publisher").unwrap(), "Willow &amp; Rooms");
}

#[test]
fn a_book_that_is_read_from_right_to_left_says_so() {
    let text = "---\ntitle: العلاج\nlanguage: ar\n---\nمرحبا\n";
    let book = made(&read(text));
    assert!(file(&book, "package.opf").contains("page-progression-direction=\"rtl\""));
    let chapter = file(&book, "chapter-01.xhtml");
    assert!(chapter.contains("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\""));
    assert!(file(&book, "nav.xhtml").contains("<h1 lang=\"en\" xml:lang=\"en\">Contents</h1>"));
}
