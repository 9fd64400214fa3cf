//! Units, or assessments of one unit, side by side: a heat map with an area in each row.

use ratatui::style::{Modifier, Style};

use crate::measure::trend::extremes;
use crate::measure::{Subject, say, shown};
use crate::rubric::AreaIx;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::view::scale;
use crate::tui::widget::pen::Pen;

/// Columns of one assessment.
const CELL: usize = 12;
/// Rows above the areas.
const HEAD: usize = 2;

/// Rows that the whole map takes.
pub fn row_count(work: &Work) -> usize {
    work.rubric.areas.len() + HEAD
}

pub fn draw(app: &App, work: &Work, pen: &mut Pen) {
    let (rubric, words) = (&work.rubric, &app.words().trend);
    let all = app.trend.side_by_side(work);
    let (width, height) = (pen.width(), pen.height());
    let name_width = (width / 2).min(34);
    let room = (width.saturating_sub(name_width + 2) / CELL).max(1);
    let left = app.trend.column.min(all.len().saturating_sub(room));
    pen.write_within(1, 0, words.beside, width.saturating_sub(2), app.theme.dim());
    for (n, column) in all.iter().enumerate().skip(left).take(room) {
        let style = if column.is_open { app.theme.strong() } else { Style::default() };
        let at = 1 + name_width + (n - left) * CELL;
        pen.write_within(at, 1, &column.title, CELL - 1, style);
    }
    if left > 0 {
        pen.write(name_width - 1, 1, "◂", app.theme.accent());
    }
    if all.len() > left + room {
        pen.inner(0, 0, 1, 1).write_right(0, "▸", app.theme.accent());
    }
    let rows = height.saturating_sub(HEAD);
    for (row, (a, area)) in rubric.areas.iter().enumerate().skip(app.trend.scroll).take(rows).enumerate() {
        let name = say::name(rubric, Subject::Area(AreaIx(a)), app.lang);
        pen.write_within(1, row + HEAD, &name, name_width - 2, Style::default());
        let scores: Vec<Option<f64>> = all.iter().map(|c| c.standing.score(&area.id)).collect();
        for (n, score) in scores.iter().enumerate().skip(left).take(room) {
            let number = score.map_or_else(|| words.none.to_owned(), shown);
            let mark = extremes(&scores, *score).mark();
            let style = scale::style(app.theme, rubric, *score);
            let style = if mark == " " { style } else { style.add_modifier(Modifier::BOLD) };
            let cell = format!("{} {} {mark}", scale::height(rubric, *score), text::pad(&number, 3));
            pen.write(1 + name_width + (n - left) * CELL, row + HEAD, &cell, style);
        }
    }
}
