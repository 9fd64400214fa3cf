//! The votes after the reveal: counts as bars without names, what they come to, what to do next.

use ratatui::style::Style;

use super::{Line, wrapped};
use crate::lang::fill;
use crate::measure::say;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::view::chrome::of;
use crate::tui::widget::pen::Pen;

/// Columns of the longest bar.
const BAR: usize = 16;
/// Between two things that are said in one line.
const DOT: &str = " · ";

/// Draws a bar per choice, the lowest first; returns the rows that it took.
pub fn bars(app: &App, work: &Work, pen: &mut Pen) -> usize {
    let question = work.question();
    let Some(outcome) = work.outcome(work.question_ix()) else { return 0 };
    let counts = &outcome.tally.counts;
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as usize;
    // When rows are short only what somebody voted for is shown.
    let all = counts.len() <= pen.height();
    let shown: Vec<usize> = (0..counts.len()).filter(|choice| all || counts[*choice] > 0).collect();
    let label = |choice: usize| question.choices[choice].value.to_string();
    let wide = shown.iter().map(|c| text::width(&label(*c))).max().unwrap_or(1);
    let width = BAR.min(pen.width() / 4).max(1);
    let rows = pen.height();
    for (row, choice) in shown.iter().take(rows).enumerate() {
        let count = counts[*choice] as usize;
        let is_median = outcome.low_median().is_some_and(|l| question.choice(l) == Some(*choice));
        let style = if is_median { app.theme.strong() } else { Style::default() };
        let column = pen.write(0, row, &text::pad_left(&label(*choice), wide), app.theme.accent());
        let length = (count * width).div_ceil(most).min(width);
        let column = pen.write(column + 1, row, &"█".repeat(length), app.theme.level(*choice, counts.len()));
        let column = pen.write(column, row, &" ".repeat(width - length + 1), style);
        let number = if count == 0 { String::new() } else { count.to_string() };
        let column = pen.write(column, row, &text::pad_left(&number, 2), style);
        let room = pen.width().saturating_sub(column + 2);
        pen.write_within(column + 2, row, of(app, &question.choices[*choice].text), room, app.theme.dim());
    }
    shown.len().min(rows)
}

/// What the votes come to, what to do next, what was agreed on and what was said against it.
pub fn lines(app: &App, work: &Work, columns: usize) -> Vec<Line> {
    let (words, theme) = (&app.words().room, app.theme);
    let ix = work.question_ix();
    let Some(outcome) = work.outcome(ix) else { return wrapped(words.nobody, columns, theme.dim()) };
    let mut lines = wrapped(&say::room::counted(&outcome, app.lang).join(DOT), columns, Style::default());
    let style = if outcome.heat() == 0 { theme.good() } else { theme.warning() };
    lines.extend(wrapped(&say::room::judged(&outcome, app.lang).join(DOT), columns, style));
    match agreed(app, work) {
        Some(agreed) => lines.extend(wrapped(&agreed, columns, theme.good())),
        None => lines.extend(wrapped(&say::room::advice(&outcome, app.lang), columns, theme.strong())),
    }
    let table = work.room.table(ix);
    let dissent = say::room::dissent(work.question(), table, &outcome, app.lang);
    lines.extend(dissent.into_iter().flat_map(|line| wrapped(&line, columns, theme.warning())));
    let roles = say::room::roles(work.question(), table, &work.room.raters, app.lang);
    lines.extend(roles.into_iter().map(|line| (line, theme.dim())));
    for statement in &table.statements {
        let line = fill(words.statement, &[&text::one_line(statement)]);
        lines.push((text::fit(&line, columns).into_owned(), Style::default()));
    }
    lines
}

/// What was agreed on, how, and why.
pub fn agreed(app: &App, work: &Work) -> Option<String> {
    let ix = work.question_ix();
    let agreement = work.room.table(ix).agreed.as_ref()?;
    Some(say::room::agreed(agreement, work.outcome(ix).as_ref(), app.lang).join(DOT))
}
