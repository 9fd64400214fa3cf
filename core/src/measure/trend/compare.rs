//! Two assessments of one rubric side by side, on what both of them rated.

use std::collections::BTreeMap;

use super::{Core, Link, RHO, SIGMA, Sem, Verdict, Z95, core_pairs, sign_test};
use crate::measure::score::{Item, Rater};
use crate::measure::{Measured, Reply};
use crate::order;
use crate::rubric::upgrade::{Fate, Mapped};
use crate::rubric::{AreaIx, DimensionIx, EPSILON, Id, QuestionIx, Rubric};

/// The change of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionChange {
    /// Which one.
    pub dimension: DimensionIx,
    /// Share (0..1) of its weight that both assessments rated.
    pub share: f64,
    /// Scores before and after on what both rated; `None` if that is too little to compare.
    pub scores: Option<(f64, f64)>,
    /// The standard error of a score on it.
    pub sem: Sem,
    /// Whether the change is more than error; `None` if nothing is compared.
    pub verdict: Option<Verdict>,
    /// How many of its questions went up and how many went down.
    pub moved: (usize, usize),
    /// The sign test of those.
    pub p: Option<f64>,
    /// Stated levels before and after.
    pub levels: (Option<u8>, Option<u8>),
}

impl DimensionChange {
    /// After minus before.
    pub fn change(&self) -> Option<f64> {
        self.scores.map(|(before, after)| after - before)
    }

    /// The smallest change that is more than error.
    pub fn sdc(&self) -> f64 {
        self.sem.sdc(Z95)
    }
}

/// The change of an area: with one or two questions error is large, and only a leap is more than that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaChange {
    /// Which one.
    pub area: AreaIx,
    /// Scores before and after as each assessment states them.
    pub scores: (Option<f64>, Option<f64>),
    /// After minus before on what both rated; `None` if that is too little to compare.
    pub change: Option<f64>,
    /// Whether that is more than error.
    pub verdict: Option<Verdict>,
    /// Stated levels before and after.
    pub levels: (Option<u8>, Option<u8>),
}

/// A question whose rating moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Which one.
    pub question: QuestionIx,
    /// The value before.
    pub before: f64,
    /// The value after.
    pub after: f64,
}

/// What has changed from one assessment to a later one.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// One per dimension, in the rubric's order.
    pub dimensions: Vec<DimensionChange>,
    /// One per area, in the rubric's order.
    pub areas: Vec<AreaChange>,
    /// Questions that both rated differently, in the rubric's order.
    pub moved: Vec<Moved>,
    /// Areas among the strengths now that were not before, of those that had a score then.
    pub new_strengths: Vec<AreaIx>,
    /// Areas among the strengths before that no longer are, of those that have a score now.
    pub lost_strengths: Vec<AreaIx>,
    /// Stated headline levels before and after.
    pub headline: (Option<u8>, Option<u8>),
}

/// An assessment's side of a comparison.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// What was asked.
    pub rubric: &'a Rubric,
    /// One reply per question of that rubric.
    pub replies: &'a [Reply],
    /// The numbers of those.
    pub measured: &'a Measured,
}

/// Compares two assessments through the links between their rubrics; the later one's weights count.
pub fn compare(old: Side, new: Side, links: &[Link]) -> Comparison {
    let rated = |side: Side| -> BTreeMap<Id, f64> {
        let of = |(q, r): (&crate::rubric::Question, &Reply)| match r {
            Reply::Rated { x, .. } => Some((q.id.clone(), *x)),
            _ => None,
        };
        order::gathered(side.rubric.questions.iter().zip(side.replies).filter_map(of))
    };
    let (before, after) = (rated(old), rated(new));
    let place = |id: &Id| old.rubric.dimensions.iter().position(|d| d.id == *id);
    let rater = Rater::new(new.rubric, new.replies);
    let on_core = |items: &[Item]| OnCore::new(core_of(new.rubric, items, links, &before, &after));
    let dimension = |d: usize| {
        let OnCore { core, scores, sem, verdict } = on_core(&rater.dimension_items(DimensionIx(d)));
        let moved = core.moved();
        let level_before = place(&new.rubric.dimensions[d].id).and_then(|d| old.measured.dimensions[d].level());
        DimensionChange {
            dimension: DimensionIx(d),
            share: core.share,
            scores,
            sem,
            verdict,
            moved,
            p: sign_test(moved.0, moved.1),
            levels: (level_before, new.measured.dimensions[d].level()),
        }
    };
    let old_area = |a: usize| {
        let id = &new.rubric.areas[a].id;
        old.rubric.areas.iter().position(|o| o.id == *id).map(|o| &old.measured.areas[o])
    };
    let area = |a: usize| {
        let (before, after) = (old_area(a), &new.measured.areas[a]);
        let OnCore { scores, verdict, .. } = on_core(&rater.area_items(AreaIx(a)));
        AreaChange {
            area: AreaIx(a),
            change: scores.map(|(before, after)| after - before),
            verdict,
            scores: (before.and_then(crate::measure::Node::score), after.score()),
            levels: (before.and_then(crate::measure::Node::level), after.level()),
        }
    };
    let all: Vec<(Id, f64)> = new.rubric.questions.iter().map(|q| (q.id.clone(), q.weight)).collect();
    let pairs = core_pairs(links, &before, &after, &all).pairs.into_iter();
    let moved = pairs.filter(|p| (p.after - p.before).abs() > EPSILON).filter_map(|p| {
        Some(Moved { question: new.rubric.question_ix(p.id.as_str())?, before: p.before, after: p.after })
    });
    let mut moved: Vec<Moved> = moved.collect();
    order::by_key(&mut moved, |m| m.question);
    let (was, is) = (strong(old), strong(new));
    let named = |ids: Vec<Id>| {
        new.rubric.areas.iter().enumerate().filter(|(_, a)| ids.contains(&a.id)).map(|(i, _)| AreaIx(i)).collect()
    };
    Comparison {
        dimensions: (0..new.rubric.dimensions.len()).map(dimension).collect(),
        areas: (0..new.rubric.areas.len()).map(area).collect(),
        moved,
        new_strengths: named(is.iter().filter(|id| !was.contains(id) && has_score(old, id)).cloned().collect()),
        lost_strengths: named(was.iter().filter(|id| !is.contains(id) && has_score(new, id)).cloned().collect()),
        headline: (old.measured.overall.node.level(), new.measured.overall.node.level()),
    }
}

/// Ids of the three strongest areas.
fn strong(side: Side) -> Vec<Id> {
    side.measured.strengths(3).iter().map(|(a, _)| side.rubric.area(*a).id.clone()).collect()
}

/// Whether an area has a score: of one that nobody has rated nothing is said.
fn has_score(side: Side, area: &Id) -> bool {
    let place = side.rubric.areas.iter().position(|a| a.id == *area);
    place.is_some_and(|a| side.measured.areas[a].score().is_some())
}

/// What both rated of a dimension or an area, and what its change is worth.
struct OnCore {
    core: Core,
    scores: Option<(f64, f64)>,
    sem: Sem,
    verdict: Option<Verdict>,
}

impl OnCore {
    fn new(core: Core) -> Self {
        let weights: Vec<f64> = core.pairs.iter().map(|p| p.weight).collect();
        let sem = Sem::assumed(&weights, SIGMA, RHO);
        let scores = core.scores().filter(|_| core.is_comparable());
        let verdict = scores.map(|(before, after)| Verdict::of(after - before, sem.sdc(Z95)));
        Self { core, scores, sem, verdict }
    }
}

/// What both rated of the items of a dimension or an area.
fn core_of(
    rubric: &Rubric,
    items: &[Item],
    links: &[Link],
    before: &BTreeMap<Id, f64>,
    after: &BTreeMap<Id, f64>,
) -> Core {
    let weights: Vec<(Id, f64)> = items.iter().map(|i| (rubric.question(i.question).id.clone(), i.weight)).collect();
    core_pairs(links, before, after, &weights)
}

/// Links from an earlier version of a rubric to a later one: by the later one's version map, else by
/// the ids that both have, for ids are permanent. None where levels mean something else and no map says what.
pub fn links(old: &Rubric, new: &Rubric) -> Vec<Link> {
    if let Some(fates) = new.fates(old) {
        return fates.iter().map(|mapped| link(new, mapped)).collect();
    }
    if old.id != new.id || old.version.major != new.version.major {
        return Vec::new();
    }
    let shared = new.questions.iter().filter(|q| old.question_ix(q.id.as_str()).is_some());
    shared.map(|q| Link { old: vec![q.id.clone()], new: vec![q.id.clone()], levels: Vec::new() }).collect()
}

fn link(new: &Rubric, mapped: &Mapped) -> Link {
    let levels = if let Fate::Rescaled(levels) = &mapped.fate { levels.clone() } else { Vec::new() };
    let ids = mapped.new.iter().map(|q| new.question(*q).id.clone()).collect();
    Link { old: mapped.old.clone(), new: ids, levels }
}
