//! The whole: overall score, headline and what caps it (methods §1.3, §1.4).

use super::level::band;
use super::score::{Item, Node, Rater, Together, scaled, stated, together};
use super::{Counts, Range, Status, at_least};
use crate::order;
use crate::rubric::{AreaIx, DimensionIx, OverallRule};

/// The numbers of the whole assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Overall {
    /// The numbers, levels capped. A rubric without an overall rule has no levels here.
    pub node: Node,
    /// The levels before any cap.
    pub uncapped: Option<Range<u8>>,
    /// What holds the headline below the uncapped level, hardest first.
    pub caps: Vec<Cap>,
}

/// Something that limits the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// What it is.
    pub kind: CapKind,
    /// Its level, which no open answer can change any more.
    pub level: u8,
    /// The highest headline that it allows.
    pub limit: u8,
}

/// What can limit the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapKind {
    /// A dimension.
    Dimension(DimensionIx),
    /// A critical area.
    Area(AreaIx),
}

/// The whole, of which dimensions and areas are known.
pub(super) fn overall(rater: &Rater, weights: &[f64], dimensions: &[Node], areas: &[Node]) -> Overall {
    let Together { completeness, scores } = together(weights.iter().copied().zip(dimensions), rater.is_cumulative());
    let counts = Counts::of(rater.replies);
    let (Some(c), Some(low), Some(high)) = (completeness, scores.low, scores.high) else {
        return Overall { node: Node::nothing(counts), uncapped: None, caps: Vec::new() };
    };
    let bounds = Range { low, high };
    let headline = rater.rubric.overall_rule.as_ref().map(|rule| headline(rater, rule, bounds, dimensions, areas));
    let levels = headline.as_ref().map(|h| h.levels);
    let weak = dimensions.iter().zip(weights).any(|(d, w)| *w > 0.0 && d.status == Status::Insufficient);
    let status = if weak || !at_least(c, rater.rubric.min_completeness) {
        Status::Insufficient
    } else if rater.rubric.headline_completeness.is_some_and(|needed| !at_least(c, needed)) {
        Status::Provisional
    } else {
        stated(c, levels)
    };
    let node = Node {
        status,
        completeness,
        mean: scores.mean,
        bounds: Some(bounds),
        levels,
        na_share: 0.0,
        as_lowest: None,
        counts,
    };
    let (uncapped, caps) = headline.map_or((None, Vec::new()), |h| (Some(h.uncapped), h.caps));
    Overall { node, uncapped, caps }
}

/// Applicable items of the whole with ω = v·ω(d) / Σω(d); dimensions with nothing applicable drop out.
pub(super) fn items(rater: &Rater, weights: &[f64]) -> Vec<Item> {
    let of = |(d, weight): (usize, &f64)| scaled(&rater.dimension_items(DimensionIx(d)), *weight);
    weights.iter().enumerate().flat_map(of).collect()
}

struct Headline {
    uncapped: Range<u8>,
    levels: Range<u8>,
    caps: Vec<Cap>,
}

fn headline(rater: &Rater, rule: &OverallRule, bounds: Range<f64>, dimensions: &[Node], areas: &[Node]) -> Headline {
    let scale = &rater.rubric.scale;
    let uncapped = Range { low: band(bounds.low, rule.offset, scale), high: band(bounds.high, rule.offset, scale) };
    let of_dimensions = dimensions.iter().enumerate().map(|(i, d)| (CapKind::Dimension(DimensionIx(i)), d.levels));
    let of_areas = rule.critical.iter().map(|a| (CapKind::Area(*a), areas[a.0].levels));
    // What does not apply has no levels and caps nothing.
    let limits: Vec<(CapKind, Range<u8>)> =
        of_dimensions.chain(of_areas).filter_map(|(kind, l)| Some((kind, l?))).collect();
    let limit = |level: u8| level.saturating_add(rule.cap).min(scale.max());
    let low = limits.iter().map(|(_, l)| limit(l.low)).chain([uncapped.low]).min().unwrap_or(uncapped.low);
    let high = limits.iter().map(|(_, l)| limit(l.high)).chain([uncapped.high]).min().unwrap_or(uncapped.high);
    let cap = |(kind, l): &(CapKind, Range<u8>)| Cap { kind: *kind, level: l.low, limit: limit(l.low) };
    // Open answers hold nothing down yet: the range of levels says what may come of them.
    let is_settled = |(_, l): &&(CapKind, Range<u8>)| l.low == l.high;
    let mut caps: Vec<Cap> = limits.iter().filter(is_settled).map(cap).filter(|c| c.limit < uncapped.low).collect();
    order::by_key(&mut caps, |c| c.limit);
    Headline { uncapped, levels: Range { low, high }, caps }
}
