//! How often each value occurs: whatever is said about a distribution comes out of this.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::measure::quantile::of_sorted;
use crate::rubric::EPSILON;

/// Spreads the bits of a number. Scores come from a rubric's scale, not from somebody who chooses them to
/// collide; and one organisation counts some thirty of them.
#[derive(Clone, Copy, Debug, Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn write_u64(&mut self, value: u64) {
        let product = u128::from(value ^ self.0) * 0x9E37_79B9_7F4A_7C15;
        self.0 = (product >> 64) as u64 ^ product as u64;
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Counts of equal values. Adding is exact, so the order in which values and tallies are added
/// changes nothing; the memory depends on how many different values there are, not on how many.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// By the bits of the value; none is negative.
    values: HashMap<u64, u32, BuildHasherDefault<Mix>>,
    /// How many reached each level, from the lowest; the last entry counts those without one.
    levels: Vec<u32>,
}

impl Tally {
    /// Counts a value.
    pub fn add(&mut self, value: f64) {
        // -0.0 and 0.0 are the same value.
        *self.values.entry((value + 0.0).to_bits()).or_default() += 1;
    }

    /// Counts a level by its place among `levels`; `None` where no single one is stated.
    pub fn add_level(&mut self, place: Option<usize>, levels: usize) {
        self.levels.resize(levels + 1, 0);
        self.levels[place.unwrap_or(levels).min(levels)] += 1;
    }

    /// Adds the counts of another tally.
    pub fn merge(&mut self, mut other: Self) {
        if self.values.len() < other.values.len() {
            std::mem::swap(&mut self.values, &mut other.values);
        }
        for (value, count) in other.values {
            *self.values.entry(value).or_default() += count;
        }
        self.levels.resize(self.levels.len().max(other.levels.len()), 0);
        for (mine, theirs) in self.levels.iter_mut().zip(other.levels) {
            *mine += theirs;
        }
    }

    /// How many values there are.
    pub fn n(&self) -> u32 {
        self.values.values().sum()
    }

    /// The different values in rising order, each with its count.
    pub fn sorted(&self) -> Distribution {
        let mut values: Vec<(f64, u32)> = self.values.iter().map(|(bits, n)| (f64::from_bits(*bits), *n)).collect();
        values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let mut before = 0;
        let up_to = values.iter().map(|(_, n)| {
            before += *n as usize;
            before
        });
        Distribution { up_to: up_to.collect(), values }
    }

    /// How many reached each level, from the lowest; the last entry counts those without a level.
    pub fn levels(&self) -> &[u32] {
        &self.levels
    }
}

/// A distribution in rising order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Distribution {
    /// Different values, each with its count.
    values: Vec<(f64, u32)>,
    /// How many there are up to and with each value.
    up_to: Vec<usize>,
}

impl Distribution {
    /// How many values there are.
    pub fn n(&self) -> usize {
        self.up_to.last().copied().unwrap_or(0)
    }

    /// The mean; `None` of nothing.
    pub fn mean(&self) -> Option<f64> {
        let sum: f64 = self.values.iter().map(|(v, n)| v * f64::from(*n)).sum();
        (self.n() > 0).then(|| sum / self.n() as f64)
    }

    /// The standard deviation over n − 1, mean first; `None` below two values.
    pub fn deviation(&self) -> Option<f64> {
        let mean = self.mean()?;
        let squares: f64 = self.values.iter().map(|(v, n)| (v - mean) * (v - mean) * f64::from(*n)).sum();
        (self.n() > 1).then(|| (squares / (self.n() - 1) as f64).sqrt())
    }

    /// The p-quantile of type 7; `None` of nothing.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let nth = |i: usize| {
            let place = self.up_to.partition_point(|up_to| *up_to <= i);
            self.values.get(place).map_or(f64::NAN, |(v, _)| *v)
        };
        of_sorted(self.n(), p, &nth)
    }

    /// How many values lie below `x` and how many are equal to it, within the tolerance of methods §0.
    pub fn around(&self, x: f64) -> (usize, usize) {
        let count = |keep: &dyn Fn(f64) -> bool| {
            self.values.iter().filter(|(v, _)| keep(*v)).map(|(_, n)| *n as usize).sum::<usize>()
        };
        (count(&|v| v < x - EPSILON), count(&|v| (v - x).abs() <= EPSILON))
    }
}
