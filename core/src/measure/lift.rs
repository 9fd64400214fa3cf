//! One way to the next level (methods §1.5).

use super::overall::items;
use super::score::{Item, Node, Rater};
use super::{Measured, Reply, Subject, measured_by};
use crate::order;
use crate::rubric::{AreaIx, EPSILON, Kind, QuestionIx, Rubric};

/// For numbers of more questions no way is sought: one that names hundreds helps nobody.
const MOST: usize = 200;

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
    order::by(&mut taken, Ord::cmp);
    let raise = |question: &QuestionIx| {
        let chosen = |reply: &Reply| if let Reply::Rated { k, .. } = reply { Some(*k) } else { None };
        Some(Raise { question: *question, from: chosen(&replies[question.0]), to: chosen(&trial.replies[question.0])? })
    };
    Some((target, taken.iter().filter_map(raise).collect()))
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
        let level = measured.node(subject)?.level()?;
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
            Subject::Dimension(d) => {
                let mut areas = self.measured.areas.clone();
                for a in self.rubric.dimension(d).areas.clone() {
                    areas[a] = rater.area(AreaIx(a));
                }
                Some(rater.dimension(d, &areas))
            }
            _ => None,
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
