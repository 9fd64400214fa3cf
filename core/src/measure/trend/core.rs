//! The questions that two versions of a rubric have in common (methods §6.3).

use std::collections::BTreeMap;

use crate::measure::at_least;
use crate::rubric::{EPSILON, Id};

/// Share (0..1) of the new weight that must be common before scores are compared.
const COMPARABLE: f64 = 0.7;

/// Questions of two versions that ask for the same. Several old ones were merged, several new ones
/// are a split; an empty side is a new or retired question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Ids in the earlier version.
    pub old: Vec<Id>,
    /// Ids in the later version.
    pub new: Vec<Id>,
    /// Old value → new value where the levels changed their meaning; empty where they did not.
    pub levels: Vec<(f64, f64)>,
}

/// One thing that both assessments rated.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The question's id, the later one.
    pub id: Id,
    /// Sum of the later weights.
    pub weight: f64,
    /// The earlier value on the later scale.
    pub before: f64,
    /// The later value.
    pub after: f64,
}

/// What can be compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Core {
    /// The pairs, in the order of the links.
    pub pairs: Vec<Pair>,
    /// Their share (0..1) of the later weight.
    pub share: f64,
}

impl Core {
    /// Whether enough is common for the scores to be compared.
    pub fn is_comparable(&self) -> bool {
        !self.pairs.is_empty() && at_least(self.share, COMPARABLE)
    }

    /// Weighted mean of the pairs by one of their sides.
    pub fn mean(&self, side: impl Fn(&Pair) -> f64) -> Option<f64> {
        let weight: f64 = self.pairs.iter().map(|p| p.weight).sum();
        (weight > EPSILON).then(|| self.pairs.iter().map(|p| p.weight * side(p)).sum::<f64>() / weight)
    }

    /// Score before and after on the core alone.
    pub fn scores(&self) -> Option<(f64, f64)> {
        self.mean(|p| p.before).zip(self.mean(|p| p.after))
    }

    /// How many pairs went up and how many went down.
    pub fn moved(&self) -> (usize, usize) {
        let count = |goes: fn(&Pair) -> bool| self.pairs.iter().filter(|p| goes(p)).count();
        (count(|p| p.after > p.before + EPSILON), count(|p| p.after < p.before - EPSILON))
    }
}

/// The pairs of which both sides are rated. A split or merged question counts as its lowest part: a
/// level is reached by all or not at all. `weights` are those of the later version.
pub fn core_pairs(
    links: &[Link],
    before: &BTreeMap<Id, f64>,
    after: &BTreeMap<Id, f64>,
    weights: &[(Id, f64)],
) -> Core {
    let lowest = |ids: &[Id], values: &BTreeMap<Id, f64>| {
        let values: Option<Vec<f64>> = ids.iter().map(|id| values.get(id).copied()).collect();
        values?.into_iter().reduce(f64::min)
    };
    let rescaled = |link: &Link, value: f64| {
        let to = |(_, to): &(f64, f64)| *to;
        match &link.levels[..] {
            [] => Some(value),
            levels => levels.iter().find(|(from, _)| (from - value).abs() < EPSILON).map(to),
        }
    };
    let pair = |link: &Link| {
        Some(Pair {
            id: link.new.first()?.clone(),
            weight: weights.iter().filter(|(id, _)| link.new.contains(id)).map(|(_, w)| w).sum(),
            before: rescaled(link, lowest(&link.old, before)?)?,
            after: lowest(&link.new, after)?,
        })
    };
    let pairs: Vec<Pair> = links.iter().filter_map(pair).filter(|p| p.weight > EPSILON).collect();
    let total: f64 = weights.iter().map(|(_, w)| w).sum();
    let common: f64 = pairs.iter().map(|p| p.weight).sum();
    let share = if total > EPSILON { common / total } else { 0.0 };
    Core { pairs, share }
}
