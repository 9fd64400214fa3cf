//! What a room said: its votes, how far they lie apart, what was agreed on.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::sheet::{Sheet, plain};
use crate::report::Report;
use crate::report::room::heads;

pub(super) fn write(report: &Report, book: &mut Workbook) -> Result<(), XlsxError> {
    let part = &report.room;
    if part.rows.is_empty() {
        return Ok(());
    }
    let words = &report.lang.words().room;
    let widths = [10.0, 26.0, 10.0, 10.0, 12.0, 12.0, 10.0, 28.0, 60.0];
    let mut sheet = Sheet::add(book, words.title_report, &widths, report.lang)?;
    let [id, votes, unknown, range, low_median, class, consensus, agreed] = heads(report.lang);
    sheet.row(&[id, votes, unknown, range, low_median, class, consensus, agreed, words.head_remarks], true)?;
    for row in &part.rows {
        for (column, cell) in (0_u16..).zip(row.cells()) {
            sheet.text(column, cell, &plain())?;
        }
        sheet.text(8, &row.remarks.join("\n"), &plain())?;
        sheet.end()?;
    }
    let last = sheet.next.saturating_sub(1);
    sheet.cells.set_freeze_panes(1, 0)?.autofilter(0, 0, last, 8)?.set_repeat_rows(0, 0)?;
    sheet.skip();
    for line in part.summary.iter().chain(&part.parked) {
        sheet.across(line, 9, false)?;
    }
    Ok(())
}
