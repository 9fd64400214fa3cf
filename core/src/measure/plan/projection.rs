//! What the numbers would be after some steps, without touching any answer.

use super::{Cycle, Plan, PlannedArea, Project, Step};
use crate::assessment::Intent;
use crate::measure::score::Rater;
use crate::measure::{Measured, Reply};
use crate::rubric::{AreaIx, EPSILON, Kind, QuestionIx, Rubric};

/// The replies if the areas came to these levels: every applicable answer below is raised to the
/// first choice that reaches its area's level, and open ones are given. No answer is lowered.
pub fn raised(rubric: &Rubric, replies: &[Reply], levels: &[Option<u8>]) -> Vec<Reply> {
    let mut replies = replies.to_vec();
    for (a, level) in levels.iter().enumerate() {
        let Some(level) = *level else { continue };
        for q in rubric.area(AreaIx(a)).questions.clone().map(QuestionIx) {
            if matches!(replies[q.0], Reply::NotAsked | Reply::NotApplicable) {
                continue;
            }
            let question = rubric.question(q);
            let goal = match question.kind {
                Kind::Ladder => f64::from(level),
                Kind::Practice { level: of } if of <= level => 1.0,
                Kind::Practice { .. } => continue,
            };
            let choices = &question.choices;
            let choice = choices.iter().find(|c| c.value > goal - EPSILON).or(choices.last());
            let Some(value) = choice.map(|c| c.value) else { continue };
            replies[q.0] = match replies[q.0] {
                Reply::Rated { x, k } => Reply::Rated { x: x.max(value), k: k.max(value) },
                _ => Reply::Rated { x: value, k: value },
            };
        }
    }
    replies
}

/// The replies after the first `waves` waves of a plan. Areas without a step stay as they are.
pub fn after_wave(rubric: &Rubric, replies: &[Reply], plan: &Plan, waves: usize) -> Vec<Reply> {
    let mut levels = vec![None; rubric.areas.len()];
    for (_, placed) in plan.steps().filter(|(wave, _)| *wave <= waves) {
        levels[placed.step.area.0] = Some(placed.step.to);
    }
    raised(rubric, replies, &levels)
}

/// 1 − Σ gap / Σ (target − m) over areas with a level whose target is above the lowest level m
/// (methods §5.1); `None` without any.
pub fn percent_to_target(areas: &[PlannedArea], min: u8) -> Option<f64> {
    let aims = areas.iter().filter(|a| !a.excluded && a.target > min);
    let (gap, whole) = aims
        .filter_map(|a| Some((a.target, a.level?)))
        .fold((0.0, 0.0), |(gap, whole), (t, l)| (gap + f64::from(t.saturating_sub(l)), whole + f64::from(t - min)));
    (whole > 0.0).then(|| 1.0 - gap / whole)
}

/// The part of the way from a base to a target that is gone; `None` if there is no way (methods §5.1).
pub fn progress(now: f64, base: f64, target: f64) -> Option<f64> {
    let way = target - base;
    (way > EPSILON).then(|| (now - base) / way)
}

/// A plan with the numbers that it leads to.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// What it was made of.
    pub project: Project,
    /// The plan, or the steps that wait for one another.
    pub plan: Result<Plan, Cycle>,
    /// The numbers after each wave, first one first.
    pub after: Vec<Measured>,
}

impl Outlook {
    /// Plans and projects wave by wave.
    pub fn new(rubric: &Rubric, replies: &[Reply], measured: &Measured, intent: &Intent, capacity: u32) -> Self {
        let project = super::project(rubric, replies, measured, intent, capacity);
        let plan = super::plan(&project);
        let numbers = |plan: &Plan, waves: usize| {
            measured_with(rubric, &after_wave(rubric, replies, plan, waves), measured.weights.clone())
        };
        let after = plan.as_ref().map_or_else(|_| Vec::new(), |p| (1..=p.waves.len()).map(|w| numbers(p, w)).collect());
        Self { project, plan, after }
    }

    /// The waves; none if there is no plan.
    pub fn waves(&self) -> &[super::Wave] {
        self.plan.as_ref().map_or(&[], |p| p.waves.as_slice())
    }
}

/// The numbers if only some steps of a plan were done. A step counts with those below it.
pub fn simulated(rubric: &Rubric, replies: &[Reply], measured: &Measured, done: &[Step]) -> Measured {
    let mut levels = vec![None; rubric.areas.len()];
    for step in done {
        levels[step.area.0] = levels[step.area.0].max(Some(step.to));
    }
    measured_with(rubric, &raised(rubric, replies, &levels), measured.weights.clone())
}

fn measured_with(rubric: &Rubric, replies: &[Reply], weights: Vec<f64>) -> Measured {
    crate::measure::measured_by(&Rater::new(rubric, replies), weights)
}
