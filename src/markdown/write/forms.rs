//! Which phrases can be written with delimiters, and which need tags.

use super::tokens::{Form, Token};

/// What a delimiter sees beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// The end of the block, a line end or white space.
    Space,
    Word,
    Punctuation,
    /// A character that parsers disagree about.
    Unclear,
}

fn side(c: char) -> Side {
    match c {
        c if c.is_whitespace() => Side::Space,
        c if c.is_alphanumeric() => Side::Word,
        c if c.is_ascii_punctuation() => Side::Punctuation,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '¡' | '¿' | '«' | '»' => {
            Side::Punctuation
        }
        _ => Side::Unclear,
    }
}

/// Takes tags instead of delimiters where those could be read in two ways.
///
/// A phrase is decided when it opens. What stands beside either end and opened before is decided by
/// then; what opens later looks at this one in its turn.
pub(super) fn choose_forms(all: &mut [Token<'_>]) {
    for index in 0..all.len() {
        let Token::Open { form: Form::Delimited { delimiter, name }, close } = all[index] else {
            continue;
        };
        let opens = can_open(look(all, index, -1), look(all, index, 1));
        let closes = can_open(look(all, close, 1), look(all, close, -1));
        let is_alone = |at: usize| {
            [at.checked_sub(1), at.checked_add(1)]
                .into_iter()
                .flatten()
                .all(|beside| !is_decided(all, beside, index, delimiter))
        };
        if !(opens && closes && is_alone(index) && is_alone(close)) {
            let open = format!("<{name}>");
            all[index] = Token::Open { form: Form::Tagged { open, name }, close };
        }
    }
}

/// Whether a delimiter can only open, between what is outside and what is inside.
fn can_open(outside: Side, inside: Side) -> bool {
    match outside {
        Side::Space => inside != Side::Space,
        Side::Punctuation => inside == Side::Word,
        Side::Word | Side::Unclear => false,
    }
}

/// Whether the token at this place is an end of a phrase that opened before and has the same delimiter.
fn is_decided(all: &[Token<'_>], at: usize, before: usize, delimiter: &str) -> bool {
    let open = match all.get(at) {
        Some(Token::Open { .. }) => at,
        Some(Token::Close { open }) => *open,
        _ => return false,
    };
    open < before
        && matches!(
            &all[open],
            Token::Open { form: Form::Delimited { delimiter: other, .. }, .. }
                if other.as_bytes()[0] == delimiter.as_bytes()[0]
        )
}

fn look(all: &[Token<'_>], from: usize, step: isize) -> Side {
    let Some(token) = from.checked_add_signed(step).and_then(|at| all.get(at)) else {
        return Side::Space;
    };
    match token {
        Token::Text { text } => {
            let c = if step < 0 { text.chars().next_back() } else { text.chars().next() };
            c.map_or(Side::Unclear, side)
        }
        // Before its line end, such a break is a backslash.
        Token::Break { hard: true } if step > 0 => Side::Punctuation,
        Token::Break { .. } => Side::Space,
        Token::Raw { .. } | Token::Open { .. } | Token::Close { .. } => Side::Punctuation,
    }
}
