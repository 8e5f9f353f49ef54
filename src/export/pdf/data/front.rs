//! What stands before the text, and what the file says of itself.

use super::make::Maker;
use super::{Date, Document, Fact, Front, Masthead, Running};
use crate::export::pdf::advances::REGULAR;
use crate::export::pdf::glyphs::spoken;
use crate::model::{Author, AuthorRole, Metadata, PartialDate};
use crate::registers::Wording;
use crate::source::Origin;

/// PDF/A asks for a date even where nobody knows one; the start of the epoch of archives.
const NO_DATE: (i16, u8, u8) = (1980, 1, 1);
/// Readers that take longer to name stand in the imprint, not beside the lead.
pub(super) const AUDIENCE: usize = 120;
/// A running head longer than this is cut.
const RUNNING_TITLE: usize = 60;
/// Between it and the name beside it there is so much room, as a part of the size of type.
const BETWEEN: f64 = 2.0;

impl Maker<'_> {
    pub(super) fn document(&self) -> Document {
        let article = self.material.article;
        let metadata = &article.metadata;
        let mut date =
            [metadata.modified, metadata.published, self.material.made].into_iter().flatten();
        let (year, month, day) = date.find_map(PartialDate::first_day).unwrap_or(NO_DATE);
        Document {
            title: spoken(&metadata.title),
            authors: article.authors.iter().map(|author| spoken(&author.name)).collect(),
            keywords: metadata.keywords.iter().map(|keyword| spoken(keyword)).collect(),
            description: metadata.summary.as_deref().map(spoken),
            date: Date { year, month, day },
        }
    }

    pub(super) fn masthead(&mut self) -> Option<Masthead> {
        let Some(practice) = self.material.practice else {
            let publisher = self.material.article.metadata.publisher.as_deref();
            let name = self.optional(publisher, Origin::default())?;
            return Some(Masthead { name, strapline: None, logo: None });
        };
        let alt = practice.logo_alt.as_deref().unwrap_or(&practice.name);
        let logo = self.material.logo.map(|logo| self.picture(logo, Some(spoken(alt))));
        Some(Masthead {
            name: self.words(&practice.name, practice.origin),
            strapline: self.optional(practice.strapline.as_deref(), practice.origin),
            logo,
        })
    }

    pub(super) fn front(&mut self) -> Front {
        let metadata = &self.material.article.metadata;
        let series = metadata.series.as_ref().map(|series| match series.number {
            Some(number) => format!("{}, no. {number}", series.name),
            None => series.name.clone(),
        });
        let kicker = [metadata.category.clone(), series];
        let kicker = kicker.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let title = self.words(&metadata.title, Origin::default());
        Front {
            kicker: self.optional(Some(&kicker), Origin::default()),
            title_form: self.title_form(&title),
            title,
            subtitle: self.optional_sentence(metadata.subtitle.as_deref(), Origin::default()),
            byline: self.material.article.authors.iter().map(|author| self.name(author)).collect(),
        }
    }

    fn name(&mut self, author: &Author) -> String {
        let name = Wording::new(self.material.registers).byline(author);
        let name = match author.role {
            AuthorRole::Author => name,
            AuthorRole::Editor => format!("Edited by {name}"),
            AuthorRole::Translator => format!("Translated by {name}"),
            AuthorRole::Illustrator => format!("Illustrated by {name}"),
            _ => format!("With {name}"),
        };
        self.words(&name, author.origin)
    }

    pub(super) fn facts(&mut self) -> Vec<Fact> {
        let article = self.material.article;
        let metadata = &article.metadata;
        let stated = metadata.stated_reading_minutes.and_then(|minutes| minutes.try_into().ok());
        let minutes: usize = stated.unwrap_or_else(|| article.reading_minutes());
        let audience = audience(metadata).filter(|audience| audience.len() <= AUDIENCE);
        let facts = [
            (None, Some(format!("{minutes} minute read"))),
            (Some("Written for"), audience),
            (Some("Published"), metadata.published.map(PartialDate::in_words)),
            (Some("Last reviewed"), metadata.reviewed.map(PartialDate::in_words)),
            (Some("Next review"), metadata.next_review.map(PartialDate::in_words)),
            (Some("Version"), metadata.version.clone()),
        ];
        self.shown(facts)
    }

    pub(super) fn shown(
        &mut self,
        facts: impl IntoIterator<Item = (Option<&'static str>, Option<String>)>,
    ) -> Vec<Fact> {
        let shown = facts.into_iter().filter_map(|(name, value)| {
            let value = self.optional(value.as_deref(), Origin::default())?;
            Some(Fact { name: name.map(str::to_owned), value })
        });
        shown.collect()
    }

    pub(super) fn running(&mut self) -> Running {
        let metadata = &self.material.article.metadata;
        let version = metadata.version.as_ref().map(|version| format!("Version {version}"));
        let reviewed = metadata.reviewed.map(|date| {
            let word = if version.is_some() { "reviewed" } else { "Reviewed" };
            format!("{word} {}", date.in_words())
        });
        let date = metadata.modified.or(metadata.published).map(PartialDate::in_words);
        let edition = [version, reviewed.or(date)];
        let edition = edition.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let title = self.glyphs.text(&metadata.title, Origin::default());
        let practice = self.material.practice.map(|practice| practice.name.as_str());
        let practice = practice.or(metadata.publisher.as_deref());
        let practice = practice.map(|name| self.glyphs.text(name, Origin::default()));
        // Both stand on one line, whose greater part may be the practice's.
        let column = self.material.leaflet.column();
        let room = column.full_width / column.small;
        let advances = self.material.engine.advances(self.material.families.text(), REGULAR);
        let width =
            |text: &str| text.chars().map(|c| advances.of_char(c).unwrap_or(1.0)).sum::<f64>();
        let practice =
            practice.map(|name| shortened(name.trim(), |name| width(name) <= room * 0.6));
        let taken = practice.as_ref().map_or(0.0, |name| width(name) + BETWEEN);
        let is_short = |title: &str| title.chars().count() <= RUNNING_TITLE + 1;
        Running {
            title: shortened(title.trim(), |title| is_short(title) && width(title) <= room - taken),
            practice,
            edition: self.optional(Some(&edition), Origin::default()),
        }
    }
}

pub(super) fn audience(metadata: &Metadata) -> Option<String> {
    Some(metadata.audience.join("; ")).filter(|audience| !audience.is_empty())
}

/// All of it where that fits, or as many words as do.
fn shortened(text: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let ends = text.rmatch_indices(' ').map(|(at, _)| at);
    let cut = |end: usize| {
        format!("{}…", text[..end].trim_end_matches([' ', ',', ':', ';', '.', '–', '—']))
    };
    let mut cuts = ends.map(cut).chain([cut(0)]);
    cuts.find(|cut| fits(cut)).unwrap_or_default()
}
