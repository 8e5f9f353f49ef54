//! The list or line under a title that says who, when and how long.

use super::import::words::{BY, MODIFIED, PUBLISHED};
use super::import::{dates, strip_words};
use crate::characters::one_line;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Author, Block, Credential, Degree, Inline, Language, Membership, Metadata, PartialDate,
    inlines_text,
};
use crate::registers::{Registers, is_degree};
use crate::source::Origin;

/// What letters after a name stand for; none where that is not known.
type Letters<'l> = &'l dyn Fn(&str) -> Option<Credential>;

/// What a part of a byline says.
enum Part {
    /// Each with the letters after the name.
    Authors {
        names: Vec<(String, Vec<Credential>)>,
    },
    Published {
        date: PartialDate,
    },
    Modified {
        date: PartialDate,
    },
    ReadingTime {
        minutes: u32,
    },
    Other,
}

/// How many paragraphs may be a byline: the name, the day, how long it takes.
const MOST: usize = 3;

/// Takes the byline off the start of the lead, if it has one, and tells where it states a reading time.
pub(super) fn take(
    lead: &mut Vec<Block>,
    metadata: &mut Metadata,
    authors: &mut Vec<Author>,
    letters: Letters<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<Origin> {
    // A comment may stand before it.
    let at = lead.iter().position(|block| !matches!(block, Block::Comment { .. }))?;
    let mut reading_time = None;
    for turn in 0..MOST {
        let is_next = turn == 0 || matches!(lead.get(at), Some(Block::Paragraph { .. }));
        let length = lead.len();
        let Some(stated) =
            is_next.then(|| take_block(at, lead, metadata, authors, letters, found)).flatten()
        else {
            break;
        };
        reading_time = reading_time.or(stated.reading_time);
        if lead.len() >= length {
            break;
        }
    }
    reading_time
}

/// A block that was a byline.
struct Taken {
    /// Where it states a reading time.
    reading_time: Option<Origin>,
}

/// Takes a block that is a byline, but for what is not understood; none where it is another block.
fn take_block(
    at: usize,
    lead: &mut Vec<Block>,
    metadata: &mut Metadata,
    authors: &mut Vec<Author>,
    letters: Letters<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<Taken> {
    let parts = parts(lead.get(at)?, letters)?;
    // Words that are names in English may stand before one in another language.
    let is_foreign = metadata.language.primary() != "en"
        || parts.iter().any(|(text, _)| in_english(text).is_none() && in_others(text).is_some());
    let read: Vec<(Part, &(String, Origin))> =
        parts.iter().map(|part| (part_of(&part.0, letters, is_foreign), part)).collect();
    // A name alone could be any list; a date, a reading time or "By …" makes it a byline.
    let is_byline = read.iter().any(|(part, (text, _))| match part {
        Part::Published { .. } | Part::Modified { .. } | Part::ReadingTime { .. } => true,
        Part::Authors { .. } => by(text, is_foreign).is_some(),
        Part::Other => false,
    });
    let is_list = matches!(lead[at], Block::List { .. });
    let all_understood = read.iter().all(|(part, _)| !matches!(part, Part::Other));
    if !is_byline || !is_list && !all_understood {
        return None;
    }
    let mut kept = Vec::new();
    let mut reading_time = None;
    for (part, (text, origin)) in read {
        let is_taken = match part {
            Part::Authors { names } => {
                for (name, held) in names {
                    add_author(authors, name, held, *origin);
                }
                true
            }
            Part::Published { date } => {
                if date.year().is_none() {
                    tell_year(text, *origin, found);
                }
                take_value(&mut metadata.published, date)
            }
            Part::Modified { date } => take_value(&mut metadata.modified, date),
            Part::ReadingTime { minutes } => {
                reading_time = Some(*origin);
                take_value(&mut metadata.stated_reading_minutes, minutes)
            }
            Part::Other => {
                found.push(
                    Diagnostic::new(
                        Code::BylineItem,
                        format!("`{text}` in the byline is no name, date or reading time"),
                    )
                    .label(*origin, "kept as text")
                    .help("move it into the front matter, or out of the list"),
                );
                kept.push(paragraph(text, *origin));
                true
            }
        };
        if !is_taken {
            found.push(
                Diagnostic::new(
                    Code::BylineItem,
                    format!("`{text}` in the byline contradicts what was said before it"),
                )
                .label(*origin, "kept as text")
                .help("keep the one that is right, in the front matter or here"),
            );
            kept.push(paragraph(text, *origin));
        }
    }
    lead.splice(at..=at, kept);
    Some(Taken { reading_time })
}

fn add_author(authors: &mut Vec<Author>, name: String, held: Vec<Credential>, origin: Origin) {
    let at = authors.iter().position(|known| known.name == name).unwrap_or_else(|| {
        let mut author = Author::new(name);
        author.origin = origin;
        authors.push(author);
        authors.len() - 1
    });
    // What front matter states of somebody says more than letters do.
    if authors[at].credentials.is_empty() {
        authors[at].credentials = held;
        authors[at].credentials.iter_mut().for_each(|held| match held {
            Credential::Membership(held) => held.origin = origin,
            Credential::Degree(held) => held.origin = origin,
            Credential::Affiliation(held) => held.origin = origin,
        });
    }
}

/// What letters after a name stand for.
pub(super) fn credential(registers: &Registers, letters: &str) -> Option<Credential> {
    if is_degree(letters) {
        return Some(Degree::new(letters).into());
    }
    match &registers.entitled_to(letters)[..] {
        [by] => Some(Membership::new(by.body.body.clone()).grade(by.grade.grade.clone()).into()),
        _ => None,
    }
}

/// What was said first counts; whether this is the same, or the first.
fn take_value<T: PartialEq>(place: &mut Option<T>, value: T) -> bool {
    match place {
        Some(known) => *known == value,
        None => {
            *place = Some(value);
            true
        }
    }
}

fn tell_year(text: &str, origin: Origin, found: &mut Vec<Diagnostic>) {
    found.push(
        Diagnostic::new(Code::UndatedYear, format!("`{text}` is a date without a year"))
            .label(origin, "no year")
            .help(format!("write the year, as in `{text} 2026`")),
    );
}

fn paragraph(text: &str, origin: Origin) -> Block {
    Block::Paragraph { content: vec![Inline::Text { text: text.to_owned(), origin }], origin }
}

/// Whether the first block of a lead would be taken for a byline.
pub(super) fn would_take(lead: &[Block]) -> bool {
    let at = lead.iter().position(|block| !matches!(block, Block::Comment { .. }));
    let first: Vec<Block> = at.map(|at| lead[at].clone()).into_iter().collect();
    // Which bodies give letters is for the reader to know: here anything may be some.
    let letters = |letters: &str| {
        let may_be = letters.chars().filter(|c| c.is_uppercase()).count() > 1;
        may_be.then(|| Degree::new(letters).into())
    };
    // Nor is the language known.
    [Some(Language::default()), "de".parse().ok()].into_iter().flatten().any(|language| {
        let mut metadata = Metadata { language, ..Metadata::default() };
        let mut rest = first.clone();
        take(&mut rest, &mut metadata, &mut Vec::new(), &letters, &mut Vec::new());
        rest != first
    })
}

/// What stands between `|` or `·`, and before and behind the comma of `By Imogen Farthing, 3 June 2026`.
fn line_parts(line: &str, letters: Letters<'_>) -> Vec<String> {
    let mut parts = Vec::new();
    for part in line.split(['|', '·', '•']).map(str::trim) {
        let dated = by(part, true).and_then(|_| part.rsplit_once(", "));
        let is_other =
            |rest| matches!(part_of(rest, letters, false), Part::Other | Part::Authors { .. });
        match dated.filter(|(_, rest)| !is_other(rest)) {
            Some((before, rest)) => parts.extend([before.to_owned(), rest.to_owned()]),
            None => parts.push(part.to_owned()),
        }
    }
    parts
}

/// The items of a short list, or the parts of the lines of a paragraph.
fn parts(block: &Block, letters: Letters<'_>) -> Option<Vec<(String, Origin)>> {
    let parts: Vec<(String, Origin)> = match block {
        Block::List { items, .. } => items
            .iter()
            .map(|item| match &item.content[..] {
                [Block::Paragraph { content, origin }] if is_plain(content) => {
                    Some((inlines_text(content).trim().to_owned(), *origin))
                }
                // Markdown takes the day of `12. März 2024` for a number of a list.
                [Block::List { start: Some(day), items, origin, .. }] => match &items[..] {
                    [item] => match &item.content[..] {
                        [Block::Paragraph { content, .. }] if is_plain(content) => {
                            let text = format!("{day}. {}", inlines_text(content).trim());
                            in_others(&text).is_some().then_some((text, *origin))
                        }
                        _ => None,
                    },
                    _ => None,
                },
                _ => None,
            })
            .collect::<Option<_>>()?,
        Block::Paragraph { content, origin } if is_plain(content) => content
            .split(|inline| matches!(inline, Inline::SoftBreak { .. }))
            .flat_map(|line| line_parts(&inlines_text(line), letters))
            .map(|part| (part, *origin))
            .collect(),
        _ => return None,
    };
    let is_short = parts.len() <= 6 && parts.iter().all(|(text, _)| text.len() <= 100);
    (is_short && !parts.is_empty()).then_some(parts)
}

/// Only text: a link in a byline would lose its address.
fn is_plain(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text { .. } | Inline::SoftBreak { .. } => true,
        Inline::Emphasis { content, .. } | Inline::Strong { content, .. } => is_plain(content),
        _ => false,
    })
}

fn part_of(text: &str, letters: Letters<'_>, is_foreign: bool) -> Part {
    if let Some(part) = in_english(text).or_else(|| in_others(text)) {
        return part;
    }
    let names = by(text, is_foreign).unwrap_or(text).replace(" and ", ",").replace(" & ", ",");
    let ands: &[&str] = if is_foreign { &[" und ", " et ", " y ", " e ", " en "] } else { &[] };
    let names = ands.iter().fold(names, |names, and| names.replace(and, ","));
    let mut all: Vec<(String, Vec<Credential>)> = Vec::new();
    for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        match all.last_mut().zip(letters(name)) {
            Some((before, held)) => before.1.push(held),
            None if is_name(name) => all.push((one_line(name), Vec::new())),
            None => return Part::Other,
        }
    }
    if all.is_empty() { Part::Other } else { Part::Authors { names: all } }
}

/// A reading time or a date as English writes it.
fn in_english(text: &str) -> Option<Part> {
    if let Some(minutes) = reading_time(text) {
        return Some(Part::ReadingTime { minutes });
    }
    let changed = ["last updated", "updated", "last modified", "modified", "last edited"];
    let changed = strip_words(text, &changed);
    let published = || strip_words(text, &["published", "posted", "date"]);
    let dated = changed.or_else(published).unwrap_or(text);
    let dated = strip_words(dated, &["on"]).unwrap_or(dated);
    let date = PartialDate::from_words(dated).or_else(|| dated.parse().ok())?;
    Some(if changed.is_some() { Part::Modified { date } } else { Part::Published { date } })
}

/// A reading time or a date as other languages write it: `5 Minuten Lesezeit`, `le 1er mars 2024`.
fn in_others(text: &str) -> Option<Part> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(minutes) = dates::reading_time(text) {
        return Some(Part::ReadingTime { minutes });
    }
    let sure = |text: &str| dates::date(text).filter(|(_, is_unsure)| !is_unsure);
    if let Some((date, _)) = strip_words(text, MODIFIED).and_then(sure) {
        return Some(Part::Modified { date });
    }
    let dated = strip_words(text, PUBLISHED).unwrap_or(text);
    let dated = strip_words(dated, PUBLISHED).unwrap_or(dated);
    sure(dated).map(|(date, _)| Part::Published { date })
}

fn by(text: &str, is_foreign: bool) -> Option<&str> {
    let words = ["written by", "words by", "interview by", "by", "author"];
    strip_words(text, &words).or_else(|| is_foreign.then(|| strip_words(text, BY)).flatten())
}

/// `4 min read`, `4-minute read`, `Reading time: 4 minutes`.
fn reading_time(text: &str) -> Option<u32> {
    let text = text.to_lowercase().replace('-', " ");
    let text = text
        .strip_prefix("reading time")
        .map_or(&*text, |rest| rest.trim_start_matches([' ', ':']));
    let mut words = text.split_whitespace();
    let minutes = words.next()?.trim_start_matches('~').parse().ok()?;
    let is_unit = matches!(words.next()?, "min" | "mins" | "min." | "minute" | "minutes");
    let ends = matches!((words.next(), words.next()), (None, _) | (Some("read" | "reading"), None));
    (is_unit && ends).then_some(minutes)
}

/// Two to five words, each with a capital letter at its start, but for particles such as `de`.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_particle = |word: &str| {
        matches!(word, "de" | "van" | "von" | "der" | "den" | "la" | "le" | "di" | "bin" | "al")
    };
    let is_part = |word: &&str| {
        let letters =
            word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'));
        letters && (word.chars().next().is_some_and(char::is_uppercase) || is_particle(word))
    };
    (2..=5).contains(&words.len()) && words.iter().all(is_part)
}
