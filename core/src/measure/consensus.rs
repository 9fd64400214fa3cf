//! How far the votes on one question agree (methods §2.2, §2.3).
//!
//! Votes are given as counts per level, lowest level first; "don't know" and "not applicable" are
//! no votes and are counted by the caller.

mod agreement;

use super::at_least;
use super::quantile::of_sorted;

/// Two neighbouring levels that hold this share of the votes leave the others as outliers.
pub const ADJACENT: f64 = 0.80;
/// Below this consensus (Cns) the votes are in camps: two equal camps two levels apart have 0.585.
pub const TOGETHER: f64 = 0.60;
/// A second round that moves at most this share of the votes is stable.
pub const STABLE: f64 = 0.15;

/// What a facilitator is told about the votes on one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nobody voted for a level.
    None,
    /// One vote: nothing to agree with.
    Single,
    /// All votes lie on one level or on two neighbouring ones.
    Aligned,
    /// Most votes are neighbours, a few are far from them.
    Outlier,
    /// Spread over several levels.
    Spread,
    /// In camps: probably two meanings of the question or two sites.
    Split,
}

impl Class {
    /// The word in JSON and in the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Single => "single",
            Self::Aligned => "aligned",
            Self::Outlier => "outlier",
            Self::Spread => "spread",
            Self::Split => "split",
        }
    }

    /// The class of votes given as counts per level.
    pub fn of(counts: &[u32]) -> Self {
        Consensus::of(0, counts).map_or(Self::None, |consensus| consensus.class)
    }
}

/// The measures of the votes on one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Consensus {
    /// Number of votes, at least 1.
    pub n: u32,
    /// Lowest level with a vote.
    pub min: u8,
    /// Highest level with a vote.
    pub max: u8,
    /// The ⌈n/2⌉-th vote from below: always a level that somebody voted for.
    pub low_median: u8,
    /// Mean of the votes, in levels. For the formulas below; nobody records it as a level.
    pub mean: f64,
    /// Lower quartile, type 7, in levels.
    pub q1: f64,
    /// Upper quartile, type 7, in levels.
    pub q3: f64,
    /// Mean distance from the median in levels, 0..=d/2 (Burke, Finkelstein & Dusig 1999).
    pub ad: f64,
    /// Consensus (Tastle & Wierman 2007): 1 all equal, 0 half of the votes at each end.
    pub cns: f64,
    /// Agreement A (van der Eijk 2001): 1 one level, 0 all levels alike, −1 half at each end.
    pub agreement: f64,
    /// `r_wg` (James, Demaree & Wolf 1984) against votes by chance; may be negative, shown as 0 then.
    /// `None` for a single vote.
    pub rwg: Option<f64>,
    /// `r*_wg` (Lindell & Brandt 1997) against the greatest possible variance, 0..=1.
    pub rwg_max: f64,
    /// Largest share of the votes (0..=1) on two neighbouring levels.
    pub adjacent: f64,
    /// What the facilitator is told.
    pub class: Class,
}

impl Consensus {
    /// The measures of votes given as counts per level, the first count that of the level
    /// `bottom`; `None` without a vote.
    pub fn of(bottom: u8, counts: &[u32]) -> Option<Self> {
        let first = counts.iter().position(|&count| count > 0)?;
        let last = counts.iter().rposition(|&count| count > 0)?;
        let n = total(counts);
        let votes = f64::from(n);
        let width = (counts.len() - 1).max(1) as f64;
        let levels = || counts.iter().enumerate().map(|(i, &count)| (i as f64, f64::from(count)));

        let mean = levels().map(|(level, count)| level * count).sum::<f64>() / votes;
        let squares: f64 = levels().map(|(level, count)| count * (level - mean) * (level - mean)).sum();
        let middle = nth(counts, (n - 1) / 2);
        let ad = levels().map(|(level, count)| count * (level - middle as f64).abs()).sum::<f64>() / votes;
        let cns = 1.0
            + levels()
                .filter(|(_, count)| *count > 0.0)
                .map(|(level, count)| count / votes * libm::log2(1.0 - (level - mean).abs() / width))
                .sum::<f64>();
        let chance = ((counts.len() * counts.len() - 1) as f64 / 12.0).max(f64::MIN_POSITIVE);
        let neighbours = counts.windows(2).map(|pair| pair[0] + pair[1]).max().unwrap_or(n);
        let adjacent = f64::from(neighbours) / votes;
        let quartile = |p| of_sorted(n as usize, p, &|i| nth(counts, i as u32) as f64);

        let class = if n == 1 {
            Class::Single
        } else if last - first <= 1 {
            Class::Aligned
        } else if at_least(adjacent, ADJACENT) {
            Class::Outlier
        } else if at_least(cns, TOGETHER) {
            Class::Spread
        } else {
            Class::Split
        };
        let level = |place: usize| bottom.saturating_add(place as u8);
        Some(Self {
            n,
            min: level(first),
            max: level(last),
            low_median: level(middle),
            mean: f64::from(bottom) + mean,
            q1: f64::from(bottom) + quartile(0.25)?,
            q3: f64::from(bottom) + quartile(0.75)?,
            ad,
            cns,
            agreement: agreement::agreement(counts),
            rwg: (n > 1).then(|| 1.0 - squares / (votes - 1.0) / chance),
            rwg_max: 1.0 - squares / votes / (width * width / 4.0),
            adjacent,
            class,
        })
    }

    /// Highest minus lowest vote, in levels.
    pub const fn range(&self) -> u8 {
        self.max - self.min
    }

    /// Upper minus lower quartile, in levels; coarse below six votes.
    pub fn iqr(&self) -> f64 {
        self.q3 - self.q1
    }

    /// `r_wg` as it is shown: never below 0.
    pub fn rwg_shown(&self) -> Option<f64> {
        self.rwg.map(|raw| raw.max(0.0))
    }
}

/// The place (from 0) of the level that the `rank`-th vote from below (from 0) names.
fn nth(counts: &[u32], rank: u32) -> usize {
    let mut below = 0_u32;
    let place = counts.iter().position(|&count| {
        below = below.saturating_add(count);
        below > rank
    });
    // Ranks are below the sum of the counts, so that there always is a place.
    place.unwrap_or(0)
}

/// Number of votes; counts beyond four billion are no votes of people.
fn total(counts: &[u32]) -> u32 {
    counts.iter().fold(0, |n: u32, &count| n.saturating_add(count))
}

/// Share of the votes (0..=1) that moved between two rounds: half the sum of the differences
/// of the shares per level. `None` if either round has no vote.
pub fn moved(before: &[u32], after: &[u32]) -> Option<f64> {
    let votes = |counts: &[u32]| Some(total(counts)).filter(|&n| n > 0).map(f64::from);
    let (n, m) = (votes(before)?, votes(after)?);
    let share = |counts: &[u32], level: usize, n: f64| counts.get(level).map_or(0.0, |&count| f64::from(count) / n);
    let levels = 0..before.len().max(after.len());
    Some(levels.map(|level| (share(before, level, n) - share(after, level, m)).abs()).sum::<f64>() / 2.0)
}

/// Whether a further round is not worth it: at most [`STABLE`] of the votes moved.
pub fn is_stable(before: &[u32], after: &[u32]) -> bool {
    moved(before, after).is_some_and(|share| at_least(STABLE, share))
}
