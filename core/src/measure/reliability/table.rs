//! Tables of sums over rows: of those without a gap, and of those that have both of two questions.

use super::consistency::Covariances;
use crate::measure::Undefined;

/// Entries are kept in millionths of a level: sums of integers do not depend on their order.
pub(super) const UNIT: f64 = 1e6;

/// Sums over rows of the same questions, in millionths of a level.
pub(super) trait Table {
    /// No rows of so many questions.
    fn new(columns: usize) -> Self;

    /// Adds a row, as far as it counts here.
    fn add(&mut self, row: &[Option<i64>]);

    /// Adds the rows of another table.
    fn merge(&mut self, other: &Self);

    /// The covariances of the questions.
    fn covariances(&self) -> Result<Covariances, Undefined>;
}

/// Over the rows without a gap: all have the same rows, so that a sum is kept once for each question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complete {
    n: u64,
    sums: Vec<i128>,
    /// For i ≤ j, row by row.
    products: Vec<i128>,
}

impl Complete {
    /// How many rows there are.
    pub const fn rows(&self) -> u64 {
        self.n
    }
}

impl Table for Complete {
    fn new(columns: usize) -> Self {
        Self { n: 0, sums: vec![0; columns], products: vec![0; columns * (columns + 1) / 2] }
    }

    fn add(&mut self, row: &[Option<i64>]) {
        if row.iter().any(Option::is_none) {
            return;
        }
        self.n += 1;
        let mut products = self.products.iter_mut();
        // There is no gap, so nothing is taken for 0.
        let value = |entry: &Option<i64>| i128::from(entry.unwrap_or(0));
        for (i, (left, sum)) in row.iter().zip(&mut self.sums).enumerate() {
            *sum += value(left);
            for (right, product) in row[i..].iter().zip(&mut products) {
                *product += value(left) * value(right);
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sums.iter_mut().zip(&other.sums).for_each(|(sum, other)| *sum += other);
        self.products.iter_mut().zip(&other.products).for_each(|(product, other)| *product += other);
    }

    fn covariances(&self) -> Result<Covariances, Undefined> {
        let mut products = self.products.iter();
        symmetric(self.sums.len(), Undefined::TooFewRows, &mut |i, j| {
            covariance(self.n, self.sums[i], self.sums[j], *products.next()?)
        })
    }
}

/// Sums over the rows in which both of two questions have a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pair {
    n: u64,
    left: i128,
    right: i128,
    product: i128,
}

/// For each two questions over the rows that have both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pairs {
    columns: usize,
    /// For i ≤ j, row by row.
    pairs: Vec<Pair>,
}

impl Pairs {
    /// How many questions there are.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// The fewest rows of any two.
    pub fn rarest(&self) -> u64 {
        self.pairs.iter().map(|pair| pair.n).min().unwrap_or(0)
    }
}

impl Table for Pairs {
    fn new(columns: usize) -> Self {
        Self { columns, pairs: vec![Pair::default(); columns * (columns + 1) / 2] }
    }

    fn add(&mut self, row: &[Option<i64>]) {
        let mut places = self.pairs.iter_mut();
        for (i, left) in row.iter().enumerate() {
            for (right, pair) in row[i..].iter().zip(&mut places) {
                if let (Some(left), Some(right)) = (left, right) {
                    pair.n += 1;
                    pair.left += i128::from(*left);
                    pair.right += i128::from(*right);
                    pair.product += i128::from(*left) * i128::from(*right);
                }
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        for (pair, other) in self.pairs.iter_mut().zip(&other.pairs) {
            pair.n += other.n;
            pair.left += other.left;
            pair.right += other.right;
            pair.product += other.product;
        }
    }

    fn covariances(&self) -> Result<Covariances, Undefined> {
        let mut pairs = self.pairs.iter();
        symmetric(self.columns, Undefined::NoPairs, &mut |_, _| {
            let pair = pairs.next()?;
            covariance(pair.n, pair.left, pair.right, pair.product)
        })
    }
}

/// Covariance with n − 1, in squared levels; the numerator is exact. `None` below two rows.
fn covariance(n: u64, left: i128, right: i128, product: i128) -> Option<f64> {
    let n = i128::from(n);
    (n > 1).then(|| (n * product - left * right) as f64 / (n * (n - 1)) as f64 / (UNIT * UNIT))
}

/// A matrix from its values for i ≤ j, row by row; for `reason` there is none if one of them is missing.
fn symmetric(
    columns: usize,
    reason: Undefined,
    value: &mut dyn FnMut(usize, usize) -> Option<f64>,
) -> Result<Covariances, Undefined> {
    let mut all = vec![0.0; columns * columns];
    for i in 0..columns {
        for j in i..columns {
            let c = value(i, j).ok_or(reason)?;
            all[i * columns + j] = c;
            all[j * columns + i] = c;
        }
    }
    Ok(Covariances::new(columns, all))
}
