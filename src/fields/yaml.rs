//! YAML events into nodes. Anchors and aliases are refused: an alias can blow a small file up.

use super::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// How deep lists and mappings may stand inside one another.
const MAX_DEPTH: usize = 32;

/// A list or mapping whose end has not been met yet.
enum Open {
    List { items: Vec<Node>, start: usize },
    Mapping { entries: Vec<Entry>, key: Option<(String, Origin)>, start: usize },
}

/// Reads one YAML document; `origin` covers `text` in its source.
///
/// # Errors
///
/// A syntax error, an alias, a key that is no single value, or nesting deeper than 32.
pub(crate) fn parse(text: &str, origin: Origin) -> Result<Node, Diagnostic> {
    let offsets = Offsets::new(text, origin);
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let at = error.marker().index();
            Diagnostic::new(Code::FieldSyntax, format!("this is not valid YAML: {}", error.info()))
                .label(offsets.at(at, at + 1), "here")
                .help("put quotation marks around a text that has a colon, `#` or `[` in it")
        })?;
        let node = match event {
            Event::Scalar(text, style, _, _) => {
                let quoted = !matches!(style, ScalarStyle::Plain);
                let value = Value::Scalar { text: text.into_owned(), quoted };
                Node { value, origin: offsets.span(span) }
            }
            Event::SequenceStart(..) => {
                push(
                    &mut open,
                    Open::List { items: Vec::new(), start: span.start.index() },
                    &offsets,
                )?;
                continue;
            }
            Event::MappingStart(..) => {
                let start = span.start.index();
                push(&mut open, Open::Mapping { entries: Vec::new(), key: None, start }, &offsets)?;
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List { items, start }) => Node {
                    value: Value::List { items },
                    origin: offsets.at(start, span.end.index()),
                },
                Some(Open::Mapping { entries, start, .. }) => Node {
                    value: Value::Mapping { entries },
                    origin: offsets.at(start, span.end.index()),
                },
                None => continue,
            },
            Event::Alias(_) => {
                return Err(Diagnostic::new(Code::YamlAlias, "an alias stands for another value")
                    .label(offsets.span(span), "alias")
                    .help("write the value out here"));
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => continue,
        };
        match open.last_mut() {
            None => return Ok(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, key, .. }) => match key.take() {
                Some((key, key_origin)) => entries.push(Entry { key, key_origin, node }),
                None => match node.value {
                    Value::Scalar { text, .. } => *key = Some((text, node.origin)),
                    Value::List { .. } | Value::Mapping { .. } => {
                        return Err(Diagnostic::new(
                            Code::FieldShape,
                            "a key has to be a single word, but this is a list or mapping",
                        )
                        .label(node.origin, "used as a key"));
                    }
                },
            },
        }
    }
    Ok(Node { value: Value::Mapping { entries: Vec::new() }, origin })
}

fn push(open: &mut Vec<Open>, opened: Open, offsets: &Offsets<'_>) -> Result<(), Diagnostic> {
    let (Open::List { start, .. } | Open::Mapping { start, .. }) = &opened;
    if open.len() >= MAX_DEPTH {
        return Err(Diagnostic::new(
            Code::NestingTooDeep,
            format!("lists and mappings stand more than {MAX_DEPTH} levels deep"),
        )
        .label(offsets.at(*start, *start + 1), "this one"));
    }
    open.push(opened);
    Ok(())
}

/// saphyr counts characters; origins count bytes of the whole source.
struct Offsets<'t> {
    text: &'t str,
    origin: Origin,
    /// Byte offset of each character; empty where every character is one byte.
    bytes: Vec<usize>,
}

impl<'t> Offsets<'t> {
    fn new(text: &'t str, origin: Origin) -> Self {
        let bytes = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().map(|(at, _)| at).collect()
        };
        Self { text, origin, bytes }
    }

    fn byte(&self, character: usize) -> usize {
        let at = if self.text.is_ascii() {
            character
        } else {
            self.bytes.get(character).copied().unwrap_or(self.text.len())
        };
        at.min(self.text.len())
    }

    fn at(&self, start: usize, end: usize) -> Origin {
        let (start, end) = (self.byte(start), self.byte(end));
        let end = start + self.text[start..end.max(start)].trim_end().len();
        let base = self.origin.range().start;
        self.origin.with_range(base + start..base + end)
    }

    fn span(&self, span: Span) -> Origin {
        self.at(span.start.index(), span.end.index())
    }
}
