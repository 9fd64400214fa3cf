//! An assessment with its numbers, to be held against another one.

use std::sync::Arc;

use super::{Comparison, Side, compare, links};
use crate::assessment::{Assessment, Field, Intent, Stamp};
use crate::measure::plan::{CAPACITY, Outlook, percent_to_target, progress};
use crate::measure::{Measured, Reply, measured, replies};
use crate::order;
use crate::rubric::{Id, Rubric};
use crate::text::Clean;

/// What an assessment came to, and what was planned then.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Whom it is about.
    pub subject: Clean,
    /// Which part of them; may be empty.
    pub unit: Clean,
    /// When it was made.
    pub created: Stamp,
    /// When something was last recorded in it.
    pub changed: Stamp,
    /// What was asked.
    pub rubric: Arc<Rubric>,
    /// One reply per question.
    pub replies: Vec<Reply>,
    /// The numbers of those.
    pub measured: Measured,
    /// What was wanted of the plan.
    pub intent: Intent,
}

impl Standing {
    /// The numbers of an assessment.
    pub fn new(rubric: Arc<Rubric>, assessment: &Assessment) -> Self {
        let of = |field: Field| assessment.setup(field).unwrap_or_default();
        Self {
            subject: assessment.subject(),
            unit: Clean::line(&format!("{} {}", of(Field::Unit), of(Field::Site))),
            created: assessment.created,
            changed: assessment.changed(),
            replies: replies(&rubric, assessment),
            measured: measured(&rubric, assessment),
            intent: assessment.intent(),
            rubric,
        }
    }

    /// Its side of a comparison.
    pub fn side(&self) -> Side<'_> {
        Side { rubric: &self.rubric, replies: &self.replies, measured: &self.measured }
    }

    /// The score of the area with this id.
    pub fn score(&self, area: &Id) -> Option<f64> {
        self.measured.areas[self.rubric.areas.iter().position(|a| a.id == *area)?].score()
    }
}

/// The other assessments of a subject, as seen from one of them.
#[derive(Clone, Debug, Default)]
pub struct Others {
    /// Those of the same unit made before it, oldest first.
    pub earlier: Vec<Standing>,
    /// The latest one of each other unit.
    pub units: Vec<Standing>,
}

impl Others {
    /// Sorts the other assessments of the subject.
    pub fn of(now: &Standing, mut others: Vec<Standing>) -> Self {
        order::by_key(&mut others, |s| s.created.unix_ms);
        let (same, other): (Vec<_>, Vec<_>) = others.into_iter().partition(|s| s.unit == now.unit);
        let mut units: Vec<Standing> = Vec::new();
        for standing in other {
            match units.iter_mut().find(|s| s.unit == standing.unit) {
                Some(known) => *known = standing,
                None => units.push(standing),
            }
        }
        let earlier = same.into_iter().filter(|s| s.created.unix_ms <= now.created.unix_ms);
        Self { earlier: earlier.collect(), units }
    }
}

/// From an earlier assessment to a later one: what has changed, and how much of the plan is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What has changed.
    pub found: Comparison,
    /// Part (up to 1) of the way to the earlier targets that is gone (methods §5.1).
    pub to_targets: Option<f64>,
    /// Part of the score that the earlier plan promised; below 0 if the score fell.
    pub of_plan: Option<f64>,
}

impl Change {
    /// Holds a later assessment against an earlier one.
    pub fn new(before: &Standing, after: Side) -> Self {
        let rubric = &before.rubric;
        let outlook = Outlook::new(rubric, &before.replies, &before.measured, &before.intent, CAPACITY);
        let score = |measured: &Measured| measured.overall.node.score();
        let promised = outlook.after.last().and_then(score);
        let of_plan = score(&before.measured).zip(score(after.measured)).zip(promised);
        let mut areas = outlook.project.areas;
        for (area, planned) in rubric.areas.iter().zip(&mut areas) {
            let now = after.rubric.areas.iter().position(|a| a.id == area.id);
            planned.level = now.and_then(|a| after.measured.areas[a].level());
        }
        Self {
            found: compare(before.side(), after, &links(rubric, after.rubric)),
            to_targets: percent_to_target(&areas, rubric.scale.min),
            of_plan: of_plan.and_then(|((was, is), promised)| progress(is, was, promised)),
        }
    }
}
