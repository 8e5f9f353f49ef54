//! What is known of the professional bodies, and what is said by it.

use offprint::model::{Body, Grade, Membership, PartialDate, Post, Status};
use offprint::registers::{BodyKind, Certainty, Claim, Registers, Wording};
use offprint::{Source, model::Author, model::Degree};
use std::collections::BTreeMap;

fn ours() -> std::sync::Arc<Registers> {
    Registers::built_in()
}

fn with(text: &str) -> Registers {
    ours().with(&Source::new("ours.toml", text)).unwrap().value
}

#[test]
fn our_own_data_is_whole() {
    let text = include_str!("../../src/registers/bodies.toml");
    let read = Registers::read(&Source::new("bodies.toml", text)).unwrap();
    assert_eq!(read.diagnostics, []);
    let names: Vec<&str> = read.value.iter().map(|entry| entry.body.as_str()).collect();
    let expected = "ACC ACP AFT BABCP BACP BAPT BPC BPS COSCA GMC HCPC HGI NCPS NMC PTUK SWE UKAHPP \
                    UKCP AREBT";
    assert_eq!(names, expected.split_whitespace().collect::<Vec<_>>());
    let mut letters: BTreeMap<String, String> = BTreeMap::new();
    for entry in read.value.iter() {
        let body = &entry.body;
        assert!(entry.website.as_str().starts_with("https://"), "{body}");
        assert!(entry.source.is_some(), "{body}: where was it read?");
        assert!(entry.verified_on.year().is_some_and(|year| year >= 2026), "{body}");
        assert!(entry.lookup.is_some(), "{body}: how is somebody looked up?");
        let keeps_one = entry.kind != BodyKind::NotARegister;
        assert_eq!(entry.register.is_some(), keeps_one, "{body}: register");
        // What was seen stands on a page, and not on all of a site.
        let source = entry.source.as_ref().map_or("", |source| source.as_str());
        let path = source.trim_start_matches("https://").split_once('/').map_or("", |path| path.1);
        let is_page = !path.trim_end_matches('/').is_empty();
        assert_eq!(entry.certainty == Certainty::Seen, is_page, "{body}: {source}");
        for grade in &entry.grades {
            assert!(grade.wording.contains("{name}") || grade.wording.contains("{abbreviation}"));
            assert!(!grade.wording.to_lowercase().contains("legally"), "{body}");
            let all = grade.letters.iter().chain(&grade.other_letters);
            for one in all {
                let owner = format!("{body} {}", grade.grade);
                let before = letters.insert(one.clone(), owner.clone());
                assert_eq!(before, None, "{one} belongs to {owner} and another");
            }
            let has_place = grade.on_register || grade.letters.is_none();
            assert!(has_place, "{body} {}: letters without a place on the register", grade.grade);
        }
        if let Some(number) = &entry.number {
            assert!(number.example.is_some(), "{body}: no example of a number");
        }
    }
}

#[test]
fn who_is_not_on_the_register_may_not_claim_it() {
    for entry in ours().iter() {
        for grade in entry.grades.iter().filter(|grade| {
            ["student", "trainee", "affiliate", "individual"].contains(&grade.grade.as_str())
        }) {
            let what = format!("{} {}", entry.body, grade.grade);
            assert!(!grade.on_register, "{what}");
            for claim in [Claim::Letters, Claim::Registered, Claim::Accredited] {
                assert!(!entry.may_claim(&grade.grade, claim), "{what}: {claim}");
            }
        }
    }
    let ours = ours();
    let bpc = ours.get(&Body::Bpc).unwrap();
    assert!(bpc.calls_registrants());
    let deferred = bpc.status(Status::Deferred).unwrap();
    assert!(deferred.may_not_claim.contains(&Claim::IndependentPractice));
    assert!(!ours.get(&Body::Aft).unwrap().may_claim(&Grade::Full, Claim::Registered));
}

#[test]
fn numbers_are_judged_only_where_their_form_is_certain() {
    let ours = ours();
    let judge = |body: &Body, number| ours.get(body).unwrap().number_is_possible(number);
    for (body, number, expected) in [
        (Body::Hcpc, "PYL012345", Some(true)),
        (Body::Hcpc, "OT 000000", Some(true)),
        (Body::Hcpc, "012345", Some(false)),
        (Body::Hcpc, "PYL0123456", Some(false)),
        (Body::Gmc, "0000000", Some(true)),
        (Body::Gmc, "000000", Some(false)),
        (Body::Nmc, "00A0000A", Some(true)),
        (Body::Nmc, "00A00000", Some(false)),
        (Body::Swe, "000", None),
        (Body::Bacp, "000000", None),
    ] {
        assert_eq!(judge(&body, number), expected, "{body} {number}");
    }
}

#[test]
fn letters_are_found_in_all_their_spellings() {
    let ours = ours();
    let grade = |letters: &str| {
        let by = ours.entitled_to(letters);
        by.first().map(|by| format!("{} {}", by.body.body, by.grade.grade))
    };
    for (letters, expected) in [
        ("MBACP", "BACP registered"),
        ("MBACP (Accred.)", "BACP accredited"),
        ("MBACP (Accredited)", "BACP accredited"),
        ("MBACP Snr. Accred", "BACP senior-accredited"),
        ("mbacp (senior accredited)", "BACP senior-accredited"),
        ("PNCPS Acc", "NCPS professional-accredited"),
        ("MNCS (Acc)", "NCPS accredited"),
    ] {
        assert_eq!(grade(letters).as_deref(), Some(expected), "{letters}");
    }
    assert_eq!(grade("MBACP Fellow"), None);
    let text = "Ann, MBACP (Snr. Accred.), CPsychol; not mbacp, nor an arm. MBACP, accredited.";
    let found: Vec<&str> =
        ours.letters_in(text).into_iter().map(|(range, _)| &text[range]).collect();
    assert_eq!(found, ["MBACP (Snr. Accred.)", "CPsychol", "MBACP"]);
}

#[test]
fn a_file_changes_what_it_says_and_leaves_the_rest() {
    let changed = with(
        "[[body]]\nabbreviation = \"bacp\"\n\
         grades = [\n\
           { grade = \"Senior Accredited\", letters = \"MBACP (Senior)\" },\n\
           { grade = \"accredited\", letters = \"\" },\n\
           { grade = \"elder\", wording = \"Elder of the {name}\" },\n\
         ]\n",
    );
    let bacp = changed.get(&Body::Bacp).unwrap();
    assert_eq!(bacp.letters(&Grade::SeniorAccredited), Some("MBACP (Senior)"));
    assert_eq!(bacp.letters(&Grade::Accredited), None);
    assert_eq!(bacp.letters(&Grade::Registered), Some("MBACP"));
    assert_eq!(bacp.grades.len(), ours().get(&Body::Bacp).unwrap().grades.len() + 1);
    assert_eq!(changed.entitled_to("MBACP (Senior)").len(), 1);
    assert!(changed.entitled_to("MBACP (Snr Accred)").len() <= 1);

    let anew = with(
        "[[body]]\nabbreviation = \"BACP\"\nreplaces = true\nname = \"Other\"\n\
         website = \"https://example.org/\"\nkind = \"register\"\nverified_on = 2026\n\
         certainty = \"provisional\"\n",
    );
    let bacp = anew.get(&Body::Bacp).unwrap();
    assert_eq!((bacp.name.as_str(), bacp.grades.len()), ("Other", 0));
    assert!(anew.entitled_to("MBACP").is_empty());
    assert_eq!(anew.iter().count(), ours().iter().count());
}

#[test]
fn what_is_wrong_in_a_file_is_told_at_its_place() {
    let text = "[[body]]\nabbreviation = \"IACP\"\nkind = \"guild\"\n\
                number = { pattern = \"(\" }\n\
                grades = [{ grade = \"full\", wording = \"Member\", may_not_claim = [\"fame\"] }]\n\
                lettrs = 1\n";
    let error = ours().with(&Source::new("ours.toml", text)).unwrap_err();
    let told: Vec<String> = error.diagnostics().iter().map(|d| d.message.clone()).collect();
    let all = told.join("\n");
    for expected in ["`name`", "`guild`", "regular expression", "{name}", "`fame`", "`lettrs`"] {
        assert!(all.contains(expected), "{expected} is not in\n{all}");
    }
}

#[test]
fn a_byline_keeps_the_conventional_order() {
    let ours = ours();
    let wording = Wording::new(&ours);
    let author = Author::new("Imogen Example").credentials([
        Membership::new(Body::Bacp).grade(Grade::Accredited).into(),
        offprint::model::Credential::from(Degree::new("PhD")),
        Membership::new(Body::Hgi).grade(Grade::Registered).into(),
        Membership::new(Body::Bps).grade(Grade::Chartered).into(),
        Degree::new("BA (Hons)").into(),
        Degree::new("PGDip").into(),
        Degree::new("master's degree").into(),
        Degree::new("MSc").into(),
        Degree::new("OBE").into(),
    ]);
    assert_eq!(
        wording.byline(&author),
        "Imogen Example, OBE, BA (Hons), PGDip, MSc, PhD, CPsychol, MBACP (Accred), MHGI"
    );
}

#[test]
fn memberships_are_said_as_the_bodies_let_them_be() {
    let ours = ours();
    let wording = Wording::new(&ours);
    let until: PartialDate = "2027-03-31".parse().unwrap();
    let graded = |body, grade: &str| Membership::new(body).grade(grade.parse::<Grade>().unwrap());
    for (membership, expected) in [
        (Membership::new(Body::Bpc), "Registrant of the British Psychoanalytic Council (BPC)"),
        (graded(Body::Hgi, "trainee"), "Trainee Member of the Human Givens Institute (HGI)"),
        (graded(Body::Ukcp, "trainee"), "UKCP Trainee"),
        (
            Membership::new(Body::Hcpc),
            "Registered with the Health and Care Professions Council (HCPC)",
        ),
        (
            graded(Body::Bpc, "registrant").status(Status::Deferred),
            "Deferred registrant of the British Psychoanalytic Council (BPC)",
        ),
        (
            graded(Body::Bacp, "accredited").status(Status::Lapsed),
            "Membership of the British Association for Counselling and Psychotherapy (BACP): lapsed",
        ),
        (
            graded(Body::Bacp, "registered").status(Status::Pending),
            "Membership of the British Association for Counselling and Psychotherapy (BACP): \
             application pending",
        ),
        (
            graded(Body::Bacp, "registered").number("000000").valid_until(until),
            "Registered member of the British Association for Counselling and Psychotherapy (BACP), \
             register number 000000, valid until 31 March 2027",
        ),
        (Membership::new("IACP".parse().unwrap()), "Member of the IACP"),
    ] {
        assert_eq!(wording.membership(&membership).text, expected);
    }
}

#[test]
fn no_letters_without_a_grade_that_gives_them() {
    let ours = ours();
    let letters = |membership: Membership| {
        Wording::new(&ours).post_nominals(&Author::new("A").credentials([membership]))
    };
    let registered = || Membership::new(Body::Bacp).grade(Grade::Registered);
    assert_eq!(letters(registered()), ["MBACP"]);
    assert_eq!(letters(registered().basis(offprint::model::Basis::Recognised)), [""; 0]);
    assert_eq!(letters(registered().status(Status::Lapsed)), [""; 0]);
    assert_eq!(letters(Membership::new(Body::Bacp)), [""; 0]);
    assert_eq!(letters(Membership::new(Body::Bacp).grade(Grade::Student)), [""; 0]);
    // General knowledge is not enough to print.
    assert_eq!(letters(Membership::new(Body::Bacp).grade(Grade::Fellow)), [""; 0]);
}

#[test]
fn a_protected_title_is_shown_only_where_it_is_held() {
    let ours = ours();
    let wording = Wording::new(&ours);
    let line = |author: &Author| wording.lines(author).pop().unwrap().text;
    let post = || Post::new("Wexcombe Clinic").title("Clinical Psychologist");
    let author = Author::new("A").posts([post()]);
    assert_eq!(line(&author), "Wexcombe Clinic");
    let author = author.credentials([Membership::new(Body::Hcpc)]);
    assert_eq!(line(&author), "Clinical Psychologist, Wexcombe Clinic");
    let trainee = Author::new("A").posts([post().title("Trainee clinical psychologist")]);
    assert_eq!(line(&trainee), "Trainee clinical psychologist, Wexcombe Clinic");
}

#[test]
fn the_example_for_ireland_adds_bodies_and_changes_one_fact_of_ours() {
    let text = include_str!("../../examples/registers/ireland.toml");
    let read = ours().with(&Source::new("ireland.toml", text)).unwrap();
    assert_eq!(read.diagnostics, []);
    let get = |name: &str| read.value.get(&name.parse().unwrap()).unwrap();
    let iacp = get("IACP");
    assert_eq!(iacp.name, "Irish Association for Counselling and Psychotherapy");
    assert!(iacp.may_claim(&Grade::Accredited, Claim::Accredited));
    assert!(!iacp.may_claim(&Grade::Student, Claim::Registered));
    assert_eq!(get("CORU").kind, BodyKind::StatutoryRegulator);
    assert_eq!(get("APA").kind, BodyKind::LearnedSociety);
    let (bacp, before) = (get("BACP"), ours());
    let before = before.get(&Body::Bacp).unwrap();
    assert_ne!(bacp.lookup, before.lookup);
    assert_eq!((&bacp.name, &bacp.grades), (&before.name, &before.grades));
    assert_eq!(read.value.iter().count(), ours().iter().count() + 3);
}
