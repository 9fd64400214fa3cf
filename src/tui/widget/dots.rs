//! A drawing of Braille dots: two columns and four rows of them in every cell.

use std::mem;

use ratatui::style::Style;

use super::pen::Pen;
use crate::radar::Point;

/// Dots that reach from -1 to 1 to the right and upward.
pub struct Dots {
    columns: usize,
    rows: usize,
    cells: Vec<Cell>,
}

/// The dots of a cell, and the style of the last of them.
#[derive(Clone, Copy, Default)]
struct Cell {
    pattern: u8,
    style: Style,
}

/// Cells beside each other that have dots of one style.
pub struct Run {
    column: usize,
    row: usize,
    count: usize,
    marks: String,
    style: Style,
}

impl Run {
    /// Writes it, counted from the top left of the pen's rectangle.
    pub fn draw(&self, pen: &mut Pen) {
        pen.marks(self.column, self.row, self.count, &self.marks, self.style);
    }
}

/// What the dots of a cell add to the empty pattern, row by row.
const PATTERN: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

impl Dots {
    /// No dots in so many cells.
    pub fn new(columns: usize, rows: usize) -> Self {
        Self { columns, rows, cells: vec![Cell::default(); columns * rows] }
    }

    /// How many dots there is room for beside and below each other.
    pub fn size(&self) -> (usize, usize) {
        (2 * self.columns, 4 * self.rows)
    }

    /// A dot at a point, unless it lies outside.
    pub fn dot(&mut self, at: Point, style: Style) {
        if let Some((x, y)) = self.place(at) {
            self.set(x, y, style);
        }
    }

    /// A line from a point to another, unless one of them lies outside.
    pub fn line(&mut self, from: Point, to: Point, style: Style) {
        let (Some(from), Some(to)) = (self.place(from), self.place(to)) else { return };
        // Along the longer side, on which every place has one dot.
        let is_steep = from.1.abs_diff(to.1) >= from.0.abs_diff(to.0);
        let along = |(x, y): (usize, usize)| if is_steep { (y, x) } else { (x, y) };
        let (mut start, mut end) = (along(from), along(to));
        if start.0 > end.0 {
            mem::swap(&mut start, &mut end);
        }
        let (long, short) = ((end.0 - start.0) as isize, start.1.abs_diff(end.1) as isize);
        let mut off = 2 * short - long;
        let mut across = start.1;
        for place in start.0..=end.0 {
            let (x, y) = along((place, across));
            self.set(x, y, style);
            if off > 0 {
                // After the last dot a slanting line would go on, out of the drawing.
                across = if start.1 > end.1 { across.saturating_sub(1) } else { across + 1 };
                off -= 2 * long;
            }
            off += 2 * short;
        }
    }

    /// Lays a drawing of the same size over this one: a cell with dots hides the one under it.
    pub fn cover(&mut self, over: &Self) {
        for (cell, over) in self.cells.iter_mut().zip(&over.cells) {
            if over.pattern != 0 {
                *cell = *over;
            }
        }
    }

    /// The cells that have dots, from the top.
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for (row, cells) in self.cells.chunks(self.columns.max(1)).enumerate() {
            let mut rest = cells;
            while let Some(first) = rest.first() {
                let is_empty = first.pattern == 0;
                let is_alike =
                    |cell: &&Cell| (cell.pattern == 0) == is_empty && (is_empty || cell.style == first.style);
                let count = rest.iter().take_while(is_alike).count();
                if !is_empty {
                    let mut marks = String::with_capacity(3 * count);
                    marks.extend(rest[..count].iter().map(|cell| braille(cell.pattern)));
                    runs.push(Run { column: cells.len() - rest.len(), row, count, marks, style: first.style });
                }
                rest = &rest[count..];
            }
        }
        runs
    }

    /// Where a point lies, in dots from the top left.
    fn place(&self, at: Point) -> Option<(usize, usize)> {
        let is_inside = (-1.0..=1.0).contains(&at.x) && (-1.0..=1.0).contains(&at.y);
        let place = |part: f64, dots: usize| (part * (dots as f64 - 1.0) / 2.0).round() as usize;
        let (across, down) = self.size();
        is_inside.then(|| (place(at.x + 1.0, across), place(1.0 - at.y, down)))
    }

    /// A dot so far to the right of and below the one at the top left, within the columns.
    pub fn set(&mut self, x: usize, y: usize, style: Style) {
        if let Some(cell) = self.cells.get_mut(y / 4 * self.columns + x / 2) {
            cell.pattern |= PATTERN[y % 4][x % 2];
            cell.style = style;
        }
    }
}

fn braille(pattern: u8) -> char {
    char::from_u32(0x2800 + u32::from(pattern)).unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slanting_line_ends_in_the_corner() {
        let corner = |x, y| Point { x, y };
        for (from, to, patterns) in [
            (corner(-1.0, -1.0), corner(1.0, 1.0), [0x40 + 0x20, 0x02 + 0x08]),
            (corner(-1.0, 1.0), corner(1.0, -1.0), [0x01 + 0x10, 0x04 + 0x80]),
        ] {
            for (from, to) in [(from, to), (to, from)] {
                let mut dots = Dots::new(2, 1);
                dots.line(from, to, Style::default());
                assert_eq!([dots.cells[0].pattern, dots.cells[1].pattern], patterns);
            }
        }
    }
}
