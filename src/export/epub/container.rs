//! The zip file around a book (<https://www.w3.org/TR/epub-33/#sec-container-zip>).

use super::navigation::{nav, ncx};
use super::package::Package;
use super::xml::page;
use crate::export::image::ImageKind;
use crate::{Error, Result};
use std::io::{self, Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles>\n\
    <rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n\
    </rootfiles>\n</container>\n";

const STYLE: &str = include_str!("book.css");

/// Puts the book together. `mimetype` comes first and is stored, because reading systems look for it at
/// byte 30; every file has the book's own date.
pub(super) fn write(package: &Package<'_>) -> Result<Vec<u8>> {
    zipped(package).map_err(|cause| Error::io("cannot make the book", cause))
}

fn zipped(package: &Package<'_>) -> io::Result<Vec<u8>> {
    let base = SimpleFileOptions::default()
        .last_modified_time(moment(package))
        .unix_permissions(0o644)
        .system(System::Unix);
    let stored = base.compression_method(CompressionMethod::Stored);
    let deflated = base.compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8], options| {
        zip.start_file(name, options)?;
        zip.write_all(bytes)
    };
    put("mimetype", b"application/epub+zip", stored)?;
    put("META-INF/container.xml", CONTAINER.as_bytes(), deflated)?;
    put("EPUB/package.opf", package.document().as_bytes(), deflated)?;
    put("EPUB/nav.xhtml", nav(package.binding, package.documents).as_bytes(), deflated)?;
    put("EPUB/toc.ncx", ncx(package.binding, package.documents).as_bytes(), deflated)?;
    put("EPUB/book.css", STYLE.as_bytes(), deflated)?;
    for document in package.documents {
        let matter = document.kind.matter();
        let text = page(&document.title, document.language, matter, &document.body);
        put(&format!("EPUB/{}", document.file), text.as_bytes(), deflated)?;
    }
    for picture in &package.pictures.files {
        // Pictures are compressed already, but for drawings.
        let options = if picture.image.kind == ImageKind::Svg { deflated } else { stored };
        put(&format!("EPUB/{}", picture.file), &picture.image.bytes, options)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The moment that the day begins, as far as a zip file can say it: from 1980 to 2107.
fn moment(package: &Package<'_>) -> DateTime {
    let day = package.modified;
    let year = u16::try_from(day.year.clamp(1980, 2107)).unwrap_or(1980);
    DateTime::from_date_and_time(year, day.month, day.number, 0, 0, 0).unwrap_or_default()
}
