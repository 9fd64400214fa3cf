//! A sheet: its rows, and around them what the standard wants before and after, in its order.

use super::lists::Lists;
use super::strings::Strings;
use super::styles::Styles;
use super::{MAIN, RELATIONS};
use crate::report::book::tags::Tags;
use crate::report::book::{Choice, Row, Sheet, Table, Value, place};

/// A4 across, as wide as a page, as many pages as it takes; the name of the sheet and the
/// number of the page below.
const PAPER: &str = "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
    <pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>\
    <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>";

/// The part of a sheet; the first one is the one that is seen at first.
pub(super) fn part<'b>(
    sheet: &'b Sheet,
    is_first: bool,
    lists: &Lists,
    strings: &mut Strings<'b>,
    styles: &mut Styles,
) -> String {
    let mut xml = Tags::new("worksheet", &[("xmlns", MAIN), ("xmlns:r", RELATIONS)]);
    xml.fixed("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    let last_column = sheet.rows.iter().filter_map(|row| row.cells.keys().next_back()).max();
    let used = place::range((0, 0), (sheet.rows.len().max(1) - 1, last_column.copied().unwrap_or(0)), "");
    xml.empty("dimension", &[("ref", &used)]);
    view(&mut xml, sheet.table, is_first);
    xml.fixed("<sheetFormatPr defaultRowHeight=\"15\"/>");
    if !sheet.widths.is_empty() {
        xml.open("cols", &[]);
        for (number, width) in (1..).zip(&sheet.widths) {
            let number: i32 = number;
            // A digit is seven pixels wide, and a column has five besides.
            let (number, width) = (number.to_string(), format!("{width}.7109375"));
            xml.empty("col", &[("min", &number), ("max", &number), ("width", &width), ("customWidth", "1")]);
        }
        xml.close();
    }
    xml.open("sheetData", &[]);
    for (at, row) in sheet.rows.iter().enumerate() {
        cells(&mut xml, at, row, strings, styles);
    }
    xml.close();
    after(&mut xml, sheet, lists);
    xml.fixed(PAPER);
    if !sheet.charts.is_empty() {
        xml.empty("drawing", &[("r:id", "rId1")]);
    }
    xml.done()
}

/// What is seen at first, and what stays in sight.
fn view(xml: &mut Tags, table: Option<Table>, is_first: bool) {
    xml.open("sheetViews", &[]);
    xml.open("sheetView", &[("tabSelected", if is_first { "1" } else { "0" }), ("workbookViewId", "0")]);
    if let Some(table) = table {
        let (frozen, corner) = (table.frozen.to_string(), place::name(1, table.frozen, ""));
        let below = [("ySplit", "1"), ("topLeftCell", &corner), ("activePane", "bottomLeft"), ("state", "frozen")];
        let beside = [("xSplit", frozen.as_str()), below[0], below[1], ("activePane", "bottomRight"), below[3]];
        xml.empty("pane", if table.frozen == 0 { &below } else { &beside });
    }
    xml.close();
    xml.close();
}

fn cells<'b>(xml: &mut Tags, at: usize, row: &'b Row, strings: &mut Strings<'b>, styles: &mut Styles) {
    if row.cells.is_empty() && row.height.is_none() {
        return;
    }
    let number = (at + 1).to_string();
    match row.height {
        Some(height) => xml.open("row", &[("r", &number), ("ht", &height.to_string()), ("customHeight", "1")]),
        None => xml.open("row", &[("r", &number)]),
    }
    for (column, cell) in &row.cells {
        let (name, style) = (place::name(at, *column, ""), styles.number(cell.style).to_string());
        let (name, style) = (("r", name.as_str()), ("s", style.as_str()));
        let value = match &cell.value {
            Value::Blank => {
                xml.empty("c", &[name, style]);
                continue;
            }
            Value::Number(number) => {
                xml.open("c", &[name, style]);
                number.to_string()
            }
            Value::Text(text) => {
                xml.open("c", &[name, style, ("t", "s")]);
                strings.number(text).to_string()
            }
        };
        xml.leaf("v", &[], &value);
        xml.close();
    }
    xml.close();
}

/// What follows the rows: the filter, cells that are one, and lists to choose from.
fn after(xml: &mut Tags, sheet: &Sheet, lists: &Lists) {
    if let Some(table) = sheet.table {
        let cells = place::range((0, 0), (table.rows - 1, table.columns - 1), "");
        xml.empty("autoFilter", &[("ref", &cells)]);
    }
    let merged: Vec<(usize, u16)> =
        sheet.rows.iter().enumerate().filter(|(_, row)| row.across > 1).map(|(at, row)| (at, row.across)).collect();
    if !merged.is_empty() {
        xml.open("mergeCells", &[("count", &merged.len().to_string())]);
        for (at, across) in merged {
            xml.empty("mergeCell", &[("ref", &place::range((at, 0), (at, across - 1), ""))]);
        }
        xml.close();
    }
    if !sheet.choices.is_empty() {
        xml.open("dataValidations", &[("count", &sheet.choices.len().to_string())]);
        for choice in &sheet.choices {
            validation(xml, choice, lists);
        }
        xml.close();
    }
}

fn validation(xml: &mut Tags, choice: &Choice, lists: &Lists) {
    xml.open(
        "dataValidation",
        &[
            ("type", "list"),
            ("allowBlank", "1"),
            ("showInputMessage", "1"),
            ("showErrorMessage", "1"),
            ("errorTitle", choice.refusal),
            ("error", choice.advice),
            ("sqref", &place::name(choice.row, choice.column, "")),
        ],
    );
    xml.leaf("formula1", &[], &lists.formula(&choice.items));
    xml.close();
}
