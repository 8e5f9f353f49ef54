//! The ways in which lists of books write an entry: with the year behind the authors (APA, Harvard), with the title
//! first (as bookshops do), with the authors first and the year at the end (MHRA, Chicago), or nothing of the kind.

use super::imprint::{
    Imprint, bracketed_date, has_volume, imprint, only_year, sentence_end, sentences, year,
};
use super::line::{Line, Mark, Span};
use super::people::{
    Order, is_house, is_inverted, is_organisation, is_person, is_publisher, people,
};
use crate::characters::one_line;
use crate::model::PartialDate;
use std::ops::Range;

/// Longer lines are no entries of this kind: only what is linked or emphasised in them is read.
const LONGEST: usize = 1_500;

/// What a work is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    Journal,
    Book,
}

/// What is known of a work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Work {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) published_in: Option<Within>,
}

/// Reads an entry; what is not sure is left out.
pub(super) fn read(line: &Line) -> Work {
    if line.text.len() <= LONGEST {
        let whole = line.spans.first().filter(|span| span.range.len() + 4 > line.text.trim().len());
        // An entry may be one link from its first word to its last.
        let inner = whole.and_then(|_| {
            let plain = line.plain();
            dated(&plain).or_else(|| vancouver(&plain)).filter(|work| !work.authors.is_empty())
        });
        if let Some(work) = inner
            .or_else(|| dated(line))
            .or_else(|| titled_first(line))
            .or_else(|| named_first(line))
            .or_else(|| vancouver(line))
            .or_else(|| plain(line))
        {
            return work;
        }
    }
    let mut spans = line.spans.iter().filter(|span| span.mark != Mark::Quotation);
    let Some(span) = spans.next() else { return Work::default() };
    let behind = &line.text[span.range.end..];
    if line.text.len() <= LONGEST && span.mark == Mark::Emphasis && has_volume(behind) {
        // A journal is no title of what is in it.
        return Work { published_in: Some(Within::Journal), ..Work::default() };
    }
    let mut work = Work { title: line.title(&span.range), ..Work::default() };
    if line.text.len() <= LONGEST {
        behind_title(&mut work, line, span);
    }
    work
}

/// `Bowlby, J. (1988). A Secure Base. Routledge.`
fn dated(line: &Line) -> Option<Work> {
    let first = line.spans.iter().find(|span| !is_name_of(line, span));
    let head = &line.text[..first.map_or(line.text.len(), |span| span.range.start)];
    let in_brackets = head.match_indices(['(', '[']).find_map(|(at, _)| {
        let end = at + head[at..].find([')', ']'])?;
        Some((at, end + 1, bracketed_date(head[at + 1..end].trim())?))
    });
    let bare = || {
        let (at, _) = head.match_indices(|c: char| c.is_ascii_digit()).next()?;
        let year = year(head.get(at..at + 4)?)?;
        let is_inverted = is_inverted(head[..at].trim_end_matches([' ', ','])) || {
            people(head[..at].trim_end_matches([' ', ',', '.']), Order::Inverted).is_some()
        };
        (is_inverted && head[at + 4..].starts_with(['.', ',', ':'])).then_some((
            at,
            at + 4,
            Some(year),
        ))
    };
    let (at, end, published) = in_brackets.or_else(bare)?;
    let before = head[..at].trim().trim_end_matches([',', ':']);
    let before = before
        .strip_suffix('.')
        .filter(|rest| !rest.ends_with(" al") && people(before, Order::Inverted).is_none())
        .unwrap_or(before);
    if before.is_empty() {
        return None;
    }
    let authors = people(before, Order::Inverted)
        .or_else(|| is_organisation(before).then(|| vec![one_line(before)]))
        .unwrap_or_default();
    let is_next = |span: &Span| {
        line.text[end..span.range.start].trim_matches([' ', '.', ',', ':']).is_empty()
    };
    if authors.is_empty() && !line.next(end).is_some_and(is_next) {
        // Words and a year: a title, an event, anything.
        return None;
    }
    let mut work = Work { authors, published, ..Work::default() };
    work_at(&mut work, line, end);
    Some(work)
}

/// A strong name before the title is no title.
fn is_name_of(line: &Line, span: &Span) -> bool {
    span.mark == Mark::Strong
        && line.spans.iter().any(|other| other.range.start > span.range.start)
        && people(line.text[span.range.clone()].trim_matches([' ', ',', '.', ':']), Order::Inverted)
            .is_some()
}

/// Reads title, journal or book, and imprint from a place on, where the authors are known.
fn work_at(work: &mut Work, line: &Line, at: usize) {
    let at = at
        + line.text[at..]
            .find(|c: char| !matches!(c, ' ' | '.' | ',' | ':' | '–' | '—' | '-' | '\u{a0}'))
            .unwrap_or(0);
    let next = line.next(at);
    let Some((range, mark)) = title_at(line, at, next) else { return };
    let end = range.end;
    work.title = line.title(&range);
    // What is emphasised behind the title of a paper is the journal, behind "in" it is the book.
    let holder =
        line.spans.iter().find(|span| span.range.start >= end && span.mark == Mark::Emphasis);
    let between = line.text[end..holder.map_or(line.text.len(), |span| span.range.start)]
        .trim_matches(['.', ',', ' ', '’', '”', '"', '\'']);
    let is_in = ["in ", "In ", "in: ", "In: "].iter().any(|lead| between.starts_with(lead))
        || matches!(between, "in" | "In" | "in:" | "In:");
    let journal = holder.filter(|_| between.is_empty() && mark != Some(Mark::Emphasis));
    if is_in {
        work.published_in = Some(Within::Book);
        if let Some(holder) = holder {
            if has_volume(&line.text[holder.range.end..]) {
                work.published_in = Some(Within::Journal);
            } else {
                imprint_of(work, &line.text[holder.range.end..], true);
            }
        }
        return;
    }
    if let Some(journal) = journal {
        work.published_in = Some(Within::Journal);
        work.published = work.published.or_else(|| only_year(&line.text[journal.range.end..]));
        return;
    }
    let behind = &line.text[end..];
    if has_volume(behind) {
        work.published_in = Some(Within::Journal);
        work.published = work.published.or_else(|| only_year(behind));
        if mark == Some(Mark::Emphasis) {
            // The journal stands where the title of the paper should.
            work.title = None;
        }
        return;
    }
    imprint_of(work, behind, mark != Some(Mark::Quotation));
}

fn imprint_of(work: &mut Work, behind: &str, is_book: bool) {
    // A subtitle behind the emphasis, and whatever is told behind a dash, is no publisher.
    let starts = behind.trim_start();
    let is_apart = starts.starts_with(['.', ',', '(', '[', ';', '?', '!'])
        || !starts.starts_with([':', '–', '—', '-']) && behind.len() == starts.len();
    if !is_apart {
        return;
    }
    let found = sentences(imprint(behind));
    work.published = work.published.or(found.published);
    if is_book {
        work.publisher = found.publisher;
    }
}

/// Where the title stands that begins at a place: a span, or a sentence.
fn title_at(line: &Line, at: usize, next: Option<&Span>) -> Option<(Range<usize>, Option<Mark>)> {
    if let Some(span) = next.filter(|span| span.range.start == at) {
        return Some((span.range.clone(), Some(span.mark)));
    }
    let holder =
        line.spans.iter().find(|span| span.range.start >= at && span.mark != Mark::Quotation);
    let end = holder.map_or(line.text.len(), |span| span.range.start);
    let words = &line.text[at..end];
    let sentence = sentence_end(words).map(|(end, _)| end);
    let inside = [", in ", ", In ", ". In "].iter().filter_map(|lead| words.find(lead)).min();
    let listed =
        holder.is_some().then(|| words.trim_end().strip_suffix(',').map(str::len)).flatten();
    let cut = sentence.into_iter().chain(inside).min().or(listed);
    match (cut, holder) {
        (Some(cut), _) if !words[..cut].trim().is_empty() => Some((at..at + cut, None)),
        (None, Some(holder)) => Some((holder.range.clone(), Some(holder.mark))),
        (None, None) if !words.trim().is_empty() => Some((at..end, None)),
        _ => None,
    }
}

/// `A Secure Base by John Bowlby (Routledge, 1988)`, `"A paper", The Journal, 1988`, `[A page](…) – what it is about`.
fn titled_first(line: &Line) -> Option<Work> {
    let span = line.spans.first().filter(|span| !is_name_of(line, span))?;
    if !line.text[..span.range.start].trim().is_empty() {
        return None;
    }
    let mut work = Work { title: line.title(&span.range), ..Work::default() };
    behind_title(&mut work, line, span);
    Some(work)
}

/// Authors, publisher and year behind a title.
fn behind_title(work: &mut Work, line: &Line, span: &Span) {
    let behind = &line.text[span.range.end..];
    let holder = line
        .spans
        .iter()
        .find(|other| other.range.start >= span.range.end && other.mark == Mark::Emphasis);
    if let Some(holder) = holder.filter(|_| span.mark != Mark::Emphasis) {
        let between =
            line.text[span.range.end..holder.range.start].trim_matches(['.', ',', ' ', '–', '—']);
        let author = between.strip_prefix("by ").unwrap_or(between).trim_end_matches(',');
        let by = people(author, Order::Natural);
        if between.is_empty() || by.is_some() || matches!(between, "in" | "In") {
            work.authors = by.unwrap_or_default();
            work.published_in = Some(Within::Journal);
            let behind = &line.text[holder.range.end..];
            work.published = only_year(behind)
                .or_else(|| super::imprint::date(behind.trim_matches([',', ' ', '.', '(', ')'])));
            return;
        }
    }
    let Imprint { publisher, published, rest } = imprint(behind);
    let lead = behind.trim_start();
    // `. Routledge, 1988` and `: a subtitle` need an author before them to be told from prose.
    let by = ["by ", "By ", "von ", "par ", "– by ", "— by ", "- by "]
        .iter()
        .find_map(|by| rest.strip_prefix(by));
    let dash = ["– ", "— ", "- "].iter().find_map(|dash| rest.strip_prefix(dash));
    let is_comma = lead.starts_with([',', '(']);
    (work.publisher, work.published) = (publisher, published);
    let Some(words) = by.or(dash).or(is_comma.then_some(&*rest)) else { return };
    let words = sentence_end(words).map_or(words, |(end, _)| &words[..end]);
    let mut parts: Vec<&str> =
        words.split(", ").map(str::trim).filter(|part| !part.is_empty()).collect();
    let dated = parts.last().and_then(|part| super::imprint::date(part));
    if let Some(date) = dated {
        work.published = work.published.or(Some(date));
        parts.pop();
    }
    if by.is_none()
        && work.published.is_none()
        && work.publisher.is_none()
        && !(span.mark == Mark::Emphasis || span.mark == Mark::Strong)
    {
        // What a page is about may look like a name.
        return;
    }
    let named = parts
        .iter()
        .take_while(|part| people(part, Order::Natural).is_some() && !is_house(part))
        .count();
    let (mut names, mut rest) = parts.split_at(named);
    if span.mark == Mark::Quotation && by.is_none() && named == 1 && rest.is_empty() {
        // A newspaper may be called like somebody.
        names = &[];
    } else if by.is_none() && named > 1 && rest.is_empty() && work.publisher.is_none() {
        // The last could be the publisher.
        names = &names[..1];
    }
    if named == 0 && by.is_none() && parts.len() != 1 {
        rest = &[];
    }
    work.authors = names.iter().filter_map(|part| people(part, Order::Natural)).flatten().collect();
    match (span.mark, rest) {
        (Mark::Quotation, [_, ..]) if !is_spoken(&line.text) && work.published.is_some() => {
            work.published_in = Some(Within::Journal);
        }
        (Mark::Quotation, _) => {}
        (_, [name])
            if work.publisher.is_none()
                && (dash.is_none() || named > 0 || work.published.is_some()) =>
        {
            let name = name.split_once(": ").map_or(*name, |(_, name)| name);
            let is_sure = is_publisher(name) && (!is_person(name) || is_house(name));
            work.publisher = is_sure.then(|| name.to_owned());
        }
        _ => {}
    }
    let is_told = by.is_some() || work.published.is_some() || work.publisher.is_some();
    if !is_told && !rest.is_empty() {
        // Words that go on are prose.
        work.authors.clear();
    }
}

/// What is heard or watched is no article.
fn is_spoken(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "podcast", "episode", "radio", "sounds", "film", "video", "talk", "ted", "youtube",
        "series",
    ];
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// `John Bowlby, A Secure Base (London: Routledge, 1988)`.
fn named_first(line: &Line) -> Option<Work> {
    let span = line.spans.iter().find(|span| !is_name_of(line, span))?;
    let before = line.text[..span.range.start].trim();
    let names = before.trim_end_matches([',', ':', '–', '—', '-', ' ']);
    let names = names
        .strip_suffix('.')
        .filter(|_| people(names, Order::Inverted).is_none())
        .unwrap_or(names);
    let order = if before.ends_with('.') { Order::Inverted } else { Order::Natural };
    let authors = people(names, order)?;
    let mut work = Work { authors, ..Work::default() };
    work_at(&mut work, line, span.range.start);
    let is_page = span.mark == Mark::Link && !before.ends_with('.');
    if is_page && work.published.is_none() && work.publisher.is_none() {
        // Who runs a page may be called like somebody.
        work.authors.clear();
    }
    Some(work)
}

/// `Shedler J. The efficacy of psychotherapy. Am Psychol. 2010;65(2):98-109.`
fn vancouver(line: &Line) -> Option<Work> {
    let end = line
        .spans
        .iter()
        .find(|span| span.mark != Mark::Quotation)
        .map_or(line.text.len(), |span| span.range.start);
    let head = line.text.get(..end)?;
    let (at, authors) = head.match_indices(". ").take(12).find_map(|(at, _)| {
        let names = &head[..=at];
        let names = if is_inverted(names) && people(names, Order::Natural).is_some() {
            names
        } else {
            &head[..at]
        };
        let is_title = head[at + 2..].trim_start().chars().next().is_some_and(char::is_uppercase);
        let is_name = is_inverted(names) && is_title && sentence_end(&head[at + 2..]).is_some();
        people(names, Order::Natural).filter(|_| is_name).map(|names| (at + 2, names))
    })?;
    only_year(&line.text)?;
    let mut work = Work { authors, ..Work::default() };
    work_at(&mut work, line, at);
    work.published = work.published.or_else(|| only_year(&line.text));
    Some(work)
}

/// `The Gift of Rest, Ann Author, 1997`, `The Gift of Rest by Ann Author (Heron Press, 1997)`, with nothing to tell
/// the title by.
fn plain(line: &Line) -> Option<Work> {
    if !line.spans.is_empty() {
        return None;
    }
    let text = line.text.trim().trim_end_matches('.');
    if let Some((title, rest)) = text.split_once(" by ")
        && let Some((names, imprinted)) = rest.split_once(" (")
        && let Some(authors) = people(names, Order::Natural)
    {
        let found = imprint(&format!("({imprinted}"));
        found.published?;
        return Some(Work {
            title: Some(one_line(title)),
            authors,
            publisher: found.publisher,
            published: found.published,
            published_in: None,
        });
    }
    let parts: Vec<&str> = text.split(", ").map(str::trim).collect();
    let [title, name, date] = parts[..] else { return None };
    let published = year(date)?;
    let authors = people(name, Order::Natural)?;
    // Of two that look like names, nobody knows which is the author.
    let is_title = people(title, Order::Natural).is_none()
        && title.contains(' ')
        && title.starts_with(char::is_uppercase);
    is_title.then(|| Work {
        title: Some(one_line(title)),
        authors,
        published: Some(published),
        ..Work::default()
    })
}
