//! Structured data for search engines (<https://schema.org/>).

use crate::model::{Article, Author, Basis, Body, Credential, PartialDate};
use crate::registers::{BodyKind, Registers, Wording};
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

/// The name is the name alone; what is held stands beside it, registrations as certifications.
fn person(author: &Author, registers: &Registers) -> Value {
    let mut person = object("Person");
    person.insert("name".into(), json!(author.name));
    let letters = Wording::new(registers).post_nominals(author);
    if !letters.is_empty() {
        person.insert("honorificSuffix".into(), json!(letters.join(", ")));
    }
    put(&mut person, "url", author.url.as_ref().map(|address| json!(address)));
    put(
        &mut person,
        "sameAs",
        author.orcid.as_ref().map(|id| json!(format!("https://orcid.org/{id}"))),
    );
    if let Some(post) = author.posts.first() {
        put(&mut person, "jobTitle", post.title.as_ref().map(|title| json!(title)));
        let employer = json!({ "@type": "Organization", "name": post.organisation });
        person.insert("worksFor".into(), employer);
    }
    let (mut certifications, mut members, mut degrees) = (Vec::new(), Vec::new(), Vec::new());
    for credential in &author.credentials {
        match credential {
            Credential::Membership(held) => {
                let body = organisation(&held.body, registers);
                let registers_people = registers.get(&held.body).is_some_and(|entry| {
                    matches!(
                        entry.kind,
                        BodyKind::StatutoryRegulator | BodyKind::PsaAccreditedRegister
                    )
                });
                if registers_people && held.basis == Basis::Stated {
                    let mut certification = object("Certification");
                    certification.insert("issuedBy".into(), body.clone());
                    put(
                        &mut certification,
                        "certificationIdentification",
                        held.number.as_ref().map(|number| json!(number)),
                    );
                    put(&mut certification, "expires", date(held.valid_until));
                    certifications.push(Value::Object(certification));
                }
                members.push(body);
            }
            Credential::Degree(degree) => {
                let mut node = object("EducationalOccupationalCredential");
                node.insert("credentialCategory".into(), json!("degree"));
                node.insert("name".into(), json!(degree.award));
                put(&mut node, "about", degree.subject.as_ref().map(|subject| json!(subject)));
                if let Some(institution) = &degree.institution {
                    let by = json!({ "@type": "CollegeOrUniversity", "name": institution });
                    node.insert("recognizedBy".into(), by);
                }
                degrees.push(Value::Object(node));
            }
            Credential::Affiliation(tie) => {
                members.push(json!({ "@type": "Organization", "name": tie.organisation }));
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

fn organisation(body: &Body, registers: &Registers) -> Value {
    match registers.get(body) {
        Some(entry) => json!({
            "@type": "Organization",
            "name": entry.name,
            "alternateName": entry.body,
            "url": entry.website,
        }),
        None => json!({ "@type": "Organization", "name": body }),
    }
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
