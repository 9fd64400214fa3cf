//! Setup: the fields of an assessment.

use super::chrome;
use crate::assessment::{self, Field, Say};
use crate::text;
use crate::tui::app::{App, SetupField, Target, setup_choices};
use crate::tui::widget::pen::Pen;

const LABEL: usize = 20;

pub fn draw(app: &App, pen: &mut Pen) {
    let words = &app.words().fields;
    let title = if app.setup.target == Target::New { words.title_new } else { words.title };
    chrome::head(app, pen, title, "");
    let mut body = chrome::body(pen);
    let rows = app.setup.rows();
    for (row, field) in rows.iter().enumerate() {
        let is_cursor = row == app.setup.cursor;
        let at = 1 + row + usize::from(*field == SetupField::Begin);
        body.write(1, at, if is_cursor { "▸" } else { " " }, app.theme.accent());
        let style = if is_cursor { app.theme.strong() } else { ratatui::style::Style::default() };
        let SetupField::Of(of_field) = *field else {
            let word = if app.setup.target == Target::New { words.begin } else { words.back_to_questions };
            body.write(3, at, word, app.theme.accent());
            continue;
        };
        body.write(3, at, assessment::field(of_field, app.lang), app.theme.dim());
        let value = value(app, *field);
        let is_choice = !setup_choices(app, of_field).is_empty();
        let shown = if is_choice { format!("‹ {value} ›") } else { value };
        body.write(3 + LABEL, at, &text::fit(&shown, body.width().saturating_sub(4 + LABEL)), style);
    }
    let hint = hint(app, rows[app.setup.cursor]);
    let first = rows.len() + 3;
    for (i, line) in text::wrap(&hint, body.width().saturating_sub(6)).iter().enumerate() {
        body.write(3, first + i, line, app.theme.dim());
    }
    chrome::foot(app, pen);
}

/// What a field holds, in words.
fn value(app: &App, field: SetupField) -> String {
    let stored = app.setup_text(field);
    match (field, app.setup_rubric()) {
        (SetupField::Of(field), Some(rubric)) => Say { rubric, lang: app.lang }.field_value(field, &stored),
        _ => stored,
    }
}

/// What the field under the cursor is for.
fn hint(app: &App, field: SetupField) -> String {
    let words = &app.words().fields;
    match field {
        SetupField::Of(Field::Subject) => words.hint_subject,
        SetupField::Of(Field::Depth) => words.hint_depth,
        SetupField::Of(Field::Mode) => words.hint_mode,
        SetupField::Of(Field::Profile) => words.hint_profile,
        SetupField::Of(Field::Targets) => words.hint_targets,
        SetupField::Of(Field::Assessor) => words.hint_assessor,
        SetupField::Of(_) => words.hint_optional,
        SetupField::Begin => words.hint_begin,
    }
    .to_owned()
}
