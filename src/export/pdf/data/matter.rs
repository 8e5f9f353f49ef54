//! Front matter and end matter: what stands around the text.

use super::blocks::together;
use super::make::{Maker, target};
use super::{
    Block, Contact, Date, Document, End, Fact, Front, Line, Masthead, Online, Run, Running, Way,
};
use crate::export::pdf::glyphs::spoken;
use crate::export::pdf::qr;
use crate::model::{
    Address, Author, AuthorRole, Identifier, Metadata, PartialDate, Practice, SectionRole,
};
use crate::registers::{RegisterLine, Wording};
use crate::source::Origin;
use std::sync::Arc;

/// PDF/A asks for a date even where nobody knows one; the start of the epoch of archives.
const NO_DATE: (i16, u8, u8) = (1980, 1, 1);
/// In how many lines somebody is told of on one page.
const PORTRAIT: usize = 24;
/// How many lines of end matter fit on one page, besides the box with the contact.
const END: usize = 14;
/// Readers that take longer to name stand in the imprint, not beside the lead.
const AUDIENCE: usize = 120;
/// A running head longer than this is cut.
const RUNNING_TITLE: usize = 60;

impl<'a> Maker<'a> {
    pub(super) fn document(&self) -> Document {
        let article = self.material.article;
        let metadata = &article.metadata;
        let date =
            [metadata.modified, metadata.published, self.material.made].into_iter().flatten();
        let (year, month, day) = date.filter_map(PartialDate::first_day).next().unwrap_or(NO_DATE);
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
        Front {
            kicker: self.optional(Some(&kicker), Origin::default()),
            title: self.words(&metadata.title, Origin::default()),
            subtitle: self.optional(metadata.subtitle.as_deref(), Origin::default()),
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

    fn shown(
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
        let reviewed = metadata.reviewed.map(|date| format!("reviewed {}", date.in_words()));
        let date = metadata.modified.or(metadata.published).map(PartialDate::in_words);
        let edition = [version, reviewed.or(date)];
        let edition = edition.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let title = self.glyphs.text(&metadata.title, Origin::default());
        let practice = self.material.practice.map(|practice| practice.name.as_str());
        let practice = practice.or(metadata.publisher.as_deref());
        Running {
            title: shortened(title.trim()),
            practice: practice
                .map(|name| shortened(self.glyphs.text(name, Origin::default()).trim())),
            edition: self.optional(Some(&edition), Origin::default()),
        }
    }

    /// The sections, and who wrote them where no section says so.
    pub(super) fn body(&mut self) -> Vec<Block> {
        let article = self.material.article;
        let wording = Wording::new(self.material.registers);
        let mut body = Vec::new();
        let about =
            article.sections.iter().rposition(|one| one.role == SectionRole::AboutTheAuthor);
        for (at, section) in article.sections.iter().enumerate() {
            if about != Some(at) {
                self.section(section, 1, &mut body);
                continue;
            }
            // The section tells it in prose; the registers are what a leaflet must carry besides.
            let mut made = Vec::new();
            self.section(section, 1, &mut made);
            for author in &article.authors {
                self.registers(author, wording.register_lines(author), &mut made);
            }
            self.push_portrait(made, &mut body);
        }
        if about.is_none() {
            self.about(&mut body);
        }
        together(body)
    }

    fn about(&mut self, out: &mut Vec<Block>) {
        let article = self.material.article;
        let wording = Wording::new(self.material.registers);
        let known = article
            .authors
            .iter()
            .filter(|author| !author.biography.is_empty() || !wording.lines(author).is_empty());
        let known: Vec<&Author> = known.collect();
        let heading = if known.len() == 1 { "About the author" } else { "About the authors" };
        for (at, author) in known.iter().enumerate() {
            let mut made = Vec::new();
            if at == 0 {
                let runs = vec![Run::plain(heading.to_owned())];
                made.push(Block::Heading { level: 1, id: "offprint-about".to_owned(), runs });
            }
            if known.len() > 1 || author.biography.is_empty() {
                let runs = vec![Run::plain(self.words(&author.name, author.origin))];
                made.push(Block::Heading { level: 2, id: format!("offprint-about-{at}"), runs });
            }
            made.extend(self.blocks(&author.biography));
            self.registers(author, wording.lines(author), &mut made);
            self.push_portrait(made, out);
        }
    }

    fn registers(&mut self, author: &Author, lines: Vec<RegisterLine>, out: &mut Vec<Block>) {
        let mut made = Vec::with_capacity(lines.len());
        for line in lines {
            let address = line.address.filter(|address| !address.is_relative());
            let way = address.map(|address| self.way(&address, author.origin));
            made.push(Line { text: self.words(&line.text, author.origin), way });
        }
        if !made.is_empty() {
            out.push(Block::Registers { lines: made });
        }
    }

    /// Who somebody is stands on one page, where it is short enough for that.
    fn push_portrait(&self, made: Vec<Block>, out: &mut Vec<Block>) {
        if self.ruler.blocks(&made) < PORTRAIT && !made.is_empty() {
            out.push(Block::Together { content: made });
        } else {
            out.extend(made);
        }
    }

    pub(super) fn end(&mut self) -> End {
        let practice = self.material.practice.map(|practice| self.contact(practice));
        let metadata = &self.material.article.metadata;
        let online = metadata.canonical.as_ref().filter(|address| !address.is_relative());
        let online = online.map(|address| self.online(address));
        let mut imprint = vec![
            (Some("Written for"), audience(metadata).filter(|text| text.len() > AUDIENCE)),
            (Some("Published by"), metadata.publisher.clone()),
            (Some("Updated"), metadata.modified.map(PartialDate::in_words)),
            (Some("Licence"), metadata.licence.clone()),
        ];
        for identifier in &metadata.identifiers {
            imprint.push(match identifier {
                Identifier::Isbn { value } => (Some("ISBN"), Some(value.to_string())),
                Identifier::Doi { value } => (Some("DOI"), Some(value.clone())),
                Identifier::Other { scheme, value } => (None, Some(format!("{scheme}: {value}"))),
                _ => (None, None),
            });
        }
        let imprint = self.shown(imprint);
        let short = self.is_short(practice.as_ref(), &imprint);
        End { practice, online, imprint, short }
    }

    fn is_short(&self, contact: Option<&Contact>, imprint: &[Fact]) -> bool {
        let lines = |text: &String| self.ruler.text(text);
        let of_imprint: usize = imprint.iter().map(|fact| lines(&fact.value)).sum();
        let of_contact = contact.map_or(0, |contact| {
            let texts = [&contact.complaints, &contact.footer].into_iter().flatten();
            let texts = texts.chain(&contact.register_lines);
            let high = contact.address.len() + contact.ways.len();
            texts.map(lines).sum::<usize>() + high.saturating_sub(8)
        });
        of_contact + of_imprint / 2 < END
    }

    fn contact(&mut self, practice: &Practice) -> Contact {
        let origin = practice.origin;
        let mut ways = Vec::new();
        if let Some(telephone) = &practice.telephone {
            let dialled = telephone.chars().filter(|c| c.is_ascii_digit() || *c == '+');
            ways.push(self.contact_way(telephone, &format!("tel:{}", dialled.collect::<String>())));
        }
        if let Some(email) = &practice.email {
            ways.push(self.contact_way(email, &format!("mailto:{email}")));
        }
        if let Some(web) = &practice.web {
            ways.push(self.way(web, origin));
        }
        let lines = practice.address.iter().map(|line| self.words(line, origin));
        let address = lines.filter(|line| !line.is_empty()).collect();
        let lines = practice.register_lines.iter().map(|line| self.words(line, origin));
        let register_lines = lines.filter(|line| !line.is_empty()).collect();
        Contact {
            name: self.words(&practice.name, origin),
            address,
            ways,
            register_lines,
            complaints: self.optional(practice.complaints.as_deref(), origin),
            footer: self.optional(practice.footer.as_deref(), origin),
        }
    }

    fn contact_way(&mut self, text: &str, address: &str) -> Way {
        let to = address.parse::<Address>().ok().as_ref().and_then(target);
        Way { text: self.words(text, Origin::default()), to }
    }

    fn online(&mut self, address: &Address) -> Online {
        let drawing = qr::drawing(address.as_str()).map(|drawing| Arc::<[u8]>::from(drawing));
        let qr = drawing.map(|drawing| self.file(&drawing));
        Online {
            way: self.way(address, Origin::default()),
            qr,
            alt: format!("QR code for {}", spoken(address.as_str())),
        }
    }
}

fn audience(metadata: &Metadata) -> Option<String> {
    Some(metadata.audience.join("; ")).filter(|audience| !audience.is_empty())
}

/// At the end of a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= RUNNING_TITLE {
        return text.to_owned();
    }
    let head: String = text.chars().take(RUNNING_TITLE).collect();
    let head = head.rfind(' ').map_or(head.as_str(), |at| &head[..at]);
    format!("{}…", head.trim_end_matches([' ', ',', ':', ';', '.', '–', '—']))
}
