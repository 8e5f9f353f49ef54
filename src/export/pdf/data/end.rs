//! What stands under the text.

use super::front::{AUDIENCE, audience};
use super::make::{Maker, target};
use super::{Contact, End, Fact, Online, Way};
use crate::export::pdf::glyphs::spoken;
use crate::export::pdf::qr;
use crate::model::{Address, Identifier, PartialDate, Practice};
use crate::source::Origin;
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
        let lines = practice.register_lines.iter().map(|line| self.sentence(line, origin));
        let register_lines = lines.filter(|line| !line.is_empty()).collect();
        Contact {
            name: self.words(&practice.name, origin),
            address,
            ways,
            register_lines,
            complaints: self.optional_sentence(practice.complaints.as_deref(), origin),
            footer: self.optional_sentence(practice.footer.as_deref(), origin),
        }
    }

    fn contact_way(&mut self, text: &str, address: &str) -> Way {
        let to = address.parse::<Address>().ok().as_ref().and_then(target);
        Way { text: self.words(text, Origin::default()), whole: false, to }
    }

    fn online(&mut self, address: &Address) -> Online {
        let drawing = qr::drawing(address.as_str()).map(Arc::<[u8]>::from);
        let qr = drawing.map(|drawing| self.file(&drawing));
        Online {
            way: self.way(address, Origin::default()),
            qr,
            alt: format!("QR code for {}", spoken(address.as_str())),
        }
    }
}
