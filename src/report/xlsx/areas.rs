//! Every area with its numbers, on the colours of the levels.

use super::sheet::{PLAIN, Sheet, Widths};
use crate::report::{Report, book};

pub(super) fn sheet(report: &Report) -> book::Sheet {
    let w = report.words();
    let widths = [10, 38, 18, 8, 16, 8, 8, 8, 10];
    let mut sheet = Sheet::new(w.sheet_areas, &widths, Widths::Fixed, report.lang);
    let head = [w.area, "", w.dimension, w.level, "", w.score, w.lowest, w.highest, w.coverage];
    sheet.row(&head, true);
    for group in &report.groups {
        for area in &group.areas {
            sheet.text(0, &area.id, PLAIN);
            sheet.text(1, &area.name, PLAIN);
            sheet.text(2, &group.dimension.name, PLAIN);
            sheet.figure(3, area);
            sheet.end();
        }
    }
    sheet.table(0);
    sheet.done()
}
