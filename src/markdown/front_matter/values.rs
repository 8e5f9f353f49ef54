//! Values of front matter that other tools write in more than one way.

use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Entry, Fields, Node, Value, fold, nearest};
use crate::model::{Identifier, Isbn, PartialDate, Series};
use crate::source::Origin;
use std::collections::BTreeSet;
use std::str::FromStr as _;

/// A date, also as words (`12 March 2026`) or with slashes (`2026/3/12`).
pub(super) fn date(fields: &mut Fields<'_>, names: &[&'static str]) -> Option<PartialDate> {
    let entry = fields.entry(names)?;
    let node = &entry.node;
    let text = fields.line(node, names[0])?;
    let read = PartialDate::from_str(&text).or_else(|cause| {
        let words = PartialDate::from_words(&text).filter(|date| date.year().is_some());
        words.or_else(|| slashed(&text)).ok_or(cause)
    });
    let date = match read {
        Ok(date) => date,
        Err(_) if is_of_clock(&text) => {
            fields.report(
                Diagnostic::new(
                    Code::DateOfClock,
                    format!(
                        "`{text}` is the day on which a file is built, which is not known here"
                    ),
                )
                .label(node.origin, "left out")
                .help(format!("write the day: `{}: 2026-03-12`", names[0])),
            );
            fields.keep(entry);
            return None;
        }
        Err(cause) => {
            fields.wrong(node, names[0], cause);
            return None;
        }
    };
    if date.year().is_none() {
        fields.report(
            Diagnostic::new(Code::UndatedYear, format!("`{}` is a date without a year", names[0]))
                .label(node.origin, "no year")
                .help("write the year, as in `2026-03-12`"),
        );
    }
    Some(date)
}

/// What tools put a date of their own in for: Quarto has words, R Markdown code, LaTeX a command, and Hugo and
/// others a template.
fn is_of_clock(text: &str) -> bool {
    let is_word = ["today", "now", "last-modified", r"\today"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    is_word || text.starts_with("`r ") || text.starts_with("{{")
}

/// Year, month and day, of which the two may have one digit; a time behind them does not count.
fn slashed(text: &str) -> Option<PartialDate> {
    let day = text.split([' ', 'T']).next()?;
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let [year, month, day] = parts[..] else { return None };
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || ![year, month, day].into_iter().all(is_number) {
        return None;
    }
    let parts = (year.parse().ok(), month.parse().ok(), day.parse().ok());
    PartialDate::new(Some(parts.0?), Some(parts.1?), Some(parts.2?)).ok()
}

/// `published: false` is how some tools say that an article is a draft.
pub(super) fn is_unpublished(fields: &mut Fields<'_>) -> bool {
    let is_flag = |node: &Node<'_>| {
        matches!(&node.value, Value::Scalar { text, quoted: false }
            if matches!(text.to_lowercase().as_str(), "true" | "false"))
    };
    let Some(entry) = fields.take_if("published", is_flag) else { return false };
    fields.renamed(entry.key_origin, "draft");
    entry.node.to_json() == false
}

/// Zola keeps keywords and categories in a mapping; what else is in it stays there.
pub(super) fn lift_taxonomies(fields: &mut Fields<'_>) {
    let is_mapping = |node: &Node<'_>| matches!(node.value, Value::Mapping { .. });
    let Some(entry) = fields.take_if("taxonomies", is_mapping) else { return };
    let Entry { key, key_origin, node: Node { value: Value::Mapping { entries }, origin } } = entry
    else {
        return;
    };
    let is_ours =
        |entry: &Entry<'_>| matches!(fold(&entry.key).as_str(), "tags" | "categories" | "keywords");
    let (ours, rest): (Vec<Entry<'_>>, Vec<Entry<'_>>) = entries.into_iter().partition(is_ours);
    ours.into_iter().for_each(|entry| fields.add(entry));
    if rest.is_empty() {
        fields.renamed(key_origin, "keywords");
    } else {
        let node = Node { value: Value::Mapping { entries: rest }, origin };
        fields.add(Entry { key, key_origin, node });
    }
}

/// Keywords under any of their names, each once. One text may name several, with commas between.
pub(super) fn keywords(fields: &mut Fields<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in ["keywords", "tags"] {
        let Some(Entry { key_origin, node, .. }) = fields.entry(&[name]) else { continue };
        if name != "keywords" {
            fields.renamed(key_origin, "keywords");
        }
        let words: Vec<String> = match node.value {
            Value::List { items } => {
                items.iter().filter_map(|item| keyword(fields, item, name)).collect()
            }
            _ => {
                let text = fields.text_of_list(&node, name).unwrap_or_default();
                text.split(',').map(|word| word.trim().to_owned()).collect()
            }
        };
        all.extend(words.into_iter().filter(|word| !word.is_empty()));
    }
    each_once(all)
}

/// One of a list. An item with nothing in it is left out, but `null` may be meant as a word.
fn keyword(fields: &mut Fields<'_>, node: &Node<'_>, name: &'static str) -> Option<String> {
    let text = fields.line(node, name)?;
    if !text.is_empty() && node.says_nothing() {
        let cause = format!("`{text}` says nothing; put a word in quotation marks, or remove it");
        fields.wrong(node, name, cause);
        return None;
    }
    Some(text)
}

/// Words without those that stood before.
pub(super) fn each_once(words: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let is_new: Vec<bool> = words.iter().map(|word| seen.insert(word.as_str())).collect();
    let each = words.into_iter().zip(is_new);
    each.filter_map(|(word, is_new)| is_new.then_some(word)).collect()
}

/// `4`, `4 min`, `4 minutes`, `4-minute read`.
pub(super) fn reading_time(fields: &mut Fields<'_>) -> Option<(u32, Origin)> {
    let node = fields.node(&["reading_time", "read_time", "reading_minutes"])?;
    let text = fields.line(&node, "reading_time")?;
    let folded = text.to_lowercase().replace('-', " ");
    let mut words = folded.split_whitespace();
    let minutes = words.next().and_then(|word| word.trim_start_matches('~').parse().ok());
    let rest = words.collect::<Vec<_>>().join(" ");
    let is_unit = matches!(
        rest.trim_end_matches(" read").trim_end_matches('.'),
        "" | "m" | "min" | "mins" | "minute" | "minutes"
    );
    let is_negative = text.starts_with('-');
    let minutes = minutes.filter(|&minutes: &u32| minutes > 0 && is_unit && !is_negative);
    if minutes.is_none() {
        let cause = format!("`{text}` is no reading time; expected minutes, as in `4` or `4 min`");
        fields.wrong(&node, "reading_time", cause);
    }
    minutes.map(|minutes| (minutes, node.origin))
}

/// Codes of findings that are not to be told.
pub(super) fn suppress(fields: &mut Fields<'_>) -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    let items = fields.items(&["suppress"]);
    for node in items {
        let Some(text) = fields.line(&node, "suppress") else { continue };
        // A single text may name several.
        for word in text.split([' ', ',']).filter(|word| !word.is_empty()) {
            match word.parse::<Code>() {
                Ok(code) if code.severity() != crate::Severity::Error => {
                    if !codes.contains(&code) {
                        codes.push(code);
                    }
                }
                Ok(code) => fields.report(
                    Diagnostic::new(
                        Code::Suppression,
                        format!("{code} is an error, which cannot be suppressed"),
                    )
                    .label(node.origin, code.title())
                    .help("mend what it tells, and remove the code here"),
                ),
                Err(_) => {
                    let mut told = Diagnostic::new(
                        Code::Suppression,
                        format!("there is no code `{word}` that could be suppressed"),
                    )
                    .label(node.origin, "no code");
                    let near = nearest(word, Code::ALL.iter().map(|code| code.as_str()));
                    told = told.help(match near {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "codes look like `P005`; `offprint explain` lists them".to_owned(),
                    });
                    fields.report(told);
                }
            }
        }
    }
    codes
}

/// `isbn`, `doi`, and `identifiers`: a mapping of schemes, or a list of such mappings.
pub(super) fn identifiers(fields: &mut Fields<'_>) -> Vec<Identifier> {
    let mut all = Vec::new();
    all.extend(fields.value(&["isbn"]).map(|value: Isbn| Identifier::Isbn { value }));
    if let Some(node) = fields.node(&["doi"]) {
        all.extend(doi(fields, &node));
    }
    for node in fields.items(&["identifiers"]) {
        let read = fields.within("identifiers", node, |inner| {
            let entries = inner.rest();
            let each = entries.into_iter().filter_map(|entry| identifier(inner, &entry));
            Some(each.collect::<Vec<_>>())
        });
        all.extend(read.unwrap_or_default());
    }
    all
}

fn identifier(fields: &mut Fields<'_>, entry: &Entry<'_>) -> Option<Identifier> {
    let Entry { key, node, .. } = entry;
    if fold(key) == "isbn" {
        return fields.read(node, "isbn").map(|value| Identifier::Isbn { value });
    }
    if fold(key) == "doi" {
        return doi(fields, node);
    }
    let value = fields.line(node, key).filter(|value| !value.is_empty())?;
    Some(match fold(key).as_str() {
        "uuid" => Identifier::Uuid { value },
        _ => Identifier::Other { scheme: key.to_string(), value },
    })
}

/// `10.`, the number of the registrant, and a name of theirs (<https://www.doi.org/doi-handbook/>); also as an address.
fn doi(fields: &mut Fields<'_>, node: &Node<'_>) -> Option<Identifier> {
    const PREFIXES: &[&str] = &[
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "doi:",
    ];
    let text = fields.line(node, "doi").filter(|text| !text.is_empty())?;
    let bare = PREFIXES.iter().find_map(|prefix| {
        let head = text.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix).then(|| text[prefix.len()..].trim())
    });
    let bare = bare.unwrap_or(&text);
    let parts = bare.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
    let is_right = parts.is_some_and(|(registrant, name)| {
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        registrant.split('.').all(is_number) && !name.is_empty()
    });
    if !is_right {
        let cause = format!("`{text}` is no DOI; expected one such as `10.5555/heron.1`");
        fields.wrong(node, "doi", cause);
        return None;
    }
    Some(Identifier::Doi { value: bare.to_owned() })
}

fn whole_number(fields: &mut Fields<'_>, node: &Node<'_>) -> Option<u32> {
    let text = fields.line(node, "number")?;
    let number = text.parse().ok();
    if number.is_none() {
        let cause = format!("`{text}` is no number of a series; expected one such as `3`");
        fields.wrong(node, "number", cause);
    }
    number
}

/// `series: Talks`, or a mapping of `name` and `number`; Hugo writes a list of one.
pub(crate) fn series(fields: &mut Fields<'_>, node: Node<'_>) -> Option<Series> {
    match node.value {
        Value::Mapping { .. } => fields.within("a series", node, |inner| {
            let name = inner.required("name");
            let number = inner.node(&["number"]).and_then(|node| whole_number(inner, &node));
            let mut series = Series::new(name?);
            series.number = number;
            Some(series)
        }),
        Value::List { mut items } if items.len() == 1 => series(fields, items.remove(0)),
        _ => {
            let name = fields.line(&node, "series")?;
            Some(Series::new(name)).filter(|series| !series.name.is_empty())
        }
    }
}
