//! Uniting files: the choice, and what would come of it.

use ratatui::style::Style;

use super::overlay::{rows, window};
use crate::text;
use crate::tui::app::{App, Candidate};
use crate::tui::widget::pen::Pen;

/// Columns of the choice and of the question.
const COLUMNS: usize = 76;

/// The files to choose from, with a box before each.
pub fn choice(app: &App, pen: &mut Pen) {
    let words = &app.words().merge;
    let candidates = &app.merge.candidates;
    let mut inner = window(app, pen, words.choose, COLUMNS, candidates.len().max(1), words.choose_hint);
    let room = inner.height();
    let top = (app.merge.cursor + 1).saturating_sub(room);
    for (row, (place, candidate)) in candidates.iter().enumerate().skip(top).take(room).enumerate() {
        inner.row_spot(row, place, app.merge.cursor);
        line(app, &mut inner, row, candidate, place == app.merge.cursor);
    }
}

fn line(app: &App, pen: &mut Pen, row: usize, candidate: &Candidate, is_cursor: bool) {
    let style = if is_cursor { app.theme.strong() } else { Style::default() };
    pen.write(0, row, if is_cursor { "▸" } else { " " }, app.theme.accent());
    pen.write(2, row, if candidate.is_ticked { "[x]" } else { "[ ]" }, app.theme.accent());
    // What was named by its path has no other name yet.
    let (name, file) = if candidate.subject.is_blank() {
        (candidate.path.as_str(), "")
    } else {
        (candidate.subject.as_str(), super::home::file_name(&candidate.path))
    };
    let room = pen.width().saturating_sub(6);
    let name = text::fit(name, if file.is_empty() { room } else { room / 2 }).into_owned();
    let column = pen.write(6, row, &name, style);
    pen.write(column + 2, row, file, app.theme.dim());
}

/// What would come of it as lines that fit the window; an indented line stays indented.
pub fn lines(app: &App, said: &[String]) -> Vec<String> {
    let columns = usize::from(app.area.width).saturating_sub(8).min(COLUMNS);
    let wrapped = |line: &String| {
        let text = line.trim_start_matches(' ');
        let indent = " ".repeat((line.len() - text.len()).min(columns / 2));
        text::wrap(text, columns - indent.len()).into_iter().map(|l| format!("{indent}{l}")).collect::<Vec<_>>()
    };
    said.iter()
        .flat_map(|said| said.split('\n').map(str::to_owned).collect::<Vec<_>>())
        .flat_map(|l| wrapped(&l))
        .collect()
}

/// What would come of it, and whether it is meant.
pub fn question(app: &App, pen: &mut Pen, said: &[String], top: usize) {
    let words = app.words();
    let lines = lines(app, said);
    let last = lines.len().saturating_sub(rows(app));
    let top = top.min(last);
    let more = |is_more: bool, word: &str| if is_more { format!("  {word}") } else { String::new() };
    let title = words.merge.sure_title.to_owned() + &more(top > 0, words.ask.more_above);
    let hint = words.merge.sure_hint.to_owned() + &more(top < last, words.ask.more_below);
    let mut inner = window(app, pen, &title, COLUMNS, lines.len(), &hint);
    for (row, line) in lines.iter().skip(top).take(inner.height()).enumerate() {
        inner.write(0, row, line, Style::default());
    }
}
