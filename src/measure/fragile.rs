//! One answer away: single answers that decide a level (methods §1.5).

use super::overall::overall;
use super::score::Rater;
use super::{Measured, Node, Reply, Subject};
use crate::order;
use crate::rubric::{AreaIx, DimensionIx, EPSILON, Kind, QuestionIx, Rubric};

/// A sum that is closer to an edge than this is not trusted to be on its side.
const CLOSE: f64 = 1e-6;

/// Answers each of which, moved by one level alone, moves the level of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragile {
    /// The whole or a dimension.
    pub subject: Subject,
    /// The level that it would have.
    pub to: u8,
    /// The questions, in the rubric's order.
    pub questions: Vec<QuestionIx>,
}

/// What one answer, a level higher or lower, would do to the whole and to its dimension;
/// the whole first, rising before falling.
///
/// Each answer is tried both ways, and only what it touches is computed again.
pub fn fragile(rubric: &Rubric, replies: &[Reply], measured: &Measured) -> Vec<Fragile> {
    let mut found: Vec<Fragile> = Vec::new();
    let mut trial = Trial {
        rubric,
        measured,
        replies: replies.to_vec(),
        areas: measured.areas.clone(),
        dimensions: measured.dimensions.clone(),
    };
    for up in [true, false] {
        for question in (0..replies.len()).map(QuestionIx) {
            let Some(moved) = nudged(rubric, question, replies[question.0], up) else { continue };
            for (subject, to) in trial.with(question, moved) {
                match found.iter_mut().find(|f| f.subject == subject && f.to == to) {
                    Some(known) => known.questions.push(question),
                    None => found.push(Fragile { subject, to, questions: vec![question] }),
                }
            }
        }
    }
    let level = |subject: Subject| match subject {
        Subject::Dimension(d) => measured.dimensions[d.0].level(),
        _ => measured.overall.node.level(),
    };
    let place = |subject: Subject| match subject {
        Subject::Dimension(d) => d.0 + 1,
        _ => 0,
    };
    order::by_key(&mut found, |f| (place(f.subject), level(f.subject).is_some_and(|now| f.to < now)));
    found
}

/// The reply one level higher or lower; `None` at the end of the scale and for what has no level.
fn nudged(rubric: &Rubric, question: QuestionIx, reply: Reply, up: bool) -> Option<Reply> {
    let Reply::Rated { x, k } = reply else { return None };
    let q = rubric.question(question);
    let by = |value: f64| match q.kind {
        Kind::Ladder => {
            let (low, high) = (f64::from(rubric.scale.min), f64::from(rubric.scale.max()));
            (if up { value + 1.0 } else { value - 1.0 }).clamp(low, high)
        }
        // A practice has no levels of its own: its neighbour is the next choice.
        Kind::Practice { .. } => {
            let place = q.choice(value).unwrap_or_default();
            let place = if up { place + 1 } else { place.saturating_sub(1) };
            q.choices.get(place).map_or(value, |choice| choice.value)
        }
    };
    let moved = Reply::Rated { x: by(x), k: by(k) };
    ((by(x) - x).abs() > EPSILON).then_some(moved)
}

/// The numbers as they are, in which one answer at a time is another.
struct Trial<'m> {
    rubric: &'m Rubric,
    measured: &'m Measured,
    replies: Vec<Reply>,
    areas: Vec<Node>,
    dimensions: Vec<Node>,
}

impl Trial<'_> {
    /// The levels that differ from the measured ones if one reply is another.
    fn with(&mut self, question: QuestionIx, reply: Reply) -> Vec<(Subject, u8)> {
        let AreaIx(a) = self.rubric.question(question).area;
        let DimensionIx(d) = self.rubric.areas[a].dimension;
        let kept = std::mem::replace(&mut self.replies[question.0], reply);
        let rater = Rater::new(self.rubric, &self.replies);
        self.areas[a] = rater.area(AreaIx(a));
        self.dimensions[d] = rater.dimension(DimensionIx(d), &self.areas);
        let measured = self.measured;
        let differs = |subject: Subject, before: &Node, after: &Node| {
            let (before, after) = (before.level()?, after.level()?);
            (before != after).then_some((subject, after))
        };
        let may_move = self.may_move_the_whole(a, d);
        let whole = may_move.then(|| overall(&rater, &measured.weights, &self.dimensions, &self.areas).node);
        let of_whole = whole.and_then(|whole| differs(Subject::Overall, &measured.overall.node, &whole));
        let of_dimension = differs(Subject::Dimension(DimensionIx(d)), &measured.dimensions[d], &self.dimensions[d]);
        self.replies[question.0] = kept;
        self.areas[a] = measured.areas[a].clone();
        self.dimensions[d] = measured.dimensions[d].clone();
        of_whole.into_iter().chain(of_dimension).collect()
    }

    /// Whether a changed area `a` of the dimension `d` could move the headline: by its level, by
    /// that of the dimension, or because a bound of the overall score crosses an edge. Bounds of
    /// the whole are the weighted means of those of the dimensions, so nothing else need be added up.
    fn may_move_the_whole(&self, a: usize, d: usize) -> bool {
        let Some(rule) = &self.rubric.overall_rule else { return false };
        let (measured, after) = (self.measured, &self.dimensions[d]);
        let before = &measured.dimensions[d];
        if before.levels != after.levels || measured.areas[a].levels != self.areas[a].levels {
            return true;
        }
        let weighed = measured.dimensions.iter().zip(&measured.weights).filter(|(node, _)| node.bounds.is_some());
        let share = measured.weights[d] / weighed.map(|(_, weight)| weight).sum::<f64>();
        let (Some(whole), Some(before), Some(after)) = (measured.overall.node.bounds, before.bounds, after.bounds)
        else {
            return false;
        };
        // Close to an edge it is computed exactly.
        let crosses = |whole: f64, by: f64| {
            let edge = |score: f64| (score + rule.offset).floor();
            edge(whole.min(whole + by) - CLOSE) < edge(whole.max(whole + by) + CLOSE)
        };
        crosses(whole.low, share * (after.low - before.low)) || crosses(whole.high, share * (after.high - before.high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::measure;
    use crate::rubric::SHIPPED;
    use proptest::prelude::*;

    /// The same by measuring everything again for every answer.
    fn slowly(rubric: &Rubric, replies: &[Reply], measured: &Measured) -> Vec<(Subject, u8, QuestionIx)> {
        let mut found = Vec::new();
        for up in [true, false] {
            for question in (0..replies.len()).map(QuestionIx) {
                let Some(moved) = nudged(rubric, question, replies[question.0], up) else { continue };
                let mut replies = replies.to_vec();
                replies[question.0] = moved;
                let again = measure(rubric, &replies, None);
                let pairs = std::iter::once((Subject::Overall, &measured.overall.node, &again.overall.node));
                let dimensions = measured.dimensions.iter().zip(&again.dimensions).enumerate();
                let pairs = pairs.chain(dimensions.map(|(d, (b, a))| (Subject::Dimension(DimensionIx(d)), b, a)));
                for (subject, before, after) in pairs {
                    if let (Some(before), Some(after)) = (before.level(), after.level())
                        && before != after
                    {
                        found.push((subject, after, question));
                    }
                }
            }
        }
        found
    }

    fn reply() -> impl Strategy<Value = Reply> {
        prop_oneof![
            12 => (0_u8..=5, prop::sample::select(vec![0.0, 0.5, 0.8])).prop_map(|(k, p)| {
                let k = f64::from(k);
                Reply::Rated { x: (k + p).min(5.0), k }
            }),
            1 => Just(Reply::Unanswered),
            1 => Just(Reply::NotApplicable),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

        #[test]
        fn only_what_is_touched_need_be_measured_again(replies in prop::collection::vec(reply(), 48)) {
            let rubric = SHIPPED[0].read().unwrap();
            let measured = measure(&rubric, &replies, None);
            let key = |s: Subject| match s { Subject::Dimension(d) => d.0 + 1, _ => 0 };
            let found = fragile(&rubric, &replies, &measured);
            let mut quick: Vec<_> = found
                .iter()
                .flat_map(|f| f.questions.iter().map(|q| (key(f.subject), f.to, *q)))
                .collect();
            let slow = slowly(&rubric, &replies, &measured);
            let mut slow: Vec<_> = slow.into_iter().map(|(s, to, q)| (key(s), to, q)).collect();
            quick.sort();
            slow.sort();
            prop_assert_eq!(quick, slow);
        }
    }
}
