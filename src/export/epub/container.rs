//! The zip file around a book.

use super::navigation::{nav, ncx};
use super::package::{Package, page};
use crate::{Error, Result};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles>\n<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n\
    </rootfiles>\n</container>\n";

const STYLE: &str = include_str!("book.css");

/// Puts the book together. `mimetype` comes first and is stored, as reading systems look for it at
/// byte 30; every file has the book's own date.
pub(super) fn write(package: &Package<'_>) -> Result<Vec<u8>> {
    let documents = package.documents;
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("META-INF/container.xml".into(), CONTAINER.into()),
        ("EPUB/package.opf".into(), package.document().into()),
        ("EPUB/nav.xhtml".into(), nav(package.binding, documents).into()),
        ("EPUB/toc.ncx".into(), ncx(package.binding, documents).into()),
        ("EPUB/book.css".into(), STYLE.into()),
    ];
    for document in documents {
        let text = page(&document.title, &document.language, &document.body);
        files.push((format!("EPUB/{}", document.file), text.into()));
    }
    zipped(package, &files).map_err(|cause| Error::io("cannot make the book", cause))
}

fn zipped(package: &Package<'_>, files: &[(String, Vec<u8>)]) -> std::io::Result<Vec<u8>> {
    let base = SimpleFileOptions::default().last_modified_time(moment(package.modified));
    let stored = base.compression_method(CompressionMethod::Stored);
    let deflated = base.compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("mimetype", stored)?;
    zip.write_all(b"application/epub+zip")?;
    for (name, bytes) in files {
        zip.start_file(name.as_str(), deflated)?;
        zip.write_all(bytes)?;
    }
    for picture in package.pictures.iter().chain(package.cover) {
        // Pictures are compressed already, but for drawings.
        let is_text = picture.image.kind == crate::export::image::ImageKind::Svg;
        zip.start_file(format!("EPUB/{}", picture.file), if is_text { deflated } else { stored })?;
        zip.write_all(&picture.image.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The moment that a day begins, as far as a zip file can say it: not before 1980.
fn moment(day: &str) -> DateTime {
    let mut parts = day.split('-').map(|part| part.parse::<u16>().unwrap_or(1));
    let mut next = || parts.next().unwrap_or(1);
    let (year, month, day) = (next(), next(), next());
    let small = |number: u16| u8::try_from(number).unwrap_or(1);
    DateTime::from_date_and_time(year, small(month), small(day), 0, 0, 0).unwrap_or_default()
}
