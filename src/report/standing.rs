//! Where one assessment stands among others, line by line.

use serde_json::{Value, json};

use crate::lang::{Lang, Text, fill};
use crate::measure::cohort::{Benchmark, OVERALL, Standing, Tallies};
use crate::measure::{Measured, shown};
use crate::rubric::{Id, Rubric};

/// The standing of one dimension or area, or of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// `overall`, or an id of the rubric.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it stands; `None` where the others may not be told.
    pub standing: Option<Standing>,
}

/// The standing in words.
pub fn words(standing: &Standing, lang: Lang) -> String {
    let w = &lang.words().cohort;
    let (low, high) = standing.band;
    let place = match (low, high) {
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

/// Where a result stands: the whole, then dimensions and areas.
pub fn lines(
    benchmark: &Benchmark,
    rubric: &Rubric,
    measured: &Measured,
    pool: Option<&Tallies>,
    lang: Lang,
) -> Vec<Line> {
    let overall = (OVERALL.to_owned(), lang.words().cohort.overall.to_owned());
    let named = |id: &Id, name: &Text| (id.to_string(), format!("{id} {}", name.get(lang)));
    let dimensions = rubric.dimensions.iter().map(|d| named(&d.id, &d.name));
    let areas = rubric.areas.iter().map(|a| named(&a.id, &a.name));
    let names = std::iter::once(overall).chain(dimensions).chain(areas);
    let standings = benchmark.standings(rubric, measured, pool);
    names.zip(standings).map(|((id, name), standing)| Line { id, name, standing }).collect()
}

/// The standing for programs.
pub fn json(line: &Line) -> Value {
    let s = line.standing.as_ref();
    json!({
        "item": line.id,
        "score": s.map(|s| s.score),
        "band": s.map(|s| [s.band.0, s.band.1]),
        "rank": s.and_then(|s| s.rank).map(|(rank, _)| rank),
        "equal": s.and_then(|s| s.rank).map(|(_, equal)| equal),
    })
}
