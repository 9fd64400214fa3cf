//! How firmly a level stands, and one way to the next one (methods §1.5).

use super::overall::{items, overall};
use super::score::{Item, Node, Rater};
use super::{Measured, Reply, Subject, measured_by};
use crate::rubric::{EPSILON, Kind, NaPolicy, QuestionIx, Rubric};

/// Nodes of more questions are not tried out: one answer hardly moves them, and a way that names
/// hundreds helps nobody.
const MOST: usize = 200;

/// Questions of which a single answer decides about a level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragility {
    /// One level higher there and the node's level rises.
    pub up: Vec<QuestionIx>,
    /// One level lower there and it falls.
    pub down: Vec<QuestionIx>,
}

/// An answer to raise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raise {
    /// The question.
    pub question: QuestionIx,
    /// The choice now; `None` if it is open.
    pub from: Option<f64>,
    /// The choice it would have to come to.
    pub to: f64,
}

/// Which single answers would change the stated level of the whole, a dimension or an area.
/// `None` for anything else, and without a stated level.
pub fn fragility(rubric: &Rubric, replies: &[Reply], measured: &Measured, subject: Subject) -> Option<Fragility> {
    let mut trial = Trial::new(rubric, replies, measured, subject)?;
    let level = trial.level;
    let mut found = Fragility::default();
    for item in trial.items.clone() {
        let Reply::Rated { x, k } = trial.replies[item.question.0] else { continue };
        for (by, list) in [(1, &mut found.up), (-1, &mut found.down)] {
            let moved = shifted(rubric, item.question, x, k, by);
            let is_beyond = |there: u8| if by > 0 { there > level } else { there < level };
            if trial.level_with(item.question, moved).is_some_and(is_beyond) {
                list.push(item.question);
            }
        }
    }
    Some(found)
}

/// The next level, and answers that together bring it: raised one by one, the heaviest below that
/// level first, then without those that turn out not to be needed.
pub fn one_way(rubric: &Rubric, replies: &[Reply], measured: &Measured, subject: Subject) -> Option<(u8, Vec<Raise>)> {
    let mut trial = Trial::new(rubric, replies, measured, subject)?;
    let target = trial.level.checked_add(1).filter(|t| *t <= rubric.scale.max())?;
    let mut taken: Vec<QuestionIx> = Vec::new();
    while trial.level_now().is_some_and(|level| level < target) {
        let below =
            trial.items.iter().filter_map(|i| Some((i, next_choice(rubric, &trial.replies, i.question, target)?)));
        let (question, to) = below
            .min_by(|(a, _), (b, _)| {
                let by_weight = b.weight.total_cmp(&a.weight);
                let value = |i: &Item| value_of(&trial.replies, i.question);
                by_weight.then(value(a).total_cmp(&value(b))).then(a.question.cmp(&b.question))
            })
            .map(|(item, to)| (item.question, to))?;
        trial.replies[question.0] = risen(trial.replies[question.0], to);
        if !taken.contains(&question) {
            taken.push(question);
        }
    }
    taken.retain(|question| {
        let raised = trial.replies[question.0];
        trial.replies[question.0] = replies[question.0];
        let is_needed = trial.level_now().is_none_or(|level| level < target);
        if is_needed {
            trial.replies[question.0] = raised;
        }
        is_needed
    });
    taken.sort_unstable();
    let raise = |question: &QuestionIx| {
        let chosen = |reply: &Reply| if let Reply::Rated { k, .. } = reply { Some(*k) } else { None };
        Some(Raise { question: *question, from: chosen(&replies[question.0]), to: chosen(&trial.replies[question.0])? })
    };
    Some((target, taken.iter().filter_map(raise).collect()))
}

/// Score and level under the N/A policy that the rubric does not have; `None` where nothing is
/// marked not applicable.
pub fn under_policy(
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
    node(measured, subject).filter(|n| n.counts.not_applicable > 0)?;
    let other = measured_by(&Rater::new(rubric, replies).under(policy), measured.weights.clone());
    let node = node(&other, subject)?;
    Some((policy, node.score(), node.level()))
}

fn node(measured: &Measured, subject: Subject) -> Option<&Node> {
    match subject {
        Subject::Overall => Some(&measured.overall.node),
        Subject::Dimension(d) => measured.dimensions.get(d.0),
        Subject::Area(a) => measured.areas.get(a.0),
        Subject::Question(_) | Subject::Lens(_) => None,
    }
}

/// A node whose answers are changed for trial.
struct Trial<'m> {
    rubric: &'m Rubric,
    replies: Vec<Reply>,
    measured: &'m Measured,
    subject: Subject,
    /// What counts in it, with effective weights.
    items: Vec<Item>,
    /// The stated level.
    level: u8,
}

impl<'m> Trial<'m> {
    fn new(rubric: &'m Rubric, replies: &[Reply], measured: &'m Measured, subject: Subject) -> Option<Self> {
        let level = node(measured, subject)?.level()?;
        let rater = Rater::new(rubric, replies);
        let items = match subject {
            Subject::Overall => items(&rater, &measured.weights),
            Subject::Dimension(d) => rater.dimension_items(d),
            Subject::Area(a) => rater.area_items(a),
            Subject::Question(_) | Subject::Lens(_) => return None,
        };
        if items.len() > MOST {
            return None;
        }
        Some(Self { rubric, replies: replies.to_vec(), measured, subject, items, level })
    }

    /// The level if one reply were another.
    fn level_with(&mut self, question: QuestionIx, reply: Reply) -> Option<u8> {
        let before = std::mem::replace(&mut self.replies[question.0], reply);
        let area = self.rubric.question(question).area;
        let rater = Rater::new(self.rubric, &self.replies);
        let level = match self.subject {
            Subject::Overall => {
                // Only the question's own area and dimension change; the others stay as measured.
                let dimension = self.rubric.area(area).dimension;
                let (mut areas, mut dimensions) = (self.measured.areas.clone(), self.measured.dimensions.clone());
                areas[area.0] = rater.area(area);
                dimensions[dimension.0] = rater.dimension(dimension, &areas);
                overall(&rater, &self.measured.weights, &dimensions, &areas).node.levels
            }
            _ => self.node_now(&rater).and_then(|n| n.levels),
        };
        self.replies[question.0] = before;
        level.map(|l| l.low)
    }

    /// The level with the replies as they are by now.
    fn level_now(&self) -> Option<u8> {
        let rater = Rater::new(self.rubric, &self.replies);
        let levels = match self.subject {
            Subject::Overall => measured_by(&rater, self.measured.weights.clone()).overall.node.levels,
            _ => self.node_now(&rater).and_then(|n| n.levels),
        };
        levels.map(|l| l.low)
    }

    fn node_now(&self, rater: &Rater) -> Option<Node> {
        match self.subject {
            Subject::Area(a) => Some(rater.area(a)),
            Subject::Dimension(d) => Some(rater.dimension(d, &self.measured.areas)),
            _ => None,
        }
    }
}

/// A rating one level (a practice: one choice) up or down, kept on the scale.
fn shifted(rubric: &Rubric, question: QuestionIx, x: f64, k: f64, by: i8) -> Reply {
    let scale = &rubric.scale;
    let question = rubric.question(question);
    match question.kind {
        Kind::Ladder => {
            let clip = |v: f64| (v + f64::from(by)).clamp(f64::from(scale.min), f64::from(scale.max()));
            Reply::Rated { x: clip(x), k: clip(k) }
        }
        Kind::Practice { .. } => {
            let mut values = question.choices.iter().map(|c| c.value);
            let next = match by {
                1.. => values.find(|v| *v > k + EPSILON),
                _ => values.rfind(|v| *v < k - EPSILON),
            };
            let value = next.unwrap_or(k);
            Reply::Rated { x: value, k: value }
        }
    }
}

fn value_of(replies: &[Reply], question: QuestionIx) -> f64 {
    if let Reply::Rated { x, .. } = replies[question.0] { x } else { f64::NEG_INFINITY }
}

/// The choice above the one that is chosen, while it still helps toward a level.
fn next_choice(rubric: &Rubric, replies: &[Reply], question: QuestionIx, target: u8) -> Option<f64> {
    let of = rubric.question(question);
    let now = if let Reply::Rated { k, .. } = replies[question.0] { k } else { f64::NEG_INFINITY };
    let is_there = match of.kind {
        Kind::Ladder => now > f64::from(target) - EPSILON,
        Kind::Practice { level } => level > target,
    };
    of.choices.iter().map(|c| c.value).find(|v| !is_there && *v > now + EPSILON)
}

fn risen(reply: Reply, to: f64) -> Reply {
    let x = if let Reply::Rated { x, .. } = reply { x.max(to) } else { to };
    Reply::Rated { x, k: to }
}
