//! Bodies from a file: what is known already is changed, and the rest added.

use super::Registers;
use super::entry::{
    BodyEntry, BodyKind, Certainty, Claim, GradeEntry, NumberFormat, People, StatusEntry,
    fold_grade,
};
use crate::fields::{Fields, Node};
use crate::model::{Address, Body, Grade, PartialDate};
use std::convert::Infallible;
use std::fmt::Display;

const STATUSES: &[&str] = &["current", "pending", "deferred", "not-working", "lapsed"];

/// Reads the bodies of a file over those that are known.
pub(super) fn read(fields: &mut Fields<'_>, known: &mut Registers) {
    for node in fields.items(&["body"]) {
        if let Some(entry) = fields.within("a body", node, |inner| body(inner, known)) {
            known.put(entry);
        }
    }
}

fn body(fields: &mut Fields<'_>, registers: &Registers) -> Option<BodyEntry> {
    let body: Body =
        fields.required("abbreviation")?.parse().unwrap_or_else(|never: Infallible| match never {});
    let starts_anew = fields.flag(&["replaces"]).unwrap_or_default();
    let mut is_whole = true;
    let mut entry = match registers.get(&body).filter(|_| !starts_anew) {
        Some(known) => {
            let mut entry = known.clone();
            entry.name = fields.text(&["name"]).unwrap_or(entry.name);
            change(&mut entry.website, fields.value(&["website"]));
            change(&mut entry.kind, fields.choice(&["kind"], BodyKind::WORDS));
            change(&mut entry.verified_on, fields.value(&["verified_on"]));
            change(&mut entry.certainty, fields.choice(&["certainty"], Certainty::WORDS));
            entry
        }
        None => {
            let (entry, whole) = new(fields, body)?;
            is_whole = whole;
            entry
        }
    };
    change(&mut entry.people, fields.choice(&["people"], People::WORDS));
    change(&mut entry.jurisdiction, fields.text(&["jurisdiction"]));
    change_if(&mut entry.register, fields.value(&["register"]));
    change_if(&mut entry.register_name, fields.text(&["register_name"]));
    change_if(&mut entry.lookup, fields.text(&["lookup"]));
    change_if(&mut entry.unstated, wording(fields, "unstated", &["{name}", "{abbreviation}"]));
    change_if(&mut entry.source, fields.value(&["source"]));
    change_list(&mut entry.former_abbreviations, fields.texts(&["former_abbreviations"]));
    change_list(&mut entry.other_names, fields.texts(&["other_names"]));
    change_list(&mut entry.titles, fields.texts(&["titles"]));
    for title in &mut entry.titles {
        *title = title.to_lowercase();
    }
    let certainty = entry.certainty;
    if let Some(node) = fields.node(&["number"]) {
        entry.number = fields.within("a number", node, |inner| number(inner, certainty));
    }
    for node in fields.items(&["grades"]) {
        let grades = &mut entry.grades;
        fields.within("a grade", node, |inner| grade(inner, grades, certainty));
    }
    for node in fields.items(&["statuses"]) {
        if let Some(status) = fields.within("a status", node, status) {
            entry.statuses.retain(|known| known.status != status.status);
            entry.statuses.push(status);
        }
    }
    is_whole.then_some(entry)
}

/// A body of which nothing is known yet, and whether all is there that one needs.
fn new(fields: &mut Fields<'_>, body: Body) -> Option<(BodyEntry, bool)> {
    let name = fields.required("name");
    let website: Option<Address> = needed(fields, "website");
    let kind = fields.choice(&["kind"], BodyKind::WORDS);
    let verified_on: Option<PartialDate> = needed(fields, "verified_on");
    let certainty = fields.choice(&["certainty"], Certainty::WORDS);
    let is_whole = name.is_some() && website.is_some() && verified_on.is_some();
    let entry = BodyEntry {
        body,
        name: name.unwrap_or_default(),
        former_abbreviations: Vec::new(),
        other_names: Vec::new(),
        kind: kind.unwrap_or(BodyKind::NotARegister),
        people: People::default(),
        jurisdiction: String::from("other"),
        website: website.or_else(|| "#".parse().ok())?,
        register: None,
        register_name: None,
        lookup: None,
        titles: Vec::new(),
        unstated: None,
        number: None,
        grades: Vec::new(),
        statuses: Vec::new(),
        verified_on: verified_on.or_else(|| "2026".parse().ok())?,
        source: None,
        certainty: certainty.unwrap_or_default(),
    };
    Some((entry, is_whole))
}

/// A value that must be there.
fn needed<T: std::str::FromStr<Err: Display>>(
    fields: &mut Fields<'_>,
    name: &'static str,
) -> Option<T> {
    if fields.has(&[name]) { fields.value(&[name]) } else { fields.required(name).and(None) }
}

fn number(fields: &mut Fields<'_>, certainty: Certainty) -> Option<NumberFormat> {
    let node = fields.node(&["pattern"]);
    let example = fields.text(&["example"]);
    let certainty = fields.choice(&["certainty"], Certainty::WORDS).unwrap_or(certainty);
    let Some(node) = node else {
        fields.required("pattern");
        return None;
    };
    let format = NumberFormat { pattern: fields.line(&node, "pattern")?, example, certainty };
    let Some(compiled) = format.compiled() else {
        fields.wrong(&node, "pattern", "this is no regular expression");
        return None;
    };
    if let Some(example) = format.example.as_ref().filter(|text| !compiled.is_match(text)) {
        fields.wrong(&node, "pattern", format!("the example `{example}` does not match it"));
    }
    Some(format)
}

/// Changes a grade that is known, or adds one.
fn grade(
    fields: &mut Fields<'_>,
    grades: &mut Vec<GradeEntry>,
    certainty: Certainty,
) -> Option<()> {
    let grade: Grade = needed(fields, "grade")?;
    let folded = fold_grade(&grade);
    let at = grades.iter().position(|known| fold_grade(&known.grade) == folded);
    let said = wording(fields, "wording", &["{name}", "{abbreviation}"]);
    let mut entry = match at {
        Some(at) => grades[at].clone(),
        None => GradeEntry {
            name: capitalised(&folded.replace('-', " ")),
            letters: None,
            other_letters: Vec::new(),
            wording: format!("{} member of the {{name}}", capitalised(&folded.replace('-', " "))),
            on_register: true,
            may_not_claim: Vec::new(),
            note: None,
            certainty,
            grade,
        },
    };
    change(&mut entry.name, fields.text(&["name"]));
    change(&mut entry.wording, said);
    // A grade that has lost its letters says so with an empty text.
    if fields.has(&["letters"]) {
        entry.letters = fields.text(&["letters"]);
    }
    change_list(&mut entry.other_letters, fields.texts(&["other_letters"]));
    change(&mut entry.on_register, fields.flag(&["on_register"]));
    if let Some(claims) = claims(fields) {
        entry.may_not_claim = claims;
    }
    change_if(&mut entry.note, fields.text(&["note"]));
    change(&mut entry.certainty, fields.choice(&["certainty"], Certainty::WORDS));
    match at {
        Some(at) => grades[at] = entry,
        None => grades.push(entry),
    }
    Some(())
}

fn status(fields: &mut Fields<'_>) -> Option<StatusEntry> {
    let status = fields.choice(&["status"], STATUSES);
    let wording = wording(fields, "wording", &["{membership}"]);
    if status.is_none() {
        fields.required("status");
    }
    if wording.is_none() {
        fields.required("wording");
    }
    Some(StatusEntry {
        may_not_claim: claims(fields).unwrap_or_default(),
        note: fields.text(&["note"]),
        status: status?,
        wording: wording?,
    })
}

fn claims(fields: &mut Fields<'_>) -> Option<Vec<Claim>> {
    if !fields.has(&["may_not_claim"]) {
        return None;
    }
    let nodes: Vec<Node<'_>> = fields.items(&["may_not_claim"]);
    let claims = nodes.iter().filter_map(|node| {
        let text = fields.line(node, "may_not_claim")?;
        let claim = serde_json::from_value(serde_json::Value::String(text.clone())).ok();
        if claim.is_none() {
            let words = Claim::WORDS.join(", ");
            fields.wrong(node, "may_not_claim", format!("`{text}` is not one of: {words}"));
        }
        claim
    });
    Some(claims.collect())
}

/// Words in which at least one of these placeholders stands.
fn wording(fields: &mut Fields<'_>, name: &'static str, places: &[&str]) -> Option<String> {
    let node = fields.node(&[name])?;
    let text = fields.line(&node, name)?;
    if !places.iter().any(|place| text.contains(place)) {
        fields.wrong(&node, name, format!("these words have no {}", places.join(" or ")));
        return None;
    }
    Some(text)
}

fn change<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn change_if<T>(place: &mut Option<T>, value: Option<T>) {
    if value.is_some() {
        *place = value;
    }
}

fn change_list(place: &mut Vec<String>, values: Vec<String>) {
    if !values.is_empty() {
        *place = values;
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
