//! The imprint: who published the book when, under which terms, where its makers are registered, and who
//! hands it out.

use super::Settings;
use super::binding::Binding;
use super::links::away;
use super::pictures::Pictures;
use super::xml::{line, ours, xml};
use crate::model::{AuthorRole, Identifier, PartialDate, Practice};
use crate::registers::{RegisterLine, Wording};
use std::fmt::Write as _;
use url::Url;

/// The page between the body's tags.
pub(super) fn body(
    binding: &Binding<'_>,
    pictures: &Pictures<'_>,
    settings: &Settings,
    wording: Wording<'_>,
) -> String {
    let mut body = format!(
        "<section class=\"imprint\" epub:type=\"copyright-page\" aria-label=\"Imprint\" dir=\"ltr\"{}>\n",
        ours(binding.language)
    );
    let own = super::xml::language(binding.language);
    let _ = writeln!(body, "<p class=\"imprint-title\"{own}>{}</p>", xml(binding.title));
    let authors = binding.makers.iter().filter(|maker| maker.role == AuthorRole::Author);
    let names: Vec<&str> = authors.map(|maker| maker.name).collect();
    let mut facts = Vec::new();
    if !names.is_empty() {
        facts.push(format!("By {}", xml(&names.join(", "))));
    }
    if let Some(publisher) = binding.publisher {
        facts.push(format!("Published by {}", xml(publisher)));
    }
    paragraph(&mut body, &facts);
    if let Some(rights) = binding.rights {
        paragraph(&mut body, &[terms(rights)]);
    }
    paragraph(&mut body, &history(binding));
    paragraph(&mut body, &names_of_its_own(binding));
    registrations(&mut body, binding, wording);
    if let Some(practice) = &settings.practice {
        handed_out_by(&mut body, practice, pictures);
    }
    body.push_str("</section>\n");
    body
}

/// Lines that belong together; each is markup.
fn paragraph(body: &mut String, lines: &[String]) {
    if !lines.is_empty() {
        let _ = writeln!(body, "<p>{}</p>", lines.join("<br/>\n"));
    }
}

fn link(address: &str, words: &str) -> String {
    match away(address) {
        Some(address) => format!("<a href=\"{}\">{}</a>", xml(&address), xml(words)),
        None => xml(words),
    }
}

fn history(binding: &Binding<'_>) -> Vec<String> {
    let dated = |words: &str, date: Option<PartialDate>| {
        date.map(|date| format!("{words} {}", date.in_words()))
    };
    let version = binding.version.map(|version| format!("Version {}", xml(version)));
    [
        dated("First published", binding.published),
        dated("Last changed", binding.changed),
        version,
        dated("Last reviewed", binding.reviewed),
        dated("Next review due", binding.next_review),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn names_of_its_own(binding: &Binding<'_>) -> Vec<String> {
    let identifiers = binding.identifiers.iter().map(|identifier| match identifier {
        Identifier::Isbn { value } => format!("ISBN {value}"),
        Identifier::Doi { value } => {
            // A DOI may have characters that mean something else in an address.
            let mut address = Url::parse("https://doi.org").ok();
            address.iter_mut().for_each(|address| address.set_path(value));
            let address = address.map_or_else(String::new, String::from);
            format!("DOI {}", link(&address, value))
        }
        Identifier::Uuid { value } => format!("UUID {}", xml(value)),
        Identifier::Other { scheme, value } => format!("{} {}", xml(scheme), xml(value)),
    });
    let online = binding.canonical.filter(|address| address.is_web());
    let online = online.map(|at| format!("Online at {}", link(at.as_str(), at.for_print())));
    identifiers.chain(online).collect()
}

/// Where those who made the book are registered, each with the lines of their own.
fn registrations(body: &mut String, binding: &Binding<'_>, wording: Wording<'_>) {
    let mut said = Vec::new();
    for author in binding.makers.iter().filter_map(|maker| maker.author) {
        let lines = wording.register_lines(author);
        // Somebody may have had two parts in the book.
        let known = (author.name.as_str(), lines);
        if known.1.is_empty() || said.contains(&known) {
            continue;
        }
        let linked = |line: &RegisterLine| match &line.address {
            Some(address) => link(address.as_str(), &line.text),
            None => xml(&line.text),
        };
        let name = format!("<strong>{}</strong>", xml(&author.name));
        let lines: Vec<String> = known.1.iter().map(linked).collect();
        paragraph(body, &[vec![name], lines].concat());
        said.push(known);
    }
}

/// Terms of use; the usual Creative Commons licences lead to their text (<https://spdx.org/licenses/>).
fn terms(rights: &str) -> String {
    let kinds = ["BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND"];
    let parts = rights.strip_prefix("CC-").and_then(|rest| rest.rsplit_once('-'));
    match parts {
        Some((kind, version)) if kinds.contains(&kind) && matches!(version, "3.0" | "4.0") => {
            let small = kind.to_ascii_lowercase();
            let address = format!("https://creativecommons.org/licenses/{small}/{version}/");
            format!("Licence: {}", link(&address, &format!("CC {kind} {version}")))
        }
        _ => xml(rights),
    }
}

fn handed_out_by(body: &mut String, practice: &Practice, pictures: &Pictures<'_>) {
    body.push_str("<div class=\"practice\">\n");
    if let Some(logo) = pictures.logo() {
        let alt = practice.logo_alt.as_deref().unwrap_or(&practice.name);
        let _ = writeln!(
            body,
            "<p><img class=\"logo\" src=\"{}\" alt=\"{}\"/></p>",
            logo.file,
            xml(alt)
        );
    }
    let mut lines = vec![format!("<strong>{}</strong>", xml(&practice.name))];
    lines.extend(practice.strapline.iter().map(|strapline| xml(strapline)));
    paragraph(body, &lines);
    let mut lines: Vec<String> = practice.address.iter().map(|line| xml(line)).collect();
    lines.extend(practice.telephone.as_ref().map(|number| {
        let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        link(&format!("tel:{dialled}"), number)
    }));
    lines.extend(practice.email.iter().map(|email| link(&format!("mailto:{email}"), email)));
    lines.extend(practice.web.iter().map(|web| link(web.as_str(), web.for_print())));
    paragraph(body, &lines);
    let lines: Vec<String> = practice.register_lines.iter().map(|line| xml(line)).collect();
    paragraph(body, &lines);
    for text in practice.complaints.iter().chain(&practice.footer) {
        line(body, "small", text);
    }
    body.push_str("</div>\n");
}
