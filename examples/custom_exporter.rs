//! Brings an exporter of its own, for plain text with a ruler under each heading:
//! `cargo run --example custom_exporter`.

use offprint::export::{Exported, Exporter};
use offprint::model::{Section, blocks_text};
use offprint::{Article, Result, Source};
use std::io::Write;

struct PlainText {
    ruler: char,
}

impl PlainText {
    fn section(&self, section: &Section, out: &mut dyn Write) -> Result<()> {
        let heading = section.heading_text();
        let ruler: String = heading.chars().map(|_| self.ruler).collect();
        writeln!(out, "\n{heading}\n{ruler}\n{}", blocks_text(&section.content))?;
        section.sections.iter().try_for_each(|inner| self.section(inner, out))
    }
}

impl Exporter for PlainText {
    fn export(&self, article: &Article, out: &mut dyn Write) -> Result<Exported> {
        writeln!(out, "{}\n\n{}", article.metadata.title, blocks_text(&article.lead))?;
        article.sections.iter().try_for_each(|section| self.section(section, out))?;
        Ok(Exported::default())
    }
}

fn main() -> Result<()> {
    let text = include_str!("../fixtures/articles/what-is-psychodynamic-therapy.md");
    let article = offprint::parse(&Source::new("what-is-psychodynamic-therapy.md", text))?.value;
    let exporters: Vec<Box<dyn Exporter>> = vec![Box::new(PlainText { ruler: '=' })];
    for exporter in &exporters {
        exporter.export(&article, &mut std::io::stdout())?;
    }
    Ok(())
}
