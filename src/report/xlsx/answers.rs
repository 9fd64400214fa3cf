//! A row per question: filtered by its frozen head, wrapped, on the colours of the levels.

use super::sheet::{Decimals, PLAIN, Sheet, Widths};
use crate::report::answered::{Answered, Said};
use crate::report::columns::Column;
use crate::report::{Report, book, csv, figure};
use crate::rubric::Kind;

pub(super) fn sheet(report: &Report) -> book::Sheet {
    let widths = Column::REPORT.map(width);
    let mut sheet = Sheet::new(report.words().sheet_answers, &widths, Widths::AtMost, report.lang);
    sheet.row(&Column::REPORT.map(|c| c.name(report.lang)), true);
    for answered in &report.answered {
        for (column, of) in (0_u16..).zip(Column::REPORT) {
            cell(report, &mut sheet, answered, column, of);
        }
        sheet.end();
    }
    sheet.table(1);
    sheet.done()
}

fn cell(report: &Report, sheet: &mut Sheet, answered: &Answered, column: u16, of: Column) {
    let shade = match answered.said {
        Said::Rated { value, .. } => figure::shade_of_answer(report.rubric, answered.question, value),
        _ => None,
    };
    match (of, &answered.said) {
        (Column::Answer, Said::Rated { level, .. }) => sheet.level(column, *level, shade),
        (Column::Value, Said::Rated { value, .. }) => {
            let is_ladder = report.rubric.question(answered.question).kind == Kind::Ladder;
            sheet.number(column, *value, if is_ladder { Decimals::One } else { Decimals::Two }, shade);
        }
        _ => sheet.text(column, &csv::text(report, answered, of), PLAIN),
    }
}

/// Most characters of a column: printed on A4, what is written in it can still be read.
const fn width(column: Column) -> usize {
    match column {
        Column::Answer | Column::Place | Column::Question | Column::Value => 8,
        Column::Confidence | Column::Rating | Column::Speaker | Column::Toward => 10,
        Column::Dimension | Column::Flags => 12,
        Column::Area | Column::Reason => 16,
        Column::Evidence | Column::Pad => 24,
        Column::Text | Column::Meaning => 28,
        Column::Note => 36,
        Column::Choices => 50,
    }
}
