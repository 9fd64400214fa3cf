//! Where a result stands among others, in words.

use std::collections::BTreeMap;

use crate::assessment::ReadyTargets;
use crate::lang::{Lang, fill};
use crate::measure::cohort::{Benchmark, Position, Positions, Standing};
use crate::measure::plan::{planned_level, upper_quartile};
use crate::measure::{Measured, shown};
use crate::rubric::{AreaIx, Id, Rubric};

/// A place in a few columns: `P25-50`, `<P10`, `>P90`, `P50`. It is written the same in both languages.
pub fn band(standing: &Standing) -> String {
    match standing.band {
        (0, high) => format!("<P{high}"),
        (low, 100) => format!(">P{low}"),
        (low, high) if low == high => format!("P{low}"),
        (low, high) => format!("P{low}-{high}"),
    }
}

/// The place in words.
pub fn standing(standing: &Standing, lang: Lang) -> String {
    let w = &lang.words().cohort;
    let place = match standing.band {
        (0, high) => fill(w.below, &[&high.to_string()]),
        (low, 100) => fill(w.above, &[&low.to_string()]),
        (low, high) if low == high => fill(w.at, &[&low.to_string()]),
        (low, high) => fill(w.between, &[&low.to_string(), &high.to_string()]),
    };
    match standing.rank {
        Some((rank, equal)) => fill(w.ranked, &[&place, &shown(rank), &equal.to_string()]),
        None => place,
    }
}

/// The same, or that it is not told; empty where there is no score.
pub fn position(position: &Position, lang: Lang) -> String {
    match position {
        Position::At(found) => standing(found, lang),
        Position::NoScore => String::new(),
        Position::NotTold => lang.words().cohort.not_told.to_owned(),
    }
}

/// Who the others are, when they were counted, and what of them is not told.
pub fn others(benchmark: &Benchmark, positions: &Positions, lang: Lang) -> Vec<String> {
    let w = &lang.words().cohort;
    let hidden = positions.left_out();
    let left = (hidden > 0).then(|| fill(w.places_hidden, &[&hidden.to_string(), &benchmark.least().to_string()]));
    std::iter::once(who(benchmark, lang)).chain(left).collect()
}

/// Who the others are, and when they were counted.
fn who(benchmark: &Benchmark, lang: Lang) -> String {
    let (w, n) = (&lang.words().cohort, benchmark.n.to_string());
    match &benchmark.made {
        Some(day) => fill(w.among_since, &[&n, day]),
        None => fill(w.among, &[&n]),
    }
}

/// Who the others are, where their upper quartile is ahead of a result, and where it is not told.
pub fn quartile(rubric: &Rubric, measured: &Measured, benchmark: &Benchmark, lang: Lang) -> Vec<String> {
    let words = lang.words();
    let levels = upper_quartile(rubric, benchmark);
    let who = who(benchmark, lang);
    if levels.is_empty() {
        return vec![who, no_quartile(benchmark, lang)];
    }
    let ahead = |(a, area): (usize, &crate::rubric::Area)| {
        let (there, here) = (levels.get(&area.id)?, planned_level(measured, AreaIx(a))?);
        let values = [area.id.as_str(), &here.to_string(), &there.to_string()];
        (here < *there).then(|| fill(words.plan.step, &values))
    };
    let ahead: Vec<String> = rubric.areas.iter().enumerate().filter_map(ahead).collect();
    let ahead = if ahead.is_empty() {
        words.plan.quartile_reached.to_owned()
    } else {
        fill(words.plan.quartile_above, &[&ahead.join(words.report.comma)])
    };
    [who, ahead].into_iter().chain(untold(rubric, benchmark, &levels, lang)).collect()
}

/// The areas of which the upper quartile is not told; `None` if there are none.
fn untold(rubric: &Rubric, benchmark: &Benchmark, levels: &BTreeMap<Id, u8>, lang: Lang) -> Option<String> {
    let words = lang.words();
    let ids: Vec<&str> = rubric.areas.iter().filter(|a| !levels.contains_key(&a.id)).map(|a| a.id.as_str()).collect();
    let values = [ids.join(words.report.comma), benchmark.least().to_string()];
    (!ids.is_empty()).then(|| fill(words.plan.quartile_untold, &values.each_ref().map(String::as_str)))
}

/// What to know before targets for all areas are taken, where others are at hand: of which areas their upper
/// quartile is not told, or, with nothing taken, why it is not on offer.
pub fn about_targets(
    rubric: &Rubric,
    benchmark: Option<&Benchmark>,
    chosen: Option<&ReadyTargets>,
    lang: Lang,
) -> Option<String> {
    let benchmark = benchmark?;
    match chosen {
        Some(ReadyTargets::UpperQuartile(levels)) => untold(rubric, benchmark, levels, lang),
        Some(ReadyTargets::Rubric(_)) => None,
        None => upper_quartile(rubric, benchmark).is_empty().then(|| no_quartile(benchmark, lang)),
    }
}

/// Why the upper quartile of a benchmark cannot be a target.
pub fn no_quartile(benchmark: &Benchmark, lang: Lang) -> String {
    fill(lang.words().plan.quartile_none, &[&benchmark.least().to_string()])
}
