//! What has changed between two assessments, and whether it is more than error (methods §6).

mod compare;
mod core;
mod standing;

pub use self::compare::{AreaChange, Comparison, DimensionChange, Moved, Side, compare, links};
pub use self::core::{Core, Link, Pair, core_pairs};
pub use self::standing::{Change, Others, Standing};

use super::at_least;

/// Width of a two-sided 95 % interval of the normal distribution, in standard deviations.
pub const Z95: f64 = 1.96;
/// That of a 90 % interval.
pub const Z90: f64 = 1.645;
/// Standard error of a single answer unless known: one in four off by one level.
pub const SIGMA: f64 = 0.5;
/// Share (0..1) of that error that one person's answers have in common.
pub const RHO: f64 = 0.2;

/// Where a standard error of measurement comes from; the first that is available counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SemSource {
    /// A study with two administrations.
    Retest,
    /// The internal consistency of a cohort; leaves out what changes from day to day.
    Alpha,
    /// Assumed from the number of questions and their weights.
    Assumed,
}

/// The standard error of a score, in levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sem {
    /// In levels, 0 or above.
    pub value: f64,
    /// Where it comes from.
    pub source: SemSource,
}

impl Sem {
    /// √(occasion + residual variance) of `n` targets, from the mean squares of columns and residuals.
    pub fn of_retest(columns: f64, residual: f64, n: usize) -> Self {
        let occasion = ((columns - residual) / n.max(1) as f64).max(0.0);
        Self { value: (occasion + residual).max(0.0).sqrt(), source: SemSource::Retest }
    }

    /// SD · √(1 − alpha).
    pub fn of_alpha(sd: f64, alpha: f64) -> Self {
        Self { value: sd * (1.0 - alpha).max(0.0).sqrt(), source: SemSource::Alpha }
    }

    /// σ · √((1 − ρ)·Σω² + ρ) with the weights ω brought to a sum of 1; without any weight σ.
    pub fn assumed(weights: &[f64], sigma: f64, rho: f64) -> Self {
        let total: f64 = weights.iter().sum();
        let squares: f64 = if total > 0.0 { weights.iter().map(|w| (w / total) * (w / total)).sum() } else { 1.0 };
        Self { value: sigma * ((1.0 - rho) * squares + rho).sqrt(), source: SemSource::Assumed }
    }

    /// The smallest detectable change: z · √2 · SEM.
    pub fn sdc(&self, z: f64) -> f64 {
        z * std::f64::consts::SQRT_2 * self.value
    }

    /// Δ / (√2 · SEM); `None` without error.
    pub fn reliable_change_index(&self, change: f64) -> Option<f64> {
        let error = std::f64::consts::SQRT_2 * self.value;
        (error > 0.0).then(|| change / error)
    }
}

/// Whether a change is more than error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Beyond error, upward.
    Improved,
    /// Beyond error, downward.
    Declined,
    /// Within error.
    Undetected,
}

impl Verdict {
    /// The verdict on a change, given the smallest detectable one.
    pub fn of(change: f64, sdc: f64) -> Self {
        if at_least(change, sdc) {
            Self::Improved
        } else if at_least(-change, sdc) {
            Self::Declined
        } else {
            Self::Undetected
        }
    }

    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Improved => "improved",
            Self::Declined => "declined",
            Self::Undetected => "no detectable change",
        }
    }
}

/// How a score stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extreme {
    /// None is higher, and not all are the same.
    Best,
    /// None is lower, and not all are the same.
    Worst,
    /// Neither.
    Neither,
}

impl Extreme {
    /// One column wide.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Best => "▴",
            Self::Worst => "▾",
            Self::Neither => " ",
        }
    }
}

/// How one of several scores stands among them.
pub fn extremes(scores: &[Option<f64>], score: Option<f64>) -> Extreme {
    let known = || scores.iter().flatten().copied();
    let highest = known().fold(f64::NEG_INFINITY, f64::max);
    let lowest = known().fold(f64::INFINITY, f64::min);
    match score {
        Some(s) if highest > lowest && s >= highest => Extreme::Best,
        Some(s) if highest > lowest && s <= lowest => Extreme::Worst,
        _ => Extreme::Neither,
    }
}

/// Exact two-sided sign test: the probability that chance alone splits `up` and `down` as unevenly.
/// `None` if nothing moved.
pub fn sign_test(up: usize, down: usize) -> Option<f64> {
    let n = up + down;
    if n == 0 {
        return None;
    }
    // Logarithms: 2^n leaves the range of an f64 above a thousand questions.
    let mut log = -(n as f64) * std::f64::consts::LN_2;
    let mut tail = libm::exp(log);
    for i in 1..=up.min(down) {
        log += libm::log((n - i + 1) as f64) - libm::log(i as f64);
        tail += libm::exp(log);
    }
    Some((2.0 * tail).min(1.0))
}
