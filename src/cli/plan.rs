//! `gradus plan`: the plan as lines, as Markdown or as JSON.

mod json;
mod markdown;
mod text;

use anyhow::{Result, anyhow};

use super::args::PlanArgs;
use crate::assessment::{Assessment, Field, Intent, Measure};
use crate::desk::Desk;
use crate::lang::{Lang, fill};
use crate::measure::plan::{FURTHEST, Outlook, PlacedStep, actions, planned_level};
use crate::measure::{Measured, Reply, measure, replies, say};
use crate::out;
use crate::rubric::{AreaIx, Rubric};
use crate::store::Use;

/// A plan with all that its three forms print.
struct Sheet<'a> {
    rubric: &'a Rubric,
    assessment: &'a Assessment,
    replies: Vec<Reply>,
    measured: Measured,
    intent: Intent,
    outlook: Outlook,
    lang: Lang,
}

/// Prints the plan. Targets of the command line hold for this print alone.
pub fn run(desk: &Desk, args: &PlanArgs) -> Result<std::io::Result<()>> {
    let path = desk.resolve(&args.file)?;
    let on_desk = desk.open(&path, Use::Read)?;
    super::tell(&on_desk.notices);
    let (rubric, assessment) = (&*on_desk.rubric, &on_desk.opened.assessment);
    let replies = replies(rubric, assessment);
    let profile = assessment.setup(Field::Profile).and_then(|id| rubric.profile(&id));
    let measured = measure(rubric, &replies, profile);
    let mut intent = assessment.intent();
    for typed in &args.target {
        let (area, target) = target(rubric, &measured, typed, desk.lang).map_err(|s| anyhow!(s))?;
        intent.targets.insert(rubric.area(area).id.clone(), target);
    }
    let outlook = Outlook::new(rubric, &replies, &measured, &intent, args.capacity);
    if let Err(cycle) = &outlook.plan {
        return Err(anyhow!(say::plan::cycle(rubric, &cycle.0, desk.lang)));
    }
    let sheet = Sheet { rubric, assessment, replies, measured, intent, outlook, lang: desk.lang };
    Ok(if args.json {
        out::print_json(&json::json(&sheet))
    } else if args.md {
        out::print(&markdown::markdown(&sheet))
    } else {
        out::print(&text::text(&sheet))
    })
}

/// `R3=3`, held against the scale and the area's level.
fn target(rubric: &Rubric, measured: &Measured, typed: &str, lang: Lang) -> Result<(AreaIx, u8), String> {
    let words = &lang.words().plan;
    let shown = crate::text::clean_line(typed);
    let (id, level) = typed.split_once('=').ok_or_else(|| fill(words.bad_target, &[&shown]))?;
    let area = rubric.areas.iter().position(|a| a.id.as_str() == id).map(AreaIx);
    let area = area.ok_or_else(|| fill(words.no_area, &[&crate::text::clean_line(id)]))?;
    let target: u8 = level.parse().map_err(|_| fill(words.bad_target, &[&shown]))?;
    let (min, max) = (rubric.scale.min, rubric.scale.max());
    if !(min..=max).contains(&target) {
        return Err(fill(words.target_scale, &[id, &min.to_string(), &max.to_string()]));
    }
    match planned_level(measured, area) {
        Some(now) if target > now.saturating_add(FURTHEST) => {
            let most = (now + FURTHEST).min(max);
            Err(fill(words.target_far, &[id, &now.to_string(), &most.to_string()]))
        }
        _ => Ok((area, target)),
    }
}

impl Sheet<'_> {
    /// Who does a step until when.
    fn measure_of(&self, placed: &PlacedStep) -> Measure {
        let key = (self.rubric.area(placed.step.area).id.clone(), placed.step.to);
        self.intent.measures.get(&key).cloned().unwrap_or_default()
    }

    /// What the rubric says is to be done, and what proves it.
    fn actions(&self, placed: &PlacedStep) -> Vec<(&str, &str)> {
        let texts = actions(self.rubric, &self.replies, placed.step);
        texts.map(|a| (a.action.get(self.lang).as_str(), a.indicator.get(self.lang).as_str())).collect()
    }

    fn warnings(&self) -> Vec<String> {
        let warnings = self.outlook.plan.as_ref().map_or(&[][..], |p| p.warnings.as_slice());
        warnings.iter().map(|w| say::plan::warning(self.rubric, w, self.lang)).collect()
    }

    /// Levels of the whole and of the dimensions after a wave.
    fn after(&self, wave: usize) -> String {
        let Some(measured) = self.outlook.after.get(wave) else { return String::new() };
        say::plan::levels(self.rubric, measured, self.lang)
    }
}
