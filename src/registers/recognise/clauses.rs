//! Of whom each clause speaks, and whether it says what is so.

use super::lexicon::{
    Among, FINITE, FUTURE, NEGATIONS, NOT_TOLD, OTHER_SUBJECTS, PAST, RELATED, THINGS, Words,
};
use super::sentence::Sentence;

/// What earlier sentences leave open for the next one.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    /// Of whom a sentence speaks that names nobody.
    pub(super) subject: Option<usize>,
    /// Whom a pronoun means.
    pub(super) pronoun: Option<usize>,
}

static PRONOUNS: Words = Words::new(&["i", "she", "he", "they"]);
static POSSESSIVES: Words = Words::new(&["her", "his", "their", "my"]);
static TITLES: Words = Words::new(&["dr", "mr", "mrs", "ms", "prof", "professor", "mx"]);
static JOINTS: Words = Words::new(&[
    ",", ";", ":", "—", "(", "and", "but", "while", "where", "because", "though", "as", "that",
    "when", "since", "so", "or", "yet", "whilst", "whereas",
]);

/// Walks through the sentence once.
pub(super) struct Clauses<'c, 's> {
    sentence: &'c mut Sentence<'s>,
    speaker: &'c mut Speaker,
    who: Option<usize>,
    is_so: bool,
    /// Where the clause began.
    start: usize,
    /// What held before a relative clause, and whether a comma opened that.
    outer: Option<(Option<usize>, bool, bool)>,
    /// Whether somebody else is named.
    meets_others: bool,
}

/// Sets of each word of whom it is said; none where it is not said to be so.
pub(super) fn judge(sentence: &mut Sentence<'_>, speaker: &mut Speaker, asks: bool) {
    let named: Vec<usize> = sentence.names.iter().flatten().copied().collect();
    let is_told = !asks && !sentence.is_any(0, &NOT_TOLD);
    let (who, is_so) = (speaker.subject, true);
    let mut clauses =
        Clauses { sentence, speaker, who, is_so, start: 0, outer: None, meets_others: false };
    if is_told {
        clauses.walk();
    }
    let meets_others = clauses.meets_others;
    if let Some(first) = named.first() {
        let only = named.iter().all(|author| author == first).then_some(*first);
        speaker.subject = only;
        speaker.pronoun = only;
    }
    if meets_others {
        speaker.pronoun = None;
    }
}

impl Clauses<'_, '_> {
    fn walk(&mut self) {
        self.first_subject();
        for at in 0..self.sentence.tokens.len() {
            self.step(at);
            self.sentence.said[at] = self.who.filter(|_| self.is_so);
        }
    }

    /// A sentence that begins with somebody or something else.
    fn first_subject(&mut self) {
        let s = &self.sentence;
        let is_the_author = s.is(0, "the") && s.is_any(1, &["author", "writer"]);
        if is_the_author {
            self.who = self.speaker.pronoun;
            self.sentence.has_subject = true;
            return;
        }
        if s.is_any(0, &OTHER_SUBJECTS) {
            self.who = None;
            return;
        }
        // `A member of BACP is bound by its code.`
        if s.is_any(0, &["a", "an"]) {
            let end = (0..s.tokens.len())
                .find(|&at| s.is_verb(at, &FINITE) || s.is_any(at, &[",", "must", "may", "can"]));
            if end.is_some_and(|end| !s.is(end, ",")) {
                self.who = None;
            }
            return;
        }
        let is_pronoun = s.is_any(0, &PRONOUNS) || s.is_any(0, &POSSESSIVES);
        if s.is_capital(0) && s.names[0].is_none() && !is_pronoun {
            let end = s.name_end(0).unwrap_or(1);
            let is_title = s.is_any(0, &TITLES);
            if s.is_verb(end, &FINITE) && !is_title && s.mention_at(0).is_none() {
                self.who = None;
            }
        }
    }

    fn step(&mut self, at: usize) {
        let s = &self.sentence;
        let word = s.word(at);
        let is_joint = at == 0 || s.is_any(at - 1, &JOINTS);
        let after_name = at > 0 && s.names[at - 1].is_some();
        self.leave_relative(at);
        let s = &self.sentence;
        if let Some(author) = s.names[at] {
            let after_title = at > 0 && s.is_any(at - 1, &TITLES);
            if is_joint || after_title && at < 3 || after_name && self.start + 1 == at {
                if s.tokens[at].is_possessive && self.speaks_of_another(at + 1) {
                    self.begin(at, None);
                } else if !(at > 0 && s.is_any(at - 1, &["(", "as"])) {
                    self.begin(at, Some(author));
                    self.sentence.has_subject = true;
                }
            }
        } else if s.is_any(at, &PRONOUNS) && self.is_inside_other(at) {
            // `The charity where she works is accredited by BACP.`
        } else if s.is_any(at, &PRONOUNS) && (is_joint || at == 1 || s.is_verb(at - 1, &FINITE)) {
            let who = self.speaker.pronoun;
            self.begin(at, who);
            self.sentence.has_subject = true;
        } else if s.is_any(at, &POSSESSIVES) && is_joint {
            let another = self.speaks_of_another(at + 1);
            let is_new = at == 0 || !s.is_any(at - 1, &["and", ",", "("]) || another;
            if another {
                self.begin(at, None);
            } else if is_new {
                let who = self.speaker.pronoun;
                self.begin(at, who);
                self.sentence.has_subject = true;
            }
        } else if s.is_any(at, &POSSESSIVES)
            && at > 0
            && s.is(at - 1, "with")
            && self.speaks_of_another(at + 1)
        {
            // `with her wife, a GP in private practice`
            let has_comma = at > 1 && s.is(at - 2, ",");
            self.outer = self.outer.or(Some((self.who, self.is_so, has_comma)));
            self.who = None;
        } else if s.is_any(at, &["who", "whose", "which"])
            || word == "that" && s.is_verb(at + 1, &FINITE)
        {
            self.enter_relative(at);
        } else if s.is_any(at, &["we", "you"]) {
            self.begin(at, None);
        } else if word == ";"
            || word == "but"
            || at > 0 && s.is_verb(at, &FINITE) && s.is_any(at - 1, &["and", ",", "but", "now"])
        {
            self.is_so = true;
            self.start = at;
        } else if is_joint && at > 0 && s.is_capital(at) && s.mention_at(at).is_none() {
            let end = s.name_end(at).unwrap_or(at + 1);
            let is_long = end - at < 4;
            if s.is_any(end, &["is", "was", "has", "holds"]) && is_long {
                self.begin(at, None);
            }
        }
        self.turn(at);
        self.note_others(at);
    }

    /// Words that turn a clause into one that says what is not, was, or may come to be.
    fn turn(&mut self, at: usize) {
        let s = &self.sentence;
        if s.is_capital(at) && at > 0 {
            return;
        }
        let word = s.word(at);
        let is_turned = match word {
            "not" => !s.is_any(at + 1, &["only", "just", "least"]) && !self.is_aside(at),
            "no" => !s.word(at + 1).starts_with(|c: char| c.is_ascii_digit()) && !s.is(at + 1, "."),
            "was" | "were" => !s.is_any(at + 1, &["awarded", "given", "granted", "elected"]),
            "used" => s.is(at + 1, "to"),
            "retired" => s.is(at + 1, "from"),
            "qualified" => s.is_any(at + 1, &["at", "from", "as"]),
            "had" => !(at > 0 && s.is_any(at - 1, &["has", "have"])),
            "yet" | "about" => s.is(at + 1, "to"),
            "worked" | "taught" | "practised" | "lectured" | "belonged" => !self.goes_on(at),
            "served" | "ran" | "led" | "managed" | "spent" => true,
            "let" => s.is_any(at + 1, &POSSESSIVES) || s.is_any(at + 1, &["it", "go"]),
            // `studied at the University of Wexcombe (BSc, 2003)`
            "studied" => {
                !(at..at + 14).any(|at| s.is(at, "(") && s.degree_letters(at + 1).is_some())
            }
            "until" | "till" => {
                for before in self.start..at {
                    self.sentence.said[before] = None;
                }
                true
            }
            "working" | "works" => s.is_any(at + 1, &["towards", "toward"]),
            _ => NEGATIONS.has(word) || PAST.has(word) || FUTURE.has(word),
        };
        // `qualified as a counsellor in 2010, with a diploma from …`
        let s = &self.sentence;
        let is_end_of_training = |at: usize| {
            s.is(at, "qualified")
                || s.is_any(at, &["completed", "finished"]) && s.is(at + 2, "training")
        };
        let with_award = word == "with" && (self.start..at).any(is_end_of_training);
        if word == "now" || with_award {
            self.is_so = true;
        } else if is_turned {
            self.is_so = false;
        }
    }

    /// `has worked in private practice for twenty years`, `since 2004`: it is so still.
    fn goes_on(&self, at: usize) -> bool {
        let s = &self.sentence;
        let after = at..s.tokens.len().min(at + 20);
        let has = at > 0 && s.is_any(at - 1, &["has", "have"])
            || at > 1
                && s.is_any(at - 2, &["has", "have"])
                && s.is_any(at - 1, &["always", "also"]);
        has && after.clone().any(|at| s.is_any(at, &["since", "years", "decades"]))
            && !after.clone().any(|at| s.is_any(at, &PAST) || s.is_any(at, &["until", "till"]))
    }

    /// `registered but not accredited member`, `not working member`: a grade or status, and no denial.
    fn is_aside(&self, at: usize) -> bool {
        let s = &self.sentence;
        let next = at + 1 + usize::from(s.is_any(at + 1, &["a", "an", "yet", "-"]));
        let is_status = s.is(next, "working");
        let is_grade = s.is_any(next, &["accredited", "registered"])
            && at > 0
            && s.is_any(at - 1, &["but", "though", "although", "if"]);
        let person = next + 1 + usize::from(s.is(next + 1, ","));
        (is_status || is_grade) && s.is_any(person, &["member", "registrant"])
    }

    fn begin(&mut self, at: usize, who: Option<usize>) {
        self.who = who;
        self.is_so = true;
        self.start = at;
    }

    /// `her supervisor`, `Imogen’s elder sister`: somebody of hers, and not herself.
    fn speaks_of_another(&self, at: usize) -> bool {
        static OWN: Words = Words::new(&[
            "practice",
            "degree",
            "diploma",
            "msc",
            "ma",
            "pgdip",
            "certificate",
            "qualification",
            "qualifications",
            "degrees",
        ]);
        let is_other = |at: usize| {
            let s = &self.sentence;
            s.is_any(at, &RELATED) || s.is_any(at, &THINGS) && !s.is_any(at, &OWN)
        };
        (at..at + 3).take_while(|&at| !self.sentence.is_verb(at, &FINITE)).any(is_other)
            && !self.sentence.is_any(at, &["work", "registration", "membership", "accreditation"])
    }

    /// Whether the sentence speaks of something else, and only says where she comes into that.
    fn is_inside_other(&self, at: usize) -> bool {
        let s = &self.sentence;
        at > 0
            && s.is_any(at - 1, &["where", "that", "which", "when"])
            && s.is_any(0, &OTHER_SUBJECTS)
            && !(0..at).any(|at| s.is_any(at, &[",", ";"]))
    }

    fn enter_relative(&mut self, at: usize) {
        let s = &self.sentence;
        let has_comma = at > 0 && s.is(at - 1, ",");
        let before = at.checked_sub(if has_comma { 2 } else { 1 });
        let is_of_author = s.is(at, "who") && before.is_some_and(|at| s.names[at].is_some());
        if self.outer.is_none() {
            self.outer = Some((self.who, self.is_so, has_comma));
        }
        if !is_of_author {
            self.who = None;
        }
    }

    fn leave_relative(&mut self, at: usize) {
        let s = &self.sentence;
        let Some((who, is_so, has_comma)) = self.outer else { return };
        let is_end = s.is(at, ";")
            || s.is(at, ",") && (has_comma || s.is_verb(at + 1, &FINITE))
            || at > 0 && s.is(at, "and") && s.is_verb(at + 1, &FINITE) && !has_comma;
        if is_end {
            (self.who, self.is_so, self.outer) = (who, is_so, None);
        }
    }

    /// Somebody else with a name makes the next pronoun mean either of the two.
    fn note_others(&mut self, at: usize) {
        let s = &self.sentence;
        if s.names[at].is_some() {
            return;
        }
        let is_person = s.is_capital(at + 1) && s.is_capital(at + 2) && !s.is_capital(at + 3);
        let names_author =
            || (at + 1..at + 4).any(|at| s.names.get(at).copied().flatten().is_some());
        if s.is_any(at, &TITLES) && s.is_capital(at + 1) && !names_author() {
            self.meets_others = true;
        }
        if is_person
            && s.is_any(at, &["with", "alongside", "by"])
            && !names_author()
            && s.mention_at(at + 1).is_none()
            && !s.is_organisation(at + 1..at + 3)
        {
            self.meets_others = true;
        }
    }
}
