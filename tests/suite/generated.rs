//! Articles in the normal form that the reader gives, made of text that looks like markup.

use offprint::model::*;
use offprint::{Article, Origin};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// What could be taken for markup, and a few words between.
const PARTS: &[&str] = &[
    "word",
    "two words",
    "a",
    "B",
    "9",
    "1.",
    "10)",
    "2) ",
    "é",
    "😀",
    "日本",
    " ",
    " ",
    "  ",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "```",
    "[",
    "]",
    "[^a]",
    "[^a]:",
    "[x](y)",
    "![",
    "!",
    "](",
    "(",
    ")",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<https://x.example>",
    "&",
    "&amp;",
    "&#65;",
    "&x;",
    "\\",
    "|",
    "-",
    "--",
    "---",
    "- ",
    "+ ",
    "* ",
    "# ",
    "#",
    "## x",
    "> ",
    ":",
    ": x",
    "=",
    "===",
    "...",
    ".",
    "\"",
    "'",
    "it's",
    "“",
    "—",
    "\u{a0}",
    "{#id}",
    "{",
    "}",
    "$",
    "^",
    "@",
    "%",
    "https://x.example/a",
    "www.x.example",
    "a@b.example",
    "HTTP://",
    "[!NOTE]",
    "[ ]",
    "[x]",
    "|---|",
    "a | b",
    ";",
    ",",
    "/",
    "?",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => vec(select(PARTS), 1..6).prop_map(|parts| parts.concat()),
        1 => "[a-zA-Z ,.]{1,12}",
        1 => "[ -~]{1,8}",
    ]
}

fn words() -> impl Strategy<Value = String> {
    text()
        .prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .prop_filter("no words", |text| !text.is_empty())
}

fn address() -> impl Strategy<Value = Address> {
    let texts = select(vec![
        "https://x.example/a",
        "https://x.example/a_(b)?q=1&amp;=2#c",
        "mailto:a@b.example",
        "tel:116123",
        "#further",
        "a(b.html",
        "a|b",
        "<a>",
        "a\\*b",
        "a`b",
        "x.html?a=*b*",
    ]);
    texts.prop_map(|text| text.parse().unwrap())
}

fn at() -> Origin {
    Origin::default()
}

fn inline() -> impl Strategy<Value = Inline> {
    let leaf = prop_oneof![
        6 => text().prop_map(Inline::text),
        1 => Just(Inline::SoftBreak { origin: at() }),
        1 => Just(Inline::LineBreak { origin: at() }),
        1 => text().prop_map(|text| Inline::Code { text, origin: at() }),
        1 => image(),
        1 => select(vec!["a", "b"]).prop_map(|label| Inline::FootnoteReference {
            label: label.parse().unwrap(),
            origin: at()
        }),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let content = vec(inner, 1..4);
        let language = select(vec!["fr", "cy"]);
        prop_oneof![
            content.clone().prop_map(|content| Inline::Emphasis { content, origin: at() }),
            content.clone().prop_map(|content| Inline::Strong { content, origin: at() }),
            content.clone().prop_map(|content| Inline::Strikethrough { content, origin: at() }),
            content.clone().prop_map(|content| Inline::Superscript { content, origin: at() }),
            content.clone().prop_map(|content| Inline::Subscript { content, origin: at() }),
            content.clone().prop_map(|content| Inline::Mark { content, origin: at() }),
            content.clone().prop_map(|content| Inline::Keyboard { content, origin: at() }),
            (content.clone(), words()).prop_map(|(content, title)| Inline::Abbreviation {
                content,
                title,
                origin: at()
            }),
            (content.clone(), language).prop_map(|(content, language)| Inline::Span {
                content,
                language: language.parse().ok(),
                origin: at()
            }),
            (content, address(), of(words())).prop_map(|(content, address, title)| Inline::Link {
                address,
                title,
                content,
                origin: at()
            }),
        ]
    })
}

fn image() -> impl Strategy<Value = Inline> {
    (address(), of(words()), of(words())).prop_map(|(address, alt, title)| Inline::Image {
        address,
        alt,
        title,
        origin: at(),
    })
}

/// Phrases of a paragraph, never empty and never a picture alone, which is a figure.
fn phrases() -> impl Strategy<Value = Vec<Inline>> {
    vec(inline(), 1..6)
        .prop_map(|all| normal(all, false))
        .prop_filter("a figure or nothing", |all| !matches!(&all[..], [] | [Inline::Image { .. }]))
}

/// Phrases of a heading, cell or caption, in which the source has no line ends.
fn line() -> impl Strategy<Value = Vec<Inline>> {
    vec(inline(), 1..5).prop_map(|all| normal(all, true)).prop_filter("without words", |all| {
        let text = inlines_text(all);
        !matches!(&all[..], [Inline::Image { .. }]) && !text.trim().is_empty()
    })
}

/// Neighbouring texts are one, nothing is empty, and no space stands beside a break or at an end.
fn normal(all: Vec<Inline>, one_line: bool) -> Vec<Inline> {
    let mut all = joined(all, one_line, false);
    trim(&mut all, false);
    trim(&mut all, true);
    all
}

fn joined(all: Vec<Inline>, one_line: bool, in_link: bool) -> Vec<Inline> {
    let is_break =
        |inline: &Inline| matches!(inline, Inline::SoftBreak { .. } | Inline::LineBreak { .. });
    let mut out: Vec<Inline> = Vec::new();
    for mut inline in all {
        if let (Inline::SoftBreak { .. }, true) = (&inline, one_line) {
            inline = Inline::text(" ");
        }
        let is_link = matches!(inline, Inline::Link { .. });
        if let Some(content) = content_mut(&mut inline) {
            *content = joined(std::mem::take(content), one_line, in_link || is_link);
            let is_blank = inlines_text(content).trim().is_empty();
            if content.is_empty() || is_link && is_blank {
                continue;
            }
            if is_link && in_link {
                let content = std::mem::take(content);
                out = joined(out.into_iter().chain(content).collect(), one_line, in_link);
                continue;
            }
        }
        match (&mut inline, out.last_mut()) {
            (Inline::Text { text: more, .. }, Some(Inline::Text { text, .. })) => {
                text.push_str(more);
            }
            (Inline::Text { text, .. }, Some(before)) if is_break(before) => {
                *text = text.trim_start_matches(' ').to_owned();
                if !text.is_empty() {
                    out.push(inline);
                }
            }
            (Inline::SoftBreak { .. }, Some(before)) if is_break(before) => {}
            (next, Some(before)) if is_break(next) => {
                if let Inline::Text { text, .. } = before {
                    text.truncate(text.trim_end_matches(' ').len());
                    if text.is_empty() {
                        out.pop();
                    }
                }
                match out.last_mut() {
                    Some(before @ Inline::SoftBreak { .. }) => *before = inline,
                    Some(Inline::LineBreak { .. })
                        if matches!(inline, Inline::SoftBreak { .. }) => {}
                    _ => out.push(inline),
                }
            }
            _ => out.push(inline),
        }
    }
    out
}

fn trim(all: &mut Vec<Inline>, at_end: bool) {
    loop {
        let place = if at_end { all.last_mut() } else { all.first_mut() };
        let Some(inline) = place else { return };
        let is_gone = match inline {
            Inline::SoftBreak { .. } | Inline::LineBreak { .. } => true,
            Inline::Text { text, .. } => {
                let trimmed =
                    if at_end { text.trim_end_matches(' ') } else { text.trim_start_matches(' ') };
                *text = trimmed.to_owned();
                text.is_empty()
            }
            other => content_mut(other).is_some_and(|content| {
                trim(content, at_end);
                content.is_empty()
            }),
        };
        if !is_gone {
            return;
        }
        all.remove(if at_end { all.len() - 1 } else { 0 });
    }
}

fn content_mut(inline: &mut Inline) -> Option<&mut Vec<Inline>> {
    match inline {
        Inline::Emphasis { content, .. }
        | Inline::Strong { content, .. }
        | Inline::Strikethrough { content, .. }
        | Inline::Superscript { content, .. }
        | Inline::Subscript { content, .. }
        | Inline::Mark { content, .. }
        | Inline::Keyboard { content, .. }
        | Inline::Abbreviation { content, .. }
        | Inline::Span { content, .. }
        | Inline::Link { content, .. } => Some(content),
        _ => None,
    }
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        6 => phrases().prop_map(|content| Block::Paragraph { content, origin: at() }),
        1 => code(),
        1 => table(),
        1 => (address(), of(words()), of(line())).prop_map(|(address, alt, caption)| Block::Figure {
            address,
            alt,
            caption: caption.unwrap_or_default(),
            origin: at()
        }),
        1 => Just(Block::ThematicBreak { origin: at() }),
        1 => "[a-z]( ?[a-z<&*-]){0,6}".prop_map(|text| Block::Comment { text, origin: at() }),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        use CalloutKind::{Caution, Important, Note, Tip, UrgentHelp, Warning};
        use VignetteNature::{Composite, Fictional, WithConsent};
        let content = vec(inner, 1..4);
        let callout = select(vec![Note, Tip, Important, Warning, Caution, UrgentHelp]);
        let nature = select(vec![Fictional, Composite, WithConsent]);
        prop_oneof![
            content.clone().prop_map(|content| Block::Quotation { content, origin: at() }),
            (callout, content.clone()).prop_map(|(callout, content)| Block::Callout {
                callout,
                content,
                origin: at()
            }),
            (nature, content.clone()).prop_map(|(nature, content)| Block::Vignette {
                nature,
                content,
                origin: at()
            }),
            list(content.clone().boxed()),
            vec((line(), vec(content.clone(), 1..3)), 1..3).prop_map(|items| {
                let item = |(term, definitions)| DefinitionItem::new(term, definitions);
                Block::DefinitionList { items: items.into_iter().map(item).collect(), origin: at() }
            }),
            (of(line()), content.clone()).prop_map(|(summary, content)| Block::Details {
                summary: summary.unwrap_or_default(),
                content,
                origin: at()
            }),
            (select(vec!["fr", "de-CH"]), content.clone()).prop_map(|(language, content)| {
                Block::Division { language: language.parse().ok(), content, origin: at() }
            }),
            (1..=6_u8, line(), content).prop_map(|(level, heading, mut content)| {
                content.insert(0, Block::Heading { level, content: heading, origin: at() });
                Block::Quotation { content, origin: at() }
            }),
        ]
    })
}

/// A tight list has points of one paragraph; a loose one has at least two points with one.
fn list(content: BoxedStrategy<Vec<Block>>) -> impl Strategy<Value = Block> {
    let paragraph = || phrases().prop_map(|content| Block::Paragraph { content, origin: at() });
    let start = || of(select(vec![0_u32, 1, 2, 41, 999_999_990]));
    let tight =
        (start(), vec((of(any::<bool>()), paragraph()), 1..4)).prop_map(|(start, points)| {
            let point = |(done, paragraph)| {
                let mut item = ListItem::new(vec![paragraph]);
                item.done = done;
                item
            };
            let items = points.into_iter().map(point).collect();
            Block::List { start, tight: true, items, origin: at() }
        });
    let loose = (start(), vec((paragraph(), content), 2..4)).prop_map(|(start, points)| {
        let point = |(paragraph, rest): (Block, Vec<Block>)| {
            ListItem::new(std::iter::once(paragraph).chain(rest).collect())
        };
        let items = points.into_iter().map(point).collect();
        Block::List { start, tight: false, items, origin: at() }
    });
    prop_oneof![tight, loose]
}

fn code() -> impl Strategy<Value = Block> {
    let lines = vec(prop_oneof![text(), Just(String::new()), Just("    x\t".to_owned())], 0..4);
    let info = of(("[a-z`~#+&]{1,6}", of("[a-z`{}=\\\\&;*]{1,8}")));
    (lines, info).prop_map(|(lines, info)| {
        let (language, attributes) = info.map_or((None, None), |(name, rest)| (Some(name), rest));
        Block::Code { language, attributes, text: lines.join("\n"), origin: at() }
    })
}

fn table() -> impl Strategy<Value = Block> {
    use Alignment::{Centre, End, Start};
    let cell = of(line()).prop_map(|content| Cell::new(content.unwrap_or_default()));
    let columns = vec(select(vec![Start, Centre, End]), 1..4);
    (columns, vec(cell, 16), 0..4_usize, of(line())).prop_map(|(columns, cells, count, caption)| {
        let mut cells = cells.into_iter();
        let mut row = || Row::new(cells.by_ref().take(columns.len()).collect());
        let head = row();
        let rows = (0..count).map(|_| row()).collect();
        Block::Table { head, rows, caption: caption.unwrap_or_default(), columns, origin: at() }
    })
}

fn section() -> impl Strategy<Value = Section> {
    let leaf = (line(), of("[a-z0-9.]{1,6}"), any::<bool>(), vec(block(), 0..3)).prop_map(
        |(heading, id, is_summary, content)| {
            let mut section = Section::new(inlines_text(&heading)).content(content);
            section.heading = heading;
            if let Some(id) = id {
                section.id = id.parse().unwrap();
            }
            if is_summary {
                section.role = SectionRole::Summary;
            }
            section
        },
    );
    leaf.prop_recursive(5, 8, 2, |inner| {
        (inner.clone(), vec(inner, 0..3)).prop_map(|(section, inner)| section.sections(inner))
    })
}

/// An article that the reader could have given.
pub(crate) fn article() -> impl Strategy<Value = Article> {
    (words(), vec(block(), 1..4), vec(section(), 0..3), vec(vec(block(), 1..3), 2)).prop_map(
        |(title, lead, sections, notes)| {
            // Both notes are referred to first thing, so that their order is theirs.
            let reference = |label: &str| Inline::FootnoteReference {
                label: label.parse().unwrap(),
                origin: at(),
            };
            let first = vec![Inline::text("See"), reference("a"), reference("b")];
            let mut builder =
                Article::builder(title).block(Block::Paragraph { content: first, origin: at() });
            for block in lead {
                builder = builder.block(block);
            }
            for section in sections {
                builder = builder.section(section);
            }
            for (label, content) in ["a", "b"].into_iter().zip(notes) {
                builder = builder.footnote(Footnote::new(label.parse().unwrap(), content));
            }
            let mut article = builder.build().unwrap();
            let mut taken = Vec::new();
            article.sections.iter_mut().for_each(|section| name(section, &mut taken));
            article
        },
    )
}

/// Every section needs a name of its own.
fn name(section: &mut Section, taken: &mut Vec<Anchor>) {
    while taken.contains(&section.id) {
        section.id = format!("{}x", section.id).parse().unwrap();
    }
    taken.push(section.id.clone());
    section.sections.iter_mut().for_each(|section| name(section, taken));
}
