//! A pool for people.

use super::CohortReport;
use super::block::Block;
use crate::lang::{CohortWords, Lang, fill};
use crate::measure::cohort::{Cell, Class, Shown, ToldCell};
use crate::measure::{shown, shown_percent};
use crate::rubric::Id;

/// The pool as blocks.
pub(super) fn blocks(report: &CohortReport) -> Vec<Block> {
    let (s, lang) = (report.summary, report.lang);
    let w = &lang.words().cohort;
    let rubric = s.rubric;
    let mut blocks = vec![
        Block::Title(fill(w.title, &[rubric.title.get(lang)])),
        Block::Line(fill(w.rubric, &[rubric.id.as_str(), &rubric.version.to_string()])),
        Block::Line(fill(w.made, &[report.made])),
    ];
    match (s.n, s.k) {
        (None, k) => {
            blocks.push(Block::Line(fill(w.pool_small, &[&k.unwrap_or(1).to_string()])));
            left(report, w, &mut blocks);
            return blocks;
        }
        (Some(n), k) => {
            blocks.push(Block::Line(fill(w.pool, &[&n.to_string(), &report.files.to_string()])));
            blocks.push(Block::Line(match (s.modes, k) {
                ([Some(own), Some(workshop), Some(interview)], _) => {
                    let modes = [own, workshop, interview].map(|n| n.to_string());
                    fill(w.modes, &modes.each_ref().map(String::as_str))
                }
                (_, k) => fill(w.modes_hidden, &[&k.unwrap_or_default().to_string()]),
            }));
            let is_mixed = s.modes.iter().filter(|n| n.is_none_or(|n| n > 0)).count() > 1;
            blocks.extend(is_mixed.then(|| Block::Line(w.mixed.to_owned())));
            blocks.push(Block::Line(match k {
                Some(k) => fill(w.protected, &[&k.to_string()]),
                None => w.internal.to_owned(),
            }));
            blocks.push(Block::Line(w.quantiles.to_owned()));
            blocks.push(Block::Line(w.honest.to_owned()));
        }
    }
    let Some(all) = s.cells.first() else { return blocks };
    if let Some(part) = report.standing {
        blocks.push(Block::Heading(w.standing));
        blocks.extend(part.notes.iter().cloned().map(Block::Line));
        blocks.push(Block::Table(
            [w.head_name, w.score, w.place].map(str::to_owned).into(),
            part.rows(lang).map(Vec::from).collect(),
        ));
    }
    let named = |id: &Id, name: &crate::rubric::Text| format!("{id} {}", name.get(lang));
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
    if rows.iter().all(|(_, s)| s.levels.is_empty()) {
        return;
    }
    blocks.push(Block::Heading(w.levels));
    let level = |level: Option<u8>| level.map_or_else(|| w.no_level.to_owned(), |l| l.to_string());
    let class = |c: &Class| {
        let name = if c.from == c.to { level(c.from) } else { fill(w.class_range, &[&level(c.from), &level(c.to)]) };
        let template = if c.to.is_none() { w.class_open } else { w.class };
        fill(template, &[&name, &c.n.to_string()])
    };
    let colon = lang.words().report.colon;
    for (name, s) in rows.iter().filter(|(_, s)| !s.levels.is_empty()) {
        let classes: Vec<String> = s.levels.iter().map(class).collect();
        blocks.push(Block::Line(format!("{name}{colon}{}", classes.join(lang.words().report.comma))));
    }
    for (template, end) in [(w.end_flag, 0), (w.top_flag, 1)] {
        for (name, s) in rows {
            let line = s.end_effects()[end].map(|share| fill(template, &[name, &format!("{}%", shown_percent(share))]));
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
