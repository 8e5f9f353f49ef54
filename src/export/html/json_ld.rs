//! Structured data for search engines (<https://schema.org/>).

use crate::model::{
    Article, Author, Body, Confidence, Credential, Degree, Membership, PartialDate, Status,
};
use crate::registers::{Registers, Wording, degree_name};
use serde_json::{Map, Value, json};

/// The contents of a `<script type="application/ld+json">`; `<` is escaped, so no text ends it.
pub(super) fn script(article: &Article, registers: &Registers) -> String {
    graph(article, registers).to_string().replace('<', "\\u003c")
}

fn graph(article: &Article, registers: &Registers) -> Value {
    let metadata = &article.metadata;
    let canonical = metadata.canonical.as_ref().filter(|address| address.is_web());
    let mut page = object("WebPage");
    page.insert("name".into(), json!(metadata.title));
    page.insert("inLanguage".into(), json!(metadata.language));
    put(&mut page, "url", canonical.map(|address| json!(address)));
    put(&mut page, "lastReviewed", date(metadata.reviewed));
    let mut node = object("Article");
    node.insert("headline".into(), json!(metadata.title));
    put(&mut node, "alternativeHeadline", metadata.subtitle.as_ref().map(|text| json!(text)));
    put(&mut node, "description", metadata.summary.as_ref().map(|text| json!(text)));
    put(&mut node, "datePublished", date(metadata.published));
    put(&mut node, "dateModified", date(metadata.modified));
    put(&mut node, "url", canonical.map(|address| json!(address)));
    put(&mut node, "license", metadata.licence.as_ref().map(|text| json!(text)));
    put(&mut node, "articleSection", metadata.category.as_ref().map(|text| json!(text)));
    put(&mut node, "version", metadata.version.as_ref().map(|text| json!(text)));
    if !metadata.keywords.is_empty() {
        node.insert("keywords".into(), json!(metadata.keywords));
    }
    node.insert("inLanguage".into(), json!(metadata.language));
    node.insert("wordCount".into(), json!(article.word_count()));
    node.insert("timeRequired".into(), json!(format!("PT{}M", article.reading_minutes())));
    let authors: Vec<Value> =
        article.authors.iter().map(|author| person(author, registers)).collect();
    if !authors.is_empty() {
        node.insert("author".into(), Value::Array(authors));
    }
    if let Some(publisher) = &metadata.publisher {
        node.insert("publisher".into(), json!({ "@type": "Organization", "name": publisher }));
    }
    let citations: Vec<Value> = article
        .readings()
        .filter_map(|reading| {
            let mut work = object("CreativeWork");
            work.insert("name".into(), json!(reading.title.as_ref()?));
            put(&mut work, "url", reading.address.as_ref().map(|address| json!(address)));
            put(&mut work, "datePublished", date(reading.published));
            Some(Value::Object(work))
        })
        .collect();
    if !citations.is_empty() {
        node.insert("citation".into(), Value::Array(citations));
    }
    json!({ "@context": "https://schema.org", "@graph": [page, node] })
}

/// The name is the name alone; what is held stands beside it, in the words of the bodies: registrations in
/// force as certifications, other memberships and ties as what one is a member of.
fn person(author: &Author, registers: &Registers) -> Value {
    let wording = Wording::new(registers);
    let mut person = object("Person");
    person.insert("name".into(), json!(author.name));
    let letters = wording.post_nominals(author);
    if !letters.is_empty() {
        person.insert("honorificSuffix".into(), json!(letters.join(", ")));
    }
    put(&mut person, "url", author.url.as_ref().map(|address| json!(address)));
    put(
        &mut person,
        "sameAs",
        author.orcid.as_ref().map(|id| json!(format!("https://orcid.org/{id}"))),
    );
    let jobs: Vec<Value> = author
        .posts
        .iter()
        .filter_map(|post| wording.job_title(author, post))
        .map(|title| json!(title))
        .collect();
    let employers = author.posts.iter().map(|post| named("Organization", &post.organisation));
    put(&mut person, "jobTitle", one_or_all(jobs));
    put(&mut person, "worksFor", one_or_all(employers.collect()));
    let (mut certifications, mut members, mut degrees) = (Vec::new(), Vec::new(), Vec::new());
    let sure = |held: &&Credential| held.confidence() != Some(Confidence::Low);
    for credential in author.credentials.iter().filter(sure) {
        match credential {
            Credential::Membership(held) if registers.certifies(held) => {
                certifications.push(certification(held, registers));
            }
            Credential::Membership(held) => members.extend(member_of(held, registers)),
            Credential::Degree(held) => degrees.push(degree(held)),
            Credential::Affiliation(tie) => {
                let organisation = named("Organization", &tie.organisation);
                members.push(in_role(organisation, wording.role(author, tie)));
            }
        }
    }
    for (key, list) in
        [("hasCertification", certifications), ("hasCredential", degrees), ("memberOf", members)]
    {
        if !list.is_empty() {
            person.insert(key.into(), Value::Array(list));
        }
    }
    Value::Object(person)
}

fn certification(held: &Membership, registers: &Registers) -> Value {
    let mut node = object("Certification");
    node.insert("name".into(), json!(Wording::new(registers).standing(held)));
    node.insert("issuedBy".into(), organisation(&held.body, registers));
    let number = held.number.as_ref().map(|number| json!(number));
    put(&mut node, "certificationIdentification", number);
    // Whether one that ends has ended is for those who read `expires`: nothing here knows what day it is.
    let active =
        held.valid_until.is_none().then(|| json!("https://schema.org/CertificationActive"));
    put(&mut node, "certificationStatus", active);
    put(&mut node, "validFrom", date(held.since));
    put(&mut node, "expires", date(held.valid_until));
    put(&mut node, "url", held.source.as_ref().map(|address| json!(address)));
    Value::Object(node)
}

/// Nothing where the membership is no more, or not yet.
fn member_of(held: &Membership, registers: &Registers) -> Option<Value> {
    if matches!(held.status, Some(Status::Lapsed | Status::Pending)) {
        return None;
    }
    let says_more = held.grade.is_some() || held.status.is_some();
    let standing = says_more.then(|| Wording::new(registers).standing(held));
    Some(in_role(organisation(&held.body, registers), standing.as_deref()))
}

fn degree(held: &Degree) -> Value {
    let mut node = object("EducationalOccupationalCredential");
    node.insert("credentialCategory".into(), json!("degree"));
    node.insert("name".into(), json!(degree_name(held)));
    put(&mut node, "about", held.subject.as_ref().map(|subject| json!(subject)));
    put(&mut node, "dateCreated", date(held.year));
    let institution = held.institution.as_ref();
    let institution = institution.map(|institution| named("CollegeOrUniversity", institution));
    put(&mut node, "recognizedBy", institution);
    Value::Object(node)
}

/// What somebody is a member of, and as what (<https://schema.org/Role>).
fn in_role(organisation: Value, role: Option<&str>) -> Value {
    match role {
        Some(role) => {
            json!({ "@type": "OrganizationRole", "roleName": role, "memberOf": organisation })
        }
        None => organisation,
    }
}

fn organisation(body: &Body, registers: &Registers) -> Value {
    match registers.get(body) {
        Some(entry) => json!({
            "@type": "Organization",
            "name": entry.name,
            "alternateName": entry.body,
            "url": entry.website,
        }),
        None => named("Organization", body.as_str()),
    }
}

fn named(kind: &str, name: &str) -> Value {
    json!({ "@type": kind, "name": name })
}

fn one_or_all(mut list: Vec<Value>) -> Option<Value> {
    if list.len() > 1 { Some(Value::Array(list)) } else { list.pop() }
}

fn object(kind: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), json!(kind))])
}

fn put(node: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        node.insert(key.to_owned(), value);
    }
}

/// schema.org dates are ISO 8601, which has none without a year.
fn date(date: Option<PartialDate>) -> Option<Value> {
    date.filter(|date| date.year().is_some()).map(|date| json!(date))
}
