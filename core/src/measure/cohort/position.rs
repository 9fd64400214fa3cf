//! Where one stands: a band between published cut points, or a rank in the pool itself (methods §4.1).

use crate::rubric::EPSILON;

/// Between which percentiles a score lies: both are the same if it is equal to one cut point, and
/// from the lowest to the highest of them if it is equal to several. `cuts` are percents with their
/// scores, rising.
pub fn band(cuts: &[(u8, f64)], x: f64) -> (u8, u8) {
    let mut equal = cuts.iter().filter(|(_, cut)| (cut - x).abs() <= EPSILON);
    if let Some((lowest, _)) = equal.next() {
        return (*lowest, equal.next_back().map_or(*lowest, |(highest, _)| *highest));
    }
    let below = cuts.iter().rev().find(|(_, cut)| *cut < x).map_or(0, |(percent, _)| *percent);
    let above = cuts.iter().find(|(_, cut)| *cut > x).map_or(100, |(percent, _)| *percent);
    (below, above)
}

/// The mid-rank (0..=100) among `n` scores of which `below` are lower and `equal` are the same.
pub fn percentile_rank(below: usize, equal: usize, n: usize) -> Option<f64> {
    (n > 0).then(|| 100.0 * (below as f64 + equal as f64 / 2.0) / n as f64)
}

/// Where a score stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The score.
    pub score: f64,
    /// Between which percentiles.
    pub band: (u8, u8),
    /// The exact rank (0..=100), in a large pool only, with how many have the same score.
    pub rank: Option<(f64, usize)>,
}

/// What may be said of where a number stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Position {
    /// It stands there.
    At(Standing),
    /// It has no score of its own.
    NoScore,
    /// Too few of the others have one.
    NotTold,
}

impl Position {
    /// Where it stands, if that may be said.
    pub const fn standing(&self) -> Option<&Standing> {
        match self {
            Self::At(standing) => Some(standing),
            Self::NoScore | Self::NotTold => None,
        }
    }
}

/// Where a result stands among the organisations of a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Positions {
    /// The whole.
    pub overall: Position,
    /// One for each dimension of the rubric.
    pub dimensions: Vec<Position>,
    /// One for each area of the rubric.
    pub areas: Vec<Position>,
}

impl Positions {
    /// All of them: the whole, then dimensions and areas.
    pub fn all(&self) -> impl Iterator<Item = &Position> {
        std::iter::once(&self.overall).chain(&self.dimensions).chain(&self.areas)
    }

    /// How many are not told because too few of the others have a score.
    pub fn left_out(&self) -> usize {
        self.all().filter(|p| **p == Position::NotTold).count()
    }
}
