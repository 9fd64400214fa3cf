//! The agenda: every question, contested ones first, its disagreement beside the level of its area.

use ratatui::style::Style;

use crate::lang::fill;
use crate::measure::say;
use crate::text;
use crate::tui::app::{AgendaRow, App, Stage, Work};
use crate::tui::view::chrome::{self, of};
use crate::tui::widget::pen::Pen;

/// Columns of the state of a question, of its class with consensus, and of the area's level.
const STATE: usize = 13;
const CLASS: usize = 15;
const LEVEL: usize = 6;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let words = &app.words().room;
    let rows = work.agenda();
    let agreed = rows.iter().filter(|row| work.room.table(row.question).agreed.is_some()).count();
    let progress = fill(words.agreed_of, &[&agreed.to_string(), &rows.len().to_string()]);
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.agenda), &progress);
    let mut body = chrome::body(pen);
    let columns = body.width().saturating_sub(2);
    let mut row = 0;
    for (line, style) in summary(app, work, rows.len() - agreed) {
        body.write_within(1, row, &line, columns, style);
        row += 1;
    }
    let parked = parked(app, work, body.height());
    let room = body.height().saturating_sub(row + 1 + parked.len());
    let cursor = app.room.cursor.min(rows.len().saturating_sub(1));
    heads(app, &mut body.inner(0, 0, row, 1));
    let top = (cursor + 1).saturating_sub(room);
    for (n, (place, item)) in rows.iter().enumerate().skip(top).take(room).enumerate() {
        body.row_spot(row + 1 + n, place, cursor);
        line(app, work, &mut body.inner(0, 0, row + 1 + n, 1), item, place == cursor);
    }
    let end = body.height().saturating_sub(parked.len());
    for (n, text) in parked.iter().enumerate() {
        body.write_within(1, end + n, text, columns, app.theme.dim());
    }
    chrome::foot(app, pen);
}

/// Who is here, how much they agree, and the time that is left.
fn summary(app: &App, work: &Work, open: usize) -> Vec<(String, Style)> {
    let (words, theme) = (&app.words().room, app.theme);
    let here = work.room.here().count();
    let mut lines = Vec::new();
    if here == 0 {
        lines.push((words.raters_first.to_owned(), theme.strong()));
    } else {
        let mut first = fill(words.in_the_room, &[&here.to_string()]);
        if let Some(minutes) = app.room.clock.minutes() {
            let each = minutes.checked_div(open as i64).unwrap_or(0);
            let values = [minutes.to_string(), open.to_string(), each.to_string()];
            first = format!("{first} · {}", fill(words.time_left, &[&values[0], &values[1], &values[2]]));
        }
        lines.push((first, theme.strong()));
    }
    if let Some(session) = work.so_far() {
        lines.push((say::room::classes(session, app.lang), Style::default()));
        lines.push((say::room::alpha(session, app.lang), theme.dim()));
    }
    lines
}

fn parked(app: &App, work: &Work, height: usize) -> Vec<String> {
    let words = &app.words().room;
    let most = if height >= 18 { 4 } else { 1 };
    let line = |p: &crate::assessment::Parked| {
        let question = p.question.as_ref().map_or_else(String::new, |q| format!("{q} "));
        format!("{}  {question}{}", words.parked, text::one_line(&p.text))
    };
    work.room.parked.iter().rev().take(most).map(line).collect()
}

fn heads(app: &App, pen: &mut Pen) {
    let (words, style) = (&app.words().room, app.theme.dim());
    let state = pen.width().saturating_sub(STATE + CLASS + LEVEL + 1);
    pen.write(3, 0, words.head_question, style);
    pen.write(state, 0, words.head_state, style);
    pen.write(state + STATE, 0, words.head_class, style);
    pen.write(state + STATE + CLASS, 0, words.head_level, style);
}

fn line(app: &App, work: &Work, pen: &mut Pen, row: &AgendaRow, is_here: bool) {
    let theme = app.theme;
    let question = work.rubric.question(row.question);
    let style = if is_here { theme.strong() } else { Style::default() };
    let state = pen.width().saturating_sub(STATE + CLASS + LEVEL + 1);
    pen.write(1, 0, if is_here { "▸" } else { " " }, theme.accent());
    let column = pen.write(3, 0, &text::pad(question.id.as_str(), 6), style);
    let name = of(app, &work.rubric.area(question.area).name);
    pen.write_within(column, 0, name, state.saturating_sub(column + 1), style);
    let (text, tone) = told(app, work, row);
    pen.write_within(state, 0, &text, STATE - 1, tone);
    if let Some(outcome) = &row.outcome {
        let tone = if outcome.heat() > 0 { theme.warning() } else { theme.good() };
        let class = format!("{} {}", say::room::verdict(outcome, app.lang), say::room::consensus(outcome));
        pen.write_within(state + STATE, 0, class.trim_end(), CLASS - 1, tone);
    }
    let level = work.measured.areas[question.area.0].level();
    let level = level.map_or_else(|| app.words().plan.no_level.to_owned(), |l| l.to_string());
    pen.write(state + STATE + CLASS, 0, &level, style);
}

/// How far a question is.
fn told(app: &App, work: &Work, row: &AgendaRow) -> (String, Style) {
    let (words, theme) = (&app.words().room, app.theme);
    if let Some(agreed) = &work.room.table(row.question).agreed {
        let level = agreed.level().map(|l| fill(words.agreed, &[&l.to_string()]));
        return (level.unwrap_or_else(|| words.deferred.to_owned()), theme.good());
    }
    let (voted, here) = (work.voted(row.question), work.room.here().count());
    match row.stage {
        Stage::Ready => (String::new(), theme.dim()),
        Stage::Voting => (fill(words.voted_short, &[&voted.to_string(), &here.to_string()]), theme.dim()),
        Stage::Sealed => (words.sealed.to_owned(), theme.accent()),
        Stage::Revealed => (words.to_agree.to_owned(), theme.strong()),
    }
}
