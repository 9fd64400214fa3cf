//! Upgrade: the questions that change, and for the one under the cursor the old words beside the new.

use ratatui::style::Style;

use super::chrome::{self, of};
use crate::assessment::Answer;
use crate::assessment::upgrade::Step;
use crate::lang::fill;
use crate::measure::shown_answer;
use crate::rubric::upgrade::Fate;
use crate::rubric::{Id, Question, Rubric};
use crate::text;
use crate::tui::app::{App, Offer, Work};
use crate::tui::widget::pen::Pen;

/// Columns of the word for what happened to a question.
const FATE: usize = 10;
/// Columns of the ids of a step.
const IDS: usize = 16;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let Some(offer) = &work.offer else { return };
    let words = &app.words().upgrade;
    let title = format!("{} · {}", work.assessment.subject(), words.title);
    let versions = format!("{} → {}", work.rubric.version, offer.rubric.version);
    chrome::head(app, pen, &title, &versions);
    let mut body = chrome::body(pen);
    let steps = offer.shown();
    if steps.is_empty() {
        for (row, line) in text::wrap(words.nothing, body.width().saturating_sub(2)).iter().enumerate() {
            body.write(1, row, line, Style::default());
        }
    } else {
        let half = (body.height() / 2).min(steps.len() + 1);
        let height = body.height();
        list(app, work, offer, &steps, &mut body.inner(0, 0, 0, half));
        detail(
            app,
            work,
            offer,
            &offer.steps[steps[offer.cursor.min(steps.len() - 1)]],
            &mut body.inner(0, 0, half, height - half),
        );
    }
    chrome::foot(app, pen);
}

fn list(app: &App, work: &Work, offer: &Offer, steps: &[usize], pen: &mut Pen) {
    let rows = pen.height().saturating_sub(1).max(1);
    let top = (offer.cursor + 1).saturating_sub(rows);
    for (row, (place, step)) in steps.iter().enumerate().skip(top).take(rows).enumerate() {
        let step = &offer.steps[*step];
        let is_cursor = place == offer.cursor;
        let style = if is_cursor { app.theme.strong() } else { Style::default() };
        pen.row_spot(row, place, offer.cursor);
        pen.write(1, row, if is_cursor { "▸" } else { " " }, app.theme.accent());
        pen.write(3, row, &text::pad(fate(app, &step.mapped.fate), FATE), app.theme.dim());
        pen.write_within(3 + FATE, row, &ids(offer, step), IDS - 1, style);
        pen.write(3 + FATE + IDS, row, &outcome(app, work, offer, step), style);
    }
}

fn fate(app: &App, fate: &Fate) -> &'static str {
    let words = &app.words().upgrade;
    match fate {
        Fate::Same => words.same,
        Fate::Reworded => words.reworded,
        Fate::Rescaled(_) => words.rescaled,
        Fate::Split => words.split,
        Fate::Merged => words.merged,
        Fate::New => words.new,
        Fate::Retired => words.retired,
    }
}

/// `A.3 → A.3a, A.3b`, or one id where nothing moved.
fn ids(offer: &Offer, step: &Step) -> String {
    let join = |ids: &[&Id]| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
    let old = join(&step.mapped.old.iter().collect::<Vec<_>>());
    let new = join(&step.mapped.new.iter().map(|q| &offer.rubric.question(*q).id).collect::<Vec<_>>());
    match (old.is_empty(), new.is_empty()) {
        (true, _) => new,
        (_, true) => old,
        _ if old == new => new,
        _ => format!("{old} → {new}"),
    }
}

/// What becomes of the answer: `3 → 2, kept`, or asked again.
fn outcome(app: &App, work: &Work, offer: &Offer, step: &Step) -> String {
    let words = &app.words().upgrade;
    if step.mapped.fate == Fate::Retired {
        return words.stays_in_file.to_owned();
    }
    if step.before.is_empty() {
        return words.not_answered.to_owned();
    }
    let old = |(id, answer): &(Id, Answer)| {
        let question = work.rubric.question(work.rubric.question_ix(id.as_str())?);
        Some(said(app, &work.rubric, question, answer))
    };
    let before: Vec<String> = step.before.iter().filter_map(old).collect();
    let new = step.mapped.new.iter().zip(&step.proposals);
    let after: Option<Vec<String>> =
        new.map(|(q, p)| Some(said(app, &offer.rubric, offer.rubric.question(*q), p.as_ref()?))).collect();
    match after.filter(|_| step.takes) {
        Some(after) => fill(words.carried, &[&before.join(", "), &after.join(", ")]),
        None => fill(words.asked_again, &[&before.join(", ")]),
    }
}

fn said(app: &App, rubric: &Rubric, question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Level { value, .. } => whole(question, value + answer.credit(rubric)),
        Answer::Unknown => app.words().key.unknown.to_owned(),
        Answer::NotApplicable { .. } => app.words().key.not_applicable.to_owned(),
    }
}

/// The old question and the anchor that was chosen, over the new ones.
fn detail(app: &App, work: &Work, offer: &Offer, step: &Step, pen: &mut Pen) {
    let words = &app.words().upgrade;
    let columns = pen.width().saturating_sub(4);
    pen.rule(0, "─", app.theme.dim());
    let mut lines: Vec<(String, Style)> = Vec::new();
    let mut add = |text: &str, indent: usize, style: Style| {
        let wrapped = text::wrap(text, columns.saturating_sub(indent)).into_iter();
        lines.extend(wrapped.map(|l| (format!("{}{l}", " ".repeat(indent)), style)));
    };
    for id in &step.mapped.old {
        let Some(ix) = work.rubric.question_ix(id.as_str()) else { continue };
        let question = work.rubric.question(ix);
        add(&fill(words.before, &[id.as_str(), of(app, &question.text)]), 0, app.theme.dim());
        if let Some(anchor) = step.before.iter().find(|(i, _)| i == id).and_then(|(_, a)| anchor(app, question, a)) {
            add(&anchor, 2, app.theme.dim());
        }
    }
    for (question, proposal) in step.mapped.new.iter().zip(&step.proposals) {
        let question = offer.rubric.question(*question);
        add(&fill(words.after, &[question.id.as_str(), of(app, &question.text)]), 0, app.theme.strong());
        if let Some(anchor) = proposal.as_ref().filter(|_| step.takes).and_then(|a| anchor(app, question, a)) {
            add(&anchor, 2, Style::default());
        }
    }
    for (row, (line, style)) in lines.iter().enumerate() {
        pen.write(2, row + 1, line, *style);
    }
}

/// The chosen anchor with its value.
fn anchor(app: &App, question: &Question, answer: &Answer) -> Option<String> {
    let Answer::Level { value, .. } = answer else { return None };
    let choice = &question.choices[question.choice(*value)?];
    Some(format!("{}  {}", whole(question, *value), of(app, &choice.text)))
}

/// A value without a needless `.0`.
fn whole(question: &Question, value: f64) -> String {
    let text = shown_answer(question, value);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
