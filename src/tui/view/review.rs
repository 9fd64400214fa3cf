//! Review: what is still open, list by list.

use ratatui::style::Style;

use super::chrome;
use crate::assessment::{Answer, Say, Thing};
use crate::lang::{Lang, fill};
use crate::measure::say;
use crate::text;
use crate::tui::app::{About, App, Finding, Section, Work};
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

/// A row of the lists.
enum Row {
    Blank,
    Section(Section),
    Finding(usize),
}

fn list(app: &App, work: &Work, pen: &mut Pen) {
    let rows = rows(&app.review.findings);
    let cursor = app.review.cursor;
    let focus = rows.iter().position(|row| matches!(row, Row::Finding(place) if *place == cursor)).unwrap_or(0);
    let top = (focus + 2).saturating_sub(pen.height()).min(rows.len().saturating_sub(1));
    for (y, row) in rows[top..].iter().take(pen.height()).enumerate() {
        match row {
            Row::Blank => {}
            Row::Section(section) => {
                let count = app.review.findings.iter().filter(|f| f.section == *section).count();
                let heading = fill(app.words().review.section, &[name(app.lang, *section), &count.to_string()]);
                pen.write(1, y, &heading, app.theme.strong());
            }
            Row::Finding(place) => {
                let is_cursor = *place == cursor;
                pen.row_spot(y, *place, cursor);
                pen.write(1, y, if is_cursor { "▸" } else { " " }, app.theme.accent());
                let style = if is_cursor { app.theme.strong() } else { Style::default() };
                pen.write(3, y, &line(app.lang, work, &app.review.findings[*place]), style);
            }
        }
    }
}

/// The lists below each other, each under its name.
fn rows(findings: &[Finding]) -> Vec<Row> {
    let mut rows = Vec::with_capacity(findings.len());
    let mut section = None;
    for (place, finding) in findings.iter().enumerate() {
        if section.replace(finding.section) != Some(finding.section) {
            if !rows.is_empty() {
                rows.push(Row::Blank);
            }
            rows.push(Row::Section(finding.section));
        }
        rows.push(Row::Finding(place));
    }
    rows
}

/// The name of a list.
pub fn name(lang: Lang, section: Section) -> &'static str {
    let words = &lang.words().review;
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

/// One line of a list.
pub fn line(lang: Lang, work: &Work, finding: &Finding) -> String {
    let question = match &finding.about {
        About::Question(question) | About::Broken(question, _) => work.rubric.question(*question),
        About::Dispute(thing) => return dispute(lang, work, thing),
    };
    if let About::Broken(_, broken) = &finding.about {
        return say::contradiction(&work.rubric, broken, lang);
    }
    let is_reason = finding.section == Section::NotApplicable;
    let text = match is_reason.then(|| work.assessment.answer(&work.rubric, question)).flatten() {
        Some(Answer::NotApplicable { reason }) => text::clean_line(&reason).into_owned(),
        _ => question.text.get(lang).to_string(),
    };
    format!("{}  {text}", text::pad(question.id.as_str(), 5))
}

/// `R3.1 answer  level 4 / level 2`
fn dispute(lang: Lang, work: &Work, thing: &Thing) -> String {
    let say = Say { rubric: &work.rubric, lang };
    let heads = work.assessment.ledger().heads(thing);
    let values: Vec<String> = heads.iter().map(|head| say.value(thing, &head.is)).collect();
    format!("{}  {}", say.thing(thing), values.join(" / "))
}
