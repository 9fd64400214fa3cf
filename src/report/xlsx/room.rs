//! What a room said: its votes, how far they lie apart, what was agreed on.

use super::sheet::{PLAIN, Sheet, Widths};
use crate::report::room::heads;
use crate::report::{Report, book};

/// None without a vote.
pub(super) fn sheet(report: &Report) -> Option<book::Sheet> {
    let part = &report.room;
    if part.rows.is_empty() {
        return None;
    }
    let words = &report.lang.words().room;
    let widths = [10, 26, 10, 10, 12, 12, 10, 28, 60];
    let mut sheet = Sheet::new(words.title_report, &widths, Widths::Fixed, report.lang);
    let [id, votes, unknown, range, low_median, class, consensus, agreed] = heads(report.lang);
    sheet.row(&[id, votes, unknown, range, low_median, class, consensus, agreed, words.head_remarks], true);
    for row in &part.rows {
        for (column, cell) in (0_u16..).zip(row.cells()) {
            sheet.text(column, cell, PLAIN);
        }
        sheet.text(8, &row.remarks.join("\n"), PLAIN);
        sheet.end();
    }
    sheet.table(0);
    sheet.end();
    for line in part.summary.iter().chain(&part.parked) {
        sheet.across(line, false);
    }
    Some(sheet.done())
}
