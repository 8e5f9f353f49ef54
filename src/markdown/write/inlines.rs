//! Phrases as Markdown.

use super::escape::{self, Surroundings};
use super::tokens::{Form, Token, tokens};
use crate::markdown::verbatim;
use crate::model::Inline;
use std::ops::Range;

/// What kind of block phrases stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    Paragraph,
    /// A paragraph of which line ends are no part: a term, a caption, a summary.
    Line,
    Heading,
    Cell,
}

impl Holder {
    /// Whether blocks could begin where its text does.
    const fn begins_line(self) -> bool {
        matches!(self, Self::Paragraph | Self::Line)
    }
}

/// Writes phrases.
pub(super) fn write(content: &[Inline], holder: Holder) -> String {
    let tokens = tokens(content, holder);
    let tildes: usize = tokens.iter().map(Token::tildes).sum();
    let templates = templates(&tokens, holder);
    let mut start = 0;
    let mut out = String::new();
    let mut links = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| tokens.get(index));
        let after = tokens.get(index + 1);
        match token {
            Token::Text { text } => {
                let starts_line = match before {
                    None => holder.begins_line(),
                    Some(before) => matches!(before, Token::Break { .. }),
                };
                let lone_reference = index == 1 && holder.begins_line()
                    || index > 1 && matches!(tokens[index - 2], Token::Break { .. });
                let opens_link = before.is_some_and(Token::opens_link);
                let behind_reference =
                    matches!(before, Some(Token::Raw { text }) if text.starts_with("[^"));
                let at = Surroundings {
                    at_line_start: starts_line,
                    in_link: links > 0,
                    in_cell: holder == Holder::Cell,
                    before_bracket: after.is_some_and(Token::begins_with_bracket),
                    opens_link,
                    after_reference: lone_reference && behind_reference,
                    behind_reference,
                    has_tildes: tildes > 1,
                    ends_heading: holder == Holder::Heading && after.is_none(),
                };
                escape::push_around(text, &templates, start, at, &mut out);
            }
            Token::Raw { text } => out.push_str(text),
            Token::Break { hard } => out.push_str(if *hard { "\\\n" } else { "\n" }),
            Token::Open { form, .. } => {
                links += usize::from(form.is_link());
                form.push_open(&mut out);
            }
            Token::Close { open } => {
                if let Some(Token::Open { form, .. }) = tokens.get(*open) {
                    links -= usize::from(form.is_link());
                    form.push_close(holder == Holder::Cell, &mut out);
                }
            }
        }
        start += token.plain().len();
    }
    out
}

/// Where the reader is sure to find templates in the text of these tokens.
fn templates(tokens: &[Token<'_>], holder: Holder) -> Vec<Range<usize>> {
    let has_braces =
        |token: &Token<'_>| matches!(token, Token::Text { text } if text.contains('{'));
    if !tokens.iter().any(has_braces) {
        return Vec::new();
    }
    let mut text: String = tokens.iter().map(Token::plain).collect();
    if holder == Holder::Heading && text.ends_with('}') {
        // It gets a backslash there, and ends nothing.
        text.pop();
    }
    verbatim::ranges(&text)
}

impl Form<'_> {
    const fn is_link(&self) -> bool {
        matches!(self, Form::Link { .. } | Form::Anchor { .. })
    }
}
