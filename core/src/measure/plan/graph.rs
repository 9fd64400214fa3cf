//! What waits for what, and how urgent that makes each step.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::closure::Closed;
use super::{Cycle, Project, SAME_RANK, Step};
use crate::order;
use crate::rubric::EPSILON;

/// Worth of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worth {
    /// Importance times the gap that is left, by effort.
    pub value: f64,
    /// The highest value among the step and its descendants.
    pub priority: f64,
    /// The descendant that gave the priority.
    pub serves: Option<Step>,
    /// Place by priority from 1.
    pub rank: usize,
}

/// The steps with their prerequisites and their worth.
pub(super) struct Graph {
    needs: HashMap<Step, Vec<Step>>,
    worth: HashMap<Step, Worth>,
}

impl Graph {
    /// The graph of the steps; refused if some of them wait for one another.
    pub fn new(project: &Project, closed: &Closed) -> Result<Self, Cycle> {
        let mut needs: HashMap<Step, Vec<Step>> = HashMap::new();
        for p in &project.prerequisites {
            let (step, needed) = (Step { area: p.area, to: p.level }, Step { area: p.needs, to: p.needs_level });
            if closed.has(step) && closed.has(needed) {
                needs.entry(step).or_default().push(needed);
            }
        }
        let mut followers: HashMap<Step, Vec<Step>> = HashMap::new();
        let mut waits: HashMap<Step, usize> = HashMap::new();
        for step in closed.all() {
            let below = Step { to: step.to - 1, ..step };
            let own = closed.has(below).then_some(below);
            let before = own.into_iter().chain(needs.get(&step).into_iter().flatten().copied());
            for earlier in before {
                followers.entry(earlier).or_default().push(step);
                *waits.entry(step).or_default() += 1;
            }
        }
        let order = sorted(closed, &followers, waits)?;
        let mut worth = HashMap::new();
        for step in order.iter().rev() {
            worth.insert(*step, worth_of(project, closed, &followers, &worth, *step));
        }
        rank(&order, &mut worth);
        Ok(Self { needs, worth })
    }

    /// Steps of other areas that have to be done before.
    pub fn needs(&self, step: Step) -> &[Step] {
        self.needs.get(&step).map_or(&[], Vec::as_slice)
    }

    /// The worth of a step of the plan.
    pub fn worth(&self, step: Step) -> Worth {
        self.worth.get(&step).copied().unwrap_or(Worth { value: 0.0, priority: 0.0, serves: None, rank: 0 })
    }
}

/// Kahn's order: of the steps that wait for nothing the lowest level first, then the rubric's order.
fn sorted(
    closed: &Closed,
    followers: &HashMap<Step, Vec<Step>>,
    mut waits: HashMap<Step, usize>,
) -> Result<Vec<Step>, Cycle> {
    let key = |step: Step| Reverse((step.to, step.area));
    let free = closed.all().filter(|s| !waits.contains_key(s));
    let mut ready: BinaryHeap<_> = free.map(key).collect();
    let mut order = Vec::new();
    while let Some(Reverse((to, area))) = ready.pop() {
        let step = Step { area, to };
        order.push(step);
        for follower in followers.get(&step).into_iter().flatten() {
            if let Some(left) = waits.get_mut(follower) {
                *left -= 1;
                if *left == 0 {
                    waits.remove(follower);
                    ready.push(key(*follower));
                }
            }
        }
    }
    if waits.is_empty() { Ok(order) } else { Err(Cycle(closed.all().filter(|s| waits.contains_key(s)).collect())) }
}

fn worth_of(
    project: &Project,
    closed: &Closed,
    followers: &HashMap<Step, Vec<Step>>,
    known: &HashMap<Step, Worth>,
    step: Step,
) -> Worth {
    let area = &project.areas[step.area.0];
    let gap = (f64::from(closed.targets[step.area.0]) - f64::from(step.to) + 1.0).max(0.0);
    let value = f64::from(area.importance) * gap / f64::from(area.effort(step.to).max(1));
    let mut best = Worth { value, priority: value, serves: None, rank: 0 };
    for follower in followers.get(&step).into_iter().flatten() {
        if let Some(later) = known.get(follower).filter(|later| later.priority > best.priority + EPSILON) {
            best.priority = later.priority;
            best.serves = later.serves.or(Some(*follower));
        }
    }
    best
}

/// Steps whose priorities lie within a tenth of the first of their group share a rank.
fn rank(order: &[Step], worth: &mut HashMap<Step, Worth>) {
    let mut by_priority: Vec<(f64, Step)> = order.iter().map(|s| (worth[s].priority, *s)).collect();
    order::by(&mut by_priority, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut rank, mut first) = (0, f64::INFINITY);
    for (place, (priority, step)) in by_priority.into_iter().enumerate() {
        if priority < first * (1.0 - SAME_RANK) - EPSILON || place == 0 {
            (rank, first) = (place + 1, priority);
        }
        if let Some(worth) = worth.get_mut(&step) {
            worth.rank = rank;
        }
    }
}
