//! What checks tell of structure and words, and what they must not tell.

use crate::checks::{expect, found, marked};
use crate::support::{articles, parse, parse_file};
use offprint::check::{Checker, Profile, Readability};
use offprint::diagnostic::{Code, apply};
use offprint::model::{Block, Section};
use offprint::{Article, Severity, Source};

/// The messages of a code.
fn told(code: Code, text: &str) -> Vec<String> {
    let of_code = found(text).into_iter().filter(|finding| finding.code == code);
    of_code.map(|finding| finding.message).collect()
}

#[test]
fn sections_without_text_are_told() {
    expect(
        Code::EmptySection,
        &[
            "## A\n\n## B\n\nText.",
            "Text.\n\n## A\n\n---",
            "## Further reading",
            "## A\n\n<!-- later -->",
        ],
        &[
            "## A\n\n### B\n\nText.",
            "## A\n\n![A door.](a.png)",
            "## A\n\n```\ncode\n```",
            "## A\n\n> Text.",
            "## Further reading\n\n- *Rest*, Imogen Farthing, 2020",
            "## Further reading\n\nAsk your library.",
            "## A\n\n<details><summary>More</summary>\n\nText.\n\n</details>",
        ],
    );
}

#[test]
fn long_sentences_that_recur_are_told_once_however_they_are_written() {
    let long =
        "Rest is not the absence of work, but the presence of something that asks nothing of you.";
    let other =
        "REST is not the absence of work: but the presence of *something* that asks nothing of you";
    let third =
        "Most people find that they have to learn it for a good while before it feels right.";
    expect(
        Code::DuplicatePassage,
        &[
            &format!("{long}\n\nText.\n\n{long}"),
            &format!("{long}\n\nText.\n\n{other}"),
            &format!("- {long}\n- Text.\n- {other}"),
        ],
        &[
            "It comes slowly.\n\nIt comes slowly.",
            // A sentence of the text that is printed large.
            &format!("{long}\n\n> {long}"),
            &format!("{long}\n\n{third}"),
            "On Mondays we meet at ten.\n\nOn Mondays we meet at ten.",
        ],
    );
    let twice = format!("# A\n\n{long} So there. {third}\n\nText.\n\n{long} So there. {third}\n");
    let told = marked(Code::DuplicatePassage, &twice);
    assert_eq!(told, [format!("{long} So there. {third}")]);
}

#[test]
fn headings_of_articles_that_were_built_are_looked_at_too() {
    let deep = (3..8).fold(
        Section::new("Level 8").content([Block::paragraph("Text.")]),
        |inner, level| {
            let mut section = Section::new(format!("Level {}", 10 - level));
            section.sections = vec![inner];
            section
        },
    );
    let mut article = Article::builder("A").paragraph("Text.").build().unwrap();
    article.sections = vec![deep];
    let found = Checker::recommended().check(&article);
    assert!(found.iter().any(|finding| finding.code == Code::HeadingOrder), "{found:#?}");
    expect(
        Code::HeadingOrder,
        &["> # A", "> #### A", "- # A"],
        &["## A\n\nText.\n\n### B\n\nText.", "> ## A", "## A\n\n> ### B\n>\n> #### C"],
    );
}

#[test]
fn headings_that_repeat_are_told() {
    expect(
        Code::RepeatedHeading,
        &["## Title\n\nText.", "## A\n\nText.\n\n## A\n\nText.", "## A\n\n### A!\n\nText."],
        &[
            "## Anna\n\n### Summary\n\nText.\n\n## Bo\n\n### Summary\n\nText.",
            "## A\n\nText.\n\n## A, again\n\nText.",
            "## The title\n\nText.",
        ],
    );
    expect(
        Code::EchoedHeading,
        &[
            "## What helps\n\n**What helps**\n\nText.",
            "## What helps\n\nWhat helps:\n\nText.",
            "## Does it have to take years?\n\nDoes it have to take years? No.",
        ],
        &[
            "## What helps\n\nWhat helps is rest.",
            "## Rest\n\nRest. It comes slowly.",
            "## Rest\n\nRest comes slowly.",
            "## What helps\n\n- What helps",
            "## Rest\n\n> Rest.",
        ],
    );
}

#[test]
fn pictures_speak_to_those_who_do_not_see_them() {
    expect(
        Code::MissingAlternative,
        &["![](a.png)", "Text ![](a.png) text.", "![](a.png \"A caption\")"],
        &["![A door.](a.png)", "<img src=\"a.png\" alt=\"\">", "![A door.](a.png \"A caption\")"],
    );
    expect(
        Code::PoorAlternative,
        &[
            "![IMG_1234.jpg](a.png)",
            "![DSC00042](a.png)",
            "![breathing-curve.svg](a.png)",
            "![Picture of a door](a.png)",
            "![An image of a door](a.png)",
            "![image](a.png)",
            "![A door.](a.png \"A door\")",
        ],
        &[
            "![A door.](a.png)",
            "![A painter finishes the picture of a door.](a.png)",
            "![Photographs of three children, pinned to a wall.](a.png)",
            "![Imagery of water.](a.png)",
            "![A door.](a.png \"Come in\")",
            "![The word “image”, in neon.](a.png)",
            "![Figure 2: breath over time.](a.png)",
        ],
    );
    let long = format!("![{}](a.png)", "A door. ".repeat(16).trim());
    expect(Code::LongAlternative, &[&long], &["![A door.](a.png)"]);
}

#[test]
fn the_words_of_links_say_where_they_lead() {
    expect(
        Code::VagueLink,
        &[
            "Click [here](https://example.org).",
            "[Read more](https://example.org/a).",
            "[**Click here** to book](https://example.org/a).",
            "See [this link](https://example.org/a).",
        ],
        &[
            "[Read more about rest](https://example.org/a).",
            "[Here and Now](https://example.org/a), a book.",
            "[our links](https://example.org/a).",
            "[116 123](tel:116123)",
            "[More House](https://example.org/a) is in the next street.",
        ],
    );
    expect(
        Code::BareAddress,
        &["See <https://example.org/a/b>.", "See https://example.org/a.", "See www.example.org/a."],
        &[
            "See [example.org](https://example.org).",
            "See www.example.org.",
            "Write to <a@example.org>.",
            "## Further reading\n\n- Rest, <https://example.org/a/b>",
            "See [the yellow room](https://example.org/a).",
            "The file is `https://example.org/a`.",
        ],
    );
    expect(
        Code::AmbiguousLink,
        &["[A room](https://example.org/a) and [a room](https://example.org/b)."],
        &[
            "[A room](https://example.org/a) and [a room](http://www.example.org/a/).",
            "[A room](https://example.org/a) and [another](https://example.org/b).",
            "[Here](https://example.org/a) and [here](https://example.org/b).",
        ],
    );
}

#[test]
fn abbreviations_are_spelt_out_where_they_are_first_used() {
    expect(
        Code::UnexplainedAbbreviation,
        &[
            "Some find rest in CBT.",
            "We offer EMDR and art therapy.",
            "IAPT services are free.",
            "CBTs of all kinds.",
            "She sees people with OCD’s many faces.",
            "CBT-based work. Cognitive behavioural therapy (CBT) is that.",
            "Ask the CMHT, who will know.",
            "It is listed (see NICE).",
        ],
        &[
            "Cognitive behavioural therapy (CBT) helps. CBT is short.",
            "Somebody who writes MBACP after their name is on a register.",
            "Some find <abbr title=\"cognitive behavioural therapy\">CBT</abbr> helps. CBT is short.",
            "Eye Movement Desensitisation and Reprocessing (EMDR) is odd.",
            "EMDR (eye movement desensitisation and reprocessing) is odd.",
            "Obsessive-compulsive disorder (OCD) has many faces.",
            "Post-traumatic stress disorder (“PTSD”) fades.",
            "A community mental health team, or CMHT, will know.",
            "The National Institute for Health and Care Excellence (NICE) says so.",
            "IAPT stands for improving access to psychological therapies.",
            "The BBC, the NHS, your GP, the UK, the EU, a DVD and a PDF.",
            "Henry VIII and Part IV, chapter XII.",
            "I am NOT tired. You MUST rest. It is NEVER early.",
            "PLEASE SIT DOWN HERE.",
            "## WHAT HELPS WITH ADHD\n\nRest.",
            "Write `CBT` into the field.",
            "> My CBT was short.",
            "Text SHOUT to 85258.",
            "It was written by Ines Hollowbrook, MBACP.",
            "The film was in 3D, on the A12, near NR0.",
            "It kills CO<sub>2</sub>, at 5 KM.",
            "COVID-19 came, and UTF-8 too.",
            "At 10 AM or 5 PM, in A&E.",
            "The RAIN fell, and the rain was cold.",
            "## Further reading\n\n- *CBT at Home*, Imogen Farthing, 2020",
            "## About the author\n\nImogen Farthing is registered with the UKCP.",
        ],
    );
    let late = "# A\n\nCBT helps. CBT is short. Cognitive behavioural therapy (CBT) is its name.\n";
    assert_eq!(told(Code::UnexplainedAbbreviation, late), ["`CBT` is used before it is spelt out"]);
    assert_eq!(marked(Code::UnexplainedAbbreviation, late), ["CBT"]);
    let german = "---\ntitle: A\nlanguage: de\n---\nDie KVT hilft.\n";
    assert_eq!(told(Code::UnexplainedAbbreviation, german).len(), 0);
}

#[test]
fn british_and_american_spelling_are_not_mixed() {
    expect(
        Code::MixedSpelling,
        &[
            "The colour of the center.",
            "My favorite behaviour.",
            "Color and colour, centre and behaviour.",
            "A counselor and counselling.",
            "We traveled by the theatre.",
            "They realised the color.",
        ],
        &[
            "The colour of the centre.",
            "The color of the center.",
            // Oxford's spelling is British.
            "They realize the colour of the centre, and organize it.",
            "They realise and realize.",
            "A computer program for the theatre programme, its colour.",
            "Practise your practice; a licence to license, in colour.",
            "The colour of the Lincoln Center.",
            "She read *The Color Purple* in colour.",
            "> Color.\n\nThe colour.",
            "He said, “The color is wrong.” The colour was right.",
            "The colour is `color`.",
            "The colour: see <https://example.org/color>.",
            "## Further reading\n\n- Color and center, Imogen Farthing\n\n## Colour\n\nText.",
            "<span lang=\"fr\">center</span> in colour.",
            "The checker’s draft, gray and grey, in colour.",
            "A parking meter, ten metres off, in colour.",
        ],
    );
    let text =
        "---\ntitle: A\nlanguage: en-US\n---\nColour it. The colour of the room was organised.\n";
    assert_eq!(told(Code::MixedSpelling, text).len(), 2);
    let source = Source::new("a.md", text);
    let edits: Vec<_> = found_in(&source);
    let mended = apply(&source, &edits).unwrap();
    assert!(mended.ends_with("Color it. The color of the room was organized.\n"), "{mended}");
    let canadian = text.replace("en-US", "en-CA").replace("organised", "centered");
    assert_eq!(told(Code::MixedSpelling, &canadian).len(), 0);
}

fn found_in(source: &Source) -> Vec<offprint::diagnostic::Edit> {
    let article = offprint::parse(source).unwrap().value;
    let found = Checker::recommended().check(&article);
    let mut edits: Vec<_> = found.into_iter().flat_map(|finding| finding.fix).collect();
    edits.sort_by_key(|edit| edit.origin.range().start);
    edits
}

#[test]
fn clear_print_has_no_block_capitals_and_few_italics() {
    expect(
        Code::BlockCapitals,
        &["PLEASE SIT DOWN HERE, Anna.", "## WHAT GETS IN THE WAY\n\nText."],
        &[
            "The BBC, ITV, NHS and UK.",
            "BACP UKCP BPC HCPC",
            "STOP. Then go.",
            "NHS 111 or A&E, UK",
            "`SELECT NAME FROM PEOPLE`",
        ],
    );
    expect(
        Code::LongItalics,
        &["*It comes slowly, it asks nothing, and it is never early.*"],
        &[
            "It is *never* early.",
            "*The Hour of Rest and Other Essays*",
            "**It comes slowly, it asks nothing, and it is never early.**",
        ],
    );
}

#[test]
fn readability_is_information_and_never_fails() {
    for path in articles() {
        let found = Checker::recommended().check(&parse_file(&path).value);
        let of_readability = found.iter().filter(|finding| finding.code == Code::Readability);
        assert!(of_readability.clone().count() < 2);
        assert!(
            of_readability.into_iter().all(|finding| finding.severity == Severity::Note),
            "{path}"
        );
    }
}

#[test]
fn what_is_not_prose_is_not_counted() {
    let prose = "# A\n\nThe cat sat on the mat. It was `a_mat_of_code` glad, see <https://example.org/a/b>.\n";
    let read = Readability::of(&parse(prose).value).unwrap();
    assert_eq!((read.words, read.sentences), (10, 2));
    let more = format!(
        "{prose}\n## A heading of words\n\n![A long text of many words.](a.png \"A caption\")\n\n| Cells | of |\n|---|---|\n| a | table |\n\n\
         ```\ncode of words\n```\n"
    );
    let with_more = Readability::of(&parse(&more).value).unwrap();
    assert_eq!((with_more.words, with_more.sentences), (10, 2));
    let list =
        "# A\n\n- one point\n- another point\n\n1. Dr. Reed came at 5.30, e.g. on p. 12 of it.\n";
    let read = Readability::of(&parse(list).value).unwrap();
    assert_eq!(read.sentences, 3);
    assert_eq!(read.longest[0].words, 11);
    let german = "---\ntitle: A\nlanguage: de\n---\nDie Katze sitzt.\n";
    assert!(Readability::of(&parse(german).value).is_none());
}

#[test]
fn scores_are_those_of_the_formulas() {
    // 12 words in 2 sentences, 15 syllables, one word of three and more.
    let text = "# A\n\nThe cat sat on the old mat. It was a beautiful one.\n";
    let read = Readability::of(&parse(text).value).unwrap();
    assert_eq!((read.words, read.sentences, read.syllables, read.polysyllables), (12, 2, 14, 1));
    let near =
        |value: f64, expected: f64| assert!((value - expected).abs() < 0.001, "{value} {expected}");
    near(read.reading_ease(), 206.835 - 1.015 * 6.0 - 84.6 * 14.0 / 12.0);
    near(read.grade(), 0.39 * 6.0 + 11.8 * 14.0 / 12.0 - 15.59);
    near(read.smog(), 1.043 * 15.0_f64.sqrt() + 3.1291);
    assert!(read.is_low_confidence());
}

#[test]
fn the_style_of_the_nhs_is_asked_for_by_name_alone() {
    let text = std::fs::read_to_string("fixtures/invalid/R004.md").unwrap();
    let article = parse(&text).value;
    let codes = |checker: Checker| -> Vec<Code> {
        checker.check(&article).iter().map(|finding| finding.code).collect()
    };
    assert!(!codes(Checker::recommended()).contains(&Code::ReadingAge));
    assert!(codes(Checker::new().profile(Profile::NhsStyle)).contains(&Code::ReadingAge));
}

#[test]
fn what_was_meant_as_it_is_in_our_articles_is_not_told() {
    for name in [
        "articles/living-with-panic.md",
        "collection/endings.md",
        "collection/first-session.md",
        "collection/dreams-at-work.md",
    ] {
        let found = Checker::recommended().check(&parse_file(&format!("fixtures/{name}")).value);
        let of_language = found.iter().filter(|finding| finding.code.as_str().starts_with('T'));
        assert_eq!(
            of_language.map(|finding| &finding.message).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{name}"
        );
    }
}
