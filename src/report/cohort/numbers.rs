//! A pool for programs: JSON with everything, CSV with a row for each number of each cell.

use serde_json::{Map, Value, json};

use super::CohortReport;
use crate::measure::cohort::{Cell, Class, Shown, ToldCell};
use crate::order;
use crate::report::Cells;
use crate::report::cells::guarded;
use crate::report::csv::BOM;
use crate::report::standing;
use crate::text::{Clean, escape_hidden};

/// The version of the JSON.
const FORMAT: u32 = 1;
const COLUMNS: &str = "group,sector,size,item,n,mean,sd,p10,p25,p50,p75,p90,floor,ceiling,levels\r\n";
const PERCENTS: [u8; 5] = [10, 25, 50, 75, 90];

pub(super) fn json(report: &CohortReport) -> Vec<u8> {
    let s = report.summary;
    let left = report.left.iter().map(|(reason, n)| ((*reason).to_owned(), json!(n)));
    let left: Map<String, Value> = order::gathered(left);
    let file = |(path, why): &(Clean, Clean)| json!({ "path": path.as_str(), "why": why.as_str() });
    // The name of a file is often that of an organisation, and the reason may hold an answer of it.
    let files = s.k.is_none().then(|| report.files_left.iter().map(file).collect::<Vec<_>>());
    let told = json!({
        "gradus_cohort": FORMAT,
        "rubric": { "id": s.rubric.id.as_str(), "version": s.rubric.version.to_string() },
        "made": report.made,
        "k": s.k,
        "organisations": s.n,
        "files": report.files,
        "modes": { "self": s.modes[0], "workshop": s.modes[1], "interview": s.modes[2] },
        "left_out": left,
        "files_left_out": files,
        "position": report.standing.map(|part| part.lines.iter().map(standing::json).collect::<Vec<_>>()),
        "groups": [],
    });
    let told = pretty(&told);
    // One cell after the other: all of them as values would take more room than the pool itself.
    let Some((before, after)) = told.split_once("\"groups\": []") else { return told.into_bytes() };
    let mut text = format!("{before}\"groups\": [");
    for (place, cell) in s.cells.iter().enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        let (group, sector, size) = names(&cell.cell);
        let items = items(report, cell).into_iter().map(|(id, s)| (id, shown(s)));
        let items: Map<String, Value> = order::gathered(items);
        let cell = json!({ "group": group, "sector": sector, "size": size, "n": cell.n, "items": items });
        text.extend(pretty(&cell).split_inclusive('\n').flat_map(|line| ["    ", line]));
    }
    text.push_str("\n  ]");
    text.push_str(after);
    text.push('\n');
    text.into_bytes()
}

fn pretty(value: &Value) -> String {
    // A value always has a JSON form.
    escape_hidden(&serde_json::to_string_pretty(value).unwrap_or_default())
}

/// The kind of a cell, its sector and its size class.
fn names(cell: &Cell) -> (&'static str, Option<&str>, Option<&str>) {
    match cell {
        Cell::All => ("all", None, None),
        Cell::Sector(sector) => ("sector", Some(sector), None),
        Cell::Size(size) => ("size", None, Some(size)),
        Cell::Both(sector, size) => ("sector_size", Some(sector), Some(size)),
        Cell::OtherSectors(_) => ("other_sectors", None, None),
        Cell::OtherSizes(_) => ("other_sizes", None, None),
        Cell::OtherOf(sector, _) => ("other_sizes", Some(sector), None),
    }
}

/// Every number of a cell by its name: ids of the rubric, lenses after `lens.`.
fn items<'c>(report: &CohortReport, cell: &'c ToldCell) -> Vec<(String, &'c Shown)> {
    let rubric = report.summary.rubric;
    let mut items = vec![("overall".to_owned(), &cell.overall)];
    items.extend(rubric.dimensions.iter().map(|d| d.id.to_string()).zip(&cell.dimensions));
    items.extend(rubric.areas.iter().map(|a| a.id.to_string()).zip(&cell.areas));
    items.extend(rubric.lenses.iter().map(|l| format!("lens.{}", l.id)).zip(&cell.lenses));
    items.push(("balance".to_owned(), &cell.balance));
    items
}

fn shown(s: &Shown) -> Value {
    let cuts: Map<String, Value> = order::gathered(s.cuts.iter().map(|(p, x)| (format!("p{p}"), json!(x))));
    let class = |c: &Class| json!({ "from": c.from, "to": c.to, "n": c.n });
    json!({
        "n": s.n, "mean": s.mean, "sd": s.deviation, "cuts": cuts, "floor": s.floor, "ceiling": s.ceiling,
        "levels": s.levels.iter().map(class).collect::<Vec<_>>(),
    })
}

pub(super) fn csv(report: &CohortReport) -> String {
    // The mark is UTF-8.
    let mut out = String::from_utf8_lossy(BOM).into_owned();
    out.push_str(COLUMNS);
    for cell in &report.summary.cells {
        let (group, sector, size) = names(&cell.cell);
        for (id, s) in items(report, cell) {
            let number = |x: Option<f64>| x.map_or_else(String::new, |x| x.to_string());
            let level = |l: Option<u8>| l.map_or_else(|| "-".to_owned(), |l| l.to_string());
            let class = |c: &Class| format!("{}..{}:{}", level(c.from), level(c.to), c.n);
            let text = |name: Option<&str>| field(name.unwrap_or_default());
            let mut row = vec![group.to_owned(), text(sector), text(size), id];
            row.push(s.n.map_or_else(String::new, |n| n.to_string()));
            row.extend([number(s.mean), number(s.deviation)]);
            row.extend(PERCENTS.map(|p| number(s.cuts.iter().find(|(q, _)| *q == p).map(|(_, x)| *x))));
            row.extend([number(s.floor), number(s.ceiling)]);
            row.push(s.levels.iter().map(class).collect::<Vec<_>>().join(" "));
            out.push_str(&row.join(","));
            out.push_str("\r\n");
        }
    }
    out
}

/// A text from somebody as a field of a CSV: never a formula.
pub fn field(text: &str) -> String {
    let text = guarded(text, Cells::Guarded);
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
