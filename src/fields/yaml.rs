//! YAML events into nodes. Anchors and aliases are refused: an alias can blow a small file up.

use super::{Entry, Node, Value, plain};
use crate::characters::is_allowed;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;
use saphyr_parser::{Event, Parser, ScalarStyle, Span, Tag};
use std::borrow::Cow;

/// How deep lists and mappings may stand inside one another.
const MAX_DEPTH: usize = 32;

/// Reads one YAML document; `origin` covers `text` in its source. What can be passed over (anchors,
/// aliases, keys that are no words, control characters) is told in `found`, and reading goes on.
///
/// # Errors
///
/// A syntax error, a second document, or nesting deeper than 32.
pub(crate) fn parse<'t>(
    text: &'t str,
    origin: Origin,
    found: &mut Vec<Diagnostic>,
) -> Result<Node<'t>, Diagnostic> {
    if let Some(node) = plain::parse(text, origin) {
        return Ok(node);
    }
    let mut node = complete(text, origin, found)?;
    node.clean(found);
    Ok(node)
}

/// As [`parse`], for every text that is YAML.
pub(super) fn complete<'t>(
    text: &'t str,
    origin: Origin,
    found: &mut Vec<Diagnostic>,
) -> Result<Node<'t>, Diagnostic> {
    let offsets = Offsets::new(text, origin);
    let printable = offsets.printable(found);
    let mut reader = Reader { offsets: &offsets, open: Vec::new(), root: None, found };
    for event in Parser::new_from_str(&printable) {
        let (event, span) = event.map_err(|error| {
            let at = error.marker().index();
            Diagnostic::new(Code::FieldSyntax, format!("this is not valid YAML: {}", error.info()))
                .label(offsets.at(at, at + 1), "here")
                .help("put quotation marks around a text that has a colon, `#` or `[` in it")
        })?;
        reader.event(event, span)?;
    }
    let nothing = Node { value: Value::Mapping { entries: Vec::new() }, origin };
    Ok(reader.root.unwrap_or(nothing))
}

/// A list or mapping whose end has not been met yet.
enum Open<'t> {
    List { items: Vec<Node<'t>>, start: usize },
    Mapping { entries: Vec<Entry<'t>>, key: Option<Node<'t>>, start: usize },
}

struct Reader<'r, 't> {
    offsets: &'r Offsets<'t>,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    found: &'r mut Vec<Diagnostic>,
}

impl<'t> Reader<'_, 't> {
    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Diagnostic> {
        let start = span.start.index();
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.anchor(anchor, span);
                let is_text = tag.as_deref().is_some_and(is_text);
                let quoted = is_text || !matches!(style, ScalarStyle::Plain);
                let value = Value::Scalar { text: text.into_owned().into(), quoted };
                self.take(Node { value, origin: self.offsets.span(span) });
            }
            Event::Alias(_) => {
                let origin = self.offsets.span(span);
                self.found.push(
                    Diagnostic::new(Code::YamlAlias, "an alias stands for another value")
                        .label(origin, "alias")
                        .help("write the value out here"),
                );
                let value = Value::Scalar { text: Cow::Borrowed(""), quoted: false };
                self.take(Node { value, origin });
            }
            Event::SequenceStart(anchor, _) => {
                self.anchor(anchor, span);
                self.begin(Open::List { items: Vec::new(), start }, start)?;
            }
            Event::MappingStart(anchor, _) => {
                self.anchor(anchor, span);
                self.begin(Open::Mapping { entries: Vec::new(), key: None, start }, start)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (value, start) = match self.open.pop() {
                    Some(Open::List { items, start }) => (Value::List { items }, start),
                    Some(Open::Mapping { entries, start, .. }) => {
                        (Value::Mapping { entries }, start)
                    }
                    None => return Ok(()),
                };
                self.take(Node { value, origin: self.offsets.at(start, span.end.index()) });
            }
            Event::DocumentStart(_) if self.root.is_some() => {
                return Err(Diagnostic::new(
                    Code::FieldSyntax,
                    "a second YAML document begins here; front matter is one",
                )
                .label(self.offsets.span(span), "begins here")
                .help("remove the line of hyphens, or put everything into one block"));
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn anchor(&mut self, anchor: usize, span: Span) {
        if anchor > 0 {
            let at = self.offsets.at(span.start.index(), span.start.index() + 1);
            self.found.push(
                Diagnostic::new(Code::YamlAlias, "an anchor names a value for use elsewhere")
                    .label(at, "its value begins here")
                    .help("remove the `&` with the name behind it"),
            );
        }
    }

    fn begin(&mut self, opened: Open<'t>, start: usize) -> Result<(), Diagnostic> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Diagnostic::new(
                Code::NestingTooDeep,
                format!("lists and mappings stand more than {MAX_DEPTH} levels deep"),
            )
            .label(self.offsets.at(start, start + 1), "this one"));
        }
        self.open.push(opened);
        Ok(())
    }

    /// Puts a node where it belongs: into the list or mapping that is open, as a key or as a value.
    fn take(&mut self, node: Node<'t>) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, key, .. }) => match key.take() {
                None => *key = Some(node),
                Some(Node { value: Value::Scalar { text, .. }, origin: key_origin }) => {
                    entries.push(Entry { key: text, key_origin, node });
                }
                Some(other) => self.found.push(
                    Diagnostic::new(
                        Code::FieldShape,
                        format!("a key has to be a single word, but this is {}", other.kind()),
                    )
                    .label(other.origin, "used as a key"),
                ),
            },
        }
    }
}

/// Whether a tag says that a value is a text, whatever it looks like. Other tags say nothing here, and
/// nothing is ever made of them.
fn is_text(tag: &Tag) -> bool {
    tag.is_yaml_core_schema() && tag.suffix == "str" || tag.handle.is_empty() && tag.suffix == "!"
}

/// saphyr counts characters; origins count bytes of the whole source.
struct Offsets<'t> {
    text: &'t str,
    is_ascii: bool,
    origin: Origin,
    /// Byte offset of each character; empty where every character is one byte.
    bytes: Vec<usize>,
}

impl<'t> Offsets<'t> {
    fn new(text: &'t str, origin: Origin) -> Self {
        let is_ascii = text.is_ascii();
        let bytes =
            if is_ascii { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { text, is_ascii, origin, bytes }
    }

    /// The text with a U+FFFD for every control character, which is told. Some would end it, and the
    /// number of characters stays the same.
    fn printable(&self, found: &mut Vec<Diagnostic>) -> Cow<'t, str> {
        if self.text.chars().all(is_allowed) {
            return Cow::Borrowed(self.text);
        }
        let mut out = String::with_capacity(self.text.len());
        for (at, c) in self.text.chars().enumerate() {
            if is_allowed(c) {
                out.push(c);
                continue;
            }
            out.push('\u{fffd}');
            found.push(
                Diagnostic::new(
                    Code::ForbiddenCharacter,
                    format!("the control character U+{:04X} was replaced", u32::from(c)),
                )
                .label(self.at(at, at + 1), "here")
                .help("delete the character; it often comes from copying out of a PDF"),
            );
        }
        Cow::Owned(out)
    }

    fn byte(&self, character: usize) -> usize {
        let at = if self.is_ascii {
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
