//! Reads an article and writes it in all four formats: `cargo run --features cli --example all_formats`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example tells what it does")]

use offprint::export::{DirAssets, Epub, Exporter, Html, Json, Pdf};
use offprint::{Result, Source, Sources, diagnostic::Style};
use std::fs::{self, File};
use std::sync::Arc;

fn main() -> Result<()> {
    let path = "fixtures/articles/living-with-panic.md";
    let source = Source::from_utf8(path, fs::read(path)?)?;
    let parsed = offprint::parse(&source)?;
    eprint!("{}", Style::Plain.render(&parsed.diagnostics, &Sources::from(source)));

    let assets = Arc::new(DirAssets::new(".")?);
    let exporters: [(&str, Box<dyn Exporter>); 4] = [
        ("html", Box::new(Html::new().assets(assets.clone()))),
        ("json", Box::new(Json::new().pretty(true))),
        ("pdf", Box::new(Pdf::new().assets(assets.clone()))),
        ("epub", Box::new(Epub::new().assets(assets))),
    ];
    let folder = std::env::temp_dir().join("offprint-example");
    fs::create_dir_all(&folder)?;
    for (ending, exporter) in exporters {
        let path = folder.join("living-with-panic").with_extension(ending);
        let exported = exporter.export(&parsed.value, &mut File::create(&path)?)?;
        match exported.pages {
            Some(pages) => println!("{} ({pages} pages)", path.display()),
            None => println!("{}", path.display()),
        }
    }
    Ok(())
}
