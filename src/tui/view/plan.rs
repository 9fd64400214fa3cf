//! Plan: four looks at what to lift in which order, over the levels that it leads to.

mod areas;
mod lenses;
mod steps;
mod table;

use super::chrome;
use crate::lang::fill;
use crate::measure::plan::{Warning, percent_to_target};
use crate::measure::{say, shown_percent};
use crate::rubric::AreaIx;
use crate::text;
use crate::tui::app::{App, PlanTab, Work};
use crate::tui::widget::pen::Pen;

pub fn draw(app: &App, pen: &mut Pen) {
    let (Some(work), Some(outlook)) = (&app.work, &app.plan.outlook) else { return };
    let words = &app.words().plan;
    let part = percent_to_target(&outlook.project.areas, work.rubric.scale.min);
    let part = part.map_or_else(String::new, |p| fill(words.percent, &[&shown_percent(p)]));
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.title), &part);
    let mut body = chrome::body(pen);
    let columns = body.width().saturating_sub(2);
    let now = fill(words.now_levels, &[&say::plan::levels(&work.rubric, &work.measured, app.lang)]);
    body.write(1, 0, &text::fit(&now, columns), app.theme.strong());
    body.write(1, 1, &text::fit(&outcome(app, work), columns), app.theme.accent());
    let height = body.height();
    let mut rest = body.inner(0, 0, 2, height.saturating_sub(2));
    match &outlook.plan {
        Err(cycle) => sentence(app, &mut rest, &say::plan::cycle(&work.rubric, &cycle.0, app.lang)),
        Ok(plan) => match app.plan.tab {
            PlanTab::Areas => areas::draw(app, work, outlook, &mut rest),
            PlanTab::Lenses => lenses::draw(app, work, &mut rest),
            _ if plan.waves.is_empty() => sentence(app, &mut rest, words.nothing),
            PlanTab::Steps => steps::draw(app, work, outlook, &mut rest),
            PlanTab::Table => table::draw(app, work, outlook, &mut rest),
        },
    }
    chrome::foot(app, pen);
}

/// What the ticked steps would bring; with none ticked, what the wave under the cursor leads to.
fn outcome(app: &App, work: &Work) -> String {
    let words = &app.words().plan;
    let levels = |measured| say::plan::levels(&work.rubric, measured, app.lang);
    if let Some(measured) = app.plan.if_done(work) {
        return fill(words.if_done, &[&levels(&measured)]);
    }
    let Some(outlook) = &app.plan.outlook else { return String::new() };
    let wave = match app.plan.tab {
        PlanTab::Steps => app.plan.focus().and_then(|(_, step)| step).map(|(wave, _)| wave),
        PlanTab::Table => Some(app.plan.cursor + 1),
        PlanTab::Areas | PlanTab::Lenses => Some(outlook.after.len()),
    };
    let Some((wave, after)) = wave.and_then(|w| Some((w, outlook.after.get(w.checked_sub(1)?)?))) else {
        return String::new();
    };
    fill(words.after_wave, &[&wave.to_string(), &levels(after)])
}

fn sentence(app: &App, pen: &mut Pen, sentence: &str) {
    let columns = pen.width().saturating_sub(2);
    for (row, line) in text::wrap(sentence, columns).iter().enumerate() {
        pen.write(1, row + 1, line, app.theme.strong());
    }
}

/// What the user should know about the plan of an area.
fn warnings(app: &App, work: &Work, area: AreaIx) -> Vec<String> {
    let plan = app.plan.outlook.as_ref().and_then(|o| o.plan.as_ref().ok());
    let of = |warning: &&Warning| match warning {
        Warning::LatePin(step) => step.area == area,
        Warning::Blocked { area: blocked, .. } => *blocked == area,
        Warning::IgnoredPrerequisite(p) | Warning::AheadOfPrerequisite(p) => p.area == area,
    };
    let warnings = plan.map_or(&[][..], |p| p.warnings.as_slice()).iter().filter(of);
    warnings.map(|w| say::plan::warning(&work.rubric, w, app.lang)).collect()
}
