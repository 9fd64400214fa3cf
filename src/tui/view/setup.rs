//! Setup: the fields of an assessment.

use super::chrome;
use crate::assessment::{self, Field, ReadyTargets, Say};
use crate::measure::say;
use crate::text::{self, Clean};
use crate::tui::app::{App, SetupField, Target, setup_choices};
use crate::tui::widget::pen::Pen;

const LABEL: usize = 20;

pub fn draw(app: &App, pen: &mut Pen) {
    let words = &app.words().fields;
    let title = if app.setup.target == Target::New { words.title_new } else { words.title };
    chrome::head(app, pen, title, "");
    let mut body = chrome::body(pen);
    let rows = app.setup_rows();
    for (row, field) in rows.iter().enumerate() {
        let is_cursor = row == app.setup.cursor;
        let at = 1 + row + usize::from(*field == SetupField::Begin);
        body.row_spot(at, row, app.setup.cursor);
        body.write(1, at, if is_cursor { "▸" } else { " " }, app.theme.accent());
        let style = if is_cursor { app.theme.strong() } else { ratatui::style::Style::default() };
        let (name, is_choice) = match *field {
            SetupField::Of(of_field) => {
                (assessment::field(of_field, app.lang), !setup_choices(app, of_field).is_empty())
            }
            SetupField::Rubric => (app.words().talk.rubric, app.rubrics.len() > 1),
            SetupField::Interviewee => (app.words().talk.interviewee, false),
            SetupField::Begin => {
                let word = if app.setup.target == Target::New { words.begin } else { words.back_to_questions };
                body.write(3, at, word, app.theme.accent());
                continue;
            }
        };
        body.write(3, at, name, app.theme.dim());
        let value = value(app, *field);
        let shown = if is_choice { format!("‹ {value} ›") } else { value };
        body.write_within(3 + LABEL, at, &shown, body.width().saturating_sub(4 + LABEL), style);
    }
    let row = rows[app.setup.cursor];
    let more = if row == SetupField::Of(Field::Targets) { about_targets(app) } else { None };
    let first = (rows.len() + 3).min(body.height().saturating_sub(2));
    let hints: Vec<String> = std::iter::once(hint(app, row)).chain(more).collect();
    let width = body.width().saturating_sub(6);
    for (i, line) in hints.iter().flat_map(|hint| text::wrap(hint, width)).enumerate() {
        body.write(3, first + i, line, app.theme.dim());
    }
    chrome::foot(app, pen);
}

/// What a field holds, in words.
fn value(app: &App, field: SetupField) -> String {
    let stored = app.setup_text(field);
    match (field, app.setup_rubric()) {
        (SetupField::Rubric, Some(rubric)) => format!("{} {}", rubric.title.get(app.lang), rubric.version),
        (SetupField::Interviewee, _) => {
            let who = app.work.as_ref().and_then(|work| work.talk.interviewee.as_ref());
            who.map_or_else(|| app.words().fields.not_said.to_owned(), ToString::to_string)
        }
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
        SetupField::Rubric => app.words().talk.hint_rubric,
        SetupField::Interviewee => app.words().talk.hint_interviewee,
        SetupField::Begin => words.hint_begin,
    }
    .to_owned()
}

/// What to know of the upper quartile of others as a target.
fn about_targets(app: &App) -> Option<String> {
    let stored = app.setup_text(SetupField::Of(Field::Targets));
    let chosen = (!stored.is_empty()).then(|| ReadyTargets::read(&Clean::line(&stored)));
    say::peers::about_targets(app.setup_rubric()?, app.setup_peers(), chosen.as_ref(), app.lang)
}
