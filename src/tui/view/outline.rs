//! The outline: all questions with what was said about each.

use super::chrome::of;
use crate::assessment::Answer;
use crate::measure::shown_answer;
use crate::rubric::QuestionIx;
use crate::text;
use crate::tui::app::{App, OutlineLine, Work};
use crate::tui::key::Key;
use crate::tui::widget::pen::Pen;

/// Draws the outline with the cursor at a place among the asked questions in sight.
pub fn draw(app: &App, work: &Work, pen: &mut Pen, cursor: usize, is_active: bool) {
    let lines = work.outline();
    // The names of dimensions push a question's line down from its place, nothing pushes it up.
    let is_focus = |line: &OutlineLine| matches!(line, OutlineLine::Question(place, _) if *place == cursor);
    let focus = lines.iter().skip(cursor).position(is_focus).map_or(0, |after| cursor + after);
    let top = (focus + 1 + pen.height() / 3).saturating_sub(pen.height()).min(focus);
    let top = top.min(lines.len().saturating_sub(pen.height()));
    for (row, line) in lines[top..].iter().take(pen.height()).enumerate() {
        match line {
            OutlineLine::Dimension(d) => {
                let dimension = work.rubric.dimension(*d);
                pen.write(1, row, &format!("{} {}", dimension.id, of(app, &dimension.name)), app.theme.strong());
            }
            OutlineLine::Question(place, question) => {
                let is_here = *place == cursor;
                write_question(app, work, pen, row, *question, is_here);
                pen.spot(0, row, pen.width(), || going(*place, cursor, is_active));
                if is_here && is_active {
                    pen.tint(row, app.theme.selected());
                }
            }
        }
    }
}

/// The keys that go to a question; beside the question on screen the outline has to be opened first.
fn going(place: usize, cursor: usize, is_active: bool) -> Vec<Key> {
    let open = (!is_active).then_some(Key::Char('o'));
    let way = if place < cursor { vec![Key::Up; cursor - place] } else { vec![Key::Down; place - cursor] };
    open.into_iter().chain(way).chain([Key::Enter]).collect()
}

fn write_question(app: &App, work: &Work, pen: &mut Pen, row: usize, question: QuestionIx, is_here: bool) {
    let theme = app.theme;
    let q = work.rubric.question(question);
    let (mark, style) = match work.answer(question) {
        None => ("·".to_owned(), theme.dim()),
        Some(Answer::Unknown) => ("?".to_owned(), theme.warning()),
        Some(Answer::NotApplicable { .. }) => ("-".to_owned(), theme.dim()),
        Some(answer @ Answer::Level { value, .. }) => {
            (shown_answer(q, value + answer.credit(&work.rubric)), theme.good())
        }
    };
    let mark = if work.is_disputed(&q.id) { "!".to_owned() } else { mark };
    let name = of(app, &work.rubric.area(q.area).name);
    let style_of_name = if is_here { theme.strong() } else { theme.dim() };
    let column = pen.write(0, row, if is_here { "▸" } else { " " }, theme.accent());
    let column = pen.write(column + 1, row, &text::pad(&mark, 5), style);
    let column = pen.write(column, row, &text::pad(&format!("{} ", q.id), 5), style_of_name);
    let flag = if work.assessment.is_marked(&q.id) { " ⚑" } else { "" };
    let room = pen.width().saturating_sub(column + text::width(flag) + 1);
    let right = pen.width() - (column + room).min(pen.width());
    let column = column + pen.inner(column, right, row, 1).write(0, 0, name, style_of_name);
    pen.write(column, row, flag, theme.warning());
}
