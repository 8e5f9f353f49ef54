//! A blog post that was pasted as plain text into Markdown, with every guess told.

mod body;
pub(super) mod dates;
mod escape;
mod furniture;
mod head;
mod lines;
mod shapes;
pub(super) mod words;

use super::{Limits, write};
use crate::Result;
use crate::characters::{clean, is_han, is_kana};
use crate::diagnostic::{Code, Diagnostic, Output};
use crate::model::{Article, Author, Language, Metadata};
use crate::source::{Origin, Source};
use lines::Line;

/// Makes Markdown with front matter of a post that was pasted as plain text, a line a paragraph.
///
/// Title, byline, headings, lists and what the platform put around the text are guessed, and each guess
/// is told as a note for the author to confirm. Nothing that was typed is lost: what belongs to the page
/// rather than the text stands in a comment at the end, and characters that Markdown would take for markup
/// are escaped.
///
/// ```
/// use offprint::Source;
///
/// let pasted = "On Rest\nBy Ann Invented\n4 min read\n\nWhy rest\n\
///     It comes slowly, and *never* when it is called for by name.\n0 comments\n";
/// let imported = offprint::markdown::import(&Source::new("rest.txt", pasted))?;
/// assert_eq!(
///     imported.value,
///     "---\ntitle: On Rest\nreading_time: 4\nauthor: Ann Invented\n---\n\n## Why rest\n\n\
///      It comes slowly, and \\*never\\* when it is called for by name.\n\n<!-- 0 comments -->\n"
/// );
/// assert_eq!(imported.diagnostics.len(), 4);
/// # Ok::<(), offprint::Error>(())
/// ```
///
/// # Errors
///
/// The source has no text, or is too large.
pub fn import(source: &Source) -> Result<Output<String>> {
    let text = source.text();
    let limit = Limits::new().input;
    if text.len() > limit {
        let told = format!("the text has {} bytes; at most {limit} are allowed", text.len());
        return Err(Diagnostic::new(Code::InputTooLarge, told)
            .label(source.origin(0..0), "")
            .help("split it into several articles")
            .into());
    }
    if let Some(mark) = markdown_in(text) {
        let told = Diagnostic::new(
            Code::AlreadyMarkdown,
            "this is Markdown already, so nothing was changed",
        )
        .label(source.origin(mark), "seen by this")
        .help("remove the markup to have the text imported as plain text");
        return Ok(Output::new(text.to_owned(), vec![told]));
    }
    let (mut lines, invisible) = lines::of(text);
    if lines.is_empty() {
        return Err(Diagnostic::new(Code::NothingToRead, "there is no text in this file")
            .label(source.origin(0..0), "")
            .into());
    }
    let mut draft = Draft::new(source);
    for line in &mut lines {
        line.text = clean(&line.text, source.origin(line.range.clone()), &mut draft.found);
    }
    if invisible > 0 {
        let told =
            format!("{invisible} invisible characters (soft hyphens and the like) were left out");
        draft.guess(Code::InvisibleCharacter, &told, source.origin(0..0), "");
    }
    draft.language(&lines);
    let mut lines = furniture::take(lines, &mut draft);
    head::title(&mut lines, &mut draft);
    if !draft.metadata.title.is_empty() {
        head::byline(&mut lines, &mut draft);
    }
    head::closing_byline(&mut lines, &mut draft);
    let body = body::write(&lines, &mut draft);
    Ok(draft.finish(&body))
}

/// What was found so far.
struct Draft<'s> {
    source: &'s Source,
    metadata: Metadata,
    authors: Vec<Author>,
    /// Lines that belong to the page.
    aside: Vec<String>,
    found: Vec<Diagnostic>,
}

impl<'s> Draft<'s> {
    fn new(source: &'s Source) -> Self {
        let metadata = Metadata::default();
        Self { source, metadata, authors: Vec::new(), aside: Vec::new(), found: Vec::new() }
    }

    /// Tells a guess.
    fn guess(&mut self, code: Code, message: &str, origin: Origin, help: &str) {
        let mut told = Diagnostic::new(code, message).label(origin, "");
        if !help.is_empty() {
            told = told.help(help);
        }
        self.found.push(told);
    }

    /// Puts a line of the page into the comment at the end.
    fn put_aside(&mut self, line: &Line) {
        self.aside.push(line.text.clone());
        let origin = self.source.origin(line.range.clone());
        let message = "this line belongs to the page, not to the text, and was put into a comment";
        self.guess(
            Code::PageFurniture,
            message,
            origin,
            "delete the comment, or move the words back",
        );
    }

    /// Says which language it is where script or frequent words leave little doubt.
    fn language(&mut self, lines: &[Line]) {
        let Some(tag) = of_script(lines).or_else(|| of_words(lines)) else { return };
        if let Ok(language) = tag.parse::<Language>() {
            self.metadata.language = language;
            let message = format!("the language was taken to be `{tag}`");
            let help = "correct `language:` in the front matter if it is another, or of a region";
            self.guess(Code::GuessedLanguage, &message, self.source.origin(0..0), help);
        }
    }

    /// Puts front matter, text and what was put aside together.
    fn finish(self, body: &str) -> Output<String> {
        let article =
            Article { metadata: self.metadata, authors: self.authors, ..Article::default() };
        let mut text = String::new();
        if article.metadata != Metadata::default() || !article.authors.is_empty() {
            write::front_matter::write(&article, &mut text);
            text.push('\n');
        }
        let start = text.len();
        text.push_str(body);
        let aside: Vec<String> = self.aside.iter().map(|line| in_comment(line)).collect();
        let comment = match &aside[..] {
            [] => String::new(),
            [only] => format!("\n<!-- {only} -->\n"),
            all => format!("\n<!--\n{}\n-->\n", all.join("\n")),
        };
        text.push_str(&comment);
        // What begins like a byline but was not taken for one here is text; an empty comment keeps it so.
        let read = super::parse(&Source::new(self.source.name(), text.as_str()));
        if let Ok(read) = read
            && (read.value.authors.len() != article.authors.len()
                || read.value.metadata.published != article.metadata.published
                || read.value.metadata.stated_reading_minutes
                    != article.metadata.stated_reading_minutes)
        {
            text.insert_str(start, "<!-- -->\n\n");
        }
        let found = together(self.source.text(), self.found);
        Output::new(text, found)
    }
}

/// The language whose frequent words leave no doubt.
fn of_words(lines: &[Line]) -> Option<&'static str> {
    let mut counts = words::LANGUAGES.iter().map(|(tag, _)| (0, *tag)).collect::<Vec<_>>();
    for line in lines {
        for word in line.text.to_lowercase().split(|c: char| !c.is_alphabetic()) {
            for (at, (_, frequent)) in words::LANGUAGES.iter().enumerate() {
                counts[at].0 += usize::from(frequent.contains(&word));
            }
        }
    }
    counts.sort_unstable();
    let [.., (second, _), (first, tag)] = counts[..] else { return None };
    (tag != "en" && first >= 6 && first * 2 >= second * 3).then_some(tag)
}

/// The language that is most often written in the script of most letters.
fn of_script(lines: &[Line]) -> Option<&'static str> {
    let (mut letters, mut counts) = (0_usize, [0_usize; 6]);
    let (mut kana, mut ukrainian, mut persian) = (0_usize, 0_usize, 0_usize);
    for c in lines.iter().flat_map(|line| line.text.chars()).filter(|c| c.is_alphabetic()) {
        letters += 1;
        let at = match c {
            c if is_kana(c) || is_han(c) => 0,
            '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => 1,
            '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' => 2,
            '\u{0590}'..='\u{05ff}' => 3,
            '\u{0370}'..='\u{03ff}' | '\u{1f00}'..='\u{1fff}' => 4,
            '\u{0400}'..='\u{04ff}' => 5,
            _ => continue,
        };
        counts[at] += 1;
        kana += usize::from(is_kana(c));
        ukrainian += usize::from(matches!(c, 'і' | 'ї' | 'є' | 'ґ'));
        persian += usize::from(matches!(c, 'پ' | 'چ' | 'ژ' | 'گ'));
    }
    // A few words may be cited.
    let at = counts.iter().position(|&count| count * 2 > letters && count >= 20)?;
    Some(match at {
        0 if kana * 10 >= counts[0] => "ja",
        0 => "zh",
        1 => "ko",
        2 if persian > 0 => "fa",
        2 => "ar",
        3 => "he",
        4 => "el",
        _ if ukrainian > 0 => "uk",
        _ => "ru",
    })
}

/// Tells lines of the page that stand behind one another once.
fn together(text: &str, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by_key(|found| found.origin().range().start);
    let mut all: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for told in found {
        let range = told.origin().range();
        if told.code == Code::PageFurniture
            && let Some(last) = all.last_mut().filter(|last| last.code == Code::PageFurniture)
            && let Some(label) = last.labels.first_mut()
            && text[label.origin.range().end..range.start].trim().is_empty()
        {
            label.origin = label.origin.with_range(label.origin.range().start..range.end);
            "these lines belong to the page, not to the text, and were put into a comment"
                .clone_into(&mut last.message);
        } else {
            all.push(told);
        }
    }
    all
}

/// Words that do not end the comment that they stand in.
fn in_comment(text: &str) -> String {
    text.replace("--", "- -").replace("->", "- >")
}

/// Where a text shows that it is Markdown already: front matter, a heading with `#`, or a fence.
fn markdown_in(text: &str) -> Option<std::ops::Range<usize>> {
    let text_start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let start = at + if number == 0 { text_start } else { 0 };
        at += line.len();
        let line = text[start..at].trim_end();
        let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
        let is_heading = (1..=6).contains(&hashes)
            && line[hashes..].starts_with(' ')
            && !line[hashes..].trim().is_empty();
        let is_front_matter = number == 0
            && matches!(line, "---" | "+++")
            && text[at..].lines().skip(1).any(|other| other.trim_end() == line);
        let is_fence = line.starts_with("```");
        if is_heading || is_front_matter || is_fence {
            return Some(start..start + line.len());
        }
    }
    None
}

/// The words of a line in small letters, without punctuation around them.
fn fold(text: &str) -> String {
    text.to_lowercase().replace('’', "'").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// What stands behind one of these openings, with a space or colon between.
pub(super) fn strip_words<'t>(text: &'t str, openings: &[&str]) -> Option<&'t str> {
    let strip = |opening: &&str| {
        let head = text.get(..opening.len())?;
        let rest = &text[opening.len()..];
        let ends = rest.starts_with([' ', ':', '\u{a0}', '\u{202f}']);
        (ends && head.to_lowercase() == **opening)
            .then(|| rest.trim_start_matches([' ', ':', '\u{a0}', '\u{202f}']))
            .filter(|rest| !rest.is_empty())
    };
    openings.iter().find_map(strip)
}
