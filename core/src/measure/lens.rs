//! Lenses and balance: second readings that never feed the headline.

use super::score::{Node, Weighted};
use crate::rubric::{Balance, Rubric};

/// The score of a lens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LensScore {
    /// Weighted mean over the areas that have a score, m..=M.
    pub score: Option<f64>,
    /// Weighted mean (0..1) of the completeness of the applicable areas that the lens reads.
    pub coverage: Option<f64>,
}

pub(super) fn lenses(rubric: &Rubric, areas: &[Node]) -> Vec<LensScore> {
    let lens = |l: usize| {
        let (mut score, mut coverage) = (Weighted::default(), Weighted::default());
        for (area, node) in rubric.areas.iter().zip(areas) {
            score.add(area.lens_weights[l], node.score());
            coverage.add(area.lens_weights[l], node.completeness);
        }
        LensScore { score: score.value(), coverage: coverage.value() }
    };
    (0..rubric.lenses.len()).map(lens).collect()
}

/// Largest minus smallest dimension score.
pub(super) fn balance(dimensions: &[Node]) -> Option<f64> {
    let scores: Vec<f64> = dimensions.iter().filter_map(Node::score).collect();
    let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let lowest = scores.iter().copied().fold(f64::INFINITY, f64::min);
    (scores.len() > 1).then_some(highest - lowest)
}

/// What a balance index means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BalanceWord {
    /// The dimensions are about level.
    Balanced,
    /// One runs ahead or lags.
    Uneven,
    /// Far apart: level them first.
    Unbalanced,
}

impl BalanceWord {
    /// The word for an index under the rubric's edges.
    pub fn of(index: f64, edges: &Balance) -> Self {
        if super::at_least(edges.balanced, index) {
            Self::Balanced
        } else if super::at_least(edges.uneven, index) {
            Self::Uneven
        } else {
            Self::Unbalanced
        }
    }
}
