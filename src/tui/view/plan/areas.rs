//! Area by area: level now, target, importance, and when its steps come.

use ratatui::style::Style;

use crate::measure::plan::Outlook;
use crate::measure::{Subject, say};
use crate::rubric::AreaIx;
use crate::tui::app::{App, Work};
use crate::tui::widget::pen::Pen;

/// Columns of a number with its head.
const NUMBER: usize = 9;

pub fn draw(app: &App, work: &Work, outlook: &Outlook, pen: &mut Pen) {
    let (words, theme) = (&app.words().plan, app.theme);
    let name_width = pen.width().saturating_sub(3 * NUMBER + 14).clamp(14, 44);
    let heads = [(words.area, name_width), (words.now, NUMBER), (words.target, NUMBER), (words.importance, NUMBER)];
    let write = |pen: &mut Pen, row: usize, cells: [&str; 5], style: Style| {
        let mut column = 3;
        for (cell, width) in cells.into_iter().zip([name_width, NUMBER, NUMBER, NUMBER, usize::MAX]) {
            pen.write_within(column, row, cell, width.saturating_sub(1), style);
            column = column.saturating_add(width);
        }
    };
    write(pen, 0, [heads[0].0, heads[1].0, heads[2].0, heads[3].0, words.by_wave], theme.dim());
    let known = super::warnings(app, work, AreaIx(app.plan.cursor));
    let room = pen.height().saturating_sub(1 + known.len().min(3));
    for (i, warning) in known.iter().take(3).enumerate() {
        let width = pen.width().saturating_sub(4);
        pen.write_within(3, 1 + room + i, warning, width, theme.warning());
    }
    let top = (app.plan.cursor + 1).saturating_sub(room);
    for (row, (a, area)) in outlook.project.areas.iter().enumerate().skip(top).take(room).enumerate() {
        let is_cursor = a == app.plan.cursor;
        let style = if is_cursor { theme.strong() } else { Style::default() };
        pen.row_spot(row + 1, a, app.plan.cursor);
        pen.write(1, row + 1, if is_cursor { "▸" } else { " " }, theme.accent());
        let name = say::name(&work.rubric, Subject::Area(AreaIx(a)), app.lang);
        let now = area.level.map_or_else(|| words.no_level.to_owned(), |l| l.to_string());
        let target = if area.excluded {
            words.excluded.to_owned()
        } else {
            area.level.map_or_else(|| words.no_level.to_owned(), |l| area.target.max(l).to_string())
        };
        let steps = app.plan.steps();
        let waves: Vec<String> =
            steps.iter().filter(|(_, s)| s.step.area.0 == a).map(|(wave, _)| wave.to_string()).collect();
        let waves = waves.join(" ");
        write(pen, row + 1, [&name, &now, &target, &area.importance.to_string(), &waves], style);
    }
}
