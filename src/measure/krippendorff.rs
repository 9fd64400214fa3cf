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
    let levels = units.iter().map(|unit| unit.len()).max().unwrap_or(0);
    let mut coincidences = vec![0.0; levels * levels];
    let mut totals = vec![0_u64; levels];
    let mut used = 0;
    for unit in units {
        let m: u64 = unit.iter().map(|&count| u64::from(count)).sum();
        if m < 2 {
            continue;
        }
        used += 1;
        for (c, &count) in unit.iter().enumerate() {
            totals[c] += u64::from(count);
            for (k, &other) in unit.iter().enumerate().skip(c + 1) {
                coincidences[c * levels + k] += f64::from(count) * f64::from(other) / (m - 1) as f64;
            }
        }
    }
    let ratings: u64 = totals.iter().sum();
    if ratings == 0 {
        return Err(Undefined::NoPairs);
    }
    let (mut observed, mut expected) = (0.0, 0.0);
    for c in 0..levels {
        for k in c + 1..levels {
            let apart = apart(&totals, c, k, distance);
            observed += coincidences[c * levels + k] * apart * apart;
            expected += totals[c] as f64 * totals[k] as f64 * apart * apart;
        }
    }
    if expected <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    Ok(Alpha { value: 1.0 - (ratings - 1) as f64 * observed / expected, units: used, ratings })
}

/// δ of the levels at the places c < k.
fn apart(totals: &[u64], c: usize, k: usize, distance: Distance) -> f64 {
    match distance {
        Distance::Nominal => 1.0,
        Distance::Interval => (k - c) as f64,
        Distance::Ordinal => totals[c..=k].iter().sum::<u64>() as f64 - (totals[c] + totals[k]) as f64 / 2.0,
    }
}
