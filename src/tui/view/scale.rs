//! A score on its scale: how far along it lies, where levels begin, its colour and its height.

use ratatui::style::Style;

use crate::rubric::{EPSILON, Rubric};
use crate::tui::theme::Theme;

/// Where the levels begin, as parts of the scale.
pub fn ticks(rubric: &Rubric) -> Vec<f64> {
    let (scale, offset) = (&rubric.scale, rubric.level_rule.offset());
    (scale.min + 1..=scale.max()).map(|l| scale.part(f64::from(l) - offset)).collect()
}

/// The colour of a score: that of the level whose band it lies in.
pub fn style(theme: Theme, rubric: &Rubric, score: Option<f64>) -> Style {
    let Some(score) = score else { return theme.dim() };
    let levels = rubric.scale.levels.len();
    let above = score - f64::from(rubric.scale.min) + rubric.level_rule.offset() + EPSILON;
    theme.level((above.floor().max(0.0) as usize).min(levels - 1), levels)
}

/// A block as high as the score, so that a row reads without colour.
pub fn height(rubric: &Rubric, score: Option<f64>) -> &'static str {
    const MARKS: [&str; 9] = ["⠤", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    score.map_or(" ", |s| MARKS[(rubric.scale.part(s) * 8.0).round() as usize])
}
