//! What is added up over organisations: integers from which every covariance follows.

use super::consistency::Covariances;
use super::minimum::{CONSISTENCY, Standing};
use crate::measure::Undefined;

/// Entries are kept in millionths of a level: sums of integers do not depend on their order.
const UNIT: f64 = 1e6;
/// Listwise alpha speaks for the cohort if it keeps at least 7 rows in 10.
const KEPT: (u64, u64) = (7, 10);

/// Sums over the rows in which both of two questions have a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pair {
    n: u64,
    left: i128,
    right: i128,
    product: i128,
}

impl Pair {
    fn add(&mut self, left: i64, right: i64) {
        self.n += 1;
        self.left += i128::from(left);
        self.right += i128::from(right);
        self.product += i128::from(left) * i128::from(right);
    }

    fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.left += other.left;
        self.right += other.right;
        self.product += other.product;
    }

    /// Covariance with n − 1, in squared levels; the numerator is exact. `None` below two rows.
    fn covariance(&self) -> Option<f64> {
        let n = i128::from(self.n);
        let numerator = n * self.product - self.left * self.right;
        (n > 1).then(|| numerator as f64 / (n * (n - 1)) as f64 / (UNIT * UNIT))
    }
}

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
    columns: usize,
    rows: u64,
    complete: Vec<Pair>,
    any: Vec<Pair>,
}

impl Sums {
    /// An empty table of so many questions.
    pub fn new(columns: usize) -> Self {
        let pairs = columns * (columns + 1) / 2;
        Self { columns, rows: 0, complete: vec![Pair::default(); pairs], any: vec![Pair::default(); pairs] }
    }

    /// Adds the answers of an organisation, one per question, `None` for a gap; a row of gaps
    /// only is no row.
    pub fn add(&mut self, row: impl IntoIterator<Item = Option<f64>>) {
        let mut row: Vec<Option<i64>> = row.into_iter().take(self.columns).map(|x| x.map(fixed)).collect();
        row.resize(self.columns, None);
        self.add_fixed(&row);
    }

    /// The same with as many values as there are questions, in millionths.
    pub(super) fn add_fixed(&mut self, row: &[Option<i64>]) {
        let answered = row.iter().flatten().count();
        if answered > 0 {
            self.rows += 1;
            add_pairs(&mut self.any, row);
        }
        if answered > 0 && answered == self.columns {
            add_pairs(&mut self.complete, row);
        }
    }

    /// Adds the rows of another table of the same questions.
    pub fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        for (mine, theirs) in [(&mut self.complete, &other.complete), (&mut self.any, &other.any)] {
            mine.iter_mut().zip(theirs).for_each(|(pair, other)| pair.merge(other));
        }
    }

    /// Organisations with at least one answer.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// Organisations without a gap.
    pub fn complete_rows(&self) -> u64 {
        self.complete.first().map_or(0, |pair| pair.n)
    }

    /// Fewest organisations that answered the same two questions.
    pub fn rarest_pair(&self) -> u64 {
        self.any.iter().map(|pair| pair.n).min().unwrap_or(0)
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
        let (pairs, reason) = match basis {
            Basis::Listwise => (&self.complete, Undefined::TooFewRows),
            Basis::Pairwise => (&self.any, Undefined::NoPairs),
        };
        let columns = self.columns;
        let mut all = vec![0.0; columns * columns];
        let mut pair = pairs.iter();
        for i in 0..columns {
            for j in i..columns {
                let c = pair.next().and_then(Pair::covariance).ok_or(reason)?;
                all[i * columns + j] = c;
                all[j * columns + i] = c;
            }
        }
        Ok(Covariances::new(columns, all))
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

/// Adds a row to a table of pairs i ≤ j, row by row.
fn add_pairs(pairs: &mut [Pair], row: &[Option<i64>]) {
    let mut places = pairs.iter_mut();
    for (i, left) in row.iter().enumerate() {
        for (right, place) in row[i..].iter().zip(&mut places) {
            if let (Some(left), Some(right)) = (left, right) {
                place.add(*left, *right);
            }
        }
    }
}
