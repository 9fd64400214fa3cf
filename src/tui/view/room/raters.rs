//! Who votes, and how far each has come.

use ratatui::style::Style;

use crate::assessment::rater;
use crate::lang::fill;
use crate::text;
use crate::tui::app::App;
use crate::tui::view::chrome;
use crate::tui::widget::pen::Pen;

/// Columns of role and state.
const ROLE: usize = 18;
const STATE: usize = 16;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let (words, theme) = (&app.words().room, app.theme);
    let here = fill(words.in_the_room, &[&work.room.here().count().to_string()]);
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.raters), &here);
    let mut body = chrome::body(pen);
    let columns = body.width().saturating_sub(2);
    let hint = if work.room.raters.is_empty() { words.raters_none } else { words.raters_hint };
    let hints = text::wrap(hint, columns);
    let room = body.height().saturating_sub(hints.len() + 1);
    let cursor = app.room.rater.min(work.room.raters.len().saturating_sub(1));
    let top = (cursor + 1).saturating_sub(room);
    let name_width = columns.saturating_sub(ROLE + STATE + 3);
    for (row, (place, known)) in work.room.raters.iter().enumerate().skip(top).take(room).enumerate() {
        let is_cursor = place == cursor;
        let style = if is_cursor { theme.strong() } else { Style::default() };
        body.row_spot(row, place, cursor);
        body.write(1, row, if is_cursor { "▸" } else { " " }, theme.accent());
        body.write_within(3, row, &rater(known, app.lang), name_width.saturating_sub(1), style);
        body.write_within(3 + name_width, row, &known.role, ROLE - 1, theme.dim());
        let state = if known.is_here {
            fill(words.voted_on, &[&work.voted_by(&known.id).to_string(), &work.asked.len().to_string()])
        } else {
            words.has_left.to_owned()
        };
        body.write(3 + name_width + ROLE, row, &state, theme.dim());
    }
    // With nobody on the list the hint is all there is to read.
    let end = if work.room.raters.is_empty() { 1 } else { body.height().saturating_sub(hints.len()) };
    for (row, line) in hints.iter().enumerate() {
        body.write(1, end + row, line, theme.dim());
    }
    chrome::foot(app, pen);
}
