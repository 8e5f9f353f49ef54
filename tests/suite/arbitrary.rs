//! Articles of every shape that the model can hold: any characters, every kind, every field.

use offprint::Article;
use offprint::model::*;
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use std::str::FromStr;

pub(crate) fn article() -> impl Strategy<Value = Article> {
    let notes = vec(vec(block(), 0..3), 0..3);
    let parts = (vec(author(), 0..3), vec(block(), 0..4), vec(section(), 0..3), notes);
    (metadata(), parts).prop_filter_map(
        "no article",
        |(metadata, (authors, lead, sections, notes))| {
            let mut builder = Article::builder("").metadata(metadata).paragraph("Some text.");
            for author in authors {
                builder = builder.author(author);
            }
            for block in lead {
                builder = builder.block(block);
            }
            for section in sections {
                builder = builder.section(section);
            }
            for label in LABELS {
                let content = notes.get(label.len() - 1).cloned().unwrap_or_default();
                builder = builder.footnote(Footnote::new(label.parse().ok()?, content));
            }
            builder.build().ok()
        },
    )
}

/// The labels of the notes that every article has, so that references lead somewhere.
const LABELS: [&str; 3] = ["a", "bb", "ccc"];

fn text() -> BoxedStrategy<String> {
    prop_oneof![any::<String>(), "[ -~]{0,12}", "\\PC{1,4}"].boxed()
}

fn some_text() -> impl Strategy<Value = String> {
    text().prop_filter("a name", |text| !text.trim().is_empty())
}

/// A value of a type that reads itself, from texts that it may refuse.
fn read<T: FromStr + std::fmt::Debug>(
    texts: impl Strategy<Value = String>,
) -> impl Strategy<Value = T> {
    texts.prop_filter_map("refused", |text| text.parse().ok())
}

pub(crate) fn address() -> impl Strategy<Value = Address> {
    read(prop_oneof![
        "https?://[a-z]{1,9}\\.example/\\PC{0,9}",
        "[a-z./#?%:\\\\]{1,12}",
        "[Hh]ttps?:[/\\\\]{0,3}[\\[\\]@:%{}a-c0-1.é]{1,9}[/?#]?[ -~é]{0,9}",
        "mailto:[a-z]{1,5}@example\\.org",
        any::<String>(),
    ])
}

fn anchor() -> impl Strategy<Value = Anchor> {
    read(prop_oneof!["[a-z-]{1,9}", any::<String>()])
}

fn language() -> impl Strategy<Value = Language> {
    read(
        select(vec!["en-GB", "cy", "zh-Hant-TW", "sr-Latn", "de-1996", "x-own", "i-klingon"])
            .prop_map(str::to_owned),
    )
}

fn date() -> impl Strategy<Value = PartialDate> {
    (of(1..=9999_i16), of(1..=12_u8), of(1..=31_u8))
        .prop_filter_map("no date", |(year, month, day)| PartialDate::new(year, month, day).ok())
}

/// Front matter of other tools.
fn json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map(text(), inner, 0..3)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn identifier() -> impl Strategy<Value = Identifier> {
    prop_oneof![
        Just("978-0-306-40615-7".parse().unwrap()).prop_map(|value| Identifier::Isbn { value }),
        text().prop_map(|value| Identifier::Doi { value }),
        text().prop_map(|value| Identifier::Uuid { value }),
        (text(), text()).prop_map(|(scheme, value)| Identifier::Other { scheme, value }),
    ]
}

fn jurisdiction() -> impl Strategy<Value = Jurisdiction> {
    use Jurisdiction::{England, Ireland, NorthernIreland, Other, Scotland, Wales};
    select(vec![England, Wales, Scotland, NorthernIreland, Ireland, Other])
}

fn metadata() -> impl Strategy<Value = Metadata> {
    let texts = (some_text(), vec(of(text()), 7), vec(text(), 0..3), vec(text(), 0..3));
    let dates = vec(of(date()), 4);
    let cover = of((address(), of(text())));
    let series = of((text(), of(any::<u32>())));
    let codes = offprint::diagnostic::Code::ALL;
    let rest = (
        language(),
        of(address()),
        vec(identifier(), 0..3),
        of(jurisdiction()),
        of(any::<u32>()),
        any::<bool>(),
        vec(select(codes), 0..3),
        btree_map(text(), json(), 0..3),
    );
    (texts, dates, cover, series, rest).prop_map(|(texts, dates, cover, series, rest)| {
        let (title, mut optional, keywords, audience) = texts;
        let mut next = || optional.pop().flatten();
        let mut metadata = Metadata::new(title).keywords(keywords).audience(audience);
        metadata.subtitle = next();
        metadata.summary = next();
        metadata.version = next();
        metadata.category = next();
        metadata.licence = next();
        metadata.publisher = next();
        metadata.slug = next();
        metadata.published = dates[0];
        metadata.modified = dates[1];
        metadata.reviewed = dates[2];
        metadata.next_review = dates[3];
        metadata.cover = cover.map(|(image, alt)| {
            let mut cover = Cover::new(image);
            cover.alt = alt;
            cover
        });
        metadata.series = series.map(|(name, number)| {
            let mut series = Series::new(name);
            series.number = number;
            series
        });
        (metadata.language, metadata.canonical, metadata.identifiers) = (rest.0, rest.1, rest.2);
        (metadata.jurisdiction, metadata.stated_reading_minutes) = (rest.3, rest.4);
        (metadata.draft, metadata.suppress, metadata.extra) = (rest.5, rest.6, rest.7);
        metadata
    })
}

fn credential() -> impl Strategy<Value = Credential> {
    use Status::{Current, Deferred, Lapsed, NotWorking, Pending};
    let basis = select(vec![Basis::Stated, Basis::Recognised]);
    let body = read::<Body>(prop_oneof![Just("BACP".to_owned()), "[A-Z]{1,6}", some_text()]);
    let grade = read::<Grade>(prop_oneof![Just("registrant".to_owned()), some_text()]);
    let status = select(vec![Current, Pending, Deferred, NotWorking, Lapsed]);
    let membership = (body, of(grade), of(status), of(text()), vec(of(date()), 3), of(address()));
    let membership = (membership, basis.clone()).prop_map(|(said, basis)| {
        let mut membership = Membership::new(said.0).basis(basis);
        (membership.grade, membership.status, membership.number) = (said.1, said.2, said.3);
        (membership.since, membership.verified_on) = (said.4[0], said.4[1]);
        (membership.valid_until, membership.source) = (said.4[2], said.5);
        Credential::from(membership)
    });
    let degree = (text(), vec(of(text()), 3), of(date()), basis.clone());
    let degree = degree.prop_map(|(award, texts, year, basis)| {
        let mut degree = Degree::new(award).basis(basis);
        degree.subject.clone_from(&texts[0]);
        degree.institution.clone_from(&texts[1]);
        degree.classification.clone_from(&texts[2]);
        degree.year = year;
        Credential::from(degree)
    });
    let affiliation = (text(), of(text()), basis).prop_map(|(organisation, role, basis)| {
        let mut affiliation = Affiliation::new(organisation).basis(basis);
        affiliation.role = role;
        Credential::from(affiliation)
    });
    prop_oneof![membership, degree, affiliation]
}

fn author() -> impl Strategy<Value = Author> {
    use AuthorRole::{Author as Writer, Contributor, Editor, Illustrator, Translator};
    let role = select(vec![Writer, Editor, Translator, Illustrator, Contributor]);
    let post = (text(), of(text()), of(text())).prop_map(|(organisation, title, place)| {
        let mut post = Post::new(organisation);
        (post.title, post.place) = (title, place);
        post
    });
    let practice = (of(text()), of(text()), any::<bool>(), of(address()));
    let practice = practice.prop_map(|(name, place, online, url)| {
        let mut practice = PrivatePractice::new().online(online);
        (practice.name, practice.place, practice.url) = (name, place, url);
        practice
    });
    let work = (vec(credential(), 0..3), vec(post, 0..2), vec(practice, 0..2));
    let rest = (vec(block(), 0..2), of(address()), vec(of(text()), 3));
    (some_text(), role, work, rest).prop_map(|(name, role, work, rest)| {
        let mut author = Author::new(name).role(role);
        (author.credentials, author.posts, author.practices) = work;
        (author.biography, author.url) = (rest.0, rest.1);
        author.sort_name.clone_from(&rest.2[0]);
        author.email.clone_from(&rest.2[1]);
        author.orcid.clone_from(&rest.2[2]);
        author
    })
}

fn section() -> impl Strategy<Value = Section> {
    use SectionRole::{AboutTheAuthor, Body, FurtherReading, References, Summary, UrgentHelp};
    let roles = vec![Body, Summary, FurtherReading, References, AboutTheAuthor, UrgentHelp];
    let parts = (anchor(), inlines(), select(roles), vec(block(), 0..3));
    let leaf = parts.prop_map(|(id, heading, role, content)| {
        let mut section = Section::new("").id(id).role(role).content(content);
        section.heading = heading;
        section
    });
    leaf.prop_recursive(3, 6, 2, |inner| {
        (inner.clone(), vec(inner, 0..2)).prop_map(|(section, inner)| section.sections(inner))
    })
}

fn inlines() -> BoxedStrategy<Vec<Inline>> {
    vec(inline(), 0..3).boxed()
}

fn inline() -> BoxedStrategy<Inline> {
    let origin = offprint::Origin::default();
    let label = select(&LABELS[..]).prop_map(|label| label.parse().unwrap());
    let leaf = prop_oneof![
        text().prop_map(Inline::text),
        text().prop_map(move |text| Inline::Code { text, origin }),
        (address(), of(text()), of(text())).prop_map(move |(address, alt, title)| {
            Inline::Image { address, alt, title, origin }
        }),
        label.prop_map(move |label| Inline::FootnoteReference { label, origin }),
        Just(Inline::LineBreak { origin }),
        Just(Inline::SoftBreak { origin }),
    ];
    let nested = leaf.prop_recursive(3, 8, 3, move |inner| {
        let content = vec(inner, 0..3);
        let plain = (content.clone(), 0..7_u8).prop_map(move |(content, kind)| match kind {
            0 => Inline::Emphasis { content, origin },
            1 => Inline::Strong { content, origin },
            2 => Inline::Strikethrough { content, origin },
            3 => Inline::Superscript { content, origin },
            4 => Inline::Subscript { content, origin },
            5 => Inline::Mark { content, origin },
            _ => Inline::Keyboard { content, origin },
        });
        prop_oneof![
            plain,
            (content.clone(), text()).prop_map(move |(content, title)| Inline::Abbreviation {
                content,
                title,
                origin
            }),
            (content.clone(), of(language())).prop_map(move |(content, language)| {
                Inline::Span { content, language, origin }
            }),
            (content, address(), of(text())).prop_map(move |(content, address, title)| {
                Inline::Link { address, title, content, origin }
            }),
        ]
    });
    nested.boxed()
}

fn reading() -> impl Strategy<Value = Reading> {
    use ReadingKind::{Article, Book, Leaflet, Unknown, Web};
    let kind = select(vec![Unknown, Book, Article, Web, Leaflet]);
    let show_in = select(vec![ShowIn::Both, ShowIn::Web, ShowIn::Leaflet]);
    let known = (of(text()), of(address()), vec(text(), 0..2), of(text()), of(date()));
    (inlines(), known, kind, show_in).prop_map(|(content, known, kind, show_in)| {
        let mut reading = Reading::new(content).kind(kind).show_in(show_in).authors(known.2);
        (reading.title, reading.address) = (known.0, known.1);
        (reading.publisher, reading.published) = (known.3, known.4);
        reading
    })
}

fn flat_block() -> BoxedStrategy<Block> {
    let origin = offprint::Origin::default();
    let row = || vec(inlines().prop_map(Cell::new), 0..3).prop_map(Row::new);
    let columns = vec(select(vec![Alignment::Start, Alignment::Centre, Alignment::End]), 0..3);
    prop_oneof![
        inlines().prop_map(move |content| Block::Paragraph { content, origin }),
        (1..=6_u8, inlines()).prop_map(move |(level, content)| Block::Heading {
            level,
            content,
            origin
        }),
        (of(text()), of(text()), text()).prop_map(move |(language, attributes, text)| {
            Block::Code { language, attributes, text, origin }
        }),
        (columns, row(), vec(row(), 0..2), inlines()).prop_map(
            move |(columns, head, rows, caption)| {
                Block::Table { columns, head, rows, caption, origin }
            }
        ),
        (address(), of(text()), inlines()).prop_map(move |(address, alt, caption)| {
            Block::Figure { address, alt, caption, origin }
        }),
        (of(any::<u32>()), vec(reading(), 0..2))
            .prop_map(move |(start, entries)| Block::ReadingList { start, entries, origin }),
        Just(Block::ThematicBreak { origin }),
        text().prop_map(move |text| Block::Comment { text, origin }),
    ]
    .boxed()
}

fn block() -> BoxedStrategy<Block> {
    use CalloutKind::{Caution, Important, Note, Tip, UrgentHelp, Warning};
    use VignetteNature::{Composite, Fictional, WithConsent};
    let origin = offprint::Origin::default();
    let callouts = vec![Note, Tip, Important, Warning, Caution, UrgentHelp];
    let natures = vec![Fictional, Composite, WithConsent];
    let nested = flat_block().prop_recursive(3, 8, 3, move |inner| {
        let content = vec(inner, 0..3);
        let item = (of(any::<bool>()), content.clone()).prop_map(|(done, content)| {
            let mut item = ListItem::new(content);
            item.done = done;
            item
        });
        let definition = (inlines(), vec(content.clone(), 0..2))
            .prop_map(|(term, definitions)| DefinitionItem::new(term, definitions));
        prop_oneof![
            content.clone().prop_map(move |content| Block::Quotation { content, origin }),
            (select(callouts.clone()), content.clone())
                .prop_map(move |(callout, content)| Block::Callout { callout, content, origin }),
            (select(natures.clone()), content.clone())
                .prop_map(move |(nature, content)| Block::Vignette { nature, content, origin }),
            (inlines(), content.clone()).prop_map(move |(summary, content)| Block::Details {
                summary,
                content,
                origin
            }),
            (of(language()), content).prop_map(move |(language, content)| Block::Division {
                language,
                content,
                origin
            }),
            (of(any::<u32>()), any::<bool>(), vec(item, 0..3))
                .prop_map(move |(start, tight, items)| Block::List { start, tight, items, origin }),
            vec(definition, 0..2).prop_map(move |items| Block::DefinitionList { items, origin }),
        ]
    });
    nested.boxed()
}
