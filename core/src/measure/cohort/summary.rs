//! One value for every way to print a pool: what may be told, and nothing that may not.

use std::borrow::Cow;

use super::cell::{Shown, shown_of};
use super::protect::protected;
use super::strata::{Cell, Plan};
use super::tallies::Tallies;
use super::tally::Tally;
use crate::rubric::Rubric;

/// What is told of a pool.
#[derive(Clone, Debug)]
pub struct Summary<'r> {
    /// The rubric that gives names and scale.
    pub rubric: &'r Rubric,
    /// Fewer organisations than this are not told; `None`: everything is.
    pub k: Option<u32>,
    /// Organisations in the pool; `None`: fewer than k.
    pub n: Option<u32>,
    /// How many were held in which way, in the order of [`Mode::ALL`](crate::assessment::Mode::ALL); `None`: fewer than k.
    pub modes: [Option<u32>; 3],
    /// The cells, everybody first.
    pub cells: Vec<ToldCell>,
}

/// What is told of a cell.
#[derive(Clone, Debug)]
pub struct ToldCell {
    /// Which one.
    pub cell: Cell,
    /// Organisations in it; `None`: fewer than k.
    pub n: Option<u32>,
    /// The whole.
    pub overall: Shown,
    /// The dimensions of the rubric.
    pub dimensions: Vec<Shown>,
    /// The areas of the rubric.
    pub areas: Vec<Shown>,
    /// The lenses of the rubric.
    pub lenses: Vec<Shown>,
    /// Largest minus smallest dimension score.
    pub balance: Shown,
}

impl<'r> Summary<'r> {
    /// What may be told of counted cells; `modes` says how many were held in which way, in the order of
    /// [`Mode::ALL`](crate::assessment::Mode::ALL), `groups` are the tallies of the groups of the plan, and `tallies` gives those of a cell by
    /// its place, one after the other.
    pub fn new<'t>(
        rubric: &'r Rubric,
        modes: [u32; 3],
        plan: &Plan,
        groups: &[Tallies],
        tallies: &dyn Fn(usize) -> Cow<'t, Tallies>,
        k: Option<u32>,
    ) -> Self {
        let enough = |n: u32| k.is_none_or(|k| n >= k).then_some(n);
        let n = enough(modes.iter().sum());
        // Nobody at all exposes nobody, but one small number would follow from the others.
        let is_safe = k.is_none_or(|k| modes.iter().all(|n| *n == 0 || *n >= k));
        let protected = k.map(|k| protected(plan, groups, k));
        let told = |(place, cell)| {
            let mut told = told(rubric, cell, &tallies(place), k);
            if let Some(hidden) = &protected {
                told.hide(&hidden[place]);
            }
            told
        };
        Self {
            rubric,
            k,
            n,
            modes: modes.map(|n| Some(n).filter(|_| is_safe)),
            cells: plan.cells.iter().enumerate().map(told).collect(),
        }
    }
}

impl ToldCell {
    /// Takes out the numbers that are hidden, in the order of [`Tallies::items`].
    fn hide(&mut self, hidden: &[bool]) {
        let parts = self.dimensions.iter_mut().chain(&mut self.areas).chain(&mut self.lenses);
        let all = std::iter::once(&mut self.overall).chain(parts).chain(std::iter::once(&mut self.balance));
        all.zip(hidden).filter(|(_, is_hidden)| **is_hidden).for_each(|(shown, _)| *shown = Shown::default());
    }
}

fn told(rubric: &Rubric, cell: &Cell, tallies: &Tallies, k: Option<u32>) -> ToldCell {
    let scale = (rubric.scale.min, rubric.scale.max());
    let shown = |tally: &Tally| {
        let shown = shown_of(tally, scale, k);
        match cell {
            _ if k.is_none() => shown,
            Cell::All => shown,
            // Cells that are only told together have a number and a mean.
            cell if cell.is_other() => Shown { n: shown.n, mean: shown.mean, ..Shown::default() },
            // Shares of a group taken off those of everybody would be those of the other groups, however small.
            _ => Shown { levels: Vec::new(), floor: None, ceiling: None, ..shown },
        }
    };
    let all = |tallies: &[Tally]| tallies.iter().map(shown).collect();
    ToldCell {
        cell: cell.clone(),
        n: Some(tallies.n).filter(|n| k.is_none_or(|k| *n >= k)),
        overall: shown(&tallies.overall),
        dimensions: all(&tallies.dimensions),
        areas: all(&tallies.areas),
        lenses: all(&tallies.lenses),
        // A spread has no floor and no ceiling on the scale.
        balance: Shown { floor: None, ceiling: None, ..shown(&tallies.balance) },
    }
}
