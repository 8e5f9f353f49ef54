//! What a line looks like: a bullet, a number, a heading, a quotation.

use super::fold;
use super::lines::Line;
use super::words::SECTIONS;
use crate::characters::{is_han, is_kana};
use crate::model::Author;

/// The bullet that a line begins with, and the words behind it.
pub(super) fn bullet(text: &str) -> Option<(char, &str)> {
    const SURE: &[char] = &[
        '•', '‣', '▪', '▫', '●', '○', '◦', '■', '□', '∙', '⁃', '➢', '►', '▸', '➤', '✓', '✔',
        '\u{f0b7}', '\u{f0a7}',
    ];
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let is_bullet = SURE.contains(&first)
        || matches!(first, '-' | '–' | '—' | '*' | '+' | '·') && rest.starts_with(' ');
    let words = rest.trim_start();
    (is_bullet && !words.is_empty() && !is_break(text)).then_some((first, words))
}

/// Whether a line is a break in the text: `* * *`, `---`, `⁂`.
pub(super) fn is_break(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| *c != ' ');
    match marks.next() {
        Some('⁂') => marks.next().is_none(),
        Some(first @ ('*' | '-' | '_')) => {
            let mut count = 1;
            marks.inspect(|_| count += 1).all(|c| c == first) && count >= 3
        }
        _ => false,
    }
}

/// Whether a letter is of a script without small letters, such as Japanese and Arabic.
pub(super) fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// The number that a line begins with, `1.` or `1)`, and the words behind it.
pub(super) fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix(['.', ')'])?;
    let words = rest.strip_prefix(' ')?;
    (digits <= 3 && !words.is_empty())
        .then(|| text[..digits].parse().ok().map(|n| (n, words)))
        .flatten()
}

/// How many lines are numbered one after the other.
pub(super) fn in_order(lines: &[Line]) -> usize {
    let Some((first, _)) = lines.first().and_then(|line| number(&line.text)) else { return 0 };
    let expected = (first..).map(Some);
    let numbers = lines.iter().map(|line| number(&line.text).map(|(number, _)| number));
    numbers.zip(expected).take_while(|(number, expected)| number == expected).count()
}

/// Whether a line could be a heading: short, begun like a sentence and not ended like one.
pub(super) fn heading_shape(text: &str) -> bool {
    let length = text.chars().count();
    let words = text.split_whitespace().count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let begins = text.starts_with(|c: char| {
        c.is_uppercase()
            || is_caseless(c)
            || c.is_ascii_digit()
            || matches!(c, '“' | '„' | '«' | '"' | '¿' | '‘')
    });
    let ends = text.ends_with([
        '.', ',', ';', ':', '!', '…', '–', '—', '-', '。', '、', '，', '：', '！', '،', '؛',
    ]);
    let is_question = text.ends_with(['?', '？', '؟']);
    // Signs of East Asia are words, or parts of such.
    let is_short = length <= if text.starts_with(is_east_asian) { 30 } else { 90 };
    is_short
        && words <= if is_question { 10 } else { 14 }
        && begins
        && !ends
        && letters * 2 >= length
        && !is_quoted(text)
        && !["http", "www.", "@"].iter().any(|part| text.contains(part))
        && !(text.contains(',') && text.chars().any(|c| c.is_ascii_digit()))
        && bullet(text).is_none()
}

/// Whether a letter is of Chinese, Japanese or Korean.
pub(super) const fn is_east_asian(c: char) -> bool {
    is_kana(c) || is_han(c) || matches!(c, '\u{ac00}'..='\u{d7af}')
}

/// Whether a line is in capitals.
pub(super) fn is_shouted(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 4 && !text.chars().any(char::is_lowercase)
}

/// Whether a whole line stands in quotation marks.
pub(super) fn is_quoted(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ',']);
    text.chars().count() > 2
        && text.starts_with(['“', '"', '„', '«', '»', '”'])
        && text.ends_with(['”', '"', '“', '»', '«'])
}

/// `— A. Name`
pub(super) fn is_attribution(text: &str) -> bool {
    text.chars().count() <= 80
        && text
            .strip_prefix(['—', '–', '-', '―', '~'])
            .is_some_and(|name| name.trim_start().starts_with(char::is_uppercase))
}

/// Whether a line is a heading with a meaning, and the class that says so where it is not English.
#[expect(clippy::option_option, reason = "the inner one is the class, which English needs not")]
pub(super) fn known_section(text: &str, authors: &[Author]) -> Option<Option<&'static str>> {
    if text.chars().count() > 60 || text.ends_with(['.', ',', ';']) {
        return None;
    }
    let folded = fold(text);
    if let Some((_, class)) = SECTIONS.iter().find(|(words, _)| *words == folded) {
        return Some(*class);
    }
    let about = ["about ", "über ", "à propos de ", "sobre ", "over "];
    let name = about.iter().find_map(|about| folded.strip_prefix(about))?;
    authors
        .iter()
        .any(|author| author.name.to_lowercase().replace('’', "'") == name)
        .then_some(Some("about-the-author"))
}
