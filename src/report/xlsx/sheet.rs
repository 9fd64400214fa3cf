//! A sheet as it is filled row by row, and what cells look like.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::lang::{Lang, ReportWords};
use crate::measure::cut;
use crate::report::cells::fitted;
use crate::report::figure::Figure;
use crate::text;

/// Backgrounds of the level colours, lowest first: those of the page.
const SHADES: [u32; 6] = [0x00E5_E7EA, 0x00E7_DDF3, 0x00D8_E6F5, 0x00CF_ECEA, 0x00D5_EDD5, 0x00F5_E5B8];
const HEAD: u32 = 0x00F1_F3F5;
/// Height of a line of text in points.
const LINE: f64 = 15.0;
/// A row holds at most 409 points.
const MAX_LINES: usize = 27;

/// A sheet, and the row that is written next.
pub(in crate::report) struct Sheet<'b> {
    /// The sheet itself, for what is not text or number.
    pub cells: &'b mut Worksheet,
    /// The row that is written next.
    pub next: u32,
    /// Lines that the row's longest text takes so far.
    lines: usize,
    widths: Vec<usize>,
    w: &'static ReportWords,
}

impl<'b> Sheet<'b> {
    /// Adds a sheet with columns of these widths, in characters.
    pub fn add(book: &'b mut Workbook, name: &str, widths: &[f64], lang: Lang) -> Result<Self, XlsxError> {
        let cells = book.add_worksheet();
        // A4, as wide as a page.
        cells.set_name(name)?.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        for (column, width) in (0_u16..).zip(widths) {
            cells.set_column_width(column, *width)?;
        }
        let widths = widths.iter().map(|w| *w as usize).collect();
        Ok(Self { cells, next: 0, lines: 1, widths, w: &lang.words().report })
    }

    /// A row of texts.
    pub fn row(&mut self, texts: &[&str], is_head: bool) -> Result<(), XlsxError> {
        let format = if is_head { head() } else { plain() };
        for (column, text) in (0_u16..).zip(texts) {
            if is_head {
                self.cells.write_blank(self.next, column, &format)?;
            }
            self.text(column, text, &format)?;
        }
        self.end()
    }

    /// A row of one text over the first `columns` columns.
    pub fn across(&mut self, text: &str, columns: u16, is_head: bool) -> Result<(), XlsxError> {
        let format = if is_head { head() } else { plain() };
        let text = fitted(text, self.w);
        let width = self.widths.iter().take(usize::from(columns)).sum();
        self.lines = lines_of(&text, width);
        self.cells.merge_range(self.next, 0, self.next, columns - 1, &text, &format)?;
        self.end()
    }

    /// A text in the next row.
    pub fn text(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        if !text.is_empty() {
            let text = fitted(text, self.w);
            let width = self.widths.get(usize::from(column)).copied().unwrap_or(1);
            self.lines = self.lines.max(lines_of(&text, width));
            self.cells.write_string_with_format(self.next, column, text, format)?;
        }
        Ok(())
    }

    /// A score in the next row, on the colour of its level.
    pub fn score(&mut self, column: u16, score: Option<f64>, shade: Option<u8>) -> Result<(), XlsxError> {
        score.map_or(Ok(()), |score| self.number(column, score, Decimals::One, shade))
    }

    /// A number in the next row, cut as it is shown elsewhere, not rounded.
    pub fn number(&mut self, column: u16, number: f64, decimals: Decimals, shade: Option<u8>) -> Result<(), XlsxError> {
        let (cut, shown_as) = match decimals {
            Decimals::One => (cut(number), "0.0"),
            Decimals::Two => (cut(10.0 * number) / 10.0, "0.00"),
        };
        let format = shaded(Format::new().set_num_format(shown_as).set_align(FormatAlign::Top), shade);
        self.cells.write_number_with_format(self.next, column, cut, &format)?;
        Ok(())
    }

    /// A share in the next row, as whole percent, cut.
    pub fn share(&mut self, column: u16, share: Option<f64>) -> Result<(), XlsxError> {
        let Some(share) = share else { return Ok(()) };
        let percent = (100.0 * share + 1e-6).floor() / 100.0;
        let format = Format::new().set_num_format("0%").set_align(FormatAlign::Top);
        self.cells.write_number_with_format(self.next, column, percent, &format)?;
        Ok(())
    }

    /// Level, level name, score, lowest and highest score, coverage, from `column` on.
    pub fn figure(&mut self, column: u16, figure: &Figure) -> Result<(), XlsxError> {
        match figure.level {
            Some(level) => {
                let format = shaded(centred(), figure.shade);
                self.cells.write_number_with_format(self.next, column, level, &format)?;
                let name = figure.level_text.split_once(' ').map_or("", |(_, name)| name);
                self.text(column + 1, name, &plain())?;
            }
            None => self.text(column + 1, &figure.level_text, &plain())?,
        }
        self.score(column + 2, figure.score, figure.shade)?;
        self.score(column + 3, figure.range.map(|r| r.0), None)?;
        self.score(column + 4, figure.range.map(|r| r.1), None)?;
        self.share(column + 5, figure.coverage)
    }

    /// Ends the row: it becomes as high as its longest text needs, which not every program
    /// that opens a workbook works out by itself.
    pub fn end(&mut self) -> Result<(), XlsxError> {
        if self.lines > 1 {
            self.cells.set_row_height(self.next, LINE * self.lines.min(MAX_LINES) as f64)?;
        }
        self.skip();
        Ok(())
    }

    /// Leaves a row empty.
    pub fn skip(&mut self) {
        self.next += 1;
        self.lines = 1;
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

/// Lines that a text takes in a column, as far as a row can be high. Letters are wider in some
/// programs than the column counts them, so a tenth of it is not counted on.
fn lines_of(text: &str, width: usize) -> usize {
    let width = (width * 9 / 10).max(1);
    // No character is longer, so what lies beyond is not seen anyway.
    let seen = text.floor_char_boundary(MAX_LINES * width * 4);
    text::wrap(&text[..seen], width).len()
}

/// A text from data: wrapped, and a text even after it was edited.
pub(in crate::report) fn plain() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_quote_prefix()
}

/// A level, in the middle of its column.
pub(in crate::report) fn centred() -> Format {
    Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Center)
}

/// A header.
pub(in crate::report) fn head() -> Format {
    plain().set_bold().set_background_color(Color::RGB(HEAD)).set_border_bottom(FormatBorder::Thin)
}

/// A format on the colour of a level.
pub(in crate::report) fn shaded(format: Format, shade: Option<u8>) -> Format {
    match shade.and_then(|s| SHADES.get(usize::from(s))) {
        Some(colour) => format.set_background_color(Color::RGB(*colour)),
        None => format,
    }
}
