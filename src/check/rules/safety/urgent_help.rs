//! S001: a topic that calls for urgent help, and none is given.

use super::numbers;
use crate::check::words::List;
use crate::check::{Findings, Passage, PassageKind, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{CalloutKind, SectionRole};
use crate::source::Origin;

/// What somebody in danger may be reading about.
pub(in crate::check::rules) const TOPICS: &[&str] = &[
    "anorexia",
    "being abused",
    "bulimia",
    "child abuse",
    "cutting herself",
    "cutting himself",
    "cutting themselves",
    "cutting yourself",
    "domestic abuse",
    "domestic violence",
    "eating disorder",
    "eating disorders",
    "emotional abuse",
    "end her life",
    "end his life",
    "end it all",
    "end my life",
    "end their life",
    "end their lives",
    "end your life",
    "ending her life",
    "ending his life",
    "ending my life",
    "ending their lives",
    "ending your life",
    "harm himself",
    "harm herself",
    "harm myself",
    "harm themselves",
    "harm yourself",
    "harming himself",
    "harming herself",
    "harming myself",
    "harming themselves",
    "harming yourself",
    "hearing voices",
    "kill herself",
    "kill himself",
    "kill myself",
    "kill themselves",
    "kill yourself",
    "killed herself",
    "killed himself",
    "killing herself",
    "killing himself",
    "killing myself",
    "killing themselves",
    "killing yourself",
    "overdose",
    "overdosed",
    "overdoses",
    "psychosis",
    "psychotic",
    "rape",
    "raped",
    "self-harm",
    "self-harmed",
    "self-harming",
    "self-harms",
    "self harm",
    "self harming",
    "self-injury",
    "sexual abuse",
    "sexual assault",
    "sexually abused",
    "sexually assaulted",
    "suicidal",
    "suicidality",
    "suicide",
    "suicides",
    "take her own life",
    "take his own life",
    "take their own life",
    "take their own lives",
    "take your own life",
    "taken her own life",
    "taken his own life",
    "taken their own life",
    "took her own life",
    "took his own life",
    "took their own life",
    "want to die",
    "wanting to die",
    "wish to die",
];

/// The same words, where they mean something else.
pub(in crate::check::rules) const METAPHORS: &[&str] = &[
    "career suicide",
    "commercial suicide",
    "economic suicide",
    "intellectual suicide",
    "overdose of sugar",
    "overdose of sunshine",
    "overdose on chocolate",
    "political suicide",
    "professional suicide",
    "social suicide",
    "suicide mission",
    "suicide note of a",
    "suicide squad",
    "suicide squeeze",
    "physician-assisted suicide",
    "assisted suicide",
];

#[derive(Debug)]
pub(in crate::check) struct NoUrgentHelp;

impl Rule for NoUrgentHelp {
    fn code(&self) -> Code {
        Code::NoUrgentHelp
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn authority(&self) -> Option<&str> {
        Some("Samaritans, Media guidelines; NHS England, Standard for creating health content")
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        let Some((word, place, further)) = topic(view) else { return };
        if gives_help(view) {
            return;
        }
        let mut found = Diagnostic::new(
            self.code(),
            format!("this speaks of `{word}`, but does not say where to turn in a crisis"),
        )
        .label(place, "")
        .help(
            "add a section `## Urgent help`, or a callout `> [!URGENT-HELP]`, with the numbers of your country",
        );
        if let Some(further) = further {
            found = found.label(further, "and here");
        }
        findings.add(found);
    }
}

/// A word that names the topic: in the title or a heading once is enough, in the text it takes two sentences.
fn topic<'v>(view: &'v View<'_>) -> Option<(&'v str, Origin, Option<Origin>)> {
    let metaphors: Vec<Origin> =
        view.hits(List::Metaphors).map(|(passage, range, _)| passage.place(range)).collect();
    let is_metaphor = |place: Origin| {
        let range = place.range();
        metaphors.iter().any(|metaphor| {
            let around = metaphor.range();
            around.start <= range.start && range.end <= around.end
        })
    };
    let title = view.article().metadata.title.to_lowercase();
    let mut first: Option<(&str, Origin, Passage<'_>, std::ops::Range<usize>)> = None;
    for (passage, range, _) in view.hits(List::Topics) {
        let is_aside = matches!(passage.kind(), PassageKind::Reading)
            || passage.author().is_some()
            || passage.section().is_some_and(|section| section.role == SectionRole::AboutTheAuthor);
        let place = passage.place(range.clone());
        if is_aside || is_metaphor(place) {
            continue;
        }
        let word = &passage.text()[range.clone()];
        if passage.kind() == PassageKind::Heading || title.contains(&word.to_lowercase()) {
            return Some((word, place, None));
        }
        let sentence = passage.sentence_at(range.start);
        match &first {
            None => first = Some((word, place, passage, sentence)),
            Some((word, before, earlier, known)) => {
                let is_other =
                    earlier.origin().range() != passage.origin().range() || *known != sentence;
                if is_other {
                    return Some((word, *before, Some(place)));
                }
            }
        }
    }
    None
}

/// Whether the article says where to turn.
fn gives_help(view: &View<'_>) -> bool {
    let by_section =
        view.headings().iter().any(|heading| heading.section.role == SectionRole::UrgentHelp);
    by_section
        || view.passages().any(|passage| passage.callout() == Some(CalloutKind::UrgentHelp))
        || !numbers::given(view).is_empty()
}
