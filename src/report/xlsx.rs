//! The workbook: what a spreadsheet user goes on working in.
//!
//! Text from data is always a string cell with the quote prefix, never a formula or a link;
//! the numbers are numbers, cut as they are printed everywhere else.

mod answers;
mod areas;
mod peers;
mod plan;
mod room;
pub(super) mod sheet;
mod summary;

pub(super) use answers::width;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{Names, Report, Scope};
use crate::assessment::Stamp;
use crate::lang::Lang;
use sheet::Sheet;

/// The workbook.
pub(super) fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut book = new_book(report.made.at, report.lang)?;
    summary::write(report, &mut book)?;
    areas::write(report, &mut book)?;
    peers::write(report, &mut book)?;
    room::write(report, &mut book)?;
    plan::write(report, &mut book)?;
    plan::trend(report, &mut book)?;
    if report.options.scope == Scope::Full {
        answers::write(report, &mut book)?;
    }
    about(report, &mut book)?;
    book.save_to_buffer()
}

/// An empty workbook that says when it was made by the clock that is passed in.
pub(super) fn new_book(at: Stamp, lang: Lang) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let properties = DocProperties::new().set_title(lang.words().report.kind);
    let made = ExcelDateTime::from_timestamp(at.unix_ms / 1_000);
    // A clock outside of the years that a workbook knows is left out, not a reason to fail.
    let made = made.or_else(|_| ExcelDateTime::from_timestamp(0))?;
    book.set_properties(&properties.set_creation_datetime(&made));
    Ok(book)
}

/// Who, when, with what; how the numbers come about; what the result is not.
fn about(report: &Report, book: &mut Workbook) -> Result<(), XlsxError> {
    let w = report.words();
    let mut sheet = Sheet::add(book, w.sheet_about, &[18.0, 90.0], report.lang)?;
    sheet.row(&[w.kind, &report.title], true)?;
    for (label, value) in &report.facts {
        sheet.row(&[label, value], false)?;
    }
    sheet.skip();
    sheet.row(&[w.how, ""], true)?;
    let rules = report.rules.iter().cloned().chain(report.honest());
    let left_out = (report.options.names == Names::LeftOut).then(|| w.names_left_out.to_owned());
    for line in rules.chain(left_out) {
        sheet.row(&["", &line], false)?;
    }
    Ok(())
}
