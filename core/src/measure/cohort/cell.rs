//! What may be told about a cell of so many organisations (methods §4.2).

use super::tally::Tally;
use crate::measure::reliability::{EXTREMES, Standing};
use crate::measure::{at_least, cut};

/// So many are needed for quartiles and the spread.
pub(super) const QUARTILES_FROM: u32 = 10;
/// So many are needed for the outer deciles, levels and exact ranks.
pub(super) const ALL_FROM: u32 = 30;
/// A larger share at one end of the scale says that the questions do not reach far enough (methods §3.5).
const MANY: f64 = 0.15;

/// A percentile with its score.
pub type Cut = (u8, f64);

/// Neighbouring levels that were counted together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The lowest of them; `None` stands for those without a single level, which come first.
    pub from: Option<u8>,
    /// The highest of them.
    pub to: Option<u8>,
    /// How many organisations.
    pub n: u32,
}

/// What is told about one number of a cell. What is `None` or empty may not be told, or is undefined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// How many organisations have the number; `None`: fewer than k.
    pub n: Option<u32>,
    /// Their mean, cut to a tenth unless everything is told.
    pub mean: Option<f64>,
    /// Standard deviation over n − 1.
    pub deviation: Option<f64>,
    /// Quartiles, and outer deciles where there are enough.
    pub cuts: Vec<Cut>,
    /// How many reached which levels, classes below k merged.
    pub levels: Vec<Class>,
    /// Share (0..=1) at exactly the lowest score.
    pub floor: Option<f64>,
    /// Share (0..=1) at exactly the highest score.
    pub ceiling: Option<f64>,
}

impl Shown {
    /// The floor and the ceiling, where the share is so large that the questions do not reach far
    /// enough there, and taken from enough organisations to say so.
    pub fn end_effects(&self) -> [Option<f64>; 2] {
        let is_plain = self.n.is_some_and(|n| EXTREMES.of(u64::from(n)) == Standing::Plain);
        [self.floor, self.ceiling].map(|share| share.filter(|share| is_plain && !at_least(MANY, *share)))
    }
}

/// What of a tally may be told with at least `k` organisations to a cell; `None` tells everything,
/// for the eyes of those who hold the files anyway. `scale` is its lowest and highest level.
pub fn shown_of(tally: &Tally, scale: (u8, u8), k: Option<u32>) -> Shown {
    let sorted = tally.sorted();
    let n = sorted.n() as u32;
    let may = |from: u32| k.is_none_or(|k| n >= from.max(k));
    if !may(1) || n == 0 {
        return Shown { n: (k.is_none()).then_some(n), ..Shown::default() };
    }
    let told = |x: f64| if k.is_some() { cut(x) } else { x };
    let percents: &[u8] = match () {
        () if may(ALL_FROM) => &[10, 25, 50, 75, 90],
        () if may(QUARTILES_FROM) => &[25, 50, 75],
        () => &[],
    };
    let quantile = |percent: &u8| Some((*percent, told(sorted.quantile(f64::from(*percent) / 100.0)?)));
    let end = |level: u8| {
        let (_, there) = sorted.around(f64::from(level));
        // A few at an end would be known by it.
        let is_few = k.is_some_and(|k| there > 0 && (there as u32) < k);
        (may(EXTREMES.stated as u32) && !is_few).then(|| there as f64 / f64::from(n))
    };
    let has_levels = !tally.levels().is_empty() && may(ALL_FROM);
    Shown {
        n: Some(n),
        mean: sorted.mean().map(told),
        deviation: sorted.deviation().filter(|_| may(QUARTILES_FROM)).map(told),
        cuts: percents.iter().filter_map(quantile).collect(),
        levels: if has_levels { classes(tally.levels(), scale.0, k.unwrap_or(1)) } else { Vec::new() },
        floor: end(scale.0),
        ceiling: end(scale.1),
    }
}

/// Levels with their counts, from the lowest; one of fewer than `k` is counted with its neighbours.
fn classes(levels: &[u32], lowest: u8, k: u32) -> Vec<Class> {
    let Some((none, levels)) = levels.split_last() else { return Vec::new() };
    let levels = levels.iter().enumerate().map(|(i, n)| (Some(lowest + i as u8), *n));
    let mut classes: Vec<Class> = Vec::new();
    for (level, n) in std::iter::once((None, *none)).chain(levels) {
        match classes.last_mut() {
            Some(open) if open.n > 0 && open.n < k => {
                open.to = level;
                open.n += n;
            }
            _ => classes.push(Class { from: level, to: level, n }),
        }
    }
    // What is left over at the top joins whoever is below.
    while classes.len() > 1 && classes.last().is_some_and(|c| c.n > 0 && c.n < k) {
        let Some(top) = classes.pop() else { break };
        if let Some(below) = classes.last_mut() {
            below.to = top.to;
            below.n += top.n;
        }
    }
    classes.retain(|c| c.n > 0 || c.from.is_some());
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_crowded_if_many_of_enough_are_there() {
        let shown = |n, floor, ceiling| Shown { n, floor, ceiling, ..Shown::default() };
        for (n, floor, ceiling, effects) in [
            (Some(50), Some(0.16), Some(0.15), [Some(0.16), None]),
            (Some(60), Some(0.0), Some(9.0 / 60.0 + 1e-12), [None, None]),
            (Some(50), None, Some(1.0), [None, Some(1.0)]),
            (Some(49), Some(1.0), Some(0.0), [None, None]),
            (None, Some(1.0), None, [None, None]),
        ] {
            assert_eq!(shown(n, floor, ceiling).end_effects(), effects, "{n:?} {floor:?} {ceiling:?}");
        }
    }
}
