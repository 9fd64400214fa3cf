//! Weights: means of what exists, shares of what is answered, and items scaled to a total.

use super::{Item, Node, Scores};
use crate::measure::Reply;
use crate::rubric::EPSILON;

/// What the parts of a node come to together.
pub(in crate::measure) struct Together {
    pub completeness: Option<f64>,
    pub scores: Scores,
}

/// What parts with these weights come to. That is what their questions with effective weights come to
/// (methods §1.2), without going through them again: a part counts for the score as far as it is
/// answered. Scores of practices are no means of questions, so each of those counts in full.
pub(in crate::measure) fn together<'n>(parts: impl Iterator<Item = (f64, &'n Node)>, is_cumulative: bool) -> Together {
    let [mut completeness, mut mean, mut low, mut high] = [Weighted::default(); 4];
    for (weight, node) in parts.filter(|(weight, _)| *weight > EPSILON) {
        let answered = if is_cumulative { 1.0 } else { node.completeness.unwrap_or(0.0) };
        completeness.add(weight, node.completeness);
        mean.add(weight * answered, node.mean);
        low.add(weight, node.bounds.map(|b| b.low));
        high.add(weight, node.bounds.map(|b| b.high));
    }
    let scores = Scores { mean: mean.value(), low: low.value(), high: high.value() };
    Together { completeness: completeness.value(), scores }
}

/// A weighted mean of the values that exist.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::measure) struct Weighted {
    sum: f64,
    weight: f64,
}

impl Weighted {
    pub fn add(&mut self, weight: f64, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += weight * value;
            self.weight += weight;
        }
    }

    pub fn value(self) -> Option<f64> {
        (self.weight > EPSILON).then(|| self.sum / self.weight)
    }
}

/// What weights add up to. The library's sum of nothing is −0, which a report would print.
pub(in crate::measure) fn total(weights: impl Iterator<Item = f64>) -> f64 {
    weights.fold(0.0, |sum, weight| sum + weight)
}

/// C = answered weight / applicable weight.
pub(in crate::measure) fn completeness(items: &[Item]) -> Option<f64> {
    let answered = total(items.iter().filter(|i| matches!(i.reply, Reply::Rated { .. })).map(|i| i.weight));
    let total = total(items.iter().map(|i| i.weight));
    (total > EPSILON).then(|| answered / total)
}

/// Adds items with their weights scaled to add up to `total`, if they weigh anything.
pub(in crate::measure) fn scale_onto(all: &mut Vec<Item>, items: &[Item], total: f64) {
    let sum: f64 = items.iter().map(|i| i.weight).sum();
    if sum > EPSILON && total > EPSILON {
        let factor = total / sum;
        all.extend(items.iter().map(|item| Item { weight: item.weight * factor, ..*item }));
    }
}

/// The items with their weights scaled to add up to `total`.
pub(in crate::measure) fn scaled(items: &[Item], total: f64) -> Vec<Item> {
    let mut all = Vec::with_capacity(items.len());
    scale_onto(&mut all, items, total);
    all
}
