//! A frame as what is written into each of its rows, one thing over the other.
//!
//! Nearly all rows of a frame are those of the frame before it. A row into which the same is written
//! looks the same: it needs no cells, and nobody has to compare them.

use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

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
    style: Style,
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
        self.strokes.push(Stroke { first, columns, ink: Ink::Text(text.len()), style });
    }

    /// Fills columns with a mark of one column.
    pub(super) fn fill(&mut self, first: u16, columns: u16, mark: &str, style: Style) {
        self.text.push_str(mark);
        self.strokes.push(Stroke { first, columns, ink: Ink::Mark(mark.len()), style });
    }

    /// Gives columns a style.
    pub(super) fn tint(&mut self, first: u16, columns: u16, style: Style) {
        self.strokes.push(Stroke { first, columns, ink: Ink::Style, style });
    }

    /// Empties columns.
    pub(super) fn clear(&mut self, first: u16, columns: u16) {
        self.strokes.push(Stroke { first, columns, ink: Ink::Nothing, style: Style::default() });
    }

    /// Writes what a widget of a library has drawn into empty cells; where they are still empty,
    /// what is under them stays.
    pub(super) fn take_over(&mut self, first: u16, cells: &[Cell]) {
        let mut at = 0;
        while let Some(cell) = cells.get(at) {
            let columns = text::width(cell.symbol()).max(1);
            if *cell != Cell::EMPTY {
                self.write(first + at as u16, columns as u16, cell.symbol(), style(cell));
            }
            at += columns;
        }
    }

    /// Draws the row into its cells, which are as many as it has columns.
    pub fn paint(&self, cells: &mut [Cell]) {
        cells.iter_mut().for_each(Cell::reset);
        let mut rest = self.text.as_str();
        let mut next = |bytes: usize| {
            let (text, after) = rest.split_at(bytes);
            rest = after;
            text
        };
        for stroke in &self.strokes {
            let first = usize::from(stroke.first);
            let cells = &mut cells[first..first + usize::from(stroke.columns)];
            match stroke.ink {
                Ink::Text(bytes) => write(cells, next(bytes), stroke.style),
                Ink::Mark(bytes) => {
                    let mark = next(bytes);
                    for cell in cells {
                        cell.set_symbol(mark).set_style(stroke.style);
                    }
                }
                Ink::Style => {
                    for cell in cells {
                        cell.set_style(stroke.style);
                    }
                }
                Ink::Nothing => cells.iter_mut().for_each(Cell::reset),
            }
        }
    }
}

fn write(cells: &mut [Cell], text: &str, style: Style) {
    let mut at = 0;
    for (grapheme, columns) in text::graphemes(text).filter(|(_, columns)| *columns > 0) {
        cells[at].set_symbol(grapheme).set_style(style);
        // What a wide character hides is empty.
        cells[at + 1..at + columns].iter_mut().for_each(Cell::reset);
        at += columns;
    }
}

/// What a widget has said about the style of a cell.
fn style(cell: &Cell) -> Style {
    let said = |colour: Color| (colour != Color::Reset).then_some(colour);
    Style { fg: said(cell.fg), bg: said(cell.bg), add_modifier: cell.modifier, ..Style::default() }
}
