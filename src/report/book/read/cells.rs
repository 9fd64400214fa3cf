//! The cells of one sheet, one after the other as they stand there.

use std::borrow::Cow;

use super::Unreadable;
use super::xml::Xml;
use crate::measure::say;
use crate::report::book::escape::unescaped;
use crate::report::book::place;

/// A cell that may hold something.
pub(in crate::report) struct Cell<'a> {
    /// From 1.
    pub row: usize,
    /// From 0.
    pub column: usize,
    /// As somebody would type it.
    pub text: Cow<'a, str>,
}

/// The cells of a sheet that are still to be read.
pub(in crate::report) struct Cells<'a> {
    xml: Xml<'a>,
    strings: &'a [String],
    /// Whether there are cells, and more of them.
    is_open: bool,
    /// The row that is being read, from 1.
    row: usize,
    /// Where the next cell stands that does not say it, from 0.
    column: usize,
}

impl<'a> Cells<'a> {
    /// `strings` are what cells refer to.
    pub(super) fn new(mut xml: Xml<'a>, strings: &'a [String]) -> Result<Self, Unreadable> {
        let is_open = loop {
            match xml.open_within("worksheet")? {
                Some(tag) if tag.local_name().as_ref() == "sheetData" => break true,
                Some(_) => {}
                None => break false,
            }
        };
        Ok(Self { xml, strings, is_open, row: 0, column: 0 })
    }

    /// The next cell, or nothing after the last one.
    pub fn next(&mut self) -> Result<Option<Cell<'a>>, Unreadable> {
        while self.is_open {
            let Some(tag) = self.xml.open_within("sheetData")? else {
                self.is_open = false;
                break;
            };
            let place = self.xml.attribute(&tag, "r")?;
            match tag.local_name().as_ref() {
                "row" => {
                    self.row = place
                        .map_or(Some(self.row + 1), |row| place::row(&row))
                        .ok_or_else(|| self.xml.fault(&"row"))?;
                    self.column = 0;
                }
                "c" => {
                    if let Some(place) = place {
                        (self.row, self.column) = place::parse(&place).ok_or_else(|| self.xml.fault(&place))?;
                    }
                    let kind = self.xml.attribute(&tag, "t")?;
                    let text = self.value(kind.as_deref())?;
                    self.column += 1;
                    return Ok(Some(Cell { row: self.row, column: self.column - 1, text }));
                }
                _ => {}
            }
        }
        Ok(None)
    }

    /// What stands in the cell of a kind that has just opened.
    fn value(&mut self, kind: Option<&str>) -> Result<Cow<'a, str>, Unreadable> {
        let mut value = Cow::Borrowed("");
        while let Some(tag) = self.xml.open_within("c")? {
            match tag.local_name().as_ref() {
                "is" => value = Cow::Owned(self.xml.rich_text("is")?),
                // Only the copy of what stands in `is`.
                "v" if kind == Some("inlineStr") => {}
                "v" => {
                    let written = self.xml.text("v")?;
                    value = self.typed(kind, &written).ok_or_else(|| self.xml.fault(&written))?;
                }
                _ => {}
            }
        }
        Ok(value)
    }

    /// What a cell of a kind shows; nothing, if it makes no sense.
    fn typed(&self, kind: Option<&str>, written: &str) -> Option<Cow<'a, str>> {
        let plain = written.trim();
        if plain.is_empty() {
            return Some(Cow::Borrowed(""));
        }
        let parsed = || plain.parse::<f64>().ok().filter(|number| number.is_finite()).map(say::value);
        Some(match kind {
            Some("s") => Cow::Borrowed(self.strings.get(plain.parse::<usize>().ok()?)?),
            Some("b") => Cow::Borrowed(if matches!(plain, "1" | "true") { "true" } else { "false" }),
            Some("n") => Cow::Owned(parsed()?),
            Some("str") => Cow::Owned(unescaped(written)),
            // Dates and errors are shown as they are written.
            Some(_) => Cow::Owned(plain.to_owned()),
            None => Cow::Owned(parsed().unwrap_or_else(|| plain.to_owned())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(sheet: &str) -> Result<Vec<(usize, usize, String)>, Unreadable> {
        let strings = ["level".to_owned(), "3".to_owned()];
        let sheet = format!("<worksheet>{sheet}</worksheet>");
        let mut cells = Cells::new(Xml::new("p", &sheet), &strings)?;
        let mut found = Vec::new();
        while let Some(cell) = cells.next()? {
            found.push((cell.row, cell.column, cell.text.into_owned()));
        }
        Ok(found)
    }

    #[test]
    fn every_kind_of_cell_says_what_it_shows() {
        let kinds = [
            ("<c t='s'><v>0</v></c>", "level"),
            ("<c t='s'><v/></c>", ""),
            ("<c><v>2.5</v></c>", "2.5"),
            ("<c t='n'><v> 3 </v></c>", "3"),
            ("<c><v>three</v></c>", "three"),
            ("<c t='b'><v>1</v></c>", "true"),
            ("<c t='e'><v>#N/A</v></c>", "#N/A"),
            ("<c t='d'><v>2026-11-22</v></c>", "2026-11-22"),
            ("<c t='str'><f>A1&amp;\"x\"</f><v>2_x000A_x</v></c>", "2\nx"),
            ("<c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is><v>c</v></c>", "ab"),
            ("<c s='1'/>", ""),
        ];
        for (xml, text) in kinds {
            assert_eq!(cells(&format!("<sheetData><row>{xml}</row></sheetData>")).unwrap(), [(1, 0, text.to_owned())]);
        }
    }

    #[test]
    fn cells_stand_where_they_say_or_after_the_last_one() {
        let found = cells(
            "<cols><col/></cols><sheetData><row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>\
             <row r='7'><c><v>4</v></c></row><row><c r='AA8'><v>5</v></c></row></sheetData><c><v>6</v></c>",
        );
        let places: Vec<(usize, usize)> = found.unwrap().iter().map(|(row, column, _)| (*row, *column)).collect();
        assert_eq!(places, [(1, 0), (1, 3), (1, 4), (7, 0), (8, 26)]);
        assert_eq!(cells("<drawing/>").unwrap(), []);
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for cell in [
            "<c t='s'><v>9</v></c>",
            "<c t='s'><v>-1</v></c>",
            "<c t='n'><v>three</v></c>",
            "<c t='n'><v>1e999</v></c>",
            "<c r='7'/>",
            "<c r='B'/>",
            "<c r='B0'/>",
            "<c r='ZZZZZZZZZZZZZZ1'/>",
            "<c r='A99999999999999999999'/>",
            "<c>",
        ] {
            let sheet = format!("<sheetData><row>{cell}</row></sheetData>");
            assert!(matches!(cells(&sheet), Err(Unreadable::Broken(_))), "{cell}");
        }
    }
}
