//! The same organisation twice within a few weeks: how far a score repeats itself (methods §3.5).

use super::bootstrap::{Interval, REPLICATES, SEED, intervals};
use super::drawn::GROUPS;
use super::icc::MeanSquares;
use super::minimum::{REPEATED, Standing};
use crate::measure::Undefined;
use crate::measure::trend::Z95;

/// Most organisations that are drawn anew one by one; more are dealt out into groups.
const MOST: usize = 5_000;

/// Agreement of two assessments of the same organisations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repeated {
    /// Organisations with two scores.
    pub n: u64,
    /// How far it may be relied on.
    pub standing: Standing,
    /// ICC(2,1).
    pub icc: Result<f64, Undefined>,
    /// Its interval.
    pub interval: Result<Interval, Undefined>,
    /// Standard error of one score, in levels.
    pub sem: Option<f64>,
    /// The smallest change of one score that is more than error, in levels.
    pub sdc: Option<f64>,
    /// Variance between the organisations, in squared levels: where it is small the ICC is low
    /// whatever the scores do.
    pub between: Option<f64>,
}

/// Of pairs of scores, in the order of their organisations.
pub fn repeated(pairs: &[[f64; 2]]) -> Repeated {
    let squares = |pairs: &mut dyn Iterator<Item = [f64; 2]>| {
        let table: Vec<Vec<f64>> = pairs.map(Vec::from).collect();
        MeanSquares::of(&table)
    };
    let n = pairs.len();
    let standing = REPEATED.of(n as u64);
    if standing == Standing::TooFew {
        let few = Undefined::TooFewRows;
        return Repeated {
            n: n as u64,
            standing,
            icc: Err(few),
            interval: Err(few),
            sem: None,
            sdc: None,
            between: None,
        };
    }
    let found = squares(&mut pairs.iter().copied());
    let interval = if n > MOST {
        in_groups(pairs)
    } else {
        intervals(n, REPLICATES, SEED, 1, &mut |drawn, found| {
            let drawn = squares(&mut drawn.iter().map(|row| pairs[*row]));
            found[0] = drawn.and_then(|squares| squares.single()).ok();
        })[0]
    };
    let sem = found.ok().map(|squares| squares.sem());
    Repeated {
        n: n as u64,
        standing,
        icc: found.and_then(|squares| squares.single()),
        interval,
        sem: sem.map(|sem| sem.value),
        sdc: sem.map(|sem| sem.sdc(Z95)),
        between: found.ok().map(|squares| ((squares.rows - squares.rest) / squares.k as f64).max(0.0)),
    }
}

/// The interval of ICC(2,1) where organisations are drawn in groups.
fn in_groups(pairs: &[[f64; 2]]) -> Result<Interval, Undefined> {
    let mut groups = vec![Moments::default(); GROUPS];
    for (n, pair) in pairs.iter().enumerate() {
        groups[n % GROUPS].add(*pair);
    }
    intervals(GROUPS, REPLICATES, SEED, 1, &mut |drawn, found| {
        let mut all = Moments::default();
        for group in drawn {
            all.merge(&groups[*group]);
        }
        found[0] = all.squares().and_then(|squares| squares.single()).ok();
    })[0]
}

/// What the mean squares of pairs follow from.
#[derive(Clone, Copy, Default)]
struct Moments {
    n: f64,
    sum: f64,
    difference: f64,
    squared_sums: f64,
    squared_differences: f64,
}

impl Moments {
    fn add(&mut self, [first, second]: [f64; 2]) {
        let (sum, difference) = (first + second, first - second);
        self.merge(&Self {
            n: 1.0,
            sum,
            difference,
            squared_sums: sum * sum,
            squared_differences: difference * difference,
        });
    }

    fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.difference += other.difference;
        self.squared_sums += other.squared_sums;
        self.squared_differences += other.squared_differences;
    }

    fn squares(&self) -> Result<MeanSquares, Undefined> {
        if self.n < 2.0 {
            return Err(Undefined::TooFewRows);
        }
        let columns = self.difference * self.difference / (2.0 * self.n);
        Ok(MeanSquares {
            rows: (self.squared_sums / 2.0 - self.sum * self.sum / (2.0 * self.n)) / (self.n - 1.0),
            columns,
            rest: (self.squared_differences / 2.0 - columns) / (self.n - 1.0),
            n: self.n as usize,
            k: 2,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_give_the_mean_squares_of_the_table() {
        let pairs = [[1.0, 1.5], [2.0, 2.5], [3.5, 3.0], [4.0, 4.0], [0.5, 1.0]];
        let table: Vec<Vec<f64>> = pairs.iter().map(|pair| pair.to_vec()).collect();
        let mut moments = Moments::default();
        for pair in &pairs {
            moments.add(*pair);
        }
        let (found, expected) = (moments.squares().unwrap(), MeanSquares::of(&table).unwrap());
        for (a, b) in [(found.rows, expected.rows), (found.columns, expected.columns), (found.rest, expected.rest)] {
            assert!((a - b).abs() < 1e-12, "{a} {b}");
        }
        assert_eq!((found.n, found.k), (expected.n, expected.k));
    }

    #[test]
    fn groups_give_about_the_interval_of_single_organisations() {
        let mut dice = crate::measure::reliability::SplitMix::new(3);
        let pairs: Vec<[f64; 2]> = (0..1_000)
            .map(|_| {
                let level = dice.below(40) as f64 / 8.0;
                [level + dice.below(9) as f64 / 8.0, level + dice.below(9) as f64 / 8.0]
            })
            .collect();
        let (one, other) = (repeated(&pairs).interval.unwrap(), in_groups(&pairs).unwrap());
        let width = one.high - one.low;
        assert!((width - (other.high - other.low)).abs() < width / 4.0, "{one:?} {other:?}");
        assert!((one.low - other.low).abs() < width / 4.0, "{one:?} {other:?}");
    }
}
