//! Credentials into words: the only place that makes them.

use super::entry::Claim;
use super::{BodyEntry, BodyKind, Registers};
use crate::model::{
    Address, Affiliation, Author, Basis, Credential, Degree, Membership, PartialDate, Post,
    PrivatePractice, Status,
};

/// Says what an author holds, by the rules of the bodies in some [`Registers`].
///
/// It says no more than the author did: letters only where a stated grade entitles to them, never
/// "legally registered", and no title that the law keeps for members of a body that is not among what the
/// author holds.
///
/// ```
/// use offprint::model::{Author, Body, Degree, Grade, Membership};
/// use offprint::registers::{Registers, Wording};
///
/// let registers = Registers::built_in();
/// let author = Author::new("Imogen Example").credentials([
///     Membership::new(Body::Bacp).grade(Grade::Accredited).into(),
///     offprint::model::Credential::from(Degree::new("MSc")),
/// ]);
/// let wording = Wording::new(&registers);
/// assert_eq!(wording.byline(&author), "Imogen Example, MSc, MBACP (Accred)");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Wording<'r> {
    registers: &'r Registers,
}

/// One thing that an author holds, in words, with where it can be looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RegisterLine {
    /// The words.
    pub text: String,
    /// The public register, where it is one.
    pub address: Option<Address>,
}

impl<'r> Wording<'r> {
    /// Words by the rules of these bodies.
    #[must_use]
    pub const fn new(registers: &'r Registers) -> Self {
        Self { registers }
    }

    /// The name with the letters after it.
    #[must_use]
    pub fn byline(self, author: &Author) -> String {
        let mut parts = vec![author.name.clone()];
        parts.extend(self.post_nominals(author));
        parts.join(", ")
    }

    /// The letters: honours, degrees from the lowest up, learned societies, professional bodies; what is
    /// of one kind, in the author's order. A credential that was only recognised in prose gives none.
    #[must_use]
    pub fn post_nominals(self, author: &Author) -> Vec<String> {
        let stated = author.credentials.iter().filter(|held| held.basis() == Basis::Stated);
        let letters = stated.filter_map(|held| match held {
            Credential::Degree(degree) => {
                let rank = super::degrees::rank(&degree.award)?;
                Some((rank, degree.award.clone()))
            }
            Credential::Membership(membership) => self.letters(membership),
            Credential::Affiliation(_) => None,
        });
        let mut letters: Vec<(u8, String)> = letters.collect();
        letters.sort_by_key(|(rank, _)| *rank);
        let mut said: Vec<String> = Vec::with_capacity(letters.len());
        for (_, letters) in letters {
            if !said.contains(&letters) {
                said.push(letters);
            }
        }
        said
    }

    fn letters(self, membership: &Membership) -> Option<(u8, String)> {
        let in_force = matches!(membership.status, None | Some(Status::Current));
        let entry = self.registers.get(&membership.body).filter(|_| in_force)?;
        let grade = entry.grade(membership.grade.as_ref()?)?;
        if grade.may_not_claim.contains(&Claim::Letters) {
            return None;
        }
        let rank = match entry.kind {
            BodyKind::LearnedSociety => super::degrees::AFTER_DEGREES,
            _ => super::degrees::AFTER_DEGREES + 1,
        };
        Some((rank, grade.printed_letters()?.to_owned()))
    }

    /// What the author holds and does, a line each, in the order in which it was given: everything that was
    /// stated, and memberships that prose claims, for the sake of their registers. What else was recognised
    /// in prose stands there already.
    #[must_use]
    pub fn lines(self, author: &Author) -> Vec<RegisterLine> {
        let plain = |text: String| RegisterLine { text, address: None };
        let held = author.credentials.iter().filter_map(|credential| match credential {
            Credential::Membership(membership) => Some(self.membership(membership)),
            Credential::Degree(degree) => {
                (degree.basis == Basis::Stated).then(|| plain(degree_text(degree)))
            }
            Credential::Affiliation(tie) => {
                (tie.basis == Basis::Stated).then(|| plain(self.affiliation(author, tie)))
            }
        });
        let posts = author.posts.iter().filter(|post| post.basis == Basis::Stated);
        let posts = posts.map(|post| plain(self.post(author, post)));
        let practices = author.practices.iter().filter(|at| at.basis == Basis::Stated);
        let practices = practices.map(|practice| RegisterLine {
            text: practice_text(practice),
            address: practice.url.clone(),
        });
        held.chain(posts).chain(practices).collect()
    }

    /// Where the author is registered, with number and register: what a leaflet must carry.
    #[must_use]
    pub fn register_lines(self, author: &Author) -> Vec<RegisterLine> {
        let memberships = author.credentials.iter().filter_map(|held| match held {
            Credential::Membership(membership) => Some(self.membership(membership)),
            Credential::Degree(_) | Credential::Affiliation(_) => None,
        });
        memberships.collect()
    }

    /// Name and everything that was stated, in full: `Imogen Example: Accredited member of the … (BACP)`.
    ///
    /// ```
    /// use offprint::model::{Author, Body, Grade, Membership};
    /// use offprint::registers::{Registers, Wording};
    ///
    /// let registers = Registers::built_in();
    /// let author = Author::new("Imogen Example")
    ///     .credentials([Membership::new(Body::Bpc).grade(Grade::Registrant)]);
    /// assert_eq!(
    ///     Wording::new(&registers).in_full(&author),
    ///     "Imogen Example: Registrant of the British Psychoanalytic Council (BPC)"
    /// );
    /// ```
    #[must_use]
    pub fn in_full(self, author: &Author) -> String {
        let lines: Vec<String> = self.lines(author).into_iter().map(|line| line.text).collect();
        if lines.is_empty() {
            author.name.clone()
        } else {
            format!("{}: {}", author.name, lines.join("; "))
        }
    }

    /// A membership in words, with its number and how long it holds, as
    /// `Accredited member of the … (BACP), register number 000000, valid until March 2027`.
    #[must_use]
    pub fn membership(self, membership: &Membership) -> RegisterLine {
        let entry = self.registers.get(&membership.body);
        let mut text = self.standing(membership);
        let in_force = !matches!(membership.status, Some(Status::Lapsed | Status::Pending));
        if let Some(since) = membership.since.filter(|_| in_force) {
            text.push_str(", since ");
            text.push_str(&since.in_words());
        }
        if let Some(number) = &membership.number {
            text.push_str(", register number ");
            text.push_str(number);
        }
        // Whether that is past is for the reader to see: nothing here knows what day it is.
        if let Some(until) = membership.valid_until {
            text.push_str(", valid until ");
            text.push_str(&until.in_words());
        }
        let register = entry.and_then(|entry| entry.register.clone());
        RegisterLine { text, address: membership.source.clone().or(register) }
    }

    /// Grade, body and status of a membership, without its number.
    #[must_use]
    pub fn standing(self, membership: &Membership) -> String {
        let entry = self.registers.get(&membership.body);
        let name = entry.map_or_else(|| membership.body.to_string(), BodyEntry::name_in_full);
        let known = entry.zip(membership.grade.as_ref());
        let graded = known
            .and_then(|(entry, grade)| entry.grade(grade).map(|known| entry.word(&known.wording)));
        let of = || match entry.and_then(|entry| entry.unstated.as_deref()) {
            Some(unstated) => entry.map_or_else(String::new, |entry| entry.word(unstated)),
            None => format!("Member of the {name}"),
        };
        let words = match (graded, &membership.grade) {
            (Some(words), _) => words,
            (None, Some(grade)) => {
                format!("{} member of the {name}", capitalised(&grade.as_str().replace('-', " ")))
            }
            (None, None) => of(),
        };
        let special = membership.status.and_then(|status| entry?.status(status));
        if let Some(special) = special {
            let is_first = special.wording.starts_with("{membership}");
            let inner = if is_first { words } else { uncapitalised(&words) };
            return special.wording.replace("{membership}", &inner);
        }
        match membership.status {
            // The words of the grade would claim what is not so any more, or not yet.
            Some(Status::Lapsed) => format!("Membership of the {name}: lapsed"),
            Some(Status::Pending) => format!("Membership of the {name}: application pending"),
            Some(Status::Deferred) => format!("{words} (deferred)"),
            Some(Status::NotWorking) => format!("{words} (not practising)"),
            Some(Status::Current) | None => words,
        }
    }

    /// The title of a job, unless it is one that the law keeps for others.
    #[must_use]
    pub fn job_title<'p>(self, author: &Author, post: &'p Post) -> Option<&'p str> {
        post.title.as_deref().filter(|title| self.registers.may_be_called(author, title))
    }

    fn post(self, author: &Author, post: &Post) -> String {
        let parts = [self.job_title(author, post), Some(&post.organisation), post.place.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn affiliation(self, author: &Author, tie: &Affiliation) -> String {
        let parts = [self.role(author, tie), Some(&tie.organisation)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// As what somebody belongs to an organisation, unless it is a title that the law keeps for others.
    pub(crate) fn role<'t>(self, author: &Author, tie: &'t Affiliation) -> Option<&'t str> {
        tie.role.as_deref().filter(|role| self.registers.may_be_called(author, role))
    }
}

fn degree_text(degree: &Degree) -> String {
    let year = degree.year.map(PartialDate::in_words);
    [Some(degree_name(degree)), degree.institution.clone(), year]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// Award, subject and classification: `MSc Counselling (distinction)`.
pub(crate) fn degree_name(degree: &Degree) -> String {
    let mut text = degree.award.clone();
    if let Some(subject) = &degree.subject {
        let joint = if degree.award.contains(' ') { " in " } else { " " };
        text = format!("{text}{joint}{subject}");
    }
    if let Some(classification) = &degree.classification {
        text = format!("{text} ({classification})");
    }
    capitalised(&text)
}

fn practice_text(practice: &PrivatePractice) -> String {
    let name = practice.name.clone().unwrap_or_else(|| "Private practice".to_owned());
    match (&practice.place, practice.online) {
        (Some(place), true) => format!("{name}, {place} and online"),
        (Some(place), false) => format!("{name}, {place}"),
        (None, true) => format!("{name}, online"),
        (None, false) => name,
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// With a small first letter, unless the first word is an abbreviation.
fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
