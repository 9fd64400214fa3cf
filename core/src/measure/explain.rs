//! Why a number is what it is: the arithmetic as a tree down to the answers.

use super::fragile::{Fragility, fragility};
use super::lacking::{Lacking, lacking_of};
use super::level::{band, lowest};
use super::lift::{Raise, one_way};
use super::score::{Node, Rater, scaled};
use super::subject::Subject;
use super::variants::under_other_policy;
use super::{Cap, LensScore, Measured, Range, Reply, Status};
use crate::rubric::{AreaIx, DimensionIx, LevelRule, NaPolicy, Rubric};

/// One part of a weighted mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// What it is.
    pub subject: Subject,
    /// Its share (0..1) of the answered weight.
    pub share: f64,
    /// Its value; `None` if it has none and therefore no share.
    pub value: Option<f64>,
    /// Its level, if stated.
    pub level: Option<u8>,
}

/// One step of the arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The score is the mean of the parts by their shares.
    Mean {
        /// The result.
        score: f64,
    },
    /// How much is answered.
    Coverage {
        /// Share (0..1) of the weight.
        completeness: f64,
        /// How much the numbers may be relied on.
        status: Status,
    },
    /// How much of what a lens reads is answered.
    LensCoverage {
        /// Share (0..1) of the weight.
        completeness: f64,
    },
    /// What the missing answers can do.
    Bounds {
        /// Lowest and highest score.
        score: Range<f64>,
        /// Lowest and highest level.
        level: Option<Range<u8>>,
    },
    /// The level is where the score falls among the bands.
    Band {
        /// The score.
        score: f64,
        /// The level.
        level: u8,
        /// Score at which that level begins; `None` for the lowest.
        from: Option<f64>,
        /// Score at which the next level begins; `None` for the highest.
        next: Option<f64>,
    },
    /// What the next level asks for, and which answers hold it back.
    Next(Lacking),
    /// The level is that of the lowest answer.
    Lowest {
        /// The lowest answer.
        value: f64,
        /// The level.
        level: u8,
    },
    /// Something limits the headline.
    Capped {
        /// What, and to which level.
        cap: Cap,
        /// The level without it.
        uncapped: u8,
    },
    /// One answer, a level higher or lower, would change the level.
    Fragile(Fragility),
    /// Answers that together would bring the next level; one way of several, not the best.
    OneWay {
        /// The next level.
        target: u8,
        /// The answers to raise.
        raises: Vec<Raise>,
    },
    /// What "not applicable" would do under the other policy.
    UnderPolicy {
        /// The policy.
        policy: NaPolicy,
        /// The score under it.
        score: Option<f64>,
        /// The level under it, if stated.
        level: Option<u8>,
    },
}

/// A number with its arithmetic and the parts it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub subject: Subject,
    /// The steps.
    pub reasons: Vec<Reason>,
    /// The parts, in the rubric's order.
    pub terms: Vec<Term>,
}

/// Explains one number of a measurement that was made from these replies.
pub fn explain(rubric: &Rubric, replies: &[Reply], measured: &Measured, subject: Subject) -> Explanation {
    let (mut reasons, terms) = arithmetic(rubric, replies, measured, subject);
    reasons.extend(what_would_move(rubric, replies, measured, subject));
    Explanation { subject, reasons, terms }
}

/// The parts of one number alone.
pub fn parts(rubric: &Rubric, replies: &[Reply], measured: &Measured, subject: Subject) -> Vec<Term> {
    arithmetic(rubric, replies, measured, subject).1
}

fn arithmetic(rubric: &Rubric, replies: &[Reply], measured: &Measured, subject: Subject) -> (Vec<Reason>, Vec<Term>) {
    let rater = Rater::new(rubric, replies);
    match subject {
        Subject::Overall => of_overall(&rater, measured),
        Subject::Dimension(d) => of_dimension(&rater, measured, d),
        Subject::Area(a) => of_area(&rater, measured, a),
        Subject::Lens(l) => of_lens(rubric, measured, l),
        Subject::Question(_) => (Vec::new(), Vec::new()),
    }
}

/// What would lift or lower the level, and what it is under the other N/A policy.
fn what_would_move(rubric: &Rubric, replies: &[Reply], measured: &Measured, subject: Subject) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let Some(found) = fragility(rubric, replies, measured, subject).filter(|f| *f != Fragility::default()) {
        reasons.push(Reason::Fragile(found));
    }
    if let Some((target, raises)) = one_way(rubric, replies, measured, subject) {
        reasons.push(Reason::OneWay { target, raises });
    }
    // Where so little is answered that there is no score under it either, there is nothing to say.
    if let Some((policy, score @ Some(_), level)) = under_other_policy(rubric, replies, measured, subject) {
        reasons.push(Reason::UnderPolicy { policy, score, level });
    }
    reasons
}

fn of_overall(rater: &Rater, measured: &Measured) -> (Vec<Reason>, Vec<Term>) {
    let node = &measured.overall.node;
    let items = |d: usize| scaled(&rater.dimension_items(DimensionIx(d)), measured.weights[d]);
    let weight =
        |d: usize| answered_weight(rater.is_cumulative(), measured.weights[d], &measured.dimensions[d], &items(d));
    let parts = measured.dimensions.iter().enumerate();
    let parts = parts.map(|(d, n)| (Subject::Dimension(DimensionIx(d)), weight(d), n.mean, n.level()));
    let mut reasons = common(node);
    if let Some(rule) = &rater.rubric.overall_rule {
        let level = measured.overall.uncapped.filter(|l| l.low == l.high).map(|l| l.low);
        if let (Some(score), Some(level)) = (node.score(), level) {
            reasons.push(band_reason(rater.rubric, score, rule.offset, level));
        }
        if let Some(uncapped) = measured.overall.uncapped {
            reasons
                .extend(measured.overall.caps.iter().map(|cap| Reason::Capped { cap: *cap, uncapped: uncapped.low }));
        }
    }
    (reasons, terms(parts))
}

fn of_dimension(rater: &Rater, measured: &Measured, dimension: DimensionIx) -> (Vec<Reason>, Vec<Term>) {
    let node = &measured.dimensions[dimension.0];
    let parts = rater.rubric.dimension(dimension).areas.clone().map(|a| {
        let u = rater.rubric.areas[a].weight;
        let items = scaled(&rater.area_items(AreaIx(a)), u);
        let area = &measured.areas[a];
        (Subject::Area(AreaIx(a)), answered_weight(rater.is_cumulative(), u, area, &items), area.mean, area.level())
    });
    let terms = terms(parts);
    let mut reasons = common(node);
    reasons.extend(level_reasons(rater, node, &rater.dimension_items(dimension)));
    (reasons, terms)
}

fn of_area(rater: &Rater, measured: &Measured, area: AreaIx) -> (Vec<Reason>, Vec<Term>) {
    let node = &measured.areas[area.0];
    let items = rater.area_items(area);
    let parts = items.iter().map(|item| match item.reply {
        Reply::Rated { x, .. } => (Subject::Question(item.question), item.weight, Some(x), None),
        _ => (Subject::Question(item.question), 0.0, None, None),
    });
    let terms = terms(parts);
    let mut reasons = common(node);
    reasons.extend(level_reasons(rater, node, &items));
    (reasons, terms)
}

fn of_lens(rubric: &Rubric, measured: &Measured, lens: usize) -> (Vec<Reason>, Vec<Term>) {
    let LensScore { score, coverage } = measured.lenses[lens];
    let parts = rubric.areas.iter().zip(&measured.areas).enumerate();
    let parts = parts.filter(|(_, (area, _))| area.lens_weights[lens] > 0.0).map(|(a, (area, node))| {
        (Subject::Area(AreaIx(a)), node.score().map_or(0.0, |_| area.lens_weights[lens]), node.score(), node.level())
    });
    let terms = terms(parts);
    let mut reasons: Vec<Reason> = score.map(|score| Reason::Mean { score }).into_iter().collect();
    reasons.extend(coverage.map(|completeness| Reason::LensCoverage { completeness }));
    (reasons, terms)
}

/// The weight with which a part enters its parent's mean.
fn answered_weight(by_children: bool, weight: f64, node: &Node, items: &[super::score::Item]) -> f64 {
    if by_children {
        return node.mean.map_or(0.0, |_| weight);
    }
    items.iter().filter(|i| matches!(i.reply, Reply::Rated { .. })).map(|i| i.weight).sum()
}

fn terms(parts: impl Iterator<Item = (Subject, f64, Option<f64>, Option<u8>)>) -> Vec<Term> {
    let parts: Vec<_> = parts.collect();
    let total: f64 = parts.iter().map(|(_, weight, ..)| weight).sum();
    let share = |weight: f64| if total > 0.0 { weight / total } else { 0.0 };
    parts
        .into_iter()
        .map(|(subject, weight, value, level)| Term { subject, share: share(weight), value, level })
        .collect()
}

fn common(node: &Node) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = node.score().map(|score| Reason::Mean { score }).into_iter().collect();
    if let Some(completeness) = node.completeness {
        reasons.push(Reason::Coverage { completeness, status: node.status });
        if let (Some(score), true) = (node.bounds, node.status != Status::Final) {
            reasons.push(Reason::Bounds { score, level: node.levels });
        }
    }
    reasons
}

fn band_reason(rubric: &Rubric, score: f64, offset: f64, level: u8) -> Reason {
    let scale = &rubric.scale;
    let edge = |level: u8| f64::from(level) - offset;
    Reason::Band {
        score,
        level,
        from: (level > scale.min).then(|| edge(level)),
        next: (level < scale.max()).then(|| edge(level + 1)),
    }
}

/// Why a node has the level that is stated, and what the next one asks for.
fn level_reasons(rater: &Rater, node: &Node, items: &[super::score::Item]) -> Vec<Reason> {
    let Some((score, level)) = node.score().zip(node.level()) else { return Vec::new() };
    let rule = match rater.rubric.level_rule {
        LevelRule::Bands { offset } => {
            debug_assert!(node.status != Status::Final || band(score, offset, &rater.rubric.scale) == level);
            Some(band_reason(rater.rubric, score, offset, level))
        }
        LevelRule::Min => Some(Reason::Lowest { value: lowest(rater.ratings(items).with(None)), level }),
        LevelRule::Gate { .. } | LevelRule::Cumulative { .. } => None,
    };
    rule.into_iter().chain(lacking_of(rater, items, level).map(Reason::Next)).collect()
}
