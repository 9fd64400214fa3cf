//! The room: the question large, then how many have voted, and after the reveal what they said.

mod agenda;
mod cover;
mod raters;
mod votes;

pub use agenda::draw as draw_agenda;
pub use cover::{draw as draw_cover, draw_ballot};
pub use raters::draw as draw_raters;

use ratatui::style::Style;

use super::chrome::{self, of};
use crate::assessment::method;
use crate::lang::fill;
use crate::text;
use crate::tui::app::{App, RoomField, Stage, Work};
use crate::tui::widget::pen::Pen;

/// Columns left free on either side, so that it reads well from afar.
const MARGIN: usize = 3;
/// Columns of a line at most: longer ones are hard to read on a wall.
const LONGEST: usize = 96;

/// A line with its style.
type Line = (String, Style);

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    head(app, work, pen);
    let mut body = chrome::body(pen);
    let columns = body.width().saturating_sub(2 * MARGIN).min(LONGEST);
    let stage = work.stage(work.question_ix());
    let below = match stage {
        Stage::Revealed => votes::lines(app, work, columns),
        _ => vote_lines(app, work, stage, columns),
    };
    let question = wrapped(of(app, &work.question().text), columns, app.theme.strong());
    let height = body.height();
    let room = height.saturating_sub(question.len() + below.len() + 2);
    let mut row = usize::from(room > work.question().choices.len() + 2);
    row = write(&mut body, row, &question) + 1;
    if stage == Stage::Revealed {
        let rows = height.saturating_sub(row + below.len() + 1);
        row += votes::bars(app, work, &mut body.inner(MARGIN, MARGIN, row, rows));
        row += usize::from(row + below.len() < height);
    } else {
        let rows = height.saturating_sub(row + below.len() + 1);
        anchors(app, work, &mut body.inner(MARGIN, MARGIN, row, rows));
        row = height.saturating_sub(below.len());
    }
    write(&mut body, row, &below);
    chrome::foot(app, pen);
}

fn head(app: &App, work: &Work, pen: &mut Pen) {
    let words = &app.words().room;
    let area = work.rubric.area(work.question().area);
    let timer = app.room.clock.seconds().map(|left| match left {
        0 => words.time_up.to_owned(),
        left => format!("{}:{:02}", left / 60, left % 60),
    });
    let place = format!("{} {}   {}/{}", area.id, of(app, &area.name), work.at + 1, work.asked.len());
    let place = timer.map_or_else(|| place.clone(), |timer| format!("{timer}   {place}"));
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.title), &place);
}

/// The title of a field of the room.
pub fn title(app: &App, field: &RoomField) -> String {
    let words = &app.words().room;
    let title = match field {
        RoomField::Hands => {
            let question = app.work.as_ref().map(Work::question);
            let value =
                |choice: Option<&crate::rubric::Choice>| choice.map_or_else(String::new, |c| c.value.to_string());
            let ends = question.map(|q| [value(q.choices.first()), value(q.choices.last())]).unwrap_or_default();
            let has_na = question.is_some_and(|q| q.na_allowed);
            return fill(if has_na { words.hands_title_na } else { words.hands_title }, &[&ends[0], &ends[1]]);
        }
        RoomField::Agree(by) => return fill(words.agree_title, &[method(*by, app.lang)]),
        RoomField::Statement => words.statement_title,
        RoomField::PutAside => words.park_title,
        RoomField::Rater(_) => words.rater_title,
        RoomField::TakeIn => words.take_in_title,
        RoomField::SessionLength => words.session_title,
        RoomField::Joins => words.joins_title,
    };
    title.to_owned()
}

fn wrapped(text: &str, columns: usize, style: Style) -> Vec<Line> {
    text::wrap(text, columns).into_iter().map(|line| (line.to_owned(), style)).collect()
}

fn write(pen: &mut Pen, row: usize, lines: &[Line]) -> usize {
    for (i, (line, style)) in lines.iter().enumerate() {
        pen.write(MARGIN, row + i, line, *style);
    }
    row + lines.len()
}

/// The anchors without digits: what is read on the wall is what is true, not a number. With room
/// there is a blank line between them; without, the page keys scroll.
fn anchors(app: &App, work: &Work, pen: &mut Pen) {
    let columns = pen.width().saturating_sub(2).min(LONGEST);
    let choices: Vec<Vec<&str>> =
        work.question().choices.iter().map(|c| text::wrap(of(app, &c.text), columns)).collect();
    let lines: usize = choices.iter().map(Vec::len).sum();
    let gap = usize::from(lines + choices.len() <= pen.height() + 1);
    let mut all: Vec<(&str, &str)> = Vec::new();
    for choice in &choices {
        all.extend(choice.iter().enumerate().map(|(n, line)| (if n == 0 { "·" } else { " " }, *line)));
        all.extend((gap > 0).then_some((" ", "")));
    }
    let lines = all.len().saturating_sub(gap);
    // A row of its own says that there is more.
    let rows = if lines > pen.height() { pen.height().saturating_sub(1) } else { pen.height() };
    let top = work.scroll.min(lines.saturating_sub(rows));
    for (row, (mark, line)) in all.iter().skip(top).take(rows).enumerate() {
        let column = pen.write(0, row, mark, app.theme.accent());
        pen.write(column + 1, row, line, Style::default());
    }
    if rows < pen.height() {
        let words = &app.words().ask;
        let more = if top + rows < lines { words.more_below } else { words.more_above };
        pen.write_right(rows, more, app.theme.accent());
    }
}

/// How many have voted, and what Enter does now. Nothing here depends on what was voted.
fn vote_lines(app: &App, work: &Work, stage: Stage, columns: usize) -> Vec<Line> {
    let words = &app.words().room;
    let question = work.question_ix();
    let table = work.room.table(question);
    let here = work.room.here().count();
    let mut lines = Vec::new();
    if let Some(agreed) = votes::agreed(app, work) {
        lines.extend(wrapped(&agreed, columns, app.theme.good()));
    }
    let counts = [table.open_round().to_string(), work.voted(question).to_string(), here.to_string()];
    let counted = fill(words.voted, &[&counts[0], &counts[1], &counts[2]]);
    lines.extend(wrapped(&counted, columns, app.theme.strong()));
    let next = match stage {
        _ if here == 0 => words.raters_first,
        Stage::Sealed => words.may_reveal,
        Stage::Voting => words.goes_on,
        _ => words.may_begin,
    };
    lines.extend(wrapped(next, columns, app.theme.dim()));
    lines
}
