//! Sheets for the printer, put together from the pages of a leaflet that is set already.

mod grey;
mod impose;
mod marks;
mod operators;
mod pictures;
mod plan;

pub(super) use plan::blanks_behind_cover;

use super::Pdf;
use crate::Result;
use crate::export::{Exported, Exporter};
use crate::model::Article;
use std::io::Write;

/// Writes the sheets on which a leaflet is printed: the six panels of a tri-fold on the two sides of A4,
/// the pages of a booklet two to a side in the order for stapling, any other leaflet page by page.
///
/// Sheets are for paper only. The file to read, on a screen or with a screen reader, is that of [`Pdf`].
/// They are printed on both sides, with the paper turned over its short edge; the file asks for that.
///
/// ```
/// use offprint::export::{Exporter, Leaflet, Pdf, PdfSheets};
/// use offprint::Article;
///
/// let article = Article::builder("On Grief").paragraph("It takes the time it takes.").build()?;
/// let sheets = PdfSheets::new(Pdf::new().leaflet(Leaflet::A5Booklet)).marks(true);
/// let mut file = Vec::new();
/// let exported = sheets.export(&article, &mut file)?;
/// assert_eq!(exported.pages, Some(2));
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "call `export` to write a file"]
pub struct PdfSheets {
    pdf: Pdf,
    marks: bool,
}

impl PdfSheets {
    /// Sheets of what this exporter writes, without marks.
    pub const fn new(pdf: Pdf) -> Self {
        Self { pdf, marks: false }
    }

    /// Whether to print over the edges by 3 mm and to show where to cut and to fold, as print shops want
    /// it. Without, a sheet is A4 and no more, for a printer in an office.
    pub const fn marks(mut self, marks: bool) -> Self {
        self.marks = marks;
        self
    }

    /// Puts pages on sheets that [`Pdf`] has written with the same settings, so that an article is
    /// typeset once for both files.
    ///
    /// # Errors
    ///
    /// These are not such pages, or writing failed.
    ///
    /// ```
    /// use offprint::export::{Exporter, Leaflet, Pdf, PdfSheets};
    /// use offprint::Article;
    ///
    /// let article = Article::builder("On Grief").paragraph("It takes the time it takes.").build()?;
    /// let pdf = Pdf::new().leaflet(Leaflet::A5Booklet);
    /// let (mut pages, mut sheets) = (Vec::new(), Vec::new());
    /// pdf.export(&article, &mut pages)?;
    /// PdfSheets::new(pdf).impose(&pages, &mut sheets)?;
    /// assert!(sheets.starts_with(b"%PDF-1.7"));
    /// # Ok::<(), offprint::Error>(())
    /// ```
    pub fn impose(&self, pages: &[u8], out: &mut dyn Write) -> Result<Exported> {
        let imposition = impose::Imposition {
            leaflet: self.pdf.leaflet,
            marks: self.marks,
            mono: self.pdf.mono,
        };
        let (bytes, sides) = imposition.of(pages)?;
        out.write_all(&bytes)?;
        Ok(Exported::default().pages(sides))
    }
}

impl Exporter for PdfSheets {
    fn export(&self, article: &Article, out: &mut dyn Write) -> Result<Exported> {
        let mut pages = Vec::new();
        let read = self.pdf.export(article, &mut pages)?;
        let mut imposed = self.impose(&pages, out)?;
        imposed.diagnostics = read.diagnostics;
        Ok(imposed)
    }
}
