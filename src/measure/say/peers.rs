//! Where a result stands among others, in words.

use crate::lang::{Lang, fill};
use crate::measure::cohort::{Benchmark, Position, Positions, Standing};
use crate::measure::shown;

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
    let n = benchmark.n.to_string();
    let who = match &benchmark.made {
        Some(day) => fill(w.among_since, &[&n, day]),
        None => fill(w.among, &[&n]),
    };
    let hidden = positions.left_out();
    let left = (hidden > 0).then(|| fill(w.places_hidden, &[&hidden.to_string(), &benchmark.least().to_string()]));
    std::iter::once(who).chain(left).collect()
}
