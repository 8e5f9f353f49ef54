//! What checks tell, and what they must not tell.

use crate::support::{articles, parse, parse_file};
use offprint::check::{Checker, Findings, Profile, Rule, View};
use offprint::diagnostic::{Code, Style, apply};
use offprint::{Diagnostic, Source, Sources};

/// What every profile finds in a text on the first of June 2026.
pub(crate) fn found(text: &str) -> Vec<Diagnostic> {
    everything().check(&parse(text).value)
}

/// All profiles, on the first of June 2026.
pub(crate) fn everything() -> Checker {
    let all = Profile::ALL.iter();
    all.fold(Checker::recommended(), |checker, profile| checker.profile(*profile))
        .today("2026-06-01".parse().unwrap())
}

/// The words that are marked by findings of a code.
#[track_caller]
pub(crate) fn marked(code: Code, text: &str) -> Vec<String> {
    let found = found(text);
    let of_code = found.iter().filter(|finding| finding.code == code);
    of_code.map(|finding| text[finding.origin().range()].to_owned()).collect()
}

/// Tells of every text in which a code is found, or is not, against what was expected.
#[track_caller]
pub(crate) fn expect(code: Code, told: &[&str], not_told: &[&str]) {
    let body = |text: &str| format!("# Title\n\n{text}\n");
    let is_told = |text: &&&str| !marked(code, &body(text)).is_empty();
    let missed: Vec<&&str> = told.iter().filter(|text| !is_told(text)).collect();
    let wrong: Vec<&&str> = not_told.iter().filter(is_told).collect();
    assert!(missed.is_empty() && wrong.is_empty(), "{code}: missed {missed:#?}, wrong {wrong:#?}");
}

#[test]
fn a_profile_brings_its_rules_and_the_recommended_ones() {
    let article = parse("# A\n\nText.\n").value;
    let codes = |checker: Checker| -> Vec<Code> {
        checker.check(&article).iter().map(|finding| finding.code).collect()
    };
    assert_eq!(codes(Checker::new()), []);
    let recommended = codes(Checker::recommended());
    assert!(recommended.contains(&Code::Undated) && !recommended.contains(&Code::NoSources));
    let more = codes(Checker::new().profile(Profile::PatientInformation));
    assert!(more.contains(&Code::Undated) && more.contains(&Code::NoSources));
    let silent = codes(Checker::recommended().silence(Code::Undated));
    assert!(!silent.contains(&Code::Undated));
}

#[test]
fn an_author_can_suppress_what_is_found_in_a_file_or_a_block() {
    let text =
        "# A\n\n<!-- offprint: suppress S005 -->\n\nIt is guaranteed.\n\nIt is guaranteed.\n";
    assert_eq!(marked(Code::ClaimForReview, text).len(), 1);
    let text = "---\ntitle: A\nsuppress: [S005, D001]\n---\nIt is guaranteed.\n";
    assert_eq!(marked(Code::ClaimForReview, text).len(), 0);
    assert_eq!(marked(Code::Undated, text).len(), 0);
}

#[derive(Debug)]
struct Shout;

impl Rule for Shout {
    fn code(&self) -> Code {
        Code::HouseRule
    }

    fn authority(&self) -> Option<&str> {
        Some("our style sheet")
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for passage in view.passages() {
            for (at, mark) in passage.text().match_indices('!') {
                let place = passage.place(at..at + mark.len());
                let mut found = Diagnostic::new(self.code(), "no shouting").label(place, "");
                if let Some(written) = passage.written(at..at + mark.len()) {
                    found = found.edit(written, ".");
                }
                findings.add(found);
            }
        }
    }
}

/// What a rule of a house finds.
pub(crate) fn of_the_house() -> Vec<Diagnostic> {
    Checker::new().rule(Shout).check(&parse("# A\n\nStop!\n").value)
}

#[test]
fn a_rule_of_ones_own_runs_beside_ours_and_mends_what_it_finds() {
    let text = "# A\n\nIt's *here*! And \"there\\!\" &amp; -- now!\n";
    let source = Source::new("a.md", text);
    let article = offprint::parse(&source).unwrap().value;
    let found = Checker::new().rule(Shout).check(&article);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|finding| &text[finding.origin().range()] == "!"));
    let told = Style::Plain.render(&found[..1], &Sources::from(source.clone()));
    assert_eq!(
        told,
        "a.md:3:12: warning[Z001]: no shouting\n  fix: `!` → `.`\n  rule: our style sheet\n"
    );
    let edits: Vec<_> = found.iter().flat_map(|finding| finding.fix.clone()).collect();
    let mended = apply(&source, &edits).unwrap();
    assert_eq!(mended, "# A\n\nIt's *here*. And \"there\\.\" &amp; -- now.\n");
}

#[test]
fn a_fix_is_shown_to_people_and_given_to_programs() {
    let source = Source::new("a.md", "# A\n\nStop!\n");
    let article = offprint::parse(&source).unwrap().value;
    let found = Checker::new().rule(Shout).check(&article);
    let sources = Sources::from(source);
    let line: serde_json::Value =
        serde_json::from_str(&Style::JsonLines.render(&found, &sources)).unwrap();
    assert_eq!(line["fix"][0]["byteStart"], 9);
    assert_eq!(line["fix"][0]["replacement"], ".");
    assert_eq!(line["authority"], "our style sheet");
    let sarif: serde_json::Value =
        serde_json::from_str(&Style::Sarif.render(&found, &sources)).unwrap();
    let change = &sarif["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "a.md");
    let replacement = &change["replacements"][0];
    assert_eq!(replacement["deletedRegion"]["startColumn"], 5);
    assert_eq!(replacement["insertedContent"]["text"], ".");
    #[cfg(feature = "cli")]
    assert!(Style::Terminal.render(&found, &sources).contains("this mends it"));
}

#[test]
fn every_finding_has_a_place_in_what_was_read() {
    for path in articles() {
        let article = parse_file(&path).value;
        for finding in everything().check(&article) {
            assert!(!finding.origin().is_unknown(), "{path}: {finding:?}");
            assert!(finding.help.is_some(), "{path}: no help in {finding:?}");
        }
    }
}

#[test]
fn an_article_that_was_built_in_code_can_be_checked() {
    let article = offprint::Article::builder("A").paragraph("It is guaranteed.").build().unwrap();
    let found = everything().check(&article);
    assert!(found.iter().any(|finding| finding.code == Code::ClaimForReview));
}

#[test]
fn claims_are_for_review_where_they_are_made() {
    expect(
        Code::ClaimForReview,
        &[
            "My method is 100% effective.",
            "We guarantee results within six weeks.",
            "Hypnosis cures phobias.",
            "This approach can cure insomnia.",
            "It heals trauma at the root.",
            "EMDR is clinically proven.",
        ],
        &[
            "There is no cure for grief.",
            "Nobody can guarantee that.",
            "Progress is not guaranteed.",
            "Beware of anyone who says that a method is 100% effective.",
            "Freud’s patient called it the talking cure.",
            "He secures the window and obscures the view.",
            "Time is said to be a healer.",
            "Is it guaranteed to work?",
            "> It was guaranteed, they said.",
            "Therapy isn't a cure for everything.",
            "It sounds like a guarantee, and a guarantee is something that comes with a toaster.",
        ],
    );
    // Somebody gives this one.
    expect(Code::ClaimForReview, &["I offer a guarantee with every course."], &[]);
}

/// A text about an author, behind front matter that states something about them.
fn about(stated: &str, text: &str) -> String {
    let stated = stated.replace('\n', "\n    ");
    format!(
        "---\ntitle: A\nauthors:\n  - name: Ann Invented\n    {stated}\n---\n\nText.\n\n## About the Author\n\n{text}\n"
    )
}

#[track_caller]
fn expect_about(code: Code, told: &[(&str, &str)], not_told: &[(&str, &str)]) {
    let is_told = |case: &&(&str, &str)| !marked(code, &about(case.0, case.1)).is_empty();
    let missed: Vec<_> = told.iter().filter(|case| !is_told(case)).collect();
    let wrong: Vec<_> = not_told.iter().filter(is_told).collect();
    assert!(missed.is_empty() && wrong.is_empty(), "{code}: missed {missed:#?}, wrong {wrong:#?}");
}

const STUDENT: &str = "credentials: [{ body: BACP, grade: student }]";
const TRAINEE: &str = "credentials: [{ body: UKCP, grade: trainee }]";
const REGISTERED: &str = "credentials: [{ body: BACP, grade: registered }]";
const DEFERRED: &str = "credentials: [{ body: BPC, grade: registrant, status: deferred }]";
const HCPC: &str = "credentials: [{ body: HCPC, number: PYL000000 }]";
const NOTHING: &str = "url: https://example.org/";

#[test]
fn letters_belong_to_a_grade() {
    expect_about(
        Code::LettersWithoutGrade,
        &[
            (STUDENT, "Ann Invented, MBACP, writes."),
            (REGISTERED, "Ann Invented is MBACP (Accred)."),
            (REGISTERED, "Ann Invented, MBPC, writes."),
            (
                "credentials: [{ body: BACP, grade: registered, status: lapsed }]",
                "Ann Invented MBACP.",
            ),
        ],
        &[
            (REGISTERED, "Ann Invented, MBACP, writes."),
            ("credentials: [{ body: BACP }]", "Ann Invented, MBACP, writes."),
            (NOTHING, "Ann Invented, MBACP, writes."),
            (STUDENT, "Ann Invented hopes to be MBACP one day."),
            (STUDENT, "Her supervisor is Bo Example, MBACP (Accred)."),
            (STUDENT, "Ann Invented is a student member of the BACP. She has an MA."),
        ],
    );
}

#[test]
fn a_body_of_registrants_has_no_members() {
    expect_about(
        Code::MemberForRegistrant,
        &[
            (NOTHING, "Ann is a member of the British Psychoanalytic Council."),
            (NOTHING, "Ann is a full member of the BPC."),
            (NOTHING, "Ann is not only a writer but a member of the BPC."),
            (NOTHING, "Ann is no doctor, and is a member of the BPC."),
            (NOTHING, "Ann does not drive and is a member of the BPC."),
            (NOTHING, "Ann trained in Leeds and is a member of the BPC."),
        ],
        &[
            (NOTHING, "Ann is a registrant of the British Psychoanalytic Council."),
            (NOTHING, "Ann is a member of the BACP."),
            (NOTHING, "Ann is a member of a choir, and a registrant of the BPC."),
            (NOTHING, "Ann was a trustee of the BPC."),
            (NOTHING, "Ann is not a member of the BPC, though people often ask."),
            (NOTHING, "Ann has never been a member of the BPC."),
            (NOTHING, "Ann isn't a member of the BPC."),
            (NOTHING, "Ann is neither a doctor nor a member of the BPC."),
            (NOTHING, "Unlike members of the BPC, Ann sees dogs."),
        ],
    );
    let text =
        about(NOTHING, "Ann is a member of the *BPC*. \"Member of the BPC\", says her card.");
    let source = Source::new("a.md", &*text);
    let found = everything().check(&offprint::parse(&source).unwrap().value);
    let edits: Vec<_> = found.into_iter().flat_map(|finding| finding.fix).collect();
    let mended = apply(&source, &edits).unwrap();
    assert!(mended.contains("a registrant of the *BPC*. \"Registrant of the BPC\""), "{mended}");
}

#[test]
fn what_a_grade_does_not_allow_is_told_where_it_is_claimed() {
    expect_about(
        Code::ClaimOfGrade,
        &[
            (TRAINEE, "Ann is a psychotherapist registered with the UKCP."),
            (STUDENT, "Ann is a registered member of the BACP."),
            (
                STUDENT,
                "Ann is accredited by the British Association for Counselling and Psychotherapy.",
            ),
        ],
        &[
            (TRAINEE, "Ann is a trainee with the UKCP."),
            (STUDENT, "Ann is not yet registered with the BACP."),
            (STUDENT, "Ann registered her boat last year."),
            (REGISTERED, "Ann is a registered member of the BACP."),
            (STUDENT, "Her supervisor is registered with the BACP."),
        ],
    );
}

#[test]
fn a_deferred_registrant_does_not_advertise() {
    expect_about(
        Code::DeferredAdvertises,
        &[
            (DEFERRED, "Ann has a private practice in Wexcombe."),
            (DEFERRED, "Ann is now taking new clients."),
            (
                "credentials: [{ body: BPC, status: deferred }]\npractices: [{ place: Wexcombe }]",
                "Ann writes.",
            ),
        ],
        &[
            (DEFERRED, "Ann writes and gardens."),
            (REGISTERED, "Ann has a private practice in Wexcombe."),
            (
                "credentials: [{ body: BPC, status: deferred }, { body: BACP, grade: registered }]",
                "Ann has a private practice in Wexcombe.",
            ),
        ],
    );
}

#[test]
fn what_runs_out_is_told_on_the_day() {
    let with = |keys: &str| {
        about(&format!("credentials: [{{ body: BACP, grade: registered, {keys} }}]"), "x")
    };
    let is_told = |code, keys: &str| !marked(code, &with(keys)).is_empty();
    assert!(is_told(Code::ExpiredRegistration, "valid_until: 2026-05-31"));
    assert!(!is_told(Code::ExpiredRegistration, "valid_until: 2026-06"));
    assert!(!is_told(Code::ExpiredRegistration, "valid_until: 2026-05-31, status: lapsed"));
    assert!(is_told(Code::UnverifiedRegistration, "verified_on: 2025-05"));
    assert!(!is_told(Code::UnverifiedRegistration, "verified_on: 2025-06-01"));
    assert!(!is_told(Code::UnverifiedRegistration, "since: 2004"));
    let without_a_day = Checker::recommended().check(&parse(&with("valid_until: 2020")).value);
    assert!(without_a_day.iter().all(|finding| finding.code != Code::ExpiredRegistration));
}

#[test]
fn a_number_has_the_form_of_its_register() {
    let with = |body: &str, number: &str| {
        about(&format!("credentials: [{{ body: {body}, number: \"{number}\" }}]"), "x")
    };
    for (body, number, is_possible) in [
        ("HCPC", "PYL000000", true),
        ("HCPC", "AS 0000", true),
        ("HCPC", "000000", false),
        ("HCPC", "PYL0000000", false),
        ("BACP", "anything", true),
        ("IACP", "anything", true),
    ] {
        let found = marked(Code::RegisterNumber, &with(body, number));
        assert_eq!(found.is_empty(), is_possible, "{body} {number}");
        assert!(found.iter().all(|marked| marked == number), "{found:?}");
    }
}

#[test]
fn a_body_without_a_register_registers_nobody() {
    expect_about(
        Code::NoRegister,
        &[
            (NOTHING, "Ann is registered with the AFT."),
            (NOTHING, "Ann is an AFT-registered therapist."),
            ("credentials: [{ body: AFT, grade: registered }]", "Ann writes."),
        ],
        &[
            (NOTHING, "Ann is a member of the AFT."),
            (NOTHING, "Ann is a member of the AFT and registered with the UKCP."),
            (NOTHING, "Ann is registered with the BACP."),
            (NOTHING, "Ann is not registered with the AFT."),
        ],
    );
}

#[test]
fn nobody_is_registered_by_law() {
    expect(
        Code::LegallyRegistered,
        &[
            "She is a legally registered psychotherapist.",
            "All our counsellors are legally registered.",
        ],
        &[
            "Counsellors are not legally registered in Britain.",
            "We are a legally registered charity that offers counselling.",
            "Are counsellors legally registered?",
            "The boat is legally registered.",
        ],
    );
    let text = "# A\n\nShe is a legally registered therapist.\n";
    let source = Source::new("a.md", text);
    let found = everything().check(&offprint::parse(&source).unwrap().value);
    let edits: Vec<_> = found.into_iter().flat_map(|finding| finding.fix).collect();
    assert_eq!(apply(&source, &edits).unwrap(), "# A\n\nShe is a registered therapist.\n");
}

#[test]
fn a_protected_title_needs_its_registration() {
    expect_about(
        Code::ProtectedTitle,
        &[
            (NOTHING, "Ann is a clinical psychologist."),
            (NOTHING, "She works as a consultant clinical psychologist in Wexcombe."),
            ("posts: [{ title: Art Therapist, organisation: Clinic }]", "Ann writes."),
        ],
        &[
            (HCPC, "Ann is a clinical psychologist."),
            (NOTHING, "Ann is a trainee clinical psychologist."),
            (NOTHING, "Ann works with clinical psychologists."),
            (NOTHING, "Ann was a clinical psychologist for ten years."),
            (NOTHING, "Her husband is an art therapist."),
            (NOTHING, "Ann is a psychotherapist and counsellor."),
            (NOTHING, "Ann is not a clinical psychologist."),
        ],
    );
}

#[test]
fn a_topic_that_calls_for_help_is_no_metaphor() {
    expect(
        Code::NoUrgentHelp,
        &[
            "He thought of suicide. She had thought of suicide too.",
            "## On Self-Harm\n\nIt is a language.",
            "Some people hear voices. Psychosis frightens others. It is psychotic to them.",
        ],
        &[
            "It would be career suicide to say so. It would be political suicide too.",
            "She mentioned an eating disorder once.",
            "He thought of suicide. She thought of suicide. Call Samaritans on 116 123.",
            "He thought of suicide. She thought of suicide.\n\n> [!URGENT-HELP]\n> See your doctor.",
            "He thought of suicide. She thought of suicide.\n\n## Urgent Help\n\nSee your doctor.",
            "He thought of suicide. She thought of suicide. Ring 999, or go to A&E.",
            "## Further Reading\n\n- *On Suicide* – A. Hedge\n- *On Self-Harm* – B. Bank",
        ],
    );
    // A number that is none to call gives no help.
    let text = "# A\n\nHe thought of suicide. She thought of suicide. There were 999 sheep.\n";
    assert_eq!(marked(Code::NoUrgentHelp, text).len(), 1);
}

#[test]
fn help_works_where_the_reader_is() {
    let told = |jurisdiction: &str, text: &str| {
        let text = format!("---\ntitle: A\njurisdiction: {jurisdiction}\n---\n\n{text}\n");
        marked(Code::HelpOfElsewhere, &text)
    };
    assert_eq!(told("england", "Call 988, day or night."), ["988"]);
    assert_eq!(told("northern-ireland", "Call NHS 111."), ["111"]);
    assert_eq!(told("ireland", "Text SHOUT to 85258."), ["85258"]);
    for (jurisdiction, text) in [
        ("england", "Call 999 or 116 123."),
        ("ireland", "Call 112, or Samaritans on 116 123."),
        ("england", "In the US call 988."),
        ("england", "There are 988 pages and 911 pictures in it."),
        ("england", "It cost £111 a session, and 1,000 people came."),
        ("other", "Call 988."),
        ("northern-ireland", "Call Lifeline on 0808 808 8000."),
    ] {
        assert_eq!(told(jurisdiction, text), [""; 0], "{jurisdiction}: {text}");
    }
    // The practice says where it is, where the article does not.
    let practice = offprint::Practice::new("P").jurisdiction(offprint::model::Jurisdiction::Wales);
    let found = everything().practice(&practice).check(&parse("# A\n\nCall 988.\n").value);
    assert!(found.iter().any(|finding| finding.code == Code::HelpOfElsewhere));
}

const STORY: &str = "He could not rest, and his father knew. When he rang, she told him so.";

#[test]
fn a_story_needs_its_label_beside_it() {
    let with = |before: &str, after: &str| format!("{before} {STORY}\n{after}");
    let stories = [
        with("## A Case Example\n\nOwen came in May.", ""),
        with("## Clinical Vignette: Owen\n\nOwen came in May.", ""),
        with("Let's call him Owen.", ""),
        with("Owen (not his real name) came in May.", ""),
    ];
    let others = [
        with("> [!VIGNETTE fictional]\n> Let's call him Owen.", ""),
        with("Owen, my brother, came in May.", ""),
        "## What Is a Case Study?\n\nA report. He, she, his, her.".to_owned(),
        "## In Case of Fire\n\nHe left, she left, his dog and her cat left.".to_owned(),
        "Let's call him an optimist.".to_owned(),
        with("> Let's call him Owen.\n>", "").replace("> He", ">\n> He"),
    ];
    let (stories, others) = (stories.each_ref().map(|s| &**s), others.each_ref().map(|s| &**s));
    expect(Code::UnlabelledVignette, &stories, &others);

    let far = with(
        "## How It Was\n\nLet's call him Owen.",
        "\n## Notes\n\nNames and details have been changed.",
    );
    expect(Code::FarLabel, &[&far], &stories);
    expect(Code::UnlabelledVignette, &[], &[&far]);
}

#[test]
fn praise_is_for_review() {
    expect(
        Code::Testimonial,
        &["## Testimonials\n\nText.", "> It changed my life.\n>\n> — Sam, former client"],
        &[
            "> It is a long way.\n>\n> — A. Hedge, *Lanes*",
            "Clients often say that they are tired.",
            "## Why I Publish No Testimonials\n\nThey prove nothing.",
            "> A patient said it — and a client heard it.",
        ],
    );
}

#[test]
fn links_lead_somewhere() {
    expect(
        Code::MalformedLink,
        &["[a](www.example.org/a)", "[a](mailto:nobody)", "[a](https://intranet/)"],
        &[
            "[a](https://example.org)",
            "[a](b.md)",
            "www.example.org",
            "a@example.org",
            "[a](tel:116123)",
        ],
    );
    expect(
        Code::LinkWithoutBase,
        &["[a](b.md)", "[a](../b/)"],
        &["[a](#b)", "[a](https://example.org)", "[a](mailto:a@example.org)", "![a](b.png)"],
    );
    let known = "---\ntitle: A\ncanonical: https://example.org/a\n---\n\n[a](b.md)\n";
    assert!(marked(Code::LinkWithoutBase, known).is_empty());
    expect(
        Code::MissingPlace,
        &["[a](#nowhere)\n\n## Here\n\nText."],
        &[
            "[a](#here)\n\n## Here\n\nText.",
            "[a](https://example.org/#b)",
            "[a](#b)\n\n## Here {#b}\n\nText.",
        ],
    );
    expect(
        Code::DuplicateReading,
        &["## Further Reading\n\n- [A](https://example.org/a)\n- [B](http://www.example.org/a/)"],
        &[
            "## Further Reading\n\n- [A](https://example.org/a)\n- [B](https://example.org/b)",
            "## Further Reading\n\n- *Introduction*\n- *Introduction*",
            "## Further Reading\n\n- *A* – B. Bank, 2019\n- *A* – B. Bank, 2022",
            "## Further Reading\n\n- [A](https://example.org/?p=1)\n- [B](https://example.org/?p=2)",
        ],
    );
}

#[test]
fn dates_are_told_only_where_they_cannot_be_right() {
    let with = |keys: &str| format!("---\ntitle: A\n{keys}\n---\n\nText.\n");
    let is_told = |code, keys: &str| found(&with(keys)).iter().any(|finding| finding.code == code);
    for keys in [
        "published: 2026-03-12\nmodified: 2026-03-11",
        "reviewed: 2026-04\nnext_review: 2026-03",
        "modified: 2027",
    ] {
        assert!(is_told(Code::DateOrder, keys), "{keys}");
    }
    for keys in [
        "published: 2026-03\nmodified: 2026-03-01",
        "published: 2026-09-01",
        "published: 2026\nreviewed: 2026-01",
    ] {
        assert!(!is_told(Code::DateOrder, keys), "{keys}");
    }
    let of_author =
        |held: &str| format!("author: {{name: Ann Invented, credentials: [{{{held}}}]}}");
    let untold = |keys: &str| {
        let article = parse(&with(keys)).value;
        let told = Checker::recommended().check(&article);
        !told.iter().any(|finding| finding.code == Code::DateOrder)
    };
    for held in [
        "body: BACP, since: 3000",
        "body: BACP, verified_on: 2026-06-02",
        "degree: MSc, year: 2027",
        "body: BACP, since: 2024, valid_until: 2023",
    ] {
        assert!(is_told(Code::DateOrder, &of_author(held)), "{held}");
    }
    for held in ["body: BACP, since: 2026", "body: BACP, since: 2024, valid_until: 2024"] {
        assert!(!is_told(Code::DateOrder, &of_author(held)), "{held}");
    }
    // Without the day of the check, the article's own dates say what is to come.
    let since = of_author("body: BACP, since: 2026-04");
    assert!(untold(&since));
    assert!(untold(&format!("published: 2026-03-12\nmodified: 2026\n{since}")));
    assert!(!untold(&format!("published: 2026-03-12\nmodified: 2026-03-20\n{since}")));
    assert!(is_told(Code::ReviewOverdue, "next_review: 2026-05"));
    assert!(!is_told(Code::ReviewOverdue, "next_review: 2026-06"));
    assert!(!is_told(Code::ReviewOverdue, "reviewed: 2026-05-30\nnext_review: 2026-05"));
}
