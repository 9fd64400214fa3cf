//! A frame as what is written into each of its rows, one thing over the other.
//!
//! Nearly all rows of a frame are those of the frame before it. A row into which the same is written
//! looks the same: it needs no cells, and nobody has to compare them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cell::{Cell, Coat};
use crate::text;

/// What is written into a frame.
#[derive(Debug, Default)]
pub struct Sheet {
    area: Rect,
    rows: Vec<Row>,
}

impl Sheet {
    /// Empties it for a frame of a size; what it holds of memory is used again.
    pub fn begin(&mut self, area: Rect) {
        self.area = area;
        self.rows.resize_with(usize::from(area.height), Row::default);
        for row in &mut self.rows {
            row.text.clear();
            row.strokes.clear();
        }
    }

    /// The rectangle of the frame.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The rows from the top.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// A row of the frame, which must be one.
    pub(super) fn row(&mut self, y: u16) -> &mut Row {
        &mut self.rows[usize::from(y - self.area.y)]
    }
}

/// What is written into a row. Equal rows look alike.
#[derive(Debug, Default, PartialEq)]
pub struct Row {
    /// The texts of the strokes, one after the other.
    text: String,
    strokes: Vec<Stroke>,
}

/// One thing that is written; it stays within its columns.
#[derive(Debug, PartialEq)]
struct Stroke {
    first: u16,
    columns: u16,
    ink: Ink,
    coat: Coat,
}

/// What becomes of the columns of a stroke.
#[derive(Debug, PartialEq)]
enum Ink {
    /// They show a text of so many bytes.
    Text(usize),
    /// Each of them shows a mark of so many bytes.
    Mark(usize),
    /// They show what they showed, in the style.
    Style,
    /// They are empty.
    Nothing,
}

impl Row {
    /// Writes a text that takes so many columns.
    pub(super) fn write(&mut self, first: u16, columns: u16, text: &str, style: Style) {
        self.text.push_str(text);
        self.strokes.push(Stroke { first, columns, ink: Ink::Text(text.len()), coat: style.into() });
    }

    /// Fills columns with a mark of one column.
    pub(super) fn fill(&mut self, first: u16, columns: u16, mark: &str, style: Style) {
        self.text.push_str(mark);
        self.strokes.push(Stroke { first, columns, ink: Ink::Mark(mark.len()), coat: style.into() });
    }

    /// Gives columns a style.
    pub(super) fn tint(&mut self, first: u16, columns: u16, style: Style) {
        self.strokes.push(Stroke { first, columns, ink: Ink::Style, coat: style.into() });
    }

    /// Empties columns.
    pub(super) fn clear(&mut self, first: u16, columns: u16) {
        self.strokes.push(Stroke { first, columns, ink: Ink::Nothing, coat: Style::default().into() });
    }

    /// The cells of the row up to the last one that is written, but so many at least.
    pub fn cells(&self, least: u16) -> Vec<Cell<'_>> {
        let ends = self.strokes.iter().map(|stroke| stroke.first + stroke.columns);
        let mut cells = vec![Cell::BLANK; usize::from(ends.fold(least, u16::max))];
        let mut rest = self.text.as_str();
        let mut next = |bytes: usize| {
            let (text, after) = rest.split_at(bytes);
            rest = after;
            text
        };
        for stroke in &self.strokes {
            let first = usize::from(stroke.first);
            let cells = &mut cells[first..first + usize::from(stroke.columns)];
            for cell in &mut *cells {
                cell.tint = cell.tint.under(stroke.coat);
            }
            match stroke.ink {
                Ink::Text(bytes) => write(cells, next(bytes)),
                Ink::Mark(bytes) => {
                    let symbol = next(bytes);
                    for cell in cells {
                        (cell.symbol, cell.columns) = (symbol, 1);
                    }
                }
                Ink::Style => {}
                Ink::Nothing => cells.fill(Cell::BLANK),
            }
        }
        cover(&mut cells);
        cells
    }
}

fn write<'t>(cells: &mut [Cell<'t>], text: &'t str) {
    let mut at = 0;
    for (symbol, columns) in text::graphemes(text).filter(|(_, columns)| *columns > 0) {
        (cells[at].symbol, cells[at].columns) = (symbol, columns as u16);
        if columns > 1 {
            cells[at + 1..at + columns].fill(Cell::BLANK);
        }
        at += columns;
    }
}

/// What a wide character reaches over is not seen.
fn cover(cells: &mut [Cell]) {
    let mut rest = cells;
    while let Some(wide) = rest.iter().position(|cell| cell.columns > 1) {
        let end = (wide + usize::from(rest[wide].columns)).min(rest.len());
        rest[wide + 1..end].fill(Cell::COVERED);
        rest = &mut rest[end..];
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::*;
    use crate::tui::widget::cell::Tint;

    #[test]
    fn whatever_is_written_lies_in_its_style_over_what_was_there() {
        let [red, on_blue] = [Style::new().fg(Color::Red), Style::new().bg(Color::Blue)];
        let mut row = Row::default();
        row.fill(0, 8, "-", red);
        row.write(1, 3, "力a", on_blue);
        row.fill(4, 1, "=", on_blue);
        row.tint(5, 1, on_blue);
        row.clear(6, 1);
        let cells = row.cells(0);
        let symbols: Vec<&str> = cells.iter().map(|cell| cell.symbol).collect();
        assert_eq!(symbols, ["-", "力", "", "a", "=", "-", " ", "-"]);
        let under = Tint::PLAIN.under(red.into());
        let [over, none] = [under.under(on_blue.into()), Tint::PLAIN];
        let tints: Vec<Tint> = cells.iter().map(|cell| cell.tint).collect();
        assert_eq!(tints, [under, over, none, over, over, over, none, under]);
    }
}
