//! Targets to choose from, with the level of others among them (methods §5.1).

use std::collections::BTreeMap;

use crate::assessment::ReadyTargets;
use crate::measure::cohort::Benchmark;
use crate::measure::level::of_even;
use crate::order;
use crate::rubric::{AreaIx, Id, Rubric};
use crate::text::Clean;

/// The percentile that is aimed at.
const UPPER_QUARTILE: u8 = 75;

/// The level at which the upper quartile of a benchmark stands, by area; areas of which it is not told are
/// left out. The benchmark [fits](Benchmark::fits) the rubric.
///
/// Others are known by a score alone, a level is a matter of single answers. The target is therefore the
/// level that the rubric's own rule gives to an area answered evenly at that score: the highest one that a
/// reader of the score can expect, and what the score means on the scale. As the benchmark's scores are cut
/// to a tenth, it may be one too low where a rule's limit lies within that tenth, never too high.
pub fn upper_quartile(rubric: &Rubric, benchmark: &Benchmark) -> BTreeMap<Id, u8> {
    let level = |a: usize| {
        let id = &rubric.areas[a].id;
        let score = benchmark.at(id.as_str(), UPPER_QUARTILE)?;
        Some((id.clone(), of_even(rubric, AreaIx(a), score)))
    };
    order::gathered((0..rubric.areas.len()).filter_map(level))
}

/// The targets that can be chosen for all areas: those of the rubric, then the upper quartile of others where
/// any area's is told. A benchmark [fits](Benchmark::fits) the rubric.
pub fn ready_targets(rubric: &Rubric, benchmark: Option<&Benchmark>) -> Vec<ReadyTargets> {
    let of_rubric = rubric.target_sets.iter().map(|set| ReadyTargets::Rubric(Clean::line(set.id.as_str())));
    let levels = benchmark.map(|benchmark| upper_quartile(rubric, benchmark)).filter(|levels| !levels.is_empty());
    of_rubric.chain(levels.map(ReadyTargets::UpperQuartile)).collect()
}
