//! Plan: four looks at what to lift in which order, over the levels that it leads to.

mod areas;
mod lenses;
mod steps;
mod table;

use std::borrow::Cow;

use ratatui::style::Style;

use super::{chrome, scale};
use crate::assessment::Say;
use crate::lang::fill;
use crate::measure::plan::{Warning, percent_to_target};
use crate::measure::{Measured, say, shown, shown_percent};
use crate::rubric::AreaIx;
use crate::text;
use crate::tui::app::{App, PlanTab, Work};
use crate::tui::widget::pen::Pen;
use crate::tui::widget::radar::{self, Axis, Styles};

/// Columns from which on there is a radar beside the plan.
const RADAR_FROM: usize = 110;

pub fn draw(app: &App, pen: &mut Pen) {
    let (Some(work), Some(outlook)) = (&app.work, &app.plan.outlook) else { return };
    let words = &app.words().plan;
    let part = percent_to_target(&outlook.project.areas, work.rubric.scale.min);
    let mut part = part.map_or_else(String::new, |p| fill(words.percent, &[&shown_percent(p)]));
    if let Some(ready) = &app.plan.intent.ready {
        let say = Say { rubric: &work.rubric, lang: app.lang };
        let set = fill(words.target_set, &[&say.targets(ready)]);
        let both = format!("{set} · {part}");
        // The title keeps its half.
        part = if text::width(&both) <= pen.width() / 2 { both } else { set };
    }
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.title), &part);
    let mut body = chrome::body(pen);
    let columns = body.width().saturating_sub(2);
    let now = fill(words.now_levels, &[&say::plan::levels(&work.rubric, &work.measured, app.lang)]);
    body.write_within(1, 0, &now, columns, app.theme.strong());
    body.write_within(1, 1, &outcome(app, work), columns, app.theme.accent());
    let (width, height) = (body.width(), body.height());
    let radar = if width >= RADAR_FROM && work.rubric.dimensions.len() >= 3 { width * 2 / 5 } else { 0 };
    if radar > 0 {
        projected(app, work, &mut body.inner(width - radar, 1, 3, height.saturating_sub(3).min(24)));
    }
    let mut rest = body.inner(0, radar, 2, height.saturating_sub(2));
    match &outlook.plan {
        Err(cycle) => sentence(app, &mut rest, &say::plan::cycle(&work.rubric, &cycle.0, app.lang)),
        Ok(plan) => match app.plan.tab {
            PlanTab::Areas => areas::draw(app, work, outlook, &mut rest),
            PlanTab::Lenses => lenses::draw(app, work, &mut rest),
            _ if plan.waves.is_empty() => {
                let has_level = outlook.project.areas.iter().any(|area| area.level.is_some());
                sentence(app, &mut rest, if has_level { words.all_reached } else { words.no_levels });
            }
            PlanTab::Steps => steps::draw(app, work, outlook, &mut rest),
            PlanTab::Table => table::draw(app, work, outlook, &mut rest),
        },
    }
    chrome::foot(app, pen);
}

/// What the ticked steps would bring; with none ticked, what the wave under the cursor leads to.
fn outcome(app: &App, work: &Work) -> String {
    let words = &app.words().plan;
    let levels = |measured: &Measured| say::plan::levels(&work.rubric, measured, app.lang);
    match later(app, work) {
        Some((None, measured)) => fill(words.if_done, &[&levels(&measured)]),
        Some((Some(wave), measured)) => fill(words.after_wave, &[&wave.to_string(), &levels(&measured)]),
        None => String::new(),
    }
}

/// The numbers that the screen holds against those now, and after which wave; none if they are
/// those of the ticked steps.
fn later<'a>(app: &'a App, work: &Work) -> Option<(Option<usize>, Cow<'a, Measured>)> {
    if let Some(measured) = app.plan.if_done(work) {
        return Some((None, Cow::Owned(measured)));
    }
    let outlook = app.plan.outlook.as_ref()?;
    let wave = match app.plan.tab {
        PlanTab::Steps => app.plan.focus().and_then(|(_, step)| step).map(|(wave, _)| wave)?,
        PlanTab::Table => app.plan.cursor + 1,
        PlanTab::Areas | PlanTab::Lenses => outlook.after.len(),
    };
    Some((Some(wave), Cow::Borrowed(outlook.after.get(wave.checked_sub(1)?)?)))
}

/// The radar now, and dotted what [`later`] says.
fn projected(app: &App, work: &Work, pen: &mut Pen) {
    let rubric = &work.rubric;
    let later = later(app, work);
    let axes: Vec<Axis> = rubric
        .dimensions
        .iter()
        .enumerate()
        .map(|(d, dimension)| {
            let now = &work.measured.dimensions[d];
            let after = later.as_ref().and_then(|(_, m)| m.dimensions[d].score());
            let number = after.map_or_else(
                || say::score(now, app.lang),
                |after| fill(app.words().trend.from_to, &[&say::score(now, app.lang), &shown(after)]),
            );
            Axis {
                name: dimension.name.get(app.lang),
                number,
                value: now.score().map(|s| rubric.scale.part(s)),
                other: after.map(|s| rubric.scale.part(s)),
                style: scale::style(app.theme, rubric, after.or(now.score())),
            }
        })
        .collect();
    let styles = Styles { value: app.theme.accent(), grid: app.theme.dim(), name: Style::default() };
    radar::draw(pen, &axes, rubric.scale.levels.len() - 1, &styles, work.kept_radar());
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
