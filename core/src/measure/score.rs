//! Scores, completeness and bounds of areas and dimensions (methods §1.2, §1.4).

mod ratings;
mod weight;

use std::borrow::Cow;

pub(super) use ratings::{End, Ratings};
use weight::completeness;
pub(super) use weight::{Together, Weighted, scale_onto, scaled, together, total};

use super::level::{band, cumulated, mean, reached};
use super::{Counts, Range, Reply, Status, at_least};
use crate::rubric::{AreaIx, DimensionIx, EPSILON, Kind, LevelRule, NaPolicy, Question, QuestionIx, Rubric};

/// The numbers of an area or a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// How much they may be relied on.
    pub status: Status,
    /// Share (0..1) of the applicable weight that is answered with a level; `None` if nothing applies.
    pub completeness: Option<f64>,
    /// Mean of what is answered, whatever the status; see [`Node::score`].
    pub mean: Option<f64>,
    /// Lowest and highest score that the missing answers allow.
    pub bounds: Option<Range<f64>>,
    /// Lowest and highest level that the missing answers allow.
    pub levels: Option<Range<u8>>,
    /// Share (0..1) of the weight that is marked not applicable.
    pub na_share: f64,
    /// Areas of which more than a third is marked not applicable: the score if that counted as the
    /// lowest level, so that leaving out cannot silently lift a result (methods §1.4).
    pub as_lowest: Option<f64>,
    /// How many questions are in which state.
    pub counts: Counts,
}

impl Node {
    /// Of which nothing applies.
    pub(super) const fn nothing(counts: Counts) -> Self {
        Self {
            status: Status::NotApplicable,
            completeness: None,
            mean: None,
            bounds: None,
            levels: None,
            na_share: 0.0,
            as_lowest: None,
            counts,
        }
    }

    /// The score m..=M, if enough is answered to state one.
    pub fn score(&self) -> Option<f64> {
        self.mean.filter(|_| !matches!(self.status, Status::Insufficient | Status::NotApplicable))
    }

    /// Whether so much is marked not applicable that the score speaks for a part only.
    pub fn is_scope_limited(&self) -> bool {
        self.as_lowest.is_some()
    }

    /// The level, if the missing answers cannot change it.
    pub fn level(&self) -> Option<u8> {
        self.levels.filter(|_| self.status.has_level()).map(|l| l.low)
    }
}

/// Whether such a share of the weight (0..=1), marked not applicable, limits what a score speaks for (methods §1.4).
pub(super) fn limits_scope(not_applicable: f64) -> bool {
    !at_least(1.0 / 3.0, not_applicable)
}

/// A question's reply and its effective weight within some node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub question: QuestionIx,
    /// The question's.
    pub kind: Kind,
    pub reply: Reply,
    pub weight: f64,
}

/// Evaluates nodes of one rubric and one set of replies.
pub(super) struct Rater<'r> {
    pub rubric: &'r Rubric,
    pub replies: &'r [Reply],
    na_policy: NaPolicy,
}

impl<'r> Rater<'r> {
    pub fn new(rubric: &'r Rubric, replies: &'r [Reply]) -> Self {
        Self { rubric, replies, na_policy: rubric.na_policy }
    }

    /// The same under another N/A policy than the rubric's.
    pub fn under(self, na_policy: NaPolicy) -> Self {
        Self { na_policy, ..self }
    }

    /// The reply as the N/A policy makes it count.
    fn counted(&self, question: QuestionIx) -> Reply {
        match self.replies[question.0] {
            Reply::NotApplicable if self.na_policy == NaPolicy::AsLowest => self.lowest(question),
            Reply::NotApplicable if self.na_policy == NaPolicy::Deny => Reply::Unanswered,
            reply => reply,
        }
    }

    /// The lowest answer to a question.
    fn lowest(&self, question: QuestionIx) -> Reply {
        let lowest = End::Low.of(&self.rubric.scale, self.rubric.question(question).kind);
        Reply::Rated { x: lowest, k: lowest }
    }

    /// Items of an area with ω = w: asked and of some weight.
    fn asked_items(&self, area: AreaIx) -> Vec<Item> {
        let questions = self.rubric.area(area).questions.clone().map(QuestionIx);
        let item = |question| {
            let Question { kind, weight, .. } = *self.rubric.question(question);
            Item { question, kind, reply: self.counted(question), weight }
        };
        questions.map(item).filter(|i| i.weight > EPSILON && i.reply != Reply::NotAsked).collect()
    }

    /// Applicable items of an area.
    pub fn area_items(&self, area: AreaIx) -> Vec<Item> {
        let mut items = self.asked_items(area);
        items.retain(|i| i.reply != Reply::NotApplicable);
        items
    }

    /// Applicable items of a dimension with ω = u·w / Σw; areas with nothing applicable drop out.
    pub fn dimension_items(&self, dimension: DimensionIx) -> Vec<Item> {
        let areas = self.rubric.dimension(dimension).areas.clone().map(AreaIx);
        let of = |area| scaled(&self.area_items(area), self.rubric.area(area).weight);
        areas.flat_map(of).collect()
    }

    pub fn area(&self, area: AreaIx) -> Node {
        self.area_part(area).0
    }

    /// An area with its applicable items.
    pub fn area_part(&self, area: AreaIx) -> (Node, Vec<Item>) {
        let asked = self.asked_items(area);
        let items: Vec<Item> = asked.iter().filter(|i| i.reply != Reply::NotApplicable).copied().collect();
        let mut node = self.of_items(&items);
        let whole = total(asked.iter().map(|i| i.weight));
        // Under `as_lowest` the reply is counted as a rating, so the share is taken from the replies as given.
        let given = |i: &&Item| self.replies[i.question.0] == Reply::NotApplicable;
        let marked = total(asked.iter().filter(given).map(|i| i.weight));
        node.na_share = if whole > EPSILON { marked / whole } else { 0.0 };
        if limits_scope(node.na_share) {
            let as_lowest = |item: &Item| match self.replies[item.question.0] {
                Reply::NotApplicable => Item { reply: self.lowest(item.question), ..*item },
                _ => *item,
            };
            let lowest: Vec<Item> = asked.iter().map(as_lowest).collect();
            node.as_lowest = self.scores(self.ratings(&lowest)).mean;
        }
        node.counts = Counts::of(&self.replies[self.rubric.area(area).questions.clone()]);
        (node, items)
    }

    /// An area as far as its applicable items tell: without its counts and what does not apply.
    pub fn of_items(&self, items: &[Item]) -> Node {
        self.node(completeness(items), self.scores(self.ratings(items)), || items.into())
    }

    /// A dimension whose areas are known.
    pub fn dimension(&self, dimension: DimensionIx, areas: &[Node]) -> Node {
        self.dimension_of(dimension, areas, || self.dimension_items(dimension).into())
    }

    /// The same with its items, should the level rule ask for them.
    pub fn dimension_of<'i>(
        &self,
        dimension: DimensionIx,
        areas: &[Node],
        items: impl FnOnce() -> Cow<'i, [Item]>,
    ) -> Node {
        let of = self.rubric.dimension(dimension);
        let mut node = self.of_areas(dimension, areas, items);
        let first = self.rubric.areas[of.areas.start].questions.start;
        let last = self.rubric.areas[of.areas.end - 1].questions.end;
        node.counts = Counts::of(&self.replies[first..last]);
        let whole = total(of.areas.clone().map(|a| self.rubric.areas[a].weight));
        let marked = total(of.areas.clone().map(|a| self.rubric.areas[a].weight * areas[a].na_share));
        node.na_share = if whole > EPSILON { marked / whole } else { 0.0 };
        node
    }

    /// The same as far as its areas and its items tell: without its counts and what does not apply.
    pub fn of_areas<'i>(
        &self,
        dimension: DimensionIx,
        areas: &[Node],
        items: impl FnOnce() -> Cow<'i, [Item]>,
    ) -> Node {
        let parts = self.rubric.dimension(dimension).areas.clone();
        let parts = parts.map(|a| (self.rubric.areas[a].weight, &areas[a]));
        let Together { completeness, scores } = together(parts, self.is_cumulative());
        self.node(completeness, scores, items)
    }

    pub fn is_cumulative(&self) -> bool {
        matches!(self.rubric.level_rule, LevelRule::Cumulative { .. })
    }

    /// Scores of what is there, and with what is missing at either end; without any rating there is none.
    fn scores(&self, ratings: Ratings) -> Scores {
        let score = |missing| {
            let ratings = ratings.with(missing);
            ratings.clone().next()?;
            Some(if self.is_cumulative() { cumulated(&self.rubric.scale, ratings) } else { mean(ratings) })
        };
        let known = score(None);
        let is_whole = ratings.is_whole();
        let end = |end| if is_whole { known } else { score(Some(end)) };
        Scores { mean: known, low: end(End::Low), high: end(End::High) }
    }

    /// Status and levels of what is so complete and has such scores. Its items are asked for only where the
    /// rule looks at more than the score.
    fn node<'i>(&self, completeness: Option<f64>, scores: Scores, items: impl FnOnce() -> Cow<'i, [Item]>) -> Node {
        let nothing = Node::nothing(Counts::default());
        let (Some(c), Some(low), Some(high)) = (completeness, scores.low, scores.high) else { return nothing };
        let (rule, scale) = (self.rubric.level_rule, &self.rubric.scale);
        let levels = if let LevelRule::Bands { offset } = rule {
            Range { low: band(low, offset, scale), high: band(high, offset, scale) }
        } else {
            let items = items();
            let ratings = self.ratings(&items);
            let level = |end, score| reached(rule, scale, ratings.with(Some(end)), score);
            let lowest = level(End::Low, low);
            Range { low: lowest, high: if ratings.is_whole() { lowest } else { level(End::High, high) } }
        };
        let status = if !at_least(c, self.rubric.min_completeness) || scores.mean.is_none() {
            Status::Insufficient
        } else {
            stated(c, Some(levels))
        };
        Node {
            status,
            completeness,
            mean: scores.mean,
            bounds: Some(Range { low, high }),
            levels: Some(levels),
            ..nothing
        }
    }
}

/// `Final`, `Determined` or `Range`.
pub(super) fn stated(completeness: f64, levels: Option<Range<u8>>) -> Status {
    if at_least(completeness, 1.0) {
        Status::Final
    } else if levels.is_some_and(|l| l.low == l.high) {
        Status::Determined
    } else {
        Status::Range
    }
}

/// Score of what is answered, and of all with the missing at either end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scores {
    pub mean: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}
