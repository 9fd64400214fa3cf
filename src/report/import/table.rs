//! Rows of cells out of a workbook or a text; nothing is understood here yet.

use super::fault::ImportFault;
use crate::report::book::read::{Cells, MAX_UNPACKED, OpenBook};
use crate::report::cells::unguarded;
use crate::report::columns::Column;
use crate::report::csv::BOM;

/// Most rows that are read.
const MAX_ROWS: usize = 20_000;
/// Columns beyond are not looked at.
const MAX_COLUMNS: usize = 256;
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
    let mut number = 0;
    while reader.read_record(&mut record).map_err(|_| ImportFault::BadCsv { row: number + 1 })? {
        // A spreadsheet counts empty lines as rows; the reader skips them.
        let start = record.position().map_or(0, |p| p.byte() as usize);
        number += 1 + empty_lines(text, start);
        if rows.len() >= MAX_ROWS {
            return Err(ImportFault::TooManyRows { limit: MAX_ROWS });
        }
        let cells = record.iter().take(MAX_COLUMNS).map(|cell| unguarded(cell).to_owned()).collect();
        rows.push(Row { number, cells });
    }
    Ok(Table { rows })
}

/// How many empty lines stand at `start`, where the last record has ended.
fn empty_lines(text: &str, start: usize) -> usize {
    let (before, rest) = text.split_at_checked(start).unwrap_or((text, ""));
    // The second half of a line end that the last record has begun.
    let rest = if before.ends_with('\r') { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
    rest.chars().take_while(|c| matches!(c, '\r' | '\n')).filter(|c| *c == '\n').count()
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
    let book = OpenBook::open(bytes)?;
    let mut table = Table { rows: Vec::new() };
    for cells in book.sheets() {
        table = of_cells(cells?)?;
        if table.header().is_some() {
            break;
        }
    }
    Ok(table)
}

/// The rows of a sheet, cell by cell: a sheet with two cells far apart stays small.
fn of_cells(mut cells: Cells) -> Result<Table, ImportFault> {
    let mut rows: Vec<Row> = Vec::new();
    // One long text that many cells share would be as many long texts.
    let mut left = MAX_UNPACKED;
    while let Some(cell) = cells.next()? {
        if cell.column >= MAX_COLUMNS || cell.text.is_empty() {
            continue;
        }
        left = left.checked_sub(cell.text.len()).ok_or(ImportFault::TooUnpacked { limit: MAX_UNPACKED })?;
        if rows.last().is_none_or(|last| last.number != cell.row) {
            if rows.len() >= MAX_ROWS {
                return Err(ImportFault::TooManyRows { limit: MAX_ROWS });
            }
            rows.push(Row { number: cell.row, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            let needed = last.cells.len().max(cell.column + 1);
            last.cells.resize(needed, String::new());
            last.cells[cell.column] = cell.text.into_owned();
        }
    }
    Ok(Table { rows })
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
        assert_eq!(of_xlsx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").err(), Some(ImportFault::LockedXlsx));
    }
}
