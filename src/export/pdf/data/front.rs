//! What stands before the text, and what the file says of itself.

use super::make::Maker;
use super::{Date, Document, Fact, Front, Masthead, Running};
use crate::export::pdf::advances::REGULAR;
use crate::export::pdf::glyphs::spoken;
use crate::model::{Author, AuthorRole, Metadata, PartialDate};
use crate::registers::Wording;

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
            let publisher = self.material.article.metadata.publisher.as_deref()?;
            let name = self.of_article("publisher", publisher, Self::words)?;
            return Some(Masthead { name, strapline: None, logo: None });
        };
        let alt = practice.logo_alt.as_deref().unwrap_or(&practice.name);
        let logo = self.material.logo.map(|logo| self.picture(logo, Some(spoken(alt))));
        let strapline = practice.strapline.as_deref();
        Some(Masthead {
            name: self.of_practice("name", &practice.name, Self::words).unwrap_or_default(),
            strapline: strapline.and_then(|line| self.of_practice("strapline", line, Self::words)),
            logo,
        })
    }

    pub(super) fn front(&mut self) -> Front {
        let metadata = &self.material.article.metadata;
        let series = metadata.series.as_ref().map(|series| match series.number {
            Some(number) => format!("{}, no. {number}", series.name),
            None => series.name.clone(),
        });
        let kicker = [("category", metadata.category.as_ref()), ("series", series.as_ref())];
        let kicker = kicker.into_iter();
        let kicker = kicker.filter_map(|(key, text)| self.of_article(key, text?, Self::words));
        let kicker = kicker.collect::<Vec<_>>().join(" · ");
        let title = self.of_article("title", &metadata.title, Self::words).unwrap_or_default();
        let subtitle = metadata.subtitle.as_deref();
        Front {
            kicker: Some(kicker).filter(|kicker| !kicker.is_empty()),
            title_form: self.title_form(&title),
            title,
            subtitle: subtitle.and_then(|text| self.of_article("subtitle", text, Self::sentence)),
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
            ("reading_time", None, Some(format!("{minutes} minute read"))),
            ("audience", Some("Written for"), audience),
            ("published", Some("Published"), metadata.published.map(PartialDate::in_words)),
            ("reviewed", Some("Last reviewed"), metadata.reviewed.map(PartialDate::in_words)),
            ("next_review", Some("Next review"), metadata.next_review.map(PartialDate::in_words)),
            ("version", Some("Version"), metadata.version.clone()),
        ];
        self.shown(facts)
    }

    /// Facts that there are, of a key in front matter, a name and a value.
    pub(super) fn shown(
        &mut self,
        facts: impl IntoIterator<Item = (&'static str, Option<&'static str>, Option<String>)>,
    ) -> Vec<Fact> {
        let shown = facts.into_iter().filter_map(|(key, name, value)| {
            let value = self.of_article(key, &value?, Self::words)?;
            Some(Fact { name: name.map(str::to_owned), value, turns: false })
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
        let make = |maker: &mut Self, text: &str, place| maker.glyphs.text(text, place);
        let title = self.of_article("title", &metadata.title, make).unwrap_or_default();
        let practice = match (self.material.practice, &metadata.publisher) {
            (Some(practice), _) => self.of_practice("name", &practice.name, make),
            (None, Some(publisher)) => self.of_article("publisher", publisher, make),
            (None, None) => None,
        };
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
            edition: self.of_article("version", &edition, Self::words),
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
