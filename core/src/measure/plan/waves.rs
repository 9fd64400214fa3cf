//! Which step goes into which wave.

use std::collections::HashMap;

use super::closure::Closed;
use super::graph::Graph;
use super::{Held, PlacedStep, Project, Step, Warning, Wave};
use crate::rubric::AreaIx;

pub(super) fn schedule(project: &Project, closed: &Closed, graph: &Graph, warnings: &mut Vec<Warning>) -> Vec<Wave> {
    let levels: Vec<u8> = closed.levels.iter().zip(&closed.tops).map(|(l, top)| l.unwrap_or(*top)).collect();
    let pins = project.pins.iter().copied().filter(|(step, _)| closed.has(*step)).collect();
    let mut work = Work { project, closed, graph, pins, before: levels.clone(), now: levels, effort: 0 };
    let mut waves: Vec<Wave> = Vec::new();
    let mut held: Vec<Option<Held>> = vec![None; project.areas.len()];
    while work.is_left() {
        let number = waves.len() as u32 + 1;
        let mut steps = work.fill(number);
        for placed in &mut steps {
            placed.held = held[placed.step.area.0];
            if placed.pinned.is_some_and(|wave| wave < number) {
                warnings.push(Warning::LatePin(placed.step));
            }
        }
        held = (0..project.areas.len()).map(|a| work.held(a)).collect();
        let levels_after = closed.levels.iter().zip(&work.now).map(|(known, now)| known.map(|_| *now)).collect();
        waves.push(Wave { effort: work.effort, steps, levels_after });
        work.before.clone_from(&work.now);
    }
    waves
}

/// The state while waves are filled.
struct Work<'p> {
    project: &'p Project,
    closed: &'p Closed,
    graph: &'p Graph,
    pins: HashMap<Step, u32>,
    /// Levels before the wave.
    before: Vec<u8>,
    /// Levels with what the wave holds already.
    now: Vec<u8>,
    /// Effort of what it holds.
    effort: u32,
}

impl Work<'_> {
    fn is_left(&self) -> bool {
        (0..self.now.len()).any(|a| self.is_open(a))
    }

    /// Whether an area has steps that are in no wave yet.
    fn is_open(&self, area: usize) -> bool {
        self.now[area] < self.closed.tops[area]
    }

    /// Steps for one wave.
    fn fill(&mut self, wave: u32) -> Vec<PlacedStep> {
        self.effort = 0;
        let mut steps = Vec::new();
        // What the user wants here comes first; only prerequisites can hold it back.
        while let Some(step) = self.best(|work, s| work.pins.get(&s).is_some_and(|w| *w <= wave)) {
            steps.push(self.place(step, false));
        }
        let is_free = |work: &Self, step: Step| !work.pins.contains_key(&step);
        loop {
            let is_empty = steps.is_empty();
            let fits = |work: &Self, s: Step| is_free(work, s) && work.is_balanced(s) && (is_empty || work.has_room(s));
            let Some(step) = self.best(fits) else { break };
            steps.push(self.place(step, false));
        }
        if steps.is_empty() {
            // Prerequisites can force an area ahead; the rule must not bring everything to a halt.
            let lowest = self.ready().filter(|s| is_free(self, *s)).map(|s| s.to).min();
            if let Some(step) = lowest.and_then(|lowest| self.best(|work, s| is_free(work, s) && s.to == lowest)) {
                steps.push(self.place(step, true));
            }
        }
        steps
    }

    /// Next steps of areas that have not moved in this wave and lack nothing.
    fn ready(&self) -> impl Iterator<Item = Step> + '_ {
        let next = |a: usize| {
            let step = Step { area: AreaIx(a), to: self.now[a] + 1 };
            let may = self.is_open(a) && self.now[a] == self.before[a] && self.unmet(step).is_none();
            may.then_some(step)
        };
        (0..self.now.len()).filter_map(next)
    }

    /// A prerequisite that was not reached before the wave.
    fn unmet(&self, step: Step) -> Option<Step> {
        self.graph.needs(step).iter().copied().find(|n| self.before[n.area.0] < n.to)
    }

    /// The first by priority, then lower level, then value, then the rubric's order.
    fn best(&self, takes: impl Fn(&Self, Step) -> bool) -> Option<Step> {
        self.ready().filter(|s| takes(self, *s)).min_by(|a, b| {
            let (of_a, of_b) = (self.graph.worth(*a), self.graph.worth(*b));
            let by_priority = of_b.priority.total_cmp(&of_a.priority);
            by_priority.then(a.to.cmp(&b.to)).then(of_b.value.total_cmp(&of_a.value)).then(a.area.cmp(&b.area))
        })
    }

    /// The lowest other area with work left.
    fn lowest_other(&self, area: AreaIx) -> Option<AreaIx> {
        let others = (0..self.now.len()).filter(|a| *a != area.0 && self.is_open(*a));
        others.min_by_key(|a| self.now[*a]).map(AreaIx)
    }

    fn is_balanced(&self, step: Step) -> bool {
        let lowest = self.lowest_other(step.area).map(|a| self.now[a.0]);
        lowest.is_none_or(|lowest| u32::from(step.to) <= u32::from(lowest) + u32::from(self.project.spread))
    }

    fn has_room(&self, step: Step) -> bool {
        self.effort + self.effort_of(step) <= self.project.capacity
    }

    fn effort_of(&self, step: Step) -> u32 {
        u32::from(self.project.areas[step.area.0].effort(step.to))
    }

    fn place(&mut self, step: Step, balance_relaxed: bool) -> PlacedStep {
        let effort = self.effort_of(step);
        self.effort += effort;
        self.now[step.area.0] = step.to;
        let worth = self.graph.worth(step);
        PlacedStep {
            step,
            effort: effort as u8,
            value: worth.value,
            priority: worth.priority,
            rank: worth.rank,
            serves: worth.serves,
            implied: step.to > self.closed.targets[step.area.0],
            balance_relaxed,
            oversize: effort > self.project.capacity,
            pinned: self.pins.get(&step).copied(),
            held: None,
        }
    }

    /// After a wave: why the next step of an area is not in it.
    fn held(&self, area: usize) -> Option<Held> {
        if !self.is_open(area) {
            return None;
        }
        if self.now[area] > self.before[area] {
            return Some(Held::OwnStep);
        }
        let step = Step { area: AreaIx(area), to: self.now[area] + 1 };
        let held = if let Some(needed) = self.unmet(step) {
            Held::Prerequisite(needed)
        } else if self.pins.contains_key(&step) {
            Held::Pin
        } else {
            let ahead_of = self.lowest_other(step.area).filter(|_| !self.is_balanced(step));
            ahead_of.map_or(Held::Capacity, Held::Balance)
        };
        Some(held)
    }
}
