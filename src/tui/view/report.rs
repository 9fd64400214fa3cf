//! The window in which a report is asked for.

use ratatui::style::Style;

use super::overlay::window;
use crate::report::{Names, Scope};
use crate::text;
use crate::tui::app::{App, ReportRow};
use crate::tui::widget::pen::Pen;

/// Columns of the window.
const COLUMNS: usize = 64;

pub fn draw(app: &App, pen: &mut Pen) {
    let words = &app.words().report;
    let rows = app.report.rows();
    let mut inner = window(app, pen, words.screen_title, COLUMNS, rows.len() + 1, words.screen_hint);
    let label = [words.screen_format, words.screen_scope, words.screen_names, words.screen_place];
    let label = label.into_iter().map(text::width).max().unwrap_or(0) + 4;
    for (place, row) in rows.iter().enumerate() {
        let is_cursor = place == app.report.cursor.min(rows.len() - 1);
        // The row that does it stands apart.
        let at = place + usize::from(*row == ReportRow::Write);
        inner.row_spot(at, place, app.report.cursor.min(rows.len() - 1));
        inner.write(0, at, if is_cursor { "▸" } else { " " }, app.theme.accent());
        let style = if is_cursor { app.theme.strong() } else { Style::default() };
        let (name, value) = match row {
            ReportRow::Format => (words.screen_format, chosen(app.report.format.name(app.lang))),
            ReportRow::Scope => (words.screen_scope, chosen(scope(app))),
            ReportRow::Names => (words.screen_names, chosen(names(app))),
            ReportRow::Place => (words.screen_place, text::clean_line(&app.report_place()).into_owned()),
            ReportRow::Write => {
                inner.write(2, at, words.screen_write, app.theme.accent());
                continue;
            }
        };
        inner.write(2, at, name, app.theme.dim());
        let room = inner.width().saturating_sub(label);
        inner.write_within(label, at, &value, room, style);
    }
}

fn chosen(word: &str) -> String {
    format!("‹ {word} ›")
}

fn scope(app: &App) -> &'static str {
    let words = &app.words().report;
    match app.report.options.scope {
        Scope::Full => words.screen_full,
        Scope::Summary => words.screen_summary,
    }
}

fn names(app: &App) -> &'static str {
    let words = &app.words().report;
    match app.report.options.names {
        Names::Shown => words.screen_names_in,
        Names::LeftOut => words.screen_names_out,
    }
}
