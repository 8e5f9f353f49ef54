//! Plain text as Markdown that reads as that text.

/// Where a text is put, beside what is special everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Block,
    Heading,
}

/// Writes a line of text so that it is read as it stands. Web and e-mail addresses become links.
pub(super) fn line(text: &str, place: Place) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        if !before.is_alphanumeric()
            && let Some(length) = address(rest)
        {
            out.push('<');
            out.push_str(&rest[..length]);
            out.push('>');
            before = '>';
            rest = &rest[length..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c == '{' && place == Place::Heading {
            // Behind a heading, a brace means attributes, even with a backslash.
            out.push_str("&#123;");
            before = c;
            continue;
        }
        if needs_escape(c, before, rest, place) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    if place == Place::Block { at_start(out) } else { out }
}

fn needs_escape(c: char, before: char, rest: &str, place: Place) -> bool {
    let next = rest.chars().next();
    match c {
        '\\' | '`' | '*' | '[' | '~' => true,
        '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
        '<' => {
            next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
        }
        '&' => is_entity(rest),
        '#' => place == Place::Heading,
        _ => false,
    }
}

/// Whether the text behind an ampersand would be read as a character's name or number.
fn is_entity(rest: &str) -> bool {
    rest.split_once(';').is_some_and(|(name, _)| {
        !name.is_empty()
            && name.len() <= 32
            && name.trim_start_matches('#').chars().all(|c| c.is_ascii_alphanumeric())
    })
}

/// How long the web or e-mail address is with which a text begins. What ends a sentence is not part of it.
fn address(text: &str) -> Option<usize> {
    let end = text.find(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '”' | '“')
    });
    let word = &text[..end.unwrap_or(text.len())];
    let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '…', '*', '_']);
    // A closing bracket belongs to an address that has the opening one.
    let word = match word.strip_suffix(')') {
        Some(inner) if !inner.contains('(') => {
            inner.trim_end_matches(['.', ',', ';', ':', '!', '?'])
        }
        _ => word,
    };
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        word.strip_prefix(scheme)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    (is_web || is_mail(word)).then_some(word.len())
}

/// The plainest addresses only; the others stay text.
fn is_mail(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let is_host = |part: &str| {
        !part.is_empty()
            && part.len() < 64
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    !name.is_empty()
        && name.chars().all(is_name)
        && host.contains('.')
        && host.split('.').all(is_host)
}

/// Escapes what would make the start of a line into something else than a paragraph.
fn at_start(line: String) -> String {
    let first = line.chars().next().unwrap_or(' ');
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match first {
        '#' | '>' | '+' | '-' | ':' => 0,
        '0'..='9' if line[digits..].starts_with(['.', ')']) => digits,
        _ => return line,
    };
    let (head, tail) = line.split_at(at);
    format!("{head}\\{tail}")
}
