//! Wave by wave: one line a step, and below all that is known of the one under the cursor.

use ratatui::style::Style;

use crate::lang::fill;
use crate::measure::plan::{Outlook, PlacedStep, actions, strand};
use crate::measure::say;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::widget::pen::Pen;

/// One line of the list: the head of a wave, or a step by its place.
enum Line {
    Wave(usize),
    Step(usize),
}

pub fn draw(app: &App, work: &Work, outlook: &Outlook, pen: &mut Pen) {
    let steps = app.plan.steps();
    let detail = steps.get(app.plan.cursor).map_or_else(Vec::new, |(_, s)| detail(app, work, s, pen.width() - 2));
    let rows = pen.height().saturating_sub(detail.len() + 1).max(4);
    let mut lines = Vec::new();
    let mut place = 0;
    for (w, wave) in outlook.waves().iter().enumerate() {
        lines.push(Line::Wave(w));
        lines.extend((place..place + wave.steps.len()).map(Line::Step));
        place += wave.steps.len();
    }
    let at = lines.iter().position(|l| matches!(l, Line::Step(s) if *s == app.plan.cursor)).unwrap_or(0);
    // The head of the wave stays in sight with its first step.
    let top = (at + 1).saturating_sub(rows).min(lines.len().saturating_sub(rows));
    for (row, line) in lines.iter().skip(top).take(rows).enumerate() {
        match line {
            Line::Wave(w) => {
                let wave = &outlook.waves()[*w];
                let numbers = [(w + 1).to_string(), wave.effort.to_string(), outlook.project.capacity.to_string()];
                let head = fill(app.words().plan.wave_effort, &numbers.each_ref().map(String::as_str));
                pen.write(1, row, &head, app.theme.dim());
            }
            Line::Step(s) => {
                pen.row_spot(row, *s, app.plan.cursor);
                step(app, work, steps[*s].1, *s == app.plan.cursor, row, pen);
            }
        }
    }
    let first = pen.height().saturating_sub(detail.len());
    pen.inner(1, 1, 0, usize::MAX).rule(first.saturating_sub(1), "─", app.theme.dim());
    for (row, (line, style)) in detail.iter().enumerate() {
        pen.write(1, first + row, line, *style);
    }
}

fn step(app: &App, work: &Work, placed: &PlacedStep, is_cursor: bool, row: usize, pen: &mut Pen) {
    let (rubric, words, theme) = (&work.rubric, &app.words().plan, app.theme);
    let style = if is_cursor { theme.strong() } else { Style::default() };
    pen.write(1, row, if is_cursor { "▸" } else { " " }, theme.accent());
    let is_ticked = app.plan.ticked.contains(&placed.step);
    pen.write(3, row, if is_ticked { "x" } else { "·" }, if is_ticked { theme.good() } else { theme.dim() });
    let measure = app.plan.measure(work, placed.step);
    let strand = say::plan::strand(rubric, strand(rubric, placed.step.area), app.lang);
    let mut right = format!("{strand} · {} {}", words.effort, placed.effort);
    if placed.pinned.is_some() {
        right = format!("{right} · {}", words.pinned);
    }
    if measure.status != crate::assessment::MeasureStatus::Open {
        right = format!("{right} · {}", say::plan::status(measure.status, app.lang));
    }
    let width = pen.width();
    let start = pen.inner(0, 1, row, 1).write_right(0, &right, theme.dim());
    let label = format!(
        "{}  {}",
        text::pad(&say::plan::step(rubric, placed.step, app.lang), 8),
        rubric.area(placed.step.area).name.get(app.lang)
    );
    pen.write_within(5, row, &label, start.min(width).saturating_sub(6), style);
}

/// What is to be done, what proves it, who does it, and why here.
fn detail(app: &App, work: &Work, placed: &PlacedStep, columns: usize) -> Vec<(String, Style)> {
    let (rubric, words, theme) = (&work.rubric, &app.words().plan, app.theme);
    let mut lines: Vec<(String, Style)> = Vec::new();
    let mut add = |text: &str, style: Style, most: usize| {
        lines.extend(text::wrap_first(text, columns, most).into_iter().map(|l| (l.to_owned(), style)));
    };
    for action in actions(rubric, &work.replies, placed.step).take(2) {
        add(action.action.get(app.lang), theme.strong(), 2);
        add(&fill(words.labelled, &[words.indicator, action.indicator.get(app.lang)]), Style::default(), 1);
    }
    add(&say::plan::reason(rubric, placed, app.lang), theme.dim(), 2);
    let measure = app.plan.measure(work, placed.step);
    let known = [(words.owner, &measure.owner), (words.due, &measure.due)];
    let said: Vec<String> =
        known.iter().filter(|(_, v)| !v.is_blank()).map(|(w, v)| fill(words.labelled, &[w, v])).collect();
    if !said.is_empty() {
        add(&said.join("  "), Style::default(), 1);
    }
    for warning in super::warnings(app, work, placed.step.area) {
        add(&warning, theme.warning(), 1);
    }
    lines
}
