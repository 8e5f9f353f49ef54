//! What stands under the text.

use super::front::{AUDIENCE, audience};
use super::make::{Maker, target};
use super::{Contact, End, Fact, Online, Way};
use crate::export::pdf::glyphs::spoken;
use crate::export::pdf::qr;
use crate::model::{Address, Identifier, PartialDate, Practice};
use std::sync::Arc;

/// How many lines the box with the contact takes, and the space around it.
const CONTACT: usize = 14;

impl Maker<'_> {
    pub(super) fn end(&mut self) -> End {
        let practice = self.material.practice.map(|practice| self.contact(practice));
        let metadata = &self.material.article.metadata;
        let online = metadata.canonical.as_ref().filter(|address| !address.is_relative());
        let online = online.map(|address| self.online(address));
        let mut imprint = vec![
            (
                "audience",
                Some("Written for"),
                audience(metadata).filter(|text| text.len() > AUDIENCE),
            ),
            ("publisher", Some("Published by"), metadata.publisher.clone()),
            ("modified", Some("Updated"), metadata.modified.map(PartialDate::in_words)),
            ("licence", Some("Licence"), metadata.licence.clone()),
        ];
        for identifier in &metadata.identifiers {
            imprint.push(match identifier {
                Identifier::Isbn { value } => ("isbn", Some("ISBN"), Some(value.to_string())),
                Identifier::Doi { value } => ("doi", Some("DOI"), Some(value.clone())),
                Identifier::Other { scheme, value } => {
                    ("identifiers", None, Some(format!("{scheme}: {value}")))
                }
                _ => ("identifiers", None, None),
            });
        }
        let imprint = self.shown(imprint);
        let lines = self.lines(practice.as_ref(), &imprint);
        End { practice, online, imprint, short: lines < self.ruler.page_length, lines }
    }

    /// How many lines of running text are as high, roughly.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rough sum of lines"
    )]
    fn lines(&self, contact: Option<&Contact>, imprint: &[Fact]) -> usize {
        let column = self.material.leaflet.column();
        let (width, size) = (column.full_width / column.width, column.small / column.size);
        let ruler = self.ruler.of((self.ruler.line_length as f64 * width / size) as usize);
        let lines = |text: &String| ruler.text(text);
        let of_imprint: usize = imprint.iter().map(|fact| lines(&fact.value)).sum();
        let of_contact = contact.map_or(0, |contact| {
            let texts = [&contact.complaints, &contact.footer].into_iter().flatten();
            let texts = texts.chain(&contact.register_lines);
            let high = contact.address.len() + contact.ways.len();
            texts.map(lines).sum::<usize>() + high.saturating_sub(8)
        });
        ((of_contact + of_imprint / 2 + CONTACT) as f64 * size).ceil() as usize
    }

    fn contact(&mut self, practice: &Practice) -> Contact {
        let mut ways = Vec::new();
        if let Some(telephone) = &practice.telephone {
            let dialled = telephone.chars().filter(|c| c.is_ascii_digit() || *c == '+');
            let to = format!("tel:{}", dialled.collect::<String>());
            ways.extend(self.contact_way("telephone", telephone, &to));
        }
        if let Some(email) = &practice.email {
            ways.extend(self.contact_way("email", email, &format!("mailto:{email}")));
        }
        if let Some(web) = &practice.web {
            let text = self.of_practice("web", web.for_print(), Self::words);
            ways.extend(text.map(|text| Way { text, whole: false, to: target(web) }));
        }
        let name = self.of_practice("name", &practice.name, Self::words).unwrap_or_default();
        let lines = practice.address.iter();
        let address = lines.filter_map(|line| self.of_practice("address", line, Self::words));
        let address = address.collect();
        let mut sentence = |key, text: &str| self.of_practice(key, text, Self::sentence);
        let lines = practice.register_lines.iter();
        let register_lines = lines.filter_map(|line| sentence("register_lines", line)).collect();
        let complaints = practice.complaints.as_deref();
        let complaints = complaints.and_then(|words| sentence("complaints", words));
        let footer = practice.footer.as_deref().and_then(|words| sentence("footer", words));
        Contact { name, address, ways, register_lines, complaints, footer }
    }

    fn contact_way(&mut self, key: &'static str, text: &str, address: &str) -> Option<Way> {
        let to = address.parse::<Address>().ok().as_ref().and_then(target);
        let text = self.of_practice(key, text, Self::words)?;
        Some(Way { text, whole: false, to })
    }

    fn online(&mut self, address: &Address) -> Online {
        let drawing = qr::drawing(address.as_str()).map(Arc::<[u8]>::from);
        let qr = drawing.map(|drawing| self.file(&drawing));
        let text = self.of_article("canonical", address.for_print(), Self::words);
        Online {
            way: Way { text: text.unwrap_or_default(), whole: false, to: target(address) },
            qr,
            alt: format!("QR code for {}", spoken(address.as_str())),
        }
    }
}
