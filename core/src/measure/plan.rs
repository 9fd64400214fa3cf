//! From gap to plan: which area to lift by one level, in which order (methods §5.3).
//!
//! The unit of work is a *step*: one area, one level up. Steps wait for their prerequisites, share
//! the capacity of a wave, and no area runs far ahead of the lowest one that still has work. The
//! outcome depends on the input alone.

mod closure;
mod graph;
mod project;
mod projection;
mod quartile;
mod waves;

pub use project::{Strand, actions, default_importance, planned_level, project, strand, target_of, target_scores};
pub use projection::{Outlook, after_wave, percent_to_target, progress, raised, simulated};
pub use quartile::{ready_targets, upper_quartile};

use crate::rubric::{AreaIx, Prerequisite};

/// Effort points that fit into a wave unless said otherwise.
pub const CAPACITY: u32 = 8;
/// Levels that an area may run ahead of the lowest one with work left unless said otherwise.
pub const SPREAD: u8 = 1;
/// Importance of an area and effort of a step, 1..=5, unless known.
pub const MIDDLE: u8 = 3;
/// Levels above now that a target may lie: what is further away is a matter of the next plan.
pub const FURTHEST: u8 = 2;
/// The last wave to which a step can be pinned.
pub const LAST_PIN: u32 = 99;
/// Priorities within this part of one another share a rank: what goes into them is roughly known.
const SAME_RANK: f64 = 0.1;

/// One area, one level up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// The area.
    pub area: AreaIx,
    /// The level that it leads to; it begins one below.
    pub to: u8,
}

/// An area as the plan sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedArea {
    /// Its level now; `None` if it does not apply or nothing is known about it.
    pub level: Option<u8>,
    /// The level to be reached.
    pub target: u8,
    /// 1 (little) to 5 (much).
    pub importance: u8,
    /// Whether nothing is to be done about it.
    pub excluded: bool,
    /// Effort 1..=5 of the step to each level, by level; a level without one is of middle effort.
    pub efforts: Vec<u8>,
}

impl PlannedArea {
    /// Effort 1..=5 of the step to a level.
    pub fn effort(&self, to: u8) -> u8 {
        self.efforts.get(usize::from(to)).copied().unwrap_or(MIDDLE)
    }
}

/// Everything that a plan depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// The areas in the rubric's order.
    pub areas: Vec<PlannedArea>,
    /// What has to be reached before what.
    pub prerequisites: Vec<Prerequisite>,
    /// Effort points of a wave, at least 1.
    pub capacity: u32,
    /// Levels by which an area may run ahead of the lowest other one with work left.
    pub spread: u8,
    /// The highest level of the scale.
    pub max: u8,
    /// Steps that belong to a wave (1..=[`LAST_PIN`]) whatever capacity and balance say.
    pub pins: Vec<(Step, u32)>,
}

/// Why a step does not stand in the wave before its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The step below it was taken there; an area moves once a wave.
    OwnStep,
    /// A prerequisite was not reached before that wave.
    Prerequisite(Step),
    /// It would have run too far ahead of this area.
    Balance(AreaIx),
    /// The rest of the capacity was too small for it.
    Capacity,
    /// The user wants it in its wave.
    Pin,
}

/// A step in its wave.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedStep {
    /// Which one.
    pub step: Step,
    /// Effort 1..=5.
    pub effort: u8,
    /// Importance times the gap that is left, by effort.
    pub value: f64,
    /// The highest value among the step and all that waits for it.
    pub priority: f64,
    /// Place by priority from 1; those within a tenth of one another share it.
    pub rank: usize,
    /// What waits for it and gave it its priority; `None`: its own value did.
    pub serves: Option<Step>,
    /// Beyond the area's target: only taken because another step needs it.
    pub implied: bool,
    /// Nothing kept the balance, so the lowest step was taken.
    pub balance_relaxed: bool,
    /// It alone exceeds the capacity.
    pub oversize: bool,
    /// The wave to which the user pinned it.
    pub pinned: Option<u32>,
    /// What kept it from the wave before; `None` in the first.
    pub held: Option<Held>,
}

/// Steps that are done side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Wave {
    /// Sum of the efforts.
    pub effort: u32,
    /// In the order in which they were taken; empty only before a wave to which something is pinned.
    pub steps: Vec<PlacedStep>,
    /// Levels of the areas after it, in the rubric's order.
    pub levels_after: Vec<Option<u8>>,
}

/// Something about the input that the user should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A step's prerequisite lies in an area without a level; it is not looked at.
    IgnoredPrerequisite(Prerequisite),
    /// The area is above a level whose prerequisite is not met.
    AheadOfPrerequisite(Prerequisite),
    /// The area cannot come to its target because an excluded one would have to move first.
    Blocked {
        /// The area.
        area: AreaIx,
        /// As far as it comes.
        reaches: u8,
    },
    /// The step could not be done in the wave to which it is pinned; it comes as soon as it can.
    LatePin(Step),
}

/// What to do in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The waves, first one first.
    pub waves: Vec<Wave>,
    /// What the user should know.
    pub warnings: Vec<Warning>,
}

/// Steps that wait for one another, and all that wait for those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle(pub Vec<Step>);

impl Plan {
    /// Every step with the number of its wave, from 1.
    pub fn steps(&self) -> impl Iterator<Item = (usize, &PlacedStep)> {
        self.waves.iter().enumerate().flat_map(|(w, wave)| wave.steps.iter().map(move |s| (w + 1, s)))
    }
}

/// Puts the steps of a project into waves.
pub fn plan(project: &Project) -> Result<Plan, Cycle> {
    let (closed, mut warnings) = closure::close(project);
    let graph = graph::Graph::new(project, &closed)?;
    let waves = waves::schedule(project, &closed, &graph, &mut warnings);
    Ok(Plan { waves, warnings })
}
