//! A workbook (`.xlsx`): what one of ours holds, how it is written, and how any is read.
//!
//! It is a zip of XML parts (ECMA-376). A [`Book`] is plain data without a way to hold a formula
//! or a link: a text stays a text whatever it looks like. The same book is always the same bytes.

mod escape;
mod place;
pub(super) mod read;
pub(super) mod style;
mod tags;
mod write;

use std::collections::BTreeMap;

use zip::result::ZipResult;

use crate::assessment::Stamp;
use style::Style;

/// Most characters of a sheet's name.
const MAX_NAME: usize = 31;

/// A workbook.
pub(super) struct Book {
    /// What it is, for whoever looks at the properties of the file.
    pub title: &'static str,
    /// When it was made.
    pub made: Stamp,
    /// Its sheets in the order of the tabs, with different names.
    pub sheets: Vec<Sheet>,
}

/// A sheet, printed on A4 across and as wide as a page.
#[derive(Default)]
pub(super) struct Sheet {
    /// What stands on the tab, see [`tab`].
    pub name: String,
    /// Whether no menu shows it.
    pub is_hidden: bool,
    /// Widths of the first columns, in digits.
    pub widths: Vec<usize>,
    /// Rows from the top.
    pub rows: Vec<Row>,
    /// The table at the top, if there is one.
    pub table: Option<Table>,
    /// What may be chosen in single cells.
    pub choices: Vec<Choice>,
    /// Charts of this sheet's own cells.
    pub charts: Vec<Chart>,
}

/// A row.
#[derive(Default)]
pub(super) struct Row {
    /// Its cells by their column, from 0.
    pub cells: BTreeMap<u16, Cell>,
    /// Columns that the first cell lies across; 0 and 1 are its own alone.
    pub across: u16,
    /// Height in points, where it is not that of one line.
    pub height: Option<f64>,
}

/// A cell.
pub(super) struct Cell {
    /// What it holds.
    pub value: Value,
    /// What it looks like.
    pub style: Style,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing, but it looks like something.
    Blank,
    /// A finite number.
    Number(f64),
    /// At most 32,767 UTF-16 units.
    Text(String),
}

/// The rows from the first one on are a table: its head stays in sight, is repeated on every
/// page, and filters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    /// Rows, the head among them; at least 1.
    pub rows: usize,
    /// Columns; at least 1.
    pub columns: u16,
    /// Columns that stay in sight too.
    pub frozen: u16,
}

/// A cell in which one of a few texts is chosen and nothing else can be typed.
pub(super) struct Choice {
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: u16,
    /// What there is to choose from; at least one.
    pub items: Vec<String>,
    /// Title of the message to whoever types something else; at most 32 characters.
    pub refusal: &'static str,
    /// That message; at most 255 characters.
    pub advice: &'static str,
}

/// A chart of names and scores in two columns of its sheet.
pub(super) struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What stands over it.
    pub title: &'static str,
    /// What the numbers are.
    pub series: &'static str,
    /// What it shows, for whoever cannot see it.
    pub shows: &'static str,
    /// Row and column of its upper left corner, from 0.
    pub corner: (usize, u16),
    /// The row of the first name, from 0, and how many there are.
    pub rows: (usize, usize),
    /// The columns of the names and of the scores, from 0.
    pub columns: (u16, u16),
    /// The ends of the scale.
    pub scale: (u8, u8),
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChartKind {
    /// An axis for each name.
    Radar,
    /// A bar for each name, the first on top.
    Bars,
}

impl Book {
    /// The bytes of its file; memory that never refuses a byte gives no error.
    pub fn bytes(&self) -> ZipResult<Vec<u8>> {
        write::bytes(self)
    }
}

/// A name as a tab can carry it: what a spreadsheet refuses there is replaced.
pub(super) fn tab(name: &str) -> String {
    let shown = name.trim_matches('\'').chars().map(|c| if "[]:*?/\\".contains(c) { '-' } else { c });
    let mut units = 0;
    shown.take_while(|c| (units += c.len_utf16(), units <= MAX_NAME).1).collect()
}

#[cfg(test)]
mod tests;
