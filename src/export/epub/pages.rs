//! Cover, title page, imprint, and the contents page of a collection.

use super::binding::Binding;
use super::chapters::Document;
use super::package::xml;
use super::{Picture, Settings};
use crate::registers::Wording;
use std::fmt::Write as _;

pub(super) fn front(
    binding: &Binding<'_>,
    cover: Option<&Picture>,
    settings: &Settings,
    wording: Wording<'_>,
    chapters: &[Document],
) -> Vec<Document> {
    let page = |file: &str, title: &str, kind: &'static str, body: String| Document {
        file: file.to_owned(),
        title: title.to_owned(),
        kind,
        language: binding.language.clone(),
        body,
        entries: Vec::new(),
        is_listed: false,
    };
    let mut pages = vec![
        page("cover.xhtml", "Cover", "cover", cover_page(binding, cover)),
        page("title.xhtml", binding.title, "titlepage", title_page(binding, wording)),
        page("imprint.xhtml", "Imprint", "copyright-page", imprint(binding, settings)),
    ];
    if binding.is_collection {
        pages.push(page(
            "contents.xhtml",
            "Contents",
            "frontmatter",
            contents_page(binding, chapters),
        ));
    }
    pages
}

fn cover_page(binding: &Binding<'_>, cover: Option<&Picture>) -> String {
    match cover {
        Some(picture) => {
            let alt = binding.cover.and_then(|cover| cover.alt.as_deref());
            let alt = alt.map_or_else(|| format!("Cover of {}", binding.title), str::to_owned);
            // A picture that is no front by its shape does not name the book.
            let title = if picture.image.width > picture.image.height {
                format!("<p class=\"cover-title\">{}</p>\n", xml(binding.title))
            } else {
                String::new()
            };
            format!(
                "<section epub:type=\"cover\" class=\"cover\" aria-label=\"Cover\">\n\
                 <p><img role=\"doc-cover\" src=\"{}\" alt=\"{}\"/></p>\n{title}</section>\n",
                picture.file,
                xml(&alt)
            )
        }
        None => {
            let mut body = String::from(
                "<section epub:type=\"cover\" class=\"cover plain\" aria-label=\"Cover\">\n",
            );
            let _ = writeln!(body, "<p class=\"cover-title\">{}</p>", xml(binding.title));
            if let Some(subtitle) = binding.subtitle {
                let _ = writeln!(body, "<p class=\"subtitle\">{}</p>", xml(subtitle));
            }
            let names: Vec<&str> = binding.creators.iter().map(|creator| creator.name).collect();
            if !names.is_empty() {
                let _ = writeln!(body, "<p class=\"byline\">{}</p>", xml(&names.join(", ")));
            }
            body.push_str("</section>\n");
            body
        }
    }
}

fn title_page(binding: &Binding<'_>, wording: Wording<'_>) -> String {
    let mut body = String::from("<section epub:type=\"titlepage\" class=\"titlepage\">\n");
    let _ = writeln!(body, "<h1>{}</h1>", xml(binding.title));
    let mut line = |class: &str, text: &str| {
        let _ = writeln!(body, "<p class=\"{class}\">{}</p>", xml(text));
    };
    if let Some(subtitle) = binding.subtitle {
        line("subtitle", subtitle);
    }
    let authors = binding.articles.iter().flat_map(|article| &article.authors);
    for creator in &binding.creators {
        match authors.clone().find(|author| author.name == creator.name) {
            Some(author) => line("byline", &wording.byline(author)),
            None => line("byline", creator.name),
        }
    }
    if let Some(publisher) = binding.publisher {
        line("publisher", publisher);
    }
    body.push_str("</section>\n");
    body
}

fn imprint(binding: &Binding<'_>, settings: &Settings) -> String {
    let mut lines: Vec<String> = vec![binding.title.to_owned()];
    lines.extend(binding.publisher.map(|name| format!("Published by {name}")));
    lines.extend(binding.published.map(|date| format!("First published {}", date.in_words())));
    lines.extend(binding.modified.map(|date| format!("Last changed {}", date.in_words())));
    lines.extend(binding.version.map(|version| format!("Version {version}")));
    lines.extend(binding.isbn.map(|isbn| format!("ISBN {isbn}")));
    let rights = if binding.is_collection { "" } else { "Licence " };
    lines.extend(binding.rights.map(|text| format!("{rights}{text}")));
    if let Some(practice) = &settings.practice {
        let address = std::iter::once(&practice.name).chain(&practice.address);
        let address: Vec<&str> = address.map(String::as_str).collect();
        lines.push(format!("Handed out by {}", address.join(", ")));
        let web = practice.web.as_ref().map(|web| web.for_print().to_owned());
        let contact = practice.telephone.iter().chain(&practice.email).cloned().chain(web);
        lines.push(contact.collect::<Vec<_>>().join(" · "));
        lines.extend(practice.register_lines.iter().cloned());
        lines.extend(practice.complaints.iter().cloned());
        lines.extend(practice.footer.iter().cloned());
    }
    let mut body = String::from(
        "<section epub:type=\"copyright-page\" class=\"imprint\" aria-label=\"Imprint\">\n",
    );
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let _ = writeln!(body, "<p>{}</p>", xml(line));
    }
    body.push_str("</section>\n");
    body
}

fn contents_page(binding: &Binding<'_>, chapters: &[Document]) -> String {
    let mut body =
        String::from("<section class=\"contents\">\n<h1>Contents</h1>\n<ol class=\"contents\">\n");
    for (chapter, article) in chapters.iter().zip(&binding.articles) {
        let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
        let _ = write!(body, "<li><a href=\"{}\">{}</a>", chapter.file, xml(&chapter.title));
        if !names.is_empty() {
            let _ = write!(body, "<br/><span class=\"byline\">{}</span>", xml(&names.join(", ")));
        }
        body.push_str("</li>\n");
    }
    body.push_str("</ol>\n</section>\n");
    body
}
