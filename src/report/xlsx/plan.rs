//! The plan: a row per step, then the levels it leads to and the targets; and what has changed.

use super::sheet::{PLAIN, Sheet, Widths};
use crate::report::{Report, book};

/// The sheet of the plan.
pub(super) fn sheet(report: &Report) -> book::Sheet {
    let (w, words, part) = (report.words(), &report.lang.words().plan, &report.plan);
    // Wide enough to be filled in, and narrow enough to be read on A4.
    let head = [
        (w.wave, 8),
        (w.area, 26),
        (w.from, 8),
        (w.target, 8),
        (w.strand, 12),
        (w.effort, 8),
        (w.action, 44),
        (w.indicator, 30),
        (w.owner, 12),
        (w.due, 11),
        (w.status, 9),
        (w.reason, 32),
    ];
    let mut sheet = Sheet::new(words.title, &head.map(|(_, width)| width), Widths::Fixed, report.lang);
    sheet.row(&head.map(|(name, _)| name), true);
    for (n, wave) in part.waves.iter().enumerate() {
        for step in &wave.steps {
            let to = step.placed.step.to;
            let area = report.rubric.area(step.placed.step.area);
            let counts =
                [(0, n + 1), (2, usize::from(to - 1)), (3, usize::from(to)), (5, usize::from(step.placed.effort))];
            for (column, count) in counts {
                sheet.level(column, count as f64, None);
            }
            sheet.text(1, &format!("{} {}", area.id, step.name), PLAIN);
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
                sheet.text(column, text, PLAIN);
            }
            sheet.end();
        }
    }
    sheet.table(2);
    sheet.end();
    let nothing = part.is_empty().then_some(words.nothing);
    let lines = [Some(part.now.as_str()), part.percent.as_deref(), nothing].into_iter().flatten();
    let after = part.waves.iter().flat_map(|w| [w.title.as_str(), w.after.as_str()]);
    for line in lines.chain(after).chain(part.remarks.iter().map(String::as_str)) {
        sheet.across(line, false);
    }
    sheet.end();
    sheet.row(&[w.importance, w.area, w.now, w.target, w.waves], true);
    for (aim, area) in part.aims.iter().zip(&part.outlook.project.areas) {
        sheet.level(0, f64::from(aim.importance), None);
        sheet.text(1, &aim.name, PLAIN);
        for (column, text, level) in
            [(2, &aim.now, area.level), (3, &aim.target, area.level.map(|l| l.max(area.target)))]
        {
            match level.filter(|_| column == 2 || !area.excluded) {
                Some(level) => sheet.level(column, f64::from(level), None),
                None => sheet.text(column, text, PLAIN),
            }
        }
        sheet.text(4, &aim.waves, PLAIN);
        sheet.end();
    }
    sheet.done()
}

/// The sheet of what has changed; none without an earlier assessment.
pub(super) fn trend(report: &Report) -> Option<book::Sheet> {
    let part = report.trend.as_ref()?;
    let (w, words, told) = (report.words(), &report.lang.words().trend, &part.told);
    let mut sheet = Sheet::new(words.title, &[34, 44, 24, 60], Widths::Fixed, report.lang);
    sheet.row(&[words.title, &part.dates], true);
    sheet.row(&["", &told.headline], false);
    for line in told.error.iter().chain(&told.sentences) {
        sheet.row(&["", line], false);
    }
    for (title, parts) in [(w.dimensions, &told.dimensions), (w.areas, &told.areas)] {
        sheet.end();
        sheet.row(&[title, w.change], true);
        for of in parts {
            sheet.row(&[&of.name, &of.line, "", &of.more.join("\n")], false);
        }
    }
    sheet.end();
    sheet.row(&[words.answers, w.area, w.change, w.note], true);
    for a in &told.answers {
        sheet.row(&[&a.id, &a.area, &a.change, &a.reason], false);
    }
    Some(sheet.done())
}
