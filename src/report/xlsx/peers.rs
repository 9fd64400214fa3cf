//! Where it stands among others: a row for the whole, each dimension and area.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::sheet::Sheet;
use crate::report::Report;

pub(super) fn write(report: &Report, book: &mut Workbook) -> Result<(), XlsxError> {
    let Some(part) = &report.peers else { return Ok(()) };
    let (w, head) = (report.words(), report.lang.words().cohort.head_name);
    let mut sheet = Sheet::add(book, w.sheet_peers, &[44.0, 10.0, 44.0], report.lang)?;
    for note in &part.notes {
        sheet.across(note, 3, false)?;
    }
    sheet.row(&[head, w.score, w.place], true)?;
    for row in part.rows(report.lang) {
        sheet.row(&row.each_ref().map(String::as_str), false)?;
    }
    Ok(())
}
