//! The same answers counted otherwise: what a number would be under another policy.
//!
//! Each function gives replies (or a rubric) for another call of [`super::measure`].

use super::Reply;
use crate::rubric::{Area, Dimension, EPSILON, Kind, NaPolicy, QuestionIx, Rubric};

/// The replies as `policy` would count "not applicable" (methods §1.4).
pub fn under_policy(rubric: &Rubric, replies: &[Reply], policy: NaPolicy) -> Vec<Reply> {
    let counted = |(q, reply): (usize, &Reply)| match (reply, policy) {
        (Reply::NotApplicable, NaPolicy::Exclude) => Reply::NotAsked,
        (Reply::NotApplicable, NaPolicy::Deny) => Reply::Unanswered,
        (Reply::NotApplicable, NaPolicy::AsLowest) => {
            let lowest = lowest(rubric, QuestionIx(q));
            Reply::Rated { x: lowest, k: lowest }
        }
        (reply, _) => *reply,
    };
    replies.iter().enumerate().map(counted).collect()
}

fn lowest(rubric: &Rubric, question: QuestionIx) -> f64 {
    if rubric.question(question).kind == Kind::Ladder { f64::from(rubric.scale.min) } else { 0.0 }
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
