//! Pasted posts become Markdown, and nothing that was typed is lost.

use crate::support::{root, source};
use offprint::diagnostic::{Code, Style};
use offprint::markdown::import;
use offprint::model::{Block, SectionRole, visit, visit::Visit};
use offprint::{Article, Severity, Source, Sources};

fn fixtures() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("fixtures/import")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter_map(|name| name.strip_suffix(".txt").map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() >= 6, "{names:?}");
    names
}

fn imported(text: &str) -> String {
    import(&Source::new("test.txt", text)).unwrap().value
}

fn article(name: &str) -> Article {
    let text = imported(source(&format!("fixtures/import/{name}.txt")).text());
    offprint::parse(&Source::new("a.md", text)).unwrap().value
}

#[test]
fn pasted_posts_become_the_markdown_that_was_reviewed() {
    for name in fixtures() {
        let pasted = source(&format!("fixtures/import/{name}.txt"));
        let output = import(&pasted).unwrap();
        let told = Style::Plain.render(&output.diagnostics, &Sources::from(pasted));
        for (ending, made) in [("md", output.value), ("told", told)] {
            let path = root().join(format!("fixtures/import/{name}.{ending}"));
            if crate::support::blesses() {
                std::fs::write(path, made).unwrap();
            } else {
                let reviewed = std::fs::read_to_string(path).unwrap_or_default();
                assert_eq!(made, reviewed, "{name}.{ending}: OFFPRINT_BLESS=1 writes it anew");
            }
        }
    }
}

#[test]
fn what_is_made_of_a_post_is_read_without_a_complaint() {
    for name in fixtures().into_iter().filter(|name| name != "bare") {
        let text = imported(source(&format!("fixtures/import/{name}.txt")).text());
        let parsed = offprint::parse(&Source::new("a.md", text)).unwrap();
        // The fixtures are shorter than the posts whose reading times they have.
        let mut told = parsed.diagnostics;
        told.retain(|found| !matches!(found.code, Code::ReadingTime | Code::UndatedYear));
        assert_eq!(told, [], "{name}");
    }
}

#[test]
fn every_guess_is_a_note_with_a_place() {
    for name in fixtures() {
        let output = import(&source(&format!("fixtures/import/{name}.txt"))).unwrap();
        for found in output.diagnostics {
            assert_eq!(found.severity, Severity::Note, "{found:?}");
            assert!(found.code.as_str().starts_with('I'), "{found:?}");
            assert!(!found.origin().is_unknown(), "{found:?}");
        }
    }
}

#[test]
fn a_therapists_post_has_title_byline_and_sections() {
    let article = article("therapist");
    let metadata = &article.metadata;
    assert!(metadata.title.starts_with("What Is Grief Counselling? And Must It Take Years..."));
    assert_eq!(metadata.category.as_deref(), Some("Therapy Explained"));
    assert_eq!(metadata.published.unwrap().to_string(), "--03-12");
    assert_eq!(metadata.stated_reading_minutes, Some(4));
    assert_eq!(article.authors[0].name, "Ines Hollowbrook");
    // A membership and a degree.
    assert_eq!(article.authors[0].credentials.len(), 2);
    let further = article.sections_of(SectionRole::FurtherReading).next().unwrap();
    assert!(further.content.is_empty());
    assert!(article.sections_of(SectionRole::AboutTheAuthor).next().is_some());
}

#[test]
fn sections_of_other_languages_have_their_meaning() {
    for (name, language) in [("german", "de"), ("french", "fr")] {
        let article = article(name);
        assert_eq!(article.metadata.language.as_str(), language);
        assert!(article.sections_of(SectionRole::AboutTheAuthor).next().is_some(), "{name}");
        assert!(article.metadata.published.unwrap().day().is_some());
        assert_eq!(article.authors.len(), 1);
    }
    assert_eq!(article("german").readings().count(), 2);
    assert_eq!(article("german").metadata.keywords, ["Schlaf", "Sorgen", "Abend"]);
}

#[test]
fn markdown_is_left_alone() {
    for text in
        ["# A\n\nText.\n", "---\ntitle: A\n---\nText.\n", "Text\n\n## More\n", "A\n\n```\nx\n```\n"]
    {
        let output = import(&Source::new("a.md", text)).unwrap();
        assert_eq!(output.value, text);
        assert_eq!(output.diagnostics[0].code, Code::AlreadyMarkdown);
    }
    assert!(import(&Source::new("a.md", " \n\u{200b}\n")).is_err());
}

/// The words of a text: runs of letters and digits, and not what nobody typed.
fn words(text: &str) -> Vec<String> {
    let text = text.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], "");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// What of an article can be read: its title, its text, and its comments.
fn words_of(article: &Article) -> Vec<String> {
    struct Comments(String);
    impl<'a> Visit<'a> for Comments {
        fn block(&mut self, node: &'a Block) {
            if let Block::Comment { text, .. } = node {
                self.0.push_str(text);
                self.0.push('\n');
            }
            visit::block(self, node);
        }
    }
    let mut comments = Comments(String::new());
    comments.article(article);
    let metadata = &article.metadata;
    let head = [Some(&metadata.title), metadata.category.as_ref(), metadata.publisher.as_ref()];
    let head: Vec<&str> = head.into_iter().flatten().map(String::as_str).collect();
    words(&format!("{}\n{}\n{}", head.join("\n"), article.plain_text(), comments.0))
}

#[test]
fn no_word_of_a_pasted_post_is_lost() {
    for name in fixtures() {
        let pasted = source(&format!("fixtures/import/{name}.txt"));
        let text = imported(pasted.text());
        let written = words(&text);
        // Dates, reading times and words such as "by" are data now; all others are there.
        let data = [
            "Von",
            "Par",
            "Written",
            "by",
            "le",
            "Publié",
            "1er",
            "mars",
            "März",
            "March",
            "May",
            "Updated",
            "min",
            "read",
            "views",
            "Lesezeit",
            "Minuten",
            "de",
            "lecture",
            "Tags",
            "Posted",
            "in",
            "Schlagwörter",
        ];
        for word in words(pasted.text()) {
            let is_number = word.chars().all(|c| c.is_ascii_digit());
            assert!(
                is_number || data.contains(&word.as_str()) || written.contains(&word),
                "{name}: lost {word:?}"
            );
        }
    }
}

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }
}

const PIECES: &[&str] = &[
    "alpha",
    "Beta",
    "gamma",
    "Delta",
    "long",
    "word",
    "it",
    "Über",
    "façon",
    "7",
    "12",
    "2026",
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "*",
    "**",
    "_",
    "__",
    "`",
    "```",
    "~~",
    "~",
    "#",
    "##",
    "{#id}",
    "{.x}",
    "[",
    "]",
    "(",
    ")",
    "[^1]",
    "[^1]: ",
    "[a]: /url",
    "![",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "--",
    "---",
    "...",
    "&amp;",
    "&",
    "&#65;",
    "|",
    "|-|-|",
    ": ",
    ":",
    "- ",
    "– ",
    "• ",
    "+ ",
    "1. ",
    "2) ",
    "\t",
    "=",
    "===",
    "\\",
    "\\\\",
    "!",
    "?",
    ".",
    ",",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "https://example.org/a_b*c",
    "x@example.org",
    "http://",
    "$x$",
    "^a^",
    "==m==",
    "\u{a0}",
    "\u{200b}",
    "\u{ad}",
    "%",
    "@",
    "/",
    "é",
    "日本",
    "😀",
    "\r",
];

#[test]
fn any_text_keeps_its_words_in_their_order() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for round in 0..2_000 {
        let mut text = String::from("Title of it all\n");
        for _ in 0..=dice.roll(7) {
            for _ in 0..=dice.roll(14) {
                text.push_str(PIECES[dice.roll(PIECES.len())]);
            }
            text.push_str(["\n", "\n\n", "\r\n", "\n \n"][dice.roll(4)]);
        }
        if import(&Source::new("a", text.as_str())).is_ok_and(|output| {
            output.diagnostics.iter().any(|told| told.code == Code::AlreadyMarkdown)
        }) {
            continue;
        }
        let made = imported(&text);
        let Ok(parsed) = offprint::parse(&Source::new("a.md", made.as_str())) else { continue };
        assert!(
            parsed
                .diagnostics
                .iter()
                .all(|found| matches!(found.code, Code::UnsafeAddress | Code::EmptyLink)),
            "round {round}: {:?}\n{text}\n---\n{made}",
            parsed.diagnostics
        );
        // A list counts for itself.
        let is_count = |word: &String| word.chars().all(|c| c.is_ascii_digit());
        let mut typed = words(&text);
        let mut read = words_of(&parsed.value);
        typed.retain(|word| !is_count(word));
        read.retain(|word| !is_count(word));
        assert_eq!(read, typed, "round {round}\n{text}\n---\n{made}");
    }
}

#[test]
fn what_only_the_reader_takes_for_a_byline_stays_text() {
    let pasted = "On Rest\n\n- It was the end of a long week in the house\n- 12 March\n\nNobody slept, and nobody said so until the kettle was on.\n";
    let article = offprint::parse(&Source::new("a.md", imported(pasted))).unwrap().value;
    assert_eq!(article.metadata.published, None);
    assert_eq!(words_of(&article), words(pasted));
}

#[test]
fn a_long_text_is_imported_in_linear_time() {
    for line in [
        "Short line\n",
        "• item\n",
        "1. a\n",
        "Related posts\n",
        "Summary\n",
        "> a\n",
        "\tx\n",
        "By Ann\n",
    ] {
        let start = std::time::Instant::now();
        // The reader takes its time to name many sections of one heading.
        let count = if line == "Summary\n" { 1_000 } else { 20_000 };
        let text = format!("Title\n{}", line.repeat(count));
        assert!(import(&Source::new("a.txt", text)).is_ok());
        assert!(start.elapsed().as_secs() < 20, "{line:?}: {:?}", start.elapsed());
    }
}

#[test]
fn a_trailing_line_of_the_page_is_put_aside_in_any_language() {
    let table = [
        ("sv", "Kommentarer", "Lämna en kommentar"),
        ("da", "Kommentarer", "Læs mere"),
        ("pl", "Komentarze", "Dodaj komentarz"),
        ("ru", "Комментарии", "Оставить комментарий"),
        ("tr", "Yorumlar", "Yorum yap"),
        ("zh", "评论", "发表评论"),
        ("ko", "댓글", "댓글 달기"),
        ("ja", "コメント", "コメントを残す"),
        ("ar", "تعليقات", "التعليقات"),
        ("he", "תגובות", "הוסף תגובה"),
        ("el", "Σχόλια", "Αφήστε ένα σχόλιο"),
        ("fi", "Kommentit", "Jätä kommentti"),
        ("cs", "Komentáře", "Přidat komentář"),
        ("uk", "Коментарі", "Залишити коментар"),
        ("cy", "Sylwadau", "Gadael sylw"),
        ("es", "Comentarios", "Deja un comentario"),
    ];
    for (language, first, second) in table {
        let text = "A line of the text itself, which stays where it is, and ends here.";
        let made = imported(&format!("Title\n{text}\n{text}\n{first}\n{second}\n"));
        assert!(made.ends_with(&format!("<!--\n{first}\n{second}\n-->\n")), "{language}: {made}");
        // Words of the text are none of the page.
        let made = imported(&format!("Title\n{text}\n{first} are a word.\n{text}\n"));
        assert!(!made.contains("<!--"), "{language}: {made}");
    }
}

#[test]
fn a_post_in_another_script_has_language_byline_and_headings() {
    let table = [
        (
            "ja",
            "眠れない夜に\n尾花田子\n2024年3月15日\n眠れない夜は誰にでもあります。そんなとき、無理に眠ろうとしないことが大切です。\n呼吸を整える\nゆっくりと息を吐きましょう。四つ数えて吸い、六つ数えて吐きます。\nコメント\n",
            "尾花田子",
        ),
        (
            "ar",
            "عندما يبقى القلق\nبقلم منى خيالية\n15 مارس 2024\nكثير من الناس يعرفون هذا الشعور، حين لا يذهب القلق ويبقى حتى الصباح.\nما الذي يساعد؟\nلا توجد إجابة بسيطة، لكن هناك طرق كثيرة للتعامل مع القلق.\nالتعليقات\n",
            "منى خيالية",
        ),
    ];
    for (language, text, author) in table {
        let output = import(&Source::new("a.txt", text)).unwrap();
        assert!(output.diagnostics.iter().any(|told| told.code == Code::GuessedLanguage));
        let article = offprint::parse(&Source::new("a.md", output.value.as_str())).unwrap().value;
        assert_eq!(article.metadata.language.as_str(), language);
        assert_eq!(article.authors[0].name, author);
        assert_eq!(article.metadata.published.unwrap().to_string(), "2024-03-15");
        assert_eq!(article.sections.len(), 1, "{}", output.value);
        assert!(output.value.contains("<!-- "), "{}", output.value);
    }
    let scripts = [
        ("ko", "모두가 떠났을 때 집에 남은 감정이 우리에게 가장 많은 것을 가르칩니다."),
        ("zh", "当所有人都离开时，留在家里的感觉教会我们最多。"),
        ("he", "הרגשות שנשארים בבית כשכולם הולכים מלמדים אותנו הכי הרבה."),
        ("el", "Τα συναισθήματα που μένουν στο σπίτι όταν όλοι έχουν φύγει."),
        ("ru", "Чувства, которые остаются в доме, когда все ушли."),
        ("uk", "Почуття, які залишаються в домі, коли всі пішли."),
    ];
    for (language, text) in scripts {
        let made = imported(&format!("Title\n{text}\n"));
        assert!(made.contains(&format!("language: {language}\n")), "{made}");
    }
    // A cited word is no language.
    assert!(!imported("Title\nThe word λύπη is Greek, and old.\n").contains("language"));
}

#[test]
fn a_french_post_keeps_its_byline_and_its_list_of_works() {
    let text = "Quand la lampe reste\nPar Élise Invente, psychologue\nLe 1er mars 2024\nLecture : 4 minutes\nBeaucoup de gens connaissent cette impression. Elle arrive le soir et reste.\nEn savoir plus\nLe livre de la lampe, A. Auteur, 2010\nCommentaires\nLaisser un commentaire\n";
    let made = imported(text);
    let article = offprint::parse(&Source::new("a.md", made.as_str())).unwrap().value;
    assert_eq!(article.authors[0].name, "Élise Invente");
    assert_eq!(article.metadata.published.unwrap().to_string(), "2024-03-01");
    assert_eq!(article.metadata.stated_reading_minutes, Some(4));
    assert_eq!(article.sections.len(), 1, "{made}");
    assert_eq!(article.sections[0].role, SectionRole::FurtherReading, "{made}");
    assert!(made.contains("psychologue") && made.contains("\nCommentaires\n"), "{made}");
}

#[test]
fn a_break_in_the_text_stays_one() {
    for mark in ["* * *", "---", "***", "_ _ _", "- - -", "⁂"] {
        let made =
            imported(&format!("Title\nOne thing was said here.\n{mark}\nThen another thing.\n"));
        let article = offprint::parse(&Source::new("a.md", made.as_str())).unwrap().value;
        let breaks =
            article.lead.iter().filter(|block| matches!(block, Block::ThematicBreak { .. }));
        assert_eq!(breaks.count(), 1, "{made}");
        assert_eq!(article.lead.len(), 3, "{made}");
    }
    // Two marks are words, and so is a list.
    assert!(imported("Title\nOne.\n--\nTwo.\n").contains("--"));
}
