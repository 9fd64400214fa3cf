//! Review: what is still open, list by list.

use super::chrome::{self, of};
use crate::assessment::Answer;
use crate::lang::fill;
use crate::measure::say;
use crate::text;
use crate::tui::app::{App, Finding, Section, Work};
use crate::tui::widget::pen::Pen;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let words = app.words();
    let counts = work.measured.overall.node.counts;
    let progress = fill(words.review.progress, &[&counts.answered().to_string(), &counts.asked.to_string()]);
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.review.title), &progress);
    let mut body = chrome::body(pen);
    if app.review.findings.is_empty() {
        for (row, line) in text::wrap(words.review.nothing, body.width().saturating_sub(2)).iter().enumerate() {
            body.write(1, 1 + row, line, app.theme.good());
        }
    } else {
        list(app, work, &mut body);
    }
    chrome::foot(app, pen);
}

fn list(app: &App, work: &Work, pen: &mut Pen) {
    let mut rows: Vec<(Option<usize>, String)> = Vec::new();
    let mut section = None;
    for (place, finding) in app.review.findings.iter().enumerate() {
        if section != Some(finding.section) {
            section = Some(finding.section);
            let count = app.review.findings.iter().filter(|f| f.section == finding.section).count();
            if !rows.is_empty() {
                rows.push((None, String::new()));
            }
            let heading = fill(app.words().review.section, &[name(app, finding.section), &count.to_string()]);
            rows.push((None, heading));
        }
        rows.push((Some(place), line(app, work, finding)));
    }
    let focus = rows.iter().position(|(place, _)| *place == Some(app.review.cursor)).unwrap_or(0);
    let top = (focus + 2).saturating_sub(pen.height()).min(rows.len().saturating_sub(1));
    for (row, (place, line)) in rows[top..].iter().take(pen.height()).enumerate() {
        let is_cursor = *place == Some(app.review.cursor);
        if place.is_some() {
            pen.write(1, row, if is_cursor { "▸" } else { " " }, app.theme.accent());
            pen.write(3, row, line, if is_cursor { app.theme.strong() } else { ratatui::style::Style::default() });
        } else {
            pen.write(1, row, line, app.theme.strong());
        }
    }
}

fn name(app: &App, section: Section) -> &'static str {
    let words = &app.words().review;
    match section {
        Section::Unanswered => words.unanswered,
        Section::Unknown => words.unknown,
        Section::NotApplicable => words.not_applicable,
        Section::Marked => words.marked,
        Section::Unsupported => words.unsupported,
        Section::Conflict => words.conflict,
        Section::Contradiction => words.contradiction,
    }
}

fn line(app: &App, work: &Work, finding: &Finding) -> String {
    let question = work.rubric.question(finding.question);
    if let Some(broken) = finding.broken {
        return say::contradiction(&work.rubric, &broken, app.lang);
    }
    let text = match (finding.section, work.assessment.answer(&work.rubric, question)) {
        (Section::NotApplicable, Some(Answer::NotApplicable { reason })) => text::clean_line(&reason).into_owned(),
        _ => of(app, &question.text).to_owned(),
    };
    format!("{}  {text}", text::pad(question.id.as_str(), 5))
}
