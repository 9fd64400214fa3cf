//! Books as they are found again by our own reader, by another one, and by whoever holds them
//! against the standard.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use quick_xml::events::Event;

use super::read::OpenBook;
use super::style::Shown;
use super::*;

fn cell(value: Value, style: Style) -> Cell {
    Cell { value, style }
}

fn row(values: Vec<Value>) -> Row {
    let cells = values.into_iter().map(|value| cell(value, Style { is_text: true, ..Style::default() }));
    Row { cells: (0..).zip(cells).collect(), ..Row::default() }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn book(sheets: Vec<Sheet>) -> Book {
    let made = Stamp::parse("2026-11-21T10:12:05.120+08:00").unwrap();
    Book { title: "报告 & <report>", made, sheets }
}

/// A book with everything that a book can hold.
fn full() -> Book {
    let chart = |kind, row| Chart {
        kind,
        title: "Dimensions",
        series: "Score",
        shows: "a \"chart\"",
        corner: (row, 3),
        rows: (1, 3),
        columns: (0, 1),
        scale: (0, 5),
    };
    let choice = |column, items: &[&str]| Choice {
        row: 5,
        column,
        items: items.iter().map(|item| (*item).to_owned()).collect(),
        refusal: "No",
        advice: "Choose",
    };
    let mut rows: Vec<Row> = ["N, 网络", "R", "O"]
        .into_iter()
        .zip([2.5, 0.1, -3.0])
        .map(|(name, score)| row(vec![text(name), Value::Number(score)]))
        .collect();
    rows.insert(0, row(vec![text("name"), text("score")]));
    rows.push(Row { across: 2, height: Some(45.0), ..row(vec![text("across"), Value::Blank]) });
    rows.push(row(vec![Value::Blank, Value::Blank]));
    let plain = Sheet {
        name: tab("it's 表"),
        widths: vec![34, 8],
        rows,
        table: Some(Table { rows: 4, columns: 2, frozen: 1 }),
        choices: vec![choice(0, &["1", "不清楚"]), choice(1, &["one, two", "three"])],
        charts: vec![chart(ChartKind::Radar, 0), chart(ChartKind::Bars, 17)],
        ..Sheet::default()
    };
    let empty = Sheet { name: tab("empty"), ..Sheet::default() };
    book(vec![plain, empty])
}

/// The parts of a file by their names.
fn parts(bytes: &[u8]) -> HashMap<String, String> {
    let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = HashMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(file.name().unwrap().into_owned(), text);
    }
    parts
}

/// The elements of a part, each with the names of those directly within it.
fn elements(xml: &str) -> Vec<(String, Vec<String>)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let (mut found, mut open): (Vec<(String, Vec<String>)>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                for attribute in tag.attributes() {
                    attribute.unwrap();
                }
                let name = tag.name().as_ref().to_owned();
                if let Some(outer) = open.last() {
                    found[*outer].1.push(name.clone());
                }
                open.push(found.len());
                found.push((name, Vec::new()));
            }
            Event::End(_) => drop(open.pop().unwrap()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    found
}

/// In which order the standard wants what stands within an element, as far as we write it and a
/// little beyond.
const ORDER: [(&str, &str); 24] = [
    (
        "worksheet",
        "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells \
         conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter drawing",
    ),
    ("sheetView", "pane selection"),
    ("workbook", "fileVersion workbookPr bookViews sheets definedNames calcPr"),
    ("styleSheet", "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles"),
    ("font", "b i u sz color name family scheme"),
    ("border", "left right top bottom diagonal"),
    ("patternFill", "fgColor bgColor"),
    ("xdr:oneCellAnchor", "xdr:from xdr:ext xdr:graphicFrame xdr:clientData"),
    ("xdr:from", "xdr:col xdr:colOff xdr:row xdr:rowOff"),
    ("xdr:graphicFrame", "xdr:nvGraphicFramePr xdr:xfrm a:graphic"),
    ("c:chartSpace", "c:date1904 c:lang c:roundedCorners c:chart c:spPr c:txPr c:printSettings"),
    ("c:chart", "c:title c:autoTitleDeleted c:plotArea c:legend c:plotVisOnly c:dispBlanksAs"),
    ("c:title", "c:tx c:layout c:overlay"),
    ("c:rich", "a:bodyPr a:lstStyle a:p"),
    ("c:plotArea", "c:layout c:radarChart c:barChart c:catAx c:valAx"),
    ("c:radarChart", "c:radarStyle c:varyColors c:ser c:axId"),
    ("c:barChart", "c:barDir c:grouping c:varyColors c:ser c:gapWidth c:axId"),
    ("c:ser", "c:idx c:order c:tx c:spPr c:marker c:invertIfNegative c:dLbls c:cat c:val"),
    ("c:marker", "c:symbol c:size c:spPr"),
    ("c:strRef", "c:f c:strCache"),
    ("c:numRef", "c:f c:numCache"),
    (
        "c:catAx",
        "c:axId c:scaling c:delete c:axPos c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark \
         c:tickLblPos c:spPr c:crossAx c:crosses c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl",
    ),
    (
        "c:valAx",
        "c:axId c:scaling c:delete c:axPos c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark \
         c:tickLblPos c:spPr c:crossAx c:crosses c:crossBetween c:majorUnit",
    ),
    ("c:scaling", "c:logBase c:orientation c:max c:min"),
];

#[test]
fn every_part_is_what_the_standard_wants_in_its_order() {
    let mut met = 0;
    for (part, xml) in parts(&full().bytes().unwrap()) {
        for (element, within) in elements(&xml) {
            let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == element) else { continue };
            let order: Vec<&str> = order.split_whitespace().collect();
            let place = |name: &String| order.iter().position(|known| known == name);
            let places: Vec<usize> =
                within.iter().map(|name| place(name).unwrap_or_else(|| panic!("{part}: {element}: {name}"))).collect();
            assert!(places.is_sorted(), "{part}: {element}: {within:?}");
            met |= 1 << ORDER.iter().position(|(name, _)| *name == element).unwrap();
        }
    }
    assert_eq!(met, (1 << ORDER.len()) - 1, "every element of the table is written");
}

#[test]
fn parts_name_one_another_and_nothing_outside() {
    let parts = parts(&full().bytes().unwrap());
    let types = &parts["[Content_Types].xml"];
    for (name, xml) in &parts {
        assert!(!xml.contains("External") && !xml.contains("<f>"), "{name}");
        let is_typed = types.contains(&format!("PartName=\"/{name}\""));
        let is_list = name.contains("_rels/");
        assert_eq!(is_typed, !is_list && name != "[Content_Types].xml", "{name}");
        if !is_list {
            continue;
        }
        let folder = name.split("_rels/").next().unwrap();
        for target in xml.split("Target=\"").skip(1) {
            let target = target.split('"').next().unwrap();
            let target = target.strip_prefix("../").map_or(format!("{folder}{target}"), |inner| format!("xl/{inner}"));
            assert!(parts.contains_key(&target), "{name}: {target}");
        }
    }
}

#[test]
fn the_same_book_is_the_same_bytes() {
    assert_eq!(full().bytes().unwrap(), full().bytes().unwrap());
    let core = &parts(&full().bytes().unwrap())["docProps/core.xml"];
    assert!(core.contains("<dc:title>报告 &amp; &lt;report&gt;</dc:title>"), "{core}");
    assert!(core.contains(">2026-11-21T02:12:05Z</dcterms:created>"), "{core}");
    let early = Book { made: Stamp { unix_ms: i64::MIN, offset_minutes: -600 }, ..full() };
    assert!(parts(&early.bytes().unwrap())["docProps/core.xml"].contains(">1970-01-01T00:00:00Z<"));
}

#[test]
fn a_sheet_says_what_stays_in_sight_filters_and_is_chosen() {
    let parts = parts(&full().bytes().unwrap());
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    for expected in [
        "<dimension ref=\"A1:B6\"/>",
        "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>",
        "<autoFilter ref=\"A1:B4\"/>",
        "<mergeCells count=\"1\"><mergeCell ref=\"A5:B5\"/></mergeCells>",
        "<row r=\"5\" ht=\"45\" customHeight=\"1\">",
        "sqref=\"A6\"><formula1>\"1,不清楚\"</formula1>",
        "sqref=\"B6\"><formula1>'_lists'!$A$1:$A$2</formula1>",
        "orientation=\"landscape\"",
    ] {
        assert!(sheet.contains(expected), "{expected}\n{sheet}");
    }
    let workbook = &parts["xl/workbook.xml"];
    for expected in [
        "<sheet name=\"it's 表\" sheetId=\"1\" state=\"visible\" r:id=\"rId1\"/>",
        "<sheet name=\"_lists\" sheetId=\"3\" state=\"veryHidden\" r:id=\"rId3\"/>",
        "localSheetId=\"0\">'it''s 表'!$1:$1</definedName>",
        "hidden=\"1\">'it''s 表'!$A$1:$B$4</definedName>",
    ] {
        assert!(workbook.contains(expected), "{expected}\n{workbook}");
    }
    let chart = &parts["xl/charts/chart2.xml"];
    assert!(chart.contains("<c:f>'it''s 表'!$B$2:$B$4</c:f>"), "{chart}");
    assert!(chart.contains("<c:pt idx=\"2\"><c:v>-3</c:v></c:pt>"), "{chart}");
}

#[test]
fn every_look_is_kept_once() {
    let looks = [
        Style::default(),
        Style { is_head: true, is_text: true, fill: Some(0x00F1_F3F5), ..Style::default() },
        Style { number: Shown::Tenths, fill: Some(0x00D8_E6F5), ..Style::default() },
        Style { number: Shown::Hundredths, ..Style::default() },
        Style { number: Shown::Percent, ..Style::default() },
        Style { is_centred: true, fill: Some(0x00D8_E6F5), ..Style::default() },
        Style::default(),
    ];
    let cells = (0..).zip(looks.map(|style| cell(Value::Number(0.5), style))).collect();
    let sheet = Sheet { name: tab("s"), rows: vec![Row { cells, ..Row::default() }], ..Sheet::default() };
    let parts = parts(&book(vec![sheet]).bytes().unwrap());
    let numbers: Vec<&str> = parts["xl/worksheets/sheet1.xml"].split(" s=\"").skip(1).map(|rest| &rest[..1]).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "1"]);
    let styles = &parts["xl/styles.xml"];
    for count in ["<cellXfs count=\"7\">", "<fills count=\"4\">"] {
        assert!(styles.contains(count), "{count}\n{styles}");
    }
    let looks: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(2).collect();
    for (look, expected) in looks.iter().zip([
        &["numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"", "quotePrefix=\"0\"", "vertical=\"top\""][..],
        &["fontId=\"1\" fillId=\"2\" borderId=\"1\"", "quotePrefix=\"1\"", "wrapText=\"1\""],
        &["numFmtId=\"164\"", "fillId=\"3\"", "applyFill=\"1\""],
        &["numFmtId=\"2\""],
        &["numFmtId=\"9\""],
        &["numFmtId=\"0\"", "fillId=\"3\"", "horizontal=\"center\""],
    ]) {
        assert!(expected.iter().all(|expected| look.contains(expected)), "{look}\n{expected:?}");
    }
    assert!(styles.contains("formatCode=\"0.0\"") && styles.contains("<b/><sz val=\"11\"/><name val=\"Calibri\"/>"));
    assert!(styles.contains("rgb=\"FFF1F3F5\"") && styles.contains("rgb=\"FFD8E6F5\""));
}

#[test]
fn a_tab_carries_what_a_spreadsheet_takes() {
    assert_eq!(tab("概览"), "概览");
    assert_eq!(tab("'a/b:c*[x]?\\'"), "a-b-c--x---");
    assert_eq!(tab(&"长".repeat(40)).chars().count(), 31);
    assert_eq!(tab(&"😀".repeat(40)).chars().count(), 15);
}

/// What our own reader and another one find in the first sheet.
fn found(bytes: &[u8]) -> [Vec<(usize, usize, String)>; 2] {
    let open = OpenBook::open(bytes).unwrap();
    let mut cells = open.sheets().next().unwrap().unwrap();
    let mut ours = Vec::new();
    while let Some(cell) = cells.next().unwrap() {
        ours.push((cell.row - 1, cell.column, cell.text.into_owned()));
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let (_, range) = book.worksheets().remove(0);
    let (row, column) = range.start().unwrap_or_default();
    let text = |data: &Data| match data {
        Data::Float(number) => crate::measure::say::value(*number),
        data => data.to_string(),
    };
    let theirs = range.used_cells().map(|(r, c, data)| (r + row as usize, c + column as usize, text(data)));
    let filled = |cells: Vec<(usize, usize, String)>| cells.into_iter().filter(|(_, _, t)| !t.is_empty()).collect();
    [filled(ours), filled(theirs.collect())]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_is_read(
        texts in prop::collection::vec("(_x|0041_|=|'|<|&|\\]\\]>|\u{1}|\r|\n|\t| |\u{feff}|\u{fffe}|长|😀|.){0,12}", 1..12),
        number in -1e6..1e6_f64,
    ) {
        let rows: Vec<Row> = texts.chunks(3).map(|texts| row(texts.iter().map(|t| text(t)).collect())).collect();
        let mut sheet = Sheet { name: tab("s"), rows, ..Sheet::default() };
        sheet.rows.push(row(vec![Value::Number(number)]));
        let bytes = book(vec![sheet]).bytes().unwrap();
        let mut expected: Vec<(usize, usize, String)> = texts
            .iter()
            .enumerate()
            .map(|(n, text)| (n / 3, n % 3, text.clone()))
            .filter(|(_, _, text)| !text.is_empty())
            .collect();
        expected.push((texts.len().div_ceil(3), 0, crate::measure::say::value(number)));
        let [ours, theirs] = found(&bytes);
        prop_assert_eq!(&ours, &expected);
        prop_assert_eq!(&theirs, &expected);
    }
}
