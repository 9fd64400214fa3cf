//! Intervals by resampling, the same on every machine (methods §3.6).

use crate::measure::{Undefined, quantile};

/// Number of replicates.
pub const REPLICATES: usize = 2000;
/// Where the generator starts; printed in every report, so that others can repeat it.
pub const SEED: u64 = 20_240_101;
/// Fewer rows have no interval.
const FEWEST: usize = 10;
const LIMITS: (f64, f64) = (0.025, 0.975);

/// The generator of Steele, Lea & Flood (2014).
#[derive(Clone, Debug)]
pub struct SplitMix(u64);

impl SplitMix {
    /// Starts at a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = self.0;
        let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// An index in 0..n: the high half of the product with the next 64 bits. 0 for n = 0.
    pub const fn below(&mut self, n: usize) -> usize {
        ((self.next() as u128 * n as u128) >> 64) as usize
    }
}

/// A 95 % percentile interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Type-7 quantile of the replicates at 0.025.
    pub low: f64,
    /// At 0.975.
    pub high: f64,
    /// Replicates without a value, left out.
    pub undefined: usize,
}

/// Puts the values of some statistics of the rows at these places.
pub type Statistics<'a> = &'a mut dyn FnMut(&[usize], &mut [Option<f64>]);

/// Intervals of several statistics of the same `n` rows. Each replicate draws `n` rows with
/// replacement and calls `of` with their places; `of` puts one value per statistic. All see the
/// same draws, as if each had a generator of its own, started with the seed.
pub fn intervals(
    n: usize,
    replicates: usize,
    seed: u64,
    statistics: usize,
    of: Statistics<'_>,
) -> Vec<Result<Interval, Undefined>> {
    if n < FEWEST {
        return vec![Err(Undefined::TooFewRows); statistics];
    }
    let mut generator = SplitMix::new(seed);
    let mut values: Vec<Vec<f64>> = vec![Vec::with_capacity(replicates); statistics];
    let (mut drawn, mut found) = (vec![0; n], vec![None; statistics]);
    for _ in 0..replicates {
        drawn.fill_with(|| generator.below(n));
        found.fill(None);
        of(&drawn, &mut found);
        for (values, found) in values.iter_mut().zip(&found) {
            values.extend(found);
        }
    }
    values.into_iter().map(|values| interval(values, replicates)).collect()
}

fn interval(mut values: Vec<f64>, replicates: usize) -> Result<Interval, Undefined> {
    let undefined = replicates - values.len();
    values.sort_unstable_by(f64::total_cmp);
    let limits = quantile(&values, LIMITS.0).zip(quantile(&values, LIMITS.1));
    match limits {
        Some((low, high)) if undefined * 10 <= replicates => Ok(Interval { low, high, undefined }),
        _ => Err(Undefined::UndefinedReplicates),
    }
}
