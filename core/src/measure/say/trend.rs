//! Changes in words.

mod told;

pub use told::{Told, ToldAnswer, ToldPart, told};

use super::shown;
use crate::lang::{Lang, fill};
use crate::measure::cut;
use crate::measure::trend::{DimensionChange, Verdict};

/// What of a change is more than error.
pub fn verdict(verdict: Option<Verdict>, lang: Lang) -> &'static str {
    let words = &lang.words().trend;
    match verdict {
        Some(Verdict::Improved) => words.improved,
        Some(Verdict::Declined) => words.declined,
        Some(Verdict::Undetected) => words.undetected,
        None => words.not_comparable,
    }
}

/// `1.8 ▸ 2.6 (+0.8), real rise`
pub fn change(of: &DimensionChange, lang: Lang) -> String {
    let words = &lang.words().trend;
    let Some((before, after)) = of.scores else { return words.not_comparable.to_owned() };
    let by = signed(after - before);
    fill(words.change_line, &[&shown(before), &shown(after), &by, verdict(of.verdict, lang)])
}

/// What became of the level; `None` if it is the same.
pub fn level(of: &DimensionChange, lang: Lang) -> Option<String> {
    let words = &lang.words().trend;
    let (Some(before), Some(after)) = of.levels else { return None };
    let is_real = matches!(of.verdict, Some(Verdict::Improved | Verdict::Declined));
    let template = if is_real { words.level_real } else { words.level_by_error };
    (before != after).then(|| fill(template, &[&before.to_string(), &after.to_string()]))
}

/// How many questions moved, and whether chance explains it.
pub fn moved(of: &DimensionChange, lang: Lang) -> String {
    let words = &lang.words().trend;
    let Some(p) = of.p else { return words.nothing_moved.to_owned() };
    fill(words.moved, &[&of.moved.0.to_string(), &of.moved.1.to_string(), &format!("{p:.3}")])
}

/// A change with its sign, cut to one decimal toward nothing.
pub fn signed(change: f64) -> String {
    let size = cut(change.abs());
    let sign = if size < 0.05 {
        "±"
    } else if change < 0.0 {
        "-"
    } else {
        "+"
    };
    format!("{sign}{size:.1}")
}
