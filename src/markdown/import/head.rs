//! The title, and the lines under it that say who, when and how long.

use super::furniture::is_of_page;
use super::lines::Line;
use super::words::{BY, MODIFIED, PUBLISHED};
use super::{Draft, dates, fold, shapes, strip_words};
use crate::characters::is_kana;
use crate::diagnostic::Code;
use crate::model::{Author, PartialDate};

/// The most lines that a byline has.
const MAX_LINES: usize = 8;

/// What a part of a byline says.
enum Part {
    Authors {
        names: Vec<String>,
        is_said: bool,
    },
    /// `Written by`, and the name on the next line.
    By,
    Published {
        date: PartialDate,
        is_unsure: bool,
    },
    Modified {
        date: PartialDate,
    },
    ReadingTime {
        minutes: u32,
    },
    /// A count of views or the like, which belongs to the page.
    Page {
        text: String,
    },
}

/// Takes the title off the start.
pub(super) fn title(lines: &mut Vec<Line>, draft: &mut Draft<'_>) {
    let Some(first) = lines.first() else { return };
    let words = first.text.split_whitespace().count();
    let is_sentence = words > 30 || words > 16 && first.text.ends_with('.');
    if is_sentence || shapes::bullet(&first.text).is_some() {
        return;
    }
    let line = lines.remove(0);
    let origin = draft.source.origin(line.range.clone());
    let parts: Vec<&str> = line.text.split(" | ").map(str::trim).collect();
    let filled = parts.iter().all(|part| !part.is_empty());
    let metadata = &mut draft.metadata;
    let told = match parts[..] {
        [title, category] if filled => {
            title.clone_into(&mut metadata.title);
            metadata.category = Some(category.to_owned());
            "what stands behind `|` was taken for the category; if it names the site, write `publisher:`"
        }
        [title, category, site] if filled => {
            title.clone_into(&mut metadata.title);
            metadata.category = Some(category.to_owned());
            metadata.publisher = Some(site.to_owned());
            "what stands behind `|` was taken for the category and the publisher"
        }
        _ => {
            line.text.clone_into(&mut metadata.title);
            ""
        }
    };
    draft.guess(Code::GuessedTitle, "the first line was taken for the title", origin, told);
    // Pages show a title twice: in the tab and above the text.
    let title = fold(&draft.metadata.title);
    if lines.first().is_some_and(|line| fold(&line.text) == title) {
        let line = lines.remove(0);
        draft.put_aside(&line);
    }
}

/// Takes the byline off the start, if there is one.
pub(super) fn byline(lines: &mut Vec<Line>, draft: &mut Draft<'_>) {
    let mut parts: Vec<(usize, Part)> = Vec::new();
    let mut read = 0;
    for (at, line) in lines.iter().take(MAX_LINES).enumerate() {
        let Some(line_parts) = parts_of(&line.text, matches!(parts.last(), Some((_, Part::By))))
        else {
            break;
        };
        // Signs without case could be anything, but for the first line of a byline.
        if !parts.is_empty() && is_east_asian_name(&line.text) {
            break;
        }
        parts.extend(line_parts.into_iter().map(|part| (at, part)));
        read = at + 1;
    }
    // A name alone could be anything; a date, a reading time or "By …" makes it a byline.
    let is_evidence = |(_, part): &(usize, Part)| {
        !matches!(part, Part::Authors { is_said: false, .. } | Part::Page { .. })
    };
    if !parts.iter().any(is_evidence) {
        return;
    }
    let taken: Vec<Line> = lines.drain(..read).collect();
    let range = taken[0].range.start..taken[read - 1].range.end;
    let origin = draft.source.origin(range);
    draft.guess(Code::GuessedByline, "these lines were taken for the byline", origin, "");
    for (at, part) in parts {
        apply(part, &taken[at], draft);
    }
}

/// Takes `Written by A. Name` at the end for the author, where nobody else is named.
pub(super) fn closing_byline(lines: &mut Vec<Line>, draft: &mut Draft<'_>) {
    let from = lines.len().saturating_sub(6);
    if !draft.authors.is_empty() {
        return;
    }
    let at = (from..lines.len()).find(|&at| {
        let text = &lines[at].text;
        let is_long = BY.iter().any(|by| by.contains(' ') && strip_words(text, &[by]).is_some());
        is_long && matches!(part_of(text), Some(Part::Authors { is_said: true, .. }))
    });
    if let Some(at) = at {
        let line = lines.remove(at);
        let origin = draft.source.origin(line.range.clone());
        draft.guess(Code::GuessedByline, "this line was taken for the byline", origin, "");
        if let Some(part) = part_of(&line.text) {
            apply(part, &line, draft);
        }
    }
}

fn apply(part: Part, line: &Line, draft: &mut Draft<'_>) {
    let origin = draft.source.origin(line.range.clone());
    match part {
        Part::By => {}
        Part::Authors { names, .. } => {
            for name in names {
                if !draft.authors.iter().any(|known| known.name == name) {
                    draft.authors.push(Author::new(name));
                }
            }
        }
        Part::Published { date, .. } if draft.metadata.published.is_some() => {
            if draft.metadata.published != Some(date) {
                draft.put_aside(line);
            }
        }
        Part::Published { date, is_unsure } => {
            draft.metadata.published = Some(date);
            if date.year().is_none() {
                let help = format!(
                    "write the year in the front matter, as in `published: 2026{}`",
                    &date.to_string()[1..]
                );
                draft.guess(Code::GuessedYear, "this date has no year", origin, &help);
            }
            if is_unsure {
                let told = format!("this date was read as {}", date.in_words());
                draft.guess(
                    Code::GuessedDayFirst,
                    &told,
                    origin,
                    "change `published:` if the month stands first",
                );
            }
        }
        Part::Modified { date } => draft.metadata.modified = Some(date),
        Part::Page { text } => draft.aside.push(text),
        Part::ReadingTime { minutes } => draft.metadata.stated_reading_minutes = Some(minutes),
    }
}

/// The parts of a line of a byline; none where some part is anything else.
fn parts_of(text: &str, is_name_awaited: bool) -> Option<Vec<Part>> {
    if text.chars().count() > 120 {
        return None;
    }
    let text = shapes::bullet(text).map_or(text, |(_, rest)| rest);
    if is_name_awaited {
        return Some(vec![Part::Authors { names: names(text)?, is_said: true }]);
    }
    let pieces: Vec<&str> = text
        .split(['|', '·', '•', '∙', '⋅'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    let mut parts = Vec::new();
    for piece in pieces {
        if let Some(part) = part_of(piece) {
            parts.push(part);
        } else if is_of_page(piece) {
            parts.push(Part::Page { text: piece.to_owned() });
        } else if let Some((name, rest)) = described(piece) {
            parts.extend([name, Part::Page { text: rest.to_owned() }]);
        } else {
            parts.extend(joined(piece)?);
        }
    }
    (!parts.is_empty()).then_some(parts)
}

/// `Par A. Name, psychologue`: the name, and what somebody is.
fn described(text: &str) -> Option<(Part, &str)> {
    let (by, rest) = text.split_once(", ")?;
    let name = part_of(by).filter(|part| matches!(part, Part::Authors { is_said: true, .. }))?;
    let is_plain = rest.starts_with(char::is_lowercase)
        && rest.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '’' | '\''));
    (is_plain && rest.split(' ').count() <= 6).then_some((name, rest))
}

/// `By A. Name, 12 March 2026` and `Posted on 12 March 2026 by A. Name`.
fn joined(text: &str) -> Option<Vec<Part>> {
    let splits = [", ", " – ", " - ", " on ", " am ", " le ", " el ", " il "];
    let behind =
        splits.iter().filter_map(|split| text.split_once(split).map(|(a, b)| (a, b.to_owned())));
    let before = [" by ", " von ", " par ", " por ", " da ", " door "].iter().filter_map(|split| {
        text.split_once(split).map(|(a, b)| (a, format!("{}{b}", &split[1..])))
    });
    behind.chain(before).find_map(|(first, second)| {
        let (first, second) = (part_of(first)?, part_of(&second)?);
        let is_name = |part: &Part| matches!(part, Part::Authors { is_said: true, .. });
        (is_name(&first) != is_name(&second)).then(|| vec![first, second])
    })
}

fn part_of(text: &str) -> Option<Part> {
    if let Some(minutes) = dates::reading_time(text) {
        return Some(Part::ReadingTime { minutes });
    }
    if let Some((date, _)) = strip_words(text, MODIFIED).and_then(dates::date) {
        return Some(Part::Modified { date });
    }
    let dated = strip_words(text, PUBLISHED).unwrap_or(text);
    let dated = strip_words(dated, PUBLISHED).unwrap_or(dated);
    if let Some((date, is_unsure)) = dates::date(dated) {
        return Some(Part::Published { date, is_unsure });
    }
    if BY.contains(&fold(text).as_str()) {
        return Some(Part::By);
    }
    if let Some(rest) = strip_words(text, BY) {
        return Some(Part::Authors { names: names(rest)?, is_said: true });
    }
    if is_east_asian_name(text) {
        return Some(Part::Authors { names: vec![text.to_owned()], is_said: false });
    }
    let names = names(text)?;
    let is_whole =
        names.iter().all(|name| name.contains(' ') && !name.contains(shapes::is_caseless));
    is_whole.then_some(Part::Authors { names, is_said: false })
}

/// A line of three to five signs that may be a name: family name and given name, of Chinese signs or Korean.
fn is_east_asian_name(text: &str) -> bool {
    let signs = text.chars().filter(|c| *c != ' ' && *c != '\u{3000}');
    (3..=5).contains(&signs.clone().count())
        && signs.clone().all(|c| shapes::is_east_asian(c) && !is_kana(c))
}

/// One name, or several with commas and "and" between them.
fn names(text: &str) -> Option<Vec<String>> {
    let mut text = text.trim_end_matches(['.', ',']).to_owned();
    for and in [" and ", " & ", " und ", " et ", " y ", " e ", " en "] {
        text = text.replace(and, ", ");
    }
    let names: Vec<String> = text.split(", ").map(|name| name.trim().to_owned()).collect();
    (names.len() <= 6 && names.iter().all(|name| is_name(name))).then_some(names)
}

/// One to five words, each with a capital letter at its start, but for particles such as `de`; no words
/// that begin a heading.
fn is_name(text: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "van", "von", "der", "den", "la", "le", "di", "bin", "al", "da", "dos", "del", "du",
        "zu", "ter",
    ];
    const HEADINGS: &[&str] = &[
        "the",
        "a",
        "an",
        "what",
        "how",
        "why",
        "when",
        "who",
        "my",
        "your",
        "our",
        "on",
        "in",
        "is",
        "does",
        "can",
        "further",
        "about",
        "dear",
        "hello",
        "hi",
        "was",
        "wie",
        "warum",
        "die",
        "das",
        "ein",
        "eine",
        "qu'est-ce",
        "pourquoi",
        "comment",
        "les",
        "une",
        "un",
        "qué",
        "cómo",
        "el",
        "los",
        "las",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part = |word: &&str| {
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-' | '\u{301}'));
        let begins = |c: char| c.is_uppercase() || shapes::is_caseless(c);
        letters && (word.chars().next().is_some_and(begins) || PARTICLES.contains(word))
    };
    (1..=5).contains(&words.len())
        && words.iter().all(is_part)
        && !HEADINGS.contains(&words[0].to_lowercase().as_str())
        && words.iter().any(|word| {
            word.chars().next().is_some_and(|c| c.is_uppercase() || shapes::is_caseless(c))
        })
}
