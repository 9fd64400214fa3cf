//! Home: the assessments of this computer, or what to do when there is none.

use super::chrome::{self, of};
use crate::lang::fill;
use crate::text;
use crate::tui::app::{App, Entry, Relation, Summary};
use crate::tui::widget::pen::Pen;

pub fn draw(app: &App, pen: &mut Pen) {
    let words = &app.words().home;
    let hidden = app.home.entries.len() - app.home.shown().len();
    let note = if hidden > 0 { fill(words.hidden, &[&hidden.to_string()]) } else { String::new() };
    chrome::head(app, pen, words.title, &note);
    let mut body = chrome::body(pen);
    if app.home.entries.is_empty() {
        let mut row = 1;
        for paragraph in [words.empty_what, words.empty_how, words.honest] {
            for line in text::wrap(paragraph, body.width().saturating_sub(4)) {
                body.write(
                    2,
                    row,
                    line,
                    if paragraph == words.empty_how { app.theme.strong() } else { app.theme.dim() },
                );
                row += 1;
            }
            row += 1;
        }
    } else {
        list(app, &mut body);
    }
    chrome::foot(app, pen);
}

/// Columns of the table: subject takes what the rest leaves.
struct Columns {
    subject: usize,
    rubric: usize,
    progress: usize,
    level: usize,
    changed: usize,
}

fn columns(width: usize) -> Columns {
    let (rubric, level) = if width >= 100 { (24, 16) } else { (0, 14) };
    let (progress, changed) = (9, 12);
    Columns { subject: width.saturating_sub(3 + rubric + progress + level + changed), rubric, progress, level, changed }
}

fn list(app: &App, pen: &mut Pen) {
    let words = &app.words().home;
    let columns = columns(pen.width());
    let mut column = 3;
    for (word, width) in [
        (words.subject, columns.subject),
        (words.rubric, columns.rubric),
        (words.progress, columns.progress),
        (words.level, columns.level),
        (words.changed, columns.changed),
    ] {
        if width > 0 {
            pen.write_within(column, 0, word, width.saturating_sub(1), app.theme.dim());
        }
        column += width;
    }
    let shown = app.home.shown();
    if shown.is_empty() {
        for (row, line) in text::wrap(words.none_shown, pen.width().saturating_sub(4)).iter().enumerate() {
            pen.write(3, 2 + row, line, app.theme.strong());
        }
    }
    let foot = foot(app, pen.width().saturating_sub(2));
    let room = pen.height().saturating_sub(2 + foot.len());
    let top = (app.home.cursor + 1).saturating_sub(room);
    for (row, place) in shown.iter().skip(top).take(room).enumerate() {
        let is_cursor = row + top == app.home.cursor;
        pen.row_spot(row + 1, row + top, app.home.cursor);
        entry(app, pen, row + 1, &columns, &app.home.entries[*place], is_cursor);
    }
    for (line, text) in foot.iter().enumerate() {
        pen.write(1, pen.height() - foot.len() + line, text, app.theme.dim());
    }
}

/// The path of the chosen one and how it stands to the others, or why it cannot be read.
fn foot(app: &App, columns: usize) -> Vec<String> {
    /// Lines that a sentence gets.
    const MOST: usize = 4;
    let lines = |sentence: &str| text::wrap_first(sentence, columns, MOST).into_iter().map(str::to_owned).collect();
    let words = &app.words().home;
    let about = |template: &str, of: usize| {
        let other = app.home.entries.get(of).map_or("", |entry| file_name(&entry.path));
        lines(&fill(template, &[other]))
    };
    match app.home.chosen().map(|chosen| &app.home.entries[chosen]) {
        None => Vec::new(),
        Some(Entry { content: Err(reason), .. }) => lines(reason),
        Some(entry) => {
            let mut foot: Vec<String> = match entry.relation {
                Relation::CopyOf { of, is_held: false } => about(words.copy_of, of),
                Relation::CopyOf { of, is_held: true } => about(words.copy_held, of),
                Relation::CopiedFrom(of) => about(words.copied_from, of),
                Relation::Alone | Relation::Gone(_) => Vec::new(),
            };
            foot.push(cut_front(&entry.path, columns));
            foot
        }
    }
}

/// The name of a file without its folders.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The end of a path matters more than its start.
fn cut_front(path: &str, columns: usize) -> String {
    let mut start = 0;
    while text::width(&path[start..]) + usize::from(start > 0) > columns {
        start += path[start..].chars().next().map_or(1, char::len_utf8);
        if start >= path.len() {
            break;
        }
    }
    if start == 0 { path.to_owned() } else { format!("…{}", &path[start.min(path.len())..]) }
}

fn entry(app: &App, pen: &mut Pen, row: usize, columns: &Columns, entry: &Entry, is_cursor: bool) {
    let words = &app.words().home;
    let style = if is_cursor { app.theme.strong() } else { ratatui::style::Style::default() };
    pen.write(1, row, if is_cursor { "▸" } else { " " }, app.theme.accent());
    let Ok(summary) = &entry.content else {
        // The reason stands at the foot of the list.
        let (name, word) = match &entry.relation {
            Relation::Gone(subject) => (subject.as_str(), words.gone),
            _ => (file_name(&entry.path), words.cannot_read),
        };
        pen.write_within(3, row, name, columns.subject.saturating_sub(1), style);
        pen.write(3 + columns.subject + columns.rubric, row, word, app.theme.warning());
        return;
    };
    let mut name = summary.subject.to_string();
    if !summary.part.is_blank() {
        name = format!("{name} · {}", summary.part);
    }
    // What is to be known of it is never cut off: the name gives way.
    let marks = marks(app, entry, summary);
    let room = columns.subject.saturating_sub(1 + text::width(&marks));
    let name = format!("{}{marks}", text::fit(&name, room));
    let mut column = 3;
    pen.write(column, row, &text::pad(&name, columns.subject.saturating_sub(1)), style);
    column += columns.subject;
    if columns.rubric > 0 {
        pen.write_within(column, row, of(app, &summary.rubric), columns.rubric - 1, app.theme.dim());
        column += columns.rubric;
    }
    pen.write(column, row, &format!("{}/{}", summary.progress.0, summary.progress.1), style);
    column += columns.progress;
    pen.write_within(column, row, &level(app, summary), columns.level - 1, style);
    column += columns.level;
    pen.write(column, row, &summary.changed.date(), app.theme.dim());
}

/// What there is to know of an assessment beside its numbers.
fn marks(app: &App, entry: &Entry, summary: &Summary) -> String {
    let words = &app.words().home;
    let mut marks = String::new();
    if summary.archived {
        marks.push_str(words.archived_mark);
    }
    marks.push_str(match entry.relation {
        Relation::CopyOf { .. } => words.copy_mark,
        Relation::CopiedFrom(_) => words.copied_mark,
        Relation::Alone | Relation::Gone(_) => "",
    });
    if summary.disputes > 0 {
        marks.push_str(&fill(words.dispute_mark, &[&summary.disputes.to_string()]));
    }
    marks
}

fn level(app: &App, summary: &Summary) -> String {
    match &summary.level {
        Some((level, name)) => format!("{level} {}", of(app, name)),
        None => app.words().home.no_level.to_owned(),
    }
}
