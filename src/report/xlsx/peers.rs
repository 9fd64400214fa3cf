//! Where it stands among others: a row for the whole, each dimension and area.

use super::sheet::{Sheet, Widths};
use crate::report::{Report, book};

/// None without others to stand among.
pub(super) fn sheet(report: &Report) -> Option<book::Sheet> {
    let part = report.peers.as_ref()?;
    let (w, head) = (report.words(), report.lang.words().cohort.head_name);
    let mut sheet = Sheet::new(w.sheet_peers, &[44, 10, 44], Widths::Fixed, report.lang);
    for note in &part.notes {
        sheet.across(note, false);
    }
    sheet.row(&[head, w.score, w.place], true);
    for row in part.rows(report.lang) {
        sheet.row(&row.each_ref().map(String::as_str), false);
    }
    Some(sheet.done())
}
