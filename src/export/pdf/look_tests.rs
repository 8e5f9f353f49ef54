//! What a designer would see who looks at the pages.

use super::arrangement::Arrangement;
use super::galley::{Ending, figure_after_a_gap, note_before_its_reference, page_of_figure};
use super::tests::{inspect, text};
use super::typography_tests::lines_of;
use super::{Face, Leaflet, Pdf};
use crate::export::{DirAssets, MemoryAssets};
use crate::model::{
    Article, Author, Block, Body, Cell, Footnote, Grade, Inline, Language, Membership, Metadata,
    Practice, Row, Section, SectionRole,
};
use crate::source::{Origin, Source};
use std::path::Path;
use std::sync::Arc;

/// The leaflets that hold any length.
const PAGED: [Leaflet; 4] = [Leaflet::A4, Leaflet::A5, Leaflet::LargePrint, Leaflet::A5Booklet];

/// What stands on each line, with its page.
fn lines(pdf: &Pdf, article: &Article) -> Vec<(usize, String)> {
    let prepared = pdf.prepare(article, &mut Vec::new()).unwrap();
    let (composed, _) = pdf.as_it_comes(article, &prepared, &Arrangement::plain()).unwrap();
    let lines = lines_of(&composed).into_iter();
    lines.map(|(page, _, words)| (page, words.replace('\u{a0}', " "))).collect()
}

fn fixture(name: &str) -> (Article, Pdf) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let path = root.join(format!("articles/{name}.md"));
    let source = Source::new(path.to_string_lossy(), std::fs::read_to_string(&path).unwrap());
    let pdf = Pdf::new().assets(Arc::new(DirAssets::new(root).unwrap()));
    (crate::parse(&source).unwrap().value, pdf)
}

fn practice() -> Practice {
    Practice::new("Willow Rooms")
        .address(["1 Willow Lane", "Norwich"])
        .telephone("01632 960144")
        .email("hello@example.org")
        .register_lines([
            "Imogen Farthing, counsellor: a body with quite a long name (ABC), 000000",
        ])
        .complaints(
            "If something has gone wrong, please tell us, or the body of the person concerned.",
        )
        .footer("It does not take the place of advice from somebody who knows you.")
}

#[test]
fn pages_are_numbered_where_lines_begin_on_the_right_too() {
    for leaflet in [Leaflet::A4, Leaflet::A5, Leaflet::LargePrint] {
        let metadata =
            Metadata::new("Walks").version("1").language("he".parse::<Language>().unwrap());
        let mut builder = Article::builder("…").metadata(metadata);
        for _ in 0..2_000 / leaflet.line_length() {
            builder = builder.paragraph("One foot before the other, and so on, up the hill.");
        }
        let printed = inspect(&Pdf::new().leaflet(leaflet), &builder.build().unwrap()).printed;
        let pages: Vec<&str> = printed.lines().collect();
        assert!(pages.len() > 1, "{leaflet}");
        for (at, page) in pages.iter().enumerate() {
            assert!(page.contains(&format!("{} of {}", at + 1, pages.len())), "{leaflet}: {page}");
            assert!(!page.contains("0 of 0"), "{leaflet}: {page}");
        }
    }
}

#[test]
fn no_paragraph_ends_with_a_stub() {
    for name in ["what-is-psychodynamic-therapy", "sleep-and-worry", "living-with-panic"] {
        let (article, pdf) = fixture(name);
        for leaflet in Leaflet::ALL {
            let lines = lines(&pdf.clone().leaflet(*leaflet), &article);
            for pair in lines.windows(2) {
                let ((_, before), (page, line)) = (&pair[0], &pair[1]);
                let is_word = line.ends_with('.') && line.starts_with(char::is_alphabetic);
                // What has a hyphen of its own may be parted at it.
                let is_alone = !line.contains(' ') && !before.ends_with('-');
                let is_stub = is_word && is_alone && line.len() < 8;
                assert!(!is_stub, "{name}, {leaflet}, page {}: {line}", page + 1);
            }
        }
    }
}

#[test]
fn nobody_who_reads_the_file_meets_marks_that_say_where_lines_may_end() {
    let (article, pdf) = fixture("living-with-panic");
    let printed = inspect(&pdf, &article).printed;
    assert!(printed.contains("17 February 2026"), "{printed}");
    assert!(!printed.contains(['\u{a0}', '\u{200b}']), "{printed}");
}

#[test]
fn an_address_that_has_room_on_a_line_is_not_parted() {
    let address = "https://www.example.org/register/find-a-therapist";
    for filled in 1..12 {
        let held = Membership::new(Body::Bacp)
            .grade(Grade::Accredited)
            .number("0".repeat(filled))
            .source(address.parse().unwrap());
        let article = Article::builder("On Grief")
            .author(Author::new("Imogen Example").credentials([held]))
            .paragraph("It takes the time it takes.")
            .build()
            .unwrap();
        for leaflet in PAGED {
            let lines = lines(&Pdf::new().leaflet(leaflet), &article);
            let is_whole = |line: &(usize, String)| {
                line.1.contains("www.example.org/register/find-a-therapist")
            };
            assert!(lines.iter().any(is_whole), "{leaflet}: {lines:?}");
        }
    }
}

#[test]
fn a_fact_that_has_room_on_a_line_is_not_parted() {
    for filled in 1..60 {
        let metadata =
            Metadata::new("On Grief").publisher("P".repeat(filled)).licence("CC-BY-NC-4.0");
        let builder = Article::builder("…").metadata(metadata).paragraph("It takes time.");
        for leaflet in PAGED {
            let lines = lines(&Pdf::new().leaflet(leaflet), &builder.clone().build().unwrap());
            let is_whole = |line: &(usize, String)| line.1.contains("Licence CC-BY-NC-4.0");
            assert!(lines.iter().any(is_whole), "{leaflet}: {lines:?}");
        }
    }
}

#[test]
fn no_line_of_facts_begins_or_ends_with_the_sign_between_them() {
    let mut parted = 0;
    for filled in 1..50 {
        let metadata = Metadata::new("On Grief")
            .version("V".repeat(filled))
            .published("2026-04-20".parse().unwrap())
            .reviewed("2026-05-01".parse().unwrap())
            .next_review("2029-05".parse().unwrap())
            .modified("2026-05-02".parse().unwrap())
            .publisher("i".repeat(2 * filled))
            .licence("CC-BY-NC-4.0");
        let article = Article::builder("…").metadata(metadata).paragraph("It takes time.");
        let article = article.build().unwrap();
        for leaflet in PAGED {
            for pdf in [Pdf::new(), Pdf::new().face(Face::Serif)] {
                let lines = lines(&pdf.leaflet(leaflet), &article);
                for (_, line) in lines {
                    let line = line.trim();
                    parted += usize::from(line.contains(" · "));
                    assert!(!line.starts_with('·') && !line.ends_with('·'), "{leaflet}: {line}");
                }
            }
        }
    }
    assert!(parted > 400, "{parted}");
}

#[test]
fn a_table_of_many_columns_is_set_close_before_its_words_are_parted() {
    let row = |words: [&str; 8]| Row::new(words.map(|word| Cell::new(text(word))).to_vec());
    let head = ["Week", "Session", "Before", "After", "Sleep", "Medication", "Hardest", "Remarks"];
    let body =
        ["1", "Assessment", "3", "4", "5.5", "unchanged", "The staircase", "uncommunicative"];
    let table = Block::Table {
        columns: Vec::new(),
        head: row(head),
        rows: vec![row(body)],
        caption: Vec::new(),
        origin: Origin::default(),
    };
    let article = Article::builder("Weeks").block(table).build().unwrap();
    for leaflet in PAGED {
        let seen = inspect(&Pdf::new().leaflet(leaflet), &article);
        assert!(seen.overhang <= 0.5, "{leaflet}: {} points over the edge", seen.overhang);
    }
    let seen = lines(&Pdf::new(), &article);
    let is_row = |words: [&str; 8]| seen.iter().any(|(_, line)| *line == words.concat());
    assert!(is_row(head) && is_row(body), "{seen:?}");
}

#[test]
fn what_stands_under_the_text_is_not_broken_for_the_sake_of_who_wrote_it() {
    let held = Membership::new(Body::Bacp).grade(Grade::Accredited);
    let author = Author::new("Imogen Farthing").credentials([held]);
    for length in 4..16 {
        let mut about = Section::new("About the author");
        about.role = SectionRole::AboutTheAuthor;
        let words =
            "She has worked with people who panic for almost twenty years, first on a ward. ";
        about.content = vec![Block::paragraph(words.repeat(length).trim_end())];
        let builder = (0..8).fold(Article::builder("Lines"), |builder, _| {
            builder.paragraph("A line of text that is as long as the column is wide, or so.")
        });
        let article = builder.author(author.clone()).section(about).build().unwrap();
        let pdf = Pdf::new().leaflet(Leaflet::LargePrint).practice(&practice());
        let printed = inspect(&pdf, &article).printed;
        let last = printed.trim_end().lines().last().unwrap_or_default();
        assert!(
            last.contains("1 Willow Lane") && last.contains("who knows you."),
            "{length}: {last}"
        );
        assert!(last.contains("Accredited member"), "{length}: the practice is alone: {last}");
    }
}

/// Blocks that an article may end with, each with words that stand in all its lines.
fn last_blocks() -> [(&'static str, String); 8] {
    let points = |count: usize, mark: &str| {
        let point = |at| format!("{mark} Point {at} of the list, which is said in a line or so\n");
        (1..=count).map(point).collect::<String>()
    };
    let row = |at| format!("| Row {at} | What is said of it, in some words |\n");
    let rows: String = (1..=26).map(row).collect();
    [
        ("Point", points(3, "-")),
        ("Point", points(16, "-")),
        ("Point", points(16, "1.")),
        ("Point", format!("## Further reading\n\n{}", points(9, "-"))),
        ("Row", format!("| Head | Head |\n|---|---|\n{rows}")),
        ("awake", "> Nobody is as awake as somebody who has to sleep.\n".into()),
        ("Point", format!("## Urgent help\n\n{}", points(3, "-"))),
        ("program", format!("```\n{}```\n", "A line of a program\n".repeat(12))),
    ]
}

#[test]
fn the_practice_never_has_a_page_for_itself() {
    let words = "A line of text that is as long as the column is wide, or nearly so long.\n\n";
    for (kind, last) in last_blocks() {
        let mut mended = 0;
        for before in 1..24 {
            let text = format!("# Nights\n\n{}{last}", words.repeat(before));
            let article = crate::parse(&Source::new("nights.md", text)).unwrap().value;
            for leaflet in [Leaflet::A4, Leaflet::A5, Leaflet::LargePrint] {
                let pdf = Pdf::new().leaflet(leaflet).practice(&practice());
                let prepared = pdf.prepare(&article, &mut Vec::new()).unwrap();
                let plain = Arrangement::plain();
                let (composed, _) = pdf
                    .work(&article, &prepared, &plain, |job, _| pdf.engine.compose(job))
                    .unwrap();
                mended += usize::from(Ending::of(&composed.sights()) == Ending::Alone);
                let lines = lines(&pdf, &article);
                let page = lines.iter().find(|(_, line)| line == "1 Willow Lane").unwrap().0;
                let is_with_it = |line: &&(usize, String)| line.0 == page && line.1.contains(kind);
                assert!(lines.iter().any(|line| is_with_it(&line)), "{leaflet}, {before}: {last}");
            }
        }
        assert!(mended > 3, "{last}");
    }
}

#[test]
fn what_goes_with_the_practice_leaves_no_page_half_empty() {
    let (article, pdf) = fixture("sleep-and-worry");
    let lines = lines(&pdf.leaflet(Leaflet::LargePrint).practice(&practice()), &article);
    let last = lines.last().unwrap().0;
    for page in 0..last {
        let count = lines.iter().filter(|(at, _)| *at == page).count();
        // With those at the head and foot.
        assert!(count > 10, "page {}: {count} lines", page + 1);
    }
}

#[test]
fn lists_on_panels_are_never_justified() {
    let article = Article::builder("Nights")
        .paragraph("It is ten past three.")
        .block(Block::bullets(["Turn the clock to the wall."]))
        .build()
        .unwrap();
    let justified = |leaflet| {
        let pdf = Pdf::new().leaflet(leaflet).justified(true);
        let prepared = pdf.prepare(&article, &mut Vec::new()).unwrap();
        let (data, _) = pdf
            .work(&article, &prepared, &Arrangement::plain(), |job, _| Ok(job.data.clone()))
            .unwrap();
        String::from_utf8(data).unwrap().matches("\"justified\":true").count()
    };
    assert_eq!((justified(Leaflet::A4), justified(Leaflet::TriFold)), (2, 1));
}

#[test]
fn a_booklet_has_larger_type_rather_than_three_blank_pages() {
    let (article, pdf) = fixture("sleep-and-worry");
    let pdf = pdf.leaflet(Leaflet::A5Booklet);
    for pdf in [pdf.clone(), pdf.clone().face(Face::Serif), pdf.practice(&practice())] {
        let prepared = pdf.prepare(&article, &mut Vec::new()).unwrap();
        let (composed, _) = pdf.bound(&article, &prepared).unwrap();
        assert_ne!(composed.pages() % 4, 1, "{} pages", composed.pages());
    }
}

#[test]
fn no_note_stands_on_a_page_before_the_one_that_refers_to_it() {
    let paragraph = |number: usize| {
        let mut content = Vec::new();
        for (at, words) in ["It is said,", " though not always,", " that a kettle", " is loud."]
            .into_iter()
            .enumerate()
        {
            content.extend(text(words));
            let label = format!("n{}", 4 * number + at).parse().unwrap();
            content.push(Inline::FootnoteReference { label, origin: Origin::default() });
            content.extend(text(" And so it went on for a while, on a Tuesday and in the week."));
        }
        Block::Paragraph { content, origin: Origin::default() }
    };
    for before in 0..8 {
        let words = "A line before all others, which is nearly as long as the column is wide.";
        let mut builder =
            (0..before).fold(Article::builder("Kettles"), |builder, _| builder.paragraph(words));
        for number in 0..10 {
            builder = builder.block(paragraph(number));
            for at in 0..4 {
                let words = [
                    "See there.",
                    "This has been disputed at length, and with some heat, by people \
                    who had never met each other.",
                ][at % 2];
                let note = Block::Paragraph { content: text(words), origin: Origin::default() };
                let label = format!("n{}", 4 * number + at).parse().unwrap();
                builder = builder.footnote(Footnote::new(label, vec![note]));
            }
        }
        let article = builder.build().unwrap();
        for leaflet in PAGED {
            let pdf = Pdf::new().leaflet(leaflet);
            let prepared = pdf.prepare(&article, &mut Vec::new()).unwrap();
            let (composed, _) =
                pdf.as_it_comes(&article, &prepared, &Arrangement::plain()).unwrap();
            let early = note_before_its_reference(&composed.sights());
            assert_eq!(early, None, "{leaflet}, {before}");
        }
    }
}

#[test]
fn a_figure_is_set_a_little_smaller_rather_than_leave_a_gap() {
    let drawing =
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'><path d='M0 0h3v2z'/></svg>";
    let assets = Arc::new(MemoryAssets::new().with("a.svg", drawing.to_vec()));
    let figure = Block::Figure {
        address: "a.svg".parse().unwrap(),
        alt: Some("A field".into()),
        caption: text("A field, at dusk."),
        origin: Origin::default(),
    };
    let words = "A line of text that is as long as the column is wide, or nearly so long.";
    let page_of_first = |pdf: &Pdf, lines: usize, fit: bool| {
        let builder =
            (0..lines).fold(Article::builder("Fields"), |builder, _| builder.paragraph(words));
        let article = builder.block(figure.clone()).paragraph(words).build().unwrap();
        let prepared = pdf.prepare(&article, &mut Vec::new()).unwrap();
        let plain = Arrangement::plain();
        let composed = if fit {
            pdf.as_it_comes(&article, &prepared, &plain).unwrap().0
        } else {
            pdf.work(&article, &prepared, &plain, |job, _| pdf.engine.compose(job)).unwrap().0
        };
        let sights = composed.sights();
        assert_eq!(
            figure_after_a_gap(&sights, pdf.leaflet.column().size, &[]).filter(|_| fit),
            None,
            "{}, {lines}",
            pdf.leaflet
        );
        page_of_figure(&sights, 0).unwrap()
    };
    for leaflet in PAGED {
        let pdf = Pdf::new().leaflet(leaflet).assets(assets.clone());
        let moved = |lines: &usize| {
            let (fitted, plain) =
                (page_of_first(&pdf, *lines, true), page_of_first(&pdf, *lines, false));
            assert!(fitted <= plain, "{leaflet}, {lines}");
            fitted < plain
        };
        assert!((1..30).filter(moved).count() > 1, "{leaflet}");
    }
}
