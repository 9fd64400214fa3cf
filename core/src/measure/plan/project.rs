//! What a plan works on: the rubric's actions and prerequisites, the levels as measured, and what
//! the user wants.

use super::{FURTHEST, MIDDLE, PlannedArea, Project, SPREAD, Step};
use crate::assessment::{Intent, ReadyTargets};
use crate::measure::score::Weighted;
use crate::measure::{Measured, Reply, Status};
use crate::rubric::{Action, AreaIx, EPSILON, Kind, QuestionIx, Rubric};

/// Importance of the areas that can cap the headline, unless the user says otherwise.
const CRITICAL: u8 = 5;

/// The project of an assessment. Targets outside the scale are brought to its nearer end.
pub fn project(rubric: &Rubric, replies: &[Reply], measured: &Measured, intent: &Intent, capacity: u32) -> Project {
    let max = rubric.scale.max();
    let area = |a: usize| {
        let id = &rubric.areas[a].id;
        let area = AreaIx(a);
        let level = planned_level(measured, area);
        let effort = |to: u8| {
            let typed = intent.efforts.get(&(id.clone(), to)).copied();
            typed.or_else(|| actions(rubric, replies, Step { area, to }).map(|a| a.effort).max()).unwrap_or(MIDDLE)
        };
        PlannedArea {
            level,
            target: target_of(rubric, intent, area, level),
            importance: intent.importance.get(id).copied().unwrap_or_else(|| default_importance(rubric, area)),
            excluded: intent.excluded.contains(id),
            efforts: (0..=max).map(effort).collect(),
        }
    };
    let areas: Vec<PlannedArea> = (0..rubric.areas.len()).map(area).collect();
    let place = |id: &crate::rubric::Id| rubric.areas.iter().position(|a| a.id == *id).map(AreaIx);
    let pins = intent.pins.iter().filter_map(|((id, to), wave)| Some((Step { area: place(id)?, to: *to }, *wave)));
    Project {
        areas,
        prerequisites: rubric.prerequisites.clone(),
        capacity: capacity.max(1),
        spread: SPREAD,
        max,
        pins: pins.collect(),
    }
}

/// The level from which an area is planned: the stated one, the lowest possible one while open
/// answers leave several, none if too little is known.
pub fn planned_level(measured: &Measured, area: AreaIx) -> Option<u8> {
    let node = &measured.areas[area.0];
    node.level().or_else(|| node.levels.filter(|_| node.status == Status::Range).map(|l| l.low))
}

/// The level that an area at `level` is to reach: the typed one; that of the targets chosen for all
/// areas, as far as this plan goes; else one above now.
pub fn target_of(rubric: &Rubric, intent: &Intent, area: AreaIx, level: Option<u8>) -> u8 {
    let (min, max) = (rubric.scale.min, rubric.scale.max());
    if let Some(typed) = intent.targets.get(&rubric.area(area).id) {
        return (*typed).clamp(min, max);
    }
    let Some(now) = level else { return min };
    let ready = match &intent.ready {
        Some(ReadyTargets::Rubric(id)) => rubric.target_set(id).and_then(|set| set.levels[area.0]),
        Some(ReadyTargets::UpperQuartile(levels)) => levels.get(&rubric.area(area).id).copied(),
        None => None,
    };
    match ready {
        Some(to) => to.min(max).clamp(now, now.saturating_add(FURTHEST)),
        None => (now + 1).min(max),
    }
}

/// The score that each dimension has once every area is at its target; an area that is above it or
/// left out stays as it is. `None` where no area has a score.
pub fn target_scores(rubric: &Rubric, measured: &Measured, intent: &Intent) -> Vec<Option<f64>> {
    let of = |dimension: &crate::rubric::Dimension| {
        let mut mean = Weighted::default();
        for a in dimension.areas.clone() {
            let (area, id) = (AreaIx(a), &rubric.areas[a].id);
            let score = measured.areas[a].score().map(|score| {
                let target = f64::from(target_of(rubric, intent, area, planned_level(measured, area)));
                if intent.excluded.contains(id) { score } else { score.max(target) }
            });
            mean.add(rubric.areas[a].weight, score);
        }
        mean.value()
    };
    rubric.dimensions.iter().map(of).collect()
}

/// The middle, or more for what can hold the headline down by itself.
pub fn default_importance(rubric: &Rubric, area: AreaIx) -> u8 {
    let is_critical = rubric.overall_rule.as_ref().is_some_and(|rule| rule.critical.contains(&area));
    if is_critical { CRITICAL } else { MIDDLE }
}

/// What the rubric says is to be done for a step: the actions of the area's questions on that way,
/// those still ahead if an answer is known.
pub fn actions<'r>(rubric: &'r Rubric, replies: &'r [Reply], step: Step) -> impl Iterator<Item = &'r Action> + 'r {
    let asked = rubric.area(step.area).questions.clone().map(QuestionIx);
    let counts = |q: &QuestionIx| !matches!(replies[q.0], Reply::NotAsked | Reply::NotApplicable);
    asked.filter(counts).flat_map(move |ix| {
        let question = rubric.question(ix);
        let (from, to) = match question.kind {
            Kind::Ladder => (f64::from(step.to) - 1.0, f64::from(step.to)),
            Kind::Practice { level } if level == step.to => (0.0, f64::INFINITY),
            Kind::Practice { .. } => (0.0, 0.0),
        };
        let overlaps = move |k: &usize| {
            let edge = |k: usize| question.choices.get(k).map_or(0.0, |c| c.value);
            edge(*k) < to - EPSILON && edge(k + 1) > from + EPSILON
        };
        (0..question.actions.len()).filter(overlaps).map(|k| &question.actions[k])
    })
}

/// The line of work to which an area belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strand {
    /// A lens of the rubric, by its place.
    Lens(usize),
    /// What the others stand on: critical areas, and those that serve several lenses alike.
    Enabler,
}

/// The strand of an area: the lens that reads it most.
pub fn strand(rubric: &Rubric, area: AreaIx) -> Strand {
    let is_critical = rubric.overall_rule.as_ref().is_some_and(|rule| rule.critical.contains(&area));
    let weights = &rubric.area(area).lens_weights;
    let most = weights.iter().copied().fold(0.0, f64::max);
    let mut first = (0..weights.len()).filter(|l| most > EPSILON && weights[*l] > most - EPSILON);
    match (is_critical, first.next(), first.next()) {
        (false, Some(lens), None) => Strand::Lens(lens),
        _ => Strand::Enabler,
    }
}
