//! Writing into a frame: nothing outside of its rectangle, every column measured.

use std::cmp::Ordering;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::sheet::{Row, Sheet};
use crate::text;
use crate::tui::key::Key;

/// A piece of text in one style.
pub type Piece<'t> = (&'t str, Style);

/// Where a press of the mouse stands for keys: whatever can be clicked can be typed.
#[derive(Clone, Debug)]
pub struct Spot {
    area: Rect,
    keys: Vec<Key>,
}

impl Spot {
    /// The keys that a press there stands for; what was drawn last lies on top.
    pub fn pressed(spots: &[Self], column: u16, row: u16) -> &[Key] {
        let spot = spots.iter().rev().find(|spot| spot.area.contains(Position::new(column, row)));
        spot.map_or(&[], |spot| &spot.keys)
    }
}

/// Writes lines into a rectangle of a frame from its top.
pub struct Pen<'s> {
    sheet: &'s mut Sheet,
    area: Rect,
    /// Where the mouse may press, if anybody listens to it.
    spots: Option<&'s mut Vec<Spot>>,
}

impl<'s> Pen<'s> {
    /// A pen that writes into all of a frame.
    pub fn new(sheet: &'s mut Sheet) -> Self {
        let area = sheet.area();
        Self { sheet, area, spots: None }
    }

    /// A pen that also notes where the mouse may press.
    #[must_use]
    pub fn noting(self, spots: Option<&'s mut Vec<Spot>>) -> Self {
        Self { spots, ..self }
    }

    /// A press on these columns of a row stands for the keys.
    pub fn spot(&mut self, column: usize, row: usize, columns: usize, keys: impl FnOnce() -> Vec<Key>) {
        if self.spots.is_none() {
            return;
        }
        let area = self.inner(column, 0, row, 1).area;
        let area = Rect { width: area.width.min(columns as u16), ..area };
        if let Some(spots) = &mut self.spots {
            spots.push(Spot { area, keys: keys() });
        }
    }

    /// A press on a row of a list moves the cursor there; where it is, it does what Enter does.
    pub fn row_spot(&mut self, row: usize, place: usize, cursor: usize) {
        self.spot(0, row, self.width(), || match place.cmp(&cursor) {
            Ordering::Less => vec![Key::Up; cursor - place],
            Ordering::Equal => vec![Key::Enter],
            Ordering::Greater => vec![Key::Down; place - cursor],
        });
    }

    /// What lies over the screen covers what could be pressed there.
    pub fn cover(&mut self) {
        if let Some(spots) = &mut self.spots {
            spots.clear();
        }
    }

    /// The rectangle.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Columns of the rectangle.
    pub fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    /// Rows of the rectangle.
    pub fn height(&self) -> usize {
        usize::from(self.area.height)
    }

    /// Writes a text at a column of a row, cut at the right edge; a line break in it is a blank.
    /// Returns the column after it.
    pub fn write(&mut self, column: usize, row: usize, text: &str, style: Style) -> usize {
        self.write_within(column, row, text, usize::MAX, style)
    }

    /// The same, cut after so many columns.
    pub fn write_within(&mut self, column: usize, row: usize, text: &str, room: usize, style: Style) -> usize {
        if row >= self.height() || column >= self.width() {
            return column;
        }
        let text = text::one_line(text);
        let (fitted, columns) = text::measured_fit(&text, room.min(self.width() - column));
        let first = self.area.x + column as u16;
        self.row(row).write(first, columns as u16, &fitted, style);
        column + columns
    }

    /// Writes so many marks of one column each; they need no measuring.
    pub fn marks(&mut self, column: usize, row: usize, count: usize, marks: &str, style: Style) {
        if row < self.height() && column + count <= self.width() {
            let first = self.area.x + column as u16;
            self.row(row).write(first, count as u16, marks, style);
        }
    }

    /// A row of the rectangle, which must be one.
    fn row(&mut self, row: usize) -> &mut Row {
        self.sheet.row(self.area.y + row as u16)
    }

    /// Writes pieces one after the other from a column of a row. Returns the column after them.
    pub fn pieces(&mut self, mut column: usize, row: usize, pieces: &[Piece]) -> usize {
        for (text, style) in pieces {
            column = self.write(column, row, text, *style);
        }
        column
    }

    /// Writes a text flush with the right edge. Returns the column where it begins.
    pub fn write_right(&mut self, row: usize, text: &str, style: Style) -> usize {
        let column = self.width().saturating_sub(text::width(text));
        self.write(column, row, text, style);
        column
    }

    /// Fills a row with one character of one column.
    pub fn rule(&mut self, row: usize, mark: &str, style: Style) {
        self.fill(0, row, self.width(), mark, style);
    }

    /// Fills so many columns of a row with one character of one column.
    pub fn fill(&mut self, column: usize, row: usize, count: usize, mark: &str, style: Style) {
        if row < self.height() && column + count <= self.width() {
            let first = self.area.x + column as u16;
            self.row(row).fill(first, count as u16, mark, style);
        }
    }

    /// Gives a whole row a style.
    pub fn tint(&mut self, row: usize, style: Style) {
        if row < self.height() {
            let area = self.area;
            self.row(row).tint(area.x, area.width, style);
        }
    }

    /// A smaller rectangle: rows `top..top + height` without `left` and `right` columns.
    pub fn inner(&mut self, left: usize, right: usize, top: usize, height: usize) -> Pen<'_> {
        let left = left.min(self.width());
        let top = top.min(self.height());
        let width = (self.width() - left).saturating_sub(right);
        let area = Rect::new(
            self.area.x + left as u16,
            self.area.y + top as u16,
            width as u16,
            height.min(self.height() - top) as u16,
        );
        Pen { sheet: self.sheet, area, spots: self.spots.as_deref_mut() }
    }

    /// Empties the rectangle, and one column more on either side: a wide character cut in half
    /// by a border would take the border with it.
    pub fn clear_wide(&mut self) {
        let wide = Rect::new(self.area.x.saturating_sub(1), self.area.y, self.area.width + 2, self.area.height);
        let wide = wide.intersection(self.sheet.area());
        for y in wide.top()..wide.bottom() {
            self.sheet.row(y).clear(wide.x, wide.width);
        }
    }
}
