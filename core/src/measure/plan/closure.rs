//! Which steps there are: up to every target, and what those need on the way.

use super::{Project, Step, Warning};
use crate::rubric::{AreaIx, Prerequisite};

/// The steps of a project: those of an area run from one above its level to its top.
pub(super) struct Closed {
    /// Level now per area; areas without one have no steps.
    pub levels: Vec<Option<u8>>,
    /// The highest level that a step leads to, by area.
    pub tops: Vec<u8>,
    /// The target that counts, by area: what is above it is implied.
    pub targets: Vec<u8>,
}

impl Closed {
    /// Steps of an area, lowest first.
    pub fn of(&self, area: usize) -> impl Iterator<Item = Step> {
        let top = self.tops[area];
        let from = self.levels[area].map_or(top, |l| l.min(top));
        (from + 1..=top).map(move |to| Step { area: AreaIx(area), to })
    }

    /// All steps, area by area.
    pub fn all(&self) -> impl Iterator<Item = Step> + '_ {
        (0..self.levels.len()).flat_map(|a| self.of(a))
    }

    /// Whether the plan has this step.
    pub fn has(&self, step: Step) -> bool {
        self.levels[step.area.0].is_some_and(|l| l < step.to) && step.to <= self.tops[step.area.0]
    }
}

/// Adds up to each area's top what other areas' steps need there.
pub(super) fn close(project: &Project) -> (Closed, Vec<Warning>) {
    let levels: Vec<Option<u8>> = project.areas.iter().map(|a| a.level).collect();
    let (targets, mut warnings) = reachable(project, &levels);
    let mut closed = Closed { tops: targets.clone(), levels, targets };
    loop {
        let mut grows = false;
        for p in &project.prerequisites {
            let is_needed = closed.has(Step { area: p.area, to: p.level });
            if is_needed && closed.levels[p.needs.0].is_some_and(|l| l < p.needs_level) {
                let top = &mut closed.tops[p.needs.0];
                grows |= *top < p.needs_level;
                *top = p.needs_level.max(*top);
            }
        }
        if !grows {
            break;
        }
    }
    warnings.extend(project.prerequisites.iter().filter_map(|p| warning(&closed, p)));
    (closed, warnings)
}

/// The targets as far as they can be reached without moving an excluded area.
fn reachable(project: &Project, levels: &[Option<u8>]) -> (Vec<u8>, Vec<Warning>) {
    let highest = |(area, level): (&super::PlannedArea, &Option<u8>)| match level {
        Some(level) if area.excluded => *level,
        _ => project.max,
    };
    let mut reach: Vec<u8> = project.areas.iter().zip(levels).map(highest).collect();
    loop {
        let mut shrinks = false;
        for p in &project.prerequisites {
            let Some((level, _)) = levels[p.area.0].zip(levels[p.needs.0]) else { continue };
            // What an area has reached already, it keeps.
            if level < p.level && reach[p.area.0] >= p.level && reach[p.needs.0] < p.needs_level {
                reach[p.area.0] = p.level - 1;
                shrinks = true;
            }
        }
        if !shrinks {
            break;
        }
    }
    let mut warnings = Vec::new();
    let target = |(a, area): (usize, &super::PlannedArea)| {
        let level = levels[a].unwrap_or(area.target);
        let target = area.target.max(level).min(reach[a]);
        if target < area.target && !area.excluded && levels[a].is_some() {
            warnings.push(Warning::Blocked { area: AreaIx(a), reaches: target });
        }
        target
    };
    let targets = project.areas.iter().enumerate().map(target).collect();
    (targets, warnings)
}

fn warning(closed: &Closed, p: &Prerequisite) -> Option<Warning> {
    let (level, there) = (closed.levels[p.area.0], closed.levels[p.needs.0]);
    if there.is_none() {
        return closed.has(Step { area: p.area, to: p.level }).then_some(Warning::IgnoredPrerequisite(*p));
    }
    let is_ahead = level.is_some_and(|l| l >= p.level) && there.is_some_and(|l| l < p.needs_level);
    is_ahead.then_some(Warning::AheadOfPrerequisite(*p))
}
