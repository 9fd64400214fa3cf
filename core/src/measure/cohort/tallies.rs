//! The tallies of a group of organisations.

use super::tally::Tally;
use crate::measure::score::limits_scope;
use crate::measure::{Measured, Node};
use crate::rubric::Rubric;

/// The tallies of one group: one for each number of the rubric that organisations are compared by.
#[derive(Clone, Debug, Default)]
pub struct Tallies {
    /// Organisations that were counted.
    pub n: u32,
    /// The whole.
    pub overall: Tally,
    /// One per dimension.
    pub dimensions: Vec<Tally>,
    /// One per area.
    pub areas: Vec<Tally>,
    /// One per lens.
    pub lenses: Vec<Tally>,
    /// Largest minus smallest dimension score.
    pub balance: Tally,
}

impl Tallies {
    /// Nothing counted yet, for the numbers of `rubric`.
    pub fn new(rubric: &Rubric) -> Self {
        let some = |n: usize| vec![Tally::default(); n];
        Self {
            dimensions: some(rubric.dimensions.len()),
            areas: some(rubric.areas.len()),
            lenses: some(rubric.lenses.len()),
            ..Self::default()
        }
    }

    /// Counts an organisation. `places` tells for each dimension and area of its own rubric version
    /// where it stands here.
    pub fn add(&mut self, rubric: &Rubric, measured: &Measured, places: &Places) {
        self.n += 1;
        count(&mut self.overall, rubric, &measured.overall.node);
        for (node, place) in measured.dimensions.iter().zip(&places.dimensions) {
            if let Some(tally) = place.and_then(|p| self.dimensions.get_mut(p)) {
                count(tally, rubric, node);
            }
        }
        for (node, place) in measured.areas.iter().zip(&places.areas) {
            if let Some(tally) = place.and_then(|p| self.areas.get_mut(p)) {
                count(tally, rubric, node);
            }
        }
        for (lens, place) in measured.lenses.iter().zip(&places.lenses) {
            if let Some((tally, score)) = place.and_then(|p| self.lenses.get_mut(p)).zip(lens.score) {
                tally.add(score);
            }
        }
        if let Some(balance) = measured.balance {
            self.balance.add(balance);
        }
    }

    /// Every tally: the whole, dimensions, areas, lenses, balance.
    pub fn items(&self) -> impl Iterator<Item = &Tally> {
        let parts = self.dimensions.iter().chain(&self.areas).chain(&self.lenses);
        std::iter::once(&self.overall).chain(parts).chain(std::iter::once(&self.balance))
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: Self) {
        self.n += other.n;
        self.overall.merge(other.overall);
        self.balance.merge(other.balance);
        let mine = self.dimensions.iter_mut().chain(&mut self.areas).chain(&mut self.lenses);
        for (mine, theirs) in mine.zip(other.dimensions.into_iter().chain(other.areas).chain(other.lenses)) {
            mine.merge(theirs);
        }
    }
}

/// What speaks for a part of its area or dimension only is not counted.
fn count(tally: &mut Tally, rubric: &Rubric, node: &Node) {
    let Some(score) = node.score().filter(|_| !limits_scope(node.na_share)) else { return };
    tally.add(score);
    let place = node.level().map(|level| usize::from(level - rubric.scale.min));
    tally.add_level(place, rubric.scale.levels.len());
}

/// Where the parts of one rubric version stand in another one; `None` where they do not.
pub struct Places {
    dimensions: Vec<Option<usize>>,
    areas: Vec<Option<usize>>,
    lenses: Vec<Option<usize>>,
}

impl Places {
    /// The parts of `of` by their ids in `rubric`.
    pub fn new(of: &Rubric, rubric: &Rubric) -> Self {
        let dimension = |d: &crate::rubric::Dimension| rubric.dimensions.iter().position(|o| o.id == d.id);
        let area = |a: &crate::rubric::Area| rubric.areas.iter().position(|o| o.id == a.id);
        let lens = |l: &crate::rubric::Lens| rubric.lenses.iter().position(|o| o.id == l.id);
        Self {
            dimensions: of.dimensions.iter().map(dimension).collect(),
            areas: of.areas.iter().map(area).collect(),
            lenses: of.lenses.iter().map(lens).collect(),
        }
    }
}
