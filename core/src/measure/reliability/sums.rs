//! What is added up over organisations: integers from which every covariance follows.

use super::consistency::Covariances;
use super::minimum::{CONSISTENCY, Standing};
use super::table::{Complete, Pairs, Table, UNIT};
use crate::measure::Undefined;

/// Listwise alpha speaks for the cohort if it keeps at least 7 rows in 10.
const KEPT: (u64, u64) = (7, 10);

/// Which rows a covariance is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Rows without a gap.
    Listwise,
    /// For each two questions the rows that have both.
    Pairwise,
}

impl Basis {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Listwise => "listwise",
            Self::Pairwise => "pairwise",
        }
    }
}

/// Sums of the questions of a dimension over organisations; tables of the same questions unite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    rows: u64,
    pub(super) complete: Complete,
    pub(super) any: Pairs,
}

impl Sums {
    /// An empty table of so many questions.
    pub fn new(columns: usize) -> Self {
        Self { rows: 0, complete: Complete::new(columns), any: Pairs::new(columns) }
    }

    /// Adds the answers of an organisation, one per question, `None` for a gap; a row of gaps
    /// only is no row.
    pub fn add(&mut self, row: impl IntoIterator<Item = Option<f64>>) {
        let columns = self.any.columns();
        let mut row: Vec<Option<i64>> = row.into_iter().take(columns).map(|x| x.map(fixed)).collect();
        row.resize(columns, None);
        self.add_fixed(&row);
    }

    /// The same with as many values as there are questions, in millionths.
    pub(super) fn add_fixed(&mut self, row: &[Option<i64>]) {
        if row.iter().any(Option::is_some) {
            self.rows += 1;
            self.any.add(row);
            self.complete.add(row);
        }
    }

    /// Adds the rows of another table of the same questions.
    pub fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.complete.merge(&other.complete);
        self.any.merge(&other.any);
    }

    /// Organisations with at least one answer.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// Organisations without a gap.
    pub const fn complete_rows(&self) -> u64 {
        self.complete.rows()
    }

    /// Fewest organisations that answered the same two questions.
    pub fn rarest_pair(&self) -> u64 {
        self.any.rarest()
    }

    /// Number of rows behind the covariances of a basis: for pairs, of the rarest.
    pub fn rows_of(&self, basis: Basis) -> u64 {
        match basis {
            Basis::Listwise => self.complete_rows(),
            Basis::Pairwise => self.rarest_pair(),
        }
    }

    /// The covariances of the questions.
    pub fn covariances(&self, basis: Basis) -> Result<Covariances, Undefined> {
        match basis {
            Basis::Listwise => self.complete.covariances(),
            Basis::Pairwise => self.any.covariances(),
        }
    }

    /// Which rows the headline is taken over and how far it may be relied on (methods §3.2).
    pub fn headline(&self) -> (Basis, Standing) {
        let complete = self.complete_rows();
        let kept = complete * KEPT.1 >= self.rows * KEPT.0;
        if kept && complete >= CONSISTENCY.plain {
            (Basis::Listwise, Standing::Plain)
        } else if self.rarest_pair() >= CONSISTENCY.plain {
            (Basis::Pairwise, Standing::Plain)
        } else {
            (Basis::Listwise, CONSISTENCY.of(complete).min(Standing::Indicative))
        }
    }
}

/// A value in millionths. Values are levels and shares: far inside of what an i64 holds.
pub(super) fn fixed(x: f64) -> i64 {
    (x * UNIT).round() as i64
}
