//! The radar: Braille dots, the value outline solid, everything else dotted, so that it
//! reads without colour.

use std::rc::Rc;

use ratatui::style::Style;

use super::dots::{Dots, Run};
use super::pen::Pen;
use crate::radar::{Point, corner, crossings, is_inside, outline};
use crate::text;
use crate::tui::last::Last;

/// One axis.
pub struct Axis<'t> {
    /// Its name.
    pub name: &'t str,
    /// Its number as printed.
    pub number: String,
    /// Its value as a part (0..=1) of the scale; `None` draws at the centre.
    pub value: Option<f64>,
    /// A value to hold it against, drawn dotted.
    pub other: Option<f64>,
    /// The style of the number.
    pub style: Style,
}

/// Styles of the drawing.
#[derive(Clone, Copy, PartialEq)]
pub struct Styles {
    /// The value outline.
    pub value: Style,
    /// Rings and axes.
    pub grid: Style,
    /// Names.
    pub name: Style,
}

/// Rows from which on the inner rings are drawn.
const RINGS_FROM: usize = 20;

/// What is drawn of a radar apart from its words.
#[derive(PartialEq)]
pub struct Plot {
    columns: usize,
    rows: usize,
    /// Of each axis the value and what it is held against.
    axes: Vec<(Option<f64>, Option<f64>)>,
    rings: usize,
    styles: Styles,
}

/// The last drawing: from key to key it hardly ever changes, and its dots are most of what a frame costs.
pub type Kept = Last<Plot, Rc<[Run]>>;

/// Draws the axes with `rings` steps of the scale into the pen's rectangle; what is kept is used if it is that.
pub fn draw(pen: &mut Pen, axes: &[Axis], rings: usize, styles: &Styles, kept: &Kept) {
    let label = axes.iter().map(|a| text::width(a.name).max(text::width(&a.number))).max().unwrap_or(0);
    // A row above for the first axis and one below for the axis that points down.
    let rows = pen.height().saturating_sub(2);
    // With four axes the corners are free for the names; otherwise they stand beside the drawing.
    let beside = if axes.len() == 4 { 0 } else { label + 1 };
    let columns = (2 * rows).min(pen.width().saturating_sub(2 * beside));
    let rows = rows.min(columns / 2);
    if rows < 4 || columns < 8 {
        return;
    }
    let left = (pen.width() - columns) / 2;
    let values = axes.iter().map(|axis| (axis.value, axis.other)).collect();
    let runs =
        kept.get(Plot { columns, rows, axes: values, rings, styles: *styles }, |plot| plotted(plot).runs().into());
    let mut drawing = pen.inner(left, pen.width() - left - columns, 1, rows);
    for run in runs.iter() {
        run.draw(&mut drawing);
    }
    for (i, axis) in axes.iter().enumerate() {
        place_label(pen, i, axes.len(), axis, (left, columns, rows), styles);
    }
}

fn place_label(pen: &mut Pen, i: usize, axes: usize, axis: &Axis, plot: (usize, usize, usize), styles: &Styles) {
    let (left, columns, rows) = plot;
    let tip = corner(i, axes, 1.0);
    let middle = left + columns / 2;
    let one_line = format!("{} {}", axis.name, axis.number);
    let width = text::width(&one_line);
    let row_of = |y: f64| 1 + ((1.0 - y) / 2.0 * (rows as f64 - 1.0)).round() as usize;
    if tip.x.abs() < 0.2 {
        let row = if tip.y > 0.0 { 0 } else { rows + 1 };
        let column = middle.saturating_sub(width / 2).min(pen.width().saturating_sub(width));
        let after = pen.write(column, row, axis.name, styles.name);
        pen.write(after + 1, row, &axis.number, axis.style);
        return;
    }
    // Beside the tip, or for a diamond far enough above it that the name stays clear of the drawing.
    let needed = text::width(axis.name).max(text::width(&axis.number));
    let room = if tip.x > 0.0 { pen.width() - (left + columns) } else { left };
    let above = if axes == 4 { (needed + 2).saturating_sub(room).div_ceil(2) + 1 } else { 0 };
    let row = row_of(tip.y).saturating_sub(above).max(1);
    for (line, (text, style)) in [(axis.name, styles.name), (axis.number.as_str(), axis.style)].into_iter().enumerate()
    {
        if tip.x > 0.0 {
            pen.write_right(row + line, text, style);
        } else {
            pen.write(0, row + line, text, style);
        }
    }
}

/// The dots of the drawing: what is held against the grid covers it.
fn plotted(plot: &Plot) -> Dots {
    let Plot { columns, rows, axes, rings, styles } = plot;
    let (columns, rows, rings) = (*columns, *rows, *rings);
    let radii: Vec<f64> = axes.iter().map(|(value, _)| value.unwrap_or(0.0).clamp(0.0, 1.0)).collect();
    let (dots_x, dots_y) = (columns as f64 * 2.0, rows as f64 * 4.0);
    let colour = |style: Style| Style { fg: style.fg, ..Style::default() };
    let (grid, other_style, value_style) = (colour(styles.grid), colour(styles.name), colour(styles.value));
    // Dots `every` so far along a line of this length on screen.
    let dotted = |dots: &mut Dots, (a, b): (Point, Point), every: f64, style: Style| {
        let (wide, high) = ((b.x - a.x) * dots_x / 2.0, (b.y - a.y) * dots_y / 2.0);
        // `hypot` is taken from C libraries of 2022 and later: no other reason would bar the program from older ones.
        let length = (wide * wide + high * high).sqrt();
        let steps = (length / every).max(1.0).round() as usize;
        for step in 0..=steps {
            let t = step as f64 / steps as f64;
            dots.dot(Point { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }, style);
        }
    };
    let mut drawing = Dots::new(columns, rows);
    let ring = |drawing: &mut Dots, radius: f64, every: f64| {
        for side in outline(&vec![radius; axes.len()]) {
            dotted(drawing, side, every, grid);
        }
    };
    ring(&mut drawing, 1.0, 3.0);
    let centre = Point { x: 0.0, y: 0.0 };
    for i in 0..axes.len() {
        dotted(&mut drawing, (centre, corner(i, axes.len(), 1.0)), 4.0, grid);
    }
    if rows >= RINGS_FROM && rings > 1 {
        for r in 1..rings {
            ring(&mut drawing, r as f64 / rings as f64, 6.0);
        }
    }
    let mut over = Dots::new(columns, rows);
    let other: Vec<f64> = axes.iter().filter_map(|(_, other)| *other).map(|o| o.clamp(0.0, 1.0)).collect();
    // Only where every axis has one there is an outline.
    if other.len() == axes.len() {
        for side in outline(&other) {
            dotted(&mut over, side, 2.0, other_style);
        }
    }
    let value = outline(&radii);
    stipple(&value, &mut over, value_style);
    for (a, b) in &value {
        over.line(*a, *b, value_style);
    }
    drawing.cover(&over);
    drawing
}

/// One dot in eight inside the outline: an area at a glance that leaves the grid visible.
fn stipple(outline: &[(Point, Point)], dots: &mut Dots, style: Style) {
    let (dots_x, dots_y) = dots.size();
    let middle = |place: usize, of: usize| (place as f64 + 0.5) / of as f64 * 2.0 - 1.0;
    for y in (1..dots_y).step_by(2) {
        let crossings = crossings(outline, -middle(y, dots_y));
        let shift = if y % 4 == 1 { 0 } else { 2 };
        for x in (shift..dots_x).step_by(4) {
            if is_inside(&crossings, middle(x, dots_x)) {
                dots.set(x, y, style);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::tui::widget::sheet::Sheet;

    fn drawn(size: (u16, u16), values: [Option<f64>; 3], other: Option<f64>, rings: usize, kept: &Kept) -> String {
        let axes =
            values.map(|value| Axis { name: "n", number: "1".to_owned(), value, other, style: Style::default() });
        let plain = Style::default();
        let mut sheet = Sheet::default();
        sheet.begin(Rect::new(0, 0, size.0, size.1));
        draw(&mut Pen::new(&mut sheet), &axes, rings, &Styles { value: plain, grid: plain, name: plain }, kept);
        format!("{:?}", sheet.rows())
    }

    #[test]
    fn what_is_kept_is_used_for_the_same_drawing_alone() {
        let kept = Kept::default();
        let one = [Some(0.2), Some(0.9), None];
        let mut seen: Vec<String> = Vec::new();
        for (size, values, other, rings) in [
            ((80, 24), one, None, 5),
            ((80, 26), one, None, 5),
            ((90, 26), one, None, 5),
            ((90, 26), [Some(0.3), Some(0.9), None], None, 5),
            ((90, 26), [Some(0.3), Some(0.9), None], Some(1.0), 5),
            ((90, 26), [Some(0.3), Some(0.9), None], Some(1.0), 4),
        ] {
            let fresh = drawn(size, values, other, rings, &Kept::default());
            for _ in 0..2 {
                assert_eq!(drawn(size, values, other, rings, &kept), fresh);
            }
            assert!(!seen.contains(&fresh));
            seen.push(fresh);
        }
    }
}
