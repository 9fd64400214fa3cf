//! One answer away: single answers that decide a level (methods §1.5).

use super::overall::overall;
use super::score::Rater;
use super::{Measured, Node, Reply, Subject};
use crate::rubric::{AreaIx, DimensionIx, EPSILON, Kind, QuestionIx, Rubric};

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
/// Each answer is tried both ways and only what it touches is computed again.
pub fn fragile(rubric: &Rubric, replies: &[Reply], measured: &Measured) -> Vec<Fragile> {
    let mut found: Vec<Fragile> = Vec::new();
    let mut replies = replies.to_vec();
    for up in [true, false] {
        for q in 0..replies.len() {
            let question = QuestionIx(q);
            let Some(moved) = nudged(rubric, question, replies[q], up) else { continue };
            let kept = std::mem::replace(&mut replies[q], moved);
            for (subject, to) in changed(rubric, &replies, measured, question) {
                match found.iter_mut().find(|f| f.subject == subject && f.to == to) {
                    Some(known) => known.questions.push(question),
                    None => found.push(Fragile { subject, to, questions: vec![question] }),
                }
            }
            replies[q] = kept;
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
    found.sort_by_key(|f| (place(f.subject), level(f.subject).is_some_and(|now| f.to < now)));
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

/// The levels that differ from the measured ones because of one changed reply.
fn changed(
    rubric: &Rubric,
    replies: &[Reply],
    measured: &Measured,
    question: QuestionIx,
) -> impl Iterator<Item = (Subject, u8)> + use<> {
    let rater = Rater::new(rubric, replies);
    let AreaIx(a) = rubric.question(question).area;
    let DimensionIx(d) = rubric.areas[a].dimension;
    let (mut areas, mut dimensions) = (measured.areas.clone(), measured.dimensions.clone());
    areas[a] = rater.area(AreaIx(a));
    dimensions[d] = rater.dimension(DimensionIx(d), &areas);
    let whole = overall(&rater, &measured.weights, &dimensions, &areas).node;
    let differs = |subject: Subject, before: &Node, after: &Node| {
        let (before, after) = (before.level()?, after.level()?);
        (before != after).then_some((subject, after))
    };
    let of_whole = differs(Subject::Overall, &measured.overall.node, &whole);
    let of_dimension = differs(Subject::Dimension(DimensionIx(d)), &measured.dimensions[d], &dimensions[d]);
    of_whole.into_iter().chain(of_dimension)
}
