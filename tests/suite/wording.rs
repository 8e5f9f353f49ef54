//! What authors hold, in words: the same in all outputs, and never more than is so.

use offprint::export::{Epub, Exporter, Html};
use offprint::model::{
    Affiliation, Author, Body, Credential, Degree, Grade, Membership, Post, Status,
};
use offprint::registers::Registers;
use offprint::{Article, Source};
use serde_json::Value;
use std::io::{Cursor, Read};
use std::sync::Arc;

struct Outputs {
    page: String,
    person: Value,
    /// All pages of the book, the imprint among them.
    book: String,
    imprint: String,
}

fn outputs(author: Author, registers: &Arc<Registers>) -> Outputs {
    let article = Article::builder("On Grief")
        .author(author)
        .published("2026-03".parse().unwrap())
        .paragraph("It takes the time it takes.")
        .build()
        .unwrap();
    let mut page = Vec::new();
    Html::new().registers(Arc::clone(registers)).export(&article, &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    let (before, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let (data, after) = rest.split_once("</script>").unwrap();
    let graph: Value = serde_json::from_str(data).unwrap();
    let mut bytes = Vec::new();
    Epub::new().registers(Arc::clone(registers)).export(&article, &mut bytes).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let (mut book, mut imprint) = (String::new(), String::new());
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        if [".xhtml", ".opf", ".ncx"].iter().any(|end| name.ends_with(end)) {
            file.read_to_string(&mut text).unwrap();
        }
        if name.ends_with("imprint.xhtml") {
            imprint.clone_from(&text);
        }
        book.push_str(&text);
    }
    let person = graph["@graph"][1]["author"][0].clone();
    Outputs { page: format!("{before}{after}"), person, book, imprint }
}

fn built_in(author: Author) -> Outputs {
    outputs(author, &Registers::built_in())
}

/// Two bodies that are called, and word all that they say, as nobody would by chance.
fn marked() -> Arc<Registers> {
    let text = "[[body]]\nabbreviation = \"BACP\"\nname = \"XNAME\"\n\
        register = \"https://example.org/xregister\"\n\
        grades = [{ grade = \"accredited\", letters = \"XLETTERS\", \
        wording = \"XWORDING of the {name}\", certainty = \"seen\" }]\n\
        [[body]]\nabbreviation = \"BPC\"\nname = \"YNAME\"\nunstated = \"YWORDING of the {name}\"\n\
        statuses = [{ status = \"deferred\", wording = \"{membership} (YSTATUS)\" }]\n";
    Arc::new(Registers::built_in().with(&Source::new("ours.toml", text)).unwrap().value)
}

#[test]
fn a_body_that_words_it_otherwise_is_heard_in_every_output() {
    let author = Author::new("Imogen Example").credentials([
        Membership::new(Body::Bacp).grade(Grade::Accredited).number("000000"),
        Membership::new(Body::Bpc).status(Status::Deferred),
    ]);
    let made = outputs(author, &marked());
    let person = made.person.to_string();
    let (wording, other) =
        ("XWORDING of the XNAME (BACP)", "YWORDING of the YNAME (BPC) (YSTATUS)");
    for (output, text) in [
        ("page", &made.page),
        ("JSON-LD", &person),
        ("book", &made.book),
        ("imprint", &made.imprint),
    ] {
        assert!(text.contains(wording) && text.contains(other), "{output}: {text}");
        // Whatever else makes such words would make these.
        for ours in ["MBACP", "Accredited", "British Association", "Psychoanalytic", "egistrant"] {
            assert!(!text.contains(ours), "{output} says {ours}");
        }
    }
    for (output, text) in [("page", &made.page), ("book", &made.book)] {
        assert!(text.contains("Imogen Example, XLETTERS"), "{output}");
        assert!(text.contains("<a href=\"https://example.org/xregister\""), "{output}");
    }
    assert_eq!(made.person["honorificSuffix"], "XLETTERS");
    let certification = &made.person["hasCertification"][0];
    assert_eq!(certification["name"], wording);
    assert_eq!(certification["issuedBy"]["name"], "XNAME");
    assert_eq!(made.person["memberOf"][0]["roleName"], other);
    let line = format!("{wording}, register number 000000</a>");
    assert!(made.imprint.contains(&line), "{}", made.imprint);
}

#[test]
fn what_is_not_held_is_claimed_nowhere() {
    let author = Author::new("Imogen Example")
        .credentials([
            Membership::new(Body::Bacp)
                .grade(Grade::Accredited)
                .status(Status::Lapsed)
                .number("000000")
                .into(),
            Membership::new(Body::Hcpc).status(Status::Pending).into(),
            Credential::from(Affiliation::new("Lantern Society").role("Art Therapist")),
        ])
        .posts([Post::new("Wexcombe Clinic").title("Clinical Psychologist")]);
    let made = built_in(author);
    let person = made.person.to_string();
    for (output, text) in [("page", &made.page), ("book", &made.book), ("JSON-LD", &person)] {
        for claim in [
            "MBACP",
            "Accredited member",
            "Registered with the Health",
            "Clinical Psychologist",
            "Art Therapist",
        ] {
            assert!(!text.contains(claim), "{output} claims {claim}");
        }
    }
    assert_eq!(made.person.get("hasCertification"), None);
    assert_eq!(made.person.get("honorificSuffix"), None);
    assert_eq!(made.person.get("jobTitle"), None);
    assert_eq!(made.person["worksFor"]["name"], "Wexcombe Clinic");
    let members = made.person["memberOf"].as_array().unwrap();
    assert_eq!(members.len(), 1, "only the society: {members:?}");
    assert_eq!(members[0]["name"], "Lantern Society");
    let lapsed = "Membership of the British Association for Counselling and Psychotherapy (BACP): \
        lapsed";
    assert!(made.page.contains(lapsed));
    assert!(made.imprint.contains(lapsed), "{}", made.imprint);
}

#[test]
fn search_engines_are_told_what_is_a_registration_and_what_is_not() {
    let author = Author::new("Imogen Example")
        .credentials([
            Membership::new(Body::Hcpc)
                .number("PYL000000")
                .valid_until("2027-03-31".parse().unwrap())
                .into(),
            Credential::from(Membership::new(Body::Bacp).grade(Grade::Student)),
            Membership::new(Body::Aft).into(),
            Membership::new(Body::Bpc).grade(Grade::Registrant).status(Status::Deferred).into(),
            Degree::new("MSc").subject("Counselling").institution("University of Wexcombe").into(),
            Affiliation::new("Lantern Society").role("Clinical Fellow").into(),
        ])
        .posts([
            Post::new("Wexcombe Clinic").title("Clinical Psychologist"),
            Post::new("Wexcombe School"),
        ]);
    let person = built_in(author).person;
    let certifications = person["hasCertification"].as_array().unwrap();
    assert_eq!(certifications.len(), 1, "{certifications:?}");
    let held = &certifications[0];
    assert_eq!(held["@type"], "Certification");
    assert_eq!(held["name"], "Registered with the Health and Care Professions Council (HCPC)");
    assert_eq!(held["issuedBy"]["alternateName"], "HCPC");
    assert_eq!(held["certificationIdentification"], "PYL000000");
    // The page does not know whether that day has come when somebody reads it.
    assert_eq!(held["expires"], "2027-03-31");
    assert_eq!(held.get("certificationStatus"), None);
    let without_end = built_in(
        Author::new("Imogen Example")
            .credentials([Membership::new(Body::Hcpc).number("PYL000000")]),
    );
    assert_eq!(
        without_end.person["hasCertification"][0]["certificationStatus"],
        "https://schema.org/CertificationActive"
    );
    let members = person["memberOf"].as_array().unwrap();
    let roles: Vec<&str> = members.iter().filter_map(|of| of["roleName"].as_str()).collect();
    assert_eq!(
        roles,
        [
            "Student Member of the British Association for Counselling and Psychotherapy (BACP)",
            "Deferred registrant of the British Psychoanalytic Council (BPC)",
            "Clinical Fellow",
        ]
    );
    assert_eq!(members[1]["alternateName"], "AFT");
    assert_eq!(members[3]["memberOf"]["name"], "Lantern Society");
    assert_eq!(person["hasCredential"][0]["name"], "MSc Counselling");
    assert_eq!(person["hasCredential"][0]["recognizedBy"]["name"], "University of Wexcombe");
    assert_eq!(person["jobTitle"], "Clinical Psychologist");
    assert_eq!(person["worksFor"][1]["name"], "Wexcombe School");
}
