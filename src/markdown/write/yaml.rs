//! Values as YAML that every reader takes the same way, whether it knows version 1.1 or 1.2.

use std::fmt::Write as _;

/// How wide a list may be that stands on one line.
const FLOW_WIDTH: usize = 72;
/// A longer key has to be marked as one (<https://yaml.org/spec/1.2.2/#742-flow-mappings>).
const KEY_WIDTH: usize = 1000;

/// A value that is to be written.
#[derive(Clone, Debug)]
pub(super) enum Yaml {
    /// A number, date or truth value, which is no text.
    Plain(String),
    /// A text on one line.
    Text(String),
    /// A text of several lines, to be read by people.
    Lines(String),
    List(Vec<Self>),
    Mapping(Vec<(String, Self)>),
}

impl From<&serde_json::Value> for Yaml {
    fn from(value: &serde_json::Value) -> Self {
        use serde_json::Value as Json;
        match value {
            Json::Null => Self::Plain("null".to_owned()),
            Json::Bool(flag) => Self::Plain(flag.to_string()),
            Json::Number(number) => Self::Plain(number.to_string()),
            Json::String(text) => Self::Text(text.clone()),
            Json::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Json::Object(entries) => {
                let entry = |(key, value): (&String, &Json)| (key.clone(), Self::from(value));
                Self::Mapping(entries.iter().map(entry).collect())
            }
        }
    }
}

/// Writes a mapping, a key a line.
pub(super) fn mapping(entries: &[(String, Yaml)], indent: usize, out: &mut String) {
    for (key, value) in entries {
        spaces(indent, out);
        let key = scalar(key, false);
        if key.len() > KEY_WIDTH {
            out.push_str("? ");
            out.push_str(&key);
            out.push('\n');
            spaces(indent, out);
        } else {
            out.push_str(&key);
        }
        out.push(':');
        self::value(value, indent, out);
    }
}

/// Writes a value behind the colon of its key.
fn value(value: &Yaml, indent: usize, out: &mut String) {
    if let Some(line) = on_one_line(value) {
        out.push(' ');
        out.push_str(&line);
        out.push('\n');
        return;
    }
    match value {
        Yaml::Lines(text) => {
            out.push_str(" |\n");
            for line in text.trim_end_matches('\n').split('\n') {
                if !line.is_empty() {
                    spaces(indent + 2, out);
                    out.push_str(line);
                }
                out.push('\n');
            }
        }
        _ => {
            out.push('\n');
            block(value, indent + 2, out);
        }
    }
}

/// Writes a list or mapping, each line indented.
fn block(value: &Yaml, indent: usize, out: &mut String) {
    match value {
        Yaml::Mapping(entries) => mapping(entries, indent, out),
        Yaml::List(items) => {
            for item in items {
                let at = out.len();
                match on_one_line(item) {
                    Some(line) => {
                        spaces(indent, out);
                        let _ = writeln!(out, "- {line}");
                    }
                    None => {
                        block(item, indent + 2, out);
                        // The item's first line begins behind the hyphen.
                        out.replace_range(at + indent..=at + indent, "-");
                    }
                }
            }
        }
        Yaml::Plain(_) | Yaml::Text(_) | Yaml::Lines(_) => self::value(value, indent, out),
    }
}

/// A value that fits on the line of its key: any but mappings, long lists and texts of several lines.
fn on_one_line(value: &Yaml) -> Option<String> {
    match value {
        Yaml::Plain(text) => Some(text.clone()),
        Yaml::Text(text) => Some(scalar(text, false)),
        Yaml::Lines(text) if can_stand_in_lines(text) => None,
        Yaml::Lines(text) => Some(quoted(text)),
        Yaml::Mapping(entries) => entries.is_empty().then(|| "{}".to_owned()),
        Yaml::List(items) => {
            let mut line = String::from("[");
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    line.push_str(", ");
                }
                match item {
                    Yaml::Plain(text) => line.push_str(text),
                    Yaml::Text(text) => line.push_str(&scalar(text, true)),
                    Yaml::Lines(_) | Yaml::List(_) | Yaml::Mapping(_) => return None,
                }
                if line.len() > FLOW_WIDTH {
                    return None;
                }
            }
            line.push(']');
            Some(line)
        }
    }
}

/// Whether a block of lines reads back as this text; its first line may not be indented, and some line
/// ends count in one version of YAML only.
fn can_stand_in_lines(text: &str) -> bool {
    let is_odd = |c: char| c != '\n' && needs_escape(c);
    text.ends_with('\n')
        && !text.ends_with("\n\n")
        && !text.starts_with([' ', '\t', '\n'])
        && !text.contains(is_odd)
}

/// A text as it is where that is safe, and in quotation marks elsewhere; `flow` says that it stands
/// between brackets.
fn scalar(text: &str, flow: bool) -> String {
    if is_plain(text, flow) { text.to_owned() } else { quoted(text) }
}

/// Whether a text is this text, and no number, date, truth value or markup, without quotation marks.
fn is_plain(text: &str, flow: bool) -> bool {
    const WORDS: &[&str] =
        &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf"];
    let is_safe = |c: char| {
        c.is_alphanumeric()
            || matches!(c, ' ' | '-' | '_' | '.' | '/' | '\'' | '(' | ')' | '@' | '+' | '&' | ';')
            || matches!(c, '!' | '?' | '%' | '=' | '’' | '‘' | '“' | '”' | '–' | '—' | '…')
            || !flow && matches!(c, ':' | ',')
    };
    text.starts_with(|c: char| c.is_alphabetic())
        && text.chars().all(is_safe)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !WORDS.contains(&text.to_lowercase().as_str())
}

/// Between quotation marks, with the escapes that YAML has from JSON.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if needs_escape(c) => {
                // All of these have four digits or fewer; writing to a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What YAML cannot print, or takes for a line end in one of its versions.
fn needs_escape(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn spaces(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}
