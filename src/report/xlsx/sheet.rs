//! A sheet as it is filled row by row, and what cells look like.

use crate::lang::{Lang, ReportWords};
use crate::measure::cut;
use crate::report::book::style::{Shown, Style};
use crate::report::book::{self, Cell, Chart, Choice, Row, Table, Value, tab};
use crate::report::cells::fitted;
use crate::report::figure::Figure;
use crate::text;

/// Backgrounds of the level colours, lowest first: those of the page.
const SHADES: [u32; 6] = [0x00E5_E7EA, 0x00E7_DDF3, 0x00D8_E6F5, 0x00CF_ECEA, 0x00D5_EDD5, 0x00F5_E5B8];
/// Height of a line of text in points.
const LINE: f64 = 15.0;
/// A row holds at most 409 points.
const MAX_LINES: usize = 27;
/// What the arrow of a filter covers of a head, in characters.
const ARROW: usize = 3;

const NUMBER: Style = Style { number: Shown::Plain, fill: None, is_head: false, is_text: false, is_centred: false };
/// A text from data: wrapped, and a text even after it was edited.
pub(in crate::report) const PLAIN: Style = Style { is_text: true, ..NUMBER };
/// A level, in the middle of its column.
pub(in crate::report) const CENTRED: Style = Style { is_centred: true, ..NUMBER };
/// A header.
const HEAD: Style = Style { is_head: true, fill: Some(0x00F1_F3F5), ..PLAIN };

/// How wide columns are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Widths {
    /// As wide as is said.
    Fixed,
    /// As wide as what stands in them, and at most as is said: on paper an empty column takes
    /// no room from a full one.
    AtMost,
}

/// A sheet, and the row that is written next.
pub(in crate::report) struct Sheet {
    filled: book::Sheet,
    next: Row,
    widths: Widths,
    w: &'static ReportWords,
}

impl Sheet {
    /// A sheet with columns of these widths, in characters.
    pub fn new(name: &str, columns: &[usize], widths: Widths, lang: Lang) -> Self {
        let filled = book::Sheet { name: tab(name), widths: columns.to_vec(), ..book::Sheet::default() };
        Self { filled, next: Row::default(), widths, w: &lang.words().report }
    }

    /// The row that is written next, from 0.
    pub fn at(&self) -> usize {
        self.filled.rows.len()
    }

    /// A row of texts.
    pub fn row(&mut self, texts: &[&str], is_head: bool) {
        for (column, text) in (0_u16..).zip(texts) {
            if is_head {
                self.cell(column, Value::Blank, HEAD);
            }
            self.text(column, text, if is_head { HEAD } else { PLAIN });
        }
        self.end();
    }

    /// A row of one text over all columns.
    pub fn across(&mut self, text: &str, is_head: bool) {
        let style = if is_head { HEAD } else { PLAIN };
        self.next.across = self.filled.widths.len() as u16;
        for column in 0..self.next.across {
            self.cell(column, Value::Blank, style);
        }
        self.text(0, text, style);
        self.end();
    }

    /// A text in the next row; nothing, if it is empty.
    pub fn text(&mut self, column: u16, text: &str, style: Style) {
        if !text.is_empty() {
            self.cell(column, Value::Text(fitted(text, self.w)), style);
        }
    }

    /// A cell of the next row to be filled in, with what may be chosen in it.
    pub fn blank(&mut self, column: u16, style: Style, choice: Option<Choice>) {
        self.cell(column, Value::Blank, style);
        self.filled.choices.extend(choice);
    }

    /// A level or a count in the next row, on the colour of a level.
    pub fn level(&mut self, column: u16, level: f64, shade: Option<u8>) {
        self.cell(column, Value::Number(level), shaded(CENTRED, shade));
    }

    /// A score in the next row, on the colour of its level.
    pub fn score(&mut self, column: u16, score: Option<f64>, shade: Option<u8>) {
        if let Some(score) = score {
            self.number(column, score, Decimals::One, shade);
        }
    }

    /// A number in the next row, cut as it is shown elsewhere, not rounded.
    pub fn number(&mut self, column: u16, number: f64, decimals: Decimals, shade: Option<u8>) {
        let (cut, shown) = match decimals {
            Decimals::One => (cut(number), Shown::Tenths),
            Decimals::Two => (cut(10.0 * number) / 10.0, Shown::Hundredths),
        };
        self.cell(column, Value::Number(cut), shaded(Style { number: shown, ..NUMBER }, shade));
    }

    /// A share in the next row, as whole percent, cut.
    pub fn share(&mut self, column: u16, share: Option<f64>) {
        if let Some(share) = share {
            let percent = (100.0 * share + 1e-6).floor() / 100.0;
            self.cell(column, Value::Number(percent), Style { number: Shown::Percent, ..NUMBER });
        }
    }

    /// Level, level name, score, lowest and highest score, coverage, from `column` on.
    pub fn figure(&mut self, column: u16, figure: &Figure) {
        match figure.level {
            Some(level) => {
                self.level(column, f64::from(level), figure.shade);
                let name = figure.level_text.split_once(' ').map_or("", |(_, name)| name);
                self.text(column + 1, name, PLAIN);
            }
            None => self.text(column + 1, &figure.level_text, PLAIN),
        }
        self.score(column + 2, figure.score, figure.shade);
        self.score(column + 3, figure.range.map(|r| r.0), None);
        self.score(column + 4, figure.range.map(|r| r.1), None);
        self.share(column + 5, figure.coverage);
    }

    /// Ends the row; without any cell it stays empty.
    pub fn end(&mut self) {
        self.filled.rows.push(std::mem::take(&mut self.next));
    }

    /// Makes the rows so far a table, of which the first columns stay in sight.
    pub fn table(&mut self, frozen: u16) {
        let columns = self.filled.widths.len() as u16;
        self.filled.table = Some(Table { rows: self.at().max(1), columns, frozen });
    }

    /// Adds a chart.
    pub fn chart(&mut self, chart: Chart) {
        self.filled.charts.push(chart);
    }

    /// The sheet. Each row is as high as its longest text needs, which not every program that
    /// opens a workbook works out by itself.
    pub fn done(mut self) -> book::Sheet {
        if self.widths == Widths::AtMost {
            self.narrow();
        }
        let book::Sheet { rows, widths, .. } = &mut self.filled;
        for row in rows {
            let width = |column: u16| match row.across {
                0 => widths.get(usize::from(column)).copied().unwrap_or(1),
                across => widths.iter().take(usize::from(across)).sum(),
            };
            let lines = row.cells.iter().map(|(column, cell)| match &cell.value {
                Value::Text(text) => lines_of(text, width(*column)),
                _ => 1,
            });
            let lines = lines.max().unwrap_or(1);
            row.height = (lines > 1).then(|| LINE * lines.min(MAX_LINES) as f64);
        }
        self.filled
    }

    fn cell(&mut self, column: u16, value: Value, style: Style) {
        self.next.cells.insert(column, Cell { value, style });
    }

    /// Makes columns as narrow as their texts allow.
    fn narrow(&mut self) {
        let book::Sheet { rows, widths, .. } = &mut self.filled;
        for (column, width) in (0_u16..).zip(widths) {
            let needed = rows.iter().filter(|row| row.across == 0).filter_map(|row| row.cells.get(&column));
            let needed = needed.map(|cell| match &cell.value {
                Value::Text(text) if cell.style.is_head => widest(text) + ARROW,
                Value::Text(text) => widest(text),
                _ => 1,
            });
            *width = needed.max().unwrap_or(1).min(*width);
        }
    }
}

/// How exactly a number is shown: a practice's value is no level and has hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Decimals {
    /// As scores.
    One,
    /// As the values of practices.
    Two,
}

/// Of a column's width: letters are wider in some programs than the column counts them, so a
/// tenth of it is not counted on.
const COUNTED: (usize, usize) = (9, 10);

/// The width of a column in which no line of a text is broken.
fn widest(text: &str) -> usize {
    let line = text.lines().map(text::width).max().unwrap_or_default();
    (line * COUNTED.1).div_ceil(COUNTED.0)
}

/// Lines that a text takes in a column, as far as a row can be high.
fn lines_of(text: &str, width: usize) -> usize {
    let width = (width * COUNTED.0 / COUNTED.1).max(1);
    // No character is longer, so what lies beyond is not seen anyway.
    let seen = text.floor_char_boundary(MAX_LINES * width * 4);
    text::wrap(&text[..seen], width).len()
}

/// A style on the colour of a level.
fn shaded(style: Style, shade: Option<u8>) -> Style {
    let fill = shade.and_then(|s| SHADES.get(usize::from(s))).copied();
    Style { fill: fill.or(style.fill), ..style }
}
