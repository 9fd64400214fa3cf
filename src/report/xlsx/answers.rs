//! A row per question: filtered by its frozen head, wrapped, on the colours of the levels.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::sheet::{Decimals, Sheet, centred, plain, shaded};
use crate::report::answered::{Answered, Said};
use crate::report::columns::Column;
use crate::report::{Report, csv, figure};
use crate::rubric::Kind;

pub(super) fn write(report: &Report, book: &mut Workbook) -> Result<(), XlsxError> {
    let widths = Column::REPORT.map(width);
    let mut sheet = Sheet::add(book, report.words().sheet_answers, &widths, report.lang)?;
    sheet.row(&Column::REPORT.map(|c| c.name(report.lang)), true)?;
    for answered in &report.answered {
        for (column, of) in (0_u16..).zip(Column::REPORT) {
            cell(report, &mut sheet, answered, column, of)?;
        }
        sheet.end()?;
    }
    let (last_row, last_column) = (sheet.next.saturating_sub(1), Column::REPORT.len() as u16 - 1);
    sheet.cells.set_freeze_panes(1, 1)?.autofilter(0, 0, last_row, last_column)?.set_repeat_rows(0, 0)?;
    Ok(())
}

fn cell(report: &Report, sheet: &mut Sheet, answered: &Answered, column: u16, of: Column) -> Result<(), XlsxError> {
    let shade = match answered.said {
        Said::Rated { value, .. } => figure::shade_of_answer(report.rubric, answered.question, value),
        _ => None,
    };
    match (of, &answered.said) {
        (Column::Answer, Said::Rated { level, .. }) => {
            let format = shaded(centred(), shade);
            sheet.cells.write_number_with_format(sheet.next, column, *level, &format)?;
            Ok(())
        }
        (Column::Value, Said::Rated { value, .. }) => {
            let is_ladder = report.rubric.question(answered.question).kind == Kind::Ladder;
            sheet.number(column, *value, if is_ladder { Decimals::One } else { Decimals::Two }, shade)
        }
        _ => sheet.text(column, &csv::text(report, answered, of), &plain()),
    }
}

/// Width of a column in characters.
pub(in crate::report) const fn width(column: Column) -> f64 {
    match column {
        Column::Question | Column::Answer | Column::Value | Column::Place => 9.0,
        Column::Toward | Column::Confidence | Column::Speaker | Column::Rating => 13.0,
        Column::Dimension | Column::Flags => 14.0,
        Column::Area => 22.0,
        Column::Reason => 24.0,
        Column::Text | Column::Meaning | Column::Note | Column::Evidence | Column::Pad => 42.0,
        Column::Choices => 60.0,
    }
}
