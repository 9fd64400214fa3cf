//! Drawings of the page: the radar and the bars. Every number in them is ours, every label is
//! escaped by the template that they stand in.

use std::fmt::Write;

use super::Report;
use super::figure::Figure;
use crate::radar::{Point, corner};
use crate::text;

/// The middle of the radar, from the top.
const MIDDLE: f64 = 145.0;
/// Width of a terminal column's worth of text in the drawing's measure, a little more than needed.
const COLUMN: f64 = 7.8;
/// Radius of the outermost ring; the rest is for the names.
const RADIUS: f64 = 105.0;
/// Width of a bar that is full.
pub(super) const BAR: f64 = 100.0;

/// The radar: rings at whole levels, an axis per dimension, the outline of the scores.
pub(super) struct Radar {
    /// Width of the drawing: as much as the names need.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// Its left edge; the middle of the radar is at [`Radar::middle`].
    pub left: f64,
    /// Rings from the middle outward, each as the points of a polygon.
    pub rings: Vec<String>,
    /// Ends of the axes.
    pub axes: Vec<(f64, f64)>,
    /// The outline of the scores; empty if a dimension has none.
    pub outline: String,
    /// The outline of the targets; empty if a dimension has none.
    pub targets: String,
    /// A dot for each score.
    pub dots: Vec<(f64, f64)>,
    /// Names with their scores.
    pub labels: Vec<Label>,
    /// The middle.
    pub middle: f64,
}

/// A name on the rim.
pub(super) struct Label {
    /// Where it stands.
    pub x: f64,
    /// Where it stands.
    pub y: f64,
    /// To which side of that it runs: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// The name.
    pub name: String,
    /// The score.
    pub score: String,
}

impl Radar {
    /// The radar of the dimensions; `None` below three, where it would be a line.
    pub fn of(report: &Report) -> Option<Self> {
        let figures: Vec<&Figure> = report.groups.iter().map(|g| &g.dimension).collect();
        let axes = figures.len();
        if axes < 3 {
            return None;
        }
        let steps = report.rubric.scale.levels.len() - 1;
        let ring = |step: usize| {
            let radius = step as f64 / steps as f64;
            points((0..axes).map(|axis| place(axis, axes, radius)))
        };
        let scored = figures.iter().enumerate().filter_map(|(axis, f)| Some(place(axis, axes, f.part?)));
        let dots: Vec<(f64, f64)> = scored.collect();
        let target = |(axis, f): (usize, &&Figure)| Some(place(axis, axes, report.rubric.scale.part(f.target?)));
        let targets: Vec<(f64, f64)> = figures.iter().enumerate().filter_map(target).collect();
        let label = |(axis, figure): (usize, &&Figure)| {
            let Point { x, y } = corner(axis, axes, 1.0);
            let (px, py) = place(axis, axes, 1.1);
            let anchor = match x {
                x if x > 0.1 => "start",
                x if x < -0.1 => "end",
                _ => "middle",
            };
            // A name and its score are two lines, which stand above the top and below the bottom.
            let y = py - 2.0 - 10.0 * y;
            Label { x: px, y, anchor, name: figure.name.clone(), score: figure.score_text.clone() }
        };
        let widest = figures.iter().map(|f| text::width(&f.name).max(text::width(&f.score_text))).max().unwrap_or(0);
        let beside = rounded(RADIUS * 1.1 + COLUMN * widest as f64);
        Some(Self {
            width: 2.0 * beside,
            height: 2.0 * MIDDLE,
            left: MIDDLE - beside,
            rings: (1..=steps).map(ring).collect(),
            axes: (0..axes).map(|axis| place(axis, axes, 1.0)).collect(),
            outline: if dots.len() == axes { points(dots.iter().copied()) } else { String::new() },
            targets: if targets.len() == axes { points(targets.into_iter()) } else { String::new() },
            dots,
            labels: figures.iter().enumerate().map(label).collect(),
            middle: MIDDLE,
        })
    }
}

/// A point on an axis, in the drawing's own measure; its y runs downward.
fn place(axis: usize, axes: usize, radius: f64) -> (f64, f64) {
    let Point { x, y } = corner(axis, axes, radius);
    (rounded(MIDDLE + RADIUS * x), rounded(MIDDLE - RADIUS * y))
}

fn points(corners: impl Iterator<Item = (f64, f64)>) -> String {
    let mut points = String::new();
    for (x, y) in corners {
        // Writing to a string cannot fail.
        let _ = write!(points, "{}{x},{y}", if points.is_empty() { "" } else { " " });
    }
    points
}

fn rounded(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

/// A bar: how long it is, and where the open answers could take it.
pub(super) struct Bar {
    /// Length of the bar, of [`BAR`].
    pub length: f64,
    /// Start and length of the range of possible scores.
    pub range: Option<(f64, f64)>,
    /// Where it is to arrive.
    pub target: Option<f64>,
    /// Where levels begin.
    pub ticks: Vec<f64>,
}

impl Bar {
    /// The bar of a figure, with ticks where the levels of the rubric begin.
    pub fn of(report: &Report, figure: &Figure) -> Self {
        let rubric = report.rubric;
        let at = |score: f64| rounded(BAR * rubric.scale.part(score));
        let offset = rubric.level_rule.offset();
        let ticks = (rubric.scale.min + 1..=rubric.scale.max()).map(|level| at(f64::from(level) - offset));
        Self {
            length: figure.part.map_or(0.0, |p| rounded(BAR * p)),
            range: figure.range.map(|(low, high)| (at(low), rounded(at(high) - at(low)))),
            target: figure.target.map(at),
            ticks: ticks.filter(|t| *t < BAR).collect(),
        }
    }
}
