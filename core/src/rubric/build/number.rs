//! Numbers and their ranges.

use std::fmt::Display;

use super::Checked;
use crate::rubric::fault::Fault;
use crate::rubric::{EPSILON, Scale};

/// Larger weights only lose precision.
pub(super) const MAX_WEIGHT: f64 = 1e6;

/// A number in `low..=high`; NaN is in no range.
pub(super) fn number(value: f64, low: f64, high: f64, path: &dyn Display) -> Checked<f64> {
    let inside = value.is_finite() && (low..=high).contains(&value) && !(value == 0.0 && value.is_sign_negative());
    inside.then_some(value).ok_or_else(|| outside(value, format!("{low}..{high}"), path))
}

fn outside(value: f64, range: String, path: &dyn Display) -> crate::rubric::Refusal {
    Fault::OutOfRange { found: value.to_string(), range }.at(path)
}

/// A number in `low..=high` whose range is better said in other words.
fn told(value: f64, low: f64, high: f64, range: &str, path: &dyn Display) -> Checked<f64> {
    number(value, low, high, path).map_err(|_| outside(value, range.to_owned(), path))
}

pub(super) fn share(value: f64, path: &dyn Display) -> Checked<f64> {
    number(value, 0.0, 1.0, path)
}

/// A share that must be more than nothing.
pub(super) fn pass_mark(value: f64, path: &dyn Display) -> Checked<f64> {
    told(value, EPSILON, 1.0, "0 < x <= 1", path)
}

/// An offset of a rule: 0 <= x < 1.
pub(super) fn offset(value: Option<f64>, path: &dyn Display) -> Checked<f64> {
    told(value.unwrap_or(0.0), 0.0, 1.0 - EPSILON, "0 <= x < 1", path)
}

/// A part of a level: 0 < x < 1.
pub(super) fn part(value: f64, path: &dyn Display) -> Checked<f64> {
    told(value, EPSILON, 1.0 - EPSILON, "0 < x < 1", path)
}

pub(super) fn weight(value: Option<f64>, path: &dyn Display) -> Checked<f64> {
    number(value.unwrap_or(1.0), 0.0, MAX_WEIGHT, &format_args!("{path}.weight"))
}

pub(super) fn whole(value: i64, low: u8, high: u8, path: &dyn Display) -> Checked<u8> {
    let inside = u8::try_from(value).ok().filter(|v| (low..=high).contains(v));
    inside.ok_or_else(|| Fault::OutOfRange { found: value.to_string(), range: format!("{low}..{high}") }.at(path))
}

/// A level of the scale.
pub(super) fn level(value: i64, scale: &Scale, path: &dyn Display) -> Checked<u8> {
    whole(value, scale.min, scale.max(), path)
}

pub(super) fn at_most(found: usize, limit: usize, path: &dyn Display) -> Checked<()> {
    if found > limit { Err(Fault::TooMany { limit }.at(path)) } else { Ok(()) }
}
