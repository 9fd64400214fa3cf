//! What it means: a rubric and the answers become numbers, each with its reason.
//!
//! Definitions, with their sources, are those of the README's section on numbers. Measurement and
//! classification are kept apart: one *score* (a weighted mean) and one *level* (a declared
//! rule). Missing answers give bounds; a level is stated only if the bounds agree.

mod band;
pub mod cohort;
pub mod consensus;
mod contradiction;
mod explain;
mod fragile;
pub mod krippendorff;
mod lacking;
mod lens;
mod level;
mod lift;
mod overall;
pub mod plan;
mod quantile;
pub mod reliability;
mod reply;
pub mod room;
pub mod say;
mod score;
mod subject;
pub mod trend;
mod undefined;
pub mod variants;

pub use band::{Band, band};
pub use contradiction::{Contradiction, contradictions};
pub use explain::{Explanation, Reason, Term, explain, parts};
pub use fragile::{Fragile, Fragility, fragile, fragility};
pub use lacking::{Lacking, lacking};
pub use lens::{BalanceWord, LensScore};
pub use lift::{Raise, one_way};
pub use overall::{Cap, CapKind, Overall};
pub use quantile::quantile;
pub use reply::{Counts, Reply, replies, replies_to, supported_replies};
pub use score::Node;
pub use subject::Subject;
pub use undefined::Undefined;

use crate::assessment::{Assessment, Field};
use crate::order;
use crate::rubric::{AreaIx, Dimension, DimensionIx, EPSILON, Kind, Profile, Question, Rubric};

/// How much a result may be relied on (methods §1.4); the first that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing in it applies.
    NotApplicable,
    /// Too little is answered for a score.
    Insufficient,
    /// Overall only: too little is answered for a headline.
    Provisional,
    /// Everything applicable is answered.
    Final,
    /// Something is open, but no answer to it could change the level.
    Determined,
    /// The open answers decide between several levels.
    Range,
}

impl Status {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotApplicable => "not_applicable",
            Self::Insufficient => "insufficient",
            Self::Provisional => "provisional",
            Self::Final => "final",
            Self::Determined => "determined",
            Self::Range => "range",
        }
    }

    /// Whether a level is stated.
    pub const fn has_level(self) -> bool {
        matches!(self, Self::Final | Self::Determined)
    }
}

/// Worst and best case of a number over all ways to give the missing answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range<T> {
    /// Missing answers at the bottom of the scale.
    pub low: T,
    /// Missing answers at the top.
    pub high: T,
}

/// Every number of an assessment.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The whole.
    pub overall: Overall,
    /// One per dimension of the rubric, in its order.
    pub dimensions: Vec<Node>,
    /// One per area of the rubric, in its order.
    pub areas: Vec<Node>,
    /// One per lens of the rubric, in its order.
    pub lenses: Vec<LensScore>,
    /// Largest minus smallest dimension score; `None` below two scores.
    pub balance: Option<f64>,
    /// Weights of the dimensions in use.
    pub weights: Vec<f64>,
}

/// Measures the answers with the rubric's weights, or with a profile's.
pub fn measure(rubric: &Rubric, replies: &[Reply], profile: Option<&Profile>) -> Measured {
    let weights = profile.map_or_else(|| rubric.dimensions.iter().map(|d| d.weight).collect(), |p| p.weights.clone());
    measured_by(&score::Rater::new(rubric, replies), weights)
}

fn measured_by(rater: &score::Rater, weights: Vec<f64>) -> Measured {
    let parts = (0..rater.rubric.areas.len()).map(|a| rater.area_part(AreaIx(a)));
    let (areas, items): (Vec<Node>, Vec<_>) = parts.unzip();
    measured_of(rater, weights, areas, &|area| &items[area])
}

/// Every number above the areas, which are known with their applicable items.
fn measured_of<'i>(
    rater: &score::Rater,
    weights: Vec<f64>,
    areas: Vec<Node>,
    items: &dyn Fn(usize) -> &'i [score::Item],
) -> Measured {
    let rubric = rater.rubric;
    let dimension = |(d, dimension): (usize, &Dimension)| {
        let of_dimension = || {
            let mut all = Vec::new();
            for a in dimension.areas.clone() {
                score::scale_onto(&mut all, items(a), rubric.areas[a].weight);
            }
            all.into()
        };
        rater.dimension_of(DimensionIx(d), &areas, of_dimension)
    };
    let dimensions: Vec<Node> = rubric.dimensions.iter().enumerate().map(dimension).collect();
    let overall = overall::overall(rater, &weights, &dimensions, &areas);
    let lenses = lens::lenses(rubric, &areas);
    let balance = lens::balance(&dimensions);
    Measured { overall, dimensions, areas, lenses, balance, weights }
}

/// Measures an assessment with the weights that its setup asks for.
pub fn measured(rubric: &Rubric, assessment: &Assessment) -> Measured {
    measure(rubric, &replies(rubric, assessment), profile(rubric, assessment))
}

/// The numbers that were checked, where there are any beside the claimed ones: see [`supported_replies`].
pub fn supported(rubric: &Rubric, assessment: &Assessment) -> Option<Measured> {
    Some(measure(rubric, &supported_replies(rubric, assessment)?, profile(rubric, assessment)))
}

/// The index of unsupported claims (methods §1.6): claimed minus supported score, where both are stated.
pub fn unsupported(claimed: &Node, supported: &Node) -> Option<f64> {
    Some(claimed.score()? - supported.score()?)
}

/// The weight profile that the setup asks for.
pub fn profile<'r>(rubric: &'r Rubric, assessment: &Assessment) -> Option<&'r Profile> {
    rubric.profile(&assessment.setup(Field::Profile)?)
}

impl Measured {
    /// The numbers of the whole, a dimension or an area; questions and lenses have others.
    pub fn node(&self, subject: Subject) -> Option<&Node> {
        match subject {
            Subject::Overall => Some(&self.overall.node),
            Subject::Dimension(d) => self.dimensions.get(d.0),
            Subject::Area(a) => self.areas.get(a.0),
            Subject::Question(_) | Subject::Lens(_) => None,
        }
    }

    /// Areas that have a score, best first, ties in rubric order.
    pub fn ranked(&self) -> Vec<(AreaIx, f64)> {
        let scored = self.areas.iter().enumerate().filter_map(|(i, area)| Some((AreaIx(i), area.score()?)));
        let mut ranked: Vec<_> = scored.collect();
        order::by(&mut ranked, |a, b| b.1.total_cmp(&a.1));
        ranked
    }

    /// The `n` areas with the highest scores.
    pub fn strengths(&self, n: usize) -> Vec<(AreaIx, f64)> {
        self.ranked().into_iter().take(n).collect()
    }

    /// The `n` areas with the lowest scores, lowest first; none that is a strength already.
    pub fn gaps(&self, n: usize) -> Vec<(AreaIx, f64)> {
        let mut ranked = self.ranked();
        let left = ranked.len().saturating_sub(n);
        order::by(&mut ranked, |a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        ranked.truncate(n.min(left));
        ranked
    }
}

/// A score as it is shown: cut, not rounded, to one decimal, so that no reader sees 3.0 beside level 2.
pub fn shown(score: f64) -> String {
    let tenths = tenths(score);
    // Whole numbers are printed far faster than fractions, and screens are full of scores.
    if tenths.abs() < 1e9 {
        let (sign, tenths) = (if tenths < 0.0 { "-" } else { "" }, tenths.abs() as u32);
        return format!("{sign}{}.{}", tenths / 10, tenths % 10);
    }
    format!("{:.1}", tenths / 10.0)
}

/// The value of an answer as it is shown: a level like a score, a practice in hundredths,
/// because 0.25 cut to 0.2 would be another answer.
pub fn shown_answer(question: &Question, value: f64) -> String {
    match question.kind {
        Kind::Ladder => shown(value),
        Kind::Practice { .. } => format!("{:.2}", (100.0 * value + 1e-8).floor() / 100.0),
    }
}

/// `floor(10·s + 1e-8) / 10` (methods §0).
pub fn cut(score: f64) -> f64 {
    tenths(score) / 10.0
}

fn tenths(score: f64) -> f64 {
    (10.0 * score + 1e-8).floor()
}

/// A share as it is shown: whole percent, cut, so that 100 means all of it.
pub fn shown_percent(share: f64) -> String {
    format!("{}", (100.0 * share + 1e-6).floor())
}

/// `a ≥ t` within the tolerance of methods §0.
fn at_least(a: f64, t: f64) -> bool {
    a > t - EPSILON
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_score_is_shown_as_what_it_is_cut_to(tenths in -200_i32..200, off in -1e-7..1e-7_f64, any in -1e12..1e12_f64) {
            for score in [f64::from(tenths) / 10.0 + off, any] {
                prop_assert_eq!(shown(score), format!("{:.1}", cut(score)));
            }
        }
    }
}
