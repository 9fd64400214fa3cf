//! Review: what is still open, list by list.

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
            let heading = fill(app.words().review.section, &[name(app.lang, finding.section), &count.to_string()]);
            rows.push((None, heading));
        }
        rows.push((Some(place), line(app.lang, work, finding)));
    }
    let focus = rows.iter().position(|(place, _)| *place == Some(app.review.cursor)).unwrap_or(0);
    let top = (focus + 2).saturating_sub(pen.height()).min(rows.len().saturating_sub(1));
    for (row, (place, line)) in rows[top..].iter().take(pen.height()).enumerate() {
        let is_cursor = *place == Some(app.review.cursor);
        if let Some(place) = place {
            pen.row_spot(row, *place, app.review.cursor);
            pen.write(1, row, if is_cursor { "▸" } else { " " }, app.theme.accent());
            pen.write(3, row, line, if is_cursor { app.theme.strong() } else { ratatui::style::Style::default() });
        } else {
            pen.write(1, row, line, app.theme.strong());
        }
    }
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
    let text = match (finding.section, work.assessment.answer(&work.rubric, question)) {
        (Section::NotApplicable, Some(Answer::NotApplicable { reason })) => text::clean_line(&reason).into_owned(),
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
