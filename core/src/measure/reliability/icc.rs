//! Agreement of repeated or several ratings of the same targets (methods §3.3; Shrout & Fleiss 1979).

use super::NOTHING;
use crate::measure::Undefined;
use crate::measure::trend::Sem;

/// The two-way analysis of variance of a complete table: targets in rows, raters or occasions in columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanSquares {
    /// Between targets.
    pub rows: f64,
    /// Between raters or occasions.
    pub columns: f64,
    /// What is left.
    pub rest: f64,
    /// Number of targets, at least 2.
    pub n: usize,
    /// Number of raters or occasions, at least 2.
    pub k: usize,
}

impl MeanSquares {
    /// Of a table without gaps, all rows of the same length.
    pub fn of(table: &[Vec<f64>]) -> Result<Self, Undefined> {
        let (n, k) = (table.len(), table.first().map_or(0, Vec::len));
        if k < 2 {
            return Err(Undefined::TooFewColumns);
        }
        if n < 2 {
            return Err(Undefined::TooFewRows);
        }
        let (targets, raters) = (n as f64, k as f64);
        let row_means: Vec<f64> = table.iter().map(|row| row.iter().sum::<f64>() / raters).collect();
        let column_means: Vec<f64> = (0..k).map(|j| table.iter().map(|row| row[j]).sum::<f64>() / targets).collect();
        let mean = row_means.iter().sum::<f64>() / targets;
        let squares = |means: &[f64]| means.iter().map(|m| (m - mean) * (m - mean)).sum::<f64>();
        let rest: f64 = table
            .iter()
            .zip(&row_means)
            .flat_map(|(row, row_mean)| {
                row.iter().zip(&column_means).map(move |(x, column_mean)| x - row_mean - column_mean + mean)
            })
            .map(|e| e * e)
            .sum();
        Ok(Self {
            rows: raters * squares(&row_means) / (targets - 1.0),
            columns: targets * squares(&column_means) / (raters - 1.0),
            rest: rest / ((targets - 1.0) * (raters - 1.0)),
            n,
            k,
        })
    }

    /// ICC(2,1): one rater, absolute agreement; negative values are read as 0.
    pub fn single(&self) -> Result<f64, Undefined> {
        let (n, k) = (self.n as f64, self.k as f64);
        self.over(self.rows + (k - 1.0) * self.rest + k * (self.columns - self.rest) / n)
    }

    /// ICC(2,k): the mean of all raters, absolute agreement.
    pub fn mean(&self) -> Result<f64, Undefined> {
        self.over(self.rows + (self.columns - self.rest) / self.n as f64)
    }

    /// ICC(3,k): the mean of all raters, consistency; equals alpha of the same table.
    pub fn consistency(&self) -> Result<f64, Undefined> {
        self.over(self.rows)
    }

    /// Standard error of measurement of one rating.
    pub fn sem(&self) -> Sem {
        Sem::of_retest(self.columns, self.rest, self.n)
    }

    fn over(&self, denominator: f64) -> Result<f64, Undefined> {
        if denominator.abs() > NOTHING { Ok((self.rows - self.rest) / denominator) } else { Err(Undefined::NoVariance) }
    }
}
