//! The same answers counted otherwise: under another policy, or with other weights.

use super::score::Rater;
use super::{Measured, Reply, Subject, measured_by};
use crate::rubric::{Area, Dimension, EPSILON, NaPolicy, Rubric};

/// The numbers as `policy` would count "not applicable" (methods §1.4), with the weights in use.
pub fn under_policy(rubric: &Rubric, replies: &[Reply], measured: &Measured, policy: NaPolicy) -> Measured {
    measured_by(&Rater::new(rubric, replies).under(policy), measured.weights.clone())
}

/// Score and level of a number under the N/A policy that the rubric does not have; `None` where
/// nothing in it is marked not applicable.
pub fn under_other_policy(
    rubric: &Rubric,
    replies: &[Reply],
    measured: &Measured,
    subject: Subject,
) -> Option<(NaPolicy, Option<f64>, Option<u8>)> {
    let policy = match rubric.na_policy {
        NaPolicy::Exclude => NaPolicy::AsLowest,
        NaPolicy::AsLowest => NaPolicy::Exclude,
        NaPolicy::Deny => return None,
    };
    measured.node(subject).filter(|n| n.counts.not_applicable > 0)?;
    let other = under_policy(rubric, replies, measured, policy);
    let node = other.node(subject)?;
    Some((policy, node.score(), node.level()))
}

/// The rubric with every weight above 0 set to 1; `None` if all of them are equal already
/// and `weights`, those of the dimensions in use, are too.
pub fn with_equal_weights(rubric: &Rubric, weights: &[f64]) -> Option<Rubric> {
    let questions = |area: &Area| unequal(rubric.questions[area.questions.clone()].iter().map(|q| q.weight));
    let areas = |dimension: &Dimension| unequal(rubric.areas[dimension.areas.clone()].iter().map(|a| a.weight));
    let differs =
        unequal(weights.iter().copied()) || rubric.areas.iter().any(questions) || rubric.dimensions.iter().any(areas);
    differs.then(|| {
        let mut equal = rubric.clone();
        let all = equal.questions.iter_mut().map(|q| &mut q.weight);
        let all = all.chain(equal.areas.iter_mut().map(|a| &mut a.weight));
        for weight in all.chain(equal.dimensions.iter_mut().map(|d| &mut d.weight)).filter(|w| **w > EPSILON) {
            *weight = 1.0;
        }
        equal
    })
}

/// Whether the weights above 0 differ.
fn unequal(weights: impl Iterator<Item = f64>) -> bool {
    let mut weights = weights.filter(|w| *w > EPSILON);
    weights.next().is_some_and(|first| weights.any(|w| (w - first).abs() > EPSILON))
}
