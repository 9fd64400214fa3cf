//! Every area with its numbers, on the colours of the levels.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::sheet::{Sheet, plain};
use crate::report::Report;

pub(super) fn write(report: &Report, book: &mut Workbook) -> Result<(), XlsxError> {
    let w = report.words();
    let widths = [10.0, 38.0, 18.0, 8.0, 16.0, 8.0, 8.0, 8.0, 10.0];
    let mut sheet = Sheet::add(book, w.sheet_areas, &widths, report.lang)?;
    let head = [w.area, "", w.dimension, w.level, "", w.score, w.lowest, w.highest, w.coverage];
    sheet.row(&head, true)?;
    for group in &report.groups {
        for area in &group.areas {
            sheet.text(0, &area.id, &plain())?;
            sheet.text(1, &area.name, &plain())?;
            sheet.text(2, &group.dimension.name, &plain())?;
            sheet.figure(3, area)?;
            sheet.end()?;
        }
    }
    let last = sheet.next.saturating_sub(1);
    sheet.cells.set_freeze_panes(1, 0)?.autofilter(0, 0, last, 8)?.set_repeat_rows(0, 0)?;
    Ok(())
}
