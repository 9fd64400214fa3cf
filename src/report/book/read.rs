//! Any workbook, of which the texts and numbers in cells are read.
//!
//! Nothing else of it is looked at: no style, no formula (its last result stands beside it), no
//! macro, no link to another file.

mod cells;
mod parts;
mod xml;

pub(in crate::report) use cells::Cells;

use crate::text::Clean;
use parts::{Parts, join};

/// Most bytes that the parts of a workbook may unpack to, and the texts of a sheet's cells.
pub(in crate::report) const MAX_UNPACKED: usize = 64 << 20;
/// How the files of `.xls` begin, and of workbooks that are locked with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
/// The part that says where the workbook is.
const ROOT: &str = "_rels/.rels";

/// Why a workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) enum Unreadable {
    /// It is of the old kind, or locked with a password: both begin alike.
    Locked,
    /// It is none, or a broken one: which part, and what is wrong there.
    Broken(Clean),
    /// It unpacks to more than [`MAX_UNPACKED`].
    TooLarge,
}

/// A workbook whose sheets can be read.
pub(in crate::report) struct OpenBook {
    parts: Parts,
    /// What cells refer to by number.
    strings: Vec<String>,
    /// The parts with cells, in the order of the tabs.
    sheets: Vec<String>,
}

impl OpenBook {
    /// Unpacks a workbook and reads what its sheets share.
    pub fn open(bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.starts_with(COMPOUND) {
            return Err(Unreadable::Locked);
        }
        let parts = Parts::unpack(bytes)?;
        let root = parts.relations(ROOT)?;
        let path = root.iter().find(|r| r.is("officeDocument")).map_or("xl/workbook.xml", |r| &r.part);
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let relations = parts.relations(&join(folder, &format!("_rels/{name}.rels")))?;
        let strings = relations.iter().find(|r| r.is("sharedStrings"));
        Ok(Self {
            sheets: parts.sheets(path, &relations)?,
            strings: strings.map_or(Ok(Vec::new()), |relation| parts.strings(&relation.part))?,
            parts,
        })
    }

    /// The cells of each sheet.
    pub fn sheets(&self) -> impl Iterator<Item = Result<Cells<'_>, Unreadable>> {
        self.sheets.iter().map(|part| Cells::new(self.parts.xml(part)?, &self.strings))
    }
}

/// A part that makes no sense, and why.
fn broken(part: &str, cause: &dyn std::fmt::Display) -> Unreadable {
    Unreadable::Broken(Clean::line(&format!("{part}: {cause}")))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use rust_xlsxwriter::{Format, Formula, Workbook};

    use super::*;
    use crate::measure::say;

    fn all(book: &[u8]) -> Vec<Vec<(usize, usize, String)>> {
        let book = OpenBook::open(book).unwrap();
        let mut sheets = Vec::new();
        for cells in book.sheets() {
            let (mut cells, mut found) = (cells.unwrap(), Vec::new());
            while let Some(cell) = cells.next().unwrap() {
                if !cell.text.is_empty() {
                    found.push((cell.row, cell.column, cell.text.into_owned()));
                }
            }
            sheets.push(found);
        }
        sheets
    }

    /// The same cells by another reader.
    fn twin(book: &[u8]) -> Vec<Vec<(usize, usize, String)>> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
        let text = |data: &Data| match data {
            Data::Float(number) => say::value(*number),
            Data::DateTime(date) => say::value(date.as_f64()),
            data => data.to_string(),
        };
        let mut sheets = Vec::new();
        for (_, range) in book.worksheets() {
            let (row, column) = range.start().unwrap_or_default();
            let place = |r: usize, c: usize| (r + row as usize + 1, c + column as usize);
            let cells = range.used_cells().map(|(r, c, data)| (place(r, c).0, place(r, c).1, text(data)));
            sheets.push(cells.filter(|(_, _, text)| !text.is_empty()).collect());
        }
        sheets
    }

    #[test]
    fn another_reader_finds_the_same_cells() {
        let mut book = Workbook::new();
        let (bold, date) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
        let sheet = book.add_worksheet().set_name("表").unwrap();
        for (row, text) in (0..).zip(["a", " a ", "a\nb", "<&>\"'", "_x000D_", "算力互联网 😀", "a"]) {
            sheet.write_string(row, 2, text).unwrap();
        }
        for (row, number) in (0..).zip([0.0, -2.5, 1e-7, 3.0, 46_348.5]) {
            sheet.write_number(row * 3, 30, number).unwrap();
        }
        sheet.write_boolean(20, 0, true).unwrap();
        sheet
            .write_datetime_with_format(21, 0, rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 11, 22).unwrap(), &date)
            .unwrap();
        sheet.write_formula(22, 0, Formula::new("1+1").set_result("2")).unwrap();
        sheet.write_formula(23, 0, Formula::new("A1&\"x\"").set_result("ax")).unwrap();
        sheet
            .write_rich_string(24, 0, &[(&Format::new(), "one "), (&bold, "two "), (&Format::new(), " three")])
            .unwrap();
        sheet.write_blank(25, 0, &bold).unwrap();
        book.add_worksheet().set_name("empty").unwrap();
        book.add_worksheet().set_name("last").unwrap().write_string(1_048_575, 16_383, "corner").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let found = all(&bytes);
        assert_eq!(found, twin(&bytes));
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [17, 0, 1]);
    }

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    const BOOK: [(&str, &str); 5] = [
        (
            "_rels/.rels",
            "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='/Book/b.xml'/></Relationships>",
        ),
        (
            "book/B.xml",
            "\u{feff}<x:workbook xmlns:x='x'><x:sheets><x:sheet name='c' r:id='2'/><x:sheet name='s' r:id='1'/></x:sheets></x:workbook>",
        ),
        (
            "book/_rels/b.xml.rels",
            "<Relationships><Relationship Id='1' Type='x/worksheet' Target='../s/../sheet.xml'/>\
             <Relationship Id='2' Type='x/chartsheet' Target='chart.xml'/>\
             <Relationship Id='3' Type='x/sharedStrings' Target='S.XML'/></Relationships>",
        ),
        ("sheet.xml", "<worksheet><sheetData><row><c t='s'><v>0</v></c></row></sheetData></worksheet>"),
        ("book\\s.xml", "<sst><si><t>a</t></si></sst>"),
    ];

    #[test]
    fn parts_are_found_where_the_workbook_says() {
        assert_eq!(all(&zipped(&BOOK)), [vec![(1, 0, "a".to_owned())]]);
    }

    #[test]
    fn a_part_that_is_missing_or_cut_off_is_named() {
        for (place, part) in [(1, "book/b.xml"), (3, "sheet.xml"), (4, "book/s.xml")] {
            let without: Vec<_> = BOOK.iter().enumerate().filter(|(n, _)| *n != place).map(|(_, part)| *part).collect();
            let mut cut = BOOK;
            cut[place].1 = &BOOK[place].1[..BOOK[place].1.len() - 3];
            for bytes in [zipped(&without), zipped(&cut)] {
                let fault = OpenBook::open(&bytes).and_then(|book| {
                    let mut cells = book.sheets().next().unwrap()?;
                    while cells.next()?.is_some() {}
                    Ok(())
                });
                match (fault, place) {
                    (Err(Unreadable::Broken(cause)), _) => assert!(cause.starts_with(part), "{cause}"),
                    // What follows the cells is not read.
                    (fault, place) => assert_eq!((fault, place), (Ok(()), 3)),
                }
            }
        }
    }
}
