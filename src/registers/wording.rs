//! Credentials into words: the only place that makes them.

use super::Registers;
use crate::model::{
    Address, Affiliation, Author, Basis, Credential, Degree, Membership, Post, PrivatePractice,
    Status,
};

/// Says what an author holds, by the rules of the bodies in some [`Registers`].
///
/// It says no more than the author did: letters only where a stated grade entitles to them, and never
/// "legally registered".
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

    /// The letters: degrees first, then learned societies and professional bodies, each in the
    /// author's order. A credential that was only recognised in prose gives none.
    #[must_use]
    pub fn post_nominals(self, author: &Author) -> Vec<String> {
        let stated = || author.credentials.iter().filter(|held| held.basis() == Basis::Stated);
        let degrees = stated().filter_map(|held| match held {
            Credential::Degree(degree) => Some(degree.award.clone()),
            Credential::Membership(_) | Credential::Affiliation(_) => None,
        });
        let memberships = stated().filter_map(|held| match held {
            Credential::Membership(membership) => self.letters(membership),
            Credential::Degree(_) | Credential::Affiliation(_) => None,
        });
        degrees.chain(memberships).collect()
    }

    fn letters(self, membership: &Membership) -> Option<String> {
        let in_force = matches!(membership.status, None | Some(Status::Current));
        let entry = self.registers.get(&membership.body).filter(|_| in_force)?;
        entry.letters(membership.grade.as_ref()?).map(str::to_owned)
    }

    /// Everything that the author holds and does, a line each, in the order in which it was given.
    #[must_use]
    pub fn lines(self, author: &Author) -> Vec<RegisterLine> {
        let plain = |text: String| RegisterLine { text, address: None };
        let held = author.credentials.iter().map(|credential| match credential {
            Credential::Membership(membership) => self.membership(membership),
            Credential::Degree(degree) => plain(degree_text(degree)),
            Credential::Affiliation(affiliation) => plain(affiliation_text(affiliation)),
        });
        let posts = author.posts.iter().map(|post| plain(post_text(post)));
        let practices = author.practices.iter().map(|practice| RegisterLine {
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

    /// A membership in words, with its number, as `Accredited member of the … (BACP), 000000`.
    #[must_use]
    pub fn membership(self, membership: &Membership) -> RegisterLine {
        let entry = self.registers.get(&membership.body);
        let name =
            entry.map_or_else(|| membership.body.to_string(), super::BodyEntry::name_in_full);
        let graded = membership.grade.as_ref().and_then(|grade| {
            entry?.grades.iter().find(|known| known.grade == *grade).map(|known| &known.wording)
        });
        let mut text = match (graded, &membership.grade) {
            (Some(wording), _) => wording.replace("{name}", &name),
            (None, Some(grade)) => {
                format!("{} member of the {name}", capitalised(&grade.as_str().replace('-', " ")))
            }
            (None, None) => entry
                .and_then(|entry| entry.unstated.as_deref())
                .unwrap_or("Member of the {name}")
                .replace("{name}", &name),
        };
        match membership.status {
            Some(Status::Deferred) => text.push_str(" (deferred)"),
            Some(Status::Pending) => text.push_str(" (application pending)"),
            Some(Status::Lapsed) => text.push_str(" (lapsed)"),
            Some(Status::NotWorking) => text.push_str(" (not practising)"),
            Some(Status::Current) | None => {}
        }
        if let Some(number) = &membership.number {
            text.push_str(", register number ");
            text.push_str(number);
        }
        let register = entry.and_then(|entry| entry.register.clone());
        RegisterLine { text, address: membership.source.clone().or(register) }
    }
}

fn degree_text(degree: &Degree) -> String {
    let mut text = degree.award.clone();
    if let Some(subject) = &degree.subject {
        let joint = if degree.award.contains(' ') { " in " } else { " " };
        text = format!("{text}{joint}{subject}");
    }
    if let Some(classification) = &degree.classification {
        text = format!("{text} ({classification})");
    }
    let year = degree.year.map(|year| year.to_string());
    [Some(capitalised(&text)), degree.institution.clone(), year]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn affiliation_text(affiliation: &Affiliation) -> String {
    match &affiliation.role {
        Some(role) => format!("{role}, {}", affiliation.organisation),
        None => affiliation.organisation.clone(),
    }
}

fn post_text(post: &Post) -> String {
    [post.title.clone(), Some(post.organisation.clone()), post.place.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
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
