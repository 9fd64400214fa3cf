//! The same organisation twice within a few weeks: how far a score repeats itself (methods §3.5).

use super::bootstrap::{Interval, REPLICATES, SEED, intervals};
use super::icc::MeanSquares;
use super::minimum::{REPEATED, Standing};
use crate::measure::Undefined;
use crate::measure::trend::Z95;

/// More organisations have no interval: it would be narrower than what is shown.
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
        Err(Undefined::TooManyRows)
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
