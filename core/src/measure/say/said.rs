//! What people said, in words.

use crate::lang::{Lang, fill};
use crate::measure::Contradiction;
use crate::rubric::Rubric;

/// A choice's value without a needless `.0`, never cut: 3, 2.5, 0.25.
pub fn value(value: f64) -> String {
    format!("{value}")
}

/// A prerequisite that the answers break.
pub fn contradiction(rubric: &Rubric, broken: &Contradiction, lang: Lang) -> String {
    let p = broken.prerequisite;
    let (area, needs) = (rubric.area(p.area), rubric.area(p.needs));
    let values = [
        area.id.as_str(),
        &broken.claimed.to_string(),
        &p.level.to_string(),
        needs.id.as_str(),
        needs.name.get(lang),
        &p.needs_level.to_string(),
        &broken.found.to_string(),
    ];
    fill(lang.words().review.broken, &values)
}
