//! The recogniser of credentials against sentences: those that it was written by, and those that were set aside
//! before it was written, of which only the counts are told.

use crate::support::{parse, root};
use offprint::model::{Author, Credential};
use std::collections::BTreeMap;

/// A credential as a file has it: what kind it is, and its keys.
type Fact = BTreeMap<String, String>;

struct Sentence {
    text: String,
    trap: Option<String>,
    expected: Vec<Fact>,
}

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    expected: usize,
    sentences: usize,
    sentences_right: usize,
    traps: usize,
    traps_right: usize,
    wrong: Vec<String>,
    /// Of each kind of credential: right, found, expected; of each kind of trap: right, wrong.
    kinds: BTreeMap<String, [usize; 3]>,
    trap_kinds: BTreeMap<String, [usize; 2]>,
}

fn sentences(file: &str) -> Vec<Sentence> {
    let text = std::fs::read_to_string(root().join("fixtures/credentials").join(file)).unwrap();
    let file: toml::Table = toml::from_str(&text).unwrap();
    let fact = |value: &toml::Value| {
        let keys = value.as_table().unwrap().iter();
        let said = |value: &toml::Value| match value {
            toml::Value::String(text) => text.clone(),
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(flag) => flag.to_string(),
            other => panic!("{other:?}"),
        };
        keys.map(|(key, value)| (key.clone(), folded(&said(value)))).collect()
    };
    let all = file["sentence"].as_array().unwrap();
    all.iter()
        .map(|one| Sentence {
            text: one["text"].as_str().unwrap().to_owned(),
            trap: one.get("trap").map(|trap| trap.as_str().unwrap().to_owned()),
            expected: one["expect"].as_array().unwrap().iter().map(fact).collect(),
        })
        .collect()
}

/// Case, a leading article, dots in abbreviations, quotation marks, and `&` make no difference.
fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace('’', "'").replace('&', "and");
    let text = text.strip_prefix("the ").unwrap_or(&text);
    text.split(' ')
        .map(|word| {
            if word.ends_with('.') || word.contains('.') {
                word.replace('.', "")
            } else {
                word.to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

pub(crate) fn facts(author: &Author) -> Vec<Fact> {
    let fact = |kind: &str, keys: Vec<(&str, Option<String>)>| {
        let keys =
            keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), folded(&value?))));
        keys.chain([("kind".to_owned(), kind.to_owned())]).collect::<Fact>()
    };
    let written = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let held = author.credentials.iter().map(|held| match held {
        Credential::Membership(held) => fact(
            "membership",
            vec![
                ("body", Some(held.body.to_string())),
                ("grade", held.grade.as_ref().map(ToString::to_string)),
                (
                    "status",
                    held.status.map(|status| written(&serde_json::to_value(status).unwrap())),
                ),
                ("number", held.number.clone()),
            ],
        ),
        Credential::Degree(held) => fact(
            "degree",
            vec![
                ("award", Some(held.award.clone())),
                ("subject", held.subject.clone()),
                ("institution", held.institution.clone()),
                ("classification", held.classification.clone()),
                ("year", held.year.map(|year| year.to_string())),
            ],
        ),
        Credential::Affiliation(held) => fact(
            "affiliation",
            vec![("organisation", Some(held.organisation.clone())), ("role", held.role.clone())],
        ),
        _ => panic!("a kind of credential that this test does not know"),
    });
    let posts = author.posts.iter().map(|held| {
        fact(
            "post",
            vec![
                ("organisation", Some(held.organisation.clone())),
                ("title", held.title.clone()),
                ("place", held.place.clone()),
            ],
        )
    });
    let practices = author.practices.iter().map(|held| {
        fact(
            "practice",
            vec![
                ("name", held.name.clone()),
                ("place", held.place.clone()),
                ("online", held.online.then(|| "true".to_owned())),
            ],
        )
    });
    held.chain(posts).chain(practices).collect()
}

fn count(file: &str) -> Count {
    let mut count = Count::default();
    for (at, sentence) in sentences(file).into_iter().enumerate() {
        let text = format!(
            "---\ntitle: A\nauthor: Imogen Farthing\n---\nText.\n\n## About the author\n\n{}\n",
            sentence.text
        );
        let found = facts(&parse(&text).value.authors[0]);
        let mut left = sentence.expected.clone();
        let mut right = 0;
        for fact in &sentence.expected {
            count.kinds.entry(fact["kind"].clone()).or_default()[2] += 1;
        }
        for fact in &found {
            count.kinds.entry(fact["kind"].clone()).or_default()[1] += 1;
            if let Some(at) = left.iter().position(|expected| expected == fact) {
                left.remove(at);
                count.kinds.entry(fact["kind"].clone()).or_default()[0] += 1;
                right += 1;
            }
        }
        let is_right = left.is_empty() && right == found.len();
        count.right += right;
        count.found += found.len();
        count.expected += sentence.expected.len();
        count.sentences += 1;
        count.sentences_right += usize::from(is_right);
        if let Some(trap) = &sentence.trap {
            count.traps += 1;
            count.traps_right += usize::from(is_right);
            count.trap_kinds.entry(trap.clone()).or_default()[usize::from(!is_right)] += 1;
        }
        if !is_right {
            let line = format!(
                "{}: {}\n   expected {:?}\n   found {found:?}",
                at + 1,
                sentence.text,
                sentence.expected
            );
            count.wrong.push(line);
        }
    }
    count
}

#[test]
fn sentences_it_was_written_by_are_understood() {
    let count = count("development.toml");
    assert!(count.wrong.is_empty(), "{}\n{} wrong", count.wrong.join("\n"), count.wrong.len());
}

#[expect(clippy::print_stdout, reason = "the measure is told: cargo test held_out -- --nocapture")]
#[test]
fn held_out_sentences_are_mostly_understood() {
    let count = count("held-out.toml");
    let percent = |part: usize, whole: usize| part * 1000 / whole.max(1);
    let percent =
        |part, whole| format!("{}.{}", percent(part, whole) / 10, percent(part, whole) % 10);
    println!(
        "held out: {} of {} sentences right; precision {} % ({} of {} found), recall {} % \
         ({} of {} expected); traps right {} of {}",
        count.sentences_right,
        count.sentences,
        percent(count.right, count.found),
        count.right,
        count.found,
        percent(count.right, count.expected),
        count.right,
        count.expected,
        count.traps_right,
        count.traps,
    );
    println!(
        "right, found, expected: {:?}\ntraps right, wrong: {:?}",
        count.kinds, count.trap_kinds
    );
    // What was measured, less what may change by an accident of one sentence or two.
    assert!(count.right * 100 >= count.found * 86, "precision");
    assert!(count.right * 100 >= count.expected * 76, "recall");
    assert!(count.traps_right >= 39, "traps");
}
