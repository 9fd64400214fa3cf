//! Whether questions hang together: coefficients of a matrix of covariances (methods §3.2).

use super::NOTHING;
use crate::measure::Undefined;

/// Covariances of k questions, in squared levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Covariances {
    k: usize,
    c: Vec<f64>,
}

impl Covariances {
    /// A symmetric matrix, row by row.
    pub(super) const fn new(k: usize, c: Vec<f64>) -> Self {
        Self { k, c }
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.c[i * self.k + j]
    }

    fn trace(&self) -> f64 {
        (0..self.k).map(|i| self.at(i, i)).sum()
    }

    /// The variance of the sum of all questions.
    fn total(&self) -> Result<f64, Undefined> {
        if self.k < 2 {
            return Err(Undefined::TooFewColumns);
        }
        Some(self.c.iter().sum()).filter(|total| *total > NOTHING).ok_or(Undefined::NoVariance)
    }

    /// Cronbach's alpha (1951), at most 1; below 0 where the questions oppose one another.
    pub fn alpha(&self) -> Result<f64, Undefined> {
        let alpha = alpha_of_summary(self.k, self.trace(), self.total()?);
        // Only covariances over different rows can exceed what a matrix of one table allows.
        if alpha > 1.0 + NOTHING { Err(Undefined::InconsistentPairs) } else { Ok(alpha) }
    }

    /// Guttman's lambda-2 (1945), never below alpha.
    pub fn lambda2(&self) -> Result<f64, Undefined> {
        let total = self.total()?;
        let pairs = || (0..self.k).flat_map(|i| (0..self.k).filter(move |j| *j != i).map(move |j| self.at(i, j)));
        let squares: f64 = pairs().map(|c| c * c).sum();
        Ok((pairs().sum::<f64>() + (ratio(self.k) * squares).sqrt()) / total)
    }

    /// Correlation (−1..=1) of question `j` with the sum of the others; `None` if either is constant.
    pub fn item_rest(&self, j: usize) -> Option<f64> {
        let together: f64 = (0..self.k).filter(|i| *i != j).map(|i| self.at(i, j)).sum();
        let rest: f64 = self.without(j).c.iter().sum();
        let own = self.at(j, j);
        (own > NOTHING && rest > NOTHING).then(|| together / (own * rest).sqrt())
    }

    /// Alpha of the other questions; wants three questions in all.
    pub fn alpha_without(&self, j: usize) -> Result<f64, Undefined> {
        self.without(j).alpha()
    }

    fn without(&self, gone: usize) -> Self {
        let kept = || (0..self.k).filter(move |i| *i != gone);
        let c = kept().flat_map(|i| kept().map(move |j| self.at(i, j))).collect();
        Self { k: self.k.saturating_sub(1), c }
    }
}

/// Alpha of `k` ≥ 2 questions from the sum of their variances and the variance of their sum, above 0.
pub fn alpha_of_summary(k: usize, variances: f64, total: f64) -> f64 {
    ratio(k) * (1.0 - variances / total)
}

/// k / (k − 1).
fn ratio(k: usize) -> f64 {
    k as f64 / k.saturating_sub(1) as f64
}
