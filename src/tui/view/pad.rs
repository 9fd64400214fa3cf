//! The notes pad: what was written so far, and the line being typed under it.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::chrome::{self, of};
use crate::assessment::{Mode, PadLine};
use crate::lang::fill;
use crate::text;
use crate::tui::app::{App, Editor, Work};
use crate::tui::widget::pen::Pen;

/// Columns from which on the pad stands beside the question.
pub const BESIDE_FROM: usize = 100;
/// Columns from which on the outline stands there too.
pub const THREE_FROM: usize = 170;
/// Rows of the line being typed.
const FIELD: usize = 3;

/// Columns of the pad beside a question on a screen of so many.
pub fn columns(body: usize) -> usize {
    if body >= THREE_FROM { body / 3 } else { body * 2 / 5 }
}

/// Draws the pad into the whole of a pen's rectangle; returns where text is typed, if it is.
pub fn draw(app: &App, work: &Work, pen: &mut Pen, editor: Option<&Editor>, is_alone: bool) -> Option<Position> {
    let mut row = head(app, work, pen, is_alone);
    let height = pen.height();
    let field = FIELD.min(height.saturating_sub(row + 3));
    let bottom = height.saturating_sub(field + 1);
    row += 1;
    lines(app, work, &mut pen.inner(0, 0, row, bottom.saturating_sub(row)));
    pen.rule(bottom, "─", app.theme.dim());
    if app.pad.changing.is_some()
        && let Some(line) = app.pad.cursor.and_then(|place| work.talk.pad.get(place))
    {
        let title = fill(app.words().talk.pad_changing, &[&line.at.time()]);
        pen.write(2, bottom, &format!(" {title} "), app.theme.strong());
    }
    let editor = editor?;
    let area = pen.area();
    let field = Rect::new(area.x + 1, area.y + bottom as u16 + 1, area.width.saturating_sub(2), field as u16);
    Some(super::overlay::typed(pen, editor, field))
}

/// What the pad is, who speaks, and what is still open; returns the rows taken.
fn head(app: &App, work: &Work, pen: &mut Pen, is_alone: bool) -> usize {
    let words = &app.words().talk;
    let room = pen.width().saturating_sub(2);
    let mut title = fill(words.pad_title, &[&work.talk.pad.len().to_string()]);
    if let Some(who) = &work.talk.interviewee {
        title = format!("{title}   {}", fill(words.interviewee_is, &[who]));
    }
    pen.write_within(1, 0, &title, room, app.theme.strong());
    let open = work.assessment.open_places(&work.rubric, &work.asked);
    let ids: Vec<&str> = open.iter().map(|p| work.rubric.question(work.asked[*p]).id.as_str()).collect();
    let said = fill(words.open_questions, &[&open.len().to_string(), &ids.join(" ")]);
    let said = if open.is_empty() { app.words().ask.none_open.to_owned() } else { said };
    pen.write_within(1, 1, &said, room, app.theme.dim());
    let mut row = 2;
    // Alone on the screen it says what one is talking about.
    if is_alone {
        let question = work.question();
        let prompt = question.prompt.as_ref().filter(|_| work.assessment.mode() == Mode::Interview);
        let asked = format!("{} {}", question.id, of(app, prompt.unwrap_or(&question.text)));
        for line in text::wrap_first(&asked, room, 3) {
            pen.write(1, row, line, app.theme.accent());
            row += 1;
        }
    }
    row
}

/// The lines, as many as there is room for: the chosen one and those before it, else the last.
fn lines(app: &App, work: &Work, pen: &mut Pen) {
    let pad = &work.talk.pad;
    let room = pen.width().saturating_sub(2);
    if pad.is_empty() {
        for (row, line) in text::wrap(app.words().talk.pad_empty, room).into_iter().enumerate() {
            pen.write(1, row, line, app.theme.dim());
        }
        return;
    }
    let tag_of = |line: &PadLine| line.line.question.as_ref().map_or("·", |q| q.as_str()).to_owned();
    let tags = pad.iter().map(|line| text::width(&tag_of(line))).max().unwrap_or(1);
    let indent = 9 + tags;
    let chosen = app.pad.cursor.map_or(pad.len() - 1, |c| c.min(pad.len() - 1));
    let mut rows: Vec<(usize, Vec<(String, Style)>)> = Vec::new();
    for (place, line) in pad.iter().enumerate() {
        let is_chosen = app.pad.cursor == Some(place);
        let style = if is_chosen { app.theme.strong() } else { Style::default() };
        for (n, piece) in text::wrap(&line.line.text, room.saturating_sub(indent)).into_iter().enumerate() {
            let pieces = if n > 0 {
                vec![(" ".repeat(indent), style), (piece.to_owned(), style)]
            } else {
                let mark = if is_chosen { "▸" } else { " " };
                let tag = text::pad(&tag_of(line), tags);
                vec![
                    (mark.to_owned(), app.theme.accent()),
                    (format!("{} ", line.at.time()), app.theme.dim()),
                    (format!("{tag}  "), app.theme.accent()),
                    (piece.to_owned(), style),
                ]
            };
            rows.push((place, pieces));
        }
    }
    let end = rows.iter().rposition(|(place, _)| *place == chosen).map_or(rows.len(), |last| last + 1);
    let top = end.saturating_sub(pen.height());
    for (row, (_, pieces)) in rows[top..].iter().take(pen.height()).enumerate() {
        let pieces: Vec<(&str, Style)> = pieces.iter().map(|(t, s)| (t.as_str(), *s)).collect();
        pen.pieces(1, row, &pieces);
    }
}

/// The pad while it is typed on: beside the question where there is room, else instead of it.
pub fn typed(app: &App, work: &Work, pen: &mut Pen, editor: &Editor) -> Position {
    let mut body = chrome::body(pen);
    // A message of several lines needs rows above its own; what is typed makes room for them.
    let (width, height) = (body.width(), body.height().saturating_sub(chrome::rows_above_foot(app, body.width())));
    let is_alone = width < BESIDE_FROM;
    let left = if is_alone { 0 } else { width - columns(width) };
    let mut side = body.inner(left, 0, 0, height);
    if is_alone {
        side.clear_wide();
    }
    let start = side.area().as_position();
    draw(app, work, &mut side, Some(editor), is_alone).unwrap_or(start)
}
