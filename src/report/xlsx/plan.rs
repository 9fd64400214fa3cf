//! The plan: a row per step, then the levels it leads to and the targets; and what has changed.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::sheet::{Sheet, centred, plain};
use crate::report::Report;

/// The sheet of the plan.
pub(super) fn write(report: &Report, book: &mut Workbook) -> Result<(), XlsxError> {
    let (w, words, part) = (report.words(), &report.lang.words().plan, &report.plan);
    let widths = [9.0, 38.0, 8.0, 8.0, 14.0, 8.0, 46.0, 34.0, 16.0, 12.0, 10.0, 40.0];
    let mut sheet = Sheet::add(book, words.title, &widths, report.lang)?;
    let head = [
        w.wave,
        w.area,
        w.from,
        w.target,
        w.strand,
        w.effort,
        w.action,
        w.indicator,
        w.owner,
        w.due,
        w.status,
        w.reason,
    ];
    sheet.row(&head, true)?;
    for (n, wave) in part.waves.iter().enumerate() {
        for step in &wave.steps {
            let to = step.placed.step.to;
            let area = report.rubric.area(step.placed.step.area);
            count(&mut sheet, 0, n + 1)?;
            sheet.text(1, &format!("{} {}", area.id, step.name), &plain())?;
            count(&mut sheet, 2, usize::from(to - 1))?;
            count(&mut sheet, 3, usize::from(to))?;
            count(&mut sheet, 5, usize::from(step.placed.effort))?;
            let texts = [
                (4, step.strand.as_str()),
                (6, &step.actions()),
                (7, &step.indicators()),
                (8, &step.measure.owner),
                (9, &step.measure.due),
                (10, step.status),
                (11, &step.reason),
            ];
            for (column, text) in texts {
                sheet.text(column, text, &plain())?;
            }
            sheet.end()?;
        }
    }
    let last = sheet.next.saturating_sub(1);
    sheet.cells.set_freeze_panes(1, 2)?.autofilter(0, 0, last, head.len() as u16 - 1)?.set_repeat_rows(0, 0)?;
    sheet.skip();
    let nothing = part.is_empty().then_some(words.nothing);
    let lines = [Some(part.now.as_str()), part.percent.as_deref(), nothing].into_iter().flatten();
    let after = part.waves.iter().flat_map(|w| [w.title.as_str(), w.after.as_str()]);
    for line in lines.chain(after).chain(part.remarks.iter().map(String::as_str)) {
        sheet.across(line, head.len() as u16, false)?;
    }
    sheet.skip();
    sheet.row(&[w.importance, w.area, w.now, w.target, w.waves], true)?;
    for (aim, area) in part.aims.iter().zip(&part.outlook.project.areas) {
        count(&mut sheet, 0, usize::from(aim.importance))?;
        sheet.text(1, &aim.name, &plain())?;
        for (column, text, level) in
            [(2, &aim.now, area.level), (3, &aim.target, area.level.map(|l| l.max(area.target)))]
        {
            match level.filter(|_| column == 2 || !area.excluded) {
                Some(level) => count(&mut sheet, column, usize::from(level))?,
                None => sheet.text(column, text, &plain())?,
            }
        }
        sheet.text(4, &aim.waves, &plain())?;
        sheet.end()?;
    }
    Ok(())
}

fn count(sheet: &mut Sheet, column: u16, number: usize) -> Result<(), XlsxError> {
    sheet.cells.write_number_with_format(sheet.next, column, number as f64, &centred())?;
    Ok(())
}

/// The sheet of what has changed; none without an earlier assessment.
pub(super) fn trend(report: &Report, book: &mut Workbook) -> Result<(), XlsxError> {
    let Some(part) = &report.trend else { return Ok(()) };
    let (w, words, told) = (report.words(), &report.lang.words().trend, &part.told);
    let mut sheet = Sheet::add(book, words.title, &[34.0, 44.0, 24.0, 60.0], report.lang)?;
    sheet.row(&[words.title, &part.dates], true)?;
    sheet.row(&["", &told.headline], false)?;
    for line in told.error.iter().chain(&told.sentences) {
        sheet.row(&["", line], false)?;
    }
    for (title, parts) in [(w.dimensions, &told.dimensions), (w.areas, &told.areas)] {
        sheet.skip();
        sheet.row(&[title, w.change], true)?;
        for of in parts {
            sheet.row(&[&of.name, &of.line, "", &of.more.join("\n")], false)?;
        }
    }
    sheet.skip();
    sheet.row(&[words.answers, w.area, w.change, w.note], true)?;
    for a in &told.answers {
        sheet.row(&[&a.id, &a.area, &a.change, &a.reason], false)?;
    }
    Ok(())
}
