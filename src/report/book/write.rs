//! A book as its parts: the list of them, how they refer to one another, and the zip.

mod chart;
mod lists;
mod sheet;
mod strings;
mod styles;

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::tags::Tags;
use super::{Book, Sheet, place};
use crate::assessment::Stamp;
use lists::Lists;
use strings::Strings;
use styles::Styles;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const LISTS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
/// How the types of parts begin that are found in other programs' files too.
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.";

/// A part: its name, what it is, and its XML.
struct Part {
    name: String,
    /// Its type, after [`OFFICE`] if it is one of those.
    kind: &'static str,
    xml: String,
}

/// The bytes of the file; the same parts are the same bytes, for a zip's members carry no time.
pub(super) fn bytes(book: &Book) -> ZipResult<Vec<u8>> {
    let parts = parts(book);
    let lists = [("[Content_Types].xml", types(&parts)), ("_rels/.rels", start())];
    let all = lists.iter().map(|(name, xml)| (*name, xml)).chain(parts.iter().map(|p| (p.name.as_str(), &p.xml)));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in all {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(xml.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Every part but the two that say which ones there are.
fn parts(book: &Book) -> Vec<Part> {
    let lists = Lists::of(book);
    let hidden = lists.sheet();
    let sheets: Vec<&Sheet> = book.sheets.iter().chain(&hidden).collect();
    let (mut strings, mut styles) = (Strings::default(), Styles::default());
    let part = |name: String, kind, xml| Part { name, kind, xml };
    let mut parts = vec![
        part("docProps/core.xml".to_owned(), "application/vnd.openxmlformats-package.core-properties+xml", core(book)),
        part("xl/workbook.xml".to_owned(), "spreadsheetml.sheet.main+xml", workbook(&sheets)),
        part("xl/_rels/workbook.xml.rels".to_owned(), "", workbook_relations(sheets.len())),
    ];
    let mut charts = 0;
    for (number, sheet) in (1..).zip(sheets) {
        let xml = sheet::part(sheet, number == 1, &lists, &mut strings, &mut styles);
        parts.push(part(format!("xl/worksheets/sheet{number}.xml"), "spreadsheetml.worksheet+xml", xml));
        if sheet.charts.is_empty() {
            continue;
        }
        let drawing = relations(&[("drawing", format!("../drawings/drawing{number}.xml"))]);
        parts.push(part(format!("xl/worksheets/_rels/sheet{number}.xml.rels"), "", drawing));
        parts.push(part(format!("xl/drawings/drawing{number}.xml"), "drawing+xml", chart::drawing(&sheet.charts)));
        let mut targets = Vec::new();
        for chart in &sheet.charts {
            charts += 1;
            let name = format!("charts/chart{charts}.xml");
            targets.push(("chart", format!("../{name}")));
            parts.push(part(format!("xl/{name}"), "drawingml.chart+xml", chart::part(sheet, chart)));
        }
        parts.push(part(format!("xl/drawings/_rels/drawing{number}.xml.rels"), "", relations(&targets)));
    }
    parts.push(part("xl/styles.xml".to_owned(), "spreadsheetml.styles+xml", styles.part()));
    parts.push(part("xl/sharedStrings.xml".to_owned(), "spreadsheetml.sharedStrings+xml", strings.part()));
    parts
}

/// What each part is.
fn types(parts: &[Part]) -> String {
    let mut xml = Tags::new("Types", &[("xmlns", TYPES)]);
    let lists = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", lists)]);
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
    for part in parts.iter().filter(|part| !part.kind.is_empty()) {
        let office = if part.kind.starts_with("application/") { "" } else { OFFICE };
        let (name, kind) = (format!("/{}", part.name), format!("{office}{}", part.kind));
        xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
    }
    xml.done()
}

/// Where everything begins.
fn start() -> String {
    let mut xml = Tags::new("Relationships", &[("xmlns", LISTS)]);
    let document = format!("{RELATIONS}/officeDocument");
    let core = format!("{LISTS}/metadata/core-properties");
    xml.empty("Relationship", &[("Id", "rId1"), ("Type", &document), ("Target", "xl/workbook.xml")]);
    xml.empty("Relationship", &[("Id", "rId2"), ("Type", &core), ("Target", "docProps/core.xml")]);
    xml.done()
}

/// What a part refers to: the first as `rId1`, and so on.
fn relations(targets: &[(&str, String)]) -> String {
    let mut xml = Tags::new("Relationships", &[("xmlns", LISTS)]);
    for (number, (kind, target)) in (1..).zip(targets) {
        let (id, kind) = (format!("rId{number}"), format!("{RELATIONS}/{kind}"));
        xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)]);
    }
    xml.done()
}

fn workbook_relations(sheets: usize) -> String {
    let sheets = (1..=sheets).map(|number| ("worksheet", format!("worksheets/sheet{number}.xml")));
    let shared = [("styles", "styles.xml".to_owned()), ("sharedStrings", "sharedStrings.xml".to_owned())];
    relations(&sheets.chain(shared).collect::<Vec<_>>())
}

fn workbook(sheets: &[&Sheet]) -> String {
    let mut xml = Tags::new("workbook", &[("xmlns", MAIN), ("xmlns:r", RELATIONS)]);
    xml.fixed("<bookViews><workbookView/></bookViews>");
    xml.open("sheets", &[]);
    for (number, sheet) in (1..).zip(sheets) {
        let state = if sheet.is_hidden { "veryHidden" } else { "visible" };
        let (id, relation) = (number.to_string(), format!("rId{number}"));
        xml.empty("sheet", &[("name", &sheet.name), ("sheetId", &id), ("state", state), ("r:id", &relation)]);
    }
    xml.close();
    let tables = || (0..).zip(sheets).filter_map(|(at, sheet): (usize, _)| Some((at, sheet, sheet.table?)));
    if tables().next().is_some() {
        xml.open("definedNames", &[]);
        for (at, sheet, table) in tables() {
            let at = at.to_string();
            let head = format!("{}!$1:$1", quoted(&sheet.name));
            let cells = place::range((0, 0), (table.rows - 1, table.columns - 1), "$");
            let filtered = format!("{}!{cells}", quoted(&sheet.name));
            xml.leaf(
                "definedName",
                &[("name", "_xlnm._FilterDatabase"), ("localSheetId", &at), ("hidden", "1")],
                &filtered,
            );
            xml.leaf("definedName", &[("name", "_xlnm.Print_Titles"), ("localSheetId", &at)], &head);
        }
    }
    xml.done()
}

/// The name of a sheet as references to its cells begin.
fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

/// What the file is and when it was made, by the second in UTC.
fn core(book: &Book) -> String {
    let xmlns = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    // No workbook knows a year before this.
    let made = Stamp { unix_ms: book.made.unix_ms.max(0), offset_minutes: 0 }.to_string();
    let made = format!("{}Z", &made[..made.find('.').unwrap_or(made.len())]);
    let mut xml = Tags::new("cp:coreProperties", &xmlns);
    xml.leaf("dc:title", &[], book.title);
    xml.leaf("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &made);
    xml.leaf("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &made);
    xml.done()
}
