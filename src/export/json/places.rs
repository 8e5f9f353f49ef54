//! Where in a text of JSON a value stands.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Origin, Source};
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The values of a text with their places. The text is JSON already: another parser has judged it.
pub(super) struct Places<'s> {
    source: &'s Source,
    root: Option<Value<'s>>,
    /// Which of two values of one key is meant.
    counting: Counting,
}

#[derive(Clone, Copy)]
enum Counting {
    First,
    Last,
}

impl<'s> Places<'s> {
    pub(super) fn of(source: &'s Source) -> Self {
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let parsed = parse_to_ast(source.text(), &CollectOptions::default(), &strict);
        // Without places everything is told at the start of the file, which is better than nothing.
        Self { source, root: parsed.ok().and_then(|parsed| parsed.value), counting: Counting::Last }
    }

    /// The places in a document in which the first of two values of one key counts; else the last one does, as
    /// serde has it.
    pub(super) const fn first_counts(mut self) -> Self {
        self.counting = Counting::First;
        self
    }

    pub(super) fn root(&self) -> Spot<'_> {
        Spot { source: self.source, value: self.root.as_ref(), counting: self.counting }
    }

    /// The place of the value that a JSON pointer (RFC 6901) leads to.
    pub(super) fn at(&self, pointer: &str) -> Spot<'_> {
        pointer.split('/').skip(1).fold(self.root(), |spot, step| {
            let step = step.replace("~1", "/").replace("~0", "~");
            match step.parse() {
                Ok(index) if spot.is_array() => spot.item(index),
                _ => spot.get(&step),
            }
        })
    }

    /// The JSON pointer of the value that has just this place.
    pub(super) fn pointer(&self, origin: Origin) -> Option<String> {
        let range = origin.range();
        let mut value = self.root.as_ref()?;
        let mut pointer = String::new();
        while value.start() != range.start || value.end() != range.end {
            value = match value {
                Value::Array(array) => {
                    let items = &array.elements;
                    let at = items.partition_point(|item| item.end() <= range.start);
                    let _ = write!(pointer, "/{at}");
                    items.get(at)?
                }
                Value::Object(object) => {
                    let all = &object.properties;
                    let at = all.partition_point(|one| one.value.end() <= range.start);
                    let property = all.get(at)?;
                    push_step(property.name.as_str(), &mut pointer);
                    &property.value
                }
                _ => return None,
            };
        }
        Some(pointer)
    }

    /// A finding for every key that stands twice in its object.
    pub(super) fn duplicates(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if let Some(root) = &self.root {
            self.duplicates_in(root, &mut String::new(), &mut found);
        }
        found
    }

    fn duplicates_in(&self, value: &Value<'_>, pointer: &mut String, found: &mut Vec<Diagnostic>) {
        match value {
            Value::Array(array) => {
                let length = pointer.len();
                for (at, item) in array.elements.iter().enumerate() {
                    let _ = write!(pointer, "/{at}");
                    self.duplicates_in(item, pointer, found);
                    pointer.truncate(length);
                }
            }
            Value::Object(object) => {
                let mut first: BTreeMap<&str, Origin> = BTreeMap::new();
                let length = pointer.len();
                for property in &object.properties {
                    let key = property.name.as_str();
                    push_step(key, pointer);
                    let origin = self.source.origin(key_range(property));
                    if let Some(before) = first.insert(key, origin) {
                        let message = format!("`{pointer}` stands twice in this object");
                        found.push(
                            Diagnostic::new(Code::DuplicateKey, message)
                                .label(origin, "again here")
                                .label(before, "first given here")
                                .help("remove one of the two"),
                        );
                    }
                    self.duplicates_in(&property.value, pointer, found);
                    pointer.truncate(length);
                }
            }
            _ => {}
        }
    }
}

/// Adds a key to a JSON pointer (<https://www.rfc-editor.org/rfc/rfc6901#section-3>).
pub(super) fn push_step(key: &str, pointer: &mut String) {
    pointer.push('/');
    if key.contains(['~', '/']) {
        pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(key);
    }
}

fn key_range(property: &ObjectProp<'_>) -> std::ops::Range<usize> {
    property.name.start()..property.name.end()
}

/// One value of the text, or the lack of it: what is not there has no place.
#[derive(Clone, Copy)]
pub(super) struct Spot<'p> {
    source: &'p Source,
    value: Option<&'p Value<'p>>,
    counting: Counting,
}

impl<'p> Spot<'p> {
    fn with(self, value: Option<&'p Value<'p>>) -> Self {
        Self { value, ..self }
    }

    fn is_array(self) -> bool {
        matches!(self.value, Some(Value::Array(_)))
    }

    fn property(self, key: &str) -> Option<&'p ObjectProp<'p>> {
        let object = self.value?.as_object()?;
        let mut same = object.properties.iter().filter(|property| property.name.as_str() == key);
        match self.counting {
            Counting::First => same.next(),
            Counting::Last => same.next_back(),
        }
    }

    pub(super) fn get(self, key: &str) -> Self {
        self.with(self.property(key).map(|property| &property.value))
    }

    pub(super) fn item(self, index: usize) -> Self {
        self.with(self.value.and_then(Value::as_array).and_then(|array| array.elements.get(index)))
    }

    /// The value's bytes, or an unknown place.
    pub(super) fn origin(self) -> Origin {
        self.value.map(|value| self.source.origin(value.start()..value.end())).unwrap_or_default()
    }

    /// A place to point at: a whole text or number, but only the bracket that opens an array or object;
    /// the start of the file where there is no value.
    pub(super) fn mark(self) -> Origin {
        let range = match self.value {
            None => 0..0,
            Some(value @ (Value::Array(_) | Value::Object(_))) => value.start()..value.start() + 1,
            Some(value) => value.start()..value.end(),
        };
        self.source.origin(range)
    }

    /// The place of a key of this object.
    pub(super) fn mark_key(self, key: &str) -> Origin {
        match self.property(key) {
            Some(property) => self.source.origin(key_range(property)),
            None => self.mark(),
        }
    }
}
