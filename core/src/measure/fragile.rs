//! One answer away: single answers that decide a level (methods §1.5).

use std::mem;
use std::ops::Range;

use super::overall::overall;
use super::score::{Item, Rater, scaled};
use super::{Measured, Node, Reply, Subject};
use crate::order;
use crate::rubric::{AreaIx, DimensionIx, EPSILON, Kind, QuestionIx, Rubric};

/// A sum that is closer to an edge than this is not trusted to be on its side.
const CLOSE: f64 = 1e-6;

/// Numbers of more questions are not tried out while somebody waits: one answer hardly moves them.
const MOST: usize = 200;

/// Questions of which a single answer decides about the level of one number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragility {
    /// One level higher there and the level rises.
    pub up: Vec<QuestionIx>,
    /// One level lower there and it falls.
    pub down: Vec<QuestionIx>,
}

/// Which single answers would change the stated level of the whole, a dimension or an area.
/// `None` for anything else, without a stated level, and for what has more than 200 questions.
pub fn fragility(rubric: &Rubric, replies: &[Reply], measured: &Measured, subject: Subject) -> Option<Fragility> {
    let level = measured.node(subject)?.level()?;
    let areas = areas(rubric, subject);
    if rubric.areas[areas.clone()].iter().map(|a| a.questions.len()).sum::<usize>() > MOST {
        return None;
    }
    let mut trial = Trial::new(rubric, replies, measured);
    let mut found = Fragility::default();
    let look = |trial: &Trial, place| match subject {
        Subject::Overall => trial.whole(place),
        Subject::Dimension(d) => trial.dimensions[d.0].level(),
        Subject::Area(a) => trial.areas[a.0].level(),
        Subject::Question(_) | Subject::Lens(_) => None,
    };
    for area in areas.map(AreaIx) {
        for up in [true, false] {
            trial.each(area, up, &Some(level), look, |question, there| match there {
                Some(there) if there > level => found.up.push(question),
                Some(there) if there < level => found.down.push(question),
                _ => {}
            });
        }
    }
    Some(found)
}

/// The areas that a number is made of.
fn areas(rubric: &Rubric, subject: Subject) -> Range<usize> {
    match subject {
        Subject::Dimension(d) => rubric.dimension(d).areas.clone(),
        Subject::Area(a) => a.0..a.0 + 1,
        Subject::Overall | Subject::Question(_) | Subject::Lens(_) => 0..rubric.areas.len(),
    }
}

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
/// Each answer that may matter is tried both ways, and only what it touches is computed again.
pub fn fragile(rubric: &Rubric, replies: &[Reply], measured: &Measured) -> Vec<Fragile> {
    let mut found: Vec<Fragile> = Vec::new();
    let mut trial = Trial::new(rubric, replies, measured);
    let level = |subject: Subject| measured.node(subject).and_then(Node::level);
    let look = |trial: &Trial, place: Place| {
        let dimension = trial.dimensions[place.1.0].level();
        [(Subject::Overall, trial.whole(place)), (Subject::Dimension(place.1), dimension)]
    };
    for up in [true, false] {
        for area in (0..rubric.areas.len()).map(AreaIx) {
            let now = [Subject::Overall, Subject::Dimension(rubric.area(area).dimension)].map(|of| (of, level(of)));
            trial.each(area, up, &now, look, |question, levels| {
                for (subject, to) in levels.into_iter().filter_map(|(subject, to)| Some((subject, to?))) {
                    if level(subject).is_none_or(|now| now == to) {
                        continue;
                    }
                    match found.iter_mut().find(|f| f.subject == subject && f.to == to) {
                        Some(known) => known.questions.push(question),
                        None => found.push(Fragile { subject, to, questions: vec![question] }),
                    }
                }
            });
        }
    }
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

/// The numbers as they are, in which answers of one area are others. An answer that only changes its level
/// changes no weight, no share and no count.
struct Trial<'m> {
    rater: Rater<'m>,
    measured: &'m Measured,
    areas: Vec<Node>,
    dimensions: Vec<Node>,
    /// What applies in each area.
    items: Vec<Vec<Item>>,
}

/// The area and the dimension that a changed answer touches.
type Place = (AreaIx, DimensionIx);

impl<'m> Trial<'m> {
    fn new(rubric: &'m Rubric, replies: &'m [Reply], measured: &'m Measured) -> Self {
        let rater = Rater::new(rubric, replies);
        let items = (0..measured.areas.len()).map(|a| rater.area_items(AreaIx(a))).collect();
        let (areas, dimensions) = (measured.areas.clone(), measured.dimensions.clone());
        Self { rater, measured, areas, dimensions, items }
    }

    /// What is seen while each answer of an area, one after the other, is a level higher or lower. No level
    /// falls because an answer rises: where all of them together change nothing, none of them does alone.
    fn each<T: PartialEq>(
        &mut self,
        area: AreaIx,
        up: bool,
        now: &T,
        look: impl Fn(&Self, Place) -> T,
        mut found: impl FnMut(QuestionIx, T),
    ) {
        let Rater { rubric, replies, .. } = self.rater;
        let items = self.items[area.0].clone();
        let shifted = |item: &Item| {
            // As it was given: what does not apply is no level, whatever it counts as.
            let reply = nudged(rubric, item.question, replies[item.question.0], up);
            Item { reply: reply.unwrap_or(item.reply), ..*item }
        };
        let moved: Vec<Item> = items.iter().map(shifted).collect();
        if self.with(area, moved.clone(), &look) == *now {
            return;
        }
        for (place, item) in moved.iter().enumerate().filter(|(place, item)| item.reply != items[*place].reply) {
            let mut one = items.clone();
            one[place] = *item;
            found(item.question, self.with(area, one, &look));
        }
    }

    /// What is seen while other items apply in an area.
    fn with<T>(&mut self, a: AreaIx, items: Vec<Item>, look: impl Fn(&Self, Place) -> T) -> T {
        let d = self.rater.rubric.area(a).dimension;
        let before = mem::replace(&mut self.items[a.0], items);
        self.areas[a.0] = self.rater.of_items(&self.items[a.0]);
        self.dimensions[d.0] = self.rater.of_areas(d, &self.areas, || self.dimension_items(d).into());
        let seen = look(self, (a, d));
        self.items[a.0] = before;
        self.areas[a.0] = self.measured.areas[a.0].clone();
        self.dimensions[d.0] = self.measured.dimensions[d.0].clone();
        seen
    }

    fn dimension_items(&self, dimension: DimensionIx) -> Vec<Item> {
        let rubric = self.rater.rubric;
        let areas = rubric.dimension(dimension).areas.clone();
        areas.flat_map(|a| scaled(&self.items[a], rubric.areas[a].weight)).collect()
    }

    /// The level of the whole while this area and dimension are changed.
    fn whole(&self, (area, dimension): Place) -> Option<u8> {
        let measured = self.measured;
        if !self.may_move_the_whole(area, dimension.0) {
            return measured.overall.node.level();
        }
        overall(&self.rater, &measured.weights, &self.dimensions, &self.areas).node.level()
    }

    /// Whether a changed area `a` of the dimension `d` could move the headline: by its level if it is critical,
    /// by that of the dimension, or because a bound of the overall score crosses an edge. Bounds of
    /// the whole are the weighted means of those of the dimensions, so nothing else need be added up.
    fn may_move_the_whole(&self, a: AreaIx, d: usize) -> bool {
        let Some(rule) = &self.rater.rubric.overall_rule else { return false };
        let (measured, after) = (self.measured, &self.dimensions[d]);
        let before = &measured.dimensions[d];
        let moves_area = || measured.areas[a.0].levels != self.areas[a.0].levels;
        if before.levels != after.levels || rule.critical.contains(&a) && moves_area() {
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
mod tests;
