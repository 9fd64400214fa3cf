//! A pool for people: the same blocks as lines, Markdown or a web page.

use super::CohortReport;
use crate::lang::{CohortWords, Lang, fill};
use crate::measure::cohort::{Cell, Class, Shown, ToldCell};
use crate::measure::{shown, shown_percent};
use crate::report::html::{page_lang, policy};
use crate::report::markdown::inline;
use crate::report::standing;
use crate::rubric::Id;
use crate::text::{fit, pad, pad_left, width};

/// Widest first column of a table of lines.
const NAME: usize = 26;
const STYLE: &str = "body{margin:0 auto;padding:1.5rem;max-width:60rem;font:.95rem/1.45 system-ui,\"Segoe UI\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",sans-serif;color:#111418;background:#fff}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:1.6rem}table{border-collapse:collapse}th,td{border-bottom:1px solid #b9c0c8;padding:.2rem .6rem .2rem 0;text-align:right}th:first-child,td:first-child{text-align:left}p{margin:.25rem 0}";

/// A part of the page.
enum Block {
    Title(String),
    Heading(&'static str),
    Line(String),
    /// Head and rows; the first column holds names, the others numbers.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// As lines for a terminal.
pub(super) fn lines(report: &CohortReport) -> String {
    let mut out: Vec<String> = Vec::new();
    for block in blocks(report) {
        match block {
            Block::Title(text) | Block::Line(text) => out.push(text),
            Block::Heading(text) => out.extend([String::new(), text.to_owned()]),
            Block::Table(head, rows) => out.extend(columns(&head, &rows)),
        }
    }
    out.push(String::new());
    out.join("\n")
}

/// A table with its columns below one another.
fn columns(head: &Vec<String>, rows: &[Vec<String>]) -> Vec<String> {
    let all: Vec<&Vec<String>> = std::iter::once(head).chain(rows).collect();
    let wide = |c: usize| all.iter().filter_map(|r| r.get(c)).map(|t| width(t)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(wide).collect();
    let line = |row: &&Vec<String>| {
        let cell = |(c, text): (usize, &String)| match c {
            0 => pad(&fit(text, NAME), widths[0].min(NAME)),
            c => pad_left(text, widths[c]),
        };
        let cells: Vec<String> = row.iter().enumerate().map(cell).collect();
        format!("  {}", cells.join("  ").trim_end())
    };
    all.iter().map(line).collect()
}

/// As Markdown.
pub(super) fn markdown(report: &CohortReport) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| inline(c)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let block = |block: Block| match block {
        Block::Title(text) => format!("# {}\n", inline(&text)),
        Block::Heading(text) => format!("## {text}\n"),
        Block::Line(text) => format!("{}\n", inline(&text)),
        Block::Table(head, rows) => {
            let rule = format!("| --- |{}\n", " ---: |".repeat(head.len().saturating_sub(1)));
            let rows: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
            format!("{}{rule}{}", row(&head), rows.concat())
        }
    };
    blocks(report).into_iter().map(block).collect::<Vec<_>>().join("\n")
}

/// As a web page of its own.
pub(super) fn html(report: &CohortReport) -> String {
    let element = |name: &str, text: &str| format!("<{name}>{}</{name}>\n", escaped(text));
    let row = |name: &str, cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| format!("<{name}>{}</{name}>", escaped(c))).collect();
        format!("<tr>{}</tr>\n", cells.concat())
    };
    let mut title = String::new();
    let mut block = |block: Block| match block {
        Block::Title(text) => {
            title = escaped(&text);
            element("h1", &text)
        }
        Block::Heading(text) => element("h2", text),
        Block::Line(text) => element("p", &text),
        Block::Table(head, rows) => {
            let rows: Vec<String> = rows.iter().map(|cells| row("td", cells)).collect();
            format!("<table>\n{}{}</table>\n", row("th", &head), rows.concat())
        }
    };
    let body = blocks(report).into_iter().map(&mut block).collect::<Vec<_>>().concat();
    let (lang, policy) = (page_lang(report.lang), policy(STYLE));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn blocks(report: &CohortReport) -> Vec<Block> {
    let (s, lang) = (report.summary, report.lang);
    let w = &lang.words().cohort;
    let rubric = s.rubric;
    let mut blocks = vec![
        Block::Title(fill(w.title, &[rubric.title.get(lang)])),
        Block::Line(fill(w.rubric, &[rubric.id.as_str(), &rubric.version.to_string()])),
    ];
    match (s.n, s.k) {
        (None, k) => {
            blocks.push(Block::Line(fill(w.pool_small, &[&k.unwrap_or(1).to_string()])));
            left(report, w, &mut blocks);
            return blocks;
        }
        (Some(n), k) => {
            blocks.push(Block::Line(fill(w.pool, &[&n.to_string(), &report.files.to_string()])));
            let modes = s.modes.map(|n| number(n, k, w));
            blocks.push(Block::Line(fill(w.modes, &modes.each_ref().map(String::as_str))));
            let is_mixed = s.modes.iter().filter(|n| n.is_none_or(|n| n > 0)).count() > 1;
            blocks.extend(is_mixed.then(|| Block::Line(w.mixed.to_owned())));
            blocks.push(Block::Line(match k {
                Some(k) => fill(w.protected, &[&k.to_string()]),
                None => w.internal.to_owned(),
            }));
            blocks.push(Block::Line(w.honest.to_owned()));
        }
    }
    let Some(all) = s.cells.first() else { return blocks };
    if let Some(standing) = report.standing {
        blocks.push(Block::Heading(w.standing));
        let line = |line: &standing::Line| {
            let place = line.standing.as_ref().map_or_else(|| w.not_told.to_owned(), |s| standing::words(s, lang));
            let score = line.standing.as_ref().map_or_else(String::new, |s| shown(s.score));
            vec![line.name.clone(), score, place]
        };
        blocks.push(Block::Table(
            [w.head_name, w.score, w.place].map(str::to_owned).into(),
            standing.iter().map(line).collect(),
        ));
    }
    let named = |id: &Id, name: &crate::lang::Text| format!("{id} {}", name.get(lang));
    let dimensions: Vec<(String, &Shown)> =
        rubric.dimensions.iter().zip(&all.dimensions).map(|(d, s)| (named(&d.id, &d.name), s)).collect();
    let areas: Vec<(String, &Shown)> =
        rubric.areas.iter().zip(&all.areas).map(|(a, s)| (named(&a.id, &a.name), s)).collect();
    let mut lenses: Vec<(String, &Shown)> =
        rubric.lenses.iter().zip(&all.lenses).map(|(l, s)| (l.name.get(lang).to_string(), s)).collect();
    lenses.push((w.balance.to_owned(), &all.balance));
    let overall = (w.overall.to_owned(), &all.overall);
    let top: Vec<(String, &Shown)> = std::iter::once(overall).chain(dimensions).collect();
    for (heading, rows) in [(w.dimensions, &top), (w.areas, &areas), (w.lenses, &lenses)] {
        blocks.push(Block::Heading(heading));
        blocks.push(distribution(rows, s.k, w));
    }
    levels(&top, w, lang, &mut blocks);
    if s.cells.len() > 1 {
        blocks.push(Block::Heading(w.strata));
        blocks.push(strata(report, w));
    }
    left(report, w, &mut blocks);
    blocks
}

/// A number of organisations, or that it is too small to be told.
fn number(n: Option<u32>, k: Option<u32>, w: &CohortWords) -> String {
    n.map_or_else(|| fill(w.fewer, &[&k.unwrap_or(1).to_string()]), |n| n.to_string())
}

fn distribution(rows: &[(String, &Shown)], k: Option<u32>, w: &CohortWords) -> Block {
    let head = [w.head_name, w.head_n, w.head_mean, w.head_sd, "p10", "p25", w.head_median, "p75", "p90"];
    let score = |x: Option<f64>| x.map_or_else(String::new, shown);
    let row = |(name, s): &(String, &Shown)| {
        let cut = |percent: u8| score(s.cuts.iter().find(|(p, _)| *p == percent).map(|(_, x)| *x));
        let mut cells = vec![name.clone(), number(s.n, k, w), score(s.mean), score(s.deviation)];
        cells.extend([10, 25, 50, 75, 90].map(cut));
        cells
    };
    Block::Table(head.map(str::to_owned).into(), rows.iter().map(row).collect())
}

/// Levels, and what stands out at the ends of the scale.
fn levels(rows: &[(String, &Shown)], w: &CohortWords, lang: Lang, blocks: &mut Vec<Block>) {
    /// A larger share at one end says that the questions do not reach far enough (methods §3.5).
    const MANY: f64 = 0.15;
    if rows.iter().all(|(_, s)| s.levels.is_empty()) {
        return;
    }
    blocks.push(Block::Heading(w.levels));
    let level = |level: Option<u8>| level.map_or_else(|| w.no_level.to_owned(), |l| l.to_string());
    let class = |c: &Class| {
        let name = if c.from == c.to { level(c.from) } else { fill(w.class_range, &[&level(c.from), &level(c.to)]) };
        fill(w.class, &[&name, &c.n.to_string()])
    };
    let colon = lang.words().report.colon;
    for (name, s) in rows.iter().filter(|(_, s)| !s.levels.is_empty()) {
        let classes: Vec<String> = s.levels.iter().map(class).collect();
        blocks.push(Block::Line(format!("{name}{colon}{}", classes.join(lang.words().report.comma))));
    }
    for (template, end) in [(w.end_flag, 0), (w.top_flag, 1)] {
        for (name, s) in rows {
            let share = [s.floor, s.ceiling][end].filter(|share| *share > MANY && s.n.is_some_and(|n| n >= 50));
            let line = share.map(|share| fill(template, &[name, &format!("{}%", shown_percent(share))]));
            blocks.extend(line.map(Block::Line));
        }
    }
}

fn strata(report: &CohortReport, w: &CohortWords) -> Block {
    let s = report.summary;
    let mut head: Vec<String> = [w.group, w.head_n, w.overall].map(str::to_owned).into();
    head.extend(s.rubric.dimensions.iter().map(|d| d.id.to_string()));
    let row = |cell: &ToldCell| {
        let mean = |s: &Shown| s.mean.map_or_else(String::new, shown);
        let mut cells = vec![cell_name(&cell.cell, report.lang), number(cell.n, s.k, w), mean(&cell.overall)];
        cells.extend(cell.dimensions.iter().map(mean));
        cells
    };
    Block::Table(head, s.cells.iter().skip(1).map(row).collect())
}

/// The name of a cell.
fn cell_name(cell: &Cell, lang: Lang) -> String {
    let w = &lang.words().cohort;
    let said = |name: &str| if name.is_empty() { w.not_said.to_owned() } else { name.to_owned() };
    let size = |name: &str| {
        let f = &lang.words().fields;
        match name {
            "small" => f.size_small.to_owned(),
            "medium" => f.size_medium.to_owned(),
            "large" => f.size_large.to_owned(),
            other => said(other),
        }
    };
    match cell {
        Cell::All => w.overall.to_owned(),
        Cell::Sector(name) => said(name),
        Cell::Size(name) => size(name),
        Cell::Both(sector, name) => fill(w.both, &[&said(sector), &size(name)]),
        Cell::OtherSectors(n) => fill(w.other_sectors, &[&n.to_string()]),
        Cell::OtherSizes(n) => fill(w.other_sizes, &[&n.to_string()]),
        Cell::OtherOf(sector, n) => fill(w.other_of, &[&said(sector), &n.to_string()]),
    }
}

fn left(report: &CohortReport, w: &CohortWords, blocks: &mut Vec<Block>) {
    if report.left.is_empty() {
        return;
    }
    blocks.push(Block::Heading(w.left));
    for (reason, n) in &report.left {
        let words = reason_words(reason, report.lang);
        blocks.push(Block::Line(format!("{words}{}{n}", report.lang.words().report.colon)));
    }
}

/// The words for a reason that stands in JSON as `reason`.
pub fn reason_words(reason: &str, lang: Lang) -> &'static str {
    let w = &lang.words().cohort;
    match reason {
        "copy" => w.out_copy,
        "other_rubric" => w.out_other_rubric,
        "other_version" => w.out_other_version,
        "other_period" => w.out_other_period,
        "incomplete" => w.out_incomplete,
        "mostly_not_applicable" => w.out_not_applicable,
        "earlier_of_the_same" => w.out_earlier,
        "not_an_assessment" => w.out_not_an_assessment,
        "damaged" => w.out_damaged,
        "newer_format" => w.out_newer,
        "unreadable_answer" => w.out_unreadable,
        "no_rubric" => w.out_no_rubric,
        _ => w.out_cannot_read,
    }
}
