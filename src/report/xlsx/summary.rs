//! The first sheet: headline, dimensions with a radar and bars, lenses, what to look at.

use rust_xlsxwriter::{Chart, ChartType, Workbook, XlsxError};

use super::sheet::{Sheet, plain};
use crate::report::figure::Figure;
use crate::report::{Finding, Report};

/// Widths of the columns in characters.
const WIDTHS: [f64; 7] = [34.0, 8.0, 16.0, 8.0, 8.0, 8.0, 10.0];

pub(super) fn write(report: &Report, book: &mut Workbook) -> Result<(), XlsxError> {
    let (w, words) = (report.words(), report.lang.words());
    let mut sheet = Sheet::add(book, w.sheet_summary, &WIDTHS, report.lang)?;
    across(&mut sheet, &report.title, true)?;
    let headline = &report.headline;
    let sentences = [headline.sentence.as_str(), &headline.reason].into_iter().chain(headline.details());
    for line in sentences.filter(|line| !line.is_empty()) {
        across(&mut sheet, line, false)?;
    }
    sheet.skip();
    figures(report, &mut sheet, words.why.overall, [&report.headline.figure])?;
    let dimensions = figures(report, &mut sheet, w.dimension, report.groups.iter().map(|g| &g.dimension))?;
    if let Some(balance) = &report.balance {
        across(&mut sheet, balance, false)?;
    }
    sheet.skip();
    if !report.lenses.is_empty() {
        figures(report, &mut sheet, w.lens, &report.lenses)?;
    }
    for (title, areas) in [(words.result.strengths, &report.strengths), (words.result.gaps, &report.gaps)] {
        if !areas.is_empty() {
            sheet.row(&[title, "", "", w.score], true)?;
        }
        for (name, _) in areas {
            let figure = report.groups.iter().flat_map(|g| &g.areas).find(|f| f.full_name() == *name);
            sheet.text(0, name, &plain())?;
            sheet.score(3, figure.and_then(|f| f.score), figure.and_then(|f| f.shade))?;
            sheet.end()?;
        }
    }
    sheet.skip();
    for shift in &report.shifts {
        lines(&mut sheet, &shift.title, std::slice::from_ref(&shift.paragraph))?;
    }
    lines(&mut sheet, w.fragile, &report.fragile_or_none())?;
    for Finding { title, lines: found } in &report.findings {
        let found: Vec<String> = found.iter().map(|(id, text)| format!("{id} {text}").trim().to_owned()).collect();
        lines(&mut sheet, title, &found)?;
    }
    charts(report, sheet, dimensions)
}

/// A table of figures; returns its first row and how many there are.
fn figures<'f>(
    report: &Report,
    sheet: &mut Sheet,
    title: &str,
    figures: impl IntoIterator<Item = &'f Figure>,
) -> Result<(u32, u32), XlsxError> {
    let w = report.words();
    sheet.row(&[title, w.level, "", w.score, w.lowest, w.highest, w.coverage], true)?;
    let first = sheet.next;
    for figure in figures {
        sheet.text(0, &figure.full_name(), &plain())?;
        sheet.figure(1, figure)?;
        sheet.end()?;
    }
    let count = sheet.next - first;
    sheet.skip();
    Ok((first, count))
}

fn lines(sheet: &mut Sheet, title: &str, lines: &[String]) -> Result<(), XlsxError> {
    if lines.is_empty() {
        return Ok(());
    }
    across(sheet, title, true)?;
    for line in lines {
        across(sheet, line, false)?;
    }
    sheet.skip();
    Ok(())
}

fn across(sheet: &mut Sheet, text: &str, is_head: bool) -> Result<(), XlsxError> {
    sheet.across(text, WIDTHS.len() as u16, is_head)
}

/// A radar and bars of the dimension scores, to the right of the numbers that they are drawn from.
fn charts(report: &Report, sheet: Sheet, (first, count): (u32, u32)) -> Result<(), XlsxError> {
    let w = report.words();
    if count == 0 {
        return Ok(());
    }
    let scale = &report.rubric.scale;
    let chart = |kind: ChartType| {
        let mut chart = Chart::new(kind);
        let series = chart.add_series();
        series.set_name(w.score);
        series.set_categories((w.sheet_summary, first, 0, first + count - 1, 0));
        series.set_values((w.sheet_summary, first, 3, first + count - 1, 3));
        chart.title().set_name(w.dimensions);
        chart.legend().set_hidden();
        // Bars lie on their side, so the scores run along the other axis.
        let scores = if kind == ChartType::Bar { chart.x_axis() } else { chart.y_axis() };
        scores.set_min(scale.min).set_max(scale.max()).set_major_unit(1).set_num_format("0");
        chart.set_width(460).set_height(320).set_alt_text(w.radar_title);
        chart
    };
    // A radar of two axes is a line.
    if count >= 3 {
        sheet.cells.insert_chart(0, 8, &chart(ChartType::RadarWithMarkers))?;
    }
    let mut bars = chart(ChartType::Bar);
    // The first dimension on top, as in the table.
    bars.y_axis().set_reverse();
    sheet.cells.insert_chart(if count >= 3 { 17 } else { 0 }, 8, &bars)?;
    Ok(())
}
