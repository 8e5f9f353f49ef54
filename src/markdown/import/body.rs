//! The lines under the byline into Markdown: headings, lists, quotations, paragraphs.

use super::escape::{Place, line as escaped};
use super::lines::Line;
use super::shapes::{
    bullet, heading_shape, in_order, is_attribution, is_break, is_quoted, is_shouted,
    known_section, number,
};
use super::{Draft, fold};
use crate::diagnostic::Code;
use std::fmt::Write as _;
use std::ops::Range;

/// Writes the lines as Markdown.
pub(super) fn write(lines: &[Line], draft: &mut Draft<'_>) -> String {
    let headings = lines.iter().enumerate().filter(|(at, line)| {
        heading_shape(&line.text) && !lines.get(at + 1).is_some_and(|next| goes_on(line, next))
    });
    let loud: Vec<bool> = headings.map(|(_, line)| is_shouted(&line.text)).collect();
    let mut writer = Writer {
        lines,
        at: 0,
        out: String::new(),
        is_reading: false,
        last_list: None,
        level: 1,
        levels: loud.first() == Some(&true)
            && loud.iter().filter(|loud| **loud).count() > 1
            && loud.contains(&false),
        draft,
    };
    while writer.at < lines.len() {
        writer.block();
    }
    writer.out
}

struct Writer<'w, 's> {
    lines: &'w [Line],
    at: usize,
    out: String,
    /// Whether this is a section of further reading or references.
    is_reading: bool,
    /// The marker of the list that was written just before.
    last_list: Option<char>,
    /// The level of the heading before.
    level: usize,
    /// Whether headings in capitals stand above others.
    levels: bool,
    draft: &'w mut Draft<'s>,
}

impl Writer<'_, '_> {
    fn block(&mut self) {
        let (found, count) = self.next();
        let range = self.at..self.at + count;
        let last_list = self.last_list.take();
        match found {
            Found::Heading { level, class } => self.heading(level, class),
            Found::Bullets => self.list(range.clone(), last_list, false),
            Found::Numbers => self.list(range.clone(), last_list, true),
            Found::Quotation => self.quotation(range.clone()),
            Found::Break => self.push("***"),
            Found::Paragraph => {
                let lines = &self.lines[range.clone()];
                let mut words: Vec<String> = Vec::new();
                for line in lines {
                    words.push(escaped(&line.text, Place::Block));
                }
                self.push(&words.join("\n"));
            }
        }
        self.at = range.end;
    }

    /// What stands here, and of how many lines.
    fn next(&self) -> (Found, usize) {
        let rest = &self.lines[self.at..];
        let [line, behind @ ..] = rest else { return (Found::Paragraph, 1) };
        if is_break(&line.text) {
            return (Found::Break, 1);
        }
        if let Some(class) = known_section(&line.text, &self.draft.authors) {
            return (Found::Heading { level: 2, class }, 1);
        }
        let quoted = count(rest, |line| line.text.starts_with('>'));
        if quoted > 0 {
            return (Found::Quotation, quoted);
        }
        if is_quoted(&line.text) && behind.first().is_some_and(|next| is_attribution(&next.text)) {
            return (Found::Quotation, 2);
        }
        let bullets = count(rest, |line| bullet(&line.text).is_some());
        let is_sure = !line.text.starts_with(['-', '–', '—', '*', '+', '·']);
        let is_announced = self.at > 0 && self.lines[self.at - 1].text.ends_with(':');
        if bullets > 1 || bullets == 1 && (is_sure || is_announced) {
            return (Found::Bullets, bullets);
        }
        let numbers = in_order(rest);
        if numbers > 1 {
            return (Found::Numbers, numbers);
        }
        let tabbed = count(rest, |line| line.tabbed && line.text.chars().count() <= 200);
        if tabbed > 1 {
            return (Found::Bullets, tabbed);
        }
        if self.is_reading {
            let is_entry = |line: &Line| {
                line.text.chars().count() <= 250
                    && !line.text.ends_with(':')
                    && known_section(&line.text, &self.draft.authors).is_none()
            };
            let entries = count(rest, is_entry);
            if entries > 1 {
                return (Found::Bullets, entries);
            }
        }
        let broken = rest.windows(2).take_while(|pair| goes_on(&pair[0], &pair[1])).count();
        match self.heading_level(rest) {
            Some(level) if broken == 0 => (Found::Heading { level, class: None }, 1),
            _ => (Found::Paragraph, 1 + broken),
        }
    }

    /// The level of a heading, where the first line looks like one and text follows.
    fn heading_level(&self, rest: &[Line]) -> Option<usize> {
        let [line, behind @ ..] = rest else { return None };
        if !heading_shape(&line.text) {
            return None;
        }
        let is_text = |line: &Line| !heading_shape(&line.text);
        let short = behind.iter().take(3).take_while(|line| !is_text(line)).count();
        // Many short lines in a row are verse, an address, or anything.
        let ends = behind.get(short).is_none();
        if short > 1 || ends {
            return None;
        }
        let is_under = self.at > 0 && heading_shape(&self.lines[self.at - 1].text);
        let level = match self.levels {
            true if !is_shouted(&line.text) => 3,
            false if is_under => 3,
            _ => 2,
        };
        Some(level.min(self.level + 1))
    }

    fn push(&mut self, block: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(block);
        self.out.push('\n');
    }

    fn tell(&mut self, code: Code, message: &str, range: Range<usize>, help: &str) {
        let bytes = self.lines[range.start].range.start..self.lines[range.end - 1].range.end;
        let origin = self.draft.source.origin(bytes);
        self.draft.guess(code, message, origin, help);
    }

    fn heading(&mut self, level: usize, class: Option<&'static str>) {
        self.level = level;
        let line = &self.lines[self.at];
        let folded = fold(&line.text);
        let is_list = ["reading", "references", "bibliography", "sources", "resources"];
        self.is_reading = match class {
            Some(class) => matches!(class, "further-reading" | "references"),
            None => {
                known_section(&line.text, &[]).is_some()
                    && is_list.iter().any(|word| folded.contains(word))
            }
        };
        let mut text = format!("{} {}", "#".repeat(level), escaped(&line.text, Place::Heading));
        if let Some(class) = class {
            let _ = write!(text, " {{.{class}}}");
        }
        self.push(&text);
        let is_loud = is_shouted(&self.lines[self.at].text);
        let help = if is_loud {
            "write it in small letters: capitals are read out one by one"
        } else {
            ""
        };
        let message = format!("this line was taken for a heading of level {level}");
        self.tell(Code::GuessedHeading, &message, self.at..self.at + 1, help);
    }

    fn list(&mut self, range: Range<usize>, before: Option<char>, numbered: bool) {
        let items = &self.lines[range.clone()];
        let marker = match (numbered, before) {
            (true, Some('.')) => ')',
            (true, _) => '.',
            (false, Some('-')) => '*',
            (false, _) => '-',
        };
        let base = items[0].indent;
        let first = bullet(&items[0].text).map(|(bullet, _)| bullet);
        let mut out = String::new();
        for (at, item) in items.iter().enumerate() {
            let (bullet, text) = match (numbered, bullet(&item.text)) {
                (true, _) => {
                    (None, number(&item.text).map_or(item.text.as_str(), |(_, text)| text))
                }
                (false, Some((bullet, text))) => (Some(bullet), text),
                (false, None) => (None, item.text.as_str()),
            };
            let is_inner = !numbered
                && at > 0
                && (item.indent >= base + 2
                    || bullet != first && matches!(bullet, Some('◦' | '○' | '▫' | '□')));
            let text = escaped(text, Place::Block);
            let _ = if numbered {
                let start = number(&item.text).map_or(1, |(number, _)| number);
                writeln!(out, "{start}{marker} {text}")
            } else {
                writeln!(out, "{}{marker} {text}", if is_inner { "  " } else { "" })
            };
        }
        self.push(out.trim_end_matches('\n'));
        self.last_list = Some(marker);
        let message = format!("{} were taken for a list", lines_in_words(range.len()));
        self.tell(Code::GuessedList, &message, range, "");
    }

    fn quotation(&mut self, range: Range<usize>) {
        let lines = &self.lines[range.clone()];
        let quoted: Vec<String> = lines
            .iter()
            .map(|line| {
                let text = line.text.trim_start_matches(['>', ' ']);
                if text.is_empty() {
                    ">".to_owned()
                } else {
                    format!("> {}", escaped(text, Place::Block))
                }
            })
            .collect();
        self.push(&quoted.join("\n>\n"));
        self.tell(Code::GuessedQuotation, "this was taken for a quotation", range, "");
    }
}

enum Found {
    Heading { level: usize, class: Option<&'static str> },
    Bullets,
    Numbers,
    Quotation,
    Break,
    Paragraph,
}

fn count(lines: &[Line], is_right: impl Fn(&Line) -> bool) -> usize {
    lines.iter().take_while(|line| is_right(line)).count()
}

/// Whether a line was broken by hand and goes on in the next one.
fn goes_on(line: &Line, next: &Line) -> bool {
    (45..=100).contains(&line.text.chars().count())
        && !next.apart
        && next.text.starts_with(char::is_lowercase)
        && bullet(&next.text).is_none()
}

fn lines_in_words(count: usize) -> String {
    if count == 1 { "one line".to_owned() } else { format!("{count} lines") }
}
