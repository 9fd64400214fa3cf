//! Why: the arithmetic of one number, and its parts to go down to.

use ratatui::style::Style;

use super::chrome::{self, of};
use crate::assessment::{Answer, Say, evidence_kind};
use crate::lang::fill;
use crate::measure::{Explanation, Subject, Term, say, shown, shown_answer};
use crate::rubric::{Kind, QuestionIx};
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::widget::pen::Pen;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let words = &app.words().why;
    let (subject, cursor) = app.why.current();
    let trail: Vec<String> = app.why.trail.iter().map(|(s, _)| short(app, work, *s)).collect();
    chrome::head(app, pen, words.title, &trail.join(" › "));
    let mut body = chrome::body(pen);
    let columns = body.width().saturating_sub(2);
    let explanation = work.explanation(subject);
    let lines = lines(app, work, &explanation, columns);
    let room = room(body.height(), explanation.terms.len());
    let top = app.why.scroll.min(lines.len().saturating_sub(room));
    let mut row = 0;
    for (line, style) in lines.iter().skip(top).take(room) {
        body.write(1, row, line, *style);
        row += 1;
    }
    if lines.len() > room {
        let place = fill(words.lines, &[&(top + 1).to_string(), &(top + row).to_string(), &lines.len().to_string()]);
        body.inner(0, 1, row, 1).write_right(0, &place, app.theme.dim());
    }
    if !explanation.terms.is_empty() {
        let height = body.height();
        let mut rest = body.inner(0, 0, row + 1, height.saturating_sub(row + 1));
        terms(app, work, &mut rest, &explanation.terms, cursor);
    }
    chrome::foot(app, pen);
}

/// Rows for the reasons: the table of parts stays in sight, and what has no room scrolls.
fn room(height: usize, terms: usize) -> usize {
    let table = terms + usize::from(terms > 0);
    height.saturating_sub(table.min(height / 2) + 1).max(3)
}

/// How far the reasons can be scrolled.
pub fn last_line(app: &App) -> usize {
    let Some(work) = &app.work else { return 0 };
    let explanation = work.explanation(app.why.current().0);
    let lines = lines(app, work, &explanation, usize::from(app.area.width).saturating_sub(2)).len();
    let height = usize::from(app.area.height).saturating_sub(chrome::HEAD + chrome::FOOT);
    lines.saturating_sub(room(height, explanation.terms.len()))
}

/// Everything that is said above the parts.
fn lines(app: &App, work: &Work, explanation: &Explanation, columns: usize) -> Vec<(String, Style)> {
    let subject = explanation.subject;
    let mut lines: Vec<(String, Style)> = vec![(say::name(&work.rubric, subject, app.lang), app.theme.strong())];
    let mut add = |text: &str, style: Style| {
        lines.extend(text::wrap(text, columns).into_iter().map(|line| (line.to_owned(), style)));
    };
    for reason in &explanation.reasons {
        add(&say::reason(&work.rubric, reason, app.lang), Style::default());
    }
    if let Some(line) = checked(app, work, subject) {
        add(&line, app.theme.strong());
        add(app.words().talk.supported_how, app.theme.dim());
    }
    for shift in say::shifts(&work.rubric, &work.measured, app.lang) {
        if subject == Subject::Overall || subject == Subject::Area(shift.area) {
            add(&shift.title, app.theme.strong());
            add(&shift.paragraph, Style::default());
        }
    }
    if let Subject::Question(question) = subject {
        lines.extend(question_lines(app, work, question, columns));
    }
    lines
}

/// The claimed score of a number beside the supported one.
fn checked(app: &App, work: &Work, subject: Subject) -> Option<String> {
    let supported = work.talk.supported.as_ref()?;
    let (claimed, supported) = (work.measured.node(subject)?, supported.node(subject)?);
    say::supported(claimed, supported, app.lang)
}

/// One line per part: share, value, what it adds.
fn terms(app: &App, work: &Work, pen: &mut Pen, terms: &[Term], cursor: usize) {
    let words = &app.words().why;
    let theme = app.theme;
    let name_width = pen.width().saturating_sub(38).clamp(10, 44);
    let head = [(words.part, name_width), (words.share, 9), (words.value, 8), (words.adds, 9), (words.level, 6)];
    let mut column = 3;
    for (word, width) in head {
        pen.write_within(column, 0, word, width - 1, theme.dim());
        column += width;
    }
    let room = pen.height().saturating_sub(1);
    let top = (cursor + 1).saturating_sub(room);
    for (row, (place, term)) in terms.iter().enumerate().skip(top).take(room).enumerate() {
        let is_cursor = place == cursor;
        let style = if is_cursor { theme.strong() } else { Style::default() };
        pen.row_spot(row + 1, place, cursor);
        pen.write(1, row + 1, if is_cursor { "▸" } else { " " }, theme.accent());
        let value = term.value.map_or_else(|| words.none.to_owned(), shown);
        let adds = term.value.map_or_else(String::new, |v| format!("{:.3}", term.share * v));
        let share = if term.share > 0.0 { format!("{:.1}%", 100.0 * term.share) } else { words.none.to_owned() };
        let level = term.level.map_or_else(String::new, |l| l.to_string());
        let mut column = 3;
        for (text, width) in [
            (say::name(&work.rubric, term.subject, app.lang), name_width),
            (share, 9),
            (value, 8),
            (adds, 9),
            (level, 6),
        ] {
            pen.write_within(column, row + 1, &text, width - 1, style);
            column += width;
        }
    }
}

fn question_lines(app: &App, work: &Work, question: QuestionIx, columns: usize) -> Vec<(String, Style)> {
    let words = &app.words().why;
    let q = work.rubric.question(question);
    let mut lines: Vec<(String, Style)> = Vec::new();
    let mut add =
        |text: &str, style: Style| lines.extend(text::wrap(text, columns).into_iter().map(|l| (l.to_owned(), style)));
    add(of(app, &q.text), Style::default());
    add("", Style::default());
    match work.assessment.answer(&work.rubric, q) {
        None => add(app.words().ask.unanswered, app.theme.dim()),
        Some(Answer::Unknown) => add(app.words().ask.unknown, app.theme.strong()),
        Some(Answer::NotApplicable { reason }) => {
            add(&fill(app.words().ask.not_applicable, &[&reason]), app.theme.strong());
        }
        Some(answer @ Answer::Level { value, .. }) => {
            let credit = answer.credit(&work.rubric);
            let sum = if let Kind::Practice { .. } = q.kind {
                fill(app.words().ask.practice, &[&shown_answer(q, value)])
            } else if credit > 0.0 {
                fill(words.with_credit, &[&shown(value + credit), &value.to_string(), &shown(credit)])
            } else {
                fill(app.words().ask.level, &[&value.to_string()])
            };
            add(&sum, app.theme.strong());
            if let Some(choice) = q.choice(value) {
                add(of(app, &q.choices[choice].text), Style::default());
            }
        }
    }
    let say = Say { rubric: &work.rubric, lang: app.lang };
    if let Some(who) = work.assessment.speaker(&q.id) {
        add(&format!("{}  {who}", app.words().talk.said_by), app.theme.dim());
    }
    if let Some(rating) = work.assessment.rating(&work.rubric, q) {
        add(&format!("{}  {}", app.words().talk.rating, say.answer(&rating)), app.theme.strong());
    }
    if let Some(note) = work.assessment.note(&q.id) {
        add("", Style::default());
        add(&note, app.theme.dim());
    }
    for (_, evidence) in work.assessment.evidence(&q.id) {
        add(&format!("{}  {}", evidence_kind(evidence.kind, app.lang), evidence.text), app.theme.dim());
    }
    lines
}

/// The short name on the way down.
fn short(app: &App, work: &Work, subject: Subject) -> String {
    match subject {
        Subject::Overall => app.words().why.overall.to_owned(),
        Subject::Dimension(d) => work.rubric.dimension(d).id.to_string(),
        Subject::Area(a) => work.rubric.area(a).id.to_string(),
        Subject::Question(q) => work.rubric.question(q).id.to_string(),
        Subject::Lens(l) => of(app, &work.rubric.lenses[l].name).to_owned(),
    }
}
