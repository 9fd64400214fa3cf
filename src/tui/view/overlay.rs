//! What lies over a screen: help, text fields, the outline, questions.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::outline;
use crate::assessment::{evidence_kind, field};
use crate::lang::fill;
use crate::measure::plan::Step;
use crate::measure::say;
use crate::rubric::check::Finding;
use crate::text::{self, clean_line};
use crate::tui::app::{App, Confirm, Editor, Overlay, Purpose, Saved, SetupField, digit_of};
use crate::tui::widget::pen::Pen;

/// Columns of the findings.
const FINDINGS: usize = 72;

/// Draws the overlay, if there is one; returns where text is typed.
pub fn draw(app: &App, pen: &mut Pen) -> Option<Position> {
    match app.overlay.as_ref()? {
        Overlay::Help(top) => super::help::draw(app, pen, *top),
        Overlay::Findings(top) => findings(app, pen, *top),
        Overlay::Edit(editor) => {
            if let (Purpose::Pad, Some(work)) = (&editor.purpose, &app.work) {
                return Some(super::pad::typed(app, work, pen, editor));
            }
            return Some(edit(app, pen, editor));
        }
        Overlay::Rate => rate(app, pen),
        Overlay::Outline(cursor) => {
            if let Some(work) = &app.work {
                let mut inner = window(app, pen, app.words().ask.outline_title, 60, usize::MAX, "");
                outline::draw(app, work, &mut inner, *cursor, true);
            }
        }
        Overlay::Confirm(Confirm::Delete(_, name)) => ask(app, pen, &fill(app.words().home.delete_sure, &[name])),
        Overlay::Confirm(Confirm::Forget(_, name)) => ask(app, pen, &fill(app.words().home.forget_sure, &[name])),
        Overlay::Merge => super::merge::choice(app, pen),
        Overlay::Unite(lines, top) => super::merge::question(app, pen, lines, *top),
        Overlay::Confirm(Confirm::Older(question)) => ask(app, pen, &fill(app.words().ask.add_older, &[question])),
        Overlay::Confirm(Confirm::Reveal(missing)) => {
            ask(app, pen, &fill(app.words().room.reveal_sure, &[&missing.to_string()]));
        }
        Overlay::Confirm(Confirm::Upgrade) => upgrade(app, pen),
        Overlay::Confirm(Confirm::Replace(path, _)) => {
            ask(app, pen, &fill(app.words().report.replace_sure, &[path]));
        }
        Overlay::History(of, top) => super::history::draw(app, pen, of.as_ref(), *top),
        Overlay::Report => super::report::draw(app, pen),
        Overlay::Leaving => leaving(app, pen),
    }
    None
}

/// Rows at most inside of a window.
pub fn rows(app: &App) -> usize {
    usize::from(app.area.height).saturating_sub(6)
}

/// A frame with a title in the middle of the screen; returns its inside.
pub(super) fn window<'p>(app: &App, pen: &'p mut Pen, title: &str, columns: usize, rows: usize, hint: &str) -> Pen<'p> {
    let width = (columns + 4).min(pen.width().saturating_sub(4));
    let height = rows.saturating_add(2).min(pen.height().saturating_sub(4));
    let (left, top) = ((pen.width() - width) / 2, (pen.height() - height) / 2);
    let right = pen.width() - left - width;
    let mut frame = pen.inner(left, right, top, height);
    frame.clear_wide();
    let style = app.theme.dim();
    for row in 0..height {
        let (start, fill, end) = match row {
            0 => ("╭", "─", "╮"),
            r if r + 1 == height => ("╰", "─", "╯"),
            _ => ("│", " ", "│"),
        };
        let line = format!("{start}{}{end}", fill.repeat(width.saturating_sub(2)));
        frame.write(0, row, &line, style);
    }
    if !title.is_empty() {
        frame.write(2, 0, &format!(" {} ", text::fit(title, width.saturating_sub(8))), app.theme.strong());
    }
    if !hint.is_empty() {
        frame.write(2, height - 1, &format!(" {} ", text::fit(hint, width.saturating_sub(8))), style);
    }
    pen.inner(left + 2, right + 2, top + 1, height.saturating_sub(2))
}

fn ask(app: &App, pen: &mut Pen, question: &str) {
    ask_titled(app, pen, "", question);
}

/// What becomes of work that is not kept in its file, and why it is not.
fn leaving(app: &App, pen: &mut Pen) {
    let words = &app.words().ask;
    let (title, said) = match app.work.as_ref().map(|work| &work.saved) {
        Some(Saved::HereOnly(cause)) => (words.saved_here_only, fill(words.leaving_because, &[cause])),
        Some(Saved::Not(cause)) => (words.not_saved, fill(words.leaving_because, &[cause])),
        _ => (words.saving, words.leaving.to_owned()),
    };
    ask_titled(app, pen, title, &said);
}

fn ask_titled(app: &App, pen: &mut Pen, title: &str, question: &str) {
    let columns = 56.min(pen.width().saturating_sub(8));
    let lines = text::wrap(question, columns);
    let mut inner = window(app, pen, title, columns, lines.len(), "");
    for (row, line) in lines.iter().enumerate() {
        inner.write(0, row, line, app.theme.strong());
    }
}

fn upgrade(app: &App, pen: &mut Pen) {
    let Some(offer) = app.work.as_ref().and_then(|w| w.offer.as_ref()) else { return };
    let (carried, again) = offer.counts();
    let values = [offer.rubric.version.to_string(), carried.to_string(), again.to_string()];
    ask(app, pen, &fill(app.words().upgrade.sure, &[&values[0], &values[1], &values[2]]));
}

/// What the checker says of the rubric, as lines that fit the window; errors stand out.
pub fn finding_lines(app: &App) -> Vec<(bool, String)> {
    let columns = usize::from(app.area.width).saturating_sub(10).min(FINDINGS);
    let findings = app.preview.as_ref().map_or(&[][..], |p| &p.findings);
    let lines = |finding: &Finding| {
        // The place stands at the edge, what is said about it under it.
        let line = finding.line(app.lang);
        let (place, said) = line.split_once('\n').unwrap_or((&line, ""));
        let place = text::wrap(place, columns).into_iter().map(str::to_owned);
        let said = text::wrap(said.trim_start(), columns - 4).into_iter().map(|l| format!("    {l}"));
        place.chain(said).map(|l| (finding.is_error(), l)).collect::<Vec<_>>()
    };
    findings.iter().flat_map(lines).collect()
}

fn findings(app: &App, pen: &mut Pen, top: usize) {
    let words = app.words();
    let mut lines = finding_lines(app);
    if lines.is_empty() {
        lines.push((false, words.ask.preview_clean.to_owned()));
    }
    let mut inner = window(app, pen, words.ask.preview_findings, FINDINGS, lines.len(), words.ask.help_hint);
    let rows = inner.height();
    let top = top.min(lines.len().saturating_sub(rows));
    for (row, (is_error, line)) in lines.iter().skip(top).take(rows).enumerate() {
        inner.write(0, row, line, if *is_error { app.theme.alarm() } else { Style::default() });
    }
}

fn edit(app: &App, pen: &mut Pen, editor: &Editor) -> Position {
    let words = app.words();
    let (title, hint, rows) = match &editor.purpose {
        Purpose::Note => (words.ask.note_title.to_owned(), words.ask.note_hint, 8),
        Purpose::Evidence => (
            fill(words.ask.evidence_title, &[evidence_kind(editor.kind, app.lang)]),
            words.ask.evidence_hint,
            2 + context(app, editor).len(),
        ),
        Purpose::Reason => (words.ask.reason_title.to_owned(), words.ask.reason_hint, 3 + context(app, editor).len()),
        Purpose::Jump => (words.ask.jump_title.to_owned(), words.ask.jump_hint, 9),
        Purpose::MergePath => (words.merge.path_title.to_owned(), words.merge.order_hint, 1),
        Purpose::MergeInto => (words.merge.place_title.to_owned(), words.merge.order_hint, 1),
        Purpose::Interviewee => (
            words.talk.interviewee_title.to_owned(),
            words.talk.interviewee_hint,
            2 + app.interviewees(editor.text()).len().clamp(1, 8),
        ),
        // It has a place of its own.
        Purpose::Pad => (String::new(), "", 1),
        Purpose::Search => (words.home.search_title.to_owned(), words.fields.field_hint, 1),
        Purpose::Rename(_) => (words.home.rename_title.to_owned(), words.fields.field_hint, 1),
        Purpose::Setup(SetupField::Of(field_)) => (field(*field_, app.lang).to_owned(), words.fields.field_hint, 1),
        Purpose::Setup(SetupField::Rubric | SetupField::Interviewee | SetupField::Begin) => {
            (String::new(), words.fields.field_hint, 1)
        }
        Purpose::Owner(step) | Purpose::Due(step) => {
            (measure_title(app, &editor.purpose, *step), words.fields.field_hint, 1)
        }
        Purpose::SaveElsewhere => (words.ask.elsewhere_title.to_owned(), words.fields.field_hint, 1),
        Purpose::ReportPlace => (words.report.place_title.to_owned(), words.fields.field_hint, 1),
        Purpose::Room(field) => (super::room::title(app, field), words.fields.field_hint, 1),
    };
    let columns = pen.width().saturating_sub(8).min(72);
    let mut inner = window(app, pen, &title, columns, rows, hint);
    let mut row = 0;
    for line in context(app, editor) {
        inner.write(0, row, &line, app.theme.dim());
        row += 1;
    }
    let area = inner.area();
    let rows = match editor.purpose {
        Purpose::Jump | Purpose::Interviewee => 1,
        _ => inner.height().saturating_sub(row).max(1),
    };
    let field =
        Rect::new(area.x, area.y + row as u16, area.width, (rows as u16).min(area.height.saturating_sub(row as u16)));
    let cursor = typed(&mut inner, editor, field);
    match editor.purpose {
        Purpose::Jump => found(app, &mut inner, editor),
        Purpose::Interviewee => names(app, &mut inner, editor),
        _ => {}
    }
    cursor
}

/// Draws what is typed into a rectangle of the screen that has an empty column after it. Returns where it goes on:
/// the terminal hangs an input method's window on the real cursor.
pub(super) fn typed(pen: &mut Pen, editor: &Editor, area: Rect) -> Position {
    let columns = usize::from(area.width).max(1);
    let shown = editor.field.shown(columns, usize::from(area.height));
    let (left, top) = (usize::from(area.x - pen.area().x), usize::from(area.y - pen.area().y));
    for (row, text) in shown.rows.iter().enumerate() {
        pen.write_within(left, top + row, text, columns, Style::default());
    }
    Position::new(area.x + shown.column.min(columns) as u16, area.y + shown.row as u16)
}

/// The title of the field for the owner or the date of a step.
fn measure_title(app: &App, purpose: &Purpose, step: Step) -> String {
    let words = &app.words().plan;
    let template = if matches!(purpose, Purpose::Owner(_)) { words.edit_owner } else { words.edit_due };
    app.work.as_ref().map_or_else(String::new, |w| fill(template, &[&say::plan::step(&w.rubric, step, app.lang)]))
}

/// What the rubric says to the one who fills the field.
fn context(app: &App, editor: &Editor) -> Vec<String> {
    let Some(work) = &app.work else { return Vec::new() };
    let question = work.question();
    let text = match editor.purpose {
        Purpose::Evidence => question.evidence.as_ref(),
        Purpose::Reason => question.na_hint.as_ref(),
        _ => None,
    };
    let columns = usize::from(app.area.width).saturating_sub(8).min(72);
    let Some(text) = text else { return Vec::new() };
    let mut lines: Vec<String> =
        text::wrap_first(text.get(app.lang), columns, 5).into_iter().map(str::to_owned).collect();
    lines.push(String::new());
    lines
}

/// Who was interviewed before; the first place is what is typed.
fn names(app: &App, pen: &mut Pen, editor: &Editor) {
    let room = pen.height().saturating_sub(2);
    let top = editor.cursor.saturating_sub(room);
    for (row, (place, who)) in app.interviewees(editor.text()).iter().enumerate().skip(top).take(room).enumerate() {
        let is_cursor = place + 1 == editor.cursor;
        pen.row_spot(row + 2, place + 1, editor.cursor);
        let style = if is_cursor { app.theme.strong() } else { app.theme.dim() };
        pen.write(0, row + 2, if is_cursor { "▸" } else { " " }, app.theme.accent());
        pen.write(2, row + 2, who, style);
    }
}

/// Asks for the interviewer's own rating without hiding the sentences it is chosen from.
fn rate(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let question = work.question();
    let words = &app.words().talk;
    let template = if digit_of(question, 0).is_some() { words.rating_prompt } else { words.rating_prompt_far };
    super::chrome::say(pen, &fill(template, &[question.id.as_str()]), app.theme.accent());
}

/// The questions that a typed text means.
fn found(app: &App, pen: &mut Pen, editor: &Editor) {
    let Some(work) = &app.work else { return };
    let found = app.jumps(editor.text());
    let room = pen.height().saturating_sub(2);
    let top = (editor.cursor + 1).saturating_sub(room);
    for (row, (place, question)) in found.iter().enumerate().skip(top).take(room).enumerate() {
        let q = work.rubric.question(*question);
        let is_cursor = place == editor.cursor;
        pen.row_spot(row + 2, place, editor.cursor);
        let style = if is_cursor { app.theme.strong() } else { app.theme.dim() };
        pen.write(0, row + 2, if is_cursor { "▸" } else { " " }, app.theme.accent());
        let name = work.rubric.area(q.area).name.get(app.lang);
        let column = pen.write(2, row + 2, &format!("{}  {name}", text::pad(q.id.as_str(), 6)), style);
        pen.write(column + 2, row + 2, &clean_line(q.text.get(app.lang)), app.theme.dim());
    }
}
