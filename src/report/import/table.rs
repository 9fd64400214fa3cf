//! Rows of cells out of a workbook or a text; nothing is understood here yet.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};

use super::fault::ImportFault;
use crate::measure::say;
use crate::report::cells::unguarded;
use crate::report::columns::Column;
use crate::report::csv::BOM;
use crate::text::Clean;

/// Most rows that are read.
const MAX_ROWS: usize = 20_000;
/// Columns beyond are not looked at.
const MAX_COLUMNS: usize = 256;
/// Most bytes that a workbook may unpack to.
const MAX_UNPACKED: usize = 256 << 20;
/// The header is looked for in as many rows.
const HEADER_WITHIN: usize = 20;

/// A row: its number in the file, and its cells.
pub(super) struct Row {
    /// From 1.
    pub number: usize,
    /// Its cells, as many as are filled.
    pub cells: Vec<String>,
}

/// The rows of a table.
pub(super) struct Table {
    /// Rows that hold anything.
    pub rows: Vec<Row>,
}

impl Table {
    /// Place of the row that names the columns, if there is one.
    pub fn header(&self) -> Option<usize> {
        let has = |row: &Row, column| row.cells.iter().any(|cell| Column::parse(cell) == Some(column));
        let names = |row: &Row| has(row, Column::Question) && has(row, Column::Answer);
        self.rows.iter().take(HEADER_WITHIN).position(names)
    }
}

/// The rows of a CSV in UTF-8, with or without byte order mark, parted by `,`, `;` or tabs.
pub(super) fn of_csv(bytes: &[u8]) -> Result<Table, ImportFault> {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|e| ImportFault::NotUtf8 { byte: e.valid_up_to() })?;
    let delimiter = delimiter(text);
    if let Some(row) = open_quote(text, delimiter) {
        return Err(ImportFault::BadCsv { row });
    }
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut number, mut line) = (0, 1);
    while reader.read_record(&mut record).map_err(|_| ImportFault::BadCsv { row: number + 1 })? {
        // A spreadsheet counts empty lines as rows; the reader skips them.
        let start = record.position().map_or(line, csv::Position::line);
        number += 1 + start.saturating_sub(line) as usize;
        line = reader.position().line();
        if rows.len() >= MAX_ROWS {
            return Err(ImportFault::TooManyRows { limit: MAX_ROWS });
        }
        let cells = record.iter().take(MAX_COLUMNS).map(|cell| unguarded(cell).to_owned()).collect();
        rows.push(Row { number, cells });
    }
    Ok(Table { rows })
}

/// What parts the cells of the first line: whichever occurs most outside of quotes.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: char| {
        // Every second part stands between quotes.
        first.split('"').step_by(2).map(|part| part.matches(delimiter).count()).sum::<usize>()
    };
    let most = [';', '\t'].into_iter().fold(',', |best, other| if count(other) > count(best) { other } else { best });
    most as u8
}

/// The row in which a quote is opened that nothing closes: the rest would be one silent cell.
fn open_quote(text: &str, delimiter: u8) -> Option<usize> {
    let (mut row, mut opened, mut in_quotes, mut at_start) = (1, 1, false, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if in_quotes && bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            b'"' if in_quotes => in_quotes = false,
            b'"' if at_start => (in_quotes, opened) = (true, row),
            b'\n' if !in_quotes => row += 1,
            _ => {}
        }
        at_start = !in_quotes && (byte == delimiter || matches!(byte, b'\n' | b'\r'));
    }
    in_quotes.then_some(opened)
}

/// The rows of the first sheet that has a header.
pub(super) fn of_xlsx(bytes: &[u8]) -> Result<Table, ImportFault> {
    check_size(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let mut table = Table { rows: Vec::new() };
    for name in book.sheet_names() {
        table = sheet(&mut book, &name)?;
        if table.header().is_some() {
            break;
        }
    }
    Ok(table)
}

fn broken(cause: &impl std::fmt::Display) -> ImportFault {
    ImportFault::BadXlsx(Clean::line(&cause.to_string()))
}

/// A few bytes can unpack to gigabytes; so all is unpacked once, and counted, before any is kept.
fn check_size(bytes: &[u8]) -> Result<(), ImportFault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let mut left = MAX_UNPACKED as u64;
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(|e| broken(&e))?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|e| broken(&e))?;
        left = left.checked_sub(unpacked).ok_or(ImportFault::TooUnpacked { limit: MAX_UNPACKED })?;
    }
    Ok(())
}

/// The rows of a sheet, cell by cell: a sheet with two cells far apart stays small.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Table, ImportFault> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A sheet of charts has no cells.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(Table { rows: Vec::new() }),
        Err(e) => return Err(broken(&e)),
    };
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|e| broken(&e))? {
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        let text = text_of(cell.get_value());
        if column >= MAX_COLUMNS || text.is_empty() {
            continue;
        }
        if rows.last().is_none_or(|last| last.number != number) {
            if rows.len() >= MAX_ROWS {
                return Err(ImportFault::TooManyRows { limit: MAX_ROWS });
            }
            rows.push(Row { number, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            let needed = last.cells.len().max(column + 1);
            last.cells.resize(needed, String::new());
            last.cells[column] = text;
        }
    }
    Ok(Table { rows })
}

/// A cell as somebody would type it.
fn text_of(value: &DataRef) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => say::value(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(date) => say::value(date.as_f64()),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_the_numbers_that_a_spreadsheet_gives_them() {
        let text = "\u{feff}question;level;note\r\n\r\nN1.1;2,5;\"two\nlines; and \"\"quotes\"\"\"\n\n\nN2.1;3\n";
        let table = of_csv(text.as_bytes()).unwrap();
        let numbers: Vec<usize> = table.rows.iter().map(|r| r.number).collect();
        assert_eq!(numbers, [1, 3, 6]);
        assert_eq!(table.rows[1].cells, ["N1.1", "2,5", "two\nlines; and \"quotes\""]);
        assert_eq!(table.header(), Some(0));
    }

    #[test]
    fn a_quote_that_stays_open_is_named() {
        assert_eq!(of_csv(b"a,b\nc,\"d\ne,f\n").err(), Some(ImportFault::BadCsv { row: 2 }));
        assert!(of_csv(b"size,5\" disk\n").is_ok());
    }

    #[test]
    fn other_encodings_are_named() {
        assert_eq!(of_csv(b"question,level\n\xb5").err(), Some(ImportFault::NotUtf8 { byte: 15 }));
        assert_eq!(of_csv(b"\xff\xfeq\0").err(), Some(ImportFault::NotUtf8 { byte: 0 }));
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        assert!(matches!(of_xlsx(b"").err(), Some(ImportFault::BadXlsx(_))));
        assert!(matches!(of_xlsx(b"PK\x03\x04rubbish").err(), Some(ImportFault::BadXlsx(_))));
    }
}
