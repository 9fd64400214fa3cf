//! Krippendorff's alpha with gaps (methods §3.4; Krippendorff 2011, Computing Krippendorff's
//! Alpha-Reliability).
//!
//! A unit is what several people rated, such as a question in a room; it is given as counts per
//! level, which is all that alpha reads of it. Units with fewer than two ratings drop out.

use super::Undefined;

/// How far two levels are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// Equal or not.
    Nominal,
    /// By the number of ratings between them; what levels are.
    Ordinal,
    /// By their difference.
    Interval,
}

/// Alpha and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// 1 perfect, 0 as by chance, below 0 worse than chance.
    pub value: f64,
    /// Units with at least two ratings.
    pub units: usize,
    /// Ratings in those units.
    pub ratings: u64,
}

/// Alpha of units given as counts per level, lowest level first; all units on the same levels.
pub fn alpha(units: &[&[u32]], distance: Distance) -> Result<Alpha, Undefined> {
    let mut all = Coincidences::new(units.iter().map(|unit| unit.len()).max().unwrap_or(0));
    for unit in units {
        all.add(unit);
    }
    all.alpha(distance)
}

/// What alpha follows from, added up over units; sums of different units unite.
#[derive(Clone, Debug, PartialEq)]
pub struct Coincidences {
    levels: usize,
    units: usize,
    /// For each two levels c < k the pairs of ratings of a unit that lie on them.
    pairs: Vec<f64>,
    totals: Vec<u64>,
}

impl Coincidences {
    /// No unit yet, on so many levels.
    pub fn new(levels: usize) -> Self {
        Self { levels, units: 0, pairs: vec![0.0; levels * levels], totals: vec![0; levels] }
    }

    /// Adds a unit: its ratings per level, lowest level first. One with fewer than two is left out.
    pub fn add(&mut self, unit: &[u32]) {
        let m: u64 = unit.iter().map(|&count| u64::from(count)).sum();
        if m < 2 {
            return;
        }
        self.units += 1;
        for (c, &count) in unit.iter().enumerate() {
            self.totals[c] += u64::from(count);
            for (k, &other) in unit.iter().enumerate().skip(c + 1) {
                self.pairs[c * self.levels + k] += f64::from(count) * f64::from(other) / (m - 1) as f64;
            }
        }
    }

    /// Adds the units of another one on the same levels.
    pub fn merge(&mut self, other: &Self) {
        self.units += other.units;
        self.pairs.iter_mut().zip(&other.pairs).for_each(|(mine, theirs)| *mine += theirs);
        self.totals.iter_mut().zip(&other.totals).for_each(|(mine, theirs)| *mine += theirs);
    }

    /// Units with at least two ratings.
    pub const fn units(&self) -> usize {
        self.units
    }

    /// Ratings in them.
    pub fn votes(&self) -> u64 {
        self.totals.iter().sum()
    }

    /// Alpha of the units.
    pub fn alpha(&self, distance: Distance) -> Result<Alpha, Undefined> {
        let ratings = self.votes();
        if ratings == 0 {
            return Err(Undefined::NoPairs);
        }
        let (mut observed, mut expected) = (0.0, 0.0);
        for c in 0..self.levels {
            for k in c + 1..self.levels {
                let apart = apart(&self.totals, c, k, distance);
                observed += self.pairs[c * self.levels + k] * apart * apart;
                expected += self.totals[c] as f64 * self.totals[k] as f64 * apart * apart;
            }
        }
        if expected <= 0.0 {
            return Err(Undefined::NoVariation);
        }
        Ok(Alpha { value: 1.0 - (ratings - 1) as f64 * observed / expected, units: self.units, ratings })
    }
}

/// δ of the levels at the places c < k.
fn apart(totals: &[u64], c: usize, k: usize, distance: Distance) -> f64 {
    match distance {
        Distance::Nominal => 1.0,
        Distance::Interval => (k - c) as f64,
        Distance::Ordinal => totals[c..=k].iter().sum::<u64>() as f64 - (totals[c] + totals[k]) as f64 / 2.0,
    }
}
