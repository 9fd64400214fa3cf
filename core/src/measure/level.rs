//! The level rules (methods §1.3): a closed set, each one monotone in every answer.

use super::at_least;
use crate::rubric::{AreaIx, EPSILON, Kind, LevelRule, Per, Rubric, Scale};

/// One rating as a rule sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rating {
    /// Choice with credit.
    pub x: f64,
    /// Choice alone.
    pub k: f64,
    /// Effective weight, above 0.
    pub weight: f64,
    /// Level that a practice belongs to; 0 for a ladder.
    pub practice_of: u8,
}

/// Weighted mean of x; the ratings are not empty.
pub(super) fn mean(ratings: impl Iterator<Item = Rating> + Clone) -> f64 {
    let total: f64 = ratings.clone().map(|r| r.weight).sum();
    ratings.map(|r| r.weight * r.x).sum::<f64>() / total
}

/// The level that non-empty ratings reach under a rule; `score` is theirs under the same rule.
pub(super) fn reached(rule: LevelRule, scale: &Scale, ratings: impl Iterator<Item = Rating> + Clone, score: f64) -> u8 {
    match rule {
        LevelRule::Gate { pass, max_shortfall, mean_at_least } => {
            let mean = mean_at_least.then_some(score);
            gate(scale, ratings, pass, f64::from(max_shortfall), mean)
        }
        LevelRule::Bands { offset } => band(score, offset, scale),
        LevelRule::Min => band(lowest(ratings), 0.0, scale),
        LevelRule::Cumulative { pass, per } => cumulative(scale, ratings, pass, per),
    }
}

/// The level of an area all of whose answers stand at one score: ladders at that value, practices done level
/// by level from the lowest one, the last in part.
pub(super) fn of_even(rubric: &Rubric, area: AreaIx, score: f64) -> u8 {
    let practice = |level: u8| {
        let mut questions = rubric.questions[rubric.area(area).questions.clone()].iter();
        questions.any(|q| q.kind == Kind::Practice { level } && q.weight > EPSILON)
    };
    let scale = &rubric.scale;
    let rating = |x: f64, practice_of: u8| Rating { x, k: x, weight: 1.0, practice_of };
    let practised = (scale.min + 1..=scale.max()).filter(|level| practice(*level));
    let done = |(below, level)| rating((score - f64::from(scale.min) - f64::from(below)).clamp(0.0, 1.0), level);
    let practices: Vec<Rating> = (0_u8..).zip(practised).map(done).collect();
    let ladder = [rating(score, 0)];
    let ratings = if practices.is_empty() { &ladder[..] } else { &practices }.iter().copied();
    reached(rubric.level_rule, scale, ratings.clone(), mean(ratings))
}

/// clip(⌊score + offset + ε⌋, m, M)
pub(super) fn band(score: f64, offset: f64, scale: &Scale) -> u8 {
    (score + offset + EPSILON).floor().clamp(f64::from(scale.min), f64::from(scale.max())) as u8
}

pub(super) fn lowest(ratings: impl Iterator<Item = Rating>) -> f64 {
    ratings.map(|r| r.x).fold(f64::INFINITY, f64::min)
}

/// P(ℓ): the share of the weight answered at ℓ or above, without credit.
pub(super) fn share_at(ratings: impl Iterator<Item = Rating> + Clone, level: u8) -> f64 {
    let total: f64 = ratings.clone().map(|r| r.weight).sum();
    let there = ratings.filter(|r| at_least(r.k, f64::from(level))).map(|r| r.weight).sum::<f64>();
    there / total
}

/// The highest level up to which all pass; `mean` is the ratings' own where it counts, too.
fn gate(
    scale: &Scale,
    ratings: impl Iterator<Item = Rating> + Clone,
    pass: f64,
    max_shortfall: f64,
    mean: Option<f64>,
) -> u8 {
    let lowest = lowest(ratings.clone());
    let passes = |level: u8| {
        at_least(share_at(ratings.clone(), level), pass)
            && at_least(lowest, f64::from(level) - max_shortfall)
            && mean.is_none_or(|mean| at_least(mean, f64::from(level)))
    };
    (scale.min + 1..=scale.max()).take_while(|level| passes(*level)).last().unwrap_or(scale.min)
}

fn cumulative(scale: &Scale, ratings: impl Iterator<Item = Rating> + Clone, pass: f64, per: Per) -> u8 {
    let mut level = scale.min;
    for (next, practices) in practised(scale, ratings) {
        let value = match per {
            Per::Every => lowest(practices),
            Per::Mean => mean(practices),
        };
        if !at_least(value, pass) {
            break;
        }
        level = next;
    }
    level
}

/// The score of practices: m plus the mean value of each level's practices.
pub(super) fn cumulated(scale: &Scale, ratings: impl Iterator<Item = Rating> + Clone) -> f64 {
    f64::from(scale.min) + practised(scale, ratings).map(|(_, practices)| mean(practices)).sum::<f64>()
}

/// The levels that have practices, from the lowest one, each with the ratings of its practices.
fn practised<R: Iterator<Item = Rating> + Clone>(
    scale: &Scale,
    ratings: R,
) -> impl Iterator<Item = (u8, impl Iterator<Item = Rating> + Clone + use<R>)> + use<R> {
    (scale.min + 1..=scale.max()).filter_map(move |level| {
        let practices = ratings.clone().filter(move |r| r.practice_of == level);
        practices.clone().next().map(|_| (level, practices))
    })
}
