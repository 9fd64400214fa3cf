//! Waves as rows, strands as columns.

use ratatui::style::Style;

use crate::lang::fill;
use crate::measure::plan::{Outlook, Strand, strand};
use crate::measure::say;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::widget::pen::Pen;

/// Columns of the wave's number.
const HEAD: usize = 10;

pub fn draw(app: &App, work: &Work, outlook: &Outlook, pen: &mut Pen) {
    let (rubric, theme) = (&work.rubric, app.theme);
    let mut strands: Vec<Strand> = (0..rubric.lenses.len()).map(Strand::Lens).collect();
    strands.push(Strand::Enabler);
    let cell = (pen.width().saturating_sub(HEAD + 2) / strands.len()).max(8);
    for (n, of) in strands.iter().enumerate() {
        let name = say::plan::strand(rubric, *of, app.lang);
        pen.write_within(1 + HEAD + n * cell, 0, name, cell - 1, theme.strong());
    }
    // Each wave as the lines of its cells.
    let waves: Vec<Vec<Vec<String>>> = outlook
        .waves()
        .iter()
        .map(|wave| {
            let cell_of = |of: &Strand| {
                let steps = wave.steps.iter().filter(|s| strand(rubric, s.step.area) == *of);
                let steps: Vec<String> = steps.map(|s| say::plan::step(rubric, s.step, app.lang)).collect();
                packed(steps, cell - 1)
            };
            strands.iter().map(cell_of).collect()
        })
        .collect();
    let rows = |wave: &Vec<Vec<String>>| wave.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let room = pen.height().saturating_sub(1);
    let cursor = app.plan.cursor;
    // So many waves above the cursor as fit with it.
    let mut top = cursor;
    let mut used = waves.get(cursor).map_or(0, rows);
    while top > 0 && used + rows(&waves[top - 1]) <= room {
        top -= 1;
        used += rows(&waves[top]);
    }
    let mut row = 1;
    for (w, wave) in waves.iter().enumerate().skip(top) {
        let is_cursor = w == cursor;
        let style = if is_cursor { theme.strong() } else { Style::default() };
        pen.row_spot(row, w, cursor);
        pen.write(0, row, if is_cursor { "▸" } else { " " }, theme.accent());
        pen.write_within(1, row, &fill(app.words().plan.wave, &[&(w + 1).to_string()]), HEAD - 1, theme.dim());
        for (n, lines) in wave.iter().enumerate() {
            for (i, line) in lines.iter().enumerate() {
                pen.write(1 + HEAD + n * cell, row + i, line, style);
            }
        }
        row += rows(wave);
    }
}

/// Steps side by side as far as they fit; none is broken in two.
fn packed(steps: Vec<String>, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for step in steps {
        match lines.last_mut() {
            Some(line) if text::width(line) + 2 + text::width(&step) <= columns => {
                line.push_str("  ");
                line.push_str(&step);
            }
            _ => lines.push(text::fit(&step, columns).into_owned()),
        }
    }
    lines
}
