//! TOML tables into nodes.

use super::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;
use std::ops::Range;
use toml::de::{DeInteger, DeTable, DeValue};

/// Reads one TOML document; `origin` covers `text` in its source.
///
/// # Errors
///
/// All syntax errors of the text, duplicate keys among them.
pub(crate) fn parse(text: &str, origin: Origin) -> Result<Node<'_>, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let told = errors.iter().map(|error| {
            let at = shift(origin, error.span().unwrap_or(0..0));
            let message = error.message().trim();
            Diagnostic::new(Code::FieldSyntax, format!("this is not valid TOML: {message}"))
                .label(at, "here")
        });
        return Err(told.collect());
    }
    Ok(Node { value: mapping(table.get_ref(), origin), origin })
}

fn shift(origin: Origin, range: Range<usize>) -> Origin {
    let base = origin.range().start;
    origin.with_range(base + range.start..base + range.end)
}

fn mapping<'t>(table: &DeTable<'t>, origin: Origin) -> Value<'t> {
    let mut entries: Vec<Entry<'t>> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().clone(),
            key_origin: shift(origin, key.span()),
            node: node(value, origin),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_origin.range().start);
    Value::Mapping { entries }
}

fn node<'t>(spanned: &toml::Spanned<DeValue<'t>>, origin: Origin) -> Node<'t> {
    let plain = |text: String| Value::Scalar { text: text.into(), quoted: false };
    let value = match spanned.get_ref() {
        DeValue::String(text) => Value::Scalar { text: text.clone(), quoted: true },
        DeValue::Integer(integer) => plain(decimal(integer)),
        DeValue::Float(float) => plain(float.as_str().to_owned()),
        DeValue::Boolean(flag) => plain(flag.to_string()),
        DeValue::Datetime(date) => plain(date.to_string()),
        DeValue::Array(items) => {
            Value::List { items: items.iter().map(|item| node(item, origin)).collect() }
        }
        DeValue::Table(table) => mapping(table, origin),
    };
    Node { value, origin: shift(origin, spanned.span()) }
}

/// `0x1F` as `31`: only the digits are in the value, not their base.
fn decimal(integer: &DeInteger<'_>) -> String {
    match integer.radix() {
        10 => integer.as_str().to_owned(),
        radix => i128::from_str_radix(integer.as_str(), radix)
            .map_or_else(|_| integer.to_string(), |number| number.to_string()),
    }
}
