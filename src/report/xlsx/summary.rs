//! The first sheet: headline, dimensions with a radar and bars, lenses, what to look at.

use super::sheet::{PLAIN, Sheet, Widths};
use crate::report::book::{self, Chart, ChartKind};
use crate::report::figure::Figure;
use crate::report::{Finding, Report};

/// Widths of the columns in characters.
const WIDTHS: [usize; 7] = [34, 8, 16, 8, 8, 8, 10];
/// The column of the names, and that of the scores.
const COLUMNS: (u16, u16) = (0, 3);
/// The first column beside the numbers, with one between them.
const BESIDE: u16 = 8;
/// Rows that a chart takes, with one below.
const CHART_ROWS: usize = 17;

pub(super) fn sheet(report: &Report) -> book::Sheet {
    let (w, words) = (report.words(), report.lang.words());
    let mut sheet = Sheet::new(w.sheet_summary, &WIDTHS, Widths::Fixed, report.lang);
    sheet.across(&report.title, true);
    let headline = &report.headline;
    let sentences = [headline.sentence.as_str(), &headline.reason].into_iter().chain(headline.details());
    for line in sentences.filter(|line| !line.is_empty()) {
        sheet.across(line, false);
    }
    sheet.end();
    figures(report, &mut sheet, words.why.overall, [&report.headline.figure]);
    let dimensions = figures(report, &mut sheet, w.dimension, report.groups.iter().map(|g| &g.dimension));
    if let Some(balance) = &report.balance {
        sheet.across(balance, false);
    }
    sheet.end();
    if !report.lenses.is_empty() {
        figures(report, &mut sheet, w.lens, &report.lenses);
    }
    for (title, areas) in [(words.result.strengths, &report.strengths), (words.result.gaps, &report.gaps)] {
        if !areas.is_empty() {
            sheet.row(&[title, "", "", w.score], true);
        }
        for (name, _) in areas {
            let figure = report.groups.iter().flat_map(|g| &g.areas).find(|f| f.full_name() == *name);
            sheet.text(COLUMNS.0, name, PLAIN);
            sheet.score(COLUMNS.1, figure.and_then(|f| f.score), figure.and_then(|f| f.shade));
            sheet.end();
        }
    }
    sheet.end();
    for shift in &report.shifts {
        lines(&mut sheet, &shift.title, std::slice::from_ref(&shift.paragraph));
    }
    lines(&mut sheet, w.fragile, &report.fragile_or_none());
    for Finding { title, lines: found } in &report.findings {
        let found: Vec<String> = found.iter().map(|(id, text)| format!("{id} {text}").trim().to_owned()).collect();
        lines(&mut sheet, title, &found);
    }
    charts(report, &mut sheet, dimensions);
    sheet.done()
}

/// A table of figures; returns its first row and how many there are.
fn figures<'f>(
    report: &Report,
    sheet: &mut Sheet,
    title: &str,
    figures: impl IntoIterator<Item = &'f Figure>,
) -> (usize, usize) {
    let w = report.words();
    sheet.row(&[title, w.level, "", w.score, w.lowest, w.highest, w.coverage], true);
    let first = sheet.at();
    for figure in figures {
        sheet.text(COLUMNS.0, &figure.full_name(), PLAIN);
        sheet.figure(1, figure);
        sheet.end();
    }
    let count = sheet.at() - first;
    sheet.end();
    (first, count)
}

fn lines(sheet: &mut Sheet, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    sheet.across(title, true);
    for line in lines {
        sheet.across(line, false);
    }
    sheet.end();
}

/// A radar and bars of the dimension scores, to the right of the numbers that they are drawn from.
fn charts(report: &Report, sheet: &mut Sheet, rows: (usize, usize)) {
    let (w, scale) = (report.words(), &report.rubric.scale);
    // A radar of two axes is a line.
    let kinds: &[ChartKind] = match rows.1 {
        0 => &[],
        1 | 2 => &[ChartKind::Bars],
        _ => &[ChartKind::Radar, ChartKind::Bars],
    };
    for (place, kind) in kinds.iter().enumerate() {
        sheet.chart(Chart {
            kind: *kind,
            title: w.dimensions,
            series: w.score,
            shows: w.radar_title,
            corner: (place * CHART_ROWS, BESIDE),
            rows,
            columns: COLUMNS,
            scale: (scale.min, scale.max()),
        });
    }
}
